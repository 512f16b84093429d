//! What belongs to no class.

use crate::error::OrThrowAt;
use crate::failure::{Answer, OrThrow};
use crate::register::Register;
use crate::rule_book::RuleBook;
use lkks::canonical_json;
use wasm_bindgen::prelude::*;

/// Whose verdict changes from one book to the other, and why, as JSON.
#[wasm_bindgen]
pub fn simulate(
    register: &Register,
    before: &RuleBook,
    after: &RuleBook,
    on: &str,
) -> Answer<String> {
    let on = on.parse().or_throw_at("on")?;
    let simulation = lkks::simulate(&register.0, &before.0, &after.0, on);
    simulation.map(|simulation| canonical_json(&simulation)).or_throw()
}

/// Checks that the verdict in this JSON text bears the hash of what it says.
#[wasm_bindgen(js_name = verifyReceipt)]
pub fn verify_receipt(verdict: &str) -> Answer<()> {
    lkks::verify_receipt(verdict).or_throw()
}

/// The hash that the receipt of the verdict in this JSON text should bear.
#[wasm_bindgen(js_name = recomputeReceipt)]
pub fn recompute_receipt(verdict: &str) -> Answer<String> {
    lkks::recompute_receipt(verdict).or_throw()
}
