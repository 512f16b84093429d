//! The vectors of `tests/conformance/exchange`: what is read of files, and what is written, must be
//! the same bytes in every language. Rust is the one that writes what is expected.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

mod golden;

use lkks::{Error, Register, canonical_json};
use lkks_exchange::{
    Form, ReadOptions, TemplateOptions, WriteOptions, Written, read, template, write,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Long texts are held by their hash; what is in them, other tests show.
fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn written(written: &Written) -> Value {
    json!({
        "form": written.form.key(),
        "extension": written.form.extension(),
        "media_type": written.form.media_type(),
        "sha256": hash(&written.content),
        "lost": written.lost.len(),
        "lost_sha256": hash(canonical_json(&written.lost).as_bytes()),
    })
}

fn run(op: &str, input: &Value) -> Result<Value, Error> {
    let options = input.get("options").map_or_else(|| "{}".to_owned(), Value::to_string);
    match op {
        "read" => {
            let mut options = ReadOptions::from_json(&options)?;
            let bytes = match &input["file"] {
                Value::String(file) => {
                    options.name = file.rsplit('/').next().map(str::to_owned);
                    fs::read(at(file)).unwrap()
                }
                _ => input["text"].as_str().unwrap().as_bytes().to_vec(),
            };
            let reading = read(&bytes, &options)?;
            let register = reading.register();
            Ok(json!({
                "sha256": hash(reading.to_json().as_bytes()),
                "has_errors": reading.has_errors(),
                "problems": reading.problems().len(),
                "organisations": register.map(|register| register.data().organisations.len()),
            }))
        }
        "write" => {
            let text = fs::read_to_string(at(input["register"].as_str().unwrap())).unwrap();
            let form = input["form"].as_str().unwrap().parse::<Form>();
            let form = form.map_err(|problem| problem.at("form"))?;
            let options = WriteOptions::from_json(&options)?;
            Ok(written(&write(&Register::from_json(&text)?, form, &options)?))
        }
        "template" => Ok(written(&template(&TemplateOptions::from_json(&options)?)?)),
        other => panic!("there is no operation {other}"),
    }
}

/// What is not as a person said it must be.
fn untruths(check: &Value, output: &Value) -> Vec<String> {
    let check = check.as_object().unwrap().iter();
    let wrong = check.filter(|(pointer, wanted)| {
        let there = output.pointer(pointer).unwrap_or(&Value::Null);
        there != *wanted
    });
    wrong.map(|(pointer, wanted)| format!("{pointer} is not {wanted}")).collect()
}

#[test]
fn every_vector_gives_what_it_expects() {
    let folder = at("tests/conformance/exchange");
    let text = fs::read_to_string(folder.join("vectors.json")).unwrap();
    let suite: Value = serde_json::from_str(&text).unwrap();
    let mut lines = String::new();
    for vector in suite["vectors"].as_array().unwrap() {
        let output = run(vector["op"].as_str().unwrap(), &vector["input"]).unwrap_or_else(
            |error| json!({ "error": serde_json::from_str::<Value>(&error.to_json()).unwrap() }),
        );
        assert_eq!(untruths(&vector["check"], &output), [""; 0], "{}", vector["name"]);
        lines += &canonical_json(&json!({ "name": vector["name"], "output": output }));
        lines.push('\n');
    }
    golden::stands(&folder.join("expected.jsonl"), lines);
}
