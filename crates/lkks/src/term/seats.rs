//! How the seats of a term are taken on a day.

use super::{Appointment, Office, Term};
use crate::calendar::Date;
use crate::order::{InOrder, Index};

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
        let begun: Vec<&Appointment> =
            self.appointments.iter().filter(|a| a.period.first() <= on).collect();
        begun.first()?;
        let office_of = |position: usize| begun[position].office.as_str();
        let index = Index::of(begun.len(), &office_of);
        let offices = self.offices.iter().map(|office| {
            let own = index.all(&office.id, &office_of).iter();
            self.seating_of(office, own.map(|&position| begun[position]).collect(), on)
        });
        Some(offices.collect())
    }

    /// Goes through the changes of one office's holders, from the first day of the term to `on`.
    fn seating_of<'a>(
        &'a self,
        office: &'a Office,
        appointments: Vec<&'a Appointment>,
        on: Date,
    ) -> Seating<'a> {
        let start = self.period.first();
        let name = |position: usize| appointments[position].person.as_str();
        let index = Index::of(appointments.len(), &name);
        // A person is known by the first of their appointments.
        let persons = index.firsts(&name);
        let mut changes: Vec<(Date, usize, bool)> = Vec::new();
        for (&person, appointment) in persons.iter().zip(&appointments) {
            let period = appointment.period_in(self);
            changes.push((period.first().max(start), person, true));
            if let Some(last) = period.last().filter(|last| *last < on) {
                changes.push((last.day_after().max(start), person, false));
            }
        }
        changes.order_by_key(|(day, ..)| *day);
        let mut changes = changes.into_iter().peekable();
        let mut seats = vec![0_usize; persons.len()];
        let mut people = 0;
        let mut vacant_since = None;
        let mut next = Some(start);
        while let Some(day) = next {
            while let Some((_, person, comes)) = changes.next_if(|(of, ..)| *of == day) {
                if comes {
                    people += usize::from(seats[person] == 0);
                    seats[person] += 1;
                } else if seats[person] > 0 {
                    seats[person] -= 1;
                    people -= usize::from(seats[person] == 0);
                }
            }
            let is_vacant = people < usize::from(office.seats);
            vacant_since = is_vacant.then(|| vacant_since.unwrap_or(day));
            next = changes.peek().map(|(day, ..)| *day);
        }
        let held = index.positions().iter().filter(|&&person| seats[person] > 0);
        let holders = held.map(|&person| name(person)).collect();
        Seating { office, holders, vacant_since }
    }
}
