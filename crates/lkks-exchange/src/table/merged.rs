//! The cells of a sheet as a reader sees them: a merged cell shows its value over its whole area.

use crate::workbook::{Cell, Merge, Sheet};
use std::collections::HashMap;

/// Over how many columns a merged cell is looked up; a title over more says nothing of a column.
const WIDEST: u32 = 256;

/// The merged cells of a sheet, by column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Merged {
    // INVARIANT: sorted by the first row.
    columns: HashMap<u32, Vec<Merge>>,
}

impl Merged {
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let mut columns: HashMap<u32, Vec<Merge>> = HashMap::new();
        for merge in &sheet.merges {
            let last = merge.last.1.min(merge.first.1.saturating_add(WIDEST));
            for column in merge.first.1..=last {
                columns.entry(column).or_default().push(*merge);
            }
        }
        for merges in columns.values_mut() {
            merges.sort_by_key(|merge| merge.first);
        }
        Self { columns }
    }

    /// The merged cell that covers this one.
    fn over(&self, row: u32, column: u32) -> Option<&Merge> {
        let merges = self.columns.get(&column)?;
        let next = merges.partition_point(|merge| merge.first.0 <= row);
        merges[..next].last().filter(|merge| row <= merge.last.0)
    }

    /// What a reader sees in this cell.
    pub(crate) fn cell<'s>(&self, sheet: &'s Sheet, row: u32, column: u32) -> Cell<'s> {
        match (sheet.cell(row, column), self.over(row, column)) {
            (Cell::Empty, Some(merge)) => sheet.cell(merge.first.0, merge.first.1),
            (cell, _) => cell,
        }
    }

    /// The row in which this cell begins.
    pub(crate) fn first_row(&self, row: u32, column: u32) -> u32 {
        self.over(row, column).map_or(row, |merge| merge.first.0)
    }

    /// Whether this cell is part of a merged one.
    pub(crate) fn covers(&self, row: u32, column: u32) -> bool {
        self.over(row, column).is_some()
    }

    /// What a reader sees in this cell of a row under the headings, which end above `under`: what
    /// is merged with a heading is none of it.
    pub(crate) fn under<'s>(
        &self,
        sheet: &'s Sheet,
        under: u32,
        row: u32,
        column: u32,
    ) -> Cell<'s> {
        match (sheet.cell(row, column), self.over(row, column)) {
            (Cell::Empty, Some(merge)) if merge.first.0 >= under => {
                sheet.cell(merge.first.0, merge.first.1)
            }
            (cell, _) => cell,
        }
    }

    /// Whether this cell is part of a merged one that begins in a row above, under the headings.
    pub(crate) fn continues(&self, under: u32, row: u32, column: u32) -> bool {
        let begins_above = |merge: &Merge| (under..row).contains(&merge.first.0);
        self.over(row, column).is_some_and(begins_above)
    }

    /// Whether nothing is merged.
    pub(crate) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }
}
