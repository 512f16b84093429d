//! What is wrong or doubtful in a pack, beyond the form of its fields.

use crate::Decimal;
use crate::calendar::{Date, Period, date};
use crate::facts::{Fact, Value};
use crate::message::Code;
use crate::order::{InOrder, Index};
use crate::problem::{Problem, join};
use crate::rules::book::RuleBook;
use crate::rules::candidates;
use crate::rules::pack::{Band, Edge, InForce, Instrument};
use crate::rules::plan::{Ask, Plan, PlanCriterion, PlanInstrument, Test, Truth};
use std::ops::ControlFlow;

/// More leaves than this are not evaluated for one pack; what is left then is not judged.
const MOST_LEAVES: usize = 2_000_000;

/// What makes a pack unusable: paths are within the pack.
pub(crate) fn errors(plan: &Plan, problems: &mut Vec<Problem>) {
    let own = plan.chain.last().is_some_and(|pack| pack.instrument.is_some());
    if let (true, Some(instrument)) = (own, &plan.instrument) {
        weights(&instrument.rules, problems);
        bands(plan, instrument, problems);
        if instrument.rules.rounding.places > 4 {
            let problem = Problem::error(Code::OutOfRange).value(instrument.rules.rounding.places);
            problems.push(problem.expected("0–4").at("instrument.rounding.places"));
        }
    }
    if let Some(days) = plan.chain.last().and_then(|pack| pack.in_force.as_ref()) {
        in_force(days, problems);
    }
    for (place, criterion, fate) in fates(plan) {
        let code = match fate {
            Fate::NeverMet => Code::NeverMet,
            Fate::NeverFails => Code::NeverFails,
            Fate::Open | Fate::NotJudged => continue,
        };
        let problem = Problem::error(code).value(&criterion.info.criterion);
        problems.push(problem.at(format!("criterion[{place}].require")));
    }
}

/// What a reader should know: paths start with the pack's id.
pub(crate) fn lint(plan: &Plan, book: &RuleBook, problems: &mut Vec<Problem>) {
    let Some(pack) = plan.chain.last() else { return };
    let mut found = Vec::new();
    for (index, open) in pack.open.iter().enumerate() {
        let problem = Problem::warning(Code::OpenFigure).value(&open.figure);
        found.push(problem.at(format!("open[{index}]")));
    }
    let known = || book.plans().map(Plan::id);
    let repealed_packs = pack.repeals.iter().enumerate();
    let named = repealed_packs.map(|(index, id)| (id, format!("repeals[{index}]")));
    let transitions = pack.transitions.iter().enumerate();
    let replaced = transitions.map(|(index, t)| (&t.from, format!("transition[{index}].from")));
    for (id, path) in named.chain(replaced) {
        if book.plan(id).is_none() {
            let problem = Problem::warning(Code::UnknownPack).value(id);
            found.push(problem.suggest(known()).at(path));
        }
    }
    for (index, criterion) in pack.criteria.iter().enumerate() {
        if let Some((text, by)) = repealed(&criterion.cite.regulation, plan, book) {
            let problem = Problem::warning(Code::CitesRepealed).value(text).expected(by);
            found.push(problem.at(format!("criterion[{index}].cite")));
        }
    }
    for (place, criterion, fate) in fates(plan) {
        if matches!(fate, Fate::NotJudged) {
            let problem = Problem::warning(Code::NotJudged).value(&criterion.info.criterion);
            found.push(problem.at(format!("criterion[{place}].require")));
        }
    }
    // Two packs of law for the same place and subject at the same time: only one can apply.
    for other in book.plans() {
        let rivals = other.id < plan.id
            && other.series != plan.series
            && other.subject == plan.subject
            && other.status == plan.status
            && other.status == crate::rules::PackStatus::Law
            && other.region == plan.region
            && other.applies_when.is_none() == plan.applies_when.is_none()
            && !other.chain.iter().any(|part| part.id == plan.id)
            && !plan.chain.iter().any(|part| part.id == other.id);
        if rivals && overlap(plan, other) {
            let problem = Problem::warning(Code::VersionOverlap).value(&plan.id);
            found.push(problem.expected(&other.id).at("in_force"));
        }
    }
    problems.extend(found.into_iter().map(|problem| {
        let path = join(&plan.id, &problem.path);
        problem.at(path)
    }));
}

fn overlap(a: &Plan, b: &Plan) -> bool {
    let starts_in_time = |a: &Plan, b: &Plan| match (a.first_day(), b.last_day()) {
        (Some(first), Some(last)) => first <= last,
        _ => true,
    };
    starts_in_time(a, b) && starts_in_time(b, a)
}

/// The regulation cited, and by what it was repealed before this pack came into force.
fn repealed(regulation: &str, plan: &Plan, book: &RuleBook) -> Option<(String, String)> {
    // Regulations are cited in plain letters and figures.
    let slug = |text: &str| -> String {
        let plain = text.chars().map(|c| c.to_ascii_lowercase());
        plain.map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
    };
    let cited = slug(regulation);
    let repealer = book.plans().find(|other| {
        let repeals =
            other.chain.last().is_some_and(|p| p.repeals.iter().any(|r| slug(r) == cited));
        repeals && other.first_day() <= plan.first_day()
    })?;
    Some((regulation.to_owned(), repealer.id.clone()))
}

/// A pack ends after it starts, and counts from a day that is in the month or year it names.
fn in_force(days: &InForce, problems: &mut Vec<Problem>) {
    let until = days.until.as_ref();
    for (edge, name) in [(Some(&days.from), "from"), (until, "until")] {
        let outside = edge.and_then(|edge| {
            let known = edge.known.earliest()..=edge.known.latest();
            edge.on.filter(|on| !known.contains(on)).map(|on| (on, edge.known))
        });
        if let Some((on, known)) = outside {
            let problem = Problem::error(Code::OutOfRange).value(on).expected(known);
            problems.push(problem.at(format!("in_force.{name}.on")));
        }
    }
    if let Err(error) = Period::new(days.from.day(), until.map(Edge::day)) {
        problems.extend(error.problems().iter().map(|p| p.clone().at("in_force.until")));
    }
}

fn weights(instrument: &Instrument, problems: &mut Vec<Problem>) {
    let sum = instrument.components.iter().fold(Decimal::ZERO, |sum, c| sum.plus(c.weight));
    if sum != instrument.weights_total || sum <= Decimal::ZERO {
        let problem = Problem::error(Code::WeightsDoNotAddUp).value(sum);
        problems.push(problem.expected(instrument.weights_total).at("instrument.component"));
    }
    for (index, component) in instrument.components.iter().enumerate() {
        if component.weight <= Decimal::ZERO {
            let problem = Problem::error(Code::OutOfRange).value(component.weight).expected("> 0");
            problems.push(problem.at(format!("instrument.component[{index}].weight")));
        }
    }
}

/// Every total that rounding can give must be in exactly one band.
fn bands(plan: &Plan, instrument: &PlanInstrument, problems: &mut Vec<Problem>) {
    let rules = &instrument.rules;
    let step = Decimal::from_steps(10_i64.pow(u32::from(4 - rules.rounding.places.min(4))));
    let (Some(step), Some((least, most))) = (step, range(plan, instrument)) else { return };
    let mut sorted: Vec<(usize, &Band)> = rules.bands.iter().enumerate().collect();
    sorted.order_by_key(|(_, band)| band.min);
    let mut next = least;
    for (index, band) in sorted {
        let path = format!("instrument.band[{index}]");
        if band.max < band.min {
            let problem = Problem::error(Code::OutOfRange).value(band.max);
            problems.push(problem.expected(format!("≥ {}", band.min)).at(format!("{path}.max")));
            continue;
        }
        if band.min > next {
            problems.push(gap(next, band.min.minus(step)).at(format!("{path}.min")));
        }
        if band.min < next && next > least {
            let shared = span(band.min, band.max.min(next.minus(step)));
            problems
                .push(Problem::error(Code::BandOverlap).value(shared).at(format!("{path}.min")));
        }
        next = next.max(band.max.plus(step));
    }
    if next <= most {
        problems.push(gap(next, most).at("instrument.band"));
    }
}

fn gap(from: Decimal, to: Decimal) -> Problem {
    Problem::error(Code::BandGap).value(span(from, to))
}

fn span(from: Decimal, to: Decimal) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}

/// The least and the greatest total, after rounding.
fn range(plan: &Plan, instrument: &PlanInstrument) -> Option<(Decimal, Decimal)> {
    let total = |pick: fn(&crate::facts::FactSpec) -> Option<Decimal>| {
        let scores: Option<Vec<Decimal>> =
            instrument.components.iter().map(|c| pick(&plan.facts[c.fact].spec)).collect();
        let total = crate::assess::score::weighted_mean(&instrument.components, &scores?)?;
        Some(total.round(instrument.rules.rounding.mode, instrument.rules.rounding.places))
    };
    Some((total(|spec| spec.min)?, total(|spec| spec.max)?))
}

/// What can become of a criterion.
enum Fate {
    Open,
    NeverMet,
    NeverFails,
    /// There are more cases than may be tried.
    NotJudged,
}

/// The criteria of the pack itself, each with its place in it and its fate. One budget serves them
/// all: each may use its share of what those before it left.
fn fates(plan: &Plan) -> Vec<(usize, &PlanCriterion, Fate)> {
    let Some(pack) = plan.chain.last() else { return Vec::new() };
    // A criterion that could not be read is not in the plan, so its place is looked up.
    let id = |place: usize| pack.criteria[place].id.as_str();
    let index = Index::of(pack.criteria.len(), &id);
    let own: Vec<&PlanCriterion> =
        plan.criteria.iter().filter(|c| c.info.pack == plan.id).collect();
    let mut left = MOST_LEAVES;
    let mut sheet: Vec<Fact> = vec![Fact::MISSING; plan.facts.len()];
    let count = own.len();
    let judged = own.into_iter().enumerate().map(|(number, criterion)| {
        let (fate, used) = fate(plan, criterion, left / (count - number), &mut sheet);
        left = left.saturating_sub(used);
        (index.find(&criterion.info.criterion, &id).unwrap_or_default(), criterion, fate)
    });
    judged.collect()
}

/// The fate of a criterion where it applies, found within `budget` leaf evaluations, and how many
/// it took. The facts it asks about are left in `sheet` as tried last.
fn fate(
    plan: &Plan,
    criterion: &PlanCriterion,
    budget: usize,
    sheet: &mut [Fact],
) -> (Fate, usize) {
    // Any day serves: bounds that move with the day move together.
    let Ok(on) = date(2024, 6, 15) else { return (Fate::NotJudged, 0) };
    let tests: Vec<&Test> = criterion.when.iter().chain([&criterion.require]).collect();
    let mut leaves = 0;
    for test in &tests {
        test.leaves(&mut |_, ask| {
            // A word is looked for among all that are allowed.
            leaves += if let Ask::OneOf(values) = ask { values.len().max(1) } else { 1 };
        });
    }
    let leaves = leaves.max(1);
    let (facts, values) = values_of(plan, &tests, on);
    let (mut met, mut failed, mut used) = (false, false, 0);
    let all = candidates::every_combination(&values, budget / leaves, &mut |chosen| {
        used += leaves;
        for (&fact, value) in facts.iter().zip(chosen) {
            sheet[fact] = Fact::Known((*value).clone());
        }
        if criterion.when.as_ref().is_none_or(|when| when.evaluate(sheet, on) == Truth::True) {
            match criterion.require.evaluate(sheet, on) {
                Truth::True => met = true,
                Truth::False => failed = true,
                _ => {}
            }
        }
        if met && failed { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let fate = match (all, met, failed) {
        (false, ..) => Fate::NotJudged,
        (true, true, false) => Fate::NeverFails,
        (true, false, true) => Fate::NeverMet,
        _ => Fate::Open,
    };
    (fate, used)
}

/// The facts that `tests` ask about, and the values of each worth trying.
pub(crate) fn values_of(plan: &Plan, tests: &[&Test], on: Date) -> (Vec<usize>, Vec<Vec<Value>>) {
    let mut asks: Vec<(usize, &Ask)> = Vec::new();
    for test in tests {
        test.leaves(&mut |fact, ask| asks.push((fact, ask)));
    }
    let mut facts: Vec<usize> = asks.iter().map(|(fact, _)| *fact).collect();
    facts.order();
    facts.dedup();
    let values = facts
        .iter()
        .map(|fact| {
            let of_fact: Vec<&Ask> =
                asks.iter().filter(|(f, _)| f == fact).map(|(_, ask)| *ask).collect();
            candidates::of(&plan.facts[*fact], &of_fact, on)
        })
        .collect();
    (facts, values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Error;

    fn told(rest: &str) -> Vec<(Code, String)> {
        let added = RuleBook::empty().with_json(&format!(
            r#"{{ "id": "p", "subject": "registration", "title": {{ "id": "x", "en": "x" }},
                  "source": "made up for a test", {rest} }}"#
        ));
        let problems = |error: Error| error.problems().to_vec();
        let problems = added.err().map(problems).unwrap_or_default();
        problems.into_iter().map(|p| (p.code, p.path)).collect()
    }

    #[test]
    fn a_pack_is_in_force_on_days_that_can_be() {
        let days = |from: &str, until: &str| {
            told(&format!(
                r#""in_force": {{ "from": {{ {from}, "certainty": "assumed" }},
                                  "until": {{ {until}, "certainty": "assumed" }} }}"#
            ))
        };
        let year = r#""known": "2022""#;
        assert_eq!(days(year, year), []);
        assert_eq!(
            days(year, r#""known": "2021-12-31""#),
            [(Code::PeriodReversed, "in_force.until".to_owned())]
        );
        assert_eq!(
            days(
                r#""known": "2021", "on": "2022-01-01""#,
                r#""known": "2022", "on": "2022-01-01""#
            ),
            [(Code::OutOfRange, "in_force.from.on".to_owned())]
        );
    }

    #[test]
    fn a_criterion_is_told_at_its_place_although_one_before_it_cannot_be_read() {
        let criterion = |id: &str, require: &str| {
            format!(
                r#"{{ "id": "{id}", "gates": "registration", "require": {require},
                      "cite": {{ "regulation": "x" }}, "certainty": "assumed" }}"#
            )
        };
        let all = [
            criterion("a", r#"{ "document": "no_such_paper" }"#),
            criterion("b", r#"{ "fact": "member_since", "one_of": [] }"#),
        ];
        let found = told(&format!(r#""criterion": [{}]"#, all.join(",")));
        assert!(found.contains(&(Code::NeverMet, "criterion[1].require".to_owned())), "{found:?}");
    }

    #[test]
    fn a_criterion_is_judged_where_it_applies() {
        let told = |when: &str, require: &str| {
            told(&format!(
                r#""fact": [{{ "name": "score", "type": "integer", "min": 0, "max": 100,
                               "label": {{ "id": "x", "en": "x" }} }}],
                   "criterion": [{{ "id": "a", "gates": "registration",
                      "when": {{ "fact": "score", {when} }}, "require": {{ "fact": "score", {require} }},
                      "cite": {{ "regulation": "x" }}, "certainty": "assumed" }}]"#
            ))
        };
        let at = || "criterion[0].require".to_owned();
        assert_eq!(told(r#""at_least": 50"#, r#""at_least": 60"#), []);
        assert_eq!(told(r#""at_most": 50"#, r#""at_least": 60"#), [(Code::NeverMet, at())]);
        assert_eq!(told(r#""at_least": 50"#, r#""at_least": 40"#), [(Code::NeverFails, at())]);
        assert_eq!(told(r#""at_least": 101"#, r#""at_least": 40"#), []);
    }

    #[test]
    fn a_criterion_with_too_many_cases_is_not_judged_and_lint_says_so() {
        let mut facts = Vec::new();
        let mut parts = Vec::new();
        for i in 0..30 {
            facts.push(format!(
                r#"{{ "name": "f{i}", "type": "boolean", "label": {{ "id": "x", "en": "x" }} }}"#
            ));
            parts.push(format!(r#"{{ "fact": "f{i}" }}, {{ "not": {{ "fact": "f{i}" }} }}"#));
        }
        let pack = format!(
            r#"{{ "id": "p", "subject": "registration", "title": {{ "id": "x", "en": "x" }},
                  "source": "made up for a test", "fact": [{}],
                  "criterion": [{{ "id": "a", "gates": "registration", "require": {{ "all": [{}] }},
                                   "cite": {{ "regulation": "x" }}, "certainty": "assumed" }}] }}"#,
            facts.join(","),
            parts.join(",")
        );
        let book = RuleBook::empty().with_json(&pack).unwrap_or_else(|e| panic!("{e}"));
        let found: Vec<_> = book.lint().into_iter().map(|p| (p.code, p.path)).collect();
        assert_eq!(found, [(Code::NotJudged, "p.criterion[0].require".to_owned())]);
    }
}
