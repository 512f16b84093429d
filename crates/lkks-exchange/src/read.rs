//! Reading a file that somebody keeps a register in: whatever form it has, what is understood
//! becomes a register, and every doubt is told with its place.

use crate::csv::{CsvOptions, read_csv};
use crate::hsds::read_hsds;
use crate::options::Options;
use crate::popolo::read_popolo;
use crate::reading::Reading;
use crate::source::{Format, Limits, records, workbook};
use crate::standard::StandardOptions;
use crate::table::mapping::Mapping;
use crate::table::tables;
use crate::workbook::{Cell, Sheet, Workbook};
use lkks::body::Body;
use lkks::message::Code;
use lkks::{Date, Error, Problem, Register};
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a file does not say itself.
///
/// ```
/// use lkks_exchange::ReadOptions;
/// let options = ReadOptions::from_json(r#"{
///     "body": { "name": "LKKS Kota Contoh", "level": "regency", "region": "33.75" },
///     "mapping": { "columns": [{ "heading": "No. Tgl. SK", "field": "registration" }] },
///     "joined": "2024-05-20"
/// }"#)?;
/// assert_eq!(options.mapping.columns.len(), 1);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The name of the file, which tells forms apart that look alike and names the sheet of a CSV.
    pub name: Option<String>,
    /// The body whose organisations the rows are; without it, what the file says of one.
    pub body: Option<Body>,
    /// What columns hold whose headings do not say it. A column is named by its `heading`, by its
    /// letter (`column`), or by both where a heading stands twice; see [`Mapping`].
    pub mapping: Mapping,
    /// Since when every organisation is a member whose row does not say it. Without it, nobody is
    /// taken to be a member whose row does not say so.
    pub joined: Option<Date>,
}

impl ReadOptions {
    /// Options from JSON: a table of `name`, `body`, `mapping` and `joined`, each as it may be left
    /// out.
    ///
    /// ```
    /// use lkks_exchange::ReadOptions;
    /// assert_eq!(ReadOptions::from_json("{}")?, ReadOptions::default());
    /// let error = ReadOptions::from_json(r#"{ "body": { "name": "LKKS", "level": "x" }, "joined": 1 }"#);
    /// let problems = error.unwrap_err();
    /// let paths: Vec<_> = problems.problems().iter().map(|p| p.path.as_str()).collect();
    /// assert_eq!(paths, ["options.body.level", "options.joined"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the text, under the path `options`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let mut given = Options::of(text, &["name", "body", "mapping", "joined"])?;
        let options = Self {
            name: given.text("name"),
            body: given.take("body", |body| Body::from_json(&body.to_string())),
            mapping: given.take("mapping", Mapping::from_tree).unwrap_or_default(),
            joined: given.parsed("joined", "date"),
        };
        given.finish(options)
    }
}

/// Reads a file that somebody keeps a register in: xlsx, xls, ods, or text with separators, as
/// people write them; the plain [CSV](crate::csv) and the JSON of lkks; HSDS and Popolo; a list of
/// flat tables in JSON, one for each row.
///
/// What is understood becomes a register, and what is not is told: nothing stops at the first
/// problem, and nothing is left out in silence.
///
/// ```
/// use lkks_exchange::{ReadOptions, read};
/// let table = "\
/// DATA LKS KOTA PEKALONGAN;;;;\n\
/// No;Nama LKS;Kec.;Akreditasi;Th. Akreditasi\n\
/// 1;Yayasan Contoh;Pklg. Utara;Terakreditasi B;2021\n";
/// let reading = read(table.as_bytes(), &ReadOptions::default())?;
/// let register = reading.into_register()?;
/// let verdicts = register.assess(&lkks::RuleBook::indonesia(), lkks::calendar::date(2022, 5, 20)?)?;
/// assert_eq!(verdicts.verdict("LKS-001")?.accreditation.standing.grade.as_deref(), Some("B"));
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// Why the file cannot be read at all: another format, locked, damaged or too large; for JSON and
/// the plain CSV every problem of the text.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, Error> {
    let name = options.name.as_deref();
    match Format::of(bytes, name)? {
        Format::Json => json(bytes, options),
        Format::Csv if is_plain(bytes) => plain(bytes, options),
        _ => {
            let workbook = workbook(bytes, name, &Limits::default())?;
            Ok(tables::read(workbook, options))
        }
    }
}

/// Reads tables that are no file: of a data frame, say.
///
/// ```
/// use lkks_exchange::workbook::{Cell, Sheet, Workbook};
/// use lkks_exchange::{ReadOptions, read_workbook};
/// let mut sheet = Sheet::new("LKS");
/// sheet.push(0, 0, Cell::Text("Nama LKS"));
/// sheet.push(0, 1, Cell::Text("Kode Wilayah"));
/// sheet.push(1, 0, Cell::Text("Yayasan Contoh"));
/// sheet.push(1, 1, Cell::Text("33.75.01"));
/// let workbook = Workbook { sheets: vec![sheet], ..Workbook::default() };
/// let body = lkks::body::Body::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
/// let options = ReadOptions { body: Some(body), ..ReadOptions::default() };
/// let register = read_workbook(workbook, &options)?.into_register()?;
/// assert_eq!(register.data().organisations.len(), 1);
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// None as yet: whatever is wrong is among the problems.
pub fn read_workbook(workbook: Workbook, options: &ReadOptions) -> Result<Reading, Error> {
    Ok(tables::read(workbook, options))
}

/// A register that was read without a doubt.
fn whole(register: Register) -> Reading {
    let problems = register.warnings().to_vec();
    let (mapping, workbook, fates) = (Mapping::default(), Arc::default(), Arc::default());
    Reading { register: Some(register), problems, mapping, workbook, fates }
}

/// JSON of a register, or of one of the standards, told apart by the keys of the whole.
fn json(bytes: &[u8], options: &ReadOptions) -> Result<Reading, Error> {
    let text = utf8(bytes)?;
    if let Some(workbook) = listed(text, options)? {
        return Ok(tables::read(workbook, options));
    }
    let keys: BTreeMap<String, IgnoredAny> = serde_json::from_str(text).unwrap_or_default();
    let has = |names: &[&str]| names.iter().any(|name| keys.contains_key(*name));
    let options = || StandardOptions { body: options.body.clone() };
    if has(&["body"]) {
        Register::from_json(text).map(whole)
    } else if has(&["contents", "services"]) || text.trim_start().starts_with('[') {
        read_hsds(text, &options()).map(told)
    } else if has(&["organizations", "persons", "posts"]) {
        read_popolo(text, &options()).map(told)
    } else {
        Register::from_json(text).map(whole)
    }
}

/// The table of a list of rows. Such a list is HSDS where a UUID names its first entry.
fn listed(text: &str, options: &ReadOptions) -> Result<Option<Workbook>, Error> {
    if !text.trim_start().starts_with('[') {
        return Ok(None);
    }
    let name = options.name.as_deref();
    let Some(workbook) = records::workbook(text, name, &Limits::default())? else {
        return Ok(None);
    };
    let is_uuid = |sheet: &Sheet| {
        let id = (0..sheet.columns()).find(|column| sheet.cell(0, *column) == Cell::Text("id"));
        let id = id.map(|column| sheet.cell(1, column));
        matches!(id, Some(Cell::Text(id)) if uuid::Uuid::try_parse(id).is_ok())
    };
    Ok(if workbook.sheets.iter().any(is_uuid) { None } else { Some(workbook) })
}

/// A register of a standard, with what could not be taken over.
fn told((register, problems): (Register, Vec<Problem>)) -> Reading {
    let reading = whole(register);
    Reading { problems: problems.into_iter().chain(reading.problems).collect(), ..reading }
}

/// Whether it is the CSV that lkks itself writes: its first line of headings names `id` and `name`.
fn is_plain(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# "));
    let headings: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    headings.contains(&"id") && headings.contains(&"name")
}

fn plain(bytes: &[u8], options: &ReadOptions) -> Result<Reading, Error> {
    read_csv(utf8(bytes)?, &CsvOptions { body: options.body.clone() }).map(whole)
}

fn utf8(bytes: &[u8]) -> Result<&str, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes)
        .map_err(|error| Problem::error(Code::UnreadableFile).value(error).into())
}
