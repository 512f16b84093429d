//! Cells that say no more than "the same as above".

use super::layout::Role;
use super::rows::Table;
use crate::workbook::Cell;

/// How people write it; signs without blanks between them.
const WORDS: [&str; 8] = [
    "sda",
    "s.d.a",
    "s.d.a.",
    "idem",
    "ibid",
    "sama dengan di atas",
    "sama dengan diatas",
    "ditto",
];

/// With what they begin, but for signs of other alphabets.
const BEGINS: &[u8] = b"sSiIdD\"'-";

/// How far above it is looked for, so that a long column of nothing else costs no time.
const MOST_ROWS: usize = 200;

/// Whether a text says "the same": `sda`, `idem`, `"`.
pub(super) fn is_ditto(text: &str) -> bool {
    let text = text.trim();
    // Nearly every cell of a table is asked.
    let begins =
        text.bytes().next().is_some_and(|first| !first.is_ascii() || BEGINS.contains(&first));
    if text.len() > 24 || !begins {
        return false;
    }
    let is_sign = |c: char| matches!(c, '"' | '\'' | '”' | '“' | '’' | '″' | '〃' | '-' | ' ');
    let has_mark = text.contains(['"', '”', '“', '″', '〃']) || text.contains("''");
    has_mark && text.chars().all(is_sign)
        || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The cell of the nearest organisation above that says more; nothing where there is none.
pub(super) fn above<'w>(table: &Table<'w>, row: u32, column: u32) -> Cell<'w> {
    let rows = table.layout.roles.iter().enumerate().take(row as usize).rev();
    let mut above = rows
        .take(MOST_ROWS)
        .take_while(|(_, role)| matches!(role, Role::Data | Role::Continued | Role::Blank))
        .filter(|(_, role)| **role != Role::Blank)
        .filter_map(|(row, _)| u32::try_from(row).ok())
        .map(|row| table.merged.under(table.sheet, table.layout.under, row, column))
        .skip_while(|cell| matches!(cell, Cell::Text(text) if is_ditto(text)));
    above.next().unwrap_or(Cell::Empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_say_the_same_and_strokes_do_not() {
        for text in ["sda", "SDA", "s.d.a.", "idem", "\"", "''", "-\"-", " ” ", "〃", "\" \""] {
            assert!(is_ditto(text), "{text}");
        }
        for text in ["", "-", "'", "sd", "s.d. 2027", "\"Contoh\"", "sda Kota"] {
            assert!(!is_ditto(text), "{text}");
        }
    }
}
