//! The smallest change that meets a group of criteria, by trying every set of facts, the small
//! ones first.

use super::is_satisfied;
use super::situation::Situation;
use crate::assess::judge::truth_of;
use crate::facts::{Fact, Value};
use crate::rules::candidates;
use crate::rules::plan::{PlanCriterion, Truth};
use std::ops::ControlFlow;

/// More combinations than this are not tried in one group.
const MOST_COMBINATIONS: usize = 50_000;

/// Facts and the values they are changed to.
type Changed = Vec<(usize, Value)>;

/// A search for the smallest change in one group.
pub(super) struct Search<'a> {
    pub(super) situation: &'a Situation<'a>,
    pub(super) group: &'a [&'a PlanCriterion],
    pub(super) facts: &'a [usize],
    pub(super) values: &'a [Vec<Value>],
}

impl Search<'_> {
    /// The change of the fewest facts that meets every criterion of the group, and of those the
    /// one with the least effort; and whether every smaller set was tried.
    pub(super) fn smallest(&self, movable: &[usize]) -> (Option<Changed>, bool) {
        let mut left = MOST_COMBINATIONS;
        for size in 1..=movable.len() {
            let mut best: Option<(i64, Changed)> = None;
            let mut all_tried = true;
            let _ = for_each_subset(movable, size, &mut |subset| {
                let (found, used, complete) = self.try_subset(subset, left);
                left = left.saturating_sub(used.max(1));
                all_tried &= complete && left > 0;
                if let Some((effort, change)) = found
                    && best.as_ref().is_none_or(|(least, _)| effort < *least)
                {
                    best = Some((effort, change));
                }
                if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            if !all_tried {
                let found = best.map(|(_, change)| change).or_else(|| self.everything(movable));
                return (found, false);
            }
            if best.is_some() {
                return (best.map(|(_, change)| change), true);
            }
        }
        (None, true)
    }

    /// Where too much would have to be tried: every fact set to what helps by itself, and then all
    /// taken back that is not needed.
    fn everything(&self, movable: &[usize]) -> Option<Changed> {
        let on = self.situation.on;
        let met = |sheet: &[Fact]| {
            self.group.iter().filter(|c| is_satisfied(truth_of(c, sheet, on))).count()
        };
        let leaves = |fact: usize, value: &Value| {
            let mut held = 0;
            for test in self.group.iter().map(|criterion| &criterion.require) {
                test.leaves(&mut |f, ask| {
                    held += usize::from(f == fact && ask.of(value, on) == Truth::True);
                });
            }
            held
        };
        let mut sheet = self.situation.facts.to_vec();
        let mut changed = Changed::new();
        for &i in movable {
            let fact = self.facts[i];
            let best = self.values[i].iter().max_by_key(|value| leaves(fact, value))?;
            sheet[fact] = Fact::Known(best.clone());
            changed.push((fact, best.clone()));
        }
        if met(&sheet) < self.group.len() {
            return None;
        }
        changed.retain(|(fact, value)| {
            sheet[*fact] = self.situation.facts[*fact].clone();
            let needed = met(&sheet) < self.group.len();
            if needed {
                sheet[*fact] = Fact::Known(value.clone());
            }
            needed
        });
        Some(changed)
    }

    fn try_subset(&self, subset: &[usize], limit: usize) -> (Option<(i64, Changed)>, usize, bool) {
        let values: Vec<Vec<Value>> = subset
            .iter()
            .map(|&i| {
                let today = self.situation.facts.get(self.facts[i]);
                let other = |v: &&Value| !matches!(today, Some(Fact::Known(now)) if now == *v);
                self.values[i].iter().filter(other).cloned().collect()
            })
            .collect();
        let mut sheet = self.situation.facts.to_vec();
        let mut best: Option<(i64, Changed)> = None;
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

/// Calls `each` with every subset of `items` of this size, in order, until it says stop.
pub(super) fn for_each_subset(
    items: &[usize],
    size: usize,
    each: &mut dyn FnMut(&[usize]) -> ControlFlow<()>,
) -> ControlFlow<()> {
    fn go(
        items: &[usize],
        from: usize,
        size: usize,
        chosen: &mut Vec<usize>,
        each: &mut dyn FnMut(&[usize]) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if chosen.len() == size {
            return each(chosen);
        }
        for index in from..items.len() {
            chosen.push(items[index]);
            go(items, index + 1, size, chosen, each)?;
            chosen.pop();
        }
        ControlFlow::Continue(())
    }
    go(items, 0, size, &mut Vec::new(), each)
}
