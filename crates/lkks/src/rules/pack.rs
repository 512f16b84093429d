//! A rule pack as it is written: one version of one regulation, with its citations.
//!
//! These types mirror the TOML file (and its JSON form) one to one; the file is the law as data and
//! a civil servant should be able to hold it against the regulation. What follows from a pack
//! together with those it extends is worked out in [`crate::rules::plan`].

use crate::Decimal;
use crate::calendar::{Date, Duration, LastDay, LeapDay};
use crate::decimal::RoundingMode;
use crate::decode::{Decode, deserialize_by_decode, text_enum};
use crate::facts::{FactSpec, FactType};
use crate::known_date::KnownDate;
use crate::message::Localised;
use crate::region::RegionCode;
use crate::rules::cite::{Certainty, Citation};
use crate::rules::condition::Condition;
use serde::Serialize;

text_enum! {
    /// What a pack decides about.
    ///
    /// ```
    /// use lkks::rules::Subject;
    /// let book = lkks::RuleBook::indonesia();
    /// let city = book.plan("kota-semarang-800-661-2023").map(|plan| plan.subject());
    /// assert_eq!(city, Some(Subject::Registration), "as the law it extends");
    /// ```
    pub enum Subject {
        /// Whether an organisation may be registered (tanda daftar).
        Registration = "registration",
        /// Whether an institution may be run (izin operasional).
        OperatingPermit = "operating-permit",
        /// Whether an organisation may apply for accreditation, and its grade.
        Accreditation = "accreditation",
        /// Whether the coordinating body's board is in order.
        Statutes = "statutes",
    }
}

text_enum! {
    /// What a pack is.
    ///
    /// ```
    /// use lkks::rules::PackStatus;
    /// let book = lkks::RuleBook::indonesia();
    /// assert_eq!(book.pack("permensos-17-2012")?.status, PackStatus::Law);
    /// assert_eq!(book.pack("lkks-statutes")?.status, PackStatus::Illustration);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[derive(Default)]
    pub enum PackStatus {
        /// Law, or a list that an office has published: applied by itself.
        #[default]
        Law = "law",
        /// Real rules of another field, to try the engine on: applied only when chosen.
        Example = "example",
        /// Made up to show how such rules look: applied only when chosen.
        Illustration = "illustration",
    }
}

text_enum! {
    /// What a criterion stands before.
    ///
    /// ```
    /// use lkks::rules::Gate;
    /// let book = lkks::RuleBook::indonesia();
    /// let criteria = &book.pack("permensos-17-2012")?.criteria;
    /// assert!(criteria.iter().all(|criterion| criterion.gates == Gate::Application));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Gate {
        /// Being given a registration certificate or an operating permit.
        Registration = "registration",
        /// Applying for accreditation.
        Application = "application",
        /// Renewing what is held: asked only of those who hold or held it.
        Renewal = "renewal",
        /// Being given a grade.
        Grade = "grade",
        /// Keeping what is held.
        Keeping = "keeping",
        /// The board being in order.
        Board = "board",
    }
}

/// One version of one regulation, or of one city's list.
///
/// ```
/// let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("kota-semarang-800-661-2023")?;
/// assert_eq!(pack.extends.as_deref(), Some("permensos-184-2011"));
/// assert_eq!(pack.region.as_ref().map(|region| region.as_str()), Some("33.74"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pack {
    /// Its identifier, such as `permensos-17-2012`.
    pub id: String,
    /// The name of the chain of versions it belongs to; its own id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub series: Option<String>,
    /// What it decides about; that of the pack it extends when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub subject: Option<Subject>,
    /// What it is.
    #[serde(default)]
    #[decode(default)]
    pub status: PackStatus,
    /// Its title.
    pub title: Localised,
    /// Where its text was read.
    pub source: String,
    /// What a reader must know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub note: Option<Localised>,
    /// The region in which it applies; everywhere when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub region: Option<RegionCode>,
    /// The pack whose rules it adds to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub extends: Option<String>,
    /// The packs it repeals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub repeals: Vec<String>,
    /// From when to when it is in force; as long as the pack it extends when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub in_force: Option<InForce>,
    /// To whom it applies; to every organisation when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub applies_when: Option<Condition>,
    /// The facts it needs beyond the built-in ones.
    #[serde(default, rename = "fact", skip_serializing_if = "Vec::is_empty")]
    #[decode(default, rename = "fact")]
    pub facts: Vec<FactDeclaration>,
    /// Its criteria.
    #[serde(default, rename = "criterion", skip_serializing_if = "Vec::is_empty")]
    #[decode(default, rename = "criterion")]
    pub criteria: Vec<Criterion>,
    /// Its grades, the best first.
    #[serde(default, rename = "grade", skip_serializing_if = "Vec::is_empty")]
    #[decode(default, rename = "grade")]
    pub grades: Vec<Grade>,
    /// How it scores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub instrument: Option<Instrument>,
    /// How long a certificate is valid that states no last day itself and has no grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub validity: Option<ValidityFigure>,
    /// When and how what is held may be renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub renewal: Option<Renewal>,
    /// Deadlines of its procedure.
    #[serde(default, rename = "deadline", skip_serializing_if = "Vec::is_empty")]
    #[decode(default, rename = "deadline")]
    pub deadlines: Vec<Deadline>,
    /// What passes from the versions it replaces.
    #[serde(default, rename = "transition", skip_serializing_if = "Vec::is_empty")]
    #[decode(default, rename = "transition")]
    pub transitions: Vec<Transition>,
    /// What is not known of it from any source: honest gaps.
    #[serde(default, rename = "open", skip_serializing_if = "Vec::is_empty")]
    #[decode(default, rename = "open")]
    pub open: Vec<OpenFigure>,
}

/// From when to when a pack is in force.
///
/// ```
/// use lkks::rules::pack::InForce;
/// let days: InForce = serde_json::from_str(
///     r#"{ "from": { "known": "2012-03-06", "certainty": "confirmed" } }"#,
/// )?;
/// assert!(days.until.is_none(), "until the next version of the series starts");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InForce {
    /// Its first day.
    pub from: Edge,
    /// Its last day. When absent it ends the day before the next version of its series starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub until: Option<Edge>,
}

/// A day on which something starts or ends, as far as it is known.
///
/// ```
/// use lkks::rules::Certainty;
/// use lkks::rules::pack::Edge;
/// let from: Edge = serde_json::from_str(r#"{ "known": "2011", "certainty": "confirmed" }"#)?;
/// assert_eq!(from.day().to_string(), "2011-01-01", "the first day of what is known");
/// assert_eq!(from.certainty, Certainty::Confirmed);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edge {
    /// What is known: a day, a month or a year.
    pub known: KnownDate,
    /// The day to count from where only a month or a year is known: its first day when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub on: Option<Date>,
    /// How sure we are.
    pub certainty: Certainty,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

impl Edge {
    /// The day to count from.
    ///
    /// ```
    /// use lkks::rules::pack::Edge;
    /// let from: Edge = serde_json::from_str(
    ///     r#"{ "known": "2012", "on": "2012-03-06", "certainty": "confirmed" }"#,
    /// )?;
    /// assert_eq!(from.day().to_string(), "2012-03-06");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn day(&self) -> Date {
        self.on.unwrap_or_else(|| self.known.earliest())
    }

    /// Whether `on` is so near that the answer may change with what is not known.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::rules::pack::Edge;
    /// let text = r#"{ "known": "2012", "certainty": "confirmed" }"#;
    /// let from: Edge = serde_json::from_str(text).expect("a year is enough");
    /// assert!(from.is_near(date(2012, 7, 1)?), "the day in 2012 is open");
    /// assert!(!from.is_near(date(2013, 1, 1)?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn is_near(&self, on: Date) -> bool {
        let (earliest, latest) = (self.known.earliest(), self.known.latest());
        earliest != latest && (earliest..=latest).contains(&on)
    }
}

/// The declaration of a fact.
///
/// ```
/// use lkks::facts::FactType;
/// use lkks::rules::pack::FactDeclaration;
/// let fact: FactDeclaration = serde_json::from_str(r#"{
///     "name": "results_score", "type": "decimal", "min": 0, "max": 100,
///     "label": { "id": "Nilai hasil pelayanan", "en": "Results of service" }
/// }"#)?;
/// assert_eq!(fact.kind, FactType::Decimal);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactDeclaration {
    /// Its name, unique among the facts of the pack and those it extends.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    #[decode(rename = "type")]
    pub kind: FactType,
    /// What a person calls it.
    pub label: Localised,
    /// What it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub unit: Option<Localised>,
    /// The least value allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub min: Option<Decimal>,
    /// The greatest value allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub max: Option<Decimal>,
    /// The words allowed for a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub choices: Vec<String>,
    /// How long a document is valid from the day it was issued, where it states no last day itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub valid_for: Option<ValidityFigure>,
}

impl FactDeclaration {
    /// The declaration in the form that built-in facts share.
    ///
    /// ```
    /// use lkks::facts::Scalar;
    /// # let book = lkks::RuleBook::indonesia();
    /// let pack = book.pack("ilustrasi-instrumen-lks")?;
    /// let score = pack.facts[0].spec();
    /// assert!(score.value(&Scalar::Number("84.5".parse()?)).is_ok());
    /// assert!(score.value(&Scalar::Number("101".parse()?)).is_err(), "above the greatest value");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn spec(&self) -> FactSpec {
        FactSpec {
            name: self.name.clone(),
            kind: self.kind,
            label: self.label.clone(),
            min: self.min,
            max: self.max,
            choices: self.choices.clone(),
        }
    }
}

/// One requirement of a regulation.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("permensos-17-2012")?;
/// let asked = pack.criteria.iter().find(|criterion| criterion.id == "written-request");
/// let asked = asked.expect("a criterion of this pack");
/// assert_eq!(asked.require.facts(), ["accreditation_request"]);
/// assert!(asked.when.is_some(), "not asked of institutions of the government");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Criterion {
    /// Its identifier, unique among the criteria of the pack and those it extends.
    pub id: String,
    /// What it stands before.
    pub gates: Gate,
    /// The grade it stands before, where `gates` is `grade`: that grade and the better ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub grade: Option<String>,
    /// What a person calls it; the label of its one fact when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub label: Option<Localised>,
    /// Of whom it is asked; of everybody when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub when: Option<Condition>,
    /// What is required.
    pub require: Condition,
    /// Where it stands.
    pub cite: Citation,
    /// How sure we are.
    pub certainty: Certainty,
    /// Where it was found, where not in the pack's source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

/// A grade.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("permensos-17-2012")?;
/// let grades: Vec<_> = pack.grades.iter().map(|grade| grade.code.as_str()).collect();
/// assert_eq!(grades, ["A", "B", "C"]);
/// assert!(pack.grades.iter().all(|grade| grade.accredited));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Grade {
    /// Its code, such as `A`.
    pub code: String,
    /// What a person calls it.
    pub label: Localised,
    /// Whether who has it is accredited.
    #[serde(default = "yes")]
    #[decode(default = true)]
    pub accredited: bool,
    /// How long it is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub validity: Option<ValidityFigure>,
}

#[cfg(feature = "schema")]
const fn yes() -> bool {
    true
}

/// How long something is valid, as a figure with its source.
///
/// ```
/// use lkks::calendar::Duration;
/// use lkks::rules::Certainty;
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("permensos-17-2012")?;
/// let figure = pack.grades[0].validity.as_ref().expect("grade A has one");
/// assert_eq!(figure.lasts, Duration::years(5));
/// assert_eq!(figure.counting_certainty, Certainty::Assumed);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ValidityFigure {
    /// How long.
    pub lasts: Duration,
    /// How its last day is counted.
    #[serde(default)]
    #[decode(default)]
    pub last_day: LastDay,
    /// Which day stands in for 29 February.
    #[serde(default)]
    #[decode(default)]
    pub leap_day: LeapDay,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub cite: Option<Citation>,
    /// How sure we are of the length.
    pub certainty: Certainty,
    /// How sure we are of how the last day is counted.
    #[serde(default = "assumed")]
    #[decode(default = Certainty::Assumed)]
    pub counting_certainty: Certainty,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

#[cfg(feature = "schema")]
const fn assumed() -> Certainty {
    Certainty::Assumed
}

impl ValidityFigure {
    /// The length and the rules of counting alone.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// # let book = lkks::RuleBook::indonesia();
    /// let pack = book.pack("permensos-17-2012")?;
    /// let figure = pack.grades[2].validity.as_ref().expect("grade C has one");
    /// assert_eq!(figure.validity().last_day(date(2023, 5, 20)?)?, date(2025, 5, 19)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn validity(&self) -> crate::calendar::Validity {
        crate::calendar::Validity {
            duration: self.lasts,
            last_day: self.last_day,
            leap_day: self.leap_day,
        }
    }

    /// The weaker of its two certainties.
    ///
    /// ```
    /// use lkks::rules::Certainty;
    /// # let book = lkks::RuleBook::indonesia();
    /// let pack = book.pack("permensos-17-2012")?;
    /// let figure = pack.grades[0].validity.as_ref().expect("grade A has one");
    /// assert_eq!(figure.certainty, Certainty::Reported);
    /// assert_eq!(figure.weakest(), Certainty::Assumed, "how days are counted was not found");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn weakest(&self) -> Certainty {
        self.certainty.max(self.counting_certainty)
    }
}

/// How scores make a grade: weights, rounding, bands, floors.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("ilustrasi-instrumen-lks")?;
/// let instrument = pack.instrument.as_ref().expect("it scores");
/// let weights: Vec<_> = instrument.components.iter().map(|part| part.weight).collect();
/// let total = weights.into_iter().reduce(|sum, weight| sum.plus(weight));
/// assert_eq!(total, Some(instrument.weights_total));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Instrument {
    /// What the weights add up to.
    pub weights_total: Decimal,
    /// How the total is rounded before it is put into a band.
    pub rounding: Rounding,
    /// What is scored.
    #[serde(rename = "component")]
    #[decode(rename = "component")]
    pub components: Vec<Component>,
    /// Which totals make which grade.
    #[serde(rename = "band")]
    #[decode(rename = "band")]
    pub bands: Vec<Band>,
    /// What no total makes up for.
    #[serde(default, rename = "floor", skip_serializing_if = "Vec::is_empty")]
    #[decode(default, rename = "floor")]
    pub floors: Vec<Floor>,
}

/// How a total is rounded before it is put into a band.
///
/// ```
/// use lkks::decimal::RoundingMode;
/// use lkks::rules::pack::Rounding;
/// let rounding: Rounding =
///     serde_json::from_str(r#"{ "places": 2, "mode": "half-up", "certainty": "assumed" }"#)?;
/// assert_eq!((rounding.places, rounding.mode), (2, RoundingMode::HalfUp));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rounding {
    /// To how many places, 0 to 4.
    pub places: u8,
    /// Which way.
    pub mode: RoundingMode,
    /// How sure we are.
    pub certainty: Certainty,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

/// A scored component and its weight.
///
/// ```
/// use lkks::rules::pack::Component;
/// let part: Component = serde_json::from_str(
///     r#"{ "fact": "results_score", "weight": 25, "certainty": "assumed" }"#,
/// )?;
/// assert_eq!(part.weight.to_string(), "25");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Component {
    /// The fact that holds its score, a decimal with a range.
    pub fact: String,
    /// Its weight.
    pub weight: Decimal,
    /// How sure we are.
    pub certainty: Certainty,
}

/// The totals that make a grade, both ends included.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("ilustrasi-instrumen-lks")?;
/// let bands = &pack.instrument.as_ref().expect("it scores").bands;
/// let score = "85.99".parse()?;
/// let band = bands.iter().find(|band| band.min <= score && score <= band.max);
/// assert_eq!(band.map(|band| band.grade.as_str()), Some("B"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    /// The grade.
    pub grade: String,
    /// The least total, after rounding.
    pub min: Decimal,
    /// The greatest total, after rounding.
    pub max: Decimal,
    /// How sure we are.
    pub certainty: Certainty,
}

/// A floor under components that no total makes up for.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("ilustrasi-instrumen-lks")?;
/// let floors = &pack.instrument.as_ref().expect("it scores").floors;
/// let for_a = floors.iter().find(|floor| floor.grade.as_deref() == Some("A"));
/// let for_a = for_a.expect("a floor before grade A");
/// assert_eq!((for_a.at_least.to_string().as_str(), for_a.allowed), ("71", 1));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Floor {
    /// Its identifier, unique among floors and criteria.
    pub id: String,
    /// The component it is under; every component when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub component: Option<String>,
    /// The least score.
    pub at_least: Decimal,
    /// How many components may be below it.
    #[serde(default)]
    #[decode(default)]
    pub allowed: u32,
    /// The grade it stands before (and the better ones); any accredited grade when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub grade: Option<String>,
    /// What a person calls it.
    pub label: Localised,
    /// Where it stands.
    pub cite: Citation,
    /// How sure we are.
    pub certainty: Certainty,
}

/// When and how what is held may be renewed.
///
/// ```
/// use lkks::rules::pack::Renewal;
/// let renewal: Renewal = serde_json::from_str(r#"{ "apply_before": {
///     "lasts": { "months": 6 }, "cite": { "regulation": "Contoh" }, "certainty": "assumed" } }"#)?;
/// assert!(renewal.apply_before.is_some());
/// assert!(renewal.runs_on.is_none(), "not known whether it runs on");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Renewal {
    /// How long after the decision it may be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub opens_after: Option<DurationFigure>,
    /// How long before the last day it must be asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub apply_before: Option<DurationFigure>,
    /// Whether what is held runs on until the decision when it was asked for in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub runs_on: Option<RunsOn>,
}

/// A length of time as a figure with its source.
///
/// ```
/// use lkks::calendar::Duration;
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("ban-sm-sd-2018")?;
/// let renewal = pack.renewal.as_ref().expect("schools may renew");
/// let before = renewal.apply_before.as_ref().map(|figure| figure.lasts);
/// assert_eq!(before, Some(Duration::months(6)));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DurationFigure {
    /// How long.
    pub lasts: Duration,
    /// Where it stands.
    pub cite: Citation,
    /// How sure we are.
    pub certainty: Certainty,
}

/// Whether what is held runs on while an application made in time is pending.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("ban-sm-sd-2018")?;
/// let renewal = pack.renewal.as_ref().expect("schools may renew");
/// let runs_on = renewal.runs_on.as_ref().expect("it says so");
/// assert!(runs_on.value, "who asked in time stays accredited until the decision");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RunsOn {
    /// Whether it does.
    pub value: bool,
    /// Where it stands.
    pub cite: Citation,
    /// How sure we are.
    pub certainty: Certainty,
}

/// A deadline of the procedure.
///
/// ```
/// use lkks::calendar::Duration;
/// # let book = lkks::RuleBook::indonesia();
/// let deadline = &book.pack("permensos-184-2011")?.deadlines[0];
/// assert_eq!(deadline.within, Duration::working_days(14));
/// assert_eq!(deadline.cite.to_string(), "PP 39/2012 Pasal 58");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deadline {
    /// Its identifier.
    pub id: String,
    /// What must be done, and counted from what.
    pub label: Localised,
    /// Within how long.
    pub within: Duration,
    /// Where it stands.
    pub cite: Citation,
    /// How sure we are.
    pub certainty: Certainty,
}

text_enum! {
    /// What becomes of a certificate given under the version replaced.
    ///
    /// ```
    /// use lkks::rules::pack::CertificatesPass;
    /// # let book = lkks::RuleBook::indonesia();
    /// let passes = &book.pack("permensos-8-2025")?.transitions[0];
    /// assert_eq!(passes.certificates, CertificatesPass::Keep, "valid to their own last day");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum CertificatesPass {
        /// It is valid to its own last day.
        Keep = "keep",
        /// It ends when the new version starts, or as long after that as `grace` says.
        Lapse = "lapse",
    }
}

text_enum! {
    /// Under which version an application is decided that was pending when the new one started.
    ///
    /// ```
    /// use lkks::rules::pack::ApplicationsPass;
    /// # let book = lkks::RuleBook::indonesia();
    /// let passes = &book.pack("permensos-8-2025")?.transitions[0];
    /// assert_eq!(passes.applications, ApplicationsPass::New, "pending ones go by the new rules");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum ApplicationsPass {
        /// The old one.
        Old = "old",
        /// The new one.
        New = "new",
    }
}

/// What passes from one version to the next.
///
/// ```
/// use lkks::calendar::Duration;
/// use lkks::rules::pack::Transition;
/// let passes: Transition = serde_json::from_str(r#"{
///     "from": "contoh-2020", "certificates": "lapse", "grace": { "months": 6 },
///     "applications": "old", "certainty": "assumed"
/// }"#)?;
/// assert_eq!(passes.grace, Some(Duration::months(6)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Transition {
    /// The pack replaced.
    pub from: String,
    /// What becomes of certificates given under it.
    pub certificates: CertificatesPass,
    /// How long after the start of the new version certificates still lapse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub grace: Option<Duration>,
    /// Under which version pending applications are decided.
    pub applications: ApplicationsPass,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub cite: Option<Citation>,
    /// How sure we are.
    pub certainty: Certainty,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

/// A figure that no source gives.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let pack = book.pack("permensos-17-2012")?;
/// let open: Vec<_> = pack.open.iter().map(|open| open.figure.as_str()).collect();
/// assert!(open.contains(&"bands"), "no source gives the score bands of the grades");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenFigure {
    /// Which figure, such as `bands`.
    pub figure: String,
    /// What is missing and where it was looked for.
    pub note: Localised,
}

deserialize_by_decode!(
    Pack,
    InForce,
    Edge,
    FactDeclaration,
    Criterion,
    Grade,
    ValidityFigure,
    Instrument,
    Rounding,
    Component,
    Band,
    Floor,
    Renewal,
    DurationFigure,
    RunsOn,
    Deadline,
    Transition,
    OpenFigure,
);
