//! Changes to a tree that was in order.

use crate::trees;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// One change at some place of a tree.
#[derive(Clone, Debug)]
pub(crate) struct Mutation {
    place: Index,
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    Put(Value),
    Take,
    Repeat,
    AddKey(String, Value),
    Reverse,
}

/// Any change.
pub(crate) fn mutation() -> impl Strategy<Value = Mutation> {
    let change = prop_oneof![
        6 => trees::scalar().prop_map(Change::Put),
        1 => trees::tree().prop_map(Change::Put),
        3 => Just(Change::Take),
        3 => Just(Change::Repeat),
        1 => ("[a-z_]{0,8}", trees::tree()).prop_map(|(key, value)| Change::AddKey(key, value)),
        1 => Just(Change::Reverse),
    ];
    (any::<Index>(), change).prop_map(|(place, change)| Mutation { place, change })
}

impl Mutation {
    /// Makes the change in `tree`.
    pub(crate) fn apply(&self, tree: &mut Value) {
        let places = count(tree);
        let mut left = self.place.index(places);
        if let Change::Take | Change::Repeat = self.change {
            self.in_parent(tree, left);
        } else if let Some(node) = node(tree, &mut left) {
            self.at(node);
        }
    }

    fn at(&self, node: &mut Value) {
        match (&self.change, node) {
            (Change::Put(value), node) => *node = value.clone(),
            (Change::AddKey(key, value), Value::Object(map)) => {
                map.insert(key.clone(), value.clone());
            }
            (Change::Reverse, Value::Array(parts)) => parts.reverse(),
            (Change::Reverse, Value::String(text)) => *text = text.chars().rev().collect(),
            _ => {}
        }
    }

    /// Takes or repeats a part of the nearest list or table at or before the place.
    fn in_parent(&self, tree: &mut Value, place: usize) {
        let mut holds = |nth: &usize| {
            let found = node(tree, &mut nth.clone());
            matches!(found, Some(Value::Array(_) | Value::Object(_)))
        };
        let Some(mut nth) = (0..=place).rev().find(&mut holds) else { return };
        match (&self.change, node(tree, &mut nth)) {
            (Change::Take, Some(Value::Object(map))) => {
                let key = map.keys().nth(place % map.len().max(1)).cloned();
                key.and_then(|key| map.remove(&key));
            }
            (Change::Take, Some(Value::Array(parts))) if !parts.is_empty() => {
                parts.remove(place % parts.len());
            }
            (Change::Repeat, Some(Value::Array(parts))) if !parts.is_empty() => {
                let part = parts[place % parts.len()].clone();
                parts.push(part);
            }
            _ => {}
        }
    }
}

/// How many places a tree has: itself and all below it.
fn count(tree: &Value) -> usize {
    1 + match tree {
        Value::Object(map) => map.values().map(count).sum(),
        Value::Array(parts) => parts.iter().map(count).sum(),
        _ => 0,
    }
}

/// The place with this number, the tree itself being 0.
fn node<'a>(tree: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(tree);
    }
    *left -= 1;
    match tree {
        Value::Object(map) => map.values_mut().find_map(|part| node(part, left)),
        Value::Array(parts) => parts.iter_mut().find_map(|part| node(part, left)),
        _ => None,
    }
}
