//! From text to typed values, collecting every problem on the way.
//!
//! serde stops at the first error; a secretary wants all of them. Input therefore goes from JSON
//! text to a tree, and from the tree to types through [`Decode`], which carries the location and
//! collects problems. [`from_json`] is the one door; types get serde's `Deserialize` through it too,
//! so that the rules for unknown fields and values stand in one place.

use crate::canonical::float_text;
use crate::message::Code;
use crate::problem::{Error, Problem, join};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::str::FromStr;

pub(crate) use lkks_derive::Decode;

/// The most bytes of text read at once.
pub(crate) const MAX_BYTES: usize = 256 * 1024 * 1024;
/// The deepest nesting read.
pub(crate) const MAX_DEPTH: usize = 127;

/// A type that can be read from a tree, with every problem in it collected.
///
/// What comes back may lack what had a problem; whoever reads the whole ([`from_tree`]) refuses it
/// when there was any.
pub(crate) trait Decode: Sized {
    /// Reads `value`, which stands at `at`.
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self>;
}

/// Where a value stands in its tree.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At<'a> {
    /// It is the whole.
    Root,
    /// It is a field.
    Key(&'a At<'a>, &'a str),
    /// It is an item of a list.
    Index(&'a At<'a>, usize),
}

impl At<'_> {
    /// The location as `organisations[11].place`.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(before, key) => join(&before.path(), key),
            Self::Index(before, index) => format!("{}[{index}]", before.path()),
        }
    }

    /// `problem` at this place; the path it has already is below it.
    pub(crate) fn locate(&self, problem: Problem) -> Problem {
        let path = join(&self.path(), &problem.path);
        problem.at(path)
    }
}

/// What `read` gives, or its problem noted at its place.
pub(crate) fn note<T>(
    read: Result<T, Problem>,
    at: &At<'_>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    read.map_err(|problem| problems.push(at.locate(problem))).ok()
}

/// The problem of a value of another kind than `expected`.
pub(crate) fn wrong_kind(value: &Value, expected: &str) -> Problem {
    let found = match value {
        Value::String(text) => format!("\"{text}\""),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
        Value::Null => "null".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number_text(number),
    };
    Problem::error(Code::WrongType).value(found).expected(expected)
}

fn number_text(number: &serde_json::Number) -> String {
    match (number.as_u64(), number.as_i64()) {
        (Some(n), _) => n.to_string(),
        (None, Some(n)) => n.to_string(),
        (None, None) => float_text(number.as_f64().unwrap_or(f64::NAN)),
    }
}

/// The fields of a struct, taken one by one; what `#[derive(Decode)]` writes calls to.
///
/// Kept out of line and free of the struct's type, so that hundreds of fields stay small in the
/// browser.
pub(crate) struct Fields<'a> {
    map: Map<String, Value>,
    at: &'a At<'a>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// The fields of `value`, which must be a table without other keys than `known`.
    #[inline(never)]
    pub(crate) fn open(
        value: Value,
        at: &'a At<'a>,
        problems: &'a mut Vec<Problem>,
        known: &[&str],
    ) -> Option<Self> {
        let map = match value {
            Value::Object(map) => map,
            other => {
                problems.push(at.locate(wrong_kind(&other, "table")));
                return None;
            }
        };
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
            let problem = Problem::error(Code::UnknownField)
                .value(key)
                .expected(known.join(", "))
                .suggest(known.iter().copied());
            problems.push(at.locate(problem.at(key.as_str())));
        }
        Some(Self { map, at, problems })
    }

    /// A field that must be there.
    pub(crate) fn required<T: Decode>(&mut self, key: &str) -> Option<T> {
        match self.take(key) {
            Some(value) => T::decode(value, &At::Key(self.at, key), self.problems),
            None => {
                self.missing(key);
                None
            }
        }
    }

    /// A field that stands for `default` when absent.
    pub(crate) fn or<T: Decode>(&mut self, key: &str, default: impl FnOnce() -> T) -> Option<T> {
        match self.take(key) {
            Some(value) => T::decode(value, &At::Key(self.at, key), self.problems),
            None => Some(default()),
        }
    }

    #[inline(never)]
    fn take(&mut self, key: &str) -> Option<Value> {
        self.map.remove(key)
    }

    #[inline(never)]
    fn missing(&mut self, key: &str) {
        let problem = Problem::error(Code::MissingField).expected(key);
        self.problems.push(self.at.locate(problem));
    }
}

impl Decode for String {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let read = match value {
            Value::String(text) => Ok(text),
            other => Err(wrong_kind(&other, "text")),
        };
        note(read, at, problems)
    }
}

impl Decode for bool {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let read = value.as_bool().ok_or_else(|| wrong_kind(&value, "true/false"));
        note(read, at, problems)
    }
}

/// A whole number from 0 to `most`.
fn whole(value: &Value, most: u64) -> Result<u64, Problem> {
    let Value::Number(number) = value else { return Err(wrong_kind(value, "integer")) };
    let out_of_range =
        |bound: &str| Problem::error(Code::OutOfRange).value(number_text(number)).expected(bound);
    match number.as_u64() {
        Some(n) if n <= most => Ok(n),
        Some(_) => Err(out_of_range(&format!("≤ {most}"))),
        None if number.is_i64() => Err(out_of_range("≥ 0")),
        None => Err(wrong_kind(value, "integer")),
    }
}

macro_rules! decode_whole {
    ($($type:ty),*) => {$(
        impl Decode for $type {
            fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
                let number = note(whole(&value, u64::from(<$type>::MAX)), at, problems)?;
                <$type>::try_from(number).ok()
            }
        }
    )*};
}
decode_whole!(u8, u16, u32);

impl<T: Decode> Decode for Option<T> {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::decode(value, at, problems).map(Some),
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        T::decode(value, at, problems).map(Self::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let items = match value {
            Value::Array(items) => items,
            other => {
                problems.push(at.locate(wrong_kind(&other, "list")));
                return None;
            }
        };
        let mut all = Self::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            if let Some(item) = T::decode(item, &At::Index(at, index), problems) {
                all.push(item);
            }
        }
        Some(all)
    }
}

/// A table whose keys are data.
impl<K: FromStr<Err = Problem> + Ord, V: Decode> Decode for BTreeMap<K, V> {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let map = match value {
            Value::Object(map) => map,
            other => {
                problems.push(at.locate(wrong_kind(&other, "table")));
                return None;
            }
        };
        let mut entries = Self::new();
        for (key, value) in map {
            let at = At::Key(at, &key);
            let name = note(key.parse(), &at, problems);
            if let (Some(name), Some(value)) = (name, V::decode(value, &at, problems)) {
                entries.insert(name, value);
            }
        }
        Some(entries)
    }
}

/// A typed value from a JSON tree, or every problem in it.
pub(crate) fn from_tree<T: Decode>(tree: Value) -> Result<T, Error> {
    let mut problems = Vec::new();
    let read = T::decode(tree, &At::Root, &mut problems);
    Error::if_any(problems)?;
    read.ok_or_else(|| Problem::error(Code::WrongType).into())
}

/// A JSON tree from text, within the bounds of size and depth.
pub(crate) fn tree(text: &str) -> Result<Value, Error> {
    check_size(text.len())?;
    serde_json::from_str(text).map_err(|error| {
        // serde_json names the depth limit only in its text.
        let said = error.to_string();
        let mut problem = if said.starts_with("recursion limit") {
            Problem::error(Code::TooDeep).expected(MAX_DEPTH)
        } else {
            let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
            Problem::error(Code::InvalidJson).value(what)
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
pub(crate) fn from_json<T: Decode>(text: &str) -> Result<T, Error> {
    from_tree(tree(text)?)
}

/// Gives types serde's `Deserialize` through the collecting reader: one set of rules for both.
macro_rules! deserialize_by_decode {
    ($($type:ty),* $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let tree = serde_json::Value::deserialize(deserializer)?;
                $crate::decode::from_tree(tree).map_err(serde::de::Error::custom)
            }
        }
    )*};
}
pub(crate) use deserialize_by_decode;

/// Makes a type readable and writable through a plain struct of its fields: `&Type` goes into
/// `Data`, and `Data` into `Type` unless a [`Problem`] prevents it.
macro_rules! through_data {
    ($type:ty, $data:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$data>::from(self).serialize(serializer)
            }
        }

        impl $crate::decode::Decode for $type {
            fn decode(
                value: serde_json::Value,
                at: &$crate::decode::At<'_>,
                problems: &mut Vec<$crate::problem::Problem>,
            ) -> Option<Self> {
                let data = <$data as $crate::decode::Decode>::decode(value, at, problems)?;
                $crate::decode::note(data.try_into(), at, problems)
            }
        }

        $crate::decode::deserialize_by_decode!($type);

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

        impl $crate::decode::Decode for $type {
            fn decode(
                value: serde_json::Value,
                at: &$crate::decode::At<'_>,
                problems: &mut Vec<$crate::problem::Problem>,
            ) -> Option<Self> {
                let text = <String as $crate::decode::Decode>::decode(value, at, problems)?;
                $crate::decode::note(text.parse(), at, problems)
            }
        }

        $crate::decode::deserialize_by_decode!($type);

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

        impl $crate::decode::Decode for $name {
            fn decode(
                value: serde_json::Value,
                at: &$crate::decode::At<'_>,
                problems: &mut Vec<$crate::problem::Problem>,
            ) -> Option<Self> {
                let text = <String as $crate::decode::Decode>::decode(value, at, problems)?;
                $crate::decode::note(text.parse(), at, problems)
            }
        }

        $crate::decode::deserialize_by_decode!($name);

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
