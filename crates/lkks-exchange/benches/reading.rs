//! Reads one file in one of three ways and prints how long it took:
//! `reading calamine|workbook|lkks FILE`.
//!
//! `cargo xtask bench` builds it and holds it against others. `calamine` reads the range of the
//! first sheet and looks at every cell of it; `workbook` is how lkks takes a file into memory, and
//! `lkks` all that it does.
#![allow(clippy::print_stdout, missing_docs, reason = "a program for measuring")]

use calamine::{Data, Reader, Xlsx};
use lkks_exchange::source::{Limits, workbook};
use lkks_exchange::{ReadOptions, read};
use std::error::Error;
use std::io::Cursor;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(how), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("reading calamine|workbook|lkks FILE".into());
    };
    let name = Path::new(&file).file_name().map(|name| name.to_string_lossy().into_owned());
    let start = Instant::now();
    let bytes = std::fs::read(&file)?;
    match how.as_str() {
        "calamine" => {
            let mut book = Xlsx::new(Cursor::new(&bytes[..]))?;
            let range = book.worksheet_range_at(0).ok_or("no sheet")??;
            let filled = range.cells().filter(|(_, _, cell)| **cell != Data::Empty).count();
            tell(start, filled);
        }
        "workbook" => {
            let book = workbook(&bytes, name.as_deref(), &Limits::default())?;
            tell(start, book.sheets.iter().map(|sheet| sheet.filled()).sum());
        }
        "lkks" => {
            let reading = read(&bytes, &ReadOptions { name, ..ReadOptions::default() })?;
            let register = reading.register().ok_or("no register")?;
            tell(start, register.data().organisations.len());
        }
        other => return Err(format!("{other}: calamine, workbook or lkks?").into()),
    }
    Ok(())
}

/// Ends the program at once: taking apart what was read is no part of reading it.
fn tell(start: Instant, count: usize) {
    println!("{{\"wall\": {}, \"count\": {count}}}", start.elapsed().as_secs_f64());
    std::process::exit(0);
}
