//! One set of rules held against one organisation: the readable specification of a judgement.

use crate::Decimal;
use crate::assess::Applied;
use crate::assess::advice;
use crate::assess::score;
use crate::assess::standing::{StandingFigures, StandingStatus, application_kind};
use crate::assess::verdict::{
    Eligibility, EligibilityStatus, Finding, Found, Judgement, Outcome, Purpose, RulesUsed,
};
use crate::calendar::{Date, LeapDay};
use crate::facts::{Fact, Sheet, UnknownReason, Value};
use crate::known_date::KnownDate;
use crate::message::{Code, Lang, Localised, Text};
use crate::order::InOrder;
use crate::organisation::Organisation;
use crate::problem::Problem;
use crate::rules::pack::DurationFigure;
use crate::rules::plan::{CriterionInfo, Margin, MarginUnit, Plan, PlanCriterion, Test, Truth};
use crate::rules::{Certainty, Gate, PackStatus, Subject};
use std::sync::Arc;

/// What is to be judged.
pub(crate) struct Question<'a> {
    pub(crate) applied: Applied<'a>,
    pub(crate) sheet: &'a Sheet,
    pub(crate) standing: StandingFigures,
    pub(crate) on: Date,
    /// The organisation, for its applications; nothing for the board.
    pub(crate) organisation: Option<&'a Organisation>,
}

/// A judgement where no rules are in force.
pub(crate) fn without_rules(subject: Subject, figures: StandingFigures) -> Judgement {
    Judgement {
        subject,
        rules: None,
        eligibility: Eligibility {
            status: EligibilityStatus::NoRules,
            purpose: purpose(&figures),
            unmet: Vec::new(),
            unknown: Vec::new(),
            opens: None,
            apply_by: None,
        },
        standing: figures.standing,
        score: None,
        findings: Vec::new(),
        advice: Vec::new(),
        caveats: Vec::new(),
        certainty: figures.certainty,
    }
}

fn purpose(figures: &StandingFigures) -> Purpose {
    if figures.standing.was_ever_held() { Purpose::Renewal } else { Purpose::First }
}

impl<'a> Question<'a> {
    const fn plan(&self) -> &'a Plan {
        self.applied.plan
    }

    /// The judgement.
    pub(crate) fn judge(self) -> Judgement {
        let plan = self.plan();
        let facts = &self.sheet.facts;
        let purpose = purpose(&self.standing);
        let mut findings: Vec<Finding> =
            plan.criteria.iter().map(|criterion| self.finding(criterion, purpose)).collect();
        findings.extend(self.applies());
        let (opens, apply_by) = self.renewal(&mut findings);
        if let Some(instrument) = &plan.instrument {
            findings.extend(score::floor_findings(plan, instrument, facts));
        }
        let eligibility = self.eligibility(&findings, purpose, opens, apply_by);
        let mut score = self.score(&findings);
        if let (Some(score), EligibilityStatus::Invalid) = (&mut score, eligibility.status) {
            score.withhold_grade();
        }
        let wanted =
            |criterion: &PlanCriterion| decides(plan.subject, criterion.info.gate, purpose);
        let asked = advice::Asked { plan, sheet: self.sheet, on: self.on };
        let advice = advice::of(&asked, &eligibility, score.as_ref(), &wanted);
        let (caveats, certainty) = self.caveats(&findings, score.is_some());
        Judgement {
            subject: plan.subject,
            rules: Some(RulesUsed {
                pack: plan.id.clone(),
                title: plan.title.clone(),
                status: plan.status,
                sha256: plan.sha256.clone(),
            }),
            standing: self.standing.standing,
            eligibility,
            score,
            findings,
            advice,
            caveats,
            certainty,
        }
    }

    fn finding(&self, criterion: &PlanCriterion, purpose: Purpose) -> Finding {
        let facts = &self.sheet.facts;
        let asked = criterion.info.gate != Gate::Renewal || purpose == Purpose::Renewal;
        let truth = if asked { truth_of(criterion, facts, self.on) } else { Truth::NotApplicable };
        let tests = criterion.when.iter().chain([&criterion.require]);
        let mut positions: Vec<usize> = tests.flat_map(Test::facts).collect();
        let mut seen = Vec::new();
        positions.retain(|position| {
            let new = !seen.contains(position);
            seen.push(*position);
            new
        });
        let found = positions
            .into_iter()
            .map(|position| Found::of(&self.plan().facts[position], facts.get(position)));
        let margin = match &criterion.require {
            Test::Leaf { fact, ask } => match facts.get(*fact) {
                Some(Fact::Known(value)) if truth != Truth::NotApplicable => {
                    ask.margin(value, self.on)
                }
                _ => None,
            },
            _ => None,
        };
        Finding {
            info: Arc::clone(&criterion.info),
            outcome: truth.into(),
            found: found.collect(),
            margin,
        }
    }

    /// Where it is not known whether the rules apply at all, that is a finding of its own.
    fn applies(&self) -> Option<Finding> {
        let test = self.plan().applies_when.as_ref()?;
        let facts = &self.sheet.facts;
        if test.evaluate(facts, self.on) != Truth::Unknown {
            return None;
        }
        let found = test.facts().into_iter();
        let found =
            found.map(|fact| Found::of(&self.plan().facts[fact], facts.get(fact))).collect();
        let info = CriterionInfo {
            criterion: "applies".into(),
            gate: Gate::Registration,
            grade: None,
            label: both(Text::RulesApply, &[]),
            required: both(Text::RulesApply, &[]),
            citation: None,
            cited: None,
            certainty: Certainty::Confirmed,
            pack: self.plan().id.clone(),
        };
        Some(Finding { info: Arc::new(info), outcome: Outcome::Unknown, found, margin: None })
    }

    /// The window in which what is held may be renewed, as findings and as days.
    fn renewal(&self, findings: &mut Vec<Finding>) -> (Option<Date>, Option<Date>) {
        let standing = &self.standing.standing;
        let (Some(renewal), Some(since)) =
            (&self.plan().renewal, standing.since.and_then(KnownDate::day))
        else {
            return (None, None);
        };
        if standing.status != StandingStatus::Current {
            return (None, None);
        }
        let opens = renewal.opens_after.as_ref().and_then(|figure| {
            let day = figure.lasts.after(since, LeapDay::LastOfMonth).ok()?;
            let margin = self.on.days_since(day);
            findings.push(self.window(
                "renewal-opens",
                Gate::Renewal,
                Text::RenewalOpens,
                figure,
                margin,
            ));
            Some(day)
        });
        let apply_by =
            renewal.apply_before.as_ref().zip(standing.last_day).and_then(|(figure, last)| {
                let day = figure.lasts.before(last, LeapDay::LastOfMonth).ok()?;
                // An application lodged in time settles it while it is pending, however late today
                // is; one that was refused does not.
                let lodged =
                    self.organisation.into_iter().flat_map(|o| &o.applications).filter(|a| {
                        Some(a.kind) == application_kind(self.plan().subject)
                            && since < a.lodged
                            && a.lodged <= self.on
                            && a.decided.is_none_or(|decided| self.on < decided)
                    });
                let asked = lodged.map(|a| a.lodged).min().unwrap_or(self.on).min(self.on);
                let margin = day.days_since(asked);
                findings.push(self.window(
                    "renewal-in-time",
                    Gate::Keeping,
                    Text::RenewalInTime,
                    figure,
                    margin,
                ));
                Some(day)
            });
        (opens, apply_by)
    }

    fn window(
        &self,
        criterion: &str,
        gate: Gate,
        text: Text,
        figure: &DurationFigure,
        margin: i64,
    ) -> Finding {
        let length = |lang| crate::rules::describe_duration(figure.lasts, lang);
        let required = Localised::new(
            text.text(Lang::Id, &[("value", &length(Lang::Id))]),
            text.text(Lang::En, &[("value", &length(Lang::En))]),
        );
        let info = CriterionInfo {
            criterion: criterion.into(),
            gate,
            grade: None,
            label: both(Text::RenewalWindow, &[]),
            required,
            citation: Some(figure.cite.clone()),
            cited: Some(figure.cite.to_string()),
            certainty: figure.certainty,
            pack: self.plan().id.clone(),
        };
        Finding {
            info: Arc::new(info),
            outcome: if margin >= 0 { Outcome::Met } else { Outcome::NotMet },
            found: Vec::new(),
            margin: Decimal::from_integer(margin)
                .ok()
                .map(|amount| Margin { amount, unit: MarginUnit::Days }),
        }
    }

    fn eligibility(
        &self,
        findings: &[Finding],
        purpose: Purpose,
        opens: Option<Date>,
        apply_by: Option<Date>,
    ) -> Eligibility {
        let with = |outcome: Outcome| {
            let deciding = findings.iter().filter(move |finding| {
                finding.outcome == outcome
                    && decides(self.plan().subject, finding.info.gate, purpose)
            });
            deciding.map(|finding| finding.info.criterion.clone()).collect::<Vec<_>>()
        };
        let (unmet, unknown) = (with(Outcome::NotMet), with(Outcome::Unknown));
        let is_invalid = self
            .sheet
            .facts
            .iter()
            .any(|fact| matches!(fact, Fact::Unknown(UnknownReason::Invalid)));
        let status = match (unmet.is_empty(), unknown.is_empty()) {
            _ if is_invalid => EligibilityStatus::Invalid,
            (false, _) => EligibilityStatus::NotEligible,
            (true, false) => EligibilityStatus::Undetermined,
            (true, true) => EligibilityStatus::Eligible,
        };
        Eligibility { status, purpose, unmet, unknown, opens, apply_by }
    }

    fn score(&self, findings: &[Finding]) -> Option<score::Score> {
        let instrument = self.plan().instrument.as_ref()?;
        let plan = self.plan();
        let closed = |rank: usize, outcomes: &[Outcome]| {
            let of_criteria = findings.iter().take(plan.criteria.len());
            of_criteria.filter(|f| outcomes.contains(&f.outcome)).any(|f| {
                let named = f.info.grade.as_deref().and_then(|grade| plan.rank(grade));
                named.is_some_and(|named| rank <= named)
            })
        };
        let facts = &self.sheet.facts;
        let strict = |rank| closed(rank, &[Outcome::NotMet, Outcome::Unknown]);
        let lenient = |rank| closed(rank, &[Outcome::NotMet]);
        let mut score = score::of(plan, instrument, facts, &lenient);
        let at_worst = score::of(plan, instrument, facts, &strict);
        // A grade that depends on what is not known is not given.
        if at_worst.grade != score.grade {
            score.grade = None;
        }
        if at_worst.accredited != score.accredited {
            score.accredited = None;
        }
        Some(score)
    }

    /// What the judgement rests on besides what was confirmed.
    fn caveats(&self, findings: &[Finding], scored: bool) -> (Vec<Problem>, Certainty) {
        let plan = self.plan();
        let mut caveats = Vec::new();
        if plan.status != PackStatus::Law {
            caveats.push(Problem::warning(Code::IllustrationOnly).value(&plan.id));
        }
        let edges = plan.edges().filter(|edge| edge.is_near(self.on));
        caveats.extend(edges.map(|edge| {
            Problem::warning(Code::UncertainEdge).value(&plan.id).expected(edge.known)
        }));
        for caveat in &self.standing.caveats {
            if !caveats.contains(caveat) {
                caveats.push(caveat.clone());
            }
        }
        let mut rested: Vec<(Certainty, String)> = findings
            .iter()
            .filter(|finding| finding.outcome != Outcome::NotApplicable)
            .map(|finding| (finding.info.certainty, finding.info.pack.clone()))
            .collect();
        rested.push((self.standing.certainty, plan.id.clone()));
        rested.push((self.applied.certainty, plan.id.clone()));
        // A paper that states no last day itself rests on the figure that gives it one.
        let dated = plan.facts.iter().zip(&self.sheet.facts).filter_map(|(wanted, fact)| {
            let limited = matches!(fact, Fact::Known(Value::Document(d)) if d.present);
            wanted.valid_for.as_ref().filter(|_| limited).map(|figure| figure.weakest())
        });
        rested.extend(dated.map(|certainty| (certainty, plan.id.clone())));
        if let (true, Some(instrument)) = (scored, &plan.instrument) {
            let rules = &instrument.rules;
            let figures = rules.components.iter().map(|c| c.certainty);
            let figures = figures.chain(rules.bands.iter().map(|b| b.certainty));
            rested.extend(figures.chain([rules.rounding.certainty]).map(|c| (c, plan.id.clone())));
        }
        if plan.edges().any(|edge| edge.is_near(self.on)) {
            rested.push((Certainty::Assumed, plan.id.clone()));
        }
        rested.order();
        rested.dedup();
        let weakest = rested.iter().map(|(certainty, _)| *certainty).max();
        for (certainty, pack) in rested {
            match certainty {
                Certainty::Confirmed => {}
                Certainty::Reported => {
                    caveats.push(Problem::warning(Code::ReportedFigure).value(pack));
                }
                Certainty::Assumed => {
                    caveats.push(Problem::warning(Code::AssumedFigure).value(pack));
                }
            }
        }
        (caveats, weakest.unwrap_or(Certainty::Confirmed))
    }
}

/// Whether a criterion holds: what is not asked of the organisation does not apply; where it is
/// not known whether it is asked, it counts only if it holds either way.
pub(crate) fn truth_of(criterion: &PlanCriterion, facts: &[Fact], on: Date) -> Truth {
    let required = || criterion.require.evaluate(facts, on);
    match criterion.when.as_ref().map(|when| when.evaluate(facts, on)) {
        None | Some(Truth::True) => required(),
        Some(Truth::False | Truth::NotApplicable) => Truth::NotApplicable,
        Some(Truth::Unknown) => match required() {
            Truth::True => Truth::True,
            Truth::NotApplicable => Truth::NotApplicable,
            Truth::False | Truth::Unknown => Truth::Unknown,
        },
    }
}

/// Whether a criterion with this gate decides about applying.
pub(crate) fn decides(subject: Subject, gate: Gate, purpose: Purpose) -> bool {
    match gate {
        Gate::Registration => subject != Subject::Statutes,
        Gate::Application => true,
        Gate::Renewal => purpose == Purpose::Renewal,
        Gate::Board => subject == Subject::Statutes,
        Gate::Grade | Gate::Keeping => false,
    }
}

fn both(text: Text, values: &[(&str, &str)]) -> Localised {
    Localised::new(text.text(Lang::Id, values), text.text(Lang::En, values))
}
