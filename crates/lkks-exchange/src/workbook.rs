//! A file of tables as it is, before anything in it is understood: sheets of cells.
//!
//! What reads files makes it (`source`), what understands tables reads it (`table`). Cells that
//! hold nothing are not kept, so that a sheet with one cell at its far corner is small.

use lkks::{Date, Problem};

/// A file of tables.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// Its sheets, in their order.
    pub sheets: Vec<Sheet>,
    /// From which day the numbers of days are counted.
    pub epoch: Epoch,
    /// What a person may want to know of how the file was read.
    pub notes: Vec<Problem>,
}

/// From which day a workbook counts days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// 1 is 1 January 1900, and 60 a 29 February that never was: Excel on Windows.
    #[default]
    Of1900,
    /// 0 is 1 January 1904: Excel on older Macs.
    Of1904,
}

/// What one cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text, as it stands.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// A day that the file itself marks as one.
    Date(Date),
    /// A formula that failed: `#REF!`; or one that no program computed, as it is written: `=A1+1`.
    Error(&'a str),
}

/// A rectangle of cells shown as one; rows and columns from 0, both ends within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The first row and column, where the value stands.
    pub first: (u32, u32),
    /// The last row and column.
    pub last: (u32, u32),
}

/// One sheet: rows of cells, both counted from 0.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Cells shown as one.
    pub merges: Vec<Merge>,
    /// Rows that are hidden, in order.
    pub hidden_rows: Vec<u32>,
    /// Columns that are hidden, in order.
    pub hidden_columns: Vec<u32>,
    // INVARIANT: in the order of rows, and of columns within a row; none is empty.
    cells: Vec<Stored>,
    // INVARIANT: in order; a row that holds nothing is not among them.
    rows: Vec<Row>,
    /// One more than the last column that holds anything.
    columns: u32,
    /// The texts of all cells, one behind the other.
    texts: String,
}

/// Where a text stands among those of its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TextAt {
    start: u32,
    end: u32,
}

/// A row that holds something.
#[derive(Clone, Copy, Debug)]
struct Row {
    number: u32,
    /// Where its cells start.
    start: usize,
}

/// A cell that holds something: its column, and where its text starts and ends. 16 bytes, of which a
/// large sheet has millions.
#[derive(Clone, Copy, Debug)]
enum Stored {
    Text(u32, u32, u32),
    Number(u32, f64),
    Boolean(u32, bool),
    Date(u32, Date),
    Error(u32, u32, u32),
}

impl Stored {
    fn column(&self) -> u32 {
        let (Self::Text(column, ..)
        | Self::Number(column, _)
        | Self::Boolean(column, _)
        | Self::Date(column, _)
        | Self::Error(column, ..)) = self;
        *column
    }
}

impl Sheet {
    /// An empty sheet.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Puts a cell behind all cells so far. A cell before the last one, an empty cell, and an empty
    /// text are left out; the answer says whether there was room (4 GiB of text).
    pub fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) -> bool {
        if !self.is_behind(row, column) {
            return true;
        }
        let stored = match cell {
            Cell::Empty | Cell::Text("") => return true,
            Cell::Text(text) => match self.keep(text) {
                Some(TextAt { start, end }) => Stored::Text(column, start, end),
                None => return false,
            },
            Cell::Error(text) => match self.keep(text) {
                Some(TextAt { start, end }) => Stored::Error(column, start, end),
                None => return false,
            },
            Cell::Number(number) => Stored::Number(column, number),
            Cell::Boolean(boolean) => Stored::Boolean(column, boolean),
            Cell::Date(day) => Stored::Date(column, day),
        };
        self.store(row, stored);
        true
    }

    /// Puts a cell with a text of this sheet behind all cells so far, where it must belong.
    pub(crate) fn push_again(&mut self, row: u32, column: u32, text: TextAt) {
        self.store(row, Stored::Text(column, text.start, text.end));
    }

    /// Where the text of the last cell stands, if it has one.
    pub(crate) fn last_text(&self) -> Option<TextAt> {
        match self.cells.last() {
            Some(Stored::Text(_, start, end)) => Some(TextAt { start: *start, end: *end }),
            _ => None,
        }
    }

    fn store(&mut self, row: u32, stored: Stored) {
        if self.rows.last().is_none_or(|last| last.number < row) {
            self.rows.push(Row { number: row, start: self.cells.len() });
        }
        self.columns = self.columns.max(stored.column().saturating_add(1));
        self.cells.push(stored);
    }

    /// Whether this place is behind all cells so far.
    pub(crate) fn is_behind(&self, row: u32, column: u32) -> bool {
        let last = self.rows.last().zip(self.cells.last());
        last.is_none_or(|(last_row, last)| (last_row.number, last.column()) < (row, column))
    }

    fn keep(&mut self, text: &str) -> Option<TextAt> {
        let start = u32::try_from(self.texts.len()).ok()?;
        let end = u32::try_from(self.texts.len() + text.len()).ok()?;
        self.texts.push_str(text);
        Some(TextAt { start, end })
    }

    /// How many rows there are, up to the last one with anything in it.
    pub fn rows(&self) -> u32 {
        self.rows.last().map_or(0, |last| last.number.saturating_add(1))
    }

    /// The rows that hold anything.
    pub fn filled_rows(&self) -> impl DoubleEndedIterator<Item = u32> + Clone {
        self.rows.iter().map(|row| row.number)
    }

    /// How many columns there are, up to the last one with anything in it.
    pub fn columns(&self) -> u32 {
        self.columns
    }

    /// How many cells hold anything.
    pub fn filled(&self) -> usize {
        self.cells.len()
    }

    /// The cells of a row that hold anything, each with its column.
    pub fn row(&self, row: u32) -> impl DoubleEndedIterator<Item = (u32, Cell<'_>)> + Clone {
        self.stored(row).iter().map(|stored| (stored.column(), self.shown(stored)))
    }

    /// One cell.
    pub fn cell(&self, row: u32, column: u32) -> Cell<'_> {
        let cells = self.stored(row);
        match cells.binary_search_by_key(&column, Stored::column) {
            Ok(found) => self.shown(&cells[found]),
            Err(_) => Cell::Empty,
        }
    }

    fn stored(&self, row: u32) -> &[Stored] {
        // Most sheets have no gaps before a row, or only a few.
        let guess = self.rows.get(row as usize).filter(|found| found.number == row);
        let found = match guess {
            Some(_) => Ok(row as usize),
            None => self.rows.binary_search_by_key(&row, |row| row.number),
        };
        let Ok(index) = found else { return &[] };
        let end = self.rows.get(index + 1).map_or(self.cells.len(), |next| next.start);
        &self.cells[self.rows[index].start..end]
    }

    fn shown(&self, stored: &Stored) -> Cell<'_> {
        let text = |start: u32, end: u32| &self.texts[start as usize..end as usize];
        match *stored {
            Stored::Text(_, start, end) => Cell::Text(text(start, end)),
            Stored::Number(_, number) => Cell::Number(number),
            Stored::Boolean(_, boolean) => Cell::Boolean(boolean),
            Stored::Date(_, day) => Cell::Date(day),
            Stored::Error(_, start, end) => Cell::Error(text(start, end)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_cell_takes_16_bytes() {
        assert_eq!(size_of::<Stored>(), 16);
    }

    #[test]
    fn a_sheet_gives_back_what_was_put_in() {
        let mut sheet = Sheet::new("x");
        sheet.push(1, 2, Cell::Text("a"));
        sheet.push(1, 5, Cell::Number(1.5));
        sheet.push(4, 0, Cell::Boolean(true));
        assert_eq!((sheet.rows(), sheet.columns(), sheet.filled()), (5, 6, 3));
        assert_eq!(sheet.cell(1, 2), Cell::Text("a"));
        assert_eq!(sheet.cell(1, 3), Cell::Empty);
        assert_eq!(sheet.cell(9, 9), Cell::Empty);
        assert_eq!(sheet.row(0).count(), 0);
        assert_eq!(sheet.filled_rows().collect::<Vec<_>>(), [1, 4]);
        assert_eq!(sheet.row(4).collect::<Vec<_>>(), [(0, Cell::Boolean(true))]);
        assert_eq!(Sheet::default().rows(), 0);
    }

    proptest! {
        #[test]
        fn any_cells_in_order_are_found_again(
            cells in prop::collection::btree_map((0u32..20, 0u32..20), "[a-c]{0,2}", 0..40)
        ) {
            let mut sheet = Sheet::new("x");
            for ((row, column), text) in &cells {
                prop_assert!(sheet.push(*row, *column, Cell::Text(text)));
            }
            let filled: BTreeMap<_, _> = cells.iter().filter(|(_, text)| !text.is_empty()).collect();
            prop_assert_eq!(sheet.filled(), filled.len());
            for ((row, column), text) in filled {
                prop_assert_eq!(sheet.cell(*row, *column), Cell::Text(text));
            }
        }
    }
}
