//! An organisation, what it holds and whom it serves.

use super::node::{Names, Node, both, only, paper, period, property, said, source, term};
use crate::rest::{Open, plain};
use lkks::Lang;
use lkks::category::Category;
use lkks::message::Text;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The identifier of an organisation.
pub(super) fn id(names: &Names<'_>, id: &str) -> String {
    names.id(&["organisation", id])
}

/// The organisation, taken from `open`.
pub(super) fn node(open: &mut Open<'_>, names: &Names<'_>) -> Value {
    let mut node = Node::of("NGO");
    let own = open.text("id").unwrap_or_default();
    node.set("@id", id(names, &own));
    node.set("identifier", property("lkks", &own));
    node.some("name", open.text("name"));
    let mut earlier = open.list("earlier_names");
    node.all("alternateName", texts(&mut earlier, "name"));
    node.some("foundingDate", open.text("founded"));
    node.some("address", names.address(open));
    let words = ["legal_form", "kind"];
    let words = words.iter().filter_map(|list| Some(term(list, &open.text(list)?)));
    node.all("keywords", words.collect());
    node.all("makesOffer", open.list("services").iter_mut().map(offer).collect());
    let certificates = open.list("certificates");
    let accreditations = open.list("accreditations");
    let held = certificates.into_iter().map(certificate);
    let held = held.chain(accreditations.into_iter().map(accreditation));
    node.all("hasCertification", held.collect());
    node.all("subjectOf", papers(open));
    node.done()
}

fn texts(entries: &mut [Open<'_>], field: &str) -> Vec<Value> {
    entries.iter_mut().filter_map(|entry| entry.text(field)).map(Value::from).collect()
}

fn offer(open: &mut Open<'_>) -> Value {
    let mut service = Node::of("Service");
    service.some("serviceType", open.text("setting"));
    if let Some(slug) = open.text("category") {
        let mut audience = Node::of("Audience");
        if let Ok(category) = slug.parse::<Category>() {
            let name = both(category.name(Lang::Id), category.name(Lang::En));
            audience.set("audienceType", name);
        }
        audience.set("identifier", property("PPKS", &slug));
        service.set("audience", audience.done());
    }
    let mut offer = Node::of("Offer");
    offer.set("itemOffered", service.done());
    if let Some(capacity) = open.take("capacity") {
        let measured =
            json!({ "@type": "QuantitativeValue", "name": "capacity", "value": capacity });
        offer.set("hasMeasurement", measured);
    }
    period(&mut offer, open, "validFrom", "validThrough");
    offer.done()
}

fn certificate(mut open: Open<'_>) -> Value {
    let kind = open.text("kind").unwrap_or_default();
    let name = match kind.as_str() {
        "registration" => said(Text::SubjectRegistration),
        "operating-permit" => said(Text::SubjectOperatingPermit),
        _ => kind.clone().into(),
    };
    certification(&kind, name, "issuer", "issued", &mut open).done()
}

fn accreditation(mut open: Open<'_>) -> Value {
    let name = said(Text::SubjectAccreditation);
    let mut node = certification("accreditation", name, "body", "decided", &mut open);
    let grade = open.text("grade");
    node.some("certificationRating", grade.map(|grade| only("Rating", "ratingValue", grade)));
    if let Some(score) = open.text("score") {
        // A number where it is one: scores are decimals, written as texts in a register.
        let value = score.parse::<serde_json::Number>().map_or(score.into(), Value::from);
        let measured = json!({ "@type": "QuantitativeValue", "name": "score", "value": value });
        node.set("hasMeasurement", measured);
    }
    node.some("citation", open.text("source"));
    node.done()
}

fn certification(kind: &str, name: Value, by: &str, from: &str, open: &mut Open<'_>) -> Node {
    let mut node = Node::of("Certification");
    node.set("identifier", property("lkks", kind));
    node.set("name", name);
    node.some("certificationIdentification", open.text("number"));
    let by = open.text(by);
    node.some("issuedBy", by.map(|name| only("Organization", "name", name)));
    node.some("validFrom", open.text(from));
    node.some("expires", open.text("last_day"));
    // It is said that it was withdrawn; when and why has no term.
    if open.see("revoked").is_some() {
        node.set("certificationStatus", "https://schema.org/CertificationInactive");
    }
    node
}

/// Deeds, approvals and documents that are there, and where the entry was published.
fn papers(open: &mut Open<'_>) -> Vec<Value> {
    let mut papers = Vec::new();
    for (list, genre) in [("deeds", "deed"), ("approvals", "approval")] {
        papers.extend(open.list(list).iter_mut().map(|entry| paper(genre, entry)));
    }
    for mut document in open.list("documents") {
        let name = document.see("document").and_then(plain).unwrap_or_default();
        // A work that is not there is no work.
        if document.see("present") == Some(&Value::Bool(false)) {
            document.leave(name);
            continue;
        }
        document.take("document");
        document.take("present");
        papers.push(paper(&name, &mut document));
    }
    papers.extend(source(open));
    papers
}

/// Sets the memberships of the organisations in `graph`, taken from `open`.
pub(super) fn memberships(open: &mut Open<'_>, graph: &mut [Value], names: &Names<'_>) {
    let body = json!({ "@id": names.id(&["body"]) });
    let mut roles: HashMap<String, Vec<Value>> = HashMap::new();
    for mut membership in open.list("memberships") {
        let Some(member) = membership.text("organisation") else { continue };
        let mut role = Node::of("OrganizationRole");
        role.set("memberOf", body.clone());
        period(&mut role, &mut membership, "startDate", "endDate");
        role.some("description", membership.text("reason"));
        roles.entry(id(names, &member)).or_default().push(role.done());
    }
    for node in graph {
        let own = node["@id"].as_str().and_then(|id| roles.remove(id));
        if let Some(own) = own {
            node["memberOf"] = own.into();
        }
    }
}
