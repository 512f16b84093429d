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
use crate::table::field::Field;
use fields::Asked;
use lists::Lists;
use lkks::body::Body;
use lkks::message::Text;
use lkks::region::RegionCode;
use lkks::{Error, Lang};
use rust_xlsxwriter::{Workbook, XlsxError};
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
