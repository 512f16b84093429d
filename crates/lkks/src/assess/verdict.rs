//! What is said of one organisation on one day, with all its reasons.

use crate::Decimal;
use crate::assess::advice::Advice;
use crate::assess::receipt::Receipt;
use crate::assess::score::Score;
use crate::assess::standing::Standing;
use crate::calendar::{Date, Period};
use crate::decode::text_enum;
use crate::facts::{Document, Fact, FactType, UnknownReason, Value};
use crate::message::Localised;
use crate::problem::Problem;
use crate::region::RegionCode;
use crate::rules::plan::{CriterionInfo, Margin, PlanFact, Truth};
use crate::rules::{Certainty, PackStatus, Subject};
use serde::Serialize;
use std::sync::Arc;

/// The verdict on one organisation on one day.
///
/// Its [`Verdict::receipt`] is made when it is asked for; [`Verdict::to_json`] and the JSON of an
/// assessment hold it.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let verdict = assessment.verdict("LKS-001")?;
/// assert_eq!(verdict.accreditation.standing.grade.as_deref(), Some("B"));
/// assert_eq!(verdict.membership, None);
/// // Some of what it rests on is read into the rules, not written there.
/// assert_eq!(verdict.certainty, lkks::rules::Certainty::Assumed);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// The organisation's identifier.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// The day.
    pub on: Date,
    /// Where its secretariat is.
    pub region: Option<RegionCode>,
    /// Its membership of the LKKS that day.
    pub membership: Option<Period>,
    /// Accreditation: its standing, whether it may apply, its score.
    pub accreditation: Judgement,
    /// Registration (tanda daftar).
    pub registration: Judgement,
    /// The operating permit, where the rules ask for one.
    pub operating_permit: Option<Judgement>,
    /// Records that could not be used, with paths in the register.
    pub problems: Vec<Problem>,
    /// The weakest certainty of any figure the verdict rests on.
    pub certainty: Certainty,
}

/// A verdict with its receipt: the form in which it leaves the library.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Verdict"))]
pub(super) struct SignedVerdict<'a> {
    #[serde(flatten)]
    verdict: &'a Verdict,
    /// A hash over all of the above and the rules used.
    receipt: Receipt,
}

impl Verdict {
    /// A hash over the verdict and the rules it applied.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// assert!(verdict.to_json().contains(&verdict.receipt().sha256));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn receipt(&self) -> Receipt {
        Receipt::over(self)
    }

    pub(super) fn signed(&self) -> SignedVerdict<'_> {
        SignedVerdict { verdict: self, receipt: self.receipt() }
    }
}

/// Writes verdicts with their receipts.
pub(super) fn signed<S: serde::Serializer>(all: &[Verdict], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(all.iter().map(Verdict::signed))
}

/// What one set of rules says of one organisation (or of the board).
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let judgement = &verdict.registration;
/// assert_eq!(judgement.subject, lkks::rules::Subject::Registration);
/// assert_eq!(judgement.findings.len(), 4);
/// assert!(judgement.caveats.is_empty());
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judgement {
    /// What is decided about.
    pub subject: Subject,
    /// The rules applied; nothing when none is in force.
    pub rules: Option<RulesUsed>,
    /// What is held.
    pub standing: Standing,
    /// Whether it may be applied for.
    pub eligibility: Eligibility,
    /// The score, where the rules have an instrument.
    pub score: Option<Score>,
    /// One for each criterion.
    pub findings: Vec<Finding>,
    /// What would help, and how little of it is enough.
    pub advice: Vec<Advice>,
    /// What a reader must know of how sure this is.
    pub caveats: Vec<Problem>,
    /// The weakest certainty of any figure it rests on.
    pub certainty: Certainty,
}

/// The rules a judgement applied.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let rules = verdict.registration.rules.as_ref();
/// assert_eq!(rules.map(|rules| &*rules.pack), Some("permensos-184-2011"));
/// assert_eq!(rules.map(|rules| rules.status), Some(lkks::rules::PackStatus::Law));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RulesUsed {
    /// The pack.
    pub pack: String,
    /// Its title.
    pub title: Localised,
    /// Whether it is law, an example or an illustration.
    pub status: PackStatus,
    /// The SHA-256 of the canonical JSON of the packs it is made of.
    pub sha256: String,
}

text_enum! {
    /// Whether something may be applied for.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// use lkks::assess::EligibilityStatus;
    /// // Its certificate is known to be absent; of its other papers nothing is known.
    /// assert_eq!(verdict.accreditation.eligibility.status, EligibilityStatus::NotEligible);
    /// assert_eq!(verdict.registration.eligibility.status, EligibilityStatus::Undetermined);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum EligibilityStatus {
        /// Every criterion is met.
        Eligible = "eligible",
        /// At least one criterion is not met.
        NotEligible = "not-eligible",
        /// None is unmet, but something is not known.
        Undetermined = "undetermined",
        /// A record behind a criterion is wrong, so nothing is decided.
        Invalid = "invalid",
        /// No rules are in force.
        NoRules = "no-rules",
    }
}

text_enum! {
    /// What is asked for.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// use lkks::assess::Purpose;
    /// assert_eq!(verdict.accreditation.eligibility.purpose, Purpose::Renewal);
    /// assert_eq!(verdict.registration.eligibility.purpose, Purpose::First);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Purpose {
        /// For the first time.
        First = "first",
        /// Again.
        Renewal = "renewal",
    }
}

/// Whether an organisation may apply, for the first time or again.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let eligibility = &verdict.accreditation.eligibility;
/// assert_eq!(eligibility.unmet, ["on-record"]);
/// assert!(eligibility.unknown.iter().any(|criterion| criterion == "profile"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Eligibility {
    /// Whether it may.
    pub status: EligibilityStatus,
    /// For what.
    pub purpose: Purpose,
    /// The criteria not met.
    pub unmet: Vec<String>,
    /// The criteria of which it is not known whether they are met.
    pub unknown: Vec<String>,
    /// The first day on which a renewal may be asked for.
    pub opens: Option<Date>,
    /// The last day on which a renewal is asked for in time.
    pub apply_by: Option<Date>,
}

text_enum! {
    /// Whether a criterion is met.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// use lkks::assess::Outcome;
    /// let outcome_of = |criterion| {
    ///     let mut findings = verdict.accreditation.findings.iter();
    ///     findings.find(|finding| finding.info.criterion == criterion).map(|found| found.outcome)
    /// };
    /// assert_eq!(outcome_of("on-record"), Some(Outcome::NotMet));
    /// assert_eq!(outcome_of("profile"), Some(Outcome::Unknown));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Outcome {
        /// It is.
        Met = "met",
        /// It is not.
        NotMet = "not-met",
        /// It is not known.
        Unknown = "unknown",
        /// It is not asked of this organisation.
        NotApplicable = "not-applicable",
    }
}

impl From<Truth> for Outcome {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::Met,
            Truth::False => Self::NotMet,
            Truth::Unknown => Self::Unknown,
            Truth::NotApplicable => Self::NotApplicable,
        }
    }
}

/// Whether one criterion is met, and how that is known.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let finding = &verdict.registration.findings[0];
/// let cited = "PP 39/2012 Pasal 57 ayat (3) huruf a";
/// assert_eq!(finding.info.cited.as_deref(), Some(cited));
/// assert_eq!(finding.found[0].fact, "statutes_ad_art");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// The criterion, its citation and its certainty.
    #[serde(flatten)]
    pub info: Arc<CriterionInfo>,
    /// Whether it is met.
    pub outcome: Outcome,
    /// The facts it asks about.
    pub found: Vec<Found>,
    /// How far it is from its bound, where it has one.
    pub margin: Option<Margin>,
}

text_enum! {
    /// What is known of a fact.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// use lkks::assess::FactState;
    /// // Nothing is recorded of its statutes: unknown, not absent.
    /// assert_eq!(verdict.registration.findings[0].found[0].state, FactState::Missing);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum FactState {
        /// Its value.
        Known = "known",
        /// Nothing is recorded.
        Missing = "missing",
        /// Two records disagree.
        Contradictory = "contradictory",
        /// What is recorded cannot be used.
        Invalid = "invalid",
        /// It has no meaning here.
        NotApplicable = "not-applicable",
    }
}

/// A fact as it was found.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let mut found = verdict.accreditation.findings.iter().flat_map(|finding| &finding.found);
/// let registered = found.find(|found| found.fact == "registered");
/// assert_eq!(registered.and_then(|found| found.value.as_deref()), Some("false"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Found {
    /// Its name.
    pub fact: String,
    /// What a person calls it.
    pub label: Localised,
    /// Its type, which says how to read the value.
    pub kind: FactType,
    /// What is known of it.
    pub state: FactState,
    /// Its value as text: `true`, `84.5`, `2024-05-20`, a word, `present`.
    pub value: Option<String>,
    /// The document, where it is one.
    pub document: Option<Document>,
}

impl Found {
    pub(crate) fn of(wanted: &PlanFact, fact: Option<&Fact>) -> Self {
        let (state, value, document) = match fact {
            Some(Fact::Known(value)) => {
                let document = match value {
                    Value::Document(document) => Some(document.clone()),
                    _ => None,
                };
                let text = match value {
                    Value::Document(d) => if d.present { "present" } else { "absent" }.to_owned(),
                    other => other.to_string(),
                };
                (FactState::Known, Some(text), document)
            }
            Some(Fact::Unknown(UnknownReason::Contradictory)) => {
                (FactState::Contradictory, None, None)
            }
            Some(Fact::Unknown(UnknownReason::Invalid)) => (FactState::Invalid, None, None),
            Some(Fact::NotApplicable) => (FactState::NotApplicable, None, None),
            Some(Fact::Unknown(UnknownReason::Missing)) | None => (FactState::Missing, None, None),
        };
        Self {
            fact: wanted.spec.name.clone(),
            label: wanted.spec.label.clone(),
            kind: wanted.spec.kind,
            state,
            value,
            document,
        }
    }
}

/// How many points lie between a score and a band.
///
/// ```
/// # let components = ["content", "process", "graduates", "teachers", "facilities", "management",
/// #     "finance", "assessment"];
/// # let evidence = components.map(|component| {
/// #     serde_json::json!({ "fact": format!("{component}_score"), "value": "90.4999" })
/// # });
/// # let register = lkks::Register::from_json(&serde_json::json!({
/// #     "body": { "name": "LKKS", "level": "regency" },
/// #     "organisations": [{ "id": "S-1", "name": "SD Contoh", "evidence": evidence }]
/// # }).to_string())?;
/// # let book = lkks::RuleBook::indonesia().using("ban-sm-sd-2018")?;
/// # let assessment = register.assess(&book, lkks::calendar::date(2019, 6, 1)?)?;
/// # let score = assessment.verdict("S-1")?.accreditation.score.as_ref();
/// # let score = score.ok_or(lkks::Problem::error(lkks::message::Code::UnknownValue))?;
/// let next = score.to_next.as_ref();
/// assert_eq!(next.map(|next| (&*next.grade, next.points)), Some(("A", "1".parse()?)));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToGrade {
    /// The grade of the band.
    pub grade: String,
    /// How many points.
    pub points: Decimal,
}
