//! Tables that are in memory already: rows and columns put into a workbook one cell after the other.

use super::Limits;
use super::fill::Filling;
use super::separated::stem;
use crate::workbook::{Cell, Epoch, Workbook};
use lkks::Error;

/// The largest whole number up to which a float holds each.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A table in memory that becomes a workbook of one sheet.
///
/// ```
/// use lkks_exchange::source::{Limits, Rows};
/// use lkks_exchange::workbook::Cell;
/// let limits = Limits::default();
/// let mut rows = Rows::new(None, &limits)?;
/// rows.heading(0, 0, "Nama LKS")?;
/// rows.put(1, 0, Cell::Text("Yayasan Contoh"))?;
/// let book = rows.finish()?;
/// assert_eq!(book.sheets[0].cell(1, 0), Cell::Text("Yayasan Contoh"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Debug)]
pub struct Rows<'l> {
    filling: Filling<'l>,
    name: String,
}

impl<'l> Rows<'l> {
    /// A table without rows. `name` is its own or that of its file.
    ///
    /// # Errors
    /// `too-many-sheets` where the limits allow none.
    pub fn new(name: Option<&str>, limits: &'l Limits) -> Result<Self, Error> {
        let name = name.and_then(stem).unwrap_or("table").to_owned();
        let mut filling = Filling::new(limits, Epoch::default());
        filling.open(&name)?;
        Ok(Self { filling, name })
    }

    /// The name of its sheet.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Puts a cell into a row and a column, both counted from 0.
    ///
    /// # Errors
    /// `too-many-cells` or `too-large` beyond the limits.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<(), Error> {
        self.filling.push(row, column, cell)
    }

    /// Puts a heading into a row and a column, unless a reader of files made it up for a column
    /// without one: pandas `Unnamed: 3` and `Unnamed: 3_level_1`, polars `__UNNAMED__3`.
    ///
    /// # Errors
    /// `too-many-cells` or `too-large` beyond the limits.
    pub fn heading(&mut self, row: u32, column: u32, name: &str) -> Result<(), Error> {
        if is_made_up(name) { Ok(()) } else { self.put(row, column, Cell::Text(name)) }
    }

    /// The workbook with all that was put in.
    ///
    /// # Errors
    /// `damaged-file` where two cells were put into one place.
    pub fn finish(mut self) -> Result<Workbook, Error> {
        self.filling.close()?;
        Ok(self.filling.finish())
    }
}

/// The cell of a decimal: a number if a float has the same digits, and otherwise the text, so that
/// none is lost. Zeros at its end say nothing and are left out.
///
/// ```
/// use lkks_exchange::source::decimal;
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(decimal("84.900"), Cell::Number(84.9));
/// assert_eq!(decimal("12345678901234567890.50"), Cell::Text("12345678901234567890.5"));
/// ```
pub fn decimal(text: &str) -> Cell<'_> {
    let trimmed = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text,
    };
    let number = trimmed.parse::<f64>().ok().filter(|number| number.abs() <= WHOLE);
    let number = number.filter(|number| number.to_string() == trimmed);
    number.map_or(Cell::Text(trimmed), Cell::Number)
}

fn is_made_up(name: &str) -> bool {
    let pandas = name.strip_prefix("Unnamed: ").is_some_and(|number| {
        number.split_once("_level_").map_or_else(
            || is_number(number),
            |(number, level)| is_number(number) && is_number(level),
        )
    });
    pandas || name.strip_prefix("__UNNAMED__").is_some_and(is_number)
}

/// Whether a text is digits and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
