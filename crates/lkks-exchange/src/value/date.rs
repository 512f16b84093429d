//! Dates as people write them, to the day, the month or the year.
//!
//! | a cell | says |
//! | --- | --- |
//! | a day that the file marks as one | that day |
//! | `2019-07-12`, `2019/07/12`, `12-07-2019`, `12/7/2019`, `12.07.2019`, `12 07 2019`, `12-VII-2019` | the day: the year first, or day before month, always |
//! | `12 Juli 2019`, `12-Jul-19`, `July 12, 2019`, `2019 Juli 12` | the day, by old and new names of months, their abbreviations and English ones (`Pebruari`, `Nopember`, `Agt`, `Peb`, `Okt`) |
//! | `Juli 2019`, `07/2019`, `2019-07`, `2019`, `Th. 2019`, the number 2019 | the month or the year |
//! | `Senin, 20 Mei 2024` | the day; doubtful where it is another day of the week |
//! | `tgl. 12 Juli 2019`, `per 12/7/2019`, `s.d. 2027`, `berlaku s/d 12 Juli 2027`, `hingga 2027` | the same without these words |
//! | `seumur hidup`, `selamanya`, `tidak terbatas` | for ever |
//! | `Pekalongan, 12 Juli 2019` | the day, with a note that the place was left out |
//! | `2024-05-20T08:30:00`, `20/05/2024 08.30` | the day, with a note that the time was left out |
//! | `12/7/19` | a year of two digits: to 49 of this century, from 50 of the last; 35 to 69 could be of both and are doubtful |
//! | `Jul-19` | July 2019, doubtful: perhaps 19 July |
//! | `12 Agutus 2019` | August, doubtful |
//! | `20190712`, `12072019` | the day, doubtful |
//! | the number 43658, also as text | the day with this number, from 10,000 on (1927); as text with a note |
//! | `31 Februari 2025` | a problem, with the last day of that month as a suggestion |
//! | `31 Juni 2020`, `29 Februari 2025` | a problem, with both days beside it as a suggestion |
//! | `12/31/2024`, `l2 Juli 2O19` | a problem, with the day that was perhaps meant as a suggestion |
//! | `12 Juli`, `7/19`, `sekitar 2010` | a problem |
//! | empty, `-`, `belum`, `belum ada` | nothing |
//! | `dlm proses` | nothing yet: a problem that is only a note |

mod find;
mod scan;
mod words;

use crate::value::Said;
use crate::value::presence;
use crate::value::text::{clean, fold, formula, in_progress, is_nothing, not_understood, told};
use crate::value::text::{digits_of, wrong_type};
use crate::workbook::{Cell, Epoch};
use lkks::Problem;
use lkks::calendar::{Date, Duration, LeapDay, date as day_of};
use lkks::known_date::KnownDate;
use lkks::message::Code;
use lkks::problem::Severity;

pub(crate) use find::{Among, Found, find, find_period};
pub(crate) use scan::{Kind, MOST_BYTES, Text, Written, tokens};

/// What a cell with a date says.
///
/// ```
/// use lkks_exchange::value::{Said, date::{DateText, date}};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// let said = date(Cell::Text("seumur hidup"), Epoch::Of1900);
/// assert_eq!(said, Said::Value(DateText::Forever));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateText {
    /// A date, as far as it is known.
    Known(KnownDate),
    /// That there is no last day: `seumur hidup`.
    Forever,
}

/// The last day of something that may have none.
///
/// ```
/// use lkks_exchange::value::{Said, date::{Incomplete, LastDay, last_day}};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// let cell = Cell::Text("s/d 31 Desember 2027");
/// let said = last_day(cell, Epoch::Of1900, Incomplete::Refuse);
/// assert_eq!(said, Said::Value(LastDay::On("2027-12-31".parse()?)));
/// # Ok::<(), lkks::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastDay {
    /// This day.
    On(Date),
    /// None: it holds for ever.
    Never,
}

/// How to take a month or a year where a day is needed. Refusing is the default: which day it was
/// is not known.
///
/// ```
/// use lkks_exchange::value::{Said, date::{Incomplete, day}};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// let cell = Cell::Text("Februari 2024");
/// assert!(matches!(day(cell, Epoch::Of1900, Incomplete::Refuse), Said::Problem(_)));
/// let Said::Doubtful(last, _) = day(cell, Epoch::Of1900, Incomplete::LastDay) else { panic!() };
/// assert_eq!(last.to_string(), "2024-02-29");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Incomplete {
    /// As a problem.
    #[default]
    Refuse,
    /// As its first day, with a note.
    FirstDay,
    /// As its last day, with a note.
    LastDay,
}

/// The date of a cell, as far as it is known.
///
/// ```
/// use lkks_exchange::value::{Said, date::{DateText, date}};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// for text in ["Juli 2019", "07/2019", "2019-07"] {
///     let said = date(Cell::Text(text), Epoch::Of1900);
///     assert_eq!(said, Said::Value(DateText::Known("2019-07".parse()?)));
/// }
/// # Ok::<(), lkks::Problem>(())
/// ```
pub fn date(cell: Cell<'_>, epoch: Epoch) -> Said<DateText> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(boolean) => Said::Problem(wrong_type(boolean, "date")),
        Cell::Date(day) => Said::Value(DateText::Known(day.into())),
        Cell::Number(number) => date_of_number(number, epoch),
        Cell::Text(text) => match iso(text) {
            Some(day) => Said::Value(DateText::Known(day.into())),
            None => date_of_text(&clean(text), epoch),
        },
    }
}

/// The day of a cell.
///
/// ```
/// use lkks_exchange::value::{Said, date::{Incomplete, day}};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// let said = |cell| day(cell, Epoch::Of1900, Incomplete::Refuse);
/// assert_eq!(said(Cell::Text("12 Juli 2019")), Said::Value("2019-07-12".parse()?));
/// assert_eq!(said(Cell::Number(43_658.0)), Said::Value("2019-07-12".parse()?));
/// let Said::Problem(problem) = said(Cell::Text("Juli 2019")) else { panic!() };
/// assert_eq!(problem.code.key(), "incomplete-date");
/// # Ok::<(), lkks::Problem>(())
/// ```
pub fn day(cell: Cell<'_>, epoch: Epoch, incomplete: Incomplete) -> Said<Date> {
    match last_of(date(cell, epoch), cell, incomplete) {
        Said::Value(LastDay::On(day)) => Said::Value(day),
        Said::Doubtful(LastDay::On(day), problem) => Said::Doubtful(day, problem),
        Said::Value(LastDay::Never) | Said::Doubtful(LastDay::Never, _) => {
            Said::Problem(not_understood(&shown(cell), EXAMPLE))
        }
        Said::Nothing => Said::Nothing,
        Said::Problem(problem) => Said::Problem(problem),
    }
}

/// The last day of a cell such as `s/d 31 Desember 2027`, or that there is none. Of two dates
/// (`5 Juni 2021 s/d 5 Juni 2026`, `2021-2026`) it is the second, with a note.
///
/// ```
/// use lkks_exchange::value::{Said, date::{Incomplete, LastDay, last_day}};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// let said = last_day(Cell::Text("seumur hidup"), Epoch::Of1900, Incomplete::Refuse);
/// assert_eq!(said, Said::Value(LastDay::Never));
/// ```
pub fn last_day(cell: Cell<'_>, epoch: Epoch, incomplete: Incomplete) -> Said<LastDay> {
    last_of(last_date(cell, epoch), cell, incomplete)
}

/// The same as far as it is known.
pub(crate) fn last_date(cell: Cell<'_>, epoch: Epoch) -> Said<DateText> {
    match (date(cell, epoch), cell) {
        (Said::Problem(problem), Cell::Text(text)) if problem.code == Code::NotUnderstood => {
            second_of_two(&clean(text)).unwrap_or(Said::Problem(problem))
        }
        (said, _) => said,
    }
}

/// How long something holds, where a text says that and no day: `3 tahun`, `berlaku 6 bulan`.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    if text.len() > 60 {
        return None;
    }
    let folded = fold(text);
    let is_beside = |word: &&str| !matches!(*word, "selama" | "masa" | "berlaku" | "for" | "valid");
    let mut words = folded.split(' ').filter(is_beside).peekable();
    let count = words.next()?;
    let in_words = |word: &str| NUMBERS.iter().zip(1u32..).find(|(name, _)| **name == word);
    let count = match count.parse::<u32>() {
        Ok(count) => count,
        Err(_) => in_words(count)?.1,
    };
    // `5 (lima) tahun`
    words.next_if(|word| in_words(word).is_some_and(|(_, number)| number == count));
    let unit: fn(u32) -> Duration = match words.next()? {
        "tahun" | "thn" | "th" | "years" | "year" => Duration::years,
        "bulan" | "bln" | "months" | "month" => Duration::months,
        _ => return None,
    };
    (words.next().is_none() && (1..=100).contains(&count)).then(|| unit(count))
}

/// Numbers in words, from one.
const NUMBERS: [&str; 10] =
    ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];

fn last_of(said: Said<DateText>, cell: Cell<'_>, incomplete: Incomplete) -> Said<LastDay> {
    let (known, problem) = match said {
        Said::Value(DateText::Forever) => return Said::Value(LastDay::Never),
        Said::Doubtful(DateText::Forever, problem) => {
            return Said::Doubtful(LastDay::Never, problem);
        }
        Said::Value(DateText::Known(known)) => (known, None),
        Said::Doubtful(DateText::Known(known), problem) => (known, Some(problem)),
        Said::Nothing => return Said::Nothing,
        Said::Problem(problem) => return Said::Problem(problem),
    };
    if let Some(day) = known.day() {
        return match problem {
            None => Said::Value(LastDay::On(day)),
            Some(problem) => Said::Doubtful(LastDay::On(day), problem),
        };
    }
    let text = shown(cell);
    let day = match incomplete {
        Incomplete::Refuse => {
            let problem = Problem::error(Code::IncompleteDate).value(text);
            return Said::Problem(problem.expected(known.earliest()));
        }
        Incomplete::FirstDay => known.earliest(),
        Incomplete::LastDay => known.latest(),
    };
    let severity = problem.map_or(Severity::Note, |problem| problem.severity);
    Said::Doubtful(LastDay::On(day), doubt(severity, &text, day))
}

/// What was written in a cell, for a problem.
fn shown(cell: Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => told(&clean(text)).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Boolean(boolean) => boolean.to_string(),
        Cell::Error(error) => told(error).into_owned(),
        Cell::Empty => String::new(),
    }
}

/// A day as it is expected.
const EXAMPLE: &str = "2024-05-20";

/// The date that a text is beyond doubt, without looking for what else it may have meant.
pub(crate) fn sure(text: &str, epoch: Epoch) -> Option<KnownDate> {
    if let Some(day) = iso(text) {
        return Some(day.into());
    }
    let text = clean(text);
    if is_nothing(&text) || text.len() > MOST_BYTES {
        return None;
    }
    let pieces = tokens(&text);
    let pieces = Text { text: &text, tokens: &pieces };
    match plain_number(&pieces, epoch).or_else(|| whole(&pieces))? {
        Said::Value(DateText::Known(known)) => Some(known),
        _ => None,
    }
}

/// A day as the library writes it, the most frequent of all forms in data.
fn iso(text: &str) -> Option<Date> {
    match text.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => text.parse().ok(),
        _ => None,
    }
}

fn date_of_number(number: f64, epoch: Epoch) -> Said<DateText> {
    let text = digits_of(number).unwrap_or_else(|| number.to_string());
    if number.fract() == 0.0 {
        if let Some(said) = year_alone(number, &text) {
            return said;
        }
        if (1e7..1e8).contains(&number) {
            return date_of_text(&text, epoch);
        }
    }
    match of_serial(number, epoch).filter(|_| number >= FIRST_SERIAL) {
        Some(day) if (1900..2200).contains(&day.year()) => {
            let known = DateText::Known(day.into());
            if number.fract() == 0.0 {
                Said::Value(known)
            } else {
                Said::Doubtful(known, doubt(Severity::Note, &text, day))
            }
        }
        _ => Said::Problem(Problem::error(Code::InvalidDate).value(told(&text))),
    }
}

/// A number that is a year and no day: those days lie in 1904 to 1906, where no organisation of
/// any register was founded.
fn year_alone(number: f64, text: &str) -> Option<Said<DateText>> {
    let is_year = (1800.0..2200.0).contains(&number);
    let known: KnownDate = text.parse().ok().filter(|_| is_year)?;
    let said = DateText::Known(known);
    Some(if is_plausible(known.year()) {
        Said::Value(said)
    } else {
        Said::Doubtful(said, doubt(Severity::Warning, text, known))
    })
}

/// Smaller numbers are days before May 1927 (or 1931): a slip is likelier than such a day without a
/// mark that it is one.
const FIRST_SERIAL: f64 = 10_000.0;

/// The day that a spreadsheet writes as this number. There is none for its 29 February 1900.
pub(crate) fn of_serial(number: f64, epoch: Epoch) -> Option<Date> {
    if !(0.0..=2_958_466.0).contains(&number) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "bounded above")]
    let days = number.floor() as i64;
    let (origin, days) = match epoch {
        Epoch::Of1904 => (day_of(1904, 1, 1), days),
        Epoch::Of1900 => match days {
            0 | 60 => return None,
            1..=59 => (day_of(1899, 12, 31), days),
            _ => (day_of(1899, 12, 30), days),
        },
    };
    origin.and_then(|origin| origin.plus_days(days)).ok()
}

fn date_of_text(text: &str, epoch: Epoch) -> Said<DateText> {
    if is_nothing(text) {
        return Said::Nothing;
    }
    if text.len() > MOST_BYTES {
        return Said::Problem(not_understood(text, EXAMPLE));
    }
    let pieces = tokens(text);
    let pieces = Text { text, tokens: &pieces };
    if let Some(said) = plain_number(&pieces, epoch) {
        return said;
    }
    if let Some(said) = whole(&pieces) {
        return said;
    }
    let folded = fold(text);
    if presence::is_in_progress(&folded) {
        Said::Problem(in_progress(text))
    } else if presence::says_no(&folded) {
        Said::Nothing
    } else {
        let mut problem = not_understood(text, EXAMPLE);
        problem.suggestion = perhaps(&pieces).map(|known| known.to_string());
        Said::Problem(problem)
    }
}

/// A number of a day as text, `43658` or `43658.0`.
fn plain_number(pieces: &Text<'_>, epoch: Epoch) -> Option<Said<DateText>> {
    let Some(Kind::Number(number, digits)) = pieces.at(0) else { return None };
    let is_whole = match pieces.tokens.len() {
        1 => true,
        3 => pieces.at(1) == Some(Kind::Mark('.')) && pieces.at(2) == Some(Kind::Number(0, 1)),
        _ => false,
    };
    let is_serial = digits == 5 && f64::from(number) >= FIRST_SERIAL;
    if !is_whole || !(is_serial || (digits == 4 && pieces.tokens.len() == 3)) {
        return None;
    }
    Some(match date_of_number(f64::from(number), epoch) {
        Said::Value(DateText::Known(known)) if is_serial => {
            Said::Doubtful(DateText::Known(known), doubt(Severity::Note, pieces.text, known))
        }
        other => other,
    })
}

/// A text that is a date and the words around it, and nothing else.
fn whole(pieces: &Text<'_>) -> Option<Said<DateText>> {
    let (start, around) = before(pieces);
    let Some((written, mut next)) = pieces.date(start) else {
        let rest = pieces.tokens.get(start).and_then(|token| pieces.text.get(token.start..))?;
        return words::is_forever(&fold(rest)).then_some(Said::Value(DateText::Forever));
    };
    let mut severity = around.severity;
    if matches!(pieces.word(next), Some("M" | "Masehi")) {
        next = pieces.skip(next + 1, &['.']);
    }
    if let (Some(_), Some((behind, is_told))) = (written.day, pieces.time(next)) {
        next = behind;
        if is_told {
            severity = severity.or(Some(Severity::Note));
        }
    }
    next = pieces.skip(next, &['.', ',', ';']);
    match pieces.at(next) {
        None => {}
        Some(Kind::Mark('(')) => severity = Some(Severity::Warning),
        Some(_) => return None,
    }
    Some(read(&written, pieces.text, severity, around.weekday))
}

/// What stands before a date.
#[derive(Default)]
struct Around {
    severity: Option<Severity>,
    weekday: Option<i64>,
}

/// The place behind all that may stand before a date.
fn before(pieces: &Text<'_>) -> (usize, Around) {
    let (mut place, mut around) = (0, Around::default());
    loop {
        if let Some(next) = pieces.until(place).or_else(|| pieces.lead(place)) {
            place = next;
        } else if let Some((weekday, next)) = pieces.weekday(place) {
            around.weekday = Some(weekday);
            place = next;
        } else if let (None, Some(next)) = (around.severity, pieces.town(place)) {
            around.severity = Some(Severity::Note);
            place = next;
        } else {
            return (pieces.skip(place, &[':']), around);
        }
    }
}

/// The second of two dates with only a stroke or `s/d` between them.
fn second_of_two(text: &str) -> Option<Said<DateText>> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let tokens = tokens(text);
    let pieces = Text { text, tokens: &tokens };
    let (start, _) = before(&pieces);
    let (first, next) = pieces.date(start)?;
    let next = match pieces.until(next) {
        Some(next) => next,
        None => Some(pieces.skip(next, &['-', '–', '—'])).filter(|behind| *behind > next)?,
    };
    let next = pieces.lead(next).unwrap_or(next);
    let rest = pieces.tokens.get(next..)?;
    let second = whole(&Text { text, tokens: rest })?;
    resolved(&first).ok()?;
    let rest = text.get(rest.first()?.start..)?;
    Some(match second {
        Said::Value(DateText::Known(known)) => {
            Said::Doubtful(DateText::Known(known), doubt(Severity::Note, text, known))
        }
        Said::Value(DateText::Forever) => {
            let note = Problem::note(Code::DoubtfulDate).value(told(text)).expected(rest);
            Said::Doubtful(DateText::Forever, note)
        }
        other => other,
    })
}

/// A written date as one of the calendar, with all that is doubtful in it.
pub(crate) fn read(
    written: &Written,
    text: &str,
    severity: Option<Severity>,
    weekday: Option<i64>,
) -> Said<DateText> {
    let known = match resolved(written) {
        Ok(known) => known,
        Err(suggestion) => {
            let mut problem = Problem::error(Code::InvalidDate).value(told(text));
            problem.suggestion = suggestion;
            return Said::Problem(problem);
        }
    };
    let is_other_weekday = match (weekday, known.day()) {
        (Some(told), Some(day)) => weekday_of(day) != Some(told),
        _ => false,
    };
    let could_be_either = written.year_digits == 2 && (35..70).contains(&written.year);
    let is_doubtful =
        written.is_doubtful || is_other_weekday || could_be_either || !is_plausible(known.year());
    let severity = if is_doubtful { Some(Severity::Warning) } else { severity };
    match severity {
        None => Said::Value(DateText::Known(known)),
        Some(severity) => Said::Doubtful(DateText::Known(known), doubt(severity, text, known)),
    }
}

/// The date that is written, or the one that was perhaps meant where there is no such day.
fn resolved(written: &Written) -> Result<KnownDate, Option<String>> {
    let year = match (written.year_digits, written.year) {
        (2, year @ 0..50) => 2000 + year,
        (2, year) => 1900 + year,
        (_, year) => year,
    };
    let year = i32::try_from(year).unwrap_or(i32::MAX);
    let Some(month) = written.month else {
        return format!("{year:04}").parse().map_err(|_| None);
    };
    let Some(day) = written.day else {
        return format!("{year:04}-{month:02}").parse().map_err(|_| None);
    };
    if let Ok(day) = day_of(year, month, day) {
        return Ok(day.into());
    }
    let exchanged = || day_of(year, day, month).ok().filter(|_| written.is_numeric);
    let beside = || {
        let first = day_of(year, month, 1).ok().filter(|_| (29..=31).contains(&day))?;
        let next = first.plus_months(1, LeapDay::LastOfMonth).ok()?;
        let last = next.day_before();
        // One day too many may be the next day as well.
        let is_next = day_of(year, month, day - 1).is_ok();
        Some(if is_next { format!("{last} / {next}") } else { last.to_string() })
    };
    Err(exchanged().map(|day| day.to_string()).or_else(beside))
}

/// Whether a year is one that registers have; others are slips.
fn is_plausible(year: i32) -> bool {
    (1850..2100).contains(&year) || year == 9999
}

/// The day of the week, 0 for Monday.
fn weekday_of(day: Date) -> Option<i64> {
    let monday = day_of(2024, 5, 20).ok()?;
    Some(day.days_since(monday).rem_euclid(7))
}

/// A date somewhere in a text that is no date as a whole, or in one where letters were written for
/// digits: to be suggested, never to be used.
fn perhaps(pieces: &Text<'_>) -> Option<KnownDate> {
    if !pieces.text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = |pieces: &Text<'_>, places: usize| {
        (0..pieces.tokens.len().min(places)).find_map(|place| {
            let (written, _) = pieces.date(place)?;
            resolved(&written).ok().filter(|known| is_plausible(known.year()))
        })
    };
    let mended = mended(pieces.text);
    let mended_tokens = tokens(&mended);
    let mended = Text { text: &mended, tokens: &mended_tokens };
    if mended.text == pieces.text { found(pieces, 40) } else { found(&mended, 1) }
}

/// The text with the letters l, I and O as digits where they stand beside digits.
fn mended(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_digit = |place: Option<usize>| {
        place.and_then(|place| characters.get(place)).is_some_and(char::is_ascii_digit)
    };
    let digit = |(place, c): (usize, &char)| {
        let beside = is_digit(place.checked_sub(1)) || is_digit(place.checked_add(1));
        match c {
            'l' | 'I' | '|' if beside => '1',
            'O' | 'o' if beside => '0',
            other => *other,
        }
    };
    characters.iter().enumerate().map(digit).collect()
}

/// That a text was read as a date.
fn doubt(severity: Severity, text: &str, read: impl std::fmt::Display) -> Problem {
    let problem = Problem::note(Code::DoubtfulDate).value(told(text)).expected(read);
    Problem { severity, ..problem }
}

#[cfg(test)]
mod tests;
