//! Every cell of a table that holds anything is read, or told of: nothing is left out in silence.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

#[path = "common/speaks_of.rs"]
mod speaks_of;

use lkks_exchange::value::Said;
use lkks_exchange::value::presence::{Presence, presence};
use lkks_exchange::workbook::{Cell, Merge, Sheet, Workbook};
use lkks_exchange::{Fate, ReadOptions, Reading, read_workbook};
use proptest::prelude::*;
use speaks_of::speaks_of;

/// Cells of a sheet: row, column and text.
type Cells = Vec<(u32, u32, String)>;

fn headings() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "No",
        "Nama LKS",
        "Alamat",
        "Kec.",
        "Kelurahan/Desa",
        "RT",
        "Akta Notaris (No/Tgl)",
        "SK Kemenkumham",
        "No. Tanda Daftar",
        "Tgl. Tanda Daftar",
        "Tanda Daftar Berlaku s/d",
        "Masa Berlaku s/d",
        "No. Tgl. SK",
        "Akreditasi",
        "Nilai",
        "Th. Akreditasi",
        "Jenis PPKS",
        "Jml Klien",
        "L",
        "P",
        "Dalam Panti",
        "Luar Panti",
        "Kapasitas",
        "NPWP",
        "Ketua",
        "Ket.",
        "Domisili",
        "AD/ART",
        "Thn Berdiri",
        "Agama",
        "Akreditsai",
        "fact:staff",
        "document:profile",
        "Anggota Sejak",
        "Anggota Sampai",
        "Bentuk Badan",
        "Jenis LKS",
        "NIK",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => "[a-z ]{0,8}"]
}

fn values() -> impl Strategy<Value = String> {
    let wild = prop::sample::select(vec![
        "Yayasan Contoh",
        "Panti Asuhan Teladan",
        "12 Juli 2019",
        "12-7-19",
        "31/12/2024",
        "31 Februari 2025",
        "Juli 2019",
        "s.d. 2027",
        "seumur hidup",
        "43658",
        "A",
        "Baik (B)",
        "Terakreditasi B",
        "C (Cukup)",
        "dlm proses",
        "Belum",
        "-",
        "Ada",
        "√",
        "v",
        "x",
        "1.234,5",
        "84,75",
        "35 orang",
        "Pekalongan Utara",
        "Kec. Pklg. Utara",
        "Kauman",
        "Medono",
        "Antah Berantah",
        "No. 12 tgl 3 Maret 2010",
        "AHU-0012345.AH.01.04.Tahun 2016",
        "460/123/2021",
        "01.234.567.8-501.000",
        "anak telantar, 9",
        "1,2",
        "anak",
        "RT 03/RW 02",
        "3",
        "33.75.01",
        "Jumlah",
        "Ketua LKKS",
        "yayasan",
        "LKSA",
        "Jl. Merdeka 5",
    ]);
    prop_oneof![8 => wild.prop_map(str::to_owned), 1 => ".{0,10}", 2 => Just(String::new())]
}

fn sheets() -> impl Strategy<Value = (Cells, Vec<Merge>)> {
    let above = prop::collection::vec(values(), 0..3);
    let title = prop::sample::select(vec!["DATA LKS KOTA PEKALONGAN", "Rekap", ""]);
    (title, above, prop::collection::vec(headings(), 1..8)).prop_flat_map(
        |(title, above, headings)| {
            let wide = headings.len();
            let rows = prop::collection::vec(prop::collection::vec(values(), 0..=wide + 1), 0..6);
            let merges = prop::collection::vec((0u32..8, 0u32..8, 0u32..3, 0u32..2), 0..2);
            (Just((title, above, headings)), rows, merges).prop_map(
                |((title, above, headings), rows, merges)| {
                    let mut lines: Vec<Vec<String>> = vec![vec![title.to_owned()]];
                    lines.extend(above.into_iter().map(|text| vec![text]));
                    let mut first = headings;
                    first.insert(0, "Nama Lembaga".to_owned());
                    lines.push(first);
                    lines.extend(rows);
                    let mut cells = Cells::new();
                    for (row, line) in (0u32..).zip(lines) {
                        for (column, text) in (0u32..).zip(line) {
                            cells.push((row, column, text));
                        }
                    }
                    let merge = |(row, column, down, right)| Merge {
                        first: (row, column),
                        last: (row + down, column + right),
                    };
                    (cells, merges.into_iter().map(merge).collect())
                },
            )
        },
    )
}

fn workbook(cells: &Cells, merges: &[Merge]) -> Workbook {
    let mut sheet = Sheet::new("Data");
    for (row, column, text) in cells {
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() && number.to_string() == *text => {
                sheet.push(*row, *column, Cell::Number(number));
            }
            _ => {
                sheet.push(*row, *column, Cell::Text(text));
            }
        }
    }
    sheet.merges = merges.to_vec();
    Workbook { sheets: vec![sheet], ..Workbook::default() }
}

fn reading(cells: &Cells, merges: &[Merge]) -> Reading {
    let body = r#"{ "name": "LKKS Kota Pekalongan", "level": "regency", "region": "33.75" }"#;
    let options = ReadOptions {
        body: Some(lkks::body::Body::from_json(body).unwrap()),
        joined: Some("2024-05-20".parse().unwrap()),
        ..ReadOptions::default()
    };
    read_workbook(workbook(cells, merges), &options).unwrap_or_else(|error| panic!("{error}"))
}

/// Whether a cell says that there is nothing to say.
fn says_nothing(text: &str) -> bool {
    let is_no = matches!(presence(Cell::Text(text)), Said::Value(Presence::No) | Said::Nothing);
    is_no || text.chars().all(|c| !c.is_alphanumeric())
}

#[test]
fn a_slip_in_a_heading_of_what_is_not_kept_is_told_as_a_column_that_is_not_used() {
    let rows = [["Nama LKS", "KeXtua"], ["Yayasan Contoh", "Nama Contoh"]];
    let cells = (0..).zip(rows).flat_map(|(row, line)| {
        (0..).zip(line).map(move |(column, text)| (row, column, text.to_owned()))
    });
    let whole = reading(&cells.collect(), &[]);
    assert_eq!(whole.fate("Data", 2, 2), Some(Fate::Told));
    let told: Vec<_> = whole.problems().iter().filter(|it| speaks_of(it, 2, 2)).collect();
    assert_eq!(told.len(), 1, "{:?}", whole.problems());
    assert_eq!(told[0].code.key(), "unused-column");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_is_read_or_told_of((cells, merges) in sheets()) {
        let whole = reading(&cells, &merges);
        for (index, (row, column, text)) in cells.iter().enumerate() {
            let (row, column) = (row + 1, column + 1);
            let told = || whole.problems().iter().any(|problem| speaks_of(problem, row, column));
            match whole.fate("Data", row, column) {
                None => prop_assert!(text.is_empty(), "{text:?} at {row}, {column} has no fate"),
                Some(Fate::Told) => prop_assert!(told(), "{text:?} at {row}, {column} is not told"),
                Some(Fate::Read(field)) if !says_nothing(text) && !told() => {
                    // What only repeats what is known from elsewhere shows itself when it does not.
                    let matters = ["", "Antah Berantah"].iter().any(|instead| {
                        let mut changed = cells.clone();
                        changed[index].2 = (*instead).to_owned();
                        let other = reading(&changed, &merges);
                        other.register() != whole.register() || other.problems() != whole.problems()
                    });
                    prop_assert!(matters, "{text:?} at {row}, {column}, {field}, changes nothing");
                }
                Some(_) => {}
            }
        }
    }
}
