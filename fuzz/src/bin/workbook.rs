//! Any bytes as a file of whatever format.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lkks_fuzz::workbook(bytes, None));
