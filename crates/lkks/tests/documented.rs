//! Whoever looks an item up finds it at work: every public item has an example that runs.

use std::path::{Path, PathBuf};
use std::{fs, io};

#[test]
fn every_public_item_is_shown_at_work() -> io::Result<()> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut lacking = Vec::new();
    for file in files(&source)? {
        let text = fs::read_to_string(&file)?;
        let name = file.strip_prefix(&source).unwrap_or(&file).display();
        lacking.extend(without_example(&text).map(|(line, item)| format!("{name}:{line} {item}")));
    }
    assert!(lacking.is_empty(), "without an example:\n{}", lacking.join("\n"));
    Ok(())
}

/// Every Rust file in `folder` and below, in order.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The public items without an example in their doc comment, each with its line.
fn without_example(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_shown = false;
    let mut is_macro = false;
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().enumerate().filter_map(move |(index, line)| {
        if line.starts_with("macro_rules!") || line.starts_with('}') {
            is_macro = line.starts_with("macro_rules!");
        }
        let line = line.trim_start();
        if line.starts_with("///") || line.starts_with("#[") {
            is_shown |= line.contains("```");
            return None;
        }
        let was_shown = std::mem::take(&mut is_shown);
        let item = item(line).filter(|_| !was_shown && !is_macro)?;
        Some((index + 1, item))
    })
}

/// What a line declares, where that is public and has a name of its own: `fn verdict`.
fn item(line: &str) -> Option<&str> {
    let declared = line.strip_prefix("pub ")?;
    let declared = declared.strip_prefix("const ").unwrap_or(declared);
    let (kind, rest) = declared.split_once(' ')?;
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let is_item = ["struct", "enum", "trait", "fn"].contains(&kind) && length > 0;
    declared.get(..kind.len() + 1 + length).filter(|_| is_item)
}
