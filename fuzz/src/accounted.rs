//! The promise of reading a table: every cell that holds anything is read or told of.

#[path = "../../crates/lkks-exchange/tests/common/speaks_of.rs"]
mod speaks_of;

use lkks::Problem;
use lkks::body::Body;
use lkks_exchange::workbook::{Cell, Workbook};
use lkks_exchange::{Fate, ReadOptions, Reading};
use speaks_of::speaks_of;

/// Options with everything that a table may lack, so that a register comes of it.
pub fn options(name: &str) -> ReadOptions {
    let body = r#"{ "name": "LKKS Kota Contoh", "level": "regency", "region": "33.75" }"#;
    ReadOptions {
        name: Some(name.to_owned()),
        body: Some(Body::from_json(body).expect("a body")),
        joined: Some("2024-05-20".parse().expect("a day")),
        ..ReadOptions::default()
    }
}

/// Holds a reading of tables to its promise.
pub fn accounted(reading: &Reading, book: &Workbook) {
    crate::problems(reading.problems());
    let _ = reading.to_json();
    for sheet in &book.sheets {
        for row in sheet.filled_rows() {
            for (column, cell) in sheet.row(row) {
                let at = (sheet.name.as_str(), row + 1, column + 1);
                let is_told = |problem: &Problem| {
                    problem.sheet.as_deref() == Some(at.0) && speaks_of(problem, at.1, at.2)
                };
                match reading.fate(at.0, at.1, at.2) {
                    None => assert!(is_blank(cell), "{at:?} {cell:?} has no fate"),
                    Some(Fate::Told) => {
                        let told = reading.problems().iter().any(is_told);
                        assert!(told, "{at:?} {cell:?} is not told: {:#?}", reading.problems());
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

fn is_blank(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text) if text.trim().is_empty())
}
