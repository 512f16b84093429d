//! The LKKS itself: a coordinating body (lembaga koordinasi kesejahteraan sosial), its adviser and
//! what was published about it.
//!
//! UU 11/2009 Pasal 42 has such bodies at national, provincial and regency or city level, each
//! autonomous and none above another. Many publish totals long before they have a table of their
//! members; such [figures](PublishedFigure) stand here with their source, beside the register's own
//! entries and never instead of them.

use crate::calendar::{Date, Period};
use crate::decode::{Decode, deserialize_by_decode, text_enum};
use crate::known_date::KnownDate;
use crate::message::Code;
use crate::problem::{Error, Problem, join};
use crate::region::{RegionCode, RegionLevel};
use serde::Serialize;

text_enum! {
    /// The level at which a body coordinates (UU 11/2009 Pasal 42 ayat (3)).
    ///
    /// ```
    /// use lkks::body::{Body, BodyLevel};
    /// let body = Body::from_json(r#"{ "name": "LKKS Contoh", "level": "province" }"#)?;
    /// assert_eq!(body.level, BodyLevel::Province);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum BodyLevel {
        /// A kabupaten or kota.
        Regency = "regency",
        /// A province.
        Province = "province",
        /// The whole country.
        Nation = "nation",
    }
}

impl BodyLevel {
    /// The level of the region it coordinates; none for the nation.
    ///
    /// ```
    /// use lkks::body::BodyLevel;
    /// use lkks::region::RegionLevel;
    /// assert_eq!(BodyLevel::Regency.region_level(), Some(RegionLevel::Regency));
    /// assert_eq!(BodyLevel::Nation.region_level(), None);
    /// ```
    pub const fn region_level(self) -> Option<RegionLevel> {
        match self {
            Self::Regency => Some(RegionLevel::Regency),
            Self::Province => Some(RegionLevel::Province),
            Self::Nation => None,
        }
    }
}

text_enum! {
    /// What a published figure counts.
    ///
    /// ```
    /// use lkks::body::FigureKind;
    /// assert_eq!("accredited".parse::<FigureKind>()?, FigureKind::Accredited);
    /// assert!("visitors".parse::<FigureKind>().is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum FigureKind {
        /// Member organisations.
        Members = "members",
        /// Accredited member organisations.
        Accredited = "accredited",
        /// Officers of the board.
        Officers = "officers",
        /// Districts (kecamatan) with members.
        Districts = "districts",
    }
}

/// A coordinating body.
///
/// ```
/// use lkks::body::{Body, FigureKind};
/// use lkks::calendar::date;
/// let body: Body = serde_json::from_str(r#"{
///     "name": "LKKS Kota Pekalongan", "level": "regency", "region": "33.75", "formed": "2018",
///     "advisers": [{ "name": "Achmad Afzan Arslan Djunaid", "position": "Wali Kota Pekalongan",
///                    "period": { "first": "2024-05-20" } }],
///     "figures": [
///         { "on": "2018", "what": "members", "count": 16, "source": "Tribun Jateng, 21 May 2024" },
///         { "on": "2024-05-20", "what": "members", "count": 47, "source": "Tribun Jateng, 21 May 2024" }
///     ]
/// }"#).unwrap();
/// assert_eq!(body.figure(FigureKind::Members, date(2023, 1, 1)?).map(|f| f.count), Some(16));
/// assert_eq!(body.advisers_on(date(2024, 6, 1)?).count(), 1);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Body {
    /// Its name.
    pub name: String,
    /// The level at which it coordinates.
    pub level: BodyLevel,
    /// The region it coordinates; none for the nation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub region: Option<RegionCode>,
    /// The provisions it rests on, as lawyers write them: "UU 11/2009 Pasal 42".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub legal_basis: Vec<String>,
    /// When it was formed, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub formed: Option<KnownDate>,
    /// Its advisers (penasehat), by office: the mayor, the regent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub advisers: Vec<Adviser>,
    /// Totals that were published about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub figures: Vec<PublishedFigure>,
}

/// A public official who advises the body (penasehat).
///
/// ```
/// use lkks::body::Adviser;
/// use lkks::calendar::date;
/// let adviser: Adviser = serde_json::from_str(r#"{
///     "name": "Wali Kota Contoh", "position": "Wali Kota", "period": { "first": "2024-05-20" }
/// }"#).unwrap();
/// assert!(!adviser.period.contains(date(2024, 5, 19)?));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Adviser {
    /// The official's name.
    pub name: String,
    /// The public office in which the advice is given.
    pub position: String,
    /// From when until when.
    pub period: Period,
}

/// A total that somebody published, with its source.
///
/// ```
/// use lkks::body::{FigureKind, PublishedFigure};
/// let figure: PublishedFigure = serde_json::from_str(r#"{
///     "on": "2018", "what": "members", "count": 16, "source": "Tribun Jateng, 21 May 2024"
/// }"#).unwrap();
/// assert_eq!((figure.what, figure.count), (FigureKind::Members, 16));
/// assert_eq!(figure.on.day(), None); // which day of 2018 is not known
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedFigure {
    /// The date it speaks of, as far as it is known.
    pub on: KnownDate,
    /// What it counts.
    pub what: FigureKind,
    /// How many.
    pub count: u32,
    /// Where it was published.
    pub source: String,
}

/// The membership of an organisation in the body.
///
/// ```
/// use lkks::body::Membership;
/// use lkks::calendar::date;
/// let membership: Membership = serde_json::from_str(r#"{
///     "organisation": "LKS-001", "period": { "first": "2018-03-01", "last": "2022-12-31" },
///     "reason": "tidak aktif"
/// }"#).unwrap();
/// assert!(membership.period.contains(date(2022, 12, 31)?));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Membership {
    /// The identifier of the organisation.
    pub organisation: String,
    /// From when until when.
    pub period: Period,
    /// Why it left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub reason: Option<String>,
}

deserialize_by_decode!(Body, Adviser, PublishedFigure, Membership);

impl Body {
    /// A body from JSON text, for a register whose organisations come from elsewhere.
    ///
    /// ```
    /// use lkks::body::Body;
    /// let body = Body::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
    /// assert_eq!(body.name, "LKKS Contoh");
    /// assert!(Body::from_json(r#"{ "nam": "LKKS Contoh" }"#).is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        crate::decode::from_json(text)
    }

    /// The advisers on a day.
    ///
    /// ```
    /// use lkks::body::Body;
    /// use lkks::calendar::date;
    /// let body = Body::from_json(r#"{ "name": "LKKS Contoh", "level": "regency", "advisers": [
    ///     { "name": "A", "position": "Wali Kota", "period": { "first": "2016-02-17", "last": "2021-02-17" } },
    ///     { "name": "B", "position": "Wali Kota", "period": { "first": "2021-02-26" } } ] }"#)?;
    /// assert_eq!(body.advisers_on(date(2021, 2, 17)?).next().map(|a| a.name.as_str()), Some("A"));
    /// assert_eq!(body.advisers_on(date(2021, 2, 20)?).count(), 0);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn advisers_on(&self, on: Date) -> impl Iterator<Item = &Adviser> {
        self.advisers.iter().filter(move |adviser| adviser.period.contains(on))
    }

    /// The latest published total of this kind that certainly speaks of `on` or a day before it;
    /// of several for the same date, the one entered last.
    ///
    /// ```
    /// use lkks::body::{Body, FigureKind};
    /// use lkks::calendar::date;
    /// let body = Body::from_json(r#"{ "name": "LKKS Contoh", "level": "regency", "figures": [
    ///     { "on": "2018", "what": "members", "count": 16, "source": "s" } ] }"#)?;
    /// let members = |on| body.figure(FigureKind::Members, on).map(|figure| figure.count);
    /// assert_eq!(members(date(2018, 12, 31)?), Some(16));
    /// assert_eq!(members(date(2018, 6, 1)?), None); // it may speak of a later day of 2018
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn figure(&self, what: FigureKind, on: Date) -> Option<&PublishedFigure> {
        self.figures
            .iter()
            .filter(|figure| figure.what == what && figure.on.is_by(on) == Some(true))
            .max_by_key(|figure| figure.on.latest())
    }

    /// Collects what is wrong with the body, which stands at `path`: a region of another level than
    /// its own is a warning.
    ///
    /// ```
    /// use lkks::body::Body;
    /// let body = Body::from_json(r#"{ "name": "LKKS Contoh", "level": "regency", "region": "33" }"#)?;
    /// let mut problems = Vec::new();
    /// body.problems("body", &mut problems);
    /// assert_eq!(problems[0].code.key(), "region-level-differs");
    /// assert_eq!(problems[0].path, "body.region");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn problems(&self, path: &str, problems: &mut Vec<Problem>) {
        let Some(region) = &self.region else { return };
        let expected = self.level.region_level();
        if expected != Some(region.level()) {
            problems.push(
                Problem::warning(Code::RegionLevelDiffers)
                    .value(region)
                    .expected(self.level)
                    .at(join(path, "region")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::from_json;

    fn body(json: &str) -> Body {
        from_json(json).unwrap_or_else(|error| panic!("{error}"))
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    #[test]
    fn a_figure_of_a_year_speaks_only_when_the_year_is_over() {
        let body = body(
            r#"{ "name": "LKKS", "level": "regency", "figures": [
                { "on": "2024-05-20", "what": "members", "count": 47, "source": "s" },
                { "on": "2018", "what": "members", "count": 16, "source": "s" },
                { "on": "2024-05-20", "what": "accredited", "count": 6, "source": "s" } ] }"#,
        );
        let members = |on| body.figure(FigureKind::Members, day(on)).map(|figure| figure.count);
        assert_eq!(members("2018-12-30"), None);
        assert_eq!(members("2018-12-31"), Some(16));
        assert_eq!(members("2024-05-19"), Some(16));
        assert_eq!(members("2024-05-20"), Some(47));
    }

    #[test]
    fn a_region_of_another_level_is_pointed_out() {
        let cases = [
            (r#""regency", "region": "33.75""#, 0),
            (r#""regency""#, 0),
            (r#""regency", "region": "33""#, 1),
            (r#""province", "region": "33""#, 0),
            (r#""nation""#, 0),
            (r#""nation", "region": "33""#, 1),
        ];
        for (level, count) in cases {
            let mut problems = Vec::new();
            body(&format!(r#"{{ "name": "LKKS", "level": {level} }}"#))
                .problems("body", &mut problems);
            assert_eq!(problems.len(), count, "{level}");
            assert!(problems.iter().all(|p| p.path == "body.region"));
        }
    }

    #[test]
    fn an_adviser_advises_to_the_last_day() {
        let body = body(
            r#"{ "name": "LKKS", "level": "regency", "advisers": [
                { "name": "A", "position": "Wali Kota",
                  "period": { "first": "2019-12-17", "last": "2021-02-25" } } ] }"#,
        );
        assert_eq!(body.advisers_on(day("2021-02-25")).count(), 1);
        assert_eq!(body.advisers_on(day("2021-02-26")).count(), 0);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let json = r#"{"name":"LKKS","level":"regency","formed":"2018-03"}"#;
        assert_eq!(serde_json::to_string(&body(json)).ok().as_deref(), Some(json));
    }
}
