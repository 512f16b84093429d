//! Writing a register as a page of organisations.

use super::attribute::Attributes;
use super::entity::Entity;
use super::organisation::organisation;
use super::term;
use crate::lost::Lost;
use crate::standard::{table, written};
use lkks::Problem;
use lkks::Register;
use lkks::body::{Adviser, Body, Membership};
use lkks::register::RegisterData;
use serde_json::Value;
use std::collections::HashSet;

/// The register as HSDS 3 JSON, and what HSDS cannot hold of it.
///
/// What is written is read back equal by [`read_hsds`](crate::read_hsds). The rest is in the list,
/// as warnings `not-held` with the path in the register.
///
/// ```
/// use lkks::Register;
/// use lkks_exchange::write_hsds;
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
///     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh", "legal_form": "yayasan",
///                         "evidence": [{ "fact": "children", "value": 30 }] }]
/// }"#)?;
/// let (text, lost) = write_hsds(&register);
/// let page: serde_json::Value = serde_json::from_str(&text).unwrap();
/// assert_eq!(page["contents"][1]["legal_status"], "yayasan");
/// assert_eq!(lost[0].path, "organisations[0].evidence");
/// # Ok::<(), lkks::Error>(())
/// ```
pub fn write_hsds(register: &Register) -> (String, Vec<Problem>) {
    let data = register.data();
    let lost = Lost::to("HSDS 3");
    let contents = contents(data, Entity::body(&data.body), &lost);
    let page = page(contents.len(), contents.into());
    (written(&page), lost.into_problems())
}

/// A page that holds all there is.
pub(super) fn page(count: usize, contents: Value) -> Value {
    table([
        ("total_items", count.into()),
        ("total_pages", 1.into()),
        ("page_number", 1.into()),
        ("size", count.into()),
        ("first_page", true.into()),
        ("last_page", true.into()),
        ("empty", (count == 0).into()),
        ("contents", contents),
    ])
}

/// The body and then the organisations.
pub(super) fn contents(data: &RegisterData, body: Entity, lost: &Lost) -> Vec<Value> {
    let RegisterData {
        notice: _,
        format: _,
        body: _,
        regions,
        organisations,
        memberships,
        terms,
        cases,
        activities,
    } = data;
    lost.list("terms", terms.as_slice());
    lost.list("cases", cases);
    lost.list("activities", activities);
    let last_day = |membership: &Membership| membership.period.last();
    let running = memberships.iter().filter(|membership| last_day(membership).is_none());
    let members: HashSet<&str> = running.map(|member| member.organisation.as_str()).collect();
    let mut contents = vec![coordinating(data, body)];
    for (index, entry) in organisations.iter().enumerate() {
        let path = format!("organisations[{index}]");
        let entity = body.organisation(&entry.id);
        let parent = members.contains(entry.id.as_str()).then_some(body);
        contents.push(organisation(entry, entity, parent, regions, (&path, lost)));
    }
    contents
}

/// The body, which is an organisation too: with what the register says as a whole.
fn coordinating(data: &RegisterData, entity: Entity) -> Value {
    let Body { name, level, region, legal_basis, formed, advisers, figures } = &data.body;
    let mut attributes = Attributes::of(entity);
    attributes.field("level", Some(level));
    attributes.field("region", region.as_ref());
    attributes.field("formed", *formed);
    for provision in legal_basis {
        attributes.field("legal_basis", Some(provision));
    }
    attributes.field("notice", data.notice.as_ref());
    for figure in figures {
        attributes.entry("figures", figure, "what");
    }
    for membership in &data.memberships {
        attributes.entry("memberships", membership, "organisation");
    }
    for (code, name) in &data.regions {
        attributes.is(term::region(code, Some(name)));
    }
    let contacts = advisers.iter().enumerate().map(|(nth, it)| contact(it, nth, entity));
    table([
        ("id", entity.id.to_string().into()),
        ("name", name.as_str().into()),
        ("description", data.notice.as_deref().unwrap_or(name).into()),
        ("year_incorporated", formed.map(lkks::known_date::KnownDate::year).into()),
        ("contacts", contacts.collect()),
        ("attributes", attributes.list()),
    ])
}

fn contact(adviser: &Adviser, nth: usize, of: Entity) -> Value {
    let Adviser { name, position, period: _ } = adviser;
    let entity = of.part("contact", format_args!("adviser/{nth}"));
    let mut attributes = Attributes::of(entity);
    attributes.fields(adviser, &["name", "position"]);
    table([
        ("id", entity.id.to_string().into()),
        ("name", name.as_str().into()),
        ("title", position.as_str().into()),
        ("attributes", attributes.list()),
    ])
}
