//! Collecting what there is to tell of a workbook, with its place.

use crate::workbook::Cell;
use lkks::Problem;

/// What there is to tell.
#[derive(Debug, Default)]
pub(crate) struct Report {
    problems: Vec<Problem>,
}

impl Report {
    /// Tells of a cell; row and column from 0.
    pub(crate) fn cell(&mut self, sheet: &str, row: u32, column: u32, problem: Problem) {
        self.problems.push(problem.in_cell(sheet, row.saturating_add(1), column.saturating_add(1)));
    }

    /// Tells of something that stands in no cell.
    pub(crate) fn whole(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Everything told.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

/// The text of a cell as a person sees it, for telling.
pub(crate) fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.trim().to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Boolean(boolean) => boolean.to_string(),
        Cell::Date(day) => day.to_string(),
    }
}
