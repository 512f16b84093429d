//! Identifiers that are the same whenever a register is written, and no one else's.

use lkks::body::Body;
use uuid::Uuid;

/// Of which all of them are made.
const NAMESPACE: Uuid = Uuid::from_u128(0x5d3c_2b0e_61f4_4c7a_9b58_0f6a_7e2d_91c4);

/// Whose identifiers they are: a body by its region, or by its name where it has none.
pub(crate) struct Owner<'a>(&'a str);

impl<'a> Owner<'a> {
    /// The owner of what this body has on record.
    pub(crate) fn of(body: &'a Body) -> Self {
        Self(body.region.as_ref().map_or(body.name.as_str(), |region| region.as_str()))
    }

    /// The identifier of what is told apart by these words.
    pub(crate) fn uuid(&self, words: &[&str]) -> Uuid {
        Uuid::new_v5(&NAMESPACE, format!("{}\n{}", self.0, words.join("\n")).as_bytes())
    }
}
