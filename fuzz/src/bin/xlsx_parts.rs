//! The parts of an xlsx: its workbook, styles, texts and a sheet, with a zero between them.
#![no_main]

const RELATIONS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SHEETS: &[u8] = br#"<Relationships><Relationship Id="s1" Type="x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut given = bytes.splitn(4, |byte| *byte == 0);
    let mut part = || given.next().unwrap_or_default();
    let parts = [
        ("[Content_Types].xml", &b""[..]),
        ("_rels/.rels", RELATIONS),
        ("xl/_rels/workbook.xml.rels", SHEETS),
        ("xl/workbook.xml", part()),
        ("xl/styles.xml", part()),
        ("xl/sharedStrings.xml", part()),
        ("xl/worksheets/sheet1.xml", part()),
    ];
    lkks_fuzz::workbook(&lkks_fuzz::zip(&parts), None);
});
