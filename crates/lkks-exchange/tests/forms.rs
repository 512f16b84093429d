//! One register in every form that it can be read in again.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use lkks::Register;
use lkks_exchange::{ReadOptions, read, write_csv, write_hsds, write_popolo};

/// Made up.
const REGISTER: &str = r#"{
    "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
    "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh", "legal_form": "yayasan" }],
    "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }]
}"#;

#[test]
fn a_register_is_known_in_whichever_form_it_comes() {
    let register = Register::from_json(REGISTER).unwrap();
    for text in [
        register.to_json(),
        format!("\u{feff}{}", register.to_json()),
        write_csv(&register).0,
        write_hsds(&register).0,
        write_popolo(&register).0,
    ] {
        let reading = read(text.as_bytes(), &ReadOptions::default());
        let reading = reading.unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(reading.into_register().as_ref(), Ok(&register), "{text}");
    }
}

#[test]
fn json_that_is_none_of_them_is_told_as_a_register_that_lacks_its_body() {
    let error = read(b"{ \"x\": 1 }", &ReadOptions::default()).unwrap_err();
    let codes: Vec<&str> = error.problems().iter().map(|problem| problem.code.key()).collect();
    assert_eq!(codes, ["unknown-field", "missing-field"]);
    let error = read(b"{ \"x\": ", &ReadOptions::default()).unwrap_err();
    assert_eq!(error.code().key(), "invalid-json");
}
