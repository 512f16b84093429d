//! Errors across: as text, of which `js/error.js` makes an `LkksError`.

use lkks::message::Lang;
use lkks::{Error, canonical_json};
use wasm_bindgen::JsValue;

/// What a call of the core gives, or what JavaScript is to throw.
pub(crate) type Answer<T> = Result<T, JsValue>;

/// Hands an error of the core to JavaScript.
pub(crate) trait OrThrow<T> {
    /// The value, or the error as JavaScript receives it.
    fn or_throw(self) -> Answer<T>;
}

impl<T, E: Into<Error>> OrThrow<T> for Result<T, E> {
    fn or_throw(self) -> Answer<T> {
        self.map_err(|error| JsValue::from_str(&failure(&error.into())))
    }
}

/// An error in the one form that crosses: its canonical JSON and its text for a stack trace.
pub(crate) fn failure(error: &Error) -> String {
    let message = canonical_json(&error.describe(Lang::En));
    format!("{{\"error\":{},\"message\":{message}}}", error.to_json())
}
