//! How the seats of a term are taken on a day.

use super::{Appointment, Office, Term};
use crate::calendar::Date;
use crate::order::{InOrder, Tally};

/// An office on a day: who holds it, and since when it has had fewer holders than seats.
pub(super) struct Seating<'a> {
    pub(super) office: &'a Office,
    /// The people who hold it, each once, by name.
    pub(super) holders: Vec<&'a str>,
    /// The first day of the vacancy that lasts to the day asked for.
    pub(super) vacant_since: Option<Date>,
}

impl Seating<'_> {
    fn held(&self) -> u16 {
        u16::try_from(self.holders.len()).unwrap_or(u16::MAX)
    }

    /// How many seats nobody holds.
    pub(super) fn vacant(&self) -> u16 {
        self.office.seats.saturating_sub(self.held())
    }

    /// How many people hold it beyond its seats.
    pub(super) fn surplus(&self) -> u16 {
        self.held().saturating_sub(self.office.seats)
    }
}

impl Term {
    /// Its offices on `on`, a day of the term; nothing where nobody's appointment is on record by
    /// then, since a list that was never entered does not say that the seats are empty.
    pub(super) fn seating(&self, on: Date) -> Option<Vec<Seating<'_>>> {
        let begun = || self.appointments.iter().filter(|a| a.period.first() <= on);
        begun().next()?;
        let offices = self
            .offices
            .iter()
            .map(|office| self.seating_of(office, begun().filter(|a| a.office == office.id), on));
        Some(offices.collect())
    }

    /// Goes through the changes of one office's holders, from the first day of the term to `on`.
    fn seating_of<'a>(
        &'a self,
        office: &'a Office,
        appointments: impl Iterator<Item = &'a Appointment>,
        on: Date,
    ) -> Seating<'a> {
        let start = self.period.first();
        let mut changes: Tally<Date, Vec<(&str, bool)>> = Tally::new();
        changes.entry(start, Vec::new);
        for appointment in appointments {
            let person = appointment.person.as_str();
            let period = appointment.period_in(self);
            changes.entry(period.first().max(start), Vec::new).push((person, true));
            if let Some(last) = period.last().filter(|last| *last < on) {
                changes.entry(last.day_after().max(start), Vec::new).push((person, false));
            }
        }
        // Once for every seat that a person has.
        let mut holding: Vec<&str> = Vec::new();
        let mut vacant_since = None;
        for (day, changes) in changes {
            for (person, comes) in changes {
                if comes {
                    holding.push(person);
                } else if let Some(seat) = holding.iter().position(|held| *held == person) {
                    holding.remove(seat);
                }
            }
            holding.order();
            let mut people = holding.clone();
            people.dedup();
            let is_vacant = people.len() < usize::from(office.seats);
            vacant_since = is_vacant.then(|| vacant_since.unwrap_or(day));
        }
        holding.dedup();
        Seating { office, holders: holding, vacant_since }
    }
}
