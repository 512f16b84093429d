//! From the text of a pack to a [`Pack`], with every problem at its line and column.
//!
//! JSON packs have the same shape and lack only the lines. A problem carries a path; for TOML a map
//! from paths to places, made while the text is parsed, gives it a line and a column.

use crate::decode;
use crate::problem::{Error, Problem};
use crate::rules::pack::Pack;
#[cfg(feature = "toml")]
use std::collections::BTreeMap;

/// A pack as read, and where its parts stand in the text.
pub(crate) struct Loaded {
    pub(crate) pack: Pack,
    places: Places,
}

/// Where the parts of a text stand.
#[derive(Default)]
pub(crate) struct Places {
    #[cfg(feature = "toml")]
    by_path: BTreeMap<String, (u32, u32)>,
}

impl Places {
    /// `problem` with the line and column of its path, or of the nearest part that holds it.
    #[cfg_attr(not(feature = "toml"), expect(clippy::unused_self, reason = "JSON has no lines"))]
    fn locate(&self, problem: Problem) -> Problem {
        #[cfg(feature = "toml")]
        {
            let mut problem = problem;
            let mut path = problem.path.as_str();
            loop {
                if let Some((line, column)) = self.by_path.get(path) {
                    problem.line = Some(*line);
                    problem.column = Some(*column);
                    return problem;
                }
                match path.rfind(['.', '[']) {
                    Some(cut) => path = &path[..cut],
                    None if path.is_empty() => return problem,
                    None => path = "",
                }
            }
        }
        #[cfg(not(feature = "toml"))]
        problem
    }

    #[cfg(feature = "toml")]
    fn locate_all(&self, error: &Error) -> Error {
        self.locate_problems(error.problems().to_vec())
    }

    fn locate_problems(&self, problems: Vec<Problem>) -> Error {
        let located = problems.into_iter().map(|problem| self.locate(problem)).collect();
        match Error::if_any(located) {
            Err(error) => error,
            Ok(warnings) => warnings.into_iter().next().map_or_else(
                || Problem::error(crate::message::Code::WrongType).into(),
                Error::from,
            ),
        }
    }
}

impl Loaded {
    /// A pack from JSON text.
    pub(crate) fn from_json(text: &str) -> Result<Self, Error> {
        Ok(Self { pack: decode::from_json(text)?, places: Places::default() })
    }

    /// A pack from TOML text.
    #[cfg(feature = "toml")]
    pub(crate) fn from_toml(text: &str) -> Result<Self, Error> {
        let (tree, places) = toml_text::parse(text)?;
        let pack = decode::from_tree(tree).map_err(|error| places.locate_all(&error))?;
        Ok(Self { pack, places })
    }

    /// Problems of the pack's meaning, at their places in the text.
    pub(crate) fn error(&self, problems: Vec<Problem>) -> Error {
        self.places.locate_problems(problems)
    }
}

#[cfg(feature = "toml")]
mod toml_text {
    use super::Places;
    use crate::decode;
    use crate::message::Code;
    use crate::problem::{Error, Problem, join};
    use serde_json::{Map, Number, Value};
    use toml::Spanned;
    use toml::de::{DeTable, DeValue};

    pub(super) fn parse(text: &str) -> Result<(Value, Places), Error> {
        decode::check_size(text.len())?;
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader =
            Reader { lines: Lines::of(text), places: Places::default(), problems: Vec::new() };
        for error in errors {
            let (line, column) = reader.lines.at(error.span().map_or(0, |span| span.start));
            let mut problem = Problem::error(Code::InvalidToml).value(error.message());
            (problem.line, problem.column) = (Some(line), Some(column));
            reader.problems.push(problem);
        }
        if !reader.problems.is_empty() {
            Error::if_any(std::mem::take(&mut reader.problems))?;
        }
        reader.note("", table.span().start);
        let tree = reader.table(table.get_ref(), "");
        Error::if_any(std::mem::take(&mut reader.problems))?;
        Ok((tree, reader.places))
    }

    struct Reader {
        lines: Lines,
        places: Places,
        problems: Vec<Problem>,
    }

    impl Reader {
        fn note(&mut self, path: &str, offset: usize) {
            let place = self.lines.at(offset);
            self.places.by_path.entry(path.to_owned()).or_insert(place);
        }

        fn table(&mut self, table: &DeTable<'_>, path: &str) -> Value {
            let mut map = Map::new();
            for (key, value) in table {
                let path = join(path, key.get_ref());
                // A key leads to its line; the value, where it stands for itself, to its column.
                let offset = match value.get_ref() {
                    DeValue::Table(_) | DeValue::Array(_) => key.span().start,
                    _ => value.span().start,
                };
                self.note(&path, offset);
                map.insert(key.get_ref().to_string(), self.value(value, &path));
            }
            Value::Object(map)
        }

        fn value(&mut self, value: &Spanned<DeValue<'_>>, path: &str) -> Value {
            match value.get_ref() {
                DeValue::String(text) => Value::String(text.to_string()),
                DeValue::Boolean(yes) => Value::Bool(*yes),
                DeValue::Datetime(day) => Value::String(day.to_string()),
                DeValue::Integer(number) => {
                    let parsed = i64::from_str_radix(number.as_str(), number.radix());
                    parsed.map_or_else(|_| self.not_a_number(number.as_str(), path), Value::from)
                }
                DeValue::Float(number) => {
                    let parsed = number.as_str().parse().ok().and_then(Number::from_f64);
                    parsed.map_or_else(|| self.not_a_number(number.as_str(), path), Value::Number)
                }
                DeValue::Table(table) => self.table(table, path),
                DeValue::Array(items) => {
                    let items = items.iter().enumerate();
                    let read = items.map(|(index, item)| {
                        let path = format!("{path}[{index}]");
                        self.note(&path, item.span().start);
                        self.value(item, &path)
                    });
                    Value::Array(read.collect())
                }
            }
        }

        fn not_a_number(&mut self, text: &str, path: &str) -> Value {
            let problem = Problem::error(Code::InvalidNumber).value(text).at(path);
            self.problems.push(self.places.locate(problem));
            Value::Null
        }
    }

    /// The offset at which each line starts, to turn offsets into lines and columns.
    struct Lines {
        text: String,
        starts: Vec<usize>,
    }

    impl Lines {
        fn of(text: &str) -> Self {
            let breaks = text.match_indices('\n').map(|(offset, _)| offset + 1);
            Self { text: text.to_owned(), starts: std::iter::once(0).chain(breaks).collect() }
        }

        fn at(&self, offset: usize) -> (u32, u32) {
            let line = self.starts.partition_point(|start| *start <= offset);
            let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
            let column = self.text.get(start..offset).map_or(0, |part| part.chars().count());
            (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column + 1).unwrap_or(u32::MAX))
        }
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::message::Code;

    #[test]
    fn every_problem_of_a_text_has_its_line_and_column() {
        let text = "id = \"x\"\ntitel = 3\n\n[[fact]]\nname = \"a\"\ntype = \"documnt\"\n\
                    label = { id = \"A\", en = \"A\" }\n";
        let Err(error) = Loaded::from_toml(text) else { panic!("accepted") };
        let found: Vec<_> = error
            .problems()
            .iter()
            .map(|p| (p.code, p.path.as_str(), p.line.unwrap_or(0), p.column.unwrap_or(0)))
            .collect();
        assert!(found.contains(&(Code::UnknownField, "titel", 2, 9)), "{found:?}");
        assert!(found.contains(&(Code::UnknownValue, "fact[0].type", 6, 8)), "{found:?}");
        assert!(found.contains(&(Code::MissingField, "", 1, 1)), "{found:?}");
    }

    #[test]
    fn a_broken_text_is_a_problem_and_not_a_panic() {
        for text in ["id = ", "= 3", "[[", "a = nan", "a = 99999999999999999999", "a = \"\u{0}\""] {
            assert!(Loaded::from_toml(text).is_err(), "{text}");
        }
    }
}
