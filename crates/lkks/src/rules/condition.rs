//! Conditions over facts, as a rule pack writes them.
//!
//! A condition is data: it can be read, printed in both languages and compared. Whether it holds is
//! answered by [`crate::rules::plan`], in three values.

use crate::calendar::Duration;
use crate::decode::{At, Decode, note, wrong_kind};
use crate::facts::Scalar;
use crate::message::Code;
use crate::problem::Problem;
use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::Value;

/// A condition.
///
/// | written | holds when |
/// | --- | --- |
/// | `{ document = "npwp" }` | the document is present and, where it has a last day, still valid |
/// | `{ present = "npwp" }` | the document is present, valid or not |
/// | `{ fact = "registered" }` | the fact is yes |
/// | `{ fact = "kind", equals = "lksa" }` | it has this value |
/// | `{ fact = "kind", one_of = ["lksa", "lks-lu"] }` | it has one of these |
/// | `{ fact = "staff", at_least = 3 }` | also `at_most`, `more_than`, `less_than` |
/// | `{ fact = "founded", held_for = { years = 2 } }` | at least this long ago |
/// | `{ all = […] }`, `{ any = […] }`, `{ not = … }` | of other conditions |
///
/// ```
/// use lkks::rules::Condition;
/// let condition: Condition = serde_json::from_str(r#"{ "not": { "fact": "registered" } }"#)?;
/// assert_eq!(condition.facts(), ["registered"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A document is present and valid on the day.
    Document(String),
    /// A document is present.
    Present(String),
    /// A fact compared with a figure.
    Fact(String, Comparison),
}

/// What is asked of a fact.
///
/// ```
/// use lkks::rules::{Comparison, Condition};
/// let condition: Condition = serde_json::from_str(r#"{ "fact": "staff", "at_least": 3 }"#)?;
/// let Condition::Fact(name, Comparison::AtLeast(least)) = condition else { unreachable!() };
/// assert_eq!((name.as_str(), least.to_string().as_str()), ("staff", "3"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// It is yes.
    IsYes,
    /// It has this value.
    Equals(Scalar),
    /// It has one of these values.
    OneOf(Vec<Scalar>),
    /// It is this or more.
    AtLeast(Scalar),
    /// It is this or less.
    AtMost(Scalar),
    /// It is more than this.
    MoreThan(Scalar),
    /// It is less than this.
    LessThan(Scalar),
    /// The day is at least this long ago.
    HeldFor(Duration),
}

impl Comparison {
    /// The key it is written with.
    ///
    /// ```
    /// use lkks::calendar::Duration;
    /// use lkks::rules::Comparison;
    /// assert_eq!(Comparison::HeldFor(Duration::years(2)).key(), "held_for");
    /// ```
    pub const fn key(&self) -> &'static str {
        match self {
            Self::IsYes => "is_yes",
            Self::Equals(_) => "equals",
            Self::OneOf(_) => "one_of",
            Self::AtLeast(_) => "at_least",
            Self::AtMost(_) => "at_most",
            Self::MoreThan(_) => "more_than",
            Self::LessThan(_) => "less_than",
            Self::HeldFor(_) => "held_for",
        }
    }
}

impl Condition {
    /// The names of the facts it asks about, each once, in order.
    ///
    /// ```
    /// use lkks::rules::Condition;
    /// let condition: Condition = serde_json::from_str(
    ///     r#"{ "any": [{ "document": "deed" }, { "present": "deed" }, { "fact": "permitted" }] }"#,
    /// )?;
    /// assert_eq!(condition.facts(), ["deed", "permitted"]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn facts(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.visit(&mut |name| {
            if !names.contains(&name) {
                names.push(name);
            }
        });
        names
    }

    fn visit<'a>(&'a self, each: &mut impl FnMut(&'a str)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(each)),
            Self::Not(part) => part.visit(each),
            Self::Document(name) | Self::Present(name) | Self::Fact(name, _) => each(name),
        }
    }
}

const FORMS: [&str; 6] = ["document", "present", "fact", "all", "any", "not"];
const COMPARISONS: [&str; 7] =
    ["equals", "one_of", "at_least", "at_most", "more_than", "less_than", "held_for"];

impl Decode for Condition {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let mut map = match value {
            Value::Object(map) => map,
            other => return note(Err(wrong_kind(&other, "table")), at, problems),
        };
        let key = FORMS.iter().copied().find(|key| map.contains_key(*key));
        let Some((key, value)) = key.and_then(|key| Some((key, map.remove(key)?))) else {
            let problem = Problem::error(Code::InvalidCondition).value("{…}");
            return note(Err(problem.expected(FORMS.join(", "))), at, problems);
        };
        let below = At::Key(at, key);
        let read = match key {
            "all" => Vec::decode(value, &below, problems).map(Self::All),
            "any" => Vec::decode(value, &below, problems).map(Self::Any),
            "not" => Box::decode(value, &below, problems).map(Self::Not),
            "document" => String::decode(value, &below, problems).map(Self::Document),
            "present" => String::decode(value, &below, problems).map(Self::Present),
            _ => {
                let name = String::decode(value, &below, problems);
                let asked = COMPARISONS.iter().find_map(|key| Some((*key, map.remove(*key)?)));
                let comparison = comparison(asked, at, problems);
                name.and_then(|name| Some(Self::Fact(name, comparison?)))
            }
        };
        // A second key would be ambiguous, so it is refused rather than ignored.
        for (key, _) in map {
            let problem = Problem::error(Code::UnknownField).value(&key);
            problems.push(at.locate(problem.expected(FORMS.join(", ")).at(key.as_str())));
        }
        read
    }
}

fn comparison(
    written: Option<(&'static str, Value)>,
    at: &At<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Comparison> {
    let Some((key, value)) = written else { return Some(Comparison::IsYes) };
    let at = At::Key(at, key);
    match key {
        "one_of" => Vec::decode(value, &at, problems).map(Comparison::OneOf),
        "held_for" => Duration::decode(value, &at, problems).map(Comparison::HeldFor),
        _ => {
            let scalar = Scalar::decode(value, &at, problems)?;
            Some(match key {
                "at_least" => Comparison::AtLeast(scalar),
                "at_most" => Comparison::AtMost(scalar),
                "more_than" => Comparison::MoreThan(scalar),
                "less_than" => Comparison::LessThan(scalar),
                _ => Comparison::Equals(scalar),
            })
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::All(parts) => map.serialize_entry("all", parts)?,
            Self::Any(parts) => map.serialize_entry("any", parts)?,
            Self::Not(part) => map.serialize_entry("not", part)?,
            Self::Document(name) => map.serialize_entry("document", name)?,
            Self::Present(name) => map.serialize_entry("present", name)?,
            Self::Fact(name, comparison) => {
                map.serialize_entry("fact", name)?;
                let key = comparison.key();
                match comparison {
                    Comparison::IsYes => {}
                    Comparison::OneOf(values) => map.serialize_entry(key, values)?,
                    Comparison::HeldFor(duration) => map.serialize_entry(key, duration)?,
                    Comparison::Equals(value)
                    | Comparison::AtLeast(value)
                    | Comparison::AtMost(value)
                    | Comparison::MoreThan(value)
                    | Comparison::LessThan(value) => map.serialize_entry(key, value)?,
                }
            }
        }
        map.end()
    }
}

crate::decode::deserialize_by_decode!(Condition);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Condition {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Condition".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let this = generator.subschema_for::<Self>();
        let scalar = generator.subschema_for::<Scalar>();
        let duration = generator.subschema_for::<Duration>();
        let one = |key: &str, schema: serde_json::Value| {
            serde_json::json!({
                "type": "object", "additionalProperties": false, "required": [key],
                "properties": { key: schema }
            })
        };
        let list = serde_json::json!({ "type": "array", "items": this });
        let text = serde_json::json!({ "type": "string" });
        schemars::json_schema!({ "oneOf": [
            one("all", list.clone()),
            one("any", list),
            one("not", serde_json::json!(this)),
            one("document", text.clone()),
            one("present", text),
            {
                "type": "object", "additionalProperties": false, "required": ["fact"],
                "minProperties": 1, "maxProperties": 2,
                "properties": {
                    "fact": { "type": "string" },
                    "equals": scalar, "at_least": scalar, "at_most": scalar,
                    "more_than": scalar, "less_than": scalar,
                    "one_of": { "type": "array", "items": scalar },
                    "held_for": duration
                }
            }
        ]})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::from_json;

    #[test]
    fn what_is_written_is_read_back_the_same() {
        for json in [
            r#"{"all":[{"document":"npwp"},{"any":[{"present":"deed"},{"not":{"fact":"registered"}}]}]}"#,
            r#"{"at_least":"61","fact":"score"}"#,
            r#"{"fact":"kind","one_of":["lksa","lks-lu"]}"#,
            r#"{"fact":"founded","held_for":{"years":2}}"#,
        ] {
            let condition: Condition = from_json(json).unwrap_or_else(|e| panic!("{e}"));
            let tree: serde_json::Value = serde_json::to_value(&condition).unwrap_or_default();
            assert_eq!(tree.to_string(), json);
        }
    }

    #[test]
    fn two_conditions_in_one_table_are_refused() {
        for json in [r#"{"document":"a","present":"b"}"#, r#"{"fact":"a","equals":1,"at_least":2}"#]
        {
            let error = from_json::<Condition>(json).unwrap_err();
            assert_eq!(error.code(), Code::UnknownField, "{json}");
        }
        assert_eq!(from_json::<Condition>("{}").unwrap_err().code(), Code::InvalidCondition);
        assert_eq!(from_json::<Condition>("3").unwrap_err().code(), Code::WrongType);
    }
}
