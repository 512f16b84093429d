//! What an organisation holds on a day: never held, current, expired or revoked.

use crate::assess::AssessContext;
use crate::calendar::{Date, LeapDay};
use crate::decode::text_enum;
use crate::facts::{Fact, Value};
use crate::organisation::{
    Accreditation, ApplicationKind, Certificate, CertificateKind, Organisation, Revocation,
};
use crate::region::RegionCode;
use crate::rules::pack::{CertificatesPass, ValidityFigure};
use crate::rules::{Certainty, Plan, Subject};
use serde::Serialize;
use std::sync::Arc;

text_enum! {
    /// What is held.
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
        /// by a rule.
        Undetermined = "undetermined",
    }
}

/// What an organisation holds on a day, by its latest certificate or decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// Whether it holds.
    pub status: StandingStatus,
    /// The number of the certificate.
    pub number: Option<String>,
    /// The grade, for an accreditation.
    pub grade: Option<String>,
    /// The day it was issued or decided.
    pub since: Option<Date>,
    /// The last day it is valid, stated or computed.
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
struct Held<'a> {
    number: Option<&'a str>,
    grade: Option<&'a str>,
    since: Date,
    stated: Option<Date>,
    revoked: Option<&'a Revocation>,
}

impl<'a> From<&'a Certificate> for Held<'a> {
    fn from(certificate: &'a Certificate) -> Self {
        Self {
            number: certificate.number.as_deref(),
            grade: None,
            since: certificate.issued,
            stated: certificate.last_day,
            revoked: certificate.revoked.as_ref(),
        }
    }
}

impl<'a> From<&'a Accreditation> for Held<'a> {
    fn from(accreditation: &'a Accreditation) -> Self {
        Self {
            number: accreditation.number.as_deref(),
            grade: accreditation.grade.as_deref(),
            since: accreditation.decided,
            stated: accreditation.last_day,
            revoked: accreditation.revoked.as_ref(),
        }
    }
}

/// What follows from a standing for how sure a verdict is.
pub(crate) struct StandingFigures {
    pub(crate) standing: Standing,
    /// The certainty of the figures that gave the last day.
    pub(crate) certainty: Certainty,
}

/// What `organisation` holds of `subject` on the day of `context`.
pub(crate) fn of(
    organisation: &Organisation,
    subject: Subject,
    context: &AssessContext<'_>,
) -> StandingFigures {
    let on = context.on;
    let certificates = |kind: CertificateKind| {
        let all = organisation.certificates.iter().filter(move |c| c.kind == kind);
        all.filter(|c| c.issued <= on).max_by_key(|c| c.issued).map(Held::from)
    };
    // The latest decision counts, even beside an older certificate that has longer to run.
    let held = match subject {
        Subject::Registration => certificates(CertificateKind::Registration),
        Subject::OperatingPermit => certificates(CertificateKind::OperatingPermit),
        Subject::Accreditation => {
            let all = organisation.accreditations.iter().filter(|a| a.decided <= on);
            all.max_by_key(|a| a.decided).map(Held::from)
        }
        Subject::Statutes => None,
    };
    let Some(held) = held else {
        return StandingFigures { standing: Standing::NEVER, certainty: Certainty::Confirmed };
    };
    let region = organisation.place.as_ref().map(|place| &place.region);
    let end = End::of(&held, subject, region, context);
    let mut standing = Standing {
        status: StandingStatus::Current,
        number: held.number.map(str::to_owned),
        grade: held.grade.map(str::to_owned),
        since: Some(held.since),
        last_day: end.last_day,
        days_left: end.last_day.map(|last| last.days_since(on) + i64::from(last >= on)),
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
        && let Some(figure) = runs_on(organisation, subject, &standing, region, context)
    {
        standing.status = StandingStatus::Current;
        standing.runs_on = true;
        certainty = certainty.max(figure);
    }
    StandingFigures { standing, certainty }
}

/// When a certificate ends, as far as it can be known.
struct End {
    last_day: Option<Date>,
    /// It holds at least until this day.
    surely_until: Date,
    /// It holds at most until this day, where there is such a day.
    surely_over_after: Option<Date>,
    validity_from: Option<String>,
    certainty: Certainty,
}

impl End {
    fn of(
        held: &Held<'_>,
        subject: Subject,
        region: Option<&RegionCode>,
        context: &AssessContext<'_>,
    ) -> Self {
        let plan = context.book.select(subject, region, held.since, |_| true);
        let mut end = match held.stated {
            Some(stated) => Self {
                last_day: Some(stated),
                surely_until: stated,
                surely_over_after: Some(stated),
                validity_from: None,
                certainty: Certainty::Confirmed,
            },
            None => Self::by_rules(held, plan),
        };
        if let Some(plan) = plan {
            end.lapse(plan, region, context);
        }
        end
    }

    /// Where the certificate states no last day, the rules under which it was given do. Where even
    /// the grade is unknown, it holds as long as the shortest grade and is over after the longest.
    fn by_rules(held: &Held<'_>, plan: Option<&Arc<Plan>>) -> Self {
        let open = Self {
            last_day: None,
            // Nothing tells how long; the day itself is sure.
            surely_until: held.since,
            surely_over_after: None,
            validity_from: None,
            certainty: Certainty::Confirmed,
        };
        let Some(plan) = plan else { return open };
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
            return open;
        };
        Self {
            last_day: (earliest == latest).then_some(earliest),
            surely_until: earliest,
            surely_over_after: Some(latest),
            validity_from: Some(plan.id.clone()),
            certainty: figures.iter().map(|f| f.weakest()).max().unwrap_or(Certainty::Confirmed),
        }
    }

    /// A later version may end certificates given under an earlier one.
    fn lapse(
        &mut self,
        given_under: &Arc<Plan>,
        region: Option<&RegionCode>,
        context: &AssessContext<'_>,
    ) {
        let replaces = |from: &str| given_under.packs().any(|pack| pack.id == from);
        // What is made up, or law elsewhere, ends nothing here.
        for later in context.book.plans().filter(|plan| context.book.may_apply(plan, region)) {
            let Some(start) = later.first_day().filter(|start| *start <= context.on) else {
                continue;
            };
            for transition in later.transitions.iter().filter(|t| replaces(&t.from)) {
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
                self.last_day = Some(self.last_day.map_or(end, |last| last.min(end)));
                self.surely_until = self.surely_until.min(end);
                self.surely_over_after = Some(self.surely_over_after.map_or(end, |l| l.min(end)));
                self.certainty = self.certainty.max(transition.certainty);
            }
        }
    }
}

/// The certainty of the rule by which an expired standing runs on, if one makes it.
fn runs_on(
    organisation: &Organisation,
    subject: Subject,
    standing: &Standing,
    region: Option<&RegionCode>,
    context: &AssessContext<'_>,
) -> Option<Certainty> {
    let last_day = standing.last_day?;
    let plan = context.book.select(subject, region, last_day, |_| true)?;
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
            && since < application.lodged
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
