//! The checks of the chain of terms, of the board that holds office, and of who held it when.

use super::finding::Draft;
use super::{Appointment, AppointmentCause, Term, TermFinding, TermFindingCode as Code, Terms};
use crate::calendar::{Date, LeapDay};
use crate::order::InOrder;

/// How many months before its end a term without a successor is mentioned.
const MONTHS_OF_NOTICE: i32 = 6;

impl Terms {
    /// What is not in order, as of `on`.
    ///
    /// Only what has happened by `on` is judged: an induction or an appointment of a later day is
    /// not known yet. A later term that is on record counts as the successor of the one before it.
    /// Each stretch without a term is told once: as `gap-between-terms` when it is over, as
    /// `term-ended-without-successor` when nothing follows it, and else as `no-term`. Overlaps,
    /// gaps and who held office outside its time are looked for in every term; Musda, induction and
    /// seats in the terms that run on `on`.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::term::{TermFindingCode, Terms};
    /// let findings = Terms::default().check(date(2018, 1, 1)?);
    /// assert_eq!(findings[0].code, TermFindingCode::NoTerm);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn check(&self, on: Date) -> Vec<TermFinding> {
        let begun = self.begun(on);
        let mut drafts = self.standing(&begun, on);
        drafts.extend(chain(&begun, on));
        for term in begun.iter().filter(|term| term.period.contains(on)) {
            drafts.extend(installation(term, on));
            drafts.extend(board(term, on));
        }
        for term in &self.0 {
            let held = term.appointments.iter().filter(|a| a.period.first() <= on);
            drafts.extend(held.flat_map(|a| out_of_time(term, a, on)));
        }
        drafts.into_iter().map(TermFinding::from).collect()
    }

    /// Whether a term runs, and what comes after it.
    fn standing<'a>(&'a self, begun: &[&'a Term], on: Date) -> Vec<Draft<'a>> {
        let finding = match (self.current(on), begun.iter().max_by_key(|t| t.period.last())) {
            (Some(current), _) => self.ending(current, on),
            (None, None) => Some(Draft::new(Code::NoTerm)),
            (None, Some(ended)) => ended.period.last().map(|last| {
                let from = last.day_after();
                let next = self.0.iter().map(|term| term.period.first()).filter(|f| *f > on).min();
                match next {
                    Some(next) => Draft::about(Code::NoTerm, ended).spanning(
                        from,
                        Some(next.day_before()),
                        on,
                    ),
                    None => Draft::about(Code::TermEndedWithoutSuccessor, ended)
                        .spanning(from, None, on),
                }
            }),
        };
        finding.into_iter().collect()
    }

    fn ending<'a>(&self, current: &'a Term, on: Date) -> Option<Draft<'a>> {
        let last = current.period.last()?;
        let noticed = last.plus_months(-MONTHS_OF_NOTICE, LeapDay::LastOfMonth);
        let is_far = noticed.is_ok_and(|noticed| on < noticed);
        if is_far || self.0.iter().any(|term| term.outlasts(current)) {
            return None;
        }
        let draft = Draft::about(Code::TermEnding, current);
        Some(Draft { until: Some(last), days: Some(last.days_since(on)), ..draft })
    }
}

/// Overlaps and gaps. Each term is compared with the one of those before it that lasted longest.
fn chain<'a>(begun: &[&'a Term], on: Date) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    let mut longest: Option<&Term> = None;
    for term in begun {
        if let Some(earlier) = longest {
            let first = term.period.first();
            let about = |code| Draft { other: Some(earlier), ..Draft::about(code, term) };
            if earlier.period.overlaps(term.period) {
                let ends = [earlier.period.last(), term.period.last()];
                let until = ends.into_iter().flatten().min();
                drafts.push(about(Code::OverlappingTerms).spanning(first, until, on));
            } else if let Some(last) = earlier.period.last()
                && earlier.period.gap_before(term.period).is_some()
            {
                let gap = about(Code::GapBetweenTerms);
                drafts.push(gap.spanning(last.day_after(), Some(first.day_before()), on));
            }
        }
        if longest.is_none_or(|longest| term.outlasts(longest)) {
            longest = Some(term);
        }
    }
    drafts
}

/// Musda, induction and oath of a term that runs.
fn installation(term: &Term, on: Date) -> Vec<Draft<'_>> {
    let mut drafts = Vec::new();
    if term.musda.is_none() || term.musda_held_by(on) == Some(false) {
        drafts.push(Draft::about(Code::NoMusda, term));
    }
    match term.induction_by(on) {
        None => {
            let first = term.period.first();
            drafts.push(Draft::about(Code::NotInducted, term).spanning(first, None, on));
        }
        Some(_) if term.inductions_by(on).any(|induction| induction.oath == Some(true)) => {}
        Some(first) => {
            drafts.push(Draft { from: Some(first.on), ..Draft::about(Code::NoOath, term) });
        }
    }
    drafts
}

/// The seats of a term that runs.
fn board(term: &Term, on: Date) -> Vec<Draft<'_>> {
    let Some(seating) = term.seating(on) else {
        return vec![Draft::about(Code::NoOfficers, term)];
    };
    let mut drafts = Vec::new();
    for seating in seating {
        let (vacant, surplus) = (seating.vacant(), seating.surplus());
        let about = |code| Draft { office: Some(seating.office), ..Draft::about(code, term) };
        if surplus > 0 {
            let draft = about(Code::TooManyHolders);
            drafts.push(Draft { persons: seating.holders, seats: Some(surplus), ..draft });
        } else if let Some(since) = seating.vacant_since {
            let draft = about(Code::VacantSeats).spanning(since, None, on);
            drafts.push(Draft { seats: Some(vacant), ..draft });
        }
    }
    drafts.extend(people_with_several_seats(term, on));
    drafts
}

fn people_with_several_seats(term: &Term, on: Date) -> Vec<Draft<'_>> {
    let today = term.appointments.iter().filter(|a| a.period_in(term).contains(on));
    let mut since: Vec<(&str, Date)> =
        today.map(|a| (a.person.as_str(), a.period.first())).collect();
    since.order();
    let drafts = since.chunk_by(|a, b| a.0 == b.0).filter_map(|seats| {
        let (person, second) = *seats.get(1)?;
        let draft = Draft::about(Code::SamePersonTwice, term).spanning(second, None, on);
        let seats = u16::try_from(seats.len()).unwrap_or(u16::MAX);
        Some(Draft { persons: vec![person], seats: Some(seats), ..draft })
    });
    drafts.collect()
}

/// The days on which a person held office before the term, before the induction or after the term.
fn out_of_time<'a>(term: &'a Term, appointment: &'a Appointment, on: Date) -> Vec<Draft<'a>> {
    let held = appointment.period_in(term);
    let (first, last) = (held.first(), held.last());
    let until = |end: Date| last.map_or(end, |last| last.min(end));
    let mut spans = Vec::new();
    let start = term.period.first();
    if first < start {
        spans.push((Code::HolderOutsideTerm, first, Some(until(start.day_before()))));
    }
    let needs_induction =
        matches!(appointment.cause, AppointmentCause::Elected | AppointmentCause::Replacement);
    if let Some(induction) = term.induction_by(on).filter(|_| needs_induction) {
        let (from, until) = (first.max(start), until(induction.on.day_before()));
        if from < induction.on && from <= until {
            spans.push((Code::HolderBeforeInduction, from, Some(until)));
        }
    }
    if let Some(end) = term.period.last().filter(|end| last.is_none_or(|last| last > *end)) {
        spans.push((Code::HolderOutsideTerm, first.max(end.day_after()), last));
    }
    let spans = spans.into_iter().filter(|(_, from, _)| *from <= on);
    let draft = |(code, from, until)| Draft {
        office: term.office(&appointment.office),
        persons: vec![&appointment.person],
        ..Draft::about(code, term).spanning(from, until, on)
    };
    spans.map(draft).collect()
}
