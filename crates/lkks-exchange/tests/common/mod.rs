//! What the tests of several formats share: random registers of every kind, and the difference
//! between two.
#![allow(dead_code, reason = "no test uses all of it")]

#[path = "../golden/mod.rs"]
mod golden;

use lkks::{Error, Problem, Register};
use lkks_exchange::StandardOptions;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-zA-Z][a-zA-Z é,;/%\"\n.=-]{0,12}",
        1 => Just(String::new()),
        1 => "\\PC{1,6}",
    ]
}

pub(crate) fn day() -> impl Strategy<Value = String> {
    (1990u32..2030, 1u32..=12, 1u32..=28).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

fn later() -> impl Strategy<Value = String> {
    (2030u32..2040, 1u32..=12).prop_map(|(y, m)| format!("{y:04}-{m:02}-28"))
}

/// A day as far as it is known.
fn known(day: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (day, prop::sample::select(vec![4usize, 7, 10])).prop_map(|(day, end)| day[..end].to_owned())
}

fn known_day() -> impl Strategy<Value = String> {
    known(day())
}

fn known_later() -> impl Strategy<Value = String> {
    known(later())
}

fn maybe<T: std::fmt::Debug + Into<Value> + 'static>(
    strategy: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Value> {
    prop::option::of(strategy.prop_map(Into::into)).prop_map(|v| v.unwrap_or(Value::Null)).boxed()
}

fn some(strategy: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    prop::collection::vec(strategy, 0..3).prop_map(Value::from).boxed()
}

/// A table of these fields, without those that are null or empty lists.
macro_rules! table {
    ($($field:literal: $strategy:expr),* $(,)?) => {{
        let fields: Vec<(&'static str, BoxedStrategy<Value>)> =
            vec![$(($field, $strategy.prop_map(Value::from).boxed()),)*];
        let (names, strategies): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
        strategies.prop_map(move |values| object(names.iter().copied().zip(values)))
    }};
}

fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let there = fields
        .into_iter()
        .filter(|(_, value)| !value.is_null() && *value != json!([]) && *value != json!({}));
    Value::Object(there.map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

fn period() -> impl Strategy<Value = Value> {
    table! { "first": day(), "last": maybe(later()) }
}

fn region() -> impl Strategy<Value = String> {
    one_of(&["33", "33.75", "33.75.01", "33.75.01.1002", "33.75.02.1010"])
}

fn place() -> impl Strategy<Value = Value> {
    table! {
        "region": region(), "rw": maybe(1u16..=999), "rt": maybe(1u16..=999), "address": maybe(text()),
    }
}

fn revoked() -> impl Strategy<Value = Value> {
    table! { "on": later(), "reason": maybe(text()) }
}

fn paper() -> impl Strategy<Value = Value> {
    table! { "number": maybe(text()), "issued": maybe(day()) }
}

fn certificate() -> impl Strategy<Value = Value> {
    table! {
        "kind": one_of(&["registration", "operating-permit"]), "number": maybe(text()),
        "issuer": maybe(text()), "issued": known_day(), "last_day": maybe(known_later()), "revoked": maybe(revoked()),
    }
}

fn accreditation() -> impl Strategy<Value = Value> {
    let score = (0i64..=1_000_000)
        .prop_filter_map("a score", |steps| Some(lkks::Decimal::from_steps(steps)?.to_string()));
    table! {
        "number": maybe(text()), "body": maybe(text()), "grade": maybe(text()), "score": maybe(score),
        "decided": known_day(), "last_day": maybe(known_later()), "revoked": maybe(revoked()),
        "source": maybe(source()),
    }
}

fn document() -> impl Strategy<Value = Value> {
    table! {
        "document": one_of(&["npwp", "profile", "a:b/c"]), "present": maybe(Just(false)),
        "number": maybe(text()), "issued": maybe(day()), "last_day": maybe(later()),
        "recorded": maybe(day()),
    }
}

fn source() -> impl Strategy<Value = String> {
    prop_oneof![Just("https://example.org/a?b=c#d".to_owned()), text()]
}

fn service() -> impl Strategy<Value = Value> {
    table! {
        "category": 1u8..=26, "setting": maybe(one_of(&["inside", "outside"])),
        "capacity": maybe(any::<u32>()), "period": maybe(period()),
    }
}

fn evidence() -> impl Strategy<Value = Value> {
    table! { "fact": one_of(&["children", "staff"]), "value": maybe(text()), "from": maybe(day()) }
}

fn organisation() -> impl Strategy<Value = Value> {
    let earlier = table! { "name": text(), "until": maybe(day()) };
    let application = table! { "kind": Just("accreditation"), "lodged": day() };
    let warning = table! { "on": day(), "reason": maybe(text()) };
    table! {
        "id": one_of(&["A", "B/1", "C %", "ac148810-d857-441c-9679-408f346de14b", "lkks"]),
        "name": text(), "earlier_names": some(earlier),
        "legal_form": maybe(one_of(&["yayasan", "perkumpulan", "unincorporated", "government"])),
        "kind": maybe(one_of(&["lksa", "lks-lu", "lks-disability", "other"])),
        "founded": maybe(known_day()), "place": maybe(place()), "services": some(service()),
        "deeds": some(paper()), "approvals": some(paper()), "certificates": some(certificate()),
        "accreditations": some(accreditation()), "applications": some(application),
        "warnings": some(warning), "documents": some(document()), "evidence": some(evidence()),
        "source": maybe(source()),
    }
}

fn coordinating() -> impl Strategy<Value = Value> {
    let adviser = table! {
        "name": prop_oneof![person(), text()], "position": text(), "period": period(),
    };
    let figure = table! {
        "on": known_day(), "what": one_of(&["members", "accredited", "officers", "districts"]),
        "count": any::<u32>(), "source": text(),
    };
    table! {
        "name": text(), "level": one_of(&["regency", "province", "nation"]),
        "region": maybe(region()), "legal_basis": some(text().prop_map(Value::from)),
        "formed": maybe(known_day()), "advisers": some(adviser), "figures": some(figure),
    }
}

fn person() -> impl Strategy<Value = String> {
    one_of(&["Siti (rekaan)", "Budi (rekaan)"])
}

fn term(id: &'static str) -> impl Strategy<Value = Value> {
    let office = |id: &'static str| {
        let title = table! { "id": text(), "en": text() };
        table! { "id": Just(id), "title": title, "seats": 1u16..99 }
    };
    let appointment = table! {
        "person": prop_oneof![person(), text()], "office": one_of(&["ketua", "wakil/1"]), "period": period(),
        "cause": one_of(&["elected", "replacement", "ex-officio", "acting"]),
        "ended": maybe(one_of(&["term-ended", "resigned", "died"])),
    };
    let induction = table! {
        "on": day(), "by": text(), "place": maybe(text()), "oath": maybe(any::<bool>()),
    };
    let musda = table! { "on": known_day(), "place": maybe(text()) };
    let offices = (office("ketua"), office("wakil/1")).prop_map(|(a, b)| json!([a, b]));
    table! {
        "id": Just(id), "name": text(), "period": period(), "musda": maybe(musda),
        "inductions": some(induction), "offices": offices, "appointments": some(appointment),
        "source": maybe(source()),
    }
}

fn terms() -> impl Strategy<Value = Value> {
    (any::<bool>(), any::<bool>(), term("2019/a"), term("2024")).prop_map(|(one, other, a, b)| {
        let all = [(one, a), (other, b)];
        all.into_iter().filter(|(there, _)| *there).map(|(_, term)| term).collect()
    })
}

/// Any register that is sound, of every kind of entry.
pub(crate) fn register() -> impl Strategy<Value = Register> {
    let regions = prop::collection::btree_map(region(), text(), 0..4)
        .prop_map(|all| Value::Object(all.into_iter().map(|(k, v)| (k, v.into())).collect()));
    let memberships =
        prop::collection::vec((0usize..5, day(), maybe(later()), maybe(text())), 0..4);
    let whole = table! {
        "notice": maybe(text()), "body": coordinating(), "regions": regions,
        "organisations": some(organisation()), "terms": terms(),
    };
    (whole, memberships).prop_filter_map("a sound register", |(mut register, memberships)| {
        let ids: Vec<Value> = register["organisations"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|organisation| organisation["id"].clone())
            .collect();
        let memberships = memberships.into_iter().filter_map(|(of, first, last, reason)| {
            let period = object([("first", first.into()), ("last", last)]);
            let of = ids.get(of)?.clone();
            Some(object([("organisation", of), ("period", period), ("reason", reason)]))
        });
        register["memberships"] = memberships.collect();
        Register::from_json(&register.to_string()).ok()
    })
}

/// Any tree, in the words of the standards, so that it is read some way.
pub(crate) fn tree() -> impl Strategy<Value = Value> {
    let words = one_of(&[
        "id",
        "name",
        "contents",
        "services",
        "organization",
        "attributes",
        "taxonomy_term",
        "taxonomy",
        "code",
        "value",
        "LKKS",
        "PPKS",
        "Kemendagri",
        "level",
        "memberships",
        "kind",
        "link_entity",
        "link_id",
        "attribute",
        "organization_identifiers",
        "identifier_scheme",
        "lkks-id",
        "lkks-akta",
        "lkks-dokumen:npwp",
        "identifier",
        "locations",
        "addresses",
        "address_1",
        "33.75",
        "anak-telantar",
        "schedules",
        "valid_from",
        "2024-01-01",
        "organizations",
        "memberships",
        "posts",
        "events",
        "persons",
        "areas",
        "classification",
        "lkks-regency",
        "person_id",
        "organization_id",
        "post_id",
        "member",
        "start_date",
        "role",
        "term",
        "parent_id",
        "scheme",
        "other_names",
        "founding_date",
        "area_id",
        "label",
    ]);
    let words = words.boxed();
    let leaf = prop_oneof![
        words.clone().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        let field = (words.clone(), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            prop::collection::vec(field, 0..8).prop_map(|all| all.into_iter().collect()),
        ]
    })
}

/// The register's JSON without what stands at these paths.
pub(crate) fn without(register: &Register, lost: &[Problem]) -> Value {
    let mut tree: Value = serde_json::from_str(&register.to_json()).unwrap();
    for problem in lost {
        let place = at(&mut tree, &problem.path);
        *place.unwrap_or_else(|| panic!("no {}", problem.path)) = Value::Null;
    }
    pruned(tree)
}

/// The value at a path such as `organisations[11].place`.
pub(crate) fn at<'t>(tree: &'t mut Value, path: &str) -> Option<&'t mut Value> {
    let mut rest = path;
    let mut value = tree;
    while !rest.is_empty() {
        rest = rest.strip_prefix('.').unwrap_or(rest);
        if let Some((index, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            value = value.get_mut(index.parse::<usize>().ok()?)?;
            rest = after;
        } else {
            // Keys may have dots in them: the longest that is there.
            let keys: Vec<String> = value.as_object()?.keys().cloned().collect();
            let fits = |key: &&String| {
                let after = rest.strip_prefix(key.as_str());
                after.is_some_and(|after| after.is_empty() || after.starts_with(['.', '[']))
            };
            let key = keys.iter().filter(fits).max_by_key(|key| key.len())?;
            value = value.get_mut(key)?;
            rest = &rest[key.len()..];
        }
    }
    Some(value)
}

fn pruned(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            items.into_iter().map(pruned).filter(|item| !item.is_null()).collect()
        }
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| (key, pruned(value)));
            object(
                fields.collect::<Vec<_>>().iter().map(|(key, value)| (key.as_str(), value.clone())),
            )
        }
        other => other,
    }
}

/// Every leaf of a tree: its path, and itself.
pub(crate) fn leaves(value: &Value) -> Vec<(String, Value)> {
    fn walk(value: &Value, path: String, all: &mut Vec<(String, Value)>) {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, format!("{path}[{index}]"), all);
                }
            }
            Value::Object(fields) => {
                for (key, value) in fields {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    walk(value, path, all);
                }
            }
            leaf => all.push((path, leaf.clone())),
        }
    }
    let mut all = Vec::new();
    walk(value, String::new(), &mut all);
    all
}

/// A reader of a standard.
pub(crate) type Read = fn(&str, &StandardOptions) -> Result<(Register, Vec<Problem>), Error>;

/// A body for texts that name none.
pub(crate) fn body() -> StandardOptions {
    StandardOptions::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#).unwrap()
}

/// Whether one of these problems is about what stands at `path`.
pub(crate) fn tells(problems: &[Problem], path: &str) -> bool {
    problems.iter().any(|problem| {
        let below = path.strip_prefix(problem.path.as_str());
        below.is_some_and(|below| below.is_empty() || below.starts_with(['.', '[']))
    })
}

fn changed(leaf: &Value) -> Value {
    match leaf {
        Value::String(text) => format!("{text}x").into(),
        Value::Bool(yes) => (!yes).into(),
        other => (other.as_i64().unwrap_or_default() + 1).into(),
    }
}

/// A leaf that is not told matters: another value there makes another register or other problems.
pub(crate) fn every_leaf_is_used_or_told(read: Read, text: &str, most: usize) {
    let mut tree: Value = serde_json::from_str(text).unwrap();
    let (register, told) = read(text, &body()).unwrap_or_else(|error| panic!("{error}"));
    let untold: Vec<_> =
        leaves(&tree).into_iter().filter(|(path, _)| !tells(&told, path)).collect();
    let step = (untold.len() / most).max(1);
    for (path, leaf) in untold.into_iter().step_by(step) {
        *at(&mut tree, &path).unwrap() = changed(&leaf);
        let now = read(&tree.to_string(), &body());
        assert_ne!(now, Ok((register.clone(), told.clone())), "{path} was dropped in silence");
        *at(&mut tree, &path).unwrap() = leaf;
    }
}

fn example(name: &str) -> std::path::PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data");
    std::path::Path::new(folder).join(name)
}

/// The synthetic example register.
pub(crate) fn synthetic() -> Register {
    let text = std::fs::read_to_string(example("kota-pekalongan-synthetic.json")).unwrap();
    Register::from_json(&text).unwrap()
}

/// That the example of this name is what is written today.
pub(crate) fn assert_current(name: &str, written: &str) {
    golden::stands(&example(name), written);
}

/// The standards' own files, or a message that says how to get them where they are not.
pub(crate) fn standards(folder: &str) -> Option<std::path::PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/standards");
    let root = std::env::var("LKKS_STANDARDS").unwrap_or_else(|_| beside.to_owned());
    let path = std::path::Path::new(&root).join(folder);
    if path.is_dir() {
        return Some(path);
    }
    let said =
        format!("{} is not there; name the folder of standards in LKKS_STANDARDS", path.display());
    assert!(!std::env::var("CI").is_ok_and(|value| value == "true"), "{said}");
    eprintln!("left out: {said}");
    None
}
