//! Attributes: how HSDS says what it has no field for.
//!
//! An attribute is a term of a taxonomy, said of an entry, with a value. A field of the register is
//! a term of [`term::OURS`] whose code is the field's name; what belongs to one entry of a list, such
//! as the last day of an earlier name, is said of that entry's attribute.

use super::entity::Entity;
use super::term;
use crate::standard::record::Record;
use crate::standard::spot::Spot;
use crate::standard::table;
use serde::Serialize;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The attributes of one entry, on their way.
pub(super) struct Attributes {
    of: Entity,
    /// How often a term was said already.
    said: HashMap<String, usize>,
    list: Vec<Value>,
}

impl Attributes {
    pub(super) fn of(entity: Entity) -> Self {
        Self { of: entity, said: HashMap::new(), list: Vec::new() }
    }

    /// Says a term without a value: what kind of thing it is.
    pub(super) fn is(&mut self, term: Value) {
        self.add(self.of, term, None);
    }

    /// Says a field, where it is there.
    pub(super) fn field(&mut self, code: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.add(self.of, term::ours(code), Some(value.to_string()));
        }
    }

    /// Says every field of a record but those that are said elsewhere.
    pub(super) fn fields(&mut self, record: &impl Serialize, elsewhere: &[&str]) {
        self.fields_of(self.of, record, elsewhere);
    }

    /// Says an entry of a list: the field `head` stands for the whole, the others are said of it.
    pub(super) fn entry(&mut self, list: &str, record: &impl Serialize, head: &str) {
        let value = serde_json::to_value(record).unwrap_or_default();
        let text = value.get(head).map(plain).unwrap_or_default();
        let entry = self.add(self.of, term::ours(list), Some(text));
        self.fields_of(entry, record, &[head]);
    }

    fn fields_of(&mut self, of: Entity, record: &impl Serialize, elsewhere: &[&str]) {
        let record = serde_json::to_value(record).unwrap_or_default();
        for (code, value) in record.as_object().into_iter().flatten() {
            match value {
                _ if elsewhere.contains(&code.as_str()) => {}
                Value::Object(fields) => {
                    for (field, value) in fields {
                        let code = format!("{code}.{field}");
                        self.add(of, term::ours(&code), Some(plain(value)));
                    }
                }
                value => drop(self.add(of, term::ours(code), Some(plain(value)))),
            }
        }
    }

    fn add(&mut self, of: Entity, term: Value, value: Option<String>) -> Entity {
        let text = |field: &str| term.get(field).and_then(Value::as_str).unwrap_or_default();
        let name = format!("{}/{}/{}", of.id, text("taxonomy"), text("code"));
        let count = self.said.entry(name.clone()).or_default();
        let entity = self.of.part("attribute", format_args!("{name}/{count}"));
        *count += 1;
        let is_linked = of.table == "attribute";
        self.list.push(table([
            ("id", entity.id.to_string().into()),
            ("link_id", is_linked.then(|| of.id.to_string()).into()),
            ("link_entity", of.table.into()),
            ("value", value.into()),
            ("taxonomy_term", term),
        ]));
        entity
    }

    pub(super) fn list(self) -> Value {
        self.list.into()
    }
}

/// The text of a leaf.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What may be said of an entry in the terms of [`term::OURS`].
pub(super) enum Known {
    /// A field, once.
    Field(&'static str),
    /// A list of texts.
    Texts(&'static str),
    /// A list: its code, the field that its value is, and the fields that are said of its entries.
    List(&'static str, &'static str, &'static [&'static str]),
}

impl Known {
    const fn code(&self) -> &'static str {
        match self {
            Self::Field(code) | Self::Texts(code) | Self::List(code, ..) => code,
        }
    }
}

/// Whether a field is said of this entry in the terms of [`term::OURS`].
pub(super) fn says(entry: &Value, code: &str) -> bool {
    let attributes = entry.get("attributes").and_then(Value::as_array);
    attributes.into_iter().flatten().any(|attribute| {
        let term = |key: &str| attribute.get("taxonomy_term")?.get(key)?.as_str();
        term("taxonomy") == Some(term::OURS) && term("code") == Some(code)
    })
}

/// Takes what is said in the terms of [`term::OURS`] and known, into `record`.
pub(super) fn take(spot: &mut Spot<'_>, known: &[Known], record: &mut Record) {
    let mut entries = Entries::default();
    for mut item in spot.items("attributes").filter(|item| !is_linked(item)) {
        let Some(code) = code_of(&mut item, term::OURS) else { continue };
        match known.iter().find(|known| known.code() == code) {
            Some(Known::Field(code)) if !record.has(code) => {
                if let Some((text, from)) = take_value(&mut item) {
                    record.set_deep(code, typed(code, text), from);
                }
            }
            Some(Known::Texts(code)) => {
                if let Some((text, from)) = take_value(&mut item) {
                    record.push_value(code, text.into(), from);
                }
            }
            Some(Known::List(code, head, fields)) => entries.open(code, head, fields, &mut item),
            Some(Known::Field(_)) | None => {}
        }
    }
    for mut item in spot.items("attributes").filter(is_linked) {
        entries.complete(&mut item);
    }
    for Entry { list, record: entry, .. } in entries.all {
        record.push(list, entry);
    }
}

/// The entries of lists among the attributes.
#[derive(Default)]
struct Entries {
    all: Vec<Entry>,
    by_id: HashMap<String, usize>,
}

struct Entry {
    list: &'static str,
    fields: &'static [&'static str],
    record: Record,
}

impl Entries {
    fn open(
        &mut self,
        list: &'static str,
        head: &str,
        fields: &'static [&'static str],
        item: &mut Spot<'_>,
    ) {
        let id = item.text_of("id").map(str::to_owned);
        if let Some((text, from)) = take_value(item) {
            let mut record = Record::at(&from);
            record.set_deep(head, typed(head, text), from);
            self.by_id.extend(id.map(|id| (id, self.all.len())));
            self.all.push(Entry { list, fields, record });
        }
    }

    /// Takes an attribute that is said of one of these entries.
    fn complete(&mut self, item: &mut Spot<'_>) {
        let Some(code) = code_of(item, term::OURS) else { return };
        let of = item.text_of("link_id").and_then(|id| self.by_id.get(id)).copied();
        let Some(entry) = of.and_then(|of| self.all.get_mut(of)) else { return };
        let is_new = entry.fields.contains(&code.as_str()) && !entry.record.has(&code);
        if let Some((text, from)) = is_new.then(|| take_value(item)).flatten() {
            entry.record.set_deep(&code, typed(&code, text), from);
        }
    }
}

/// Whether it is said of another attribute.
fn is_linked(item: &Spot<'_>) -> bool {
    item.text_of("link_entity") == Some("attribute")
}

/// The code of the attribute's term, if that is one of this taxonomy.
fn code_of(item: &mut Spot<'_>, taxonomy: &str) -> Option<String> {
    let term = item.field("taxonomy_term")?;
    let is_ours = term.text_of("taxonomy") == Some(taxonomy);
    term.text_of("code").filter(|_| is_ours).map(str::to_owned)
}

/// Takes the value, and with it what said which term it is of.
fn take_value(item: &mut Spot<'_>) -> Option<(String, String)> {
    let taken = item.take_text_if("value", |_| true)?;
    take_term(item);
    Some(taken)
}

fn take_term(item: &mut Spot<'_>) {
    for key in ["taxonomy", "code"] {
        item.field("taxonomy_term").and_then(|mut term| term.take_text_if(key, |_| true));
    }
}

/// Takes the first term of this taxonomy whose code is understood.
pub(super) fn take_code(
    spot: &mut Spot<'_>,
    taxonomy: &str,
    understood: impl Fn(&str) -> bool,
) -> Option<(String, String)> {
    spot.items("attributes").find_map(|mut item| {
        let code = code_of(&mut item, taxonomy).filter(|code| understood(code))?;
        take_term(&mut item);
        Some((code, format!("{}.taxonomy_term.code", item.path())))
    })
}

/// Takes every term of this taxonomy whose code is understood and new: its code, and its name with
/// where that stands.
pub(super) fn take_names(
    spot: &mut Spot<'_>,
    taxonomy: &str,
    understood: impl Fn(&str) -> bool,
) -> Vec<(String, (String, String))> {
    let mut seen = HashSet::new();
    let take = |mut item: Spot<'_>| {
        let code = code_of(&mut item, taxonomy).filter(|code| understood(code))?;
        if !seen.insert(code.clone()) {
            return None;
        }
        let name = item.field("taxonomy_term")?.take_text_if("name", |_| true)?;
        take_term(&mut item);
        Some((code, name))
    };
    spot.items("attributes").filter_map(take).collect()
}

/// The value of a field in the register's JSON; a text that is no such value stays a text, and is
/// then told as one.
fn typed(code: &str, text: String) -> Value {
    match code {
        "capacity" | "count" | "rw" | "rt" => text.parse::<u32>().map_or(text.into(), Into::into),
        "present" => text.parse::<bool>().map_or(text.into(), Into::into),
        _ => text.into(),
    }
}
