//! What the targets share: files around the part that is searched, and laws for whatever is read.
//!
//! Each file in `bin` is a target, and each folder in `corpus-seed` what its search starts from. A
//! zip with a changed byte is seldom a zip; so besides whole files, the parts within them are
//! searched on their own.

mod accounted;
mod standard;

pub use accounted::{accounted, options};
pub use standard::standard;

use lkks::Problem;
use lkks::message::Lang;
use lkks_exchange::source::Limits;
use lkks_exchange::workbook::Cell;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Small enough that a search is quick, and that a limit which is not kept is found.
pub const LIMITS: Limits = Limits {
    file: 4 * 1024 * 1024,
    unpacked: 16 * 1024 * 1024,
    sheets: 20,
    cells: 100_000,
    text: 4 * 1024 * 1024,
};

/// Reads the tables of a file and holds what is read to its laws.
pub fn workbook(bytes: &[u8], name: Option<&str>) {
    let book = match lkks_exchange::source::workbook(bytes, name, &LIMITS) {
        Ok(book) => book,
        Err(error) => return told(&error),
    };
    assert!(book.sheets.len() <= LIMITS.sheets);
    let filled: usize = book.sheets.iter().map(|sheet| sheet.filled()).sum();
    assert!(filled <= LIMITS.cells);
    for sheet in &book.sheets {
        let mut counted = 0;
        let mut before = None;
        for row in sheet.filled_rows() {
            for (column, cell) in sheet.row(row) {
                assert!(before < Some((row, column)), "cells are in order");
                assert!(!matches!(cell, Cell::Empty | Cell::Text("")), "no cell is empty");
                assert!(row < sheet.rows() && column < sheet.columns());
                before = Some((row, column));
                counted += 1;
            }
        }
        assert_eq!(counted, sheet.filled());
        assert!(sheet.hidden_rows.is_sorted() && sheet.hidden_columns.is_sorted());
    }
}

/// Holds an error to its laws: it says something, in both languages.
pub fn told(error: &lkks::Error) {
    problems(error.problems());
    assert!(!error.describe(Lang::En).is_empty());
}

/// Holds problems to their laws: each says something, in both languages.
pub fn problems(problems: &[Problem]) {
    for problem in problems {
        for lang in [Lang::Id, Lang::En] {
            let text = problem.text(lang);
            assert!(!text.is_empty(), "{problem:?}");
        }
    }
}

/// A zip of parts that are not packed.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(*name, stored).expect("a name");
        writer.write_all(bytes).expect("room");
    }
    writer.finish().expect("room").into_inner()
}

/// A compound file with one stream.
pub fn compound(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("room");
    file.create_stream("Workbook").and_then(|mut part| part.write_all(stream)).expect("room");
    file.into_inner().into_inner()
}
