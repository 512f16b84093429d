//! Lists that were published, in the form of tables.

use super::{codes, grades, organisations, reading, stands};
use lkks::organisation::Kind;

/// The day of handing over stands for the decision because the person who reads it says so.
const KOLAKA: &str = r#"{ "mapping": { "columns": [
    { "heading": "Tgl. Penyerahan", "field": "accreditation_decided" }
] } }"#;
const BANDUNG: &str = r#"{ "mapping": { "columns": [
    { "heading": "Tahun", "field": "accreditation_decided" }
] } }"#;

#[test]
fn kolaka_utara_has_seven_with_their_grades() {
    let reading = reading("kolaka-utara-2021.xlsx", KOLAKA);
    stands("kolaka-utara-2021.txt", &reading);
    assert!(!reading.has_errors());
    let data = reading.register().unwrap().data();
    assert_eq!(data.body.region.as_ref().unwrap().as_str(), "74.08");
    assert_eq!(organisations(&reading).len(), 7);
    assert_eq!(grades(&reading), [("B".to_owned(), 1), ("C".to_owned(), 6)]);
    let mut days = organisations(&reading).iter().flat_map(|one| &one.accreditations);
    assert!(days.all(|one| one.decided.to_string() == "2021-05-27"));
    let kinds: Vec<_> = organisations(&reading).iter().filter_map(|one| one.kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == Kind::LksLu).count(), 1);
    assert_eq!(kinds.len(), 7);
}

#[test]
fn a_day_of_handing_over_is_not_taken_for_a_decision() {
    let reading = reading("kolaka-utara-2021.xlsx", "{}");
    assert_eq!(codes(&reading, "Sheet1!D5"), ["unused-column"]);
    assert!(grades(&reading).is_empty());
    assert_eq!(codes(&reading, "Sheet1!C7"), ["paper-not-kept"]);
}

#[test]
fn bandung_barat_has_six_with_their_districts_and_without_grades() {
    let reading = reading("bandung-barat-2018.xlsx", BANDUNG);
    stands("bandung-barat-2018.txt", &reading);
    assert!(!reading.has_errors());
    let regions: Vec<_> = organisations(&reading)
        .iter()
        .map(|one| one.place.as_ref().unwrap().region.to_string())
        .collect();
    let districts = ["32.17.01", "32.17.01", "32.17.03", "32.17.09", "32.17.10", "32.17.11"];
    assert_eq!(regions, districts);
    assert_eq!(grades(&reading), [("-".to_owned(), 6)]);
    let mut decided = organisations(&reading).iter().map(|one| one.accreditations[0].decided);
    assert!(decided.all(|year| year.to_string() == "2018"));
}

#[test]
fn tapin_says_who_is_accredited_and_not_since_when() {
    let reading = reading("tapin-2021.csv", "{}");
    stands("tapin-2021.txt", &reading);
    let names: Vec<_> = organisations(&reading).iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names[4], "LKSA Budi Akhlakul Karimah");
    assert_eq!(names.len(), 6);
    assert!(grades(&reading).is_empty());
    assert!(
        (5..11).all(|row| codes(&reading, &format!("tapin-2021!C{row}")) == ["paper-not-kept"])
    );
}
