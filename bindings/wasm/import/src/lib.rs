//! The importers in a module of their own, which a page loads once a file is dropped on it.
//!
//! They hand over the canonical JSON of the register they read, for the first module to read again:
//! the two share no memory.
#![allow(unreachable_pub, reason = "wasm-bindgen exports only what is `pub`, wherever it stands")]

#[path = "../../src/failure.rs"]
mod failure;

use failure::{Answer, OrThrow, failure};
use lkks::{Error, canonical_json};
use lkks_exchange::{CsvOptions, ReadOptions};
use wasm_bindgen::prelude::*;

/// The register in this CSV text, as JSON; `options` is JSON too.
#[wasm_bindgen(js_name = readCsv)]
pub fn read_csv(text: &str, options: &str) -> Answer<String> {
    let options = CsvOptions::from_json(options).or_throw()?;
    lkks_exchange::read_csv(text, &options).map(|register| register.to_json()).or_throw()
}

/// What came of reading the bytes of a file.
#[wasm_bindgen]
pub struct Reading(lkks_exchange::Reading);

#[wasm_bindgen]
impl Reading {
    /// Reads the bytes of a file, in whichever form; `options` is JSON.
    pub fn of(bytes: &[u8], options: &str) -> Answer<Self> {
        let options = ReadOptions::from_json(options).or_throw()?;
        lkks_exchange::read(bytes, &options).map(Self).or_throw()
    }

    /// The register that was understood, as JSON; nothing where there is none.
    pub fn register(&self) -> Option<String> {
        self.0.register().map(lkks::Register::to_json)
    }

    /// Everything there is to tell, as JSON.
    pub fn problems(&self) -> String {
        canonical_json(&self.0.problems())
    }

    /// The mapping used, as JSON.
    pub fn mapping(&self) -> String {
        self.0.mapping().to_json()
    }

    /// All of it as canonical JSON.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The error that a strict reading is, in the form in which errors cross; nothing where nothing
    /// is wrong.
    pub fn refusal(&self) -> Option<String> {
        Error::if_any(self.0.problems().to_vec()).err().map(|error| failure(&error))
    }
}
