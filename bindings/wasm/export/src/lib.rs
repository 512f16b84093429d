//! The writers in a module of their own, which a page loads once something is to be saved.
//!
//! They are handed the canonical JSON of the register that the first module holds: the two share no
//! memory.
#![allow(unreachable_pub, reason = "wasm-bindgen exports only what is `pub`, wherever it stands")]

#[path = "../../src/failure.rs"]
mod failure;

use failure::{Answer, OrThrow};
use lkks::{Error, Problem, Register, canonical_json};
use lkks_exchange::{Form, TemplateOptions, WriteOptions};
use wasm_bindgen::prelude::*;

/// What was written.
#[wasm_bindgen]
pub struct Written(lkks_exchange::Written);

#[wasm_bindgen]
impl Written {
    /// This register, as JSON, in this form; `options` is JSON too.
    pub fn of(register: &str, form: &str, options: &str) -> Answer<Self> {
        let at_form = |problem: Problem| Error::from(problem.at("form"));
        let form = form.parse::<Form>().map_err(at_form).or_throw()?;
        let options = WriteOptions::from_json(options).or_throw()?;
        let register = Register::from_json(register).or_throw()?;
        lkks_exchange::write(&register, form, &options).map(Self).or_throw()
    }

    /// An empty workbook to fill in; `options` is JSON.
    pub fn template(options: &str) -> Answer<Self> {
        let options = TemplateOptions::from_json(options).or_throw()?;
        lkks_exchange::template(&options).map(Self).or_throw()
    }

    /// In which form.
    pub fn form(&self) -> String {
        self.0.form.key().to_owned()
    }

    /// The media type under which it is sent.
    #[wasm_bindgen(js_name = mediaType)]
    pub fn media_type(&self) -> String {
        self.0.form.media_type().to_owned()
    }

    /// What the name of its file ends with.
    pub fn extension(&self) -> String {
        self.0.form.extension().to_owned()
    }

    /// The bytes of a file.
    pub fn content(&self) -> Vec<u8> {
        self.0.content.clone()
    }

    /// The content as text; nothing for a form that is no text.
    pub fn text(&self) -> Option<String> {
        self.0.text().map(str::to_owned)
    }

    /// What the form cannot hold, as JSON.
    pub fn lost(&self) -> String {
        canonical_json(&self.0.lost)
    }
}
