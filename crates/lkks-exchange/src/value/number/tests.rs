use super::*;
use crate::value::text::tests::{NIK, OwnedCell, any_cell, is_accounted_for};
use lkks::problem::Severity;
use proptest::prelude::*;

fn score(text: &str) -> Said<Decimal> {
    decimal(Cell::Text(text))
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|problem| panic!("{problem:?}"))
}

#[test]
fn a_score_has_a_comma_or_a_point() {
    for (text, expected) in [
        ("84", "84"),
        ("84,5", "84.5"),
        ("84.5", "84.5"),
        ("84,75", "84.75"),
        ("84.7500", "84.75"),
        ("12,5", "12.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1'234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("84.123", "84.123"),
        ("84,123", "84.123"),
        ("1,234", "1.234"),
        ("0.125", "0.125"),
        ("100.000", "100"),
        (" 84,5 ", "84.5"),
        ("-2,5", "-2.5"),
        ("+2.5", "2.5"),
        ("Nilai: 84,5", "84.5"),
        ("skor 84,5", "84.5"),
        ("84.30000000000001", "84.3"),
        ("'84.5", "84.5"),
    ] {
        assert_eq!(score(text), Said::Value(number(expected)), "{text}");
    }
}

#[test]
fn a_number_is_a_score_as_it_stands() {
    assert_eq!(decimal(Cell::Number(84.5)), Said::Value(number("84.5")));
    assert_eq!(decimal(Cell::Number(84.300_000_000_000_01)), Said::Value(number("84.3")));
    for (number, code) in [
        (84.123_456, Code::InvalidDecimal),
        (f64::NAN, Code::InvalidNumber),
        (1e300, Code::OutOfRange),
    ] {
        let Said::Problem(problem) = decimal(Cell::Number(number)) else { panic!("{number}") };
        assert_eq!(problem.code, code);
    }
}

#[test]
fn a_score_that_could_be_thousands_is_told() {
    for (text, expected, severity) in [
        ("1.234", "1.234", Severity::Warning),
        ("9.500", "9.5", Severity::Warning),
        ("84,5%", "84.5", Severity::Note),
        ("84,5 %", "84.5", Severity::Note),
    ] {
        let Said::Doubtful(read, problem) = score(text) else { panic!("{text}") };
        assert_eq!((read, problem.severity), (number(expected), severity), "{text}");
    }
}

#[test]
fn what_is_no_score_is_a_problem() {
    for (text, code, suggestion) in [
        ("84,5 / 100", Code::NotUnderstood, Some("84.5")),
        ("84,5 (B)", Code::NotUnderstood, Some("84.5")),
        ("B", Code::NotUnderstood, None),
        ("8a4", Code::NotUnderstood, Some("8")),
        ("1.23.4", Code::NotUnderstood, None),
        ("12.34,5", Code::NotUnderstood, None),
        ("84,", Code::NotUnderstood, Some("84")),
        ("84.12345", Code::InvalidDecimal, None),
        ("99999999999", Code::OutOfRange, None),
        ("dlm proses", Code::InProgress, None),
    ] {
        let Said::Problem(problem) = score(text) else { panic!("{text}: {:?}", score(text)) };
        assert_eq!(problem.code, code, "{text}");
        assert_eq!(problem.suggestion.as_deref(), suggestion, "{text}");
    }
    for text in ["", "-", "n/a", "belum", "tidak ada", "nihil"] {
        assert_eq!(score(text), Said::Nothing, "{text}");
    }
}

#[test]
fn a_count_is_whole() {
    for (text, expected) in [
        ("35", 35),
        ("035", 35),
        ("0", 0),
        ("35 orang", 35),
        ("35 Org.", 35),
        ("35 anak asuh", 35),
        ("35orang", 35),
        ("1.234", 1234),
        ("1.234 jiwa", 1234),
        ("1 234", 1234),
        ("1.234.567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("35,0", 35),
        ("35.00", 35),
        ("Jumlah: 35", 35),
        ("35.", 35),
        ("35,-", 35),
    ] {
        assert_eq!(count(Cell::Text(text)), Said::Value(expected), "{text}");
    }
    assert_eq!(count(Cell::Number(35.0)), Said::Value(35));
    assert_eq!(count(Cell::Number(35.000_000_000_1)), Said::Value(35));
}

#[test]
fn a_count_with_more_in_it_is_told() {
    for (text, expected, severity) in [
        ("1,234", 1234, Severity::Note),
        ("35 (tiga puluh lima)", 35, Severity::Note),
        ("± 35", 35, Severity::Warning),
        ("+/- 35 orang", 35, Severity::Warning),
        ("sekitar 35", 35, Severity::Warning),
        ("kurang lebih 35 anak", 35, Severity::Warning),
        ("35-an", 35, Severity::Warning),
        ("Nihil", 0, Severity::Note),
        ("tidak ada", 0, Severity::Note),
    ] {
        let Said::Doubtful(read, problem) = count(Cell::Text(text)) else { panic!("{text}") };
        assert_eq!((read, problem.severity), (expected, severity), "{text}");
    }
}

#[test]
fn men_and_women_are_counted_together() {
    for text in [
        "20 L / 15 P",
        "L=20 P=15",
        "L: 20, P: 15",
        "20 (L), 15 (P)",
        "20L/15P",
        "P 15 L 20",
        "Laki-laki 20, Perempuan 15",
        "20 orang laki-laki dan 15 orang perempuan",
        "20 pa 15 pi",
        "35 (L=20, P=15)",
        "35 orang (20 L, 15 P)",
        "20 L 15 P Jml 35",
        "L 20 P 15 = 35",
    ] {
        assert_eq!(men_and_women(text), Some((20, 15)), "{text}");
        let Said::Doubtful(35, problem) = count(Cell::Text(text)) else { panic!("{text}") };
        assert_eq!(problem.severity, Severity::Warning);
    }
}

#[test]
fn a_limit_is_told_in_numbers_that_people_use() {
    for (text, expected) in [("-5", "0, 1, 2, …"), ("5000000000", "0–4.000.000.000")] {
        let Said::Problem(problem) = count(Cell::Text(text)) else { panic!("{text}") };
        assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_count_is_a_problem() {
    for (text, code, suggestion) in [
        ("36 (20 L / 15 P)", Code::NotUnderstood, None),
        ("20 L / 15 L", Code::NotUnderstood, None),
        ("1.020 L / 15 P", Code::NotUnderstood, None),
        ("20 + 15", Code::NotUnderstood, None),
        ("35 KK", Code::NotUnderstood, None),
        ("35-40", Code::NotUnderstood, None),
        ("35%", Code::NotUnderstood, None),
        ("banyak", Code::NotUnderstood, None),
        ("35,5", Code::WrongType, None),
        ("12.5 orang", Code::WrongType, None),
        ("-5", Code::OutOfRange, None),
        ("5000000000", Code::OutOfRange, None),
        ("dalam proses", Code::InProgress, None),
    ] {
        let said = count(Cell::Text(text));
        let Said::Problem(problem) = said else { panic!("{text}: {said:?}") };
        assert_eq!(problem.code, code, "{text}");
        assert_eq!(problem.suggestion.as_deref(), suggestion, "{text}");
    }
    for (number, suggestion) in [(1.234, Some("1234")), (35.5, None), (-1.0, None), (1e18, None)] {
        let Said::Problem(problem) = count(Cell::Number(number)) else { panic!("{number}") };
        assert_eq!(problem.suggestion.as_deref(), suggestion, "{number}");
    }
    for text in ["", "-", "n/a", "kosong", "belum"] {
        assert_eq!(count(Cell::Text(text)), Said::Nothing, "{text}");
    }
}

#[test]
fn an_identity_number_is_never_told() {
    for cell in [OwnedCell::Text(NIK.into()), OwnedCell::Number(3_375_014_101_900_001.0)] {
        for problem in [
            match decimal(cell.cell()) {
                Said::Problem(problem) => problem,
                other => panic!("{other:?}"),
            },
            match count(cell.cell()) {
                Said::Problem(problem) => problem,
                other => panic!("{other:?}"),
            },
        ] {
            assert_eq!(problem.value.as_deref(), Some("3375••••••••••••"));
        }
    }
}

/// A whole number with points between its thousands.
fn in_groups(number: u32, mark: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #[test]
    fn any_cell_is_a_number_nothing_or_a_problem(
        cell in any_cell("([0-9]{1,4}|[-., ±%]|orang|L|P|belum){0,6}")
    ) {
        let is_none = matches!(&cell, OwnedCell::Text(text) if presence::says_no(&fold(text)));
        if !is_none {
            is_accounted_for(&cell, &decimal(cell.cell()));
            is_accounted_for(&cell, &count(cell.cell()));
        }
    }

    #[test]
    fn a_count_is_the_same_with_and_without_marks(number in any::<u32>(), comma in any::<bool>()) {
        prop_assert_eq!(count(Cell::Text(&number.to_string())), Said::Value(number));
        prop_assert_eq!(count(Cell::Number(f64::from(number))), Said::Value(number));
        let text = in_groups(number, if comma { ',' } else { '.' });
        let read = match count(Cell::Text(&text)) {
            Said::Value(read) | Said::Doubtful(read, _) => Some(read),
            _ => None,
        };
        prop_assert_eq!(read, Some(number), "{}", text);
    }

    #[test]
    fn what_the_library_writes_is_read_again(steps in -10_000_000i64..10_000_000) {
        let decimal = Decimal::from_steps(steps).unwrap();
        let read = match score(&decimal.to_string()) {
            Said::Value(read) | Said::Doubtful(read, _) => Some(read),
            _ => None,
        };
        prop_assert_eq!(read, Some(decimal));
        let comma = decimal.to_string().replace('.', ",");
        prop_assert_eq!(score(&comma), Said::Value(decimal));
    }
}
