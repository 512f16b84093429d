//! `cargo xtask test`: everything that must hold before a change goes in.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::browser;
use crate::cargo::cargo;
use crate::fuzz;
use crate::generate;
use crate::node::{self, Node};
use crate::paths;
use crate::python::{self, Venv};
use crate::report::{Count, Ready, Report};
use crate::run::{Missing, Run};
use crate::wasm;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Fail when anything could not be run or was skipped; CI=true means the same.
    #[arg(long)]
    strict: bool,
    /// Run these parts alone.
    #[arg(value_enum)]
    only: Vec<Part>,
}

#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq)]
enum Part {
    Rust,
    Python,
    Spark,
    Javascript,
    Browser,
}

/// A cluster is slow to start, and needs more than the other tests do.
const SPARK_TESTS: &str = "bindings/python/tests/spark";

/// For steps that need nothing.
const NOTHING: Ready<()> = Ok(());

pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    fs::create_dir_all(paths::logs())?;
    let wants = |part| options.only.is_empty() || options.only.contains(&part);
    let mut report = Report::default();
    if wants(Part::Rust) {
        rust(&mut report);
    }
    let installed =
        (wants(Part::Python) || wants(Part::Spark)).then(|| Installed::new(&mut report));
    // Pyright is a program for Node; from npm it is locked, where PyPI's would download it anew.
    let uses_node = [Part::Python, Part::Javascript, Part::Browser];
    if uses_node.into_iter().any(wants) {
        let node = report.step("Node and its packages", &NOTHING, Count::Setup, |(), output| {
            Node::ready(output)
        });
        if let Some(installed) = &installed
            && wants(Part::Python)
        {
            python(&mut report, installed, &node);
        }
        if wants(Part::Javascript) || wants(Part::Browser) {
            let package = package(&mut report, &node);
            if wants(Part::Javascript) {
                javascript(&mut report, &package);
            }
            if wants(Part::Browser) {
                page(&mut report, &package);
            }
        }
    }
    if let Some(installed) = &installed
        && wants(Part::Spark)
    {
        spark(&mut report, installed);
    }
    let strict = options.strict || env::var("CI").is_ok_and(|value| value == "true");
    Ok(if report.close(strict) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn rust(report: &mut Report) {
    let _ = report.step("rustfmt", &NOTHING, Count::Check, |(), output| {
        cargo().args(["fmt", "--all", "--check"]).run(output)
    });
    let _ = report.step("generated files", &NOTHING, Count::Check, |(), output| {
        generate::run(&generate::Options { check: true }, output)
    });
    let _ = report.step("clippy", &NOTHING, Count::Check, |(), output| {
        let arguments = ["clippy", "--locked", "--workspace", "--all-targets", "--all-features"];
        cargo().args(arguments).args(["--", "--deny", "warnings"]).run(output)
    });
    let _ = report.step("rustdoc", &NOTHING, Count::Check, |(), output| {
        let arguments = ["doc", "--locked", "--workspace", "--no-deps", "--all-features"];
        cargo().args(arguments).env("RUSTDOCFLAGS", "--deny warnings").run(output)
    });
    let _ = report.step("Rust tests", &NOTHING, Count::Cargo, |(), output| {
        let arguments = ["test", "--locked", "--workspace", "--all-features", "--no-fail-fast"];
        cargo().args(arguments).run(output)
    });
    let _ = report
        .step("fuzzing, briefly", &NOTHING, Count::Check, |(), output| fuzz::briefly(3, output));
}

/// One virtual environment, as it is after each step of filling it.
struct Installed {
    /// With Spark, whose types those of the wheel are checked against.
    tools: Ready<Venv>,
    wheel: Ready<Venv>,
}

impl Installed {
    fn new(report: &mut Report) -> Self {
        let tools = report.step("Python and its packages", &NOTHING, Count::Setup, |(), output| {
            Venv::for_testing(output)
        });
        let tools = report.step("Spark and its Java", &tools, Count::Setup, |venv, output| {
            venv.with_spark(output)
        });
        let wheel = report.step("Python wheel", &tools, Count::Setup, |venv, output| {
            venv.install_wheel(output)?;
            Ok(venv.clone())
        });
        Self { tools, wheel }
    }
}

fn python(report: &mut Report, Installed { tools, wheel }: &Installed, node: &Ready<Node>) {
    let _ = report.step("pytest", wheel, Count::Pytest, |venv, output| {
        let places = ["bindings/python/tests", "tests/conformance", "examples/python"];
        let existing = places.iter().filter(|place| paths::root().join(place).exists());
        pytest(venv).arg("--ignore").arg(SPARK_TESTS).args(existing).run(output)
    });
    let _ = report.step("mypy", tools, Count::Check, |venv, output| {
        venv.module("mypy").arg("--strict").folder(python::binding()).run(output)
    });
    let _ = report.step("stubtest", wheel, Count::Check, |venv, output| {
        // The other modules are their own stubs.
        venv.module("mypy.stubtest").arg("lkks._lkks").run(output)
    });
    let both = both(wheel, node);
    let _ = report.step("pyright", &both, Count::Check, |(venv, node), output| {
        let path = venv.search_path()?;
        let pyright = || node.tool("pyright/index.js").env("PATH", &path);
        pyright().arg("--project").arg(python::binding()).run(output)?;
        // That everything a user can name has a type, as seen from outside.
        pyright().args(["--verifytypes", "lkks", "--ignoreexternal"]).run(output)
    });
}

fn spark(report: &mut Report, Installed { wheel, .. }: &Installed) {
    let _ = report.step("Spark tests", wheel, Count::Pytest, |venv, output| {
        if cfg!(windows) {
            return Err(Missing("the cluster is started by shell scripts".into()).into());
        }
        pytest(venv).arg(SPARK_TESTS).run(output)
    });
}

fn pytest(venv: &Venv) -> Run {
    let configuration = python::binding().join("pyproject.toml");
    venv.module("pytest").arg("-c").arg(configuration).args(["--rootdir", "."])
}

fn package(report: &mut Report, node: &Ready<Node>) -> Ready<(Node, wasm::Package)> {
    let built = report.step("npm package", node, Count::Setup, |node, output| {
        let package = wasm::Package::build(&wasm::Options::default(), node, output)?;
        Ok((node.clone(), package))
    });
    let _ = report.step("size of the wasm", &built, Count::Check, |(_, package), output| {
        output.say(package);
        package.check_size()
    });
    built
}

fn javascript(report: &mut Report, package: &Ready<(Node, wasm::Package)>) {
    let _ = report.step("Node tests", package, Count::Tap, |(node, _), output| {
        node.tests(&tests_in(&["bindings/wasm/tests", "bindings/wasm/tests/node"])?).run(output)
    });
    for kind in ["node", "browser"] {
        let name = format!("TypeScript for {kind}");
        let _ = report.step(&name, package, Count::Check, |(node, _), output| {
            let project = node::binding().join(format!("tests/types/tsconfig.{kind}.json"));
            node.tool("typescript/bin/tsc").arg("--project").arg(project).run(output)
        });
    }
}

fn page(report: &mut Report, package: &Ready<(Node, wasm::Package)>) {
    let chromium = report.step("Chromium", &NOTHING, Count::Setup, |(), output| {
        let chromium = browser::ready(output)?;
        output.say(chromium.display());
        Ok(chromium)
    });
    let both = both(package, &chromium);
    let _ = report.step("browser tests", &both, Count::Tap, |((node, _), chromium), output| {
        let files =
            tests_in(&["bindings/wasm/tests/browser", "examples/web", "examples/web/tests"])?;
        node.tests(&files).env("LKKS_CHROMIUM", chromium).run(output)
    });
}

fn tests_in(folders: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in folders {
        files.extend(node::test_files(&paths::root().join(folder))?);
    }
    Ok(files)
}

/// What two steps give, for a third that needs both.
fn both<A: Clone, B: Clone>(one: &Ready<A>, other: &Ready<B>) -> Ready<(A, B)> {
    Ok((one.clone()?, other.clone()?))
}
