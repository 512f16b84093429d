//! National identity numbers (NIK): recognised so that they are never stored, and never told.
//!
//! A register that holds one is refused. The problems of a refused register go to screens and logs,
//! so each number in them is masked as well, wherever it stands.

use crate::canonical::float_text;
use crate::message::Code;
use crate::problem::{Error, Problem, join};
use crate::register::RegisterData;
use serde_json::Value;
use std::ops::Range;
use texts::Texts;

mod texts;

/// Collects every text, number and key of `tree` that looks like a NIK: sixteen digits that hold a
/// region and a birth date.
pub(super) fn find(tree: &Value, path: &str, problems: &mut Vec<Problem>) {
    match tree {
        Value::Object(map) => {
            for (key, value) in map {
                let path = join(path, key);
                look_at(key, &path, problems);
                find(value, &path, problems);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find(item, &format!("{path}[{index}]"), problems);
            }
        }
        Value::String(text) => look_at(text, path, problems),
        Value::Number(number) => match (number.as_u64(), number.as_f64()) {
            (Some(whole), _) => look_at(&whole.to_string(), path, problems),
            (None, Some(float)) => look_at(&float_text(float), path, problems),
            (None, None) => {}
        },
        Value::Bool(_) | Value::Null => {}
    }
}

/// The same error with every NIK in it masked.
pub(super) fn masked(mut error: Error) -> Error {
    error.change(|problem| {
        mask(&mut problem.path);
        let texts = [&mut problem.value, &mut problem.expected, &mut problem.suggestion];
        texts.into_iter().flatten().for_each(mask);
    });
    error
}

fn look_at(text: &str, path: &str, problems: &mut Vec<Problem>) {
    for (_, mask) in numbers(text) {
        problems.push(Problem::error(Code::NationalIdentityNumber).value(mask).at(path));
    }
}

/// `text` with every national identity number (NIK) in it masked; nothing where it holds none.
///
/// ```
/// use lkks::register::masked_national_identity_numbers as masked;
/// // Made up: no such serial exists.
/// assert_eq!(masked("Ketua (3375014101900001)").as_deref(), Some("Ketua (3375••••••••••••)"));
/// assert_eq!(masked("01.234.567.4-501.000"), None);
/// ```
#[cfg(feature = "tables")]
pub fn masked_national_identity_numbers(text: &str) -> Option<String> {
    let mut shown = text.to_owned();
    mask(&mut shown);
    (shown != text).then_some(shown)
}

fn mask(text: &mut String) {
    for (place, mask) in numbers(text).into_iter().rev() {
        text.replace_range(place, &mask);
    }
}

/// Whether `text` may hold a NIK: sixteen digits that stand together, in whole groups that only a
/// space, a dot or a hyphen parts. Texts are long and such digits are rare, so this is asked first.
fn may_be_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut count = 0;
    bytes.iter().enumerate().any(|(index, byte)| {
        match byte {
            b'0'..=b'9' => count += 1,
            b' ' | b'.' | b'-' => {}
            _ => count = 0,
        }
        let (so_far, rest) = bytes.split_at(index + 1);
        let ends_group = byte.is_ascii_digit() && !rest.first().is_some_and(u8::is_ascii_digit);
        count >= DIGITS && ends_group && ends_in_one(so_far)
    })
}

/// Whether the last digits are those of a NIK, the first of them the first of its group.
fn ends_in_one(bytes: &[u8]) -> bool {
    let mut digits = [0; DIGITS];
    let mut places = digits.iter_mut().rev();
    for byte in bytes.iter().rev() {
        if !byte.is_ascii_digit() {
            if places.len() == 0 {
                break;
            }
        } else if let Some(place) = places.next() {
            *place = byte - b'0';
        } else {
            return false;
        }
    }
    has_form(&digits)
}

/// The same of everything in these data.
pub(super) fn may_be_in_data(data: &RegisterData) -> bool {
    let mut is_found = false;
    Texts::of(data, &mut |text| is_found |= may_be_in(text));
    is_found
}

/// How many digits a NIK has.
const DIGITS: usize = 16;

/// Where in `text` a NIK stands, and what to show instead of it.
fn numbers(text: &str) -> Vec<(Range<usize>, String)> {
    if may_be_in(text) { numbers_slowly(text) } else { Vec::new() }
}

fn numbers_slowly(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for groups in rows_of_digits(text) {
        let mut start = 0;
        while start < groups.len() {
            // People write a NIK in groups, so neighbouring groups may be one together; its serial
            // of four digits is not parted. A region code and a date behind it are none.
            let mut digits = String::new();
            let end = groups[start..].iter().position(|group| {
                digits.push_str(text.get(group.clone()).unwrap_or_default());
                digits.len() >= 16
            });
            let end = end.map(|length| start + length).filter(|end| {
                let serial = groups[*end].len();
                is_one(&digits) && (serial == 4 || *end == start)
            });
            if let Some(end) = end {
                let place = groups[start].start..groups[end].end;
                found.push((
                    place,
                    format!("{}••••••••••••", digits.chars().take(4).collect::<String>()),
                ));
            }
            start = end.unwrap_or(start) + 1;
        }
    }
    found
}

/// The groups of digits in `text`, in rows that only a space, a dot or a hyphen parts.
fn rows_of_digits(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut rows: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if c.is_ascii_digit() {
            open = open.or(Some(at));
            continue;
        }
        if let (Some(start), Some(row)) = (open.take(), rows.last_mut()) {
            row.push(start..at);
        }
        if !matches!(c, ' ' | '.' | '-') {
            rows.push(Vec::new());
        }
    }
    rows
}

/// Whether these digits are those of a NIK.
fn is_one(digits: &str) -> bool {
    let numbers: Vec<u8> = digits.bytes().map(|digit| digit.wrapping_sub(b'0')).collect();
    numbers.as_slice().try_into().is_ok_and(has_form)
}

/// Region (6), birth date (6, with 40 added to the day for women), serial (4).
fn has_form(digits: &[u8; DIGITS]) -> bool {
    let [p1, p2, _, _, _, _, d1, d2, m1, m2, _, _, serial @ ..] = digits;
    let (province, month) = (p1 * 10 + p2, m1 * 10 + m2);
    let day = d1 * 10 + d2;
    let day = if day > 40 { day - 40 } else { day };
    (11..=96).contains(&province)
        && (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && *serial != [0; 4]
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made up: no such serial exists.
    const NIK: &str = "3375014101900001";
    const MASK: &str = "3375••••••••••••";

    fn shown(text: &str) -> String {
        let mut text = text.to_owned();
        mask(&mut text);
        text
    }

    #[test]
    fn a_number_is_masked_wherever_it_stands() {
        for (text, expected) in [
            (NIK.to_owned(), MASK.to_owned()),
            (format!("Ketua (NIK {NIK})"), format!("Ketua (NIK {MASK})")),
            ("3375 0141 0190 0001".into(), MASK.into()),
            ("33.7501.410190-0001".into(), MASK.into()),
            (format!("RT 03 {NIK} 2024"), format!("RT 03 {MASK} 2024")),
            ("RT 03 33.7501.410190-0001".into(), format!("RT 03 {MASK}")),
            (format!("{NIK}, {NIK}"), format!("{MASK}, {MASK}")),
            (format!("{NIK} {NIK}"), format!("{MASK} {MASK}")),
            (format!("é{NIK}é"), format!("é{MASK}é")),
        ] {
            assert_eq!(shown(&text), expected);
        }
    }

    #[test]
    fn a_tax_number_a_deed_or_a_longer_number_is_not_one() {
        for text in [
            "0012345678901000",
            "01.234.567.8-501.000",
            "AHU-0012345.AH.01.04.Tahun 2016",
            "33.75.01.1002 2024-05-20",
            "33750141019000012",
            "",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn a_number_is_never_passed_over_by_the_quick_look() {
        for text in
            [NIK, "3375 0141 0190 0001", "a 33.7501.410190-0001 b", "1-2-3 3375014101900001"]
        {
            assert!(may_be_in(text), "{text}");
        }
        for text in [
            "",
            "337501410190000",
            "3375014/101900001",
            "2024-05-20 2025",
            "0012345674501000",
            "33750141019000012",
            "3375014101900001 2",
        ] {
            assert_eq!(may_be_in(text), !numbers_slowly(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn no_text_key_or_number_of_a_value_is_passed_over() {
        let number: u64 = 3_375_014_101_900_001;
        let tree = serde_json::json!({ "a": [NIK, number, number as f64, -5], NIK: [1.5, null] });
        let mut found = 0;
        Texts::of(&tree, &mut |text| found += usize::from(may_be_in(text)));
        assert_eq!(found, 4);
    }

    proptest::proptest! {
        #[test]
        fn what_is_found_is_never_passed_over_by_the_quick_look(
            text in "([ .\\-a]{0,2}(3375014101900001|33[0-9]{2}|0141|[01][0-9]{3}|[0-9]{1,6})){1,8}[a ]?"
        ) {
            proptest::prop_assert!(may_be_in(&text) || numbers_slowly(&text).is_empty());
        }
    }

    #[test]
    fn texts_numbers_and_keys_are_looked_at() {
        let mut problems = Vec::new();
        let number: u64 = 3_375_014_101_900_001;
        let tree = serde_json::json!({ "a": [NIK, number], NIK: true });
        find(&tree, "", &mut problems);
        let paths: Vec<&str> = problems.iter().map(|p| p.path.as_str()).collect();
        assert_eq!(paths, [NIK, "a[0]", "a[1]"]);
        let error = Error::if_any(problems).map(drop).map_err(masked);
        assert_eq!(error.map_err(|e| e.path().to_owned()), Err(MASK.to_owned()));
    }
}
