//! From text to typed values, collecting every problem on the way.
//!
//! serde stops at the first error; a secretary wants all of them. Input therefore goes from JSON
//! text to a tree, and from the tree to types through `deserr`, which carries the location and
//! merges errors. [`from_json`] is the one door; types get serde's `Deserialize` through it too,
//! so that the rules for unknown fields and values stand in one place.

use crate::message::Code;
use crate::problem::{Error, Problem, join};
use deserr::{
    DeserializeError, Deserr, ErrorKind, IntoValue, Map, MergeWithError, Value, ValueKind,
    ValuePointerRef,
};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::str::FromStr;

/// The most bytes of text read at once.
pub(crate) const MAX_BYTES: usize = 256 * 1024 * 1024;
/// The deepest nesting read.
pub(crate) const MAX_DEPTH: usize = 127;

/// The problems met so far; deserr's view of an [`Error`].
#[derive(Debug)]
pub struct Problems(pub(crate) Vec<Problem>);

// The derived readers call these for every field, so the work is kept out of line; what stays in
// line says that reading always goes on, which spares every reader the code for breaking off. In
// the browser build that is a third of all code.
impl MergeWithError<Problems> for Problems {
    #[inline(always)]
    fn merge(this: Option<Self>, other: Self, _: ValuePointerRef) -> ControlFlow<Self, Self> {
        ControlFlow::Continue(Self::and(this, other))
    }
}

/// A problem of a scalar, met while its text is read: it gets its location here.
impl MergeWithError<Problem> for Problems {
    #[inline(always)]
    fn merge(this: Option<Self>, other: Problem, at: ValuePointerRef) -> ControlFlow<Self, Self> {
        ControlFlow::Continue(Self::and(this, problem_at(other, at)))
    }
}

impl MergeWithError<Error> for Problems {
    #[inline(always)]
    fn merge(this: Option<Self>, other: Error, at: ValuePointerRef) -> ControlFlow<Self, Self> {
        let located = other.under(&path_of(at));
        ControlFlow::Continue(Self::and(this, Self(located.problems().to_vec())))
    }
}

impl DeserializeError for Problems {
    #[inline(always)]
    fn error<V: IntoValue>(
        this: Option<Self>,
        error: ErrorKind<V>,
        at: ValuePointerRef,
    ) -> ControlFlow<Self, Self> {
        ControlFlow::Continue(Self::and(this, problem_at(form_problem(error), at)))
    }
}

impl Problems {
    #[inline(never)]
    fn and(this: Option<Self>, other: Self) -> Self {
        let mut all = this.unwrap_or(Self(Vec::new()));
        all.0.extend(other.0);
        all
    }
}

/// What deserr says of a value of the wrong form.
#[inline(never)]
fn form_problem<V: IntoValue>(error: ErrorKind<V>) -> Problem {
    match error {
        ErrorKind::IncorrectValueKind { actual, accepted } => {
            Problem::error(Code::WrongType).value(describe(actual)).expected(kinds(accepted))
        }
        ErrorKind::MissingField { field } => Problem::error(Code::MissingField).expected(field),
        ErrorKind::UnknownKey { key, accepted } => Problem::error(Code::UnknownField)
            .value(key)
            .expected(accepted.join(", "))
            .suggest(accepted.iter().copied())
            .at(key),
        ErrorKind::UnknownValue { value, accepted } => Problem::error(Code::UnknownValue)
            .value(value)
            .expected(accepted.join(", "))
            .suggest(accepted.iter().copied()),
        ErrorKind::BadSequenceLen { expected, .. } => {
            Problem::error(Code::WrongType).value("[…]").expected(format!("[{expected}]"))
        }
        ErrorKind::Unexpected { msg } => out_of_bounds(&msg),
    }
}

/// A whole number that its type cannot hold. deserr says so in an English sentence that quotes the
/// number and the bound; only these two are kept.
fn out_of_bounds(said: &str) -> Problem {
    let problem = Problem::error(Code::OutOfRange);
    let mut quoted = said.split('`').skip(1).step_by(2);
    match (quoted.next(), quoted.next()) {
        (Some(number), Some(bound)) => {
            let sign = if said.contains("minimum") { '≥' } else { '≤' };
            problem.value(number).expected(format!("{sign} {bound}"))
        }
        _ => problem.value(said),
    }
}

fn kinds(accepted: &[ValueKind]) -> String {
    let mut names: Vec<&str> = accepted
        .iter()
        .map(|kind| match kind {
            ValueKind::Null => "null",
            ValueKind::Boolean => "true/false",
            ValueKind::Integer | ValueKind::NegativeInteger => "integer",
            ValueKind::Float => "number",
            ValueKind::String => "text",
            ValueKind::Sequence => "list",
            ValueKind::Map => "table",
        })
        .collect();
    names.dedup();
    names.join(", ")
}

fn describe<V: IntoValue>(value: Value<V>) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Boolean(b) => b.to_string(),
        Value::Integer(i) => i.to_string(),
        Value::NegativeInteger(i) => i.to_string(),
        Value::Float(f) => f.to_string(),
        Value::String(s) => format!("\"{s}\""),
        Value::Sequence(_) => "[…]".into(),
        Value::Map(_) => "{…}".into(),
    }
}

/// A location as `organisations[11].place`.
#[inline(never)]
fn path_of(at: ValuePointerRef) -> String {
    match at {
        ValuePointerRef::Origin => String::new(),
        ValuePointerRef::Key { key, prev } => join(&path_of(*prev), key),
        ValuePointerRef::Index { index, prev } => format!("{}[{index}]", path_of(*prev)),
    }
}

/// `problem` with its location.
#[inline(never)]
pub(crate) fn problem_at(problem: Problem, at: ValuePointerRef) -> Problems {
    let path = join(&path_of(at), &problem.path);
    Problems(vec![problem.at(path)])
}

/// The problem of a value of another kind than `accepted`.
pub(crate) fn wrong_kind<V: IntoValue>(
    actual: Value<V>,
    accepted: &[ValueKind],
    at: ValuePointerRef,
) -> Problems {
    problem_at(form_problem(ErrorKind::IncorrectValueKind { actual, accepted }), at)
}

/// A table whose keys are data.
///
/// deserr 0.6 reads maps too, but loses every problem in them and passes the map on without the
/// entry; here each is reported at its key.
pub(crate) struct Entries<K, V>(BTreeMap<K, V>);

impl<K, V> Entries<K, V> {
    pub(crate) fn into_map(self) -> BTreeMap<K, V> {
        self.0
    }
}

impl<K, V> Deserr<Problems> for Entries<K, V>
where
    K: FromStr<Err = Problem> + Ord,
    V: Deserr<Problems>,
{
    fn deserialize_from_value<T: IntoValue>(
        value: Value<T>,
        at: ValuePointerRef,
    ) -> Result<Self, Problems> {
        let map = match value {
            Value::Map(map) => map,
            other => return Err(wrong_kind(other, &[ValueKind::Map], at)),
        };
        let mut entries = BTreeMap::new();
        let mut problems = Vec::new();
        for (key, value) in map.into_iter() {
            let at = at.push_key(&key);
            let name = key.parse().map_err(|problem| problem_at(problem, at));
            let value = V::deserialize_from_value(value.into_value(), at);
            match (name, value) {
                (Ok(name), Ok(value)) => {
                    entries.insert(name, value);
                }
                (name, value) => {
                    let found = name.err().into_iter().chain(value.err());
                    problems.extend(found.flat_map(|Problems(found)| found));
                }
            }
        }
        if problems.is_empty() { Ok(Self(entries)) } else { Err(Problems(problems)) }
    }
}

/// A typed value from a JSON tree, or every problem in it.
pub(crate) fn from_tree<T: Deserr<Problems>>(tree: serde_json::Value) -> Result<T, Error> {
    deserr::deserialize(tree).map_err(|problems: Problems| match Error::if_any(problems.0) {
        Err(error) => error,
        Ok(_) => Problem::error(Code::WrongType).into(),
    })
}

/// A JSON tree from text, within the bounds of size and depth.
pub(crate) fn tree(text: &str) -> Result<serde_json::Value, Error> {
    check_size(text.len())?;
    serde_json::from_str(text).map_err(|error| {
        // serde_json names the depth limit only in its text.
        let said = error.to_string();
        let mut problem = if said.starts_with("recursion limit") {
            Problem::error(Code::TooDeep).expected(MAX_DEPTH)
        } else {
            let cut = said.rfind(" at line ").unwrap_or(said.len());
            Problem::error(Code::InvalidJson).value(&said[..cut])
        };
        problem.line = u32::try_from(error.line()).ok();
        problem.column = u32::try_from(error.column()).ok();
        problem.into()
    })
}

/// Refuses more than [`MAX_BYTES`].
pub(crate) fn check_size(bytes: usize) -> Result<(), Error> {
    if bytes > MAX_BYTES {
        let problem = Problem::error(Code::TooLarge);
        return Err(problem.value(format!("{bytes} B")).expected(format!("{MAX_BYTES} B")).into());
    }
    Ok(())
}

/// A typed value from JSON text, or every problem in it.
pub(crate) fn from_json<T: Deserr<Problems>>(text: &str) -> Result<T, Error> {
    from_tree(tree(text)?)
}

/// Gives types serde's `Deserialize` through the collecting reader: one set of rules for both.
macro_rules! deserialize_by_deserr {
    ($($type:ty),* $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let tree = serde_json::Value::deserialize(deserializer)?;
                $crate::decode::from_tree(tree).map_err(serde::de::Error::custom)
            }
        }
    )*};
}
pub(crate) use deserialize_by_deserr;

/// Makes a type readable and writable through a plain struct of its fields: `&Type` goes into
/// `Data`, and `Data` into `Type` unless a [`Problem`] prevents it.
macro_rules! through_data {
    ($type:ty, $data:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$data>::from(self).serialize(serializer)
            }
        }

        impl deserr::Deserr<$crate::decode::Problems> for $type {
            fn deserialize_from_value<V: deserr::IntoValue>(
                value: deserr::Value<V>,
                at: deserr::ValuePointerRef,
            ) -> Result<Self, $crate::decode::Problems> {
                let data = <$data>::deserialize_from_value(value, at)?;
                data.try_into().map_err(|problem| $crate::decode::problem_at(problem, at))
            }
        }

        $crate::decode::deserialize_by_deserr!($type);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$data as schemars::JsonSchema>::schema_name()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$data as schemars::JsonSchema>::json_schema(generator)
            }
        }
    };
}
pub(crate) use through_data;

/// Makes a type that is written as text readable and writable: it has `FromStr<Err = Problem>`
/// and `Display` already.
macro_rules! scalar_as_text {
    ($type:ty, $format:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl deserr::Deserr<$crate::decode::Problems> for $type {
            fn deserialize_from_value<V: deserr::IntoValue>(
                value: deserr::Value<V>,
                at: deserr::ValuePointerRef,
            ) -> Result<Self, $crate::decode::Problems> {
                let text = String::deserialize_from_value(value, at)?;
                text.parse().map_err(|problem| $crate::decode::problem_at(problem, at))
            }
        }

        $crate::decode::deserialize_by_deserr!($type);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": $format })
            }
        }
    };
}
pub(crate) use scalar_as_text;

/// Declares an enum that is written as one of a few words.
macro_rules! text_enum {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$vmeta:meta])* $variant:ident = $key:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$vmeta])* $variant,)*
        }

        impl $name {
            /// Every value, in the order of the definition.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
            const KEYS: &[&str] = &[$($key,)*];

            /// The word it is written as.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.key())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::problem::Problem;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($key => Ok(Self::$variant),)*
                    _ => Err($crate::problem::Problem::error($crate::message::Code::UnknownValue)
                        .value(text)
                        .expected(Self::KEYS.join(", "))
                        .suggest(Self::KEYS.iter().copied())),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl deserr::Deserr<$crate::decode::Problems> for $name {
            fn deserialize_from_value<V: deserr::IntoValue>(
                value: deserr::Value<V>,
                at: deserr::ValuePointerRef,
            ) -> Result<Self, $crate::decode::Problems> {
                let text = String::deserialize_from_value(value, at)?;
                text.parse().map_err(|problem| $crate::decode::problem_at(problem, at))
            }
        }

        $crate::decode::deserialize_by_deserr!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> { stringify!($name).into() }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($key),*] })
            }
        }
    };
}
pub(crate) use text_enum;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_beyond_its_type_is_told_with_its_bound() {
        let told = |json: &str| {
            let problem = from_json::<Vec<u16>>(json).map_err(|e| e.problems()[0].clone());
            problem.map_err(|p| (p.code, p.path, p.value, p.expected))
        };
        let expected = (
            Code::OutOfRange,
            "[0]".to_owned(),
            Some("70000".to_owned()),
            Some("≤ 65535".to_owned()),
        );
        assert_eq!(told("[70000]"), Err(expected));
    }
}
