//! Whether something is there: a paper, a fact.
//!
//! | a cell | says |
//! | --- | --- |
//! | `Ada`, `ya`, `y`, `v`, `√`, `✓`, `✔`, `☑`, `sudah`, `sudah ada`, `punya`, `lengkap`, `terlampir`, `1`, true | yes |
//! | `tidak`, `tdk`, `t`, `tidak ada`, `belum`, `belum ada`, `nihil`, `×`, `✗`, `0`, false | no |
//! | `dlm proses`, `dalam proses`, `sedang diurus`, `pengajuan`, `on process`, `Belum (dlm proses)` | in progress, which is neither, with a note that it is therefore not known |
//! | `-`, `–`, `☐` | no, doubtful: most write it for "none", some for "not known" |
//! | `Ada (fotokopi)`, `sudah, th. 2019` | what its first word says, doubtful: the rest is not kept |
//! | `ü`, `û` | yes and no, doubtful: the ticks of a font of signs that was lost |
//! | `sduah`, `blum ada` | what it is a slip of, doubtful |
//! | `x`, `X`, `☒` | a problem: a mark or a cross? |
//! | empty, `?`, `...`, `n/a`, `kosong`, `tidak diketahui` | nothing: not known |

use crate::value::Said;
use crate::value::text::{
    ambiguous, clean, fold, formula, in_progress, is_nothing, not_understood, read_as, slip_of,
};
use crate::workbook::Cell;

/// Whether something is there.
///
/// ```
/// use lkks_exchange::value::{Said, presence::{Presence, presence}};
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(presence(Cell::Text("√")), Said::Value(Presence::Yes));
/// assert!(matches!(presence(Cell::Text("dlm proses")), Said::Doubtful(Presence::InProgress, _)));
/// assert!(matches!(presence(Cell::Text("-")), Said::Doubtful(Presence::No, _)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is there.
    Yes,
    /// It is not there.
    No,
    /// It is being applied for, and therefore not known.
    InProgress,
}

impl Presence {
    /// The word that the library writes and reads for it.
    ///
    /// ```
    /// # use lkks_exchange::value::presence::Presence;
    /// assert_eq!(Presence::InProgress.word(), "Dalam proses");
    /// ```
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "Ada",
            Self::No => "Tidak ada",
            Self::InProgress => "Dalam proses",
        }
    }
}

const EXPECTED: &str = "Ada, Tidak ada, Dalam proses";

/// Whether a cell says that something is there.
///
/// ```
/// use lkks_exchange::value::{Said, presence::{Presence, presence}};
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(presence(Cell::Text("Belum ada")), Said::Value(Presence::No));
/// let Said::Problem(problem) = presence(Cell::Text("x")) else { panic!() };
/// assert_eq!(problem.code.key(), "ambiguous-value");
/// ```
pub fn presence(cell: Cell<'_>) -> Said<Presence> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(true) | Cell::Number(1.0) => Said::Value(Presence::Yes),
        Cell::Boolean(false) | Cell::Number(0.0) => Said::Value(Presence::No),
        Cell::Number(number) => Said::Problem(not_understood(&number.to_string(), EXPECTED)),
        Cell::Date(day) => Said::Problem(not_understood(&day.to_string(), EXPECTED)),
        Cell::Text(text) => {
            let text = clean(text);
            of_text(&text).unwrap_or_else(|| Said::Problem(not_understood(&text, EXPECTED)))
        }
    }
}

/// What a cleaned text says; nothing where it is no such text.
pub(crate) fn of_text(text: &str) -> Option<Said<Presence>> {
    // Words have no digits, and a slip of one adds two at most: most numbers of papers end here.
    if has_digits(text, 3) {
        return with_remark(text);
    }
    let folded = fold(text);
    match of_folded(&folded) {
        Some(Presence::InProgress) => {
            return Some(Said::Doubtful(Presence::InProgress, in_progress(text)));
        }
        Some(presence) => return Some(Said::Value(presence)),
        None => {}
    }
    if let Some(said) = of_signs(text) {
        return Some(said);
    }
    if is_nothing(text) {
        return Some(Said::Nothing);
    }
    if let Some(said) = with_remark(text) {
        return Some(said);
    }
    let doubtful = |presence: Presence| Said::Doubtful(presence, read_as(text, presence.word()));
    let yes = YES.iter().map(|name| (*name, Presence::Yes));
    let no = NO.iter().map(|name| (*name, Presence::No));
    slip_of(&folded, yes.chain(no)).map(doubtful)
}

/// What the first words of a text say, behind which more stands.
fn with_remark(text: &str) -> Option<Said<Presence>> {
    let (first, rest) = text.split_once(['(', ',', ';', ':'])?;
    if has_digits(first, 2) {
        return None;
    }
    let presence = of_folded(&fold(first))?;
    // `Ada (dlm proses)`: what is only being asked for is not there yet.
    if presence == Presence::Yes && is_in_progress(&fold(rest)) {
        return Some(Said::Doubtful(Presence::InProgress, in_progress(text)));
    }
    Some(Said::Doubtful(presence, read_as(text, presence.word())))
}

/// Whether a text has at least so many digits.
fn has_digits(text: &str, count: usize) -> bool {
    text.bytes().filter(u8::is_ascii_digit).nth(count - 1).is_some()
}

fn of_folded(folded: &str) -> Option<Presence> {
    if YES.contains(&folded) {
        Some(Presence::Yes)
    } else if says_no(folded) {
        Some(Presence::No)
    } else if is_in_progress(folded) {
        Some(Presence::InProgress)
    } else {
        None
    }
}

/// What signs say that stand alone; one sign may stand several times.
fn of_signs(text: &str) -> Option<Said<Presence>> {
    // A selector of its shape may stand behind a sign.
    let mut signs = text.chars().filter(|c| !matches!(c, ' ' | '\u{fe0e}' | '\u{fe0f}'));
    let sign = signs.next()?;
    if signs.any(|other| other != sign) {
        return None;
    }
    let doubtful = |presence: Presence| Said::Doubtful(presence, read_as(text, presence.word()));
    Some(match sign {
        '√' | '✓' | '✔' | '☑' | '✅' | '🗸' => Said::Value(Presence::Yes),
        '×' | '✗' | '✘' | '✕' | '✖' | '❌' => Said::Value(Presence::No),
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '☐' | '□' => doubtful(Presence::No),
        'ü' => doubtful(Presence::Yes),
        'û' => doubtful(Presence::No),
        'x' | 'X' | '☒' => Said::Problem(ambiguous(text, "Ada, Tidak ada")),
        _ => return None,
    })
}

const YES: [&str; 23] = [
    "ada",
    "ya",
    "iya",
    "y",
    "yes",
    "v",
    "1",
    "true",
    "sudah",
    "sdh",
    "sudah ada",
    "sdh ada",
    "sudah punya",
    "sudah memiliki",
    "punya",
    "mempunyai",
    "memiliki",
    "lengkap",
    "ada lengkap",
    "tersedia",
    "terlampir",
    "dimiliki",
    "masih berlaku",
];

const NO: [&str; 27] = [
    "tidak",
    "tdk",
    "tak",
    "t",
    "no",
    "n",
    "0",
    "false",
    "tidak ada",
    "tdk ada",
    "tak ada",
    "tidak punya",
    "tdk punya",
    "tidak memiliki",
    "tidak mempunyai",
    "tidak tersedia",
    "belum",
    "blm",
    "belum ada",
    "blm ada",
    "belum punya",
    "blm punya",
    "belum memiliki",
    "belum mempunyai",
    "belum tersedia",
    "belum dimiliki",
    "nihil",
];

/// Whether a folded text says that there is none.
pub(crate) fn says_no(folded: &str) -> bool {
    NO.contains(&folded)
}

/// Words of which one says that something is in progress.
const PROGRESS: [&str; 16] = [
    "proses",
    "prosess",
    "diproses",
    "process",
    "progress",
    "progres",
    "diurus",
    "pengurusan",
    "mengurus",
    "pengajuan",
    "diajukan",
    "mengajukan",
    "perpanjangan",
    "diperpanjang",
    "menunggu",
    "menyusul",
];

/// Words that may stand beside those and change nothing.
const BESIDE: [&str; 14] = [
    "dalam", "dlm", "sedang", "sdg", "masih", "msh", "on", "in", "lagi", "tahap", "belum", "blm",
    "ijin", "izin",
];

/// Whether a folded text says that something is being applied for.
pub(crate) fn is_in_progress(folded: &str) -> bool {
    let mut says = false;
    folded.split(' ').take(9).all(|word| {
        let is_core = PROGRESS.contains(&word);
        says |= is_core;
        is_core || BESIDE.contains(&word)
    }) && says
        && folded.len() < 80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::tests::{any_cell, is_accounted_for};
    use lkks::message::Code;
    use lkks::problem::Severity;
    use proptest::prelude::*;

    fn said(text: &str) -> Said<Presence> {
        presence(Cell::Text(text))
    }

    #[test]
    fn a_tick_or_a_word_of_having_is_yes() {
        for text in [
            "Ada",
            "ADA",
            " ada ",
            "Ada.",
            "√",
            "✓",
            "✔",
            "✔\u{fe0f}",
            "√√",
            "☑",
            "v",
            "V",
            "ya",
            "Ya",
            "y",
            "Y",
            "sudah",
            "Sdh. ada",
            "punya",
            "1",
            "true",
            "TRUE",
            "Lengkap",
            "Sudah  Ada",
            "terlampir",
            "YES",
        ] {
            assert_eq!(said(text), Said::Value(Presence::Yes), "{text}");
        }
        assert_eq!(presence(Cell::Number(1.0)), Said::Value(Presence::Yes));
        assert_eq!(presence(Cell::Boolean(true)), Said::Value(Presence::Yes));
    }

    #[test]
    fn a_cross_or_a_word_of_lacking_is_no() {
        for text in [
            "tidak",
            "Tdk",
            "T",
            "tidak ada",
            "Belum",
            "BLM",
            "belum ada",
            "0",
            "false",
            "×",
            "✗",
            "❌",
            "Nihil",
            "Belum memiliki",
            "tidak punya",
            "No",
        ] {
            assert_eq!(said(text), Said::Value(Presence::No), "{text}");
        }
        assert_eq!(presence(Cell::Number(0.0)), Said::Value(Presence::No));
        assert_eq!(presence(Cell::Boolean(false)), Said::Value(Presence::No));
    }

    #[test]
    fn what_is_applied_for_is_neither_and_that_is_told() {
        for text in [
            "dlm proses",
            "menyusul",
            "Dlm. Proses",
            "dalam proses",
            "Proses",
            "sedang diurus",
            "pengajuan",
            "On process",
            "on progress",
            "Belum (dlm proses)",
            "masih dalam proses pengajuan",
            "proses perpanjangan",
            "sdg diproses",
            "dalam  proses ijin",
        ] {
            let Said::Doubtful(Presence::InProgress, note) = said(text) else { panic!("{text}") };
            assert_eq!((note.code, note.severity), (Code::InProgress, Severity::Note), "{text}");
        }
    }

    #[test]
    fn a_stroke_is_most_likely_no_and_told() {
        for text in ["-", "--", "–", "—", " - ", "☐"] {
            let Said::Doubtful(Presence::No, problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::DoubtfulValue);
            assert_eq!(problem.expected.as_deref(), Some("Tidak ada"));
        }
    }

    #[test]
    fn a_remark_behind_it_is_told() {
        for (text, expected) in [
            ("Ada (fotokopi)", Presence::Yes),
            ("Sudah, th. 2019", Presence::Yes),
            ("tidak ada; hilang", Presence::No),
            ("dlm proses (di notaris)", Presence::InProgress),
            ("ü", Presence::Yes),
            ("û", Presence::No),
            ("sduah", Presence::Yes),
            ("blum ada", Presence::No),
            ("lengkapp", Presence::Yes),
        ] {
            let Said::Doubtful(said, _) = said(text) else { panic!("{text}") };
            assert_eq!(said, expected, "{text}");
        }
    }

    #[test]
    fn a_cross_of_a_typewriter_is_asked_about() {
        for text in ["x", "X", "xx", "☒"] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::AmbiguousValue, "{text}");
        }
    }

    #[test]
    fn what_is_not_known_is_nothing() {
        for text in ["", "?", "...", "n/a", "kosong", "tidak diketahui", "\u{a0}"] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }

    #[test]
    fn anything_else_is_a_problem() {
        for text in ["tidak lengkap", "kurang", "12", "√ x", "Budi", "proses panjang sekali", "P"]
        {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::NotUnderstood, "{text}");
        }
        assert!(matches!(presence(Cell::Number(2.0)), Said::Problem(_)));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for presence in [Presence::Yes, Presence::No] {
            assert_eq!(said(presence.word()), Said::Value(presence));
        }
        let read = said(Presence::InProgress.word());
        assert!(matches!(read, Said::Doubtful(Presence::InProgress, _)));
    }

    proptest! {
        #[test]
        fn any_cell_is_understood_nothing_or_a_problem(
            cell in any_cell("(ada|belum|proses|-|x|√|[(, a-z]){0,5}")
        ) {
            is_accounted_for(&cell, &presence(cell.cell()));
        }
    }
}
