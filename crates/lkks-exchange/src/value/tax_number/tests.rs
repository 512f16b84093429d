//! The numbers are made up, but for those from the documentation of public checkers.

use super::*;
use crate::value::text::tests::{NIK, any_cell, is_accounted_for};
use lkks::calendar::date;
use lkks::problem::Severity;
use proptest::prelude::*;

fn said(text: &str) -> Said<String> {
    tax_number(Cell::Text(text))
}

fn problem(said: Said<String>) -> Problem {
    let Said::Problem(problem) = said else { panic!("{said:?}") };
    problem
}

#[test]
fn a_number_is_read_in_all_its_forms() {
    for text in [
        "01.234.567.4-501.000",
        "012345674501000",
        "'012345674501000",
        "01 234 567 4 501 000",
        "01.234.567.4.501.000",
        "01-234-567-4-501-000",
        "01.234.567.4 - 501.000",
        "01.234.567.4–501.000",
        "01.234.567.4/501.000",
        "NPWP: 01.234.567.4-501.000",
        "NPWP No. 01.234.567.4-501.000",
        "No. 012345674501000",
        "\u{a0}01.234.567.4-501.000 ",
    ] {
        assert_eq!(said(text), Said::Value("01.234.567.4-501.000".into()), "{text}");
    }
    for text in ["0012345674501000", "0012 3456 7450 1000", "NPWP 0012345674501000"] {
        assert_eq!(said(text), Said::Value("0012345674501000".into()), "{text}");
    }
}

#[test]
fn the_numbers_that_public_checkers_document_fit() {
    for text in [
        "01.312.166.0-091.000",
        "01.609.052.4-017.000",
        "01.300.066.6-091.000",
        "02.183.241.5-000.000",
        "48.903.841.4-722.000",
    ] {
        assert_eq!(said(text), Said::Value(text.into()), "{text}");
    }
}

#[test]
fn a_check_digit_that_does_not_fit_is_doubtful() {
    for (text, number, expected) in [
        ("01.234.567.8-501.000", "01.234.567.8-501.000", "01.234.567.4-501.000"),
        ("012345670501000", "01.234.567.0-501.000", "01.234.567.4-501.000"),
        ("0012345678501000", "0012345678501000", "0012345674501000"),
        ("01.243.567.4-501.000", "01.243.567.4-501.000", "01.243.567.3-501.000"),
    ] {
        let Said::Doubtful(said, problem) = said(text) else { panic!("{text}") };
        assert_eq!(said, number);
        assert_eq!(problem.code, Code::TaxNumberCheckDigit);
        assert_eq!(problem.severity, Severity::Warning);
        assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn zeros_that_a_spreadsheet_lost_are_put_back_and_told() {
    for (number, expected, severity) in [
        (12_345_674_501_000.0, "01.234.567.4-501.000", Severity::Note),
        (1_234_566_408_000.0, "00.123.456.6-408.000", Severity::Warning),
    ] {
        let Said::Doubtful(said, problem) = tax_number(Cell::Number(number)) else {
            panic!("{number}")
        };
        assert_eq!((said.as_str(), problem.severity), (expected, severity));
        assert_eq!(problem.expected.as_deref(), Some(expected));
    }
    let said = tax_number(Cell::Number(489_038_414_722_000.0));
    assert_eq!(said, Said::Value("48.903.841.4-722.000".into()));
    for text in ["1.234.567.4-501.000", "12345674501000", "12345674501000.0"] {
        let Said::Doubtful(number, _) = self::said(text) else { panic!("{text}") };
        assert_eq!(number, "01.234.567.4-501.000", "{text}");
    }
    // A digit is missing that is no zero in front.
    assert_eq!(problem(self::said("01.234.567.4-501.00")).code, Code::InvalidTaxNumber);
    assert_eq!(
        problem(tax_number(Cell::Number(12_345_678_501_000.0))).code,
        Code::InvalidTaxNumber
    );
}

#[test]
fn sixteen_digits_of_another_kind_are_doubtful() {
    let Said::Doubtful(number, problem) = said("1000000000123456") else { panic!("not doubtful") };
    assert_eq!(number, "1000000000123456");
    assert_eq!((problem.code, problem.severity), (Code::DoubtfulValue, Severity::Warning));
}

#[test]
fn a_remark_behind_a_number_is_told() {
    for text in ["01.234.567.4-501.000 (a.n. yayasan)", "012345674501000; pusat"] {
        let Said::Doubtful(number, problem) = said(text) else { panic!("{text}") };
        assert_eq!(number, "01.234.567.4-501.000");
        assert_eq!(problem.value.as_deref(), Some(text));
    }
    for text in [
        "01.234.567.4-501.000 dan 01.312.166.0-091.000",
        "01.234.567.4-501.000 / 01.312.166.0-091.000",
    ] {
        assert_eq!(problem(said(text)).code, Code::InvalidTaxNumber, "{text}");
    }
}

#[test]
fn what_was_perhaps_meant_is_suggested() {
    for (text, expected) in [
        ("O1.234.567.4-5O1.OOO", Some("01.234.567.4-501.000")),
        ("0l.234.567.4-50l.000", Some("01.234.567.4-501.000")),
        ("01.234.567.4-501", Some("01.234.567.4-501.000")),
        ("01.234.567.8-501", None),
        ("Ol.234.567.8-5O1.OOO", None),
    ] {
        let problem = problem(said(text));
        assert_eq!(problem.code, Code::InvalidTaxNumber, "{text}");
        assert_eq!(problem.suggestion.as_deref(), expected, "{text}");
    }
}

#[test]
fn a_national_identity_number_is_masked_and_not_kept() {
    let nik: f64 = NIK.parse().unwrap();
    for said in [
        said(NIK),
        said(&format!("NPWP {NIK}")),
        said(&format!("{NIK} (ketua)")),
        said("3375 0141 0190 0001"),
        said("3375/0141/0190/0001"),
        said("3375/0141/0190/0001 (ketua)"),
        said("3375014101900000"),
        tax_number(Cell::Number(nik)),
        tax_number(Cell::Number(3_375_014_101_900_000.0)),
    ] {
        let problem = problem(said);
        assert_eq!(problem.code, Code::NationalIdentityNumber);
        assert_eq!(problem.severity, Severity::Warning);
        let value = problem.value.unwrap();
        assert!(value.contains("3375••••••••••••") && !value.contains("0141"), "{value}");
    }
}

#[test]
fn nothing_but_zeros_is_no_number() {
    for text in [
        "00.000.000.0-000.000",
        "000000000000000",
        "0000000000000000",
        "00000000000000",
        "0.000.000.0-000.000",
        "00.000.000.0-000",
        "00.000.000.0-000.000 (menyusul)",
        "00000000000000 pusat",
    ] {
        let problem = problem(said(text));
        assert_eq!(problem.code, Code::InvalidTaxNumber, "{text}");
        assert_eq!(problem.severity, Severity::Warning, "{text}");
        assert_eq!(problem.suggestion, None, "{text}");
    }
    assert_eq!(problem(said("OO.OOO.OOO.O-OOO.000")).suggestion, None);
}

#[test]
fn anything_else_is_a_problem() {
    for text in ["Ada", "√", "12", "0", "2.34567E+13", "Budi", "01.234", "123456789012345678"] {
        let problem = problem(said(text));
        assert_eq!(problem.code, Code::InvalidTaxNumber, "{text}");
        assert_eq!(problem.expected.as_deref(), Some(EXPECTED), "{text}");
    }
    for cell in [
        Cell::Boolean(true),
        Cell::Date(date(2021, 3, 12).unwrap()),
        Cell::Number(12.0),
        Cell::Number(-12_345_674_501_000.0),
        Cell::Number(f64::NAN),
        Cell::Number(1_000_000_000_123_456.0),
    ] {
        assert_eq!(problem(tax_number(cell)).code, Code::InvalidTaxNumber);
    }
    assert_eq!(problem(said("dlm proses")).code, Code::InProgress);
}

#[test]
fn what_is_not_there_is_nothing() {
    for text in ["", "-", "–", "?", "n/a", "tidak ada", "Belum", "belum ada", "belum punya"] {
        assert_eq!(said(text), Said::Nothing, "{text}");
    }
}

proptest! {
    #[test]
    fn any_cell_is_a_number_nothing_or_a_problem(
        cell in any_cell("(NPWP )?[0-9Ol]{1,3}([.-]?[0-9]{3}){2}[.]?[0-9]-?[0-9]{3}[.]?[0-9]{0,4}( .{0,6})?")
    ) {
        is_accounted_for(&cell, &tax_number(cell.cell()));
    }

    #[test]
    fn what_is_written_is_read_again(digits in "0?[0-9]{15}") {
        if let Said::Value(number) = said(&digits) {
            prop_assert_eq!(said(&number), Said::Value(number.clone()));
            prop_assert_eq!(number.replace(['.', '-'], ""), digits);
        }
    }

    #[test]
    fn what_is_read_of_any_cell_is_read_again(
        cell in any_cell("(NPWP )?[01O]{1,3}([.-]?(000|123)){2,4}[.]?[0-9]?-?(000|501)?[.]?(000)?( .{0,6})?")
    ) {
        if let Said::Value(number) | Said::Doubtful(number, _) = tax_number(cell.cell()) {
            let again = said(&number);
            prop_assert!(
                matches!(&again, Said::Value(read) | Said::Doubtful(read, _) if *read == number),
                "{number}: {again:?}"
            );
        }
    }

    #[test]
    fn one_wrong_digit_never_fits(
        digits in "[0-9]{15}", place in 0usize..9, other in b'0'..=b'9'
    ) {
        let number = fitting(&digits).unwrap().replace(['.', '-'], "");
        let mut changed = number.clone().into_bytes();
        changed[place] = other;
        let changed = String::from_utf8(changed).unwrap();
        prop_assert_eq!(fits(&changed), changed == number);
    }
}
