//! The records of an xls.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lkks_fuzz::workbook(&lkks_fuzz::compound(bytes), None));
