//! How the seats of a term are taken on a day.

use super::{Appointment, Office, Term};
use crate::calendar::Date;
use std::collections::BTreeMap;

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
        let mut by_office: BTreeMap<&str, Vec<&Appointment>> = BTreeMap::new();
        for appointment in self.appointments.iter().filter(|a| a.period.first() <= on) {
            by_office.entry(&appointment.office).or_default().push(appointment);
        }
        if by_office.is_empty() {
            return None;
        }
        let offices = self.offices.iter().map(|office| {
            let appointments = by_office.get(office.id.as_str()).map_or(&[][..], Vec::as_slice);
            self.seating_of(office, appointments, on)
        });
        Some(offices.collect())
    }

    /// Goes through the changes of one office's holders, from the first day of the term to `on`.
    fn seating_of<'a>(
        &'a self,
        office: &'a Office,
        appointments: &[&'a Appointment],
        on: Date,
    ) -> Seating<'a> {
        let start = self.period.first();
        let mut changes: BTreeMap<Date, Vec<(&str, bool)>> = BTreeMap::new();
        changes.entry(start).or_default();
        for appointment in appointments {
            let person = appointment.person.as_str();
            let period = appointment.period_in(self);
            changes.entry(period.first().max(start)).or_default().push((person, true));
            if let Some(last) = period.last().filter(|last| *last < on) {
                changes.entry(last.day_after().max(start)).or_default().push((person, false));
            }
        }
        let mut holding: BTreeMap<&str, usize> = BTreeMap::new();
        let mut vacant_since = None;
        for (day, changes) in changes {
            for (person, comes) in changes {
                let seats = holding.get(person).copied().unwrap_or(0);
                match (comes, seats) {
                    (true, _) => holding.insert(person, seats + 1),
                    (false, 2..) => holding.insert(person, seats - 1),
                    (false, _) => holding.remove(person),
                };
            }
            let is_vacant = holding.len() < usize::from(office.seats);
            vacant_since = is_vacant.then(|| vacant_since.unwrap_or(day));
        }
        Seating { office, holders: holding.into_keys().collect(), vacant_since }
    }
}
