//! A register as a [Frictionless](https://datapackage.org) data package: plain CSV tables with a
//! descriptor of their columns, types and keys, for those who work with databases and statistics.
//!
//! The tables hold everything but texts that are empty; what a later register has beyond them is
//! listed when it is written. Which tables there are is in `tables`, filling them in `rows`, and
//! telling of them in `descriptor`.
//!
//! A text that a spreadsheet would run as a formula has an apostrophe before it, as in the
//! [CSV](crate::csv) of one table.

mod descriptor;
mod rows;
mod tables;

use crate::lost::Lost;
use crate::rest::Open;
use lkks::message::Code;
use lkks::{Error, Problem, Register};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The name of the format where it cannot hold something.
const FORMAT: &str = "data package";

/// A file of a package: its name and its bytes.
pub type PackageFile = (String, Vec<u8>);

/// The files of a data package, the descriptor first, and what they do not hold.
///
/// What is not held is in the list, as warnings `not-held` with the path in the register.
///
/// ```
/// use lkks::Register;
/// use lkks_exchange::write_data_package;
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
///     "organisations": [{ "id": "LKS-001", "name": "=1+1", "founded": "2010" }]
/// }"#)?;
/// let (files, lost) = write_data_package(&register);
/// assert_eq!(files[0].0, "datapackage.json");
/// let organisations = files.iter().find(|(name, _)| name == "organisations.csv").unwrap();
/// assert!(String::from_utf8_lossy(&organisations.1).contains("\nLKS-001,'=1+1,,,2010,"));
/// assert!(lost.is_empty());
/// # Ok::<(), lkks::Error>(())
/// ```
pub fn write_data_package(register: &Register) -> (Vec<PackageFile>, Vec<Problem>) {
    let lost = Lost::to(FORMAT);
    let filled = {
        let mut open = Open::register(register, &lost);
        // It says how the JSON of a register is laid out, which this is not.
        open.take("format");
        // The descriptor has it.
        open.take("notice");
        rows::fill(&mut open, &lost)
    };
    let mut files = vec![("datapackage.json".to_owned(), descriptor::text(register).into_bytes())];
    for (table, rows) in filled {
        files.push((format!("{}.csv", table.name), rows::csv(table, &rows)));
    }
    (files, lost.into_problems())
}

/// The files of a package in one zip, which is the same whenever the files are.
///
/// ```
/// use lkks::Register;
/// use lkks_exchange::{write_data_package, zip_data_package};
/// let json = r#"{ "body": { "name": "LKKS Contoh", "level": "regency" } }"#;
/// let (files, _) = write_data_package(&Register::from_json(json)?);
/// let zip = zip_data_package(&files)?;
/// assert!(zip.starts_with(b"PK"));
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `too-large` where a file has 4 GiB or more.
pub fn zip_data_package(files: &[PackageFile]) -> Result<Vec<u8>, Error> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No clock: the first day that a zip knows.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in files {
        let written = zip.start_file(name.as_str(), options);
        written
            .map_err(std::io::Error::from)
            .and_then(|()| zip.write_all(bytes))
            .map_err(|error| too_large(&format!("{name}: {error}")))?;
    }
    let bytes = zip.finish().map_err(|error| too_large(&error.to_string()))?;
    Ok(bytes.into_inner())
}

fn too_large(value: &str) -> Error {
    Problem::error(Code::TooLarge).value(value).expected("4 GiB").into()
}

#[cfg(test)]
mod tests;
