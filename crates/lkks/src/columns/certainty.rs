//! How sure each row of a block is.

use super::Mask;
use crate::rules::Certainty;

/// The rows that rest on what is reported, and those that rest on what is assumed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sureness {
    reported: Mask,
    assumed: Mask,
}

impl Sureness {
    /// These rows rest on something of this certainty.
    pub(super) fn rests(&mut self, rows: Mask, certainty: Certainty) {
        match certainty {
            Certainty::Confirmed => {}
            Certainty::Reported => self.reported |= rows,
            Certainty::Assumed => self.assumed |= rows,
        }
    }

    /// These rows rest on what they rest on in `other`.
    pub(super) fn rests_as(&mut self, rows: Mask, other: &Self) {
        self.reported |= other.reported & rows;
        self.assumed |= other.assumed & rows;
    }

    pub(super) fn at(&self, row: usize) -> Certainty {
        if self.assumed.has(row) {
            Certainty::Assumed
        } else if self.reported.has(row) {
            Certainty::Reported
        } else {
            Certainty::Confirmed
        }
    }
}
