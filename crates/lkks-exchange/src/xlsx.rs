//! A register as a workbook that people work on: a sheet of organisations under the headings that
//! are read again, a sheet that names the body, and where an assessment is given a sheet of what
//! it says; and an empty workbook of the same form to fill in.
//!
//! What stands in the columns is in `columns` and `cells`, how the sheets look in `look`. Texts are
//! written as texts: a spreadsheet never runs them as formulas.

mod assessed;
mod body;
mod cells;
mod columns;
mod look;
mod notes;
mod organisations;
mod own;
mod template;

pub use own::is_own_sheet;
pub use template::{TemplateOptions, write_template};

use crate::lost::Lost;
use lkks::body::Body;
use lkks::message::{Code, Text};
use lkks::{Assessment, Date, Error, Lang, Problem, Register};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The name of the format where it cannot hold something.
const FORMAT: &str = "xlsx";

/// The most rows of a sheet, without the one of the headings.
const MOST_ROWS: usize = 1_048_575;

/// How a workbook is written.
///
/// ```
/// use lkks::Lang;
/// use lkks_exchange::XlsxOptions;
/// let options = XlsxOptions::default();
/// assert_eq!(options.lang, Lang::Id);
/// assert!(options.assessment.is_none());
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct XlsxOptions<'a> {
    /// The language of headings and texts.
    pub lang: Lang,
    /// What the rules say on a day: a sheet of its own, and colours for what has run out or soon
    /// will.
    pub assessment: Option<&'a Assessment>,
}

/// The register as a workbook, and what its sheet of organisations cannot hold.
///
/// One row is one organisation. Of several certificates of a kind, accreditations, memberships and
/// papers the latest is kept; an entry that would say something else without what cannot be held,
/// such as a certificate without its withdrawal, is left out whole. What is not held is in the
/// list, as warnings `not-held` with the path in the register. The same register, language and
/// assessment give the same bytes.
///
/// ```
/// use lkks::Register;
/// use lkks_exchange::{XlsxOptions, write_xlsx};
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "formed": "2018" },
///     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }]
/// }"#)?;
/// let (bytes, lost) = write_xlsx(&register, &XlsxOptions::default())?;
/// assert!(bytes.starts_with(b"PK"));
/// assert_eq!(lost[0].path, "body.formed");
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `too-large` where there are more organisations than a sheet has rows.
pub fn write_xlsx(
    register: &Register,
    options: &XlsxOptions<'_>,
) -> Result<(Vec<u8>, Vec<Problem>), Error> {
    let data = register.data();
    if data.organisations.len() > MOST_ROWS {
        let problem = Problem::error(Code::TooLarge).value(data.organisations.len());
        return Err(problem.expected(MOST_ROWS).into());
    }
    let lost = Lost::to(FORMAT);
    let table = columns::table(register, &lost);
    let bytes = written(|| {
        let mut workbook = workbook(Some(&data.body), options.assessment.map(|given| given.on))?;
        organisations::sheet(&table, options, &mut workbook)?;
        body::sheet(&data.body, data.notice.as_deref(), options.lang, &mut workbook)?;
        if let Some(assessment) = options.assessment {
            assessed::sheet(assessment, options.lang, &mut workbook)?;
        }
        workbook.save_to_buffer()
    })?;
    Ok((bytes, lost.into_problems()))
}

/// An empty workbook: its properties give the day asked for, and no clock.
fn workbook(body: Option<&Body>, on: Option<Date>) -> Result<Workbook, XlsxError> {
    let mut properties = DocProperties::new().set_company("");
    if let Some(body) = body {
        properties = properties.set_title(&body.name);
    }
    let made = on.and_then(day).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties.set_creation_datetime(&made));
    Ok(workbook)
}

/// A day as a spreadsheet counts it; none before 1900.
fn day(day: Date) -> Option<ExcelDateTime> {
    let written = day.to_string();
    let mut parts = written.split('-');
    let year: u16 = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    // The days before that are counted as if 1900 had a 29 February, or not, by whom you ask.
    let counted = (year, month) >= (1900, 3);
    counted.then(|| ExcelDateTime::from_ymd(year, month, day).ok()).flatten()
}

/// What is written, or why it cannot be.
fn written(write: impl FnOnce() -> Result<Vec<u8>, XlsxError>) -> Result<Vec<u8>, Error> {
    write().map_err(|error| Problem::error(Code::NotHeld).value(error).expected(FORMAT).into())
}

/// A text of the catalogue.
fn said(text: Text, lang: Lang) -> &'static str {
    text.template(lang)
}
