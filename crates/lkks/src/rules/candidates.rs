//! The few values of a fact that matter to a set of conditions.
//!
//! A condition changes its answer only at its bounds. Trying a fact at, below and above each bound,
//! and at the ends of its range, therefore tries every case there is. The lint uses this to find
//! criteria that can never be met or never fail, and advice to find the smallest change.

use crate::Decimal;
use crate::calendar::{Date, LeapDay};
use crate::facts::{Document, FactType, Value};
use crate::order::InOrder;
use crate::rules::plan::{Ask, PlanFact};

/// Every value of `fact` worth trying on `on`, given what is asked of it.
pub(crate) fn of(fact: &PlanFact, asks: &[&Ask], on: Date) -> Vec<Value> {
    match fact.spec.kind {
        FactType::Boolean => vec![Value::Boolean(true), Value::Boolean(false)],
        FactType::Document => vec![
            Value::Document(Document { present: true, ..Document::default() }),
            Value::Document(Document::default()),
            Value::Document(Document {
                present: true,
                last_day: Some(on.day_before()),
                ..Document::default()
            }),
        ],
        FactType::Choice => choices(fact, asks),
        FactType::Integer | FactType::Decimal => numbers(fact, asks),
        FactType::Date => dates(asks, on),
    }
}

fn choices(fact: &PlanFact, asks: &[&Ask]) -> Vec<Value> {
    let mut values: Vec<Value> = fact.spec.choices.iter().cloned().map(Value::Choice).collect();
    if values.is_empty() {
        values = bounds(asks);
        values.push(Value::Choice(String::new()));
    }
    values
}

fn bounds(asks: &[&Ask]) -> Vec<Value> {
    let mut values = Vec::new();
    for ask in asks {
        match ask {
            Ask::OneOf(all) => values.extend(all.iter().cloned()),
            Ask::AtLeast(v) | Ask::AtMost(v) | Ask::MoreThan(v) | Ask::LessThan(v) => {
                values.push(v.clone());
            }
            Ask::Valid | Ask::Present | Ask::HeldFor(_) => {}
        }
    }
    values
}

fn numbers(fact: &PlanFact, asks: &[&Ask]) -> Vec<Value> {
    let step = match fact.spec.kind {
        FactType::Integer => Decimal::from_integer(1).unwrap_or(Decimal::STEP),
        _ => Decimal::STEP,
    };
    let (min, max) = (fact.spec.min, fact.spec.max);
    let mut tried: Vec<Decimal> = min.into_iter().chain(max).collect();
    for bound in bounds(asks) {
        if let Value::Number(bound) = bound {
            tried.extend([bound.minus(step), bound, bound.plus(step)]);
        }
    }
    tried.retain(|n| min.is_none_or(|min| min <= *n) && max.is_none_or(|max| *n <= max));
    tried.order();
    tried.dedup();
    tried.into_iter().map(Value::Number).collect()
}

fn dates(asks: &[&Ask], on: Date) -> Vec<Value> {
    let mut tried = vec![on];
    for ask in asks {
        if let Ask::HeldFor(duration) = ask
            && let Ok(day) = duration.before(on, LeapDay::LastOfMonth)
        {
            tried.extend([day.day_before(), day, day.day_after()]);
        }
    }
    for bound in bounds(asks) {
        if let Value::Date(bound) = bound {
            tried.extend([bound.day_before(), bound, bound.day_after()]);
        }
    }
    tried.order();
    tried.dedup();
    tried.into_iter().map(Value::Date).collect()
}

/// Calls `each` with every way of picking one value for each fact, until it says stop; at most
/// `limit` of them. Says whether all were tried.
pub(crate) fn every_combination(
    values: &[Vec<Value>],
    limit: usize,
    each: &mut impl FnMut(&[&Value]) -> std::ops::ControlFlow<()>,
) -> bool {
    if values.iter().any(Vec::is_empty) {
        return true;
    }
    let mut picks = vec![0; values.len()];
    for _ in 0..limit {
        let chosen: Vec<&Value> = picks.iter().zip(values).map(|(&pick, all)| &all[pick]).collect();
        if each(&chosen).is_break() {
            return true;
        }
        // Count up like an odometer.
        let mut place = 0;
        loop {
            if place == picks.len() {
                return true;
            }
            picks[place] += 1;
            if picks[place] < values[place].len() {
                break;
            }
            picks[place] = 0;
            place += 1;
        }
    }
    false
}
