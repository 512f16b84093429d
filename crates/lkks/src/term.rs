//! Terms of office (masa bakti) and the people who hold office in them.
//!
//! A term says which offices exist and for how long; an appointment puts a person into a seat.
//! Whether the chain of terms is in order is asked of [`Terms::check`]; nothing here forbids a
//! register to hold a broken chain, because real registers do. Only what cannot be read with any
//! meaning, such as an appointment to an office that does not exist, is a problem on loading.

mod check;
mod facts;
mod finding;
mod seats;

pub use facts::BoardFacts;
pub use finding::{FindingSeverity, TermFinding, TermFindingCode};

use crate::calendar::{Date, Period};
use crate::decode::{Decode, deserialize_by_decode, text_enum};
use crate::known_date::KnownDate;
use crate::message::{Code, Localised};
use crate::order::{InOrder, Index};
use crate::problem::Problem;
use serde::Serialize;

text_enum! {
    /// How a person came into a seat.
    ///
    /// ```
    /// use lkks::term::AppointmentCause;
    /// assert_eq!("replacement".parse::<AppointmentCause>()?, AppointmentCause::Replacement);
    /// assert_eq!(AppointmentCause::ExOfficio.key(), "ex-officio");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum AppointmentCause {
        /// Elected, as the Musda or its formatur decided.
        Elected = "elected",
        /// Put in the place of another during the term (pergantian antarwaktu, PAW).
        Replacement = "replacement",
        /// By another office that the person holds.
        ExOfficio = "ex-officio",
        /// For the time being.
        Acting = "acting",
    }
}

text_enum! {
    /// Why a person left a seat.
    ///
    /// ```
    /// use lkks::term::EndCause;
    /// assert_eq!("resigned".parse::<EndCause>()?, EndCause::Resigned);
    /// assert!("retired".parse::<EndCause>().is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum EndCause {
        /// The term ended.
        TermEnded = "term-ended",
        /// Replaced by another.
        Replaced = "replaced",
        /// Resigned.
        Resigned = "resigned",
        /// No longer active.
        Inactive = "inactive",
        /// Died.
        Died = "died",
        /// Removed.
        Removed = "removed",
    }
}

/// A term of office of the board (masa bakti), with its offices and who held them.
///
/// ```
/// use lkks::calendar::date;
/// use lkks::term::Term;
/// let term: Term = serde_json::from_str(r#"{
///     "id": "2024", "name": "2024–2028",
///     "period": { "first": "2024-05-20", "last": "2028-12-31" },
///     "inductions": [{ "on": "2024-05-20", "by": "Wali Kota Pekalongan", "oath": true }],
///     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }]
/// }"#).unwrap();
/// assert_eq!(term.seats(), 1);
/// assert!(term.induction_by(date(2024, 5, 20)?).is_some());
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Its identifier in this register, unique.
    pub id: String,
    /// What it is called: "2024–2028".
    pub name: String,
    /// From when until when.
    pub period: Period,
    /// The assembly that elected the board, where it is on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub musda: Option<Musda>,
    /// When the board was inducted; again after changes during the term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub inductions: Vec<Induction>,
    /// The offices of the board.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub offices: Vec<Office>,
    /// Who held them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub appointments: Vec<Appointment>,
    /// Where this was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub source: Option<String>,
}

/// The assembly of the members that elects the board (musyawarah daerah).
///
/// ```
/// use lkks::calendar::date;
/// use lkks::term::Musda;
/// let musda: Musda = serde_json::from_str(r#"{ "on": "2024-05", "place": "Pekalongan" }"#).unwrap();
/// assert_eq!(musda.on.is_by(date(2024, 5, 31)?), Some(true));
/// assert_eq!(musda.on.is_by(date(2024, 5, 20)?), None); // only the month is known
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Musda {
    /// When it was held, as far as it is known.
    pub on: KnownDate,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub place: Option<String>,
}

/// The induction of a board (pelantikan, pengukuhan).
///
/// ```
/// use lkks::term::Induction;
/// let induction: Induction =
///     serde_json::from_str(r#"{ "on": "2024-05-20", "by": "Wali Kota Pekalongan" }"#)?;
/// assert_eq!(induction.oath, None); // the record does not say: unknown, not no
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Induction {
    /// The day.
    pub on: Date,
    /// Who inducted it, by office.
    pub by: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub place: Option<String>,
    /// Whether an oath was taken; absent where the record does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub oath: Option<bool>,
}

/// An office of the board and how many people hold it at once.
///
/// ```
/// use lkks::Lang;
/// use lkks::term::Office;
/// let office: Office = serde_json::from_str(
///     r#"{ "id": "wakil", "title": { "id": "Wakil Ketua", "en": "Deputy Chair" }, "seats": 2 }"#,
/// )?;
/// assert_eq!((office.title.get(Lang::En), office.seats), ("Deputy Chair", 2));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Office {
    /// Its identifier in this term, unique.
    pub id: String,
    /// What it is called.
    pub title: Localised,
    /// How many people hold it at once, at least 1.
    pub seats: u16,
}

/// A person in a seat. Of the person no more than the name is held.
///
/// ```
/// use lkks::term::{Appointment, EndCause};
/// let appointment: Appointment = serde_json::from_str(r#"{
///     "person": "Siti", "office": "ketua", "cause": "elected", "ended": "resigned",
///     "period": { "first": "2024-05-20", "last": "2025-01-31" }
/// }"#)?;
/// assert_eq!(appointment.ended, Some(EndCause::Resigned));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appointment {
    /// The person's name.
    pub person: String,
    /// The identifier of the office.
    pub office: String,
    /// From when until when; without a last day, to the end of the term.
    pub period: Period,
    /// How the person came into the seat.
    pub cause: AppointmentCause,
    /// Why the person left it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub ended: Option<EndCause>,
}

deserialize_by_decode!(Term, Musda, Induction, Office, Appointment);

/// A person who holds an office on a day.
///
/// ```
/// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
/// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
/// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
/// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
/// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
/// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
/// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
/// use lkks::calendar::date;
/// use lkks::Lang;
/// let chair = terms.holders(date(2025, 1, 1)?).remove(0);
/// assert_eq!((&*chair.person, chair.title.get(Lang::En)), ("Siti", "Chair"));
/// assert_eq!(chair.since, date(2024, 5, 20)?);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holder {
    /// The identifier of the term.
    pub term: String,
    /// The identifier of the office.
    pub office: String,
    /// What the office is called.
    pub title: Localised,
    /// The person's name.
    pub person: String,
    /// The first day in the seat.
    pub since: Date,
    /// How the person came into it.
    pub cause: AppointmentCause,
}

impl Term {
    /// The office with this identifier.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// # let term = terms.get("2024").unwrap();
    /// assert_eq!(term.office("anggota").map(|office| office.seats), Some(2));
    /// assert!(term.office("bendahara").is_none());
    /// ```
    pub fn office(&self, id: &str) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == id)
    }

    /// How many seats its offices have together.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// # let term = terms.get("2024").unwrap();
    /// assert_eq!(term.seats(), 3); // a chair and two members
    /// ```
    pub fn seats(&self) -> u32 {
        self.offices.iter().map(|office| u32::from(office.seats)).fold(0, u32::saturating_add)
    }

    /// The first induction on or before `on`.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// # let term = terms.get("2024").unwrap();
    /// use lkks::calendar::date;
    /// assert!(term.induction_by(date(2024, 5, 19)?).is_none());
    /// assert_eq!(term.induction_by(date(2024, 12, 31)?).map(|i| &*i.by), Some("Wali Kota"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn induction_by(&self, on: Date) -> Option<&Induction> {
        self.inductions_by(on).min_by_key(|induction| induction.on)
    }

    fn inductions_by(&self, on: Date) -> impl Iterator<Item = &Induction> {
        self.inductions.iter().filter(move |induction| induction.on <= on)
    }

    /// Whether the Musda was held by `on`; nothing where none is on record, or where its date is
    /// not known well enough.
    fn musda_held_by(&self, on: Date) -> Option<bool> {
        self.musda.as_ref().and_then(|musda| musda.on.is_by(on))
    }

    fn has_begun(&self, on: Date) -> bool {
        self.period.first() <= on
    }

    /// Whether it still runs when `other` has ended.
    fn outlasts(&self, other: &Self) -> bool {
        match (self.period.last(), other.period.last()) {
            (Some(mine), Some(other)) => mine > other,
            (None, Some(_)) => true,
            (_, None) => false,
        }
    }
}

impl Appointment {
    /// The days it holds in `term`: one without a last day ends with the term, unless it began
    /// after that.
    fn period_in(&self, term: &Term) -> Period {
        let first = self.period.first();
        let end_of_term = term.period.last().filter(|last| *last >= first);
        let last = self.period.last().or(end_of_term);
        Period::new(first, last).unwrap_or(self.period)
    }
}

/// The terms of a body, in the order in which they were entered.
///
/// ```
/// use lkks::calendar::date;
/// use lkks::message::Lang;
/// use lkks::term::{TermFindingCode, Terms};
/// let terms: Terms = serde_json::from_str(r#"[
///     { "id": "2019", "name": "2019–2023",
///       "period": { "first": "2019-12-17", "last": "2023-12-31" } },
///     { "id": "2024", "name": "2024–2028",
///       "period": { "first": "2024-05-20", "last": "2028-12-31" } }
/// ]"#).unwrap();
/// assert_eq!(terms.current(date(2022, 6, 20)?).map(|term| &*term.id), Some("2019"));
/// assert!(terms.current(date(2024, 1, 1)?).is_none());
///
/// let findings = terms.check(date(2024, 5, 20)?);
/// assert_eq!(findings[0].code, TermFindingCode::GapBetweenTerms);
/// assert_eq!(
///     findings[0].text(Lang::En),
///     "no term ran from 1 January 2024 to 19 May 2024, between \"2019–2023\" and \"2024–2028\" (days: 140)"
/// );
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Terms(Vec<Term>);

impl Decode for Terms {
    fn decode(
        value: serde_json::Value,
        at: &crate::decode::At<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        Vec::decode(value, at, problems).map(Self::new)
    }
}

deserialize_by_decode!(Terms);

impl Terms {
    /// These terms.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// use lkks::term::Terms;
    /// let latest = terms.get("2024").cloned().unwrap();
    /// assert_eq!(Terms::new(vec![latest]).as_slice().len(), 1);
    /// ```
    pub const fn new(terms: Vec<Term>) -> Self {
        Self(terms)
    }

    /// The terms, in the order in which they were entered.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// let names: Vec<&str> = terms.as_slice().iter().map(|term| &*term.name).collect();
    /// assert_eq!(names, ["2024–2028"]);
    /// ```
    pub fn as_slice(&self) -> &[Term] {
        &self.0
    }

    /// Whether there is none.
    ///
    /// ```
    /// use lkks::term::Terms;
    /// assert!(Terms::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The term with this identifier.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// assert_eq!(terms.get("2024").map(|term| &*term.name), Some("2024–2028"));
    /// assert!(terms.get("2019").is_none());
    /// ```
    pub fn get(&self, id: &str) -> Option<&Term> {
        self.0.iter().find(|term| term.id == id)
    }

    /// The term that runs on `on`; of several, the one that began last.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// use lkks::calendar::date;
    /// assert!(terms.current(date(2028, 12, 31)?).is_some());
    /// assert!(terms.current(date(2029, 1, 1)?).is_none());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn current(&self, on: Date) -> Option<&Term> {
        let running = self.0.iter().filter(|term| term.period.contains(on));
        running.max_by_key(|term| term.period.first())
    }

    /// The current term or, when none runs, the one that ended last.
    fn latest(&self, on: Date) -> Option<&Term> {
        let ended = || {
            let begun = self.0.iter().filter(|term| term.has_begun(on));
            begun.max_by_key(|term| term.period.last())
        };
        self.current(on).or_else(ended)
    }

    /// The terms that have begun by `on`, the earliest first.
    fn begun(&self, on: Date) -> Vec<&Term> {
        let mut begun: Vec<&Term> = self.0.iter().filter(|term| term.has_begun(on)).collect();
        begun.order_by_key(|term| term.period.first());
        begun
    }

    /// Who holds office on `on`, by the entries of every term.
    ///
    /// An appointment without a last day ends with its term; one that goes on after it is listed,
    /// and found by [`check`](Self::check).
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// use lkks::calendar::date;
    /// assert_eq!(terms.holders(date(2028, 12, 31)?).len(), 1);
    /// assert!(terms.holders(date(2029, 1, 1)?).is_empty()); // the seat ended with its term
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn holders(&self, on: Date) -> Vec<Holder> {
        let mut holders = Vec::new();
        for term in &self.0 {
            for appointment in &term.appointments {
                if !appointment.period_in(term).contains(on) {
                    continue;
                }
                let office = &appointment.office;
                let title = term.office(office).map(|office| office.title.clone());
                holders.push(Holder {
                    term: term.id.clone(),
                    office: office.clone(),
                    title: title.unwrap_or_else(|| Localised::new(office, office)),
                    person: appointment.person.clone(),
                    since: appointment.period.first(),
                    cause: appointment.cause,
                });
            }
        }
        holders
    }

    /// Collects what cannot be read with any meaning: identifiers used twice, offices without a
    /// seat, appointments to an office that does not exist or that ended on no day.
    ///
    /// ```
    /// # let terms: lkks::term::Terms = serde_json::from_str(r#"[{ "id": "2024", "name": "2024–2028",
    /// #   "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #   "inductions": [{ "on": "2024-05-20", "by": "Wali Kota", "oath": true }],
    /// #   "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 },
    /// #               { "id": "anggota", "title": { "id": "Anggota", "en": "Member" }, "seats": 2 }],
    /// #   "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                      "period": { "first": "2024-05-20" } }] }]"#).unwrap();
    /// use lkks::term::Terms;
    /// let mut term = terms.get("2024").cloned().unwrap();
    /// term.appointments[0].office = "ketu".into();
    /// let mut problems = Vec::new();
    /// Terms::new(vec![term]).problems(&mut problems);
    /// assert_eq!(problems[0].path, "terms[0].appointments[0].office");
    /// assert_eq!(problems[0].suggestion.as_deref(), Some("ketua"));
    /// ```
    pub fn problems(&self, problems: &mut Vec<Problem>) {
        let paths = (0..self.0.len()).map(|index| format!("terms[{index}]"));
        let entries = self.0.iter().zip(paths);
        duplicates(entries.clone().map(|(term, path)| (&*term.id, path)), problems);
        for (term, path) in entries {
            term.problems(&path, problems);
        }
    }
}

impl Term {
    fn problems(&self, path: &str, problems: &mut Vec<Problem>) {
        let offices = self.offices.iter().enumerate();
        let offices = offices.map(|(index, office)| (office, format!("{path}.offices[{index}]")));
        duplicates(offices.clone().map(|(office, path)| (&*office.id, path)), problems);
        for (_, path) in offices.filter(|(office, _)| office.seats == 0) {
            let problem = Problem::error(Code::OutOfRange).value(0).expected("1–65535");
            problems.push(problem.at(format!("{path}.seats")));
        }
        for (index, appointment) in self.appointments.iter().enumerate() {
            let path_of = |field| format!("{path}.appointments[{index}].{field}");
            if self.office(&appointment.office).is_none() {
                problems.push(
                    Problem::error(Code::UnknownReference)
                        .value(&appointment.office)
                        .expected(format!("{path}.offices"))
                        .suggest(self.offices.iter().map(|office| office.id.as_str()))
                        .at(path_of("office")),
                );
            }
            let ended_early = appointment.ended.is_some_and(|cause| cause != EndCause::TermEnded);
            if ended_early && appointment.period.last().is_none() {
                let problem = Problem::error(Code::MissingField).expected("last");
                problems.push(problem.at(path_of("period")));
            }
        }
    }
}

/// A problem for every identifier that was used before.
fn duplicates<'a>(entries: impl Iterator<Item = (&'a str, String)>, problems: &mut Vec<Problem>) {
    let entries: Vec<(&str, String)> = entries.collect();
    let id = |position: usize| entries[position].0;
    let firsts = Index::of(entries.len(), &id).firsts(&id);
    for (index, ((id, path), first)) in entries.iter().zip(firsts).enumerate() {
        if first < index {
            let problem = Problem::error(Code::DuplicateId).value(id);
            let earlier = &entries[first].1;
            problems.push(problem.expected(format!("{earlier}.id")).at(format!("{path}.id")));
        }
    }
}

#[cfg(test)]
mod tests;
