//! Numbers with the marks of Indonesian and English: scores and counts.
//!
//! | a text | as a score ([`decimal`]) | as a count ([`count`]) |
//! | --- | --- | --- |
//! | `84`, the number 84 | 84 | 84 |
//! | `84,5`, `84.5`, `84,75` | 84.5, 84.75 | a problem |
//! | `1.234,5`, `1,234.5`, `1 234,5` | 1234.5: the last mark is the one before the decimals | a problem |
//! | `1.234.567`, `1,234,567` | 1234567 | 1234567 |
//! | `84.123` | 84.123: scores are about 100 at most | 84123 |
//! | `1.234` | 1.234, doubtful: perhaps 1234 | 1234 |
//! | `1,234` | 1.234: a comma is before decimals | 1234, with a note |
//! | `35,0`, `35.00` | 35 | 35 |
//! | `84,5%`, `Nilai: 84,5` | 84.5, the first with a note | a problem |
//! | `35 orang`, `35 anak`, `Jumlah 35` | a problem | 35 |
//! | `± 35`, `sekitar 35`, `35-an` | a problem | 35, doubtful |
//! | `35 (tiga puluh lima)` | a problem | 35, with a note |
//! | `20 L / 15 P`, `L=20 P=15`, `20 (L), 15 (P)`, `35 (L 20, P 15)` | a problem | 35, the sum, doubtful |
//! | `nihil`, `nol`, `tidak ada` | nothing | 0, with a note |
//! | `dlm proses` | a problem that is only a note | the same |
//! | empty, `-`, `n/a` | nothing | nothing |
//!
//! A number that is a hair off a decimal of four places (84.30000000000001) is that decimal; others
//! with more places are problems.

use crate::value::Said;
use crate::value::presence;
use crate::value::text::{
    clean, digits_of, fold, formula, in_progress, is_dash, is_nothing, not_understood, read_as,
    told, wrong_type,
};
use crate::workbook::Cell;
use lkks::message::Code;
use lkks::{Decimal, Problem};

/// The score in a cell.
///
/// ```
/// use lkks_exchange::value::{Said, number::decimal};
/// use lkks_exchange::workbook::Cell;
/// let score = "84.5".parse()?;
/// for cell in [Cell::Text("84,5"), Cell::Text("84.50"), Cell::Number(84.5)] {
///     assert_eq!(decimal(cell), Said::Value(score));
/// }
/// # Ok::<(), lkks::Problem>(())
/// ```
pub fn decimal(cell: Cell<'_>) -> Said<Decimal> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(boolean) => Said::Problem(wrong_type(boolean, "number")),
        Cell::Date(day) => Said::Problem(wrong_type(day, "number")),
        Cell::Number(number) => match Decimal::from_f64(number) {
            Ok(decimal) => Said::Value(decimal),
            Err(error) => Said::Problem(first_of(&error, &shown(number))),
        },
        Cell::Text(text) => decimal_of_text(&clean(text)),
    }
}

fn decimal_of_text(text: &str) -> Said<Decimal> {
    if is_nothing(text) {
        return Said::Nothing;
    }
    let (figure, has_percent) = match text.strip_suffix('%') {
        Some(figure) => (figure.trim_end(), true),
        None => (text, false),
    };
    let Some(figure) = Figure::of(without_label(figure)) else { return no_number(text, "84.5") };
    let read = match figure.decimal() {
        Ok(decimal) => decimal,
        Err(problem) => return Said::Problem(problem.value(told(text))),
    };
    if figure.is_either() && figure.mark == Some('.') && figure.whole.len() == 1 {
        let problem = Problem::warning(Code::DoubtfulValue).value(text).expected(read);
        return Said::Doubtful(read, problem);
    }
    if has_percent {
        let note = Problem::note(Code::DoubtfulValue).value(text).expected(read);
        return Said::Doubtful(read, note);
    }
    Said::Value(read)
}

/// The figure behind `Nilai:` or the like.
fn without_label(text: &str) -> &str {
    let start = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (label, rest) = text.split_at(start);
    let is_label = ["nilai", "skor", "score"].iter().any(|known| label.eq_ignore_ascii_case(known));
    if is_label { rest.trim_start_matches([':', '=', ' ', '.']) } else { text }
}

/// How many of something a cell says.
///
/// ```
/// use lkks_exchange::value::{Said, number::count};
/// use lkks_exchange::workbook::Cell;
/// assert_eq!(count(Cell::Text("35 orang")), Said::Value(35));
/// assert_eq!(count(Cell::Text("1.234")), Said::Value(1234));
/// assert_eq!(count(Cell::Number(35.0)), Said::Value(35));
/// ```
pub fn count(cell: Cell<'_>) -> Said<u32> {
    match cell {
        Cell::Empty => Said::Nothing,
        Cell::Error(error) => Said::Problem(formula(error)),
        Cell::Boolean(boolean) => Said::Problem(wrong_type(boolean, "integer")),
        Cell::Date(day) => Said::Problem(wrong_type(day, "integer")),
        Cell::Number(number) => count_of_number(number),
        Cell::Text(text) => count_of_text(&clean(text)),
    }
}

fn count_of_number(number: f64) -> Said<u32> {
    let whole = number.round();
    if (number - whole).abs() <= 1e-9 && (0.0..=f64::from(u32::MAX)).contains(&whole) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "just checked"
        )]
        return Said::Value(whole as u32);
    }
    let text = shown(number);
    if !number.is_finite() {
        Said::Problem(Problem::error(Code::InvalidNumber).value(text))
    } else if number.fract() == 0.0 {
        Said::Problem(out_of_range(&text))
    } else {
        // Another spreadsheet may have taken the mark of thousands for that of decimals.
        let thousands = (number * 1000.0).round();
        let is_one = number < 1000.0 && (number * 1000.0 - thousands).abs() < 1e-6;
        let mut problem = Problem::error(Code::WrongType).value(&text).expected("integer");
        let has_three = text.split_once('.').is_some_and(|(_, places)| places.len() == 3);
        problem.suggestion = (is_one && has_three).then(|| thousands.to_string());
        Said::Problem(problem)
    }
}

fn count_of_text(text: &str) -> Said<u32> {
    if is_dash(text) {
        return Said::Nothing;
    }
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else {
        return count_in_words(text);
    };
    let (head, rest) = text.split_at(start);
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ');
    let end = rest.find(|c| !is_figure(c)).unwrap_or(rest.len());
    let (run, tail) = rest.split_at(end);
    let run = run.trim_end_matches(['.', ',', ' ']);
    let (Some(head), Some(tail)) = (Head::of(head), Tail::of(tail)) else {
        let sum = men_and_women(text).and_then(|(men, women)| men.checked_add(women));
        return match sum {
            Some(sum) => Said::Doubtful(sum, read_as(text, sum)),
            None => Said::Problem(not_understood(text, "35")),
        };
    };
    let Some(figure) = Figure::of(run) else { return no_number(text, "35") };
    if head == Head::Minus {
        return Said::Problem(out_of_range(text));
    }
    let Some(digits) = figure.whole_number() else {
        return Said::Problem(wrong_type(text, "integer"));
    };
    let Ok(count) = digits.parse::<u32>() else { return Said::Problem(out_of_range(text)) };
    if head == Head::About || tail == Tail::About {
        let problem = Problem::warning(Code::DoubtfulValue).value(text).expected(count);
        Said::Doubtful(count, problem)
    } else if tail == Tail::Remark || (figure.is_either() && figure.mark == Some(',')) {
        let note = Problem::note(Code::DoubtfulValue).value(told(text)).expected(count);
        Said::Doubtful(count, note)
    } else {
        Said::Value(count)
    }
}

fn count_in_words(text: &str) -> Said<u32> {
    let folded = fold(text);
    if matches!(&*folded, "nihil" | "nol" | "tidak ada" | "tdk ada") {
        return Said::Doubtful(0, Problem::note(Code::DoubtfulValue).value(text).expected(0));
    }
    if is_nothing(text) { Said::Nothing } else { no_number(text, "35") }
}

/// What stands before the figure of a count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Nothing,
    About,
    Minus,
}

impl Head {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim_end_matches([' ', ':', '=']);
        match text {
            "" | "+" => return Some(Self::Nothing),
            "-" | "−" => return Some(Self::Minus),
            "±" | "~" | "≈" | "+/-" | "+-" | "<" | ">" | "≤" | "≥" => {
                return Some(Self::About);
            }
            _ => {}
        }
        match &*fold(text) {
            "jumlah" | "jml" | "total" | "kapasitas" => Some(Self::Nothing),
            "sekitar" | "kurang lebih" | "lebih kurang" | "k l" | "kl" | "lk" | "l k" | "ca"
            | "kira kira" | "hampir" | "lebih dari" | "rata rata" => Some(Self::About),
            _ => None,
        }
    }
}

/// What stands behind the figure of a count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    Nothing,
    About,
    Remark,
}

impl Tail {
    fn of(text: &str) -> Option<Self> {
        if text.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let folded = fold(text);
        if folded.is_empty() {
            return text
                .chars()
                .all(|c| matches!(c, ' ' | '.' | ',' | '-' | ')'))
                .then_some(Self::Nothing);
        }
        let mut words = folded.split(' ').peekable();
        let is_about = words.next_if(|word| *word == "an").is_some();
        if words.all(|word| UNITS.contains(&word)) {
            return Some(if is_about { Self::About } else { Self::Nothing });
        }
        let is_remark = text.starts_with('(') && text.ends_with(')');
        is_remark.then_some(Self::Remark)
    }
}

/// Those who are counted, and places for them.
const UNITS: [&str; 31] = [
    "orang",
    "org",
    "or",
    "anak",
    "jiwa",
    "klien",
    "lansia",
    "lanjut",
    "usia",
    "peserta",
    "santri",
    "siswa",
    "murid",
    "warga",
    "binaan",
    "wb",
    "penerima",
    "manfaat",
    "pm",
    "bayi",
    "balita",
    "penghuni",
    "asuh",
    "asuhan",
    "residen",
    "kelayan",
    "disabilitas",
    "tempat",
    "tidur",
    "bed",
    "people",
];

/// How many are men and how many women, where a text says both: `20 L / 15 P`, and the sum beside
/// them if it is right.
pub(crate) fn men_and_women(text: &str) -> Option<(u32, u32)> {
    let has_words = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let items = if has_words { items(text)? } else { return None };
    let whole = match items.len() {
        4 => return both(&items),
        5 => items,
        _ => return None,
    };
    let with_sum = |sum: Option<&Item>, parts: Option<&[Item]>| {
        let (men, women) = both(parts?)?;
        let is_sum = sum == men.checked_add(women).map(Item::Count).as_ref();
        is_sum.then_some((men, women))
    };
    with_sum(whole.first(), whole.get(1..)).or_else(|| with_sum(whole.last(), whole.get(..4)))
}

/// How many are men and how many women, each beside its word.
fn both(items: &[Item]) -> Option<(u32, u32)> {
    use Item::{Count, Men, Women};
    match *items {
        [Count(men), Men, Count(women), Women]
        | [Men, Count(men), Women, Count(women)]
        | [Count(women), Women, Count(men), Men]
        | [Women, Count(women), Men, Count(men)] => Some((men, women)),
        _ => None,
    }
}

/// A piece of a text that counts men and women.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Count(u32),
    Men,
    Women,
}

/// The pieces of a text of such, where it has no other word than units.
fn items(text: &str) -> Option<Vec<Item>> {
    if text.len() > 100 {
        return None;
    }
    let mut parted = String::with_capacity(text.len() + 8);
    let mut was_digit = None;
    for c in fold(text).chars() {
        let is_digit = c.is_ascii_digit();
        if was_digit == Some(!is_digit) {
            parted.push(' ');
        }
        was_digit = (c != ' ').then_some(is_digit);
        parted.push(c);
    }
    let mut items: Vec<Item> = Vec::new();
    for word in parted.split(' ').filter(|word| !word.is_empty()) {
        let item = match word {
            "l" | "lk" | "laki" | "pria" | "putra" | "pa" | "male" => Item::Men,
            "p" | "pr" | "perempuan" | "wanita" | "putri" | "pi" | "female" => Item::Women,
            "dan" | "jumlah" | "jml" | "total" => continue,
            unit if UNITS.contains(&unit) => continue,
            number => Item::Count(number.parse().ok()?),
        };
        // `laki-laki`
        if item != Item::Men || items.last() != Some(&Item::Men) {
            items.push(item);
        }
    }
    Some(items)
}

/// A text that holds no number: what else it says.
fn no_number<T>(text: &str, example: &str) -> Said<T> {
    let folded = fold(text);
    if presence::is_in_progress(&folded) {
        return Said::Problem(in_progress(text));
    }
    if presence::says_no(&folded) && !folded.starts_with(|c: char| c.is_ascii_digit()) {
        return Said::Nothing;
    }
    let mut problem = not_understood(text, example);
    problem.suggestion = run_in(text);
    Said::Problem(problem)
}

/// The first number in a text, to be suggested.
fn run_in(text: &str) -> Option<String> {
    let rest = text.get(text.find(|c: char| c.is_ascii_digit())?..)?;
    let end =
        rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
    let figure = Figure::of(rest.get(..end)?.trim_end_matches(['.', ',']))?;
    figure.decimal().ok().map(|decimal| decimal.to_string())
}

fn shown(number: f64) -> String {
    let text = digits_of(number).unwrap_or_else(|| number.to_string());
    told(&text).into_owned()
}

/// That a number is less than nothing, or more than anyone counts.
fn out_of_range(text: &str) -> Problem {
    let is_negative = text.starts_with(['-', '−']);
    let expected = if is_negative { "0, 1, 2, …" } else { "0–4.000.000.000" };
    Problem::error(Code::OutOfRange).value(told(text)).expected(expected)
}

fn first_of(error: &lkks::Error, text: &str) -> Problem {
    let first = error.problems().first().cloned();
    first.unwrap_or_else(|| Problem::error(Code::InvalidNumber)).value(text)
}

/// A number as written: its digits, and which of its marks is the one before the decimals.
#[derive(Debug)]
struct Figure {
    is_negative: bool,
    /// The digits before the decimals; all digits where one mark could be of thousands.
    whole: String,
    places: String,
    /// The mark before the decimals.
    mark: Option<char>,
    /// Whether there is a mark beside it.
    is_grouped: bool,
}

/// Longer numbers are none that anyone counts or scores.
const MOST_DIGITS: usize = 40;

impl Figure {
    /// The figure of a text that is nothing else.
    fn of(text: &str) -> Option<Self> {
        let (is_negative, text) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let text = text.strip_prefix('+').unwrap_or(text);
        let is_known = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'');
        let ends = text.starts_with(|c: char| c.is_ascii_digit())
            && text.ends_with(|c: char| c.is_ascii_digit());
        if !ends || text.len() > MOST_DIGITS || !text.chars().all(is_known) {
            return None;
        }
        let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
        let mark = match (dots, commas) {
            (0, 0) => None,
            (1, 0) => Some('.'),
            (0, 1) => Some(','),
            // Several of one kind part thousands.
            (_, 0) | (0, _) => None,
            _ => text.chars().rev().find(|c| matches!(c, '.' | ',')),
        };
        let (whole, places) = match mark {
            Some(mark) => text.rsplit_once(mark)?,
            None => (text, ""),
        };
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(places) || (mark.is_some() && places.is_empty()) {
            return None;
        }
        let is_grouped = !is_digits(whole);
        if is_grouped && !is_in_thousands(whole) {
            return None;
        }
        let whole = whole.chars().filter(char::is_ascii_digit).collect();
        Some(Self { is_negative, whole, places: places.to_owned(), mark, is_grouped })
    }

    /// Whether its one mark could part thousands as well: `1.234`.
    fn is_either(&self) -> bool {
        self.mark.is_some()
            && !self.is_grouped
            && self.places.len() == 3
            && self.whole.len() <= 3
            && !self.whole.starts_with('0')
    }

    fn decimal(&self) -> Result<Decimal, Problem> {
        if let Some(decimal) = self.short_decimal() {
            return Ok(decimal);
        }
        let sign = if self.is_negative { "-" } else { "" };
        if self.places.is_empty() {
            return format!("{sign}{}", self.whole).parse();
        }
        let text = format!("{sign}{}.{}", self.whole, self.places);
        text.parse().or_else(|problem: Problem| {
            // As programs write what they computed.
            let float = text.parse().ok().filter(|_| self.places.len() > 9);
            float.and_then(|float| Decimal::from_f64(float).ok()).ok_or(problem)
        })
    }

    /// The decimal of a figure that has few digits, as nearly all have.
    fn short_decimal(&self) -> Option<Decimal> {
        const PLACES: usize = 4;
        if self.whole.len() > 9 || self.places.len() > PLACES {
            return None;
        }
        let digit = |steps: i64, byte: u8| steps * 10 + i64::from(byte.saturating_sub(b'0'));
        let digits = self.whole.bytes().chain(self.places.bytes());
        let missing = (self.places.len()..PLACES).map(|_| b'0');
        let steps = digits.chain(missing).fold(0, digit);
        Decimal::from_steps(if self.is_negative { -steps } else { steps })
    }

    /// Its digits as a whole number; nothing where it has decimals.
    fn whole_number(&self) -> Option<String> {
        if self.is_either() {
            return Some(format!("{}{}", self.whole, self.places));
        }
        self.places.bytes().all(|byte| byte == b'0').then(|| self.whole.clone())
    }
}

/// Whether marks of one kind, or blanks, part a number into thousands.
fn is_in_thousands(text: &str) -> bool {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else { return true };
    let mut groups = text.split(mark);
    groups.next().is_some_and(|first| {
        (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit())
    }) && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
