//! The example register in every format: what is written stands in `examples/data`, where other
//! programs check it; with `LKKS_BLESS=1` it is written anew.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

mod golden;

use lkks::calendar::date;
use lkks::{Assessment, Lang, Register, RuleBook};
use lkks_exchange::{
    IcalOptions, TemplateOptions, XlsxOptions, write_data_package, write_ical, write_json_ld,
    write_template, write_xlsx,
};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

fn example() -> (Register, RuleBook, Assessment) {
    let text = fs::read_to_string(folder().join("kota-pekalongan-synthetic.json")).unwrap();
    let register = Register::from_json(&text).unwrap();
    let book = RuleBook::indonesia();
    let assessment = register.assess(&book, date(2026, 11, 24).unwrap()).unwrap();
    (register, book, assessment)
}

/// Holds what is written now against the example of this name.
fn stands(name: &str, written: &[u8]) {
    golden::stands(&folder().join(name), written);
}

#[test]
fn the_calendar_stands_in_both_languages() {
    let (register, book, assessment) = example();
    for (lang, name) in [
        (Lang::Id, "kota-pekalongan-synthetic.ics"),
        (Lang::En, "kota-pekalongan-synthetic.en.ics"),
    ] {
        let options = IcalOptions { lang, ..IcalOptions::default() };
        let (calendar, lost) = write_ical(&register, &assessment, &book, &options);
        stands(name, calendar.as_bytes());
        assert!(lost.iter().all(|problem| problem.code.key() == "not-held"));
        assert!(lost.iter().any(|problem| problem.path == "terms[1].musda.on"));
    }
}

#[test]
fn the_json_ld_stands() {
    let (register, ..) = example();
    let (text, lost) = write_json_ld(&register);
    stands("kota-pekalongan-synthetic.jsonld", text.as_bytes());
    assert!(lost.iter().all(|problem| problem.code.key() == "not-held"));
}

#[test]
fn the_data_package_stands() {
    let (register, ..) = example();
    let (files, lost) = write_data_package(&register);
    assert_eq!(lost, []);
    for (name, bytes) in files {
        stands(&format!("kota-pekalongan-synthetic/{name}"), &bytes);
    }
}

#[test]
fn the_workbook_and_the_template_stand() {
    let (register, _, assessment) = example();
    let options = XlsxOptions { lang: Lang::Id, assessment: Some(&assessment) };
    let (workbook, lost) = write_xlsx(&register, &options).unwrap();
    stands("kota-pekalongan-synthetic.xlsx", &workbook);
    assert!(lost.iter().all(|problem| problem.code.key() == "not-held"));
    let data = register.data();
    let options = TemplateOptions {
        body: Some(data.body.clone()),
        regions: data.regions.clone(),
        documents: vec!["domicile_letter".into(), "profile".into(), "statutes_ad_art".into()],
        ..TemplateOptions::default()
    };
    stands("template.xlsx", &write_template(&options).unwrap());
}
