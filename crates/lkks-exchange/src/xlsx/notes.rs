//! Notes on headings, and what stands in them.

use rust_xlsxwriter::{Note, Worksheet, XlsxError};

/// Puts a note on a cell, as large as its text asks for.
pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
) -> Result<(), XlsxError> {
    let lines: usize = text.lines().map(|line| line.chars().count() / 42 + 1).sum();
    let height = u32::try_from(lines).unwrap_or(20).min(20) * 17 + 14;
    let note = Note::new(text).add_author_prefix(false).set_width(290).set_height(height);
    sheet.insert_note(row, column, &note).map(|_| ())
}
