//! Tables as text: UTF-16 with tabs, and a CSV that names its separator.

use super::{cells, codes, named, organisations, reading, stands, told};
use lkks_exchange::Reading;

fn papers() -> Reading {
    reading("kelengkapan-berkas.txt", "{}")
}

fn members() -> Reading {
    let body =
        r#"{ "body": { "name": "LKKS Kota Pekalongan", "level": "regency", "region": "33.75" } }"#;
    reading("anggota-lkks.csv", body)
}

/// Whether a paper is there, where anything is known of it.
fn has(reading: &Reading, name: &str, document: &str) -> Option<bool> {
    let mut documents = named(reading, name).documents.iter();
    documents.find(|one| one.document == document).map(|one| one.present)
}

#[test]
fn ticks_strokes_and_words_say_what_is_there() {
    let papers = papers();
    stands("kelengkapan-berkas.txt", &papers);
    assert_eq!(organisations(&papers).len(), 6);
    for (name, document, expected) in [
        ("Yayasan Contoh Anggrek", "npwp", Some(true)), // √
        ("PA \"Contoh Bakung\"", "structure", Some(false)), // -
        ("PA \"Contoh Bakung\"", "work_programme", Some(false)), // tidak ada
        ("PA \"Contoh Bakung\"", "lkks_recommendation", None), // dlm proses
        ("LKS Contoh Rumbia", "bank_account", Some(true)), // v
        ("LKS Contoh Rumbia", "lkks_recommendation", None), // x
        ("Yys. Contoh Tanjung", "officers_identity_cards", None), // ?
        ("Majelis Contoh Teratai", "statutes_ad_art", Some(true)), // 1
        ("Majelis Contoh Teratai", "bank_account", Some(false)), // 0
    ] {
        assert_eq!(has(&papers, name, document), expected, "{name}, {document}");
    }
    assert_eq!(codes(&papers, "kelengkapan-berkas!L7"), ["ambiguous-value"]);
}

#[test]
fn a_paper_under_its_tick_is_kept() {
    let papers = papers();
    let mawar = named(&papers, "LKSA Contoh Mawar");
    let domicile = mawar.documents.iter().find(|one| one.document == "domicile_letter").unwrap();
    assert_eq!(domicile.number.as_deref(), Some("474/32/2024"));
    assert_eq!(domicile.issued.unwrap().to_string(), "2024-01-02");
    // A registration needs its day.
    assert_eq!(codes(&papers, "kelengkapan-berkas!M8"), ["paper-not-kept"]);
    assert_eq!(codes(&papers, "kelengkapan-berkas!M9"), ["in-progress"]); // menyusul
}

#[test]
fn a_csv_that_names_its_separator_is_read_with_it() {
    let members = members();
    stands("anggota-lkks.txt", &members);
    let pelita = named(&members, "LKSA Contoh Pelita");
    assert_eq!(
        pelita.place.as_ref().unwrap().address.as_deref(),
        Some("Jl. Pelita 4; belakang masjid")
    );
    let data = members.register().unwrap().data();
    let periods: Vec<_> = data.memberships.iter().map(|one| one.organisation.as_str()).collect();
    assert_eq!(periods, ["CTH-01", "CTH-02", "CTH-03", "CTH-04", "CTH-07"]);
    let ombak = &named(&members, "LKSA Contoh Ombak").accreditations[0];
    assert_eq!(ombak.score.unwrap().to_string(), "81.25");
}

#[test]
fn what_contradicts_itself_is_told_and_left_out() {
    let members = members();
    assert_eq!(codes(&members, "anggota-lkks!A7"), ["duplicate-id"]);
    assert!(organisations(&members).iter().all(|one| one.name != "LKSA Contoh Ulama"));
    assert_eq!(codes(&members, "anggota-lkks!M6"), ["period-reversed"]);
    assert_eq!(codes(&members, "anggota-lkks!B8"), ["missing-field"]);
    assert_eq!(codes(&members, "anggota-lkks!Q5"), ["invalid-date"]); // 30 February
    assert_eq!(told(&members, "anggota-lkks!G5")[0].value.as_deref(), Some("Medno"));
    // Nobody says whose list it is: that is asked.
    let nobody = reading("anggota-lkks.csv", "{}");
    assert!(nobody.register().is_none());
    assert_eq!(cells(&nobody, "unknown-body").len(), 1);
}
