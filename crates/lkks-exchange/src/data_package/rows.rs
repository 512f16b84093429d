//! Filling the tables from the register, and writing them.

use super::tables::{Column, Kind, Shape, TABLES, Table};
use crate::csv::cell::neutralised;
use crate::lost::Lost;
use crate::rest::{Open, plain};
use serde_json::Value;

/// The rows of a table.
pub(super) type Rows = Vec<Vec<String>>;

/// Every table with its rows; what is in none of them stays in `open`.
pub(super) fn fill(open: &mut Open<'_>, lost: &Lost) -> Vec<(&'static Table, Rows)> {
    let mut filling = Filling { filled: Vec::new(), lost };
    for table in TABLES {
        filling.declare(table);
    }
    for table in TABLES {
        filling.table(table, open, None);
    }
    filling.filled
}

struct Filling<'l> {
    filled: Vec<(&'static Table, Rows)>,
    lost: &'l Lost,
}

impl Filling<'_> {
    /// Makes room for a table and those below it, also where nothing will be in them.
    fn declare(&mut self, table: &'static Table) {
        self.filled.push((table, Vec::new()));
        for below in table.below {
            self.declare(below);
        }
    }

    fn push(&mut self, table: &'static Table, above: Option<&str>, cells: Vec<String>) {
        let mut row: Vec<String> = above.map(str::to_owned).into_iter().collect();
        row.extend(cells);
        let found = self.filled.iter_mut().find(|(filled, _)| filled.name == table.name);
        if let Some((_, rows)) = found {
            rows.push(row);
        }
    }

    /// Takes the rows of a table from the object above it.
    fn table(&mut self, table: &'static Table, open: &mut Open<'_>, above: Option<&str>) {
        match table.shape {
            Shape::One => {
                if let Some(mut entry) = open.open(table.field) {
                    self.entry(table, &mut entry, above);
                }
            }
            Shape::Objects => {
                for mut entry in open.list(table.field) {
                    self.entry(table, &mut entry, above);
                }
            }
            Shape::Texts => {
                let path = open.path_of(table.field);
                for (index, text) in open.texts(table.field).into_iter().enumerate() {
                    let text = self.cell(text, || format!("{path}[{index}]"));
                    self.push(table, above, vec![text]);
                }
            }
            Shape::Map => {
                let Some(mut map) = open.open(table.field) else { return };
                for name in map.names() {
                    let path = map.path_of(&name);
                    if let Some(value) = map.text(&name) {
                        let value = self.cell(value, || path);
                        self.push(table, above, vec![name, value]);
                    }
                }
            }
        }
    }

    fn entry(&mut self, table: &'static Table, open: &mut Open<'_>, above: Option<&str>) {
        let cells: Vec<String> =
            table.columns.iter().map(|column| self.value(column, open)).collect();
        let id = table.columns.iter().position(|column| column.name == "id");
        let id = id.and_then(|id| cells.get(id).cloned());
        self.push(table, above, cells);
        for below in table.below {
            let above = below.above.and(id.as_deref());
            self.table(below, open, above);
        }
    }

    /// The cell of a column.
    fn value(&self, column: &Column, open: &mut Open<'_>) -> String {
        if matches!(column.kind, Kind::TypeName) {
            return kind_of(open.see(column.from)).to_owned();
        }
        match open.text_at(column.from) {
            Some(text) => self.cell(text, || open.path_of(column.from)),
            None => match column.kind {
                Kind::YesNo(Some(usual)) => usual.to_owned(),
                _ => String::new(),
            },
        }
    }

    /// An empty text is not an absent one, but their cells are the same.
    fn cell(&self, text: String, path: impl FnOnce() -> String) -> String {
        if text.is_empty() {
            self.lost.at(path(), "");
        }
        text
    }
}

fn kind_of(value: Option<&Value>) -> &'static str {
    match value {
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Number(_)) => "number",
        Some(value) if plain(value).is_some() => "text",
        _ => "",
    }
}

/// The names of all columns of a table.
pub(super) fn headings(table: &Table) -> impl Iterator<Item = &'static str> {
    table.above.into_iter().chain(table.columns.iter().map(|column| column.name))
}

/// The table as CSV.
pub(super) fn csv(table: &Table, rows: &Rows) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let is_text = |index: usize| {
        let own = index.checked_sub(usize::from(table.above.is_some()));
        let kind = own.and_then(|own| table.columns.get(own)).map(|column| column.kind);
        matches!(kind, None | Some(Kind::Text | Kind::Any))
    };
    // Memory takes every byte.
    let _ = writer.write_record(headings(table));
    for row in rows {
        let cells = row.iter().enumerate().map(|(index, cell)| match is_text(index) {
            true => neutralised(cell),
            // A negative number starts with a minus, and is one all the same.
            false => cell.as_str().into(),
        });
        let cells: Vec<_> = cells.collect();
        let _ = writer.write_record(cells.iter().map(|cell| cell.as_bytes()));
    }
    writer.into_inner().unwrap_or_default()
}
