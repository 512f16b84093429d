//! What runs out and when the board changes, as an iCalendar (RFC 5545) that any calendar shows.
//!
//! A calendar holds days and nothing else of a register: the last days of accreditations,
//! registrations and operating permits as an assessment determined them, the last days to ask for
//! renewal where the rules give one, and the Musda, inductions and ends of terms of the board. A
//! last day that is not known cannot stand in a calendar, and is listed instead. Which days there
//! are is in `days`, how they are told in `telling`, and the lines of the file in `content`.

mod content;
mod days;
mod telling;

use crate::identity::Owner;
use crate::lost::Lost;
use content::Content;
use days::Entry;
use lkks::message::Text;
use lkks::{Assessment, Date, Lang, Problem, Register, RuleBook};

/// The name of the format where it cannot hold something.
const FORMAT: &str = "iCalendar";

/// How a calendar is written.
///
/// ```
/// use lkks::Lang;
/// use lkks_exchange::IcalOptions;
/// let options = IcalOptions::default();
/// assert_eq!((options.lang, &*options.reminders), (Lang::Id, &[90, 30][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IcalOptions {
    /// The language of its texts.
    pub lang: Lang,
    /// How many days before a day that still lies ahead it is called to mind.
    pub reminders: Vec<u32>,
}

impl Default for IcalOptions {
    fn default() -> Self {
        Self { lang: Lang::Id, reminders: vec![90, 30] }
    }
}

/// A calendar of what runs out and of the board, and the days it cannot hold.
///
/// `assessment` is one of `register` by `book`. Every event is a whole day with a reminder, and has
/// the same identifier whenever it is written, so that a later calendar replaces an earlier one.
/// Its time stamp is the day of the assessment. A standing without a known last day, and a Musda
/// known only to its month or year, are in the list, as warnings `not-held` with the path in the
/// register.
///
/// ```
/// use lkks::calendar::date;
/// use lkks::{Register, RuleBook};
/// use lkks_exchange::{IcalOptions, write_ical};
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
///     "organisations": [{
///         "id": "LKS-001",
///         "name": "Yayasan Contoh",
///         "accreditations": [{ "decided": "2021-04-09", "grade": "B" }]
///     }],
///     "terms": [{ "id": "2024", "name": "2024–2028", "musda": { "on": "2024" },
///                 "period": { "first": "2024-05-20", "last": "2028-12-31" } }]
/// }"#)?;
/// let book = RuleBook::indonesia();
/// let assessment = register.assess(&book, date(2024, 1, 1)?)?;
/// let (calendar, lost) = write_ical(&register, &assessment, &book, &IcalOptions::default());
/// assert!(calendar.contains("SUMMARY:Akreditasi Yayasan Contoh berakhir\r\n"));
/// assert!(calendar.contains("DTSTART;VALUE=DATE:20240408\r\n"));
/// assert_eq!(lost[0].path, "terms[0].musda.on"); // on which day of 2024 is not known
/// # Ok::<(), lkks::Error>(())
/// ```
pub fn write_ical(
    register: &Register,
    assessment: &Assessment,
    book: &RuleBook,
    options: &IcalOptions,
) -> (String, Vec<Problem>) {
    let lost = Lost::to(FORMAT);
    let mut entries = days::of_organisations(register, assessment, book, options.lang, &lost);
    entries.extend(days::of_board(register, assessment.on, options.lang, &lost));
    entries.sort_by(|a, b| (a.on, &a.key).cmp(&(b.on, &b.key)));
    // What was entered twice is one day all the same: an identifier stands once.
    entries.dedup_by(|a, b| a.key == b.key);
    let body = &register.data().body;
    let owner = Owner::of(body);
    let stamp = stamp(assessment.on);
    let mut content = Content::new(&lost);
    content.line("BEGIN", "VCALENDAR");
    content.line("VERSION", "2.0");
    content.line("PRODID", "-//lkks//lkks-exchange//EN");
    content.line("CALSCALE", "GREGORIAN");
    content.line("METHOD", "PUBLISH");
    let name = Text::CalendarName.text(options.lang, &[("body", &body.name)]);
    // The names of RFC 7986, and those that calendars knew before it.
    for property in ["NAME", "X-WR-CALNAME"] {
        content.text(property, &name);
    }
    if let Some(notice) = &register.data().notice {
        for property in ["DESCRIPTION", "X-WR-CALDESC"] {
            content.text(property, notice);
        }
    }
    for entry in &entries {
        event(entry, &owner, &stamp, assessment.on, options, &mut content);
    }
    content.line("END", "VCALENDAR");
    (content.finish(), lost.into_problems())
}

fn event(
    entry: &Entry,
    owner: &Owner<'_>,
    stamp: &str,
    today: Date,
    options: &IcalOptions,
    content: &mut Content<'_>,
) {
    content.line("BEGIN", "VEVENT");
    content.line("UID", &owner.uuid(&[&entry.key]).to_string());
    content.line("DTSTAMP", stamp);
    content.day("DTSTART", entry.on);
    content.text("SUMMARY", &entry.summary);
    content.text("DESCRIPTION", &entry.description);
    if let Some(place) = &entry.place {
        content.text("LOCATION", place);
    }
    content.text("CATEGORIES", entry.category);
    content.line("TRANSP", "TRANSPARENT");
    let mut reminders = options.reminders.clone();
    reminders.sort_unstable_by(|a, b| b.cmp(a));
    reminders.dedup();
    for days in reminders {
        let reminded = entry.on.plus_days(-i64::from(days));
        if entry.on >= today && reminded.is_ok_and(|day| day >= today) {
            content.line("BEGIN", "VALARM");
            content.line("ACTION", "DISPLAY");
            content.text("DESCRIPTION", &entry.summary);
            content.line("TRIGGER", &format!("-P{days}D"));
            content.line("END", "VALARM");
        }
    }
    content.line("END", "VEVENT");
}

/// The first moment of a day: no clock is read.
fn stamp(day: Date) -> String {
    format!("{}T000000Z", content::digits(day))
}
