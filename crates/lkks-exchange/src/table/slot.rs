//! A part of a paper that several cells of a row may speak of.

use lkks::known_date::KnownDate;
use lkks::message::Code;
use lkks::{Decimal, Problem};
use std::fmt::Display;

/// A value, and which cell says it.
#[derive(Clone, Debug)]
pub(super) struct Slot<T>(Option<Held<T>>);

#[derive(Clone, Debug)]
struct Held<T> {
    value: T,
    /// The column of the cell.
    column: u32,
    /// Whether the column is there for this alone.
    is_own: bool,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self(None)
    }
}

/// A column, and what is wrong in its cell.
pub(super) type Told = (u32, Problem);

/// A value that may be told in two ways.
pub(super) trait Part: Clone + Display {
    /// What both say, the more precise of them; nothing where they contradict each other.
    fn with(&self, other: &Self) -> Option<Self>;
}

impl Part for String {
    fn with(&self, other: &Self) -> Option<Self> {
        (self == other).then(|| self.clone())
    }
}

impl Part for Decimal {
    fn with(&self, other: &Self) -> Option<Self> {
        (self == other).then_some(*self)
    }
}

impl Part for KnownDate {
    fn with(&self, other: &Self) -> Option<Self> {
        let within = |inner: &Self, outer: &Self| {
            outer.earliest() <= inner.earliest() && inner.latest() <= outer.latest()
        };
        let (mine, theirs) = (within(self, other), within(other, self));
        mine.then_some(*self).or_else(|| theirs.then_some(*other))
    }
}

impl<T: Part> Slot<T> {
    /// Keeps what a cell says. Where another says otherwise, the column that is there for this
    /// alone counts, and the first of two alike; the other cell is given back with what is wrong.
    pub(super) fn put(&mut self, value: Option<T>, column: u32, is_own: bool) -> Option<Told> {
        let new = Held { value: value?, column, is_own };
        let Some(held) = &mut self.0 else {
            self.0 = Some(new);
            return None;
        };
        if let Some(both) = held.value.with(&new.value) {
            held.value = both;
            return None;
        }
        let left = if new.is_own && !held.is_own { std::mem::replace(held, new) } else { new };
        let problem = Problem::warning(Code::Contradiction).value(&left.value);
        Some((left.column, problem.expected(&held.value)))
    }
}

impl<T> Slot<T> {
    pub(super) fn value(self) -> Option<T> {
        self.0.map(|held| held.value)
    }

    pub(super) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|held| &held.value)
    }

    /// The column of the cell that says it.
    pub(super) fn column(&self) -> Option<u32> {
        self.0.as_ref().map(|held| held.column)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Option<KnownDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_more_precise_of_two_that_agree_is_kept() {
        for (one, other) in [("2022", "2022-07-12"), ("2022-07-12", "2022-07")] {
            let mut slot = Slot::default();
            assert_eq!(slot.put(known(one), 1, true), None);
            assert_eq!(slot.put(known(other), 2, false), None);
            assert_eq!(slot.value(), known("2022-07-12"));
        }
    }

    #[test]
    fn a_column_of_its_own_counts_whichever_comes_first() {
        for order in
            [[(1, "2021", true), (2, "2022", false)], [(2, "2022", false), (1, "2021", true)]]
        {
            let mut slot = Slot::default();
            let told: Vec<_> = order
                .iter()
                .filter_map(|(at, year, own)| slot.put(known(year), *at, *own))
                .collect();
            let [(column, problem)] = &told[..] else { panic!("{told:?}") };
            assert_eq!((*column, problem.code), (2, Code::Contradiction));
            assert_eq!(problem.value.as_deref(), Some("2022"));
            assert_eq!(slot.value(), known("2021"));
        }
    }
}
