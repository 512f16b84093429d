//! What is written as CSV is read back equal, and what is not written is listed.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

use lkks::Register;
use lkks::message::Code;
use lkks_exchange::{CsvOptions, read_csv, write_csv};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Texts that a cell would show as a boolean: they are not held, as a test below tells.
const BOOLEANS: [&str; 2] = ["yes", "no"];

fn text() -> impl Strategy<Value = String> {
    "[=+@'-]{0,2}[a-zA-Z é,;\"\n\t.]{1,12}"
}

fn id() -> impl Strategy<Value = String> {
    "[=@'-]?[A-Z\"]{1,3}"
}

fn day() -> impl Strategy<Value = String> {
    (1990u32..2030, 1u32..=12, 1u32..=28).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

fn later() -> impl Strategy<Value = String> {
    (2030u32..2040, 1u32..=12).prop_map(|(y, m)| format!("{y:04}-{m:02}-28"))
}

fn maybe<T: std::fmt::Debug + Into<Value> + 'static>(
    strategy: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Value> {
    prop::option::of(strategy.prop_map(Into::into)).prop_map(|v| v.unwrap_or(Value::Null)).boxed()
}

/// An object of those fields that are there.
fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let there = fields.into_iter().filter(|(_, value)| !value.is_null() && *value != json!([]));
    Value::Object(there.map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
}

fn certificates() -> impl Strategy<Value = Value> {
    let one = |kind: &'static str| {
        let parts = (maybe(text()), day(), maybe(later()));
        prop::option::of(parts.prop_map(move |(number, issued, last)| {
            object([
                ("kind", kind.into()),
                ("number", number),
                ("issued", issued.into()),
                ("last_day", last),
            ])
        }))
    };
    (one("registration"), one("operating-permit"))
        .prop_map(|(r, p)| Value::Array(r.into_iter().chain(p).collect()))
}

fn accreditations() -> impl Strategy<Value = Value> {
    let score = (0i64..=1_000_000).prop_filter_map("a score", |steps| {
        lkks::Decimal::from_steps(steps).map(|score| score.to_string())
    });
    let one = (maybe(text()), maybe(text()), maybe(score), day(), maybe(later()));
    prop::option::of(one).prop_map(|one| match one {
        None => json!([]),
        Some((number, grade, score, decided, last)) => json!([object([
            ("number", number),
            ("grade", grade),
            ("score", score),
            ("decided", decided.into()),
            ("last_day", last),
        ])]),
    })
}

fn place() -> impl Strategy<Value = Value> {
    let parts = (maybe(1u16..=999), maybe(1u16..=999), maybe(text()));
    prop::option::of(parts).prop_map(|parts| match parts {
        None => Value::Null,
        Some((rw, rt, address)) => object([
            ("region", "33.75.01.1002".into()),
            ("rw", rw),
            ("rt", rt),
            ("address", address),
        ]),
    })
}

fn evidence() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        any::<bool>().prop_map(Value::from),
        (-99i64..999).prop_map(Value::from),
        text()
            .prop_filter("a text", |text| !BOOLEANS.contains(&text.as_str()))
            .prop_map(Value::from),
    ];
    prop::collection::btree_map("[a-c=,]{1,2}", value, 0..3).prop_map(|facts| {
        facts.into_iter().map(|(fact, value)| json!({ "fact": fact, "value": value })).collect()
    })
}

fn documents() -> impl Strategy<Value = Value> {
    prop::collection::btree_map("[a-c=,]{1,2}", any::<bool>(), 0..3).prop_map(|documents| {
        let one = |(document, present): (String, bool)| match present {
            true => json!({ "document": document }),
            false => json!({ "document": document, "present": false }),
        };
        documents.into_iter().map(one).collect()
    })
}

fn organisation() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec!["yayasan", "perkumpulan", "government"]);
    let categories = prop::collection::vec(1u8..=26, 0..3)
        .prop_map(|all| all.into_iter().map(|n| json!({ "category": n })).collect::<Value>());
    let head = (text(), maybe(words), maybe(day()), place(), categories);
    let papers = (certificates(), accreditations(), documents(), evidence());
    (head, papers).prop_map(|((name, form, founded, place, services), papers)| {
        let (certificates, accreditations, documents, evidence) = papers;
        object([
            ("name", name.into()),
            ("legal_form", form),
            ("founded", founded),
            ("place", place),
            ("services", services),
            ("certificates", certificates),
            ("accreditations", accreditations),
            ("documents", documents),
            ("evidence", evidence),
        ])
    })
}

/// A register that a CSV holds whole.
fn register() -> impl Strategy<Value = Register> {
    let membership = prop::option::of((day(), maybe(later())));
    let organisations = prop::collection::btree_map(id(), (organisation(), membership), 0..4);
    (maybe(text()), text(), organisations).prop_filter_map("a register", |(notice, name, all)| {
        let mut register = object([
            ("notice", notice),
            ("body", json!({ "name": name, "level": "regency", "region": "33.75" })),
        ]);
        let (mut organisations, mut memberships) = (Vec::new(), Vec::new());
        for (id, (mut organisation, membership)) in all {
            if let Some((first, last)) = membership {
                let period = object([("first", first.into()), ("last", last)]);
                memberships.push(json!({ "organisation": &id, "period": period }));
            }
            organisation["id"] = id.into();
            organisations.push(organisation);
        }
        register["organisations"] = organisations.into();
        register["memberships"] = memberships.into();
        Register::from_json(&register.to_string()).ok()
    })
}

proptest! {
    #[test]
    fn what_csv_holds_is_read_back_equal(register in register()) {
        let (written, lost) = write_csv(&register);
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert_eq!(read_csv(&written, &CsvOptions::default()), Ok(register), "{}", written);
    }

    #[test]
    fn no_cell_of_what_is_written_starts_a_formula(register in register()) {
        let (written, _) = write_csv(&register);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(written.as_bytes());
        for record in reader.records() {
            for cell in &record? {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
            }
        }
    }

    #[test]
    fn any_text_is_a_register_or_problems_that_say_where(
        text in "(# name,x\n# level,nation\n)?(id|name|founded|fact:a|[a-c\",;=\n\r ]){0,30}"
    ) {
        if let Err(error) = read_csv(&text, &CsvOptions::default()) {
            for problem in error.problems().iter().filter(|p| !p.path.starts_with("body.")) {
                prop_assert!(problem.line.is_some(), "{problem:?}");
            }
        }
    }
}

const FULL: &str = r#"{
    "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75", "formed": "2018" },
    "regions": { "33.75": "Kota Pekalongan" },
    "organisations": [{
        "id": "a", "name": "A", "source": "s",
        "deeds": [{ "number": "12" }],
        "services": [{ "category": 1, "capacity": 5 },
                     { "category": 2, "period": { "first": "2020-01-01" } }],
        "certificates": [
            { "kind": "registration", "number": "old", "issued": "2015-01-01", "last_day": "2019-12-31" },
            { "kind": "registration", "number": "new", "issued": "2020-01-01", "issuer": "Dinas" },
            { "kind": "operating-permit", "issued": "2020-01-01", "revoked": { "on": "2021-01-01" } }],
        "documents": [
            { "document": "npwp", "number": "1" },
            { "document": "domicile_letter", "issued": "2024-01-01", "last_day": "2024-12-31" },
            { "document": "profile", "recorded": "2024-01-01" },
            { "document": "profile", "recorded": "2024-01-01", "present": false }],
        "evidence": [
            { "fact": "children", "value": 30, "from": "2020-01-01" },
            { "fact": "children", "value": 40, "from": "2024-01-01" },
            { "fact": "staff", "value": "yes" },
            { "fact": "work_area" }]
    }],
    "memberships": [
        { "organisation": "a", "period": { "first": "2018-01-01", "last": "2019-12-31" } },
        { "organisation": "a", "period": { "first": "2021-01-01" }, "reason": "kembali" }]
}"#;

#[test]
fn what_csv_cannot_hold_is_listed_and_nothing_else_changes() {
    let register = Register::from_json(FULL).unwrap_or_else(|error| panic!("{error}"));
    let (written, lost) = write_csv(&register);
    assert!(lost.iter().all(|problem| problem.code == Code::NotHeld));
    let paths: Vec<&str> = lost.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "body.formed",
            "regions",
            "memberships[0]",
            "memberships[1].reason",
            "organisations[0].deeds",
            "organisations[0].source",
            "organisations[0].services[0].capacity",
            "organisations[0].services[1]",
            "organisations[0].certificates[0]",
            "organisations[0].certificates[1].issuer",
            "organisations[0].certificates[2]",
            "organisations[0].documents[0].number",
            "organisations[0].documents[1]",
            "organisations[0].documents[2]",
            "organisations[0].documents[3]",
            "organisations[0].evidence[0]",
            "organisations[0].evidence[1].from",
            "organisations[0].evidence[2]",
            "organisations[0].evidence[3]",
        ]
    );
    let again = read_csv(&written, &CsvOptions::default());
    let again = again.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(write_csv(&again), (written, Vec::new()), "what was written is held whole");
    let kept = &again.data().organisations[0];
    assert_eq!(kept.certificates.len(), 1, "a withdrawn permit does not come back as a valid one");
}
