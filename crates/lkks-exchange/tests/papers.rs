//! Papers are kept as far as they are known, and what cannot be kept is told once.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]
#![cfg(feature = "regions")]

use lkks::canonical_json;
use lkks_exchange::{ReadOptions, Reading, read};
use serde_json::{Value, json};

/// What is read of these columns beside the name of one organisation.
fn row(headings: &str, cells: &str) -> Reading {
    let table = format!("LKS KOTA PEKALONGAN\nNo;Nama LKS;{headings}\n1;Yayasan Contoh;{cells}\n");
    read(table.as_bytes(), &ReadOptions::default()).unwrap()
}

/// One kind of papers of the organisation, and what is told at its cells: column, code and value.
fn papers(kind: &str, headings: &str, cells: &str) -> (Value, Vec<(u32, &'static str, String)>) {
    let reading = row(headings, cells);
    let register = reading.register().unwrap();
    let organisation = canonical_json(&register.data().organisations[0]);
    let organisation: Value = serde_json::from_str(&organisation).unwrap();
    let problems = reading.problems().iter().filter(|problem| problem.line == Some(3));
    let told = problems.map(|problem| {
        let value = problem.value.clone().unwrap_or_default();
        (problem.column.unwrap_or(0), problem.code.key(), value)
    });
    (organisation.get(kind).cloned().unwrap_or(Value::Null), told.collect())
}

#[test]
fn a_deed_of_which_no_day_is_known_is_kept_and_that_is_told_once() {
    for (headings, cells, column, day) in [
        ("No. Akta Notaris;Tgl. Akta Notaris", "12;Juli 2015", 4, "2015-07"),
        ("No. Akta Notaris;Tgl. Akta Notaris", "12;2015", 4, "2015"),
        ("Akta Notaris", "No. 12, Juli 2015", 3, "2015-07"),
        ("Akta Notaris", "No. 12 Th. 2010", 3, "2010"),
        ("Akta Notaris", "12 Tahun 2010", 3, "2010"),
    ] {
        let (deeds, told) = papers("deeds", headings, cells);
        assert_eq!(deeds, json!([{ "number": "12" }]), "{cells}");
        assert_eq!(told, [(column, "incomplete-date", day.to_owned())], "{cells}");
    }
}

#[test]
fn a_certificate_without_a_day_is_named_once_in_what_is_told() {
    for (headings, cells, paper) in [
        ("No. Tanda Daftar;Tanda Daftar Berlaku s/d", "460/12;2025", "460/12, s/d 2025"),
        ("Izin Operasional;Izin Operasional Berlaku s/d", "Ada;2025", "Ada, s/d 2025"),
        ("Akreditasi;Akreditasi Berlaku s/d", "B (84,5);2025", "B, 84.5, s/d 2025"),
        ("Akreditasi;No. Sertifikat Akreditasi", "B;12/2022", "B, 12/2022"),
        ("Akreditasi", "Terakreditasi B", "B"),
    ] {
        let (certificates, told) = papers("certificates", headings, cells);
        assert_eq!(certificates, Value::Null);
        assert_eq!(told, [(3, "paper-not-kept", paper.to_owned())], "{cells}");
    }
}

#[test]
fn a_month_is_enough_for_a_certificate_and_an_accreditation() {
    let (certificates, told) =
        papers("certificates", "No. Tanda Daftar;Tgl. Tanda Daftar", "460/12;Juli 2015");
    let expected = json!([{ "kind": "registration", "number": "460/12", "issued": "2015-07" }]);
    assert_eq!((certificates, told), (expected, vec![]));
    let (accreditations, told) = papers("accreditations", "Akreditasi;Th. Akreditasi", "B;2015");
    assert_eq!((accreditations, told), (json!([{ "decided": "2015", "grade": "B" }]), vec![]));
}

#[test]
fn a_year_in_the_place_of_a_certificate_is_when_it_was_issued() {
    let (certificates, told) =
        papers("certificates", "Tanda Daftar;Tanda Daftar Berlaku s/d", "2015;2020");
    let expected = json!([{ "kind": "registration", "issued": "2015", "last_day": "2020" }]);
    assert_eq!(certificates, expected);
    assert_eq!(told, [(3, "doubtful-value", "2015".to_owned())]);
}

#[test]
fn no_accreditation_comes_of_a_day_beside_a_grade_that_is_not_understood() {
    for (headings, cells, kept) in [
        ("Akreditasi;Tgl Akreditasi", "Ditolak;12 Juli 2019", false),
        ("Akreditasi;Tgl Akreditasi;Nilai Akreditasi", "Unggul;12 Juli 2019;92", true),
    ] {
        let (accreditations, told) = papers("accreditations", headings, cells);
        assert_eq!(accreditations != Value::Null, kept, "{cells}: {accreditations}");
        assert_eq!(told[0].1, "not-understood", "{told:?}");
        let rest = told[1..].iter().map(|(column, code, value)| (*column, *code, value.as_str()));
        let expected = (!kept).then_some((4, "paper-not-kept", "2019-07-12"));
        assert!(rest.eq(expected), "{told:?}");
    }
}

#[test]
fn what_stands_beside_a_grade_is_kept() {
    let whole = json!([
        { "decided": "2022-07-12", "grade": "B", "last_day": "2027-07-12", "number": "12/2022" }
    ]);
    for (headings, cells) in [
        ("Akreditasi", "B (SK No. 12/2022) tgl 12 Juli 2022 s/d 12 Juli 2027"),
        ("Akreditasi;Th. Akreditasi", "B (SK No. 12/2022) 12 Juli 2022 - 12 Juli 2027;2022"),
        (
            "Akreditasi;Akreditasi Berlaku s/d;No. Sertifikat Akreditasi",
            "B (12 Juli 2022 s/d 12 Juli 2027);-;12/2022",
        ),
    ] {
        let (accreditations, told) = papers("accreditations", headings, cells);
        assert_eq!(accreditations, whole, "{cells}: {told:?}");
        assert_eq!(told, [], "{cells}");
    }
}

#[test]
fn a_cell_that_says_otherwise_than_the_column_for_it_is_told() {
    let (accreditations, told) = papers(
        "accreditations",
        "Akreditasi;Tgl Akreditasi;No. Sertifikat Akreditasi",
        "B (No. 5, 12-07-2022);12 Juli 2021;6",
    );
    let kept = json!([{ "decided": "2021-07-12", "grade": "B", "number": "6" }]);
    assert_eq!(accreditations, kept);
    let left = |value: &str| (3, "contradiction", value.to_owned());
    assert_eq!(told, [left("2022-07-12"), left("5")]);

    let (deeds, told) =
        papers("deeds", "Akta Notaris;Tgl. Akta Notaris", "No. 12 tgl 3 Maret 2010;3 Mei 2010");
    assert_eq!(deeds, json!([{ "number": "12", "issued": "2010-05-03" }]));
    assert_eq!(told, [left("2010-03-03")]);
}

#[test]
fn no_certificate_comes_of_a_day_beside_the_word_that_there_is_none() {
    for word in ["Belum", "tidak ada"] {
        let (certificates, told) = papers(
            "certificates",
            "Tanda Daftar;Tgl. Tanda Daftar",
            &format!("{word};12 Juli 2020"),
        );
        assert_eq!(certificates, Value::Null);
        let told: Vec<_> = told.iter().map(|(column, code, _)| (*column, *code)).collect();
        assert_eq!(told, [(3, "contradiction"), (4, "contradiction")]);
    }
}

#[test]
fn a_document_is_there_though_its_day_is_not_known() {
    let (documents, told) = papers("documents", "Surat Domisili", "No. 470/12 (Juli 2023)");
    assert_eq!(documents, json!([{ "document": "domicile_letter", "number": "470/12" }]));
    assert_eq!(told, [(3, "incomplete-date", "2023-07".to_owned())]);
}

#[test]
fn how_long_a_paper_holds_is_told_with_the_days_that_it_could_end_on() {
    for (day, code) in [("12 Juli 2020", "ambiguous-value"), ("Juli 2020", "incomplete-date")] {
        let reading =
            row("Tgl. Tanda Daftar;Tanda Daftar Berlaku s/d", &format!("{day};3 (tiga) tahun"));
        let problem = reading.problems().iter().find(|problem| problem.column == Some(4)).unwrap();
        assert_eq!(problem.code.key(), code);
        if code == "ambiguous-value" {
            assert_eq!(problem.expected.as_deref(), Some("2023-07-11, 2023-07-12"));
        }
        let certificates = &reading.register().unwrap().data().organisations[0].certificates;
        assert_eq!((certificates.len(), certificates[0].last_day), (1, None));
    }
}

#[test]
fn men_and_women_of_one_cell_are_counted_each() {
    let (evidence, told) = papers("evidence", "Jml. Klien", "L=12 P=13");
    let expected = json!([
        { "fact": "clients", "value": 25 },
        { "fact": "clients_male", "value": 12 },
        { "fact": "clients_female", "value": 13 },
    ]);
    assert_eq!(evidence, expected);
    assert_eq!(told, [(3, "doubtful-value", "L=12 P=13".to_owned())]);

    let (evidence, told) = papers("evidence", "Kapasitas", "12 L / 13 P");
    assert_eq!(evidence, json!([{ "fact": "capacity", "value": 25 }]));
    assert_eq!(told, [(3, "doubtful-value", "12 L / 13 P".to_owned())]);
}
