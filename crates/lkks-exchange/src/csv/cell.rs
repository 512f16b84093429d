//! Texts in cells that a spreadsheet would run as formulas.

use std::borrow::Cow;

/// Whether a spreadsheet would run it, or whether it is such a text behind apostrophes already.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// The text as it is written: with an apostrophe before what would run.
pub(crate) fn neutralised(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was written so.
pub(crate) fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_gets_an_apostrophe_and_other_text_does_not() {
        for formula in ["=1+1", "+62", "-5", "@SUM(A1)", "\t=1", "\r", "'=1", "''@"] {
            assert_eq!(neutralised(formula), format!("'{formula}"));
        }
        for plain in ["", "Jl. Merdeka", "'", "'tis", "1-2", "a=b", " =1"] {
            assert_eq!(neutralised(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "['=+@\t\r\na-]{0,5}|.{0,8}") {
            let written = neutralised(&text);
            prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
            prop_assert_eq!(restored(&written), text.as_str());
        }
    }
}
