//! Prints JSON schemas of the core's types: `published`, one for each kind of file, and `types`,
//! every type that lkks answers with, from which the types of the bindings are made; and `codes`,
//! everything that can be wrong with an input, in both languages.
//!
//! What lkks reads (registers, packs) is described as it may be written; what it answers as it is
//! written. Everything it reads refuses unknown fields, and so do the schemas of that.
#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use anyhow::Result;
use lkks::assess::Simulation;
use lkks::message::{Code, Lang};
use lkks::rules::{Pack, PackComparison};
use lkks::{Assessment, Problem, RegisterData};
use schemars::generate::{Contract, SchemaSettings};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

fn main() -> Result<()> {
    let mut all = written().into_generator();
    let _ = all.subschema_for::<RegisterData>();
    let _ = all.subschema_for::<Pack>();
    let _ = all.subschema_for::<Assessment>();
    let _ = all.subschema_for::<Simulation>();
    let _ = all.subschema_for::<PackComparison>();
    let _ = all.subschema_for::<Problem>();
    let schemas = json!({
        "published": {
            "register": root::<RegisterData>(read()),
            "pack": root::<Pack>(read()),
            "assessment": root::<Assessment>(written()),
            "simulation": root::<Simulation>(written()),
            "comparison": root::<PackComparison>(written()),
            "problem": root::<Problem>(written()),
        },
        "types": all.take_definitions(true),
        "codes": codes(),
    });
    println!("{}", serde_json::to_string(&schemas)?);
    Ok(())
}

fn codes() -> Vec<Value> {
    let told = |code: &Code| {
        let text = |lang| code.template(lang);
        json!({ "code": code.key(), "id": text(Lang::Id), "en": text(Lang::En) })
    };
    Code::ALL.iter().map(told).collect()
}

fn root<T: JsonSchema>(settings: SchemaSettings) -> Value {
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// How to describe what lkks reads.
fn read() -> SchemaSettings {
    let settings = SchemaSettings::draft2020_12().with(|s| s.contract = Contract::Deserialize);
    settings.with_transform(RecursiveTransform(|schema: &mut Schema| {
        let is_table = schema.get("properties").is_some_and(|properties| {
            // A schema whose own keyword `properties` holds the fields, not a field of that name.
            properties.is_object() && schema.get("type").is_some_and(Value::is_string)
        });
        if is_table && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".into(), Value::Bool(false));
        }
    }))
}

/// How to describe what lkks answers.
fn written() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|s| s.contract = Contract::Serialize)
}
