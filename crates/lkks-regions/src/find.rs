//! Finding regions by name: the same name first, a shortened one where there is none.

use crate::Regions;
use crate::abbreviation::{may_be_short, stands_for};
use crate::index::bare;
use crate::query::{Kind, Query, Reading};
use lkks::region::{RegionCode, RegionLevel};
use std::ops::Range;

/// How a name that was found is like the one that was asked for, the surest first.
///
/// ```
/// use lkks_regions::{Fit, Regions};
/// let city = "33.75".parse()?;
/// let fit = |name| Regions::indonesia().search(name, Some(&city), None, 1)[0].fit;
/// assert_eq!(fit("kandang panjang"), Fit::Same);
/// assert_eq!(fit("Kdg. Panjang"), Fit::Short);
/// assert_eq!(fit("Kandng Panjang"), Fit::Slip);
/// assert_eq!(fit("Sapuro"), Fit::Part); // of Sapuro Kebulen
/// assert_eq!(fit("Kandang Pendek"), Fit::Like);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fit {
    /// The same letters: case, blanks, marks, accents, and words such as `Kec.` aside.
    Same,
    /// Words with full stops, or few of the letters of the name's words in their order.
    Short,
    /// At most one wrong letter in five.
    Slip,
    /// Some of its words, or the beginning or the end of one.
    Part,
    /// Much the same letters.
    Like,
}

/// A region that was found by name.
///
/// ```
/// use lkks_regions::{Fit, Regions};
/// let found = Regions::indonesia().find("Medono", Some(&"33.75".parse()?), None);
/// assert_eq!((found[0].code.as_str(), found[0].name), ("33.75.01.1002", "Medono"));
/// assert_eq!((found[0].fit, found[0].similarity), (Fit::Same, 1.0));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Match<'a> {
    /// Its code.
    pub code: RegionCode,
    /// Its name.
    pub name: &'a str,
    /// How its name is like the one asked for.
    pub fit: Fit,
    /// How like, from 0 to 1, which is the same.
    pub similarity: f64,
}

impl Regions {
    /// The regions of a name, in the order of their codes: of all tiers or of one, in the whole
    /// country or within one region (which is among them).
    ///
    /// Case, blanks, marks and accents do not matter, and `Kec.`, `Kelurahan`, `Kab.` and the like
    /// say which kind is meant. Of regencies and cities, and of provinces, also the name alone is
    /// known: `Pekalongan` is a kota and a kabupaten. Where there is no such name within the given
    /// region, those are found that it is short for (`Pkl. Utara`); their fit says so.
    ///
    /// ```
    /// use lkks::region::RegionLevel;
    /// use lkks_regions::{Fit, Regions};
    /// let regions = Regions::indonesia();
    /// let codes = |name, within: &str, level| {
    ///     let found = regions.find(name, within.parse().ok().as_ref(), level);
    ///     found.iter().map(|found| found.code.to_string()).collect::<Vec<_>>()
    /// };
    /// assert_eq!(codes("Kec. Pkl Utara", "33.75", None), ["33.75.03"]);
    /// assert_eq!(codes("KOTA PEKALONGAN", "", None), ["33.75"]);
    /// assert_eq!(codes("kab. pekalongan", "", None), ["33.26"]);
    /// let either = codes("Pekalongan", "33", Some(RegionLevel::Regency));
    /// assert_eq!(either, ["33.26", "33.75"]); // the caller decides
    /// assert_eq!(codes("Atlantis", "", None), [""; 0]);
    /// ```
    pub fn find(
        &self,
        name: &str,
        within: Option<&RegionCode>,
        level: Option<RegionLevel>,
    ) -> Vec<Match<'_>> {
        let query = Query::of(name);
        let ids = self.scope(within);
        let allowed = |reading: &&Reading| {
            level.is_none() || reading.level.is_none() || reading.level == level
        };
        let same = query.readings().iter().filter(allowed).find_map(|reading| {
            let named = self.index().named(&query.key(reading), &self.keys, ids.clone());
            self.of_kind(named, reading, level)
        });
        if let Some(same) = same {
            return self.matches(same, Fit::Same, 1.0);
        }
        // Asked of the whole country, a short name could be anything.
        let known = query.readings().iter().rev().filter(|_| within.is_some()).filter(allowed);
        let mut known =
            known.filter(|reading| !reading.has_stray && may_be_short(query.words(reading)));
        let short = known.find_map(|reading| {
            let ids = self.of_level(ids.clone(), level.or(reading.level));
            self.of_kind(
                ids.filter(|id| self.is_short(&query, reading, *id)).collect(),
                reading,
                level,
            )
        });
        self.matches(short.unwrap_or_default(), Fit::Short, SHORT)
    }

    /// The numbers of the regions within one, or of all.
    pub(crate) fn scope(&self, within: Option<&RegionCode>) -> Range<usize> {
        within.map_or(0..self.len(), |code| self.within(code))
    }

    /// Those of one tier, or all.
    pub(crate) fn of_level(
        &self,
        ids: Range<usize>,
        level: Option<RegionLevel>,
    ) -> impl Iterator<Item = usize> {
        let keys = self.keys.get(ids.clone()).unwrap_or(&[]);
        let known = ids.zip(keys);
        known
            .filter(move |(_, key)| level.is_none_or(|level| key.level() == level))
            .map(|(id, _)| id)
    }

    pub(crate) fn is_short(&self, query: &Query, reading: &Reading, id: usize) -> bool {
        let Some(key) = self.keys.get(id) else { return false };
        stands_for(query.words(reading), bare(self.index().folded(id), *key))
    }

    /// Those of the kind that is said and of the tier that is asked for; nothing if there are none.
    ///
    /// `Kel.` and `Desa` are often written for each other, so they only choose between two.
    fn of_kind(
        &self,
        mut ids: Vec<usize>,
        reading: &Reading,
        level: Option<RegionLevel>,
    ) -> Option<Vec<usize>> {
        ids.retain(|id| self.may_be(*id, reading, level));
        let is_said = |id: &usize| match (reading.kind, self.keys.get(*id)) {
            (Some(Kind::Kelurahan), Some(key)) => key.is_kelurahan(),
            (Some(Kind::Desa), Some(key)) => !key.is_kelurahan(),
            _ => true,
        };
        if ids.iter().any(is_said) {
            ids.retain(is_said);
        }
        (!ids.is_empty()).then_some(ids)
    }

    /// Whether a region is of the tier asked for, and of the kind that a reading says.
    pub(crate) fn may_be(&self, id: usize, reading: &Reading, level: Option<RegionLevel>) -> bool {
        let Some(own) = self.keys.get(id).map(|key| key.level()) else { return false };
        let begins = |word| self.index().folded(id).starts_with(word);
        level.is_none_or(|level| level == own)
            && reading.level.is_none_or(|level| level == own)
            && match reading.kind {
                Some(Kind::Kota) => begins("kota "),
                Some(Kind::Kabupaten) => begins("kabupaten "),
                _ => true,
            }
    }

    fn matches(&self, ids: Vec<usize>, fit: Fit, similarity: f64) -> Vec<Match<'_>> {
        ids.into_iter().filter_map(|id| self.matched(id, fit, similarity)).collect()
    }

    pub(crate) fn matched(&self, id: usize, fit: Fit, similarity: f64) -> Option<Match<'_>> {
        let region = self.region(id)?;
        Some(Match { code: region.code, name: region.name, fit, similarity })
    }
}

/// The similarity of a name and its short form.
pub(crate) const SHORT: f64 = 0.95;
