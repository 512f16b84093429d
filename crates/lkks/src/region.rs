//! Where something is: administrative codes, and RW and RT below them.
//!
//! Codes are those of the Ministry of Home Affairs (Kemendagri): `33` Jawa Tengah, `33.75` Kota
//! Pekalongan, `33.75.01` Pekalongan Barat, `33.75.01.1002` Medono. The core knows their form and
//! how they contain each other; their names are data of the register.

use crate::decode::{At, Decode, note, scalar_as_text, text_enum};
use crate::message::Code;
use crate::problem::Problem;
use arrayvec::ArrayString;
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

text_enum! {
    /// A tier of administration, from the widest.
    ///
    /// ```
    /// use lkks::region::{RegionCode, RegionLevel};
    /// assert_eq!("33.75".parse::<RegionCode>()?.level(), RegionLevel::Regency);
    /// assert_eq!("district".parse::<RegionLevel>()?, RegionLevel::District);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum RegionLevel {
        /// Provinsi.
        Province = "province",
        /// Kabupaten or kota.
        Regency = "regency",
        /// Kecamatan.
        District = "district",
        /// Desa or kelurahan.
        Village = "village",
    }
}

/// An administrative code at any level.
///
/// ```
/// use lkks::region::{RegionCode, RegionLevel};
/// let medono: RegionCode = "33.75.01.1002".parse()?;
/// let city: RegionCode = "33.75".parse()?;
/// assert_eq!(medono.level(), RegionLevel::Village);
/// assert!(city.contains(&medono));
/// assert_eq!(medono.at(RegionLevel::District).unwrap().as_str(), "33.75.01");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionCode(ArrayString<LONGEST>);

scalar_as_text!(RegionCode, "region");

/// The length of a village's code, the longest there is.
const LONGEST: usize = 13;

/// The length of a code's text at each level.
const LENGTHS: [(usize, RegionLevel); 4] = [
    (2, RegionLevel::Province),
    (5, RegionLevel::Regency),
    (8, RegionLevel::District),
    (LONGEST, RegionLevel::Village),
];

impl RegionCode {
    /// The code as text.
    ///
    /// ```
    /// # use lkks::region::RegionCode;
    /// assert_eq!("33.75.01".parse::<RegionCode>()?.as_str(), "33.75.01");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its tier.
    ///
    /// ```
    /// # use lkks::region::{RegionCode, RegionLevel};
    /// assert_eq!("33.75.01".parse::<RegionCode>()?.level(), RegionLevel::District);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn level(&self) -> RegionLevel {
        let found = LENGTHS.iter().find(|(length, _)| *length == self.0.len());
        found.map_or(RegionLevel::Village, |(_, level)| *level)
    }

    /// The region of a wider or the same `level` that holds it.
    ///
    /// ```
    /// # use lkks::region::{RegionCode, RegionLevel};
    /// let medono: RegionCode = "33.75.01.1002".parse()?;
    /// assert_eq!(medono.at(RegionLevel::Regency), Some("33.75".parse()?));
    /// let city: RegionCode = "33.75".parse()?;
    /// assert_eq!(city.at(RegionLevel::Village), None); // which of its villages is not known
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn at(&self, level: RegionLevel) -> Option<Self> {
        let (length, _) = LENGTHS.iter().find(|(_, l)| *l == level)?;
        self.0.get(..*length).and_then(Self::short)
    }

    /// The next wider region.
    ///
    /// ```
    /// # use lkks::region::RegionCode;
    /// assert_eq!("33.75.01".parse::<RegionCode>()?.parent(), Some("33.75".parse()?));
    /// assert_eq!("33".parse::<RegionCode>()?.parent(), None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn parent(&self) -> Option<Self> {
        let (code, _) = self.0.rsplit_once('.')?;
        Self::short(code)
    }

    /// The code of a text that has the form of one.
    fn short(text: &str) -> Option<Self> {
        ArrayString::from(text).ok().map(Self)
    }

    /// Whether `other` lies within it or is the same.
    ///
    /// ```
    /// # use lkks::region::RegionCode;
    /// let city: RegionCode = "33.75".parse()?;
    /// assert!(city.contains(&"33.75.01".parse()?) && city.contains(&city));
    /// assert!(!city.contains(&"33.76.01".parse()?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn contains(&self, other: &Self) -> bool {
        match other.0.strip_prefix(self.as_str()) {
            Some(rest) => rest.is_empty() || rest.starts_with('.'),
            None => false,
        }
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for RegionCode {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        let shaped = LENGTHS.iter().any(|(length, _)| *length == text.len())
            && text.bytes().enumerate().all(|(i, b)| match i {
                2 | 5 | 8 => b == b'.',
                _ => b.is_ascii_digit(),
            });
        let code = if shaped { Self::short(text) } else { None };
        code.ok_or_else(|| Problem::error(Code::InvalidRegion).value(text))
    }
}

/// A place: a region, and where known the neighbourhood (RW, RT) and the address.
///
/// ```
/// use lkks::region::{Place, RegionLevel};
/// let place: Place = serde_json::from_str(r#"{ "region": "33.75.01.1002", "rw": 4 }"#).unwrap();
/// assert_eq!(place.region.level(), RegionLevel::Village);
/// assert_eq!(place.rw.map(|rw| rw.get()), Some(4));
/// assert_eq!(place.rt, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The narrowest region known.
    pub region: RegionCode,
    /// The number of the RW (rukun warga), 1 to 999.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub rw: Option<NeighbourhoodNumber>,
    /// The number of the RT (rukun tetangga), 1 to 999.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub rt: Option<NeighbourhoodNumber>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub address: Option<String>,
}

crate::decode::deserialize_by_decode!(Place);

/// The number of an RW or RT, 1 to 999.
///
/// ```
/// use lkks::region::NeighbourhoodNumber;
/// let rw: NeighbourhoodNumber = serde_json::from_str("4").unwrap();
/// assert_eq!(rw.get(), 4);
/// assert!(serde_json::from_str::<NeighbourhoodNumber>("1000").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct NeighbourhoodNumber(u16);

impl Decode for NeighbourhoodNumber {
    fn decode(value: serde_json::Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let number = u16::decode(value, at, problems)?;
        note(Self::new(number), at, problems)
    }
}

crate::decode::deserialize_by_decode!(NeighbourhoodNumber);

impl NeighbourhoodNumber {
    /// The number, if it is 1 to 999.
    ///
    /// ```
    /// # use lkks::region::NeighbourhoodNumber;
    /// assert_eq!(NeighbourhoodNumber::new(999)?.get(), 999);
    /// assert!(NeighbourhoodNumber::new(0).is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `out-of-range`.
    pub fn new(number: u16) -> Result<Self, Problem> {
        if (1..=999).contains(&number) {
            Ok(Self(number))
        } else {
            Err(Problem::error(Code::OutOfRange).value(number).expected("1–999"))
        }
    }

    /// The number.
    ///
    /// ```
    /// # use lkks::region::NeighbourhoodNumber;
    /// let rt = NeighbourhoodNumber::new(2)?;
    /// assert_eq!(format!("RT {:03}", rt.get()), "RT 002");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn get(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_four_levels_are_read_and_others_are_not() {
        for code in ["33", "33.75", "33.75.01", "33.75.01.1002"] {
            assert!(code.parse::<RegionCode>().is_ok(), "{code}");
        }
        for code in ["", "3", "3375", "33.75.1", "33.75.01.102", "33,75", "33.75.01.1002.1", "aa"] {
            assert!(code.parse::<RegionCode>().is_err(), "{code}");
        }
    }

    #[test]
    fn a_region_contains_itself_and_what_is_below_it_only() {
        let code = |text: &str| text.parse::<RegionCode>().unwrap();
        assert!(code("33.75").contains(&code("33.75")));
        assert!(code("33").contains(&code("33.75.01.1002")));
        assert!(!code("33.75.01").contains(&code("33.75")));
        assert!(!code("33.75").contains(&code("33.76")));
        assert_eq!(code("33.75.01").parent(), Some(code("33.75")));
        assert_eq!(code("33").parent(), None);
        assert_eq!(code("33.75").at(RegionLevel::District), None);
    }
}
