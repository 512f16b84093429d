//! One register in every form that it can be read in again, and the forms that offices give their
//! tables: groups, sums, signatures, headings over several rows.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use lkks::Register;
use lkks_exchange::workbook::{Cell, Merge, Sheet, Workbook};
use lkks_exchange::{
    ReadOptions, Reading, read, read_workbook, write_csv, write_hsds, write_popolo,
};

/// Made up.
const REGISTER: &str = r#"{
    "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
    "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh", "legal_form": "yayasan" }],
    "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }]
}"#;

#[test]
fn a_register_is_known_in_whichever_form_it_comes() {
    let register = Register::from_json(REGISTER).unwrap();
    for text in [
        register.to_json(),
        format!("\u{feff}{}", register.to_json()),
        write_csv(&register).0,
        write_hsds(&register).0,
        write_popolo(&register).0,
    ] {
        let reading = read(text.as_bytes(), &ReadOptions::default());
        let reading = reading.unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(reading.into_register().as_ref(), Ok(&register), "{text}");
    }
}

#[test]
fn json_that_is_none_of_them_is_told_as_a_register_that_lacks_its_body() {
    let error = read(b"{ \"x\": 1 }", &ReadOptions::default()).unwrap_err();
    let codes: Vec<&str> = error.problems().iter().map(|problem| problem.code.key()).collect();
    assert_eq!(codes, ["unknown-field", "missing-field"]);
    let error = read(b"{ \"x\": ", &ReadOptions::default()).unwrap_err();
    assert_eq!(error.code().key(), "invalid-json");
}

/// A table of the city of Pekalongan under these lines.
fn table(lines: &[&str]) -> Reading {
    let text = format!("LKS KOTA PEKALONGAN\n{}\n", lines.join("\n"));
    read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn names(reading: &Reading) -> Vec<&str> {
    let organisations = &reading.register().unwrap().data().organisations;
    organisations.iter().map(|organisation| &*organisation.name).collect()
}

/// The codes told at a line, from 1, of a sheet.
fn told(reading: &Reading, line: u32) -> Vec<&str> {
    let problems = reading.problems().iter().filter(|problem| problem.line == Some(line));
    problems.map(|problem| problem.code.key()).collect()
}

#[test]
fn a_letter_or_roman_number_before_a_lone_text_counts_a_group() {
    let reading = table(&[
        "No;Nama LKS;Alamat;Akreditasi",
        "I;KECAMATAN PEKALONGAN UTARA;;",
        "A;LKSA;;",
        "1;Yayasan Contoh;Jl. Satu;B",
        "B.;LKS LANSIA;;",
        "2;Yayasan Teladan;Jl. Dua;A",
        "(II);KEC. PEKALONGAN SELATAN;;",
        "3;Yayasan Harapan;Jl. Tiga;A",
    ]);
    assert_eq!(names(&reading), ["Yayasan Contoh", "Yayasan Teladan", "Yayasan Harapan"]);
    let organisations = &reading.register().unwrap().data().organisations;
    let regions: Vec<String> =
        organisations.iter().map(|one| one.place.as_ref().unwrap().region.to_string()).collect();
    assert_eq!(regions, ["33.75.03", "33.75.03", "33.75.04"]);
    assert_eq!(told(&reading, 4), ["unused-text"]);
    assert_eq!(told(&reading, 6), ["unused-text"]);
}

#[test]
fn organisations_that_are_counted_with_letters_are_no_groups() {
    let reading = table(&["No;Nama LKS;Alamat", "A;Yayasan Contoh;", "B;Yayasan Teladan;Jl. Dua"]);
    assert_eq!(names(&reading), ["Yayasan Contoh", "Yayasan Teladan"]);
}

#[test]
fn signatures_under_the_last_row_are_no_organisations() {
    for headings in ["No;Nama LKS;Alamat", "No;Nama LKS;Alamat;Kecamatan;Akreditasi;NPWP"] {
        for (signatures, lines) in [
            (&[";Mengetahui,;", ";Kepala Dinas Sosial;", ";Drs. BUDI;"][..], 3),
            (
                &[
                    "Mengetahui;;Pekalongan, 31 Desember 2023",
                    ";Kepala Dinas;Ketua LKKS",
                    ";Drs. BUDI;SITI",
                ],
                3,
            ),
            (&[";Pekalongan, ....... Desember 2023;", ";Drs. BUDI;", ";NIP. 1965 0101;"], 3),
            (&[";Catatan:;", ";Data dari desa;"], 2),
        ] {
            let mut rows = vec![headings, "1;Yayasan Contoh;Jl. Satu", "2;Sumber Kasih;Jl. Dua"];
            rows.extend(signatures);
            let reading = table(&rows);
            assert_eq!(names(&reading), ["Yayasan Contoh", "Sumber Kasih"], "{signatures:?}");
            for line in 5..5 + lines {
                assert_eq!(told(&reading, line), ["unused-text"], "{signatures:?} {line}");
            }
        }
    }
}

#[test]
fn names_that_sound_like_notes_are_organisations() {
    let rows = ["Nama LKS;Alamat", "Sumber Kasih;Jl. Satu", "Nipah Indah;Jl. Dua"];
    assert_eq!(names(&table(&rows)), ["Sumber Kasih", "Nipah Indah"]);
}

#[test]
fn sums_are_no_organisations_whatever_they_are_called() {
    for sum in [
        "Jumlah",
        "Sub Jumlah",
        "Jlh",
        "Jlh.",
        "Jml.",
        "Jumlah Total",
        "Sub Total",
        "Grand Total",
        "SUB-TOTAL",
        "Total Keseluruhan :",
    ] {
        for cells in [";;", ";30;", ";30 orang;"] {
            let line = format!(";{sum}{cells}");
            let rows = ["No;Nama LKS;Jml Klien;Akreditasi", "1;Yayasan Contoh;30;B", &line];
            let reading = table(&rows);
            assert_eq!(names(&reading), ["Yayasan Contoh"], "{line}");
            assert_eq!(told(&reading, 4), ["totals-row"], "{line}");
        }
    }
}

/// Headings over three rows, and numbers of columns under them.
const DEEP: [&str; 5] = [
    "No;Nama LKS;Jumlah Anak;;;;Akreditasi",
    ";;Dalam Panti;;Luar Panti;;",
    ";;L;P;L;P;",
    "1;2;3;4;5;6;7",
    "1;Yayasan Contoh;3;4;5;6;B",
];

#[test]
fn headings_over_three_rows_are_no_organisations() {
    let told_of = |reading: &Reading| {
        assert_eq!(names(reading), ["Yayasan Contoh"]);
        let told =
            reading.problems().iter().filter(|problem| problem.code.key() == "unused-column");
        let headings: Vec<String> = told.filter_map(|problem| problem.value.clone()).collect();
        let both = ["Dalam Panti / L", "Dalam Panti / P", "Luar Panti / L", "Luar Panti / P"];
        assert_eq!(headings, both.map(|heading| format!("Jumlah Anak / {heading}")));
        let codes = reading.problems().iter().map(|problem| problem.code.key());
        assert!(!codes.clone().any(|code| code == "duplicate-heading"), "{:?}", reading.problems());
    };
    told_of(&table(&DEEP));

    let mut sheet = Sheet::new("Data");
    sheet.push(0, 0, Cell::Text("LKS KOTA PEKALONGAN"));
    for (row, line) in (1..).zip(DEEP) {
        for (column, text) in (0..).zip(line.split(';')).filter(|(_, text)| !text.is_empty()) {
            sheet.push(row, column, text.parse().map_or(Cell::Text(text), Cell::Number));
        }
    }
    let over = [
        [(0, 0), (0, 6)],
        [(1, 0), (3, 0)],
        [(1, 1), (3, 1)],
        [(1, 2), (1, 5)],
        [(2, 2), (2, 3)],
        [(2, 4), (2, 5)],
        [(1, 6), (3, 6)],
    ];
    sheet.merges = over.map(|[first, last]| Merge { first, last }).to_vec();
    let book = Workbook { sheets: vec![sheet], ..Workbook::default() };
    told_of(&read_workbook(book, &ReadOptions::default()).unwrap());
}

#[test]
fn a_third_row_of_headings_takes_no_group_from_the_second() {
    let reading = table(&[
        "No;Nama LKS;Tanda Daftar;;Jumlah Klien;",
        ";;Nomor;Tanggal;Jenis Kelamin;",
        ";;;;L;P",
        "1;Yayasan Contoh;460/1;12-7-2019;3;4",
    ]);
    assert_eq!(names(&reading), ["Yayasan Contoh"]);
    let certificate = &reading.register().unwrap().data().organisations[0].certificates[0];
    assert_eq!(certificate.issued.to_string(), "2019-07-12");
}
