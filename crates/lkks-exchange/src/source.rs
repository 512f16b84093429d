//! Bytes of a file in, its tables out: what format it is in, and each format's reader.
//!
//! Nothing is understood here: cells stay what the file says they are. What a format is, is seen
//! from its content; the name of the file decides only where the content leaves it open. Whatever
//! the bytes are, reading them ends within the [`Limits`], in a workbook or in an error that says
//! why there is none.

#[cfg(feature = "arrow")]
mod arrow;
mod chunks;
mod fill;
mod format;
mod ods;
mod package;
mod parts;
mod plain;
mod probe;
pub(crate) mod records;
mod rows;
mod separated;
pub(crate) mod serial;
mod shared;
mod survey;
mod text;
mod xls;
mod xlsx;

#[cfg(feature = "arrow")]
pub use arrow::workbook_of_batches;
pub use format::Format;
pub use rows::{Rows, decimal};

use crate::workbook::Workbook;
use lkks::message::Code;
use lkks::{Error, Problem};
use std::fmt;

/// How much of a file is read before it is refused.
///
/// ```
/// use lkks::message::Code;
/// use lkks_exchange::source::{Limits, workbook};
/// let limits = Limits { cells: 3, ..Limits::default() };
/// let error = workbook(b"a,b\nc,d\n", None, &limits).unwrap_err();
/// assert_eq!(error.code(), Code::TooManyCells);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file: usize,
    /// Bytes of everything that is packed in the file, when it is unpacked.
    pub unpacked: usize,
    /// Sheets.
    pub sheets: usize,
    /// Cells that hold anything, in all sheets.
    pub cells: usize,
    /// Bytes of text in all cells.
    pub text: usize,
}

impl Default for Limits {
    /// Far above any register, and what a computer of today can bear.
    fn default() -> Self {
        Self {
            file: 256 * 1024 * 1024,
            unpacked: 1024 * 1024 * 1024,
            sheets: 1000,
            cells: 20_000_000,
            text: 512 * 1024 * 1024,
        }
    }
}

/// The tables of a file, in whichever [`Format`] it is.
///
/// `name` is the name of the file, where there is one: it names the sheet of a text, and decides
/// what a text is that could be two things.
///
/// ```
/// use lkks_exchange::source::{Limits, workbook};
/// use lkks_exchange::workbook::Cell;
/// let book = workbook(b"Nama;Kec.\nYayasan Contoh;Utara\n", Some("lks.csv"), &Limits::default())?;
/// assert_eq!(book.sheets[0].name, "lks");
/// assert_eq!(book.sheets[0].cell(1, 1), Cell::Text("Utara"));
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// One problem: what the file is instead, that it is locked, damaged or too large, or where a text
/// cannot be read.
pub fn workbook(bytes: &[u8], name: Option<&str>, limits: &Limits) -> Result<Workbook, Error> {
    if bytes.len() > limits.file {
        return Err(too_large(name.unwrap_or_default(), bytes.len(), limits.file));
    }
    match Format::of(bytes, name)? {
        Format::Xlsx => xlsx::read(bytes, limits),
        Format::Xls => xls::read(bytes, limits),
        Format::Ods => ods::read(bytes, limits),
        Format::Csv => separated::read(bytes, name, limits),
        Format::Json => Err(unsupported(Format::Json)),
    }
}

/// Not one of the formats.
fn unsupported(what: impl fmt::Display) -> Error {
    Problem::error(Code::UnsupportedFormat).value(what).expected("xlsx, xls, ods, csv, json").into()
}

/// Cut off or spoilt; `what` names the part of the file.
fn damaged(what: impl fmt::Display) -> Error {
    Problem::error(Code::DamagedFile).value(what).into()
}

/// More bytes than are read.
fn too_large(what: &str, bytes: usize, limit: usize) -> Error {
    let what = if what.is_empty() { String::new() } else { format!("{what}, ") };
    let problem = Problem::error(Code::TooLarge).value(format!("{what}{bytes} B"));
    problem.expected(format!("{limit} B")).into()
}
