//! The cargo that runs us.

use std::env;
use std::ffi::OsString;

use anyhow::Result;

use crate::paths;
use crate::run::Run;

pub(crate) fn cargo() -> Run {
    Run::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Compiler flags that keep the paths of this machine out of what is shipped.
///
/// Panic messages name source files; the home folder of whoever built a release is nobody's
/// business, and without it two machines build the same bytes.
pub(crate) fn flags_without_paths() -> Result<OsString> {
    let mut flags = Vec::new();
    let sysroot = Run::new("rustc").args(["--print", "sysroot"]).read()?;
    let home = env::var_os("CARGO_HOME")
        .or_else(|| env::home_dir().map(|home| home.join(".cargo").into_os_string()));
    flags.push(format!("--remap-path-prefix={sysroot}=/rust"));
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={}=/cargo", home.display()));
    }
    flags.push(format!("--remap-path-prefix={}=/lkks", paths::root().display()));
    // The separator of CARGO_ENCODED_RUSTFLAGS, which lets paths hold spaces.
    Ok(flags.join("\u{1f}").into())
}
