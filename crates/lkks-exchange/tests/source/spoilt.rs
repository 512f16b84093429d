use super::{made, refused, told};
use lkks::message::Code;
use lkks_exchange::source::{Limits, workbook};
use rust_xlsxwriter::Workbook;

fn small() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..60u32 {
        sheet.write_string(row, 0, format!("Yayasan {row}")).unwrap();
        sheet.write_number(row, 1, f64::from(row) * 1.7).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_file_cut_off_anywhere_is_damaged() {
    let whole = small();
    for part in 1..50 {
        let cut = &whole[..whole.len() * part / 50];
        assert_eq!(refused(cut).code(), Code::DamagedFile, "{part}/50");
    }
}

#[test]
fn flipped_bits_never_do_worse_than_an_error() {
    let whole = small();
    for at in (0..whole.len()).step_by(7) {
        let mut spoilt = whole.clone();
        spoilt[at] ^= 1 << (at % 8);
        let _ = workbook(&spoilt, None, &Limits::default());
    }
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![b' '; 200_000_000];
    let sheet = made::sheet("");
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let bomb =
        made::zip(&[types, ("xl/sharedStrings.xml", &zeros), ("xl/x.xml", sheet.as_bytes())]);
    assert!(bomb.len() < 300_000);
    let limits = Limits { unpacked: 100_000_000, ..Limits::default() };
    let error = workbook(&bomb, None, &limits).unwrap_err();
    assert!(told(&error).starts_with("too-large: ZIP, 2000000"), "{}", told(&error));
}

#[test]
fn a_size_that_lies_is_not_believed() {
    let mut lying = made::xlsx(&made::sheet(&" ".repeat(1_000_000)), &[]);
    let records: Vec<_> = memchr::memmem::find_iter(&lying, b"PK\x01\x02").collect();
    let record = records[4];
    assert_eq!(lying[record + 46..record + 70], *b"xl/worksheets/sheet1.xml");
    // The unpacked size stands in the record of the directory, 24 bytes behind its start.
    lying[record + 24..record + 28].copy_from_slice(&10u32.to_le_bytes());
    // Also where a flag says that the size stands behind the data.
    for flags in [0, 8] {
        lying[record + 8] |= flags;
        let told = told(&refused(&lying));
        assert!(told.starts_with("damaged-file: xl/worksheets/sheet1.xml: "), "{told}");
    }
}

#[test]
fn a_number_of_texts_that_lies_takes_no_memory() {
    for count in ["4000000000", "400000000000000000", "18446744073709551615"] {
        let strings = format!("<sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let sheet = made::sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
        let bytes = made::xlsx(&sheet, &[("xl/sharedStrings.xml", &strings)]);
        assert!(told(&refused(&bytes)).starts_with("damaged-file: xl/sharedstrings.xml"));
    }
}

#[test]
fn ranges_that_run_backwards_and_columns_without_end_are_damages() {
    for xml in [
        r#"<worksheet><dimension ref="C3:A1"/><sheetData/></worksheet>"#,
        r#"<worksheet><dimension ref="AAAAAAAAAAAAAA1"/><sheetData/></worksheet>"#,
        r#"<worksheet><sheetData><row r="1"><c r="AAAAAAAAAAAAAA1"><v>1</v></c></row></sheetData></worksheet>"#,
        r#"<worksheet><sheetData><row r="99999999999"><c><v>1</v></c></row></sheetData></worksheet>"#,
        r#"<worksheet><sheetData/><mergeCells><mergeCell ref="C3:A1"/></mergeCells></worksheet>"#,
    ] {
        assert_eq!(refused(&made::xlsx(xml, &[])).code(), Code::DamagedFile, "{xml}");
    }
}

#[test]
fn a_long_text_that_every_cell_points_at_is_limited() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(100_000));
    let row: String =
        (1..=1000).map(|row| format!(r#"<row r="{row}"><c t="s"><v>0</v></c></row>"#)).collect();
    let bytes = made::xlsx(&made::sheet(&row), &[("xl/sharedStrings.xml", &strings)]);
    let limits = Limits { text: 50_000_000, ..Limits::default() };
    assert_eq!(told(&workbook(&bytes, None, &limits).unwrap_err()), "too-large: Data, 50100000 B");
}
