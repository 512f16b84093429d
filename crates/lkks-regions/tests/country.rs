//! The data of the whole country, and the promises that hold for every region of it.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use lkks::region::{RegionCode, RegionLevel};
use lkks_regions::{Fit, Region, Regions};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

fn code(text: &str) -> RegionCode {
    text.parse().unwrap()
}

/// All regions, each before those that it holds.
fn all() -> Vec<Region<'static>> {
    fn add(region: Region<'static>, all: &mut Vec<Region<'static>>) {
        let held = Regions::indonesia().children(&region.code);
        all.push(region);
        held.for_each(|region| add(region, all));
    }
    let mut all = Vec::new();
    Regions::indonesia().provinces().for_each(|region| add(region, &mut all));
    all
}

#[test]
fn there_are_as_many_regions_as_the_package_has() {
    let regions = Regions::indonesia();
    assert_eq!(regions.len(), 91_599);
    for (level, count) in [
        (RegionLevel::Province, 38),
        (RegionLevel::Regency, 514),
        (RegionLevel::District, 7_285),
        (RegionLevel::Village, 83_762),
    ] {
        assert_eq!(regions.count(level), count, "{level}");
    }
}

/// The digest was made without this crate: `code,name` from the package's tables, sorted by code.
#[test]
fn every_code_and_name_is_that_of_the_package() {
    let lines: String = all().iter().map(|r| format!("{},{}\n", r.code, r.name)).collect();
    let digest = Sha256::digest(lines.as_bytes());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, "01674e316c758fa7bd36072fd2328a633e7cc1527f972e5ad3de0897cba5d693");
}

#[test]
fn every_region_lies_in_one_that_exists() {
    let regions = Regions::indonesia();
    for region in all() {
        assert!(!region.name.is_empty(), "{}", region.code);
        if let Some(parent) = region.code.parent() {
            assert!(regions.contains(&parent), "{}", region.code);
        }
        assert!(regions.full_name(&region.code).unwrap().starts_with(region.name));
    }
}

#[test]
fn every_region_is_found_by_its_own_name_in_the_one_that_holds_it() {
    let regions = Regions::indonesia();
    for (number, region) in all().into_iter().enumerate() {
        let (parent, level) = (region.code.parent(), region.code.level());
        let name =
            if number % 2 == 0 { region.name.to_owned() } else { region.name.to_uppercase() };
        let found = regions.find(&name, parent.as_ref(), Some(level));
        assert!(found.iter().all(|found| found.fit == Fit::Same), "{} {name}", region.code);
        assert!(found.iter().any(|found| found.code == region.code), "{} {name}", region.code);
    }
}

#[test]
fn every_district_is_found_by_its_name_with_a_word_before_it() {
    let regions = Regions::indonesia();
    for region in all().iter().filter(|region| region.code.level() == RegionLevel::District) {
        let found =
            regions.find(&format!("Kec. {}", region.name), region.code.parent().as_ref(), None);
        assert!(found.iter().any(|found| found.code == region.code), "{}", region.name);
        assert!(found.iter().all(|found| found.code.level() == RegionLevel::District));
    }
}

#[test]
fn the_regions_of_kota_pekalongan_are_known() {
    let regions = Regions::indonesia();
    assert_eq!(regions.name(&code("33.75")), Some("Kota Pekalongan"));
    for (district, name, villages) in [
        (
            "33.75.01",
            "Pekalongan Barat",
            "1002 Medono, 1003 Podosugih, 1004 Sapuro Kebulen, 1006 Bendan Kergon, \
             1008 Pasirkratonkramat, 1009 Tirto, 1012 Pringrejo",
        ),
        (
            "33.75.02",
            "Pekalongan Timur",
            "1002 Noyontaansari, 1004 Kauman, 1007 Poncol, 1008 Klego, 1009 Gamer, 1010 Setono, \
             1012 Kali Baros",
        ),
        (
            "33.75.03",
            "Pekalongan Utara",
            "1002 Krapyak, 1003 Kandang Panjang, 1004 Panjang Wetan, 1006 Padukuhan Kraton, \
             1007 Degayu, 1009 Bandengan, 1010 Panjang Baru",
        ),
        (
            "33.75.04",
            "Pekalongan Selatan",
            "1002 Banyurip, 1003 Buaran Kradenan, 1004 Jenggot, 1006 Kuripan Kertoharjo, \
             1008 Kuripan Yosorejo, 1010 Sokoduwet",
        ),
    ] {
        assert_eq!(regions.name(&code(district)), Some(name));
        let held = regions.children(&code(district));
        let held: Vec<_> = held.map(|r| format!("{} {}", &r.code.as_str()[9..], r.name)).collect();
        assert_eq!(held.join(", "), villages);
    }
}

#[test]
fn names_as_people_write_them_are_found_in_context() {
    for (name, within, codes) in [
        ("Pklg. Utara", "33.75", &["33.75.03"][..]),
        ("Pkl Utara", "33.75", &["33.75.03"]),
        ("Kec. Pkl. Utara", "33.75", &["33.75.03"]),
        ("Kec.Pkl.Utara", "33.75", &["33.75.03"]),
        ("Pekalongan Utr", "33.75", &["33.75.03"]),
        ("PKL. SEL.", "33.75", &["33.75.04"]),
        ("Kel. Medono", "33.75", &["33.75.01.1002"]),
        ("Desa Medono", "33.75", &["33.75.01.1002"]),
        ("Pasir Kraton Kramat", "33.75", &["33.75.01.1008"]),
        ("Kalibaros", "33.75", &["33.75.02.1012"]),
        ("Kdg. Panjang", "33.75.03", &["33.75.03.1003"]),
        ("Kab. Pkl.", "33", &["33.26"]),
        ("Kota Smg", "33", &["33.74"]),
        ("Kodya Pekalongan", "", &["33.75"]),
        ("Pekalongan (Kota)", "", &["33.75"]),
        ("Kab. Pekalongan", "", &["33.26"]),
        ("DKI Jakarta", "", &["31"]),
        ("D.K.I. Jakarta", "", &["31"]),
        ("Prov. Jateng", "", &["33"]),
        ("Propinsi Jawa Tengah", "", &["33"]),
        ("D.I. Yogyakarta", "", &["34"]),
        ("DIY", "", &["34"]),
        ("NTB", "", &["52"]),
        ("Jakarta Selatan", "", &["31.74"]),
        ("Kota Adm. Jakarta Selatan", "", &["31.74"]),
        ("Kota Jakarta Selatan", "", &["31.74"]),
        ("Kec. Kota Kudus", "33.19", &["33.19.02"]),
        ("4 Koto", "13.06", &["13.06.05"]),
        // Shortened, and no context to say of what.
        ("Pkl. Utara", "", &[]),
    ] {
        let within = within.parse().ok();
        let found = Regions::indonesia().find(name, within.as_ref(), None);
        let found: Vec<_> = found.iter().map(|found| found.code.as_str()).collect();
        assert_eq!(found, codes, "{name}");
    }
}

#[test]
fn a_name_that_exists_twice_is_found_twice() {
    let regions = Regions::indonesia();
    let found = regions.find("Pekalongan", Some(&code("33")), Some(RegionLevel::Regency));
    assert_eq!(
        found.iter().map(|f| f.name).collect::<Vec<_>>(),
        ["Kabupaten Pekalongan", "Kota Pekalongan"]
    );
    let found = regions.find("Kauman", Some(&code("33")), Some(RegionLevel::Village));
    assert!(found.len() > 5);
    assert!(found.windows(2).all(|pair| pair[0].code < pair[1].code));
    // Kelurahan or desa, where there are both, is what was written.
    let kelurahan = regions.find("Kel. Kauman", Some(&code("33")), None);
    assert!(kelurahan.iter().all(|found| found.code.as_str()[9..].starts_with('1')));
    assert!(kelurahan.len() < found.len());
}

#[test]
fn what_is_alike_is_found_in_one_order() {
    let regions = Regions::indonesia();
    let search = |text: &str, within: &str| {
        let found = regions.search(text, Some(&code(within)), None, 5);
        found.iter().map(|f| (f.code.to_string(), f.fit)).collect::<Vec<_>>()
    };
    assert_eq!(search("Medonno", "33.75")[0], ("33.75.01.1002".into(), Fit::Slip));
    assert_eq!(search("Kel. Mednoo", "33.75")[0], ("33.75.01.1002".into(), Fit::Slip));
    assert_eq!(search("Kec. Pekalngan Utara", "33.75")[0], ("33.75.03".into(), Fit::Slip));
    assert_eq!(search("Noyontaan", "33.75")[0], ("33.75.02.1002".into(), Fit::Part));
    assert_eq!(search("Kergon", "33.75")[0], ("33.75.01.1006".into(), Fit::Part));
    let kuripan = search("Kuripan", "33.75");
    assert_eq!(kuripan[0], ("33.75.04.1006".into(), Fit::Part));
    assert_eq!(kuripan[1], ("33.75.04.1008".into(), Fit::Part));
    for pair in regions.search("Sukamaju", None, None, 500).windows(2) {
        assert!(pair[0].similarity > pair[1].similarity || pair[0].code < pair[1].code);
    }
}

#[test]
fn regions_that_do_not_exist_hold_and_are_nothing() {
    let regions = Regions::indonesia();
    for absent in ["00", "33.77", "33.75.99", "33.75.01.9999", "99.99.99.9999"] {
        let absent = code(absent);
        assert!(!regions.contains(&absent));
        assert_eq!(regions.full_name(&absent), None);
        assert_eq!(regions.children(&absent).count(), 0);
        assert!(regions.find("Medono", Some(&absent), None).is_empty());
        assert!(regions.search("Medono", Some(&absent), None, 5).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,60}", within in 0..4_usize) {
        let within = ["33", "33.75", "33.75.01", "33.75.01.1002"].get(within).map(|c| code(c));
        let regions = Regions::indonesia();
        let found = regions.find(&text, within.as_ref(), None);
        let like = regions.search(&text, within.as_ref(), None, usize::MAX);
        for one in &found {
            prop_assert!(like.iter().any(|other| other.code == one.code), "{}", one.code);
        }
        for one in found.iter().chain(&like) {
            prop_assert_eq!(regions.name(&one.code), Some(one.name));
            prop_assert!(within.as_ref().is_none_or(|within| within.contains(&one.code)));
            prop_assert!((0.6..=1.0).contains(&one.similarity));
        }
    }

    #[test]
    fn a_wrong_letter_in_a_long_name_is_a_slip(at in 3..9_usize, letter in "[a-z]") {
        let mut name = "Pasirkratonkramat".to_owned();
        name.replace_range(at..=at, &letter);
        let found = Regions::indonesia().search(&name, Some(&code("33.75")), None, 1);
        prop_assert_eq!(found[0].code.as_str(), "33.75.01.1008");
        prop_assert!(found[0].fit <= Fit::Slip);
    }
}
