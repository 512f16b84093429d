//! The promise of reading a table: every cell that holds anything is read or told of.

use lkks::Problem;
use lkks::body::Body;
use lkks_exchange::workbook::{Cell, Workbook};
use lkks_exchange::{Fate, ReadOptions, Reading};

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
                match reading.fate(at.0, at.1, at.2) {
                    None => assert!(is_blank(cell), "{at:?} {cell:?} has no fate"),
                    Some(Fate::Told) => {
                        let told = reading.problems().iter().any(|problem| speaks_of(problem, at));
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

/// Whether a problem speaks of this cell: itself, its row, its column, or the whole sheet.
fn speaks_of(problem: &Problem, (sheet, row, column): (&str, u32, u32)) -> bool {
    let (line, place) = (problem.line == Some(row), problem.column == Some(column));
    let is_here = problem.sheet.as_deref() == Some(sheet);
    is_here
        && match problem.code.key() {
            "unused-text" | "totals-row" => line,
            "unused-column" | "ambiguous-heading" | "duplicate-heading" => place,
            "unused-sheet" | "no-table" => true,
            _ => line && place,
        }
}
