//! What advice starts from: the facts of one organisation, and what changing one of them means.

use super::{Action, Change};
use crate::calendar::{Date, LeapDay};
use crate::facts::{Fact, UnknownReason, Value, is_changeable};
use crate::rules::plan::{Ask, Plan, Test};

/// The facts of one organisation on one day, under one plan.
pub(super) struct Situation<'a> {
    pub(super) plan: &'a Plan,
    pub(super) facts: &'a [Fact],
    pub(super) on: Date,
}

impl Situation<'_> {
    pub(super) fn is_changeable(&self, fact: usize) -> bool {
        let wanted = &self.plan.facts[fact];
        is_changeable(&wanted.spec.name, wanted.built_in)
    }

    /// Whether the fact has this value today.
    pub(super) fn has(&self, fact: usize, value: &Value) -> bool {
        matches!(self.facts.get(fact), Some(Fact::Known(today)) if today == value)
    }

    pub(super) fn is_unknown(&self, fact: usize) -> bool {
        matches!(self.facts.get(fact), Some(Fact::Unknown(_)) | None)
    }

    /// Whether a day that is known only has to recede further into the past.
    pub(super) fn can_wait(&self, fact: usize, tests: &[&Test]) -> bool {
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

    pub(super) fn change(
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
    pub(super) fn effort(&self, fact: usize, value: &Value) -> i64 {
        match (self.facts.get(fact), value) {
            (Some(Fact::Known(Value::Number(now))), Value::Number(then)) => {
                (then.steps() - now.steps()).abs()
            }
            (Some(Fact::Known(Value::Date(now))), Value::Date(then)) => now.days_since(*then).abs(),
            _ => 0,
        }
    }
}
