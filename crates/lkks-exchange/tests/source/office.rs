//! One table, written in three formats by LibreOffice.

use super::{cells, read, refused, told};
use lkks_exchange::workbook::Merge;

const XLSX: &[u8] = include_bytes!("../data/lks.xlsx");
const XLS: &[u8] = include_bytes!("../data/lks.xls");
const ODS: &[u8] = include_bytes!("../data/lks.ods");

#[test]
fn one_table_reads_the_same_in_three_formats() {
    for (format, bytes) in [("xlsx", XLSX), ("xls", XLS), ("ods", ODS)] {
        let book = read(bytes);
        let names: Vec<_> =
            book.sheets.iter().map(|sheet| (&sheet.name[..], sheet.hidden)).collect();
        assert_eq!(names, [("Data LKS", false), ("Tersembunyi", true)], "{format}");
        let sheet = &book.sheets[0];
        assert_eq!(
            cells(sheet),
            [
                "A1 \"DATA SINTETIS: DAFTAR LKS\"",
                "A3 \"Yayasan Contoh & Kasih\"",
                "B3 12.5",
                "C3 1234567",
                "D3 true",
                "E3 2024-05-20",
                "F3 \"2024-05-20T10:30:00\"",
                "A4 \"satu\\ndua\"",
                "B4 2",
                "C4 !#DIV/0!",
                "D4 \"teks\"",
                "E4 true",
                "F4 0.1",
                "G4 \"Jum’at √\"",
                "B5 1",
                "C5 2",
                "D5 -3.25",
            ],
            "{format}"
        );
        let merges = [Merge { first: (0, 0), last: (0, 3) }, Merge { first: (3, 0), last: (4, 0) }];
        assert_eq!(sheet.merges, merges, "{format}");
        assert_eq!(
            (&sheet.hidden_rows[..], &sheet.hidden_columns[..]),
            (&[3][..], &[2][..]),
            "{format}"
        );
        assert_eq!(cells(&book.sheets[1]), ["A1 \"rahasia\""], "{format}");
    }
}

#[test]
fn a_file_cut_off_anywhere_is_damaged() {
    for whole in [XLSX, XLS, ODS] {
        for part in 1..50 {
            let told = told(&refused(&whole[..whole.len() * part / 50]));
            assert!(told.starts_with("damaged-file: "), "{told}");
        }
    }
}

#[test]
fn flipped_bits_never_do_worse_than_an_error() {
    for whole in [XLSX, XLS, ODS] {
        for at in (0..whole.len()).step_by(5) {
            let mut spoilt = whole.to_vec();
            spoilt[at] ^= 1 << (at % 8);
            let _ = lkks_exchange::source::workbook(&spoilt, None, &Default::default());
        }
    }
}
