//! A register on its way, in which every value remembers where it came from.
//!
//! It is a tree of the register's own JSON, so that the core reads and checks it with everything
//! that it finds; its problems are then told where the value stands in the foreign file.

use super::field_path;
use super::spot::Spot;
use lkks::{Error, Problem, Register};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A table of the register's JSON.
pub(crate) struct Record {
    fields: Map<String, Value>,
    /// Paths below this table, and where they came from.
    sources: Vec<(String, String)>,
}

impl Record {
    /// A table that stands at `from` in the foreign file.
    pub(crate) fn at(from: impl Into<String>) -> Self {
        Self { fields: Map::new(), sources: vec![(String::new(), from.into())] }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether this field, or field of a field, was set.
    pub(crate) fn has(&self, names: &str) -> bool {
        self.sources.iter().any(|(path, _)| path == names)
    }

    pub(crate) fn set(&mut self, name: &str, value: impl Into<Value>, from: impl Into<String>) {
        self.sources.push((name.to_owned(), from.into()));
        self.fields.insert(name.to_owned(), value.into());
    }

    /// Sets what is given, if it is.
    pub(crate) fn set_some(&mut self, name: &str, given: Option<(String, String)>) {
        if let Some((text, from)) = given {
            self.set(name, text, from);
        }
    }

    /// Takes the whole field `key` of `spot`, whatever it is, as `name`.
    pub(crate) fn take(&mut self, name: &str, spot: &mut Spot<'_>, key: &str) {
        if let Some(mut field) = spot.field(key) {
            let value = field.take();
            self.set(name, value, field.path());
        }
    }

    /// Sets a field of a field: `revoked.on`.
    pub(crate) fn set_deep(&mut self, names: &str, value: Value, from: impl Into<String>) {
        let from = from.into();
        match names.split_once('.') {
            None => self.set(names, value, from),
            Some((name, field)) => {
                self.sources.push((names.to_owned(), from));
                let inner = self.fields.entry(name).or_insert_with(|| Map::new().into());
                if let Some(inner) = inner.as_object_mut() {
                    inner.insert(field.to_owned(), value);
                }
            }
        }
    }

    /// Sets a table as a field.
    pub(crate) fn put(&mut self, name: &str, record: Self) {
        self.adopt(name, record.sources);
        self.fields.insert(name.to_owned(), record.fields.into());
    }

    /// Adds a table to a list.
    pub(crate) fn push(&mut self, list: &str, record: Self) {
        let at = self.add(list, record.fields.into());
        self.adopt(&at, record.sources);
    }

    /// Adds a value to a list.
    pub(crate) fn push_value(&mut self, list: &str, value: Value, from: impl Into<String>) {
        let at = self.add(list, value);
        self.sources.push((at, from.into()));
    }

    /// Adds to a list, and says where it then stands.
    fn add(&mut self, list: &str, value: Value) -> String {
        let mut items = match self.fields.remove(list) {
            Some(Value::Array(items)) => items,
            _ => Vec::new(),
        };
        let at = format!("{list}[{}]", items.len());
        items.push(value);
        self.fields.insert(list.to_owned(), items.into());
        at
    }

    fn adopt(&mut self, name: &str, sources: Vec<(String, String)>) {
        let below = |path: String| match path.chars().next() {
            None => name.to_owned(),
            Some('[') => format!("{name}{path}"),
            Some(_) => field_path(name, &path),
        };
        self.sources.extend(sources.into_iter().map(|(path, from)| (below(path), from)));
    }

    /// The register, or every problem where its value stands in the foreign file.
    pub(crate) fn register(self) -> Result<Register, Vec<Problem>> {
        let Self { fields, sources } = self;
        Register::from_json(&Value::Object(fields).to_string()).map_err(|error: Error| {
            let sources: HashMap<String, String> = sources.into_iter().collect();
            let located = |problem: &Problem| located(problem, &sources);
            error.problems().iter().map(located).collect()
        })
    }
}

fn located(problem: &Problem, sources: &HashMap<String, String>) -> Problem {
    let mut problem = problem.clone();
    if let Some(from) = problem.expected.as_ref().and_then(|path| sources.get(path)) {
        problem.expected = Some(from.clone());
    }
    let mut path = problem.path.as_str();
    loop {
        if let Some(from) = sources.get(path) {
            problem.path.clone_from(from);
            return problem;
        }
        match path.rfind(['.', '[']) {
            Some(end) => path = path.get(..end).unwrap_or_default(),
            None if path.is_empty() => return problem,
            None => path = "",
        }
    }
}
