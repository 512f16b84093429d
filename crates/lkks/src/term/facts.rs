//! What the rules may ask of the board on a day.

use super::{AppointmentCause, Term, Terms};
use crate::calendar::{Date, Period};
use chrono::Datelike;
use serde::Serialize;

/// The board in figures, on a day: of the current term or, when none runs, of the one that ended
/// last, as it was on its last day.
///
/// What the register does not say is absent, never "no".
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
/// let facts = terms.facts(date(2024, 12, 31)?);
/// assert!(facts.in_term);
/// assert_eq!((facts.seats, facts.vacant_seats), (3, Some(2)));
/// assert_eq!(facts.musda_held, None); // no Musda is on record
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BoardFacts {
    /// Whether a term runs on the day.
    pub in_term: bool,
    /// How many whole months the term lasts; absent when it is open.
    pub term_length_months: Option<u32>,
    /// Whether its Musda was held; absent where none is on record or its date is too vague.
    pub musda_held: Option<bool>,
    /// Whether it was inducted; absent where no induction is on record.
    pub inducted: Option<bool>,
    /// Whether an oath was taken; absent where no record says so or denies it.
    pub oath_taken: Option<bool>,
    /// How many seats its offices have together.
    pub seats: u32,
    /// How many of them nobody holds; absent where no holder is on record.
    pub vacant_seats: Option<u32>,
    /// How many offices more people hold than there are seats.
    pub overfilled_offices: u32,
    /// How many days ago the last term ended, when none runs.
    pub days_since_term_end: Option<i64>,
    /// How many days the current term has left; absent when it is open.
    pub days_to_term_end: Option<i64>,
    /// The longest stretch of days without a term before this one.
    pub days_without_board: i64,
    /// How many people were put in the place of another during the term.
    pub replacements: u32,
}

impl Terms {
    /// The board in figures, on a day.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::term::Terms;
    /// let terms: Terms = serde_json::from_str(r#"[{ "id": "t", "name": "2019–2023",
    ///     "period": { "first": "2019-01-01", "last": "2023-12-31" } }]"#).unwrap();
    /// let facts = terms.facts(date(2024, 1, 10)?);
    /// assert_eq!(facts.term_length_months, Some(60));
    /// assert_eq!(facts.days_since_term_end, Some(10));
    /// assert_eq!(facts.inducted, None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn facts(&self, on: Date) -> BoardFacts {
        let Some(term) = self.latest(on) else { return BoardFacts::default() };
        let in_term = term.period.contains(on);
        let last = term.period.last();
        // The board as it was on the day asked for, or on the last day of its term.
        let day = last.map_or(on, |last| last.min(on));
        let seating = term.seating(day);
        let offices = || seating.iter().flatten();
        BoardFacts {
            in_term,
            term_length_months: whole_months(term.period),
            musda_held: term.musda_held_by(day),
            inducted: (!term.inductions.is_empty()).then(|| term.induction_by(day).is_some()),
            oath_taken: oath_taken(term, day),
            seats: term.seats(),
            vacant_seats: seating.is_some().then(|| {
                offices().map(|office| u32::from(office.vacant())).fold(0, u32::saturating_add)
            }),
            overfilled_offices: count(offices().filter(|office| office.surplus() > 0)),
            days_since_term_end: last.filter(|_| !in_term).map(|last| on.days_since(last)),
            days_to_term_end: last.filter(|_| in_term).map(|last| last.days_since(on)),
            days_without_board: self.longest_gap_before(term),
            replacements: count(term.appointments.iter().filter(|appointment| {
                appointment.cause == AppointmentCause::Replacement
                    && appointment.period.first() <= day
            })),
        }
    }

    fn longest_gap_before(&self, term: &Term) -> i64 {
        let mut gaps = vec![0];
        let mut longest: Option<&Term> = None;
        for next in self.begun(term.period.first()) {
            gaps.extend(longest.and_then(|longest| longest.period.gap_before(next.period)));
            if longest.is_none_or(|longest| next.outlasts(longest)) {
                longest = Some(next);
            }
        }
        gaps.into_iter().max().unwrap_or(0)
    }
}

/// Whether some induction by `on` took an oath: no only where all say no.
fn oath_taken(term: &Term, on: Date) -> Option<bool> {
    let oaths: Vec<Option<bool>> = term.inductions_by(on).map(|induction| induction.oath).collect();
    if oaths.contains(&Some(true)) {
        Some(true)
    } else if oaths.is_empty() || oaths.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// How many whole months a period holds: January to December are twelve.
fn whole_months(period: Period) -> Option<u32> {
    let (first, end) = (period.first().naive(), period.last()?.day_after().naive());
    let months = (end.year() - first.year()) * 12 + i32::try_from(end.month0()).ok()?
        - i32::try_from(first.month0()).ok()?;
    let begun = i32::from(end.day() < first.day());
    u32::try_from(months - begun).ok()
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
