//! Any text as a table that somebody keeps: every cell of it is read or told of.
#![no_main]

use lkks_exchange::{Mapping, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let options = lkks_fuzz::options("a.csv");
    let reading = match read(bytes, &options) {
        Err(error) => return lkks_fuzz::told(&error),
        Ok(reading) => reading,
    };
    // The CSV of lkks has no sheets to look a cell up in, and problems of its own.
    let is_table = reading.mapping() != &Mapping::default() || reading.fate("a", 1, 1).is_some();
    let book = lkks_exchange::source::workbook(bytes, Some("a.csv"), &lkks_fuzz::LIMITS);
    if let (true, Ok(book)) = (is_table, book) {
        lkks_fuzz::accounted(&reading, &book);
    }
});
