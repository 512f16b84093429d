//! Where things are, and where this program puts what it makes.

use std::env;
use std::path::{Path, PathBuf};

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

/// The output of every step of the tests.
pub(crate) fn logs() -> PathBuf {
    target().join("xtask-logs")
}

/// The path as a reader in the root of the repository would type it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
