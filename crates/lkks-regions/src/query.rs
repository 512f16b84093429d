//! A name as somebody wrote it: its words, and which of them only say what kind of region it is.

use crate::fold::each_word;
use lkks::region::RegionLevel;
use std::ops::Range;

/// No name is as long, so that a longer text need not be read.
const LONGEST: usize = 200;

/// A word of a name as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) letters: String,
    /// Whether it ends with a full stop.
    pub(crate) is_cut: bool,
}

/// What kind of region a word says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Province,
    Kabupaten,
    Kota,
    District,
    Kelurahan,
    Desa,
}

impl Kind {
    pub(crate) fn level(self) -> RegionLevel {
        match self {
            Self::Province => RegionLevel::Province,
            Self::Kabupaten | Self::Kota => RegionLevel::Regency,
            Self::District => RegionLevel::District,
            Self::Kelurahan | Self::Desa => RegionLevel::Village,
        }
    }
}

/// Words before a name that say what kind of region it is, the longer ones first. Those that also
/// begin names are marked.
const PREFIXES: &[(&[&str], Kind, bool)] = &[
    (&["daerah", "khusus", "ibukota"], Kind::Province, false),
    (&["daerah", "khusus"], Kind::Province, false),
    (&["daerah", "istimewa"], Kind::Province, false),
    (&["dki"], Kind::Province, false),
    (&["di"], Kind::Province, false),
    (&["provinsi"], Kind::Province, false),
    (&["propinsi"], Kind::Province, false),
    (&["prov"], Kind::Province, false),
    (&["prop"], Kind::Province, false),
    (&["kabupaten"], Kind::Kabupaten, false),
    (&["kab"], Kind::Kabupaten, false),
    (&["kota"], Kind::Kota, true),
    (&["kotamadya"], Kind::Kota, false),
    (&["kotamadia"], Kind::Kota, false),
    (&["kodya"], Kind::Kota, false),
    (&["kecamatan"], Kind::District, false),
    (&["kec"], Kind::District, false),
    (&["distrik"], Kind::District, false),
    (&["kapanewon"], Kind::District, false),
    (&["kemantren"], Kind::District, false),
    (&["kelurahan"], Kind::Kelurahan, false),
    (&["kel"], Kind::Kelurahan, false),
    (&["desa"], Kind::Desa, true),
    (&["ds"], Kind::Desa, false),
    (&["kalurahan"], Kind::Desa, false),
    (&["gampong"], Kind::Desa, true),
    (&["nagari"], Kind::Desa, true),
    (&["pekon"], Kind::Desa, true),
];

/// A way to read a name: which words are the name itself, and what the others say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    words: Range<usize>,
    pub(crate) level: Option<RegionLevel>,
    /// Not where two kinds of one tier are named, as in `Kel/Desa`.
    pub(crate) kind: Option<Kind>,
    /// Whether a word that begins no name is taken for the beginning of one.
    pub(crate) has_stray: bool,
}

/// A name as somebody wrote it, in all ways to read it, the most literal first.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    words: Vec<Word>,
    readings: Vec<Reading>,
}

impl Query {
    pub(crate) fn of(text: &str) -> Self {
        let mut words = Vec::new();
        if text.len() <= LONGEST {
            each_word(text, |letters, is_cut| {
                words.push(Word { letters: letters.to_owned(), is_cut });
            });
        }
        let readings = if words.is_empty() { Vec::new() } else { readings(&words) };
        Self { words, readings }
    }

    pub(crate) fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// The words of the name in one reading.
    pub(crate) fn words(&self, reading: &Reading) -> &[Word] {
        self.words.get(reading.words.clone()).unwrap_or(&[])
    }

    /// Its letters in one reading.
    pub(crate) fn key(&self, reading: &Reading) -> String {
        self.words(reading).iter().map(|word| word.letters.as_str()).collect()
    }
}

fn readings(words: &[Word]) -> Vec<Reading> {
    let whole = Reading { words: 0..words.len(), level: None, kind: None, has_stray: false };
    let mut readings = vec![whole.clone()];
    let mut last = whole.clone();
    while let Some((length, kind, begins_names)) = prefix(words.get(last.words.clone())) {
        let start = last.words.start + length;
        let level = last.level.unwrap_or(kind.level());
        if start >= words.len() || level != kind.level() {
            break;
        }
        if let Some(literal) = readings.last_mut() {
            literal.has_stray = !begins_names;
        }
        let is_first = last.level.is_none();
        let kind = Some(kind).filter(|kind| is_first || last.kind == Some(*kind));
        last = Reading { words: start..words.len(), level: Some(level), kind, has_stray: false };
        readings.push(last.clone());
    }
    // `Pekalongan (Kota)`, `Kudus, Kab.`
    if let Some((_, kind, _)) = prefix(words.last().map(std::slice::from_ref))
        && kind.level() == RegionLevel::Regency
        && words.len() > 1
    {
        let words = 0..words.len() - 1;
        readings.push(Reading { words, level: Some(kind.level()), kind: Some(kind), ..whole });
    }
    readings
}

/// How many words say what kind of region it is, and what they say.
fn prefix(words: Option<&[Word]>) -> Option<(usize, Kind, bool)> {
    let words = words?;
    let stands = |prefix: &[&str]| {
        words.len() >= prefix.len()
            && prefix.iter().zip(words).all(|(prefix, word)| *prefix == word.letters)
    };
    let (prefix, kind, begins_names) = PREFIXES.iter().find(|(prefix, ..)| stands(prefix))?;
    let mut length = prefix.len();
    // In Jakarta: `Kota Administrasi`, `Kab. Adm.`
    let is_administrative = |word: &Word| ["administrasi", "adm"].contains(&&*word.letters);
    if kind.level() == RegionLevel::Regency && words.get(length).is_some_and(is_administrative) {
        length += 1;
    }
    Some((length, *kind, *begins_names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(text: &str) -> Vec<(String, Option<Kind>)> {
        let query = Query::of(text);
        let reading = |reading: &Reading| {
            let words: Vec<_> = query.words(reading).iter().map(|word| &*word.letters).collect();
            (words.join(" "), reading.kind)
        };
        query.readings().iter().map(reading).collect()
    }

    #[test]
    fn words_before_a_name_say_what_it_is() {
        for (text, name, kind) in [
            ("Kec. Pekalongan Utara", "pekalongan utara", Some(Kind::District)),
            ("Kel.Medono", "medono", Some(Kind::Kelurahan)),
            ("Kel/Desa Medono", "medono", None),
            ("Kodya Pekalongan", "pekalongan", Some(Kind::Kota)),
            ("D.I. Yogyakarta", "yogyakarta", Some(Kind::Province)),
            ("Prov. DKI Jakarta", "jakarta", Some(Kind::Province)),
            ("Kota Adm. Jakarta Barat", "jakarta barat", Some(Kind::Kota)),
            ("Pekalongan (Kota)", "pekalongan", Some(Kind::Kota)),
            ("Medono", "medono", None),
        ] {
            let readings = readings(text);
            assert_eq!(readings.last().unwrap(), &(name.to_owned(), kind), "{text}");
        }
    }

    #[test]
    fn what_may_be_part_of_the_name_is_read_so_first() {
        assert_eq!(
            readings("Kec. Kota Kudus"),
            [("kec kota kudus".to_owned(), None), ("kota kudus".to_owned(), Some(Kind::District))]
        );
        assert_eq!(
            readings("Kec. Kota"),
            [
                ("kec kota".to_owned(), None),
                ("kota".to_owned(), Some(Kind::District)),
                ("kec".to_owned(), Some(Kind::Kota)),
            ]
        );
        assert_eq!(readings("Kota"), [("kota".to_owned(), None)]);
        assert_eq!(readings(" . "), []);
        assert_eq!(readings(&"a".repeat(1_000)), []);
    }
}
