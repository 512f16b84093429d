//! A Chromium to show pages in.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::apt;
use crate::run::{Missing, Output, Run};

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
    if let Some(named) = env::var_os("LKKS_CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install(&["chromium"], output)?;
    find()
        .ok_or_else(|| Missing("the chromium that apt-get installed does not start".into()).into())
}

fn find() -> Option<PathBuf> {
    PLACES.iter().filter_map(|place| which::which(place).ok()).find(starts)
}

/// Ubuntu's package `chromium` is a note that it is to be had elsewhere. (On Windows, asking for
/// the version opens a window.)
fn starts(chromium: &PathBuf) -> bool {
    cfg!(windows) || Run::new(chromium).arg("--version").read().is_ok()
}
