//! What of a foreign tree was not read.

use super::field_path;
use lkks::Problem;
use lkks::message::Code;
use lkks::register::masked_national_identity_numbers;
use serde_json::Value;
use std::collections::HashMap;

/// Tells every leaf that is left in `left` and does not stand in the same place of `again`, which
/// is what the register that was read is written as. What was taken is null. A table or list of
/// which nothing was read is told at once.
pub(crate) fn unread(left: &Value, again: Option<&Value>, path: &str, told: &mut Vec<Problem>) {
    match (left, again) {
        (Value::Null, _) => {}
        (Value::Object(left), Some(Value::Object(again))) => {
            for (key, value) in left {
                unread(value, again.get(key), &field_path(path, key), told);
            }
        }
        (Value::Array(left), Some(Value::Array(again))) => {
            let same = Aligned::of(again);
            for (index, value) in left.iter().enumerate() {
                unread(value, same.find(value, index), &format!("{path}[{index}]"), told);
            }
        }
        (Value::Object(fields), _) if is_partly_read(left) => {
            for (key, value) in fields {
                unread(value, None, &field_path(path, key), told);
            }
        }
        (Value::Array(items), _) if is_partly_read(left) => {
            for (index, value) in items.iter().enumerate() {
                unread(value, None, &format!("{path}[{index}]"), told);
            }
        }
        (left, again) if again == Some(left) || !has_leaves(left) => {}
        (left, _) => {
            let shown = match left {
                Value::String(text) => text.clone(),
                Value::Array(_) => "[…]".to_owned(),
                Value::Object(_) => "{…}".to_owned(),
                other => other.to_string(),
            };
            let problem = Problem::note(Code::NotHeld).value(shown).expected("lkks");
            told.push(problem.at(path));
        }
    }
}

/// The items of a list by their `id`, since a list of another hand has others in between.
struct Aligned<'a> {
    items: &'a [Value],
    by_id: HashMap<&'a str, &'a Value>,
}

impl<'a> Aligned<'a> {
    fn of(items: &'a [Value]) -> Self {
        let by_id = items.iter().filter_map(|item| Some((id(item)?, item))).collect();
        Self { items, by_id }
    }

    fn find(&self, item: &Value, index: usize) -> Option<&'a Value> {
        match id(item) {
            Some(id) => self.by_id.get(id).copied(),
            None => self.items.get(index),
        }
    }
}

/// The item of the list `all` with the identifier of `item`.
pub(crate) fn same<'a>(all: &'a Value, item: &Value) -> Option<&'a Value> {
    all.as_array()?.iter().find(|other| id(other).is_some() && id(other) == id(item))
}

fn id(item: &Value) -> Option<&str> {
    item.get("id")?.as_str()
}

fn is_partly_read(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(fields) => fields.values().any(is_partly_read),
        Value::Array(items) => items.iter().any(is_partly_read),
        _ => false,
    }
}

fn has_leaves(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Object(fields) => fields.values().any(has_leaves),
        Value::Array(items) => items.iter().any(has_leaves),
        _ => true,
    }
}

/// Masks national identity numbers: nobody may read one in a message about a file.
pub(crate) fn masked(problems: &mut [Problem]) {
    for problem in problems {
        let Problem { path, value, expected, suggestion, .. } = problem;
        let texts = [value, expected, suggestion].into_iter().flatten().chain([path]);
        for text in texts {
            if let Some(masked) = masked_national_identity_numbers(text) {
                *text = masked;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn paths(left: &Value, again: &Value) -> Vec<String> {
        let mut told = Vec::new();
        unread(left, Some(again), "", &mut told);
        told.into_iter().map(|problem| problem.path).collect()
    }

    #[test]
    fn what_stands_again_in_its_place_is_not_told() {
        let again = json!({ "a": 1, "b": [{ "id": "x", "c": "d" }, { "id": "y", "c": "e" }] });
        assert_eq!(paths(&again, &again), Vec::<String>::new());
        let left = json!({ "a": 2, "b": [{ "id": "y", "c": "e" }, { "id": "z", "c": "e" }] });
        assert_eq!(paths(&left, &again), ["a", "b[1]"]);
    }

    #[test]
    fn what_was_read_in_part_is_told_by_its_leaves_and_the_rest_at_once() {
        let left = json!({ "a": { "b": null, "c": 1 }, "d": { "e": 1, "f": [2] }, "g": [] });
        assert_eq!(paths(&left, &json!({})), ["a.c", "d"]);
    }
}
