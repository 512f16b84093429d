//! Numbers of RT and RW, in cells of their own and within addresses.

use super::words::{Word, words};
use super::{PlacePart, PlaceSaid};
use crate::value::text::{clean, is_nothing, not_understood, note_as, read_as};
use lkks::Problem;
use lkks::message::Code;
use lkks::region::NeighbourhoodNumber;

/// What is said to be expected.
const EXAMPLE: &str = "RT 003 / RW 002";

/// Numbers as written; 0 where somebody wrote `000`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) rt: Option<u16>,
    pub(super) rw: Option<u16>,
}

impl Numbers {
    /// These, and where one is not known the other's.
    pub(super) fn or(self, other: Self) -> Self {
        Self { rt: self.rt.or(other.rt), rw: self.rw.or(other.rw) }
    }

    fn of(is_rt: bool, number: Option<u16>) -> Self {
        match is_rt {
            true => Self { rt: number, rw: None },
            false => Self { rt: None, rw: number },
        }
    }
}

/// The numbers that a text's first words say, and how many words say them: `RT 03`, `RT/RW 03/02`,
/// `RT.03/02`, `RW II`.
pub(super) fn labelled(words: &[Word<'_>]) -> Option<(usize, Numbers)> {
    let is_rt = is_label(words.first()?)?;
    let is_double = words.get(1).and_then(is_label) == Some(!is_rt);
    let mut length = 1 + usize::from(is_double);
    let mut numbers = Numbers::default();
    let Some(first) = words.get(length).and_then(number) else { return Some((length, numbers)) };
    numbers = numbers.or(Numbers::of(is_rt, Some(first)));
    length += 1;
    let second = words.get(length).filter(|word| word.is_joined);
    if let Some(second) = second.and_then(number)
        && (is_double || is_rt)
    {
        numbers = numbers.or(Numbers::of(!is_rt, Some(second)));
        length += 1;
    }
    Some((length, numbers))
}

/// Numbers without RT and RW before them, as identity cards have them: `003/002`.
pub(super) fn bare(words: &[Word<'_>]) -> Option<Numbers> {
    let [first, second, ..] = words else { return None };
    let is_full = |word: &Word<'_>| word.text.len() == 3 && word.text.starts_with('0');
    (is_full(first) && is_full(second) && second.is_joined)
        .then(|| Numbers { rt: number(first), rw: number(second) })
}

fn is_label(word: &Word<'_>) -> Option<bool> {
    match word {
        word if word.is("rt") => Some(true),
        word if word.is("rw") => Some(false),
        _ => None,
    }
}

fn number(word: &Word<'_>) -> Option<u16> {
    if word.has_digits() {
        return word.text.parse().ok();
    }
    const ROMAN: [&str; 20] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
    ];
    let place = ROMAN.iter().position(|numeral| *numeral == word.text)?;
    u16::try_from(place + 1).ok()
}

/// Takes the numbers of the two cells, and of an address where the cells have none.
pub(super) fn take(rt: Option<&str>, rw: Option<&str>, address: Numbers, said: &mut PlaceSaid) {
    let of_rt = cell(PlacePart::Rt, rt, said);
    let of_rw = cell(PlacePart::Rw, rw, said);
    for (part, numbers) in
        [(PlacePart::Rt, of_rt), (PlacePart::Rw, of_rw), (PlacePart::Address, address)]
    {
        set(part, "RT", numbers.rt, &mut said.rt, &mut said.problems);
        set(part, "RW", numbers.rw, &mut said.rw, &mut said.problems);
    }
}

/// What the cell of one of them says: its number, or both.
fn cell(part: PlacePart, text: Option<&str>, said: &mut PlaceSaid) -> Numbers {
    let Some(text) = text.map(clean).filter(|text| !is_nothing(text)) else {
        return Numbers::default();
    };
    let is_rt = part == PlacePart::Rt;
    let words = words(&text);
    let (mut numbers, mut at) = (Numbers::default(), 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, found) = match labelled(rest) {
            Some(labelled) => labelled,
            None if at > 0 => break,
            None => plain(rest, is_rt),
        };
        if length == 0 {
            break;
        }
        numbers = numbers.or(found);
        at += length;
    }
    if numbers == Numbers::default() {
        said.problems.push((part, not_understood(&text, EXAMPLE)));
    } else if at < words.len() {
        said.problems.push((part, read_as(&text, shown(numbers))));
    }
    numbers
}

/// Numbers without a word before them: one is that of the cell, of two the first is the RT.
fn plain(words: &[Word<'_>], is_rt: bool) -> (usize, Numbers) {
    let Some(first) = words.first().and_then(number) else { return (0, Numbers::default()) };
    match words.get(1).filter(|word| word.is_joined).and_then(number) {
        Some(second) => (2, Numbers { rt: Some(first), rw: Some(second) }),
        None => (1, Numbers::of(is_rt, Some(first))),
    }
}

fn set(
    part: PlacePart,
    name: &str,
    number: Option<u16>,
    known: &mut Option<NeighbourhoodNumber>,
    problems: &mut Vec<(PlacePart, Problem)>,
) {
    let Some(number) = number else { return };
    let is_address = part == PlacePart::Address;
    let value = format!("{name} {number:03}");
    match (NeighbourhoodNumber::new(number), &known) {
        // Where there is no RT or RW, an identity card has 000.
        (Err(_), _) if number == 0 => problems.push((part, note_as(&value, "–"))),
        (Err(problem), _) if !is_address => problems.push((part, problem)),
        (Err(_), _) => {}
        (Ok(number), None) => *known = Some(number),
        (Ok(number), Some(known)) if number == *known => {}
        (Ok(_), Some(known)) => {
            let expected = format!("{name} {:03}", known.get());
            let problem = Problem::warning(Code::PlaceDiffers).value(value).expected(expected);
            problems.push((part, problem));
        }
    }
}

fn shown(numbers: Numbers) -> String {
    let part = |name: &str, number: Option<u16>| number.map(|number| format!("{name} {number:03}"));
    [part("RT", numbers.rt), part("RW", numbers.rw)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use lkks::problem::Severity;

    fn taken(rt: &str, rw: &str) -> (Option<u16>, Option<u16>, Vec<&'static str>) {
        let mut said = PlaceSaid::default();
        take(Some(rt), Some(rw), Numbers::default(), &mut said);
        let codes = said.problems.iter().map(|(_, problem)| problem.code.key()).collect();
        (said.rt.map(|rt| rt.get()), said.rw.map(|rw| rw.get()), codes)
    }

    #[test]
    fn cells_with_numbers_are_read() {
        for (rt, rw, numbers) in [
            ("3", "2", (Some(3), Some(2))),
            ("003", "RW. 02", (Some(3), Some(2))),
            ("RT 03 / RW 02", "", (Some(3), Some(2))),
            ("RT.03/02", "-", (Some(3), Some(2))),
            ("003/002", "003/002", (Some(3), Some(2))),
            ("", "003/002", (Some(3), Some(2))),
            ("RT/RW 03/02", "", (Some(3), Some(2))),
            ("RW 02 RT 03", "", (Some(3), Some(2))),
            ("rt03rw02", "", (Some(3), Some(2))),
            ("", "IV", (None, Some(4))),
            ("-", "", (None, None)),
        ] {
            assert_eq!(taken(rt, rw), (numbers.0, numbers.1, vec![]), "{rt:?} {rw:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_told() {
        assert_eq!(taken("krajan", ""), (None, None, vec!["not-understood"]));
        assert_eq!(taken("1000", ""), (None, None, vec!["out-of-range"]));
        assert_eq!(taken("000", "2"), (None, Some(2), vec!["doubtful-value"]));
        assert_eq!(taken("3 krajan", ""), (Some(3), None, vec!["doubtful-value"]));
        assert_eq!(taken("03/02", "5"), (Some(3), Some(2), vec!["place-differs"]));
        let mut said = PlaceSaid::default();
        take(Some("3"), None, Numbers { rt: Some(4), rw: Some(2) }, &mut said);
        assert_eq!((said.rt.unwrap().get(), said.rw.unwrap().get()), (3, 2));
        assert_eq!(said.problems[0].0, PlacePart::Address);
        assert_eq!(said.problems[0].1.severity, Severity::Warning);
    }
}
