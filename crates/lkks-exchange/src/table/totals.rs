//! Rows of sums, held against the rows that they are the sum of.
//!
//! Nothing is read of them, but one that differs says that a row was changed, left out or never
//! typed. Which rows a sum is of is written nowhere: those since any sum above it, as where villages,
//! districts and the whole are summed up. Where a cell above cannot be read, nothing is known.

use super::field::Field;
use super::layout::Role;
use super::report::Report;
use super::rows::{Planned, Table};
use crate::value::Said;
use crate::value::number::{count, decimal};
use crate::workbook::Cell;
use lkks::message::Code;
use lkks::problem::column_letters;
use lkks::{Decimal, Problem};
use std::collections::HashSet;

/// Tells of the sums under a table, and between its rows, that differ from the rows above them.
pub(super) fn differ(table: &Table<'_>, report: &mut Report) {
    if table.layout.roles.contains(&Role::Totals) {
        table.columns.iter().for_each(|column| differ_in(table, column, report));
    }
}

fn differ_in(table: &Table<'_>, column: &Planned, report: &mut Report) {
    let Some(read) = added_up(&column.field) else { return };
    let mut above = Above::default();
    for (row, role) in (0u32..).zip(&table.layout.roles) {
        let cell = table.sheet.cell(row, column.index);
        match (role, read(cell)) {
            (Role::Data | Role::Continued, Said::Value(number) | Said::Doubtful(number, _)) => {
                above.add(row, number);
            }
            (Role::Data | Role::Continued, Said::Nothing) => above.add(row, 0),
            (Role::Data | Role::Continued, Said::Problem(_)) | (Role::Below, _) => return,
            (Role::Totals, said) => {
                // What is merged over several columns is the sum of them all.
                let is_alone = !table.merged.covers(row, column.index);
                if let (Said::Value(given), true) = (said, is_alone)
                    && let Some((first, last, sum)) = above.instead_of(given)
                {
                    let letters = column_letters(column.index + 1);
                    let rows = format!("{letters}{}:{letters}{}", first + 1, last + 1);
                    let problem = Problem::warning(Code::SumDiffers)
                        .value(shown(given))
                        .expected(format!("{} ({rows})", shown(sum)))
                        .at(column.field.to_string());
                    table.tell(report, row, column.index, problem);
                }
                above.part();
            }
            _ => {}
        }
    }
}

/// How the cells under a heading are read if they are added up, in steps of a decimal.
fn added_up(field: &Field) -> Option<fn(Cell<'_>) -> Said<i128>> {
    match field {
        Field::Capacity
        | Field::Clients
        | Field::ClientsMale
        | Field::ClientsFemale
        | Field::Inside
        | Field::Outside => Some(|cell| with(count(cell), |count| i128::from(count) * ONE)),
        Field::Fact(_) => Some(|cell| with(decimal(cell), |number| i128::from(number.steps()))),
        _ => None,
    }
}

fn with<T>(said: Said<T>, steps: impl Fn(T) -> i128) -> Said<i128> {
    match said {
        Said::Value(value) => Said::Value(steps(value)),
        Said::Doubtful(value, problem) => Said::Doubtful(steps(value), problem),
        Said::Nothing => Said::Nothing,
        Said::Problem(problem) => Said::Problem(problem),
    }
}

/// The steps of one.
const ONE: i128 = 10_000;

fn shown(steps: i128) -> String {
    let decimal = i64::try_from(steps).ok().and_then(Decimal::from_steps);
    decimal.map_or_else(|| (steps / ONE).to_string(), |decimal| decimal.to_string())
}

/// What stands in one column above a sum.
#[derive(Default)]
struct Above {
    all: i128,
    /// The first row and the last.
    rows: Option<(u32, u32)>,
    /// How much stood above each of the sums before, but for one over all rows.
    sums: HashSet<i128>,
    /// The first row since the last sum and the last, and how much stood above them.
    part: Option<(u32, u32)>,
    above_part: i128,
}

impl Above {
    fn add(&mut self, row: u32, number: i128) {
        self.all += number;
        for rows in [&mut self.rows, &mut self.part] {
            *rows = Some((rows.map_or(row, |(first, _)| first), row));
        }
    }

    /// A row of sums parts what is above it from what is below.
    fn part(&mut self) {
        if self.rows.is_some() {
            self.sums.insert(self.all);
        }
        (self.part, self.above_part) = (None, self.all);
    }

    /// The first row, the last and the sum that were expected in place of this one; none where it is
    /// the sum of the rows behind any row of sums, or of all.
    fn instead_of(&self, given: i128) -> Option<(u32, u32, i128)> {
        let (first, last) = self.rows?;
        if given == self.all || self.sums.contains(&(self.all - given)) {
            return None;
        }
        let all = (first, last, self.all);
        let part = self.part.map(|(first, last)| (first, last, self.all - self.above_part));
        // What is nearer was meant.
        part.into_iter().chain([all]).min_by_key(|(_, _, sum)| (sum - given).abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ReadOptions, read};
    use lkks::problem::Severity;

    /// The cell, what it says and what was expected of each sum that differs.
    fn sums(rows: &[&str]) -> Vec<(String, String)> {
        let text = format!("LKS KOTA PEKALONGAN\n{}\n", rows.join("\n"));
        let reading = read(text.as_bytes(), &ReadOptions::default());
        let reading = reading.unwrap_or_else(|error| panic!("{error}"));
        let differ = reading.problems().iter().filter(|it| it.code == Code::SumDiffers);
        differ
            .map(|it| {
                assert_eq!(it.severity, Severity::Warning);
                let letters = it.column.map(column_letters).unwrap_or_default();
                let cell = format!("{letters}{}", it.line.unwrap_or_default());
                let text = |text: &Option<String>| text.clone().unwrap_or_default();
                (cell, format!("{}, not {}", text(&it.value), text(&it.expected)))
            })
            .collect()
    }

    fn differ(cell: &str, told: &str) -> (String, String) {
        (cell.to_owned(), told.to_owned())
    }

    #[test]
    fn a_sum_that_differs_from_the_rows_above_it_is_told_at_its_cell() {
        let rows =
            ["No;Nama LKS;Jml Klien;;Kapasitas;fact:staff", ";;L;P;;", "1;Contoh;3;4;20;2.5"];
        let more = |sum| [&rows[..], &["2;Teladan;5 orang;-;;1", sum, ";Mengetahui;;;;"]].concat();
        assert_eq!(sums(&more("Jumlah;;8;4;20;3,5")), []);
        assert_eq!(sums(&more("Jumlah;;;-;;")), [], "where nothing is given, nothing differs");
        assert_eq!(
            sums(&more("Jumlah;;9;4;1.234;4")),
            [
                // The title stands in row 1.
                differ("C6", "9, not 8 (C4:C5)"),
                differ("E6", "1234, not 20 (E4:E5)"),
                differ("F6", "4, not 3.5 (F4:F5)"),
            ]
        );
    }

    #[test]
    fn a_sum_is_of_the_rows_since_any_sum_above_it() {
        let rows = ["No;Nama LKS;Kapasitas", "1;A;10", "2;B;5", "Jumlah;;15", "3;C;7", "Jumlah;;7"];
        let more = |more: &[&'static str]| sums(&[&rows[..], more].concat());
        assert_eq!(more(&["Total;;22"]), []);
        assert_eq!(more(&["4;D;2", "Jumlah;;2", "Sub Total;;9", "Total;;24"]), [], "of 3 and 4");
        assert_eq!(more(&["Total;;23"]), [differ("C8", "23, not 22 (C3:C6)")]);
        assert_eq!(more(&["4;D;2", "Jumlah;;3"]), [differ("C9", "3, not 2 (C8:C8)")]);
    }

    #[test]
    fn a_sum_of_what_cannot_be_read_or_of_nothing_differs_from_nothing() {
        for rows in [
            &["1;Contoh;dua puluh", "2;Teladan;5", "Jumlah;;25"][..],
            &["1;Contoh;20", "Jumlah;;banyak"],
            &["Jumlah;;25", "1;Contoh;20", "2;Teladan;5"],
            &["1;Contoh;20", "Jumlah;;20", ";Mengetahui;", "Jumlah;;7"],
        ] {
            let rows = [&["No;Nama LKS;Kapasitas"][..], rows].concat();
            assert_eq!(sums(&rows), [], "{rows:?}");
        }
    }
}
