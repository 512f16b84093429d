//! Errors across: every error of the core becomes an exception of `lkks/errors.py`.

use lkks::message::Lang;
use lkks::{Error, Problem};
use pyo3::intern;
use pyo3::prelude::*;

/// The exception that a refusal becomes.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// `InputError`: a register or an argument is wrong.
    Input,
    /// `RuleError`: a rule pack is wrong, or not there.
    Rule,
}

/// Lets an answer of the core be one line of a method.
pub(crate) trait OrRaise<T> {
    /// The value, or an `InputError`.
    fn or_input(self) -> PyResult<T>;
    /// The value, or a `RuleError`.
    fn or_rule(self) -> PyResult<T>;
    /// The value, or an `InputError` with the argument's name before every path.
    fn or_input_at(self, argument: &str) -> PyResult<T>;
}

impl<T, E: Into<Error>> OrRaise<T> for Result<T, E> {
    fn or_input(self) -> PyResult<T> {
        self.map_err(|error| exception(Kind::Input, &error.into()))
    }

    fn or_rule(self) -> PyResult<T> {
        self.map_err(|error| exception(Kind::Rule, &error.into()))
    }

    fn or_input_at(self, argument: &str) -> PyResult<T> {
        self.map_err(|error| exception(Kind::Input, &error.into().under(argument)))
    }
}

/// The exception of one problem with an argument.
pub(crate) fn refusal(problem: Problem) -> PyErr {
    exception(Kind::Input, &problem.into())
}

pub(crate) fn exception(kind: Kind, error: &Error) -> PyErr {
    Python::attach(|py| {
        let name = match kind {
            Kind::Input => intern!(py, "InputError"),
            Kind::Rule => intern!(py, "RuleError"),
        };
        let parts = (error.to_json(), error.describe(Lang::Id), error.describe(Lang::En));
        let made = py.import(intern!(py, "lkks.errors"));
        let made = made.and_then(|errors| errors.getattr(name)?.call1(parts));
        made.map_or_else(|failure| failure, PyErr::from_value)
    })
}
