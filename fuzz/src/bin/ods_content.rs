//! The content of an ods.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    lkks_fuzz::workbook(&lkks_fuzz::zip(&[("mimetype", kind), ("content.xml", bytes)]), None);
});
