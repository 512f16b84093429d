//! A Chromium to show pages in.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::apt;
use crate::run::Output;

/// Where a Chromium may be: on the path, or where it installs itself elsewhere.
const PLACES: [&str; 7] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The Chromium named by `LKKS_CHROMIUM`, one that is installed, or Debian's.
pub(crate) fn ready(output: &Output) -> Result<PathBuf> {
    if let Some(named) = env::var_os("LKKS_CHROMIUM").map(PathBuf::from).or_else(find) {
        return Ok(named);
    }
    apt::install(&["chromium"], output)?;
    Ok(which::which("chromium")?)
}

fn find() -> Option<PathBuf> {
    PLACES.iter().find_map(|place| which::which(place).ok())
}
