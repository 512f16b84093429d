//! `cargo xtask demo`: what an analyst would see, from a fresh clone in one command.

use anyhow::Result;

use crate::python::Venv;
use crate::run::Output;

/// The register with made-up members, and a day on which some of their certificates are about to
/// run out.
const REGISTER: &str = "examples/data/kota-pekalongan-synthetic.json";
const DAY: &str = "2026-11-24";

pub(crate) fn run(output: &Output) -> Result<()> {
    let python = Venv::for_building(output)?;
    python.install_wheel(output)?;
    python.module("lkks").args(["report", REGISTER, "--on", DAY]).run(output)
}
