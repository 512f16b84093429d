//! Errors across: as text, of which `js/error.js` makes an `LkksError`.

use lkks::message::{Code, Lang};
use lkks::{Error, Problem, canonical_json};
use wasm_bindgen::prelude::*;

/// What a call of the core gives, or what JavaScript is to throw.
pub(crate) type Answer<T> = Result<T, JsValue>;

/// Lets `?`-free one-liners hand an error of the core to JavaScript.
pub(crate) trait OrThrow<T> {
    /// The value, or the error as JavaScript receives it.
    fn or_throw(self) -> Answer<T>;
    /// The same, with the argument's name before every path.
    fn or_throw_at(self, argument: &str) -> Answer<T>;
}

impl<T, E: Into<Error>> OrThrow<T> for Result<T, E> {
    fn or_throw(self) -> Answer<T> {
        self.map_err(|error| JsValue::from_str(&failure(&error.into())))
    }

    fn or_throw_at(self, argument: &str) -> Answer<T> {
        self.map_err(|error| error.into().under(argument)).or_throw()
    }
}

/// An error in the one form that crosses: its canonical JSON and its text for a stack trace.
fn failure(error: &Error) -> String {
    let message = canonical_json(&error.describe(Lang::En));
    format!("{{\"error\":{},\"message\":{message}}}", error.to_json())
}

/// The error of an argument that JavaScript itself had to refuse, since it cannot go across.
///
/// `names` are those that were allowed, for a suggestion. A code that does not exist gives
/// `wrong-type`.
#[wasm_bindgen(js_name = failureOf)]
pub fn failure_of(
    code: &str,
    path: &str,
    value: Option<String>,
    expected: Option<String>,
    names: Vec<String>,
) -> String {
    let code = Code::ALL.iter().copied().find(|known| known.key() == code);
    let mut problem = Problem::error(code.unwrap_or(Code::WrongType)).at(path);
    if let Some(value) = value {
        problem = problem.value(value).suggest(names.iter().map(String::as_str));
    }
    if let Some(expected) = expected {
        problem = problem.expected(expected);
    }
    failure(&problem.into())
}

/// The error of a number that is none: JSON cannot carry it, so JavaScript asks here.
#[wasm_bindgen(js_name = failureOfNumber)]
pub fn failure_of_number(number: f64, path: &str) -> String {
    let problem = Problem::error(Code::InvalidNumber).value(number);
    failure(&Error::from(problem.at(path)))
}
