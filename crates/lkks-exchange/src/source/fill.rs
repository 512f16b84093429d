//! Filling a workbook within limits: what readers put their cells into.

use super::serial::{self, Moment};
use super::{Limits, damaged, too_large};
use crate::workbook::{Cell, Epoch, Sheet, TextAt, Workbook};
use lkks::message::Code;
use lkks::{Date, Error, Problem};

/// The most rows and columns that a sheet of a spreadsheet has.
pub(super) const ROWS: u32 = 1 << 20;
pub(super) const COLUMNS: u32 = 1 << 14;

/// A workbook that is being read.
#[derive(Debug)]
pub(super) struct Filling<'l> {
    limits: &'l Limits,
    workbook: Workbook,
    sheet: Sheet,
    /// Cells that came behind cells which belong behind them.
    late: Vec<(u32, u32, Kept)>,
    cells: usize,
    text: usize,
}

/// A cell on its own.
#[derive(Debug)]
pub(super) enum Kept {
    Text(String),
    Error(String),
    Number(f64),
    Boolean(bool),
    Date(Date),
}

impl<'l> Filling<'l> {
    /// One without sheets.
    pub(super) fn new(limits: &'l Limits, epoch: Epoch) -> Self {
        let workbook = Workbook { epoch, ..Workbook::default() };
        let sheet = Sheet::default();
        Self { limits, workbook, sheet, late: Vec::new(), cells: 0, text: 0 }
    }

    /// The sheet that cells are put into.
    pub(super) fn sheet(&mut self) -> &mut Sheet {
        &mut self.sheet
    }

    /// Starts a sheet; each is closed before the next.
    pub(super) fn open(&mut self, name: &str) -> Result<(), Error> {
        if self.workbook.sheets.len() >= self.limits.sheets {
            let problem = Problem::error(Code::TooManySheets).expected(self.limits.sheets);
            return Err(problem.into());
        }
        self.sheet = Sheet::new(name);
        Ok(())
    }

    /// Puts a cell into the sheet, which is one of a spreadsheet with its bounds.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Error> {
        if row >= ROWS || column >= COLUMNS {
            return Err(damaged(format!("{}: {}:{}", self.sheet.name, row, column)));
        }
        self.push(row, column, cell)
    }

    /// Puts a number into the sheet that the file shows as a day; a number that is no day stays one.
    pub(super) fn put_day(&mut self, row: u32, column: u32, serial: f64) -> Result<(), Error> {
        match serial::moment(serial, self.workbook.epoch) {
            None => self.put(row, column, Cell::Number(serial)),
            Some(Moment::Day(day)) => self.put(row, column, Cell::Date(day)),
            Some(Moment::At(day, second)) => {
                self.put(row, column, Cell::Text(&serial::iso(day, second)))
            }
        }
    }

    /// Puts a text into the sheet, behind all cells so far, that may stand in it already; `kept` says
    /// where.
    pub(super) fn put_again(
        &mut self,
        row: u32,
        column: u32,
        text: &str,
        kept: &mut Option<TextAt>,
    ) -> Result<(), Error> {
        match kept {
            Some(kept) if row < ROWS && column < COLUMNS => {
                self.count(text.len())?;
                self.sheet.push_again(row, column, *kept);
                Ok(())
            }
            _ => {
                self.put(row, column, Cell::Text(text))?;
                *kept = if text.is_empty() { None } else { self.sheet.last_text() };
                Ok(())
            }
        }
    }

    /// Counts one more cell with so much text.
    fn count(&mut self, text: usize) -> Result<(), Error> {
        self.cells += 1;
        self.text += text;
        if self.cells > self.limits.cells {
            return Err(Problem::error(Code::TooManyCells).expected(self.limits.cells).into());
        }
        if self.text > self.limits.text {
            return Err(too_large(&self.sheet.name, self.text, self.limits.text));
        }
        Ok(())
    }

    /// Puts a cell into the sheet, wherever it is.
    pub(super) fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Error> {
        let text = match cell {
            Cell::Empty | Cell::Text("") => return Ok(()),
            Cell::Text(text) | Cell::Error(text) => text.len(),
            Cell::Number(_) | Cell::Boolean(_) | Cell::Date(_) => 0,
        };
        self.count(text)?;
        if !self.sheet.is_behind(row, column) {
            self.late.extend(Kept::of(cell).map(|cell| (row, column, cell)));
        } else if !self.sheet.push(row, column, cell) {
            return Err(too_large(&self.sheet.name, self.text, u32::MAX as usize));
        }
        Ok(())
    }

    /// Ends the sheet.
    pub(super) fn close(&mut self) -> Result<(), Error> {
        let late = std::mem::take(&mut self.late);
        let mut sheet = std::mem::take(&mut self.sheet);
        if !late.is_empty() {
            sheet = in_order(sheet, late)?;
        }
        trim(&mut sheet);
        self.workbook.sheets.push(sheet);
        Ok(())
    }

    /// The workbook with all sheets that were closed.
    pub(super) fn finish(self) -> Workbook {
        self.workbook
    }
}

/// Forgets what is hidden behind the last row and column of a sheet: it holds nothing.
pub(super) fn trim(sheet: &mut Sheet) {
    let (rows, columns) = (sheet.rows(), sheet.columns());
    for (hidden, end) in [(&mut sheet.hidden_rows, rows), (&mut sheet.hidden_columns, columns)] {
        hidden.retain(|number| *number < end);
        hidden.sort_unstable();
        hidden.dedup();
    }
}

/// The sheet with cells that came too late, which some writers give in any order.
fn in_order(sheet: Sheet, late: Vec<(u32, u32, Kept)>) -> Result<Sheet, Error> {
    let mut cells = late;
    for row in sheet.filled_rows() {
        let kept = sheet.row(row);
        cells.extend(kept.filter_map(|(column, cell)| Some((row, column, Kept::of(cell)?))));
    }
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    let mut ordered = Sheet::new(sheet.name);
    ordered.merges = sheet.merges;
    ordered.hidden = sheet.hidden;
    ordered.hidden_rows = sheet.hidden_rows;
    ordered.hidden_columns = sheet.hidden_columns;
    for (row, column, cell) in &cells {
        if !ordered.is_behind(*row, *column) {
            // One place with two values: neither can be chosen.
            let name = &ordered.name;
            let letters = lkks::problem::column_letters(column + 1);
            return Err(damaged(format!("{name}!{letters}{} × 2", row + 1)));
        }
        ordered.push(*row, *column, cell.borrowed());
    }
    Ok(ordered)
}

impl Kept {
    pub(super) fn of(cell: Cell<'_>) -> Option<Self> {
        Some(match cell {
            Cell::Empty => return None,
            Cell::Text(text) => Self::Text(text.to_owned()),
            Cell::Error(text) => Self::Error(text.to_owned()),
            Cell::Number(number) => Self::Number(number),
            Cell::Boolean(boolean) => Self::Boolean(boolean),
            Cell::Date(day) => Self::Date(day),
        })
    }

    pub(super) fn borrowed(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(text),
            Self::Error(text) => Cell::Error(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Boolean(boolean) => Cell::Boolean(*boolean),
            Self::Date(day) => Cell::Date(*day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_in_any_order_are_put_in_theirs() -> Result<(), Error> {
        let limits = Limits::default();
        let mut filling = Filling::new(&limits, Epoch::Of1900);
        filling.open("x")?;
        for (row, column) in [(5, 1), (0, 3), (0, 2), (6, 0)] {
            filling.put(row, column, Cell::Number(f64::from(row)))?;
        }
        filling.close()?;
        let workbook = filling.finish();
        let sheet = &workbook.sheets[0];
        let found = |row| sheet.row(row).map(|(column, _)| column).collect::<Vec<_>>();
        assert_eq!((found(0), found(5), found(6)), (vec![2, 3], vec![1], vec![0]));
        Ok(())
    }

    #[test]
    fn a_place_with_two_values_is_a_damage() -> Result<(), Error> {
        let limits = Limits::default();
        let mut filling = Filling::new(&limits, Epoch::Of1900);
        filling.open("x")?;
        filling.put(1, 1, Cell::Text("a"))?;
        filling.put(1, 1, Cell::Text("b"))?;
        let error = filling.close().unwrap_err();
        assert_eq!(error.code(), Code::DamagedFile);
        assert_eq!(error.problems()[0].value.as_deref(), Some("x!B2 × 2"));
        Ok(())
    }

    #[test]
    fn cells_sheets_and_text_are_limited() -> Result<(), Error> {
        let limits = Limits { cells: 2, sheets: 1, text: 10, ..Limits::default() };
        let filling = || Filling::new(&limits, Epoch::Of1900);
        let mut cells = filling();
        cells.open("x")?;
        cells.put(0, 0, Cell::Number(1.0))?;
        cells.put(0, 1, Cell::Number(1.0))?;
        cells.put(0, 2, Cell::Empty)?;
        assert_eq!(cells.put(0, 2, Cell::Number(1.0)).unwrap_err().code(), Code::TooManyCells);
        let mut text = filling();
        text.open("x")?;
        assert_eq!(text.put(0, 0, Cell::Text("01234567890")).unwrap_err().code(), Code::TooLarge);
        let mut sheets = filling();
        sheets.open("x")?;
        sheets.close()?;
        assert_eq!(sheets.open("y").unwrap_err().code(), Code::TooManySheets);
        assert_eq!(
            filling().put(ROWS, 0, Cell::Number(1.0)).unwrap_err().code(),
            Code::DamagedFile
        );
        Ok(())
    }
}
