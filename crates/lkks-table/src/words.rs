//! Columns of words, coded as a plan codes them.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use lkks::columns::ColumnPlan;
use std::collections::HashMap;

/// The code of the word in each row, where it has one. Each word is looked up once.
pub(crate) fn of(array: &ArrayRef, plan: &ColumnPlan, input: usize) -> Vec<Option<u16>> {
    match array.data_type() {
        DataType::Utf8 => coded(array.as_string::<i32>().iter(), plan, input),
        DataType::LargeUtf8 => coded(array.as_string::<i64>().iter(), plan, input),
        DataType::Utf8View => coded(array.as_string_view().iter(), plan, input),
        DataType::Dictionary(..) => {
            let Some(dictionary) = array.as_any_dictionary_opt() else { return Vec::new() };
            let codes = of(dictionary.values(), plan, input);
            let keys = dictionary.normalized_keys();
            keys.into_iter().map(|key| codes.get(key).copied().flatten()).collect()
        }
        DataType::Null => Vec::new(),
        _ => match arrow_cast::cast(array, &DataType::Utf8) {
            Ok(texts) => of(&texts, plan, input),
            Err(_) => Vec::new(),
        },
    }
}

fn coded<'a>(
    words: impl Iterator<Item = Option<&'a str>>,
    plan: &ColumnPlan,
    input: usize,
) -> Vec<Option<u16>> {
    let mut known: HashMap<&str, Option<u16>> = HashMap::new();
    let mut last: Option<(&str, Option<u16>)> = None;
    words
        .map(|word| {
            let word = word?;
            if let Some((same, code)) = last
                && same == word
            {
                return code;
            }
            let code = *known.entry(word).or_insert_with(|| plan.word(input, word));
            last = Some((word, code));
            code
        })
        .collect()
}
