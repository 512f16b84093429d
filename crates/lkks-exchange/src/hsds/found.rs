//! Where the organisations stand in an HSDS text.

use crate::standard::field_path;
use serde_json::Value;
use std::collections::HashMap;

/// An organisation of the text, taken out of its tree.
pub(super) struct Found {
    pub(super) value: Value,
    pub(super) path: String,
    /// Services that stand elsewhere and name it, with their paths.
    pub(super) services: Vec<(Value, String)>,
}

/// Takes the organisations out of `tree`: it may be one, a page or list of them, one service or a
/// page or list of those, or the tabular form, of which the organisations alone are taken.
pub(super) fn organisations(tree: &mut Value) -> Vec<Found> {
    let mut all = Collected::default();
    let list = ["contents", "organizations.csv"].into_iter().find(|key| tree.get(key).is_some());
    match list.and_then(|key| Some((key, tree.get_mut(key)?))) {
        Some((key, Value::Array(items))) => all.items(items, key),
        _ => match tree {
            Value::Array(items) => all.items(items, ""),
            item => all.item(item, String::new()),
        },
    }
    all.found
}

#[derive(Default)]
struct Collected {
    found: Vec<Found>,
    by_id: HashMap<String, usize>,
}

impl Collected {
    fn items(&mut self, items: &mut [Value], path: &str) {
        for (index, item) in items.iter_mut().enumerate() {
            self.item(item, format!("{path}[{index}]"));
        }
    }

    fn item(&mut self, item: &mut Value, path: String) {
        if is_organisation(item) {
            self.add(item.take(), path);
        } else if let Some(organisation) =
            item.get_mut("organization").filter(|o| is_organisation(o))
        {
            let known = id(organisation).and_then(|id| self.by_id.get(id)).copied();
            // A second copy of an organisation stays where it is, and is told.
            let index = known.unwrap_or_else(|| {
                self.add(organisation.take(), field_path(&path, "organization"));
                self.found.len() - 1
            });
            if let Some(found) = self.found.get_mut(index) {
                found.services.push((item.take(), path));
            }
        }
    }

    fn add(&mut self, value: Value, path: String) {
        if let Some(id) = id(&value) {
            self.by_id.entry(id.to_owned()).or_insert(self.found.len());
        }
        self.found.push(Found { value, path, services: Vec::new() });
    }
}

fn id(item: &Value) -> Option<&str> {
    item.get("id")?.as_str()
}

/// Fields that no organisation has: the mark of a service, a location, a term, a taxonomy, or of
/// what an interface says of itself.
const OF_OTHERS: [&str; 7] =
    ["status", "location_type", "taxonomy", "code", "version", "location", "organization"];

/// Whether it is an organisation, even a broken one: HSDS does not say of what table an entry is.
fn is_organisation(item: &Value) -> bool {
    let Some(fields) = item.as_object() else { return false };
    let has = |key: &str| fields.contains_key(key);
    (has("id") || has("name")) && !OF_OTHERS.into_iter().any(has)
}
