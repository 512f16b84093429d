//! Writing an organisation with its papers, its place and its services.

use super::attribute::Attributes;
use super::entity::Entity;
use super::scheme::{self, Scheme};
use super::{service, term};
use crate::lost::Lost;
use crate::standard::table;
use lkks::Lang;
use lkks::organisation::{CertificateKind, EarlierName, Organisation};
use lkks::region::{Place, RegionCode, RegionLevel};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// Names of regions.
pub(super) type Names = BTreeMap<RegionCode, String>;

/// The organisation as an entry of `contents`; `parent` is the body, for one that is a member.
pub(super) fn organisation(
    organisation: &Organisation,
    entity: Entity,
    parent: Option<Entity>,
    names: &Names,
    (path, lost): (&str, &Lost),
) -> Value {
    let Organisation {
        id: _,
        name,
        earlier_names,
        legal_form,
        kind,
        founded,
        place,
        services,
        deeds: _,
        approvals: _,
        certificates: _,
        accreditations: _,
        applications,
        warnings,
        documents: _,
        evidence,
        source,
    } = organisation;
    lost.list(format!("{path}.applications"), applications);
    lost.list(format!("{path}.warnings"), warnings);
    lost.list(format!("{path}.evidence"), evidence);
    let address = place.as_ref().and_then(|place| place.address.as_ref());
    lost.unless_empty(format!("{path}.place.address"), address);
    let mut attributes = Attributes::of(entity);
    attributes.field("kind", *kind);
    attributes.field("founded", *founded);
    for earlier in earlier_names {
        attributes.entry("earlier_names", earlier, "name");
    }
    attributes.field("source", source.as_ref());
    table([
        ("id", entity.id.to_string().into()),
        ("name", name.as_str().into()),
        ("alternate_name", earlier_names.last().map(|EarlierName { name, .. }| &**name).into()),
        ("description", description(organisation).into()),
        ("legal_status", legal_form.map(|form| form.key()).into()),
        ("year_incorporated", founded.map(lkks::known_date::KnownDate::year).into()),
        ("parent_organization_id", parent.map(|parent| parent.id.to_string()).into()),
        ("organization_identifiers", identifiers(organisation, entity, path, lost)),
        ("locations", place.iter().map(|place| location(place, entity, names)).collect()),
        ("services", service::services(services, &organisation.accreditations, entity)),
        ("attributes", attributes.list()),
    ])
}

/// Whom it serves, since HSDS wants a description and the register has none; else its name.
fn description(organisation: &Organisation) -> String {
    let categories = organisation.services.iter().map(|service| service.category.name(Lang::Id));
    let mut names: Vec<&str> = Vec::new();
    for name in categories {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { organisation.name.clone() } else { names.join("; ") }
}

/// Its papers by their numbers. HSDS wants an identifier where the number is not known: it is empty.
fn identifiers(organisation: &Organisation, entity: Entity, path: &str, lost: &Lost) -> Value {
    let mut list = Identifiers { of: entity, seen: HashMap::new(), list: Vec::new() };
    let (key, label) = scheme::REGISTER;
    list.add(key, label, &organisation.id, Value::Null, &[]);
    for (scheme, papers) in
        [(&scheme::DEED, &organisation.deeds), (&scheme::APPROVAL, &organisation.approvals)]
    {
        for (index, paper) in papers.iter().enumerate() {
            let path = format!("{path}.{}[{index}].number", scheme.list);
            list.paper(scheme, lost.unless_empty(path, paper.number.as_ref()), paper);
        }
    }
    for (index, certificate) in organisation.certificates.iter().enumerate() {
        let scheme = match certificate.kind {
            CertificateKind::Registration => &scheme::REGISTRATION,
            CertificateKind::OperatingPermit => &scheme::PERMIT,
        };
        let path = format!("{path}.certificates[{index}].number");
        list.paper(scheme, lost.unless_empty(path, certificate.number.as_ref()), certificate);
    }
    for (index, accreditation) in organisation.accreditations.iter().enumerate() {
        let path = format!("{path}.accreditations[{index}].number");
        let number = lost.unless_empty(path, accreditation.number.as_ref());
        list.paper(&scheme::ACCREDITATION, number, accreditation);
    }
    for (index, record) in organisation.documents.iter().enumerate() {
        let name = &record.document;
        match record.number.as_ref().filter(|number| !number.is_empty()) {
            None => lost.at(format!("{path}.documents[{index}]"), name),
            Some(number) => {
                let label = if name == "npwp" { "NPWP" } else { name };
                let key = format!("{}{name}", scheme::DOCUMENT);
                list.add(&key, label, number, record, &["document", "number"]);
            }
        }
    }
    list.list.into()
}

struct Identifiers {
    of: Entity,
    /// How many there are of each scheme.
    seen: HashMap<String, usize>,
    list: Vec<Value>,
}

impl Identifiers {
    fn paper(&mut self, scheme: &Scheme, number: Option<&String>, record: &impl Serialize) {
        let number = number.map_or("", String::as_str);
        self.add(scheme.key, scheme.label, number, record, &["kind", "number"]);
    }

    fn add(
        &mut self,
        key: &str,
        label: &str,
        number: &str,
        record: impl Serialize,
        elsewhere: &[&str],
    ) {
        let count = self.seen.entry(key.to_owned()).or_default();
        let entity = self.of.part("organization_identifier", format_args!("{key}/{count}"));
        *count += 1;
        let mut attributes = Attributes::of(entity);
        attributes.fields(&record, elsewhere);
        self.list.push(table([
            ("id", entity.id.to_string().into()),
            ("identifier_scheme", key.into()),
            ("identifier_type", label.into()),
            ("identifier", number.into()),
            ("attributes", attributes.list()),
        ]));
    }
}

/// Its secretariat. HSDS wants parts of an address that a register may lack: those are empty.
fn location(place: &Place, of: Entity, names: &Names) -> Value {
    let Place { region, rw, rt, address } = place;
    let entity = of.part("location", "secretariat");
    let mut attributes = Attributes::of(entity);
    attributes.is(term::region(region, names.get(region)));
    attributes.field("rw", rw.map(lkks::region::NeighbourhoodNumber::get));
    attributes.field("rt", rt.map(lkks::region::NeighbourhoodNumber::get));
    let name = |level| {
        let region = region.at(level)?;
        Some(names.get(&region).cloned().unwrap_or_else(|| region.to_string()))
    };
    let written = table([
        ("id", entity.part("address", "physical").id.to_string().into()),
        ("address_1", address.as_deref().unwrap_or_default().into()),
        ("address_2", name(RegionLevel::Village).into()),
        ("city", name(RegionLevel::Regency).unwrap_or_default().into()),
        ("region", name(RegionLevel::District).into()),
        ("state_province", name(RegionLevel::Province).unwrap_or_default().into()),
        ("postal_code", "".into()),
        ("country", "ID".into()),
        ("address_type", "physical".into()),
    ]);
    table([
        ("id", entity.id.to_string().into()),
        ("location_type", "physical".into()),
        ("addresses", vec![written].into()),
        ("attributes", attributes.list()),
    ])
}
