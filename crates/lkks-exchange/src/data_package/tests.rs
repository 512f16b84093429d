//! The tables are read back, and the register is the same.

use super::tables::{Kind, Shape, TABLES, Table};
use super::{write_data_package, zip_data_package};
use crate::csv::cell::restored;
use lkks::Register;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// A register in which every field stands.
const FULL: &str = r#"{
    "notice": "rekaan",
    "body": { "name": "LKKS, \"Contoh\"", "level": "regency", "region": "33.75", "formed": "2018",
        "legal_basis": ["UU 11/2009 Pasal 42", "=1+1"],
        "advisers": [{ "name": "P (rekaan)", "position": "Wali Kota",
                       "period": { "first": "2019-12-17", "last": "2021-02-25" } }],
        "figures": [{ "on": "2018", "what": "members", "count": 16, "source": "s" }] },
    "regions": { "33.75": "Kota", "33.75.01": "Barat" },
    "organisations": [
        { "id": "=a", "name": "-A", "source": "rekaan", "legal_form": "yayasan", "kind": "lksa",
          "founded": "2010-03",
          "earlier_names": [{ "name": "Lama", "until": "2015-01-01" }, { "name": "@Tua" }],
          "place": { "region": "33.75.01", "rw": 4, "rt": 2, "address": "Jl. X\nNo. 1" },
          "services": [{ "category": "pengemis", "capacity": 5, "setting": "inside",
                         "period": { "first": "2020-01-01", "last": "2021-01-01" } },
                       { "category": "pemulung" }],
          "deeds": [{ "number": "12", "issued": "2010-03-03" }, {}],
          "approvals": [{ "number": "AHU-1" }],
          "certificates": [{ "kind": "registration", "number": "1", "issuer": "Dinas",
              "issued": "2020", "last_day": "2022-12",
              "revoked": { "on": "2021-01-01", "reason": "pindah" } },
              { "kind": "operating-permit", "issued": "2020-01-01" }],
          "accreditations": [{ "number": "1", "body": "BALKS", "grade": "B", "score": "84.5",
              "decided": "2021-04-09", "last_day": "2024-04-08", "source": "s",
              "revoked": { "on": "2022-01-01" } }, { "decided": "2024", "score": "-3" }],
          "applications": [{ "kind": "accreditation", "lodged": "2024-01-08",
                             "decided": "2024-05-01" }, { "kind": "registration",
                             "lodged": "2024-01-08" }],
          "warnings": [{ "on": "2023-06-01", "reason": "laporan" }, { "on": "2023-07-01" }],
          "documents": [{ "document": "npwp", "number": "1", "issued": "2020-01-01",
                          "last_day": "2025-01-01", "recorded": "2024-01-01" },
                        { "document": "profile", "present": false }],
          "evidence": [{ "fact": "staff", "value": -3, "from": "2020-01-01",
                         "until": "2021-01-01", "source": "s" },
                       { "fact": "score", "value": 1.5 }, { "fact": "yes", "value": true },
                       { "fact": "word", "value": "true" }, { "fact": "none" }] },
        { "id": "b", "name": "B" }],
    "memberships": [{ "organisation": "=a", "reason": "baru",
        "period": { "first": "2018-01-01", "last": "2019-12-31" } },
        { "organisation": "=a", "period": { "first": "2021-01-01" } }],
    "terms": [{ "id": "t", "name": "T", "source": "s",
        "period": { "first": "2019-12-17", "last": "2023-12-31" },
        "musda": { "on": "2019-11", "place": "Aula" },
        "inductions": [{ "on": "2019-12-17", "by": "W", "place": "Aula", "oath": false },
                       { "on": "2020-12-17", "by": "W" }],
        "offices": [{ "id": "k", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
        "appointments": [{ "person": "X (rekaan)", "office": "k", "cause": "elected",
            "period": { "first": "2019-12-17", "last": "2020-01-01" }, "ended": "resigned" }] },
        { "id": "u", "name": "U", "period": { "first": "2024-01-01" } }],
    "cases": [{ "id": "c", "title": "Lansia", "urgency": "urgent", "category": "pengemis",
        "place": { "region": "33.75", "rw": 1 },
        "steps": [{ "kind": "received", "on": "2020-01-01", "by": "Kelurahan" },
                  { "kind": "referred", "on": "2020-01-02", "to": "b" },
                  { "kind": "closed", "on": "2020-01-03", "reason": "pindah" }] }],
    "activities": [{ "id": "x", "title": "Bakti", "on": "2024-08-17", "until": "2024-08-18",
        "place": { "region": "33.75" }, "organisations": ["b", "=a"],
        "reached": { "pengemis": 3, "pemulung": 4 }, "source": "s" },
        { "id": "y", "title": "Rapat", "on": "2024-09-01" }]
}"#;

fn example() -> Register {
    let file = "../../examples/data/kota-pekalongan-synthetic.json";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    Register::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn what_is_written_is_read_back_equal() {
    for register in [Register::from_json(FULL).unwrap(), example()] {
        let (files, lost) = write_data_package(&register);
        assert_eq!(lost, []);
        let read = read(&files.into_iter().collect(), register.data().notice.as_deref());
        assert_eq!(Register::from_json(&read.to_string()), Ok(register));
    }
}

#[test]
fn an_empty_text_is_listed() {
    let json = r#"{ "body": { "name": "L", "level": "nation", "legal_basis": [""] },
        "organisations": [{ "id": "a", "name": "", "place": { "region": "33", "address": "" } }] }"#;
    let (_, lost) = write_data_package(&Register::from_json(json).unwrap());
    let paths: Vec<_> = lost.iter().map(|problem| problem.path.as_str()).collect();
    let expected =
        ["body.legal_basis[0]", "organisations[0].name", "organisations[0].place.address"];
    assert_eq!(paths, expected);
}

#[test]
fn no_text_starts_a_formula() {
    let (files, _) = write_data_package(&Register::from_json(FULL).unwrap());
    let tables = files.iter().filter(|(name, _)| name.ends_with(".csv"));
    let mut texts = 0;
    for (name, bytes) in tables {
        for record in csv::Reader::from_reader(bytes.as_slice()).records() {
            for cell in &record.unwrap() {
                let is_number = cell.parse::<f64>().is_ok();
                let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(is_number || !starts, "{name}: {cell}");
                texts += usize::from(cell.starts_with('\''));
            }
        }
    }
    assert!(texts > 10);
}

#[test]
fn the_same_files_are_the_same_zip() {
    let (files, _) = write_data_package(&example());
    let zip = zip_data_package(&files).unwrap();
    assert_eq!(zip_data_package(&files).as_ref(), Ok(&zip));
    let mut read = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    assert_eq!(read.len(), files.len());
    for (name, bytes) in files {
        let mut found = Vec::new();
        std::io::copy(&mut read.by_name(&name).unwrap(), &mut found).unwrap();
        assert_eq!(found, bytes, "{name}");
    }
}

/// The register in these files, as JSON.
fn read(files: &HashMap<String, Vec<u8>>, notice: Option<&str>) -> Value {
    let mut register = json!({});
    if let Some(notice) = notice {
        register["notice"] = notice.into();
    }
    for table in TABLES {
        read_table(table, files, &mut register, None);
    }
    register
}

fn read_table(
    table: &Table,
    files: &HashMap<String, Vec<u8>>,
    into: &mut Value,
    above: Option<&str>,
) {
    let bytes = &files[&format!("{}.csv", table.name)];
    for record in csv::Reader::from_reader(bytes.as_slice()).records() {
        let record = record.unwrap();
        let mut cells = record.iter().map(restored);
        if table.above.is_some() && cells.next() != above {
            continue;
        }
        let cells: Vec<&str> = cells.collect();
        match table.shape {
            Shape::Texts => push(into, table.field, cells[0].into()),
            Shape::Map => {
                let value = typed(table.columns[1].kind, cells[1], "");
                into[table.field][cells[0]] = value;
            }
            Shape::Objects | Shape::One => {
                let mut entry = Value::Object(Map::new());
                let mut kind_of = "";
                for (column, cell) in table.columns.iter().zip(&cells) {
                    if matches!(column.kind, Kind::TypeName) {
                        kind_of = cell;
                    } else if !cell.is_empty() {
                        let pointer = column.from.split('.');
                        let at = pointer.fold(&mut entry, |at, name| &mut at[name]);
                        *at = typed(column.kind, cell, kind_of);
                    }
                }
                let id = entry["id"].as_str().map(str::to_owned);
                if entry["id"].is_null() {
                    entry.as_object_mut().unwrap().remove("id");
                }
                for below in table.below {
                    read_table(below, files, &mut entry, id.as_deref());
                }
                if table.shape == Shape::One {
                    into[table.field] = entry;
                } else {
                    push(into, table.field, entry);
                }
            }
        }
    }
}

fn push(into: &mut Value, field: &str, value: Value) {
    if into[field].is_null() {
        into[field] = json!([]);
    }
    into[field].as_array_mut().unwrap().push(value);
}

fn typed(kind: Kind, cell: &str, kind_of: &str) -> Value {
    match (kind, kind_of) {
        (Kind::Whole(..) | Kind::YesNo(_), _) | (Kind::Any, "boolean" | "number") => {
            serde_json::from_str(cell).unwrap()
        }
        _ => cell.into(),
    }
}
