//! Tables as offices keep them (`examples/data/tables`): what is understood of each, and every
//! doubt, stands in `tests/tables`; with `LKKS_BLESS=1` it is written anew. What must be true of it
//! is asserted by hand.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

#[path = "tables/city.rs"]
mod city;
#[path = "tables/districts.rs"]
mod districts;
mod golden;
#[path = "tables/province.rs"]
mod province;
#[path = "tables/published.rs"]
mod published;
#[path = "tables/shown.rs"]
mod shown;
#[path = "tables/texts.rs"]
mod texts;

use lkks::Problem;
use lkks::organisation::Organisation;
use lkks::problem::column_letters;
use lkks_exchange::{ReadOptions, Reading, read};
use std::fs;
use std::path::Path;

/// A table of `examples/data/tables`.
fn bytes(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/tables");
    fs::read(Path::new(folder).join(name)).unwrap()
}

/// A table as it is read with these options, which are JSON.
fn reading(name: &str, options: &str) -> Reading {
    let options =
        ReadOptions { name: Some(name.into()), ..ReadOptions::from_json(options).unwrap() };
    read(&bytes(name), &options).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Holds a reading against what is kept of it.
fn stands(name: &str, reading: &Reading) {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables")).join(name);
    golden::stands(&file, shown::shown(reading));
}

fn organisations(reading: &Reading) -> &[Organisation] {
    &reading.register().unwrap().data().organisations
}

/// The organisation of this name.
fn named<'r>(reading: &'r Reading, name: &str) -> &'r Organisation {
    let mut all = organisations(reading).iter().filter(|one| one.name == name);
    all.next().unwrap_or_else(|| panic!("no {name}"))
}

/// The grades, each with how often it was given.
fn grades(reading: &Reading) -> Vec<(String, usize)> {
    let mut grades = std::collections::BTreeMap::new();
    for accreditation in organisations(reading).iter().flat_map(|one| &one.accreditations) {
        *grades.entry(accreditation.grade.clone().unwrap_or("-".into())).or_insert(0) += 1;
    }
    grades.into_iter().collect()
}

/// What is told of a cell, such as `Rekap!A1`.
fn told<'r>(reading: &'r Reading, cell: &str) -> Vec<&'r Problem> {
    let of = |problem: &Problem| {
        let (sheet, row) = (problem.sheet.as_deref()?, problem.line?);
        Some(format!("{sheet}!{}{row}", column_letters(problem.column?)))
    };
    reading.problems().iter().filter(|problem| of(problem).as_deref() == Some(cell)).collect()
}

/// The codes of what is told of a cell.
fn codes(reading: &Reading, cell: &str) -> Vec<&'static str> {
    told(reading, cell).iter().map(|problem| problem.code.key()).collect()
}

/// Every cell of which this is told.
fn cells(reading: &Reading, code: &str) -> Vec<String> {
    let told = reading.problems().iter().filter(|problem| problem.code.key() == code);
    told.map(|problem| {
        let column = problem.column.map(column_letters).unwrap_or_default();
        format!("{}{}", column, problem.line.unwrap_or_default())
    })
    .collect()
}

#[test]
fn no_identity_number_comes_out_of_any_table() {
    for name in [
        "data-lks-2024.xlsx",
        "lksa-per-kecamatan.xlsx",
        "panti-jawa-tengah.xlsx",
        "kelengkapan-berkas.txt",
        "anggota-lkks.csv",
    ] {
        assert!(!reading(name, "{}").to_json().contains("3375996502859999"), "{name}");
    }
}
