//! What one cell holds, and whether it would be read as the same.

use crate::value::Said;
use crate::value::text;
use crate::workbook;
use lkks::Date;
use lkks::known_date::KnownDate;

/// The most characters of a cell.
const MOST_CHARACTERS: usize = 32_767;

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    Day(Date),
    YesNo(bool),
}

impl Cell {
    /// A date: a day, or a month or a year as a text.
    pub(super) fn date(text: &str) -> Option<Self> {
        let known: KnownDate = text.parse().ok()?;
        Some(match known.day() {
            // A spreadsheet knows no days before 1900, but it holds texts.
            Some(day) if super::day(day).is_some() => Self::Day(day),
            _ => Self::Text(text.to_owned()),
        })
    }

    /// A text, if it is read as it stands.
    pub(super) fn text(text: String) -> Result<Self, String> {
        if is_read_again(&text) { Ok(Self::Text(text)) } else { Err(text) }
    }

    /// How wide it is, in characters.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
            Self::Number(number) => number.to_string().len(),
            Self::Day(_) => 11,
            Self::YesNo(_) => 6,
        }
    }
}

/// Whether a cell with this text is read as this text.
pub(super) fn is_read_again(written: &str) -> bool {
    let read = text::text(workbook::Cell::Text(written));
    fits(written) && matches!(read, Said::Value(read) if read == written)
}

/// Whether a cell has room for it.
pub(super) fn fits(text: &str) -> bool {
    text.len() <= MOST_CHARACTERS || text.chars().count() <= MOST_CHARACTERS
}

/// As much of it as a cell has room for.
pub(super) fn cut(text: &str) -> String {
    if fits(text) {
        return text.to_owned();
    }
    text.chars().take(MOST_CHARACTERS - 1).chain(['…']).collect()
}
