//! Trees of JSON that are likely to come near a register or a pack.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Names that a register or a pack knows, and some that it does not.
const KEYS: [&str; 44] = [
    "body",
    "name",
    "level",
    "region",
    "organisations",
    "id",
    "place",
    "founded",
    "documents",
    "document",
    "present",
    "evidence",
    "fact",
    "value",
    "from",
    "until",
    "memberships",
    "period",
    "first",
    "last",
    "terms",
    "offices",
    "seats",
    "cases",
    "steps",
    "kind",
    "on",
    "subject",
    "title",
    "en",
    "source",
    "criterion",
    "require",
    "all",
    "any",
    "not",
    "at_least",
    "one_of",
    "held_for",
    "grade",
    "instrument",
    "packs",
    "receipt",
    "",
];

/// Texts that mean something somewhere, at the edge where there is one.
const WORDS: [&str; 33] = [
    "LKS-001",
    "regency",
    "33.75",
    "33.75.01.1002",
    "2024-02-29",
    "2025-02-29",
    "0001-01-01",
    "9999-12-31",
    "2024",
    "2024-06",
    "lksa",
    "yayasan",
    "A",
    "TT",
    "accreditation",
    "registration",
    "statutes",
    "permensos-17-2012",
    "npwp",
    "registered",
    "facilities_score",
    "84.9999",
    "1000000000",
    "-0.0001",
    "NaN",
    "received",
    "referred",
    "elected",
    "lapse",
    "illustration",
    "\u{0}",
    "🙂é\u{301}",
    " ",
];

/// A number, a word or yes and no, often an extreme one.
pub(crate) fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        prop::sample::select(WORDS.to_vec()).prop_map(Value::from),
        prop::sample::select(vec![
            json!(0),
            json!(1),
            json!(-1),
            json!(5),
            json!(100),
            json!(65_535),
            json!(65_536),
            json!(1_000_000),
            json!(u32::MAX),
            json!(i64::MAX),
            json!(i64::MIN),
            json!(u64::MAX),
            json!(0.5),
            json!(1e300),
            json!(-1e-300),
            json!(84.99999),
        ]),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|f| json!(f)),
        ".{0,12}".prop_map(Value::from),
    ]
}

/// Any tree, with known names among its keys.
pub(crate) fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![Just(Value::Null), scalar()];
    leaf.prop_recursive(6, 64, 6, |inner| {
        let key = prop_oneof![
            8 => prop::sample::select(KEYS.to_vec()).prop_map(str::to_owned),
            1 => ".{0,8}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The figures of a pack, named as the library names them.
pub(crate) fn figures(pack: &Value) -> Vec<String> {
    let mut names = Vec::new();
    collect(pack, "", &mut names);
    names
}

fn collect(value: &Value, path: &str, names: &mut Vec<String>) {
    let below =
        |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, part)| collect(part, &below(key), names)),
        Value::Array(parts) => {
            for (index, part) in parts.iter().enumerate() {
                let named = ["id", "name", "code", "fact", "grade", "from", "figure"];
                let name = named.iter().find_map(|key| part.get(key)?.as_str());
                collect(
                    part,
                    &below(&name.map_or_else(|| index.to_string(), str::to_owned)),
                    names,
                );
            }
        }
        _ => names.push(path.to_owned()),
    }
}
