//! What each operation of a vector does with its input.

use lkks::facts::Scalar;
use lkks::{
    Assessment, Date, Decimal, Error, Lang, Problem, Register, RuleBook, canonical_json,
    recompute_receipt, simulate, verify_receipt,
};
use serde_json::{Value, json};

/// The output of `op` for `input`; an error is an output too.
pub(crate) fn run(op: &str, input: &Value) -> Value {
    let output = match op {
        "assess" => assess(input),
        "compare" => compare(input),
        "explain" => explain(input),
        "in-force" => in_force(input),
        "lint" => book(input).map(|book| tree(&book.lint())),
        "recompute" => verdict_text(input)
            .and_then(|text| recompute_receipt(&text))
            .map(|sha256| json!({ "sha256": sha256 })),
        "register" => register(&input["register"])
            .map(|r| json!({ "register": parsed(&r.to_json()), "warnings": r.warnings() })),
        "rule-book" => text(&input["json"])
            .and_then(|text| RuleBook::from_json(&text))
            .map(|book| json!({ "book": parsed(&book.to_json()) })),
        "simulate" => simulation(input),
        "verify" => verdict_text(input)
            .and_then(|text| verify_receipt(&text))
            .map(|()| json!({ "verified": true })),
        other => panic!("there is no operation {other}"),
    };
    output.unwrap_or_else(|error| json!({ "error": parsed(&error.to_json()) }))
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|e| panic!("{e}: {json}"))
}

fn tree<T: serde::Serialize>(value: &T) -> Value {
    parsed(&canonical_json(value))
}

fn text_of<'a>(input: &'a Value, key: &str) -> &'a str {
    input[key].as_str().unwrap_or_else(|| panic!("{key} is not a text: {input}"))
}

fn list<'a>(input: &'a Value, key: &str) -> &'a [Value] {
    input.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn day(input: &Value) -> Result<Date, Error> {
    text_of(input, "on").parse().map_err(|problem: Problem| problem.at("on").into())
}

/// The JSON text that a part of the input stands for, or the error a number JSON cannot hold gives.
fn text(value: &Value) -> Result<String, Error> {
    if let Some(text) = value.as_str() {
        return Ok(text.to_owned());
    }
    if let Some(depth) = value.get("$nest").and_then(Value::as_u64) {
        let depth = usize::try_from(depth).unwrap_or(usize::MAX);
        return Ok(format!("{{\"body\":{}{}}}", "[".repeat(depth), "]".repeat(depth)));
    }
    for (key, number) in [("$nan", f64::NAN), ("$infinity", f64::INFINITY)] {
        if let Some(pointer) = value.get(key).and_then(Value::as_str) {
            // What the other languages say of the object `$of` with this number put in.
            let refused = Decimal::from_f64(number).map(|d| d.to_string());
            return refused.map_err(|error| error.under(&path_of(pointer)));
        }
    }
    Ok(value.to_string())
}

/// `/organisations/0/founded` as `organisations[0].founded`.
fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        if step.bytes().all(|b| b.is_ascii_digit()) {
            path.push_str(&format!("[{step}]"));
        } else {
            let dot = if path.is_empty() { "" } else { "." };
            path.push_str(&format!("{dot}{step}"));
        }
    }
    path
}

fn register(value: &Value) -> Result<Register, Error> {
    Register::from_json(&text(value)?)
}

fn book(input: &Value) -> Result<RuleBook, Error> {
    let mut book = match input["base"].as_str() {
        None | Some("indonesia") => RuleBook::indonesia(),
        Some("empty") => RuleBook::empty(),
        Some(other) => panic!("there is no base {other}"),
    };
    for pack in list(input, "packs") {
        book = match pack.get("$toml").and_then(Value::as_str) {
            #[cfg(feature = "toml")]
            Some(toml) => book.with_toml(toml)?,
            #[cfg(not(feature = "toml"))]
            Some(_) => panic!("this build reads no TOML"),
            None => book.with_json(&text(pack)?)?,
        };
    }
    for figure in list(input, "figures") {
        let value = scalar(&figure["value"])?;
        book = book.with_figure(text_of(figure, "pack"), text_of(figure, "figure"), &value)?;
    }
    for id in list(input, "using") {
        book = book.using(id.as_str().unwrap_or_default())?;
    }
    for id in list(input, "assuming") {
        book = book.assuming(id.as_str().unwrap_or_default())?;
    }
    Ok(book)
}

fn scalar(value: &Value) -> Result<Scalar, Error> {
    if value.get("$nan").is_some() {
        return Decimal::from_f64(f64::NAN).map(Scalar::Number).map_err(|e| e.under("value"));
    }
    Ok(serde_json::from_value(value.clone()).unwrap_or_else(|e| panic!("{e}: {value}")))
}

fn assessment(input: &Value) -> Result<Assessment, Error> {
    let register = register(&input["register"])?;
    let book = book(input)?;
    register.assess(&book, day(input)?)
}

fn assess(input: &Value) -> Result<Value, Error> {
    let assessment = assessment(input)?;
    match input.get("organisation").and_then(Value::as_str) {
        Some(id) => Ok(parsed(&assessment.verdict(id)?.to_json())),
        None => Ok(parsed(&assessment.to_json())),
    }
}

fn explain(input: &Value) -> Result<Value, Error> {
    let lang: Lang =
        text_of(input, "lang").parse().map_err(|p: Problem| Error::from(p.at("lang")))?;
    let assessment = assessment(input)?;
    let text = match input.get("organisation").and_then(Value::as_str) {
        Some(id) => assessment.verdict(id)?.explain(lang),
        None => assessment.explain(lang),
    };
    Ok(json!({ "text": text }))
}

fn compare(input: &Value) -> Result<Value, Error> {
    let comparison = book(input)?.compare(text_of(input, "a"), text_of(input, "b"))?;
    Ok(tree(&comparison))
}

fn in_force(input: &Value) -> Result<Value, Error> {
    let book = book(input)?;
    let plan = book.in_force(text_of(input, "series"), day(input)?)?;
    Ok(json!({ "pack": plan.id() }))
}

fn simulation(input: &Value) -> Result<Value, Error> {
    let register = register(&input["register"])?;
    let (before, after) = (book(&input["before"])?, book(&input["after"])?);
    Ok(tree(&simulate(&register, &before, &after, day(input)?)?))
}

/// The text of a verdict: as given, or of an assessment with some of its text replaced.
fn verdict_text(input: &Value) -> Result<String, Error> {
    if let Some(text) = input.get("verdict").and_then(Value::as_str) {
        return Ok(text.to_owned());
    }
    let of = &input["of"];
    let mut text = assessment(of)?.verdict(text_of(of, "organisation"))?.to_json();
    for pair in list(input, "replace") {
        let (from, to) =
            (pair[0].as_str().unwrap_or_default(), pair[1].as_str().unwrap_or_default());
        assert!(text.contains(from), "{from} is not in the verdict");
        text = text.replace(from, to);
    }
    Ok(text)
}
