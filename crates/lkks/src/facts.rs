//! What the rules may ask of an organisation, or of a board, on a date.
//!
//! A fact has a name, a type and a state: [`Fact::Known`], [`Fact::Unknown`] with the reason, or
//! [`Fact::NotApplicable`]. Missing evidence is unknown, never no. Facts that follow from the
//! register itself are built in ([`BUILT_IN`]); the others are declared by rule packs and answered
//! by an organisation's documents and evidence.

use crate::Decimal;
use crate::calendar::Date;
use crate::decode::{At, Decode, note, text_enum, wrong_kind};
use crate::message::{Code, Localised};
use crate::problem::Problem;
use serde::Serialize;
use serde_json::Value as Tree;
use std::fmt;

mod board;
mod built_in;
mod sheet;

pub(crate) use board::board_fact;
pub use built_in::{BUILT_IN, BuiltIn, Scope};
pub(crate) use sheet::{Sheet, Subject, is_changeable};

text_enum! {
    /// The type of a fact.
    ///
    /// ```
    /// use lkks::facts::{BuiltIn, FactType, Scope};
    /// let founded = BuiltIn::named("founded", Scope::Organisation).unwrap();
    /// assert_eq!(founded.kind, FactType::Date);
    /// assert_eq!(FactType::Document.key(), "document");
    /// ```
    pub enum FactType {
        /// Yes or no.
        Boolean = "boolean",
        /// A whole number.
        Integer = "integer",
        /// An exact decimal.
        Decimal = "decimal",
        /// A day.
        Date = "date",
        /// One of a few words.
        Choice = "choice",
        /// A document: present, absent or unknown, with its number, day and validity.
        Document = "document",
    }
}

/// The value of a fact of a known type.
///
/// ```
/// use lkks::facts::{BuiltIn, Scalar, Scope, Value};
/// let founded = BuiltIn::named("founded", Scope::Organisation).unwrap().spec();
/// let value = founded.value(&Scalar::Text("2018-03-01".into()))?;
/// assert_eq!(value, Value::Date(lkks::calendar::date(2018, 3, 1)?));
/// assert_eq!(value.to_string(), "2018-03-01");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Boolean(bool),
    /// A number, whole or with places.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// One of the words a choice allows.
    Choice(String),
    /// A document.
    Document(Document),
}

/// A document as far as it matters to the rules.
///
/// ```
/// use lkks::facts::{Document, Value};
/// let deed = Document { present: true, number: Some("12".into()), ..Document::default() };
/// assert_eq!(Value::Document(deed).to_string(), "present (12)");
/// assert_eq!(Value::Document(Document::default()).to_string(), "absent");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Whether it is there.
    pub present: bool,
    /// Its number.
    pub number: Option<String>,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The last day it is valid, stated by itself or given by the rules.
    pub last_day: Option<Date>,
    /// Whether the rules limit its validity from a day of issue that is not known.
    pub undated: bool,
}

text_enum! {
    /// Why a fact is not known.
    ///
    /// ```
    /// use lkks::facts::{Fact, UnknownReason};
    /// assert_eq!(Fact::MISSING, Fact::Unknown(UnknownReason::Missing));
    /// assert_eq!(UnknownReason::Contradictory.key(), "contradictory");
    /// ```
    pub enum UnknownReason {
        /// Nothing is recorded.
        Missing = "missing",
        /// Two records that count alike disagree.
        Contradictory = "contradictory",
        /// What is recorded has the wrong type or is out of range.
        Invalid = "invalid",
    }
}

/// What is known of a fact.
///
/// ```
/// use lkks::facts::{Fact, Value};
/// let no = Fact::Known(Value::Boolean(false));
/// assert_ne!(Fact::MISSING, no); // missing evidence is unknown, never no
/// assert_ne!(Fact::NotApplicable, no);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Its value.
    Known(Value),
    /// Not known, and why.
    Unknown(UnknownReason),
    /// It has no meaning for this organisation.
    NotApplicable,
}

impl Fact {
    /// Nothing is recorded.
    pub const MISSING: Self = Self::Unknown(UnknownReason::Missing);

    fn known<T>(value: Option<T>, wrap: impl FnOnce(T) -> Value) -> Self {
        value.map_or(Self::MISSING, |value| Self::Known(wrap(value)))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(yes) => write!(f, "{yes}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(day) => write!(f, "{day}"),
            Self::Choice(word) => f.write_str(word),
            Self::Document(document) if !document.present => f.write_str("absent"),
            Self::Document(document) => match &document.number {
                Some(number) => write!(f, "present ({number})"),
                None => f.write_str("present"),
            },
        }
    }
}

/// A value as a register or a pack writes it, before its fact says which type it should have.
///
/// ```
/// use lkks::facts::Scalar;
/// let scalar: Scalar = serde_json::from_str("84.5")?;
/// assert_eq!(scalar, Scalar::Number("84.5".parse().unwrap()));
/// assert_eq!(serde_json::to_string(&scalar)?, "84.5"); // written as it was read
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(Decimal),
    /// Anything in quotes: a word, a date, or a decimal as text.
    Text(String),
}

impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(yes) => write!(f, "{yes}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// Written as it was read, so that a register reads back as itself: a number as a number. The
/// decimals there are have at most 14 digits, which every float keeps.
impl Serialize for Scalar {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Boolean(yes) => serializer.serialize_bool(*yes),
            Self::Number(number) => match number.whole() {
                Some(whole) => serializer.serialize_i64(whole),
                None => serializer.serialize_f64(number.to_f64()),
            },
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl Decode for Scalar {
    fn decode(value: Tree, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        match value {
            Tree::Bool(yes) => Some(Self::Boolean(yes)),
            Tree::String(text) => Some(Self::Text(text)),
            Tree::Number(_) => Decimal::decode(value, at, problems).map(Self::Number),
            other => note(Err(wrong_kind(&other, "true/false, number, text")), at, problems),
        }
    }
}

crate::decode::deserialize_by_decode!(Scalar);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Scalar {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Scalar".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        // A number may be written as one, and is always answered as text.
        if generator.contract().is_serialize() {
            return schemars::json_schema!({ "type": ["boolean", "string"] });
        }
        schemars::json_schema!({ "type": ["boolean", "number", "string"] })
    }
}

/// The declaration of a fact: its type, range and words.
///
/// Built-in facts and those that packs declare are checked by the same rules.
///
/// ```
/// use lkks::Lang;
/// use lkks::facts::{BuiltIn, Scope};
/// let kind = BuiltIn::named("kind", Scope::Organisation).unwrap().spec();
/// assert_eq!(kind.label.get(Lang::En), "Kind of LKS");
/// assert!(kind.choices.contains(&"lksa".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactSpec {
    /// Its name, such as `domicile_letter`.
    pub name: String,
    /// Its type.
    pub kind: FactType,
    /// What a person calls it.
    pub label: Localised,
    /// The least value allowed.
    pub min: Option<Decimal>,
    /// The greatest value allowed.
    pub max: Option<Decimal>,
    /// The words allowed for a choice.
    pub choices: Vec<String>,
}

impl FactSpec {
    /// The value that `scalar` stands for under this declaration.
    ///
    /// ```
    /// use lkks::facts::{BuiltIn, Scalar, Scope};
    /// let kind = BuiltIn::named("kind", Scope::Organisation).unwrap().spec();
    /// assert!(kind.value(&Scalar::Text("lksa".into())).is_ok());
    /// let problem = kind.value(&Scalar::Text("lkas".into())).unwrap_err();
    /// assert_eq!(problem.code.key(), "unknown-value");
    /// ```
    ///
    /// # Errors
    /// `fact-type`, `invalid-date`, `invalid-decimal`, `unknown-value` or `out-of-range`.
    pub fn value(&self, scalar: &Scalar) -> Result<Value, Problem> {
        let wrong = || Problem::error(Code::FactType).value(scalar).expected(self.expectation());
        match (self.kind, scalar) {
            (FactType::Boolean, Scalar::Boolean(yes)) => Ok(Value::Boolean(*yes)),
            (FactType::Integer | FactType::Decimal, Scalar::Number(number)) => self.number(*number),
            (FactType::Integer | FactType::Decimal, Scalar::Text(text)) => {
                self.number(text.parse()?)
            }
            (FactType::Date, Scalar::Text(text)) => Ok(Value::Date(text.parse()?)),
            (FactType::Choice, Scalar::Text(word)) => {
                // A choice without words takes any: the grades of packs differ.
                if self.choices.is_empty() || self.choices.iter().any(|choice| choice == word) {
                    return Ok(Value::Choice(word.clone()));
                }
                Err(Problem::error(Code::UnknownValue)
                    .value(word)
                    .expected(self.choices.join(", "))
                    .suggest(self.choices.iter().map(String::as_str)))
            }
            (FactType::Document, Scalar::Boolean(present)) => {
                Ok(Value::Document(Document { present: *present, ..Document::default() }))
            }
            _ => Err(wrong()),
        }
    }

    fn number(&self, number: Decimal) -> Result<Value, Problem> {
        let whole = self.kind != FactType::Integer || number.steps() % 10_000 == 0;
        let inside =
            self.min.is_none_or(|min| min <= number) && self.max.is_none_or(|max| number <= max);
        if whole && inside {
            Ok(Value::Number(number))
        } else {
            let code = if whole { Code::OutOfRange } else { Code::FactType };
            Err(Problem::error(code).value(number).expected(self.expectation()))
        }
    }

    fn expectation(&self) -> String {
        let show = |bound: Option<Decimal>| bound.map_or("…".to_owned(), |b| b.to_string());
        match self.kind {
            FactType::Integer | FactType::Decimal if self.min.is_some() || self.max.is_some() => {
                format!("{} {}–{}", self.kind, show(self.min), show(self.max))
            }
            kind => kind.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(kind: FactType) -> FactSpec {
        FactSpec {
            name: "x".into(),
            kind,
            label: Localised::default(),
            min: Some(Decimal::ZERO),
            max: Decimal::from_integer(100).ok(),
            choices: vec!["A".into(), "B".into()],
        }
    }

    #[test]
    fn a_scalar_reads_back_as_itself() {
        for json in ["true", "\"84.5\"", "84.5", "0.0001", "-999999999.9999", "61", "-1000000000"] {
            let scalar: Scalar = crate::decode::from_json(json).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(crate::canonical_json(&scalar), json);
        }
    }

    #[test]
    fn a_value_of_another_type_or_out_of_range_is_a_problem() {
        let text = |t: &str| Scalar::Text(t.into());
        let code = |kind, scalar: &Scalar| spec(kind).value(scalar).map_err(|p| p.code);
        assert_eq!(code(FactType::Boolean, &text("ya")), Err(Code::FactType));
        assert_eq!(code(FactType::Decimal, &text("100.0001")), Err(Code::OutOfRange));
        assert_eq!(code(FactType::Integer, &text("1.5")), Err(Code::FactType));
        assert_eq!(code(FactType::Decimal, &Scalar::Boolean(true)), Err(Code::FactType));
        assert_eq!(code(FactType::Date, &text("2025-02-29")), Err(Code::InvalidDate));
        assert_eq!(code(FactType::Choice, &text("C")), Err(Code::UnknownValue));
        assert!(code(FactType::Decimal, &text("100")).is_ok());
    }
}
