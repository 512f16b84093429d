//! Reading vector files and the lines they expect.

use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// One file of vectors.
pub(crate) struct Suite {
    /// The name of the file without its ending.
    pub(crate) stem: String,
    /// Its vectors, with what they share put in.
    pub(crate) vectors: Vec<Vector>,
}

/// One vector.
pub(crate) struct Vector {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) op: String,
    pub(crate) input: Value,
    pub(crate) check: Map<String, Value>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance")
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == ending));
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// Every file of vectors, in order of name.
pub(crate) fn read_all() -> Vec<Suite> {
    files(&folder(), "json").iter().map(|path| read(path)).collect()
}

/// The names of the expected files.
pub(crate) fn expected_stems() -> Vec<String> {
    files(&folder().join("expected"), "jsonl").iter().map(|path| stem(path)).collect()
}

fn read(path: &Path) -> Suite {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let tree: Value =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let shared = tree.get("shared").cloned().unwrap_or_default();
    let vectors = tree["vectors"].as_array().cloned().unwrap_or_default();
    let vectors = vectors.into_iter().map(|vector| {
        let text = |key: &str| vector[key].as_str().unwrap_or_default().to_owned();
        Vector {
            name: text("name"),
            kind: text("kind"),
            op: text("op"),
            input: put_in(&vector["input"], &shared),
            check: vector["check"].as_object().cloned().unwrap_or_default(),
        }
    });
    Suite { stem: stem(path), vectors: vectors.collect() }
}

/// `value` with every `{"$shared": name}` replaced by what the file shares under that name.
fn put_in(value: &Value, shared: &Value) -> Value {
    match value {
        Value::Object(map) => match map.get("$shared").and_then(Value::as_str) {
            Some(name) => match shared.get(name) {
                Some(part) => put_in(part, shared),
                None => panic!("nothing is shared under {name}"),
            },
            None => {
                let parts = map.iter().map(|(key, part)| (key.clone(), put_in(part, shared)));
                Value::Object(parts.collect())
            }
        },
        Value::Array(parts) => parts.iter().map(|part| put_in(part, shared)).collect(),
        other => other.clone(),
    }
}

impl Suite {
    fn expected_path(&self) -> PathBuf {
        folder().join("expected").join(format!("{}.jsonl", self.stem))
    }

    /// Writes what the vectors gave as what they expect from now on.
    pub(crate) fn write_expected(&self, lines: &[String]) {
        let path = self.expected_path();
        let text = lines.join("\n") + "\n";
        fs::write(&path, text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }

    /// What differs between the expected lines and `lines`.
    pub(crate) fn differences(&self, lines: &[String]) -> Vec<String> {
        let expected = fs::read_to_string(self.expected_path()).unwrap_or_default();
        let expected: Vec<&str> = expected.lines().collect();
        if expected.len() != lines.len() {
            let (lines, expected) = (lines.len(), expected.len());
            return vec![format!("{}: {lines} vectors but {expected} expected lines", self.stem)];
        }
        let pairs = self.vectors.iter().zip(lines).zip(expected);
        pairs
            .filter(|((_, line), expected)| line != expected)
            .map(|((vector, line), expected)| {
                let (at, name) = (first_difference(line, expected), &vector.name);
                format!("{}: {name}: {}", self.stem, around(line, expected, at))
            })
            .collect()
    }
}

fn first_difference(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count()
}

/// The neighbourhood of the first difference.
fn around(found: &str, expected: &str, at: usize) -> String {
    let cut = |text: &str| {
        let bytes = text.as_bytes();
        let part = &bytes[at.saturating_sub(60).min(bytes.len())..(at + 60).min(bytes.len())];
        String::from_utf8_lossy(part).into_owned()
    };
    format!("differs at byte {at}:\n  found    …{}…\n  expected …{}…", cut(found), cut(expected))
}
