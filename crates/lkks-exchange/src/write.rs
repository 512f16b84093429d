//! Writing a register in whichever form: the mirror of [`read`](crate::read()).

use crate::csv::write_csv;
use crate::data_package::{write_data_package, zip_data_package};
use crate::hsds::write_hsds;
use crate::ical::{IcalOptions, write_ical};
use crate::json_ld::write_json_ld;
use crate::options::Options;
use crate::popolo::write_popolo;
use crate::xlsx::{TemplateOptions, XlsxOptions, write_template, write_xlsx};
use lkks::message::Code;
use lkks::{Date, Error, Lang, Problem, Register, RuleBook};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A form in which a register can be written.
///
/// ```
/// use lkks_exchange::Form;
/// assert_eq!("xlsx".parse::<Form>()?, Form::Xlsx);
/// assert_eq!(Form::Ical.extension(), "ics");
/// let slip = "popollo".parse::<Form>().unwrap_err();
/// assert_eq!(slip.suggestion.as_deref(), Some("popolo"));
/// # Ok::<(), lkks::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// The JSON of lkks, which holds everything.
    Json,
    /// Plain CSV: a row for each organisation.
    Csv,
    /// A workbook that people work on, with what an assessment says where there is a day.
    Xlsx,
    /// A calendar of what runs out and of the board, as of a day.
    Ical,
    /// Open Referral HSDS 3.
    Hsds,
    /// Popolo.
    Popolo,
    /// JSON-LD in the words of schema.org.
    JsonLd,
    /// A Frictionless data package, zipped.
    DataPackage,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 8] = [
        Self::Json,
        Self::Csv,
        Self::Xlsx,
        Self::Ical,
        Self::Hsds,
        Self::Popolo,
        Self::JsonLd,
        Self::DataPackage,
    ];

    /// The word it is asked for with.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ical => "ical",
            Self::Hsds => "hsds",
            Self::Popolo => "popolo",
            Self::JsonLd => "json-ld",
            Self::DataPackage => "data-package",
        }
    }

    /// What the name of a file of this form ends with, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ical => "ics",
            Self::Hsds => "hsds.json",
            Self::Popolo => "popolo.json",
            Self::JsonLd => "jsonld",
            Self::DataPackage => "zip",
        }
    }

    /// The media type under which a file of this form is sent.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::Hsds | Self::Popolo => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ical => "text/calendar; charset=utf-8",
            Self::JsonLd => "application/ld+json",
            Self::DataPackage => "application/zip",
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key())
    }
}

impl FromStr for Form {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::ALL.into_iter().find(|form| form.key() == text).ok_or_else(|| {
            let keys = Self::ALL.map(Self::key);
            let problem = Problem::error(Code::UnknownValue).value(text);
            problem.expected(keys.join(", ")).suggest(keys)
        })
    }
}

/// How a register is written, for the forms that heed it.
///
/// ```
/// use lkks_exchange::WriteOptions;
/// let options = WriteOptions::from_json(r#"{ "on": "2026-11-24", "lang": "en" }"#)?;
/// assert_eq!(options.on, Some(lkks::calendar::date(2026, 11, 24)?));
/// let error = WriteOptions::from_json(r#"{ "lang": "fr", "no": 1 }"#).unwrap_err();
/// let paths: Vec<_> = error.problems().iter().map(|problem| problem.path.as_str()).collect();
/// assert_eq!(paths, ["options.no", "options.lang"]);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct WriteOptions {
    /// The language of a workbook's and a calendar's texts.
    pub lang: Lang,
    /// The day of which a calendar tells, and of which a workbook says what the rules say.
    pub on: Option<Date>,
    /// The rules for that day; without them, the law of Indonesia.
    pub rules: Option<RuleBook>,
    /// How many days before a day of a calendar it is called to mind.
    pub reminders: Vec<u32>,
}

impl Default for WriteOptions {
    fn default() -> Self {
        let IcalOptions { lang, reminders } = IcalOptions::default();
        Self { lang, on: None, rules: None, reminders }
    }
}

impl WriteOptions {
    /// Options from JSON: a table of `lang`, `on`, `rules` (the JSON of a rule book) and
    /// `reminders`, each as it may be left out.
    ///
    /// # Errors
    /// Every problem of the text, under the path `options`.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let default = Self::default();
        let mut given = Options::of(text, &["lang", "on", "rules", "reminders"])?;
        let days = |item: &serde_json::Value| item.as_u64().and_then(|days| days.try_into().ok());
        let options = Self {
            lang: given.parsed("lang", "text").unwrap_or(default.lang),
            on: given.parsed("on", "date"),
            rules: given.take("rules", |book| RuleBook::from_json(&book.to_string())),
            reminders: given.list("reminders", "number", days).unwrap_or(default.reminders),
        };
        given.finish(options)
    }

    fn book(&self) -> Cow<'_, RuleBook> {
        self.rules.as_ref().map_or_else(|| Cow::Owned(RuleBook::indonesia()), Cow::Borrowed)
    }
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// In which form.
    pub form: Form,
    /// The bytes of a file.
    pub content: Vec<u8>,
    /// What the form cannot hold: a warning `not-held` for each, with its path in the register.
    pub lost: Vec<Problem>,
}

impl Written {
    /// The content as text; nothing for a form that is no text.
    ///
    /// ```
    /// use lkks::Register;
    /// use lkks_exchange::{Form, WriteOptions, write};
    /// let json = r#"{ "body": { "name": "LKKS Contoh", "level": "regency" } }"#;
    /// let register = Register::from_json(json)?;
    /// let options = WriteOptions::default();
    /// assert!(write(&register, Form::Popolo, &options)?.text().is_some());
    /// assert!(write(&register, Form::Xlsx, &options)?.text().is_none());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn text(&self) -> Option<&str> {
        match self.form {
            Form::Xlsx | Form::DataPackage => None,
            _ => std::str::from_utf8(&self.content).ok(),
        }
    }
}

/// Writes a register in a form that others read, and lists what the form cannot hold.
///
/// ```
/// use lkks::{Register, calendar::date};
/// use lkks_exchange::{Form, ReadOptions, WriteOptions, read, write};
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
///     "organisations": [{
///         "id": "LKS-001",
///         "name": "Yayasan Contoh",
///         "accreditations": [{ "decided": "2021-04-09", "grade": "B" }]
///     }]
/// }"#)?;
/// let on = Some(date(2024, 1, 1)?);
/// let calendar = write(&register, Form::Ical, &WriteOptions { on, ..WriteOptions::default() })?;
/// assert!(calendar.text().unwrap().contains("SUMMARY:Akreditasi Yayasan Contoh berakhir\r\n"));
///
/// let workbook = write(&register, Form::Xlsx, &WriteOptions::default())?;
/// assert!(workbook.lost.is_empty());
/// let again = read(&workbook.content, &ReadOptions::default())?;
/// assert_eq!(again.into_register()?, register);
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `missing-field` for a calendar without a day, and whatever hinders assessing on it; `too-large`
/// where there is more than a sheet has room for.
pub fn write(register: &Register, form: Form, options: &WriteOptions) -> Result<Written, Error> {
    let text = |(text, lost): (String, Vec<Problem>)| (text.into_bytes(), lost);
    let (content, lost) = match form {
        Form::Json => (register.to_json().into_bytes(), Vec::new()),
        Form::Csv => text(write_csv(register)),
        Form::Hsds => text(write_hsds(register)),
        Form::Popolo => text(write_popolo(register)),
        Form::JsonLd => text(write_json_ld(register)),
        Form::DataPackage => {
            let (files, lost) = write_data_package(register);
            (zip_data_package(&files)?, lost)
        }
        Form::Xlsx => {
            let assess = |on: Date| register.assess(&options.book(), on);
            let assessment = options.on.map(assess).transpose()?;
            let options = XlsxOptions { lang: options.lang, assessment: assessment.as_ref() };
            write_xlsx(register, &options)?
        }
        Form::Ical => {
            let day = || Problem::error(Code::MissingField).expected("on").at("on");
            let on = options.on.ok_or_else(day)?;
            let book = options.book();
            let assessment = register.assess(&book, on)?;
            let reminders = options.reminders.clone();
            let options = IcalOptions { lang: options.lang, reminders };
            text(write_ical(register, &assessment, &book, &options))
        }
    };
    Ok(Written { form, content, lost })
}

/// An empty workbook to fill in, as what was written.
///
/// ```
/// use lkks_exchange::{ReadOptions, TemplateOptions, read, template};
/// let body = lkks::body::Body::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
/// let written = template(&TemplateOptions::of(body))?;
/// assert!(read(&written.content, &ReadOptions::default())?.problems().is_empty());
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `not-held` where the options ask for more than a sheet has room for.
pub fn template(options: &TemplateOptions) -> Result<Written, Error> {
    Ok(Written { form: Form::Xlsx, content: write_template(options)?, lost: Vec::new() })
}
