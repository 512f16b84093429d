//! What a table says against itself is told, and what is plainly meant is read.
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

fn organisation(reading: &Reading) -> Value {
    let register = reading.register().unwrap();
    serde_json::from_str(&canonical_json(&register.data().organisations[0])).unwrap()
}

/// The codes of what is told at the cells of the first row.
fn told(reading: &Reading) -> Vec<&'static str> {
    let problems = reading.problems().iter().filter(|problem| problem.line == Some(3));
    problems.map(|problem| problem.code.key()).collect()
}

#[test]
fn no_accreditation_comes_of_a_day_beside_the_word_that_there_is_none() {
    for word in ["Tidak terakreditasi", "Belum", "-", "Proses"] {
        let reading = row("Akreditasi;Tgl Akreditasi", &format!("{word};12 Juli 2024"));
        assert_eq!(organisation(&reading).get("accreditations"), None, "{word}");
        assert!(told(&reading).contains(&"contradiction"), "{word}: {:?}", told(&reading));
        assert!(reading.has_errors());
    }
    let reading = row("Akreditasi;Tgl Akreditasi", "B;12 Juli 2024");
    assert_eq!(told(&reading), [""; 0]);
}

#[test]
fn a_certificate_that_ends_before_it_starts_is_left_out_and_its_holder_kept() {
    let reading = row("Tgl Tanda Daftar;Tanda Daftar Berlaku s/d", "12 Juli 2024;12 Juli 2019");
    assert_eq!(organisation(&reading).get("certificates"), None);
    assert_eq!(told(&reading), ["period-reversed"; 2]);
    let reading = row("Akreditasi;Tgl Akreditasi;Akreditasi Berlaku s/d", "B;2024;2019");
    assert_eq!(organisation(&reading).get("accreditations"), None);
    assert!(told(&reading).contains(&"period-reversed"));
}

#[test]
fn a_period_in_the_column_of_the_last_day_ends_with_it() {
    for (written, last) in [("1 Mei 2021 s.d. 1 Mei 2024", "2024-05-01"), ("2021-2024", "2024")] {
        let reading =
            row("Tgl Tanda Daftar;Tanda Daftar Berlaku s/d", &format!("1 Mei 2021;{written}"));
        let certificates = &organisation(&reading)["certificates"];
        assert_eq!(certificates[0]["last_day"], json!(last), "{written}: {:?}", told(&reading));
    }
}

#[test]
fn what_is_only_being_asked_for_is_not_there() {
    for text in ["ada (dlm proses)", "Ada, masih diurus"] {
        let reading = row("Surat Domisili", text);
        assert_eq!(organisation(&reading).get("documents"), None, "{text}");
        assert!(told(&reading).contains(&"in-progress"), "{text}: {:?}", told(&reading));
    }
}

#[test]
fn people_may_stand_in_as_many_columns_as_there_are() {
    let reading = row("Ketua;Sekretaris;Bendahara;Nama Notaris", "Ana;Bana;Cana;Dana");
    assert!(!reading.has_errors(), "{:?}", reading.problems());
    assert!(!canonical_json(reading.register().unwrap().data()).contains("Bana"));
}

#[test]
fn a_name_has_many_headings() {
    for heading in [
        "Nama Lembaga Kesejahteraan Sosial (LKS)",
        "Nm. LKS",
        "Nama LKSA/Panti Asuhan",
        "Organization Name",
        "Institution Name",
    ] {
        let table =
            format!("LKS KOTA PEKALONGAN\nNo;{heading};Kec.\n1;Yayasan Contoh;Pekalongan Utara\n");
        let reading = read(table.as_bytes(), &ReadOptions::default()).unwrap();
        assert!(!reading.has_errors(), "{heading}: {:?}", reading.problems());
        assert_eq!(organisation(&reading)["name"], json!("Yayasan Contoh"), "{heading}");
    }
}
