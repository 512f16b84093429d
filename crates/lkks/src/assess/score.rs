//! From component scores to an exact total, a band and a grade.

use crate::Decimal;
use crate::assess::verdict::{Finding, Found, Outcome, ToGrade};
use crate::decimal::Fraction;
use crate::facts::{Fact, Value};
use crate::message::Localised;
use crate::order::InOrder;
use crate::rules::plan::{Margin, MarginUnit, Plan, PlanComponent, PlanFloor, PlanInstrument};
use serde::Serialize;
use std::sync::Arc;

/// What an instrument makes of the scores.
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
/// // Half a step below the half point: not rounded up to 91, the first of the A band.
/// assert_eq!(score.total, Some("90.4999".parse()?));
/// assert_eq!(score.rounded, Some("90".parse()?));
/// assert_eq!(score.grade.as_deref(), Some("B"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score {
    /// The components with their scores.
    pub components: Vec<ScoredComponent>,
    /// The weighted mean, cut (never rounded up) to four places; unknown while a component is.
    pub total: Option<Decimal>,
    /// The total as it is put into a band.
    pub rounded: Option<Decimal>,
    /// The grade of the band, whatever the floors say.
    pub band: Option<String>,
    /// The grade it would earn, floors included.
    pub grade: Option<String>,
    /// Whether that grade is an accredited one.
    pub accredited: Option<bool>,
    /// The next better grade and how many points of the rounded total are short of its band.
    pub to_next: Option<ToGrade>,
    /// The grade below and how many points of the rounded total may be lost before it.
    pub to_lower: Option<ToGrade>,
}

impl Score {
    /// Where a record behind the rules is wrong, no grade is given.
    pub(super) fn withhold_grade(&mut self) {
        self.grade = None;
        self.accredited = None;
    }
}

/// One component, its weight and its score.
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
/// let content = &score.components[0];
/// assert_eq!(content.fact, "content_score");
/// assert_eq!((content.weight, content.score), ("14".parse()?, Some("90.4999".parse()?)));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoredComponent {
    /// The fact that holds its score.
    pub fact: String,
    /// What a person calls it.
    pub label: Localised,
    /// Its weight.
    pub weight: Decimal,
    /// Its score, where known.
    pub score: Option<Decimal>,
}

/// The exact weighted mean of `scores`, one for each component.
pub(crate) fn weighted_mean(components: &[PlanComponent], scores: &[Decimal]) -> Option<Fraction> {
    let mut sum: i128 = 0;
    let mut weights: i128 = 0;
    for (component, score) in components.iter().zip(scores) {
        let weight = i128::from(component.component.weight.steps());
        sum += weight * i128::from(score.steps());
        weights += weight;
    }
    // Scores count steps of 0.0001, so the mean does too.
    Fraction::new(sum, weights.checked_mul(10_000)?)
}

/// What one instrument makes of given scores: the part of a score that advice tries out.
pub(crate) struct Graded<'a> {
    pub(crate) total: Decimal,
    pub(crate) rounded: Decimal,
    pub(crate) band: Option<&'a str>,
    pub(crate) grade: Option<&'a str>,
}

/// Bands and floors applied to `scores`, one for each component. `gated` are the grades that other
/// criteria keep closed.
pub(crate) fn grade<'a>(
    plan: &'a Plan,
    instrument: &'a PlanInstrument,
    scores: &[Decimal],
    gated: &dyn Fn(usize) -> bool,
) -> Option<Graded<'a>> {
    let mean = weighted_mean(&instrument.components, scores)?;
    let rounding = &instrument.rules.rounding;
    let rounded = mean.round(rounding.mode, rounding.places);
    let bands = &instrument.rules.bands;
    let band = bands.iter().find(|band| band.min <= rounded && rounded <= band.max);
    let band = band.map(|band| band.grade.as_str());
    let earned = band.and_then(|band| plan.rank(band)).and_then(|rank| {
        // A floor or criterion that is not met closes its grade and the better ones.
        let open = |rank: usize| {
            let grade = &plan.grades[rank];
            let floors = instrument.floors.iter().all(|floor| {
                !concerns(plan, floor, rank) || below(floor, scores) <= floor.floor.allowed
            });
            !grade.accredited || (floors && !gated(rank))
        };
        (rank..plan.grades.len()).find(|rank| open(*rank))
    });
    // What fails a floor is not given the grade of a band it is not in, only the name of the best
    // grade that stays open, where that is still a grade of accreditation.
    let grade = earned
        .map(|rank| &plan.grades[rank])
        .filter(|grade| grade.accredited || band == Some(grade.code.as_str()));
    Some(Graded {
        total: mean.floor(),
        rounded,
        band,
        grade: grade.map(|grade| grade.code.as_str()),
    })
}

/// Whether a floor stands before the grade of this rank.
pub(crate) fn concerns(plan: &Plan, floor: &PlanFloor, rank: usize) -> bool {
    match &floor.floor.grade {
        None => plan.grades[rank].accredited,
        Some(grade) => plan.rank(grade).is_some_and(|named| rank <= named),
    }
}

/// How many components are below a floor.
fn below(floor: &PlanFloor, scores: &[Decimal]) -> u32 {
    let under = floor.components.iter().filter(|&&c| scores[c] < floor.floor.at_least);
    u32::try_from(under.count()).unwrap_or(u32::MAX)
}

/// The scores of the components where all are known.
pub(crate) fn scores(instrument: &PlanInstrument, facts: &[Fact]) -> Option<Vec<Decimal>> {
    instrument.components.iter().map(|component| number(facts, component)).collect()
}

fn number(facts: &[Fact], component: &PlanComponent) -> Option<Decimal> {
    match facts.get(component.fact) {
        Some(Fact::Known(Value::Number(score))) => Some(*score),
        _ => None,
    }
}

/// The score of an organisation.
pub(crate) fn of(
    plan: &Plan,
    instrument: &PlanInstrument,
    facts: &[Fact],
    gated: &dyn Fn(usize) -> bool,
) -> Score {
    let components = instrument.components.iter().map(|component| ScoredComponent {
        fact: component.component.fact.clone(),
        label: plan.facts[component.fact].spec.label.clone(),
        weight: component.component.weight,
        score: number(facts, component),
    });
    let mut score = Score {
        components: components.collect(),
        total: None,
        rounded: None,
        band: None,
        grade: None,
        accredited: None,
        to_next: None,
        to_lower: None,
    };
    let Some(known) = scores(instrument, facts) else { return score };
    let Some(graded) = grade(plan, instrument, &known, gated) else { return score };
    score.total = Some(graded.total);
    score.rounded = Some(graded.rounded);
    score.band = graded.band.map(str::to_owned);
    score.grade = graded.grade.map(str::to_owned);
    let earned = graded.grade.and_then(|code| plan.grade(code));
    score.accredited = Some(earned.is_some_and(|grade| grade.accredited));
    let bands = &instrument.rules.bands;
    if let Some(band) = bands.iter().find(|band| graded.band == Some(band.grade.as_str())) {
        let above = bands.iter().filter(|b| b.min > graded.rounded).min_by_key(|b| b.min);
        let lower = bands.iter().filter(|b| b.max < band.min).max_by_key(|b| b.max);
        score.to_next = above.map(|above| ToGrade {
            grade: above.grade.clone(),
            points: above.min.minus(graded.rounded),
        });
        score.to_lower = lower.map(|lower| ToGrade {
            grade: lower.grade.clone(),
            points: graded.rounded.minus(band.min),
        });
    }
    score
}

/// One finding for each floor.
pub(crate) fn floor_findings(
    plan: &Plan,
    instrument: &PlanInstrument,
    facts: &[Fact],
) -> Vec<Finding> {
    let findings = instrument.floors.iter().map(|floor| {
        let scores: Vec<Option<Decimal>> =
            floor.components.iter().map(|&c| number(facts, &instrument.components[c])).collect();
        let under = scores.iter().flatten().filter(|score| **score < floor.floor.at_least).count();
        let unknown = scores.iter().filter(|score| score.is_none()).count();
        let allowed = usize::try_from(floor.floor.allowed).unwrap_or(usize::MAX);
        let outcome = if under > allowed {
            Outcome::NotMet
        } else if under + unknown > allowed {
            Outcome::Unknown
        } else {
            Outcome::Met
        };
        // The score that decides: the lowest but for those that may be below.
        let mut known: Vec<Decimal> = scores.iter().flatten().copied().collect();
        known.order();
        let margin = known.get(allowed).filter(|_| unknown == 0).map(|decisive| Margin {
            amount: decisive.minus(floor.floor.at_least),
            unit: MarginUnit::Points,
        });
        let found = floor.components.iter().map(|&component| {
            let fact = instrument.components[component].fact;
            Found::of(&plan.facts[fact], facts.get(fact))
        });
        Finding { info: Arc::clone(&floor.info), outcome, found: found.collect(), margin }
    });
    findings.collect()
}
