//! The regency, city or province that a title names: `DATA LKS KOTA PEKALONGAN TAHUN 2024`.

use super::words::{Word, words};
use lkks::region::{RegionCode, RegionLevel};
use lkks_regions::{Fit, Regions};

/// No name has more words, with the one before it.
const MOST_WORDS: usize = 6;

/// Words that a name without `Kota` or `Kabupaten` may follow: `LKKS Kendal`.
const BEFORE: &[&str] = &[
    "lkks", "lks", "lksa", "dinsos", "sosial", "daerah", "wilayah", "se", "di", "p2kb", "lembaga",
];

/// The region that a title names, if it is one and no other: of a city and its province the city,
/// of a city and a regency with one name neither.
///
/// ```
/// # #[cfg(feature = "regions")] {
/// use lkks_exchange::value::place::region_in_title;
/// let region = |title| region_in_title(title).map(|code| code.to_string());
/// assert_eq!(region("DATA LKS KOTA PEKALONGAN TAHUN 2024").as_deref(), Some("33.75"));
/// assert_eq!(region("LKKS Kabupaten Kendal, Provinsi Jawa Tengah").as_deref(), Some("33.24"));
/// assert_eq!(region("Daftar LKS Pekalongan"), None); // Kota or Kabupaten?
/// # }
/// ```
pub fn region_in_title(title: &str) -> Option<RegionCode> {
    let words = words(title);
    let mut named: Option<RegionCode> = None;
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let Some((length, codes)) = name(title, before, rest) else {
            at += 1;
            continue;
        };
        let [code] = codes.as_slice() else { return None };
        named = match named {
            None => Some(code.clone()),
            Some(other) if code.contains(&other) => Some(other),
            Some(other) if other.contains(code) => Some(code.clone()),
            Some(_) => return None,
        };
        at += length;
    }
    named
}

/// The longest name that words begin with: how many words it has, and what it may be.
fn name(
    title: &str,
    before: Option<&Word<'_>>,
    words: &[Word<'_>],
) -> Option<(usize, Vec<RegionCode>)> {
    let first = words.first()?;
    let is_kind =
        |word: &Word<'_>| word.is_one_of(&["kota", "kodya", "kotamadya", "kab", "kabupaten"]);
    let says_kind = is_kind(first)
        || first.is_one_of(&["prov", "prop", "provinsi", "propinsi", "dki", "diy", "daerah", "d"]);
    // In `Kabupaten/Kota Pekalongan` the word says nothing.
    let is_either = before.is_some_and(is_kind);
    let may_follow = is_either || before.is_some_and(|before| before.is_one_of(BEFORE));
    // A name of several words, such as `Jawa Tengah`, is hardly anything else.
    let least = if says_kind || may_follow { 1 } else { 2 };
    let start = usize::from(is_either && is_kind(first));
    let words = words.get(start..)?;
    (least..=MOST_WORDS.min(words.len())).rev().find_map(|length| {
        let text = title.get(words.first()?.start..words.get(length - 1)?.end)?;
        let codes = regions(text);
        (!codes.is_empty()).then(|| (start + length, codes))
    })
}

/// The provinces, regencies and cities of a name.
fn regions(text: &str) -> Vec<RegionCode> {
    let levels = [RegionLevel::Province, RegionLevel::Regency];
    let found = levels.iter().flat_map(|level| Regions::indonesia().find(text, None, Some(*level)));
    found.filter(|found| found.fit == Fit::Same).map(|found| found.code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_name_a_region() {
        for (title, code) in [
            ("DATA LKS KOTA PEKALONGAN TAHUN 2024", Some("33.75")),
            ("DAFTAR LEMBAGA KESEJAHTERAAN SOSIAL (LKS)\nKABUPATEN PEKALONGAN", Some("33.26")),
            ("LKKS Kabupaten Kendal", Some("33.24")),
            ("LKKS Kendal masa bakti 2025–2029", Some("33.24")),
            ("PROVINSI JAWA TENGAH", Some("33")),
            ("Data LKS Prov. Jateng", Some("33")),
            ("Data LKS se-Jawa Tengah", Some("33")),
            ("Dinas Sosial Kota Semarang, Provinsi Jawa Tengah", Some("33.74")),
            ("LKS di Kab. Bandung Barat 2018", Some("32.17")),
            ("LKKS DKI Jakarta", Some("31")),
            ("LKKS D.I. Yogyakarta", Some("34")),
            ("DATA LKS KECAMATAN PEKALONGAN UTARA KOTA PEKALONGAN", Some("33.75")),
            ("Kota Administrasi Jakarta Selatan", Some("31.74")),
            ("Daftar LKS Pekalongan", None),
            ("LKKS Pekalongan", None),
            ("LKKS Kabupaten/Kota Pekalongan", None),
            ("LKS Kota Pekalongan dan Kabupaten Batang", None),
            ("Data Lembaga Kesejahteraan Sosial", None),
            ("Daftar Hadir", None),
            ("Metro", None),
            ("", None),
        ] {
            let found = region_in_title(title).map(|code| code.to_string());
            assert_eq!(found.as_deref(), code, "{title}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_title(title in "\\PC{0,80}") {
            region_in_title(&title);
        }
    }
}
