//! Putting things in order with code that is compiled once.
//!
//! `slice::sort`, the maps of the standard library and collecting into them are compiled anew for
//! every type, four kilobytes each: with two dozen types that was a tenth of the module a browser
//! loads. Here one sort orders positions, whatever stands at them.

use std::cmp::Ordering;

/// Stable sorting of lists, as `Vec` has it.
pub(crate) trait InOrder<T> {
    /// In the order of `compare`; equals stay as they stand.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// In the order of their keys; equals stay as they stand.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// In their own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> InOrder<T> for Vec<T> {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let positions = positions(self.len(), &|a, b| compare(&self[a], &self[b]));
        let mut taken: Vec<Option<T>> = self.drain(..).map(Some).collect();
        self.extend(positions.into_iter().filter_map(|position| taken[position].take()));
    }
}

/// The positions of `count` things in the order of `compare`.
#[inline(never)]
fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    positions
}

/// The positions of things in the order of a text each has, to find them by it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Index(Vec<usize>);

impl Index {
    /// An index of `count` things by the text at each position.
    pub(crate) fn of<'a>(count: usize, text: &dyn Fn(usize) -> &'a str) -> Self {
        Self(positions(count, &|a, b| text(a).cmp(text(b))))
    }

    /// The first thing with this text; `text` must be that of the making.
    #[inline(never)]
    pub(crate) fn find<'a>(&self, wanted: &str, text: &dyn Fn(usize) -> &'a str) -> Option<usize> {
        let at = self.0.partition_point(|&position| text(position) < wanted);
        self.0.get(at).copied().filter(|&position| text(position) == wanted)
    }

    /// The positions of all things with this text, in their own order.
    pub(crate) fn all<'a>(&self, wanted: &str, text: &dyn Fn(usize) -> &'a str) -> &[usize] {
        let start = self.0.partition_point(|&position| text(position) < wanted);
        let end = self.0.partition_point(|&position| text(position) <= wanted);
        self.0.get(start..end).unwrap_or_default()
    }

    /// The positions in the order of their texts.
    pub(crate) fn positions(&self) -> &[usize] {
        &self.0
    }

    /// For every thing whether an earlier one has the same text, and which is the first of them.
    #[inline(never)]
    pub(crate) fn firsts<'a>(&self, text: &dyn Fn(usize) -> &'a str) -> Vec<usize> {
        let mut firsts: Vec<usize> = vec![0; self.0.len()];
        let mut first = None;
        for &position in &self.0 {
            let same = first.filter(|&first| text(first) == text(position));
            first = Some(same.unwrap_or(position));
            firsts[position] = first.unwrap_or(position);
        }
        firsts
    }
}

/// A few values by key, in order of key: a map for small numbers of keys.
#[derive(Clone, Debug)]
pub(crate) struct Tally<K, V>(Vec<(K, V)>);

impl<K: Ord, V> Tally<K, V> {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of `key`, made first where there is none.
    pub(crate) fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = match self.0.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (key, make()));
                place
            }
        };
        &mut self.0[place].1
    }

    /// The value of `key`.
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        let place = self.0.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// The keys, in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }
}

impl<K, V> IntoIterator for Tally<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn the_order_is_that_of_a_stable_sort(mut things: Vec<(u8, String)>) {
            let mut expected = things.clone();
            expected.sort_by_key(|(key, _)| *key);
            things.order_by_key(|(key, _)| *key);
            prop_assert_eq!(&things, &expected);
            expected.sort();
            things.order();
            prop_assert_eq!(things, expected);
        }

        #[test]
        fn an_index_finds_the_first_of_each_text(words in proptest::collection::vec("[ab]{0,2}", 0..12)) {
            let text = |position: usize| words[position].as_str();
            let index = Index::of(words.len(), &text);
            for (position, first) in index.firsts(&text).into_iter().enumerate() {
                prop_assert_eq!(Some(first), words.iter().position(|w| w == &words[position]));
                prop_assert_eq!(index.find(&words[position], &text), Some(first));
                let same = (0..words.len()).filter(|&other| words[other] == words[position]);
                prop_assert_eq!(index.all(&words[position], &text), same.collect::<Vec<_>>());
            }
            prop_assert_eq!(index.find("c", &text), None);
        }

        #[test]
        fn a_tally_is_a_map(entries: Vec<(u8, u16)>) {
            let mut expected = BTreeMap::new();
            let mut tally = Tally::new();
            for (key, value) in entries {
                *expected.entry(key).or_insert(0_u32) += u32::from(value);
                *tally.entry(key, || 0_u32) += u32::from(value);
            }
            prop_assert!(expected.iter().all(|(key, value)| tally.get(key) == Some(value)));
            prop_assert_eq!(tally.into_iter().collect::<Vec<_>>(), expected.into_iter().collect::<Vec<_>>());
        }
    }
}
