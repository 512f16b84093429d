//! What an organisation holds on a day: never held, current, expired or revoked.

use crate::assess::AssessContext;
use crate::calendar::{Date, LeapDay};
use crate::decode::text_enum;
use crate::facts::{Fact, Value};
use crate::known_date::KnownDate;
use crate::message::Code;
use crate::organisation::{
    Accreditation, ApplicationKind, Certificate, CertificateKind, Organisation, Revocation,
};
use crate::problem::Problem;
use crate::region::RegionCode;
use crate::rules::pack::{CertificatesPass, ValidityFigure};
use crate::rules::plan::Truth;
use crate::rules::{Certainty, Plan, Subject};
use serde::Serialize;
use std::sync::Arc;

text_enum! {
    /// What is held.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// use lkks::assess::StandingStatus;
    /// assert_eq!(verdict.accreditation.standing.status, StandingStatus::Current);
    /// assert_eq!(verdict.registration.standing.status, StandingStatus::Never);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum StandingStatus {
        /// It was never held.
        Never = "never",
        /// It is held today.
        Current = "current",
        /// It was held and has run out.
        Expired = "expired",
        /// It was withdrawn.
        Revoked = "revoked",
        /// It was given, but whether it still holds is not known: no last day is stated or given
        /// by a rule, or its dates are not known to the day and the missing part decides.
        Undetermined = "undetermined",
    }
}

/// What an organisation holds on a day, by its latest certificate or decision.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let standing = &verdict.accreditation.standing;
/// // Given for three years: 8 April 2024 is its last day, and it still counts.
/// assert_eq!(standing.last_day, Some(on));
/// assert_eq!(standing.days_left, Some(1));
/// assert_eq!(standing.validity_from.as_deref(), Some("permensos-17-2012"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// Whether it holds.
    pub status: StandingStatus,
    /// The number of the certificate.
    pub number: Option<String>,
    /// The grade, for an accreditation.
    pub grade: Option<String>,
    /// When it was issued or decided, as far as it is known.
    pub since: Option<KnownDate>,
    /// The last day it is valid, stated or computed, where it is known to the day.
    pub last_day: Option<Date>,
    /// How many days are left, the last one included; negative once it has run out.
    pub days_left: Option<i64>,
    /// Whether it holds beyond its last day, because a renewal asked for in time is pending.
    pub runs_on: bool,
    /// The pack whose validity gave the last day, where the certificate states none.
    pub validity_from: Option<String>,
}

impl Standing {
    pub(crate) const NEVER: Self = Self {
        status: StandingStatus::Never,
        number: None,
        grade: None,
        since: None,
        last_day: None,
        days_left: None,
        runs_on: false,
        validity_from: None,
    };

    /// Whether it holds, as a fact.
    pub(crate) fn holds(&self) -> Fact {
        match self.status {
            StandingStatus::Current => Fact::Known(Value::Boolean(true)),
            StandingStatus::Undetermined => Fact::MISSING,
            _ => Fact::Known(Value::Boolean(false)),
        }
    }

    /// Whether it was ever given.
    pub(crate) fn was_ever_held(&self) -> bool {
        self.status != StandingStatus::Never
    }
}

/// A certificate or an accreditation, reduced to what its standing depends on.
#[derive(Clone, Copy)]
struct Held<'a> {
    number: Option<&'a str>,
    grade: Option<&'a str>,
    given: KnownDate,
    since: Date,
    stated: Option<Date>,
    revoked: Option<&'a Revocation>,
}

impl Held<'_> {
    /// What two decisions of one day must agree in.
    const fn says(&self) -> (Option<&str>, Option<Date>, bool) {
        (self.grade, self.stated, self.revoked.is_some())
    }
}

/// Which day an incomplete date is taken to be: the first or the last that it may be.
type TakenAs = fn(KnownDate) -> Date;

/// Which days the dates of certificates are taken to be.
#[derive(Clone, Copy)]
struct Taken {
    given: TakenAs,
    stated: TakenAs,
}

impl Taken {
    /// Whether two of these differ for what was given on these dates.
    fn matters(given: KnownDate, stated: Option<KnownDate>) -> bool {
        given.day().is_none() || stated.is_some_and(|stated| stated.day().is_none())
    }

    fn certificate(self, certificate: &Certificate) -> Held<'_> {
        Held {
            number: certificate.number.as_deref(),
            grade: None,
            given: certificate.issued,
            since: (self.given)(certificate.issued),
            stated: certificate.last_day.map(self.stated),
            revoked: certificate.revoked.as_ref(),
        }
    }

    fn accreditation(self, accreditation: &Accreditation) -> Held<'_> {
        Held {
            number: accreditation.number.as_deref(),
            grade: accreditation.grade.as_deref(),
            given: accreditation.decided,
            since: (self.given)(accreditation.decided),
            stated: accreditation.last_day.map(self.stated),
            revoked: accreditation.revoked.as_ref(),
        }
    }
}

/// What follows from a standing for how sure a verdict is.
pub(crate) struct StandingFigures {
    pub(crate) standing: Standing,
    /// The certainty of the figures that gave the last day.
    pub(crate) certainty: Certainty,
    /// Starts and ends of rules that are not known to the day and near which it was given.
    pub(crate) caveats: Vec<Problem>,
    /// What is wrong with the records, with paths in the organisation.
    pub(crate) problems: Vec<Problem>,
}

impl StandingFigures {
    pub(crate) const NEVER: Self = Self {
        standing: Standing::NEVER,
        certainty: Certainty::Confirmed,
        caveats: Vec::new(),
        problems: Vec::new(),
    };

    /// What holds in this case and in another.
    fn or(&mut self, other: Self) {
        let (mine, other_one) = (&mut self.standing, other.standing);
        if *mine != other_one {
            let same_status = mine.status == other_one.status;
            let was_given = mine.was_ever_held() && other_one.was_ever_held();
            let same = |a: &Option<String>, b: &Option<String>| a == b || !was_given;
            if !same(&mine.number, &other_one.number) || !same(&mine.grade, &other_one.grade) {
                mine.number = None;
                mine.grade = None;
                mine.since = None;
            } else if !mine.was_ever_held() {
                *mine = other_one.clone();
            }
            if !same_status {
                mine.status = StandingStatus::Undetermined;
            }
            mine.runs_on &= other_one.runs_on;
            if mine.last_day != other_one.last_day {
                mine.last_day = None;
                mine.days_left = None;
            }
        }
        self.certainty = self.certainty.max(other.certainty);
        for (mine, others) in
            [(&mut self.caveats, other.caveats), (&mut self.problems, other.problems)]
        {
            for problem in others {
                if !mine.contains(&problem) {
                    mine.push(problem);
                }
            }
        }
    }
}

/// What `organisation` holds of `subject` on the day of `context`.
///
/// Where dates are not known to the day, it is what holds whichever days they are.
pub(crate) fn of(
    organisation: &Organisation,
    subject: Subject,
    context: &AssessContext<'_>,
) -> StandingFigures {
    let (first, last): (TakenAs, TakenAs) = (KnownDate::earliest, KnownDate::latest);
    let taken = |given, stated| taken(organisation, subject, context, Taken { given, stated });
    let mut figures = taken(first, first);
    let matters = match subject {
        Subject::Accreditation => {
            organisation.accreditations.iter().any(|a| Taken::matters(a.decided, a.last_day))
        }
        _ => organisation.certificates.iter().any(|c| Taken::matters(c.issued, c.last_day)),
    };
    if matters {
        for (given, stated) in [(first, last), (last, first), (last, last)] {
            figures.or(taken(given, stated));
        }
    }
    figures
}

fn taken(
    organisation: &Organisation,
    subject: Subject,
    context: &AssessContext<'_>,
    taken: Taken,
) -> StandingFigures {
    let on = context.on;
    let certificates = |kind: CertificateKind| -> Vec<(usize, Held<'_>)> {
        let all = organisation.certificates.iter().enumerate();
        all.filter(|(_, c)| c.kind == kind).map(|(i, c)| (i, taken.certificate(c))).collect()
    };
    let (list, mut all) = match subject {
        Subject::Registration => ("certificates", certificates(CertificateKind::Registration)),
        Subject::OperatingPermit => {
            ("certificates", certificates(CertificateKind::OperatingPermit))
        }
        Subject::Accreditation => {
            let all = organisation.accreditations.iter().enumerate();
            ("accreditations", all.map(|(i, a)| (i, taken.accreditation(a))).collect())
        }
        Subject::Statutes => return StandingFigures::NEVER,
    };
    all.retain(|(_, held)| held.since <= on);
    let mut problems = Vec::new();
    // A decision that refuses the accreditation ends the one before it.
    let mut ended_before: Option<Date> = None;
    let (held, plan, contradicted) = loop {
        // The latest decision counts, even beside an older certificate that has longer to run.
        let Some(since) = all.iter().map(|(_, held)| held.since).max() else {
            return StandingFigures { problems, ..StandingFigures::NEVER };
        };
        let latest: Vec<&(usize, Held<'_>)> =
            all.iter().filter(|(_, held)| held.since == since).collect();
        let Some((index, held)) = latest.last().map(|(i, held)| (*i, *held)) else {
            return StandingFigures { problems, ..StandingFigures::NEVER };
        };
        let plan = context.given_under(organisation, subject, since);
        let grade = held.grade.and_then(|code| plan.as_ref().and_then(|(p, _)| p.grade(code)));
        if let (Some(code), None, Some((plan, _))) = (held.grade, grade, &plan)
            && !plan.grades.is_empty()
        {
            let known: Vec<&str> = plan.grades.iter().map(|grade| grade.code.as_str()).collect();
            let problem = Problem::warning(Code::UnknownGrade).value(code);
            problems.push(problem.expected(known.join(", ")).at(format!("{list}[{index}].grade")));
        }
        if grade.is_some_and(|grade| !grade.accredited) {
            ended_before = Some(ended_before.map_or(since, |end| end.min(since)));
            all.retain(|(_, held)| held.since < since);
            continue;
        }
        let contradicted = latest.iter().any(|(_, other)| other.says() != held.says());
        if contradicted {
            let problem = Problem::warning(Code::ContradictoryEvidence).value(list);
            problems.push(problem.at(format!("{list}[{index}]")));
        }
        break (held, plan, contradicted);
    };
    let region = organisation.place.as_ref().map(|place| &place.region);
    let mut end = End::of(&held, plan.as_ref(), region, context);
    if let Some(refused) = ended_before {
        end.end_by(refused.day_before());
    }
    if contradicted {
        end = End { caveats: end.caveats, ..End::open(held.since) };
    }
    let mut standing = Standing {
        status: StandingStatus::Current,
        number: held.number.map(str::to_owned),
        grade: held.grade.map(str::to_owned),
        since: Some(held.given),
        last_day: end.last_day(),
        days_left: end.last_day().map(|last| last.days_since(on) + i64::from(last >= on)),
        runs_on: false,
        validity_from: end.validity_from,
    };
    let mut certainty = end.certainty;
    standing.status = if held.revoked.is_some_and(|revocation| revocation.on <= on) {
        StandingStatus::Revoked
    } else if on <= end.surely_until {
        StandingStatus::Current
    } else if end.surely_over_after.is_some_and(|last| last < on) {
        StandingStatus::Expired
    } else {
        StandingStatus::Undetermined
    };
    if standing.status == StandingStatus::Expired
        && let Some(figure) = runs_on(organisation, subject, &standing, context)
    {
        standing.status = StandingStatus::Current;
        standing.runs_on = true;
        certainty = certainty.max(figure);
    }
    StandingFigures { standing, certainty, caveats: end.caveats, problems }
}

/// When a certificate ends, as far as it can be known.
struct End {
    /// It holds at least until this day.
    surely_until: Date,
    /// It holds at most until this day, where there is such a day.
    surely_over_after: Option<Date>,
    validity_from: Option<String>,
    certainty: Certainty,
    caveats: Vec<Problem>,
}

impl End {
    fn of(
        held: &Held<'_>,
        plan: Option<&(&Arc<Plan>, Truth)>,
        region: Option<&RegionCode>,
        context: &AssessContext<'_>,
    ) -> Self {
        let surely = plan.filter(|(_, applies)| *applies == Truth::True).map(|(plan, _)| *plan);
        let mut end = match held.stated {
            Some(stated) => Self {
                surely_until: stated,
                surely_over_after: Some(stated),
                ..Self::open(held.since)
            },
            None => Self::by_rules(held, surely),
        };
        if let Some(plan) = surely {
            end.pass(plan, region, context);
            // Given near a day of change that is not known, it may have been given under another.
            let near = || plan.edges().filter(|edge| edge.is_near(held.since));
            if near().next().is_some() {
                end.certainty = end.certainty.max(Certainty::Assumed);
            }
            end.caveats.extend(near().map(|edge| {
                Problem::warning(Code::UncertainEdge).value(&plan.id).expected(edge.known)
            }));
        }
        end
    }

    /// Nothing tells how long; the day itself is sure.
    const fn open(since: Date) -> Self {
        Self {
            surely_until: since,
            surely_over_after: None,
            validity_from: None,
            certainty: Certainty::Confirmed,
            caveats: Vec::new(),
        }
    }

    /// The last day, where it is known to the day.
    fn last_day(&self) -> Option<Date> {
        self.surely_over_after.filter(|last| *last == self.surely_until)
    }

    /// It holds no longer than to `last`.
    fn end_by(&mut self, last: Date) {
        self.surely_until = self.surely_until.min(last);
        self.surely_over_after = Some(self.surely_over_after.map_or(last, |own| own.min(last)));
    }

    /// Where the certificate states no last day, the rules under which it was given do. Where even
    /// the grade is unknown, it holds as long as the shortest grade and is over after the longest.
    fn by_rules(held: &Held<'_>, plan: Option<&Arc<Plan>>) -> Self {
        let Some(plan) = plan else { return Self::open(held.since) };
        let figures: Vec<&ValidityFigure> = match held.grade {
            Some(grade) => {
                plan.grade(grade).and_then(|g| g.validity.as_ref()).into_iter().collect()
            }
            None if plan.grades.is_empty() => Vec::new(),
            None => {
                let accredited: Vec<_> = plan.grades.iter().filter(|g| g.accredited).collect();
                let known: Vec<_> = accredited.iter().filter_map(|g| g.validity.as_ref()).collect();
                if known.len() == accredited.len() { known } else { Vec::new() }
            }
        };
        let figures =
            if figures.is_empty() { plan.validity.as_ref().into_iter().collect() } else { figures };
        let ends: Vec<Date> =
            figures.iter().filter_map(|f| f.validity().last_day(held.since).ok()).collect();
        let (Some(&earliest), Some(&latest)) = (ends.iter().min(), ends.iter().max()) else {
            return Self::open(held.since);
        };
        Self {
            surely_until: earliest,
            surely_over_after: Some(latest),
            validity_from: Some(plan.id.clone()),
            certainty: figures.iter().map(|f| f.weakest()).max().unwrap_or(Certainty::Confirmed),
            caveats: Vec::new(),
        }
    }

    /// A later version says what becomes of certificates given under an earlier one.
    fn pass(
        &mut self,
        given_under: &Arc<Plan>,
        region: Option<&RegionCode>,
        context: &AssessContext<'_>,
    ) {
        let replaces = |from: &str| given_under.packs().any(|pack| pack.id == from);
        // What is made up, or law elsewhere, ends nothing here.
        for later in context.book.plans().filter(|plan| context.book.may_apply(plan, region)) {
            let Some(start) = context.book.start(later, context.on) else { continue };
            for transition in later.transitions.iter().filter(|t| replaces(&t.from)) {
                self.certainty = self.certainty.max(transition.certainty);
                if transition.certificates != CertificatesPass::Lapse {
                    continue;
                }
                let end = match transition.grace {
                    None => start.day_before(),
                    Some(grace) => match grace.after(start, LeapDay::LastOfMonth) {
                        Ok(day) => day.day_before(),
                        Err(_) => continue,
                    },
                };
                self.end_by(end);
            }
        }
    }
}

/// The certainty of the rule by which an expired standing runs on, if one makes it.
fn runs_on(
    organisation: &Organisation,
    subject: Subject,
    standing: &Standing,
    context: &AssessContext<'_>,
) -> Option<Certainty> {
    let last_day = standing.last_day?;
    // Whether it runs on is asked of today, so what is assumed of today counts.
    let region = organisation.place.as_ref().map(|place| &place.region);
    let concerned = |plan: &Plan| context.concerns(plan, organisation, last_day) == Truth::True;
    let plan = context.book.select(subject, region, last_day, concerned)?;
    let renewal = plan.renewal.as_ref()?;
    let rule = renewal.runs_on.as_ref().filter(|rule| rule.value)?;
    let deadline = match &renewal.apply_before {
        None => last_day,
        Some(figure) => figure.lasts.before(last_day, LeapDay::LastOfMonth).ok()?,
    };
    let kind = application_kind(subject)?;
    let since = standing.since?;
    let pending = organisation.applications.iter().any(|application| {
        application.kind == kind
            && since.latest() < application.lodged
            && application.lodged <= deadline
            && application.decided.is_none_or(|decided| context.on < decided)
    });
    pending.then(|| {
        let deadline = renewal.apply_before.as_ref().map_or(Certainty::Confirmed, |f| f.certainty);
        rule.certainty.max(deadline)
    })
}

/// What is applied for to be given `subject`.
pub(crate) const fn application_kind(subject: Subject) -> Option<ApplicationKind> {
    match subject {
        Subject::Registration => Some(ApplicationKind::Registration),
        Subject::OperatingPermit => Some(ApplicationKind::OperatingPermit),
        Subject::Accreditation => Some(ApplicationKind::Accreditation),
        Subject::Statutes => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Code;
    use crate::problem::Error;
    use crate::{Register, RuleBook, Verdict};

    const OLD: &str = r#"{ "id": "old", "series": "s", "subject": "accreditation",
        "title": { "id": "x", "en": "x" }, "source": "made up for a test",
        "in_force": { "from": { "known": "2020-01-01", "certainty": "assumed" } },
        "grade": [{ "code": "A", "label": { "id": "A", "en": "A" },
                    "validity": { "lasts": { "years": 5 }, "certainty": "assumed" } }] }"#;

    fn later(rest: &str) -> String {
        format!(
            r#"{{ "id": "later", "subject": "accreditation",
            "title": {{ "id": "x", "en": "x" }}, "source": "made up for a test",
            "in_force": {{ "from": {{ "known": "2024", "certainty": "assumed" }} }},
            "transition": [{{ "from": "old", "certificates": "lapse", "applications": "new",
                              "certainty": "assumed" }}], {rest} }}"#
        )
    }

    fn verdict(later: &str, on: &str) -> Result<Verdict, Error> {
        let register = Register::from_json(
            r#"{ "body": { "name": "LKKS", "level": "regency" }, "organisations": [
                { "id": "a", "name": "A", "place": { "region": "33.75.01" },
                  "accreditations": [{ "decided": "2022-06-01", "grade": "A" }] }] }"#,
        )?;
        let book = RuleBook::empty().with_json(OLD)?.with_json(later)?;
        Ok(register.assess(&book, on.parse()?)?.verdict("a")?.clone())
    }

    #[test]
    fn only_rules_that_apply_here_end_a_certificate() {
        let status = |rest: &str| {
            verdict(&later(rest), "2024-06-01").map(|v| v.accreditation.standing.status)
        };
        assert_eq!(status(r#""series": "s""#), Ok(StandingStatus::Expired));
        assert_eq!(status(r#""region": "33.75""#), Ok(StandingStatus::Expired));
        assert_eq!(status(r#""region": "33.74""#), Ok(StandingStatus::Current));
        assert_eq!(status(r#""status": "illustration""#), Ok(StandingStatus::Current));
    }

    #[test]
    fn the_uncertain_start_of_the_next_version_makes_the_end_of_this_one_uncertain() {
        let caveats = |later: &str, on: &str| {
            verdict(later, on).map(|v| v.accreditation.caveats.iter().map(|c| c.code).collect())
        };
        // The next version is known only as one of 2024, and counted from its last day.
        let next = later(r#""series": "s""#)
            .replace(r#""known": "2024","#, r#""known": "2024", "on": "2024-12-31","#);
        assert_eq!(caveats(&next, "2023-12-31"), Ok(vec![Code::AssumedFigure]));
        assert_eq!(
            caveats(&next, "2024-12-30"),
            Ok(vec![Code::UncertainEdge, Code::AssumedFigure])
        );
    }
}
