//! Options of a call from JSON: a table of known names, every problem of it told in one pass.

use lkks::message::Code;
use lkks::{Error, Problem};
use serde_json::{Map, Value};
use std::str::FromStr;

/// The table of options being read.
pub(crate) struct Options {
    table: Map<String, Value>,
    problems: Vec<Problem>,
}

impl Options {
    /// The table in this text, which has no other names than these.
    pub(crate) fn of(text: &str, known: &[&str]) -> Result<Self, Error> {
        let tree: Value = serde_json::from_str(text)
            .map_err(|error| Problem::error(Code::InvalidJson).value(error).at("options"))?;
        let Value::Object(table) = tree else {
            return Err(wrong_type(&tree, "table").at("options").into());
        };
        let unknown = table.keys().filter(|key| !known.contains(&key.as_str()));
        let problems = unknown
            .map(|key| {
                let problem = Problem::error(Code::UnknownField).value(key);
                let problem = problem.expected(known.join(", ")).suggest(known.iter().copied());
                problem.at(path(key))
            })
            .collect();
        Ok(Self { table, problems })
    }

    /// The option of this name as `make` makes it of its value; nothing where it is absent or null.
    pub(crate) fn take<T>(
        &mut self,
        name: &str,
        make: impl FnOnce(&Value) -> Result<T, Error>,
    ) -> Option<T> {
        let value = self.table.get(name).filter(|value| !value.is_null())?;
        match make(value) {
            Ok(made) => Some(made),
            Err(error) => {
                self.problems.extend(error.under(&path(name)).problems().iter().cloned());
                None
            }
        }
    }

    /// An option that is a text.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        self.take(name, |value| {
            let text = value.as_str().map(str::to_owned);
            text.ok_or_else(|| wrong_type(value, "text").into())
        })
    }

    /// An option that is written as a text; `kind` says of which kind.
    pub(crate) fn parsed<T: FromStr<Err: Into<Error>>>(
        &mut self,
        name: &str,
        kind: &str,
    ) -> Option<T> {
        self.take(name, |value| match value.as_str() {
            Some(text) => text.parse().map_err(Into::into),
            None => Err(wrong_type(value, kind).into()),
        })
    }

    /// An option that is a list; `kind` says of what.
    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        kind: &str,
        make: impl Fn(&Value) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.take(name, |value| {
            let Some(items) = value.as_array() else {
                return Err(wrong_type(value, "list").into());
            };
            let made = items.iter().enumerate().map(|(index, item)| {
                make(item).ok_or_else(|| wrong_type(item, kind).at(format!("[{index}]")))
            });
            Ok(made.collect::<Result<_, Problem>>()?)
        })
    }

    /// What the options came to, if nothing is wrong with them.
    pub(crate) fn finish<T>(self, options: T) -> Result<T, Error> {
        Error::if_any(self.problems).map(|_| options)
    }
}

fn path(name: &str) -> String {
    format!("options.{name}")
}

/// The problem of a value of another kind than was expected.
pub(crate) fn wrong_type(value: &Value, expected: &str) -> Problem {
    Problem::error(Code::WrongType).value(value).expected(expected)
}
