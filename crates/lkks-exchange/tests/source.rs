//! Files of every format, made here or kept in `data`, and what is read from them.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

#[path = "source/csv.rs"]
mod csv;
#[path = "source/format.rs"]
mod format;
#[path = "source/made.rs"]
mod made;
#[path = "source/ods.rs"]
mod ods;
#[path = "source/office.rs"]
mod office;
#[path = "source/spoilt.rs"]
mod spoilt;
#[path = "source/xls.rs"]
mod xls;
#[path = "source/xlsx.rs"]
mod xlsx;

use lkks::Error;
use lkks_exchange::source::{Limits, workbook};
use lkks_exchange::workbook::{Cell, Sheet, Workbook};

fn read(bytes: &[u8]) -> Workbook {
    workbook(bytes, None, &Limits::default()).unwrap()
}

fn refused(bytes: &[u8]) -> Error {
    workbook(bytes, None, &Limits::default()).unwrap_err()
}

/// `error code: value`
fn told(error: &Error) -> String {
    let problem = &error.problems()[0];
    format!("{}: {}", problem.code, problem.value.as_deref().unwrap_or_default())
}

/// All cells of a sheet, for people.
fn cells(sheet: &Sheet) -> Vec<String> {
    let mut shown = Vec::new();
    for row in sheet.filled_rows() {
        for (column, cell) in sheet.row(row) {
            let letters = lkks::problem::column_letters(column + 1);
            let cell = match cell {
                Cell::Empty => "-".to_owned(),
                Cell::Text(text) => format!("{text:?}"),
                Cell::Number(number) => number.to_string(),
                Cell::Boolean(yes) => yes.to_string(),
                Cell::Date(day) => day.to_string(),
                Cell::Error(error) => format!("!{error}"),
            };
            shown.push(format!("{letters}{} {cell}", row + 1));
        }
    }
    shown
}
