//! Texts, and what every kind of cell has in common: blanks, case, and cells that say nothing.
//!
//! | a cell | says |
//! | --- | --- |
//! | `␠ Panti␠␠Asuhan ` | its text without blanks around it, and with single ones within; non-breaking blanks, tabs and line breaks are blanks |
//! | `'0812` | the text behind the apostrophe that keeps a spreadsheet from calculating |
//! | empty, `-`, `--`, `–`, `...`, `?`, `n/a`, `#N/A`, `null`, `nan`, `nihil`, `kosong`, `tidak ada`, `tidak diketahui` | nothing |
//! | the number 12 | `12`, without `.0` |
//! | a number of 16 digits, of which spreadsheets keep 15 | its digits, doubtful |
//! | a day | `2021-03-12`, doubtful: perhaps a number such as `12/3/2021` that the spreadsheet took for one |
//! | anything with a national identity number (NIK) | the same with the number masked, doubtful |
//! | yes or no, a formula that failed | a problem |

use crate::value::Said;
use crate::workbook::Cell;
use lkks::Problem;
use lkks::message::Code;
use lkks::register::masked_national_identity_numbers;
use std::borrow::Cow;

/// The text of a cell.
///
/// ```
/// use lkks_exchange::value::{Said, text::text};
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(text(Cell::Text(" Jl.  Kurinci 3\u{a0}")), Said::Value("Jl. Kurinci 3".into()));
/// assert_eq!(text(Cell::Number(12.0)), Said::Value("12".into()));
/// assert_eq!(text(Cell::Text("n/a")), Said::Nothing);
/// ```
pub fn text(cell: Cell<'_>) -> Said<String> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(boolean) => Said::Problem(wrong_type(boolean, "text")),
        Cell::Date(day) => Said::Doubtful(
            day.to_string(),
            Problem::warning(Code::WrongType).value(day).expected("text"),
        ),
        Cell::Number(number) => text_of_number(number),
        Cell::Text(text) => match clean(text) {
            text if is_nothing(&text) => Said::Nothing,
            text => match masked(&text) {
                None => Said::Value(text.into_owned()),
                Some(masked) => {
                    let problem = identity_number(&masked);
                    Said::Doubtful(masked, problem)
                }
            },
        },
    }
}

fn text_of_number(number: f64) -> Said<String> {
    let Some(text) = digits_of(number) else {
        return Said::Problem(Problem::error(Code::InvalidNumber).value(number));
    };
    if let Some(masked) = masked_number(&text) {
        let problem = identity_number(&masked);
        return Said::Doubtful(masked, problem);
    }
    if number.abs() >= 1e15 {
        // A spreadsheet keeps fifteen digits of a number: the rest was lost before.
        let problem = Problem::warning(Code::DoubtfulValue).value(&text).expected(&text);
        return Said::Doubtful(text, problem);
    }
    Said::Value(text)
}

/// A number as people write it, without `.0`; nothing where it is none.
pub(crate) fn digits_of(number: f64) -> Option<String> {
    number.is_finite().then(|| number.to_string())
}

/// A number of sixteen digits as a masked NIK. A spreadsheet keeps fifteen digits, and the serial
/// of most NIK is below 10: the lost digit may be all that told it.
pub(crate) fn masked_number(text: &str) -> Option<String> {
    masked(text).or_else(|| {
        let kept = text.strip_suffix('0').filter(|kept| kept.len() == 15)?;
        masked(&format!("{kept}1"))
    })
}

/// `text` with every NIK in it masked; nothing where it holds none.
pub(crate) fn masked(text: &str) -> Option<String> {
    if text.len() < 16 || text.bytes().filter(u8::is_ascii_digit).count() < 16 {
        None
    } else {
        masked_national_identity_numbers(text)
    }
}

/// `text` as it may be told: with every NIK in it masked.
pub(crate) fn told(text: &str) -> Cow<'_, str> {
    masked(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// That a text held a NIK, of which only `masked` is kept.
pub(crate) fn identity_number(masked: &str) -> Problem {
    Problem::warning(Code::NationalIdentityNumber).value(masked)
}

/// That the formula of a cell failed.
pub(crate) fn formula(error: &str) -> Problem {
    let code = if error.starts_with('=') { Code::FormulaWithoutValue } else { Code::FormulaError };
    Problem::error(code).value(told(error))
}

/// That a cell holds another kind of value.
pub(crate) fn wrong_type(value: impl std::fmt::Display, expected: &str) -> Problem {
    Problem::error(Code::WrongType).value(told(&value.to_string())).expected(expected)
}

/// That a text is none of what was `expected`.
pub(crate) fn not_understood(text: &str, expected: impl std::fmt::Display) -> Problem {
    Problem::error(Code::NotUnderstood).value(told(text)).expected(expected)
}

/// That a text could be one of several, which a person has to choose from.
pub(crate) fn ambiguous(text: &str, expected: impl std::fmt::Display) -> Problem {
    Problem::error(Code::AmbiguousValue).value(told(text)).expected(expected)
}

/// That a text was read as `read`, which a person should look at.
pub(crate) fn read_as(text: &str, read: impl std::fmt::Display) -> Problem {
    Problem::warning(Code::DoubtfulValue).value(told(text)).expected(read)
}

/// That a text was read as `read`, beyond doubt but not word for word.
pub(crate) fn note_as(text: &str, read: impl std::fmt::Display) -> Problem {
    Problem::note(Code::DoubtfulValue).value(told(text)).expected(read)
}

/// That something is being applied for, and is therefore not known.
pub(crate) fn in_progress(text: &str) -> Problem {
    Problem::note(Code::InProgress).value(told(text))
}

/// The words of a cell that holds one of a few words, `expected`; or what it says instead.
pub(crate) fn words<'a, T>(cell: Cell<'a>, expected: &str) -> Result<Cow<'a, str>, Said<T>> {
    match cell {
        Cell::Empty => Err(Said::Nothing),
        Cell::Error(error) => Err(Said::Problem(formula(error))),
        Cell::Boolean(boolean) => {
            Err(Said::Problem(not_understood(&boolean.to_string(), expected)))
        }
        Cell::Date(day) => Err(Said::Problem(not_understood(&day.to_string(), expected))),
        Cell::Number(number) => Err(Said::Problem(not_understood(&number.to_string(), expected))),
        Cell::Text(text) => match clean(text) {
            text if is_nothing(&text) => Err(Said::Nothing),
            text => Ok(text),
        },
    }
}

/// The text without blanks around it and with single blanks within.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if !is_blank(c) {
            cleaned.push(c);
        } else if !cleaned.ends_with(' ') {
            cleaned.push(' ');
        }
    }
    Cow::Owned(cleaned)
}

/// Whether a text is of ASCII, without marks of control and double blanks.
fn is_plain(text: &[u8]) -> bool {
    let mut before = b' ';
    text.iter().all(|byte| {
        let is_double = *byte == b' ' && before == b' ';
        before = *byte;
        (b' '..=b'~').contains(byte) && !is_double
    })
}

/// The text without blanks around it, and without the apostrophe that a spreadsheet puts before
/// what it is not to calculate.
pub(crate) fn trimmed(text: &str) -> &str {
    let text = text.trim_matches(|c| is_blank(c) || is_invisible(c));
    match text.as_bytes() {
        [b'\'', b'0'..=b'9' | b'=' | b'+' | b'-' | b'@', ..] => text.get(1..).unwrap_or(text),
        _ => text,
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Characters without width: soft hyphens, joiners and marks of order or of bytes.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// What people write where there is nothing to write.
const NOTHING: [&str; 24] = [
    "n/a",
    "#n/a",
    "n.a",
    "n.a.",
    "na",
    "<na>",
    "nan",
    "nat",
    "nil",
    "null",
    "none",
    "unknown",
    "nihil",
    "kosong",
    "tidak ada",
    "tdk ada",
    "tdk. ada",
    "tidak ada data",
    "tidak diketahui",
    "tdk diketahui",
    "belum diketahui",
    "tidak tahu",
    "(kosong)",
    "(tidak ada)",
];

/// The first letters of those.
const STARTS: &[u8] = b"n#<ukt(b";

/// Whether a cleaned text says that there is nothing, or that nothing is known.
pub(crate) fn is_nothing(text: &str) -> bool {
    is_dash(text)
        || (text.len() <= 16
            && text
                .bytes()
                .next()
                .is_some_and(|first| STARTS.contains(&first.to_ascii_lowercase()))
            && NOTHING.iter().any(|nothing| text.eq_ignore_ascii_case(nothing)))
}

/// Whether a text has nothing but strokes, dots and question marks, or is empty.
pub(crate) fn is_dash(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c, '-' | '_' | '.' | '?' | ' ' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '…')
    })
}

/// The words of a text in small letters with single blanks between them, and nothing else: for
/// comparing with known words. Apostrophes join (`qur'an` is `quran`), other marks part.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut parted = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if parted && !folded.is_empty() {
                folded.push(' ');
            }
            parted = false;
            if c.is_ascii() {
                folded.push(c.to_ascii_lowercase());
            } else {
                push_plain(c, &mut folded);
            }
        } else if !matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´') && !is_invisible(c) {
            parted = true;
        }
    }
    folded
}

/// A letter without its accent, where it is one of the Latin ones that people copy.
fn push_plain(c: char, folded: &mut String) {
    for c in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
        folded.push(match c {
            'à'..='å' | 'ā' => 'a',
            'ç' => 'c',
            'è'..='ë' | 'ē' => 'e',
            'ì'..='ï' | 'ī' => 'i',
            'ñ' => 'n',
            'ò'..='ö' | 'ō' => 'o',
            'ù'..='ü' | 'ū' => 'u',
            'ý' | 'ÿ' => 'y',
            other => other,
        });
    }
}

/// What the one name stands for that `word` is a slip of: one letter more, less, exchanged or
/// swapped, two in long words. Nothing where names of two things are as near.
pub(crate) fn slip_of<'a, T: PartialEq>(
    word: &str,
    names: impl IntoIterator<Item = (&'a str, T)>,
) -> Option<T> {
    let length = word.chars().take(41).count();
    let most = match length {
        0..=3 | 41.. => return None,
        4..=8 => 1,
        _ => 2,
    };
    let letters = letters_of(word);
    let (mut nearest, mut best, mut is_tied) = (None, most + 1, false);
    for (name, thing) in names {
        // Short names are no one's slip: `juli` is one letter from `jul` and from `juni`.
        if name.len().abs_diff(word.len()) > most || name.len() < 4 {
            continue;
        }
        // Every letter that only one of them has is a slip: nearly all names end here.
        let named = letters_of(name);
        let (missing, added) = (letters & !named, named & !letters);
        if missing.count_ones().max(added.count_ones()) as usize > most {
            continue;
        }
        let distance = strsim::osa_distance(word, name);
        if distance < best {
            (nearest, best, is_tied) = (Some(thing), distance, false);
        } else if distance == best && nearest.as_ref() != Some(&thing) {
            is_tied = true;
        }
    }
    if is_tied { None } else { nearest }
}

/// Which letters and digits of ASCII a word has, one bit for each.
pub(crate) fn letters_of(word: &str) -> u64 {
    word.bytes().fold(0, |letters, byte| match byte {
        b'a'..=b'z' => letters | 1 << (byte - b'a'),
        b'0'..=b'9' => letters | 1 << (26 + byte - b'0'),
        _ => letters,
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use lkks::calendar::date;
    use lkks::problem::Severity;
    use proptest::prelude::*;

    // Made up: no such serial exists.
    pub(crate) const NIK: &str = "3375014101900001";
    const MASK: &str = "3375••••••••••••";

    /// Any cell at all, with the characters that tables have.
    pub(crate) fn any_cell(text: &'static str) -> impl Strategy<Value = OwnedCell> {
        prop_oneof![
            4 => text.prop_map(OwnedCell::Text),
            2 => "\\PC{0,40}".prop_map(OwnedCell::Text),
            1 => any::<f64>().prop_map(OwnedCell::Number),
            1 => (-10i64..120_000).prop_map(|n| OwnedCell::Number(n as f64)),
            1 => any::<bool>().prop_map(OwnedCell::Boolean),
            1 => (1i32..=9999, 1u32..=12, 1u32..=28)
                .prop_map(|(y, m, d)| OwnedCell::Date(date(y, m, d).unwrap())),
            1 => Just(OwnedCell::Error("#REF!".into())),
            1 => Just(OwnedCell::Empty),
        ]
    }

    #[derive(Clone, Debug)]
    pub(crate) enum OwnedCell {
        Empty,
        Text(String),
        Number(f64),
        Boolean(bool),
        Date(lkks::Date),
        Error(String),
    }

    impl OwnedCell {
        pub(crate) fn cell(&self) -> Cell<'_> {
            match self {
                Self::Empty => Cell::Empty,
                Self::Text(text) => Cell::Text(text),
                Self::Number(number) => Cell::Number(*number),
                Self::Boolean(boolean) => Cell::Boolean(*boolean),
                Self::Date(day) => Cell::Date(*day),
                Self::Error(error) => Cell::Error(error),
            }
        }

        /// Whether nothing at all is written in it.
        pub(crate) fn is_blank(&self) -> bool {
            match self {
                Self::Empty => true,
                Self::Text(text) => is_nothing(&clean(text)),
                _ => false,
            }
        }
    }

    /// The law of every parser: a cell with something in it is a value or a problem, and no NIK is
    /// told.
    pub(crate) fn is_accounted_for<T: std::fmt::Debug>(cell: &OwnedCell, said: &Said<T>) {
        match said {
            Said::Nothing => assert!(cell.is_blank(), "{cell:?} was dropped"),
            Said::Value(_) => assert!(!matches!(cell, OwnedCell::Empty | OwnedCell::Error(_))),
            Said::Doubtful(_, problem) | Said::Problem(problem) => {
                assert!(problem.value.is_some(), "{problem:?}");
                let texts = [&problem.value, &problem.expected, &problem.suggestion];
                for text in texts.into_iter().flatten() {
                    assert_eq!(masked(text), None, "{problem:?}");
                }
            }
        }
    }

    #[test]
    fn a_text_is_its_words_without_the_blanks_around() {
        for (given, expected) in [
            ("Yayasan Contoh", "Yayasan Contoh"),
            ("  Yayasan \t Contoh\r\n", "Yayasan Contoh"),
            ("\u{a0}Yayasan\u{a0}\u{a0}Contoh\u{202f}", "Yayasan Contoh"),
            ("\u{feff}Yayas\u{ad}an Contoh\u{200b}", "Yayasan Contoh"),
            ("Jl. A\nRT 1", "Jl. A RT 1"),
            ("'0812", "0812"),
            ("'=1+1", "=1+1"),
            ("'Aisyiyah", "'Aisyiyah"),
            ("-5", "-5"),
            ("Nihil Sine", "Nihil Sine"),
            ("دار الأيتام", "دار الأيتام"),
        ] {
            assert_eq!(text(Cell::Text(given)), Said::Value(expected.into()), "{given:?}");
        }
    }

    #[test]
    fn a_cell_that_says_nothing_is_nothing() {
        for given in [
            "",
            " ",
            "\u{a0}",
            "-",
            "--",
            "- -",
            "–",
            "—",
            ".",
            "...",
            "…",
            "?",
            "n/a",
            "N/A",
            "#N/A",
            "NULL",
            "nan",
            "None",
            "<NA>",
            "Nihil",
            "KOSONG",
            "tidak ada",
            "Tdk ada",
            "- ",
            "Tidak  diketahui",
            "_",
        ] {
            assert_eq!(text(Cell::Text(given)), Said::Nothing, "{given:?}");
        }
        assert_eq!(text(Cell::Empty), Said::Nothing);
    }

    #[test]
    fn every_word_for_nothing_has_a_known_first_letter() {
        for nothing in NOTHING {
            assert!(is_nothing(nothing) && nothing.len() <= 16, "{nothing}");
        }
    }

    #[test]
    fn a_number_is_written_as_people_write_it() {
        for (given, expected) in
            [(12.0, "12"), (84.5, "84.5"), (-0.5, "-0.5"), (0.0, "0"), (1e14, "100000000000000")]
        {
            assert_eq!(text(Cell::Number(given)), Said::Value(expected.into()));
        }
        for given in [f64::NAN, f64::INFINITY] {
            assert!(matches!(text(Cell::Number(given)), Said::Problem(_)));
        }
    }

    #[test]
    fn a_number_longer_than_a_spreadsheet_keeps_is_doubtful() {
        let Said::Doubtful(said, problem) = text(Cell::Number(1_234_567_890_123_456.0)) else {
            panic!("not doubtful")
        };
        assert_eq!((said.as_str(), problem.code), ("1234567890123456", Code::DoubtfulValue));
    }

    #[test]
    fn a_national_identity_number_is_masked_in_texts_and_numbers() {
        let cells = [
            (OwnedCell::Text(NIK.into()), MASK.to_owned()),
            (OwnedCell::Text(format!("Ketua, NIK: {NIK}")), format!("Ketua, NIK: {MASK}")),
            (OwnedCell::Text("3375\u{a0}0141\u{a0}0190 0001".into()), MASK.to_owned()),
            (OwnedCell::Text(format!("'{NIK}")), MASK.to_owned()),
            (OwnedCell::Number(3_375_014_101_900_001.0), MASK.to_owned()),
            // As a spreadsheet keeps it: fifteen digits.
            (OwnedCell::Number(3_375_014_101_900_000.0), MASK.to_owned()),
        ];
        for (cell, expected) in cells {
            let Said::Doubtful(said, problem) = text(cell.cell()) else { panic!("{cell:?}") };
            assert_eq!((said, problem.severity), (expected, Severity::Warning));
            assert_eq!(problem.code, Code::NationalIdentityNumber);
        }
    }

    #[test]
    fn what_a_spreadsheet_took_for_a_day_is_doubtful() {
        let day = date(2021, 3, 12).unwrap();
        let Said::Doubtful(said, problem) = text(Cell::Date(day)) else { panic!("not doubtful") };
        assert_eq!((said.as_str(), problem.code), ("2021-03-12", Code::WrongType));
    }

    #[test]
    fn folding_leaves_words_in_small_letters() {
        for (given, expected) in [
            ("Yys. Al-Amin", "yys al amin"),
            ("  DARUL  QUR’AN ", "darul quran"),
            ("LKS-LU", "lks lu"),
            ("Café Élite", "cafe elite"),
            ("(Lain-lain)", "lain lain"),
            ("دار", "دار"),
            ("\u{130}stanbul A", "istanbul a"),
            ("√", ""),
        ] {
            assert_eq!(fold(given), expected, "{given}");
        }
    }

    #[test]
    fn a_slip_is_of_one_name_or_of_none() {
        let names = ["januari", "juni", "juli", "agustus", "mei"];
        for (word, expected) in [
            ("agutus", Some("agustus")),
            ("janaury", None),
            ("janauri", Some("januari")),
            ("junni", Some("juni")),
            ("jumi", None),
            ("mai", None),
            ("september", None),
        ] {
            assert_eq!(slip_of(word, names.map(|name| (name, name))), expected, "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_cell_is_a_text_nothing_or_a_problem(cell in any_cell("[-a-z0-9 .'\u{a0}]{0,30}")) {
            is_accounted_for(&cell, &text(cell.cell()));
        }

        #[test]
        fn a_cleaned_text_is_clean(given in "[ \u{a0}a-z'0-9\t-]{0,12}|\\PC{0,20}") {
            if let Said::Value(once) = text(Cell::Text(&given)) {
                prop_assert_eq!(text(Cell::Text(&once)), Said::Value(once.clone()));
            }
        }

        #[test]
        fn folding_twice_is_folding_once(given in "\\PC{0,20}") {
            let once = fold(&given);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
