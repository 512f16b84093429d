//! The JavaScript binding: values across, errors across, and one file for each class of the core.
//!
//! It holds no rule: whatever depends on the law is asked of the core crate. Results go across as
//! canonical JSON, the same bytes as in the other languages; what users import is the hand-written
//! half in `js/`, which makes of them the classes and errors that JavaScript expects.
#![allow(unreachable_pub, reason = "wasm-bindgen exports only what is `pub`, wherever it stands")]

mod assessment;
mod error;
mod failure;
mod functions;
mod register;
mod register_on;
mod room;
mod rule_book;

use wasm_bindgen::prelude::*;

/// The version of the library, the same in all its languages.
#[wasm_bindgen]
pub fn version() -> String {
    lkks::VERSION.to_owned()
}
