//! The categories of people in need (PPKS) in a cell, by number or by name.
//!
//! | a cell | says |
//! | --- | --- |
//! | `8`, the number 8, `1,2,8`, `1; 2 dan 8` | the categories with these numbers in the list |
//! | `1-7` | all from the first to the last, with a note |
//! | `Anak telantar`, `lanjut-usia-telantar`, `Neglected children` | the category with that name or word |
//! | `Anak terlantar, lansia telantar / ABH & Napza` | several, parted by `,` `;` `/` `&` `+` `dan` or a line |
//! | `1. Anak telantar`, `• ODHA` | the same without the sign of a list |
//! | `anak terlantar`, `anak dgn kecacatan`, `penyandang cacat`, `difabel`, `eks napi`, `perdagangan orang` | older and other words for the same |
//! | `ABH`, `ADK`, `AMPK`, `anjal`, `gepeng`, `LUT`, `WTS`, `BWBLP`, `ODHA`, `TPPO`, `TKI bermasalah`, `PRSE`, `KBSP`, `KAT` | the usual abbreviations; `gepeng` is two |
//! | `tuna netra`, `disabilitas mental` | persons with disabilities, with a note |
//! | `lansia`, `balita`, `pekerja migran`, `dhuafa`, `KDRT` | the one category that it is a part of, doubtful |
//! | `anak telatar` | what it is a slip of, doubtful |
//! | `anak`, `telantar`, `korban bencana`, `yatim piatu`, `ABK` | a problem with the categories that it could be |
//! | `Anak telantar (35)` | the category, doubtful: the number is not kept |
//! | `umum`, 27, the number 1.2 | a problem |
//! | empty, `-`, `belum ada` | nothing |
//!
//! Where a part of a cell is a problem, the other parts are read all the same.

mod words;

use crate::value::Said;
use crate::value::presence;
use crate::value::text::{
    ambiguous, clean, fold, formula, in_progress, is_nothing, not_understood, note_as, read_as,
    slip_of, told,
};
use crate::workbook::Cell;
use lkks::Problem;
use lkks::category::Category;
use lkks::message::Lang;
use words::{Certainty, NAMES, OPEN, Words};

/// The categories in a cell, in the order in which they stand there.
///
/// ```
/// use lkks_exchange::value::{Said, category::categories};
/// use lkks_exchange::workbook::Cell;
/// let expected: Vec<_> = [2, 8, 3].map(|number| number.to_string()).into();
/// let Said::Value(said) = categories(Cell::Text("Anak terlantar, lansia telantar / ABH")) else { panic!() };
/// assert_eq!(said.iter().map(|c| c.number().to_string()).collect::<Vec<_>>(), expected);
/// let Said::Problem(problem) = categories(Cell::Text("korban bencana")) else { panic!() };
/// assert_eq!(problem.expected.as_deref(), Some("korban-bencana-alam, korban-bencana-sosial"));
/// ```
pub fn categories(cell: Cell<'_>) -> Said<Vec<Category>> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(boolean) => Said::Problem(not_understood(&boolean.to_string(), EXPECTED)),
        Cell::Date(day) => Said::Problem(not_understood(&day.to_string(), EXPECTED)),
        Cell::Number(number) => of_number(number),
        Cell::Text(text) => of_text(text),
    }
}

const EXPECTED: &str = "1–26";

fn of_number(number: f64) -> Said<Vec<Category>> {
    let text = number.to_string();
    if let Ok(whole) = text.parse::<u64>() {
        return match Category::new(whole) {
            Ok(category) => Said::Value(vec![category]),
            Err(problem) => Said::Problem(problem.value(told(&text))),
        };
    }
    let mut problem = not_understood(&text, EXPECTED);
    // `1,2` is a list, which a spreadsheet takes for a number with a decimal.
    problem.suggestion = text
        .split_once('.')
        .filter(|(first, second)| first.len() <= 2 && second.len() <= 2)
        .map(|(first, second)| format!("{first}, {second}"));
    Said::Problem(problem)
}

fn of_text(text: &str) -> Said<Vec<Category>> {
    let whole = clean(text);
    if is_nothing(&whole) {
        return Said::Nothing;
    }
    if text.len() > MOST_BYTES {
        return Said::Problem(not_understood(&whole, EXPECTED));
    }
    let mut found = Found::default();
    for part in text.split([',', ';', '|', '•', '·', '\n', '\r']) {
        let part = clean(part);
        match named_in_english(&part) {
            Some(category) => found.add(&[category.number().into()]),
            None => part.split(['/', '&', '+']).for_each(|part| found.add_part(part.trim())),
        }
    }
    if found.categories.is_empty() {
        let folded = fold(&whole);
        if presence::is_in_progress(&folded) {
            return Said::Problem(in_progress(&whole));
        }
        if presence::says_no(&folded) && !folded.starts_with(|c: char| c.is_ascii_digit()) {
            return Said::Nothing;
        }
    }
    match (found.categories.is_empty(), found.problem) {
        (false, None) => Said::Value(found.categories),
        (false, Some(problem)) => Said::Doubtful(found.categories, problem),
        (true, problem) => {
            Said::Problem(problem.unwrap_or_else(|| not_understood(&whole, EXPECTED)))
        }
    }
}

fn named_in_english(part: &str) -> Option<Category> {
    Category::all().find(|category| category.name(Lang::En).eq_ignore_ascii_case(part))
}

/// What was found so far in a cell.
#[derive(Default)]
struct Found {
    categories: Vec<Category>,
    problem: Option<Problem>,
}

impl Found {
    fn add(&mut self, numbers: &[u64]) {
        for category in numbers.iter().filter_map(|number| Category::new(*number).ok()) {
            if !self.categories.contains(&category) {
                self.categories.push(category);
            }
        }
    }

    /// Keeps the gravest problem; of equally grave ones of a kind all are told at once.
    fn tell(&mut self, problem: Problem) {
        let Some(kept) = &mut self.problem else {
            self.problem = Some(problem);
            return;
        };
        if problem.severity < kept.severity {
            *kept = problem;
        } else if (problem.severity, problem.code) == (kept.severity, kept.code) {
            let join = |kept: &mut Option<String>, more: Option<String>| match (kept, more) {
                (Some(kept), Some(more)) if *kept != more && kept.len() < 200 => {
                    kept.push_str("; ");
                    kept.push_str(&more);
                }
                _ => {}
            };
            join(&mut kept.value, problem.value);
            join(&mut kept.expected, problem.expected);
            join(&mut kept.suggestion, problem.suggestion);
        }
    }

    /// A part of a cell, which `dan` may part again.
    fn add_part(&mut self, part: &str) {
        if let Some(range) = range_of(part) {
            self.add_range(part, range);
            return;
        }
        let folded = fold(part);
        if folded.is_empty() {
            return;
        }
        let mut words: Vec<&str> = Vec::with_capacity(8);
        for word in folded.split(' ').take(MOST_WORDS) {
            if matches!(word, "dan" | "serta" | "and") {
                self.add_words(part, &words);
                words.clear();
            } else {
                words.push(word);
            }
        }
        self.add_words(part, &words);
    }

    fn add_range(&mut self, part: &str, (first, last): (u64, u64)) {
        match (Category::new(first), Category::new(last)) {
            (Ok(_), Ok(_)) => {
                self.add(&(first..=last).collect::<Vec<_>>());
                self.tell(note_as(part, format!("{first}–{last}")));
            }
            (Err(problem), _) | (_, Err(problem)) => self.tell(problem),
        }
    }

    fn add_words(&mut self, part: &str, words: &[&str]) {
        let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
        match words {
            [] => {}
            [number] if is_number(number) => self.add_number(number),
            numbers if numbers.iter().all(is_number) => {
                for number in numbers {
                    self.add_number(number);
                }
                self.tell(note_as(part, numbers.join(", ")));
            }
            // The number of a list, not of a category.
            [number, rest @ ..] if is_number(number) => self.add_words(part, rest),
            [rest @ .., number] if is_number(number) => {
                self.add_words(part, rest);
                self.tell(read_as(part, rest.join(" ")));
            }
            // The letter of a list: `a. Anak telantar`.
            [letter, rest @ ..] if letter.len() == 1 && !rest.is_empty() => {
                self.add_words(part, rest);
            }
            _ => self.add_name(part, words),
        }
    }

    fn add_number(&mut self, text: &str) {
        match text.parse().map_err(|_| ()).and_then(|number| Category::new(number).map_err(|_| ()))
        {
            Ok(category) => self.add(&[category.number().into()]),
            Err(()) => self.tell(
                Problem::error(lkks::message::Code::OutOfRange)
                    .value(told(text))
                    .expected(EXPECTED),
            ),
        }
    }

    fn add_name(&mut self, part: &str, texts: &[&str]) {
        let (mut set, mut certainty, mut is_known) = (Words::NONE, Certainty::Sure, true);
        for text in texts {
            if let Some((words, how)) = words::word(text) {
                set = set | words;
                certainty = certainty.max(how);
            } else if let Some(words) = slip_of(text, words::spellings()) {
                set = set | words;
                certainty = Certainty::Doubtful;
            } else {
                is_known = false;
            }
        }
        if !is_known || set == Words::NONE {
            self.tell(strange(part, set));
            return;
        }
        if let Some(name) = NAMES.iter().find(|name| name.0 == set) {
            self.add_known(part, name.1, certainty.max(name.2));
        } else if let Some((_, numbers)) = OPEN.iter().find(|(words, _)| *words == set) {
            self.tell(ambiguous(part, slugs(numbers)));
        } else {
            self.add_part_of_name(part, set);
        }
    }

    fn add_known(&mut self, part: &str, numbers: &[u64], certainty: Certainty) {
        self.add(numbers);
        match certainty {
            Certainty::Sure => {}
            Certainty::Narrower => self.tell(note_as(part, slugs(numbers))),
            Certainty::Doubtful => self.tell(read_as(part, slugs(numbers))),
        }
    }

    /// Words that are a part of names: of one, or of several to choose from.
    fn add_part_of_name(&mut self, part: &str, set: Words) {
        let mut numbers: Vec<u64> = Vec::new();
        let mut is_half = false;
        for name in NAMES.iter().filter(|name| name.1.len() == 1 && name.0.has(set)) {
            let Some(number) = name.1.first() else { continue };
            if !numbers.contains(number) {
                numbers.push(*number);
            }
            is_half |= set.count() * 2 >= name.0.count();
        }
        match numbers.as_slice() {
            [_] if is_half => self.add_known(part, &numbers, Certainty::Doubtful),
            [] | [_] => self.tell(strange(part, set)),
            several => self.tell(ambiguous(part, slugs(several))),
        }
    }
}

/// Longer texts are no lists of 26 categories.
const MOST_BYTES: usize = 4000;

/// Longer parts are no names.
const MOST_WORDS: usize = 40;

/// That a part is no category, with the one that has most of its words.
fn strange(part: &str, set: Words) -> Problem {
    let mut problem = not_understood(part, EXPECTED);
    problem.suggestion = NAMES
        .iter()
        .map(|name| (name.0.common(set), name))
        .filter(|(common, name)| *common > 0 && common * 2 >= name.0.count())
        .max_by_key(|(common, _)| *common)
        .map(|(_, name)| slugs(name.1));
    problem
}

/// The words of the categories with these numbers.
fn slugs(numbers: &[u64]) -> String {
    let categories = numbers.iter().filter_map(|number| Category::new(*number).ok());
    categories.map(Category::slug).collect::<Vec<_>>().join(", ")
}

/// The numbers of `1-7`.
fn range_of(part: &str) -> Option<(u64, u64)> {
    let (first, last) = part.split_once(['-', '–'])?;
    let number = |text: &str| {
        let text = text.trim();
        let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| is_short)
    };
    let (first, last): (u64, u64) = (number(first)?, number(last)?);
    (first < last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::text::tests::{NIK, OwnedCell, any_cell, is_accounted_for};
    use lkks::message::Code;
    use lkks::problem::Severity;
    use proptest::prelude::*;

    fn said(text: &str) -> Said<Vec<Category>> {
        categories(Cell::Text(text))
    }

    fn numbers(categories: &[Category]) -> Vec<u8> {
        categories.iter().map(|category| category.number()).collect()
    }

    #[test]
    fn names_and_numbers_are_read_however_they_are_parted() {
        for (text, expected) in [
            ("8", vec![8]),
            ("1,2,8", vec![1, 2, 8]),
            ("1; 2 dan 8", vec![1, 2, 8]),
            ("8, 8", vec![8]),
            ("Anak telantar", vec![2]),
            ("ANAK TERLANTAR.", vec![2]),
            ("Anak\u{a0} terlantar", vec![2]),
            ("anak balita terlantar", vec![1]),
            ("Balita telantar, anak telantar", vec![1, 2]),
            ("anak-telantar", vec![2]),
            ("Anak terlantar, lansia telantar / ABH & Napza", vec![2, 8, 3, 17]),
            ("1. Anak telantar\n2. Lanjut usia telantar", vec![2, 8]),
            ("• ODHA\r\n• Gelandangan", vec![16, 11]),
            ("a. Anak jalanan; b. Pemulung", vec![4, 13]),
            ("Anak dengan kedisabilitasan", vec![5]),
            ("anak dgn kecacatan", vec![5]),
            ("Anak cacat", vec![5]),
            ("Penyandang cacat", vec![9]),
            ("disabilitas", vec![9]),
            ("Difabel", vec![9]),
            ("Anak berkonflik dengan hukum", vec![3]),
            ("anjal", vec![4]),
            ("gepeng", vec![11, 12]),
            ("Gelandangan dan pengemis", vec![11, 12]),
            ("Gelandangan/Pengemis", vec![11, 12]),
            ("lanjut usia terlantar (LUT)", vec![8]),
            ("Usia lanjut telantar", vec![8]),
            ("Jompo terlantar", vec![8]),
            ("WTS", vec![10]),
            ("eks napi", vec![15]),
            ("Bekas narapidana", vec![15]),
            ("BWBLP", vec![15]),
            ("HIV/AIDS", vec![16]),
            ("Orang dengan HIV / AIDS (ODHA)", vec![16]),
            ("Korban Napza", vec![17]),
            ("Pecandu narkoba", vec![17]),
            ("Korban perdagangan orang", vec![18]),
            ("TPPO", vec![18]),
            ("Korban kekerasan", vec![19]),
            ("Anak korban kekerasan", vec![6]),
            ("TKI bermasalah", vec![20]),
            ("PMI bermasalah sosial", vec![20]),
            ("bencana alam, bencana sosial", vec![21, 22]),
            ("PRSE", vec![23]),
            ("Wanita rawan sosial ekonomi", vec![23]),
            ("Fakir miskin", vec![24]),
            ("Keluarga bermasalah sosial psikologi", vec![25]),
            ("KAT", vec![26]),
            ("Masyarakat adat terpencil", vec![26]),
            ("Neglected older people", vec![8]),
            ("PPKS: Anak telantar", vec![2]),
        ] {
            let read = said(text);
            let Said::Value(read) = read else { panic!("{text}: {read:?}") };
            assert_eq!(numbers(&read), expected, "{text}");
        }
        let Said::Value(read) = categories(Cell::Number(8.0)) else { panic!("no value") };
        assert_eq!(numbers(&read), [8]);
    }

    #[test]
    fn what_is_read_with_care_is_told() {
        use Severity::{Note, Warning};
        for (text, expected, severity) in [
            ("1-7", vec![1, 2, 3, 4, 5, 6, 7], Note),
            ("1.2.8", vec![1, 2, 8], Note),
            ("tuna netra", vec![9], Note),
            ("Tunarungu", vec![9], Note),
            ("disabilitas mental", vec![9], Note),
            ("tuna wisma", vec![11], Note),
            ("lansia", vec![8], Warning),
            ("Balita", vec![1], Warning),
            ("Pekerja migran", vec![20], Warning),
            ("kaum dhuafa", vec![24], Warning),
            ("KDRT", vec![19], Warning),
            ("anak telatar", vec![2], Warning),
            ("Pengmis", vec![12], Warning),
            ("Anak telantar (35)", vec![2], Warning),
        ] {
            let read = said(text);
            let Said::Doubtful(read, problem) = read else { panic!("{text}: {read:?}") };
            assert_eq!((numbers(&read), problem.severity), (expected, severity), "{text}");
        }
    }

    #[test]
    fn what_could_be_several_is_asked_about() {
        for (text, expected) in [
            ("telantar", "anak-balita-telantar, anak-telantar, lanjut-usia-telantar"),
            ("korban bencana", "korban-bencana-alam, korban-bencana-sosial"),
            ("ABK", "anak-dengan-kedisabilitasan, anak-yang-memerlukan-perlindungan-khusus"),
            (
                "Yatim piatu",
                "anak-balita-telantar, anak-telantar, anak-yang-memerlukan-perlindungan-khusus",
            ),
        ] {
            let Said::Problem(problem) = said(text) else { panic!("{text}") };
            assert_eq!(problem.code, Code::AmbiguousValue, "{text}");
            assert_eq!(problem.expected.as_deref(), Some(expected), "{text}");
        }
        let Said::Problem(problem) = said("anak") else { panic!("no problem") };
        assert_eq!(problem.expected.map(|list| list.split(", ").count()), Some(7));
    }

    #[test]
    fn the_rest_is_read_where_a_part_is_a_problem() {
        let Said::Doubtful(read, problem) = said("Anak dan lansia telantar, umum, xyz") else {
            panic!("not doubtful")
        };
        assert_eq!(numbers(&read), [8]);
        assert_eq!((problem.severity, problem.code), (Severity::Error, Code::AmbiguousValue));
        let Said::Doubtful(read, problem) = said("ABH, umum, xyz") else { panic!("not doubtful") };
        assert_eq!((numbers(&read), problem.value.as_deref()), (vec![3], Some("umum; xyz")));
    }

    #[test]
    fn anything_else_is_a_problem() {
        for (text, code, suggestion) in [
            ("umum", Code::NotUnderstood, None),
            ("27", Code::OutOfRange, None),
            ("0", Code::OutOfRange, None),
            ("anak telantar sekali", Code::NotUnderstood, Some("anak-telantar")),
            ("khusus", Code::NotUnderstood, None),
            ("dlm proses", Code::InProgress, None),
            (NIK, Code::OutOfRange, None),
        ] {
            let read = said(text);
            let Said::Problem(problem) = read else { panic!("{text}: {read:?}") };
            assert_eq!(problem.code, code, "{text}");
            assert_eq!(problem.suggestion.as_deref(), suggestion, "{text}");
        }
        let Said::Problem(problem) = categories(Cell::Number(1.2)) else { panic!("no problem") };
        assert_eq!(problem.suggestion.as_deref(), Some("1, 2"));
        for text in ["", "-", "n/a", "belum ada"] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_cell_is_understood_nothing_or_a_problem(
            cell in any_cell("(anak|telantar|lansia|dan|1|27|[-,;/& ]|umum|ABH|belum){0,9}")
        ) {
            let is_none = matches!(&cell, OwnedCell::Text(text) if presence::says_no(&fold(text)));
            if !is_none {
                is_accounted_for(&cell, &categories(cell.cell()));
            }
        }

        #[test]
        fn what_the_library_writes_is_read_again(
            numbers in prop::collection::btree_set(1u64..=26, 1..6), how in 0usize..4
        ) {
            let all: Vec<Category> = numbers.iter().map(|n| Category::new(*n).unwrap()).collect();
            let texts: Vec<String> = all.iter().map(|category| match how {
                0 => category.slug().to_owned(),
                1 => category.name(Lang::Id).to_owned(),
                2 => category.name(Lang::En).to_owned(),
                _ => category.number().to_string(),
            }).collect();
            prop_assert_eq!(said(&texts.join("; ")), Said::Value(all.clone()));
            prop_assert_eq!(said(&texts.join("\n")), Said::Value(all));
        }
    }
}
