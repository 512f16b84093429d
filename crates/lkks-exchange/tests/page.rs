//! READING.md says what is understood; here each of its values is read.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]
#![cfg(feature = "regions")]

mod golden;

use lkks::body::Body;
use lkks::canonical_json;
use lkks_exchange::{ReadOptions, read};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const BODY: &str = r#"{ "name": "LKKS Contoh", "level": "regency", "region": "33.75" }"#;

/// What is read of a row with this cell beside a name.
fn understood(heading: &str, written: &str) -> String {
    let rows = json!([{ "Nama LKS": "Contoh", heading: written }]).to_string();
    let options =
        ReadOptions { body: Some(Body::from_json(BODY).unwrap()), ..ReadOptions::default() };
    let reading = read(rows.as_bytes(), &options).unwrap();
    let register = reading.register().unwrap().data();
    let organisation = register.organisations.first().map(canonical_json).unwrap_or_default();
    let organisation: Value = serde_json::from_str(&organisation).unwrap_or_else(|_| json!({}));
    let mut fields: Vec<String> = organisation
        .as_object()
        .unwrap()
        .iter()
        .filter(|(key, _)| !["id", "name"].contains(&key.as_str()))
        .map(|(key, value)| format!("`{key}`: `{value}`"))
        .collect();
    let memberships = register.memberships.iter();
    fields.extend(
        memberships.map(|member| format!("`member`: `{}`", canonical_json(&member.period))),
    );
    let codes: Vec<&str> = reading
        .problems()
        .iter()
        .map(|problem| problem.code.key())
        .filter(|code| *code != "made-identifiers")
        .collect();
    let told =
        if codes.is_empty() { String::new() } else { format!(" (told: {})", codes.join(", ")) };
    let fields = if fields.is_empty() { "nothing".to_owned() } else { fields.join("; ") };
    format!("{fields}{told}")
}

#[test]
fn every_value_of_the_page_is_read_as_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../READING.md");
    let page = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, table) =
        page.split_once("| heading | written | read as |\n| --- | --- | --- |\n").unwrap();
    let mut rows = String::new();
    for row in table.lines() {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, heading, written, ..] = cells[..] else { panic!("no row: {row}") };
        let read = understood(heading, written.trim_matches('`'));
        rows += &format!("| {heading} | {written} | {read} |\n");
    }
    assert!(rows.lines().count() > 30);
    let now = format!("{before}| heading | written | read as |\n| --- | --- | --- |\n{rows}");
    golden::stands(&path, now);
}
