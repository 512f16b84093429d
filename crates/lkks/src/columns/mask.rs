//! Sets of rows of one block, a bit each.

use super::ROWS;
use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};

const WORDS: usize = ROWS / 64;

/// Which rows of a block: a bit for each.
///
/// ```
/// use lkks::columns::Mask;
/// let first_two = Mask::first(2);
/// assert_eq!(first_two.count(), 2);
/// assert!((!first_two & Mask::first(3)).has(2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask([u64; WORDS]);

impl Default for Mask {
    fn default() -> Self {
        Self::NONE
    }
}

impl Mask {
    /// No row.
    pub const NONE: Self = Self([0; WORDS]);
    /// Every row a block has room for.
    pub const ALL: Self = Self([!0; WORDS]);

    /// The first `rows` rows.
    ///
    /// ```
    /// # use lkks::columns::{Mask, ROWS};
    /// assert_eq!(Mask::first(70).count(), 70);
    /// assert_eq!(Mask::first(ROWS), Mask::ALL);
    /// ```
    pub fn first(rows: usize) -> Self {
        let mut words = [0; WORDS];
        for (index, word) in words.iter_mut().enumerate() {
            let left = rows.saturating_sub(index * 64).min(64);
            *word = if left == 64 { !0 } else { (1 << left) - 1 };
        }
        Self(words)
    }

    /// The rows for which `holds`.
    ///
    /// ```
    /// # use lkks::columns::Mask;
    /// let even = Mask::of(|row| row % 2 == 0) & Mask::first(10);
    /// assert_eq!(even.rows().collect::<Vec<_>>(), [0, 2, 4, 6, 8]);
    /// ```
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the loop is only fast where the test is in it")]
    pub fn of(holds: impl Fn(usize) -> bool) -> Self {
        let mut words = [0; WORDS];
        for (index, word) in words.iter_mut().enumerate() {
            for part in 0..8 {
                // Eight answers a byte each, gathered into eight bits by one multiplication.
                let mut bytes = [0_u8; 8];
                for (bit, byte) in bytes.iter_mut().enumerate() {
                    *byte = u8::from(holds(index * 64 + part * 8 + bit));
                }
                let gathered = u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56;
                *word |= gathered << (part * 8);
            }
        }
        Self(words)
    }

    /// The set whose words of 64 rows are these, the first row in the lowest bit.
    ///
    /// ```
    /// # use lkks::columns::{Mask, ROWS};
    /// let mut words = [0; ROWS / 64];
    /// words[0] = 0b101;
    /// assert_eq!(Mask::from_words(words).rows().collect::<Vec<_>>(), [0, 2]);
    /// ```
    pub const fn from_words(words: [u64; WORDS]) -> Self {
        Self(words)
    }

    /// Its words of 64 rows each.
    ///
    /// ```
    /// # use lkks::columns::Mask;
    /// assert_eq!(Mask::first(3).words()[0], 0b111);
    /// ```
    pub const fn words(&self) -> &[u64; WORDS] {
        &self.0
    }

    /// Whether a row is in it.
    ///
    /// ```
    /// # use lkks::columns::Mask;
    /// assert!(Mask::first(3).has(2) && !Mask::first(3).has(3));
    /// ```
    pub fn has(&self, row: usize) -> bool {
        self.0.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Puts a row in.
    ///
    /// ```
    /// # use lkks::columns::Mask;
    /// let mut mask = Mask::NONE;
    /// mask.insert(9);
    /// assert!(mask.has(9));
    /// ```
    pub fn insert(&mut self, row: usize) {
        if let Some(word) = self.0.get_mut(row / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// How many rows are in it.
    ///
    /// ```
    /// # use lkks::columns::Mask;
    /// assert_eq!(Mask::first(5).count(), 5);
    /// ```
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether no row is in it.
    ///
    /// ```
    /// # use lkks::columns::Mask;
    /// assert!(Mask::NONE.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Its rows, in order.
    ///
    /// ```
    /// # use lkks::columns::Mask;
    /// assert_eq!(Mask::first(3).rows().sum::<usize>(), 3);
    /// ```
    pub fn rows(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(index, mut word)| {
            std::iter::from_fn(move || {
                if word == 0 {
                    return None;
                }
                let bit = word.trailing_zeros() as usize;
                word &= word - 1;
                Some(index * 64 + bit)
            })
        })
    }

    /// The rows of this set that are not in `other`.
    pub(super) fn but(self, other: Self) -> Self {
        self & !other
    }
}

macro_rules! by_word {
    ($trait:ident, $method:ident, $assign:ident, $assigned:ident, $op:tt) => {
        impl $trait for Mask {
            type Output = Self;
            #[inline]
            fn $method(mut self, other: Self) -> Self {
                self.$assigned(other);
                self
            }
        }

        impl $assign for Mask {
            #[inline]
            fn $assigned(&mut self, other: Self) {
                for (mine, others) in self.0.iter_mut().zip(other.0) {
                    *mine $op others;
                }
            }
        }
    };
}

by_word!(BitAnd, bitand, BitAndAssign, bitand_assign, &=);
by_word!(BitOr, bitor, BitOrAssign, bitor_assign, |=);

impl Not for Mask {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_are_those_for_which_it_holds(wanted in prop::collection::btree_set(0..ROWS, 0..99)) {
            let mask = Mask::of(|row| wanted.contains(&row));
            prop_assert_eq!(mask.count(), wanted.len());
            prop_assert_eq!(mask.rows().collect::<std::collections::BTreeSet<_>>(), wanted.clone());
            prop_assert_eq!((!mask).count(), ROWS - wanted.len());
            prop_assert!((mask & !mask).is_empty());
        }

        #[test]
        fn the_first_rows_are_the_first(rows in 0..=ROWS) {
            prop_assert_eq!(Mask::first(rows), Mask::of(|row| row < rows));
        }
    }
}
