//! Putting things in order with code that is compiled once.
//!
//! `slice::sort`, and collecting into a `BTreeMap` or `BTreeSet`, which sorts first, are compiled
//! anew for every type, four kilobytes each: with two dozen types that was a tenth of the module a
//! browser loads. Here one sort orders positions, whatever stands at them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

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

/// A map of these entries; of two with one key, the last.
pub(crate) fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// A set of these things.
pub(crate) fn set<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(things);
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
        fn maps_and_sets_are_those_that_collecting_gives(entries: Vec<(u8, char)>) {
            prop_assert_eq!(map(entries.clone()), entries.iter().copied().collect());
            prop_assert_eq!(set(entries.clone()), entries.into_iter().collect());
        }
    }
}
