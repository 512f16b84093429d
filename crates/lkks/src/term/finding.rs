//! What [`Terms::check`](super::Terms::check) finds, and how it is said.

use super::{Office, Term};
use crate::calendar::Date;
use crate::decode::text_enum;
use crate::message::{Lang, Localised, Text, day_in_words};
use serde::Serialize;

text_enum! {
    /// What is not in order with the terms or with the board.
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
    /// use lkks::term::TermFindingCode;
    /// let codes: Vec<_> = terms.check(date(2024, 12, 31)?).iter().map(|f| f.code).collect();
    /// assert_eq!(codes, [TermFindingCode::NoMusda, TermFindingCode::VacantSeats]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum TermFindingCode {
        /// No term runs: none has begun, or the next one on record has not.
        NoTerm = "no-term",
        /// The last term ended and no other is on record.
        TermEndedWithoutSuccessor = "term-ended-without-successor",
        /// The current term ends within six months and no other is on record.
        TermEnding = "term-ending",
        /// Two terms ran at once.
        OverlappingTerms = "overlapping-terms",
        /// No term ran between two.
        GapBetweenTerms = "gap-between-terms",
        /// No Musda is on record for the current term.
        NoMusda = "no-musda",
        /// No induction is on record for the current term.
        NotInducted = "not-inducted",
        /// The board was inducted, but no oath is on record.
        NoOath = "no-oath",
        /// Who holds office in the current term is not on record.
        NoOfficers = "no-officers",
        /// More people hold an office than it has seats.
        TooManyHolders = "too-many-holders",
        /// Fewer people hold an office than it has seats.
        VacantSeats = "vacant-seats",
        /// One person, by name, holds more than one seat.
        SamePersonTwice = "same-person-twice",
        /// A person held office before the board was inducted.
        HolderBeforeInduction = "holder-before-induction",
        /// A person held office before the term or after it.
        HolderOutsideTerm = "holder-outside-term",
    }
}

text_enum! {
    /// Whether a finding calls for action.
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
    /// use lkks::term::FindingSeverity;
    /// let findings = terms.check(date(2024, 12, 31)?);
    /// assert!(findings.iter().all(|finding| finding.severity == FindingSeverity::Problem));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum FindingSeverity {
        /// Something to mend.
        Problem = "problem",
        /// Something to know.
        Notice = "notice",
    }
}

impl TermFindingCode {
    /// Whether it calls for action. A gap that is over cannot be mended, an oath is not required
    /// everywhere, and two people may bear one name: such findings are notices.
    ///
    /// ```
    /// use lkks::term::{FindingSeverity, TermFindingCode};
    /// assert_eq!(TermFindingCode::VacantSeats.severity(), FindingSeverity::Problem);
    /// assert_eq!(TermFindingCode::GapBetweenTerms.severity(), FindingSeverity::Notice);
    /// ```
    pub const fn severity(self) -> FindingSeverity {
        match self {
            Self::NoTerm
            | Self::TermEndedWithoutSuccessor
            | Self::OverlappingTerms
            | Self::NoMusda
            | Self::NotInducted
            | Self::TooManyHolders
            | Self::VacantSeats
            | Self::HolderBeforeInduction
            | Self::HolderOutsideTerm => FindingSeverity::Problem,
            Self::TermEnding
            | Self::GapBetweenTerms
            | Self::NoOath
            | Self::NoOfficers
            | Self::SamePersonTwice => FindingSeverity::Notice,
        }
    }

    const fn template(self) -> Text {
        match self {
            Self::NoTerm => Text::NoTerm,
            Self::TermEndedWithoutSuccessor => Text::TermEndedWithoutSuccessor,
            Self::TermEnding => Text::TermEnding,
            Self::OverlappingTerms => Text::OverlappingTerms,
            Self::GapBetweenTerms => Text::GapBetweenTerms,
            Self::NoMusda => Text::NoMusda,
            Self::NotInducted => Text::NotInducted,
            Self::NoOath => Text::NoOath,
            Self::NoOfficers => Text::NoOfficers,
            Self::TooManyHolders => Text::TooManyHolders,
            Self::VacantSeats => Text::VacantSeats,
            Self::SamePersonTwice => Text::SamePersonTwice,
            Self::HolderBeforeInduction => Text::HolderBeforeInduction,
            Self::HolderOutsideTerm => Text::HolderOutsideTerm,
        }
    }
}

/// Something about the terms or the board that a secretary should know, as of a day.
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
/// use lkks::term::TermFindingCode;
/// let findings = terms.check(date(2024, 12, 31)?);
/// let vacant = findings.iter().find(|f| f.code == TermFindingCode::VacantSeats).unwrap();
/// assert_eq!((vacant.office.as_deref(), vacant.seats), (Some("anggota"), Some(2)));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermFinding {
    /// What it is.
    pub code: TermFindingCode,
    /// Whether it calls for action.
    pub severity: FindingSeverity,
    /// The identifier of the term; of two, the one that began later.
    pub term: Option<String>,
    /// The identifier of the term before it, where two are concerned.
    pub other_term: Option<String>,
    /// The identifier of the office.
    pub office: Option<String>,
    /// The names of the people concerned, in order.
    pub persons: Vec<String>,
    /// How many seats: vacant, held by too many, or held by one person.
    pub seats: Option<u16>,
    /// The first day it was so.
    pub from: Option<Date>,
    /// The last day it was or will be so.
    pub until: Option<Date>,
    /// How many days it has been so, `from` and the last of them counted; for a term that is
    /// ending, how many days it has left.
    pub days: Option<i64>,
    /// What it is, for a person, in both languages.
    pub text: Localised,
}

impl TermFinding {
    /// What it is, for a person.
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
    /// let finding = terms.check(date(2029, 1, 10)?).remove(0);
    /// assert!(finding.text(Lang::En).contains("2024–2028"));
    /// assert_ne!(finding.text(Lang::Id), finding.text(Lang::En));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn text(&self, lang: Lang) -> &str {
        self.text.get(lang)
    }
}

/// A finding in the making: what it is about, before it is put into words.
pub(super) struct Draft<'a> {
    pub(super) code: TermFindingCode,
    pub(super) term: Option<&'a Term>,
    pub(super) other: Option<&'a Term>,
    pub(super) office: Option<&'a Office>,
    pub(super) persons: Vec<&'a str>,
    pub(super) seats: Option<u16>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) days: Option<i64>,
}

impl<'a> Draft<'a> {
    pub(super) const fn new(code: TermFindingCode) -> Self {
        Self {
            code,
            term: None,
            other: None,
            office: None,
            persons: Vec::new(),
            seats: None,
            from: None,
            until: None,
            days: None,
        }
    }

    pub(super) fn about(code: TermFindingCode, term: &'a Term) -> Self {
        Self { term: Some(term), ..Self::new(code) }
    }

    /// From one day to another or on, as seen on `on`.
    pub(super) fn spanning(self, from: Date, until: Option<Date>, on: Date) -> Self {
        let seen = until.map_or(on, |until| until.min(on));
        let days = Some(seen.days_since(from) + 1);
        Self { from: Some(from), until, days, ..self }
    }

    fn text(&self, lang: Lang) -> String {
        let day = |day: Option<Date>| day.map(|day| day_in_words(day, lang)).unwrap_or_default();
        self.code.template().text(
            lang,
            &[
                ("term", self.term.map_or("", |term| &term.name)),
                ("other", self.other.map_or("", |term| &term.name)),
                ("office", self.office.map_or("", |office| office.title.get(lang))),
                ("persons", &self.persons.join(", ")),
                ("seats", &self.seats.unwrap_or_default().to_string()),
                ("from", &day(self.from)),
                ("until", &day(self.until)),
                ("days", &self.days.unwrap_or_default().to_string()),
            ],
        )
    }
}

impl From<Draft<'_>> for TermFinding {
    fn from(draft: Draft<'_>) -> Self {
        let text = Localised::new(draft.text(Lang::Id), draft.text(Lang::En));
        Self {
            code: draft.code,
            severity: draft.code.severity(),
            term: draft.term.map(|term| term.id.clone()),
            other_term: draft.other.map(|term| term.id.clone()),
            office: draft.office.map(|office| office.id.clone()),
            persons: draft.persons.into_iter().map(str::to_owned).collect(),
            seats: draft.seats,
            from: draft.from,
            until: draft.until,
            days: draft.days,
            text,
        }
    }
}
