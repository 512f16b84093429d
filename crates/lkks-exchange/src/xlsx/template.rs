//! An empty workbook to fill in: the headings of the sheet of organisations with notes, lists to
//! choose from, checks of days and numbers, and instructions. What is filled in is read back
//! without a remark.
//!
//! Its columns are in `template/fields`, the lists in `template/lists`, the checks of cells in
//! `template/checks`, and the instructions in `template/instructions`.

mod checks;
mod fields;
mod instructions;
mod lists;

use super::look::{self, Look};
use super::{body, day, notes, organisations, said, workbook, written};
use crate::options::{Options, wrong_type};
use crate::table::field::Field;
use fields::Asked;
use lists::Lists;
use lkks::body::Body;
use lkks::message::{Code, Text};
use lkks::region::RegionCode;
use lkks::{Error, Lang, Problem};
use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a template is for.
///
/// ```
/// use lkks_exchange::TemplateOptions;
/// let options = TemplateOptions::default();
/// assert_eq!(options.rows, 500);
/// assert!(options.body.is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateOptions {
    /// The language of headings and texts; notes on headings are in both.
    pub lang: Lang,
    /// The body whose register it is for; it is asked for where none is given.
    pub body: Option<Body>,
    /// Names of regions, of which kecamatan and kelurahan are offered.
    pub regions: BTreeMap<RegionCode, String>,
    /// Papers to ask for, by the names that rule packs give them.
    pub documents: Vec<String>,
    /// For how many organisations there is room, at most 100,000.
    pub rows: u32,
}

impl Default for TemplateOptions {
    fn default() -> Self {
        Self {
            lang: Lang::Id,
            body: None,
            regions: BTreeMap::new(),
            documents: Vec::new(),
            rows: 500,
        }
    }
}

impl TemplateOptions {
    /// A template for this body, with the names of the regions in its own where they are known.
    ///
    /// ```
    /// use lkks::body::Body;
    /// use lkks_exchange::TemplateOptions;
    /// let json = r#"{ "name": "LKKS Contoh", "level": "regency", "region": "33.75" }"#;
    /// let options = TemplateOptions::of(Body::from_json(json)?);
    /// assert_eq!(options.regions[&"33.75.01".parse()?], "Pekalongan Barat");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[must_use]
    pub fn of(body: Body) -> Self {
        let regions = body.region.as_ref().map(regions_in).unwrap_or_default();
        Self { body: Some(body), regions, ..Self::default() }
    }

    /// Options from JSON: a table of `lang`, `body`, `regions`, `documents` and `rows`, each as it
    /// may be left out; without `regions`, those of the body's own region.
    ///
    /// ```
    /// use lkks_exchange::TemplateOptions;
    /// assert_eq!(TemplateOptions::from_json("{}")?, TemplateOptions::default());
    /// let error = TemplateOptions::from_json(r#"{ "regions": { "3x": 1 }, "rows": -1 }"#);
    /// let error = error.unwrap_err();
    /// let paths: Vec<_> = error.problems().iter().map(|problem| problem.path.as_str()).collect();
    /// assert_eq!(paths, ["options.regions.3x", "options.rows"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the text, under the path `options`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let mut given = Options::of(text, &["lang", "body", "regions", "documents", "rows"])?;
        let body = given.take("body", |body| Body::from_json(&body.to_string()));
        let mut options = body.map_or_else(Self::default, Self::of);
        options.lang = given.parsed("lang", "text").unwrap_or(options.lang);
        options.regions = given.take("regions", named).unwrap_or(options.regions);
        let text = |item: &Value| item.as_str().map(str::to_owned);
        options.documents = given.list("documents", "text", text).unwrap_or_default();
        options.rows = given.take("rows", room).unwrap_or(options.rows);
        given.finish(options)
    }
}

/// The regions in this one, down to the last, with their names.
#[cfg(feature = "regions")]
fn regions_in(region: &RegionCode) -> BTreeMap<RegionCode, String> {
    let regions = lkks_regions::Regions::indonesia();
    let mut names = BTreeMap::new();
    let mut within = vec![region.clone()];
    while let Some(region) = within.pop() {
        for child in regions.children(&region) {
            within.push(child.code.clone());
            names.insert(child.code, child.name.to_owned());
        }
    }
    names
}

#[cfg(not(feature = "regions"))]
fn regions_in(_: &RegionCode) -> BTreeMap<RegionCode, String> {
    BTreeMap::new()
}

/// Names of regions from JSON: a table by code.
fn named(value: &Value) -> Result<BTreeMap<RegionCode, String>, Error> {
    let table = value.as_object().ok_or_else(|| wrong_type(value, "table"))?;
    let mut problems = Vec::new();
    let mut names = BTreeMap::new();
    for (code, name) in table {
        match (code.parse::<RegionCode>(), name.as_str()) {
            (Ok(code), Some(name)) => drop(names.insert(code, name.to_owned())),
            (Ok(_), None) => problems.push(wrong_type(name, "text").at(code.as_str())),
            (Err(problem), _) => problems.push(problem.at(code.as_str())),
        }
    }
    Error::if_any(problems).map(|_| names)
}

/// A number of rows from JSON.
fn room(value: &Value) -> Result<u32, Error> {
    let rows = value.as_u64().and_then(|rows| u32::try_from(rows).ok());
    rows.filter(|rows| (1..=MOST_ROWS).contains(rows)).ok_or_else(|| {
        Problem::error(Code::OutOfRange).value(value).expected(format!("1–{MOST_ROWS}")).into()
    })
}

/// The most rows that a template has room for.
const MOST_ROWS: u32 = 100_000;

/// An empty workbook for these options: the same bytes whenever it is written.
///
/// ```
/// use lkks_exchange::{TemplateOptions, write_template};
/// let bytes = write_template(&TemplateOptions::default())?;
/// assert!(bytes.starts_with(b"PK"));
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `not-held` where the options ask for more than a sheet has room for.
pub fn write_template(options: &TemplateOptions) -> Result<Vec<u8>, Error> {
    written(|| {
        let mut workbook = workbook(options.body.as_ref(), None)?;
        let asked = fields::asked(&options.documents);
        let lists = Lists::of(&options.regions, options.lang);
        rows(&asked, &lists, options, &mut workbook)?;
        of_body(&lists, options, &mut workbook)?;
        instructions::sheet(&asked, options.lang, &mut workbook)?;
        lists.sheet(options.lang, &mut workbook)?;
        workbook.save_to_buffer()
    })
}

fn rows(
    asked: &[Asked],
    lists: &Lists,
    options: &TemplateOptions,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let (lang, last) = (options.lang, options.rows.clamp(1, MOST_ROWS));
    let look = Look::of(lang);
    let sheet = workbook.add_worksheet();
    sheet.set_name(said(Text::SheetOrganisations, lang))?;
    let fields: Vec<Field> = asked.iter().map(|asked| asked.field.clone()).collect();
    organisations::headings(&fields, &look, lang, sheet)?;
    for (column, asked) in (0u16..).zip(asked) {
        let heading = asked.field.heading(lang);
        let widest = asked.example.chars().count();
        let kind = look::kind(&asked.field);
        sheet.set_column_width(column, look::width(kind, &heading, widest))?;
        notes::put(sheet, 0, column, &asked.note())?;
        let check = checks::of(asked, column, last, lists, lang)?;
        if let Some(check) = check {
            sheet.add_data_validation(1, column, last, column, &check)?;
        }
        if asked.field == Field::AccreditationGrade {
            look::grades(sheet, column, (1, last))?;
        }
    }
    for row in 1..=last.min(LINED) {
        for (column, field) in (0u16..).zip(&fields) {
            sheet.write_blank(row, column, look.of_field(field))?;
        }
    }
    organisations::frame(sheet, &fields, last)
}

/// How many empty rows are drawn.
const LINED: u32 = 100;

fn of_body(
    lists: &Lists,
    options: &TemplateOptions,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    if let Some(body) = &options.body {
        return body::sheet(body, None, options.lang, workbook);
    }
    let sheet = body::empty(workbook)?;
    let labels = [Text::SheetBodyName, Text::SheetBodyLevel, Text::SheetBodyRegion];
    for (row, label) in (0u32..).zip(labels) {
        body::row(sheet, row, label, "", options.lang)?;
    }
    let level = checks::one_of(lists.range(lists::List::Levels), Text::NoteLevel, options.lang)?;
    sheet.add_data_validation(1, 1, 1, 1, &level)?;
    // A code such as 33.75 would else become a number, and 33.70 another one.
    let code = rust_xlsxwriter::Format::new().set_num_format("@");
    sheet.write_blank(2, 1, &code)?;
    for (row, note) in [(1, Text::NoteLevel), (2, Text::NoteRegion)] {
        notes::put(sheet, row, 0, &fields::both(note))?;
    }
    Ok(())
}
