//! Runs the conformance vectors of `tests/conformance`, and writes what they expect.
//!
//! The same vectors are run from Python and JavaScript; this runner alone also verifies the truths
//! that each vector states by hand, and writes the expected files when `LKKS_BLESS=1` is set and
//! every truth holds. The format is told in `tests/conformance/README.md`.
#![allow(clippy::panic, clippy::print_stdout, reason = "a test says what it met")]

#[path = "conformance/check.rs"]
mod check;
#[path = "conformance/run.rs"]
mod run;
#[path = "conformance/vectors.rs"]
mod vectors;

use lkks::canonical_json;
use serde_json::json;
use std::collections::BTreeSet;
use vectors::{Suite, Vector};

fn suites() -> Vec<Suite> {
    let suites = vectors::read_all();
    assert!(!suites.is_empty(), "no vectors were found");
    suites
}

#[test]
fn every_vector_gives_what_it_expects() {
    let bless = std::env::var_os("LKKS_BLESS").is_some_and(|value| value == "1");
    let mut failures = Vec::new();
    let mut count = 0;
    for suite in suites() {
        let before = failures.len();
        let mut lines = Vec::new();
        for vector in &suite.vectors {
            count += 1;
            let output = run::run(&vector.op, &vector.input);
            let wrong = check::failures(&vector.check, &output);
            failures.extend(wrong.iter().map(|w| format!("{}: {}: {w}", suite.stem, vector.name)));
            lines.push(canonical_json(&json!({ "name": vector.name, "output": output })));
        }
        if bless && failures.len() == before {
            suite.write_expected(&lines);
        }
        failures.extend(suite.differences(&lines));
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    println!("{count} conformance vectors");
}

#[test]
fn every_vector_has_a_name_of_its_own_and_states_a_truth() {
    let mut names = BTreeSet::new();
    for suite in suites() {
        for Vector { name, check, kind, .. } in &suite.vectors {
            let kebab =
                name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(kebab, "{}: {name} is not in kebab case", suite.stem);
            assert!(names.insert(name.clone()), "{}: {name} stands twice", suite.stem);
            assert!(!check.is_empty(), "{}: {name} states no truth", suite.stem);
            let kinds = ["plain", "edge", "error"];
            assert!(kinds.contains(&kind.as_str()), "{}: {name}: kind {kind}", suite.stem);
        }
    }
}

#[test]
fn every_expected_file_has_its_vectors() {
    let stems: BTreeSet<String> = suites().into_iter().map(|suite| suite.stem).collect();
    for stem in vectors::expected_stems() {
        assert!(stems.contains(&stem), "expected/{stem}.jsonl belongs to no vectors");
    }
}
