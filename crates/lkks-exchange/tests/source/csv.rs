use super::{cells, read, refused, told};
use lkks::message::Code;
use lkks_exchange::source::{Limits, workbook};
use proptest::prelude::*;

fn shown(text: &str) -> Vec<String> {
    cells(&read(text.as_bytes()).sheets[0])
}

#[test]
fn every_separator_is_found() {
    for (text, expected) in [
        ("a,b\nc,d\n", ["A1 \"a\"", "B1 \"b\"", "A2 \"c\"", "B2 \"d\""]),
        ("a;b\nc;d\n", ["A1 \"a\"", "B1 \"b\"", "A2 \"c\"", "B2 \"d\""]),
        ("a\tb\rc\td\r", ["A1 \"a\"", "B1 \"b\"", "A2 \"c\"", "B2 \"d\""]),
        ("a|b\r\nc|d", ["A1 \"a\"", "B1 \"b\"", "A2 \"c\"", "B2 \"d\""]),
        ("sep=#\r\na#b\r\nc#d", ["A1 \"a\"", "B1 \"b\"", "A2 \"c\"", "B2 \"d\""]),
        (
            "\"a,b\";\"c,d\"\n\"e,f\";\"g,h\"",
            ["A1 \"a,b\"", "B1 \"c,d\"", "A2 \"e,f\"", "B2 \"g,h\""],
        ),
        ("a;1,5\nb;2,5", ["A1 \"a\"", "B1 \"1,5\"", "A2 \"b\"", "B2 \"2,5\""]),
        ("a,b;c\nd,e;f", ["A1 \"a\"", "B1 \"b;c\"", "A2 \"d\"", "B2 \"e;f\""]),
    ] {
        assert_eq!(shown(text), expected, "{text:?}");
    }
}

#[test]
fn a_separator_in_addresses_is_not_taken_for_one_of_the_table() {
    let rows = "DAFTAR LKS, KOTA CONTOH\n\nNo;Nama;Alamat\n1;Panti A;Jl. Merdeka, No. 1, RT 2\n\
        2;Panti B;Jl. Melati, No. 2\n3;Panti C;Jl. Mawar\n";
    let shown = shown(rows);
    assert_eq!(shown[0], "A1 \"DAFTAR LKS, KOTA CONTOH\"");
    assert_eq!(shown[3], "C3 \"Alamat\"", "a blank line is a row");
    assert_eq!(shown[6], "C4 \"Jl. Merdeka, No. 1, RT 2\"");
}

#[test]
fn rows_are_as_long_as_they_are_and_blank_lines_count() {
    assert_eq!(shown("a,b,c\n\r\n\n,x\n"), ["A1 \"a\"", "B1 \"b\"", "C1 \"c\"", "B4 \"x\""]);
    assert_eq!(shown("\n\na\n"), ["A3 \"a\""]);
    assert_eq!(shown("\"a\nb\",c\nd"), ["A1 \"a\\nb\"", "B1 \"c\"", "A2 \"d\""]);
}

#[test]
fn an_apostrophe_before_what_a_spreadsheet_would_run_is_taken_off() {
    assert_eq!(shown("'=1+1,'+62,'tis\n"), ["A1 \"=1+1\"", "B1 \"+62\"", "C1 \"'tis\""]);
}

#[test]
fn an_open_quote_is_told_at_its_cell() {
    let error =
        workbook(b"a;b\n\nc;\"d\ne;f\n", Some("x/lks.csv"), &Limits::default()).unwrap_err();
    let problem = &error.problems()[0];
    assert_eq!(problem.code, Code::InvalidCsv);
    let place = (problem.sheet.as_deref(), problem.line, problem.column);
    assert_eq!(place, (Some("lks"), Some(3), Some(2)));
    assert!(workbook(b"a,b\nc,\"d\"\"\"\n", None, &Limits::default()).is_ok());
}

#[test]
fn letters_of_western_windows_are_read_and_told() {
    let book = read(b"Nama;Ket.\nCaf\xe9;Jum\x92at\n");
    assert_eq!(cells(&book.sheets[0])[2..], ["A2 \"Café\"", "B2 \"Jum’at\""]);
    assert_eq!(
        book.notes.iter().map(|note| note.code).collect::<Vec<_>>(),
        [Code::GuessedEncoding]
    );
    assert_eq!(told(&refused(b"Nama\nCaf\xe9 \x81\n")), "unknown-encoding: 0x81");
}

#[test]
fn a_text_is_limited_in_its_cells() {
    let limits = Limits { cells: 1000, ..Limits::default() };
    let error = workbook("a,".repeat(1000).as_bytes(), None, &limits);
    assert!(error.is_ok());
    let error = workbook("a,".repeat(1001).as_bytes(), None, &limits).unwrap_err();
    assert_eq!(error.code(), Code::TooManyCells);
    let limits = Limits { file: 10, ..Limits::default() };
    let error = workbook(b"01234567890", Some("x.csv"), &limits).unwrap_err();
    assert_eq!(told(&error), "too-large: x.csv, 11 B");
}

/// Cells of letters that all encodings have, never empty, so that a table has its shape.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[A-Za-zé’“ü€ ,;|\"\n]{0,6}[a-zé]";
    (2usize..5).prop_flat_map(move |columns| {
        prop::collection::vec(prop::collection::vec(cell, columns), 1..8)
    })
}

fn written(table: &[Vec<String>], separator: u8, terminator: csv::Terminator) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(terminator)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    for row in table {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #[test]
    fn a_table_reads_the_same_in_every_encoding_and_with_every_separator(
        table in table(),
        separator in prop::sample::select(&b",;\t|"[..]),
        terminator in prop::sample::select(&[
            csv::Terminator::CRLF,
            csv::Terminator::Any(b'\n'),
            csv::Terminator::Any(b'\r'),
        ][..]),
    ) {
        let text = written(&table, separator, terminator);
        let marked = format!("\u{feff}{text}");
        let units: Vec<u16> = marked.encode_utf16().collect();
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        let mut all = vec![
            text.clone().into_bytes(),
            marked.into_bytes(),
            units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
            units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
        ];
        // Letters of Windows-1252 can, by a rare chance, be letters of UTF-8 as well.
        if windows.utf8_chunks().all(|chunk| chunk.valid().is_ascii()) {
            all.push(windows.into_owned());
        }
        for bytes in all {
            let book = workbook(&bytes, None, &Limits::default())?;
            let sheet = &book.sheets[0];
            prop_assert_eq!(sheet.rows() as usize, table.len());
            for (row, cells) in (0u32..).zip(&table) {
                let read: Vec<_> = sheet.row(row).map(|(_, cell)| cell).collect();
                let expected: Vec<_> =
                    cells.iter().map(|cell| lkks_exchange::workbook::Cell::Text(cell)).collect();
                prop_assert_eq!(read, expected);
            }
        }
    }

    #[test]
    fn any_bytes_are_a_table_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = workbook(&bytes, None, &Limits::default());
    }

    #[test]
    fn any_text_is_a_table_or_a_problem(text in "[a\",;\t\n\r|é'=]{0,60}") {
        if let Ok(book) = workbook(text.as_bytes(), Some("a.csv"), &Limits::default()) {
            prop_assert_eq!(book.sheets.len(), 1);
        }
    }
}
