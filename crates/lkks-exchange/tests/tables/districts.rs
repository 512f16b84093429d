//! `lksa-per-kecamatan.xlsx`: a sheet for each district, each in a form of its own.

use super::{cells, codes, grades, named, organisations, reading, stands};
use lkks::organisation::Organisation;
use lkks_exchange::Reading;

fn districts() -> Reading {
    reading("lksa-per-kecamatan.xlsx", "{}")
}

#[test]
fn every_sheet_is_read_by_its_own_headings() {
    let districts = districts();
    stands("lksa-per-kecamatan.txt", &districts);
    assert_eq!(organisations(&districts).len(), 4 + 3 + 4 + 3);
    assert_eq!(codes(&districts, "Rekap!A1"), ["unused-sheet"]);
    let region = |one: &Organisation| one.place.as_ref().unwrap().region.to_string();
    let regions: Vec<_> = organisations(&districts).iter().map(region).collect();
    assert!(regions.iter().all(|region| region.len() == 13), "{regions:?}");
}

#[test]
fn days_count_from_1904_where_the_file_says_so() {
    let districts = districts();
    let akasia = &named(&districts, "LKSA Contoh Akasia").accreditations[0];
    assert_eq!(akasia.decided.to_string(), "2022-09-12");
    assert_eq!(akasia.last_day.unwrap().to_string(), "2025-09-11");
    let grades = grades(&districts);
    assert_eq!(grades, [("A".to_owned(), 1), ("B".to_owned(), 2), ("C".to_owned(), 1)]);
}

#[test]
fn a_permit_of_which_only_the_last_day_is_given_is_asked_about() {
    let districts = districts();
    for row in 4..=7 {
        assert!(codes(&districts, &format!("Pkl Utara!G{row}")).contains(&"paper-not-kept"));
    }
    // A cross may be a tick.
    assert_eq!(codes(&districts, "Pkl Selatan!E4"), ["ambiguous-value"]);
    assert_eq!(cells(&districts, "made-body"), ["A2"]);
}
