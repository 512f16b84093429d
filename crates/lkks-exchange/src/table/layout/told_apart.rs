//! Headings that could be several things, told apart by the cells below them and the columns beside
//! them.
//!
//! Only what these prove is taken for certain. What they make likely is told as a guess, and
//! everything else is left to be asked.

use super::super::field::Field;
use super::super::heading::{Heading, sex_or_sum};
use super::super::mapping::same;
use super::{Column, Role};
use crate::value::Said;
use crate::value::category::categories;
use crate::value::number::count;
use crate::workbook::{Cell, Sheet};
use std::collections::HashSet;

/// Decides of the columns what can be decided.
pub(super) fn settle(sheet: &Sheet, roles: &[Role], columns: &mut [Column]) {
    by_cells(sheet, roles, columns);
    by_village(columns);
    by_papers_before(columns);
    sums_without_group(columns);
}

fn is_known(columns: &[Column], wanted: &Field) -> bool {
    columns.iter().any(|column| known(column) == Some(wanted))
}

fn known(column: &Column) -> Option<&Field> {
    match &column.heading {
        Heading::Certain(field) | Heading::Mended(field) => Some(field),
        Heading::Choice(_) | Heading::Unknown | Heading::PassedOver => None,
    }
}

/// `Penerima Manfaat`: people who are counted, or the categories that they belong to.
fn by_cells(sheet: &Sheet, roles: &[Role], columns: &mut [Column]) {
    for column in columns {
        let Heading::Choice(fields) = &column.heading else { continue };
        if fields[..] != [Field::Clients, Field::Categories] {
            continue;
        }
        let rows =
            (0u32..).zip(roles).filter(|(_, role)| matches!(role, Role::Data | Role::Continued));
        let signs: HashSet<Sign> =
            rows.filter_map(|(row, _)| sign(sheet.cell(row, column.index))).collect();
        let has = |sign| signs.contains(&sign);
        let field = match (has(Sign::Words), has(Sign::Count), has(Sign::Either)) {
            (true, false, false) => Field::Categories,
            (false, true, _) => Field::Clients,
            _ => continue,
        };
        column.heading = Heading::Certain(field);
    }
}

/// What a cell shows to be under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Sign {
    /// Words, or a list of numbers: categories.
    Words,
    /// A number that no category has, or of people.
    Count,
    /// A number that a category has as well.
    Either,
}

fn sign(cell: Cell<'_>) -> Option<Sign> {
    let (letters, digits) = match cell {
        Cell::Text(text) => {
            (text.contains(char::is_alphabetic), text.contains(|c: char| c.is_ascii_digit()))
        }
        Cell::Number(_) => (false, true),
        Cell::Empty | Cell::Boolean(_) | Cell::Date(_) | Cell::Error(_) => return None,
    };
    let categories = categories(cell);
    if categories == Said::Nothing {
        return None;
    }
    Some(match (count(cell), categories) {
        (Said::Value(number) | Said::Doubtful(number, _), _) => {
            let is_category = (1..=LAST_CATEGORY).contains(&number);
            if letters || !is_category { Sign::Count } else { Sign::Either }
        }
        (_, Said::Value(_) | Said::Doubtful(..)) => Sign::Words,
        // `12 L / 13 P` counts, and a word that is not known is a word.
        _ if digits && letters => Sign::Count,
        _ if letters => Sign::Words,
        _ => Sign::Either,
    })
}

/// The number of the last category.
const LAST_CATEGORY: u32 = 26;

/// `Sub-district` is the district where the village has a column of its own.
fn by_village(columns: &mut [Column]) {
    if !is_known(columns, &Field::Village) || is_known(columns, &Field::District) {
        return;
    }
    let open = [Field::District, Field::Village];
    let mut found =
        columns.iter_mut().filter(|column| column.heading == Heading::Choice(open.to_vec()));
    if let (Some(column), None) = (found.next(), found.next()) {
        column.heading = Heading::Certain(Field::District);
    }
}

/// A heading that stands twice, each time behind another paper: `Berlaku s/d` behind the permit and
/// behind the accreditation. One alone may be of any of them, and is asked.
fn by_papers_before(columns: &mut [Column]) {
    let behind = papers_before(columns);
    let mut settled: Vec<(usize, Field)> = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let is_same = |other: usize| {
            matches!(columns[other].heading, Heading::Choice(_))
                && same(&columns[other].text, &column.text)
        };
        let together: Vec<usize> = (0..columns.len()).filter(|other| is_same(*other)).collect();
        if together.len() < 2 || together.first() != Some(&index) {
            continue;
        }
        let fields: Vec<&Field> =
            together.iter().filter_map(|other| behind[*other].as_ref()).collect();
        let distinct: HashSet<&Field> = fields.iter().copied().collect();
        let is_new = |field: &&Field| !is_known(columns, field);
        if distinct.len() == together.len() && fields.iter().all(is_new) {
            settled.extend(together.iter().copied().zip(fields.into_iter().cloned()));
        }
    }
    for (index, field) in settled {
        columns[index].heading = Heading::Mended(field);
    }
}

/// Of each column that could be several things, the one that is of the paper just before it.
fn papers_before(columns: &[Column]) -> Vec<Option<Field>> {
    let (mut paper, mut next) = (None, None);
    columns
        .iter()
        .map(|column| {
            if next != Some(column.index) {
                paper = None;
            }
            next = Some(column.index + 1);
            let Heading::Choice(fields) = &column.heading else {
                paper = known(column).and_then(paper_of);
                return None;
            };
            let mut fitting =
                fields.iter().filter(|field| paper.is_some() && paper_of(field) == paper);
            match (fitting.next(), fitting.next()) {
                (Some(field), None) => Some(field.clone()),
                _ => {
                    paper = None;
                    None
                }
            }
        })
        .collect()
}

/// The paper that a field is of.
fn paper_of(field: &Field) -> Option<&'static str> {
    let paper = field.key().split('_').next()?;
    ["registration", "permit", "accreditation", "deed", "approval"]
        .contains(&paper)
        .then_some(paper)
}

/// `L`, `P` and `Jumlah` beside each other, under no group: most likely people who are served, as
/// these are what is counted of an organisation; all the more so where the third says it.
fn sums_without_group(columns: &mut [Column]) {
    let parts = [Field::ClientsMale, Field::ClientsFemale];
    if parts.iter().any(|field| is_known(columns, field)) {
        return;
    }
    let is_sum_known = is_known(columns, &Field::Clients);
    let says = |column: &Column, field: &Field| {
        column.heading == Heading::Unknown && sex_or_sum(&column.text).as_ref() == Some(field)
    };
    let is_three = |three: &[Column]| {
        let [male, female, sum] = three else { return false };
        let is_sum = match is_sum_known {
            true => known(sum) == Some(&Field::Clients),
            false => says(sum, &Field::Clients),
        };
        says(male, &parts[0])
            && says(female, &parts[1])
            && is_sum
            && (male.index + 1, female.index + 1) == (female.index, sum.index)
    };
    let mut found =
        (0..columns.len()).filter(|start| columns.get(*start..*start + 3).is_some_and(is_three));
    // Of several it is not said which of them counts whom.
    let (Some(start), None) = (found.next(), found.next()) else { return };
    let fields = parts.into_iter().chain([Field::Clients]);
    for (column, field) in columns.iter_mut().skip(start).zip(fields) {
        if column.heading == Heading::Unknown {
            column.heading = Heading::Mended(field);
        }
    }
}
