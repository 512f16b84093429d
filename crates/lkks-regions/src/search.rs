//! Finding regions whose names look like what was written.

use crate::Regions;
use crate::find::{Fit, Match, SHORT};
use crate::index::ways;
use crate::query::{Query, Reading};
use lkks::region::{RegionCode, RegionLevel};
use rapidfuzz::distance::osa::BatchComparator;

/// Less alike is not found.
const LEAST: f64 = 0.6;
/// What the likeness of parts counts, against that of the whole.
const OF_PARTS: f64 = 0.9;
/// Fewer letters of a longer word are not a part of it.
const LEAST_PART: usize = 5;

impl Regions {
    /// The regions whose names are most like a text, the most alike first and then in the order of
    /// their codes; at most `limit`. Those that [`find`](Self::find) gives are among them.
    ///
    /// A name is as like as its letters are, a transposition counting once, or nine tenths of how
    /// like its words are one by one; less than 0.6 is not found.
    ///
    /// ```
    /// use lkks::region::RegionLevel;
    /// use lkks_regions::Regions;
    /// let city = "33.75".parse()?;
    /// let names = |text, level| {
    ///     let found = Regions::indonesia().search(text, Some(&city), level, 3);
    ///     found.iter().map(|found| found.name).collect::<Vec<_>>()
    /// };
    /// assert_eq!(names("Pasir Kramat", Some(RegionLevel::Village))[0], "Pasirkratonkramat");
    /// assert_eq!(names("Kuripan Lor", None), ["Kuripan Yosorejo", "Kuripan Kertoharjo"]);
    /// assert!(names("Amsterdam", None).is_empty());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn search(
        &self,
        text: &str,
        within: Option<&RegionCode>,
        level: Option<RegionLevel>,
        limit: usize,
    ) -> Vec<Match<'_>> {
        let query = Query::of(text);
        // No name begins with a word such as `Kec.`, but some look like it.
        let readings = query.readings().iter().filter(|reading| !reading.has_stray);
        let patterns: Vec<_> = readings.map(|reading| Pattern::of(&query, reading)).collect();
        let scan = |id| {
            let allowed = patterns.iter().filter(|p| self.may_be(id, p.reading, level));
            let is_short =
                |p: &&Pattern<'_>| within.is_some() && self.is_short(&query, p.reading, id);
            let best = allowed.clone().filter_map(|pattern| self.likeness(pattern, id));
            let short = allowed.filter(is_short).map(|_| (SHORT, Fit::Short)).next();
            let (similarity, fit) = best.chain(short).max_by(|a, b| a.0.total_cmp(&b.0))?;
            Some((similarity, fit, id))
        };
        let mut found: Vec<_> = self.of_level(self.scope(within), level).filter_map(scan).collect();
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        let best = found.into_iter().take(limit);
        best.filter_map(|(similarity, fit, id)| self.matched(id, fit, similarity)).collect()
    }

    /// How like the text a region's name is, in the way to write it that is most like it.
    fn likeness(&self, pattern: &Pattern<'_>, id: usize) -> Option<(f64, Fit)> {
        let key = self.keys.get(id)?;
        let ways = ways(self.index().folded(id), *key);
        ways.filter_map(|way| pattern.likeness(way)).max_by(|a, b| a.0.total_cmp(&b.0))
    }
}

/// A text that many names are compared with.
struct Pattern<'a> {
    reading: &'a Reading,
    /// Its words without blanks.
    whole: Letters,
    /// The same with blanks.
    spaced: String,
    /// The same one by one, the longest first.
    words: Vec<Letters>,
}

impl<'a> Pattern<'a> {
    fn of(query: &Query, reading: &'a Reading) -> Self {
        let words: Vec<_> = query.words(reading).iter().map(|word| word.letters.as_str()).collect();
        Self {
            reading,
            whole: Letters::of(&words.concat()),
            spaced: words.join(" "),
            words: longest_first(&words),
        }
    }

    fn likeness(&self, name: &str) -> Option<(f64, Fit)> {
        let kinds = kinds(name);
        let mut similarity = 0.0;
        // Most names are too unlike to be worth a comparison.
        if self.most_of_whole(name, kinds) >= LEAST {
            let (wrong, longest) = self.wrong(name);
            similarity = share(longest.saturating_sub(wrong), longest);
            if wrong == 0 {
                return Some((similarity, Fit::Same));
            }
            if wrong <= longest / 5 {
                return Some((similarity, Fit::Slip));
            }
        }
        if self.most_of_words(kinds) >= LEAST {
            similarity = similarity.max(OF_PARTS * self.likeness_of_words(name));
        }
        let fit = if self.is_part_of(name) { Fit::Part } else { Fit::Like };
        (similarity >= LEAST).then_some((similarity, fit))
    }

    /// How many letters are wrong, and of how many, whatever blanks are between them.
    fn wrong(&self, name: &str) -> (usize, usize) {
        let letters = name.bytes().filter(|b| *b != b' ');
        let longest = letters.clone().count().max(self.whole.length);
        (self.whole.wrong(letters), longest)
    }

    /// No less than the likeness of the whole: each kind of letter that the name lacks is wrong.
    fn most_of_whole(&self, name: &str, kinds: u32) -> f64 {
        let length = name.bytes().filter(|b| *b != b' ').count();
        share(self.whole.known(kinds).min(length), length.max(self.whole.length))
    }

    /// The same for the likeness of words.
    fn most_of_words(&self, kinds: u32) -> f64 {
        let known = self.words.iter().map(|word| word.known(kinds)).sum();
        OF_PARTS * share(known, self.whole.length)
    }

    /// How like the text's words are to the most alike words of the name, by their letters; 0 where
    /// it is not enough.
    fn likeness_of_words(&self, name: &str) -> f64 {
        let mut likeness = 1.0;
        for word in &self.words {
            let right = |other: &str| {
                let longest = other.len().max(word.length);
                share(longest.saturating_sub(word.wrong(other.bytes())), longest)
            };
            let best = name.split(' ').map(right).fold(0.0, f64::max);
            likeness -= (1.0 - best) * share(word.length, self.whole.length);
            if OF_PARTS * likeness < LEAST {
                return 0.0;
            }
        }
        likeness
    }

    /// Whether the name has the text's words one after the other, or begins or ends with it.
    fn is_part_of(&self, name: &str) -> bool {
        let spaced = &self.spaced;
        let is_run = name.match_indices(spaced.as_str()).any(|(at, _)| {
            let before = name.get(..at).is_some_and(|b| b.is_empty() || b.ends_with(' '));
            let after = name.get(at + spaced.len()..);
            before && after.is_some_and(|after| after.is_empty() || after.starts_with(' '))
        });
        is_run
            || (spaced.len() >= LEAST_PART && (name.starts_with(spaced) || name.ends_with(spaced)))
    }
}

/// The words, those first that say most.
fn longest_first(words: &[&str]) -> Vec<Letters> {
    let mut words: Vec<_> = words.iter().map(|word| Letters::of(word)).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.length));
    words
}

/// A run of letters that others are compared with.
struct Letters {
    comparator: BatchComparator<u8>,
    length: usize,
    kinds: u32,
}

impl Letters {
    fn of(text: &str) -> Self {
        Self {
            comparator: BatchComparator::new(text.bytes()),
            length: text.len(),
            kinds: kinds(text),
        }
    }

    /// How many letters are wrong in others: missing, superfluous, another one, or two exchanged.
    fn wrong(&self, letters: impl DoubleEndedIterator<Item = u8> + Clone) -> usize {
        self.comparator.distance(letters)
    }

    /// How many of them a name with these kinds of letters may have, at the most.
    fn known(&self, kinds: u32) -> usize {
        self.length.saturating_sub((self.kinds & !kinds).count_ones() as usize)
    }
}

/// Which kinds of letters a text has, as bits. Different letters may be of one kind.
fn kinds(text: &str) -> u32 {
    text.bytes().filter(|b| *b != b' ').fold(0, |kinds, byte| kinds | 1 << (byte & 31))
}

/// A share of a whole; all of nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 1.0;
    }
    // Lengths of names, which a float holds exactly.
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_passed_over_is_not_alike(text in "[a-f]{1,8}( [a-f]{1,6})?", name in "[a-h]{1,8}( [a-h]{1,6})?") {
            let query = Query::of(&text);
            let pattern = Pattern::of(&query, &query.readings()[0]);
            let (wrong, longest) = pattern.wrong(&name);
            let (whole, words) = (share(longest - wrong, longest), pattern.likeness_of_words(&name));
            prop_assert!(whole <= pattern.most_of_whole(&name, kinds(&name)));
            prop_assert!(OF_PARTS * words <= pattern.most_of_words(kinds(&name)) + 1e-9);
        }
    }
}
