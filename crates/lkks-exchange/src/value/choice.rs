//! One of a few things that go by many names: what the parsers of such cells have in common.
//!
//! | a cell | says |
//! | --- | --- |
//! | a name of one thing, with any case, blanks and marks: `LKS-A`, `lks a`, `L.K.S.A.` | that thing |
//! | several names of one thing: `Panti Asuhan (LKSA)` | that thing |
//! | names of several things: `anak dan lansia` | a problem: which of them? |
//! | a name, and behind it more: `Yayasan (cabang)` | that thing, doubtful: the rest is not kept |
//! | a slip of a long name: `Yayasn` | that thing, doubtful |
//! | `dlm proses` | nothing yet: a problem that is only a note |

use crate::value::Said;
use crate::value::presence::is_in_progress;
use crate::value::text::{ambiguous, fold, in_progress, not_understood, read_as, slip_of, words};
use crate::workbook::Cell;

/// The things that a cell may name.
pub(crate) struct Choices<T: 'static> {
    /// Folded names, and what each stands for.
    pub(crate) names: &'static [(&'static str, T)],
    /// What the library writes for a thing.
    pub(crate) word: fn(T) -> &'static str,
    /// All that may be written, for problems.
    pub(crate) expected: &'static str,
}

/// A longer text names none of a few things.
const MOST_BYTES: usize = 200;

/// A shorter name is no one's slip: `LKS B` is not `LKS A`.
const LEAST_OF_SLIPS: usize = 7;

impl<T: Copy + PartialEq> Choices<T> {
    /// The thing that a cell names.
    pub(crate) fn of_cell(&self, cell: Cell<'_>) -> Said<T> {
        match words(cell, self.expected) {
            Ok(text) => self.of_text(&text),
            Err(said) => said,
        }
    }

    /// The thing that a cleaned text names.
    pub(crate) fn of_text(&self, text: &str) -> Said<T> {
        if text.len() > MOST_BYTES {
            return Said::Problem(not_understood(text, self.expected));
        }
        let folded = fold(text);
        if let Some(thing) = self.named(&folded) {
            return Said::Value(thing);
        }
        if is_in_progress(&folded) {
            return Said::Problem(in_progress(text));
        }
        self.of_parts(text)
            .or_else(|| self.slip(&folded).map(|thing| self.doubtful(text, thing)))
            .unwrap_or_else(|| Said::Problem(not_understood(text, self.expected)))
    }

    /// The thing with this folded name, wherever its blanks are.
    pub(crate) fn named(&self, folded: &str) -> Option<T> {
        let is_it = |name: &str| solid(name).eq(solid(folded));
        self.names.iter().find(|(name, _)| is_it(name)).map(|(_, thing)| *thing)
    }

    /// A thing that a text is understood as, which a person should look at.
    pub(crate) fn doubtful(&self, text: &str, thing: T) -> Said<T> {
        Said::Doubtful(thing, read_as(text, (self.word)(thing)))
    }

    fn slip(&self, folded: &str) -> Option<T> {
        slip_of(folded, self.names.iter().copied().filter(|(name, _)| name.len() >= LEAST_OF_SLIPS))
    }

    fn of_parts(&self, text: &str) -> Option<Said<T>> {
        let parts: Vec<_> = parts(text).into_iter().map(|part| self.named(&part)).collect();
        let mut things: Vec<T> = Vec::new();
        for thing in parts.iter().flatten() {
            if !things.contains(thing) {
                things.push(*thing);
            }
        }
        match things.as_slice() {
            [] => None,
            [thing] if parts.iter().all(Option::is_some) => Some(Said::Value(*thing)),
            [thing] => parts.first()?.map(|_| self.doubtful(text, *thing)),
            several => {
                let words: Vec<_> = several.iter().map(|thing| (self.word)(*thing)).collect();
                Some(Said::Problem(ambiguous(text, words.join(", "))))
            }
        }
    }
}

/// The letters and digits of a folded text.
fn solid(folded: &str) -> impl Iterator<Item = u8> {
    folded.bytes().filter(|byte| *byte != b' ')
}

/// What stands between marks of lists and words like `dan`, folded.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in text.split([',', ';', '/', '&', '+', '|', '(', ')', '–', '—', ':']) {
        for piece in piece.split(" - ") {
            let folded = fold(piece);
            let mut part = String::new();
            for word in folded.split(' ') {
                if matches!(word, "dan" | "serta" | "atau" | "dn" | "and" | "or") {
                    parts.push(std::mem::take(&mut part));
                } else {
                    part.push_str(word);
                    part.push(' ');
                }
            }
            parts.push(part);
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOURS: Choices<u8> = Choices {
        names: &[("merah", 1), ("merah tua", 1), ("kuning emas", 2), ("k e", 2), ("dan lain", 3)],
        word: |colour| if colour == 1 { "Merah" } else { "Kuning" },
        expected: "Merah, Kuning",
    };

    fn said(text: &str) -> Result<u8, (Option<u8>, String)> {
        match COLOURS.of_text(text) {
            Said::Value(colour) => Ok(colour),
            Said::Doubtful(colour, problem) => Err((Some(colour), problem.code.key().into())),
            Said::Problem(problem) => Err((None, problem.code.key().into())),
            Said::Nothing => panic!("{text} was dropped"),
        }
    }

    #[test]
    fn a_thing_goes_by_all_its_names() {
        for (text, expected) in [
            ("MERAH", 1),
            ("merah-tua", 1),
            ("MerahTua", 1),
            ("K.E.", 2),
            ("KE", 2),
            ("Merah (merah tua)", 1),
            ("merah / Merah Tua", 1),
            ("Merah - merah tua", 1),
            ("dan lain", 3),
        ] {
            assert_eq!(said(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_only_its_name_is_told() {
        for (text, thing, code) in [
            ("Merah, agak pudar", Some(1), "doubtful-value"),
            ("Kuning  emaas", Some(2), "doubtful-value"),
            ("merha", None, "not-understood"),
            ("bukan merah", None, "not-understood"),
            ("agak pudar, merah", None, "not-understood"),
            ("merah dan kuning emas", None, "ambiguous-value"),
            ("Merah/KE", None, "ambiguous-value"),
            ("dlm proses", None, "in-progress"),
            ("dan", None, "not-understood"),
        ] {
            assert_eq!(said(text), Err((thing, code.into())), "{text}");
        }
    }

    #[test]
    fn a_text_of_any_length_is_looked_at_quickly() {
        assert!(said(&"merah ".repeat(1_000_000)).is_err());
    }
}
