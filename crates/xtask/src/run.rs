//! Running other programs, saying which, and keeping what they print.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::paths;

/// Something the machine lacks and this program cannot supply: a reason to skip, not a failure.
#[derive(Debug)]
pub(crate) struct Missing(pub(crate) String);

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Missing {}

/// Where a program's output goes: to the terminal as it comes, or into a log.
pub(crate) struct Output {
    log: Option<File>,
}

impl Output {
    pub(crate) fn terminal() -> Self {
        Self { log: None }
    }

    pub(crate) fn log(path: &Path) -> Result<Self> {
        let log = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(Self { log: Some(log) })
    }

    /// Tells the reader what is being done.
    pub(crate) fn say(&self, what: impl fmt::Display) {
        println!("  {what}");
        self.note(what);
    }

    /// Tells the log alone.
    fn note(&self, what: impl fmt::Display) {
        if let Some(mut log) = self.log.as_ref() {
            // The log is a help to the reader; failing to write it must not fail the work.
            let _ = writeln!(log, "  {what}");
        }
    }

    fn streams(&self) -> Result<(Stdio, Stdio)> {
        Ok(match &self.log {
            // One file for both, so that errors stand beside the output they belong to.
            Some(log) => (log.try_clone()?.into(), log.try_clone()?.into()),
            None => (Stdio::inherit(), Stdio::inherit()),
        })
    }
}

/// One call of one program, from the root of the repository unless told otherwise.
pub(crate) struct Run {
    command: Command,
    limit: Duration,
}

impl Run {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(paths::root()).stdin(Stdio::null());
        // Long enough for any step on a slow machine; a hang must still end with a summary.
        Self { command, limit: Duration::from_secs(3600) }
    }

    pub(crate) fn args<I: IntoIterator<Item: AsRef<OsStr>>>(mut self, arguments: I) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn arg(self, argument: impl AsRef<OsStr>) -> Self {
        self.args([argument])
    }

    pub(crate) fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    pub(crate) fn at_most(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// Runs it, showing the command first; an error if it does not end well.
    pub(crate) fn run(mut self, output: &Output) -> Result<()> {
        let shown = self.shown();
        output.say(format_args!("$ {shown}"));
        let (stdout, stderr) = output.streams()?;
        let start = Instant::now();
        let mut child = (self.command.stdout(stdout).stderr(stderr).spawn())
            .with_context(|| format!("cannot run `{shown}`"))?;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if start.elapsed() > self.limit {
                child.kill()?;
                child.wait()?;
                bail!("`{shown}` was stopped after {} s", self.limit.as_secs());
            }
            thread::sleep(Duration::from_millis(10));
        };
        match status.success() {
            true => Ok(()),
            false => bail!("`{shown}` ended with {status}"),
        }
    }

    /// Runs it for what it prints; an error with all it said if it does not end well.
    pub(crate) fn read(mut self) -> Result<String> {
        let shown = self.shown();
        let output = self.command.output().with_context(|| format!("cannot run `{shown}`"))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("`{shown}` ended with {}: {}", output.status, said.trim());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// The command as a reader in the root of the repository would type it.
    fn shown(&self) -> String {
        let program = Path::new(self.command.get_program());
        let name = match program.starts_with(paths::root()) {
            true => paths::shown(program),
            false => program.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        };
        let root = format!("{}/", paths::root().display());
        let words = self.command.get_args().map(|word| word.to_string_lossy().replace(&root, ""));
        [name].into_iter().chain(words).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn logged(run: Run) -> Result<(Result<()>, String)> {
        let folder = tempfile::tempdir()?;
        let log = folder.path().join("log");
        let result = run.run(&Output::log(&log)?);
        Ok((result, std::fs::read_to_string(log)?))
    }

    #[test]
    fn a_program_that_hangs_is_stopped() -> Result<()> {
        let start = Instant::now();
        let (result, _) = logged(Run::new("sleep").arg("30").at_most(Duration::from_millis(50)))?;
        assert!(result.is_err());
        assert!(start.elapsed() < Duration::from_secs(10));
        Ok(())
    }

    #[test]
    fn the_log_holds_the_command_and_both_streams_in_their_order() -> Result<()> {
        let script = "echo one; echo two >&2; echo three; exit 4";
        let (result, log) = logged(Run::new("sh").args(["-c", script]))?;
        assert_eq!(log, format!("  $ sh -c {script}\none\ntwo\nthree\n"));
        assert!(result.is_err_and(|error| error.to_string().ends_with("exit status: 4")));
        Ok(())
    }
}
