//! `data-lks-2024.xlsx`: everything that an office's own list has.

use super::{cells, codes, grades, named, organisations, reading, stands, told};
use lkks::RuleBook;
use lkks::calendar::date;
use lkks::message::Code;
use lkks::organisation::{CertificateKind, Kind, LegalForm, Setting};
use lkks_exchange::{Fate, Field, Reading};

/// The two headings that could be several, chosen by a person; and since when they are members.
const OPTIONS: &str = r#"{
    "joined": "2024-05-20",
    "mapping": { "columns": [
        { "heading": "No. Tgl. SK", "field": "registration" },
        { "heading": "Masa Berlaku s/d", "field": "registration_last_day", "incomplete": "last-day" }
    ] }
}"#;

const SHEET: &str = "Data LKS 2024";

fn city() -> Reading {
    reading("data-lks-2024.xlsx", OPTIONS)
}

fn at(cell: &str) -> String {
    format!("{SHEET}!{cell}")
}

#[test]
fn the_list_of_a_city_is_understood() {
    stands("data-lks-2024.txt", &city());
}

#[test]
fn what_could_be_two_things_is_asked_once_and_mapped() {
    let asked = reading("data-lks-2024.xlsx", "{}");
    assert_eq!(cells(&asked, "ambiguous-heading"), ["L9", "M9"]);
    // What was asked is not used.
    let without = organisations(&asked).iter().flat_map(|one| &one.certificates);
    assert!(without.into_iter().all(|one| one.kind == CertificateKind::OperatingPermit));

    // The mapping that comes back is all that is needed the next time.
    let city = city();
    let mapping = city.mapping().to_json();
    let again = format!(r#"{{ "joined": "2024-05-20", "mapping": {mapping} }}"#);
    let again = reading("data-lks-2024.xlsx", &again);
    assert_eq!(again.register(), city.register());
    assert_eq!(again.mapping(), city.mapping());
}

#[test]
fn every_row_of_the_four_districts_is_an_organisation_and_nothing_else_is() {
    let city = city();
    let all = organisations(&city);
    assert_eq!(all.len(), 49);
    let district = |code: &str| {
        let lies = |one: &&lkks::organisation::Organisation| {
            one.place.as_ref().is_some_and(|place| place.region.as_str().starts_with(code))
        };
        all.iter().filter(lies).count()
    };
    // Two name a kelurahan of another kecamatan, so which one they lie in is left open.
    assert_eq!(
        ["33.75.01", "33.75.02", "33.75.03", "33.75.04"].map(district),
        [13 - 1, 12 - 1, 12, 12]
    );
    assert_eq!(city.register().unwrap().data().memberships.len(), 49);
    // The sums, the page break, the signatures and the sheets without organisations.
    assert_eq!(cells(&city, "totals-row"), ["A27", "A41", "A60", "A74", "A75"]);
    for row in [43, 44, 45] {
        assert_eq!(city.fate(SHEET, row, 1).or(city.fate(SHEET, row, 19)), Some(Fate::Structure));
    }
    assert_eq!(codes(&city, &at("C80")), ["unused-text"]);
    assert_eq!(codes(&city, "Rekap!A1"), ["unused-sheet"]);
    assert_eq!(codes(&city, "Sheet3!A1"), ["unused-sheet"]);
}

#[test]
fn grades_are_read_in_every_form() {
    let city = city();
    let expected = [("-", 2), ("A", 4), ("B", 9), ("C", 5)];
    assert_eq!(grades(&city), expected.map(|(grade, count)| (grade.to_owned(), count)));
    for (name, grade, decided) in [
        ("PA Contoh Bakung", "B", "2021"),                 // Baik (B)
        ("LKSA Contoh Cempaka", "B", "2022-03-15"),        // Terakreditasi B
        ("Panti Asuhan Contoh Dahlia", "C", "2023-05-08"), // C (Cukup), a day of Excel's
        ("Yys. Sosial Contoh Hanjuang", "B", "2022-12"),   // b, Des 2022
    ] {
        let accreditation = &named(&city, name).accreditations[0];
        assert_eq!(accreditation.grade.as_deref(), Some(grade), "{name}");
        assert_eq!(accreditation.decided.to_string(), decided, "{name}");
    }
    // A score under the heading of grades is a score; a grade that contradicts itself is asked.
    let scored = &named(&city, "LKSA Contoh Delima").accreditations[0];
    assert_eq!((scored.score, scored.grade.as_deref()), ("87.5".parse().ok(), None));
    assert_eq!(told(&city, &at("O37"))[0].expected.as_deref(), Some("A, C"));
    // `Belum`, `-`, `dlm proses`, `Tidak terakreditasi` are no accreditations.
    for name in [
        "Yayasan Contoh Flamboyan",
        "LKS-LU Contoh Enau",
        "Yayasan Contoh Pandan",
        "Panti Wreda Contoh Ilalang",
    ] {
        assert!(named(&city, name).accreditations.is_empty(), "{name}");
    }
}

#[test]
fn the_many_forms_of_a_last_day_are_one() {
    let city = city();
    for (name, last_day) in [
        ("Yys. Contoh Anggrek", "2025-07-12"),         // 12 Juli 2025
        ("PA Contoh Bakung", "2026-07-12"),            // 12-7-26
        ("LKSA Contoh Cempaka", "2024-12-31"),         // 31/12/2024
        ("Panti Asuhan Contoh Dahlia", "2025-08-02"),  // a day of Excel's
        ("LKS-LU Contoh Enau", "2026-10-31"),          // Okt 2026, as the mapping says
        ("Yys. Sosial Contoh Hanjuang", "2027-01-14"), // the number 46401
        ("Panti Wreda Contoh Ilalang", "9999-12-31"),  // seumur hidup
        ("LKSA Contoh Kenanga", "2025-08-08"),         // 8/8/25
    ] {
        let certificates = &named(&city, name).certificates;
        let mut registrations =
            certificates.iter().filter(|one| one.kind == CertificateKind::Registration);
        let registration = registrations.next().unwrap_or_else(|| panic!("{name} has none"));
        assert_eq!(registration.last_day.unwrap().to_string(), last_day, "{name}");
    }
    assert_eq!(codes(&city, &at("M64")), ["not-understood"]); // selama masih beroperasi
    assert_eq!(codes(&city, &at("I18")), ["invalid-date"]); // 31 Februari 2011
}

#[test]
fn a_place_is_resolved_or_asked_and_never_guessed() {
    let city = city();
    let region = |name: &str| named(&city, name).place.as_ref().unwrap().region.to_string();
    assert_eq!(region("LKSA Contoh Cempaka"), "33.75.01.1004"); // sda under Kec.
    assert_eq!(region("PA. Contoh Orkid"), "33.75.02.1004"); // Kec. Pkl. Timur
    assert_eq!(region("Yys. Contoh Lamtoro"), "33.75.04.1010"); // Soko Duwet
    // A name that is no kelurahan today: the district alone.
    assert_eq!(region("Paguyuban Contoh Melati"), "33.75.01");
    assert_eq!(codes(&city, &at("D26")), ["unknown-place"]);
    // Of two it could be, neither.
    assert_eq!(region("LKS Contoh Asoka"), "33.75.04");
    assert_eq!(codes(&city, &at("D64")), ["ambiguous-place"]);
    // The kelurahan of one kecamatan beside the name of another.
    assert_eq!(region("Yys. Contoh Sawo"), "33.75");
    assert_eq!(codes(&city, &at("D33")), ["place-outside"]);
    let anggrek = named(&city, "Yys. Contoh Anggrek").place.as_ref().unwrap();
    assert_eq!((anggrek.rt.unwrap().get(), anggrek.rw.unwrap().get()), (2, 5));
}

#[test]
fn names_say_what_kind_of_organisation_it_is() {
    let city = city();
    for (name, form, kind) in [
        ("Yys. Contoh Anggrek", Some(LegalForm::Yayasan), None),
        ("PA Contoh Bakung", None, Some(Kind::Lksa)),
        ("LKS-LU Contoh Enau", None, Some(Kind::LksLu)),
        ("Rumah Singgah Contoh Gading", None, None),
    ] {
        let one = named(&city, name);
        assert_eq!((one.legal_form.as_ref(), one.kind.as_ref()), (form.as_ref(), kind.as_ref()));
    }
}

#[test]
fn a_tax_number_is_checked_and_an_identity_number_is_masked() {
    let city = city();
    let number = |name: &str| {
        let mut documents = named(&city, name).documents.iter();
        documents.find(|one| one.document == "npwp").and_then(|one| one.number.clone())
    };
    assert_eq!(number("PA Contoh Bakung").as_deref(), Some("0900020140501000"));
    assert_eq!(number("Yayasan Contoh Kantil").as_deref(), Some("90.006.122.7-501.000"));
    assert_eq!(codes(&city, &at("K30")), ["tax-number-check-digit"]);
    assert_eq!(codes(&city, &at("K65")), ["invalid-tax-number"]);
    assert_eq!(number("Yayasan Contoh Jati"), None);
    let problem = told(&city, &at("K23"))[0];
    assert_eq!(problem.code, Code::NationalIdentityNumber);
    assert_eq!(problem.value.as_deref(), Some("3375••••••••••••"));
}

#[test]
fn one_organisation_over_two_rows_has_both_services() {
    let city = city();
    let gaharu = named(&city, "Yayasan Contoh Gaharu");
    let settings: Vec<_> = gaharu.services.iter().map(|one| one.setting).collect();
    assert_eq!(settings, [Some(Setting::Inside), Some(Setting::Outside)]);
    assert_eq!(gaharu.certificates.len(), 2);
    assert_eq!(gaharu.accreditations.len(), 1);
    // 15 and 12 are 27, which is told.
    assert_eq!(told(&city, &at("U49"))[0].expected.as_deref(), Some("15 + 12 = 27"));
}

#[test]
fn counts_that_do_not_add_up_and_formulas_that_failed_are_told() {
    let city = city();
    assert_eq!(codes(&city, &at("U24")), ["sum-differs"]);
    assert_eq!(codes(&city, &at("U35")), ["formula-error"]);
    assert_eq!(codes(&city, &at("U52")), ["not-understood"]); // 12 KK are no people
    assert_eq!(codes(&city, &at("U64")), ["wrong-type"]); // 1.045, which Excel took for a fraction
    assert!(codes(&city, &at("U23")).is_empty()); // 1.025 as a text
}

#[test]
fn an_organisation_that_stands_twice_is_told_and_kept() {
    let city = city();
    assert_eq!(cells(&city, "possible-duplicate"), ["B58", "B68"]);
    let evidence = |cell: &str| told(&city, &at(cell))[0].expected.clone().unwrap();
    assert!(evidence("B58").contains("LKS-032 \"LKSA Contoh Mawar\""));
    assert!(
        evidence("B58").ends_with("Nama LKS (name), NPWP (tax_number), Kelurahan/Desa (village)")
    );
    assert!(evidence("B68").contains("LKS-042 \"Panti Asuhan Contoh Ceri\""));
    assert_eq!(named(&city, "Yys. Contoh Mawar").id, "LKS-036");
}

#[test]
fn what_is_hidden_or_has_no_place_in_a_register_is_told() {
    let city = city();
    assert_eq!(told(&city, &at("B55"))[0].value.as_deref(), Some("Forum Contoh Nilam"));
    assert_eq!(codes(&city, &at("H9")), ["unused-column"]); // NIK Ketua, hidden
    assert_eq!(codes(&city, &at("AB10")), ["unused-column"]); // no heading
    assert_eq!(city.fate(SHEET, 13, 6), Some(Fate::Told)); // Ketua
    assert_eq!(city.fate(SHEET, 13, 15), Some(Fate::Read(Field::AccreditationScore)));
    // A column of ticks is full of strokes: they are told once.
    let strokes = told(&city, &at("Z17"));
    assert_eq!(strokes[0].expected.as_deref(), Some("Tidak ada (12×)"));
}

#[test]
fn an_analyst_can_assess_it_at_once() {
    let city = city();
    let register = city.register().unwrap();
    let day = date(2024, 12, 31).unwrap();
    let assessment = register.assess(&RuleBook::indonesia(), day).unwrap();
    let id = |name: &str| named(&city, name).id.clone();
    let verdict = assessment.verdict(&id("Yys. Contoh Anggrek")).unwrap();
    assert_eq!(verdict.accreditation.standing.grade.as_deref(), Some("A"));
    // What could not be read does not count: 21 errors, each at its cell.
    let error = city.clone().into_register().unwrap_err();
    assert!(error.problems().iter().all(|problem| problem.sheet.is_some()));
}
