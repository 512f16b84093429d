//! What each row of a sheet is, once it is known which rows are headings.

use super::super::field::Field;
use super::super::lines::{self, Sum};
use super::super::merged::Merged;
use super::{Headings, Role, column_number, is_number, is_numbering, text_of};
use crate::workbook::{Cell, Sheet};

/// Tells what the rows are.
pub(super) struct Roles<'a> {
    sheet: &'a Sheet,
    merged: &'a Merged,
    headings: &'a Headings,
    /// The texts of each row of headings, as they are compared.
    texts: Vec<Vec<(u32, Option<String>)>>,
    name: u32,
    number: Option<u32>,
    /// Whether organisations are counted with numbers, so that letters count something else.
    has_numbers: bool,
}

/// The first letters of the words with which a row of sums begins.
const TOTALS_BEGIN: [char; 4] = ['j', 't', 'g', 's'];
/// Words with which a line between rows names the place of the next ones.
const PLACES: [&str; 6] = ["kecamatan ", "kec.", "kec ", "kelurahan ", "kabupaten ", "kota "];
/// How many cells a line of signatures has at most.
const MOST_SIGNED: usize = 4;

impl<'a> Roles<'a> {
    pub(super) fn of(sheet: &'a Sheet, merged: &'a Merged, headings: &'a Headings) -> Self {
        let name = headings.column(&Field::Name);
        let number = headings.column(&Field::RowNumber).map(|column| column.index);
        let is_counted = |column| {
            let mut cells = (headings.under..sheet.rows()).map(|row| sheet.cell(row, column));
            cells.any(|cell| !lines::counts_group(cell) && column_number(cell).is_some())
        };
        Self {
            sheet,
            merged,
            headings,
            texts: (headings.top..headings.under)
                .map(|row| compared(sheet, row).collect())
                .collect(),
            name: name.map_or(0, |column| column.index),
            number,
            has_numbers: number.is_some_and(is_counted),
        }
    }

    pub(super) fn all(&self) -> Vec<Role> {
        let rows = self.sheet.rows();
        let mut roles: Vec<Role> = Vec::with_capacity(rows as usize);
        for row in 0..rows {
            let role = if self.sheet.row(row).next().is_none() {
                Role::Blank
            } else if row < self.headings.top {
                Role::Above
            } else if row < self.headings.under {
                Role::Heading
            } else {
                self.below_headings(row, &roles)
            };
            roles.push(role);
        }
        self.mark_foot(&mut roles);
        roles
    }

    fn below_headings(&self, row: u32, before: &[Role]) -> Role {
        let is_first = before
            .iter()
            .rev()
            .find(|role| **role != Role::Blank)
            .is_none_or(|role| *role == Role::Heading);
        if is_first && is_numbering(self.sheet, row) {
            Role::Numbering
        } else if self.repeats_headings(row) {
            Role::Heading
        } else if self.is_totals(row) {
            Role::Totals
        } else if !self.has_name(row) && self.merged.continues(self.headings.under, row, self.name)
        {
            Role::Continued
        } else if self.is_group(row) {
            Role::Group
        } else {
            Role::Data
        }
    }

    fn has_name(&self, row: u32) -> bool {
        match self.sheet.cell(row, self.name) {
            Cell::Text(text) => !text.trim().is_empty(),
            // What failed stands for a name all the same.
            Cell::Number(_) | Cell::Error(_) => true,
            Cell::Empty | Cell::Boolean(_) | Cell::Date(_) => false,
        }
    }

    /// Whether the row has nothing but one text, which is no name or names a place; before it may
    /// stand what counts groups.
    fn is_group(&self, row: u32) -> bool {
        let mut cells = self.sheet.row(row);
        let (first, second, None) = (cells.next(), cells.next(), cells.next()) else {
            return false;
        };
        let names_place = |text: &str| PLACES.iter().any(|place| folded(text).starts_with(place));
        match (first, second) {
            (Some((column, Cell::Text(text))), None) => column != self.name || names_place(text),
            (Some((column, mark)), Some((_, Cell::Text(text)))) => {
                self.number == Some(column)
                    && lines::counts_group(mark)
                    && (self.has_numbers || names_place(text))
            }
            _ => false,
        }
    }

    /// Whether it is a row of the headings once more, as on the next page.
    fn repeats_headings(&self, row: u32) -> bool {
        let cells = self.sheet.row(row);
        let first = cells.clone().next().and_then(|(_, cell)| initial(cell));
        let may_repeat = |texts: &&Vec<(u32, Option<String>)>| {
            let heading = texts.first().and_then(|(_, text)| text.as_ref()?.chars().next());
            heading == first && texts.len() >= 2 && texts.len() == cells.clone().count()
        };
        // Nearly every row ends here, before anything of it is folded.
        let mut rows = self.texts.iter().filter(may_repeat);
        rows.any(|texts| compared(self.sheet, row).eq(texts.iter().cloned()))
    }

    fn is_totals(&self, row: u32) -> bool {
        let Some((column, Cell::Text(first))) =
            self.sheet.row(row).find(|(_, cell)| matches!(cell, Cell::Text(_)))
        else {
            return false;
        };
        if !initial(Cell::Text(first)).is_some_and(|letter| TOTALS_BEGIN.contains(&letter)) {
            return false;
        }
        let Some(sum) = lines::sum(&folded(first)) else { return false };
        let mut others = self.sheet.row(row).filter(|(index, _)| *index > column);
        // A sum that failed is one as well.
        let is_sum = |cell| is_number(cell) || matches!(cell, Cell::Error(_));
        let counts = others.clone().count() > 0 && others.all(|(_, cell)| is_sum(cell));
        column <= self.name && (sum == Sum::Alone || counts)
    }

    /// Rows after the last organisation are the foot of the sheet: few cells, no running number, or
    /// words of a signature.
    fn mark_foot(&self, roles: &mut [Role]) {
        self.mark_copies(roles);
        let is_row = |row: u32, role: Role| match role {
            Role::Continued => true,
            Role::Data => self.is_numbered(row) || !self.is_foot(row),
            _ => false,
        };
        let mut rows = (0..self.sheet.rows()).zip(roles.iter()).rev();
        let last = rows.find(|(row, role)| is_row(*row, **role)).map(|(row, _)| row + 1);
        let Some(end) = self.first_signed(roles).into_iter().chain(last).min() else { return };
        for role in roles.iter_mut().skip(end as usize) {
            if matches!(role, Role::Data | Role::Continued | Role::Group) {
                *role = Role::Below;
            }
        }
    }

    /// The list of those who get a copy is at the very end, and numbered as organisations are.
    fn mark_copies(&self, roles: &mut [Role]) {
        let is_row = |role: &Role| matches!(role, Role::Data | Role::Continued | Role::Group);
        let mut first = None;
        for (row, role) in (self.headings.under..self.sheet.rows())
            .zip(&roles[self.headings.under as usize..])
            .rev()
        {
            let is_short = self.sheet.row(row).count() <= MOST_SIGNED;
            if *role == Role::Blank {
                continue;
            }
            if !is_row(role) || !is_short {
                break;
            }
            let mut texts = self.sheet.row(row).filter_map(|(_, cell)| text_of(cell));
            if texts.next().is_some_and(|text| lines::begins_copies(&folded(&text))) {
                first = Some(row);
            }
        }
        let Some(first) = first else { return };
        for role in roles.iter_mut().skip(first as usize).filter(|role| is_row(role)) {
            *role = Role::Below;
        }
    }

    fn is_numbered(&self, row: u32) -> bool {
        self.number.is_some_and(|column| column_number(self.sheet.cell(row, column)).is_some())
    }

    /// The row with which signatures begin: behind it no organisation is counted, or has as many
    /// cells as one.
    fn first_signed(&self, roles: &[Role]) -> Option<u32> {
        let mut first = None;
        for (row, role) in (0..self.sheet.rows()).zip(roles).rev() {
            let is_row = matches!(role, Role::Data | Role::Continued | Role::Group);
            if !is_row {
                continue;
            }
            if self.is_numbered(row) || self.sheet.row(row).count() > MOST_SIGNED {
                break;
            }
            if self.begins_signatures(row) {
                first = Some(row);
            }
        }
        first
    }

    fn begins_signatures(&self, row: u32) -> bool {
        let begins = |text: Option<String>| text.map(|text| lines::begins_foot(&folded(&text)));
        match begins(text_of(self.sheet.cell(row, self.name))) {
            Some(begins) => begins,
            None => self.sheet.row(row).any(|(_, cell)| begins(text_of(cell)) == Some(true)),
        }
    }

    fn is_foot(&self, row: u32) -> bool {
        let cells = self.sheet.row(row).count();
        let mut texts = self.sheet.row(row).filter_map(|(_, cell)| text_of(cell));
        let few = cells <= 2 && self.headings.columns.len() > 4;
        let lacks_number = self.number.is_some() && few;
        lacks_number
            || (few && !self.has_name(row))
            || cells <= MOST_SIGNED && texts.any(|text| lines::is_foot(&folded(&text)))
    }
}

/// The cells of a row as they are compared with headings.
fn compared(sheet: &Sheet, row: u32) -> impl Iterator<Item = (u32, Option<String>)> {
    sheet.row(row).map(|(column, cell)| (column, text_of(cell).map(|text| folded(&text))))
}

/// The first character of a cell as it is compared.
fn initial(cell: Cell<'_>) -> Option<char> {
    match cell {
        Cell::Text(text) => text.trim().chars().next()?.to_lowercase().next(),
        cell => text_of(cell)?.chars().next(),
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
