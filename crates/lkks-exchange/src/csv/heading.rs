//! The headings of the form, and the columns of one text.

use lkks::message::Code;
use lkks::problem::Problem;
use std::collections::HashMap;

/// Declares the fixed headings, each with its text.
macro_rules! fields {
    ($($variant:ident = $text:literal,)*) => {
        /// A heading that every CSV may have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Field { $($variant,)* }

        impl Field {
            /// Every one, in the order in which they are written.
            pub(super) const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its text.
            pub(super) const fn text(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

fields! {
    Id = "id",
    Name = "name",
    LegalForm = "legal_form",
    Kind = "kind",
    Founded = "founded",
    Region = "region",
    Rw = "rw",
    Rt = "rt",
    Address = "address",
    Categories = "categories",
    Joined = "joined",
    Left = "left",
    RegistrationNumber = "registration_number",
    RegistrationIssued = "registration_issued",
    RegistrationLastDay = "registration_last_day",
    PermitNumber = "permit_number",
    PermitIssued = "permit_issued",
    PermitLastDay = "permit_last_day",
    AccreditationNumber = "accreditation_number",
    AccreditationGrade = "accreditation_grade",
    AccreditationScore = "accreditation_score",
    AccreditationDecided = "accreditation_decided",
    AccreditationLastDay = "accreditation_last_day",
}

/// What stands before the name of a document in its heading.
pub(super) const DOCUMENT: &str = "document:";
/// What stands before the name of a fact in its heading.
pub(super) const FACT: &str = "fact:";

/// The columns of one text, by their headings.
#[derive(Debug, Default)]
pub(super) struct Columns {
    positions: HashMap<String, usize>,
    /// The columns of documents: the name of the document, and which column.
    pub(super) documents: Vec<(String, usize)>,
    /// The columns of facts.
    pub(super) facts: Vec<(String, usize)>,
    /// How many columns there are.
    pub(super) count: usize,
}

impl Columns {
    /// The columns under these headings; what is wrong with a heading goes to `problem` with the
    /// number of its cell, if it has one.
    pub(super) fn of<'a>(
        headings: impl Iterator<Item = &'a str>,
        mut problem: impl FnMut(Option<usize>, Problem),
    ) -> Self {
        let mut columns = Self::default();
        for (index, heading) in headings.enumerate() {
            columns.count = index + 1;
            if let Some(first) = columns.positions.get(heading) {
                let found = Problem::error(Code::DuplicateHeading).value(heading);
                problem(Some(index), found.expected(format!("headings[{first}]")));
                continue;
            }
            let named = |prefix| heading.strip_prefix(prefix).filter(|name| !name.is_empty());
            if let Some(name) = named(DOCUMENT) {
                columns.documents.push((name.to_owned(), index));
            } else if let Some(name) = named(FACT) {
                columns.facts.push((name.to_owned(), index));
            } else if !Field::ALL.iter().any(|field| field.text() == heading) {
                let known = Field::ALL.iter().map(|field| field.text()).chain([DOCUMENT, FACT]);
                let found = Problem::error(Code::UnknownHeading).value(heading).suggest(known);
                problem(Some(index), found);
            }
            columns.positions.insert(heading.to_owned(), index);
        }
        for needed in [Field::Id, Field::Name] {
            if columns.position(needed.text()).is_none() {
                problem(None, Problem::error(Code::MissingField).expected(needed.text()));
            }
        }
        columns
    }

    /// The column under this heading.
    pub(super) fn position(&self, heading: &str) -> Option<usize> {
        self.positions.get(heading).copied()
    }
}
