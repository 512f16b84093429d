//! Places as tables name them: a code, the names of tiers, RT and RW, an address, each perhaps in a
//! cell of its own, read in the region that the whole table is about.
//!
//! | a cell | says |
//! | --- | --- |
//! | `33.75.01.1002`, `3375011002`, `33.75.01` | the region of this code; doubtful where it is not known but may be newer than what is known |
//! | `Medono`, `Kel. Medono`, `KEC.PEKALONGAN BARAT` | the region of this name in the context |
//! | `Pkl. Utara`, `Pekalongan Utr` | the one region that it is short for |
//! | `Medonno`, `Kec. Pekalngan Utara` | the one region that it is a slip of, doubtful |
//! | `Sapuro`, `Kuripan Kertoharjo`'s `Kertoharjo` | the one region of whose name it is a part, doubtful: it may be an older name, of one that was joined with another |
//! | `Kauman`, where two districts have one | a problem that lists them; the cell of the district decides |
//! | `Tirto` beside `Pekalongan Utara` | a problem: it does not lie there, so that both are left open |
//! | `Kab. Batang` in a table of Kota Pekalongan | that region, with a warning that it is outside |
//! | `Kuripan Lor` | a problem, with the most alike as a suggestion |
//! | `RT 03 / RW 02`, `RT.03/02`, `003/002`, `RW IV` | RT 3, RW 2; RW 4 |
//! | `Jl. Merdeka 5 RT 03/02 Kel. Medono Kec. Pekalongan Barat` | the same of an address; what cells say goes before it, and what it says is never an error, since it is kept as it is |
//! | empty, `-` | nothing |
//!
//! Without the feature `regions` no name is known, and codes are taken as they are.

mod address;
mod code;
#[cfg(feature = "regions")]
mod names;
#[cfg(not(feature = "regions"))]
#[path = "place/no_names.rs"]
mod names;
mod neighbourhood;
mod region;
#[cfg(feature = "regions")]
mod title;
mod words;

use crate::value::text::{clean, is_nothing};
use lkks::Problem;
use lkks::region::{NeighbourhoodNumber, RegionCode, RegionLevel};
use names::Names;
use region::Narrowing;

#[cfg(feature = "regions")]
pub use title::region_in_title;

/// A cell that says something of a place.
///
/// ```
/// use lkks_exchange::value::place::{PlacePart, PlaceParts, Places};
/// let said = Places::default().resolve(PlaceParts { rt: Some("x"), ..PlaceParts::default() });
/// assert_eq!(said.problems[0].0, PlacePart::Rt);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlacePart {
    /// The code of the region.
    Code,
    /// The province.
    Province,
    /// The regency or city.
    Regency,
    /// The district (kecamatan).
    District,
    /// The village (kelurahan, desa).
    Village,
    /// The number of the RT.
    Rt,
    /// The number of the RW.
    Rw,
    /// The address.
    Address,
}

/// What the cells of one row say of a place, as texts.
///
/// ```
/// use lkks_exchange::value::place::{PlaceParts, Places};
/// let parts = PlaceParts { code: Some("3375011002"), rw: Some("04"), ..PlaceParts::default() };
/// let said = Places::default().resolve(parts);
/// assert_eq!(said.region, Some("33.75.01.1002".parse()?));
/// assert_eq!(said.rw.map(|rw| rw.get()), Some(4));
/// # Ok::<(), lkks::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlaceParts<'a> {
    /// The code of the region.
    pub code: Option<&'a str>,
    /// The name of the province.
    pub province: Option<&'a str>,
    /// The name of the regency or city.
    pub regency: Option<&'a str>,
    /// The name of the district.
    pub district: Option<&'a str>,
    /// The name of the village.
    pub village: Option<&'a str>,
    /// The number of the RT, or those of RT and RW.
    pub rt: Option<&'a str>,
    /// The number of the RW, or those of RT and RW.
    pub rw: Option<&'a str>,
    /// The address, which may name regions too.
    pub address: Option<&'a str>,
}

/// What was understood of a place, and what was not.
///
/// ```
/// use lkks_exchange::value::place::{PlaceParts, PlaceSaid, Places};
/// let nothing = PlaceParts { village: Some("-"), ..PlaceParts::default() };
/// assert_eq!(Places::default().resolve(nothing), PlaceSaid::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaceSaid {
    /// The narrowest region that is certain; the context where there is a place and nothing says
    /// that it is outside.
    pub region: Option<RegionCode>,
    /// The number of the RW.
    pub rw: Option<NeighbourhoodNumber>,
    /// The number of the RT.
    pub rt: Option<NeighbourhoodNumber>,
    /// What is wrong or doubtful, and in which cell.
    pub problems: Vec<(PlacePart, Problem)>,
}

/// Places of one table. It keeps what it has looked up, since rows share names.
///
/// ```
/// # #[cfg(feature = "regions")] {
/// use lkks_exchange::value::place::{PlaceParts, Places};
/// let mut places = Places::new("33.75".parse().ok());
/// let said = places.resolve(PlaceParts {
///     district: Some("Kec. Pkl. Barat"),
///     address: Some("Jl. Kurinci 3 RT 03/RW 02 Kel. Medono"),
///     ..PlaceParts::default()
/// });
/// assert_eq!(said.region.unwrap().as_str(), "33.75.01.1002");
/// assert_eq!((said.rt.unwrap().get(), said.rw.unwrap().get()), (3, 2));
/// assert!(said.problems.is_empty());
/// # }
/// ```
#[derive(Debug, Default)]
pub struct Places {
    context: Option<RegionCode>,
    names: Names,
}

impl Places {
    /// Places in a region that the whole table is about, such as that of the body; in the whole
    /// country where it is not known.
    ///
    /// ```
    /// use lkks_exchange::value::place::{PlaceParts, Places};
    /// let mut places = Places::new("33.75".parse().ok());
    /// let parts = PlaceParts { address: Some("Jl. Kurinci 3"), ..PlaceParts::default() };
    /// assert_eq!(places.resolve(parts).region, "33.75".parse().ok());
    /// ```
    pub fn new(context: Option<RegionCode>) -> Self {
        Self { context, names: Names::default() }
    }

    /// The same for one of so many parts of a table, which share what takes long.
    pub(crate) fn of_part(context: Option<RegionCode>, parts: usize) -> Self {
        Self { context, names: Names::of_part(parts) }
    }

    /// The place that the cells of a row say.
    ///
    /// ```
    /// # #[cfg(feature = "regions")] {
    /// use lkks_exchange::value::place::{PlacePart, PlaceParts, Places};
    /// let mut places = Places::new("33.75".parse().ok());
    /// let parts = PlaceParts { village: Some("Kuripan"), ..PlaceParts::default() };
    /// let (part, problem) = places.resolve(parts).problems.remove(0);
    /// assert_eq!((part, problem.code.key()), (PlacePart::Village, "ambiguous-place"));
    /// # }
    /// ```
    pub fn resolve(&mut self, parts: PlaceParts<'_>) -> PlaceSaid {
        let mut said = PlaceSaid::default();
        let is_said = |text: &&str| !is_nothing(&clean(text));
        let address = parts.address.filter(is_said).map(address::address).unwrap_or_default();
        let mut region = Narrowing::new(&mut self.names, self.context.as_ref());
        let tiers = [
            (PlacePart::Province, RegionLevel::Province, parts.province.filter(is_said)),
            (PlacePart::Regency, RegionLevel::Regency, parts.regency.filter(is_said)),
            (PlacePart::District, RegionLevel::District, parts.district.filter(is_said)),
            (PlacePart::Village, RegionLevel::Village, parts.village.filter(is_said)),
        ];
        let code = parts.code.filter(is_said).and_then(|text| region.coded(&clean(text)));
        let is_coded = |level| code.is_some_and(|code| code >= level);
        for (part, level, text) in tiers {
            match text {
                Some(text) => region.cell(part, level, &clean(text)),
                None if is_coded(level) => {}
                None => region.named(level, &address),
            }
        }
        let is_cell = |level| tiers.iter().any(|(_, tier, text)| *tier == level && text.is_some());
        region.rest(&address, |level| is_coded(level) || is_cell(level));
        let (region, problems) = region.end();
        said.problems = problems;
        neighbourhood::take(parts.rt, parts.rw, address.numbers, &mut said);
        said.region = region.filter(|_| parts.says_something());
        said
    }
}

impl PlaceParts<'_> {
    fn says_something(&self) -> bool {
        let Self { code, province, regency, district, village, rt, rw, address } = self;
        let cells = [code, province, regency, district, village, rt, rw, address];
        cells.into_iter().flatten().any(|text| !is_nothing(&clean(text)))
    }
}

#[cfg(test)]
mod tests;
