//! The class `Register`.

use crate::assessment::Assessment;
use crate::error::OrThrowAt;
use crate::failure::{Answer, OrThrow};
use crate::register_on::RegisterOn;
use crate::room;
use crate::rule_book::RuleBook;
use lkks::canonical_json;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A register that was read and checked.
#[wasm_bindgen]
pub struct Register(pub(crate) Rc<lkks::Register>);

#[wasm_bindgen]
impl Register {
    /// A register from JSON text.
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(text: &str) -> Answer<Self> {
        room::for_reading(text);
        lkks::Register::from_json(text).map(|register| Self(Rc::new(register))).or_throw()
    }

    /// The register as canonical JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// What is odd in it without being wrong, as JSON.
    pub fn warnings(&self) -> String {
        canonical_json(&self.0.warnings())
    }

    /// One organisation, as JSON.
    pub fn organisation(&self, id: &str) -> Answer<String> {
        self.0.organisation(id).map(canonical_json).or_throw()
    }

    /// How many organisations it holds.
    pub fn size(&self) -> usize {
        self.0.data().organisations.len()
    }

    /// What held on a day.
    pub fn on(&self, day: &str) -> Answer<RegisterOn> {
        let day = day.parse().or_throw_at("on")?;
        Ok(RegisterOn { register: Rc::clone(&self.0), day })
    }

    /// Assesses every organisation, and the board.
    pub fn assess(&self, rules: &RuleBook, on: &str) -> Answer<Assessment> {
        let on = on.parse().or_throw_at("on")?;
        room::for_verdicts(self.size());
        self.0.assess(&rules.0, on).map(Assessment).or_throw()
    }
}
