//! A pack together with those it extends, compiled once: the plan that assessment runs.
//!
//! How packs become a plan is in `rules/compile.rs`; how its conditions are evaluated is in
//! `rules/truth.rs`.

use crate::calendar::Date;
use crate::facts::FactSpec;
use crate::message::Localised;
use crate::region::RegionCode;
use crate::rules::cite::{Certainty, Citation};
use crate::rules::pack::{
    Component, Deadline, Edge, Floor, Gate, Grade, Instrument, Pack, PackStatus, Renewal, Subject,
    Transition, ValidityFigure,
};
use serde::Serialize;
use std::sync::Arc;

pub(crate) use crate::rules::truth::{Ask, Test, Truth};
pub use crate::rules::truth::{Margin, MarginUnit};
/// What a finding says of its criterion, made once for a plan.
///
/// ```
/// # use lkks::calendar::date;
/// # use lkks::{Register, RuleBook};
/// # let register = Register::from_json(r#"{
/// #     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
/// #     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }]
/// # }"#)?;
/// let assessment = register.assess(&RuleBook::indonesia(), date(2024, 1, 1)?)?;
/// let findings = &assessment.verdict("LKS-001")?.accreditation.findings;
/// let profile = findings.iter().find(|finding| finding.info.criterion == "profile");
/// let info = &profile.expect("one finding for each criterion").info;
/// assert_eq!(info.pack, "permensos-17-2012");
/// assert_eq!(info.cited.as_deref(), Some("Permensos 17/2012"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionInfo {
    /// The identifier of the criterion.
    pub criterion: String,
    /// What it stands before.
    pub gate: Gate,
    /// The grade it stands before, where that is its gate.
    pub grade: Option<String>,
    /// What a person calls it.
    pub label: Localised,
    /// What is required, in words.
    pub required: Localised,
    /// Where it stands.
    pub citation: Option<Citation>,
    /// The citation as lawyers write it.
    pub cited: Option<String>,
    /// How sure we are that it is so.
    pub certainty: Certainty,
    /// The pack that sets it.
    pub pack: String,
}

/// A fact a plan asks for.
#[derive(Clone, Debug)]
pub(crate) struct PlanFact {
    pub(crate) spec: FactSpec,
    pub(crate) built_in: bool,
    pub(crate) valid_for: Option<ValidityFigure>,
}

/// A criterion ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) struct PlanCriterion {
    pub(crate) info: Arc<CriterionInfo>,
    pub(crate) when: Option<Test>,
    pub(crate) require: Test,
}

/// A component with the position of its fact.
#[derive(Clone, Debug)]
pub(crate) struct PlanComponent {
    pub(crate) fact: usize,
    pub(crate) component: Component,
}

/// A floor ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) struct PlanFloor {
    pub(crate) info: Arc<CriterionInfo>,
    /// Positions among the components.
    pub(crate) components: Vec<usize>,
    pub(crate) floor: Floor,
}

/// An instrument ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) struct PlanInstrument {
    pub(crate) components: Vec<PlanComponent>,
    pub(crate) floors: Vec<PlanFloor>,
    pub(crate) rules: Instrument,
}

/// A pack with all it extends, ready to assess.
///
/// ```
/// # let book = lkks::RuleBook::indonesia();
/// let plan = book.plan("ilustrasi-instrumen-lks").expect("it comes with the library");
/// let chain: Vec<_> = plan.packs().map(|pack| pack.id.as_str()).collect();
/// assert_eq!(chain, ["permensos-17-2012", "ilustrasi-instrumen-lks"]);
/// ```
#[derive(Clone, Debug)]
pub struct Plan {
    pub(crate) id: String,
    pub(crate) series: String,
    pub(crate) subject: Subject,
    pub(crate) status: PackStatus,
    pub(crate) title: Localised,
    pub(crate) region: Option<RegionCode>,
    /// The packs it is made of, the widest first.
    pub(crate) chain: Vec<Arc<Pack>>,
    pub(crate) facts: Vec<PlanFact>,
    pub(crate) applies_when: Option<Test>,
    pub(crate) criteria: Vec<PlanCriterion>,
    pub(crate) grades: Vec<Grade>,
    pub(crate) instrument: Option<PlanInstrument>,
    pub(crate) validity: Option<ValidityFigure>,
    pub(crate) renewal: Option<Renewal>,
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) transitions: Vec<Transition>,
    pub(crate) from: Option<Edge>,
    pub(crate) until: Option<Edge>,
    /// The last day in force, as the chain of versions gives it.
    pub(crate) last_day: Option<Date>,
    /// The day of another pack that gave the last day: the start of the next version.
    pub(crate) ends: Option<Edge>,
    pub(crate) sha256: String,
}

impl Plan {
    /// The identifier of its pack.
    ///
    /// ```
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// assert_eq!(plan.id(), "permensos-17-2012");
    /// ```
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The chain of versions it belongs to.
    ///
    /// ```
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// assert_eq!(plan.series(), "accreditation-lks");
    /// ```
    pub fn series(&self) -> &str {
        &self.series
    }

    /// What it decides about.
    ///
    /// ```
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// assert_eq!(plan.subject(), lkks::rules::Subject::Accreditation);
    /// ```
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// Its title.
    ///
    /// ```
    /// use lkks::Lang;
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("kota-semarang-800-661-2023").expect("it comes with the library");
    /// assert_eq!(plan.title().get(Lang::Id), "Tanda daftar LKS, Kota Semarang");
    /// ```
    pub const fn title(&self) -> &Localised {
        &self.title
    }

    /// Whether it is law, an example or an illustration.
    ///
    /// ```
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("ban-sm-sd-2018").expect("it comes with the library");
    /// assert_eq!(plan.status(), lkks::rules::PackStatus::Example);
    /// ```
    pub const fn status(&self) -> PackStatus {
        self.status
    }

    /// The packs it is made of, the widest first.
    ///
    /// ```
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("kota-semarang-800-661-2023").expect("it comes with the library");
    /// let chain: Vec<_> = plan.packs().map(|pack| pack.id.as_str()).collect();
    /// assert_eq!(chain, ["permensos-184-2011", "kota-semarang-800-661-2023"]);
    /// ```
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.chain.iter().map(AsRef::as_ref)
    }

    /// Its grades, the best first.
    ///
    /// ```
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// let best = plan.grades().first().map(|grade| grade.code.as_str());
    /// assert_eq!(best, Some("A"));
    /// ```
    pub fn grades(&self) -> &[Grade] {
        &self.grades
    }

    /// The deadlines of its procedure.
    ///
    /// ```
    /// use lkks::calendar::Duration;
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("kota-semarang-800-661-2023").expect("it comes with the library");
    /// let national = plan.deadlines().iter().find(|deadline| deadline.id == "certificate-issued");
    /// assert_eq!(national.map(|deadline| deadline.within), Some(Duration::working_days(14)));
    /// ```
    pub fn deadlines(&self) -> &[Deadline] {
        &self.deadlines
    }

    /// The first day it is in force; always, when open.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// assert_eq!(plan.first_day(), Some(date(2012, 3, 6)?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn first_day(&self) -> Option<Date> {
        self.from.as_ref().map(Edge::day)
    }

    /// The last day it is in force; nothing while no later version is known.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// assert_eq!(plan.last_day(), Some(date(2025, 7, 31)?), "the next version starts in August");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn last_day(&self) -> Option<Date> {
        self.last_day
    }

    /// Whether it is in force on `on`.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// assert!(plan.is_in_force(date(2025, 7, 31)?));
    /// assert!(!plan.is_in_force(date(2025, 8, 1)?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn is_in_force(&self, on: Date) -> bool {
        self.first_day().is_none_or(|first| first <= on)
            && self.last_day.is_none_or(|last| on <= last)
    }

    /// The SHA-256 of the canonical JSON of the packs it is made of.
    ///
    /// ```
    /// use lkks::facts::Scalar;
    /// # let book = lkks::RuleBook::indonesia();
    /// let plan = book.plan("permensos-17-2012").expect("it comes with the library");
    /// assert_eq!(plan.sha256().len(), 64);
    /// let figure = "grade.C.validity.lasts.years";
    /// let longer = book.with_figure("permensos-17-2012", figure, &Scalar::Number("3".parse()?))?;
    /// let changed = longer.plan("permensos-17-2012").map(|plan| plan.sha256());
    /// assert_ne!(changed, Some(plan.sha256()), "one figure changes it");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The days on which it starts and ends, as far as they are known.
    pub(crate) fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.from.iter().chain(&self.until).chain(&self.ends)
    }

    pub(crate) fn grade(&self, code: &str) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.code == code)
    }

    /// The place of a grade among the grades, 0 for the best.
    pub(crate) fn rank(&self, code: &str) -> Option<usize> {
        self.grades.iter().position(|grade| grade.code == code)
    }
}
