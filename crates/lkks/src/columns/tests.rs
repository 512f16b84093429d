//! Blocks held against the row evaluator, on books, tables and days made by chance.

use super::*;
use crate::assess::{EligibilityStatus, Judgement, Outcome, StandingStatus};
use crate::calendar::Date;
use crate::facts::Scalar;
use crate::rules::Certainty;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// A row as it is written, by input.
type Cells1 = Vec<Option<Scalar>>;

/// A block of rows, filled as a table would fill it.
fn block(plan: &ColumnPlan, rows: &[(Option<i32>, Cells1)], one_day: bool) -> Block {
    let mut block = Block::for_plan(plan);
    block.rows = rows.len();
    block.one_day = one_day;
    for (row, (on, _)) in rows.iter().enumerate() {
        if let Some(on) = on {
            block.on.values[row] = *on;
            block.on.known.insert(row);
        }
    }
    for (place, input) in plan.inputs().iter().enumerate() {
        if rows.iter().all(|(_, cells)| cells[place].is_none()) {
            continue;
        }
        let cells = rows.iter().map(|(_, cells)| cells[place].as_ref()).enumerate();
        block.cells[place] = match input.kind {
            InputKind::Flag => {
                let mut flags = Flags::default();
                for (row, cell) in cells {
                    match cell {
                        None => {}
                        Some(Scalar::Boolean(yes)) => {
                            flags.known.insert(row);
                            if *yes {
                                flags.yes.insert(row);
                            }
                        }
                        Some(_) => flags.bad.insert(row),
                    }
                }
                super::Cells::Flags(flags)
            }
            InputKind::Number => super::Cells::Numbers(column(cells, |cell| match cell {
                Scalar::Number(number) => Some(number.steps()),
                Scalar::Text(text) => text.parse().ok().map(crate::Decimal::steps),
                Scalar::Boolean(_) => None,
            })),
            InputKind::Day => super::Cells::Days(column(cells, |cell| match cell {
                Scalar::Text(text) => text.parse().ok().map(days::day_number),
                _ => None,
            })),
            InputKind::Word => {
                super::Cells::Words(column(cells, |cell| plan.word(place, &cell.to_string())))
            }
        };
    }
    block
}

fn column<'c, T: Copy + Default>(
    cells: impl Iterator<Item = (usize, Option<&'c Scalar>)>,
    read: impl Fn(&Scalar) -> Option<T>,
) -> Column<T> {
    let mut column = Column::<T>::default();
    for (row, cell) in cells.filter_map(|(row, cell)| Some((row, cell?))) {
        match read(cell) {
            Some(value) => {
                column.values[row] = value;
                column.known.insert(row);
            }
            None => column.bad.insert(row),
        }
    }
    column
}

/// What is said of a row, in words.
#[derive(Debug, Default, PartialEq, Eq)]
struct Said {
    standing: Option<StandingStatus>,
    eligibility: Option<EligibilityStatus>,
    certainty: Option<Certainty>,
    last_day: Option<Date>,
    rules: Option<String>,
    grade: Option<String>,
    score: Option<i64>,
    next: Option<(String, i64)>,
    unmet: Vec<String>,
    unknown: Vec<String>,
    citations: Vec<Option<String>>,
}

fn by_column(plan: &ColumnPlan, answers: &Answers, row: usize) -> Said {
    let text = |texts: &[String], code: u16| texts.get(usize::from(code)).cloned();
    let has = |set: &[u64]| set[row / 64] >> (row % 64) & 1 == 1;
    let list = |lists: &Lists| -> Vec<u16> {
        let start = if row == 0 { 0 } else { lists.ends[row - 1] };
        lists.codes[start as usize..lists.ends[row] as usize].to_vec()
    };
    let steps = |steps: i128| i64::try_from(steps).unwrap_or(i64::MAX);
    let named = |lists: &Lists| {
        list(lists).into_iter().filter_map(|code| text(plan.criteria(), code)).collect()
    };
    Said {
        standing: StandingStatus::ALL.get(usize::from(answers.standing[row])).copied(),
        eligibility: EligibilityStatus::ALL.get(usize::from(answers.eligibility[row])).copied(),
        certainty: Certainty::ALL.get(usize::from(answers.certainty[row])).copied(),
        last_day: has(&answers.has_last_day).then(|| days::day(answers.last_day[row])).flatten(),
        rules: text(plan.rule_ids(), answers.rules[row]),
        grade: text(plan.grades(), answers.grade[row]),
        score: has(&answers.has_score).then(|| steps(answers.score[row])),
        next: has(&answers.has_points).then(|| {
            let grade = text(plan.grades(), answers.next_grade[row]).unwrap_or_default();
            (grade, steps(answers.points[row]))
        }),
        unmet: named(&answers.unmet),
        unknown: named(&answers.unknown),
        citations: list(&answers.citations)
            .into_iter()
            .map(|code| text(plan.citations(), code))
            .collect(),
    }
}

fn by_row(judgement: Option<&Judgement>) -> Said {
    let Some(judged) = judgement else {
        return Said {
            standing: Some(StandingStatus::Never),
            eligibility: Some(EligibilityStatus::NoRules),
            certainty: Some(Certainty::Confirmed),
            ..Said::default()
        };
    };
    let with = |outcome: Outcome| judged.findings.iter().filter(move |f| f.outcome == outcome);
    let names = |outcome| with(outcome).map(|f| f.info.criterion.clone()).collect();
    let score = judged.score.as_ref();
    Said {
        standing: Some(judged.standing.status),
        eligibility: Some(judged.eligibility.status),
        certainty: Some(judged.certainty),
        last_day: judged.standing.last_day,
        rules: judged.rules.as_ref().map(|rules| rules.pack.clone()),
        grade: score.and_then(|score| score.grade.clone()),
        score: score.and_then(|score| score.total).map(crate::Decimal::steps),
        next: score
            .and_then(|score| score.to_next.as_ref())
            .map(|next| (next.grade.clone(), next.points.steps())),
        unmet: names(Outcome::NotMet),
        unknown: names(Outcome::Unknown),
        citations: with(Outcome::NotMet)
            .chain(with(Outcome::Unknown))
            .map(|finding| finding.info.cited.clone())
            .collect(),
    }
}

fn hold_against_rows(
    plan: &ColumnPlan,
    rows: &[(Option<i32>, Cells1)],
    one_day: bool,
) -> Result<(), TestCaseError> {
    let mut answers = Answers::default();
    plan.judge(&block(plan, rows, one_day), &mut answers);
    prop_assert_eq!(answers.rows, rows.len());
    for (row, (on, cells)) in rows.iter().enumerate() {
        let said = by_column(plan, &answers, row);
        let is_told = answers.faults.iter().any(|fault| {
            let cell = |input: Option<usize>| match input {
                None => None,
                Some(input) => cells[input].clone(),
            };
            fault.row == row
                && plan.problem(fault, &cell).severity == crate::problem::Severity::Error
        });
        let on = on.and_then(days::day);
        let verdict = on.map(|on| plan.explain("a", "A", on, &|input| cells[input].clone()));
        match verdict {
            None | Some(Err(_)) => {
                let refused =
                    Said { eligibility: Some(EligibilityStatus::Invalid), ..Said::default() };
                prop_assert_eq!(said, refused, "row {}: {:?} {:?}", row, verdict, cells);
                prop_assert!(is_told, "row {} of {:?}", row, cells);
            }
            Some(Ok(verdict)) => {
                let judged =
                    verdict.judgements().find(|judgement| judgement.subject == plan.subject());
                let expected = by_row(judged);
                let told = |cells: &Cells1| -> Vec<String> {
                    let names = plan.inputs().iter().zip(cells);
                    names.filter_map(|(i, c)| Some(format!("{}={}", i.name, c.as_ref()?))).collect()
                };
                prop_assert_eq!(&said, &expected, "row {} on {:?}: {:?}", row, on, told(cells));
                let invalid = said.eligibility == Some(EligibilityStatus::Invalid);
                prop_assert_eq!(is_told, invalid, "row {} of {:?}", row, cells);
            }
        }
    }
    Ok(())
}

fn any_day() -> impl Strategy<Value = i32> {
    // Around the starts of versions, month ends and leap days, and over some years.
    let edges =
        ["2018-03-08", "2020-01-01", "2024-02-29", "2025-08-01", "2023-12-31", "2011-06-30"]
            .map(|text| text.parse::<Date>().map(days::day_number).unwrap_or_default());
    prop_oneof![
        3 => (select(edges.to_vec()), -2..=2).prop_map(|(day, more)| day + more),
        6 => 15_300..21_500i32,
        1 => select(vec![DAY_NUMBERS.0, DAY_NUMBERS.1, -40_000, 60_000]),
    ]
}

/// What may stand in a cell, before the plan says what the cell is for.
#[derive(Clone, Debug)]
enum Drawn {
    Nothing,
    Right(i32, Index, bool, i64),
    Wrong(u8),
}

fn drawn() -> impl Strategy<Value = Drawn> {
    prop_oneof![
        4 => Just(Drawn::Nothing),
        12 => (any_day(), any::<Index>(), any::<bool>(), number())
            .prop_map(|(day, word, yes, number)| Drawn::Right(day, word, yes, number)),
        1 => (0..40u8).prop_map(Drawn::Wrong),
    ]
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        (0..=100i64).prop_map(|n| n * 10_000),
        0..=1_000_000i64,
        select(vec![609_999, 610_000, 499_999, 909_999, 850_000, 1_000_001, -1, 5_000]),
    ]
}

fn cell(plan: &ColumnPlan, input: usize, drawn: &Drawn) -> Option<Scalar> {
    let text = |text: &str| Some(Scalar::Text(text.to_owned()));
    let number = |steps| crate::Decimal::from_steps(steps).map(Scalar::Number);
    match (drawn, plan.inputs()[input].kind) {
        (Drawn::Nothing, _) => None,
        (Drawn::Right(_, _, yes, _), InputKind::Flag) => Some(Scalar::Boolean(*yes)),
        (Drawn::Right(_, _, _, steps), InputKind::Number) => number(*steps),
        (Drawn::Right(day, ..), InputKind::Day) => text(&days::day(*day)?.to_string()),
        (Drawn::Right(_, word, ..), InputKind::Word) if input == plan.records.region => {
            let more = ["33.75.01", "33.74", "33", "11.01.01.2001"];
            let own = plan.regions.iter().map(RegionCode::as_str);
            let known: Vec<&str> = own.chain(more).collect();
            text(known[word.index(known.len())])
        }
        (Drawn::Right(_, word, ..), InputKind::Word) => {
            let words = &plan.words[input];
            match words.get(word.index(words.len() + 1)) {
                Some(known) => text(known),
                None => text("lain"),
            }
        }
        // Rarely, so that most rows are judged.
        (Drawn::Wrong(0), _) => text("rusak"),
        (Drawn::Wrong(1), _) => Some(Scalar::Boolean(true)),
        (Drawn::Wrong(2), _) => number(123_456),
        (Drawn::Wrong(_), _) => None,
    }
}

fn rows(plan: &ColumnPlan, drawn: &[(Option<i32>, Vec<Drawn>)]) -> Vec<(Option<i32>, Cells1)> {
    let inputs = 0..plan.inputs().len();
    let of = |row: &[Drawn]| -> Cells1 {
        inputs.clone().map(|input| cell(plan, input, &row[input % row.len()])).collect()
    };
    drawn.iter().map(|(on, row)| (*on, of(row))).collect()
}

fn drawn_rows() -> impl Strategy<Value = Vec<(Option<i32>, Vec<Drawn>)>> {
    let on = prop::option::weighted(0.97, any_day());
    prop::collection::vec((on, prop::collection::vec(drawn(), 61)), 1..40)
}

fn subject() -> impl Strategy<Value = Subject> {
    select(vec![Subject::Registration, Subject::OperatingPermit, Subject::Accreditation])
}

/// The books of the library, with what may be chosen and assumed.
fn known_book() -> impl Strategy<Value = RuleBook> {
    let packs = [
        "ban-sm-sd-2020s",
        "ban-sm-sd-2018",
        "ilustrasi-instrumen-lks",
        "ilustrasi-instrumen-lks-2025",
        "permensos-8-2025",
        "permensos-17-2012",
        "kota-semarang-800-661-2023",
        "permensos-30-huk-2011",
    ];
    let some = |most| prop::collection::vec(select(packs.to_vec()), 0..=most);
    (some(2), some(1)).prop_map(|(chosen, assumed)| {
        let mut book = RuleBook::indonesia();
        for id in chosen {
            book = book.using(id).unwrap_or_else(|error| panic!("{error}"));
        }
        for id in assumed {
            book = book.assuming(id).unwrap_or_else(|error| panic!("{error}"));
        }
        book
    })
}

fn certainty() -> impl Strategy<Value = Value> {
    select(vec!["confirmed", "confirmed", "reported", "assumed"]).prop_map(Value::from)
}

fn length() -> impl Strategy<Value = Value> {
    prop_oneof![
        (1..6).prop_map(|years| json!({ "years": years })),
        (1..30).prop_map(|months| json!({ "months": months })),
        (1..90).prop_map(|days| json!({ "days": days })),
    ]
}

fn figure() -> BoxedStrategy<Value> {
    (length(), certainty(), certainty()).prop_map(|(lasts, certainty, counting)| {
        json!({ "lasts": lasts, "certainty": certainty, "counting_certainty": counting })
    })
    .boxed()
}

fn cited_figure() -> BoxedStrategy<Value> {
    (length(), certainty()).prop_map(|(lasts, certainty)| {
        json!({ "lasts": lasts, "certainty": certainty, "cite": { "regulation": "R" } })
    })
    .boxed()
}

fn condition() -> BoxedStrategy<Value> {
    let flags = vec![
        "yes_no",
        "registered",
        "registered_before",
        "permitted",
        "accredited",
        "accredited_before",
        "member",
        "incorporated",
        "serves_children",
    ];
    let dates = vec![
        "day",
        "founded",
        "member_since",
        "registration_last_day",
        "accreditation_decided",
        "accreditation_last_day",
        "permit_last_day",
    ];
    let day = any_day().prop_map(|day| days::day(day).map(|day| day.to_string()).into());
    let leaf = prop_oneof![
        select(vec!["paper", "lasting_paper", "deed"]).prop_map(|d| json!({ "document": d })),
        select(vec!["paper", "lasting_paper", "legal_approval"])
            .prop_map(|d| json!({ "present": d })),
        select(flags.clone()).prop_map(|fact| json!({ "fact": fact })),
        select(flags).prop_map(|fact| json!({ "fact": fact, "equals": false })),
        (select(vec!["at_least", "at_most", "more_than", "less_than"]), 0..100i64)
            .prop_map(|(ask, n)| json!({ "fact": "points", ask: n })),
        (select(vec!["at_least", "at_most", "more_than", "less_than"]), 0..5i64)
            .prop_map(|(ask, n)| json!({ "fact": "warnings", ask: n })),
        (0..5i64).prop_map(|n| json!({ "fact": "count", "one_of": [n, n + 2] })),
        select(vec!["red", "green"]).prop_map(|word| json!({ "fact": "colour", "equals": word })),
        select(vec!["lksa", "other"]).prop_map(|word| json!({ "fact": "kind", "equals": word })),
        select(vec!["yayasan", "government"])
            .prop_map(|word| json!({ "fact": "legal_form", "one_of": [word, "perkumpulan"] })),
        select(vec!["A", "B", "Z"])
            .prop_map(|word| json!({ "fact": "accreditation_grade", "equals": word })),
        (select(dates.clone()), length())
            .prop_map(|(fact, length)| json!({ "fact": fact, "held_for": length })),
        (select(dates), select(vec!["at_least", "at_most", "more_than", "less_than"]), day)
            .prop_map(|(fact, ask, day): (_, _, Value)| json!({ "fact": fact, ask: day })),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|all| json!({ "all": all })),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|any| json!({ "any": any })),
            inner.prop_map(|not| json!({ "not": not })),
        ]
    })
    .boxed()
}

fn with(mut object: Value, more: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    for (key, value) in more {
        if let Some(value) = value {
            object[key] = value;
        }
    }
    object
}

fn criterion(id: usize) -> BoxedStrategy<Value> {
    let gate = select(vec!["registration", "application", "renewal", "grade", "keeping"]);
    let grade = select(vec!["A", "B", "C"]);
    let when = prop::option::weighted(0.3, condition());
    (gate, grade, when, condition(), certainty())
        .prop_map(move |(gate, grade, when, require, certainty)| {
            let criterion = json!({
                "id": format!("c{id}"), "gates": gate, "require": require, "certainty": certainty,
                "cite": { "regulation": format!("R{}", id % 2) },
            });
            let grade = (gate == "grade").then(|| grade.into());
            with(criterion, [("when", when), ("grade", grade)])
        })
        .boxed()
}

fn instrument() -> BoxedStrategy<Value> {
    let mode = select(vec!["half-up", "half-even", "down", "up"]);
    let weights = (1..40i64, 1..40i64, "[0-9]\\.[0-9]{1,4}");
    let bands = (60..75i64, 76..88i64);
    let floors = (0..90i64, 0..3u32, prop::option::of(select(vec!["A", "B", "C"])), any::<bool>());
    let known = prop::collection::vec(certainty(), 4);
    (mode, 0..5u8, weights, bands, floors, known)
        .prop_map(|(mode, places, weights, (c, b), (least, allowed, grade, one), sure)| {
            let floor = json!({
                "id": "floor", "at_least": least, "allowed": allowed, "certainty": sure[3],
                "label": { "id": "x", "en": "x" }, "cite": { "regulation": "F" },
            });
            let component = one.then(|| "points".into());
            let floor = with(floor, [("grade", grade.map(Value::from)), ("component", component)]);
            let last: crate::Decimal = weights.2.parse().unwrap_or_default();
            let whole = crate::Decimal::from_integer(weights.0 + weights.1).unwrap_or_default();
            let whole = whole.plus(last);
            // Bands have no gap between two scores as they are rounded.
            let above = |most: i64| {
                let step = 10_i64.pow(4 - u32::from(places.min(4)));
                crate::Decimal::from_steps(most * 10_000 + step).map(|least| least.to_string())
            };
            json!({
                "weights_total": whole.to_string(),
                "rounding": { "places": places, "mode": mode, "certainty": sure[0] },
                "component": [
                    { "fact": "points", "weight": weights.0, "certainty": sure[1] },
                    { "fact": "more_points", "weight": weights.1, "certainty": sure[1] },
                    { "fact": "count", "weight": weights.2, "certainty": sure[1] },
                ],
                "band": [
                    { "grade": "A", "min": above(b), "max": 100, "certainty": sure[2] },
                    { "grade": "B", "min": above(c), "max": b, "certainty": sure[2] },
                    { "grade": "C", "min": above(39), "max": c, "certainty": sure[2] },
                    { "grade": "D", "min": 0, "max": 39, "certainty": sure[2] },
                ],
                "floor": [floor],
            })
        })
        .boxed()
}

fn facts(papers: Value) -> Value {
    let label = json!({ "id": "x", "en": "x" });
    let fact = |name: &str, kind: &str| json!({ "name": name, "type": kind, "label": label });
    let bounded = |name: &str, kind: &str, max: i64| {
        with(fact(name, kind), [("min", Some(0.into())), ("max", Some(max.into()))])
    };
    json!([
        fact("yes_no", "boolean"),
        bounded("points", "decimal", 100),
        bounded("more_points", "decimal", 100),
        bounded("count", "integer", 40),
        fact("day", "date"),
        with(fact("colour", "choice"), [("choices", Some(json!(["red", "green", "blue"])))]),
        fact("paper", "document"),
        with(fact("lasting_paper", "document"), [("valid_for", Some(papers))]),
    ])
}

fn pack(id: usize) -> BoxedStrategy<Value> {
    let days = prop::option::weighted(
        0.8,
        prop_oneof![
            any_day().prop_map(|day| days::day(day).map(|day| day.to_string()).into()),
            (2011..2026i32).prop_map(|year: i32| Value::from(year.to_string())),
            (2011..2026i32).prop_map(|year: i32| Value::from(format!("{year}-07"))),
        ],
    );
    let region = prop::option::weighted(0.3, select(vec!["33.75", "33", "33.74"]));
    let scope = (days, region, prop::option::weighted(0.3, condition()), 0..3usize);
    let grades = prop::collection::vec(prop::option::weighted(0.7, figure()), 4);
    let criteria = prop::collection::vec(0..1u8, 0..7)
        .prop_flat_map(|all| (0..all.len()).map(criterion).collect::<Vec<_>>());
    let renewal = (
        prop::option::of(cited_figure()),
        prop::option::of(cited_figure()),
        prop::option::of((any::<bool>(), certainty())),
    );
    let transitions = prop::collection::vec(
        (0..3usize, any::<bool>(), any::<bool>(), prop::option::of(length()), certainty()),
        0..2,
    );
    let parts = (
        prop::option::weighted(0.7, instrument()),
        prop::option::of(figure()),
        renewal,
        transitions,
        figure(),
    );
    (scope, grades, criteria, parts, subject())
        .prop_map(move |(scope, grades, criteria, parts, subject)| {
            let (from, region, applies_when, series) = scope;
            let (instrument, validity, (opens, before, runs_on), transitions, papers) = parts;
            let grades: Vec<Value> = ["A", "B", "C", "D"]
                .iter()
                .zip(grades)
                .map(|(code, validity)| {
                    let grade = json!({
                        "code": code, "label": { "id": "x", "en": "x" }, "accredited": *code != "D",
                    });
                    with(grade, [("validity", validity)])
                })
                .collect();
            let runs_on = runs_on.map(|(value, certainty)| {
            json!({ "value": value, "certainty": certainty, "cite": { "regulation": "N" } })
        });
            let renewal = with(
                json!({}),
                [("opens_after", opens), ("apply_before", before), ("runs_on", runs_on)],
            );
            let transitions: Vec<Value> = transitions
                .into_iter()
                .map(|(from, keep, old, grace, certainty)| {
                    let transition = json!({
                        "from": format!("p{from}"),
                        "certificates": if keep { "keep" } else { "lapse" },
                        "applications": if old { "old" } else { "new" },
                        "certainty": certainty,
                    });
                    with(transition, [("grace", grace)])
                })
                .collect();
            let in_force =
                from.map(|known| json!({ "from": { "known": known, "certainty": "assumed" } }));
            let pack = json!({
                "id": format!("p{id}"), "subject": subject, "source": "made up for a test",
                "series": format!("s{series}"),
                "title": { "id": "x", "en": "x" }, "fact": facts(papers), "criterion": criteria,
                "grade": grades, "renewal": renewal, "transition": transitions,
            });
            with(
                pack,
                [
                    ("region", region.map(Value::from)),
                    ("applies_when", applies_when),
                    ("in_force", in_force),
                    ("instrument", instrument),
                    ("validity", validity),
                ],
            )
        })
        .boxed()
}

/// The book with a pack, without those of its criteria that the loader finds to be no question.
fn taken(book: &RuleBook, mut pack: Value) -> Option<RuleBook> {
    let error = match book.with_json(&pack.to_string()) {
        Ok(book) => return Some(book),
        Err(error) => error,
    };
    let paths: Vec<&str> = error.problems().iter().map(|problem| problem.path.as_str()).collect();
    let criteria = pack["criterion"].as_array_mut()?;
    let mut index = 0;
    criteria.retain(|_| {
        let path = format!("criterion[{index}]");
        index += 1;
        !paths.iter().any(|told| told.starts_with(&path))
    });
    book.with_json(&pack.to_string()).ok()
}

/// Books of packs made by chance, those that the loader takes.
fn made_up_book() -> impl Strategy<Value = RuleBook> {
    let packs = (pack(0), pack(1), pack(2), pack(3));
    (packs, prop::option::of(0..4usize)).prop_map(|((a, b, c, d), assumed)| {
        let mut book = RuleBook::empty();
        for pack in [a, b, c, d] {
            book = taken(&book, pack).unwrap_or(book);
        }
        let assumed = assumed.and_then(|id| book.assuming(&format!("p{id}")).ok());
        assumed.unwrap_or(book)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_block_says_what_the_row_evaluator_says(
        (book, subject, drawn) in (known_book(), subject(), drawn_rows())
    ) {
        let plan = ColumnPlan::of(&book, subject).unwrap_or_else(|error| panic!("{error}"));
        hold_against_rows(&plan, &rows(&plan, &drawn), false)?;
    }

    #[test]
    fn a_block_of_one_day_says_the_same(
        (book, on, subject, drawn) in (known_book(), any_day(), subject(), drawn_rows())
    ) {
        let plan = ColumnPlan::of(&book, subject).unwrap_or_else(|error| panic!("{error}"));
        let drawn: Vec<_> = drawn.into_iter().map(|(_, cells)| (Some(on), cells)).collect();
        hold_against_rows(&plan, &rows(&plan, &drawn), true)?;
    }

    #[test]
    fn a_block_says_the_same_by_packs_made_by_chance(
        (book, subject, drawn) in (made_up_book(), subject(), drawn_rows())
    ) {
        let plan = ColumnPlan::of(&book, subject).unwrap_or_else(|error| panic!("{error}"));
        hold_against_rows(&plan, &rows(&plan, &drawn), false)?;
    }
}

#[test]
fn packs_made_by_chance_are_mostly_taken() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut taken = 0;
    for _ in 0..50 {
        let book = made_up_book().new_tree(&mut runner).map(|tree| tree.current());
        taken += book.map(|book| book.plans().count()).unwrap_or_default();
    }
    assert!(taken > 100, "{taken} of 200");
}
