//! Assessing a register on a day: the row-by-row specification of what the rules say.
//!
//! Everything here is a pure function of the register, the rule book and the day. For each
//! organisation: what it holds ([`Standing`]), whether it may apply ([`Eligibility`]), what it
//! scores ([`Score`]), a [`Finding`] for every criterion, [`Advice`], and a [`Receipt`]. For the
//! whole: a [`Summary`].

mod advice;
mod judge;
pub(crate) mod receipt;
pub(crate) mod score;
mod simulate;
mod standing;
mod summary;
mod text;
mod verdict;

#[cfg(feature = "columns")]
pub(crate) use judge::decides;
#[cfg(feature = "columns")]
pub(crate) use standing::application_kind;

pub use advice::{Action, Advice, Change, Goal};
pub use receipt::{RECEIPT_FORMAT, Receipt, recompute_receipt, verify_receipt};
pub use score::{Score, ScoredComponent};
pub use simulate::{ChangedVerdict, Simulation, simulate};
pub use standing::{Standing, StandingStatus};
pub use summary::{
    BoardCondition, CoachingPlace, Coverage, DistrictCount, Expiry, GradeCount, GrowthYear,
    OpenCase, StandingCount, Summary,
};
pub use verdict::{
    Eligibility, EligibilityStatus, FactState, Finding, Found, Judgement, Outcome, Purpose,
    RulesUsed, ToGrade, Verdict,
};

use crate::calendar::{Date, Period};
use crate::canonical::canonical_json;
use crate::facts::{Sheet, Subject as SheetSubject, board_fact};
use crate::message::{Code, Lang};
use crate::order::InOrder;
use crate::order::Index;
use crate::organisation::Organisation;
use crate::problem::{Error, Problem, join};
use crate::register::Register;
use crate::rules::pack::ApplicationsPass;
use crate::rules::plan::{Plan, Truth};
use crate::rules::{Certainty, RuleBook, Subject};
use judge::Question;
use serde::Serialize;
use standing::StandingFigures;
use std::ops::ControlFlow;
use std::sync::Arc;

/// The assessment of a register on a day.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// let on = lkks::calendar::date(2024, 4, 8)?;
/// let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// assert_eq!(assessment.verdicts.len(), 1);
/// assert_eq!(assessment.summary.organisations, 1);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// The day.
    pub on: Date,
    /// The name of the coordinating body.
    pub body: String,
    /// What a reader of the register must know first.
    pub notice: Option<String>,
    /// One for each organisation, in the order of the register.
    #[serde(serialize_with = "verdict::signed")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<verdict::SignedVerdict<'static>>"))]
    pub verdicts: Vec<Verdict>,
    /// The register as a whole.
    pub summary: Summary,
    #[serde(skip)]
    index: Index,
}

/// The rules that decide, and how sure it is that it is they.
#[derive(Clone, Copy)]
pub(crate) struct Applied<'a> {
    pub(crate) plan: &'a Plan,
    /// That of the transition which chose them, where one did.
    pub(crate) certainty: Certainty,
}

/// What every judgement of one assessment shares.
pub(crate) struct AssessContext<'a> {
    pub(crate) book: &'a RuleBook,
    pub(crate) on: Date,
}

/// Assesses every organisation of `register`, and its board, on `on`; `progress` is told after each
/// organisation how many of how many are done, and may break off.
pub(crate) fn assess<B>(
    register: &Register,
    book: &RuleBook,
    on: Date,
    mut progress: impl FnMut(usize, usize) -> ControlFlow<B>,
) -> ControlFlow<B, Assessment> {
    let context = AssessContext { book, on };
    let data = register.data();
    let mut members: Vec<Option<Period>> = vec![None; data.organisations.len()];
    for membership in register.on(on).memberships() {
        if let Some(position) = register.position(&membership.organisation) {
            members[position] = Some(membership.period);
        }
    }
    let total = data.organisations.len();
    let mut verdicts = Vec::with_capacity(total);
    for (index, organisation) in data.organisations.iter().enumerate() {
        let membership = members[index];
        verdicts.push(context.verdict(index, organisation, membership));
        progress(index + 1, total)?;
    }
    let index = Index::of(verdicts.len(), &|i| &verdicts[i].organisation);
    let summary = Summary::of(register, &context, &verdicts);
    ControlFlow::Continue(Assessment {
        on,
        body: data.body.name.clone(),
        notice: data.notice.clone(),
        verdicts,
        summary,
        index,
    })
}

impl Assessment {
    /// The verdict on one organisation.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// assert_eq!(assessment.verdict("LKS-001")?.name, "Yayasan Contoh");
    /// let error = assessment.verdict("LKS-01").unwrap_err();
    /// assert_eq!(error.problems()[0].suggestion.as_deref(), Some("LKS-001"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-organisation`, with the nearest identifier as a suggestion.
    pub fn verdict(&self, id: &str) -> Result<&Verdict, Error> {
        self.position(id).and_then(|position| self.verdicts.get(position)).ok_or_else(|| {
            let known = self.verdicts.iter().map(|v| v.organisation.as_str());
            Problem::error(Code::UnknownOrganisation).value(id).suggest(known).into()
        })
    }

    /// Which of `verdicts` is the one on this organisation, if there is one.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// assert_eq!(assessment.position("LKS-001"), Some(0));
    /// assert_eq!(assessment.position("LKS-009"), None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn position(&self, id: &str) -> Option<usize> {
        self.index.find(id, &|i| &self.verdicts[i].organisation)
    }

    /// The assessment as canonical JSON: the same bytes in every language.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// let read: serde_json::Value = serde_json::from_str(&assessment.to_json()).unwrap();
    /// assert_eq!(read["verdicts"][0]["accreditation"]["standing"]["last_day"], "2024-04-08");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        canonical_json(self)
    }

    /// The whole as a text a secretary could read aloud.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// assert!(assessment.explain(lkks::Lang::En).contains("LKKS Contoh"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn explain(&self, lang: Lang) -> String {
        text::assessment(self, lang)
    }
}

impl Verdict {
    /// The verdict with its receipt as canonical JSON: the same bytes in every language.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// let read: serde_json::Value = serde_json::from_str(&verdict.to_json()).unwrap();
    /// assert_eq!(read["receipt"]["sha256"], verdict.receipt().sha256.as_str());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        canonical_json(&self.signed())
    }

    /// The verdict as a text a secretary could read aloud.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// assert!(verdict.explain(lkks::Lang::En).contains("Yayasan Contoh"));
    /// assert_ne!(verdict.explain(lkks::Lang::Id), verdict.explain(lkks::Lang::En));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn explain(&self, lang: Lang) -> String {
        text::verdict(self, lang)
    }

    /// Its judgements, accreditation first.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// let subjects: Vec<_> = verdict.judgements().map(|judged| judged.subject.key()).collect();
    /// assert_eq!(subjects, ["accreditation", "registration", "operating-permit"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn judgements(&self) -> impl Iterator<Item = &Judgement> {
        [&self.accreditation, &self.registration].into_iter().chain(&self.operating_permit)
    }
}

impl AssessContext<'_> {
    fn verdict(
        &self,
        index: usize,
        organisation: &Organisation,
        membership: Option<Period>,
    ) -> Verdict {
        let held = |subject| standing::of(organisation, subject, self);
        let (registration, permit, accreditation) = (
            held(Subject::Registration),
            held(Subject::OperatingPermit),
            held(Subject::Accreditation),
        );
        let asked = SheetSubject {
            organisation,
            on: self.on,
            membership,
            registration: &registration.standing,
            permit: &permit.standing,
            accreditation: &accreditation.standing,
        };
        let plan_for = |subject| self.plan_for(subject, &asked);
        let plans = [
            plan_for(Subject::Accreditation),
            plan_for(Subject::Registration),
            plan_for(Subject::OperatingPermit),
        ];
        let mut problems = Vec::new();
        let sheets = plans.map(|applied| {
            applied.map(|applied| {
                let mut sheet = Sheet::of(&asked, &applied.plan.facts);
                problems.append(&mut sheet.problems);
                (applied, sheet)
            })
        });
        for figures in [&registration, &permit, &accreditation] {
            problems.extend(figures.problems.iter().cloned());
        }
        let judge = |sheet: &Option<(Applied<'_>, Sheet)>, subject, standing: StandingFigures| {
            match sheet {
                None => judge::without_rules(subject, standing),
                Some((applied, sheet)) => Question {
                    applied: *applied,
                    sheet,
                    standing,
                    on: self.on,
                    organisation: Some(organisation),
                }
                .judge(),
            }
        };
        let [accreditation_sheet, registration_sheet, permit_sheet] = &sheets;
        // A permit concerns those of whom the rules ask one, and those who hold one all the same.
        let concerned = permit_sheet.is_some() || permit.standing.was_ever_held();
        let accreditation = judge(accreditation_sheet, Subject::Accreditation, accreditation);
        let registration = judge(registration_sheet, Subject::Registration, registration);
        let operating_permit =
            concerned.then(|| judge(permit_sheet, Subject::OperatingPermit, permit));
        let path = format!("organisations[{index}]");
        let mut problems: Vec<Problem> = problems
            .into_iter()
            .map(|problem| {
                let path = join(&path, &problem.path);
                problem.at(path)
            })
            .collect();
        problems.order_by(|a, b| (&a.path, a.code).cmp(&(&b.path, b.code)));
        problems.dedup();
        let certainty = [&accreditation, &registration]
            .into_iter()
            .chain(&operating_permit)
            .map(|judgement| judgement.certainty)
            .max();
        Verdict {
            organisation: organisation.id.clone(),
            name: organisation.name.clone(),
            on: self.on,
            region: organisation.place.as_ref().map(|place| place.region.clone()),
            membership,
            accreditation,
            registration,
            operating_permit,
            problems,
            certainty: certainty.unwrap_or(Certainty::Confirmed),
        }
    }

    /// The rules that decide about `subject` for one organisation: those in force that day, or, for
    /// an application pending since before they came into force, the ones the transition names.
    fn plan_for(&self, subject: Subject, asked: &SheetSubject<'_>) -> Option<Applied<'_>> {
        let region = asked.organisation.place.as_ref().map(|place| &place.region);
        let applies = |plan: &Plan| match &plan.applies_when {
            None => true,
            Some(test) => {
                let sheet = Sheet::of(asked, &plan.facts);
                matches!(test.evaluate(&sheet.facts, self.on), Truth::True | Truth::Unknown)
            }
        };
        let current = self.book.select(subject, region, self.on, applies)?;
        let kind = standing::application_kind(subject)?;
        let pending = asked.organisation.applications.iter().find(|application| {
            application.kind == kind
                && application.lodged <= self.on
                && application.decided.is_none_or(|decided| self.on < decided)
        });
        let start = current.first_day();
        let lodged_before = pending.filter(|application| Some(application.lodged) < start);
        let old = lodged_before.and_then(|application| {
            let old = self.book.select(subject, region, application.lodged, applies)?;
            let passes =
                current.transitions.iter().find(|t| old.packs().any(|pack| pack.id == t.from))?;
            let applied = |plan| Applied { plan, certainty: passes.certainty };
            Some(match passes.applications {
                ApplicationsPass::Old => applied(old),
                ApplicationsPass::New => applied(current),
            })
        });
        Some(old.unwrap_or(Applied { plan: current, certainty: Certainty::Confirmed }))
    }

    /// The rules under which `subject` was given on a day, and whether they applied to this
    /// organisation; what is only assumed of today does not reach into the past.
    fn given_under(
        &self,
        organisation: &Organisation,
        subject: Subject,
        on: Date,
    ) -> Option<(&Arc<Plan>, Truth)> {
        let region = organisation.place.as_ref().map(|place| &place.region);
        let applies = |plan: &Plan| self.concerns(plan, organisation, on);
        let concerned = |plan: &Plan| matches!(applies(plan), Truth::True | Truth::Unknown);
        let plan = self.book.select_in_force(subject, region, on, concerned)?;
        Some((plan, applies(plan)))
    }

    /// Whether a plan concerns an organisation, by what it is and not by what it holds.
    fn concerns(&self, plan: &Plan, organisation: &Organisation, on: Date) -> Truth {
        let Some(test) = &plan.applies_when else { return Truth::True };
        let asked = SheetSubject {
            organisation,
            on,
            membership: None,
            registration: &Standing::NEVER,
            permit: &Standing::NEVER,
            accreditation: &Standing::NEVER,
        };
        test.evaluate(&Sheet::of(&asked, &plan.facts).facts, on)
    }

    /// The board held against its statutes, where a pack on them is chosen.
    fn board(&self, register: &Register) -> Option<Judgement> {
        let region = register.data().body.region.as_ref();
        let plan = self.book.select(Subject::Statutes, region, self.on, |_| true)?;
        let facts = register.data().terms.facts(self.on);
        let sheet = Sheet {
            facts: plan.facts.iter().map(|fact| board_fact(&facts, &fact.spec.name)).collect(),
            problems: Vec::new(),
        };
        let applied = Applied { plan, certainty: Certainty::Confirmed };
        let standing = StandingFigures::NEVER;
        Some(Question { applied, sheet: &sheet, standing, on: self.on, organisation: None }.judge())
    }
}
