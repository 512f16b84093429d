//! Papers: the number of a deed, an approval or a certificate, and often its dates beside it.
//!
//! | a cell | says |
//! | --- | --- |
//! | `12`, `460/123/2021`, `No. 12`, `Nomor: 460 / 123 / 2021`, the number 12 | a number, as written, without `No.` |
//! | `AHU-0012345.AH.01.04.Tahun 2016`, `12 Tahun 2010`, `12/VII/2019` | a number: its year is part of it |
//! | `No. 12 tgl 3 Maret 2010`, `12, 3-3-2010`, `460/123 (5/6/2021)`, `3 Maret 2010 No. 12` | a number and the day it was issued |
//! | `460/123 s/d 5 Juni 2026`, `460/123, seumur hidup`, `5 Juni 2021 s/d 5 Juni 2026` | a number, and its days |
//! | `Akta Notaris No. 12`, `SK Kemenkumham No. …`, `Ada, No. 12` | the same without these words |
//! | `3 Maret 2010`, `Tahun 2010` | when it was issued; its number is not known |
//! | `12-3-2010`, a day | when it was issued, doubtful: perhaps a number |
//! | `2010` | a number, doubtful: perhaps a year |
//! | `No. 12 Notaris Contoh, SH`, `Akta Notaris Contoh SH No.12` | the number, with a note: the notary is not kept |
//! | `12 (fotokopi)`, two papers | the first of each, doubtful: the rest is not kept |
//! | `No. 12 tgl 31 Februari 2010` | the number, with the problem of the date |
//! | `Ada`, `√`, `belum`, `tidak ada` | that there is one, or none |
//! | `dlm proses` | that it is applied for, with a note |
//! | `x`, `Notaris Contoh`, `belum, No. 12` | a problem |
//! | empty, `-`, `?`, `n/a` | nothing |

use crate::value::Said;
use crate::value::date::{
    Among, DateText, Found, MOST_BYTES, Text, date, duration, find, read as read_date, sure, tokens,
};
use crate::value::presence::{self, Presence};
use crate::value::text::{
    fold, formula, is_dash, not_understood, note_as, read_as, text as text_of,
};
use crate::workbook::{Cell, Epoch};
use lkks::Problem;
use lkks::known_date::KnownDate;
use lkks::problem::Severity;

/// What a cell says of a paper.
///
/// ```
/// use lkks_exchange::value::{Said, paper::paper};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// let cell = Cell::Text("460/123/2021, 5 Juni 2021 s/d 5 Juni 2026");
/// let Said::Value(said) = paper(cell, Epoch::Of1900) else { panic!() };
/// assert_eq!(said.number.as_deref(), Some("460/123/2021"));
/// assert_eq!(said.issued, Some("2021-06-05".parse()?));
/// # Ok::<(), lkks::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperText {
    /// Its number, as written.
    pub number: Option<String>,
    /// When it was issued, as far as it is known.
    pub issued: Option<KnownDate>,
    /// Its last day, or that it has none.
    pub last: Option<DateText>,
    /// Whether there is one, where a word says so.
    pub presence: Option<Presence>,
}

impl PaperText {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was understood, for problems.
    fn told(&self) -> String {
        let last = self.last.map(|last| match last {
            DateText::Known(known) => known.to_string(),
            DateText::Forever => "seumur hidup".to_owned(),
        });
        let parts = [
            self.number.clone(),
            self.issued.map(|issued| issued.to_string()),
            last.map(|last| format!("s/d {last}")),
            self.presence.map(|presence| presence.word().to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl From<Presence> for PaperText {
    fn from(presence: Presence) -> Self {
        Self { presence: Some(presence), ..Self::default() }
    }
}

const EXPECTED: &str = "460/123/2021, 2021-06-05";

/// The paper in a cell.
///
/// ```
/// use lkks_exchange::value::{Said, paper::paper};
/// use lkks_exchange::workbook::{Cell, Epoch};
/// let Said::Value(deed) = paper(Cell::Text("No. 12 tgl 3 Maret 2010"), Epoch::Of1900) else {
///     panic!()
/// };
/// assert_eq!(deed.number.as_deref(), Some("12"));
/// assert_eq!(deed.issued.map(|day| day.to_string()).as_deref(), Some("2010-03-03"));
/// ```
pub fn paper(cell: Cell<'_>, epoch: Epoch) -> Said<PaperText> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(true) => Said::Value(Presence::Yes.into()),
        Cell::Boolean(false) => Said::Value(Presence::No.into()),
        Cell::Date(day) => {
            let said = PaperText { issued: Some(day.into()), ..PaperText::default() };
            Said::Doubtful(said, read_as(&day.to_string(), day))
        }
        Cell::Number(_) => match text_of(cell) {
            Said::Value(number) => numbered(number, None),
            Said::Doubtful(number, problem) => numbered(number, Some(problem)),
            Said::Nothing => Said::Nothing,
            Said::Problem(problem) => Said::Problem(problem),
        },
        Cell::Text(_) => match text_of(cell) {
            Said::Value(text) => of_text(&text, epoch, None),
            Said::Doubtful(text, problem) => of_text(&text, epoch, Some(problem)),
            // `tidak ada` says more than a stroke.
            Said::Nothing => of_nothing(cell),
            Said::Problem(problem) => Said::Problem(problem),
        },
    }
}

fn of_nothing(cell: Cell<'_>) -> Said<PaperText> {
    match (cell, presence::presence(cell)) {
        (Cell::Text(text), Said::Value(presence)) if !is_dash(text) => Said::Value(presence.into()),
        _ => Said::Nothing,
    }
}

/// A number alone, which in digits could be a year.
fn numbered(number: String, problem: Option<Problem>) -> Said<PaperText> {
    let is_year =
        number.len() == 4 && number.parse().is_ok_and(|year: u32| (1900..2100).contains(&year));
    let problem = problem.or_else(|| is_year.then(|| read_as(&number, &number)));
    said(PaperText { number: Some(number), ..PaperText::default() }, problem)
}

fn said(paper: PaperText, problem: Option<Problem>) -> Said<PaperText> {
    match problem {
        None => Said::Value(paper),
        Some(problem) => Said::Doubtful(paper, problem),
    }
}

/// What a cleaned text says, of which `problem` is known already.
fn of_text(text: &str, epoch: Epoch, problem: Option<Problem>) -> Said<PaperText> {
    if text.len() > MOST_BYTES {
        return Said::Problem(not_understood(text, EXPECTED));
    }
    if problem.is_none() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return numbered(text.to_owned(), None);
    }
    if problem.is_none() && is_approval(text) {
        return Said::Value(PaperText { number: Some(text.to_owned()), ..PaperText::default() });
    }
    of_any_text(text, epoch, problem)
}

/// Whether a text is the number of an approval as the ministry of law writes them, the most frequent
/// of all: `AHU-0012345.AH.01.04.Tahun 2016`.
fn is_approval(text: &str) -> bool {
    const FORM: &[u8] = b"AHU-0000000.AH.00.00.Tahun 0000";
    let fits = |(byte, form): (u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        sign => byte == *sign,
    };
    text.len() == FORM.len() && text.bytes().zip(FORM).all(fits)
}

fn of_any_text(text: &str, epoch: Epoch, problem: Option<Problem>) -> Said<PaperText> {
    match presence::of_text(text) {
        Some(Said::Value(presence)) => return Said::Value(presence.into()),
        Some(Said::Problem(problem)) => return Said::Problem(problem),
        Some(Said::Doubtful(presence, doubt)) if !text.contains(|c: char| c.is_ascii_digit()) => {
            return Said::Doubtful(presence.into(), doubt);
        }
        Some(Said::Doubtful(Presence::No, _)) => {
            return Said::Problem(not_understood(text, EXPECTED));
        }
        _ => {}
    }
    let paper = PaperText::default();
    let mut parts = Parts { text, epoch, paper, left: Left::Nothing, is_notary: false, problem };
    for segment in parts.take_dates() {
        parts.take_segment(segment);
    }
    parts.said()
}

/// What of a text is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Left {
    Nothing,
    /// Whose hand a deed is of.
    Notary,
    More,
}

/// A text as far as it is understood.
struct Parts<'a> {
    text: &'a str,
    epoch: Epoch,
    paper: PaperText,
    left: Left,
    /// Whether the part before was the name of a notary.
    is_notary: bool,
    /// What is wrong or doubtful in it.
    problem: Option<Problem>,
}

impl<'a> Parts<'a> {
    fn said(self) -> Said<PaperText> {
        let Self { text, paper, left, problem, .. } = self;
        if paper.is_empty() {
            return Said::Problem(problem.unwrap_or_else(|| not_understood(text, EXPECTED)));
        }
        let is_enough = |problem: &Problem| left < Left::More || problem.severity != Severity::Note;
        let problem = problem.filter(is_enough).or_else(|| match left {
            Left::Nothing => None,
            Left::Notary => Some(note_as(text, paper.told())),
            Left::More => Some(read_as(text, paper.told())),
        });
        said(paper, problem)
    }

    /// Keeps the graver of two problems.
    fn tell(&mut self, problem: Problem) {
        let rank = |problem: &Problem| match problem.severity {
            Severity::Error => 2,
            Severity::Warning => 1,
            Severity::Note => 0,
        };
        if self.problem.as_ref().is_none_or(|known| rank(known) < rank(&problem)) {
            self.problem = Some(problem);
        }
    }

    /// Takes the dates out of the text, and gives what stands between them.
    fn take_dates(&mut self) -> Vec<&'a str> {
        let tokens = tokens(self.text);
        let pieces = Text { text: self.text, tokens: &tokens };
        let (mut segments, mut from, mut start) = (Vec::new(), 0, 0);
        while let Some(found) = find(&pieces, from, Among::Numbers, false) {
            let at = |place: usize| tokens.get(place);
            let begin = at(found.pieces.start).map_or(start, |piece| piece.start);
            let end = found.pieces.end.checked_sub(1).and_then(at).map_or(begin, |piece| piece.end);
            segments.push(self.text.get(start..begin).unwrap_or_default());
            self.take_date(&found, begin == 0 && end == self.text.len());
            from = found.pieces.end.max(from + 1);
            start = end;
        }
        segments.push(self.text.get(start..).unwrap_or_default());
        segments
    }

    fn take_date(&mut self, found: &Found, is_alone: bool) {
        let last_or_issued = |paper: &PaperText| match found.is_until {
            true => paper.last.is_some(),
            false => paper.issued.is_some(),
        };
        if last_or_issued(&self.paper) {
            // Of two papers, the first is kept.
            self.left = Left::More;
            return;
        }
        let said = read_date(&found.written, self.text, found.severity, found.weekday);
        let known = match said {
            Said::Value(DateText::Known(known)) => known,
            Said::Doubtful(DateText::Known(known), doubt) => {
                self.tell(doubt);
                known
            }
            Said::Problem(problem) => return self.tell(problem),
            _ => return,
        };
        if found.is_until {
            self.paper.last = Some(DateText::Known(known));
        } else {
            self.paper.issued = Some(known);
        }
        // Digits alone could be a number, such as 12/3/2010.
        if is_alone && found.written.is_numeric && !found.is_told {
            self.left = Left::More;
        }
    }

    /// Takes what stands before, between or behind dates.
    fn take_segment(&mut self, segment: &str) {
        let mut rest = segment;
        while !rest.is_empty() {
            let end = end_of_part(rest);
            let (part, behind) = rest.split_at(end);
            rest = behind.get(behind.chars().next().map_or(0, char::len_utf8)..).unwrap_or("");
            let part = part.trim();
            if !part.is_empty() && !is_dash(part) {
                self.take_part(part);
            }
        }
    }

    fn take_part(&mut self, part: &str) {
        if is_length(part) {
            self.left = Left::More;
            return;
        }
        if part.contains(|c: char| c.is_ascii_digit()) {
            if part.starts_with(|c: char| c.is_alphabetic())
                && let Some(known) = self.date_alone(part)
            {
                self.paper.issued = Some(known);
                return;
            }
            return self.take_number(part);
        }
        match (date(Cell::Text(part), self.epoch), presence::of_text(part)) {
            (Said::Value(DateText::Forever), _) if self.paper.last.is_none() => {
                self.paper.last = Some(DateText::Forever);
            }
            (_, Some(Said::Value(Presence::Yes))) => self.paper.presence = Some(Presence::Yes),
            _ if self.is_notary && is_title(part) => {}
            _ => {
                let (left, is_notary) = left_of(part.split(' '), false);
                (self.left, self.is_notary) = (self.left.max(left), is_notary);
            }
        }
    }

    /// `Tahun 2010`, where no other day is told.
    fn date_alone(&self, part: &str) -> Option<KnownDate> {
        let is_free = self.paper.issued.is_none() && self.paper.number.is_none();
        if is_free { sure(part, self.epoch) } else { None }
    }

    fn take_number(&mut self, part: &str) {
        let Some((number, left, is_notary)) =
            number_in(part, self.is_notary).filter(|_| self.paper.number.is_none())
        else {
            self.left = Left::More;
            return;
        };
        (self.left, self.is_notary) = (self.left.max(left), is_notary);
        let is_year = number.len() == 4 && part.len() == 4 && self.paper.is_empty();
        if is_year && let Said::Doubtful(_, doubt) = numbered(number.clone(), None) {
            self.tell(doubt);
        }
        self.paper.number = Some(number);
    }
}

/// Where a part of a text ends: at a bracket, a semicolon, or a comma with a blank behind it.
pub(super) fn end_of_part(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let ends = match c {
            '(' | ')' | ';' | '[' | ']' => true,
            ',' => characters.peek().is_none_or(|(_, next)| *next == ' '),
            _ => false,
        };
        if ends {
            return at;
        }
    }
    text.len()
}

/// The number in a part with digits, what stands there besides, and whether that ends with a
/// notary; `is_notary` says whether the part before was one.
fn number_in(part: &str, is_notary: bool) -> Option<(String, Left, bool)> {
    let words: Vec<&str> = part.split(' ').map(without_label).collect();
    let has_digit = |word: &str| word.contains(|c: char| c.is_ascii_digit() || c == '•');
    let first = words.iter().position(|word| has_digit(word))?;
    let is_joined = |word: Option<&&str>, next: Option<&&str>| {
        word.is_some_and(|word| word.ends_with(JOINING))
            || next.is_some_and(|next| next.starts_with(JOINING))
    };
    // `AHU - 12`, `DINSOS/ 12`, `STP 460/12`
    let mut start = first;
    let is_labelled = part.split(' ').nth(first) != words.get(first).copied();
    while let Some(before) = start.checked_sub(1).filter(|_| !is_labelled)
        && words.get(before).is_some_and(|word| is_code(word) && !is_label(word) && !is_title(word))
    {
        start = before;
    }
    let mut end = first + 1;
    while let Some(word) = words.get(end) {
        let next = words.get(end + 1);
        // `460 / Dinsos / 2021`, but not `12 - Notaris`
        let is_between = is_joined(words.get(end - 1), Some(word))
            && (is_code(word) || is_joined(Some(word), next));
        let is_year = is_year_word(word) && next.is_some_and(|next| has_digit(next));
        if !has_digit(word) && !is_between && !is_year {
            break;
        }
        end += 1;
    }
    let number = words.get(start..end)?.join(" ");
    let number = number.trim_matches([' ', '.', ',', ':', '-', '–', '/']);
    let (before, _) = left_of(words.iter().take(start).copied(), is_notary);
    let (behind, is_notary) = left_of(words.iter().skip(end).copied(), false);
    Some((number.to_owned(), before.max(behind), is_notary))
}

/// What some words say that is not kept, and whether they name a notary. Titles may stand first
/// behind one that is named before.
fn left_of<'a>(words: impl Iterator<Item = &'a str>, has_titles: bool) -> (Left, bool) {
    let (mut left, mut is_notary) = (Left::Nothing, false);
    for word in words {
        let folded = fold(word);
        is_notary |= matches!(folded.as_str(), "notaris" | "notaris ppat");
        let is_known = folded.is_empty() || SHORT.contains(&folded.as_str()) || are_labels(&folded);
        if !(is_known || has_titles && is_title(word)) {
            left = left.max(if is_notary { Left::Notary } else { Left::More });
        }
    }
    (left, is_notary)
}

/// Whether a part says how long a paper holds: `3 tahun`, and `berlaku 3` before `(tiga) tahun`.
fn is_length(part: &str) -> bool {
    // All words of lengths have one of these letters, and few numbers do.
    let may_be = |byte: u8| matches!(byte.to_ascii_lowercase(), b't' | b'b' | b'y' | b'm' | b's');
    if !part.bytes().any(may_be) {
        return false;
    }
    let folded = fold(part);
    let behind = ["berlaku ", "selama "].iter().find_map(|word| folded.strip_prefix(word));
    let is_count = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    duration(part).is_some() || behind.is_some_and(is_count)
}

/// Whether a text is a title behind a name: `SH.`, `M.Kn`.
fn is_title(text: &str) -> bool {
    let mut folded = fold(text);
    folded.retain(|c| c != ' ');
    TITLES.contains(&folded.as_str())
}

/// Titles of notaries.
const TITLES: [&str; 9] = ["sh", "mkn", "mh", "mhum", "se", "mm", "spn", "cn", "llm"];

/// Marks that join the parts of a number.
const JOINING: [char; 4] = ['/', '-', '.', '–'];

/// `No.12` without its `No.`.
fn without_label(word: &str) -> &str {
    let Some((label, number)) = word.split_once(['.', ':']) else { return word };
    let has_number = number.starts_with(|c: char| c.is_alphanumeric());
    let is_no = matches!(label.to_ascii_lowercase().as_str(), "no" | "nomor" | "nomer" | "nr");
    if is_no && has_number { number } else { word }
}

/// A few capital letters in a number, `AHU` or `B/`, or the marks between them.
fn is_code(word: &str) -> bool {
    let letters = word.trim_matches(JOINING);
    letters.len() <= 6 && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_year_word(word: &str) -> bool {
    word.len() < 12 && matches!(fold(word).as_str(), "tahun" | "thn" | "th")
}

/// Whether a word says no more than which part of a paper stands here.
fn is_label(word: &str) -> bool {
    are_labels(&fold(word))
}

fn are_labels(folded: &str) -> bool {
    folded.split(' ').all(|word| LABELS.contains(&word))
}

const LABELS: [&str; 27] = [
    "no",
    "nomor",
    "nomer",
    "nr",
    "tgl",
    "tanggal",
    "akta",
    "akte",
    "notaris",
    "pendirian",
    "sk",
    "surat",
    "keputusan",
    "kemenkumham",
    "kemenhumham",
    "menkumham",
    "depkumham",
    "pengesahan",
    "tanda",
    "daftar",
    "ijin",
    "izin",
    "operasional",
    "sertifikat",
    "akreditasi",
    "dan",
    "berlaku",
];

/// What papers are called for short; without `No.` behind it, it may be part of the number.
const SHORT: [&str; 4] = ["stp", "stpu", "siop", "std"];

#[cfg(test)]
mod tests;
