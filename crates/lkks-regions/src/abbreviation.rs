//! Names as people shorten them: `Pkl. Utara`, `Pekalongan Utr`, `P. Sel`.
//!
//! A short word stands for a longer one that starts with the same letter and has its letters in
//! that order. That is said of many words, so it is asked only of regions within a known one.

use crate::query::Word;

/// More letters without a full stop are no short word.
const LONGEST: usize = 5;

/// Directions, and how they are shortened.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("utara", &["u", "ut", "utr"]),
    ("selatan", &["s", "sel", "slt", "sltn"]),
    ("barat", &["b", "br", "bar", "brt"]),
    ("timur", &["t", "tim", "tmr"]),
    ("tengah", &["t", "teng", "tgh", "tng"]),
    ("tenggara", &["tgr", "tggr", "tengg"]),
    ("pusat", &["pst", "pus"]),
];

/// Whether any of the words may be a short one, so that names need be looked at.
pub(crate) fn may_be_short(words: &[Word]) -> bool {
    words.iter().any(|word| word.is_cut || word.letters.len() <= LONGEST)
}

/// Whether words, at least one of them short, stand for the words of a name.
pub(crate) fn stands_for(words: &[Word], name: &str) -> bool {
    let first = |letters: &str| letters.bytes().next();
    if words.first().and_then(|word| first(&word.letters)) != first(name) {
        return false;
    }
    let letters: usize = words.iter().map(|word| word.letters.len()).sum();
    let mut names = name.split(' ');
    // One letter alone could be anything.
    letters > 1
        && words.iter().all(|word| names.next().is_some_and(|name| word_stands_for(word, name)))
        && names.next().is_none()
}

fn word_stands_for(word: &Word, name: &str) -> bool {
    let letters = word.letters.as_str();
    letters == name
        || DIRECTIONS.iter().any(|(long, short)| *long == name && short.contains(&letters))
        || (is_short_for(word, name) && has_in_order(name, letters))
}

/// Whether it looks like a short form: one with a full stop, or a few letters out of many.
fn is_short_for(word: &Word, name: &str) -> bool {
    let (short, long) = (word.letters.len(), name.len());
    let is_word = word.letters.bytes().all(|b| b.is_ascii_alphabetic());
    is_word && short < long && (word.is_cut || ((2..=4).contains(&short) && 5 * short <= 3 * long))
}

/// Whether a word starts with the first of these letters and has the others in their order.
fn has_in_order(word: &str, letters: &str) -> bool {
    let mut rest = word.chars();
    word.chars().next() == letters.chars().next() && letters.chars().all(|l| rest.any(|c| c == l))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;

    fn stands(short: &str, name: &str) -> bool {
        let query = Query::of(short);
        stands_for(query.words(&query.readings()[0]), name)
    }

    #[test]
    fn a_short_word_stands_for_one_with_its_letters_in_order() {
        for (short, name) in [
            ("Pkl Utara", "pekalongan utara"),
            ("Pklg. Utara", "pekalongan utara"),
            ("Pekalongan Utr", "pekalongan utara"),
            ("P. Sel", "pekalongan selatan"),
            ("Pkl. T", "pekalongan timur"),
            ("Bks. Tmr", "bekasi timur"),
            ("Smg. Tgh", "semarang tengah"),
            ("Jkt. Pst", "jakarta pusat"),
            ("Kuripan Kertohj.", "kuripan kertoharjo"),
            ("Psrkratonkramat.", "pasirkratonkramat"),
            ("Tgl Barat", "tegal barat"),
        ] {
            assert!(stands(short, name), "{short}");
        }
        for (short, name) in [
            ("Medon", "medono"),         // a slip
            ("Pkl", "pekalongan utara"), // half of it
            ("Pkl Utara Raya", "pekalongan utara"),
            ("Kl. Utara", "pekalongan utara"),
            ("Pks. Utara", "pekalongan utara"),
            ("M", "medono"),
            ("M.", "medono"),
            ("Blok 1.", "blok 15"),
            ("Utara", "utara jaya"),
        ] {
            assert!(!stands(short, name), "{short}");
        }
    }
}
