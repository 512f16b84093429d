//! Any cells of any kind, on several sheets, with merges: each is read or told of.
//!
//! A text of rows parted by line breaks, cells parted by tabs, and sheets parted by form feeds. A
//! cell that begins with one of `=#?!^` is a day, a number, yes or no, a failed formula, or merged
//! with what is before and above it.
#![no_main]

use lkks_exchange::read_workbook;
use lkks_exchange::workbook::{Cell, Merge, Sheet, Workbook};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let sheets = (1..).zip(text.split('\u{c}').take(4));
    let sheets = sheets.map(|(number, text)| sheet(&format!("Sheet{number}"), text)).collect();
    let book = Workbook { sheets, ..Workbook::default() };
    let options = lkks_fuzz::options("a.xlsx");
    let reading = read_workbook(book.clone(), &options).expect("no file that could be wrong");
    lkks_fuzz::accounted(&reading, &book);
});

fn sheet(name: &str, text: &str) -> Sheet {
    let mut sheet = Sheet::new(name);
    for (row, line) in (0..200).zip(text.lines()) {
        for (column, text) in (0..50).zip(line.split('\t')) {
            if let Some(merge) = merge(row, column, text) {
                sheet.merges.push(merge);
            }
            sheet.push(row, column, cell(text));
        }
    }
    sheet
}

fn cell(text: &str) -> Cell<'_> {
    let Some((kind, rest)) = text.split_at_checked(1) else { return Cell::Text(text) };
    let cell = match kind {
        "=" => rest.parse().ok().map(Cell::Date),
        "#" => rest.parse().ok().map(Cell::Number),
        "?" => Some(Cell::Boolean(rest == "1")),
        "!" => Some(Cell::Error(rest)),
        "^" => Some(Cell::Empty),
        _ => None,
    };
    cell.unwrap_or(Cell::Text(text))
}

/// `^12`: merged with one row above and two columns before it.
fn merge(row: u32, column: u32, text: &str) -> Option<Merge> {
    let mut digits = text.strip_prefix('^')?.chars().map(|digit| digit.to_digit(10));
    let (up, left) = (digits.next()??, digits.next()??);
    Some(Merge { first: (row.checked_sub(up)?, column.checked_sub(left)?), last: (row, column) })
}
