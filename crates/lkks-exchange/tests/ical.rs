//! What stands in a calendar, and what is told where it cannot.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use lkks::calendar::date;
use lkks::{Lang, Register, RuleBook};
use lkks_exchange::{IcalOptions, write_ical};
use proptest::prelude::*;
use serde_json::{Value, json};

const RENEWABLE: &str = r#"{ "id": "renewable", "subject": "accreditation", "series": "renewable",
    "status": "example", "title": { "id": "Contoh", "en": "Example" }, "source": "made up for a test",
    "grade": [{ "code": "A", "label": { "id": "A", "en": "A" },
                "validity": { "lasts": { "years": 4 }, "certainty": "confirmed" } }],
    "renewal": { "apply_before": { "lasts": { "months": 6 }, "certainty": "reported",
                                   "cite": { "regulation": "Peraturan Contoh", "pasal": 7 } } } }"#;

/// The lines of a calendar, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn calendar(
    register: &Value,
    day: (i32, u32, u32),
    options: &IcalOptions,
) -> (Vec<String>, Vec<String>) {
    let register = Register::from_json(&register.to_string()).unwrap();
    let book = RuleBook::indonesia().with_json(RENEWABLE).unwrap().using("renewable").unwrap();
    let on = date(day.0, day.1, day.2).unwrap();
    let assessment = register.assess(&book, on).unwrap();
    let (calendar, lost) = write_ical(&register, &assessment, &book, options);
    (lines(&calendar), lost.into_iter().map(|problem| problem.path).collect())
}

fn register(organisation: Value) -> Value {
    let mut organisation = organisation;
    organisation["id"] = "LKS-001".into();
    organisation["name"] = "Yayasan A, B; C".into();
    json!({ "body": { "name": "LKKS", "level": "regency", "region": "33.75" },
            "organisations": [organisation] })
}

fn english() -> IcalOptions {
    IcalOptions { lang: Lang::En, ..IcalOptions::default() }
}

#[test]
fn a_last_day_is_told_with_its_rule_and_how_sure_that_is() {
    let register =
        register(json!({ "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }));
    let (lines, lost) = {
        let register = Register::from_json(&register.to_string()).unwrap();
        let book = RuleBook::indonesia();
        let assessment = register.assess(&book, date(2024, 1, 1).unwrap()).unwrap();
        let (calendar, lost) = write_ical(&register, &assessment, &book, &english());
        (self::lines(&calendar), lost)
    };
    assert!(lost.is_empty());
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20240408".to_owned()));
    assert!(lines.contains(&"DTSTAMP:20240101T000000Z".to_owned()));
    assert!(lines.contains(&"SUMMARY:Accreditation of Yayasan A\\, B\\; C ends".to_owned()));
    let described = lines.iter().find(|line| line.starts_with("DESCRIPTION:Yayasan")).unwrap();
    for part in [
        "Grade B.\\n",
        "Last day of validity: 8 April 2024.",
        "3 years from 9 April 2021.",
        "Basis: Permensos 17/2012 (assumed).",
        "How sure the whole judgement is: assumed.",
    ] {
        assert!(described.contains(part), "{part} in {described}");
    }
}

#[test]
fn what_a_paper_states_itself_and_what_is_not_known_are_told_apart() {
    let known = json!({ "certificates": [
        { "kind": "registration", "issued": "2023-01-01", "last_day": "2025-12-31" },
        { "kind": "operating-permit", "number": "SIOP 7", "issued": "2023-01-01" }] });
    let (lines, lost) = calendar(&register(known), (2024, 1, 1), &english());
    assert!(lines.iter().any(|line| line.contains("The last day is stated on the paper itself.")));
    assert_eq!(lost, ["organisations[0].certificates[1].last_day"]);
}

#[test]
fn a_paper_whose_last_day_is_known_to_its_year_alone_is_listed() {
    let known = json!({ "certificates": [
        { "kind": "registration", "issued": "2023", "last_day": "2025-12-31" }],
        "accreditations": [{ "decided": "2022-01-01", "grade": "B", "last_day": "2025" },
                           { "decided": "2023", "grade": "C", "number": "7" }] });
    let (lines, lost) = calendar(&register(known), (2024, 6, 1), &english());
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20251231".to_owned()));
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
    assert_eq!(lost, ["organisations[0].accreditations[1].last_day"]);
}

#[test]
fn a_withdrawn_paper_runs_out_on_no_day() {
    let gone = json!({ "certificates": [{ "kind": "registration", "issued": "2023-01-01",
        "last_day": "2025-12-31", "revoked": { "on": "2023-06-01" } }] });
    let (lines, lost) = calendar(&register(gone), (2024, 1, 1), &english());
    assert!(!lines.contains(&"BEGIN:VEVENT".to_owned()) && lost.is_empty());
}

#[test]
fn an_identifier_stays_when_the_calendar_is_written_later() {
    let held = register(json!({ "accreditations": [{ "decided": "2021-04-09", "grade": "A" }] }));
    let uids = |day| {
        let (lines, _) = calendar(&held, day, &english());
        lines.into_iter().filter(|line| line.starts_with("UID:")).collect::<Vec<_>>()
    };
    assert_eq!(uids((2023, 1, 1)), uids((2024, 1, 1)));
    assert_eq!(uids((2024, 1, 1)).len(), 2, "the last day, and the last day to ask for renewal");
}

#[test]
fn a_last_day_to_ask_for_renewal_stands_where_the_rules_give_one() {
    let held = register(json!({ "accreditations": [{ "decided": "2021-04-09", "grade": "A" }] }));
    let (lines, _) = calendar(&held, (2024, 1, 1), &english());
    let titles: Vec<_> = lines.iter().filter(|line| line.starts_with("SUMMARY:")).collect();
    let name = "Yayasan A\\, B\\; C";
    assert_eq!(*titles[0], format!("SUMMARY:Accreditation of {name}: last day to ask for renewal"));
    let described = lines.iter().find(|line| line.contains("Basis: Peraturan Contoh")).unwrap();
    for part in ["by 8 October 2024.", "at the latest 6 months before", "(from a secondary source)"]
    {
        assert!(described.contains(part), "{part} in {described}");
    }
}

#[test]
fn only_what_lies_ahead_is_called_to_mind() {
    let held = register(json!({ "certificates": [
        { "kind": "registration", "issued": "2023-01-01", "last_day": "2025-12-31" }] }));
    let alarms = |day, reminders: &[u32]| {
        let options = IcalOptions { reminders: reminders.to_vec(), ..english() };
        let (lines, _) = calendar(&held, day, &options);
        lines.into_iter().filter(|line| line.starts_with("TRIGGER")).collect::<Vec<_>>()
    };
    assert_eq!(alarms((2025, 1, 1), &[30, 90, 30]), ["TRIGGER:-P90D", "TRIGGER:-P30D"]);
    assert_eq!(alarms((2025, 12, 1), &[90, 30]), ["TRIGGER:-P30D"]);
    assert_eq!(alarms((2025, 12, 2), &[90, 30]), [""; 0]);
    assert_eq!(alarms((2025, 12, 31), &[0, u32::MAX]), ["TRIGGER:-P0D"]);
}

#[test]
fn a_musda_is_due_while_a_term_without_successor_runs() {
    let term = |id: &str, first: &str, last: &str| {
        json!({ "id": id, "name": id,
        "period": { "first": first, "last": last } })
    };
    let with = |terms: Value| {
        let mut register = register(json!({}));
        register["terms"] = terms;
        let (lines, _) = calendar(&register, (2028, 6, 1), &english());
        let titles = lines.into_iter().filter(|line| line.starts_with("SUMMARY"));
        titles.map(|line| line["SUMMARY:".len()..].to_owned()).collect::<Vec<_>>()
    };
    let running = term("2024–2028", "2024-05-20", "2028-12-31");
    let next = term("2029–2033", "2029-01-01", "2033-12-31");
    let due = "Musda due for the successor of the term 2024–2028 (LKKS)";
    let ends = "The term 2024–2028 ends (LKKS)";
    assert_eq!(with(json!([running])), [due, ends]);
    assert_eq!(with(json!([running, next])), [ends, "The term 2029–2033 ends (LKKS)"]);
}

proptest! {
    #[test]
    fn any_names_make_a_calendar_whose_lines_are_short_and_whose_parts_close(
        name in any::<String>(), number in any::<String>(), body in any::<String>()
    ) {
        let register = json!({
            "body": { "name": body, "level": "regency" }, "notice": name,
            "organisations": [{ "id": "a", "name": name, "certificates": [
                { "kind": "registration", "number": number, "issued": "2023-01-01",
                  "last_day": "2025-12-31" }] }] });
        let Ok(register) = Register::from_json(&register.to_string()) else { return Ok(()) };
        let book = RuleBook::indonesia();
        let assessment = register.assess(&book, date(2024, 1, 1).unwrap()).unwrap();
        let (calendar, _) = write_ical(&register, &assessment, &book, &english());
        prop_assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']));
        let count = |what: &str| lines(&calendar).iter().filter(|line| *line == what).count();
        prop_assert_eq!(count("BEGIN:VEVENT"), 1);
        prop_assert_eq!(count("BEGIN:VALARM"), count("END:VALARM"));
        prop_assert!(calendar.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }
}
