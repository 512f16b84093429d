//! What the documents point at is there.
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

type Tested = Result<(), Box<dyn std::error::Error>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The documents of the root, and the notes that they lead to.
fn documents() -> std::io::Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    for folder in ["", "crates/lkks/rules", "tests/conformance", "examples/data", "examples/web"] {
        for entry in fs::read_dir(root().join(folder))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "md") {
                found.push((path.clone(), fs::read_to_string(path)?));
            }
        }
    }
    Ok(found)
}

/// What stands between backticks, outside blocks of code.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|part| part.lines()).flat_map(|line| line.split('`').skip(1).step_by(2))
}

#[test]
fn every_link_leads_somewhere() -> Tested {
    let mut count = 0;
    for (path, text) in documents()? {
        for after in text.split("](").skip(1) {
            let target = after.split(')').next().unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() || file.contains("://") {
                continue;
            }
            let folder = path.parent().unwrap_or(Path::new(""));
            assert!(folder.join(file).exists(), "{}: {target}", path.display());
            count += 1;
        }
    }
    assert!(count > 20, "{count} links");
    Ok(())
}

#[test]
fn every_path_that_is_named_exists() -> Tested {
    let mut count = 0;
    for (path, text) in documents()? {
        let starts = ["crates/", "bindings/", "examples/", "tests/", "schemas/"];
        let is_path = |text: &&str| {
            starts.iter().any(|start| text.starts_with(start)) && !text.contains(['*', '<', ' '])
        };
        for named in quoted(&text).filter(is_path) {
            // Within the crate it speaks of, or from the root; what is built need not be there yet.
            let places = [root().join(named), root().join("crates/lkks").join(named)];
            let built = ["bindings/wasm/dist", "bindings/wasm/node_modules"];
            let is_built = built.iter().any(|folder| named.starts_with(folder));
            assert!(
                is_built || places.iter().any(|place| place.exists()),
                "{}: {named}",
                path.display()
            );
            count += 1;
        }
    }
    assert!(count > 20, "{count} paths");
    Ok(())
}

#[test]
fn the_glossary_names_what_is_in_the_data() -> Tested {
    let mut data = fs::read_to_string(root().join("crates/lkks/src/facts/built_in.rs"))?;
    for folder in ["schemas", "crates/lkks/rules/national"] {
        for entry in fs::read_dir(root().join(folder))? {
            data += &fs::read_to_string(entry?.path())?;
        }
    }
    let glossary = fs::read_to_string(root().join("GLOSSARY.md"))?;
    let mut count = 0;
    for quoted in quoted(&glossary).filter(|text| !text.starts_with(char::is_numeric)) {
        let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        for word in quoted.split(|c| !is_word(c)).filter(|word| !word.is_empty() && *word != "…")
        {
            assert!(data.contains(&format!("\"{word}\"")), "{quoted}: {word}");
            count += 1;
        }
    }
    assert!(count > 40, "{count} names");
    Ok(())
}
