//! The class `RegisterOn`: a register on one day.

use lkks::{Date, canonical_json};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// A register on one day; each list is JSON.
#[wasm_bindgen]
pub struct RegisterOn {
    pub(crate) register: Rc<lkks::Register>,
    pub(crate) day: Date,
}

impl RegisterOn {
    fn view(&self) -> lkks::register::RegisterOn<'_> {
        self.register.on(self.day)
    }
}

#[wasm_bindgen]
impl RegisterOn {
    /// The day.
    pub fn day(&self) -> String {
        self.day.to_string()
    }

    /// The memberships that held that day.
    pub fn memberships(&self) -> String {
        canonical_json(&self.view().memberships().collect::<Vec<_>>())
    }

    /// The organisations that were members that day.
    pub fn members(&self) -> String {
        canonical_json(&self.view().members().collect::<Vec<_>>())
    }

    /// Whether this organisation was a member that day.
    #[wasm_bindgen(js_name = isMember)]
    pub fn is_member(&self, id: &str) -> bool {
        self.view().is_member(id)
    }

    /// The term of office that ran that day, or `null`.
    pub fn term(&self) -> String {
        canonical_json(&self.view().term())
    }

    /// Who held which office that day.
    pub fn holders(&self) -> String {
        canonical_json(&self.view().holders())
    }

    /// The cases that stood open that day.
    #[wasm_bindgen(js_name = openCases)]
    pub fn open_cases(&self) -> String {
        canonical_json(&self.view().open_cases().collect::<Vec<_>>())
    }

    /// The activities that had taken place by that day.
    pub fn activities(&self) -> String {
        canonical_json(&self.view().activities().collect::<Vec<_>>())
    }
}
