//! A register as plain CSV: one row for each organisation, under exact headings.
//!
//! # The form
//! Comma-separated, UTF-8 with or without a byte order mark. Lines before the headings may name the
//! body, one thing a line: `# name,LKKS Kota Contoh`, `# level,regency`, `# region,33.75`,
//! `# notice,Data sintetis`. The level may be left out where the code of the region tells it.
//!
//! Then the headings, in any order; only `id` and `name` are needed:
//!
//! | headings | cells |
//! | --- | --- |
//! | `id`, `name` | text |
//! | `legal_form`, `kind` | the words of the register's JSON: `yayasan`, `lksa` |
//! | `founded` | a day, as all days: `2010-03-03` |
//! | `region`, `rw`, `rt`, `address` | Kemendagri code; numbers; text |
//! | `categories` | words of the PPKS list, with `;` between them |
//! | `joined`, `left` | first and last day of membership; no member where `joined` is empty |
//! | `registration_number`, `registration_issued`, `registration_last_day` | tanda daftar |
//! | `permit_number`, `permit_issued`, `permit_last_day` | izin operasional |
//! | `accreditation_number`, `_grade`, `_score`, `_decided`, `_last_day` | accreditation |
//! | `document:NAME` | `yes`, `no`; not known where empty |
//! | `fact:NAME` | `yes`, `no`, a number or a text; not known where empty |
//!
//! An empty cell says nothing; a row of empty cells is passed over. Cells are taken as they stand:
//! no blanks are cut, no dates are guessed.
//!
//! # Formulas
//! A spreadsheet runs a cell that starts with `=`, `+`, `-`, `@` or a tab or line break. Such cells
//! are written with an apostrophe before them, and the apostrophe is taken off again when they are
//! read.

pub(crate) mod cell;
mod heading;
mod layout;
mod place;
mod read;
mod row;
mod write;

pub use read::read_csv;
pub(crate) use row::scalar;
pub use write::write_csv;

use lkks::Error;
use lkks::body::Body;

/// The most bytes of text read at once, as for a register in JSON.
const MAX_BYTES: usize = 256 * 1024 * 1024;

/// What a CSV does not say itself.
///
/// ```
/// use lkks_exchange::{CsvOptions, read_csv};
/// let options = CsvOptions::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
/// let register = read_csv("id,name\nLKS-001,Yayasan Contoh\n", &options)?;
/// assert_eq!(register.data().body.name, "LKKS Contoh");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvOptions {
    /// The body whose organisations the rows are. It replaces what the lines before the headings
    /// say of the body, which are then only checked.
    pub body: Option<Body>,
}

impl CsvOptions {
    /// Options for this body.
    ///
    /// ```
    /// use lkks_exchange::{CsvOptions, read_csv};
    /// # let json = r#"{ "body": { "name": "LKKS Contoh", "level": "regency" } }"#;
    /// let body = lkks::Register::from_json(json)?.data().body.clone();
    /// let register = read_csv("id,name\nLKS-001,Yayasan Contoh\n", &CsvOptions::of(body))?;
    /// assert_eq!(register.data().body.name, "LKKS Contoh");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[must_use]
    pub const fn of(body: Body) -> Self {
        Self { body: Some(body) }
    }

    /// Options from JSON: the fields of a body, as in a register, such as `name`, `level` and
    /// `region`; `{}` where the CSV names the body itself.
    ///
    /// ```
    /// use lkks_exchange::CsvOptions;
    /// assert_eq!(CsvOptions::from_json("{}")?, CsvOptions::default());
    /// let error = CsvOptions::from_json(r#"{ "name": "LKKS", "level": "x" }"#).unwrap_err();
    /// assert_eq!(error.path(), "options.level");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the text, under the path `options`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        if text.chars().filter(|c| !c.is_whitespace()).eq("{}".chars()) {
            return Ok(Self::default());
        }
        Body::from_json(text).map(Self::of).map_err(|error| error.under("options"))
    }
}
