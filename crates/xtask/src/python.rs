//! Python: a virtual environment with pinned tools, and the wheel in it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::apt;
use crate::cargo;
use crate::paths;
use crate::run::{Missing, Output, Run};
use crate::stamp::{self, Inputs};

/// The oldest Python that the wheel is for.
const OLDEST: (u32, u32) = (3, 10);

/// A virtual environment of this checkout.
#[derive(Clone)]
pub(crate) struct Venv {
    folder: PathBuf,
}

impl Venv {
    /// With what builds the wheel, and what its command line draws with.
    pub(crate) fn for_building(output: &Output) -> Result<Self> {
        let venv = Self::ready(output)?;
        venv.install("build", output)?;
        venv.install("cli", output)?;
        Ok(venv)
    }

    /// With what builds and what tests the wheel.
    pub(crate) fn for_testing(output: &Output) -> Result<Self> {
        let venv = Self::for_building(output)?;
        venv.install("test", output)?;
        Ok(venv)
    }

    /// With what tests the wheel on a cluster as well: half a gigabyte, most of which is Spark.
    pub(crate) fn with_spark(&self, output: &Output) -> Result<Self> {
        output.say("making Spark ready (the first time takes a minute or two)");
        self.install("spark", output)?;
        Ok(self.clone())
    }

    /// With what builds the wheel and what its reading is compared with.
    pub(crate) fn for_benching(output: &Output) -> Result<Self> {
        let venv = Self::for_building(output)?;
        venv.install("bench", output)?;
        Ok(venv)
    }

    fn ready(output: &Output) -> Result<Self> {
        let python = find(output)?;
        let venv = Self { folder: paths::tools().join("venv") };
        let folder = &venv.folder;
        // Its version by the letter, since an environment does not outlive the Python it is of.
        let version = Run::new(&python).args(["-c", "import sys; print(sys.version)"]).read()?;
        let inputs = Inputs::default().text(&python.to_string_lossy()).text(&version);
        stamp::unless_current(&paths::tools().join("venv.stamp"), inputs, || {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
            output.say(format_args!("making a virtual environment in {}", paths::shown(folder)));
            let create = || Run::new(&python).args(["-m", "venv"]).arg(folder);
            if create().run(output).is_ok() {
                return Ok(());
            }
            // Debian's Python comes without the part that makes environments with pip in them.
            apt::install(&["python3-venv"], output)?;
            create().args(["--clear"]).run(output)
        })?;
        Ok(venv)
    }

    /// Installs one of the pinned lists of tools.
    fn install(&self, list: &str, output: &Output) -> Result<()> {
        let file = binding().join(format!("requirements-{list}.txt"));
        let stamp = self.folder.join(format!("{list}.stamp"));
        stamp::unless_current(&stamp, Inputs::default().file(&file)?, || {
            // The lists are complete, so nothing may be drawn in that is not pinned.
            self.pip("install").arg("--no-deps").arg("--requirement").arg(&file).run(output)
        })
    }

    /// Builds the wheel and installs it, if it is not the one that is there.
    pub(crate) fn install_wheel(&self, output: &Output) -> Result<()> {
        output.say("building the wheel (the first time takes a minute or two)");
        let partial = paths::unfinished()?;
        self.module("maturin")
            .args(["build", "--release", "--locked", "--out"])
            .arg(partial.path())
            .arg("--manifest-path")
            .arg(binding().join("Cargo.toml"))
            // A folder of its own: PyO3 is built again whenever another Python asks for it.
            .arg("--target-dir")
            .arg(paths::target().join("python"))
            // No clock in the wheel, so that the same source is the same file and is known again.
            .env("SOURCE_DATE_EPOCH", "315532800")
            .env("CARGO_ENCODED_RUSTFLAGS", cargo::flags_without_paths()?)
            .run(output)?;
        let wheel = match stamp::files_in(partial.path())?.as_slice() {
            [wheel] => wheel.clone(),
            files => bail!("maturin made {} files instead of one wheel", files.len()),
        };
        let inputs = Inputs::default().file(&wheel)?;
        stamp::unless_current(&self.folder.join("wheel.stamp"), inputs, || {
            let options = ["--no-deps", "--no-index", "--force-reinstall", "--quiet"];
            self.pip("install").args(options).arg(&wheel).run(output)
        })
    }

    /// `python -m NAME`: programs are called as modules, whose path is never too long for a `#!`.
    pub(crate) fn module(&self, name: &str) -> Run {
        Run::new(self.interpreter())
            .args(["-m", name])
            .env("PYTHONUTF8", "1")
            .env("VIRTUAL_ENV", &self.folder)
            .without_env("PYTHONPATH")
            .without_env("PYTHONHOME")
    }

    pub(crate) fn interpreter(&self) -> PathBuf {
        let inner = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
        self.folder.join(inner)
    }

    /// A search path on which this Python comes first, as in an activated environment.
    pub(crate) fn search_path(&self) -> Result<OsString> {
        let own = self.interpreter().parent().map(Path::to_path_buf);
        let others = env::var_os("PATH").unwrap_or_default();
        Ok(env::join_paths(own.into_iter().chain(env::split_paths(&others)))?)
    }

    fn pip(&self, command: &str) -> Run {
        self.module("pip").args([command, "--disable-pip-version-check"])
    }
}

/// The folder of the Python binding.
pub(crate) fn binding() -> PathBuf {
    paths::root().join("bindings/python")
}

/// A Python that is new enough: the one named by `LKKS_PYTHON`, or one on the path.
fn find(output: &Output) -> Result<PathBuf> {
    let named = env::var_os("LKKS_PYTHON").map(PathBuf::from);
    let usual = ["python3", "python"].iter().filter_map(|name| which::which(name).ok());
    let mut found = Vec::new();
    for python in named.into_iter().chain(usual) {
        match version(&python) {
            Ok(version) if version >= OLDEST => return Ok(python),
            Ok((major, minor)) => found.push(format!("{} is {major}.{minor}", python.display())),
            Err(error) => output.say(format_args!("{}: {error:#}", python.display())),
        }
    }
    let (major, minor) = OLDEST;
    let found = if found.is_empty() { "none was found".into() } else { found.join(", ") };
    Err(Missing(format!("Python {major}.{minor} or later is needed: {found}")).into())
}

fn version(python: &Path) -> Result<(u32, u32)> {
    let script = "import sys; print(*sys.version_info[:2])";
    let printed = Run::new(python).args(["-c", script]).read()?;
    let (major, minor) = printed.split_once(' ').context("no version")?;
    Ok((major.parse()?, minor.parse()?))
}
