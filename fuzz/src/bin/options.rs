//! Any text as the options of a call; and a table read with the mapping they give.
#![no_main]

use lkks_exchange::{Mapping, ReadOptions, TemplateOptions, WriteOptions, read, source};

const TABLE: &[u8] = "DATA LKS KOTA PEKALONGAN;;;;;\nNo;Nama LKS;Akta;Masa Berlaku s/d;Klien;\n;;;;L;P\n1;Yayasan Contoh;No. 12 tgl 3 Maret 2010;Juli 2024;12;x\n2;PA Teladan;-;2027;;3\n".as_bytes();

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(error) = WriteOptions::from_json(text) {
        lkks_fuzz::told(&error);
    }
    if let Err(error) = TemplateOptions::from_json(text) {
        lkks_fuzz::told(&error);
    }
    let options = match ReadOptions::from_json(text) {
        Err(error) => return lkks_fuzz::told(&error),
        Ok(options) => options,
    };
    let again = Mapping::from_json(&options.mapping.to_json()).expect("what is written is read");
    assert_eq!(again, options.mapping);
    let options = ReadOptions { name: Some("a.csv".to_owned()), ..options };
    let reading = read(TABLE, &options).expect("a table");
    let book = source::workbook(TABLE, Some("a.csv"), &lkks_fuzz::LIMITS).expect("a table");
    lkks_fuzz::accounted(&reading, &book);
});
