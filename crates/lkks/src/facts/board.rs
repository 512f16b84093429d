//! The facts of a board on one day.

use super::{Fact, Value};
use crate::Decimal;
use crate::term::BoardFacts;

/// The fact of this name.
pub(crate) fn board_fact(facts: &BoardFacts, name: &str) -> Fact {
    let count =
        |n: Option<i64>| Fact::known(n.and_then(|n| Decimal::from_integer(n).ok()), Value::Number);
    let yes = |yes: Option<bool>| Fact::known(yes, Value::Boolean);
    match name {
        "in_term" => yes(Some(facts.in_term)),
        "musda_held" => yes(facts.musda_held),
        "inducted" => yes(facts.inducted),
        "oath_taken" => yes(facts.oath_taken),
        "term_length_months" => count(facts.term_length_months.map(i64::from)),
        "seats" => count(Some(i64::from(facts.seats))),
        "vacant_seats" => count(facts.vacant_seats.map(i64::from)),
        "overfilled_offices" => count(Some(i64::from(facts.overfilled_offices))),
        "replacements" => count(Some(i64::from(facts.replacements))),
        "days_without_board" => count(Some(facts.days_without_board)),
        "days_since_term_end" => count(facts.days_since_term_end),
        "days_to_term_end" => count(facts.days_to_term_end),
        _ => Fact::MISSING,
    }
}
