//! TypeScript's types of what lkks answers and of what it reads: an interface for each table, a
//! union of words for each choice.
//!
//! Made here and not by a general generator: those give a type a new number wherever it is used
//! with another description, and write choices out in every place.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::{Made, Schemas};

/// Types that the package has classes for, or that JavaScript itself has.
const RENAMED: [(&str, &str); 4] = [
    ("Assessment", "AssessmentData"),
    ("Date", "IsoDate"),
    ("Register", "RegisterData"),
    ("Verdict", "VerdictData"),
];

/// What is read is written more freely than what is answered; those types have this behind their
/// names.
const READ: &str = "Input";

const OPENING: &str = "\
// What lkks answers, and what it reads where that differs (`…Input`). Dates are ISO text, decimals
// are text, so that they stay exact. Made by `cargo xtask generate` from the schemas of the core;
// not for editing.
";

/// `types.d.ts`.
pub(super) fn types(schemas: &Schemas) -> Result<Made> {
    let mut text = OPENING.to_owned();
    let answered = Names { types: &schemas.types, read: BTreeSet::new() };
    for (name, schema) in &schemas.types {
        text += &answered.declaration(name, schema).with_context(|| format!("in {name}"))?;
    }
    for file in ["pack", "register"] {
        let read = read_types(schemas.published(file)?)?;
        let names = Names { types: &read, read: differing(&read, &schemas.types) };
        for name in &names.read {
            // Both files have some types in common.
            let declaration = names.declaration(name, &read[name])?;
            if !text.contains(&declaration) {
                text += &declaration;
            }
        }
    }
    Ok(Made { path: PathBuf::from("bindings/wasm/js/types.d.ts"), text })
}

/// The types of a published schema, its own among them.
fn read_types(schema: &Value) -> Result<Map<String, Value>> {
    let mut types = schema["$defs"].as_object().cloned().context("no types")?;
    let mut root = schema.as_object().cloned().context("no table")?;
    root.remove("$defs");
    let name = schema["title"].as_str().context("no title")?;
    types.insert(name.to_owned(), Value::Object(root));
    Ok(types)
}

/// The types that are read otherwise than they are answered, or mention one that is.
fn differing(read: &Map<String, Value>, answered: &Map<String, Value>) -> BTreeSet<String> {
    let differs =
        |(name, schema): &(&String, &Value)| answered.get(*name).map(form) != Some(form(schema));
    let mut names: BTreeSet<String> =
        read.iter().filter(differs).map(|(name, _)| name.clone()).collect();
    loop {
        let mentions = |schema: &Value| {
            let text = schema.to_string();
            names.iter().any(|name| text.contains(&format!("\"#/$defs/{name}\"")))
        };
        let more: Vec<String> = read
            .iter()
            .filter(|(name, schema)| !names.contains(*name) && mentions(schema))
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            return names;
        }
        names.extend(more);
    }
}

/// A schema without what makes no difference to a type.
fn form(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => {
            // A keyword, and not a field of that name, whose value is a schema.
            let is_plain = |name: &str, value: &Value| match name {
                "description" | "title" | "$schema" | "default" => !value.is_object(),
                "additionalProperties" => value.is_boolean(),
                _ => false,
            };
            let kept = fields.iter().filter(|(name, value)| !is_plain(name, value));
            Value::Object(kept.map(|(name, value)| (name.clone(), form(value))).collect())
        }
        Value::Array(parts) => Value::Array(parts.iter().map(form).collect()),
        other => other.clone(),
    }
}

/// The types of one schema, and which of them are named as read.
struct Names<'a> {
    types: &'a Map<String, Value>,
    read: BTreeSet<String>,
}

impl Names<'_> {
    fn of(&self, name: &str) -> String {
        if self.read.contains(name) {
            return format!("{name}{READ}");
        }
        let renamed = RENAMED.iter().find(|(own, _)| *own == name);
        renamed.map_or(name, |(_, other)| other).to_owned()
    }

    fn declaration(&self, name: &str, schema: &Value) -> Result<String> {
        let mut out = format!("\n{}", comment(schema, ""));
        let name = self.of(name);
        match schema["properties"].as_object() {
            Some(_) => writeln!(out, "export interface {name} {}", self.table(schema, "")?)?,
            None => {
                let expression = self.expression(schema, "")?;
                let space = if expression.starts_with('\n') { "" } else { " " };
                writeln!(out, "export type {name} ={space}{expression};")?;
            }
        }
        Ok(out)
    }

    fn table(&self, schema: &Value, indent: &str) -> Result<String> {
        let fields = schema["properties"].as_object().context("no fields")?;
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let inner = format!("{indent}  ");
        let mut out = "{\n".to_owned();
        for (field, schema) in fields {
            let mark = if required.contains(&field.as_str()) { "" } else { "?" };
            let kind = self.expression(schema, &inner).with_context(|| format!("in {field}"))?;
            let field = property(field);
            writeln!(out, "{}{inner}readonly {field}{mark}: {kind};", comment(schema, &inner))?;
        }
        Ok(out + indent + "}")
    }

    fn expression(&self, schema: &Value, indent: &str) -> Result<String> {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            self.types.get(name).with_context(|| format!("the core has no type {name}"))?;
            return Ok(self.of(name));
        }
        if let Some(words) = schema["enum"].as_array() {
            let words: Vec<String> = words.iter().map(Value::to_string).collect();
            let line = words.join(" | ");
            let breaks = line.len() > 80;
            return Ok(if breaks { format!("\n  | {}", words.join("\n  | ")) } else { line });
        }
        if let Some(parts) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
            return self.union(parts, indent);
        }
        if schema["properties"].is_object() {
            return self.table(schema, indent);
        }
        match &schema["type"] {
            Value::String(kind) => self.simple(kind, schema, indent),
            Value::Array(kinds) => {
                let kinds: Vec<Value> =
                    kinds.iter().map(|kind| merged(schema, kind.clone())).collect();
                self.union(&kinds, indent)
            }
            _ => bail!("cannot be expressed: {schema}"),
        }
    }

    /// `A | B | null`, with null last.
    fn union(&self, parts: &[Value], indent: &str) -> Result<String> {
        let mut parts: Vec<String> =
            parts.iter().map(|part| self.expression(part, indent)).collect::<Result<_>>()?;
        parts.sort_by_key(|part| part == "null");
        parts.dedup();
        Ok(parts.join(" | "))
    }

    fn simple(&self, kind: &str, schema: &Value, indent: &str) -> Result<String> {
        Ok(match kind {
            "null" | "boolean" | "string" => kind.to_owned(),
            "integer" | "number" => "number".to_owned(),
            "array" => {
                let item = self.expression(&schema["items"], indent)?;
                let is_name = item.chars().all(char::is_alphanumeric);
                let item = if is_name { item } else { format!("({item})") };
                format!("readonly {item}[]")
            }
            "object" => {
                let values = self.expression(&schema["additionalProperties"], indent)?;
                format!("Readonly<Record<string, {values}>>")
            }
            _ => bail!("cannot be expressed: {schema}"),
        })
    }
}

/// A field as it is declared: in quotes, where it is no name.
fn property(field: &str) -> String {
    let is_name = field.chars().all(|c| c.is_alphanumeric() || c == '_');
    if is_name { field.to_owned() } else { format!("\"{field}\"") }
}

/// The schema with one of its several types alone.
fn merged(schema: &Value, kind: Value) -> Value {
    let mut single = schema.as_object().cloned().unwrap_or_default();
    single.insert("type".to_owned(), kind);
    Value::Object(single)
}

fn comment(schema: &Value, indent: &str) -> String {
    let Some(text) = schema["description"].as_str() else { return String::new() };
    let text = text.replace("*/", "* /");
    let lines: Vec<&str> = text.lines().collect();
    match lines.as_slice() {
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines = lines.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned());
            let body = lines.collect::<Vec<_>>().join("\n");
            format!("{indent}/**\n{body}\n{indent} */\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_schema_is_written_as_a_type() -> Result<()> {
        let types = json!({
            "Date": { "type": "string" },
            "Word": { "enum": ["a", "b"], "type": "string" },
        });
        let types = types.as_object().context("no types")?;
        let names = Names { types, read: BTreeSet::from(["Word".to_owned()]) };
        for (schema, expected) in [
            (json!({ "$ref": "#/$defs/Date" }), "IsoDate"),
            (
                json!({ "anyOf": [{ "type": "null" }, { "$ref": "#/$defs/Word" }] }),
                "WordInput | null",
            ),
            (json!({ "type": ["null", "integer"] }), "number | null"),
            (
                json!({ "type": "array", "items": { "type": ["string", "null"] } }),
                "readonly (string | null)[]",
            ),
            (
                json!({ "type": "object", "additionalProperties": { "type": "string" } }),
                "Readonly<Record<string, string>>",
            ),
        ] {
            assert_eq!(names.expression(&schema, "")?, expected);
        }
        let table = json!({ "properties": { "a-b": { "type": "null" } }, "required": ["a-b"] });
        assert_eq!(names.expression(&table, "")?, "{\n  readonly \"a-b\": null;\n}");
        assert!(names.expression(&json!({ "not": {} }), "").is_err());
        assert_eq!(names.declaration("Date", &types["Date"])?, "\nexport type IsoDate = string;\n");
        Ok(())
    }

    #[test]
    fn a_type_is_read_otherwise_where_its_parts_are() -> Result<()> {
        let answered = json!({ "A": { "type": "string" }, "B": { "$ref": "#/$defs/A" }, "C": {} });
        let read = json!({
            "A": { "type": ["string", "number"] }, "B": { "$ref": "#/$defs/A" },
            "C": { "description": "c" },
        });
        let [answered, read] = [&answered, &read].map(|types| types.as_object());
        let differing = differing(read.context("")?, answered.context("")?);
        assert_eq!(differing.into_iter().collect::<Vec<_>>(), ["A", "B"]);
        Ok(())
    }
}
