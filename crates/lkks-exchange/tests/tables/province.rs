//! `panti-jawa-tengah.xlsx`: names of places that stand for several.

use super::{cells, codes, named, organisations, reading, stands, told};
use lkks_exchange::Reading;

fn province() -> Reading {
    reading("panti-jawa-tengah.xlsx", "{}")
}

#[test]
fn a_name_of_a_place_is_the_one_in_its_regency() {
    let province = province();
    stands("panti-jawa-tengah.txt", &province);
    assert_eq!(organisations(&province).len(), 11);
    for (name, region) in [
        ("Panti Asuhan Contoh Amanah", "33.75.02.1004"), // Kauman of the city
        ("Panti Wredha Contoh Bahagia", "33.75.03.1004"), // the city merged over it
        ("Panti Asuhan Contoh Cahaya", "33.26.16.2016"), // Kauman of the regency
        ("Panti Asuhan Contoh Doa", "33.26.15"),         // Tirto, here a kecamatan
        ("Rumah Contoh Empati", "33.26.13.1013"),        // Ds. Pekajangan
        ("Panti Asuhan Contoh Firdaus", "33.27.12.2018"),
        ("Panti Asuhan Contoh Ihsan", "33.74.01.1010"),
        ("Panti Asuhan Contoh Jannah", "33.28.03"), // Bojong of Tegal, not of Pekalongan
    ] {
        assert_eq!(
            named(&province, name).place.as_ref().unwrap().region.as_str(),
            region,
            "{name}"
        );
    }
}

#[test]
fn a_regency_or_a_city_of_one_name_is_told_by_the_district() {
    let province = province();
    // `Pekalongan` with Karangdadap, `Tegal` with Pangkah: only one of the two has it.
    let region = |name: &str| named(&province, name).place.as_ref().unwrap().region.to_string();
    assert_eq!(region("Panti Asuhan Contoh Ghufron"), "33.26.18.2008");
    assert_eq!(region("Panti Asuhan Contoh Husna"), "33.28.09.2008");
    assert!(cells(&province, "ambiguous-place").is_empty());
    let slip = told(&province, "Panti!B15")[0];
    assert_eq!(slip.value.as_deref(), Some("Kab. Pemalng"));
    assert_eq!(codes(&province, "Panti!B15"), ["doubtful-value"]);
}
