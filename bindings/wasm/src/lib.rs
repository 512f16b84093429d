//! The JavaScript binding: values across, errors across, and one file for each class of the core.
//!
//! It holds no rule: whatever depends on the law is asked of the core crate. What users import is
//! the hand-written half in `js/`, which makes the classes and errors that JavaScript expects.

use wasm_bindgen::prelude::*;

/// The version of the library, the same in all its languages.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
