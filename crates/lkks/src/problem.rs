//! Problems found in an input, and the one error type of the library.
//!
//! Reading never stops at the first problem: an [`Error`] carries every problem of its input, each
//! with a stable code, the path of the field, the value, what was expected and a text in both
//! languages. What is odd but usable is a [`Severity::Warning`] and does not prevent an answer.

use crate::decode::text_enum;
use crate::message::{Code, Lang, Text};
use serde::Serialize;
use std::fmt;

text_enum! {
    /// Whether a problem prevents an answer.
    ///
    /// ```
    /// use lkks::message::Code;
    /// use lkks::problem::{Problem, Severity};
    /// assert_eq!(Problem::error(Code::DuplicateId).severity, Severity::Error);
    /// assert_eq!(Problem::warning(Code::SameNameTwice).severity, Severity::Warning);
    /// assert_eq!(Severity::Warning.to_string(), "warning");
    /// ```
    pub enum Severity {
        /// The input cannot be used until this is mended.
        Error = "error",
        /// The input is used; a person should look.
        Warning = "warning",
        /// The input is used; a person may want to know how.
        Note = "note",
    }
}

/// One thing wrong with an input: what, where, and what was expected instead.
///
/// `path` names the field from the root of the input (`organisations[11].place.region`); `line`
/// and `column` (from 1) stand beside it where the input is a text a person edits. In a table of a
/// workbook they are the row and the column of the cell, and `sheet` says in which sheet it is.
///
/// ```
/// use lkks::message::{Code, Lang};
/// use lkks::problem::Problem;
/// let problem = Problem::error(Code::InvalidDate).at("organisations[11].founded").value("31 Februari 2025");
/// assert_eq!(problem.text(Lang::En), "\"31 Februari 2025\" is not a date; expected a day that exists, such as 2025-02-28");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Whether it prevents an answer.
    pub severity: Severity,
    /// The field, from the root of the input.
    pub path: String,
    /// The sheet of a workbook, which line and column are the row and the column of.
    pub sheet: Option<String>,
    /// The line in the input's text, or the row of the sheet, from 1.
    pub line: Option<u32>,
    /// The column in that line, in characters, or the column of the sheet, from 1.
    pub column: Option<u32>,
    /// The value found, as text.
    pub value: Option<String>,
    /// What was expected instead, as data (a range, a list of names).
    pub expected: Option<String>,
    /// The nearest known name, where the value looks like a slip of it.
    pub suggestion: Option<String>,
}

impl Problem {
    /// A problem that prevents an answer.
    ///
    /// ```
    /// # use lkks::message::Code;
    /// # use lkks::{Error, Problem};
    /// let problem = Problem::error(Code::DuplicateId).value("LKS-001");
    /// assert!(Error::if_any(vec![problem]).is_err());
    /// ```
    pub fn error(code: Code) -> Self {
        Self {
            code,
            severity: Severity::Error,
            path: String::new(),
            sheet: None,
            line: None,
            column: None,
            value: None,
            expected: None,
            suggestion: None,
        }
    }

    /// A problem that a person should look at.
    ///
    /// ```
    /// # use lkks::message::Code;
    /// # use lkks::{Error, Problem};
    /// let problem = Problem::warning(Code::SameNameTwice).value("Yayasan Contoh");
    /// assert_eq!(Error::if_any(vec![problem])?.len(), 1); // the input is used all the same
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn warning(code: Code) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code) }
    }

    /// Something a person may want to know of how the input was used.
    ///
    /// ```
    /// # use lkks::message::Code;
    /// # use lkks::{Error, Problem};
    /// let note = Problem::note(Code::SameNameTwice).value("Yayasan Contoh");
    /// assert_eq!(note.severity.to_string(), "note");
    /// assert!(Error::if_any(vec![note]).is_ok());
    /// ```
    pub fn note(code: Code) -> Self {
        Self { severity: Severity::Note, ..Self::error(code) }
    }

    /// The same problem at this path.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::Code;
    /// let problem = Problem::error(Code::InvalidDate).at("organisations[11].founded");
    /// assert_eq!(problem.path, "organisations[11].founded");
    /// ```
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// The same problem in this cell of a sheet: its row and its column, from 1.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::{Code, Lang};
    /// let problem = Problem::error(Code::InvalidNumber).value("x").in_cell("Data LKS", 12, 28);
    /// assert_eq!(problem.line_text(Lang::En), "Data LKS!AB12: x is not a number [invalid-number]");
    /// ```
    pub fn in_cell(mut self, sheet: impl Into<String>, row: u32, column: u32) -> Self {
        self.sheet = Some(sheet.into());
        self.line = Some(row);
        self.column = Some(column);
        self
    }

    /// The cell of a sheet that it is in, as a spreadsheet names it.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::Code;
    /// let problem = Problem::error(Code::InvalidNumber);
    /// assert_eq!(problem.cell(), None);
    /// assert_eq!(problem.in_cell("Data LKS", 12, 28).cell().as_deref(), Some("AB12"));
    /// ```
    pub fn cell(&self) -> Option<String> {
        self.sheet.as_ref()?;
        let (row, column) = (self.line?, self.column?);
        Some(format!("{}{row}", column_letters(column)))
    }

    /// The same problem with the value found; a long value is cut to 200 characters.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::Code;
    /// let problem = Problem::error(Code::OutOfRange).value(1000);
    /// assert_eq!(problem.value.as_deref(), Some("1000"));
    /// let long = Problem::error(Code::InvalidId).value("x".repeat(5000));
    /// assert!(long.value.is_some_and(|text| text.ends_with("x…")));
    /// ```
    pub fn value(mut self, value: impl fmt::Display) -> Self {
        let text = value.to_string();
        let is_long = text.chars().nth(200).is_some();
        self.value =
            Some(if is_long { text.chars().take(200).chain(['…']).collect() } else { text });
        self
    }

    /// The same problem with what was expected.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::{Code, Lang};
    /// let problem = Problem::error(Code::OutOfRange).value(1000).expected("1–999");
    /// assert_eq!(problem.text(Lang::En), "1000 is out of range; expected 1–999");
    /// ```
    pub fn expected(mut self, expected: impl fmt::Display) -> Self {
        self.expected = Some(expected.to_string());
        self
    }

    /// The same problem with the nearest of the known `names` as a suggestion, if one is near.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::Code;
    /// let known = ["yayasan", "perkumpulan"];
    /// let slip = Problem::error(Code::UnknownValue).value("yayasn").suggest(known);
    /// assert_eq!(slip.suggestion.as_deref(), Some("yayasan"));
    /// let stranger = Problem::error(Code::UnknownValue).value("xyz").suggest(known);
    /// assert_eq!(stranger.suggestion, None);
    /// ```
    pub fn suggest<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        if let Some(value) = &self.value {
            self.suggestion = nearest(value, names).map(str::to_owned);
        }
        self
    }

    /// What is wrong, for a person.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::{Code, Lang};
    /// let problem = Problem::error(Code::MissingField).at("body").expected("name");
    /// assert_eq!(problem.text(Lang::Id), "isian \"name\" tidak ada");
    /// assert_eq!(problem.text(Lang::En), "the field \"name\" is missing");
    /// ```
    pub fn text(&self, lang: Lang) -> String {
        let suggestion = self.suggestion.as_deref();
        let suggestion = suggestion.map(|name| Text::Perhaps.text(lang, &[("name", name)]));
        self.code.text(
            lang,
            &[
                ("value", self.value.as_deref().unwrap_or("")),
                ("expected", &self.expected_text(lang)),
                ("suggestion", suggestion.as_deref().unwrap_or("")),
            ],
        )
    }

    /// What was expected, in words where it is the name of something and not data of the input.
    fn expected_text(&self, lang: Lang) -> String {
        let expected = self.expected.as_deref().unwrap_or("");
        match (self.code, expected) {
            (Code::WrongType | Code::FactType, kinds) => kinds_in_words(kinds, lang),
            (Code::DuplicateId, "rule book") => Text::RuleBook.template(lang).to_owned(),
            (Code::UnknownReference, "organisations") => {
                Text::OrganisationList.template(lang).to_owned()
            }
            _ => expected.to_owned(),
        }
    }

    /// One line for a person: place, text and code.
    ///
    /// ```
    /// # use lkks::Problem;
    /// # use lkks::message::{Code, Lang};
    /// let mut problem = Problem::error(Code::MissingField).at("body").expected("name");
    /// let text = "body: the field \"name\" is missing [missing-field]";
    /// assert_eq!(problem.line_text(Lang::En), text);
    /// problem.line = Some(3);
    /// assert_eq!(problem.line_text(Lang::En), format!("3:1: {text}"));
    /// ```
    pub fn line_text(&self, lang: Lang) -> String {
        if let (Some(sheet), Some(cell)) = (&self.sheet, self.cell()) {
            return format!("{sheet}!{cell}: {} [{}]", self.text(lang), self.code);
        }
        let place = match (self.path.as_str(), self.line, self.column) {
            ("", None, _) => String::new(),
            (path, None, _) => format!("{path}: "),
            ("", Some(line), column) => format!("{line}:{}: ", column.unwrap_or(1)),
            (path, Some(line), column) => format!("{line}:{}: {path}: ", column.unwrap_or(1)),
        };
        format!("{place}{} [{}]", self.text(lang), self.code)
    }
}

/// The letters of a sheet's column, from 1: `A`, `Z`, `AA`.
///
/// ```
/// use lkks::problem::column_letters;
/// assert_eq!([1, 26, 27, 16_384].map(column_letters), ["A", "Z", "AA", "XFD"]);
/// ```
pub fn column_letters(mut column: u32) -> String {
    let mut letters = String::new();
    while column > 0 {
        let letter = u8::try_from((column - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        column = (column - 1) / 26;
    }
    letters
}

/// A list of kinds of values, such as `text, integer 0–100`, in words.
fn kinds_in_words(kinds: &str, lang: Lang) -> String {
    let mut text = String::new();
    let mut parts = kinds.split(", ").peekable();
    while let Some(part) = parts.next() {
        let (kind, range) = part.split_at(part.find(' ').unwrap_or(part.len()));
        let word = match kind {
            "text" => Text::KindText,
            "number" => Text::KindNumber,
            "integer" => Text::KindInteger,
            "decimal" => Text::KindDecimal,
            "true/false" | "boolean" => Text::KindBoolean,
            "date" => Text::KindDate,
            "choice" => Text::KindChoice,
            "document" => Text::KindDocument,
            "list" => Text::KindList,
            "table" => Text::KindTable,
            // Another form of words is shown as it is.
            _ => return kinds.to_owned(),
        };
        if !text.is_empty() {
            text.push_str(if parts.peek().is_some() { ", " } else { Text::Or.template(lang) });
        }
        text.push_str(word.template(lang));
        text.push_str(range);
    }
    text
}

/// The nearest of `names` to `value`, if it is near enough to be a slip of it.
pub(crate) fn nearest<'a>(
    value: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(value, name), name))
        .filter(|(similarity, _)| *similarity >= 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

impl Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ProblemData::from(self).serialize(serializer)
    }
}

/// A problem as plain data: what the bindings and the conformance vectors carry.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Problem"))]
struct ProblemData {
    /// What is wrong.
    code: Code,
    /// Whether it prevents an answer.
    severity: Severity,
    /// The field, from the root of the input.
    path: String,
    /// The sheet of a workbook, which line and column are the row and the column of.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", serde(default))]
    sheet: Option<String>,
    /// The cell of that sheet, as a spreadsheet names it: `AB12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", serde(default))]
    cell: Option<String>,
    /// The line in the input's text, or the row of the sheet, from 1.
    line: Option<u32>,
    /// The column in that line, in characters, or the column of the sheet, from 1.
    column: Option<u32>,
    /// The value found, as text.
    value: Option<String>,
    /// What was expected instead.
    expected: Option<String>,
    /// The nearest known name.
    suggestion: Option<String>,
    /// The text for a person, in both languages.
    text: crate::message::Localised,
}

impl From<&Problem> for ProblemData {
    fn from(p: &Problem) -> Self {
        Self {
            code: p.code,
            severity: p.severity,
            path: p.path.clone(),
            sheet: p.sheet.clone(),
            cell: p.cell(),
            line: p.line,
            column: p.column,
            value: p.value.clone(),
            expected: p.expected.clone(),
            suggestion: p.suggestion.clone(),
            text: crate::message::Localised::new(p.text(Lang::Id), p.text(Lang::En)),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Problem {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Problem".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ProblemData::json_schema(generator)
    }
}

/// Why an input was refused: all its problems, never none.
///
/// ```
/// let error = lkks::Register::from_json("{}").unwrap_err();
/// assert_eq!(error.code().key(), "missing-field");
/// assert_eq!(error.problems().len(), 1); // the body is missing
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.describe(Lang::En))]
pub struct Error {
    // INVARIANT: never empty.
    problems: Vec<Problem>,
}

impl Error {
    /// The code of the first problem.
    ///
    /// ```
    /// use lkks::message::Code;
    /// let error = lkks::calendar::date(2025, 2, 29).unwrap_err();
    /// assert_eq!(error.code(), Code::InvalidDate);
    /// ```
    pub fn code(&self) -> Code {
        self.problems[0].code
    }

    /// The path of the first problem.
    ///
    /// ```
    /// let error = lkks::Register::from_json(r#"{ "body": { "name": "LKKS", "level": "city" } }"#);
    /// assert_eq!(error.unwrap_err().path(), "body.level");
    /// ```
    pub fn path(&self) -> &str {
        &self.problems[0].path
    }

    /// Every problem found, in the order of the input.
    ///
    /// ```
    /// let error = lkks::Register::from_json(r#"{
    ///     "body": { "name": "LKKS", "level": "city", "region": "3375" }
    /// }"#).unwrap_err();
    /// let paths: Vec<_> = error.problems().iter().map(|problem| problem.path.as_str()).collect();
    /// assert_eq!(paths, ["body.level", "body.region"]);
    /// ```
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The error as canonical JSON: its code, its path and all its problems.
    ///
    /// ```
    /// let error = lkks::calendar::date(2025, 2, 29).unwrap_err();
    /// let json: serde_json::Value = serde_json::from_str(&error.to_json()).unwrap();
    /// assert_eq!(json["code"], "invalid-date");
    /// assert_eq!(json["problems"][0]["value"], "2025-02-29");
    /// ```
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct ErrorData<'a> {
            code: Code,
            path: &'a str,
            problems: &'a [Problem],
        }
        crate::canonical::canonical_json(&ErrorData {
            code: self.code(),
            path: self.path(),
            problems: &self.problems,
        })
    }

    /// All problems for a person, one a line.
    ///
    /// ```
    /// use lkks::message::Lang;
    /// let error = lkks::Register::from_json("{}").unwrap_err();
    /// assert_eq!(error.describe(Lang::En), "the field \"body\" is missing [missing-field]");
    /// assert_eq!(error.describe(Lang::Id), "isian \"body\" tidak ada [missing-field]");
    /// ```
    pub fn describe(&self, lang: Lang) -> String {
        self.problems.iter().map(|p| p.line_text(lang)).collect::<Vec<_>>().join("\n")
    }

    /// An error if any of `problems` prevents an answer; otherwise the problems, all warnings, back.
    ///
    /// ```
    /// use lkks::message::Code;
    /// use lkks::{Error, Problem};
    /// assert!(Error::if_any(vec![Problem::warning(Code::SameNameTwice)]).is_ok());
    /// assert!(Error::if_any(vec![Problem::error(Code::DuplicateId)]).is_err());
    /// ```
    ///
    /// # Errors
    /// All of `problems`, the warnings among them too.
    pub fn if_any(problems: Vec<Problem>) -> Result<Vec<Problem>, Self> {
        if problems.iter().any(|p| p.severity == Severity::Error) {
            Err(Self { problems })
        } else {
            Ok(problems)
        }
    }

    /// The same error with `prefix` before every path.
    ///
    /// ```
    /// use lkks::body::Body;
    /// let error = Body::from_json(r#"{ "name": "LKKS", "level": "city" }"#).unwrap_err();
    /// assert_eq!(error.path(), "level");
    /// assert_eq!(error.under("bodies[2]").path(), "bodies[2].level");
    /// ```
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        self.change(|problem| problem.path = join(prefix, &problem.path));
        self
    }

    /// Changes each of its problems.
    pub(crate) fn change(&mut self, each: impl FnMut(&mut Problem)) {
        self.problems.iter_mut().for_each(each);
    }
}

/// `prefix` and `path` as one path.
pub(crate) fn join(prefix: &str, path: &str) -> String {
    match path.chars().next() {
        None => prefix.to_owned(),
        Some('[') => format!("{prefix}{path}"),
        Some(_) if prefix.is_empty() => path.to_owned(),
        Some(_) => format!("{prefix}.{path}"),
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self { problems: vec![problem] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_join_as_a_reader_writes_them() {
        assert_eq!(join("a", "b"), "a.b");
        assert_eq!(join("a", "[2].b"), "a[2].b");
        assert_eq!(join("", "b"), "b");
        assert_eq!(join("a", ""), "a");
    }

    #[test]
    fn a_slip_is_suggested_and_a_stranger_is_not() {
        assert_eq!(nearest("yayasn", ["yayasan", "perkumpulan"]), Some("yayasan"));
        assert_eq!(nearest("xyz", ["yayasan", "perkumpulan"]), None);
    }

    #[test]
    fn what_was_expected_is_said_in_the_language() {
        let text = |expected: &str, lang| {
            Problem::error(Code::WrongType).value("3").expected(expected).text(lang)
        };
        assert_eq!(text("text, number", Lang::Id), "3 salah jenis; diharapkan teks atau bilangan");
        assert_eq!(
            text("true/false, number, text", Lang::En),
            "3 has the wrong type; expected true/false, number or text"
        );
        assert_eq!(kinds_in_words("integer 0–100", Lang::Id), "bilangan bulat 0–100");
        assert_eq!(kinds_in_words("{ years | months = n }", Lang::Id), "{ years | months = n }");
        let book = Problem::error(Code::DuplicateId).value("p").expected("rule book");
        assert!(book.text(Lang::Id).ends_with("pertama di buku aturan"));
    }

    #[test]
    fn warnings_alone_are_no_error() {
        assert!(Error::if_any(vec![Problem::warning(Code::SameNameTwice)]).is_ok());
        assert!(Error::if_any(vec![Problem::error(Code::DuplicateId)]).is_err());
    }

    #[test]
    fn a_long_value_is_cut_at_a_character() {
        let problem = Problem::error(Code::WrongType).value("é".repeat(500));
        assert_eq!(problem.value.map(|v| v.chars().count()), Some(201));
    }
}
