//! Tax numbers of organisations (NPWP).
//!
//! | a cell | says |
//! | --- | --- |
//! | `01.234.567.4-501.000`, `012345674501000`, `01 234 567 4 501 000`, `NPWP: 01.234.567.4-501.000` | the number of 15 digits, as `01.234.567.4-501.000` |
//! | `0012345674501000`, `0012 3456 7450 1000` | the number of 16 digits, as `0012345674501000` |
//! | `01.234.567.8-501.000` | that number, doubtful: its check digit does not fit |
//! | the number 12345674501000 | `01.234.567.4-501.000`, with a note: a spreadsheet loses the 0 in front |
//! | `1.234.567.4-501.000`, the number 1234566408000 | the number with the 0 or `00` in front if its check digit fits, doubtful |
//! | `1000000000123456` | 16 digits without 0 in front that are no NIK: that number, doubtful |
//! | `01.234.567.4-501.000 (a.n. yayasan)` | the number, doubtful: the rest is not kept |
//! | `01.234.567.4-501` | a problem, with the number of the head office as a suggestion |
//! | `O1.234.567.4-5O1.OOO` | a problem, with the number that was perhaps meant as a suggestion |
//! | a national identity number (NIK), which is the tax number of a person | a problem that is a warning, with the number masked |
//! | `00.000.000.0-000.000`, also with words behind it | a problem that is a warning: nothing but zeros is no number |
//! | `Ada`, `√`, `2.34567E+13`, a number of 16 digits of which a spreadsheet keeps 15 | a problem |
//! | `dlm proses` | nothing yet: a problem that is only a note |
//! | empty, `-`, `belum`, `tidak ada` | nothing |
//!
//! The check digit is the ninth of fifteen: Luhn's sum over the first nine is a multiple of ten.
//! No text of the tax office that we read says so; the public checkers `Business::ID::NPWP` (Perl,
//! "apparently") and `stdnum.id.npwp` (Python) do, and the numbers in their documentation fit.
//! Numbers that do not fit are reported as well, so a check that fails is only a warning. That 16
//! digits are the 15 with a 0 in front is of PMK 112/PMK.03/2022, for all but resident persons.

use crate::value::Said;
use crate::value::presence::{is_in_progress, says_no};
use crate::value::text::{
    clean, digits_of, fold, formula, identity_number, in_progress, is_nothing, masked_number,
    note_as, read_as, told,
};
use crate::workbook::Cell;
use lkks::Problem;
use lkks::message::Code;

/// The tax number in a cell, as `01.234.567.4-501.000` where it has 15 digits and without marks
/// where it has 16.
///
/// ```
/// use lkks_exchange::value::{Said, tax_number::tax_number};
/// use lkks_exchange::workbook::Cell;
/// let number = "01.234.567.4-501.000".to_owned();
/// assert_eq!(tax_number(Cell::Text("NPWP 012345674501000")), Said::Value(number));
/// let Said::Doubtful(_, problem) = tax_number(Cell::Text("01.234.567.8-501.000")) else { panic!() };
/// assert_eq!(problem.code.key(), "tax-number-check-digit");
/// ```
pub fn tax_number(cell: Cell<'_>) -> Said<String> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(boolean) => Said::Problem(invalid(&boolean.to_string())),
        Cell::Date(day) => Said::Problem(invalid(&day.to_string())),
        Cell::Number(number) => of_number(number),
        Cell::Text(text) => of_text(&clean(text)),
    }
}

/// Both forms of one made-up number.
const EXPECTED: &str = "01.234.567.4-501.000, 0012345674501000";

/// A longer text is no number with a remark.
const MOST_BYTES: usize = 200;

fn invalid(text: &str) -> Problem {
    Problem::error(Code::InvalidTaxNumber).value(told(text)).expected(EXPECTED)
}

fn of_number(number: f64) -> Said<String> {
    let text = digits_of(number).unwrap_or_else(|| number.to_string());
    if let Some(masked) = masked_number(&text) {
        return Said::Problem(identity_number(&masked));
    }
    let is_kept = (0.0..1e15).contains(&number) && number.fract() == 0.0;
    match text.len() {
        _ if !is_kept => Said::Problem(invalid(&text)),
        14 => restored(&text, &format!("0{text}"), note_as),
        13 => restored(&text, &format!("00{text}"), read_as),
        _ => of_digits(&text, &text),
    }
}

fn of_text(text: &str) -> Said<String> {
    if is_nothing(text) {
        return Said::Nothing;
    }
    if let Some(masked) = masked_number(text) {
        return Said::Problem(identity_number(&masked));
    }
    if text.len() > MOST_BYTES {
        return Said::Problem(invalid(text));
    }
    if let Some(number) = text.strip_suffix(".0").filter(|number| is_digits(number)) {
        return number.parse().map_or_else(|_| Said::Problem(invalid(text)), of_number);
    }
    match parts(text) {
        Some((digits, "")) => of_digits(text, &digits),
        Some((digits, rest)) => with_rest(text, &digits, rest),
        None => of_words(text),
    }
}

/// A text without a number where one is expected.
fn of_words(text: &str) -> Said<String> {
    let folded = fold(text);
    if is_in_progress(&folded) {
        Said::Problem(in_progress(text))
    } else if folded.len() > 2 && says_no(&folded) {
        Said::Nothing
    } else {
        Said::Problem(Problem { suggestion: perhaps(text), ..invalid(text) })
    }
}

/// A number with something behind it that is not kept.
fn with_rest(text: &str, digits: &str, rest: &str) -> Said<String> {
    let other_digits = rest.bytes().filter(u8::is_ascii_digit).count();
    match of_digits(text, digits) {
        // Perhaps a second number.
        Said::Value(_) | Said::Doubtful(..) if other_digits >= 9 => Said::Problem(invalid(text)),
        Said::Value(number) => {
            let problem = read_as(text, &number);
            Said::Doubtful(number, problem)
        }
        Said::Problem(problem) if problem.code == Code::InvalidTaxNumber && !is_zeros(digits) => {
            of_words(text)
        }
        said => said,
    }
}

/// The digits of the first number of a text, and what stands behind it; nothing where there is
/// none, or more before it than its name.
fn parts(text: &str) -> Option<(String, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (label, number) = text.split_at(start);
    let is_label = |word| matches!(word, "" | "npwp" | "no" | "nomor" | "nmr" | "tax" | "number");
    if !fold(label).split(' ').all(is_label) {
        return None;
    }
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '-' | '–' | '—' | '/');
    let end = number.find(|c| !is_part(c)).unwrap_or(number.len());
    let (number, rest) = number.split_at(end);
    let digits = number.chars().filter(char::is_ascii_digit).collect();
    Some((digits, rest.trim()))
}

fn of_digits(text: &str, digits: &str) -> Said<String> {
    match (digits.len(), digits.as_bytes()) {
        _ if is_zeros(digits) => {
            let problem = Problem::warning(Code::InvalidTaxNumber).value(told(text));
            Said::Problem(problem.expected(EXPECTED))
        }
        (15, _) | (16, [b'0', ..]) => checked(text, digits),
        (16, _) => match masked_number(digits) {
            Some(masked) => Said::Problem(identity_number(&masked)),
            None => Said::Doubtful(digits.to_owned(), read_as(text, digits)),
        },
        (14, _) => restored(text, &format!("0{digits}"), read_as),
        (12, _) => {
            let whole = format!("{digits}000");
            let suggestion = fits(&whole).then(|| written(&whole));
            Said::Problem(Problem { suggestion, ..invalid(text) })
        }
        _ => Said::Problem(invalid(text)),
    }
}

/// A number with its length, and whether its check digit fits.
fn checked(text: &str, digits: &str) -> Said<String> {
    let number = written(digits);
    if fits(digits) {
        return Said::Value(number);
    }
    let problem = Problem::warning(Code::TaxNumberCheckDigit).value(told(text));
    let problem = problem.expected(fitting(digits).unwrap_or_default());
    Said::Doubtful(number, problem)
}

/// A number that lost the zeros in front of it; only its check digit says that it did.
fn restored(text: &str, digits: &str, problem: fn(&str, String) -> Problem) -> Said<String> {
    if fits(digits) {
        let number = written(digits);
        let problem = problem(text, number.clone());
        Said::Doubtful(number, problem)
    } else {
        Said::Problem(invalid(text))
    }
}

/// Whether the check digit of a number of 15 or 16 digits fits.
fn fits(digits: &str) -> bool {
    let end = digits.len().saturating_sub(6);
    digits.get(..end).is_some_and(|checked| luhn(checked).is_multiple_of(10))
}

/// Luhn's sum: from the right, every second digit counts twice, and of that the digits are added.
fn luhn(digits: &str) -> u32 {
    let digits = digits.bytes().rev().map(|digit| u32::from(digit.wrapping_sub(b'0')));
    let counted = |(place, digit): (usize, u32)| match (place % 2, 2 * digit) {
        (0, _) => digit,
        (_, twice @ 10..) => twice - 9,
        (_, twice) => twice,
    };
    digits.enumerate().map(counted).sum()
}

/// The same number with a check digit that fits.
fn fitting(digits: &str) -> Option<String> {
    let (before, rest) = digits.split_at_checked(digits.len().checked_sub(7)?)?;
    let rest = rest.get(1..)?;
    let numbers = ('0'..='9').map(|check| format!("{before}{check}{rest}"));
    numbers.into_iter().find(|number| fits(number)).map(|number| written(&number))
}

/// A number as the library writes it.
fn written(digits: &str) -> String {
    if digits.len() != 15 {
        return digits.to_owned();
    }
    let mut number = String::with_capacity(20);
    for (place, digit) in digits.chars().enumerate() {
        match place {
            2 | 5 | 8 | 12 => number.push('.'),
            9 => number.push('-'),
            _ => {}
        }
        number.push(digit);
    }
    number
}

/// Whether digits only hold the place of a number, which in a form is written as zeros.
fn is_zeros(digits: &str) -> bool {
    digits.len() >= 9 && digits.bytes().all(|digit| digit == b'0')
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number that a text is with the letters l, I and O as digits: to be suggested, never used.
fn perhaps(text: &str) -> Option<String> {
    let digit = |c| match c {
        'l' | 'I' | '|' => '1',
        'O' | 'o' => '0',
        other => other,
    };
    let mended: String = text.chars().map(digit).collect();
    let (digits, rest) = parts(&mended)?;
    let is_one =
        matches!(digits.len(), 15 | 16) && rest.is_empty() && fits(&digits) && !is_zeros(&digits);
    (mended != text && is_one && masked_number(&digits).is_none()).then(|| written(&digits))
}

#[cfg(test)]
mod tests;
