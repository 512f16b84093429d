//! The Rust example in the README is `src/readme.rs`, and prints what the README says.
#![allow(missing_docs, reason = "a test")]

use std::path::Path;
use std::process::Command;

type Tested = Result<(), Box<dyn std::error::Error>>;

const README: &str = include_str!("../../../README.md");

/// The only code block of the README in this language.
fn block(language: &str) -> Option<&'static str> {
    let (_, after) = README.split_once(&format!("\n```{language}\n"))?;
    let (block, rest) = after.split_once("```\n")?;
    (!rest.contains(&format!("\n```{language}\n"))).then_some(block)
}

#[test]
fn the_example_is_the_one_that_is_compiled() -> Tested {
    let shown = block("rust").ok_or("the README has one block of Rust")?;
    let compiled = include_str!("../src/readme.rs");
    assert!(compiled.ends_with(&format!("\n\n{shown}")), "README.md and src/readme.rs differ");
    Ok(())
}

#[test]
fn the_example_prints_what_the_readme_says() -> Tested {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let run = Command::new(env!("CARGO_BIN_EXE_lkks-readme")).current_dir(root).output()?;
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let shown = block("text").ok_or("the README has one block of text")?;
    assert_eq!(String::from_utf8(run.stdout)?, shown);
    Ok(())
}
