//! Writing who is a member, who advises, and who held which office when.

use super::organisation::sources;
use super::words::{ADVISER, INDUCTION, MUSDA, TERM, part};
use crate::lost::Lost;
use crate::standard::table;
use lkks::Period;
use lkks::body::{Adviser, Membership};
use lkks::register::RegisterData;
use lkks::term::{Appointment, Induction, Musda, Office, Term};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The lists of Popolo that people appear in, on their way.
#[derive(Default)]
pub(super) struct Board {
    pub(super) persons: Vec<Value>,
    pub(super) memberships: Vec<Value>,
    pub(super) posts: Vec<Value>,
    pub(super) events: Vec<Value>,
    /// The identifiers of the persons that are there.
    known: HashSet<Uuid>,
    body: Uuid,
}

/// Members, advisers and the terms of office.
pub(super) fn board(data: &RegisterData, body: Uuid, lost: &Lost) -> Board {
    let mut board = Board { body, ..Board::default() };
    let names: HashMap<&str, &str> =
        data.organisations.iter().map(|o| (o.id.as_str(), o.name.as_str())).collect();
    for membership in &data.memberships {
        board.member(membership, names.get(membership.organisation.as_str()).copied());
    }
    for (index, adviser) in data.body.advisers.iter().enumerate() {
        board.adviser(adviser, index);
    }
    for (index, term) in data.terms.as_slice().iter().enumerate() {
        board.term(term, &format!("terms[{index}]"), lost);
    }
    board
}

fn first(period: Period) -> Value {
    period.first().to_string().into()
}

fn last(period: Period) -> Value {
    period.last().map(|last| last.to_string()).into()
}

impl Board {
    fn member(&mut self, membership: &Membership, name: Option<&str>) {
        let Membership { organisation, period, reason } = membership;
        self.memberships.push(table([
            ("id", format!("{}/{}", part(organisation), period.first()).into()),
            ("member", table([("id", organisation.as_str().into()), ("name", name.into())])),
            ("organization_id", self.body.to_string().into()),
            ("start_date", first(*period)),
            ("end_date", last(*period)),
            ("reason", reason.as_deref().into()),
        ]));
    }

    /// The identifier of a person. Of people no more than the name is known, so that one name is
    /// one person.
    fn person(&mut self, name: &str) -> Value {
        let id = Uuid::new_v5(&self.body, format!("person/{name}").as_bytes());
        if self.known.insert(id) {
            self.persons.push(table([("id", id.to_string().into()), ("name", name.into())]));
        }
        id.to_string().into()
    }

    fn adviser(&mut self, adviser: &Adviser, index: usize) {
        let Adviser { name, position, period } = adviser;
        let person = self.person(name);
        self.memberships.push(table([
            ("id", format!("{ADVISER}/{index}").into()),
            ("person_id", person),
            ("organization_id", self.body.to_string().into()),
            ("role", ADVISER.into()),
            ("label", position.as_str().into()),
            ("start_date", first(*period)),
            ("end_date", last(*period)),
        ]));
    }

    fn term(&mut self, term: &Term, path: &str, lost: &Lost) {
        let Term { id, name, period, musda, inductions, offices, appointments, source } = term;
        let own = part(id);
        self.events.push(table([
            ("id", own.as_str().into()),
            ("name", name.as_str().into()),
            ("classification", TERM.into()),
            ("organization_id", self.body.to_string().into()),
            ("start_date", first(*period)),
            ("end_date", last(*period)),
            ("sources", sources(source.as_ref(), &format!("{path}.source"), lost)),
        ]));
        if let Some(Musda { on, place }) = musda {
            self.events.push(table([
                ("id", format!("{own}/{MUSDA}").into()),
                ("name", format!("Musda {name}").into()),
                ("classification", MUSDA.into()),
                ("parent_id", own.as_str().into()),
                ("organization_id", self.body.to_string().into()),
                ("start_date", on.to_string().into()),
                ("location", place.as_deref().into()),
            ]));
        }
        for (index, Induction { on, by, place, oath }) in inductions.iter().enumerate() {
            self.events.push(table([
                ("id", format!("{own}/{INDUCTION}/{index}").into()),
                ("name", format!("Pelantikan {name}").into()),
                ("classification", INDUCTION.into()),
                ("parent_id", own.as_str().into()),
                ("organization_id", self.body.to_string().into()),
                ("start_date", on.to_string().into()),
                ("location", place.as_deref().into()),
                ("attendees", vec![table([("name", by.as_str().into())])].into()),
                ("oath", (*oath).into()),
            ]));
        }
        for Office { id, title, seats } in offices {
            self.posts.push(table([
                ("id", format!("{own}/{}", part(id)).into()),
                ("label", title.id.as_str().into()),
                ("other_label", vec![Value::from(title.en.as_str())].into()),
                ("role", id.as_str().into()),
                ("organization_id", self.body.to_string().into()),
                ("start_date", first(*period)),
                ("end_date", last(*period)),
                ("seats", (*seats).into()),
            ]));
        }
        for (index, appointment) in appointments.iter().enumerate() {
            let Appointment { person, office, period, cause, ended } = appointment;
            let person = self.person(person);
            self.memberships.push(table([
                ("id", format!("{own}/{}/{index}", part(office)).into()),
                ("person_id", person),
                ("organization_id", self.body.to_string().into()),
                ("post_id", format!("{own}/{}", part(office)).into()),
                ("role", term.office(office).map(|office| office.title.id.as_str()).into()),
                ("start_date", first(*period)),
                ("end_date", last(*period)),
                ("cause", cause.key().into()),
                ("ended", ended.map(|ended| ended.key()).into()),
            ]));
        }
    }
}
