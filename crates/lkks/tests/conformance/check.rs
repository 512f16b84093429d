//! The truths that a vector states by hand.
//!
//! A path is a JSON pointer with two more ways to step: `[key=value]` takes the part of a list whose
//! `key` is `value`, and `#` counts the parts of a list. A value is compared as it stands, but for
//! `{"$absent": true}` and `{"$contains": part}`.

use serde_json::{Map, Value};

/// What does not hold of `output`.
pub(crate) fn failures(check: &Map<String, Value>, output: &Value) -> Vec<String> {
    let tell = |(path, wanted): (&String, &Value)| {
        let found = at(output, path);
        (!holds(found.as_ref(), wanted)).then(|| {
            let found = found.map_or_else(|| "nothing".to_owned(), |found| found.to_string());
            let found: String = found.chars().take(400).collect();
            format!("{path} is {found}, not {wanted}")
        })
    };
    check.iter().filter_map(tell).collect()
}

fn holds(found: Option<&Value>, wanted: &Value) -> bool {
    if wanted.get("$absent") == Some(&Value::Bool(true)) {
        return found.is_none();
    }
    match (found, wanted.get("$contains")) {
        (None, _) => false,
        (Some(Value::String(text)), Some(Value::String(part))) => text.contains(part.as_str()),
        (Some(Value::Array(all)), Some(part)) => all.contains(part),
        (Some(_), Some(_)) => false,
        (Some(found), None) => found == wanted,
    }
}

fn at(output: &Value, path: &str) -> Option<Value> {
    let mut here = output;
    for step in path.split('/').skip(1) {
        if step == "#" {
            return here.as_array().map(|all| Value::from(all.len()));
        }
        here = match step.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(chosen) => {
                let (key, value) = chosen.split_once('=')?;
                let is_it = |part: &&Value| part.get(key).and_then(Value::as_str) == Some(value);
                here.as_array()?.iter().find(is_it)?
            }
            None => here.pointer(&format!("/{step}"))?,
        };
    }
    Some(here.clone())
}
