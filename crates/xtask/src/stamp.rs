//! Knowing that something was set up, completely, from exactly these inputs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The inputs of something that is made, as one hash.
#[derive(Default)]
pub(crate) struct Inputs(Sha256);

impl Inputs {
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.add(text.as_bytes());
        self
    }

    pub(crate) fn file(mut self, path: &Path) -> Result<Self> {
        let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        self.add(&content);
        Ok(self)
    }

    /// The names and contents of the files in a folder, not of those in folders within.
    pub(crate) fn folder(mut self, folder: &Path) -> Result<Self> {
        let files = files_in(folder)?;
        for file in files {
            self.add(file.file_name().unwrap_or_default().as_encoded_bytes());
            self = self.file(&file)?;
        }
        Ok(self)
    }

    /// Each part with its length before it, so that no two lists of parts read the same.
    fn add(&mut self, part: &[u8]) {
        self.0.update(part.len().to_le_bytes());
        self.0.update(part);
    }

    fn hash(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Makes something unless its stamp says that it stands, made from the same inputs.
///
/// The old stamp goes before the work begins and the new one comes after it has succeeded, so that
/// an interrupted set-up is never taken for a complete one.
pub(crate) fn unless_current(
    stamp: &Path,
    inputs: Inputs,
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let hash = inputs.hash();
    if fs::read_to_string(stamp).is_ok_and(|stamped| stamped == hash) {
        return Ok(());
    }
    if stamp.exists() {
        fs::remove_file(stamp)?;
    }
    make()?;
    fs::write(stamp, hash).with_context(|| format!("cannot write {}", stamp.display()))
}

/// The files of a folder, in the order of their names; none if there is no such folder.
pub(crate) fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_made_again_when_its_inputs_change_and_when_making_it_failed() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let stamp = folder.path().join("stamp");
        let mut made = 0;
        for (input, succeeds, expected) in [
            ("a", true, 1),
            ("a", true, 1),
            ("b", false, 2),
            ("a", true, 3),
            ("b", true, 4),
            ("b", true, 4),
        ] {
            let _ = unless_current(&stamp, Inputs::default().text(input), || {
                made += 1;
                anyhow::ensure!(succeeds);
                Ok(())
            });
            assert_eq!(made, expected, "after {input}");
        }
        Ok(())
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let hash = |parts: &[&str]| {
            parts.iter().fold(Inputs::default(), |inputs, part| inputs.text(part)).hash()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    }
}
