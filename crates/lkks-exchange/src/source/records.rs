//! A table as programs write one in JSON: a list of flat tables, one for each row.

use super::rows::{Rows, decimal};
use super::{Limits, too_large};
use crate::workbook::{Cell, Workbook};
use lkks::Error;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;

/// A row: its fields in their order.
struct Record(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Record;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Record(fields))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

/// The workbook of such a list, with the names of the fields as headings in the order in which they
/// are met; nothing where the text is no such list.
pub(crate) fn workbook(
    text: &str,
    name: Option<&str>,
    limits: &Limits,
) -> Result<Option<Workbook>, Error> {
    if text.len() > limits.file {
        return Err(too_large(name.unwrap_or_default(), text.len(), limits.file));
    }
    let Ok(records) = serde_json::from_str::<Vec<Record>>(text) else { return Ok(None) };
    let mut fields = records.iter().flat_map(|Record(fields)| fields);
    if records.is_empty() || fields.any(|(_, value)| !is_flat(value)) {
        return Ok(None);
    }
    let mut columns: HashMap<&str, u32> = HashMap::new();
    let mut rows = Rows::new(name, limits)?;
    for (heading, _) in records.iter().flat_map(|Record(fields)| fields) {
        let next = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        if !columns.contains_key(heading.as_str()) {
            columns.insert(heading, next);
            rows.heading(0, next, heading)?;
        }
    }
    for (row, Record(fields)) in (1..).zip(&records) {
        let mut cells: Vec<(u32, &Value)> = Vec::with_capacity(fields.len());
        for (heading, value) in fields {
            cells.extend(columns.get(heading.as_str()).map(|column| (*column, value)));
        }
        // In the order of the columns; a field that stands twice in a row is told by `finish`.
        cells.sort_by_key(|(column, _)| *column);
        for (column, value) in cells {
            put(&mut rows, row, column, value)?;
        }
    }
    rows.finish().map(Some)
}

/// Whether a value fits into a cell.
fn is_flat(value: &Value) -> bool {
    match value {
        Value::Object(_) => false,
        Value::Array(items) => items.iter().all(|item| !item.is_object() && !item.is_array()),
        _ => true,
    }
}

fn put(rows: &mut Rows<'_>, row: u32, column: u32, value: &Value) -> Result<(), Error> {
    match value {
        Value::String(text) => rows.put(row, column, Cell::Text(text)),
        Value::Bool(yes) => rows.put(row, column, Cell::Boolean(*yes)),
        Value::Number(number) => rows.put(row, column, decimal(&number.to_string())),
        Value::Array(items) => {
            let shown =
                |item: &Value| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
            let items: Vec<String> =
                items.iter().filter(|item| !item.is_null()).map(shown).collect();
            rows.put(row, column, Cell::Text(&items.join("; ")))
        }
        Value::Null | Value::Object(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Workbook> {
        workbook(text, None, &Limits::default()).unwrap()
    }

    #[test]
    fn headings_stand_in_the_order_in_which_they_are_met() {
        let text = r#"[{ "Nama LKS": "A", "Kec.": "Utara" },
                       { "Tahun": 2019, "Nama LKS": "B", "Ada": true, "PPKS": ["Pengemis", null, 5] }]"#;
        let book = read(text).unwrap();
        let sheet = &book.sheets[0];
        let headings = ["Nama LKS", "Kec.", "Tahun", "Ada", "PPKS"];
        for (column, heading) in (0..).zip(headings) {
            assert_eq!(sheet.cell(0, column), Cell::Text(heading));
        }
        assert_eq!(sheet.cell(1, 1), Cell::Text("Utara"));
        assert_eq!(sheet.cell(2, 0), Cell::Text("B"));
        assert_eq!(sheet.cell(2, 2), Cell::Number(2019.0));
        assert_eq!(sheet.cell(2, 3), Cell::Boolean(true));
        assert_eq!(sheet.cell(2, 4), Cell::Text("Pengemis; 5"));
    }

    #[test]
    fn no_digit_of_a_number_is_lost() {
        let book = read(r#"[{ "NPWP": 9912345678901234567 }]"#).unwrap();
        assert_eq!(book.sheets[0].cell(1, 0), Cell::Text("9912345678901234567"));
    }

    #[test]
    fn what_is_not_flat_is_no_table() {
        for text in ["[]", "[1]", r#"[{ "a": { "b": 1 } }]"#, r#"[{ "a": [[1]] }]"#, "{}", "["] {
            assert!(read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_field_that_stands_twice_in_a_row_is_refused() {
        let text = r#"[{ "a": 1, "a": 2 }]"#;
        assert!(workbook(text, None, &Limits::default()).is_err());
    }
}
