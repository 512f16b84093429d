//! What holds for all sheets: their names, texts, formats of numbers and epoch.

use super::Biff;
use super::record::{BOF, Data, EOF, Records};
use super::strings::{Length, Strings, text};
use crate::source::{Limits, damaged, unsupported};
use crate::workbook::Epoch;
use encoding_rs::WINDOWS_1252;
use lkks::message::Code;
use lkks::{Error, Problem};
use std::collections::HashMap;

const FILE_PASS: u16 = 0x002F;
const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const FORMAT: u16 = 0x041E;
const XF: u16 = 0x00E0;
const BOUND_SHEET: u16 = 0x0085;
const SST: u16 = 0x00FC;

/// The first records of a file.
#[derive(Debug)]
pub(super) struct Globals {
    pub(super) biff: Biff,
    pub(super) epoch: Epoch,
    pub(super) strings: Strings,
    pub(super) sheets: Vec<Entry>,
    /// Whether each look of cells shows numbers as days.
    days: Vec<bool>,
}

/// Where a sheet is.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) start: usize,
}

impl Globals {
    pub(super) fn read(stream: &[u8], limits: &Limits) -> Result<Self, Error> {
        let mut records = Records::of(stream);
        let first = records.next()?;
        let biff = match (first.kind, Data(first.data).u16(0)?) {
            (BOF, 0x0600) => Biff::Eight,
            (BOF, 0x0500) => Biff::Five(WINDOWS_1252),
            _ => return Err(unsupported("xls (Excel 4)")),
        };
        let mut globals = Self {
            biff,
            epoch: Epoch::Of1900,
            strings: Strings::default(),
            sheets: Vec::new(),
            days: Vec::new(),
        };
        let mut formats = HashMap::new();
        let mut looks = Vec::new();
        loop {
            let record = records.next()?;
            let data = Data(record.data);
            match record.kind {
                EOF => break,
                FILE_PASS => return Err(Problem::error(Code::EncryptedFile).into()),
                CODE_PAGE => globals.code_page(data.u16(0)?)?,
                DATE_MODE if data.u16(0)? == 1 => globals.epoch = Epoch::Of1904,
                FORMAT => {
                    let length = match globals.biff {
                        Biff::Five(_) => Length::Byte,
                        Biff::Eight => Length::Word,
                    };
                    let format = text(data.from(2)?, &records.continued()?, length, globals.biff)?;
                    formats.insert(data.u16(0)?, is_day(&format));
                }
                XF => looks.push(data.u16(2)?),
                BOUND_SHEET => globals.sheet(data, limits)?,
                SST => {
                    let mut pieces = vec![record.data];
                    pieces.extend(records.continued()?);
                    globals.strings = Strings::read(&pieces)?;
                }
                _ => {}
            }
        }
        let is_day =
            |format| formats.get(format).copied().unwrap_or_else(|| is_day_built_in(*format));
        globals.days = looks.iter().map(is_day).collect();
        Ok(globals)
    }

    fn code_page(&mut self, page: u16) -> Result<(), Error> {
        if let Biff::Five(encoding) = &mut self.biff {
            *encoding = match page {
                // What Excel calls the letters of its own Windows and Mac.
                0x8000 => encoding_rs::MACINTOSH,
                0x8001 => WINDOWS_1252,
                page => codepage::to_encoding(page).ok_or_else(|| {
                    Error::from(Problem::error(Code::UnknownEncoding).value(format!("CP{page}")))
                })?,
            };
        }
        Ok(())
    }

    fn sheet(&mut self, data: Data<'_>, limits: &Limits) -> Result<(), Error> {
        let is_table = data.u8(5)? == 0;
        if !is_table {
            return Ok(());
        }
        if self.sheets.len() >= limits.sheets {
            return Err(Problem::error(Code::TooManySheets).expected(limits.sheets).into());
        }
        let name = text(data.from(6)?, &[], Length::Byte, self.biff)?;
        let start = data.u32(0)? as usize;
        if self.sheets.iter().any(|sheet| sheet.start == start) {
            return Err(damaged(name));
        }
        self.sheets.push(Entry { name, hidden: data.u8(4)? & 3 != 0, start });
        Ok(())
    }

    /// Whether a cell with this look shows a number as a day.
    pub(super) fn is_day(&self, look: u16) -> bool {
        self.days.get(usize::from(look)).copied().unwrap_or(false)
    }
}

/// Whether a format that every Excel has shows days. 46 and 47 are spans of time.
fn is_day_built_in(format: u16) -> bool {
    matches!(format, 14..=22 | 27..=36 | 45 | 50..=58)
}

/// Whether a format shows days: it has a letter of a day, month or year that is not quoted, and no
/// span of time such as `[h]`.
fn is_day(format: &str) -> bool {
    let (mut quoted, mut literal, mut bracket) = (false, false, None::<String>);
    for letter in format.chars() {
        let small = letter.to_ascii_lowercase();
        match (letter, &mut bracket) {
            _ if literal => literal = false,
            ('"', _) => quoted = !quoted,
            _ if quoted => {}
            (']', Some(inside)) => {
                let is_span =
                    !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'm' | 's'));
                if is_span {
                    return false;
                }
                bracket = None;
            }
            (_, Some(inside)) => inside.push(small),
            ('[', None) => bracket = Some(String::new()),
            ('\\' | '_' | '*', None) => literal = true,
            // The first of several formats is the one of numbers above zero.
            (';', None) => return false,
            (_, None) if matches!(small, 'd' | 'm' | 'y' | 'h' | 's') => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_of_days_is_told_from_one_of_numbers() {
        for format in
            ["dd/mm/yyyy", "d-mmm-yy", "[$-421]dd mmmm yyyy;@", "h:mm", "mmm-yy", "[Red]yyyy"]
        {
            assert!(is_day(format), "{format}");
        }
        for format in
            ["General", "0.00", "#,##0", "[h]:mm", "\"d\"0", "0\\d", "[Red]0", "_d0", "0;d", "@"]
        {
            assert!(!is_day(format), "{format}");
        }
    }
}
