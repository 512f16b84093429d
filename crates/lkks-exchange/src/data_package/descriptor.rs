//! The descriptor of a package: its tables, their columns and keys.

use super::rows::headings;
use super::tables::{Column, Kind, TABLES, Table};
use crate::identity::Owner;
use lkks::message::Text;
use lkks::{Lang, Register};
use serde_json::{Map, Value, json};

/// The descriptor of the package of this register.
pub(super) fn text(register: &Register) -> String {
    let data = register.data();
    let mut tables = Vec::new();
    for table in TABLES {
        resources(table, &mut tables);
    }
    let region = data.body.region.as_ref().map(|region| format!("-{region}")).unwrap_or_default();
    let said = |lang| Text::PackageDescription.text(lang, &[("body", &data.body.name)]);
    let notice = data.notice.iter().cloned();
    let description: Vec<String> = notice.chain([said(Lang::Id), said(Lang::En)]).collect();
    let mut descriptor = json!({
        "profile": "tabular-data-package",
        "name": format!("lkks-register{region}"),
        "id": Owner::of(&data.body).uuid(&["data-package"]).to_string(),
        "title": data.body.name,
        "description": description.join("\n\n"),
        "resources": tables,
    });
    // The order of names must not depend on how others use the JSON library.
    descriptor.sort_all_objects();
    let mut text = serde_json::to_string_pretty(&descriptor).unwrap_or_default();
    text.push('\n');
    text
}

fn resources(table: &Table, into: &mut Vec<Value>) {
    into.push(json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(table),
    }));
    for below in table.below {
        resources(below, into);
    }
}

fn schema(table: &Table) -> Value {
    let above = table.above.map(|name| Column { name, from: "", kind: Kind::Text, needed: true });
    let fields: Vec<Value> = above.iter().chain(table.columns).map(field).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if !table.key.is_empty() {
        schema["primaryKey"] = table.key.into();
    }
    let keys: Vec<Value> = table
        .names
        .iter()
        .map(|(fields, of, by)| {
            json!({ "fields": fields, "reference": { "resource": of, "fields": by } })
        })
        .collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    debug_assert!(headings(table).count() == fields.len());
    schema
}

fn field(column: &Column) -> Value {
    let mut constraints = Map::new();
    let mut set = |name: &str, value: Value| {
        constraints.insert(name.to_owned(), value);
    };
    if column.needed {
        set("required", true.into());
    }
    let kind = match column.kind {
        Kind::Text | Kind::Any => "string",
        Kind::Day => "date",
        Kind::Known => {
            set("pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?".into());
            "string"
        }
        Kind::Whole(least, most) => {
            set("minimum", least.into());
            if let Some(most) = most {
                set("maximum", most.into());
            }
            "integer"
        }
        Kind::Decimal => "number",
        Kind::YesNo(_) => "boolean",
        Kind::Region => {
            set("pattern", "[0-9]{2}([.][0-9]{2}([.][0-9]{2}([.][0-9]{4})?)?)?".into());
            "string"
        }
        Kind::Choice(words) => {
            set("enum", words().into());
            "string"
        }
        Kind::TypeName => {
            set("enum", json!(["boolean", "number", "text"]));
            "string"
        }
    };
    let mut field = json!({ "name": column.name, "type": kind });
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}
