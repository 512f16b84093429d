//! One block being judged: its days, who may be judged, which plan decides, and the facts.

use super::certainty::Sureness;
use super::days::DayOf;
use super::fact::FactCells;
use super::input::{Block, HeldInputs};
use super::records::Records;
use super::truths::Truths;
use super::{ColumnPlan, Mask};
use crate::rules::Subject;
use std::cell::OnceCell;

/// A block and the days on which its rows are judged.
#[derive(Debug)]
pub(super) struct Sitting<'b> {
    pub(super) plan: &'b ColumnPlan,
    pub(super) block: &'b Block,
    pub(super) on: DayOf<'b>,
    /// The rows that are not refused.
    pub(super) rows: Mask,
    /// The records of those who hold nothing.
    pub(super) nothing_held: Records<'b>,
}

impl std::fmt::Debug for DayOf<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All(day) => write!(f, "{day}"),
            Self::Each(_) => f.write_str("each its own"),
        }
    }
}

impl Sitting<'_> {
    /// The rows in whose region a plan may apply.
    pub(super) fn in_region(&self, rules: usize) -> Mask {
        let Some(region) = self.plan.rules[rules].region else { return Mask::ALL };
        let Some(words) = self.block.words(self.plan.records.region) else { return Mask::NONE };
        let classes = &self.plan.region_classes;
        let inside = Mask::of(|row| {
            classes.get(usize::from(words.values[row])).is_some_and(|class| class[region])
        });
        inside & words.known
    }

    /// Which plan on `subject` decides for each of `rows` on a day, by their place among the rules.
    /// `applies` says for which rows a plan counts.
    pub(super) fn choose(
        &self,
        subject: Subject,
        on: DayOf<'_>,
        rows: Mask,
        with_assumed: bool,
        applies: &dyn Fn(usize) -> Mask,
    ) -> Vec<(usize, Mask)> {
        let precedence = self.plan.precedence(subject);
        let mut open = rows;
        let mut chosen = Vec::new();
        let assumed = if with_assumed { precedence.assumed() } else { &[] };
        let in_force = precedence.in_force().iter().map(|place| (*place, true));
        for (place, dated) in assumed.iter().map(|place| (*place, false)).chain(in_force) {
            if open.is_empty() {
                break;
            }
            let rules = &self.plan.rules[place];
            let in_force = if dated { rules.in_force(on) } else { Mask::ALL };
            let possible = open & in_force;
            if possible.is_empty() {
                continue;
            }
            let possible = possible & self.in_region(place);
            if possible.is_empty() {
                continue;
            }
            let taken = possible & applies(place);
            if !taken.is_empty() {
                open = open.but(taken);
                chosen.push((place, taken));
            }
        }
        chosen
    }

    /// The plan that decides for each row, by its place: that in force, or, for an application
    /// pending since before it came into force, the one its transition names.
    pub(super) fn decide(
        &self,
        subject: Subject,
        facts: &Facts<'_>,
        sureness: &mut Sureness,
    ) -> Vec<(usize, Mask)> {
        let applies = |rules: usize| {
            let truths = facts.applies(rules);
            truths.yes | truths.unknown
        };
        let current = self.choose(subject, self.on, self.rows, true, &applies);
        let inputs = self.plan.records.held(subject);
        let Some(lodged) = self.block.days(inputs.lodged) else { return current };
        let pending = self.pending(inputs);
        if pending.is_empty() {
            return current;
        }
        let mut decided = Vec::new();
        for (place, mut rows) in current {
            let first = self.plan.rules[place].first_day();
            let before = rows & pending & Mask::of(|row| lodged.values[row] < first);
            let old = self.choose(subject, DayOf::Each(&lodged.values), before, true, &applies);
            for (earlier, lodged_under) in old {
                let endings = self.plan.rules[earlier].endings.iter();
                let Some(passes) = endings.into_iter().find(|ending| ending.later == place) else {
                    continue;
                };
                sureness.rests(lodged_under, passes.certainty);
                if passes.keeps_applications {
                    rows = rows.but(lodged_under);
                    decided.push((earlier, lodged_under));
                }
            }
            decided.push((place, rows));
        }
        decided
    }

    /// The rows that are members on their day.
    pub(super) fn members(&self) -> Mask {
        let records = &self.plan.records;
        let Some(since) = self.block.days(records.member_since) else { return Mask::NONE };
        let on = self.on;
        let joined = since.known & Mask::of(|row| since.values[row] <= on.at(row));
        let left = self.block.days(records.member_until).map_or(Mask::NONE, |until| {
            until.known & Mask::of(|row| until.values[row] < on.at(row))
        });
        joined.but(left)
    }

    /// The rows with an application that is not answered on the day.
    pub(super) fn pending(&self, inputs: HeldInputs) -> Mask {
        let Some(lodged) = self.block.days(inputs.lodged) else { return Mask::NONE };
        let on = self.on;
        let made = lodged.known & Mask::of(|row| lodged.values[row] <= on.at(row));
        let answered = self.block.days(inputs.answered).map_or(Mask::NONE, |answered| {
            answered.known & Mask::of(|row| answered.values[row] <= on.at(row))
        });
        made.but(answered)
    }
}

/// The facts of a block on a day for each row, each worked out once.
#[derive(Debug)]
pub(super) struct Facts<'b> {
    plan: &'b ColumnPlan,
    block: &'b Block,
    on: DayOf<'b>,
    records: &'b Records<'b>,
    cells: Vec<OnceCell<FactCells<'b>>>,
}

impl<'b> Facts<'b> {
    pub(super) fn new(sitting: &Sitting<'b>, on: DayOf<'b>, records: &'b Records<'b>) -> Self {
        let plan = sitting.plan;
        Self {
            plan,
            block: sitting.block,
            on,
            records,
            cells: plan.facts.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    pub(super) fn cells(&self, fact: usize) -> &FactCells<'b> {
        self.cells[fact].get_or_init(|| self.plan.facts[fact].of(self.block, self.on, self.records))
    }

    /// Where a plan applies, by what its own condition says.
    pub(super) fn applies(&self, rules: usize) -> Truths {
        match &self.plan.rules[rules].applies_when {
            None => Truths { yes: Mask::ALL, ..Truths::NOT_APPLICABLE },
            Some(test) => test.truths(&|fact| self.cells(fact), self.on),
        }
    }
}
