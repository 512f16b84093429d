//! Names as they are compared, and where to find each: made when a name is first asked for.

use crate::Regions;
use crate::data::line;
use crate::fold::each_word;
use crate::key::Key;
use lkks::region::RegionLevel;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// Short names of provinces, which their letters do not give.
const SHORT: &[(&str, &[&str])] = &[
    ("aceh", &["nad", "nanggroe aceh darussalam"]),
    ("sumatera utara", &["sumut"]),
    ("sumatera barat", &["sumbar"]),
    ("sumatera selatan", &["sumsel"]),
    ("kepulauan bangka belitung", &["babel", "bangka belitung"]),
    ("kepulauan riau", &["kepri"]),
    ("jakarta", &["dki"]),
    ("jawa barat", &["jabar"]),
    ("jawa tengah", &["jateng"]),
    ("yogyakarta", &["diy"]),
    ("jawa timur", &["jatim"]),
    ("nusa tenggara barat", &["ntb"]),
    ("nusa tenggara timur", &["ntt"]),
    ("kalimantan barat", &["kalbar"]),
    ("kalimantan tengah", &["kalteng"]),
    ("kalimantan selatan", &["kalsel"]),
    ("kalimantan timur", &["kaltim"]),
    ("kalimantan utara", &["kaltara"]),
    ("sulawesi utara", &["sulut"]),
    ("sulawesi tengah", &["sulteng"]),
    ("sulawesi selatan", &["sulsel"]),
    ("sulawesi tenggara", &["sultra"]),
    ("sulawesi barat", &["sulbar"]),
    ("maluku utara", &["malut"]),
];

/// What names of provinces, and of regencies and cities, begin with.
const OF_PROVINCES: &[&str] = &["daerah khusus ibukota ", "daerah istimewa "];
const OF_REGENCIES: &[&str] =
    &["kota administrasi ", "kabupaten administrasi ", "kota ", "kabupaten "];

#[derive(Debug, Default)]
pub(crate) struct Index {
    /// The words of all names, each name with a line end.
    folded: String,
    ends: Vec<u32>,
    /// The hash of each way to write a name without blanks, and the number of its region; ascending.
    places: Vec<(u32, u32)>,
}

impl Index {
    pub(crate) fn of(regions: &Regions) -> Self {
        let mut index = Self {
            folded: String::with_capacity(regions.names.len()),
            ends: Vec::with_capacity(regions.len()),
            places: Vec::with_capacity(regions.len() + regions.len() / 64),
        };
        for (id, key) in (0_u32..).zip(&regions.keys) {
            let mut separator = "";
            each_word(regions.name_of(id as usize), |word, _| {
                index.folded.push_str(separator);
                index.folded.push_str(word);
                separator = " ";
            });
            // Shorter than the names, which have fewer bytes than such a number counts.
            index.ends.push(u32::try_from(index.folded.len()).unwrap_or(u32::MAX));
            index.folded.push('\n');
            for way in ways(line(&index.folded, &index.ends, id as usize), *key) {
                index.places.push((hash(way), id));
            }
        }
        index.places.sort_unstable();
        index
    }

    /// The words of a region's name, with single blanks.
    pub(crate) fn folded(&self, id: usize) -> &str {
        line(&self.folded, &self.ends, id)
    }

    /// The regions of a range with a name of these letters, ascending.
    pub(crate) fn named(&self, letters: &str, keys: &[Key], ids: Range<usize>) -> Vec<usize> {
        let hash = hash(letters);
        let first = |id: usize| {
            let id = u32::try_from(id).unwrap_or(u32::MAX);
            self.places.partition_point(|place| *place < (hash, id))
        };
        let places = self.places.get(first(ids.start)..first(ids.end)).unwrap_or(&[]);
        let mut ids: Vec<_> = places.iter().map(|(_, id)| *id as usize).collect();
        ids.dedup();
        ids.retain(|id| {
            keys.get(*id).is_some_and(|key| {
                ways(self.folded(*id), *key).any(|way| without_blanks(way).eq(letters.chars()))
            })
        });
        ids
    }
}

/// Every way to write the name of a region that has these words: as it is, without what it begins
/// with, and short.
pub(crate) fn ways(folded: &str, key: Key) -> impl Iterator<Item = &str> {
    let bare = bare(folded, key);
    let is_province = key.level() == RegionLevel::Province;
    let short = SHORT.iter().filter(move |(name, _)| is_province && *name == bare);
    [folded]
        .into_iter()
        .chain(Some(bare).filter(|bare| bare.len() < folded.len()))
        .chain(short.flat_map(|(_, short)| *short).copied())
}

/// The words of a name without those that say what kind of region it is.
pub(crate) fn bare(folded: &str, key: Key) -> &str {
    let beginnings = match key.level() {
        RegionLevel::Province => OF_PROVINCES,
        RegionLevel::Regency => OF_REGENCIES,
        RegionLevel::District | RegionLevel::Village => &[],
    };
    beginnings.iter().find_map(|beginning| folded.strip_prefix(beginning)).unwrap_or(folded)
}

fn without_blanks(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| *c != ' ')
}

/// A hash of the letters, whatever blanks are between them.
fn hash(words: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    for word in words.split(' ') {
        hasher.write(word.as_bytes());
    }
    0xff_u8.hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}
