//! Collecting what there is to tell of a workbook, with its place.

use crate::value::text::is_dash;
use crate::workbook::Cell;
use lkks::Problem;
use lkks::message::Code;
use lkks::problem::Severity;
use std::collections::HashMap;

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

    /// Tells what another has collected, behind what was told so far.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.problems.append(&mut other.problems);
    }

    /// Everything told. What a stroke was taken for is told once in a column, with how often: a
    /// table of ticks is full of them.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = Vec::with_capacity(self.problems.len());
        let mut strokes: HashMap<Stroke, (usize, u32)> = HashMap::new();
        for problem in self.problems {
            let Some(stroke) = stroke(&problem) else {
                problems.push(problem);
                continue;
            };
            match strokes.get_mut(&stroke) {
                Some((_, count)) => *count += 1,
                None => {
                    strokes.insert(stroke, (problems.len(), 1));
                    problems.push(problem);
                }
            }
        }
        for (index, count) in strokes.into_values().filter(|(_, count)| *count > 1) {
            if let Some(expected) = problems.get_mut(index).and_then(|p| p.expected.as_mut()) {
                expected.push_str(&format!(" ({count}×)"));
            }
        }
        problems
    }
}

/// What is the same of strokes that are told once: sheet, column, and what they were taken for.
type Stroke = (Option<String>, Option<u32>, Option<String>);

fn stroke(problem: &Problem) -> Option<Stroke> {
    let is_stroke = problem.code == Code::DoubtfulValue
        && problem.severity == Severity::Warning
        && problem.value.as_deref().is_some_and(is_dash);
    is_stroke.then(|| (problem.sheet.clone(), problem.column, problem.expected.clone()))
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
