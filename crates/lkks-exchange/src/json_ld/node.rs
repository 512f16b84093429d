//! The parts that nodes are made of.

use crate::identity::Owner;
use crate::rest::Open;
use lkks::Lang;
use lkks::message::Text;
use lkks::region::{RegionCode, RegionLevel};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// How things are named: identifiers, and the names of regions.
pub(super) struct Names<'a> {
    pub(super) owner: Owner<'a>,
    pub(super) regions: &'a BTreeMap<RegionCode, String>,
}

impl Names<'_> {
    /// The identifier of what is told apart by these words.
    pub(super) fn id(&self, words: &[&str]) -> String {
        self.owner.uuid(words).urn().to_string()
    }

    fn region(&self, code: &RegionCode, level: RegionLevel) -> Option<&String> {
        self.regions.get(&code.at(level)?)
    }

    /// A place, taken from `open`.
    pub(super) fn address(&self, open: &mut Open<'_>) -> Option<Value> {
        let mut place = open.open("place")?;
        let code = place.text("region")?;
        let number = |place: &mut Open<'_>, field: &str, name: &str| {
            let number = place.text(field)?;
            Some(format!("{name} {number:0>3}"))
        };
        let (rt, rw) = (number(&mut place, "rt", "RT"), number(&mut place, "rw", "RW"));
        let street: Vec<String> = [place.text("address"), rt, rw].into_iter().flatten().collect();
        let mut node = Node::of("PostalAddress");
        node.set("addressCountry", "ID");
        node.some("streetAddress", (!street.is_empty()).then(|| street.join(", ")));
        if let Ok(region) = code.parse::<RegionCode>() {
            let levels = [RegionLevel::Village, RegionLevel::District, RegionLevel::Regency];
            let names = levels.iter().filter_map(|level| self.region(&region, *level));
            let names: Vec<&str> = names.map(String::as_str).collect();
            node.some("addressLocality", (!names.is_empty()).then(|| names.join(", ")));
            node.some("addressRegion", self.region(&region, RegionLevel::Province).cloned());
        }
        node.set("identifier", property("Kemendagri", &code));
        Some(node.done())
    }
}

/// One node being made.
pub(super) struct Node(Map<String, Value>);

impl Node {
    pub(super) fn of(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), kind.into())]))
    }

    pub(super) fn set(&mut self, property: &str, value: impl Into<Value>) {
        self.0.insert(property.to_owned(), value.into());
    }

    pub(super) fn some(&mut self, property: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.set(property, value);
        }
    }

    /// All of these values, if there are any.
    pub(super) fn all(&mut self, property: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.set(property, values);
        }
    }

    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// A node of one type and one property.
pub(super) fn only(kind: &str, property: &str, value: impl Into<Value>) -> Value {
    let mut node = Node::of(kind);
    node.set(property, value);
    node.done()
}

/// A code in a list of codes.
pub(super) fn property(list: &str, code: &str) -> Value {
    json!({ "@type": "PropertyValue", "propertyID": list, "value": code })
}

/// A word of one of the register's lists of words.
pub(super) fn term(list: &str, word: &str) -> Value {
    let set = only("DefinedTermSet", "name", list);
    json!({ "@type": "DefinedTerm", "termCode": word, "inDefinedTermSet": set })
}

/// A text in both languages.
pub(super) fn both(id: &str, en: &str) -> Value {
    json!([{ "@language": "id", "@value": id }, { "@language": "en", "@value": en }])
}

/// A text of the catalogue in both languages.
pub(super) fn said(text: Text) -> Value {
    both(text.template(Lang::Id), text.template(Lang::En))
}

/// A paper: what it is, its number and its day, taken from `open`.
pub(super) fn paper(genre: &str, open: &mut Open<'_>) -> Value {
    let mut node = Node::of("CreativeWork");
    node.set("genre", genre);
    node.some("identifier", open.text("number"));
    node.some("datePublished", open.text("issued"));
    node.some("expires", open.text("last_day"));
    // When the record of it was made.
    node.some("sdDatePublished", open.text("recorded"));
    node.done()
}

/// Where an entry was published.
pub(super) fn source(open: &mut Open<'_>) -> Option<Value> {
    let source = open.text("source")?;
    Some(json!({ "@type": "CreativeWork", "genre": "source", "name": source }))
}

/// Sets the first and last day of a period that is taken from `open`.
pub(super) fn period(node: &mut Node, open: &mut Open<'_>, first: &str, last: &str) {
    if let Some(mut period) = open.open("period") {
        node.some(first, period.text("first"));
        node.some(last, period.text("last"));
    }
}
