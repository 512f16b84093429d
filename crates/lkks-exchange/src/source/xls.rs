//! Excel until 2003 (BIFF5 and BIFF8), record by record.
//!
//! Not by calamine, which makes a grid of each sheet, reserves memory for as many cells as a record
//! claims, and panics on records that are cut off. The compound file around the records is the
//! `cfb` crate's.

mod globals;
mod record;
mod sheet;
mod strings;

use super::fill::Filling;
use super::{Limits, damaged, unsupported};
use crate::workbook::Workbook;
use encoding_rs::Encoding;
use globals::Globals;
use lkks::Error;
use std::io::{Cursor, Read};

/// The version of the records.
#[derive(Clone, Copy, Debug)]
enum Biff {
    /// Excel 5 and 95: letters in a code page.
    Five(&'static Encoding),
    /// Excel 97 to 2003: Unicode.
    Eight,
}

/// The tables of an xls.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let stream = stream(bytes)?;
    let globals = Globals::read(&stream, limits)?;
    let mut filling = Filling::new(limits, globals.epoch);
    // Sheets that share records could make a small file take long.
    let mut left = stream.len();
    for sheet in &globals.sheets {
        let records = stream.get(sheet.start..).ok_or_else(|| damaged(&sheet.name))?;
        filling.open(&sheet.name)?;
        filling.sheet().hidden = sheet.hidden;
        let read = sheet::read(records, &globals, &mut filling)?;
        left = left.checked_sub(read).ok_or_else(|| damaged(&sheet.name))?;
        filling.close()?;
    }
    Ok(filling.finish())
}

/// The stream of records.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    for name in ["Workbook", "Book"] {
        if !file.is_stream(name) {
            continue;
        }
        let stream = file.open_stream(name).map_err(damaged)?;
        let mut records = Vec::new();
        // A chain of sectors that runs in a circle is longer than the file.
        let most = bytes.len() as u64;
        stream.take(most).read_to_end(&mut records).map_err(damaged)?;
        return Ok(records);
    }
    Err(unsupported("OLE"))
}
