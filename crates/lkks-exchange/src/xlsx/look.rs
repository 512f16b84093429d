//! How sheets look: formats, widths, and colours that are told apart without seeing colours.
//!
//! The colours are tints of blue and orange, which the colour-blind tell apart; each goes with a
//! weight, a slant or a line through, so that a print in grey says the same.

use super::cells::Cell;
use crate::table::field::Field;
use lkks::{Date, Lang};
use rust_xlsxwriter::{
    ConditionalFormatFormula, Format, FormatAlign, FormatBorder, Worksheet, XlsxError,
};

/// How many days before its last day a paper is marked.
pub(super) const SOON: i64 = 90;

const DARK_BLUE: u32 = 0x1F_3864;
const DARK_TEAL: u32 = 0x0B_4F4A;
const LINE: u32 = 0xBF_BFBF;
const ORANGE: u32 = 0xF8_CBAD;
const YELLOW: u32 = 0xFF_E699;
const BLUES: [(&str, u32); 3] = [("A", 0x9D_C3E6), ("B", 0xDE_EBF7), ("C", 0xFF_F2CC)];

/// The formats of one workbook.
pub(super) struct Look {
    text: Format,
    number: Format,
    day: Format,
    centred: Format,
    headings: [Format; 2],
}

impl Look {
    pub(super) fn of(lang: Lang) -> Self {
        let cell =
            || Format::new().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Hair);
        let cell = || cell().set_border_bottom_color(LINE);
        let heading = |colour: u32| {
            Format::new()
                .set_bold()
                .set_font_color(0xFF_FFFF)
                .set_background_color(colour)
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_border(FormatBorder::Thin)
                .set_border_color(0xFF_FFFF)
        };
        Self {
            text: cell().set_text_wrap(),
            number: cell().set_align(FormatAlign::Right).set_num_format("General"),
            day: cell().set_align(FormatAlign::Center).set_num_format(day_format(lang)),
            centred: cell().set_align(FormatAlign::Center),
            headings: [heading(DARK_BLUE), heading(DARK_TEAL)],
        }
    }

    /// The format of the cells under a field.
    pub(super) fn of_field(&self, field: &Field) -> &Format {
        match kind(field) {
            Kind::Day => &self.day,
            Kind::Number => &self.number,
            Kind::Word => &self.centred,
            Kind::Text => &self.text,
        }
    }

    /// The format of a cell under a field: as what it holds, words as the field has them.
    pub(super) fn of_both(&self, field: &Field, cell: &Cell) -> &Format {
        match (cell, kind(field)) {
            (Cell::Text(_), Kind::Word) => &self.centred,
            (Cell::Number(_), _) if matches!(field, Field::Rw | Field::Rt) => &self.centred,
            _ => self.of_cell(cell),
        }
    }

    /// The format of a cell of this kind.
    pub(super) fn of_cell(&self, cell: &Cell) -> &Format {
        match cell {
            Cell::Day(_) => &self.day,
            Cell::Number(_) => &self.number,
            Cell::YesNo(_) => &self.centred,
            Cell::Text(_) => &self.text,
        }
    }

    /// The heading of a column; neighbours about different things differ.
    pub(super) fn heading(&self, odd: bool) -> &Format {
        let [even_format, odd_format] = &self.headings;
        if odd { odd_format } else { even_format }
    }
}

/// A day with its month in the language of the sheet, whatever the computer speaks.
pub(super) const fn day_format(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "[$-421]d mmm yyyy",
        Lang::En => "[$-809]d mmm yyyy",
    }
}

/// What the cells under a field are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Word,
    Number,
    Day,
}

pub(super) const fn kind(field: &Field) -> Kind {
    match field {
        Field::Founded
        | Field::Joined
        | Field::Left
        | Field::DeedIssued
        | Field::ApprovalIssued
        | Field::RegistrationIssued
        | Field::RegistrationLastDay
        | Field::PermitIssued
        | Field::PermitLastDay
        | Field::AccreditationDecided
        | Field::AccreditationLastDay => Kind::Day,
        Field::Rw
        | Field::Rt
        | Field::Capacity
        | Field::Clients
        | Field::ClientsMale
        | Field::ClientsFemale
        | Field::AccreditationScore => Kind::Number,
        Field::AccreditationGrade | Field::TaxNumber | Field::Document(_) => Kind::Word,
        _ => Kind::Text,
    }
}

/// Fields of one group stand side by side; the number tells groups apart.
pub(super) const fn group(field: &Field) -> u8 {
    match field {
        Field::Id | Field::Name | Field::Kind | Field::LegalForm | Field::Founded => 0,
        Field::Region
        | Field::Province
        | Field::Regency
        | Field::District
        | Field::Village
        | Field::Rw
        | Field::Rt
        | Field::Address => 1,
        Field::Categories | Field::Setting | Field::Capacity => 2,
        Field::Clients | Field::ClientsMale | Field::ClientsFemale => 2,
        Field::Joined | Field::Left => 3,
        Field::DeedNumber | Field::DeedIssued | Field::ApprovalNumber | Field::ApprovalIssued => 4,
        Field::TaxNumber => 4,
        Field::RegistrationNumber | Field::RegistrationIssued | Field::RegistrationLastDay => 5,
        Field::PermitNumber | Field::PermitIssued | Field::PermitLastDay => 6,
        Field::AccreditationNumber
        | Field::AccreditationGrade
        | Field::AccreditationScore
        | Field::AccreditationDecided
        | Field::AccreditationLastDay => 7,
        _ => 8,
    }
}

/// How wide a column is: as its cells ask for, within limits.
pub(super) fn width(kind: Kind, heading: &str, widest: usize) -> f64 {
    let word = heading.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let wanted = widest.max(word + 2);
    let (least, most) = match kind {
        Kind::Text => (8, 40),
        Kind::Word => (9, 26),
        Kind::Number => (7, 14),
        Kind::Day => (13, 13),
    };
    f64::from(u32::try_from(wanted.clamp(least, most)).unwrap_or(40)) + 1.5
}

/// How high a row must be for its texts, each in a column of some width: nothing where one line is
/// enough. Not every program finds that out for itself.
pub(super) fn height<'t>(texts: impl IntoIterator<Item = (&'t str, f64)>) -> Option<f64> {
    let lines = texts.into_iter().map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    (lines > 1).then(|| (LINE_HEIGHT * f64::from(lines)).min(MOST_HEIGHT))
}

/// In points; a row can be no higher than the last.
const LINE_HEIGHT: f64 = 15.0;
const MOST_HEIGHT: f64 = 409.0;

/// How many lines a text takes in a column of this width, words kept whole.
fn lines(text: &str, width: f64) -> u32 {
    // A little more than the width in digits, since letters are narrower.
    let room = (width * 1.1).max(1.0);
    let mut lines = 0u32;
    for line in text.lines() {
        lines = lines.saturating_add(1);
        let mut used = 0.0;
        for word in line.split(' ') {
            let length = f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX));
            let blank = if used > 0.0 { 1.0 } else { 0.0 };
            if used > 0.0 && used + blank + length > room {
                lines = lines.saturating_add(1);
                used = length;
            } else {
                used += blank + length;
            }
        }
    }
    lines.max(1)
}

/// Marks grades in these rows of a column.
pub(super) fn grades(
    sheet: &mut Worksheet,
    column: u16,
    rows: (u32, u32),
) -> Result<(), XlsxError> {
    for (index, (grade, colour)) in BLUES.into_iter().enumerate() {
        let format = Format::new().set_background_color(colour);
        let format = match index {
            0 => format.set_bold(),
            1 => format,
            _ => format.set_italic(),
        };
        let cell = relative(column, rows.0);
        rule(sheet, column, rows, &format!("UPPER(TRIM({cell}))=\"{grade}\""), format)?;
    }
    Ok(())
}

/// Marks the last days in these rows that have passed or soon will, seen from a day.
pub(super) fn last_days(
    sheet: &mut Worksheet,
    column: u16,
    rows: (u32, u32),
    on: Date,
) -> Result<(), XlsxError> {
    let cell = relative(column, rows.0);
    let Some(today) = serial(on) else { return Ok(()) };
    let over = Format::new().set_background_color(ORANGE).set_bold().set_font_strikethrough();
    rule(sheet, column, rows, &format!("AND(ISNUMBER({cell}),{cell}<{today})"), over)?;
    let soon = Format::new().set_background_color(YELLOW).set_bold();
    let until = today + SOON;
    let is_soon = format!("AND(ISNUMBER({cell}),{cell}>={today},{cell}<={until})");
    rule(sheet, column, rows, &is_soon, soon)
}

/// A day as a number of days, as a workbook counts them.
fn serial(day: Date) -> Option<i64> {
    let first = lkks::calendar::date(1899, 12, 30).ok()?;
    Some(day.days_since(first))
}

fn rule(
    sheet: &mut Worksheet,
    column: u16,
    (first, last): (u32, u32),
    formula: &str,
    format: Format,
) -> Result<(), XlsxError> {
    let rule = ConditionalFormatFormula::new().set_rule(formula).set_format(format);
    sheet.add_conditional_format(first, column, last, column, &rule).map(|_| ())
}

/// The name of a cell whose row moves and whose column does not.
pub(super) fn relative(column: u16, row: u32) -> String {
    format!("${}{}", lkks::problem::column_letters(u32::from(column) + 1), row + 1)
}
