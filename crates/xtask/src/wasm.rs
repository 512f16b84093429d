//! The npm package: the core compiled for the browser, its glue, and the hand-written half.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::apt;
use crate::cargo::{self, cargo};
use crate::node::{self, Node};
use crate::paths;
use crate::run::{Missing, Output, Run};
use crate::stamp::{self, Inputs};

const TARGET: &str = "wasm32-unknown-unknown";

/// What a page may load before it can show a first verdict.
const LIMIT: usize = 250 * 1024;

/// The compiled modules: the package of each, its file, and what it is called by in ours. The first
/// is what a page loads to begin with.
const MODULES: [(&str, &str, &str); 4] = [
    ("lkks-wasm", "lkks_wasm.wasm", ""),
    ("lkks-import-wasm", "lkks_import_wasm.wasm", "import_"),
    ("lkks-export-wasm", "lkks_export_wasm.wasm", "export_"),
    ("lkks-table-wasm", "lkks_table_wasm.wasm", "table_"),
];

/// rustup's download host cannot be reached from everywhere, and then it hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// Debian's Rust for browsers: a compiler, and the standard library as source.
const DEBIAN: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// What rustc emits by default and every browser has had since 2023. Naming them, rather than
/// all, keeps wasm-opt from using anything newer.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

#[derive(clap::Args, Default)]
pub(crate) struct Options {
    /// Which compiler to use for the browser.
    #[arg(long, value_enum, default_value_t)]
    toolchain: Choice,
}

#[derive(clap::ValueEnum, Clone, Copy, Default)]
enum Choice {
    /// The first that works.
    #[default]
    Auto,
    /// The toolchain in use, with rustup's standard library for the browser.
    Rustup,
    /// Debian's rustc-web, building the standard library from source.
    Debian,
}

/// The assembled package, in bindings/wasm/dist.
#[derive(Clone)]
pub(crate) struct Package {
    raw: usize,
    gzipped: usize,
}

impl Package {
    pub(crate) fn build(options: &Options, node: &Node, output: &Output) -> Result<Self> {
        let modules = Toolchain::ready(options.toolchain, output)?.compile(output)?;
        let binding = node::binding();
        let dist = binding.join("dist");
        let mut inputs = Inputs::default();
        for (_, file, _) in MODULES {
            inputs = inputs.file(&modules.join(file))?;
        }
        let inputs = inputs
            .folder(&binding.join("js"))?
            .file(&binding.join("package-lock.json"))?
            .file(&paths::root().join("Cargo.lock"))?
            .text(include_str!("wasm.rs"));
        stamp::unless_current(&dist.join(".stamp"), inputs, || {
            let partial = paths::unfinished()?;
            // A folder within, since that of tempfile is closed to other users.
            let complete = partial.path().join("dist");
            fs::create_dir(&complete)?;
            assemble(&modules, &complete, node, output)?;
            if dist.exists() {
                fs::remove_dir_all(&dist)?;
            }
            Ok(fs::rename(complete, &dist)?)
        })?;
        let bytes = fs::read(dist.join("lkks_bg.wasm"))?;
        let package = Self { raw: bytes.len(), gzipped: gzipped(&bytes)? };
        output.say(format_args!("lkks_bg.wasm: {package}"));
        for (_, _, part) in MODULES.into_iter().skip(1) {
            let later = format!("lkks_{part}bg.wasm");
            let module = fs::read(dist.join(&later))?;
            let (raw, small) = (kilobytes(module.len()), kilobytes(gzipped(&module)?));
            output.say(format_args!("{later}: {raw} KB, {small} KB gzipped"));
        }
        Ok(package)
    }

    pub(crate) fn check_size(&self) -> Result<()> {
        let (size, limit) = (self.gzipped, LIMIT);
        ensure!(size <= limit, "lkks_bg.wasm is {size} bytes gzipped, more than {limit}");
        Ok(())
    }
}

impl std::fmt::Display for Package {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (raw, gzipped) = (kilobytes(self.raw), kilobytes(self.gzipped));
        write!(formatter, "{raw} KB, {gzipped} KB gzipped (at most {} KB)", LIMIT / 1024)
    }
}

/// Puts everything the package publishes into a folder.
fn assemble(modules: &Path, folder: &Path, node: &Node, output: &Output) -> Result<()> {
    output.say("generating the glue (its generator takes a minute to compile the first time)");
    for (_, file, part) in MODULES {
        bind(&modules.join(file), folder, part, node, output)?;
    }
    let base64 = BASE64_STANDARD.encode(fs::read(folder.join("lkks_bg.wasm"))?);
    fs::write(folder.join("lkks_bg.base64.js"), format!("export const base64 = \"{base64}\";\n"))?;
    for source in stamp::files_in(&node::binding().join("js"))? {
        fs::copy(&source, folder.join(source.file_name().context("no name")?))?;
    }
    let version = format!("export const VERSION = \"{}\";\n", env!("CARGO_PKG_VERSION"));
    fs::write(folder.join("version.js"), version)?;
    Ok(())
}

/// Makes `lkks_PART_bg.wasm` and its glue, `PART_glue.js`, of a compiled module.
fn bind(module: &Path, folder: &Path, part: &str, node: &Node, output: &Output) -> Result<()> {
    let glue = format!("{part}glue");
    cargo()
        .args(["run", "--quiet", "--locked", "--package", "xtask-wasm", "--"])
        .args([module, folder])
        .arg(&glue)
        .run(output)?;
    let generated = folder.join(format!("{glue}_bg.wasm"));
    let optimised = folder.join(format!("lkks_{part}bg.wasm"));
    // Twice: the second run finds what the first has laid bare.
    for module in [&generated, &optimised] {
        node.tool("binaryen/bin/wasm-opt")
            .args(["-Oz", "--reorder-functions", "--strip-debug", "--strip-producers"])
            // The stack lies at the bottom, so that nothing else is there.
            .arg("--low-memory-unused")
            .args(FEATURES)
            .arg(module)
            .arg("--output")
            .arg(&optimised)
            .run(output)?;
    }
    Ok(fs::remove_file(generated)?)
}

fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}

fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// A compiler for the browser.
enum Toolchain {
    Rustup,
    Debian,
}

impl Toolchain {
    /// The first of: what is installed, what rustup can add, what Debian has.
    fn ready(choice: Choice, output: &Output) -> Result<Self> {
        let has_target = has_target()?;
        let (toolchain, how) = match choice {
            Choice::Auto | Choice::Rustup if has_target => (Self::Rustup, "already installed"),
            Choice::Rustup => (Self::Rustup, add_target(output)?),
            Choice::Auto | Choice::Debian if has_debian() => (Self::Debian, "already installed"),
            Choice::Debian => (Self::Debian, install_debian(output)?),
            Choice::Auto => match add_target(output) {
                Ok(how) => (Self::Rustup, how),
                Err(error) => {
                    output.say(format_args!("{error:#}; trying Debian's compiler"));
                    (Self::Debian, install_debian(output)?)
                }
            },
        };
        let name = match toolchain {
            Self::Rustup => "the toolchain in use with the target wasm32-unknown-unknown",
            Self::Debian => "Debian's rustc-web with the standard library from source",
        };
        output.say(format_args!("compiler for the browser: {name} ({how})"));
        Ok(toolchain)
    }

    /// Compiles the modules, and gives the folder they are in.
    fn compile(&self, output: &Output) -> Result<PathBuf> {
        // A folder of its own for each compiler: they would undo each other's work in one.
        let folder = paths::target().join(match self {
            Self::Rustup => "wasm",
            Self::Debian => "wasm-debian",
        });
        // One at a time: together they would share features, and the first module would carry what
        // only the others need.
        for (package, ..) in MODULES {
            let run = match self {
                Self::Rustup => cargo(),
                Self::Debian => Run::new("/usr/bin/cargo")
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("RUSTC_BOOTSTRAP", "1")
                    // It holds rustup's libraries, since rustup's cargo called us.
                    .without_env("LD_LIBRARY_PATH")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker()?),
            };
            let run = run
                .args(["build", "--locked", "--profile", "release-wasm"])
                .args(["--package", package])
                .args(["--target", TARGET, "--target-dir"])
                .arg(&folder)
                .env("CARGO_ENCODED_RUSTFLAGS", flags()?);
            match self {
                Self::Rustup => run,
                Self::Debian => run.arg("-Zbuild-std=std,panic_abort"),
            }
            .run(output)?;
        }
        Ok(folder.join(TARGET).join("release-wasm"))
    }
}

/// The compiler's flags: SHA-256 in its small form, and no paths.
fn flags() -> Result<OsString> {
    let mut flags = cargo::flags_without_paths()?;
    flags.push("\u{1f}--cfg=sha2_backend_soft=\"compact\"");
    Ok(flags)
}

/// Whether the toolchain in use has the standard library for the browser.
fn has_target() -> Result<bool> {
    let folder = Run::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).read()?;
    Ok(Path::new(&folder).is_dir())
}

fn add_target(output: &Output) -> Result<&'static str> {
    Run::new("rustup").args(["target", "add", TARGET]).at_most(PATIENCE).run(output)?;
    ensure!(has_target()?, "rustup added the target, but not to the toolchain in use");
    Ok("added by rustup")
}

/// Whether Debian's compiler is there, with the library's source, and new enough for us.
fn has_debian() -> bool {
    let rustc = |arguments: &[&str]| Run::new("/usr/bin/rustc").args(arguments).read().ok();
    let source = rustc(&["--print", "sysroot"])
        .map(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock"));
    let minor = |version: &str| version.split('.').nth(1)?.parse::<u32>().ok();
    let version = rustc(&["--version"]).and_then(|version| minor(&version));
    Path::new("/usr/bin/cargo").exists()
        && source.is_some_and(|lock| lock.exists())
        && version >= minor(env!("CARGO_PKG_RUST_VERSION"))
}

fn install_debian(output: &Output) -> Result<&'static str> {
    apt::install(&DEBIAN, output)?;
    if !has_debian() {
        let needed = env!("CARGO_PKG_RUST_VERSION");
        bail!(Missing(format!("Debian's rustc-web is not usable (Rust {needed} is needed)")));
    }
    Ok("installed by apt-get")
}

/// The linker of the toolchain in use, which links for the browser as well.
fn linker() -> Result<PathBuf> {
    let ask = |what| Run::new("rustc").args(["--print", what]).read();
    let bin = Path::new("lib/rustlib").join(ask("host-tuple")?).join("bin");
    let linker = Path::new(&ask("sysroot")?).join(bin).join("rust-lld");
    match linker.exists() {
        true => Ok(linker),
        false => bail!(Missing(format!("{} is not there to link with", linker.display()))),
    }
}
