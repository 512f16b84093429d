//! Region codes, with and without full stops.

use super::names::Names;
use crate::value::text::{note_as, told};
use lkks::Problem;
use lkks::message::Code;
use lkks::region::{RegionCode, RegionLevel};

/// The code that a cell holds, with what a person should know of it; or why it is none.
pub(super) fn code(text: &str, names: &Names) -> Result<(RegionCode, Option<Problem>), Problem> {
    let invalid = || Problem::error(Code::InvalidRegion).value(told(text));
    let is_mark = |c: char| matches!(c, '.' | '-' | ' ' | ',' | '/');
    if text.len() > 40 || !text.chars().all(|c| c.is_ascii_digit() || is_mark(c)) {
        return Err(invalid());
    }
    let numbers: Vec<&str> = text.split(is_mark).filter(|number| !number.is_empty()).collect();
    let code = match numbers.as_slice() {
        [digits] => dotted(digits),
        // A spreadsheet that took `33.10` for a number has lost its last digit.
        [_, last] if last.len() == 1 => return Err(lost_digit(text, &numbers, names)),
        numbers => padded(numbers),
    };
    let code = code.and_then(|code| code.parse::<RegionCode>().ok()).ok_or_else(invalid)?;
    let note = (numbers.iter().any(|number| number.len() == 1)).then(|| note_as(text, &code));
    known(code, note, names)
}

/// Digits without full stops.
fn dotted(digits: &str) -> Option<String> {
    let parts: &[_] = match digits.len() {
        2 => &[(0, 2)],
        4 => &[(0, 2), (2, 4)],
        6 => &[(0, 2), (2, 4), (4, 6)],
        10 => &[(0, 2), (2, 4), (4, 6), (6, 10)],
        _ => return None,
    };
    let parts = parts.iter().map(|(start, end)| digits.get(*start..*end));
    parts.collect::<Option<Vec<_>>>().map(|parts| parts.join("."))
}

/// Numbers with the zeros before them that somebody left out.
fn padded(numbers: &[&str]) -> Option<String> {
    let (village, wider) = match numbers {
        [wider @ .., village] if numbers.len() == 4 => (Some(village), wider),
        _ => (None, numbers),
    };
    let wider: Vec<_> = wider.iter().map(|number| format!("{number:0>2}")).collect();
    let village = village.map(|number| format!(".{number}")).unwrap_or_default();
    Some(wider.join(".") + &village)
}

fn lost_digit(text: &str, numbers: &[&str], names: &Names) -> Problem {
    let [province, last] = numbers else {
        return Problem::error(Code::InvalidRegion).value(told(text));
    };
    let codes = [format!("{province}.0{last}"), format!("{province}.{last}0")];
    let codes = codes.into_iter().filter_map(|code| code.parse::<RegionCode>().ok());
    let codes: Vec<_> = codes.filter(|code| names.is_known(code)).map(|c| names.told(&c)).collect();
    Problem::error(Code::AmbiguousPlace).value(told(text)).expected(codes.join("; "))
}

/// The code if it is known or may be a newer one than we know.
fn known(
    code: RegionCode,
    note: Option<Problem>,
    names: &Names,
) -> Result<(RegionCode, Option<Problem>), Problem> {
    if names.is_known(&code) {
        return Ok((code, note));
    }
    let parent = code.parent().filter(|parent| names.is_known(parent));
    // A kelurahan has a number from 1001, a desa from 2001; others are codes of another list.
    let is_possible = code.level() != RegionLevel::Village
        || code.as_str().get(9..10).is_some_and(|first| ["1", "2", "3"].contains(&first));
    match parent.filter(|_| is_possible) {
        Some(parent) => {
            let problem = Problem::warning(Code::UnknownPlace).value(&code);
            let problem = problem.expected(names.shown(Some(&parent)));
            Ok((code, Some(problem)))
        }
        None => {
            Err(Problem::error(Code::UnknownPlace).value(told(code.as_str())).expected("Indonesia"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, Option<&'static str>), &'static str> {
        let read = code(text, &Names::default());
        read.map(|(code, problem)| (code.to_string(), problem.map(|problem| problem.code.key())))
            .map_err(|problem| problem.code.key())
    }

    #[test]
    fn codes_are_read_with_and_without_full_stops() {
        for (text, code) in [
            ("33.75.01.1002", "33.75.01.1002"),
            ("3375011002", "33.75.01.1002"),
            ("33.75.01", "33.75.01"),
            ("337501", "33.75.01"),
            ("33 75", "33.75"),
            ("33.75", "33.75"),
            ("33-75-01-1002", "33.75.01.1002"),
            ("33", "33"),
        ] {
            assert_eq!(read(text), Ok((code.to_owned(), None)), "{text}");
        }
        let padded = Ok(("33.75.01.1002".to_owned(), Some("doubtful-value")));
        assert_eq!(read("33.75.1.1002"), padded);
    }

    #[test]
    fn what_is_no_code_is_told() {
        for text in ["Medono", "337", "33.75.01.102", "3375010", "33.75.01.1002.1", "..", "3375.01"]
        {
            assert_eq!(read(text), Err("invalid-region"), "{text}");
        }
    }

    #[cfg(feature = "regions")]
    #[test]
    fn an_unknown_code_is_doubtful_where_it_may_be_new() {
        assert_eq!(read("33.75.01.1099"), Ok(("33.75.01.1099".into(), Some("unknown-place"))));
        assert_eq!(read("99.01"), Err("unknown-place"));
        // Ten digits of the statistical office, which numbers villages otherwise.
        assert_eq!(read("3375010002"), Err("unknown-place"));
    }

    #[cfg(feature = "regions")]
    #[test]
    fn a_code_that_lost_its_last_digit_is_not_guessed() {
        let problem = code("33.1", &Names::default()).unwrap_err();
        assert_eq!(problem.code, Code::AmbiguousPlace);
        let expected =
            "Kabupaten Cilacap, Jawa Tengah (33.01); Kabupaten Klaten, Jawa Tengah (33.10)";
        assert_eq!(problem.expected.as_deref(), Some(expected));
    }
}
