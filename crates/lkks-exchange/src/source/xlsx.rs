//! Excel since 2007: as nearly all programs write it ([`plain`]), and otherwise by calamine, its
//! cells as they stream, never as a grid.
//!
//! A sheet with cells in two far corners is a grid of 17 billion, so `worksheet_range` is not used.
//! What calamine does not tell comes from elsewhere: hidden rows and columns and merged cells from
//! [`survey`](super::survey), formulas that failed in ways newer than it knows, or were never
//! computed, from [`parts`].

use super::fill::{Filling, trim};
use super::package::Package;
use super::serial;
use super::survey::survey;
use super::{Limits, damaged, parts, plain};
use crate::parallel::{both, threads};
use crate::workbook::{Cell, Epoch, Workbook};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use lkks::message::Code;
use lkks::{Error, Problem};
use std::collections::HashMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The tables of an xlsx.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut package = Package::open(bytes)?;
    package.limit(limits)?;
    // Whatever calamine keeps in memory is looked at before.
    let mut looks = survey(&mut package, |name| !is_large(name))?;
    let parts = parts::of_sheets(&mut package)?;
    let others = || survey(&mut Package::open(bytes)?, is_large);
    let (others, plain) = both(threads() > 1, others, || plain::read(&mut package, &parts, limits));
    looks.extend(others?);
    let mut workbook = match plain? {
        Some(workbook) => workbook,
        None => by_calamine(bytes, &mut package, &parts, limits)?,
    };
    for sheet in &mut workbook.sheets {
        let part = parts.get(&sheet.name).map_or("", String::as_str);
        if let Some(look) = looks.get(part) {
            sheet.merges.clone_from(&look.merges);
            sheet.hidden_rows.clone_from(&look.hidden_rows);
            sheet.hidden_columns.clone_from(&look.hidden_columns);
            trim(sheet);
        }
    }
    Ok(workbook)
}

/// Whether a part, by its name in small letters, may be as large as the whole: it holds cells or
/// their texts.
pub(super) fn is_large(name: &str) -> bool {
    name.contains("worksheets/") && !name.ends_with(".rels") || name.ends_with("sharedstrings.xml")
}

pub(super) fn by_calamine(
    bytes: &[u8],
    package: &mut Package<'_>,
    parts: &HashMap<String, String>,
    limits: &Limits,
) -> Result<Workbook, Error> {
    let mut book: Xlsx<_> =
        guarded("xlsx", || Xlsx::new(Cursor::new(bytes)).map_err(|error| broken("xlsx", error)))?;
    let epoch = if book.has_1904_epoch() { Epoch::Of1904 } else { Epoch::Of1900 };
    let mut filling = Filling::new(limits, epoch);
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        filling.open(&sheet.name)?;
        filling.sheet().hidden = sheet.visible != SheetVisible::Visible;
        let part = parts.get(&sheet.name).map_or("", String::as_str);
        let has_empty = guarded(&sheet.name, || {
            let unknown = || parts::unknown_errors(package, part);
            cells(&mut book, &sheet.name, &mut filling, unknown)
        })?;
        // Nearly no other sheet needs a second parse.
        let formulas = match has_empty {
            true => parts::formulas_without_value(package, part)?,
            false => Vec::new(),
        };
        for (row, column, formula) in formulas {
            if filling.sheet().cell(row, column) == Cell::Empty {
                filling.put(row, column, Cell::Error(&formula))?;
            }
        }
        filling.close()?;
    }
    Ok(filling.finish())
}

/// Does something with calamine 0.38, which computes the number of a column with as many letters as
/// there are, and so panics where overflow is checked.
pub(super) fn guarded<T>(part: &str, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(damaged(part)))
}

/// Puts all cells of a sheet into the filling, and answers whether one was there without a value.
///
/// calamine gives up a cell with an error that it does not know, such as `#SPILL!`, and goes on with
/// the next; `unknown` looks up where they are.
fn cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    filling: &mut Filling<'_>,
    unknown: impl FnOnce() -> Result<Vec<(u32, u32, String)>, Error>,
) -> Result<bool, Error> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| broken(sheet, error))?;
    let (mut unknown, mut places) = (Some(unknown), Vec::new().into_iter());
    let mut has_empty = false;
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                has_empty |= *cell.get_value() == DataRef::Empty;
                put(filling, row, column, cell.get_value())?;
            }
            Ok(None) => return Ok(has_empty),
            Err(XlsxError::CellError(text)) => {
                if let Some(unknown) = unknown.take() {
                    places = unknown()?.into_iter();
                }
                match places.next() {
                    Some((row, column, error)) => filling.put(row, column, Cell::Error(&error))?,
                    None => return Err(damaged(format!("{sheet}: {text}"))),
                }
            }
            Err(error) => return Err(broken(sheet, error)),
        }
    }
}

fn put(filling: &mut Filling<'_>, row: u32, column: u32, value: &DataRef<'_>) -> Result<(), Error> {
    let cell = match value {
        DataRef::Empty => return Ok(()),
        DataRef::SharedString(text) => Cell::Text(text),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(yes) => Cell::Boolean(*yes),
        DataRef::DateTime(time) if time.is_datetime() => {
            return filling.put_day(row, column, time.as_f64());
        }
        DataRef::DateTime(span) => Cell::Number(span.as_f64()),
        DataRef::DateTimeIso(text) => serial::iso_day(text).map_or(Cell::Text(text), Cell::Date),
        DataRef::Error(error) => {
            return filling.put(row, column, Cell::Error(&error.to_string()));
        }
    };
    filling.put(row, column, cell)
}

fn broken(part: &str, error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Problem::error(Code::EncryptedFile).into(),
        other => damaged(format!("{part}: {other}")),
    }
}
