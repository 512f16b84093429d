//! The body itself, its board, and what happened.

use super::node::{Names, Node, both, only, period, property, source, term};
use super::organisation;
use crate::rest::{Open, plain};
use lkks::Lang;
use lkks::message::Text;
use lkks::region::RegionCode;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The body with its advisers and its boards, taken from the register.
pub(super) fn node(register: &mut Open<'_>, names: &Names<'_>) -> Value {
    let mut node = Node::of("NGO");
    node.set("@id", names.id(&["body"]));
    node.some("description", register.text("notice"));
    let terms = register.list("terms");
    let Some(mut open) = register.open("body") else { return node.done() };
    let name = open.text("name").unwrap_or_default();
    node.set("name", name.as_str());
    let boards = terms.into_iter().map(|term| board(term, &name, names));
    node.all("subOrganization", boards.collect());
    node.some("foundingDate", open.text("formed"));
    let level = open.text("level").map(|level| vec![term("level", &level)]);
    node.all("keywords", level.unwrap_or_default());
    if let Some(area) = area(register, open.text("region"), names) {
        node.set("areaServed", area);
    }
    let basis = open.texts("legal_basis").into_iter();
    let basis = basis.map(|cited| only("Legislation", "legislationIdentifier", cited));
    node.all("subjectOf", basis.collect());
    node.all("member", open.list("advisers").into_iter().map(adviser).collect());
    node.done()
}

/// Its region, with the regions in it and around it that the register names.
fn area(register: &mut Open<'_>, own: Option<String>, names: &Names<'_>) -> Option<Value> {
    // Without a region of its own there is none that the others lie in.
    let own: RegionCode = own?.parse().ok()?;
    let mut named = register.open("regions");
    let mut place = |code: &RegionCode| {
        let mut place = Node::of("AdministrativeArea");
        place.set("identifier", property("Kemendagri", code.as_str()));
        place.some("name", named.as_mut().and_then(|named| named.text(code.as_str())));
        place
    };
    let mut area = place(&own);
    let others = || names.regions.keys().filter(|code| **code != own);
    let within = others().filter(|code| own.contains(code));
    area.all("containsPlace", within.map(|code| place(code).done()).collect());
    let around = others().filter(|code| code.contains(&own));
    area.all("containedInPlace", around.map(|code| place(code).done()).collect());
    Some(area.done())
}

fn adviser(mut open: Open<'_>) -> Value {
    let mut role = Node::of("OrganizationRole");
    role.some("member", open.text("name").map(|name| only("Person", "name", name)));
    role.some("roleName", open.text("position"));
    period(&mut role, &mut open, "startDate", "endDate");
    role.done()
}

/// The identifier of the board of a term.
fn board_id(names: &Names<'_>, term: &str) -> String {
    names.id(&["term", term])
}

/// A board: an organisation as long as its term.
fn board(mut open: Open<'_>, body: &str, names: &Names<'_>) -> Value {
    let mut node = Node::of("Organization");
    let id = open.text("id").unwrap_or_default();
    node.set("@id", board_id(names, &id));
    node.set("identifier", property("lkks", &id));
    let name = open.text("name").unwrap_or_default();
    node.set("name", name.as_str());
    period(&mut node, &mut open, "foundingDate", "dissolutionDate");
    let appointments = open.list("appointments");
    let held: Vec<String> =
        appointments.iter().filter_map(|one| one.see("office").and_then(plain)).collect();
    let mut titles = HashMap::new();
    for mut office in open.list("offices") {
        let id = office.see("id").and_then(plain).unwrap_or_default();
        if !held.contains(&id) {
            // An office that nobody holds has no role to stand in.
            office.leave(id);
            continue;
        }
        office.take("id");
        if let Some(mut title) = office.open("title") {
            let said = (title.text("id").unwrap_or_default(), title.text("en").unwrap_or_default());
            titles.insert(id, both(&said.0, &said.1));
        }
    }
    let members = appointments.into_iter().map(|mut open| {
        let mut role = Node::of("OrganizationRole");
        role.some("member", open.text("person").map(|name| only("Person", "name", name)));
        let office = open.text("office").unwrap_or_default();
        role.set("roleName", titles.get(&office).cloned().unwrap_or(office.into()));
        period(&mut role, &mut open, "startDate", "endDate");
        role.done()
    });
    node.all("member", members.collect());
    let event = |text: Text, open: &mut Open<'_>| {
        let mut event = Node::of("Event");
        let values = [("term", name.as_str()), ("body", body)];
        event.set("name", both(&text.text(Lang::Id, &values), &text.text(Lang::En, &values)));
        event.some("startDate", open.text("on"));
        event.some("location", open.text("place"));
        event.some("performer", open.text("by").map(|name| only("Person", "name", name)));
        event.done()
    };
    let musda = open.open("musda").map(|mut musda| event(Text::CalendarMusda, &mut musda));
    let mut inductions = open.list("inductions");
    let inductions = inductions.iter_mut().map(|open| event(Text::CalendarInduction, open));
    node.all("event", musda.into_iter().chain(inductions).collect());
    node.all("subjectOf", source(&mut open).into_iter().collect());
    node.done()
}

/// What was done together, taken from the register.
pub(super) fn events(register: &mut Open<'_>, names: &Names<'_>) -> Vec<Value> {
    let activities = register.list("activities").into_iter();
    activities
        .map(|mut open| {
            let mut node = Node::of("Event");
            let id = open.text("id").unwrap_or_default();
            node.set("@id", names.id(&["activity", &id]));
            node.set("identifier", property("lkks", &id));
            node.some("name", open.text("title"));
            node.some("startDate", open.text("on"));
            node.some("endDate", open.text("until"));
            node.some("location", names.address(&mut open));
            let mut organisers = vec![json!({ "@id": names.id(&["body"]) })];
            let members = open.texts("organisations").into_iter();
            organisers.extend(members.map(|id| json!({ "@id": organisation::id(names, &id) })));
            node.all("organizer", organisers);
            node.all("subjectOf", source(&mut open).into_iter().collect());
            node.done()
        })
        .collect()
}
