//! The schemas of the core's types, as the core itself describes them.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::Made;
use crate::cargo::cargo;
use crate::run::Output;

/// What the core says of its types.
pub(crate) struct Schemas {
    /// One schema for each kind of file, by its name.
    published: Map<String, Value>,
    /// Every type that lkks answers with, by its name; `$ref`s are `#/$defs/NAME`.
    pub(crate) types: Map<String, Value>,
    /// Every code of a problem, with its texts.
    pub(crate) codes: Vec<Value>,
}

impl Schemas {
    /// Asks the core, which is compiled for it.
    pub(crate) fn of_core(output: &Output) -> Result<Self> {
        output.say("asking the core for its schemas");
        let printed = cargo().args(["run", "--quiet", "--locked", "--package", "xtask-schemas"]);
        let mut all: Map<String, Value> = serde_json::from_str(&printed.read()?)?;
        all.values_mut().for_each(tidy);
        let Some(Value::Array(codes)) = all.remove("codes") else {
            anyhow::bail!("xtask-schemas printed no codes");
        };
        let mut part = |name: &str| match all.remove(name) {
            Some(Value::Object(part)) => Ok(part),
            _ => anyhow::bail!("xtask-schemas printed no {name}"),
        };
        Ok(Self { published: part("published")?, types: part("types")?, codes })
    }

    /// The published schemas as files.
    pub(super) fn files(&self) -> Result<Vec<Made>> {
        let file = |(name, schema): (&String, &Value)| {
            let text = serde_json::to_string_pretty(schema)? + "\n";
            Ok(Made { path: Path::new("schemas").join(format!("{name}.json")), text })
        };
        self.published.iter().map(file).collect()
    }

    /// The schema of a kind of file.
    pub(crate) fn published(&self, name: &str) -> Result<&Value> {
        self.published.get(name).with_context(|| format!("the core publishes no {name}"))
    }

    /// Made up of types alone, for tests.
    #[cfg(test)]
    pub(crate) fn of_types(types: Map<String, Value>) -> Self {
        Self { published: Map::new(), types, codes: Vec::new() }
    }

    /// The type of this name.
    pub(crate) fn get(&self, name: &str) -> Result<&Value> {
        self.types.get(name).with_context(|| format!("the core has no type {name}"))
    }
}

/// Descriptions come from Rust's documentation: outside it, examples in Rust and links to its items
/// mean nothing.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("description") {
                *text = plain(text);
            }
            fields.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// The text up to its first example, with ``[`Type::method`](place)`` as `Type::method`.
fn plain(text: &str) -> String {
    let text = text.split("\n\n```").next().unwrap_or_default();
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, after)) = after.split_once("`]") else { break };
        plain.push_str(before);
        plain.push('`');
        plain.push_str(name.rsplit("::").next().unwrap_or(name));
        plain.push('`');
        rest = match after.strip_prefix('(').and_then(|link| link.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_keeps_neither_examples_nor_links() {
        let text = "A [`Case`], see [`Case::is_open`](Self::is_open).\n\n```\nuse x;\n```";
        assert_eq!(plain(text), "A `Case`, see `is_open`.");
        assert_eq!(plain("a `[` in code"), "a `[` in code");
    }
}
