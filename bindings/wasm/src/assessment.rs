//! The class `Assessment`; its verdicts go across one by one.

use crate::error::OrThrowAt;
use crate::failure::{Answer, OrThrow};
use lkks::canonical_json;
use wasm_bindgen::prelude::*;

/// The assessment of a register on a day.
#[wasm_bindgen]
pub struct Assessment(pub(crate) lkks::Assessment);

#[wasm_bindgen]
impl Assessment {
    /// The day.
    pub fn on(&self) -> String {
        self.0.on.to_string()
    }

    /// The name of the coordinating body.
    pub fn body(&self) -> String {
        self.0.body.clone()
    }

    /// What a reader of the register must know first.
    pub fn notice(&self) -> Option<String> {
        self.0.notice.clone()
    }

    /// How many verdicts there are.
    pub fn size(&self) -> usize {
        self.0.verdicts.len()
    }

    /// The register as a whole, as JSON.
    pub fn summary(&self) -> String {
        canonical_json(&self.0.summary)
    }

    /// Whether there is a verdict on this organisation.
    pub fn has(&self, id: &str) -> bool {
        self.0.position(id).is_some()
    }

    /// The verdict on one organisation, as JSON.
    pub fn verdict(&self, id: &str) -> Answer<String> {
        self.0.verdict(id).map(lkks::Verdict::to_json).or_throw()
    }

    /// The verdict at a position, as JSON; nothing beyond the last.
    #[wasm_bindgen(js_name = verdictAt)]
    pub fn verdict_at(&self, position: usize) -> Option<String> {
        self.0.verdicts.get(position).map(lkks::Verdict::to_json)
    }

    /// The verdict on one organisation as a text to read aloud.
    #[wasm_bindgen(js_name = explainVerdict)]
    pub fn explain_verdict(&self, id: &str, lang: &str) -> Answer<String> {
        let lang = lang.parse().or_throw_at("lang")?;
        self.0.verdict(id).map(|verdict| verdict.explain(lang)).or_throw()
    }

    /// The whole as a text to read aloud.
    pub fn explain(&self, lang: &str) -> Answer<String> {
        Ok(self.0.explain(lang.parse().or_throw_at("lang")?))
    }

    /// The assessment as canonical JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}
