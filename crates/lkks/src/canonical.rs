//! Canonical JSON (RFC 8785): sorted keys, no spaces, numbers as JavaScript writes them.
//!
//! Written here and not by way of `serde_json`: a verdict is written once for its receipt and again
//! for its reader, so this is where an assessment's time goes, and a general writer of floats brings
//! tables that are a tenth of what a browser has to load. A test holds it against
//! `serde_json_canonicalizer`.

mod serializer;

use serde::ser::{self, Serialize};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::{self, Display, Write};

/// The canonical JSON (RFC 8785) of `value`: sorted keys, no spaces, the same bytes everywhere.
///
/// ```
/// let value = serde_json::json!({ "b": [1.0, "é\n"], "a": null });
/// assert_eq!(lkks::canonical_json(&value), "{\"a\":null,\"b\":[1,\"é\\n\"]}");
/// ```
pub fn canonical_json<T: Serialize>(value: &T) -> String {
    let mut writer = Writer::default();
    // INVARIANT: what lkks serialises has text keys and no numbers beyond JSON, so this succeeds.
    let written = value.serialize(&mut writer);
    written.map_or_else(|_| String::new(), |()| writer.out)
}

/// Why a value has no canonical JSON: it is NaN or infinite, or its own code says so.
#[derive(Debug)]
struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no JSON can be written of this")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Texts as they are, without quotes: how a key is read before it is sorted.
    is_key: bool,
}

impl Writer {
    fn text(&mut self, text: &str) {
        if self.is_key {
            self.out.push_str(text);
            return;
        }
        self.out.push('"');
        let mut rest = text;
        // By bytes: what is escaped is ASCII, which stands in no other character's bytes.
        let is_escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
        while let Some(at) = rest.bytes().position(is_escaped) {
            self.out.push_str(rest.get(..at).unwrap_or_default());
            self.escape(rest.as_bytes()[at]);
            rest = rest.get(at + 1..).unwrap_or_default();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    fn escape(&mut self, character: u8) {
        match character {
            b'"' => self.out.push_str("\\\""),
            b'\\' => self.out.push_str("\\\\"),
            0x08 => self.out.push_str("\\b"),
            0x0c => self.out.push_str("\\f"),
            b'\n' => self.out.push_str("\\n"),
            b'\r' => self.out.push_str("\\r"),
            b'\t' => self.out.push_str("\\t"),
            // Writing into a text cannot fail.
            other => drop(write!(self.out, "\\u{other:04x}")),
        }
    }

    /// A whole number; one beyond 2⁵³ as the nearest that JavaScript has.
    fn whole(&mut self, number: i128) -> Result<(), Unwritable> {
        if number.unsigned_abs() > 1 << 53 {
            return self.float(number as f64);
        }
        self.write(format_args!("{number}"))
    }

    /// A float as ECMAScript's `Number::toString`: the shortest digits that read back as the same.
    fn float(&mut self, number: f64) -> Result<(), Unwritable> {
        if !number.is_finite() {
            return Err(Unwritable);
        }
        self.out.push_str(ryu_js::Buffer::new().format_finite(number));
        Ok(())
    }

    fn write(&mut self, what: fmt::Arguments<'_>) -> Result<(), Unwritable> {
        self.out.write_fmt(what).map_err(|_| Unwritable)
    }
}

/// A float as JSON has it, and `NaN`, `inf` and `-inf`, which JSON has not.
///
/// Not by [`std::fmt`], whose ways to write floats are larger than any other part of the browser's
/// module.
pub(crate) fn float_text(number: f64) -> String {
    ryu_js::Buffer::new().format(number).replace("Infinity", "inf")
}

/// A list being written.
struct List<'a> {
    writer: &'a mut Writer,
    is_empty: bool,
    /// What closes it: more than a bracket for a variant of an enum.
    end: &'static str,
}

impl List<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unwritable> {
        if !self.is_empty {
            self.writer.out.push(',');
        }
        self.is_empty = false;
        item.serialize(&mut *self.writer)
    }

    fn end(self) {
        self.writer.out.push_str(self.end);
    }
}

/// A table being written: its values go out as they come, and are put in order at its end.
struct Table<'a> {
    writer: &'a mut Writer,
    /// Where its values start.
    start: usize,
    /// Each key, and where its value ends.
    fields: Vec<(Cow<'static, str>, usize)>,
    end: &'static str,
}

impl Table<'_> {
    fn key(&mut self, key: impl Into<Cow<'static, str>>) {
        self.fields.push((key.into(), 0));
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut *self.writer)?;
        // Both forms of table give the key first.
        if let Some((_, end)) = self.fields.last_mut() {
            *end = self.writer.out.len();
        }
        Ok(())
    }

    fn end(self) {
        let values = self.writer.out.split_off(self.start);
        let mut start = self.start;
        let mut fields: Vec<(&str, &str)> = Vec::with_capacity(self.fields.len());
        for (key, end) in &self.fields {
            let value = values.get(start - self.start..end - self.start);
            fields.push((key, value.unwrap_or_default()));
            start = *end;
        }
        fields.sort_unstable_by(|(a, _), (b, _)| by_utf16(a, b));
        self.writer.out.push('{');
        for (position, (key, value)) in fields.into_iter().enumerate() {
            if position > 0 {
                self.writer.out.push(',');
            }
            self.writer.text(key);
            self.writer.out.push(':');
            self.writer.out.push_str(value);
        }
        self.writer.out.push_str(self.end);
    }
}

/// In the order of their UTF-16, which for ASCII is that of the bytes.
fn by_utf16(a: &str, b: &str) -> Ordering {
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

impl<'a> Writer {
    fn list(&'a mut self, end: &'static str) -> List<'a> {
        self.out.push('[');
        List { writer: self, is_empty: true, end }
    }

    fn table(&'a mut self, end: &'static str) -> Table<'a> {
        let start = self.out.len();
        Table { writer: self, start, fields: Vec::new(), end }
    }

    /// Opens `{"variant":`, which the end of its content closes.
    fn variant(&mut self, name: &str) {
        self.out.push('{');
        self.text(name);
        self.out.push(':');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    /// Any JSON, with the numbers and keys where writers differ.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            (-9_007_199_254_740_993_i64..=9_007_199_254_740_993).prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            (-1e22..1e22).prop_map(Value::from),
            (-1e-5..1e-5).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[\u{0}-\u{7f}]{0,8}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec((any::<String>(), inner), 0..6)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_json_is_written_as_the_reference_writes_it(value in any_json()) {
            let reference = serde_json_canonicalizer::to_string(&value);
            prop_assert_eq!(Some(canonical_json(&value)), reference.ok());
        }
    }

    #[test]
    fn of_two_shortest_floats_the_even_one_is_written() {
        for text in ["-1534743379360885.2", "1534743379360885.8", "1125899906842624.2"] {
            let number: f64 = text.parse().unwrap_or_default();
            let reference = serde_json_canonicalizer::to_string(&number).unwrap_or_default();
            assert_eq!(canonical_json(&number), reference, "{text}");
        }
    }

    #[test]
    fn keys_are_in_the_order_of_their_utf_16() {
        // U+10000 is two surrogates, which come before U+FFFF.
        let value = json!({ "\u{ffff}": 1, "\u{10000}": 2, "\"": 3, "\u{7f}": 4 });
        assert_eq!(
            canonical_json(&value),
            "{\"\\\"\":3,\"\u{7f}\":4,\"\u{10000}\":2,\"\u{ffff}\":1}"
        );
    }

    #[test]
    fn whatever_serde_can_express_is_written() {
        #[derive(serde::Serialize)]
        enum Form {
            Unit,
            Newtype(u8),
            Tuple(u8, char),
            Struct { b: Option<u8>, a: () },
        }
        let forms =
            [Form::Unit, Form::Newtype(1), Form::Tuple(1, 'é'), Form::Struct { b: None, a: () }];
        let written = r#"["Unit",{"Newtype":1},{"Tuple":[1,"é"]},{"Struct":{"a":null,"b":null}}]"#;
        assert_eq!(canonical_json(&forms), written);
        let numbered = std::collections::BTreeMap::from([(10, (true, 1_f32)), (9, (false, -0.0))]);
        assert_eq!(canonical_json(&numbered), r#"{"10":[true,1],"9":[false,0]}"#);
        assert_eq!(canonical_json(&f64::NAN), "");
    }
}
