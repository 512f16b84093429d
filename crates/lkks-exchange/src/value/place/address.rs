//! What a free address says of regions and of RT and RW. Street and number are not its concern.

use super::neighbourhood::{self, Numbers};
use super::words::{Word, words};
use lkks::region::RegionLevel;

/// What an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// Names with a word before them that says what they are.
    pub(super) names: Vec<Named<'a>>,
    /// Parts between commas and the like that have neither such a word nor a number.
    pub(super) parts: Vec<&'a str>,
    pub(super) numbers: Numbers,
}

/// A name with a word before it: `Kel. Medono`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named<'a> {
    pub(super) level: RegionLevel,
    /// The word and all that may belong to the name.
    pub(super) text: &'a str,
    /// Where each word of the name ends in the text.
    ends: Vec<usize>,
    /// Whether the word begins other names too, as in `Kota Lama`.
    pub(super) is_weak: bool,
}

impl<'a> Named<'a> {
    /// The text with all words of the name, with one less, and so on, and what is then left.
    pub(super) fn shortened(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.ends.iter().rev().filter_map(|end| self.text.split_at_checked(*end))
    }
}

/// No name has more words.
const MOST_WORDS: usize = 6;

/// Words before the name of a region.
const LEVELS: &[(RegionLevel, &[&str])] = &[
    (RegionLevel::Province, &["prov", "prop", "provinsi", "propinsi"]),
    (RegionLevel::Regency, &["kab", "kabupaten", "kota", "kodya", "kotamadya", "kotamadia"]),
    (RegionLevel::District, &["kec", "kecamatan", "distrik", "kapanewon", "kemantren"]),
    (
        RegionLevel::Village,
        &["kel", "kelurahan", "ds", "desa", "kalurahan", "gampong", "nagari", "pekon"],
    ),
];

/// Words before the name of a road, which may be that of a region.
const ROADS: &[&str] = &["jl", "jln", "jalan", "gg", "gang", "lorong"];

/// Words before the name of a building or an estate, which may be that of a region.
const BUILDINGS: &[&str] = &[
    "perum",
    "perumahan",
    "komplek",
    "kompleks",
    "komp",
    "blok",
    "pasar",
    "masjid",
    "gedung",
    "gd",
    "simpang",
    "terminal",
    "stasiun",
];

/// Words before a number, which no name has.
const NUMBERED: &[&str] = &[
    "no", "nomor", "rt", "rw", "telp", "telpon", "telepon", "tlp", "hp", "wa", "fax", "email",
    "kode", "kodepos", "pos",
];

/// Words that end a name, unless they begin one.
const OTHERS: &[&str] =
    &["dusun", "dsn", "dukuh", "dk", "kp", "kampung", "lingkungan", "indonesia"];

/// What an address says.
pub(super) fn address(text: &str) -> Address<'_> {
    let words = words(text);
    let mut address = Address::default();
    let (mut at, mut part) = (0, None);
    while let Some(word) = words.get(at) {
        let rest = words.get(at..).unwrap_or(&[]);
        let found = if let Some((length, numbers)) = neighbourhood::labelled(rest) {
            address.numbers = address.numbers.or(numbers);
            Some(length)
        } else if let Some(numbers) = neighbourhood::bare(rest) {
            address.numbers = address.numbers.or(numbers);
            Some(2)
        } else if let Some((named, length)) = named(text, &words, at) {
            address.names.push(named);
            Some(length)
        } else {
            None
        };
        if found.is_some() || word.is_parted {
            address.parts.extend(part.take().and_then(|start| plain(text, &words, start..at)));
        }
        match found {
            Some(length) => at += length.max(1),
            None => {
                part.get_or_insert(at);
                at += 1;
            }
        }
    }
    address.parts.extend(part.and_then(|start| plain(text, &words, start..words.len())));
    address
}

/// The ways to part a text into a name and what follows it, the longest name first: before a comma
/// or a stroke, and before words such as `Kec.` and `RT`.
pub(super) fn beginnings(text: &str) -> Vec<(&str, &str)> {
    let words = words(text);
    let ends = words.windows(2).filter_map(|pair| match pair {
        [before, word] => {
            let is_end = word.is_parted
                || word.is_joined
                || level(word).is_some()
                || word.is_one_of(&["rt", "rw"]);
            is_end.then_some(before.end)
        }
        _ => None,
    });
    let mut parted: Vec<_> = ends.filter_map(|end| text.split_at_checked(end)).collect();
    parted.reverse();
    parted.truncate(MOST_WORDS);
    parted
}

/// A name with a word before it at one place, and how many words it has with that one.
fn named<'a>(text: &'a str, words: &[Word<'a>], at: usize) -> Option<(Named<'a>, usize)> {
    let first = words.get(at)?;
    let level = level(first)?;
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    if before.is_some_and(|before| {
        !first.is_parted && (before.is_one_of(ROADS) || before.is_one_of(BUILDINGS))
    }) {
        return None;
    }
    // `Kel/Desa Medono`: two words for one tier.
    let mut start = at + 1;
    while words.get(start).is_some_and(|word| word.is_joined && self::level(word) == Some(level)) {
        start += 1;
    }
    let name = words.get(start..)?;
    let length =
        name.iter().take(MOST_WORDS).enumerate().take_while(|(i, w)| goes_on(*i, w)).count();
    let name = name.get(..length).filter(|name| !name.is_empty())?;
    let ends = name.iter().map(|word| word.end - first.start).collect();
    let text = text.get(first.start..name.last()?.end)?;
    let is_weak = first.is("kota");
    Some((Named { level, text, ends, is_weak }, start + length - at))
}

/// Whether the word of this number in a name belongs to it.
fn goes_on(number: usize, word: &Word<'_>) -> bool {
    if word.is_parted || word.has_digits() && word.text.len() > 2 {
        return false;
    }
    // `Desa Dukuh`, `Kec. Kota Kudus`: the first word may be one that else ends a name.
    match number {
        0 => !word.is_one_of(&["rt", "rw", "no", "kab", "kabupaten", "kec", "prov", "provinsi"]),
        _ => level(word).is_none() && ![OTHERS, NUMBERED, ROADS].iter().any(|w| word.is_one_of(w)),
    }
}

fn level(word: &Word<'_>) -> Option<RegionLevel> {
    LEVELS.iter().find(|(_, words)| word.is_one_of(words)).map(|(level, _)| *level)
}

/// A part of an address as it stands, if it may be the name of a region.
fn plain<'a>(text: &'a str, words: &[Word<'a>], part: std::ops::Range<usize>) -> Option<&'a str> {
    let words = words.get(part)?;
    let (first, last) = (words.first()?, words.last()?);
    let is_other = words.len() > MOST_WORDS
        || first.is_one_of(ROADS)
        || first.is_one_of(BUILDINGS)
        || words.iter().any(|word| word.has_digits() || word.is_one_of(NUMBERED));
    if is_other { None } else { text.get(first.start..last.end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_says_its_regions_and_its_neighbourhood() {
        for (text, names, parts, numbers) in [
            (
                "Jl. Merdeka No. 5 RT 03/RW 02 Kel. Medono Kec. Pekalongan Barat",
                vec!["Kel. Medono", "Kec. Pekalongan Barat"],
                vec![],
                (Some(3), Some(2)),
            ),
            (
                "Jl. Kurinci 3 RT.03/02, Medono, Pekalongan Barat, Kota Pekalongan 51111",
                vec!["Kota Pekalongan"],
                vec!["Medono", "Pekalongan Barat"],
                (Some(3), Some(2)),
            ),
            (
                "Ds. Rowosari RT 001 RW 004\nKec. Ulujami\nKab. Pemalang",
                vec!["Ds. Rowosari", "Kec. Ulujami", "Kab. Pemalang"],
                vec![],
                (Some(1), Some(4)),
            ),
            ("Kel/Desa Medono 003/002", vec!["Kel/Desa Medono"], vec![], (Some(3), Some(2))),
            ("Jl. Kota Lama No. 12", vec![], vec![], (None, None)),
            ("Jl. Desa Baru 4, Klego", vec![], vec!["Klego"], (None, None)),
            ("Kec. Kota Kudus", vec!["Kec. Kota Kudus"], vec![], (None, None)),
            ("Desa Dukuh Jeruk", vec!["Desa Dukuh Jeruk"], vec![], (None, None)),
            (
                "Desa Karanganyar Dukuh Krajan",
                vec!["Desa Karanganyar"],
                vec!["Dukuh Krajan"],
                (None, None),
            ),
            ("Kel. , Kec. ", vec![], vec!["Kel", "Kec"], (None, None)),
            ("", vec![], vec![], (None, None)),
        ] {
            let address = address(text);
            let found: Vec<_> = address.names.iter().map(|named| named.text).collect();
            assert_eq!((found, address.parts), (names, parts), "{text}");
            assert_eq!((address.numbers.rt, address.numbers.rw), numbers, "{text}");
        }
    }

    #[test]
    fn a_name_may_have_fewer_words() {
        let address = address("Kel. Medono Pekalongan Barat");
        let shortened: Vec<_> = address.names[0].shortened().collect();
        assert_eq!(shortened[2], ("Kel. Medono", " Pekalongan Barat"));
        assert_eq!(shortened.len(), 3);
    }

    proptest! {
        #[test]
        fn any_text_is_an_address(text in "\\PC{0,80}") {
            address(&text);
        }

        #[test]
        fn an_address_of_such_words_is_read(
            words in proptest::collection::vec("Kel[./]?|Kec|RT|RW|[0-9]{1,4}|/|,|Medono|Kota|Jl", 0..20),
        ) {
            address(&words.join(" "));
        }
    }
}
