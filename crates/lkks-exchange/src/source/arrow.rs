//! Tables that other programs hold in memory, handed over as Apache Arrow: pandas, polars, DuckDB,
//! pyarrow.
//!
//! A table becomes a workbook of one sheet, with the names of its columns in the first row. What a
//! value is as a cell is said in `column`. Batches are read one after the other and let go.

mod column;

use super::Limits;
use super::rows::{Rows, is_number};
use crate::workbook::Workbook;
use arrow_array::{Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use column::{Column, NotText};
use lkks::message::Code;
use lkks::register::masked_national_identity_numbers as masked;
use lkks::{Error, Problem};
use std::collections::BTreeMap;

/// How many cells are looked at for each one that may be filled, so that a table of endless nothing
/// ends.
const LOOKS: usize = 64;

/// The table of any program that speaks Apache Arrow, as a workbook of one sheet.
///
/// The names of the columns are the first row. Texts, yes and no, and numbers are such cells; whole
/// numbers beyond 2⁵³ and decimals with more digits than a float holds are texts, so that no digit
/// is lost. A date, and a moment at midnight, is a day; any other moment a text as ISO 8601 writes
/// it, in the time of the column's zone and with its offset. The values of a list are joined with
/// `; `. Null and not-a-number are empty. What else there is becomes the text that Arrow shows for
/// it; bytes that are not text are left out and told in the workbook's notes.
///
/// Names that pandas and polars make for columns without one (`Unnamed: 3`) are empty headings, and
/// the numbers by which pandas counts rows (`__index_level_0__`) are no column.
///
/// ```
/// use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
/// use lkks_exchange::source::{Limits, workbook_of_batches};
/// use lkks_exchange::workbook::Cell;
/// use std::sync::Arc;
/// let names: ArrayRef = Arc::new(StringArray::from(vec!["Yayasan Contoh"]));
/// let founded: ArrayRef = Arc::new(Date32Array::from(vec![14_671]));
/// let batch = RecordBatch::try_from_iter([("Nama LKS", names), ("Berdiri", founded)])?;
/// let schema = batch.schema();
///
/// let book = workbook_of_batches(&schema, [Ok(batch)], Some("lks"), &Limits::default())?;
/// let sheet = &book.sheets[0];
/// assert_eq!(sheet.cell(0, 1), Cell::Text("Berdiri"));
/// assert_eq!(sheet.cell(1, 1), Cell::Date(lkks::calendar::date(2010, 3, 3)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// One problem: the program that has the table failed to hand it over, or it is too large.
pub fn workbook_of_batches(
    schema: &Schema,
    batches: impl IntoIterator<Item = Result<RecordBatch, ArrowError>>,
    name: Option<&str>,
    limits: &Limits,
) -> Result<Workbook, Error> {
    let mut rows = Rows::new(name, limits)?;
    let mut table = Table::of(schema, limits);
    table.put_headings(&mut rows)?;
    for batch in batches {
        table.put(&batch.map_err(unreadable)?, &mut rows)?;
    }
    let told = table.told(rows.name());
    let mut workbook = rows.finish()?;
    workbook.notes = told;
    Ok(workbook)
}

/// A table that is being read.
struct Table<'a> {
    /// What become columns: the number of each, its place in the batches, and its field.
    fields: Vec<(u32, usize, &'a Field)>,
    /// The columns with cells that are bytes and no text.
    spoilt: BTreeMap<u32, Spoilt>,
    /// The next row.
    row: u32,
    /// How many more cells may be looked at.
    looks: usize,
    limits: &'a Limits,
}

/// Cells of a column that are bytes and no text.
struct Spoilt {
    /// The row of the first.
    first: u32,
    /// How many there are.
    cells: u64,
}

impl<'a> Table<'a> {
    fn of(schema: &'a Schema, limits: &'a Limits) -> Self {
        let fields = schema.fields().iter().map(AsRef::as_ref).enumerate();
        let fields = fields.filter(|(_, field)| !counts_rows(field));
        let fields = (0..).zip(fields).map(|(column, (place, field))| (column, place, field));
        let looks = limits.cells.saturating_mul(LOOKS);
        Self { fields: fields.collect(), spoilt: BTreeMap::new(), row: 0, looks, limits }
    }

    fn put_headings(&mut self, rows: &mut Rows<'_>) -> Result<(), Error> {
        for (column, _, field) in &self.fields {
            rows.heading(0, *column, field.name())?;
        }
        self.row = 1;
        Ok(())
    }

    fn put(&mut self, batch: &RecordBatch, rows: &mut Rows<'_>) -> Result<(), Error> {
        let count = batch.num_rows();
        let end = u32::try_from(count).ok().and_then(|count| self.row.checked_add(count));
        let end = end.ok_or_else(|| self.too_many())?;
        let mut columns = Vec::with_capacity(self.fields.len());
        for (number, place, field) in &self.fields {
            let fits = batch.schema_ref().fields().get(*place);
            let fits = fits.is_some_and(|found| found.name() == field.name());
            let Some(array) = batch.columns().get(*place).filter(|_| fits) else {
                let told = format!("no column {:?}", field.name());
                return Err(unreadable(ArrowError::SchemaError(told)));
            };
            if array.null_count() < count && *array.data_type() != DataType::Null {
                let column = Column::of(array, Some(field), self.limits.text);
                columns.push((*number, column.map_err(unreadable)?));
            }
        }
        let looks = count.checked_mul(columns.len());
        let left = looks.and_then(|looks| self.looks.checked_sub(looks));
        self.looks = left.ok_or_else(|| self.too_many())?;
        if !columns.is_empty() {
            self.put_rows(end, &columns, rows)?;
        }
        self.row = end;
        Ok(())
    }

    fn put_rows(
        &mut self,
        end: u32,
        columns: &[(u32, Column<'_>)],
        rows: &mut Rows<'_>,
    ) -> Result<(), Error> {
        let mut scratch = String::new();
        for (index, row) in (self.row..end).enumerate() {
            for (number, column) in columns {
                match column.cell(index, &mut scratch) {
                    Ok(cell) => rows.put(row, *number, cell)?,
                    Err(NotText) => {
                        let first = Spoilt { first: row, cells: 0 };
                        self.spoilt.entry(*number).or_insert(first).cells += 1;
                    }
                }
            }
        }
        Ok(())
    }

    fn too_many(&self) -> Error {
        Problem::error(Code::TooManyCells).expected(self.limits.cells).into()
    }

    /// What a person may want to know of how the table was read.
    fn told(&self, sheet: &str) -> Vec<Problem> {
        let told = self.fields.iter().filter_map(|(number, _, field)| {
            let spoilt = self.spoilt.get(number)?;
            let problem = Problem::warning(Code::NotText).value(field.name());
            let problem = problem.expected(spoilt.cells);
            Some(problem.in_cell(sheet, spoilt.first.saturating_add(1), number.saturating_add(1)))
        });
        told.collect()
    }
}

/// Whether a field is pandas' own counting of rows, which nobody named.
fn counts_rows(field: &Field) -> bool {
    let level = field.name().strip_prefix("__index_level_");
    let level = level.and_then(|level| level.strip_suffix("__"));
    field.data_type().is_integer() && level.is_some_and(is_number)
}

/// The program that has the table failed. What it says may quote identity numbers of the table.
fn unreadable(error: ArrowError) -> Error {
    let told = match error {
        // What came through the interface between programs, in their own words.
        ArrowError::CDataInterface(told) => told,
        other => other.to_string(),
    };
    // Where in a program it came about is of no use here.
    let (told, _) = told.split_once(" Detail: Python exception:").unwrap_or((&told, ""));
    let told = masked(told).unwrap_or_else(|| told.to_owned());
    Problem::error(Code::UnreadableTable).value(told).into()
}

#[cfg(test)]
mod tests;
