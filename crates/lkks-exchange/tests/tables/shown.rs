//! A reading in lines that a person can hold against the table: the register, everything that was
//! told, and the mapping.

use lkks::Lang;
use lkks_exchange::Reading;
use serde_json::{Map, Value};
use std::fmt::Write;

pub(crate) fn shown(reading: &Reading) -> String {
    let mut text = String::new();
    match reading.register() {
        None => text.push_str("no register\n"),
        Some(register) => {
            let tree: Value = serde_json::from_str(&register.to_json()).unwrap();
            whole(&tree, &mut text);
        }
    }
    text.push_str("\nproblems\n");
    for problem in reading.problems() {
        writeln!(text, "  {} {}", problem.severity, problem.line_text(Lang::Id)).unwrap();
    }
    text.push_str("\nmapping\n");
    for column in &reading.mapping().columns {
        let field = column.field.as_ref().map_or("-".to_owned(), ToString::to_string);
        writeln!(text, "  {} = {field}", one_line(&column.heading)).unwrap();
    }
    text
}

fn whole(register: &Value, text: &mut String) {
    if let Some(body) = register.get("body") {
        writeln!(text, "body: {}", flat(body)).unwrap();
    }
    let memberships = list(register, "memberships");
    for organisation in list(register, "organisations") {
        let table = organisation.as_object().unwrap();
        writeln!(text, "\n{} {}", flat(&table["id"]), flat(&table["name"])).unwrap();
        for (key, value) in table.iter().filter(|(key, _)| *key != "id" && *key != "name") {
            lines(key, value, text);
        }
        for membership in memberships.iter().filter(|one| one["organisation"] == table["id"]) {
            writeln!(text, "  member: {}", flat(&membership["period"])).unwrap();
        }
    }
}

fn list<'t>(tree: &'t Value, key: &str) -> &'t [Value] {
    tree.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn lines(key: &str, value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            for item in items {
                writeln!(text, "  {key}: {}", flat(item)).unwrap();
            }
        }
        value => writeln!(text, "  {key}: {}", flat(value)).unwrap(),
    }
}

fn flat(value: &Value) -> String {
    match value {
        Value::String(text) => one_line(text),
        Value::Object(table) => fields(table),
        Value::Array(items) => items.iter().map(flat).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn fields(table: &Map<String, Value>) -> String {
    table.iter().map(|(key, value)| format!("{key} {}", flat(value))).collect::<Vec<_>>().join(", ")
}

fn one_line(text: &str) -> String {
    text.replace('\n', "⏎")
}
