//! Records put together by hand, for what LibreOffice does not write.

use super::{cells, read, refused, told};
use lkks::message::Code;
use lkks_exchange::source::{Limits, workbook};
use lkks_exchange::workbook::{Epoch, Merge};
use std::io::{Cursor, Write};

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(name).unwrap().write_all(stream).unwrap();
    file.into_inner().into_inner()
}

/// Words of two bytes, one behind the other.
fn words(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// A file with one sheet of these records, behind these records for all sheets.
fn xls(version: u16, globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let bof = |kind: u16| record(0x0809, &words(&[version, kind, 0, 0]));
    let end = record(0x000A, &[]);
    let name: &[u8] = if version == 0x0600 { b"\x04\0Data" } else { b"\x04Data" };
    let entry = |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0], name].concat());
    let front = |start| [bof(5), globals.concat(), entry(start), end.clone()].concat();
    let start = u32::try_from(front(0).len()).unwrap();
    let stream = [front(start), bof(0x10), sheet.concat(), end.clone()].concat();
    compound(if version == 0x0600 { "Workbook" } else { "Book" }, &stream)
}

#[test]
fn letters_of_excel_95_are_in_its_code_page() {
    let globals = [record(0x0042, &words(&[1252])), record(0x0022, &words(&[1]))];
    let label = |column, text: &[u8]| {
        let length = u16::try_from(text.len()).unwrap();
        record(0x0204, &[words(&[0, column, 0, length]), text.to_vec()].concat())
    };
    let book = read(&xls(0x0500, &globals, &[label(0, b"Caf\xe9"), label(1, b"Jum\x92at")]));
    assert_eq!(book.epoch, Epoch::Of1904);
    assert_eq!(cells(&book.sheets[0]), ["A1 \"Café\"", "B1 \"Jum’at\""]);
    let unknown = [record(0x0042, &words(&[9999]))];
    assert_eq!(told(&refused(&xls(0x0500, &unknown, &[]))), "unknown-encoding: CP9999");
}

#[test]
fn packed_numbers_days_truths_errors_and_texts_of_formulas_are_read() {
    let looks = [record(0x00E0, &words(&[0, 0])), record(0x00E0, &words(&[0, 14]))];
    let whole = |number: u16| words(&[number << 2 | 2, 0]);
    let formula = |column, value: [u8; 8]| {
        record(0x0006, &[words(&[2, column, 0]), value.to_vec(), vec![0; 8]].concat())
    };
    let text = [words(&[2]), vec![0], b"ya".to_vec()].concat();
    let sheet = [
        record(
            0x00BD,
            &[words(&[0, 0, 0]), whole(7), words(&[1]), whole(61), words(&[1])].concat(),
        ),
        record(0x0205, &[words(&[1, 0, 0]), vec![1, 0]].concat()),
        record(0x0205, &[words(&[1, 1, 0]), vec![0x17, 1]].concat()),
        formula(0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        // A formula that several cells share stands between it and its text.
        record(0x04BC, &[0; 10]),
        record(0x0207, &text),
        formula(1, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
        formula(2, [2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF]),
        formula(3, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        formula(4, 1.5f64.to_le_bytes()),
        // A chart in the sheet, with what looks like a cell.
        record(0x0809, &words(&[0x0600, 0x20, 0, 0])),
        record(0x0203, &[words(&[9, 9, 0]), vec![0; 8]].concat()),
        record(0x000A, &[]),
        record(0x0208, &words(&[1, 0, 0, 0, 0, 0, 0x20, 0])),
        record(0x007D, &words(&[1, 2, 0, 0, 1, 0])),
        record(0x00E5, &words(&[1, 0, 1, 0, 0])),
    ];
    let book = read(&xls(0x0600, &looks, &sheet));
    let sheet = &book.sheets[0];
    assert_eq!(
        cells(sheet),
        [
            "A1 7",
            "B1 1900-03-01",
            "A2 true",
            "B2 !#REF!",
            "A3 \"ya\"",
            "B3 true",
            "C3 !#N/A",
            "E3 1.5"
        ]
    );
    assert_eq!((&sheet.hidden_rows[..], &sheet.hidden_columns[..]), (&[1][..], &[1, 2][..]));
    assert_eq!(sheet.merges, [Merge { first: (0, 0), last: (1, 0) }]);
}

#[test]
fn a_locked_file_is_told_from_a_damaged_one() {
    let locked = xls(0x0600, &[record(0x002F, &words(&[1, 1, 1]))], &[]);
    let package = compound("EncryptedPackage", b"x");
    let manifest = b"<manifest:encryption-data/>";
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let ods = super::made::zip(&[("mimetype", kind), ("META-INF/manifest.xml", manifest)]);
    for bytes in [locked, package, ods] {
        assert_eq!(refused(&bytes).code(), Code::EncryptedFile);
    }
    assert_eq!(told(&refused(&compound("WordDocument", b"x"))), "unsupported-format: Word (doc)");
    assert_eq!(told(&refused(&compound("x", b"x"))), "unsupported-format: OLE");
    assert_eq!(told(&refused(&xls(0x0400, &[], &[]))), "unsupported-format: xls (Excel 4)");
}

#[test]
fn records_that_claim_what_they_have_not_are_damages() {
    for sheet in [
        record(0x0203, &words(&[0, 0])),
        record(0x00FD, &words(&[0, 0, 0, 9, 0])),
        record(0x00E5, &words(&[9, 0, 1, 0, 0])),
        record(0x00E5, &words(&[1, 1, 0, 0, 0])),
        record(0x0204, &[words(&[0, 0, 0, 9]), vec![0, 1]].concat()),
        record(0x0203, &[words(&[0, 300, 0]), vec![0; 8], vec![]].concat())[..9].to_vec(),
    ] {
        assert_eq!(refused(&xls(0x0600, &[], &[sheet])).code(), Code::DamagedFile);
    }
    // Dimensions of four billion rows are of no interest.
    let vast = record(0x0200, &words(&[0, 0, 0xFFFF, 0xFFFF, 0, 0xFFFF, 0]));
    assert!(workbook(&xls(0x0600, &[], &[vast]), None, &Limits::default()).is_ok());
}
