//! What becomes of each cell, so that nothing is left out in silence.

use super::body::Spot;
use super::field::Field;
use super::heading::Heading;
use super::layout::Role;
use super::rows::Table;
use crate::workbook::{Cell, Workbook};
use crate::xlsx::is_own_sheet;
use std::collections::{HashMap, HashSet};

/// What became of a cell that holds anything.
///
/// ```
/// use lkks_exchange::{Fate, ReadOptions, read};
/// let table = "LKS KOTA PEKALONGAN\nNo;Nama LKS\n1;Yayasan Contoh\n";
/// let reading = read(table.as_bytes(), &ReadOptions::default())?;
/// assert_eq!(reading.fate("csv", 1, 1), Some(Fate::Body));
/// assert_eq!(reading.fate("csv", 2, 1), Some(Fate::Structure));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was read as this; where it could not be, or is doubtful, that is among the problems.
    Read(Field),
    /// It says which coordinating body the table is of.
    Body,
    /// It is a heading, the number of a row or of a column, or a line that parts the rows.
    Structure,
    /// The mapping says to pass over it, or it stands in a sheet that lkks adds for people to look
    /// at.
    PassedOver,
    /// It was not read, which is among the problems: of its cell, its row, its column or its sheet.
    Told,
}

/// What became of the cells of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Fates {
    tables: HashMap<usize, Kept>,
    used: HashSet<Spot>,
    own: HashSet<usize>,
}

#[derive(Debug)]
struct Kept {
    #[cfg_attr(not(feature = "picture"), allow(dead_code, reason = "shown in a picture"))]
    under: u32,
    roles: Vec<Role>,
    columns: HashMap<u32, Fate>,
    #[cfg_attr(not(feature = "picture"), allow(dead_code, reason = "shown in a picture"))]
    headings: HashMap<u32, String>,
}

impl Fates {
    pub(crate) fn of(workbook: &Workbook, tables: &[Table<'_>], used: &HashSet<Spot>) -> Self {
        let tables = tables.iter().map(|table| (table.number, Kept::of(table))).collect();
        let sheets = workbook.sheets.iter().enumerate();
        let own = sheets.filter(|(_, sheet)| is_own_sheet(&sheet.name)).map(|(number, _)| number);
        Self { tables, used: used.clone(), own: own.collect() }
    }

    /// The lowest row of headings of a sheet, and the headings of its columns.
    #[cfg(feature = "picture")]
    pub(crate) fn headings(&self, sheet: usize) -> Option<(u32, &HashMap<u32, String>)> {
        self.tables.get(&sheet).map(|table| (table.under.saturating_sub(1), &table.headings))
    }

    pub(crate) fn of_cell(&self, sheet: usize, row: u32, column: u32) -> Fate {
        if self.used.contains(&(sheet, row, column)) {
            return Fate::Body;
        }
        if self.own.contains(&sheet) {
            return Fate::PassedOver;
        }
        let Some(table) = self.tables.get(&sheet) else { return Fate::Told };
        match table.roles.get(row as usize) {
            // A line between rows that names no place is told where it is met.
            Some(Role::Heading | Role::Numbering | Role::Group) => Fate::Structure,
            Some(Role::Data | Role::Continued) => {
                table.columns.get(&column).cloned().unwrap_or(Fate::Told)
            }
            _ => Fate::Told,
        }
    }
}

impl Kept {
    fn of(table: &Table<'_>) -> Self {
        let mut columns = HashMap::new();
        for column in &table.layout.columns {
            let fate = match &column.heading {
                Heading::PassedOver => Fate::PassedOver,
                _ => Fate::Told,
            };
            columns.insert(column.index, fate);
        }
        for column in &table.columns {
            let fate = match &column.field {
                Field::RowNumber => Fate::Structure,
                field if field.is_held() => Fate::Read(field.clone()),
                _ => Fate::Told,
            };
            columns.insert(column.index, fate);
        }
        let texts = table.layout.columns.iter().map(|column| (column.index, column.text.clone()));
        let (under, roles) = (table.layout.under, table.layout.roles.clone());
        Self { under, roles, columns, headings: texts.collect() }
    }
}

impl Fates {
    /// What became of a cell of a sheet, by its name.
    pub(crate) fn of_named(
        &self,
        workbook: &Workbook,
        sheet: &str,
        row: u32,
        column: u32,
    ) -> Option<Fate> {
        let mut sheets = workbook.sheets.iter().enumerate();
        let (number, sheet) = sheets.find(|(_, one)| one.name == sheet)?;
        (sheet.cell(row, column) != Cell::Empty).then(|| self.of_cell(number, row, column))
    }
}
