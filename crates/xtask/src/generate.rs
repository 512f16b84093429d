//! `cargo xtask generate`: the JSON schemas, and the types of the bindings made from them.
//!
//! What is made is committed, so that reading it needs no tool; `--check` proves it current. A
//! language is one file of this module that turns [`Schemas`] into [`Made`] files.

mod codes;
mod python;
mod schemas;
mod typescript;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::run::Output;
use schemas::Schemas;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Write nothing; fail when what is committed is not current.
    #[arg(long)]
    pub(crate) check: bool,
}

/// A file as it should be.
struct Made {
    path: PathBuf,
    text: String,
}

pub(crate) fn run(options: &Options, output: &Output) -> Result<()> {
    let schemas = Schemas::of_core(output)?;
    let mut made = schemas.files()?;
    made.push(codes::page(&schemas));
    made.push(python::types(&schemas)?);
    made.push(typescript::types(&schemas)?);
    let mut stale = Vec::new();
    for Made { path, text } in made {
        let place = paths::root().join(&path);
        // Git may have given the file this platform's line ends.
        let current = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
        if current == text {
            continue;
        }
        if options.check {
            stale.push(path.display().to_string());
            continue;
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&place, text).with_context(|| format!("cannot write {}", place.display()))?;
        output.say(format_args!("wrote {}", path.display()));
    }
    if !stale.is_empty() {
        bail!("not current, `cargo xtask generate` makes them anew: {}", stale.join(", "));
    }
    Ok(())
}
