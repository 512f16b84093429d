//! What calamine says of a workbook before its cells are read: its sheets, its epoch, and which
//! styles show a number as a day.
//!
//! calamine tells what a style shows only by reading a cell that has it, and reads all texts of a
//! workbook to begin with. So it is given a small copy, in which one sheet has a cell of each style.

use super::package::Package;
use super::xlsx::{guarded, is_large};
use calamine::{DataRef, Reader, Sheet, Xlsx};
use lkks::Error;
use memchr::memmem;
use std::fmt::Write as _;
use std::io::Cursor;

/// More styles than any program allows.
const MOST_STYLES: usize = 70_000;
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// How numbers are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Number,
    Day,
}

/// A workbook without its cells.
#[derive(Debug)]
pub(super) struct Probe {
    pub(super) sheets: Vec<Sheet>,
    pub(super) is_1904: bool,
    /// How a number is shown, by the number of its style.
    pub(super) shown: Vec<Shown>,
}

impl Probe {
    /// Nothing where the workbook is not as most are; `first` is the part of a sheet.
    pub(super) fn of(package: &mut Package<'_>, first: &str) -> Result<Option<Self>, Error> {
        let styles = package.text("xl/styles.xml", MOST_BYTES)?.unwrap_or_default();
        let styles = memmem::find_iter(styles.as_bytes(), b"<xf").take(MOST_STYLES + 1).count() + 1;
        if styles > MOST_STYLES {
            return Ok(None);
        }
        let is_kept = |name: &str| !is_large(name) && name.ends_with(['l', 's']);
        let copy = package.copy_with(first, &cells(styles), is_kept)?;
        // What is wrong with it is told by what reads the whole.
        Ok(guarded("xlsx", || Ok(look(copy).ok())).unwrap_or_default())
    }
}

/// A sheet with one number of each style.
fn cells(styles: usize) -> String {
    let mut sheet = String::from("<worksheet><sheetData>");
    for style in 0..styles {
        let row = style + 1;
        // Writing into a text cannot fail.
        let _ = write!(sheet, "<row r=\"{row}\"><c r=\"A{row}\" s=\"{style}\"><v>1</v></c></row>");
    }
    sheet + "</sheetData></worksheet>"
}

fn look(copy: Vec<u8>) -> Result<Probe, calamine::XlsxError> {
    let mut book = Xlsx::new(Cursor::new(copy))?;
    let is_1904 = book.has_1904_epoch();
    let sheets = book.sheets_metadata().to_vec();
    let mut shown = Vec::new();
    // The copy has but one sheet that can be opened.
    for sheet in &sheets {
        let Ok(mut cells) = book.worksheet_cells_reader(&sheet.name) else { continue };
        while let Some(cell) = cells.next_cell()? {
            shown.push(match cell.get_value() {
                DataRef::DateTime(time) if time.is_datetime() => Shown::Day,
                _ => Shown::Number,
            });
        }
        break;
    }
    Ok(Probe { sheets, is_1904, shown })
}
