//! Schemes of identifiers: which paper of an organisation an identifier is the number of.

use super::attribute::Known;

/// A scheme of our own. None of org-id.guide is used: that these papers are on its lists was not
/// confirmed.
pub(super) struct Scheme {
    pub(super) key: &'static str,
    /// What people call such a paper.
    pub(super) label: &'static str,
    /// The list of the register that the paper is an entry of.
    pub(super) list: &'static str,
    /// The kind of certificate.
    pub(super) kind: Option<&'static str>,
    /// What attributes say of it.
    pub(super) known: &'static [Known],
}

/// The scheme of the register's own identifiers, and what they are called.
pub(super) const REGISTER: (&str, &str) = ("lkks-id", "Nomor dalam register LKKS");
/// What stands before the name of a document in its scheme.
pub(super) const DOCUMENT: &str = "lkks-dokumen:";

pub(super) const DEED: Scheme = Scheme {
    key: "lkks-akta",
    label: "Akta notaris",
    list: "deeds",
    kind: None,
    known: &[Known::Field("issued")],
};

pub(super) const APPROVAL: Scheme = Scheme {
    key: "lkks-sk-kemenkumham",
    label: "SK Kemenkumham",
    list: "approvals",
    kind: None,
    known: &[Known::Field("issued")],
};

const CERTIFICATE: &[Known] = &[
    Known::Field("issuer"),
    Known::Field("issued"),
    Known::Field("last_day"),
    Known::Field("revoked.on"),
    Known::Field("revoked.reason"),
];

pub(super) const REGISTRATION: Scheme = Scheme {
    key: "lkks-tanda-daftar",
    label: "Tanda daftar",
    list: "certificates",
    kind: Some("registration"),
    known: CERTIFICATE,
};

pub(super) const PERMIT: Scheme = Scheme {
    key: "lkks-izin-operasional",
    label: "Izin operasional",
    list: "certificates",
    kind: Some("operating-permit"),
    known: CERTIFICATE,
};

pub(super) const ACCREDITATION: Scheme = Scheme {
    key: "lkks-akreditasi",
    label: "Akreditasi",
    list: "accreditations",
    kind: None,
    known: &[
        Known::Field("body"),
        Known::Field("grade"),
        Known::Field("score"),
        Known::Field("decided"),
        Known::Field("last_day"),
        Known::Field("revoked.on"),
        Known::Field("revoked.reason"),
        Known::Field("source"),
    ],
};

/// What attributes say of a document.
pub(super) const OF_DOCUMENT: &[Known] = &[
    Known::Field("present"),
    Known::Field("issued"),
    Known::Field("last_day"),
    Known::Field("recorded"),
];

impl Scheme {
    /// The scheme with this key.
    pub(super) fn of(key: &str) -> Option<&'static Self> {
        const ALL: &[Scheme] = &[DEED, APPROVAL, REGISTRATION, PERMIT, ACCREDITATION];
        ALL.iter().find(|scheme| scheme.key == key)
    }
}
