//! What is read here is what calamine reads, or nothing.

use super::super::xlsx::by_calamine;
use super::super::{Limits, parts};
use super::*;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const STYLES: &str = r##"<styleSheet>
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/></numFmts>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs>
</styleSheet>"##;

/// A workbook with this sheet and these shared texts.
fn book(sheet: &str, strings: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let relations = |content: String| format!("<Relationships>{content}</Relationships>");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="LKS" sheetId="1" r:id="rId1"/></sheets></workbook>"#
                .into(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")),
        ),
        ("xl/styles.xml", STYLES.into()),
        ("xl/sharedStrings.xml", strings.into()),
        ("xl/worksheets/sheet1.xml", sheet.into()),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn cells(workbook: &Workbook) -> Vec<String> {
    let sheets = workbook.sheets.iter();
    sheets
        .flat_map(|sheet| {
            let rows = sheet.filled_rows();
            rows.flat_map(move |row| {
                sheet.row(row).map(move |cell| format!("{} {row} {cell:?}", sheet.name))
            })
        })
        .collect()
}

/// What is read here, which must be what calamine reads.
fn read_as_calamine_does(bytes: &[u8]) -> Option<Vec<String>> {
    let limits = Limits::default();
    let mut package = Package::open(bytes).unwrap();
    let parts = parts::of_sheets(&mut package).unwrap();
    let read = read(&mut package, &parts, &limits).unwrap()?;
    let expected = by_calamine(bytes, &mut package, &parts, &limits).unwrap();
    assert_eq!((read.epoch, cells(&read)), (expected.epoch, cells(&expected)));
    Some(cells(&read))
}

fn sheet_of(cells: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>"#
    )
}

const STRINGS: &str = r#"<sst count="9" uniqueCount="6"><si><t>satu</t></si>
<si><t xml:space="preserve"> dua </t></si><si><t> Al-Amin &amp; Co &lt;3 &#xe9; </t></si><si/><si><t/></si>
<si><r><rPr><b/><sz val="11"/><color theme="1"/></rPr><t>te</t></r><r><t xml:space="preserve">bal </t></r></si></sst>"#;

/// Ways to write a cell that are read here.
const PLAIN: [&str; 20] = [
    r#"<c r="A1"><v>12</v></c>"#,
    r#"<c r="B1" s="0" t="n"><v>-1.5E-3</v></c>"#,
    r#"<c r="C1" s="1"><v>43658</v></c>"#,
    r#"<c r="D1" s="2"><v>43658.5</v></c>"#,
    r#"<c r="E1" s="3"><v>0.5</v></c>"#,
    r#"<c r="F1" t="s"><v>0</v></c>"#,
    r#"<c r="G1" t="s"><v>1</v></c>"#,
    r#"<c r="H1" t="s" s="1"><v>2</v></c>"#,
    r#"<c r="I1" t="s"><v>5</v></c><c r="J1" t="s"><v>3</v></c><c r="K1" t="s"><v>4</v></c>"#,
    r#"<c r="L1" t="s"><v>0</v></c>"#,
    r#"<c r="M1" t="b"><v>1</v></c>"#,
    r#"<c r="N1" t="e"><v>#REF!</v></c>"#,
    r#"<c r="O1" t="str"><f>A1&amp;"x &gt; y"</f><v>12 &amp; x</v></c>"#,
    r#"<c r="P1"><f t="shared" ref="A1:B2" si="0"/><v>123456789012345678</v></c>"#,
    r#"<c r="Q1" s="2"/>"#,
    r#"<c r="AA1" s="2"></c>"#,
    r#"<c r="AB1" s="2"><f>A1&amp;B1</f></c>"#,
    r#"<c r="AC1"><f>A1+1</f><v></v></c>"#,
    r#"<c r="AD1" t="str"><f>A1&amp;B1</f><v></v></c>"#,
    r#"<c r="AE1"><f t="shared" si="0"/></c>"#,
];

/// Ways that are left to calamine.
const OTHER: [&str; 20] = [
    r#"<c r='A2'><v>1</v></c>"#,
    r#"<c><v>1</v></c>"#,
    r#"<x:c r="A2"><v>1</v></x:c>"#,
    r#"<c r="A2" t="inlineStr"><is><t>x</t></is></c>"#,
    r#"<c r="A2" cm="1"><v>1</v></c>"#,
    r#"<c r="A2"><v>+1</v></c>"#,
    r#"<c r="A2"><v>tiga</v></c>"#,
    r#"<c r="A2"><v> 1</v></c>"#,
    r#"<c r="A2"><!-- 2 --><v>1</v></c>"#,
    r#"<c r="A2"><v><![CDATA[1]]></v></c>"#,
    r#"<c r="A2" t="e"><v>#SPILL!</v></c>"#,
    r#"<c r="A2" t="str"><v>a_x000D_b</v></c>"#,
    r#"<c r="A2" t="b"><v>true</v></c>"#,
    r#"<c r="A2" s="99"><v>1</v></c>"#,
    r#"<c r="A2"><v>1</v><f>B1</f></c>"#,
    r#"<c r="a2"><v>1</v></c>"#,
    r#"<c r="A2" t="d"><v>2024-05-20</v></c>"#,
    r#"<c r="A2" ><v>1</v></c>"#,
    r#"<c r="A2"><f>B1</f><v/></c>"#,
    r#"<c r="A2"><f>B1</f><v></v><!-- --></c>"#,
];

#[test]
fn what_nearly_all_programs_write_is_read_here() {
    for cell in PLAIN {
        let bytes = book(&sheet_of(cell), STRINGS);
        assert!(read_as_calamine_does(&bytes).is_some(), "{cell}");
    }
    let all = read_as_calamine_does(&book(&sheet_of(&PLAIN.concat()), STRINGS)).unwrap();
    assert_eq!(all.len(), 17, "{all:?}");
    let empty = "<worksheet><sheetData/></worksheet>";
    assert_eq!(read_as_calamine_does(&book(empty, STRINGS)), Some(vec![]));
}

#[test]
fn what_is_written_otherwise_is_left_to_calamine() {
    for cell in OTHER {
        assert_eq!(read_as_calamine_does(&book(&sheet_of(cell), STRINGS)), None, "{cell}");
    }
    let cell = sheet_of(r#"<c r="A1" t="s"><v>0</v></c>"#);
    for strings in [
        "<sst><si><t>a_x000D_b</t></si></sst>",
        "<sst><si><t>a\r\nb</t></si></sst>",
        "<sst><si><t><![CDATA[a]]></t></si></sst>",
        "<sst><!-- --><si><t>a</t></si></sst>",
        "<sst><si><t>a</t><rPh><t>b</t></rPh></si></sst>",
        "<sst><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>",
        "<sst><si><r><t xml:space='preserve'>a </t></r></si></sst>",
        "<sst><x:si><t>a</t></x:si></sst>",
        "<sst/>",
    ] {
        assert_eq!(read_as_calamine_does_or_fails(&book(&cell, strings)), None, "{strings}");
    }
}

/// The same where calamine may refuse it.
fn read_as_calamine_does_or_fails(bytes: &[u8]) -> Option<Vec<String>> {
    let limits = Limits::default();
    let mut package = Package::open(bytes).unwrap();
    let parts = parts::of_sheets(&mut package).unwrap();
    let read = read(&mut package, &parts, &limits).ok()??;
    match by_calamine(bytes, &mut package, &parts, &limits) {
        Ok(expected) => assert_eq!(cells(&read), cells(&expected)),
        Err(error) => panic!("calamine refuses it: {error}"),
    }
    Some(cells(&read))
}

#[test]
fn a_formula_that_was_never_computed_is_kept_as_it_is_written() {
    let value = |cell: &str| {
        let read = workbook_of(&book(&sheet_of(cell), STRINGS));
        cells(&read).into_iter().next()
    };
    for (cell, formula) in [
        (r#"<c r="A1"><f>B1&amp;"x"</f></c>"#, r#"LKS 0 (0, Error("=B1&\"x\""))"#),
        (r#"<c r="A1"><f>B1</f><v></v></c>"#, r#"LKS 0 (0, Error("=B1"))"#),
        (r#"<c r="A1"><f>B1</f><v/></c>"#, r#"LKS 0 (0, Error("=B1"))"#),
        (r#"<c r="A1"><f>B1</f><v /></c>"#, r#"LKS 0 (0, Error("=B1"))"#),
        (r#"<c><f>B1</f></c>"#, r#"LKS 0 (0, Error("=B1"))"#),
        (r#"<c r="A1"><v>1</v><f>B1</f></c>"#, r#"LKS 0 (0, Error("=B1"))"#),
        (r#"<c r="A1"><f>B1</f><v>1</v></c>"#, "LKS 0 (0, Number(1.0))"),
    ] {
        assert_eq!(value(cell).as_deref(), Some(formula), "{cell}");
    }
    // The empty text is a result.
    for cell in
        [r#"<c r="A1" t="str"><f>B1</f><v></v></c>"#, r#"<c r="A1" t="str"><f>B1</f><v/></c>"#]
    {
        assert_eq!(value(cell), None, "{cell}");
    }
}

fn workbook_of(bytes: &[u8]) -> Workbook {
    super::super::xlsx::read(bytes, &Limits::default()).unwrap()
}

#[test]
fn the_examples_are_read_here() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/tables");
    let mut read = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "xlsx") {
            read += usize::from(read_as_calamine_does(&std::fs::read(&path).unwrap()).is_some());
        }
    }
    assert!(read >= 3, "{read}");
}

#[test]
fn a_part_longer_than_what_is_held_at_once_is_read() {
    let text = "x".repeat(3000);
    let mut strings = String::from("<sst>");
    let mut cells = String::new();
    for number in 0..300 {
        strings.push_str(&format!("<si><t>{number}{text}</t></si>"));
        cells.push_str(&format!(
            r#"<row r="{0}"><c r="A{0}" t="s"><v>{number}</v></c><c r="B{0}" t="str"><v>{text}</v></c></row>"#,
            number + 1
        ));
    }
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let read = read_as_calamine_does(&book(&sheet, &(strings + "</sst>")));
    assert_eq!(read.map(|cells| cells.len()), Some(600));
    // What is longer than that is left to calamine.
    let long = sheet_of(&format!(r#"<c r="A1" t="str"><v>{}</v></c>"#, "x".repeat(400_000)));
    assert_eq!(read_as_calamine_does(&book(&long, STRINGS)), None);
}

proptest! {
    #[test]
    fn any_cells_are_read_as_calamine_reads_them_or_not_at_all(
        cells in prop::collection::vec((0usize..46, 0u32..12), 1..8), row in 1u32..4
    ) {
        let written: String = cells.iter().enumerate().map(|(place, (form, _))| {
            let cell = PLAIN.iter().chain(&OTHER).nth(form % 40).unwrap();
            let at = char::from(b'A' + u8::try_from(place).unwrap());
            // In the order of columns, or in that of the examples.
            if *form < 40 { cell.replacen("A2", &format!("{at}{row}"), 1) } else { (*cell).to_owned() }
        }).collect();
        read_as_calamine_does_or_fails(&book(&sheet_of(&written), STRINGS));
    }

    #[test]
    fn spoilt_parts_are_read_as_calamine_reads_them_or_not_at_all(
        at in 0.0f64..1.0, put in prop::sample::select(vec![
            "", "<", ">", "/", "\"", "'", " ", "&", "&amp;", "<!--", "-->", "<v>", "</v>", "</c>", "<c ",
            "<f>", "</f>", "<row>", "</row>", "</sheetData>", "<t>", "</t>", "<si>", "</si>", "<r>", "</sst>",
            "é", "0", "x:", "\r", "\u{0}",
        ]), length in 0usize..6, is_sheet: bool
    ) {
        let (mut sheet, mut strings) = (sheet_of(&PLAIN.concat()), STRINGS.to_owned());
        let spoilt = if is_sheet { &mut sheet } else { &mut strings };
        let start = (at * spoilt.len() as f64) as usize;
        spoilt.replace_range(start..(start + length).min(spoilt.len()), put);
        read_as_calamine_does_or_fails(&book(&sheet, &strings));
    }
}
