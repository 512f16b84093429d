//! What a column of accreditations says: a grade, and often its date or score beside it.
//!
//! | a cell | says |
//! | --- | --- |
//! | `A`, `b`, `Akreditasi A`, `Terakreditasi B`, `Peringkat: C` | that grade |
//! | `Baik (B)`, `B / Baik`, `C (Cukup)`, `A (Baik Sekali)` | that grade |
//! | `Baik Sekali`, `Baik`, `Cukup` | A, B, C, with a note: the names of Permensos 17/2012, as reported |
//! | `Sangat Baik`, `Amat Baik` | A, doubtful: not the name that was reported |
//! | `B (2021)`, `Terakreditasi B tahun 2021`, `B / 12-07-2021` | the grade and the date of the decision |
//! | `B s/d 2026` | the grade and its last day |
//! | `A (2022-2027)`, `B tgl 12 Juli 2022 s/d 12 Juli 2027` | the grade, the date of the decision and the last day |
//! | `B (SK No. 12/2022)`, `B No. 12/2022 tgl 12-07-2022` | the grade, the number of the certificate and its days |
//! | `B+`, `A-` | that letter, doubtful: such grades are not known |
//! | `D`, `E` | that letter, doubtful: no grade of the regulation, though other instruments have it |
//! | `B (84,5)`, `B nilai 84,5` | the grade and its score |
//! | `Terakreditasi`, `Sudah`, `Ada`, `√` | accredited; the grade is not known |
//! | `2021`, a day | accredited then, doubtful: perhaps its last year |
//! | `Belum`, `Belum terakreditasi`, `tidak`, `TT`, `-` | not accredited |
//! | `dlm proses`, `pengajuan akreditasi` | in progress, which is neither, with a note that it is therefore not known |
//! | `A (Cukup)`, `A/B`, `x` | a problem: which of them? |
//! | `B (kadaluarsa)`, `Unggul`, 84 | a problem |
//! | empty, `n/a`, `?` | nothing: not known |

use crate::value::Said;
use crate::value::date::{self, Among, DateText, MOST_BYTES, Text, tokens};
use crate::value::number::decimal;
use crate::value::paper::{end_of_part, paper};
use crate::value::presence::{self, Presence};
use crate::value::text::{
    ambiguous, clean, fold, formula, in_progress, not_understood, note_as, read_as, told,
    wrong_type,
};
use crate::workbook::{Cell, Epoch};
use lkks::known_date::KnownDate;
use lkks::message::Code;
use lkks::problem::Severity;
use lkks::{Decimal, Problem};
use std::ops::Range;

/// Whether an organisation is accredited, and how.
///
/// ```
/// use lkks_exchange::value::{Said, grade::{GradeText, grade}};
/// use lkks_exchange::workbook::Cell;
/// let Said::Value(said) = grade(Cell::Text("Belum terakreditasi")) else { panic!() };
/// assert_eq!(said.grade, GradeText::NotAccredited);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GradeText {
    /// With this grade, a capital letter.
    Grade(String),
    /// Not accredited.
    NotAccredited,
    /// Applied for, and therefore not known.
    InProgress,
    /// Accredited, but with which grade is not said.
    AccreditedWithoutGrade,
}

/// What a cell says of an accreditation.
///
/// ```
/// use lkks_exchange::value::{Said, grade::{GradeText, grade}};
/// use lkks_exchange::workbook::Cell;
/// let Said::Value(said) = grade(Cell::Text("Terakreditasi B tahun 2021")) else { panic!() };
/// assert_eq!(said.grade, GradeText::Grade("B".into()));
/// assert_eq!(said.decided, Some("2021".parse()?));
/// # Ok::<(), lkks::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccreditationText {
    /// The grade.
    pub grade: GradeText,
    /// The score beside it.
    pub score: Option<Decimal>,
    /// The date of the decision beside it.
    pub decided: Option<KnownDate>,
    /// The last day beside it.
    pub last: Option<KnownDate>,
    /// The number of the certificate beside it.
    pub number: Option<String>,
}

impl From<GradeText> for AccreditationText {
    fn from(grade: GradeText) -> Self {
        Self { grade, score: None, decided: None, last: None, number: None }
    }
}

const EXPECTED: &str = "A, B, C";

/// The accreditation in a cell.
///
/// ```
/// use lkks_exchange::value::{Said, grade::{GradeText, grade}};
/// use lkks_exchange::workbook::Cell;
/// for text in ["B", "Baik (B)", "Terakreditasi B"] {
///     let Said::Value(said) = grade(Cell::Text(text)) else { panic!() };
///     assert_eq!(said.grade, GradeText::Grade("B".into()));
/// }
/// let Said::Problem(problem) = grade(Cell::Text("A (Cukup)")) else { panic!() };
/// assert_eq!(problem.expected.as_deref(), Some("A, C"));
/// ```
pub fn grade(cell: Cell<'_>) -> Said<AccreditationText> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(true) => Said::Value(GradeText::AccreditedWithoutGrade.into()),
        Cell::Boolean(false) => Said::Value(GradeText::NotAccredited.into()),
        Cell::Date(day) => accredited_then(day.into(), &day.to_string()),
        Cell::Number(number) => {
            let year = number.to_string().parse::<KnownDate>().ok();
            match year.filter(|year| (1990..2100).contains(&year.year())) {
                Some(year) => accredited_then(year, &year.to_string()),
                None => Said::Problem(wrong_type(number, "text")),
            }
        }
        Cell::Text(text) => {
            let text = clean(text);
            of_text(&text)
        }
    }
}

fn accredited_then(decided: KnownDate, text: &str) -> Said<AccreditationText> {
    let grade = GradeText::AccreditedWithoutGrade;
    let said = AccreditationText { decided: Some(decided), ..grade.into() };
    Said::Doubtful(said, read_as(text, "Terakreditasi"))
}

fn of_text(text: &str) -> Said<AccreditationText> {
    if let [letter @ b'A'..=b'C'] = text.as_bytes() {
        return Said::Value(GradeText::Grade(char::from(*letter).into()).into());
    }
    if text.len() > MOST_BYTES {
        return Said::Problem(not_understood(text, EXPECTED));
    }
    let accredited = |presence| match presence {
        Presence::Yes => GradeText::AccreditedWithoutGrade.into(),
        Presence::No => GradeText::NotAccredited.into(),
        Presence::InProgress => GradeText::InProgress.into(),
    };
    let has_letters = text.contains(char::is_alphanumeric);
    match presence::of_text(text) {
        Some(Said::Value(presence)) => Said::Value(accredited(presence)),
        // A stroke in a column of grades says that there is none.
        Some(Said::Doubtful(Presence::No, _)) if !has_letters => {
            Said::Value(accredited(Presence::No))
        }
        Some(Said::Nothing) => Said::Nothing,
        Some(Said::Problem(problem)) => Said::Problem(problem),
        Some(Said::Doubtful(presence, problem)) => {
            in_parts(text).unwrap_or_else(|| Said::Doubtful(accredited(presence), problem))
        }
        None => in_parts(text).unwrap_or_else(|| Said::Problem(not_understood(text, EXPECTED))),
    }
}

/// What a text says in parts: the number of a paper, dates, a score, and words.
fn in_parts(text: &str) -> Option<Said<AccreditationText>> {
    let mut parts = Parts {
        said: GradeText::AccreditedWithoutGrade.into(),
        problem: None,
        rest: text.to_owned(),
    };
    parts.take_paper();
    if let Err(wrong) = parts.take_dates(text)? {
        return Some(Said::Problem(wrong));
    }
    if has_duration(&parts.rest) {
        return None;
    }
    parts.said.score = take_score(&mut parts.rest)?;
    let signed = take_sign(&mut parts.rest);
    let Parts { mut said, mut problem, rest } = parts;
    let has_date = said.last.is_some() || said.decided.is_some();
    let has_more = has_date || said.score.is_some() || said.number.is_some();
    let words = Words::of(&fold(&rest))?;
    match words.grade(text)? {
        Graded::Grade(letter, doubt) => {
            said.grade = GradeText::Grade(letter.into());
            let doubt = doubt.or_else(|| signed.then(|| read_as(text, letter)));
            problem = graver(problem, doubt);
        }
        Graded::Contradictory(problem) => return Some(Said::Problem(problem)),
        Graded::Not(grade) if has_more => {
            // A date beside `Belum` belongs to something else.
            let is_all = said.score.is_none() && said.number.is_none();
            return (grade == GradeText::InProgress && is_all)
                .then(|| Said::Doubtful(grade.into(), read_as(text, "Dalam proses")));
        }
        Graded::Not(grade) => {
            if grade == GradeText::InProgress {
                problem = Some(in_progress(text));
            }
            said.grade = grade;
        }
        Graded::Unsaid if !words.is_accredited && !has_date => return None,
        Graded::Unsaid if !words.is_accredited => {
            problem = problem.or_else(|| Some(read_as(text, "Terakreditasi")));
        }
        Graded::Unsaid => {}
    }
    Some(match problem {
        None => Said::Value(said),
        Some(problem) => Said::Doubtful(said, problem),
    })
}

fn graver(one: Option<Problem>, other: Option<Problem>) -> Option<Problem> {
    one.into_iter().chain(other).min_by_key(|problem| problem.severity)
}

/// What was taken out of a text so far, and what is left of it.
struct Parts {
    said: AccreditationText,
    problem: Option<Problem>,
    rest: String,
}

impl Parts {
    /// Takes the number of a certificate, and the days that stand right behind it.
    fn take_paper(&mut self) {
        let Some(start) = start_of_number(&self.rest) else { return };
        let Some(behind) = self.rest.get(start..) else { return };
        let end = start + end_of_part(behind);
        let Some(part) = self.rest.get(start..end) else { return };
        let (read, problem) = match paper(Cell::Text(part), Epoch::Of1900) {
            Said::Value(read) => (read, None),
            Said::Doubtful(read, problem) => (read, Some(problem)),
            Said::Nothing | Said::Problem(_) => return,
        };
        if read.number.is_none() {
            return;
        }
        self.said.number = read.number;
        self.said.decided = read.issued;
        if let Some(DateText::Known(last)) = read.last {
            self.said.last = Some(last);
        }
        self.problem = problem;
        self.rest.replace_range(start..end, " ");
    }

    /// Takes the dates; nothing where there are more than a certificate has.
    fn take_dates(&mut self, text: &str) -> Option<Result<(), Problem>> {
        let pieces = tokens(&self.rest);
        let pieces = Text { text: &self.rest, tokens: &pieces };
        if let Some(period) = date::find_period(&pieces) {
            let rest = without(&pieces, &period.pieces)?;
            for (written, is_last) in [(period.first, false), (period.last, true)] {
                if let Err(wrong) =
                    self.take_date(date::read(&written, text, None, None), is_last)?
                {
                    return Some(Err(wrong));
                }
            }
            self.rest = rest;
        }
        // One day of each kind, and what they stand in has to end.
        for _ in 0..3 {
            let pieces = tokens(&self.rest);
            let pieces = Text { text: &self.rest, tokens: &pieces };
            let Some(found) = date::find(&pieces, 0, Among::Words, false) else { break };
            let rest = without(&pieces, &found.pieces)?;
            let said = date::read(&found.written, text, found.severity, found.weekday);
            if let Err(wrong) = self.take_date(said, found.is_until)? {
                return Some(Err(wrong));
            }
            self.rest = rest;
        }
        Some(Ok(()))
    }

    fn take_date(&mut self, said: Said<DateText>, is_last: bool) -> Option<Result<(), Problem>> {
        let slot = if is_last { &mut self.said.last } else { &mut self.said.decided };
        let known = match said {
            _ if slot.is_some() => return None,
            Said::Value(DateText::Known(known)) => known,
            Said::Doubtful(DateText::Known(known), doubt) => {
                self.problem = graver(self.problem.take(), Some(doubt));
                known
            }
            Said::Problem(wrong) => return Some(Err(wrong)),
            _ => return None,
        };
        *slot = Some(known);
        Some(Ok(()))
    }
}

/// Where the number of a certificate begins: at `No.`, or at `SK` before it or before digits.
fn start_of_number(text: &str) -> Option<usize> {
    let pieces = tokens(text);
    let pieces = Text { text, tokens: &pieces };
    let is_one = |place: usize, words: &[&str]| {
        pieces
            .word(place)
            .is_some_and(|word| words.iter().any(|one| word.eq_ignore_ascii_case(one)))
    };
    let starts = |place: usize| {
        let is_number_word = |place| is_one(place, &["no", "nomor", "nomer", "nr"]);
        let next = pieces.skip(place + 1, &['.', ':']);
        let is_decision = is_one(place, &["sk"]);
        is_number_word(place) || (is_decision && (is_number_word(next) || pieces.is_number(next)))
    };
    let place = (0..pieces.tokens.len()).find(|place| starts(*place))?;
    pieces.tokens.get(place).map(|piece| piece.start)
}

/// Takes the sign behind a letter that stands alone, `B+` or `A-`, and says whether there is one.
fn take_sign(text: &mut String) -> bool {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let sign = characters.windows(2).enumerate().find_map(|(place, pair)| {
        let [(_, letter), (at, sign)] = pair else { return None };
        let before = place.checked_sub(1).and_then(|place| characters.get(place));
        let behind = characters.get(place + 2).map(|(_, behind)| *behind);
        let is_alone = !before.is_some_and(|(_, before)| before.is_alphanumeric());
        let is_sign = match sign {
            '+' => true,
            '-' | '−' | '–' => !behind.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        (is_alone && is_sign && matches!(letter.to_ascii_uppercase(), 'A'..='E')).then_some(*at)
    });
    let Some(at) = sign else { return false };
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    text.replace_range(at..at + length, " ");
    true
}

/// The text without these pieces.
fn without(pieces: &Text<'_>, range: &Range<usize>) -> Option<String> {
    let start = pieces.tokens.get(range.start)?.start;
    let end = pieces.tokens.get(range.end.checked_sub(1)?)?.end;
    Some(format!("{} {}", pieces.text.get(..start)?, pieces.text.get(end..)?))
}

/// Whether a text says how long something holds, `3 tahun`, which is no score.
fn has_duration(text: &str) -> bool {
    let pieces = tokens(text);
    let pieces = Text { text, tokens: &pieces };
    let is_unit = |place: usize| {
        let is_one = |word: &str| matches!(word, "tahun" | "thn" | "th" | "bulan" | "bln");
        pieces.word(place).is_some_and(|word| is_one(&fold(word)))
    };
    (0..pieces.tokens.len()).any(|place| pieces.is_number(place) && is_unit(place + 1))
}

/// Takes the one number out of a text; nothing where what stands there is no score.
fn take_score(text: &mut String) -> Option<Option<Decimal>> {
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else { return Some(None) };
    let rest = text.get(start..)?;
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let length = rest.find(|c| !is_figure(c)).unwrap_or(rest.len());
    let figure = rest.get(..length)?.trim_end_matches(['.', ',']);
    let Said::Value(score) = decimal(Cell::Text(figure)) else { return None };
    let end = start + figure.len();
    text.replace_range(start..end, " ");
    (!text.contains(|c: char| c.is_ascii_digit())).then_some(Some(score))
}

/// The words of a text, each known.
#[derive(Default)]
struct Words {
    /// The letters in it, the first of each.
    letters: [Option<char>; 2],
    /// The grade that a name stands for, and whether it is the name of the regulation.
    name: Option<(char, bool)>,
    is_accredited: bool,
    is_negative: bool,
    is_in_progress: bool,
}

/// What the words of a text say.
enum Graded {
    Grade(char, Option<Problem>),
    Not(GradeText),
    Contradictory(Problem),
    Unsaid,
}

impl Words {
    /// The words, where all of them are known.
    fn of(folded: &str) -> Option<Self> {
        let mut found = Self::default();
        let mut words = folded.split(' ').filter(|word| !word.is_empty()).peekable();
        while let Some(word) = words.next() {
            match word {
                "a" | "b" | "c" | "d" | "e" => found.add_letter(word)?,
                "baik" if words.next_if_eq(&"sekali").is_some() => found.add_name('A', true)?,
                "sangat" | "amat" if words.next_if_eq(&"baik").is_some() => {
                    found.add_name('A', false)?;
                }
                "baik" => found.add_name('B', true)?,
                "cukup" => found.add_name('C', true)?,
                "belum" | "blm" | "tidak" | "tdk" | "non" | "tt" => found.is_negative = true,
                "sudah" | "sdh" | "telah" | "ya" | "ada" | "terakreditasi" | "terakreditas"
                | "accredited" => found.is_accredited = true,
                _ if FILLERS.contains(&word) => {}
                _ if presence::is_in_progress(word) => found.is_in_progress = true,
                "sedang" | "dalam" | "dlm" | "masih" => {}
                _ => return None,
            }
        }
        Some(found)
    }

    fn add_letter(&mut self, word: &str) -> Option<()> {
        let letter = word.chars().next()?.to_ascii_uppercase();
        match self.letters {
            [None, _] => self.letters = [Some(letter), None],
            [Some(first), None] if first != letter => self.letters = [Some(first), Some(letter)],
            [Some(first), second] if first == letter || second == Some(letter) => {}
            _ => return None,
        }
        Some(())
    }

    fn add_name(&mut self, letter: char, is_of_regulation: bool) -> Option<()> {
        self.name.is_none().then(|| self.name = Some((letter, is_of_regulation)))
    }

    fn grade(&self, text: &str) -> Option<Graded> {
        let has_grade = self.letters[0].is_some() || self.name.is_some();
        if self.is_negative || self.is_in_progress {
            return match (has_grade, self.is_in_progress, self.is_negative) {
                (false, true, _) => Some(Graded::Not(GradeText::InProgress)),
                (false, false, _) => Some(Graded::Not(GradeText::NotAccredited)),
                // `B (proses perpanjangan)`
                (true, true, false) => match self.graded(text) {
                    Graded::Grade(letter, doubt) => {
                        let doubt = doubt.filter(|doubt| doubt.severity == Severity::Warning);
                        Some(Graded::Grade(letter, doubt.or(Some(read_as(text, letter)))))
                    }
                    other => Some(other),
                },
                (true, _, _) => None,
            };
        }
        Some(self.graded(text))
    }

    fn graded(&self, text: &str) -> Graded {
        match (self.letters, self.name) {
            ([None, _], None) => Graded::Unsaid,
            ([None, _], Some((letter, true))) => Graded::Grade(letter, Some(note_as(text, letter))),
            ([None, _], Some((letter, false))) => {
                Graded::Grade(letter, Some(read_as(text, letter)))
            }
            ([Some(letter @ ('D' | 'E')), None], None) => {
                let doubt = Problem::warning(Code::UnknownGrade).value(letter).expected(EXPECTED);
                Graded::Grade(letter, Some(doubt))
            }
            ([Some(letter), None], None) => Graded::Grade(letter, None),
            ([Some(letter), None], Some((name, _))) if letter == name => {
                Graded::Grade(letter, None)
            }
            ([Some(letter), Some(other)], _) | ([Some(letter), None], Some((other, _))) => {
                Graded::Contradictory(ambiguous(&told(text), format!("{letter}, {other}")))
            }
        }
    }
}

/// Words beside a grade that add nothing to it.
const FILLERS: [&str; 31] = [
    "akreditasi",
    "akr",
    "akred",
    "sk",
    "kemensos",
    "mensos",
    "masa",
    "reakreditasi",
    "re",
    "peringkat",
    "predikat",
    "grade",
    "nilai",
    "skor",
    "score",
    "dengan",
    "dgn",
    "sertifikat",
    "tahun",
    "th",
    "thn",
    "tgl",
    "tanggal",
    "status",
    "kategori",
    "lks",
    "lksa",
    "balks",
    "berlaku",
    "hasil",
    "on",
];

#[cfg(test)]
mod tests;
