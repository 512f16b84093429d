//! The importers in a module of their own, which a page loads once a file is dropped on it.
//!
//! They hand over the canonical JSON of the register they read, for the first module to read again:
//! the two share no memory.
#![allow(unreachable_pub, reason = "wasm-bindgen exports only what is `pub`, wherever it stands")]

#[path = "../../src/failure.rs"]
mod failure;

use failure::{Answer, OrThrow};
use lkks_exchange::CsvOptions;
use wasm_bindgen::prelude::*;

/// The register in this CSV text, as JSON; `options` is JSON too.
#[wasm_bindgen(js_name = readCsv)]
pub fn read_csv(text: &str, options: &str) -> Answer<String> {
    let options = CsvOptions::from_json(options).or_throw()?;
    lkks_exchange::read_csv(text, &options).map(|register| register.to_json()).or_throw()
}
