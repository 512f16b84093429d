//! A free text as words, and what stands between them.

/// More of an address is not looked at.
const MOST_BYTES: usize = 1_000;

/// A word of a text, and how it stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// Where it starts and ends in the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a comma, a line end or the like parts it from the one before.
    pub(super) is_parted: bool,
    /// Whether a stroke joins it to the one before, as in `003/002`.
    pub(super) is_joined: bool,
}

impl Word<'_> {
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    pub(super) fn has_digits(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The words of a text. Letters and digits are words of their own: `RT03` is two.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    // Words of three letters and a blank behind each are short; more room is seldom needed.
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len().min(MOST_BYTES) / 4 + 1);
    let mut chars = text.char_indices().take_while(|(at, _)| *at < MOST_BYTES).peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let is_number = first.is_ascii_digit();
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| belongs(*c, is_number)) {
            end = at + c.len_utf8();
        }
        let before = words.last().map_or(0, |word| word.end);
        let between = text.get(before..start).unwrap_or("");
        words.push(Word {
            text: text.get(start..end).unwrap_or(""),
            start,
            end,
            is_parted: between.contains(is_parting) || between.contains(" - "),
            is_joined: between.trim() == "/",
        });
    }
    words
}

fn belongs(c: char, is_number: bool) -> bool {
    match is_number {
        true => c.is_ascii_digit(),
        false => (c.is_alphanumeric() && !c.is_ascii_digit()) || matches!(c, '\'' | '’' | '`'),
    }
}

const fn is_parting(c: char) -> bool {
    matches!(c, ',' | ';' | '(' | ')' | '\n' | '\r' | '|' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_and_digits_are_words_of_their_own() {
        let texts: Vec<_> = words("Jl. Ma'u 5A, RT03/RW02").iter().map(|w| w.text).collect();
        assert_eq!(texts, ["Jl", "Ma'u", "5", "A", "RT", "03", "RW", "02"]);
    }

    #[test]
    fn what_stands_between_words_is_known() {
        let words = words("a b, c 003/002 - d");
        let flags: Vec<_> = words.iter().map(|w| (w.is_parted, w.is_joined)).collect();
        let (plain, parted, joined) = ((false, false), (true, false), (false, true));
        assert_eq!(flags, [plain, plain, parted, plain, joined, parted]);
    }

    proptest! {
        #[test]
        fn words_are_where_they_say(text in "\\PC{0,60}") {
            for word in words(&text) {
                prop_assert_eq!(text.get(word.start..word.end), Some(word.text));
            }
        }
    }
}
