//! Any text as a table with separators, and as a register in lkks's own CSV.
#![no_main]

use lkks_exchange::{CsvOptions, read_csv, write_csv};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    lkks_fuzz::workbook(bytes, Some("a.csv"));
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match read_csv(text, &CsvOptions::default()) {
        Err(error) => lkks_fuzz::told(&error),
        Ok(register) => {
            let (written, _) = write_csv(&register);
            let again =
                read_csv(&written, &CsvOptions::default()).expect("what is written is read");
            assert_eq!(again.data().organisations, register.data().organisations);
        }
    }
});
