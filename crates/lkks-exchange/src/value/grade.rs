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
//! | `B (84,5)`, `B nilai 84,5` | the grade and its score |
//! | `Terakreditasi`, `Sudah`, `Ada`, `√` | accredited; the grade is not known |
//! | `2021`, a day | accredited then, doubtful: perhaps its last year |
//! | `Belum`, `Belum terakreditasi`, `tidak`, `-` | not accredited |
//! | `dlm proses`, `pengajuan akreditasi` | in progress, which is neither, with a note that it is therefore not known |
//! | `A (Cukup)`, `A/B`, `x` | a problem: which of them? |
//! | `B (kadaluarsa)`, `Unggul`, 84 | a problem |
//! | empty, `n/a`, `?` | nothing: not known |

use crate::value::Said;
use crate::value::date::{self, Among, DateText, MOST_BYTES, Text, tokens};
use crate::value::number::decimal;
use crate::value::presence::{self, Presence};
use crate::value::text::{
    ambiguous, clean, fold, formula, in_progress, not_understood, note_as, read_as, told,
    wrong_type,
};
use crate::workbook::Cell;
use lkks::known_date::KnownDate;
use lkks::problem::Severity;
use lkks::{Decimal, Problem};

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
}

impl From<GradeText> for AccreditationText {
    fn from(grade: GradeText) -> Self {
        Self { grade, score: None, decided: None, last: None }
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
    if let [letter @ b'A'..=b'E'] = text.as_bytes() {
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

/// What a text says in parts: a date, a score, and words.
fn in_parts(text: &str) -> Option<Said<AccreditationText>> {
    let pieces = tokens(text);
    let pieces = Text { text, tokens: &pieces };
    let mut rest = text.to_owned();
    let mut said = AccreditationText::from(GradeText::AccreditedWithoutGrade);
    let mut problem = None;
    if let Some(found) = date::find(&pieces, 0, Among::Words, false) {
        rest = without(&pieces, &found)?;
        let severity = found.severity;
        let known = match date::read(&found.written, text, severity, found.weekday) {
            Said::Value(DateText::Known(known)) => known,
            Said::Doubtful(DateText::Known(known), doubt) => {
                problem = Some(doubt);
                known
            }
            Said::Problem(wrong) => return Some(Said::Problem(wrong)),
            _ => return None,
        };
        *if found.is_until { &mut said.last } else { &mut said.decided } = Some(known);
    }
    let has_date = said.last.is_some() || said.decided.is_some();
    said.score = take_score(&mut rest)?;
    let words = Words::of(&fold(&rest))?;
    match words.grade(text)? {
        Graded::Grade(letter, doubt) => {
            said.grade = GradeText::Grade(letter.into());
            problem = problem.or(doubt);
        }
        Graded::Contradictory(problem) => return Some(Said::Problem(problem)),
        Graded::Not(grade) if has_date || said.score.is_some() => {
            // A date beside `Belum` belongs to something else.
            return (grade == GradeText::InProgress && said.score.is_none())
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

/// The text without the pieces of a date.
fn without(pieces: &Text<'_>, found: &date::Found) -> Option<String> {
    let start = pieces.tokens.get(found.pieces.start)?.start;
    let end = pieces.tokens.get(found.pieces.end.checked_sub(1)?)?.end;
    Some(format!("{} {}", pieces.text.get(..start)?, pieces.text.get(end..)?))
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
                "belum" | "blm" | "tidak" | "tdk" | "non" => found.is_negative = true,
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
const FILLERS: [&str; 25] = [
    "akreditasi",
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
mod tests {
    use super::*;
    use crate::value::text::tests::{NIK, any_cell, is_accounted_for};
    use lkks::message::Code;
    use proptest::prelude::*;

    fn said(text: &str) -> Said<AccreditationText> {
        grade(Cell::Text(text))
    }

    fn graded(letter: &str) -> AccreditationText {
        GradeText::Grade(letter.into()).into()
    }

    fn known(text: &str) -> Option<KnownDate> {
        Some(text.parse().unwrap_or_else(|problem| panic!("{problem:?}")))
    }

    #[test]
    fn a_letter_is_a_grade_whatever_stands_around_it() {
        for (text, letter) in [
            ("A", "A"),
            ("b", "B"),
            (" C ", "C"),
            ("\"B\"", "B"),
            ("(B)", "B"),
            ("Akreditasi A", "A"),
            ("TERAKREDITASI B", "B"),
            ("Terakreditasi \u{a0}'B'", "B"),
            ("Peringkat: C", "C"),
            ("Baik (B)", "B"),
            ("B / Baik", "B"),
            ("B (Baik)", "B"),
            ("C (Cukup)", "C"),
            ("A (Baik Sekali)", "A"),
            ("A (Sangat Baik)", "A"),
            ("Sudah terakreditasi B", "B"),
            ("D", "D"),
        ] {
            assert_eq!(said(text), Said::Value(graded(letter)), "{text}");
        }
    }

    #[test]
    fn a_name_stands_for_a_letter_and_that_is_told() {
        use Severity::{Note, Warning};
        for (text, letter, severity) in [
            ("Baik Sekali", "A", Note),
            ("baik", "B", Note),
            ("Terakreditasi Cukup", "C", Note),
            ("Sangat Baik", "A", Warning),
            ("B (proses perpanjangan)", "B", Warning),
        ] {
            let Said::Doubtful(read, problem) = said(text) else { panic!("{text}") };
            assert_eq!((read, problem.severity), (graded(letter), severity), "{text}");
            assert_eq!(problem.expected.as_deref(), Some(letter));
        }
    }

    #[test]
    fn a_date_or_a_score_beside_it_is_kept() {
        let b = || graded("B");
        for (text, expected) in [
            ("B (2021)", AccreditationText { decided: known("2021"), ..b() }),
            ("B, 2021", AccreditationText { decided: known("2021"), ..b() }),
            ("Terakreditasi B tahun 2021", AccreditationText { decided: known("2021"), ..b() }),
            ("Terakreditasi B th. 2021", AccreditationText { decided: known("2021"), ..b() }),
            ("B / 12-07-2021", AccreditationText { decided: known("2021-07-12"), ..b() }),
            ("B tgl 12 Juli 2021", AccreditationText { decided: known("2021-07-12"), ..b() }),
            ("B (Juli 2021)", AccreditationText { decided: known("2021-07"), ..b() }),
            ("B s/d 2026", AccreditationText { last: known("2026"), ..b() }),
            ("B (84,5)", AccreditationText { score: "84.5".parse().ok(), ..b() }),
            ("B nilai 84", AccreditationText { score: "84".parse().ok(), ..b() }),
            (
                "B (84,5) tahun 2021",
                AccreditationText { score: "84.5".parse().ok(), decided: known("2021"), ..b() },
            ),
            (
                "Terakreditasi 2021",
                AccreditationText {
                    decided: known("2021"),
                    ..GradeText::AccreditedWithoutGrade.into()
                },
            ),
        ] {
            assert_eq!(said(text), Said::Value(expected), "{text}");
        }
    }

    #[test]
    fn an_accreditation_may_have_no_grade() {
        for text in ["Terakreditasi", "Sudah", "Ada", "√", "v", "Sudah terakreditasi", "Ya"] {
            let grade = GradeText::AccreditedWithoutGrade;
            assert_eq!(said(text), Said::Value(grade.into()), "{text}");
        }
        for cell in [Cell::Text("2021"), Cell::Number(2021.0), Cell::Text("Tahun 2021")] {
            let Said::Doubtful(read, _) = grade(cell) else { panic!("{cell:?}") };
            assert_eq!(read.grade, GradeText::AccreditedWithoutGrade);
            assert_eq!(read.decided, known("2021"));
        }
    }

    #[test]
    fn not_accredited_is_said_in_many_ways() {
        for text in [
            "-",
            "–",
            "Belum",
            "belum ada",
            "Belum terakreditasi",
            "Blm. Akreditasi",
            "tidak",
            "Tidak terakreditasi",
            "non akreditasi",
            "Non-Akreditasi",
            "×",
        ] {
            assert_eq!(said(text), Said::Value(GradeText::NotAccredited.into()), "{text}");
        }
    }

    #[test]
    fn in_progress_is_neither_and_that_is_told() {
        for text in [
            "dlm proses",
            "Proses akreditasi",
            "sedang proses akreditasi",
            "pengajuan akreditasi",
            "Proses re-akreditasi",
            "Belum (dlm proses)",
            "dalam proses reakreditasi",
        ] {
            let Said::Doubtful(read, note) = said(text) else { panic!("{text}") };
            assert_eq!(read, GradeText::InProgress.into(), "{text}");
            assert_eq!((note.code, note.severity), (Code::InProgress, Severity::Note), "{text}");
        }
    }

    #[test]
    fn a_contradiction_is_asked_about() {
        for (text, expected) in
            [("A (Cukup)", "A, C"), ("A/B", "A, B"), ("B atau C", ""), ("x", "Ada, Tidak ada")]
        {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            if expected.is_empty() {
                assert_eq!(problem.code, Code::NotUnderstood, "{text}");
            } else {
                assert_eq!(problem.code, Code::AmbiguousValue, "{text}");
                assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
            }
        }
    }

    #[test]
    fn anything_else_is_a_problem() {
        for text in
            ["B (kadaluarsa)", "Unggul", "84", "84,5", "B 1 2", "F", "belum B", "cukup baik", NIK]
        {
            let Said::Problem(problem) = said(text) else { panic!("{text}: {:?}", said(text)) };
            assert_eq!(problem.code, Code::NotUnderstood, "{text}");
        }
        let Said::Problem(problem) = said("B (31-02-2021)") else { panic!("no problem") };
        assert_eq!(problem.code, Code::InvalidDate);
        assert!(matches!(grade(Cell::Number(84.5)), Said::Problem(_)));
        for text in ["", "n/a", "?", "kosong"] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_cell_is_understood_nothing_or_a_problem(
            cell in any_cell("(A|B|C|Baik|Cukup|terakreditasi|belum|proses|2021|84,5|[-/() ]){0,7}")
        ) {
            is_accounted_for(&cell, &grade(cell.cell()));
        }

        #[test]
        fn what_the_library_writes_is_read_again(letter in "[A-E]") {
            prop_assert_eq!(said(&letter), Said::Value(graded(&letter)));
        }
    }
}
