//! Turns the law in `rules/**/*.toml` into one compact JSON text, so that a build without a TOML
//! parser (the browser's) carries the same packs.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=rules");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("rules");
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut packs = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let pack: serde_json::Value =
            toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        packs.push(pack);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("packs.json");
    fs::write(out, serde_json::to_string(&packs)?)?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
