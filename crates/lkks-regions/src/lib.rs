//! # lkks-regions
//!
//! The regions of Indonesia by the codes of the Ministry of Home Affairs (Kemendagri): 38
//! provinces, 514 regencies and cities, 7,285 districts and 83,762 villages, with their names. They
//! are found by code, by name in a context, by names as people shorten them, and by names that look
//! like what was written.
//!
//! ```
//! use lkks_regions::Regions;
//! let regions = Regions::indonesia();
//! let city = "33.75".parse()?;
//! let found = regions.find("Kec. Pkl. Utara", Some(&city), None);
//! assert_eq!(found[0].code.as_str(), "33.75.03");
//! assert_eq!(regions.full_name(&found[0].code).unwrap(), "Pekalongan Utara, Kota Pekalongan, Jawa Tengah");
//! # Ok::<(), lkks::Error>(())
//! ```
//!
//! Many regions share a name. Whatever is asked by name has a list for an answer, and whoever asked
//! decides. What a name once meant, before regions were parted or joined, is not known here.
//!
//! The names and codes are those of the npm package `idn-area-data`, version [`VERSION`], made
//! available under the Open Database License (ODbL) 1.0.

mod abbreviation;
mod data;
mod find;
mod fold;
mod index;
mod key;
mod query;
mod search;

use crate::index::Index;
use crate::key::Key;
use lkks::region::{RegionCode, RegionLevel};
use std::ops::Range;
use std::sync::OnceLock;

pub use crate::find::{Fit, Match};

/// The version of the package that the names and codes were taken from.
///
/// ```
/// assert_eq!(lkks_regions::VERSION, "4.0.1");
/// ```
pub const VERSION: &str = "4.0.1";

/// A region: its code and its name.
///
/// ```
/// use lkks_regions::Regions;
/// let first = Regions::indonesia().provinces().next().unwrap();
/// assert_eq!((first.code.as_str(), first.name), ("11", "Aceh"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region<'a> {
    /// Its code.
    pub code: RegionCode,
    /// Its name; a regency or city has `Kabupaten` or `Kota` before it.
    pub name: &'a str,
}

/// Regions with their names, in the order of their codes.
///
/// ```
/// use lkks::region::RegionLevel;
/// use lkks_regions::Regions;
/// let regions = Regions::indonesia();
/// assert_eq!(regions.count(RegionLevel::Regency), 514);
/// assert_eq!(regions.name(&"33.75.01.1002".parse()?), Some("Medono"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Regions {
    /// Ascending. A region is followed by those that it holds; its place is its number below.
    keys: Vec<Key>,
    /// All names, each with a line end.
    names: String,
    /// Where each name ends.
    ends: Vec<u32>,
    index: OnceLock<Index>,
}

impl Regions {
    /// Those of Indonesia. The first call unpacks them, which takes some milliseconds; the first
    /// question by name makes an index, which takes some more.
    ///
    /// ```
    /// use lkks_regions::Regions;
    /// assert_eq!(Regions::indonesia().len(), 91_599);
    /// ```
    pub fn indonesia() -> &'static Self {
        static INDONESIA: OnceLock<Regions> = OnceLock::new();
        let data = include_bytes!("../data/regions.bin");
        INDONESIA.get_or_init(|| Self::unpacked(data).unwrap_or_default())
    }

    /// How many regions there are.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// assert_eq!(Regions::indonesia().len(), 38 + 514 + 7_285 + 83_762);
    /// ```
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// assert!(!Regions::indonesia().is_empty() && Regions::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// How many regions of one tier there are.
    ///
    /// ```
    /// # use lkks::region::RegionLevel;
    /// # use lkks_regions::Regions;
    /// assert_eq!(Regions::indonesia().count(RegionLevel::Village), 83_762);
    /// ```
    pub fn count(&self, level: RegionLevel) -> usize {
        self.keys.iter().filter(|key| key.level() == level).count()
    }

    /// Whether there is a region of this code.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// assert!(Regions::indonesia().contains(&"33.75".parse()?));
    /// assert!(!Regions::indonesia().contains(&"33.77".parse()?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn contains(&self, code: &RegionCode) -> bool {
        self.id(code).is_some()
    }

    /// The name of a region.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// let regions = Regions::indonesia();
    /// assert_eq!(regions.name(&"33.75".parse()?), Some("Kota Pekalongan"));
    /// assert_eq!(regions.name(&"33.77".parse()?), None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn name(&self, code: &RegionCode) -> Option<&str> {
        self.id(code).map(|id| self.name_of(id))
    }

    /// The name of a region and of all that hold it, the narrowest first.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// let name = Regions::indonesia().full_name(&"33.75.01.1002".parse()?);
    /// assert_eq!(name.unwrap(), "Medono, Pekalongan Barat, Kota Pekalongan, Jawa Tengah");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn full_name(&self, code: &RegionCode) -> Option<String> {
        self.joined_names(code, |_| true)
    }

    /// The name of a region and of those that hold it, as far as they lie within another region:
    /// what is enough to say where that one is known.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// let (medono, city) = ("33.75.01.1002".parse()?, "33.75".parse()?);
    /// let regions = Regions::indonesia();
    /// assert_eq!(regions.full_name_within(&medono, &city).unwrap(), "Medono, Pekalongan Barat");
    /// assert_eq!(regions.full_name_within(&city, &city).unwrap(), "Kota Pekalongan");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn full_name_within(&self, code: &RegionCode, within: &RegionCode) -> Option<String> {
        self.joined_names(code, |wider| !wider.contains(within))
    }

    fn joined_names(
        &self,
        code: &RegionCode,
        is_said: impl Fn(&RegionCode) -> bool,
    ) -> Option<String> {
        let mut joined = self.name(code)?.to_owned();
        let mut next = code.parent();
        while let Some(wider) = next.filter(&is_said) {
            joined.push_str(", ");
            joined.push_str(self.name(&wider)?);
            next = wider.parent();
        }
        Some(joined)
    }

    /// All provinces.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// assert_eq!(Regions::indonesia().provinces().count(), 38);
    /// ```
    pub fn provinces(&self) -> impl Iterator<Item = Region<'_>> {
        self.next_level(0..self.len())
    }

    /// The regions of the next tier that a region holds.
    ///
    /// ```
    /// # use lkks_regions::Regions;
    /// let districts = Regions::indonesia().children(&"33.75".parse()?);
    /// let names: Vec<_> = districts.map(|district| district.name).collect();
    /// assert_eq!(names, ["Pekalongan Barat", "Pekalongan Timur", "Pekalongan Utara", "Pekalongan Selatan"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn children<'a>(&'a self, code: &RegionCode) -> impl Iterator<Item = Region<'a>> + use<'a> {
        let within = self.within(code);
        self.next_level(within.start.saturating_add(1)..within.end)
    }

    /// Those regions of a range that no other region of it holds.
    fn next_level<'a>(&'a self, ids: Range<usize>) -> impl Iterator<Item = Region<'a>> + use<'a> {
        let mut at = ids.start;
        std::iter::from_fn(move || {
            let id = at;
            let key = *self.keys.get(id).filter(|_| id < ids.end)?;
            at = self.end_of(key);
            self.region(id)
        })
    }

    /// The number of the region of this code.
    fn id(&self, code: &RegionCode) -> Option<usize> {
        self.keys.binary_search(&Key::of(code)?).ok()
    }

    /// The region of this code and all that it holds; none where there is no such region.
    fn within(&self, code: &RegionCode) -> Range<usize> {
        match self.id(code).zip(Key::of(code)) {
            Some((id, key)) => id..self.end_of(key),
            None => 0..0,
        }
    }

    /// The number after the last of the regions that this one holds.
    fn end_of(&self, key: Key) -> usize {
        self.keys.partition_point(|other| *other < key.after())
    }

    fn region(&self, id: usize) -> Option<Region<'_>> {
        Some(Region { code: self.keys.get(id)?.code()?, name: self.name_of(id) })
    }

    fn name_of(&self, id: usize) -> &str {
        data::line(&self.names, &self.ends, id)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self))
    }
}
