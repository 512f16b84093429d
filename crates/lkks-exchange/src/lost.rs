//! What a format cannot hold: listed while it is written, never dropped in silence.

use lkks::Problem;
use lkks::message::Code;
use std::cell::RefCell;
use std::fmt::Display;

/// The list of one writing.
pub(crate) struct Lost {
    format: &'static str,
    problems: RefCell<Vec<Problem>>,
}

impl Lost {
    /// An empty list for the format with this name.
    pub(crate) const fn to(format: &'static str) -> Self {
        Self { format, problems: RefCell::new(Vec::new()) }
    }

    /// What stands at `path` is not held.
    pub(crate) fn at(&self, path: impl Into<String>, value: impl Display) {
        let problem = Problem::warning(Code::NotHeld).value(value).expected(self.format);
        self.problems.borrow_mut().push(problem.at(path));
    }

    /// Everything that is not held.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}
