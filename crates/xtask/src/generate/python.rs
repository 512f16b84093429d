//! Python's result types: a frozen dataclass for each table, a `Literal` for each choice of words.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::{Made, Schemas};

/// What the binding answers with; every type that these mention is made too.
const ROOTS: [&str; 6] =
    ["Assessment", "Comparison", "Holder", "Problem", "Register", "Simulation"];

/// What the compiled module has classes of its own for.
const COMPILED: [&str; 3] = ["Assessment", "Register", "Verdict"];

/// What `_display.py` adds to a type: how it is shown to a person.
const DISPLAYED: [(&str, &str); 2] = [("Problem", "ShownProblem"), ("Summary", "ShownSummary")];

const WIDTH: usize = 96;

const OPENING: &str = r#""""What lkks answers, as frozen dataclasses: dates are `datetime.date`, scores are `Decimal`.

A date that is known only to its month or year is a `str` such as `"2018-03"`.

Made by `cargo xtask generate` from the schemas of the core; not for editing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from . import _display
"#;

/// `lkks/types.py`.
pub(super) fn types(schemas: &Schemas) -> Result<Made> {
    let mut names = BTreeSet::new();
    ROOTS.iter().try_for_each(|root| reach(root, schemas, &mut names))?;
    let (mut words, mut classes, mut exported) = (String::new(), String::new(), String::new());
    for name in &names {
        let schema = schemas.get(name)?;
        let made = match schema {
            schema if schema.get("enum").is_some() => alias(name, schema, &mut words),
            schema if is_table(schema) => class(name, schema, schemas, &mut classes),
            _ => continue,
        };
        made.with_context(|| format!("in the type {name}"))?;
        writeln!(exported, "    \"{name}\",")?;
    }
    Ok(Made {
        path: PathBuf::from("bindings/python/python/lkks/types.py"),
        text: format!("{OPENING}\n__all__ = [\n{exported}]\n\n{words}{classes}"),
    })
}

/// Adds `name` and every type it mentions, but not what is compiled.
fn reach(name: &str, schemas: &Schemas, names: &mut BTreeSet<String>) -> Result<()> {
    let is_new = COMPILED.contains(&name) || names.insert(name.to_owned());
    if !is_new {
        return Ok(());
    }
    let mut mentioned = BTreeSet::new();
    mentions(schemas.get(name)?, &mut mentioned);
    mentioned.iter().try_for_each(|name| reach(name, schemas, names))
}

fn mentions(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            names.extend(target(schema).map(str::to_owned));
            fields.values().for_each(|value| mentions(value, names));
        }
        Value::Array(items) => items.iter().for_each(|item| mentions(item, names)),
        _ => {}
    }
}

/// The type that a schema refers to.
fn target(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

/// Whether a type is a table of fields.
fn is_table(schema: &Value) -> bool {
    schema.get("properties").is_some()
}

fn alias(name: &str, schema: &Value, out: &mut String) -> Result<()> {
    let words = schema["enum"].as_array().context("no words")?;
    writeln!(out, "{name}: TypeAlias = Literal[")?;
    for word in words {
        writeln!(out, "    {word},")?;
    }
    writeln!(out, "]")?;
    if let Some(text) = schema["description"].as_str() {
        writeln!(out, "{}", docstring(text, "", &[]))?;
    }
    writeln!(out)?;
    Ok(())
}

fn class(name: &str, schema: &Value, schemas: &Schemas, out: &mut String) -> Result<()> {
    let fields = schema["properties"].as_object().context("no fields")?;
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    // The required ones come in the order in which the core writes them.
    let others = fields.keys().map(String::as_str).filter(|field| !required.contains(field));
    let order: Vec<&str> = required.iter().copied().chain(others).collect();
    let base = DISPLAYED.iter().find(|(shown, _)| *shown == name);
    let base = base.map_or_else(String::new, |(_, base)| format!("(_display.{base})"));
    let about: Vec<(String, &str)> = order
        .iter()
        .filter_map(|field| Some((attribute(field), fields[*field]["description"].as_str()?)))
        .collect();
    let text = schema["description"].as_str().context("no description")?;
    writeln!(out, "\n@dataclass(frozen=True, slots=True, kw_only=True)")?;
    writeln!(out, "class {name}{base}:")?;
    writeln!(out, "{}\n", docstring(text, "    ", &about))?;
    for field in order {
        let schema = &fields[field];
        let kind = annotation(schema, schemas).with_context(|| format!("in the field {field}"))?;
        let default = if required.contains(&field) { String::new() } else { default(&kind)? };
        writeln!(out, "    {}: {kind}{default}", attribute(field))?;
    }
    writeln!(out)?;
    Ok(())
}

/// A field may be named by a word that Python keeps for itself.
fn attribute(field: &str) -> String {
    let kept = ["from", "not", "in", "is", "class", "if", "else", "for", "global", "import"];
    if kept.contains(&field) { format!("{field}_") } else { field.to_owned() }
}

/// What a field is when it is not written.
fn default(kind: &str) -> Result<String> {
    Ok(match kind {
        kind if kind.ends_with("| None") => " = None".to_owned(),
        kind if kind.starts_with("tuple[") => " = ()".to_owned(),
        kind if kind.starts_with("Mapping[") => {
            format!(" = field(default_factory={})", kind.replace("Mapping[", "dict["))
        }
        "bool" => " = False".to_owned(),
        kind => bail!("{kind} has no default"),
    })
}

/// The Python type of a schema.
fn annotation(schema: &Value, schemas: &Schemas) -> Result<String> {
    if let Some(name) = target(schema) {
        let target = schemas.get(name)?;
        let has_name = target.get("enum").is_some() || is_table(target);
        let compiled = COMPILED.contains(&name);
        return if has_name && !compiled {
            Ok(name.to_owned())
        } else {
            annotation(target, schemas)
        };
    }
    if let Some(parts) = schema.get("anyOf").and_then(Value::as_array) {
        let parts: Vec<_> =
            parts.iter().map(|part| annotation(part, schemas)).collect::<Result<_>>()?;
        return Ok(union(parts));
    }
    match &schema["type"] {
        Value::String(kind) => simple(kind, schema, schemas),
        Value::Array(kinds) => {
            let kinds = kinds.iter().filter_map(Value::as_str);
            let parts: Vec<_> =
                kinds.map(|kind| simple(kind, schema, schemas)).collect::<Result<_>>()?;
            Ok(union(parts))
        }
        _ => bail!("cannot be expressed: {schema}"),
    }
}

/// `A | B | None`, with None last.
fn union(mut parts: Vec<String>) -> String {
    parts.sort_by_key(|part| part == "None");
    parts.join(" | ")
}

fn simple(kind: &str, schema: &Value, schemas: &Schemas) -> Result<String> {
    Ok(match (kind, schema["format"].as_str()) {
        ("null", _) => "None".to_owned(),
        ("boolean", _) => "bool".to_owned(),
        ("integer", _) => "int".to_owned(),
        ("string", Some("date")) => "datetime.date".to_owned(),
        ("string", Some("known-date")) => "datetime.date | str".to_owned(),
        ("string", Some("decimal")) => "Decimal".to_owned(),
        ("string", _) => "str".to_owned(),
        ("array", _) => format!("tuple[{}, ...]", annotation(&schema["items"], schemas)?),
        ("object", _) => format!("Mapping[str, {}]", annotation(values(schema)?, schemas)?),
        _ => bail!("cannot be expressed: {schema}"),
    })
}

/// The schema of the values of a table whose keys are data.
fn values(schema: &Value) -> Result<&Value> {
    let listed = schema["properties"].as_object().and_then(|fields| fields.values().next());
    let open = schema.get("additionalProperties").filter(|values| values.is_object());
    open.or(listed).context("no values")
}

fn docstring(text: &str, indent: &str, attributes: &[(String, &str)]) -> String {
    let mut paragraphs = text.split("\n\n").map(|part| wrapped(part, indent, indent));
    let mut doc = format!("{indent}\"\"\"{}", paragraphs.next().unwrap_or_default().trim_start());
    for paragraph in paragraphs {
        doc += &format!("\n\n{paragraph}");
    }
    if !attributes.is_empty() {
        doc += &format!("\n\n{indent}Attributes:");
    }
    for (name, text) in attributes {
        let text = format!("{name}: {}", text.replace("\n\n", "\n"));
        doc += &format!(
            "\n{}",
            wrapped(&text, &format!("{indent}    "), &format!("{indent}        "))
        );
    }
    let end = if attributes.is_empty() && !doc.contains('\n') {
        String::new()
    } else {
        format!("\n{indent}")
    };
    // A backslash would start an escape.
    doc.replace('\\', "\\\\") + &end + "\"\"\""
}

/// `text` in lines of at most [`WIDTH`], the first indented by `first` and the others by `rest`.
fn wrapped(text: &str, first: &str, rest: &str) -> String {
    let mut lines = vec![first.to_owned()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().map(|line| (line.trim().is_empty(), line));
        match line {
            Some((true, line)) => line.push_str(word),
            Some((false, line)) if line.len() + 1 + word.len() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{rest}{word}")),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_schema_is_written_as_a_type() -> Result<()> {
        let types = json!({
            "Date": { "type": "string", "format": "date" },
            "Word": { "enum": ["a"], "type": "string" },
        });
        let types = types.as_object().cloned().unwrap_or_default();
        let schemas = Schemas::of_types(types);
        for (schema, expected) in [
            (json!({ "$ref": "#/$defs/Date" }), "datetime.date"),
            (json!({ "anyOf": [{ "type": "null" }, { "$ref": "#/$defs/Word" }] }), "Word | None"),
            (json!({ "type": ["integer", "null"] }), "int | None"),
            (
                json!({ "type": "array", "items": { "$ref": "#/$defs/Date" } }),
                "tuple[datetime.date, ...]",
            ),
            (
                json!({ "type": "object", "additionalProperties": { "type": "string" } }),
                "Mapping[str, str]",
            ),
        ] {
            assert_eq!(annotation(&schema, &schemas)?, expected);
        }
        assert!(annotation(&json!({ "not": {} }), &schemas).is_err());
        Ok(())
    }

    #[test]
    fn a_docstring_is_wrapped_and_lists_the_fields() {
        let doc = docstring("A \\ case.", "    ", &[("id".into(), "Its identifier.")]);
        let expected =
            "    \"\"\"A \\\\ case.\n\n    Attributes:\n        id: Its identifier.\n    \"\"\"";
        assert_eq!(doc, expected);
    }
}
