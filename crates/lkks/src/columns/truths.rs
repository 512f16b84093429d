//! Conditions over a block: Kleene's logic by the word.
//!
//! The same four values as `rules/truth.rs`, which specifies them, for 64 rows at a time.

use super::Mask;

/// In which rows a condition holds, does not, or is unknown; in the others it does not apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Truths {
    pub(super) yes: Mask,
    pub(super) no: Mask,
    pub(super) unknown: Mask,
}

impl Truths {
    /// Of rows for some of which the answer is known: `holds` decides there, and the rest is unknown
    /// but where it does not apply.
    pub(super) fn where_known(holds: Mask, known: Mask, not_applicable: Mask) -> Self {
        let known = known.but(not_applicable);
        Self { yes: holds & known, no: known.but(holds), unknown: !(known | not_applicable) }
    }

    pub(super) const NOT_APPLICABLE: Self =
        Self { yes: Mask::NONE, no: Mask::NONE, unknown: Mask::NONE };

    pub(super) const fn not(self) -> Self {
        Self { yes: self.no, no: self.yes, unknown: self.unknown }
    }

    pub(super) fn all(parts: impl Iterator<Item = Self>) -> Self {
        let or = parts.fold(Self::NOT_APPLICABLE, Self::or_each);
        let unknown = or.unknown.but(or.no);
        Self { yes: or.yes.but(or.no | unknown), no: or.no, unknown }
    }

    pub(super) fn any(parts: impl Iterator<Item = Self>) -> Self {
        Self::all(parts.map(Self::not)).not()
    }

    fn or_each(self, other: Self) -> Self {
        Self {
            yes: self.yes | other.yes,
            no: self.no | other.no,
            unknown: self.unknown | other.unknown,
        }
    }

    /// Where a requirement is asked for only `when`: as `judge::truth_of`.
    pub(super) fn asked_when(self, when: Self) -> Self {
        let doubtful = when.unknown;
        Self {
            yes: self.yes & (when.yes | doubtful),
            no: self.no & when.yes,
            unknown: (self.unknown & when.yes) | ((self.no | self.unknown) & doubtful),
        }
    }

    /// The same where it is asked; elsewhere it does not apply.
    pub(super) fn only(self, asked: Mask) -> Self {
        Self { yes: self.yes & asked, no: self.no & asked, unknown: self.unknown & asked }
    }

    /// Where it applies at all.
    pub(super) fn applies(self) -> Mask {
        self.yes | self.no | self.unknown
    }
}
