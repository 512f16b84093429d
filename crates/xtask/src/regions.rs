//! `cargo xtask regions`: the names and codes of the country's regions, as `lkks-regions` carries
//! them.
//!
//! They are taken from one version of one npm package, told by its digest, and coded as the README
//! beside the data says. The same package gives the same bytes; `--check` proves that it did. This
//! is no step of the tests, since it asks a registry.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha512};

use crate::paths;
use crate::run::{Missing, Output, Run};

const PACKAGE: &str = "idn-area-data@4.0.1";
/// SHA-512 of its archive, as npm tells it.
const INTEGRITY: &str =
    "PhNSIl5T7swVwwWxJOFMtCaeHAF9TUu0HLDf+36EIWZro9j7au83AFIJiBQGL+iRsBDA2OlpJ5fjiqxNYndzOQ==";
/// Its tables, from the widest regions, and how many each has.
const TABLES: [(&str, usize); 4] =
    [("provinces", 38), ("regencies", 514), ("districts", 7_285), ("villages", 83_762)];
const DATA: &str = "crates/lkks-regions/data/regions.bin";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Write nothing; fail when what is committed is not what the package gives.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(options: &Options, output: &Output) -> Result<()> {
    let folder = paths::unfinished()?;
    let regions = regions(&tables(&archive(folder.path(), output)?)?)?;
    let made = deflated(&coded(&regions)?)?;
    let place = paths::root().join(DATA);
    if options.check {
        let current = fs::read(&place).unwrap_or_default();
        ensure!(current == made, "not current, `cargo xtask regions` makes it anew: {DATA}");
        return Ok(());
    }
    fs::write(&place, &made).with_context(|| format!("cannot write {DATA}"))?;
    output.say(format_args!("wrote {DATA}: {} regions in {} bytes", regions.len(), made.len()));
    Ok(())
}

/// The package as npm's registry holds it.
fn archive(folder: &Path, output: &Output) -> Result<Vec<u8>> {
    let npm = which::which("npm").map_err(|_| Missing("npm was not found".into()))?;
    Run::new(npm).args(["pack", "--silent", PACKAGE]).folder(folder).run(output)?;
    let archive = fs::read(folder.join(format!("{}.tgz", PACKAGE.replace('@', "-"))))?;
    let found = BASE64_STANDARD.encode(Sha512::digest(&archive));
    ensure!(found == INTEGRITY, "{PACKAGE} has the digest {found}, not {INTEGRITY}");
    Ok(archive)
}

/// The texts of the tables in an archive, in the order of [`TABLES`].
fn tables(archive: &[u8]) -> Result<Vec<String>> {
    let mut found = BTreeMap::new();
    for entry in tar::Archive::new(GzDecoder::new(archive)).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let mut text = String::new();
            entry.read_to_string(&mut text)?;
            found.insert(path, text);
        }
    }
    let mut table = |name| found.remove(Path::new(&format!("package/data/{name}.csv")));
    TABLES.iter().map(|(name, _)| table(name).with_context(|| format!("no {name}.csv"))).collect()
}

/// The names by their codes; a region comes before those that it holds.
fn regions(tables: &[String]) -> Result<BTreeMap<String, String>> {
    let mut regions = BTreeMap::new();
    for (text, (table, count)) in tables.iter().zip(TABLES) {
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let headings = rows.headers()?.clone();
        let column = |name| headings.iter().position(|heading| heading == name);
        let (code, name) = column("code").zip(column("name")).context("no code or no name")?;
        let before = regions.len();
        for row in rows.records() {
            let row = row?;
            let (code, name) = row.get(code).zip(row.get(name)).context("a short row")?;
            ensure!(!name.trim().is_empty() && !name.contains('\n'), "{code} has no name");
            if let Some((parent, _)) = code.rsplit_once('.') {
                ensure!(regions.contains_key(parent), "{code} has no parent");
            }
            ensure!(regions.insert(code.to_owned(), name.to_owned()).is_none(), "{code} twice");
        }
        let found = regions.len() - before;
        ensure!(found == count, "{table} has {found} regions, not {count}");
    }
    Ok(regions)
}

/// First how many regions each region holds and their numbers, level by level, as differences; then
/// the names in the order of their codes, each with a line end.
fn coded(regions: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut held: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for code in regions.keys() {
        held.entry(code.rsplit_once('.').map_or("", |(parent, _)| parent)).or_default().push(code);
    }
    let mut bytes = Vec::new();
    let mut level = vec![""];
    for _ in TABLES {
        let mut next = Vec::new();
        for region in level {
            let held = held.get(region).map_or(&[][..], Vec::as_slice);
            number(held.len(), &mut bytes);
            let mut last = 0;
            for code in held {
                let own = code.rsplit_once('.').map_or(*code, |(_, own)| own).parse::<usize>()?;
                number(own - last, &mut bytes);
                last = own;
            }
            next.extend(held);
        }
        level = next;
    }
    for name in regions.values() {
        bytes.extend(name.as_bytes());
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// A number as LEB128: seven bits a byte, the lowest first, the eighth says that there is more.
fn number(mut number: usize, bytes: &mut Vec<u8>) {
    loop {
        let seven = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(seven);
            return;
        }
        bytes.push(seven | 0x80);
    }
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `lkks-regions` has a test that reads the same bytes.
    #[test]
    fn regions_are_coded_by_level_and_named_by_code() -> Result<()> {
        let regions = [
            ("33", "Jateng"),
            ("33.75", "Kota"),
            ("33.75.01", "Barat"),
            ("33.75.01.1002", "Medono"),
            ("33.75.01.1003", "Podosugih"),
            ("33.75.02", "Timur"),
        ];
        let regions = regions.map(|(code, name)| (code.to_owned(), name.to_owned()));
        let mut bytes = vec![1, 33, 1, 75, 2, 1, 1, 2, 0xea, 7, 1, 0];
        bytes.extend("Jateng\nKota\nBarat\nMedono\nPodosugih\nTimur\n".bytes());
        assert_eq!(coded(&regions.into())?, bytes);
        Ok(())
    }

    #[test]
    fn a_table_of_another_size_is_refused() {
        let table = "code,name\n11,Aceh\n".to_owned();
        let error = regions(&[table]).map_err(|error| error.to_string());
        assert_eq!(error.unwrap_err(), "provinces has 1 regions, not 38");
    }
}
