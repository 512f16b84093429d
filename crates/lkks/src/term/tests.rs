use super::*;
use crate::decode::from_json;
use crate::message::Lang;
use TermFindingCode as Found;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|problem| panic!("{problem:?}"))
}

fn terms(json: &str) -> Terms {
    from_json(json).unwrap_or_else(|error| panic!("{error}"))
}

/// A term as JSON, from one day to another, with more fields.
fn term(id: &str, first: &str, last: &str, more: &str) -> String {
    format!(
        r#"{{ "id": "{id}", "name": "{id}", "period": {{ "first": "{first}", "last": "{last}" }}{more} }}"#
    )
}

/// A term of 2024 that is in order but for what `appointments` make of it: one chair, two members.
fn board(appointments: &str) -> Terms {
    let more = format!(
        r#", "musda": {{ "on": "2024-05" }},
        "inductions": [{{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }}],
        "offices": [
            {{ "id": "ketua", "title": {{ "id": "Ketua", "en": "Chair" }}, "seats": 1 }},
            {{ "id": "anggota", "title": {{ "id": "Anggota", "en": "Member" }}, "seats": 2 }}
        ], "appointments": [{appointments}]"#
    );
    terms(&format!("[{}]", term("2024", "2024-05-20", "2028-12-31", &more)))
}

/// An appointment as JSON; `last` may be empty.
fn seat(person: &str, office: &str, first: &str, last: &str, cause: &str) -> String {
    let last = if last.is_empty() { String::new() } else { format!(r#", "last": "{last}""#) };
    format!(
        r#"{{ "person": "{person}", "office": "{office}",
             "period": {{ "first": "{first}"{last} }}, "cause": "{cause}" }}"#
    )
}

fn elected(person: &str, office: &str) -> String {
    seat(person, office, "2024-05-20", "", "elected")
}

fn codes(terms: &Terms, on: &str) -> Vec<Found> {
    terms.check(day(on)).into_iter().map(|finding| finding.code).collect()
}

fn only(terms: &Terms, on: &str) -> TermFinding {
    let mut findings = terms.check(day(on));
    assert_eq!(findings.len(), 1, "{findings:#?}");
    findings.remove(0)
}

fn full_board() -> Vec<String> {
    vec![elected("A", "ketua"), elected("B", "anggota"), elected("C", "anggota")]
}

/// What is published of Kota Pekalongan; the days on which the terms start and end are those of
/// the inductions and the last days of the years in their names.
fn pekalongan() -> Terms {
    terms(
        r#"[
        { "id": "2019", "name": "2019–2023",
          "period": { "first": "2019-12-17", "last": "2023-12-31" },
          "inductions": [
              { "on": "2019-12-17", "by": "Wali Kota Pekalongan", "place": "Ruang Jetayu" },
              { "on": "2022-06-20", "by": "Wali Kota Pekalongan" } ] },
        { "id": "2024", "name": "2024–2028",
          "period": { "first": "2024-05-20", "last": "2028-12-31" },
          "musda": { "on": "2024" },
          "inductions": [ { "on": "2024-05-20", "by": "Wali Kota Pekalongan", "oath": true } ] }
        ]"#,
    )
}

#[test]
fn the_terms_of_pekalongan_are_told_as_they_stood() {
    use Found::{GapBetweenTerms, NoMusda, NoOath, NoOfficers, NoTerm, TermEnding};
    let terms = pekalongan();
    assert_eq!(codes(&terms, "2019-12-16"), [NoTerm]);
    assert_eq!(codes(&terms, "2022-06-20"), [NoMusda, NoOath, NoOfficers]);
    // The next term is on record, so that the first is not "ending".
    assert_eq!(codes(&terms, "2023-12-31"), [NoMusda, NoOath, NoOfficers]);
    assert_eq!(codes(&terms, "2024-03-01"), [NoTerm]);
    assert_eq!(codes(&terms, "2024-05-20"), [GapBetweenTerms, NoOfficers]);
    assert_eq!(codes(&terms, "2028-06-29"), [GapBetweenTerms, NoOfficers]);
    assert_eq!(codes(&terms, "2028-06-30"), [TermEnding, GapBetweenTerms, NoOfficers]);
    assert_eq!(codes(&terms, "2029-01-01"), [Found::TermEndedWithoutSuccessor, GapBetweenTerms]);
}

#[test]
fn a_gap_is_counted_to_the_day_and_named_in_both_languages() {
    let gap = &pekalongan().check(day("2024-05-20"))[0];
    assert_eq!((gap.from, gap.until), (Some(day("2024-01-01")), Some(day("2024-05-19"))));
    assert_eq!((gap.days, gap.severity), (Some(140), FindingSeverity::Notice));
    assert_eq!((gap.term.as_deref(), gap.other_term.as_deref()), (Some("2024"), Some("2019")));
    assert_eq!(
        gap.text(Lang::Id),
        "tidak ada masa bakti dari 1 Januari 2024 sampai 19 Mei 2024, antara \"2019–2023\" dan \"2024–2028\" (hari: 140)"
    );
}

#[test]
fn without_a_term_each_stretch_is_told_once() {
    let none = only(&Terms::default(), "2024-01-01");
    assert_eq!((none.code, none.from, none.days), (Found::NoTerm, None, None));

    let running = only(&pekalongan(), "2024-01-10");
    assert_eq!((running.code, running.days), (Found::NoTerm, Some(10)));
    assert_eq!(running.until, Some(day("2024-05-19")));

    let last = &pekalongan().check(day("2029-01-31"))[0];
    assert_eq!(
        (last.code, last.days, last.until),
        (Found::TermEndedWithoutSuccessor, Some(31), None)
    );
}

#[test]
fn terms_that_overlap_are_found_from_the_day_they_do() {
    let terms = terms(&format!(
        "[{}, {}]",
        term("b", "2023-12-01", "2028-12-31", ""),
        term("a", "2019-01-01", "2023-12-31", "")
    ));
    assert!(!codes(&terms, "2023-11-30").contains(&Found::OverlappingTerms));
    let findings = terms.check(day("2024-06-01"));
    let overlap = &findings[0];
    assert_eq!(overlap.code, Found::OverlappingTerms);
    assert_eq!((overlap.term.as_deref(), overlap.other_term.as_deref()), (Some("b"), Some("a")));
    assert_eq!((overlap.until, overlap.days), (Some(day("2023-12-31")), Some(31)));
    assert_eq!(terms.current(day("2023-12-15")).map(|t| &*t.id), Some("b"));
}

#[test]
fn a_short_term_inside_a_long_one_makes_no_gap() {
    let terms = terms(&format!(
        "[{}, {}, {}]",
        term("long", "2019-01-01", "2023-12-31", ""),
        term("short", "2020-01-01", "2020-06-30", ""),
        term("next", "2024-01-01", "2028-12-31", "")
    ));
    let found = codes(&terms, "2024-01-01");
    assert!(found.contains(&Found::OverlappingTerms) && !found.contains(&Found::GapBetweenTerms));
}

#[test]
fn an_induction_or_musda_of_a_later_day_is_not_known_yet() {
    let more = r#", "musda": { "on": "2024-03-02" },
        "inductions": [{ "on": "2024-03-10", "by": "Bupati", "oath": true }]"#;
    let terms = terms(&format!("[{}]", term("t", "2024-03-01", "2028-12-31", more)));
    assert_eq!(
        codes(&terms, "2024-03-01"),
        [Found::NoMusda, Found::NotInducted, Found::NoOfficers]
    );
    assert_eq!(codes(&terms, "2024-03-02"), [Found::NotInducted, Found::NoOfficers]);
    assert_eq!(terms.check(day("2024-03-09"))[0].days, Some(9));
    assert_eq!(codes(&terms, "2024-03-10"), [Found::NoOfficers]);
}

#[test]
fn a_full_board_in_its_term_has_no_findings() {
    assert_eq!(board(&full_board().join(",")).check(day("2024-06-01")), []);
}

#[test]
fn a_seat_is_vacant_from_the_day_after_its_holder_left() {
    let mut seats = full_board();
    seats[1] = seat("B", "anggota", "2024-05-20", "2025-01-31", "elected");
    seats.push(seat("D", "anggota", "2025-03-01", "", "replacement"));
    let terms = board(&seats.join(","));
    assert_eq!(terms.check(day("2025-01-31")), []);
    let vacant = only(&terms, "2025-02-10");
    assert_eq!((vacant.code, vacant.office.as_deref()), (Found::VacantSeats, Some("anggota")));
    assert_eq!(
        (vacant.seats, vacant.from, vacant.days),
        (Some(1), Some(day("2025-02-01")), Some(10))
    );
    assert_eq!(vacant.text(Lang::En), "Member: vacant seats 1 since 1 February 2025 (days: 10)");
    assert_eq!(terms.check(day("2025-03-01")), []);
    assert_eq!(terms.facts(day("2025-03-01")).replacements, 1);
}

#[test]
fn a_seat_nobody_ever_held_is_vacant_from_the_first_day() {
    let vacant = only(&board(&full_board()[1..].join(",")), "2024-06-01");
    assert_eq!((vacant.office.as_deref(), vacant.from), (Some("ketua"), Some(day("2024-05-20"))));
}

#[test]
fn more_people_than_seats_are_named() {
    let mut seats = full_board();
    seats.push(seat("D", "ketua", "2025-03-01", "", "replacement"));
    let terms = board(&seats.join(","));
    assert_eq!(terms.check(day("2025-02-28")), []);
    let many = only(&terms, "2025-03-01");
    assert_eq!((many.code, many.seats), (Found::TooManyHolders, Some(1)));
    assert_eq!(many.persons, ["A", "D"]);
}

#[test]
fn one_person_in_two_seats_is_noticed() {
    let mut seats = full_board();
    seats[2] = seat("A", "anggota", "2024-07-01", "", "elected");
    let twice = terms_findings(&seats, "2024-07-02");
    assert_eq!(twice.len(), 1);
    assert_eq!(
        (twice[0].code, twice[0].severity),
        (Found::SamePersonTwice, FindingSeverity::Notice)
    );
    assert_eq!((twice[0].seats, twice[0].days), (Some(2), Some(2)));

    // The same seat entered twice fills one seat only.
    seats[2] = elected("B", "anggota");
    let found: Vec<Found> = terms_findings(&seats, "2024-07-02").iter().map(|f| f.code).collect();
    assert_eq!(found, [Found::VacantSeats, Found::SamePersonTwice]);
}

fn terms_findings(seats: &[String], on: &str) -> Vec<TermFinding> {
    board(&seats.join(",")).check(day(on))
}

#[test]
fn office_held_before_the_term_or_after_it_is_found() {
    let mut seats = full_board();
    seats.push(seat("D", "anggota", "2024-05-10", "2024-05-25", "ex-officio"));
    let findings = terms_findings(&seats, "2024-06-01");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code, Found::HolderOutsideTerm);
    assert_eq!((findings[0].until, findings[0].days), (Some(day("2024-05-19")), Some(10)));
    // Known from its first day, before the term began.
    assert!(
        terms_findings(&seats, "2024-05-10").iter().any(|f| f.code == Found::HolderOutsideTerm)
    );

    seats[3] = seat("D", "anggota", "2028-12-31", "2029-02-28", "replacement");
    seats[2] = seat("C", "anggota", "2024-05-20", "2028-12-30", "elected");
    assert!(
        !terms_findings(&seats, "2028-12-31").iter().any(|f| f.code == Found::HolderOutsideTerm)
    );
    let after = terms_findings(&seats, "2029-01-10");
    assert_eq!(after.len(), 2, "{after:#?}");
    assert_eq!((after[1].code, after[1].from), (Found::HolderOutsideTerm, Some(day("2029-01-01"))));
    assert_eq!(after[1].days, Some(10));
}

#[test]
fn office_held_before_the_induction_is_found_but_not_of_an_acting_officer() {
    let more = |cause: &str| {
        format!(
            r#", "musda": {{ "on": "2024" }},
            "inductions": [{{ "on": "2024-02-01", "by": "Bupati", "oath": true }}],
            "offices": [{{ "id": "k", "title": {{ "id": "Ketua", "en": "Chair" }}, "seats": 1 }}],
            "appointments": [{}]"#,
            seat("A", "k", "2024-01-01", "", cause)
        )
    };
    let terms =
        |cause| terms(&format!("[{}]", term("t", "2024-01-01", "2028-12-31", &more(cause))));
    assert_eq!(codes(&terms("elected"), "2024-01-31"), [Found::NotInducted]);
    let found = only(&terms("elected"), "2024-02-01");
    assert_eq!((found.code, found.days), (Found::HolderBeforeInduction, Some(31)));
    assert_eq!(found.until, Some(day("2024-01-31")));
    assert_eq!(codes(&terms("acting"), "2024-02-01"), []);
}

#[test]
fn an_appointment_without_a_last_day_ends_with_its_term() {
    let terms = board(&full_board().join(","));
    assert_eq!(terms.holders(day("2028-12-31")).len(), 3);
    assert_eq!(terms.holders(day("2029-01-01")), []);
    let chair = &terms.holders(day("2024-05-20"))[0];
    assert_eq!((chair.title.get(Lang::En), &*chair.person, &*chair.term), ("Chair", "A", "2024"));
}

#[test]
fn every_meaningless_entry_is_reported_in_its_place() {
    let more = r#", "offices": [
            { "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 0 },
            { "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 } ],
        "appointments": [
            { "person": "A", "office": "ketu", "period": { "first": "2024-01-01" }, "cause": "elected" },
            { "person": "B", "office": "ketua", "period": { "first": "2024-01-01" },
              "cause": "elected", "ended": "resigned" } ]"#;
    let terms = terms(&format!(
        "[{}, {}]",
        term("t", "2024-01-01", "2028-12-31", more),
        term("t", "2029-01-01", "2029-12-31", "")
    ));
    let mut problems = Vec::new();
    terms.problems(&mut problems);
    let found: Vec<_> = problems.iter().map(|p| (p.code, p.path.as_str())).collect();
    assert_eq!(
        found,
        [
            (Code::DuplicateId, "terms[1].id"),
            (Code::DuplicateId, "terms[0].offices[1].id"),
            (Code::OutOfRange, "terms[0].offices[0].seats"),
            (Code::UnknownReference, "terms[0].appointments[0].office"),
            (Code::MissingField, "terms[0].appointments[1].period"),
        ]
    );
    assert_eq!(problems[0].expected.as_deref(), Some("terms[0].id"));
    assert_eq!(problems[3].suggestion.as_deref(), Some("ketua"));
}

#[test]
fn problems_of_form_are_all_reported_with_their_places() {
    let json = r#"[{ "id": "t", "name": "t", "period": { "first": "2024-02-30" },
        "offices": [{ "id": "k", "title": { "id": "K" }, "seats": 70000 }],
        "appointments": [{ "person": "A", "office": "k", "cause": "electd" }] }]"#;
    let error = from_json::<Terms>(json).unwrap_err();
    let mut paths: Vec<_> = error.problems().iter().map(|p| p.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "[0].appointments[0]",
            "[0].appointments[0].cause",
            "[0].offices[0].seats",
            "[0].offices[0].title",
            "[0].period.first",
        ]
    );
}

#[test]
fn the_facts_are_those_of_the_current_term_or_the_last() {
    let terms = pekalongan();
    assert_eq!(terms.facts(day("2019-12-16")), BoardFacts::default());

    let first = terms.facts(day("2022-01-01"));
    assert_eq!((first.in_term, first.musda_held, first.inducted), (true, None, Some(true)));
    assert_eq!((first.oath_taken, first.term_length_months), (None, Some(48)));

    let between = terms.facts(day("2024-01-10"));
    assert_eq!((between.in_term, between.days_since_term_end), (false, Some(10)));
    assert_eq!((between.days_to_term_end, between.days_without_board), (None, 0));

    let second = terms.facts(day("2024-12-31"));
    assert_eq!((second.musda_held, second.oath_taken), (Some(true), Some(true)));
    assert_eq!((second.days_without_board, second.days_to_term_end), (140, Some(1461)));
    assert_eq!((second.seats, second.vacant_seats), (0, None));
    // "2024" may be any day of that year.
    assert_eq!(terms.facts(day("2024-05-20")).musda_held, None);
}

#[test]
fn the_seats_of_the_facts_are_those_of_the_day_or_of_the_last_day() {
    let mut seats = full_board();
    seats[1] = seat("B", "anggota", "2024-05-20", "2025-01-31", "elected");
    seats.push(seat("D", "ketua", "2024-05-20", "2024-12-31", "elected"));
    let terms = board(&seats.join(","));
    let of = |on| {
        let facts = terms.facts(day(on));
        (facts.seats, facts.vacant_seats, facts.overfilled_offices)
    };
    assert_eq!(of("2024-06-01"), (3, Some(0), 1));
    assert_eq!(of("2025-02-01"), (3, Some(1), 0));
    assert_eq!(of("2030-01-01"), (3, Some(1), 0));
}

#[test]
fn whole_months_count_both_ends() {
    let cases = [
        ("2019-01-01", "2023-12-31", 60),
        ("2024-05-20", "2029-05-19", 60),
        ("2024-05-20", "2029-05-18", 59),
        ("2024-05-20", "2028-12-31", 55),
        ("2024-01-31", "2024-01-31", 0),
    ];
    for (first, last, months) in cases {
        let terms = terms(&format!("[{}]", term("t", first, last, "")));
        assert_eq!(terms.facts(day(first)).term_length_months, Some(months), "{first}..{last}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    let terms = board(&full_board().join(","));
    let text = serde_json::to_string(&terms).unwrap_or_default();
    assert_eq!(from_json(&text), Ok(terms));
}

fn at(n: i64) -> Date {
    day("2020-01-01").plus_days(n).unwrap_or(day("2020-01-01"))
}

/// Up to four terms within some 800 days, with a few appointments to two offices.
fn any_terms() -> impl Strategy<Value = Terms> {
    let period = || {
        (0i64..600, prop::option::of(0i64..300)).prop_map(|(first, length)| {
            Period::new(at(first), length.map(|length| at(first + length)))
                .unwrap_or(Period::from(at(first)))
        })
    };
    let appointment =
        (0usize..4, 0usize..2, period(), 0usize..4).prop_map(|(person, office, period, cause)| {
            Appointment {
                person: ["A", "B", "C", "D"][person].into(),
                office: ["k", "m"][office].into(),
                period,
                cause: AppointmentCause::ALL[cause],
                ended: None,
            }
        });
    let offices: Vec<Office> = [("k", 1), ("m", 2)]
        .map(|(id, seats)| Office { id: id.into(), title: Localised::new(id, id), seats })
        .into();
    let term = (period(), prop::collection::vec(appointment, 0..6), prop::option::of(0i64..800))
        .prop_map(move |(period, appointments, inducted)| Term {
            id: String::new(),
            name: String::new(),
            period,
            musda: None,
            inductions: inducted
                .map(|n| Induction { on: at(n), by: "x".into(), place: None, oath: None })
                .into_iter()
                .collect(),
            offices: offices.clone(),
            appointments,
            source: None,
        });
    prop::collection::vec(term, 0..5).prop_map(|mut terms| {
        for (index, term) in terms.iter_mut().enumerate() {
            term.id = index.to_string();
        }
        Terms(terms)
    })
}

proptest! {
    #[test]
    fn no_finding_lies_in_the_future(terms in any_terms(), n in 0i64..1000) {
        for finding in terms.check(at(n)) {
            prop_assert!(finding.from.is_none_or(|from| from <= at(n)), "{:?}", finding);
            prop_assert!(finding.days.is_none_or(|days| days >= 0), "{:?}", finding);
        }
    }

    #[test]
    fn no_term_is_found_exactly_when_none_is_current(terms in any_terms(), n in 0i64..1000) {
        let found = codes(&terms, &at(n).to_string());
        let without = found.iter()
            .filter(|code| matches!(code, Found::NoTerm | Found::TermEndedWithoutSuccessor))
            .count();
        prop_assert_eq!(without, usize::from(terms.current(at(n)).is_none()));
        prop_assert_eq!(terms.facts(at(n)).in_term, terms.current(at(n)).is_some());
    }

    #[test]
    fn days_without_any_term_are_the_days_of_the_gaps(terms in any_terms(), n in 0i64..1000) {
        let on = at(n);
        let first = terms.as_slice().iter().map(|term| term.period.first()).min();
        let covered = |day: Date| terms.as_slice().iter().any(|term| term.period.contains(day));
        let bare = (0..=n).filter(|n| first.is_some_and(|first| first <= at(*n)) && !covered(at(*n)));
        let told: i64 = terms.check(on).iter()
            .filter(|finding| matches!(
                finding.code,
                Found::NoTerm | Found::TermEndedWithoutSuccessor | Found::GapBetweenTerms
            ))
            .filter_map(|finding| finding.days)
            .sum();
        prop_assert_eq!(told, bare.count() as i64);
    }

    #[test]
    fn seats_agree_with_who_holds_them_day_by_day(terms in any_terms(), n in 0i64..1000) {
        let on = at(n);
        let held = |term: &Term, office: &str, day: Date| {
            let holders = terms.holders(day);
            let here = holders.iter().filter(|h| h.term == term.id && h.office == office);
            here.map(|h| h.person.clone()).collect::<std::collections::BTreeSet<_>>().len()
        };
        for finding in terms.check(on) {
            let Some(term) = finding.term.as_deref().and_then(|id| terms.get(id)) else { continue };
            let Some(office) = finding.office.as_deref().and_then(|id| term.office(id)) else { continue };
            let seats = usize::from(office.seats);
            let told = usize::from(finding.seats.unwrap_or(0));
            match (finding.code, finding.from) {
                (Found::TooManyHolders, _) => prop_assert_eq!(held(term, &office.id, on), seats + told),
                (Found::VacantSeats, Some(from)) => {
                    prop_assert_eq!(held(term, &office.id, on) + told, seats);
                    prop_assert!(held(term, &office.id, from) < seats);
                    let before = from.day_before();
                    prop_assert!(
                        before < term.period.first() || held(term, &office.id, before) >= seats
                    );
                }
                _ => {}
            }
        }
    }
}
