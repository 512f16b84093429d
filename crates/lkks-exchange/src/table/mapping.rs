//! Which column holds what, as a user may say it, keep it and say it again.

use super::field::Field;
use super::heading::Heading;
use crate::value::date::Incomplete;
use lkks::Error;
use lkks::Problem;
use lkks::message::Code;
use lkks::problem::column_letters;
use serde_json::Value;

/// Which columns hold what: said by a user, or how a table was read.
///
/// A column is known by its heading, as it stands in the table (the group above before it, parted
/// by ` / `), or by its letter (`column`) where it has none. Capitals and blanks do not matter. Where
/// both are given, both must fit: so one of two columns with the same heading is named.
///
/// ```
/// use lkks_exchange::Mapping;
/// let mapping = Mapping::from_json(r#"{ "columns": [
///     { "heading": "No. Tgl. SK", "field": "registration" },
///     { "heading": "Masa Berlaku s/d", "field": "registration_last_day", "incomplete": "last-day" },
///     { "heading": "Tanggal", "column": "H", "field": "accreditation_decided" },
///     { "heading": "Kode", "field": null }
/// ] }"#)?;
/// assert_eq!(mapping.columns.len(), 4);
/// assert_eq!(Mapping::from_json(&mapping.to_json())?, mapping);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The columns; of two that fit, the first counts.
    pub columns: Vec<MappedColumn>,
}

/// What one column holds.
///
/// ```
/// use lkks_exchange::{Field, Mapping};
/// let mapping = Mapping::from_json(r#"{ "columns": [{ "heading": "SK", "field": "permit" }] }"#)?;
/// assert_eq!(mapping.columns[0].field, Some(Field::Permit));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedColumn {
    /// In which sheet; in any where there is none.
    pub sheet: Option<String>,
    /// Its heading.
    pub heading: String,
    /// Its letter: `H`. Needed where it has no heading, or the same one as another column.
    pub column: Option<String>,
    /// What it holds; nothing where it is to be passed over.
    pub field: Option<Field>,
    /// What to make of its dates that are not known to the day.
    pub incomplete: Incomplete,
}

impl MappedColumn {
    fn fits(&self, sheet: &str, index: u32, heading: &str) -> bool {
        self.sheet.as_deref().is_none_or(|mine| mine == sheet)
            && self
                .column
                .as_deref()
                .is_none_or(|mine| mine.trim().eq_ignore_ascii_case(&column_letters(index + 1)))
            && if self.heading.is_empty() {
                self.column.is_some()
            } else {
                same(&self.heading, heading)
            }
    }
}

/// Whether two headings are one, but for capitals and blanks.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let words =
        |text: &str| text.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    words(one) == words(other)
}

impl Mapping {
    /// A mapping from JSON: `{ "columns": [{ "heading": …, "field": … }] }`.
    ///
    /// ```
    /// use lkks_exchange::Mapping;
    /// let json = r#"{ "columns": [{ "heading": "SK", "field": "permitt" }] }"#;
    /// let error = Mapping::from_json(json).unwrap_err();
    /// assert_eq!(error.path(), "columns[0].field");
    /// assert_eq!(error.problems()[0].suggestion.as_deref(), Some("permit"));
    /// ```
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let tree: Value = serde_json::from_str(text)
            .map_err(|error| Problem::error(Code::InvalidJson).value(error))?;
        Self::from_tree(&tree)
    }

    pub(crate) fn from_tree(tree: &Value) -> Result<Self, Error> {
        let mut problems = Vec::new();
        let mut mapping = Self::default();
        for key in tree.as_object().into_iter().flat_map(|table| table.keys()) {
            if key != "columns" {
                problems.push(
                    Problem::error(Code::UnknownField).value(key).expected("columns").at(key),
                );
            }
        }
        match tree.get("columns") {
            Some(Value::Array(columns)) => {
                for (index, column) in columns.iter().enumerate() {
                    let path = format!("columns[{index}]");
                    mapping.columns.extend(column_of(column, &path, &mut problems));
                }
            }
            None if tree.is_object() => {
                problems.push(Problem::error(Code::MissingField).expected("columns"));
            }
            _ => problems.push(Problem::error(Code::WrongType).value(tree).expected("table")),
        }
        Error::if_any(problems).map(|_| mapping)
    }

    /// The mapping as JSON, which reads back as the same mapping.
    ///
    /// ```
    /// use lkks_exchange::Mapping;
    /// assert_eq!(Mapping::default().to_json(), r#"{"columns":[]}"#);
    /// ```
    pub fn to_json(&self) -> String {
        lkks::canonical_json(&self.tree())
    }

    pub(crate) fn tree(&self) -> Value {
        let columns: Vec<Value> = self
            .columns
            .iter()
            .map(|column| {
                let mut table = serde_json::Map::new();
                table.insert("heading".into(), column.heading.clone().into());
                let field = column.field.as_ref().map(ToString::to_string);
                table.insert("field".into(), field.into());
                let texts = [("sheet", &column.sheet), ("column", &column.column)];
                for (key, text) in texts {
                    if let Some(text) = text {
                        table.insert(key.into(), text.clone().into());
                    }
                }
                match column.incomplete {
                    Incomplete::Refuse => {}
                    Incomplete::FirstDay => {
                        drop(table.insert("incomplete".into(), "first-day".into()))
                    }
                    Incomplete::LastDay => {
                        drop(table.insert("incomplete".into(), "last-day".into()))
                    }
                }
                Value::Object(table)
            })
            .collect();
        serde_json::json!({ "columns": columns })
    }

    /// What it says of a column of a sheet, if anything.
    pub(crate) fn column(&self, sheet: &str, index: u32, heading: &str) -> Option<&MappedColumn> {
        self.columns.iter().find(|column| column.fits(sheet, index, heading))
    }

    pub(crate) fn heading(&self, sheet: &str, index: u32, heading: &str) -> Option<Heading> {
        let field = self.column(sheet, index, heading)?.field.clone();
        Some(field.map_or(Heading::PassedOver, Heading::Certain))
    }
}

fn column_of(tree: &Value, path: &str, problems: &mut Vec<Problem>) -> Option<MappedColumn> {
    const KNOWN: [&str; 5] = ["sheet", "heading", "column", "field", "incomplete"];
    let Some(table) = tree.as_object() else {
        problems.push(Problem::error(Code::WrongType).value(tree).expected("table").at(path));
        return None;
    };
    for key in table.keys().filter(|key| !KNOWN.contains(&key.as_str())) {
        let problem = Problem::error(Code::UnknownField).value(key).expected(KNOWN.join(", "));
        problems.push(problem.suggest(KNOWN).at(format!("{path}.{key}")));
    }
    let mut text = |key: &str| match table.get(key) {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => {
            let problem = Problem::error(Code::WrongType).value(other).expected("text");
            problems.push(problem.at(format!("{path}.{key}")));
            None
        }
    };
    let (sheet, heading, column) = (text("sheet"), text("heading"), text("column"));
    let (field, incomplete) = (text("field"), text("incomplete"));
    if heading.is_none() && column.is_none() {
        problems.push(Problem::error(Code::MissingField).expected("heading").at(path));
    }
    if !table.contains_key("field") {
        problems.push(Problem::error(Code::MissingField).expected("field").at(path));
    }
    let field = field.and_then(|text| {
        let known = || Field::ALL.iter().map(Field::key).chain(["document:", "fact:"]);
        let unknown = || {
            let problem = Problem::error(Code::UnknownValue).value(&text);
            let listed = known().collect::<Vec<_>>().join(", ");
            problem.expected(listed).suggest(known()).at(format!("{path}.field"))
        };
        text.parse().map_err(|_| problems.push(unknown())).ok()
    });
    let incomplete = match incomplete.as_deref() {
        None | Some("refuse") => Incomplete::Refuse,
        Some("first-day") => Incomplete::FirstDay,
        Some("last-day") => Incomplete::LastDay,
        Some(other) => {
            let problem = Problem::error(Code::UnknownValue).value(other);
            problems.push(
                problem.expected("refuse, first-day, last-day").at(format!("{path}.incomplete")),
            );
            Incomplete::Refuse
        }
    };
    Some(MappedColumn { sheet, heading: heading.unwrap_or_default(), column, field, incomplete })
}
