//! Names as they are compared: small letters without accents, numerals in digits, no other signs.

use std::iter::Peekable;
use std::str::Chars;

/// Gives each word of a text, and whether a full stop cut it short.
///
/// An apostrophe is passed over (`Ma'u` is `mau`), initials are one word (`D.K.I.` is `dki`), and a
/// Roman numeral is its number (`IV Koto` is `4 koto`).
pub(crate) fn each_word(text: &str, mut take: impl FnMut(&str, bool)) {
    let mut word = String::new();
    let mut has_initials = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() {
            push_plain(c, &mut word);
            continue;
        }
        if is_passed_over(c) {
            continue;
        }
        has_initials = c == '.' && (has_initials || word.len() == 1) && is_initial(chars.clone());
        if !has_initials {
            give(&word, c == '.', &mut take);
            word.clear();
        }
    }
    give(&word, false, &mut take);
}

fn give(word: &str, is_cut: bool, take: &mut impl FnMut(&str, bool)) {
    if word.is_empty() {
        return;
    }
    match numeral(word) {
        Some(number) => take(&number.to_string(), false),
        None => take(word, is_cut),
    }
}

/// Whether one letter, and no word, comes next.
fn is_initial(mut next: Peekable<Chars<'_>>) -> bool {
    next.next().is_some_and(char::is_alphabetic) && next.peek().is_none_or(|c| !c.is_alphanumeric())
}

/// Marks that join what is on both sides, and accents that stand behind their letter.
fn is_passed_over(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{ad}'
    )
}

fn push_plain(c: char, word: &mut String) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
        return;
    }
    for c in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
        word.push(match c {
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

/// The number of a Roman numeral up to 39, more than any name has.
fn numeral(word: &str) -> Option<usize> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = word.trim_start_matches('x');
    let tens = word.len() - ones.len();
    let ones = ONES.iter().position(|numeral| *numeral == ones)?;
    (tens <= 3 && tens + ones > 0).then_some(tens * 10 + ones)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        let mut folded = Vec::new();
        each_word(text, |word, is_cut| {
            folded.push(format!("{word}{}", if is_cut { "." } else { "" }))
        });
        folded.join(" ")
    }

    #[test]
    fn names_fold_to_words() {
        for (text, words) in [
            ("Kandang  Panjang", "kandang panjang"),
            ("PEKALONGAN-BARAT", "pekalongan barat"),
            ("Tiro/Truseb", "tiro truseb"),
            ("Ma'u", "mau"),
            ("Tampan’ Amma", "tampan amma"),
            ("Médono", "medono"),
            ("Me\u{301}dono", "medono"),
            ("Kec. Pkl.Utara", "kec. pkl. utara"),
            ("D.I. Yogyakarta", "di. yogyakarta"),
            ("D.K.I Jakarta", "dki jakarta"),
            ("P.Utara", "p. utara"),
            ("IV Koto", "4 koto"),
            ("Sisobahili II", "sisobahili 2"),
            ("Blok XXXIX", "blok 39"),
            ("2 x 11 Anam Lingkuang", "2 10 11 anam lingkuang"),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(folded(text), words, "{text}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,30}") {
            let once = folded(&text).replace('.', "");
            prop_assert_eq!(folded(&once), once);
        }
    }
}
