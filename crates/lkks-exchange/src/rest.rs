//! A register as a tree from which a writer takes what its format holds.
//!
//! Whatever is not taken is listed as lost when its branch is closed, so that a writer cannot
//! forget a field, not even one that registers have gained since it was written.

use crate::lost::Lost;
use lkks::Register;
use serde::Serialize;
use serde_json::{Map, Value};

/// One object of the register, open for taking.
pub(crate) struct Open<'l> {
    path: String,
    fields: Map<String, Value>,
    lost: &'l Lost,
}

impl<'l> Open<'l> {
    /// The whole register.
    pub(crate) fn register(register: &Register, lost: &'l Lost) -> Self {
        Self::object(String::new(), register.data(), lost)
    }

    /// A part of it, at this path.
    pub(crate) fn object(path: String, part: &impl Serialize, lost: &'l Lost) -> Self {
        let fields = match serde_json::to_value(part) {
            Ok(Value::Object(fields)) => fields,
            // Every part is an object of plain values.
            Ok(other) => Map::from_iter([("value".to_owned(), other)]),
            Err(error) => {
                lost.at(path.as_str(), error);
                Map::new()
            }
        };
        Self { path, fields, lost }
    }

    /// Where one of its fields stands.
    pub(crate) fn path_of(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }

    /// A field as it stands, which stays.
    pub(crate) fn see(&self, field: &str) -> Option<&Value> {
        self.fields.get(field)
    }

    /// A field, taken.
    pub(crate) fn take(&mut self, field: &str) -> Option<Value> {
        self.fields.remove(field)
    }

    /// A text, or a number or a yes or no as a text, taken; anything else stays.
    pub(crate) fn text(&mut self, field: &str) -> Option<String> {
        let text = plain(self.fields.get(field)?)?;
        self.fields.remove(field);
        Some(text)
    }

    /// A text below, by its path, taken like [`text`](Self::text).
    pub(crate) fn text_at(&mut self, path: &str) -> Option<String> {
        text_in(&mut self.fields, path)
    }

    /// The names of its fields, in their order.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.fields.keys().cloned().collect();
        names.sort();
        names
    }

    /// An object, taken and open.
    pub(crate) fn open(&mut self, field: &str) -> Option<Self> {
        let path = self.path_of(field);
        match self.fields.remove(field)? {
            Value::Object(fields) => Some(Self { path, fields, lost: self.lost }),
            other => {
                self.fields.insert(field.to_owned(), other);
                None
            }
        }
    }

    /// A list of objects, taken and open; anything else in it is lost.
    pub(crate) fn list(&mut self, field: &str) -> Vec<Self> {
        let path = self.path_of(field);
        let Some(Value::Array(all)) = self.fields.remove(field) else { return Vec::new() };
        let entries = all.into_iter().enumerate().filter_map(|(index, entry)| {
            let path = format!("{path}[{index}]");
            match entry {
                Value::Object(fields) => Some(Self { path, fields, lost: self.lost }),
                other => {
                    self.lost.at(path, shown(&other));
                    None
                }
            }
        });
        entries.collect()
    }

    /// A list of texts, taken.
    pub(crate) fn texts(&mut self, field: &str) -> Vec<String> {
        let Some(Value::Array(all)) = self.fields.remove(field) else { return Vec::new() };
        all.iter().map(shown).collect()
    }

    /// It is lost as a whole, and told by this value.
    pub(crate) fn leave(mut self, value: impl std::fmt::Display) {
        self.lost.at(std::mem::take(&mut self.path), value);
        self.fields.clear();
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.fields.sort_keys();
        for (field, value) in std::mem::take(&mut self.fields) {
            self.lost.at(self.path_of(&field), shown(&value));
        }
    }
}

/// Takes a text by its path; an object of which all is taken goes with it.
fn text_in(fields: &mut Map<String, Value>, path: &str) -> Option<String> {
    let Some((name, rest)) = path.split_once('.') else {
        let text = plain(fields.get(path)?)?;
        fields.remove(path);
        return Some(text);
    };
    let Some(Value::Object(inner)) = fields.get_mut(name) else { return None };
    let text = text_in(inner, rest);
    if inner.is_empty() {
        fields.remove(name);
    }
    text
}

/// A value that is no list and no object, as text.
pub(crate) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A value in a problem: how many of a list, else what it is.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(all) => all.len().to_string(),
        other => plain(other).unwrap_or_else(|| other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_taken_is_listed_where_it_stands() {
        let register = Register::from_json(
            r#"{ "body": { "name": "LKKS", "level": "regency", "formed": "2018" },
                 "organisations": [{ "id": "a", "name": "A", "deeds": [{ "number": "1" }] }],
                 "cases": [{ "id": "k", "place": { "region": "33" }, "category": "pengemis",
                             "steps": [{ "kind": "received", "on": "2024-06-03" }] }] }"#,
        )
        .unwrap();
        let lost = Lost::to("x");
        {
            let mut open = Open::register(&register, &lost);
            open.take("format");
            let mut body = open.open("body").unwrap();
            assert_eq!(body.text("name").as_deref(), Some("LKKS"));
            assert_eq!(body.text("level").as_deref(), Some("regency"));
            let mut organisation = open.list("organisations").remove(0);
            organisation.take("id");
            assert!(organisation.text("deeds").is_none(), "a list is no text");
        }
        let told: Vec<_> = lost
            .into_problems()
            .into_iter()
            .map(|problem| (problem.path, problem.value.unwrap_or_default()))
            .collect();
        let expected = [
            ("organisations[0].deeds", "1"),
            ("organisations[0].name", "A"),
            ("body.formed", "2018"),
            ("cases", "1"),
        ];
        assert_eq!(told, expected.map(|(path, value)| (path.to_owned(), value.to_owned())));
    }
}
