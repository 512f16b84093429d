//! Where things are, and where this program puts what it makes.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::Result;
use tempfile::TempDir;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest)
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    let configured = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(configured.unwrap_or_else(|| "target".into()))
}

/// Tools set up for this checkout; git-ignored, and outlives `cargo clean`.
pub(crate) fn tools() -> PathBuf {
    root().join(".lkks")
}

/// Waits until no other run is at work in this checkout, and clears what an interrupted one left.
///
/// The lock is that of the system, so it ends with the process that holds it, however that ends.
pub(crate) fn alone() -> Result<File> {
    fs::create_dir_all(tools())?;
    let lock = File::create(tools().join("lock"))?;
    if let Err(TryLockError::WouldBlock) = lock.try_lock() {
        println!("waiting for another `cargo xtask` in this checkout");
        lock.lock()?;
    }
    if partial().exists() {
        fs::remove_dir_all(partial())?;
    }
    fs::create_dir(partial())?;
    Ok(lock)
}

/// A new folder in which to make something that is then moved to its place.
pub(crate) fn unfinished() -> Result<TempDir> {
    Ok(tempfile::tempdir_in(partial())?)
}

fn partial() -> PathBuf {
    tools().join("partial")
}

/// The output of every step of the tests.
pub(crate) fn logs() -> PathBuf {
    target().join("xtask-logs")
}

/// The path as a reader in the root of the repository would type it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
