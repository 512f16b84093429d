//! Columns whose dates may have the month before the day.
//!
//! `03/04/2020` is 3 April, as people write here. Forms and programs set to American English write
//! 4 March in the same letters. Where a column holds `04/23/2020` and nothing that is only to be
//! read the usual way, the others are doubtful. They are not swapped: the one may be a slip, and
//! then all others would be wrong. A person who sees both readings knows which program it was.

use super::field::Field;
use super::layout::Role;
use super::report::Report;
use super::rows::Table;
use crate::workbook::Cell;
use lkks::Problem;
use lkks::calendar::{Date, date};
use lkks::message::Code;

/// Tells of the dates that may have to be read with the month first.
pub(super) fn doubt(table: &Table<'_>, report: &mut Report) {
    for column in table.columns.iter().filter(|column| is_dated(&column.field)) {
        for (row, text, day_first, month_first) in doubtful(table, column.index) {
            let problem = Problem::warning(Code::DoubtfulDate).value(text.trim());
            let mut problem = problem.expected(day_first).at(column.field.to_string());
            problem.suggestion = Some(month_first.to_string());
            table.tell(report, row, column.index, problem);
        }
    }
}

/// The dates of a column that can be read both ways, where another can only have the month first
/// and none only the day.
fn doubtful<'t>(table: &'t Table<'_>, column: u32) -> Vec<(u32, &'t str, Date, Date)> {
    let rows = (0u32..).zip(&table.layout.roles);
    let rows = rows.filter(|(_, role)| matches!(role, Role::Data | Role::Continued));
    let (mut doubtful, mut has_month_first) = (Vec::new(), false);
    for (row, _) in rows {
        let Cell::Text(text) = table.sheet.cell(row, column) else { continue };
        match Order::of(text) {
            Some(Order::MonthFirst) => has_month_first = true,
            Some(Order::DayFirst) => return Vec::new(),
            Some(Order::Either(day_first, month_first)) => {
                doubtful.push((row, text, day_first, month_first));
            }
            None => {}
        }
    }
    if has_month_first { doubtful } else { Vec::new() }
}

fn is_dated(field: &Field) -> bool {
    let key = field.key();
    matches!(field, Field::Founded | Field::Joined | Field::Left)
        || ["_issued", "_decided", "_last_day"].iter().any(|end| key.ends_with(end))
}

/// In which order a date of three numbers, the year behind, can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    /// Both, with another day each.
    Either(Date, Date),
}

impl Order {
    fn of(text: &str) -> Option<Self> {
        // Behind a date may stand a time.
        let text = text.split_whitespace().next()?;
        let mut parts = text.split(['/', '-', '.']);
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || first.len() > 2 || second.len() > 2 {
            return None;
        }
        let (first, second) = (first.parse().ok()?, second.parse().ok()?);
        let year = year.parse().ok()?;
        match (date(year, second, first), date(year, first, second)) {
            (Ok(day_first), Ok(month_first)) if day_first != month_first => {
                Some(Self::Either(day_first, month_first))
            }
            (Ok(_), Err(_)) => Some(Self::DayFirst),
            (Err(_), Ok(_)) => Some(Self::MonthFirst),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_shows_the_order_of_its_numbers() {
        for text in ["04/23/2020", "4/23/2020", "12-31-2019", "04/23/2020 08:30"] {
            assert_eq!(Order::of(text), Some(Order::MonthFirst), "{text}");
        }
        for text in ["23/04/2020", "31.12.2019"] {
            assert_eq!(Order::of(text), Some(Order::DayFirst), "{text}");
        }
        let days = (date(2020, 4, 3).unwrap(), date(2020, 3, 4).unwrap());
        assert_eq!(Order::of("03/04/2020"), Some(Order::Either(days.0, days.1)));
        for text in
            ["", "04/04/2020", "2020-04-23", "23 April 2020", "30/30/2020", "1/2", "1/2/3/4"]
        {
            assert_eq!(Order::of(text), None, "{text}");
        }
    }
}
