//! The facts that follow from the register itself.

use super::{FactSpec, FactType};
use crate::message::Localised;

/// Of what a built-in fact is.
///
/// ```
/// use lkks::facts::{BuiltIn, Scope};
/// assert!(BuiltIn::named("vacant_seats", Scope::Board).is_some());
/// assert!(BuiltIn::named("vacant_seats", Scope::Organisation).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of an organisation.
    Organisation,
    /// Of the board: for packs on statutes.
    Board,
}

/// A fact that every pack may use without declaring it.
///
/// ```
/// use lkks::facts::BUILT_IN;
/// assert!(BUILT_IN.iter().any(|fact| fact.name == "registered"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: FactType,
    /// Of what it is.
    pub scope: Scope,
    /// The Indonesian label.
    pub id: &'static str,
    /// The English label.
    pub en: &'static str,
    /// The words of a choice.
    pub choices: &'static [&'static str],
    /// Whether advice may ask to change it. What an organisation is, it is not advised to become.
    pub changeable: bool,
}

impl BuiltIn {
    /// The built-in fact of this name.
    ///
    /// ```
    /// use lkks::facts::{BuiltIn, Scope};
    /// let deed = BuiltIn::named("deed", Scope::Organisation).unwrap();
    /// assert_eq!(deed.en, "Notarial deed");
    /// assert!(BuiltIn::named("domicile_letter", Scope::Organisation).is_none()); // packs declare it
    /// ```
    pub fn named(name: &str, scope: Scope) -> Option<&'static Self> {
        BUILT_IN.iter().find(|fact| fact.scope == scope && fact.name == name)
    }

    /// The declaration in the form that packs share.
    ///
    /// ```
    /// use lkks::Decimal;
    /// use lkks::facts::{BuiltIn, Scope};
    /// let warnings = BuiltIn::named("warnings", Scope::Organisation).unwrap().spec();
    /// assert_eq!(warnings.min, Some(Decimal::ZERO)); // what is counted is never less than none
    /// ```
    pub fn spec(&self) -> FactSpec {
        FactSpec {
            name: self.name.to_owned(),
            kind: self.kind,
            label: Localised::new(self.id, self.en),
            // What is counted is never less than none.
            min: (self.kind == FactType::Integer).then_some(crate::Decimal::ZERO),
            max: None,
            choices: self.choices.iter().map(|&choice| choice.to_owned()).collect(),
        }
    }
}

const fn of(
    name: &'static str,
    kind: FactType,
    id: &'static str,
    en: &'static str,
    choices: &'static [&'static str],
    changeable: bool,
) -> BuiltIn {
    BuiltIn { name, kind, scope: Scope::Organisation, id, en, choices, changeable }
}

const fn board(name: &'static str, kind: FactType, id: &'static str, en: &'static str) -> BuiltIn {
    BuiltIn { name, kind, scope: Scope::Board, id, en, choices: &[], changeable: true }
}

use FactType::{Boolean, Choice, Date, Document, Integer};

/// Every built-in fact.
pub const BUILT_IN: &[BuiltIn] = &[
    of(
        "legal_form",
        Choice,
        "Bentuk badan",
        "Legal form",
        &["yayasan", "perkumpulan", "unincorporated", "government"],
        false,
    ),
    of("incorporated", Boolean, "Berbadan hukum", "Incorporated", &[], false),
    of(
        "kind",
        Choice,
        "Jenis LKS",
        "Kind of LKS",
        &["lksa", "lks-lu", "lks-disability", "other"],
        false,
    ),
    of("serves_children", Boolean, "Melayani anak", "Serves children", &[], false),
    of("founded", Date, "Tanggal berdiri", "Day of foundation", &[], false),
    of("member", Boolean, "Anggota LKKS", "Member of the LKKS", &[], true),
    of("member_since", Date, "Anggota sejak", "Member since", &[], false),
    of(
        "registered",
        Boolean,
        "Terdaftar (tanda daftar berlaku)",
        "Registered (certificate valid)",
        &[],
        true,
    ),
    of("registered_before", Boolean, "Pernah terdaftar", "Registered before", &[], false),
    of(
        "registration_last_day",
        Date,
        "Hari terakhir tanda daftar",
        "Last day of the registration",
        &[],
        false,
    ),
    of("permitted", Boolean, "Izin operasional berlaku", "Operating permit valid", &[], true),
    of(
        "permitted_before",
        Boolean,
        "Pernah berizin operasional",
        "Held an operating permit before",
        &[],
        false,
    ),
    of(
        "permit_last_day",
        Date,
        "Hari terakhir izin operasional",
        "Last day of the operating permit",
        &[],
        false,
    ),
    of("accredited", Boolean, "Terakreditasi", "Accredited", &[], true),
    of("accredited_before", Boolean, "Pernah terakreditasi", "Accredited before", &[], false),
    // The words of this choice are those of the packs, which differ; any text is one.
    of("accreditation_grade", Choice, "Peringkat akreditasi", "Accreditation grade", &[], false),
    of(
        "accreditation_decided",
        Date,
        "Tanggal penetapan akreditasi",
        "Day of the accreditation decision",
        &[],
        false,
    ),
    of(
        "accreditation_last_day",
        Date,
        "Hari terakhir akreditasi",
        "Last day of the accreditation",
        &[],
        false,
    ),
    of("warnings", Integer, "Jumlah peringatan", "Number of warnings", &[], false),
    of("deed", Document, "Akta notaris", "Notarial deed", &[], true),
    of(
        "legal_approval",
        Document,
        "Pengesahan Kementerian Hukum",
        "Approval of the ministry of law",
        &[],
        true,
    ),
    board("in_term", Boolean, "Masa bakti sedang berjalan", "A term is running"),
    board("musda_held", Boolean, "Musda terlaksana", "Musda held"),
    board("inducted", Boolean, "Pengurus dilantik", "Board inducted"),
    board("oath_taken", Boolean, "Sumpah diambil", "Oath taken"),
    board("term_length_months", Integer, "Lama masa bakti (bulan)", "Length of the term (months)"),
    board("seats", Integer, "Jumlah jabatan", "Number of seats"),
    board("vacant_seats", Integer, "Jabatan kosong", "Vacant seats"),
    board(
        "overfilled_offices",
        Integer,
        "Jabatan dengan pemegang berlebih",
        "Offices with too many holders",
    ),
    board("replacements", Integer, "Pergantian antarwaktu", "Replacements between terms"),
    board("days_without_board", Integer, "Hari tanpa pengurus", "Days without a board"),
    board(
        "days_since_term_end",
        Integer,
        "Hari sejak masa bakti berakhir",
        "Days since the term ended",
    ),
    board(
        "days_to_term_end",
        Integer,
        "Hari sampai masa bakti berakhir",
        "Days until the term ends",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_in_their_scope() {
        let names: BTreeSet<_> =
            BUILT_IN.iter().map(|f| (f.scope == Scope::Board, f.name)).collect();
        assert_eq!(names.len(), BUILT_IN.len());
    }
}
