//! Any text in a cell of any kind: it is a value, nothing or a problem.
#![no_main]

use lkks::Problem;
use lkks::register::masked_national_identity_numbers;
use lkks_exchange::value::category::categories;
use lkks_exchange::value::date::{DateText, Incomplete, LastDay, date, day, last_day};
use lkks_exchange::value::grade::grade;
use lkks_exchange::value::kind::kind;
use lkks_exchange::value::legal_form::legal_form;
use lkks_exchange::value::name::{comparison_key, hints};
use lkks_exchange::value::number::{count, decimal};
use lkks_exchange::value::paper::paper;
use lkks_exchange::value::place::{PlaceParts, Places, region_in_title};
use lkks_exchange::value::presence::presence;
use lkks_exchange::value::setting::setting;
use lkks_exchange::value::tax_number::tax_number;
use lkks_exchange::value::{Said, text::text};
use lkks_exchange::workbook::{Cell, Epoch};

libfuzzer_sys::fuzz_target!(|written: &str| {
    cell(Cell::Text(written));
    if let Ok(number) = written.parse() {
        cell(Cell::Number(number));
    }
    if let Ok(day) = written.parse() {
        cell(Cell::Date(day));
    }
    names(written);
    place(written);
});

/// Reads a cell as everything that it could be, and what is read of it once more.
fn cell(cell: Cell<'_>) {
    if let Some(text) = value(text(cell)) {
        assert_eq!(masked_national_identity_numbers(&text), None, "{text}");
    }
    for epoch in [Epoch::Of1900, Epoch::Of1904] {
        if let Some(DateText::Known(known)) = value(date(cell, epoch)) {
            // A bare year is as doubtful as it was.
            let again = value(date(Cell::Text(&known.to_string()), epoch));
            assert_eq!(again, Some(DateText::Known(known)));
        }
        for incomplete in [Incomplete::Refuse, Incomplete::FirstDay, Incomplete::LastDay] {
            let one = value(day(cell, epoch, incomplete));
            if let (Some(one), Some(LastDay::On(last))) =
                (one, value(last_day(cell, epoch, incomplete)))
            {
                assert_eq!(one, last);
            }
        }
        value(paper(cell, epoch));
    }
    value(decimal(cell));
    if let Some(number) = value(count(cell)) {
        assert_eq!(value(count(Cell::Text(&number.to_string()))), Some(number));
    }
    if let Some(number) = value(tax_number(cell)) {
        assert_eq!(value(tax_number(Cell::Text(&number))), Some(number));
    }
    value(grade(cell));
    value(presence(cell));
    value(setting(cell));
    value(kind(cell));
    value(legal_form(cell));
    value(categories(cell));
}

/// What was read, if anything, after a look at what is told.
fn value<T>(said: Said<T>) -> Option<T> {
    let (value, problem): (Option<T>, Option<Problem>) = match said {
        Said::Value(value) => (Some(value), None),
        Said::Doubtful(value, problem) => (Some(value), Some(problem)),
        Said::Nothing => (None, None),
        Said::Problem(problem) => (None, Some(problem)),
    };
    lkks_fuzz::problems(problem.as_slice());
    value
}

fn names(name: &str) {
    hints(name);
    comparison_key(name);
    region_in_title(name);
}

/// Reads the lines of a text as the cells of one place, and each line as a cell alone.
fn place(text: &str) {
    let mut lines = text.lines();
    let mut next = || lines.next().filter(|line| !line.is_empty());
    let whole = PlaceParts {
        village: next(),
        district: next(),
        address: next(),
        rt: next(),
        rw: next(),
        regency: next(),
        province: next(),
        code: next(),
    };
    let address = PlaceParts { address: Some(text), ..PlaceParts::default() };
    for context in [None, "33.75".parse().ok()] {
        let mut places = Places::new(context);
        for parts in [whole, address] {
            for (_, problem) in places.resolve(parts).problems {
                lkks_fuzz::problems(&[problem]);
            }
        }
    }
}
