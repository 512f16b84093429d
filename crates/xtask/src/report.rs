//! Doing steps one after the other, counting their tests, and summing up.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::paths;
use crate::run::{Missing, Output};

/// What a step gives to those that need it, or why they cannot run.
pub(crate) type Ready<T> = Result<T, String>;

/// How the tests of a step are counted.
#[derive(Clone, Copy)]
pub(crate) enum Count {
    /// Not at all: it only makes something ready. Failing is still a failure.
    Setup,
    /// The whole step is one check.
    Check,
    /// By the lines `test result: …` of cargo.
    Cargo,
    /// By the last line of pytest.
    Pytest,
    /// By the comments at the end of TAP.
    Tap,
}

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tests {
    passed: usize,
    failed: usize,
    skipped: usize,
}

enum Outcome {
    Done,
    Failed(String),
    Skipped(String),
}

struct Row {
    name: String,
    outcome: Outcome,
    tests: Tests,
    time: Duration,
}

/// All steps so far.
#[derive(Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Does a step, unless what it needs is not there. Whatever comes of it, others can follow.
    pub(crate) fn step<N, T>(
        &mut self,
        name: &str,
        needs: &Ready<N>,
        count: Count,
        work: impl FnOnce(&N, &Output) -> Result<T>,
    ) -> Ready<T> {
        println!("\n{name}");
        let start = Instant::now();
        let log = paths::logs().join(format!("{}.log", name.replace([' ', ','], "-")));
        let result = match needs {
            Ok(needed) => Output::log(&log).and_then(|output| work(needed, &output)),
            Err(reason) => Err(Missing(reason.clone()).into()),
        };
        self.add(name, start, log, count, result)
    }

    fn add<T>(
        &mut self,
        name: &str,
        start: Instant,
        log: PathBuf,
        count: Count,
        result: Result<T>,
    ) -> Ready<T> {
        let text = fs::read_to_string(&log).unwrap_or_default();
        let skipped = result.as_ref().err().is_some_and(|error| error.is::<Missing>());
        let mut tests = if skipped { Tests::default() } else { count.tests(&text, result.is_ok()) };
        let none_ran = tests == Tests::default() && !matches!(count, Count::Setup);
        let result = match result {
            Ok(_) if none_ran => Err(anyhow!("no test ran")),
            other => other,
        };
        let (outcome, ready) = match result {
            Ok(value) => (Outcome::Done, Ok(value)),
            Err(error) => {
                let reason = format!("{error:#}");
                let needed = format!("needs: {name}");
                match skipped {
                    true => (Outcome::Skipped(reason), Err(needed)),
                    false => (Outcome::Failed(reason), Err(needed)),
                }
            }
        };
        let time = start.elapsed();
        match &outcome {
            Outcome::Done => match tests.passed {
                0 | 1 => println!("  ok ({})", seconds(time)),
                passed => println!("  ok: {passed} tests ({})", seconds(time)),
            },
            Outcome::Skipped(reason) => println!("  NOT RUN: {reason}"),
            Outcome::Failed(reason) => {
                // A runner that broke off has not told of the failure itself.
                tests.failed = tests.failed.max(1);
                println!("{text}\n  FAILED: {reason} (the output above is {})", paths::shown(&log));
            }
        }
        self.rows.push(Row { name: name.into(), outcome, tests, time });
        ready
    }

    /// Prints the table and the closing line; whether all is well.
    pub(crate) fn close(&self, strict: bool) -> bool {
        let width = self.rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
        println!("\n{:width$}  result   passed  failed  skipped     time", "step");
        for Row { name, outcome, tests, time } in &self.rows {
            let result = match outcome {
                Outcome::Done => "ok",
                Outcome::Failed(_) => "FAILED",
                Outcome::Skipped(_) => "NOT RUN",
            };
            let Tests { passed, failed, skipped } = tests;
            let time = seconds(*time);
            println!("{name:width$}  {result:7}  {passed:6}  {failed:6}  {skipped:7}  {time:>7}");
        }
        for Row { name, outcome, tests, .. } in &self.rows {
            match outcome {
                Outcome::Done => {}
                Outcome::Failed(reason) => println!("FAILED   {name}: {reason}"),
                Outcome::Skipped(reason) => println!("NOT RUN  {name}: {reason}"),
            }
            if tests.skipped > 0 {
                println!("SKIPPED  {name}: {} of its tests", tests.skipped);
            }
        }
        let is_skipped =
            |row: &Row| matches!(row.outcome, Outcome::Skipped(_)) || row.tests.skipped > 0;
        let skipped = self.rows.iter().any(is_skipped);
        let sum =
            |of: fn(&Tests) -> usize| self.rows.iter().map(|row| of(&row.tests)).sum::<usize>();
        let (passed, failed) = (sum(|tests| tests.passed), sum(|tests| tests.failed));
        println!("the output of every step is in {}", paths::shown(&paths::logs()));
        if strict && skipped {
            println!("what was not run or skipped counts as a failure here (--strict, or CI=true)");
        }
        println!("{passed} passed, {failed} failed");
        failed == 0 && !(strict && skipped)
    }
}

impl Count {
    fn tests(self, log: &str, succeeded: bool) -> Tests {
        match self {
            Self::Setup => Tests::default(),
            Self::Check => Tests { passed: succeeded.into(), ..Tests::default() },
            Self::Cargo => Tests::in_lines(log, "test result: ", &["passed", "failed", "ignored"]),
            Self::Pytest => pytest(log),
            Self::Tap => tap(log),
        }
    }
}

impl Tests {
    /// Adds up `12 passed; 1 failed; …` over all lines with a certain start.
    fn in_lines(log: &str, start: &str, [passed, failed, skipped]: &[&str; 3]) -> Self {
        log.lines().filter_map(|line| line.strip_prefix(start)).fold(
            Self::default(),
            |sum, line| Self {
                passed: sum.passed + number_before(line, passed),
                failed: sum.failed + number_before(line, failed),
                skipped: sum.skipped + number_before(line, skipped),
            },
        )
    }
}

/// `==== 3 failed, 12 passed, 1 skipped, 1 error in 0.05s ====`
fn pytest(log: &str) -> Tests {
    let is_summary = |line: &&str| line.starts_with("===") && line.contains(" in ");
    let line = log.lines().rev().find(is_summary).unwrap_or_default();
    let count = |word| number_before(line, word);
    Tests {
        passed: count("passed") + count("xfailed"),
        failed: count("failed") + count("error") + count("errors") + count("xpassed"),
        skipped: count("skipped"),
    }
}

/// `# pass 12`, `# fail 0`, `# cancelled 0`, `# skipped 0`, `# todo 0`
fn tap(log: &str) -> Tests {
    let count = |word: &str| {
        let prefix = format!("# {word} ");
        let mut numbers =
            log.lines().filter_map(|line| line.strip_prefix(&prefix)?.trim().parse().ok());
        numbers.next_back().unwrap_or(0)
    };
    Tests {
        passed: count("pass"),
        failed: count("fail") + count("cancelled"),
        skipped: count("skipped") + count("todo"),
    }
}

/// The number in front of a word: 12 in `ok. 12 passed; 1 failed`.
fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<&str> =
        line.split([' ', ',', ';', '=']).filter(|part| !part.is_empty()).collect();
    let pairs = words.windows(2).find(|pair| pair[1] == word);
    pairs.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tests(passed: usize, failed: usize, skipped: usize) -> Tests {
        Tests { passed, failed, skipped }
    }

    #[test]
    fn every_binary_of_a_cargo_run_is_counted() {
        let log = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 10 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Count::Cargo.tests(log, false), tests(12, 3, 1));
    }

    #[test]
    fn the_last_line_of_pytest_is_read_in_all_its_forms() {
        for (line, expected) in [
            ("=== 12 passed in 0.05s ===", tests(12, 0, 0)),
            (
                "=== 3 failed, 12 passed, 1 skipped, 2 errors in 61.2s (0:01:01) ===",
                tests(12, 5, 1),
            ),
            ("=== 1 passed, 1 xfailed, 1 xpassed, 1 error in 1s ===", tests(2, 2, 0)),
            ("=== no tests ran in 0.01s ===", tests(0, 0, 0)),
        ] {
            let log = format!("=== short test summary info ===\n{line}\n");
            assert_eq!(Count::Pytest.tests(&log, true), expected, "{line}");
        }
    }

    #[test]
    fn a_node_test_that_hung_counts_as_failed() {
        let log =
            "# tests 4\n# suites 0\n# pass 2\n# fail 0\n# cancelled 1\n# skipped 1\n# todo 0\n";
        assert_eq!(Count::Tap.tests(log, false), tests(2, 1, 1));
    }

    #[test]
    fn a_check_is_one_test() {
        assert_eq!(Count::Check.tests("", true), tests(1, 0, 0));
        assert_eq!(
            Count::Check.tests("", false),
            tests(0, 0, 0),
            "the failure is added by the step"
        );
    }
}
