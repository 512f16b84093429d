//! What texts say that stand in many rows, read once.

use crate::value::Said;
use crate::value::grade::AccreditationText;
use crate::value::presence::Presence;
use crate::workbook::Cell;
use lkks::category::Category;
use lkks::organisation::{Kind, LegalForm, Setting};
use std::collections::HashMap;

/// How many texts of a kind are remembered.
const MOST_KNOWN: usize = 10_000;

/// What texts say that stand in many rows.
#[derive(Default)]
pub(super) struct Memo<'t> {
    pub(super) legal_forms: Known<'t, LegalForm>,
    pub(super) kinds: Known<'t, Kind>,
    pub(super) settings: Known<'t, Setting>,
    pub(super) categories: Known<'t, Vec<Category>>,
    pub(super) grades: Known<'t, AccreditationText>,
    pub(super) presences: Known<'t, Presence>,
}

pub(super) struct Known<'t, T>(HashMap<&'t str, Said<T>>);

impl<T> Default for Known<'_, T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<'t, T: Clone> Known<'t, T> {
    /// What this cell says, looked up where the same text stood before.
    pub(super) fn said(&mut self, cell: Cell<'t>, read: fn(Cell<'_>) -> Said<T>) -> Said<T> {
        let Cell::Text(text) = cell else { return read(cell) };
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let said = read(cell);
        if self.0.len() < MOST_KNOWN {
            self.0.insert(text, said.clone());
        }
        said
    }
}
