//! Errors of arguments that JavaScript itself has to refuse, in the core's words.

use crate::failure::{Answer, OrThrow, failure};
use lkks::message::Code;
use lkks::{Error, Problem};
use wasm_bindgen::prelude::*;

/// Hands an error about an argument to JavaScript.
pub(crate) trait OrThrowAt<T> {
    /// The value, or the error with the argument's name before every path.
    fn or_throw_at(self, argument: &str) -> Answer<T>;
}

impl<T, E: Into<Error>> OrThrowAt<T> for Result<T, E> {
    fn or_throw_at(self, argument: &str) -> Answer<T> {
        self.map_err(|error| error.into().under(argument)).or_throw()
    }
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
