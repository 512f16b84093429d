//! `cargo xtask fuzz`: searching for input that a reader does not bear.
//!
//! The search is libFuzzer's, steered by what of the code an input reaches. What it needs of the
//! compiler is in the stable one too: instruments are a pass of LLVM, and only those that watch
//! memory (sanitizers) need a nightly; without `unsafe` there is little for them to see. Targets are
//! the files in `fuzz/src/bin`; what a search found worth keeping stays in the target folder, and the
//! next one goes on from there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::cargo::cargo;
use crate::paths;
use crate::run::{Missing, Output, Run};
use crate::stamp::files_in;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Search this target alone: a file in fuzz/src/bin.
    target: Option<String>,
    /// How long each target is searched.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

/// What makes the compiler count the edges taken and report what is compared.
const INSTRUMENTS: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    --cfg fuzzing";

/// For a search that takes less time than the compiler would to make it fast.
const SOON_BUILT: [&str; 2] = [
    "--config=profile.release.package.lkks.opt-level=0",
    "--config=profile.release.package.lkks-exchange.opt-level=0",
];

/// Where else a search starts from than in `fuzz/corpus-seed`.
const SEEDS: [(&str, &str); 2] =
    [("register_json", "crates/lkks/tests/arbitrary"), ("rule_pack_toml", "crates/lkks/rules")];

pub(crate) fn run(options: &Options, output: &Output) -> Result<()> {
    let search = Search::ready(&[], output)?;
    let targets = targets()?;
    let wanted: Vec<_> = match &options.target {
        Some(one) if !targets.contains(one) => {
            bail!("there is no target {one}; there are: {}", targets.join(", "))
        }
        Some(one) => vec![one.clone()],
        None => targets,
    };
    let limits = [format!("-max_total_time={}", options.seconds)];
    let searched = wanted.iter().map(|target| {
        let corpus = kept("corpus", target)?;
        search.one(target, &corpus, &limits, output)
    });
    told(searched.filter_map(Result::err).collect())
}

/// Searches every target for a few seconds, from the seeds alone and along the same way each time:
/// what is new is found by those who search, and not by whoever happens to run the tests.
pub(crate) fn briefly(seconds: u64, output: &Output) -> Result<()> {
    let search = Search::ready(&SOON_BUILT, output)?;
    let targets = targets()?;
    let limits = [format!("-max_total_time={seconds}"), "-seed=1".to_owned()];
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let work = || {
        while let Some(target) = targets.get(next.fetch_add(1, Ordering::Relaxed)) {
            let corpus = paths::unfinished();
            let searched =
                corpus.and_then(|corpus| search.one(target, corpus.path(), &limits, output));
            found.lock().unwrap_or_else(PoisonError::into_inner).extend(searched.err());
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    told(found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn told(found: Vec<anyhow::Error>) -> Result<()> {
    let found: Vec<_> = found.iter().map(|error| format!("{error:#}")).collect();
    match found.is_empty() {
        true => Ok(()),
        false => bail!("input that is not borne:\n{}", found.join("\n")),
    }
}

/// The targets, built.
struct Search {
    programs: PathBuf,
}

impl Search {
    fn ready(options: &[&str], output: &Output) -> Result<Self> {
        if cfg!(windows) {
            return Err(Missing("libFuzzer is not set up for Windows here".into()).into());
        }
        let has_compiler =
            || ["c++", "g++", "clang++"].iter().any(|name| which::which(name).is_ok());
        if !has_compiler() {
            // libFuzzer itself is C++.
            apt::install(&["g++"], output)?;
        }
        // The versions that are shipped are the ones to search.
        fs::copy(paths::root().join("Cargo.lock"), crate_folder().join("Cargo.lock"))?;
        let host = host()?;
        let folder = paths::target().join("fuzz");
        let build = cargo().args(["build", "--release", "--manifest-path", "fuzz/Cargo.toml"]);
        let build = build.args(options);
        // With a target named, what runs while building is built without instruments.
        let build = build.args(["--target", &host, "--target-dir"]).arg(&folder);
        let build = build.env("RUSTFLAGS", INSTRUMENTS).without_env("CARGO_ENCODED_RUSTFLAGS");
        build.run(output)?;
        Ok(Self { programs: folder.join(host).join("release") })
    }

    /// Searches one target; an error names the input that failed.
    fn one(&self, target: &str, corpus: &Path, limits: &[String], output: &Output) -> Result<()> {
        let crashes = kept("crashes", target)?;
        let before = files_in(&crashes)?;
        let search = Run::new(self.programs.join(target))
            .arg(corpus)
            .args(seeds(target))
            .arg(format!("-artifact_prefix={}/", crashes.display()))
            .args(limits)
            .args(["-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"]);
        search.run(output).with_context(|| {
            let new = files_in(&crashes).unwrap_or_default();
            let new = new.into_iter().find(|file| !before.contains(file));
            // An input that was found before is written to the same name.
            let input = new.map_or_else(|| paths::shown(&crashes), |file| paths::shown(&file));
            format!("{target}: {input}")
        })
    }
}

/// A folder of a target that the next search finds again.
fn kept(kind: &str, target: &str) -> Result<PathBuf> {
    let folder = paths::target().join("fuzz").join(kind).join(target);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn crate_folder() -> PathBuf {
    paths::root().join("fuzz")
}

/// The names of all targets.
fn targets() -> Result<Vec<String>> {
    let files = files_in(&crate_folder().join("src/bin"))?;
    let name = |file: &PathBuf| file.file_stem().map(|name| name.to_string_lossy().into_owned());
    Ok(files.iter().filter_map(name).collect())
}

/// The folders with what a search starts from.
fn seeds(target: &str) -> Vec<PathBuf> {
    let own = crate_folder().join("corpus-seed").join(target);
    let others = SEEDS.iter().filter(|(of, _)| *of == target);
    let others = others.map(|(_, folder)| paths::root().join(Path::new(folder)));
    others.chain([own]).filter(|folder| folder.is_dir()).collect()
}

/// The machine that the compiler compiles for by itself.
fn host() -> Result<String> {
    let version = Run::new("rustc").arg("-vV").read()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Missing("rustc does not say its host".into()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_starts_from_something() -> Result<()> {
        let targets = targets()?;
        assert!(targets.len() > 5);
        for target in targets {
            assert!(!seeds(&target).is_empty(), "{target}");
        }
        Ok(())
    }
}
