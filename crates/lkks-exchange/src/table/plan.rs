//! Which columns of a table are read, and what is to be told of the others.

use super::field::Field;
use super::heading::Heading;
use super::layout::{Column, Layout, Role};
use super::mapping::{MappedColumn, Mapping, same};
use super::report::Report;
use super::rows::Planned;
use crate::workbook::Sheet;
use lkks::Problem;
use lkks::message::Code;
use lkks::problem::column_letters;
use std::collections::HashMap;

/// The columns to read, in their order; the mapping so used is put behind `used`.
pub(crate) fn columns(
    sheet: &Sheet,
    layout: &Layout,
    mapping: &Mapping,
    report: &mut Report,
    used: &mut Vec<MappedColumn>,
) -> Vec<Planned> {
    let filled = filled(sheet, layout);
    let mut planned: Vec<Planned> = Vec::new();
    for column in &layout.columns {
        let cells = filled.get(&column.index).copied().unwrap_or(0);
        let chosen = mapping.column(&sheet.name, column.index, &column.text);
        let incomplete = chosen.map(|chosen| chosen.incomplete).unwrap_or_default();
        let field = match &column.heading {
            Heading::Certain(field) | Heading::Mended(field) => Some(field.clone()),
            Heading::Choice(_) | Heading::Unknown | Heading::PassedOver => None,
        };
        // What is passed over may stand in as many columns as it likes.
        let held = field.as_ref().filter(|field| field.is_held());
        let earlier = held.and_then(|field| planned.iter().find(|plan| plan.field == *field));
        let problem = match (&column.heading, earlier) {
            // The rest of a heading that is merged over columns, and nothing under it.
            (_, Some(_)) if cells == 0 && own_heading(sheet, layout, column.index).is_none() => {
                None
            }
            (_, Some(earlier)) => Some(
                Problem::error(Code::DuplicateHeading)
                    .value(&column.text)
                    .expected(cell_name(layout, earlier.index)),
            ),
            (Heading::Certain(field), _) if !field.is_held() && cells > 0 => match field {
                Field::RowNumber => None,
                _ => Some(Problem::note(Code::UnusedColumn).value(&column.text).expected(cells)),
            },
            (Heading::Mended(field), _)
                if !field.is_held() && *field != Field::RowNumber && cells > 0 =>
            {
                Some(Problem::warning(Code::UnusedColumn).value(&column.text).expected(cells))
            }
            (Heading::Mended(field), _) => Some(
                Problem::warning(Code::GuessedHeading).value(&column.text).expected(field.told()),
            ),
            (Heading::Choice(fields), _) if cells > 0 => Some(ambiguous(column, fields, layout)),
            (Heading::Unknown, _) if cells > 0 => {
                Some(Problem::warning(Code::UnusedColumn).value(&column.text).expected(cells))
            }
            _ => None,
        };
        if let Some(problem) = problem {
            let row = heading_row(sheet, layout, column.index);
            report.cell(&sheet.name, row, column.index, problem.at("headings"));
        }
        if earlier.is_some() {
            continue;
        }
        // What was asked or not known is not taken to be passed over when the mapping is used again.
        if field.is_some() || column.heading == Heading::PassedOver {
            let (heading, field) = (column.text.clone(), field.clone());
            // Where a heading stands twice, its letter says which of them is meant.
            let is_other = |other: &&Column| other.index != column.index;
            let mut others = layout.columns.iter().filter(is_other);
            let is_twice = others
                .any(|other| same(&other.text, &column.text) && other.heading != column.heading);
            let letters = is_twice.then(|| column_letters(column.index + 1));
            used.push(MappedColumn { sheet: None, heading, column: letters, field, incomplete });
        }
        if let Some(field) = field {
            planned.push(Planned { index: column.index, field, incomplete });
        }
    }
    without_headings(sheet, layout, &filled, report);
    planned
}

/// How many cells of each column the rows of organisations fill.
fn filled(sheet: &Sheet, layout: &Layout) -> HashMap<u32, u32> {
    let mut filled: Vec<u32> = Vec::new();
    for (row, role) in (0u32..).zip(&layout.roles) {
        if !matches!(role, Role::Data | Role::Continued) {
            continue;
        }
        for (column, _) in sheet.row(row) {
            let column = column as usize;
            if column >= filled.len() {
                filled.resize(column + 1, 0);
            }
            filled[column] += 1;
        }
    }
    (0u32..).zip(filled).filter(|(_, count)| *count > 0).collect()
}

/// The lowest row of headings with anything over this column.
pub(crate) fn heading_row(sheet: &Sheet, layout: &Layout, column: u32) -> u32 {
    own_heading(sheet, layout, column).unwrap_or(layout.top)
}

fn own_heading(sheet: &Sheet, layout: &Layout, column: u32) -> Option<u32> {
    let mut rows = (layout.top..layout.under).rev();
    rows.find(|row| sheet.row(*row).any(|(index, _)| index == column))
}

fn cell_name(layout: &Layout, column: u32) -> String {
    format!("{}{}", column_letters(column + 1), layout.under)
}

fn ambiguous(column: &Column, fields: &[Field], layout: &Layout) -> Problem {
    let names: Vec<String> = fields.iter().map(Field::told).collect();
    let mut problem =
        Problem::error(Code::AmbiguousHeading).value(&column.text).expected(names.join(", "));
    // What the column before it speaks of is the likeliest, and no more than that.
    let before = layout.columns.iter().rev().find(|other| other.index < column.index);
    if let Some(Column { heading: Heading::Certain(field) | Heading::Mended(field), .. }) = before {
        let about = field.key().split('_').next().unwrap_or_default();
        problem.suggestion = names.into_iter().find(|name| name.starts_with(about));
    }
    problem
}

/// Columns with cells and no heading.
fn without_headings(
    sheet: &Sheet,
    layout: &Layout,
    filled: &HashMap<u32, u32>,
    report: &mut Report,
) {
    let mut columns: Vec<(u32, u32)> = filled
        .iter()
        .map(|(column, count)| (*column, *count))
        .filter(|(column, _)| !layout.columns.iter().any(|known| known.index == *column))
        .collect();
    columns.sort_unstable();
    for (column, count) in columns {
        let problem = Problem::warning(Code::UnusedColumn).value(column_letters(column + 1));
        report.cell(&sheet.name, layout.under - 1, column, problem.expected(count).at("headings"));
    }
}
