//! `cargo xtask demo`: what an analyst would see, from a fresh clone in one command.

use anyhow::Result;

use crate::python::Venv;
use crate::run::Output;

/// A real register, and a day on which some of its certificates are about to run out.
const REGISTER: &str = "examples/data/kota-pekalongan.json";
const DAY: &str = "2026-11-24";

pub(crate) fn run(output: &Output) -> Result<()> {
    let python = Venv::for_building(output)?;
    python.install_wheel(output)?;
    python.module("lkks").args(["report", REGISTER, "--on", DAY]).run(output)
}
