//! Every chore of this repository, so that none hides in a shell script.
//!
//! One file for each command ([`mod@bench`], [`demo`], [`fuzz`], [`mod@generate`],
//! [`regions`], [`mod@test`], [`wasm`]) and for each thing that commands need ([`python`],
//! [`node`], [`browser`], [`apt`]). Whatever is set up is either complete and stamped ([`stamp`]) or made
//! again. A new command is a variant of [`Task`]; a new step of the tests is a call in
//! [`mod@test`].
#![allow(clippy::print_stdout, reason = "talking to the terminal is what this program is for")]

mod apt;
mod bench;
mod browser;
mod cargo;
mod demo;
mod fuzz;
mod generate;
mod node;
mod paths;
mod python;
mod regions;
mod report;
mod run;
mod stamp;
mod test;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use run::Output;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Every chore of this repository", version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Assess the example register through Python, on a machine with Rust and Python 3.
    Demo,
    /// Set up everything and run every test there is.
    Test(test::Options),
    /// Search for input that a reader does not bear.
    Fuzz(fuzz::Options),
    /// Write the JSON schemas and the types of the bindings that are made from them.
    Generate(generate::Options),
    /// Build the wheel into the virtual environment and print the path of its Python.
    Python,
    /// Build the npm package into bindings/wasm/dist.
    Wasm(wasm::Options),
    /// Compare how fast a large register is read, and in how much memory.
    Bench(bench::Options),
    /// Make the data of lkks-regions from the npm package they come from.
    Regions(regions::Options),
}

fn main() -> ExitCode {
    match perform(&Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            println!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: &Task) -> Result<ExitCode> {
    let _alone = paths::alone()?;
    let terminal = Output::terminal();
    match task {
        Task::Demo => demo::run(&terminal)?,
        Task::Test(options) => return test::run(options),
        Task::Fuzz(options) => fuzz::run(options, &terminal)?,
        Task::Generate(options) => generate::run(options, &terminal)?,
        Task::Python => {
            let python = python::Venv::for_building(&terminal)?;
            python.install_wheel(&terminal)?;
            println!("{}", python.interpreter().display());
        }
        Task::Wasm(options) => {
            let node = node::Node::ready(&terminal)?;
            wasm::Package::build(options, &node, &terminal)?.check_size()?;
        }
        Task::Bench(options) => bench::run(options, &terminal)?,
        Task::Regions(options) => regions::run(options, &terminal)?,
    }
    Ok(ExitCode::SUCCESS)
}
