//! Conditions over facts, as a rule pack writes them.
//!
//! A condition is data: it can be read, printed in both languages and compared. Whether it holds is
//! answered by [`crate::rules::plan`], in three values.

use crate::calendar::Duration;
use crate::decode::{Problems, problem_at, wrong_kind};
use crate::facts::Scalar;
use crate::message::Code;
use crate::problem::Problem;
use deserr::{Deserr, IntoValue, Map, Value, ValueKind, ValuePointerRef};
use serde::Serialize;
use serde::ser::SerializeMap;

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

const KEYS: &str = "document, present, fact, all, any, not";
const COMPARISONS: [&str; 7] =
    ["equals", "one_of", "at_least", "at_most", "more_than", "less_than", "held_for"];

impl Deserr<Problems> for Condition {
    fn deserialize_from_value<V: IntoValue>(
        value: Value<V>,
        at: ValuePointerRef,
    ) -> Result<Self, Problems> {
        let mut map = match value {
            Value::Map(map) => map,
            other => return Err(wrong_kind(other, &[ValueKind::Map], at)),
        };
        let mut take = |key: &str| map.remove(key).map(IntoValue::into_value);
        let read = if let Some(parts) = take("all") {
            Vec::deserialize_from_value(parts, at.push_key("all")).map(Self::All)
        } else if let Some(parts) = take("any") {
            Vec::deserialize_from_value(parts, at.push_key("any")).map(Self::Any)
        } else if let Some(part) = take("not") {
            Box::deserialize_from_value(part, at.push_key("not")).map(Self::Not)
        } else if let Some(name) = take("document") {
            String::deserialize_from_value(name, at.push_key("document")).map(Self::Document)
        } else if let Some(name) = take("present") {
            String::deserialize_from_value(name, at.push_key("present")).map(Self::Present)
        } else if let Some(name) = take("fact") {
            let name = String::deserialize_from_value(name, at.push_key("fact"))?;
            let key = COMPARISONS.iter().find_map(|key| Some((*key, take(key)?)));
            comparison(key, at).map(|comparison| Self::Fact(name, comparison))
        } else {
            let problem = Problem::error(Code::InvalidCondition).value("{…}").expected(KEYS);
            Err(problem_at(problem, at))
        };
        // A second key would be ambiguous, so it is refused rather than ignored.
        if let Some((key, _)) = map.into_iter().next() {
            let problem = Problem::error(Code::UnknownField).value(&key).expected(KEYS);
            let here = problem_at(problem.at(key.as_str()), at);
            return Err(match read {
                Ok(_) => here,
                Err(mut problems) => {
                    problems.0.extend(here.0);
                    problems
                }
            });
        }
        read
    }
}

fn comparison<V: IntoValue>(
    written: Option<(&'static str, Value<V>)>,
    at: ValuePointerRef,
) -> Result<Comparison, Problems> {
    let Some((key, value)) = written else { return Ok(Comparison::IsYes) };
    let at = at.push_key(key);
    if key == "one_of" {
        return Vec::deserialize_from_value(value, at).map(Comparison::OneOf);
    }
    if key == "held_for" {
        return Duration::deserialize_from_value(value, at).map(Comparison::HeldFor);
    }
    let scalar = Scalar::deserialize_from_value(value, at)?;
    Ok(match key {
        "at_least" => Comparison::AtLeast(scalar),
        "at_most" => Comparison::AtMost(scalar),
        "more_than" => Comparison::MoreThan(scalar),
        "less_than" => Comparison::LessThan(scalar),
        _ => Comparison::Equals(scalar),
    })
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

crate::decode::deserialize_by_deserr!(Condition);

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
