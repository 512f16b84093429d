//! What holds of every error, and of everything that was read.

use lkks::message::{Code, Lang};
use lkks::{Date, Error, Problem, Register, RuleBook, simulate, verify_receipt};
use serde_json::Value;

/// Days on which everything is tried: the ends of the calendar, and days on which much changes.
const DAYS: [&str; 4] = ["0001-01-01", "2024-02-29", "2025-08-01", "9999-12-31"];

fn days() -> impl Iterator<Item = Date> {
    DAYS.iter().map(|day| day.parse().unwrap_or_else(|e| panic!("{e:?}")))
}

/// Every error has problems, and every problem a code and a text in both languages.
pub(crate) fn error(error: &Error) {
    assert!(!error.problems().is_empty(), "an error without problems");
    assert_eq!(error.code(), error.problems()[0].code);
    problems(error.problems());
    let tree: Value = serde_json::from_str(&error.to_json()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(tree["code"], error.code().key());
    assert_eq!(tree["path"], error.path());
    assert_eq!(tree["problems"].as_array().map(Vec::len), Some(error.problems().len()));
    for lang in [Lang::Id, Lang::En] {
        assert!(error.describe(lang).contains(error.code().key()));
    }
}

fn problems(problems: &[Problem]) {
    for problem in problems {
        assert!(Code::ALL.contains(&problem.code));
        for lang in [Lang::Id, Lang::En] {
            assert!(!problem.text(lang).trim().is_empty(), "{problem:?}");
        }
        assert!(problem.value.as_ref().is_none_or(|value| value.chars().count() <= 201));
    }
}

/// What was read is written and read again the same, and assessed on any day.
pub(crate) fn register(register: &Register, book: &RuleBook) {
    problems(register.warnings());
    let json = register.to_json();
    match Register::from_json(&json) {
        Ok(again) => assert_eq!(&again, register),
        Err(error) => panic!("{error}\n{json}"),
    }
    assess(register, book);
}

fn assess(register: &Register, book: &RuleBook) {
    for on in days() {
        let assessment = register.assess(book, on).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(assessment.verdicts.len(), register.data().organisations.len());
        for verdict in &assessment.verdicts {
            problems(&verdict.problems);
            verify_receipt(&verdict.to_json()).unwrap_or_else(|e| panic!("{e}"));
            for judgement in verdict.judgements() {
                problems(&judgement.caveats);
            }
            for lang in [Lang::Id, Lang::En] {
                assert!(!verdict.explain(lang).is_empty());
            }
        }
        // To the end of the calendar, the growth by year alone fills thousands of lines.
        if on.year() < 3000 {
            assert!(!assessment.explain(Lang::Id).is_empty());
            assert!(!assessment.to_json().is_empty());
        }
    }
}

/// A book is written and read again the same, linted, and applied to a register.
pub(crate) fn book(book: &RuleBook, sample: &Value) {
    problems(&book.lint());
    let json = book.to_json();
    match RuleBook::from_json(&json) {
        Ok(again) => assert_eq!(again.to_json(), json),
        Err(error) => panic!("{error}\n{json}"),
    }
    let ids: Vec<String> = book.plans().map(|plan| plan.id().to_owned()).collect();
    let mut chosen = book.clone();
    for id in &ids {
        chosen = chosen.using(id).unwrap_or_else(|e| panic!("{e}"));
        book.compare(id, &ids[0]).unwrap_or_else(|e| panic!("{e}"));
    }
    let register = Register::from_json(&sample.to_string()).unwrap_or_else(|e| panic!("{e}"));
    assess(&register, &chosen);
    for on in days() {
        simulate(&register, book, &chosen, on).unwrap_or_else(|e| panic!("{e}"));
    }
}
