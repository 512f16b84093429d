//! The smallest set of changes that would make an organisation eligible, or lift it a grade.
//!
//! Criteria that share no fact do not influence each other, so the smallest change of all is the
//! sum of the smallest changes of each group that does. Within a group every set of facts is tried,
//! the small ones first, at the few values that matter ([`crate::rules::candidates`]).

use crate::Decimal;
use crate::assess::judge::truth_of;
use crate::assess::score::{self, Score};
use crate::assess::verdict::{Eligibility, EligibilityStatus};
use crate::calendar::{Date, LeapDay};
use crate::decode::text_enum;
use crate::facts::{Fact, Sheet, UnknownReason, Value, is_changeable};
use crate::message::Localised;
use crate::order::InOrder;
use crate::rules::Gate;
use crate::rules::candidates;
use crate::rules::plan::{Ask, Plan, PlanCriterion, PlanFloor, PlanInstrument, Test, Truth};
use serde::Serialize;
use std::ops::ControlFlow;

/// More combinations than this are not tried in one group.
const MOST_COMBINATIONS: usize = 50_000;

text_enum! {
    /// What a piece of advice is for.
    pub enum Goal {
        /// Being eligible to apply.
        Eligibility = "eligibility",
        /// A better grade.
        Grade = "grade",
    }
}

text_enum! {
    /// What is to be done about a fact.
    pub enum Action {
        /// Provide a document that is absent or was not seen.
        Provide = "provide",
        /// Renew a document that has run out.
        Renew = "renew",
        /// Find out and record what is not known.
        Record = "record",
        /// Bring about another state.
        Achieve = "achieve",
        /// Raise a number.
        Raise = "raise",
        /// Lower a number.
        Lower = "lower",
        /// Wait.
        Wait = "wait",
    }
}

/// What would help, and how little of it is enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advice {
    /// What for.
    pub goal: Goal,
    /// The grade it leads to, where that is the goal.
    pub grade: Option<String>,
    /// What to change; all of it together is enough.
    pub changes: Vec<Change>,
    /// Whether no smaller set of changes is enough.
    pub smallest: bool,
    /// Criteria that no change to this organisation's papers or scores can meet.
    pub out_of_reach: Vec<String>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The fact to change.
    pub fact: String,
    /// What a person calls it.
    pub label: Localised,
    /// What to do.
    pub action: Action,
    /// The value to reach, as text.
    pub to: Option<String>,
    /// How far that is from today's value, for a number.
    pub by: Option<Decimal>,
    /// Until when to wait.
    pub until: Option<Date>,
    /// The criteria it helps to meet.
    pub criteria: Vec<String>,
}

/// All advice on one judgement.
pub(crate) fn of(
    plan: &Plan,
    sheet: &Sheet,
    on: Date,
    eligibility: &Eligibility,
    score: Option<&Score>,
    decides: &dyn Fn(&PlanCriterion) -> bool,
) -> Vec<Advice> {
    let mut all = Vec::new();
    let open = [EligibilityStatus::NotEligible, EligibilityStatus::Undetermined];
    if open.contains(&eligibility.status) {
        let criteria: Vec<&PlanCriterion> = plan.criteria.iter().filter(|c| decides(c)).collect();
        let mut advice = Advice::towards(Goal::Eligibility, None);
        advice.meet(&Situation { plan, facts: &sheet.facts, on }, &criteria);
        if !advice.changes.is_empty() || !advice.out_of_reach.is_empty() {
            all.push(advice);
        }
    }
    if let (Some(instrument), Some(score)) = (&plan.instrument, score) {
        all.extend(lift(&Situation { plan, facts: &sheet.facts, on }, instrument, score));
    }
    all
}

struct Situation<'a> {
    plan: &'a Plan,
    facts: &'a [Fact],
    on: Date,
}

impl Advice {
    fn towards(goal: Goal, grade: Option<String>) -> Self {
        Self { goal, grade, changes: Vec::new(), smallest: true, out_of_reach: Vec::new() }
    }

    /// Adds the smallest change that meets every one of `criteria`.
    fn meet(&mut self, situation: &Situation<'_>, criteria: &[&PlanCriterion]) {
        for group in groups(criteria) {
            let unmet: Vec<&PlanCriterion> = group
                .iter()
                .copied()
                .filter(|c| !is_satisfied(truth_of(c, situation.facts, situation.on)))
                .collect();
            if !unmet.is_empty() {
                self.meet_group(situation, &group, &unmet);
            }
        }
    }

    fn meet_group(
        &mut self,
        situation: &Situation<'_>,
        group: &[&PlanCriterion],
        unmet: &[&PlanCriterion],
    ) {
        let tests: Vec<&Test> = group.iter().flat_map(|c| tests_of(c)).collect();
        let (facts, values) = values_of(situation, &tests);
        let ids = |of: &[&PlanCriterion]| -> Vec<String> {
            of.iter().map(|c| c.info.criterion.clone()).collect()
        };
        // What an organisation is cannot be advised, only found out; until then nothing else can be.
        let to_find_out: Vec<usize> = facts
            .iter()
            .copied()
            .filter(|&fact| situation.is_unknown(fact) && !situation.is_changeable(fact))
            .filter(|fact| unmet.iter().any(|c| asks_about(c, *fact)))
            .collect();
        if !to_find_out.is_empty() {
            for fact in to_find_out {
                self.changes.push(situation.change(fact, None, &[], ids(unmet)));
            }
            return;
        }
        let movable: Vec<usize> = (0..facts.len())
            .filter(|&i| situation.is_changeable(facts[i]) || situation.can_wait(facts[i], &tests))
            .collect();
        let search = Search { situation, group, facts: &facts, values: &values };
        let (found, all_tried) = search.smallest(&movable);
        self.smallest &= all_tried;
        match found {
            Some(chosen) => self.changes.extend(chosen.into_iter().map(|(fact, value)| {
                let helps: Vec<&PlanCriterion> =
                    unmet.iter().copied().filter(|c| asks_about(c, fact)).collect();
                situation.change(fact, Some(&value), &tests, ids(&helps))
            })),
            None => self.out_of_reach.extend(ids(unmet)),
        }
    }
}

fn is_satisfied(truth: Truth) -> bool {
    matches!(truth, Truth::True | Truth::NotApplicable)
}

fn tests_of(criterion: &PlanCriterion) -> impl Iterator<Item = &Test> {
    criterion.when.iter().chain([&criterion.require])
}

fn asks_about(criterion: &PlanCriterion, fact: usize) -> bool {
    tests_of(criterion).any(|test| test.facts().contains(&fact))
}

fn values_of(situation: &Situation<'_>, tests: &[&Test]) -> (Vec<usize>, Vec<Vec<Value>>) {
    let mut asks: Vec<(usize, &Ask)> = Vec::new();
    for test in tests {
        test.leaves(&mut |fact, ask| asks.push((fact, ask)));
    }
    let mut facts: Vec<usize> = asks.iter().map(|(fact, _)| *fact).collect();
    facts.order();
    facts.dedup();
    let values = facts.iter().map(|&fact| {
        let own: Vec<&Ask> = asks.iter().filter(|(f, _)| *f == fact).map(|(_, ask)| *ask).collect();
        let mut values = candidates::of(&situation.plan.facts[fact], &own, situation.on);
        // Nobody is advised to lose a paper.
        values.retain(|value| match value {
            Value::Document(d) => d.present && d.last_day.is_none(),
            _ => true,
        });
        values
    });
    let values = values.collect();
    (facts, values)
}

/// Criteria in groups that share no fact with each other.
fn groups<'a>(criteria: &[&'a PlanCriterion]) -> Vec<Vec<&'a PlanCriterion>> {
    let mut groups: Vec<(Vec<usize>, Vec<&PlanCriterion>)> = Vec::new();
    for criterion in criteria {
        let mut facts: Vec<usize> = tests_of(criterion).flat_map(Test::facts).collect();
        let mut members = vec![*criterion];
        let mut apart = Vec::new();
        for (their_facts, their_members) in groups {
            if their_facts.iter().any(|fact| facts.contains(fact)) {
                facts.extend(their_facts);
                members.splice(0..0, their_members);
            } else {
                apart.push((their_facts, their_members));
            }
        }
        apart.push((facts, members));
        groups = apart;
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

impl Situation<'_> {
    fn is_changeable(&self, fact: usize) -> bool {
        let wanted = &self.plan.facts[fact];
        is_changeable(&wanted.spec.name, wanted.built_in)
    }

    fn is_unknown(&self, fact: usize) -> bool {
        matches!(self.facts.get(fact), Some(Fact::Unknown(_)) | None)
    }

    /// Whether a day that is known only has to recede further into the past.
    fn can_wait(&self, fact: usize, tests: &[&Test]) -> bool {
        let mut asked = false;
        for test in tests {
            test.leaves(&mut |f, ask| asked |= f == fact && matches!(ask, Ask::HeldFor(_)));
        }
        asked && matches!(self.facts.get(fact), Some(Fact::Known(Value::Date(_))))
    }

    /// The day on which all has been held long enough since `since` that would be held long enough
    /// today since `needed`. Years are not all of one length, so it is counted and not shifted.
    fn due(&self, fact: usize, since: Date, needed: Date, tests: &[&Test]) -> Option<Date> {
        let mut due: Option<Date> = None;
        for test in tests {
            test.leaves(&mut |f, ask| {
                let (true, Ask::HeldFor(duration)) = (f == fact, ask) else { return };
                let full = |since| duration.after(since, LeapDay::LastOfMonth).ok();
                if full(needed).is_some_and(|day| day <= self.on) {
                    due = due.max(full(since));
                }
            });
        }
        due
    }

    fn change(
        &self,
        fact: usize,
        value: Option<&Value>,
        tests: &[&Test],
        criteria: Vec<String>,
    ) -> Change {
        let wanted = &self.plan.facts[fact];
        let mut change = Change {
            fact: wanted.spec.name.clone(),
            label: wanted.spec.label.clone(),
            action: Action::Record,
            to: None,
            by: None,
            until: None,
            criteria,
        };
        let Some(value) = value else { return change };
        let today = self.facts.get(fact);
        match (today, value) {
            (Some(Fact::Known(Value::Document(document))), Value::Document(_)) => {
                change.action = if document.present { Action::Renew } else { Action::Provide };
            }
            (_, Value::Document(_)) => change.action = Action::Provide,
            (Some(Fact::Known(Value::Date(since))), Value::Date(needed))
                if self.can_wait(fact, tests) && !self.is_changeable(fact) =>
            {
                change.action = Action::Wait;
                change.until = self.due(fact, *since, *needed, tests);
            }
            (Some(Fact::Known(Value::Number(now))), Value::Number(then)) => {
                change.action = if then > now { Action::Raise } else { Action::Lower };
                change.by = Some(if then > now { then.minus(*now) } else { now.minus(*then) });
                change.to = Some(then.to_string());
            }
            (Some(Fact::Unknown(UnknownReason::Missing | UnknownReason::Contradictory)), value) => {
                change.to = Some(value.to_string());
            }
            (_, value) => {
                change.action = Action::Achieve;
                change.to = Some(value.to_string());
            }
        }
        change
    }

    /// How much a change of a fact to `value` asks for beyond being a change at all.
    fn effort(&self, fact: usize, value: &Value) -> i64 {
        match (self.facts.get(fact), value) {
            (Some(Fact::Known(Value::Number(now))), Value::Number(then)) => {
                (then.steps() - now.steps()).abs()
            }
            (Some(Fact::Known(Value::Date(now))), Value::Date(then)) => now.days_since(*then).abs(),
            _ => 0,
        }
    }
}

/// A search for the smallest change in one group.
struct Search<'a> {
    situation: &'a Situation<'a>,
    group: &'a [&'a PlanCriterion],
    facts: &'a [usize],
    values: &'a [Vec<Value>],
}

impl Search<'_> {
    /// The change of the fewest facts that meets every criterion of the group, and of those the
    /// one with the least effort; and whether every smaller set was tried.
    fn smallest(&self, movable: &[usize]) -> (Option<Vec<(usize, Value)>>, bool) {
        let mut left = MOST_COMBINATIONS;
        for size in 1..=movable.len() {
            let mut best: Option<(i64, Vec<(usize, Value)>)> = None;
            let mut all_tried = true;
            for_each_subset(movable, size, &mut |subset| {
                let (found, used, complete) = self.try_subset(subset, left);
                left = left.saturating_sub(used);
                all_tried &= complete;
                if let Some((effort, change)) = found {
                    if best.as_ref().is_none_or(|(least, _)| effort < *least) {
                        best = Some((effort, change));
                    }
                }
            });
            if best.is_some() || !all_tried {
                return (best.map(|(_, change)| change), all_tried);
            }
        }
        (None, true)
    }

    fn try_subset(
        &self,
        subset: &[usize],
        limit: usize,
    ) -> (Option<(i64, Vec<(usize, Value)>)>, usize, bool) {
        let values: Vec<Vec<Value>> = subset
            .iter()
            .map(|&i| {
                let today = self.situation.facts.get(self.facts[i]);
                let other = |v: &&Value| !matches!(today, Some(Fact::Known(now)) if now == *v);
                self.values[i].iter().filter(other).cloned().collect()
            })
            .collect();
        let mut sheet = self.situation.facts.to_vec();
        let mut best: Option<(i64, Vec<(usize, Value)>)> = None;
        let mut used = 0;
        let complete = candidates::every_combination(&values, limit, &mut |chosen| {
            used += 1;
            let changed: Vec<(usize, &Value)> =
                subset.iter().zip(chosen).map(|(&i, value)| (self.facts[i], *value)).collect();
            for (fact, value) in &changed {
                sheet[*fact] = Fact::Known((*value).clone());
            }
            let met =
                self.group.iter().all(|c| is_satisfied(truth_of(c, &sheet, self.situation.on)));
            if met {
                let effort =
                    changed.iter().map(|(fact, v)| self.situation.effort(*fact, v)).sum::<i64>();
                if best.as_ref().is_none_or(|(least, _)| effort < *least) {
                    best =
                        Some((effort, changed.iter().map(|(f, v)| (*f, (*v).clone())).collect()));
                }
            }
            ControlFlow::Continue(())
        });
        (best, used, complete)
    }
}

/// Calls `each` with every subset of `items` of this size, in order.
fn for_each_subset(items: &[usize], size: usize, each: &mut impl FnMut(&[usize])) {
    fn go(
        items: &[usize],
        from: usize,
        size: usize,
        chosen: &mut Vec<usize>,
        each: &mut impl FnMut(&[usize]),
    ) {
        if chosen.len() == size {
            each(chosen);
            return;
        }
        for index in from..items.len() {
            chosen.push(items[index]);
            go(items, index + 1, size, chosen, each);
            chosen.pop();
        }
    }
    go(items, 0, size, &mut Vec::new(), each);
}

/// What lifts a scored organisation to the next better accredited grade.
fn lift(situation: &Situation<'_>, instrument: &PlanInstrument, score: &Score) -> Option<Advice> {
    let plan = situation.plan;
    let scores = score::scores(instrument, situation.facts)?;
    let current = score.grade.as_deref().and_then(|grade| plan.rank(grade));
    let above = current.unwrap_or(plan.grades.len());
    let target = (0..above).rev().find(|&rank| plan.grades[rank].accredited)?;
    let mut advice = Advice::towards(Goal::Grade, Some(plan.grades[target].code.clone()));
    let gates: Vec<&PlanCriterion> = plan
        .criteria
        .iter()
        .filter(|c| c.info.gate == Gate::Grade)
        .filter(|c| {
            let named = c.info.grade.as_deref().and_then(|grade| plan.rank(grade));
            named.is_some_and(|named| target <= named)
        })
        .collect();
    advice.meet(situation, &gates);
    let reaches = |scores: &[Decimal]| {
        let graded = score::grade(plan, instrument, scores, &|_| false);
        graded.and_then(|g| g.grade).and_then(|g| plan.rank(g)).is_some_and(|rank| rank <= target)
    };
    if !reaches(&scores) {
        let ceiling: Vec<Decimal> = instrument
            .components
            .iter()
            .zip(&scores)
            .map(|(c, score)| plan.facts[c.fact].spec.max.unwrap_or(*score))
            .collect();
        let floors: Vec<&PlanFloor> =
            instrument.floors.iter().filter(|floor| score::concerns(plan, floor, target)).collect();
        let climb = Climb {
            instrument,
            floors: &floors,
            scores: &scores,
            ceiling: &ceiling,
            reaches: &reaches,
        };
        let raised = climb.smallest()?;
        for (index, component) in instrument.components.iter().enumerate() {
            if raised[index] != scores[index] {
                let value = Value::Number(raised[index]);
                let change = situation.change(component.fact, Some(&value), &[], Vec::new());
                advice.changes.push(change);
            }
        }
    }
    (!advice.changes.is_empty() || !advice.out_of_reach.is_empty()).then_some(advice)
}

/// A search for the fewest components to raise, and of those the fewest points.
struct Climb<'a> {
    instrument: &'a PlanInstrument,
    /// The floors under the grade to reach.
    floors: &'a [&'a PlanFloor],
    scores: &'a [Decimal],
    ceiling: &'a [Decimal],
    reaches: &'a dyn Fn(&[Decimal]) -> bool,
}

impl Climb<'_> {
    fn smallest(&self) -> Option<Vec<Decimal>> {
        let all: Vec<usize> = (0..self.scores.len()).collect();
        if !(self.reaches)(self.ceiling) {
            return None;
        }
        for size in 1..=all.len() {
            let mut best: Option<(i64, Vec<Decimal>)> = None;
            for_each_subset(&all, size, &mut |subset| {
                if let Some(raised) = self.within(subset) {
                    let points = self.points(&raised);
                    if best.as_ref().is_none_or(|(least, _)| points < *least) {
                        best = Some((points, raised));
                    }
                }
            });
            if let Some((_, raised)) = best {
                return Some(raised);
            }
        }
        None
    }

    fn points(&self, raised: &[Decimal]) -> i64 {
        raised.iter().zip(self.scores).map(|(after, before)| after.steps() - before.steps()).sum()
    }

    /// The fewest points within these components, if they are enough at all.
    fn within(&self, subset: &[usize]) -> Option<Vec<Decimal>> {
        let mut top = self.scores.to_vec();
        for &index in subset {
            top[index] = self.ceiling[index];
        }
        if !(self.reaches)(&top) {
            return None;
        }
        // Floors come first. One that no component may miss leaves no choice; where some may be
        // below it, every choice of those that are lifted is tried.
        let mut best: Option<(i64, Vec<Decimal>)> = None;
        let mut starts = vec![self.scores.to_vec()];
        for floor in self.floors {
            let lifted = |start: &[Decimal], index: usize| {
                let mut lifted = start.to_vec();
                lifted[index] = floor.floor.at_least.min(self.ceiling[index]).max(start[index]);
                lifted
            };
            for &index in floor.components.iter().filter(|index| subset.contains(index)) {
                if floor.floor.allowed == 0 {
                    starts = starts.iter().map(|start| lifted(start, index)).collect();
                } else {
                    let below = starts.iter().filter(|start| start[index] < floor.floor.at_least);
                    let more: Vec<_> = below.map(|start| lifted(start, index)).collect();
                    starts.extend(more);
                }
            }
        }
        for start in starts {
            if let Some(raised) = self.fill(subset, start) {
                let points = self.points(&raised);
                if best.as_ref().is_none_or(|(least, _)| points < *least) {
                    best = Some((points, raised));
                }
            }
        }
        best.map(|(_, raised)| raised)
    }

    /// Points go where they weigh most until the grade is reached.
    fn fill(&self, subset: &[usize], mut scores: Vec<Decimal>) -> Option<Vec<Decimal>> {
        if (self.reaches)(&scores) {
            return Some(scores);
        }
        let mut order = subset.to_vec();
        order.order_by_key(|&i| std::cmp::Reverse(self.instrument.components[i].component.weight));
        for index in order {
            let before = scores[index];
            scores[index] = self.ceiling[index].max(before);
            if (self.reaches)(&scores) {
                let (mut low, mut high) = (before.steps(), scores[index].steps());
                while low < high {
                    let middle = low + (high - low) / 2;
                    scores[index] = Decimal::from_steps(middle)?;
                    if (self.reaches)(&scores) { high = middle } else { low = middle + 1 }
                }
                scores[index] = Decimal::from_steps(high)?;
                return Some(scores);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Error;
    use crate::{Register, RuleBook};

    fn wait_until(founded: &str, held_for: &str, on: &str) -> Result<Option<Date>, Error> {
        let register = Register::from_json(&format!(
            r#"{{ "body": {{ "name": "LKKS", "level": "nation" }},
                  "organisations": [{{ "id": "a", "name": "A", "founded": "{founded}" }}] }}"#
        ))?;
        let book = RuleBook::empty().with_json(&format!(
            r#"{{ "id": "p", "subject": "accreditation", "title": {{ "id": "x", "en": "x" }},
                  "source": "made up for a test",
                  "criterion": [{{ "id": "old", "gates": "application", "require": {held_for},
                    "cite": {{ "regulation": "x" }}, "certainty": "assumed" }}] }}"#
        ))?;
        let assessment = register.assess(&book, on.parse()?)?;
        let advice = assessment.verdict("a")?.accreditation.advice.first();
        Ok(advice.and_then(|advice| advice.changes.first()).and_then(|change| change.until))
    }

    #[test]
    fn one_waits_to_the_day_itself_whatever_the_length_of_the_years() {
        let one = r#"{ "fact": "founded", "held_for": { "years": 1 } }"#;
        let two = r#"{ "fact": "founded", "held_for": { "years": 2 } }"#;
        let either = format!(r#"{{ "any": [{one}, {two}] }}"#);
        let both = format!(r#"{{ "all": [{one}, {two}] }}"#);
        for (founded, held_for, on, expected) in [
            ("2024-02-29", two, "2025-03-01", "2026-02-28"),
            ("2023-03-15", one, "2023-06-01", "2024-03-15"),
            ("2023-03-15", &either, "2023-06-01", "2024-03-15"),
            ("2023-03-15", &both, "2023-06-01", "2025-03-15"),
        ] {
            let until = wait_until(founded, held_for, on);
            assert_eq!(until, Ok(expected.parse().ok()), "{founded} {held_for}");
        }
    }
}
