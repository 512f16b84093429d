//! Node and the packages of bindings/wasm.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;
use crate::run::{Missing, Output, Run};
use crate::stamp::{self, Inputs};

/// The oldest Node that the package is for.
const OLDEST: u32 = 20;

/// A Node that is new enough, with the locked packages installed.
#[derive(Clone)]
pub(crate) struct Node {
    program: PathBuf,
}

impl Node {
    pub(crate) fn ready(output: &Output) -> Result<Self> {
        let program =
            env::var_os("LKKS_NODE").map(PathBuf::from).or_else(|| which::which("node").ok());
        let program = program
            .ok_or_else(|| Missing(format!("Node {OLDEST} or later is needed: none was found")))?;
        let version = Run::new(&program).arg("--version").read()?;
        if major(&version).context("node tells no version")? < OLDEST {
            return Err(
                Missing(format!("Node {OLDEST} or later is needed: this is {version}")).into()
            );
        }
        let node = Self { program };
        node.install(&version, output)?;
        Ok(node)
    }

    fn install(&self, version: &str, output: &Output) -> Result<()> {
        let lock = binding().join("package-lock.json");
        let inputs = Inputs::default().text(version).file(&lock)?;
        // Within node_modules, since whoever removes that removes the stamp with it.
        let stamp = binding().join("node_modules/.lkks-stamp");
        stamp::unless_current(&stamp, inputs, || {
            let npm = which::which("npm").map_err(|_| Missing("npm was not found".into()))?;
            Run::new(npm).args(["ci", "--no-audit", "--no-fund"]).folder(binding()).run(output)
        })
    }

    /// A program that came with a package, such as `typescript/bin/tsc`.
    pub(crate) fn tool(&self, path: &str) -> Run {
        self.run().arg(binding().join("node_modules").join(path))
    }

    /// Node's own test runner, in the form that [`crate::report`] can count.
    pub(crate) fn tests(&self, files: &[PathBuf]) -> Run {
        self.run().args(["--test", "--test-reporter=tap"]).args(files)
    }

    pub(crate) fn run(&self) -> Run {
        Run::new(&self.program)
    }
}

/// The folder of the JavaScript binding.
pub(crate) fn binding() -> PathBuf {
    paths::root().join("bindings/wasm")
}

/// The test files of a folder; Node's own search for them differs between its versions.
pub(crate) fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_test = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".test.js") || name.ends_with(".test.mjs")
    };
    Ok(stamp::files_in(folder)?.into_iter().filter(is_test).collect())
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}
