//! The fewest components to raise for a better grade, and of those the fewest points.

use super::search::for_each_subset;
use super::situation::Situation;
use super::{Advice, Goal};
use crate::Decimal;
use crate::assess::score::{self, Score};
use crate::facts::Value;
use crate::order::InOrder;
use crate::rules::Gate;
use crate::rules::plan::{PlanCriterion, PlanFloor, PlanInstrument};
use std::ops::ControlFlow;

/// What lifts a scored organisation to the next better accredited grade.
pub(super) fn lift(
    situation: &Situation<'_>,
    instrument: &PlanInstrument,
    score: &Score,
) -> Option<Advice> {
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
    // What the criteria ask for already raises some of the scores.
    let today = scores;
    let mut scores = today.clone();
    for (score, component) in scores.iter_mut().zip(&instrument.components) {
        let name = &plan.facts[component.fact].spec.name;
        let asked = advice.changes.iter().find(|change| change.fact == *name);
        if let Some(to) = asked.and_then(|change| change.to.as_ref()?.parse().ok()) {
            *score = to;
        }
    }
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
        let (raised, all_tried) = climb.smallest()?;
        advice.smallest &= all_tried;
        for (index, component) in instrument.components.iter().enumerate() {
            if raised[index] != scores[index] {
                let name = &plan.facts[component.fact].spec.name;
                let known = advice.changes.iter().position(|change| change.fact == *name);
                let criteria = known.map(|known| advice.changes.remove(known).criteria);
                let value = Value::Number(raised[index]);
                let criteria = criteria.unwrap_or_default();
                advice.changes.push(situation.change(component.fact, Some(&value), &[], criteria));
            }
        }
    }
    (!advice.changes.is_empty() || !advice.out_of_reach.is_empty()).then_some(advice)
}

/// More sets of components than this are not tried.
const MOST_SUBSETS: usize = 20_000;
/// More ways of lifting some components to a floor than this are not tried.
const MOST_STARTS: usize = 256;

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
    /// The raised scores, and whether every smaller set of components was tried.
    fn smallest(&self) -> Option<(Vec<Decimal>, bool)> {
        let mut all: Vec<usize> = (0..self.scores.len()).collect();
        if !(self.reaches)(self.ceiling) {
            return None;
        }
        let mut left = MOST_SUBSETS;
        for size in 1..=all.len() {
            let mut best: Option<(i64, Vec<Decimal>)> = None;
            let stopped = for_each_subset(&all, size, &mut |subset| {
                if let Some(raised) = self.within(subset) {
                    let points = self.points(&raised);
                    if best.as_ref().is_none_or(|(least, _)| points < *least) {
                        best = Some((points, raised));
                    }
                }
                left -= 1;
                if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            if stopped.is_break() {
                break;
            }
            if let Some((_, raised)) = best {
                return Some((raised, true));
            }
        }
        // Too many to try: those with most to give, until they are enough.
        let gain = |i: usize| {
            let room = i128::from(self.ceiling[i].minus(self.scores[i]).steps());
            room * i128::from(self.instrument.components[i].component.weight.steps())
        };
        all.order_by_key(|&i| std::cmp::Reverse(gain(i)));
        let enough = (1..=all.len()).find_map(|size| self.within(&all[..size]));
        enough.map(|raised| (raised, false))
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
                    starts.extend(more.into_iter().take(MOST_STARTS.saturating_sub(starts.len())));
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
