//! Identifiers: HSDS wants a UUID for every entry, and the same entry should keep it.

use crate::standard::body_id;
use lkks::body::Body;
use std::fmt::Display;
use uuid::Uuid;

/// An entry of an HSDS table.
#[derive(Clone, Copy)]
pub(super) struct Entity {
    pub(super) id: Uuid,
    /// The table it is an entry of.
    pub(super) table: &'static str,
}

impl Entity {
    /// The organisation that the body is.
    pub(super) fn body(body: &Body) -> Self {
        Self::named(body_id(body))
    }

    /// The organisation with this identifier.
    pub(super) const fn named(id: Uuid) -> Self {
        Self { id, table: "organization" }
    }

    /// A member organisation of this body. One that came with a UUID keeps it.
    pub(super) fn organisation(&self, id: &str) -> Self {
        Self::named(uuid(id).unwrap_or_else(|| self.child(format_args!("organization/{id}"))))
    }

    /// An entry that belongs to this one, by a name that is its own there.
    pub(super) fn part(&self, table: &'static str, name: impl Display) -> Self {
        Self { id: self.child(format_args!("{table}/{name}")), table }
    }

    fn child(&self, name: impl Display) -> Uuid {
        Uuid::new_v5(&self.id, name.to_string().as_bytes())
    }
}

/// The UUID, where it is written as all of ours are.
pub(super) fn uuid(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok().filter(|uuid| uuid.to_string() == text)
}

/// The identifier of a term.
pub(super) fn term(taxonomy: &str, code: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("urn:lkks:term:{taxonomy}:{code}").as_bytes())
}
