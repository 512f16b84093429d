//! `cargo xtask bench`: how fast a large register is read, beside what others would do with it.
//!
//! Everything that is compared is in `bindings/python/benches/reading`; what it needs is set up here.
//! Nothing is asserted of a time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::cargo::cargo;
use crate::paths;
use crate::python::{self, Venv};
use crate::run::{Output, Run};

#[derive(Args)]
pub(crate) struct Options {
    /// How many organisations the register has.
    #[arg(long, default_value_t = 100_000)]
    rows: u32,
    /// How many times each contender reads each file.
    #[arg(long, default_value_t = 7)]
    runs: u32,
}

pub(crate) fn run(options: &Options, output: &Output) -> Result<()> {
    let python = Venv::for_benching(output)?;
    python.install_wheel(output)?;
    let program = program(output)?;
    let folder = paths::target().join("bench");
    fs::create_dir_all(&folder)?;
    Run::new(python.interpreter())
        .arg(python::binding().join("benches/reading"))
        .arg(&folder)
        .arg("--program")
        .arg(&program)
        .args(["--rows", &options.rows.to_string(), "--runs", &options.runs.to_string()])
        .args(["--version", &Run::new("rustc").arg("--version").read()?])
        .run(output)?;
    output.say(format_args!("also in {}", paths::shown(&folder)));
    Ok(())
}

/// The program that reads in Rust, built as it is shipped.
fn program(output: &Output) -> Result<PathBuf> {
    output.say("building what reads in Rust");
    let built = cargo()
        .args(["bench", "--no-run", "--quiet", "--locked", "--message-format", "json"])
        .args(["--package", "lkks-exchange", "--bench", "reading"])
        .read()?;
    let messages = built.lines().filter_map(|line| serde_json::from_str(line).ok());
    let mut executables = messages.filter_map(|message: serde_json::Value| {
        message["executable"].as_str().map(|path| Path::new(path).to_path_buf())
    });
    executables.next_back().context("cargo built no program")
}
