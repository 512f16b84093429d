//! Debian packages, where the machine has apt and lets us use it.

use anyhow::Result;

use crate::run::{Missing, Output, Run};

/// Installs packages as root or through a sudo that asks no questions.
pub(crate) fn install(packages: &[&str], output: &Output) -> Result<()> {
    let names = packages.join(" ");
    let prefix = privileged().ok_or_else(|| {
        Missing(format!("{names}: neither apt-get as root nor sudo without a password is there"))
    })?;
    let apt = |words: &[&str]| {
        let all: Vec<&str> = prefix.iter().chain(&["apt-get"]).chain(words).copied().collect();
        let (program, arguments) = all.split_first().unwrap_or((&"apt-get", &[]));
        Run::new(program).args(arguments).env("DEBIAN_FRONTEND", "noninteractive").run(output)
    };
    let installed = apt(&["update"]).and_then(|()| {
        let options = ["install", "--yes", "--no-install-recommends"];
        apt(&options.iter().chain(packages).copied().collect::<Vec<_>>())
    });
    installed.map_err(|error| Missing(format!("{names} could not be installed: {error:#}")).into())
}

/// What to put before `apt-get`, if it can be used at all.
fn privileged() -> Option<&'static [&'static str]> {
    which::which("apt-get").ok()?;
    if Run::new("id").arg("-u").read().ok()? == "0" {
        return Some(&[]);
    }
    let sudo: &[&str] = &["sudo", "-n"];
    Run::new("sudo").args(["-n", "true"]).read().ok().map(|_| sudo)
}
