//! Reading terms of office, and who was a member, adviser or officer when.

use super::entries::source;
use super::words::{ADVISER, INDUCTION, MUSDA, TERM, part, whole};
use crate::standard::record::Record;
use crate::standard::spot::Spot;
use serde_json::Value;
use std::collections::HashMap;

/// The terms of the body's board, on their way.
pub(super) struct Offices<'a> {
    /// The identifier of the body.
    body: &'a str,
    pub(super) terms: Vec<Record>,
    /// Which term an event is.
    by_event: HashMap<String, usize>,
    /// Of which term a post is, and the identifier of the office there.
    by_post: HashMap<String, (usize, String)>,
}

impl<'a> Offices<'a> {
    /// The terms among the events, with their offices among the posts.
    pub(super) fn of(body: &'a str, spot: &mut Spot<'_>) -> Self {
        let mut offices =
            Self { body, terms: Vec::new(), by_event: HashMap::new(), by_post: HashMap::new() };
        let is_term = |event: &Spot<'_>| event.text_of("classification") == Some(TERM);
        for mut event in spot.items("events").filter(is_term) {
            offices.term(&mut event);
        }
        for mut event in spot.items("events") {
            offices.meeting(&mut event);
        }
        for mut post in spot.items("posts") {
            offices.post(&mut post);
        }
        offices
    }

    fn is_of_body(&self, spot: &Spot<'_>) -> bool {
        spot.text_of("organization_id") == Some(self.body)
    }

    fn term(&mut self, event: &mut Spot<'_>) {
        let Some(id) = event.text_of("id").map(str::to_owned) else { return };
        if !self.is_of_body(event) || self.by_event.contains_key(&id) {
            return;
        }
        let mut term = Record::at(event.path());
        term.set("id", whole(&id), format!("{}.id", event.path()));
        term.take("name", event, "name");
        take_period(event, &mut term);
        term.set_some("source", source(event));
        self.by_event.insert(id, self.terms.len());
        self.terms.push(term);
    }

    /// A Musda or an induction, which is a part of a term.
    fn meeting(&mut self, event: &mut Spot<'_>) {
        let of = event.text_of("parent_id").and_then(|id| self.by_event.get(id)).copied();
        let Some(term) = of.and_then(|of| self.terms.get_mut(of)) else { return };
        let mut meeting = Record::at(event.path());
        match event.text_of("classification") {
            Some(MUSDA) if !term.has("musda") => {
                take_meeting(event, &mut meeting);
                term.put("musda", meeting);
            }
            Some(INDUCTION) => {
                take_meeting(event, &mut meeting);
                if let Some(mut attendee) = event.items("attendees").next() {
                    meeting.take("by", &mut attendee, "name");
                }
                meeting.take("oath", event, "oath");
                term.push("inductions", meeting);
            }
            _ => {}
        }
    }

    /// An office: its identifier is that of the term and its own.
    fn post(&mut self, post: &mut Spot<'_>) {
        let Some(role) = post.text_of("role").map(str::to_owned) else { return };
        let Some(id) = post.text_of("id").map(str::to_owned) else { return };
        let of = id.strip_suffix(&part(&role)).and_then(|rest| rest.strip_suffix('/'));
        let Some(of) = of.and_then(|event| self.by_event.get(event)).copied() else { return };
        let Some(term) = self.terms.get_mut(of).filter(|_| !self.by_post.contains_key(&id)) else {
            return;
        };
        let mut office = Record::at(post.path());
        office.take("id", post, "role");
        if let Some(mut label) = post.field("label") {
            office.set_deep("title.id", label.take(), label.path());
        }
        if let Some(mut label) = post.items("other_label").next() {
            office.set_deep("title.en", label.take(), label.path());
        }
        office.take("seats", post, "seats");
        term.push("offices", office);
        self.by_post.insert(id, (of, role));
    }

    /// Memberships of organisations go into `draft`, of advisers into `body`, of officers into
    /// their terms.
    pub(super) fn memberships(
        &mut self,
        spot: &mut Spot<'_>,
        draft: &mut Record,
        mut body: Option<&mut Record>,
    ) {
        let mut people = People::of(spot);
        for mut membership in spot.items("memberships") {
            if !self.is_of_body(&membership) {
                continue;
            }
            let mut record = Record::at(membership.path());
            if let Some(member) = membership.field("member").filter(|m| m.text_of("id").is_some()) {
                // The identifier stays, for comparing.
                let id = member.peek().get("id").cloned().unwrap_or_default();
                record.set("organisation", id, format!("{}.id", member.path()));
                take_period(&mut membership, &mut record);
                record.take("reason", &mut membership, "reason");
                draft.push("memberships", record);
            } else if membership.text_of("role") == Some(ADVISER) {
                if let Some(body) = body.as_deref_mut() {
                    people.take("name", &mut membership, &mut record);
                    record.take("position", &mut membership, "label");
                    take_period(&mut membership, &mut record);
                    body.push("advisers", record);
                }
            } else if membership.field("cause").is_some() {
                self.appointment(&mut membership, &mut people, record);
            }
        }
        people.take_names(spot);
    }

    fn appointment(&mut self, membership: &mut Spot<'_>, people: &mut People, mut record: Record) {
        let of = membership.text_of("post_id").and_then(|id| self.by_post.get(id));
        let Some((of, office)) = of else { return };
        let Some(term) = self.terms.get_mut(*of) else { return };
        people.take("person", membership, &mut record);
        record.set("office", office.as_str(), format!("{}.post_id", membership.path()));
        membership.take_text_if("post_id", |_| true);
        take_period(membership, &mut record);
        record.take("cause", membership, "cause");
        record.take("ended", membership, "ended");
        term.push("appointments", record);
    }
}

fn take_period(spot: &mut Spot<'_>, record: &mut Record) {
    for (field, key) in [("period.first", "start_date"), ("period.last", "end_date")] {
        if let Some(mut day) = spot.field(key) {
            record.set_deep(field, day.take(), day.path());
        }
    }
}

fn take_meeting(event: &mut Spot<'_>, record: &mut Record) {
    record.take("on", event, "start_date");
    record.take("place", event, "location");
}

/// The persons of a text, by their identifiers.
struct People {
    by_id: HashMap<String, Person>,
}

struct Person {
    name: Value,
    index: usize,
    is_used: bool,
}

impl People {
    fn of(spot: &mut Spot<'_>) -> Self {
        let mut by_id = HashMap::new();
        for (index, person) in spot.items("persons").enumerate() {
            if let (Some(id), Some(name)) = (person.text_of("id"), person.peek().get("name")) {
                let person = Person { name: name.clone(), index, is_used: false };
                by_id.entry(id.to_owned()).or_insert(person);
            }
        }
        Self { by_id }
    }

    /// Sets the name of the member as `field`, if that is a person of this text.
    fn take(&mut self, field: &str, membership: &mut Spot<'_>, record: &mut Record) {
        let known = |id: &str| self.by_id.contains_key(id);
        let Some((id, _)) = membership.take_text_if("person_id", known) else { return };
        if let Some(person) = self.by_id.get_mut(&id) {
            person.is_used = true;
            record.set(field, person.name.clone(), format!("persons[{}].name", person.index));
        }
    }

    /// Takes the names that were used.
    fn take_names(&self, spot: &mut Spot<'_>) {
        let used = self.by_id.values().filter(|person| person.is_used);
        let used: std::collections::HashSet<usize> = used.map(|person| person.index).collect();
        for (index, mut person) in spot.items("persons").enumerate() {
            if used.contains(&index)
                && let Some(mut name) = person.field("name")
            {
                name.take();
            }
        }
    }
}
