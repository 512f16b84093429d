//! The tables of a package: where each is taken from, its columns, and which rows of other tables
//! its rows are about.

use lkks::body::{BodyLevel, FigureKind};
use lkks::case::{StepKind, Urgency};
use lkks::category::Category;
use lkks::organisation::{ApplicationKind, CertificateKind, Kind as OrganisationKind};
use lkks::organisation::{LegalForm, Setting};
use lkks::term::{AppointmentCause, EndCause};

/// What the rows of a table are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One object is one row.
    One,
    /// A list of objects.
    Objects,
    /// A list of texts, for the one column.
    Texts,
    /// An object used as a map: its names for the first column, its values for the second.
    Map,
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A day.
    Day,
    /// A day, a month or a year.
    Known,
    /// A whole number, at least this and at most that.
    Whole(u32, Option<u32>),
    /// A decimal number.
    Decimal,
    /// Yes or no; this where a register leaves it out.
    YesNo(Option<&'static str>),
    /// A Kemendagri code.
    Region,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
    /// A value of any kind, as text.
    Any,
    /// The kind of a value of any kind.
    TypeName,
}

/// A column: its name, where its value stands in the object, what it holds, and whether it always
/// holds something.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) from: &'static str,
    pub(super) kind: Kind,
    pub(super) needed: bool,
}

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    /// The field that it is taken from, in the register or in the object above.
    pub(super) field: &'static str,
    pub(super) shape: Shape,
    /// The column that names the row of the table above.
    pub(super) above: Option<&'static str>,
    pub(super) columns: &'static [Column],
    /// The columns that tell its rows apart.
    pub(super) key: &'static [&'static str],
    /// Columns that name rows of other tables: which, of which table, by which columns.
    pub(super) names: &'static [(&'static [&'static str], &'static str, &'static [&'static str])],
    /// Tables taken from the objects of its rows.
    pub(super) below: &'static [&'static Self],
}

const fn column(name: &'static str, from: &'static str, kind: Kind) -> Column {
    Column { name, from, kind, needed: false }
}

const fn needed(name: &'static str, from: &'static str, kind: Kind) -> Column {
    Column { needed: true, ..column(name, from, kind) }
}

use Kind::{Any, Choice, Day, Decimal, Known, Region, Text, TypeName, Whole, YesNo};

const ANY_COUNT: Kind = Whole(0, None);
const NEIGHBOURHOOD: Kind = Whole(1, Some(999));
const CATEGORY: Kind = Choice(|| Category::all().map(Category::slug).collect());

macro_rules! words {
    ($kind:ty) => {
        Choice(|| <$kind>::ALL.iter().map(|word| word.key()).collect())
    };
}

/// The columns of a place.
macro_rules! place {
    ($region:ident) => {
        [
            $region("region", "place.region", Region),
            column("rw", "place.rw", NEIGHBOURHOOD),
            column("rt", "place.rt", NEIGHBOURHOOD),
            column("address", "place.address", Text),
        ]
    };
}

/// One list of columns of several.
macro_rules! columns {
    ($($part:expr),* $(,)?) => {{
        const PARTS: &[&[Column]] = &[$(&$part),*];
        &join::<{ length(PARTS) }>(PARTS)
    }};
}

const fn length(parts: &[&[Column]]) -> usize {
    let (mut total, mut part) = (0, 0);
    while part < parts.len() {
        total += parts[part].len();
        part += 1;
    }
    total
}

const fn join<const N: usize>(parts: &[&[Column]]) -> [Column; N] {
    let mut joined = [const { column("", "", Text) }; N];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let mut index = 0;
        while index < parts[part].len() {
            let Column { name, from, kind, needed } = parts[part][index];
            joined[at] = Column { name, from, kind, needed };
            at += 1;
            index += 1;
        }
        part += 1;
    }
    joined
}

/// A table without keys, names and tables below.
const fn plain(name: &'static str, columns: &'static [Column]) -> Table {
    Table {
        name,
        field: name,
        shape: Shape::Objects,
        above: None,
        columns,
        key: &[],
        names: &[],
        below: &[],
    }
}

/// A table of an organisation.
const fn of_organisation(name: &'static str, columns: &'static [Column]) -> Table {
    let names: &[(&[&str], &str, &[&str])] = &[(&["organisation"], "organisations", &["id"])];
    Table { above: Some("organisation"), names, ..plain(name, columns) }
}

/// A table of a term.
const fn of_term(name: &'static str, columns: &'static [Column]) -> Table {
    let names: &[(&[&str], &str, &[&str])] = &[(&["term"], "terms", &["id"])];
    Table { above: Some("term"), names, ..plain(name, columns) }
}

/// Every table that is taken from the register itself; others are below them.
pub(super) const TABLES: &[&Table] =
    &[&BODY, &REGIONS, &ORGANISATIONS, &MEMBERSHIPS, &TERMS, &CASES, &ACTIVITIES];

const BODY: Table = Table {
    shape: Shape::One,
    below: &[&LEGAL_BASIS, &ADVISERS, &FIGURES],
    ..plain(
        "body",
        &[
            needed("name", "name", Text),
            needed("level", "level", words!(BodyLevel)),
            column("region", "region", Region),
            column("formed", "formed", Known),
        ],
    )
};

const LEGAL_BASIS: Table =
    Table { shape: Shape::Texts, ..plain("legal_basis", &[needed("cited", "", Text)]) };

const ADVISERS: Table = plain(
    "advisers",
    &[
        needed("name", "name", Text),
        needed("position", "position", Text),
        needed("first", "period.first", Day),
        column("last", "period.last", Day),
    ],
);

const FIGURES: Table = plain(
    "figures",
    &[
        needed("on", "on", Known),
        needed("what", "what", words!(FigureKind)),
        needed("count", "count", ANY_COUNT),
        needed("source", "source", Text),
    ],
);

const REGIONS: Table = Table {
    shape: Shape::Map,
    key: &["code"],
    ..plain("regions", &[needed("code", "", Region), needed("name", "", Text)])
};

const ORGANISATIONS: Table = Table {
    key: &["id"],
    below: &[
        &EARLIER_NAMES,
        &SERVICES,
        &DEEDS,
        &APPROVALS,
        &CERTIFICATES,
        &ACCREDITATIONS,
        &APPLICATIONS,
        &WARNINGS,
        &DOCUMENTS,
        &EVIDENCE,
    ],
    ..plain(
        "organisations",
        columns![
            [
                needed("id", "id", Text),
                needed("name", "name", Text),
                column("legal_form", "legal_form", words!(LegalForm)),
                column("kind", "kind", words!(OrganisationKind)),
                column("founded", "founded", Known),
            ],
            place!(column),
            [column("source", "source", Text)],
        ],
    )
};

const EARLIER_NAMES: Table = of_organisation(
    "earlier_names",
    &[needed("name", "name", Text), column("until", "until", Day)],
);

const SERVICES: Table = of_organisation(
    "services",
    &[
        needed("category", "category", CATEGORY),
        column("setting", "setting", words!(Setting)),
        column("capacity", "capacity", ANY_COUNT),
        column("first", "period.first", Day),
        column("last", "period.last", Day),
    ],
);

const PAPER: &[Column] = &[column("number", "number", Text), column("issued", "issued", Day)];
const DEEDS: Table = of_organisation("deeds", PAPER);
const APPROVALS: Table = of_organisation("approvals", PAPER);

const CERTIFICATES: Table = of_organisation(
    "certificates",
    &[
        needed("kind", "kind", words!(CertificateKind)),
        column("number", "number", Text),
        column("issuer", "issuer", Text),
        needed("issued", "issued", Known),
        column("last_day", "last_day", Known),
        column("revoked_on", "revoked.on", Day),
        column("revoked_reason", "revoked.reason", Text),
    ],
);

const ACCREDITATIONS: Table = of_organisation(
    "accreditations",
    &[
        column("number", "number", Text),
        column("body", "body", Text),
        column("grade", "grade", Text),
        column("score", "score", Decimal),
        needed("decided", "decided", Known),
        column("last_day", "last_day", Known),
        column("revoked_on", "revoked.on", Day),
        column("revoked_reason", "revoked.reason", Text),
        column("source", "source", Text),
    ],
);

const APPLICATIONS: Table = of_organisation(
    "applications",
    &[
        needed("kind", "kind", words!(ApplicationKind)),
        needed("lodged", "lodged", Day),
        column("decided", "decided", Day),
    ],
);

const WARNINGS: Table =
    of_organisation("warnings", &[needed("on", "on", Day), column("reason", "reason", Text)]);

const DOCUMENTS: Table = of_organisation(
    "documents",
    &[
        needed("document", "document", Text),
        needed("present", "present", YesNo(Some("true"))),
        column("number", "number", Text),
        column("issued", "issued", Day),
        column("last_day", "last_day", Day),
        column("recorded", "recorded", Day),
    ],
);

const EVIDENCE: Table = of_organisation(
    "evidence",
    &[
        needed("fact", "fact", Text),
        column("value_kind", "value", TypeName),
        column("value", "value", Any),
        column("from", "from", Day),
        column("until", "until", Day),
        column("source", "source", Text),
    ],
);

const MEMBERSHIPS: Table = Table {
    names: &[(&["organisation"], "organisations", &["id"])],
    ..plain(
        "memberships",
        &[
            needed("organisation", "organisation", Text),
            needed("first", "period.first", Day),
            column("last", "period.last", Day),
            column("reason", "reason", Text),
        ],
    )
};

const TERMS: Table = Table {
    key: &["id"],
    below: &[&INDUCTIONS, &OFFICES, &APPOINTMENTS],
    ..plain(
        "terms",
        &[
            needed("id", "id", Text),
            needed("name", "name", Text),
            needed("first", "period.first", Day),
            column("last", "period.last", Day),
            column("musda_on", "musda.on", Known),
            column("musda_place", "musda.place", Text),
            column("source", "source", Text),
        ],
    )
};

const INDUCTIONS: Table = of_term(
    "inductions",
    &[
        needed("on", "on", Day),
        needed("by", "by", Text),
        column("place", "place", Text),
        column("oath", "oath", YesNo(None)),
    ],
);

const OFFICES: Table = Table {
    key: &["term", "id"],
    ..of_term(
        "offices",
        &[
            needed("id", "id", Text),
            needed("title_id", "title.id", Text),
            needed("title_en", "title.en", Text),
            needed("seats", "seats", Whole(1, Some(65_535))),
        ],
    )
};

const APPOINTMENTS: Table = Table {
    names: &[(&["term"], "terms", &["id"]), (&["term", "office"], "offices", &["term", "id"])],
    ..of_term(
        "appointments",
        &[
            needed("person", "person", Text),
            needed("office", "office", Text),
            needed("first", "period.first", Day),
            column("last", "period.last", Day),
            needed("cause", "cause", words!(AppointmentCause)),
            column("ended", "ended", words!(EndCause)),
        ],
    )
};

const CASES: Table = Table {
    key: &["id"],
    below: &[&STEPS],
    ..plain(
        "cases",
        columns![
            [needed("id", "id", Text), column("title", "title", Text)],
            place!(needed),
            [
                needed("category", "category", CATEGORY),
                column("urgency", "urgency", words!(Urgency)),
            ],
        ],
    )
};

const STEPS: Table = Table {
    above: Some("case"),
    names: &[(&["case"], "cases", &["id"]), (&["to"], "organisations", &["id"])],
    ..plain(
        "steps",
        &[
            needed("kind", "kind", words!(StepKind)),
            needed("on", "on", Day),
            column("by", "by", Text),
            column("to", "to", Text),
            column("reason", "reason", Text),
        ],
    )
};

const ACTIVITIES: Table = Table {
    key: &["id"],
    below: &[&PARTICIPANTS, &REACHED],
    ..plain(
        "activities",
        columns![
            [
                needed("id", "id", Text),
                needed("title", "title", Text),
                needed("on", "on", Day),
                column("until", "until", Day),
            ],
            place!(column),
            [column("source", "source", Text)],
        ],
    )
};

const PARTICIPANTS: Table = Table {
    field: "organisations",
    shape: Shape::Texts,
    above: Some("activity"),
    names: &[(&["activity"], "activities", &["id"]), (&["organisation"], "organisations", &["id"])],
    ..plain("participants", &[needed("organisation", "", Text)])
};

const REACHED: Table = Table {
    shape: Shape::Map,
    above: Some("activity"),
    key: &["activity", "category"],
    names: &[(&["activity"], "activities", &["id"])],
    ..plain("reached", &[needed("category", "", CATEGORY), needed("count", "", ANY_COUNT)])
};
