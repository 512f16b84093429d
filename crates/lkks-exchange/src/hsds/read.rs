//! Reading organisations out of HSDS JSON.

use super::attribute::{self, Known};
use super::entity::{Entity, uuid};
use super::found::{self, Found};
use super::scheme::{self, OF_DOCUMENT, Scheme};
use super::term;
use super::write::{contents, page};
use crate::lost::Lost;
use crate::standard::record::Record;
use crate::standard::spot::Spot;
use crate::standard::{StandardOptions, no_body, parsed, refused, tell};
use lkks::category::Category;
use lkks::organisation::LegalForm;
use lkks::region::RegionCode;
use lkks::{Date, Error, Problem, Register};
use serde_json::Value;

/// A register from HSDS 3 JSON, and what of the text was not read.
///
/// Read are an organisation, a page or list of them, and services with their organisations. Of a
/// text that [`write_hsds`](crate::write_hsds) wrote everything is read. Of another, see the
/// [table](crate::hsds): names and identifiers, and what the register has a place for. Everything
/// else is in the list, as notes `not-held` with the path in the text, so that nothing is dropped
/// in silence. A text without a body of ours needs one in the options.
///
/// ```
/// use lkks_exchange::{StandardOptions, read_hsds};
/// let text = r#"{ "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Yayasan Contoh",
///                 "description": "Panti asuhan", "legal_status": "yayasan" }"#;
/// let body = StandardOptions::from_json(r#"{ "name": "LKKS Contoh", "level": "regency" }"#)?;
/// let (register, unread) = read_hsds(text, &body)?;
/// assert_eq!(register.data().organisations[0].name, "Yayasan Contoh");
/// assert_eq!(unread.len(), 1);
/// assert_eq!(unread[0].path, "description");
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// Every problem of the text at once, each with its path there: what is no JSON, an organisation
/// without a name, a value of ours that is none, `unknown-body`.
pub fn read_hsds(text: &str, options: &StandardOptions) -> Result<(Register, Vec<Problem>), Error> {
    let mut tree = parsed(text)?;
    let mut found = found::organisations(&mut tree);
    let of_body = found.iter().position(|found| is_body(&found.value));
    let (draft, mut problems) = draft(&mut found, of_body, options);
    match draft.register() {
        Ok(register) if problems.is_empty() => {
            let mut told = unread(&tree, &found, of_body, &register);
            tell::masked(&mut told);
            return Ok((register, told));
        }
        Ok(_) => {}
        Err(others) => problems.extend(others),
    }
    Err(refused(problems))
}

/// Every organisation that was found, as the parts of a register.
fn draft(
    found: &mut [Found],
    of_body: Option<usize>,
    options: &StandardOptions,
) -> (Record, Vec<Problem>) {
    let mut draft = Record::at("");
    let mut problems = Vec::new();
    if let Some(body) = &options.body {
        draft.set("body", serde_json::to_value(body).unwrap_or_default(), "options");
    }
    for (index, found) in found.iter_mut().enumerate() {
        if Some(index) == of_body {
            let mut spot = Spot::new(&mut found.value, found.path.clone());
            if options.body.is_none() {
                draft.put("body", body(&mut spot));
            }
            whole(&mut spot, &mut draft);
        } else {
            draft.push("organisations", organisation(found));
        }
    }
    if of_body.is_none() && options.body.is_none() {
        problems.push(no_body(&mut draft));
    }
    (draft, problems)
}

fn is_body(organisation: &Value) -> bool {
    attribute::says(organisation, "level")
}

fn body(spot: &mut Spot<'_>) -> Record {
    const KNOWN: &[Known] = &[
        Known::Field("level"),
        Known::Field("region"),
        Known::Field("formed"),
        Known::Texts("legal_basis"),
        Known::List("figures", "what", &["on", "count", "source"]),
    ];
    let mut record = Record::at(spot.path());
    record.take("name", spot, "name");
    attribute::take(spot, KNOWN, &mut record);
    for mut contact in spot.items("contacts") {
        if attribute::says(contact.peek(), "period.first") {
            let known = [Known::Field("period.first"), Known::Field("period.last")];
            let mut adviser = Record::at(contact.path());
            adviser.take("name", &mut contact, "name");
            adviser.take("position", &mut contact, "title");
            attribute::take(&mut contact, &known, &mut adviser);
            record.push("advisers", adviser);
        }
    }
    record
}

/// What the entry of the body says of the register as a whole.
fn whole(spot: &mut Spot<'_>, draft: &mut Record) {
    const KNOWN: &[Known] = &[
        Known::Field("notice"),
        Known::List("memberships", "organisation", &["period.first", "period.last", "reason"]),
    ];
    attribute::take(spot, KNOWN, draft);
    let names = attribute::take_names(spot, term::REGIONS, is_region);
    if !names.is_empty() {
        let mut regions = Record::at(spot.path());
        for (code, (name, from)) in names {
            regions.set(&code, name, from);
        }
        draft.put("regions", regions);
    }
}

fn is_region(code: &str) -> bool {
    code.parse::<RegionCode>().is_ok()
}

fn organisation(found: &mut Found) -> Record {
    const KNOWN: &[Known] = &[
        Known::Field("kind"),
        Known::Field("founded"),
        Known::Field("source"),
        Known::List("earlier_names", "name", &["until"]),
    ];
    let mut spot = Spot::new(&mut found.value, found.path.clone());
    let mut record = Record::at(spot.path());
    for mut identifier in spot.items("organization_identifiers") {
        self::identifier(&mut identifier, &mut record);
    }
    if !record.has("id") {
        record.take("id", &mut spot, "id");
    }
    record.take("name", &mut spot, "name");
    let form = spot.take_text_if("legal_status", |text| text.parse::<LegalForm>().is_ok());
    record.set_some("legal_form", form);
    attribute::take(&mut spot, KNOWN, &mut record);
    if let Some(place) = spot.items("locations").find_map(|mut location| place(&mut location)) {
        record.put("place", place);
    }
    for service in spot.items("services").filter_map(|mut spot| service(&mut spot)) {
        record.push("services", service);
    }
    for (value, path) in &mut found.services {
        if let Some(service) = service(&mut Spot::new(value, path.clone())) {
            record.push("services", service);
        }
    }
    record
}

/// An identifier of one of our schemes: the organisation's own, or the number of a paper.
fn identifier(spot: &mut Spot<'_>, organisation: &mut Record) {
    let Some(key) = spot.text_of("identifier_scheme").map(str::to_owned) else { return };
    let of_document = key.strip_prefix(scheme::DOCUMENT);
    let (list, known) = match (Scheme::of(&key), of_document) {
        (Some(scheme), _) => (scheme.list, scheme.known),
        (None, Some(_)) => ("documents", OF_DOCUMENT),
        (None, None) => {
            if key == scheme::REGISTER.0 && !organisation.has("id") {
                spot.take_text_if("identifier_scheme", |_| true);
                organisation.take("id", spot, "identifier");
            }
            return;
        }
    };
    let mut paper = Record::at(spot.path());
    let at_key = spot.take_text_if("identifier_scheme", |_| true);
    let from = at_key.map(|(_, from)| from).unwrap_or_default();
    if let Some(kind) = Scheme::of(&key).and_then(|scheme| scheme.kind) {
        paper.set("kind", kind, &from);
    }
    if let Some(document) = of_document {
        paper.set("document", document, &from);
    }
    paper.set_some("number", spot.take_text_if("identifier", |number| !number.is_empty()));
    attribute::take(spot, known, &mut paper);
    organisation.push(list, paper);
}

/// A location of which the region is known.
fn place(spot: &mut Spot<'_>) -> Option<Record> {
    let region = attribute::take_code(spot, term::REGIONS, is_region)?;
    let mut record = Record::at(spot.path());
    record.set_some("region", Some(region));
    attribute::take(spot, &[Known::Field("rw"), Known::Field("rt")], &mut record);
    if let Some(mut address) = spot.items("addresses").next() {
        record.set_some("address", address.take_text_if("address_1", |text| !text.is_empty()));
    }
    Some(record)
}

/// A service for a category of the PPKS list.
fn service(spot: &mut Spot<'_>) -> Option<Record> {
    let is_category = |code: &str| code.parse::<Category>().is_ok();
    let category = attribute::take_code(spot, term::PPKS, is_category)?;
    let mut record = Record::at(spot.path());
    record.set_some("category", Some(category));
    attribute::take(spot, &[Known::Field("setting"), Known::Field("capacity")], &mut record);
    if let Some(mut schedule) = spot.items("schedules").find(|spot| is_period(spot.peek())) {
        for (field, key) in [("period.first", "valid_from"), ("period.last", "valid_to")] {
            if let Some((day, from)) = schedule.take_text_if(key, |_| true) {
                record.set_deep(field, day.into(), from);
            }
        }
    }
    Some(record)
}

/// Whether a schedule says from when until when, in days, and nothing of hours.
fn is_period(schedule: &Value) -> bool {
    let Some(fields) = schedule.as_object() else { return false };
    let is_day = |value: &Value| value.as_str().is_some_and(|day| day.parse::<Date>().is_ok());
    fields.contains_key("valid_from")
        && fields.iter().all(|(key, value)| match key.as_str() {
            "id" => true,
            "valid_from" | "valid_to" => is_day(value),
            _ => false,
        })
}

/// What was neither taken nor is written again in the same place.
fn unread(
    tree: &Value,
    found: &[Found],
    of_body: Option<usize>,
    register: &Register,
) -> Vec<Problem> {
    let mut told = Vec::new();
    let items = tree.get("contents").and_then(Value::as_array).map_or(0, Vec::len);
    tell::unread(tree, Some(&page(items, Value::Null)), "", &mut told);
    // The identifiers rest on that of the body, which may have been given another name here.
    let given = of_body.and_then(|body| found.get(body)?.value.get("id")?.as_str());
    let computed = || Entity::body(&register.data().body);
    let entity = given.and_then(uuid).map_or_else(computed, Entity::named);
    let again = contents(register.data(), entity, &Lost::to("HSDS 3"));
    let mut organisations = again.iter().skip(1);
    for (index, found) in found.iter().enumerate() {
        let again = if Some(index) == of_body { again.first() } else { organisations.next() };
        tell::unread(&found.value, again, &found.path, &mut told);
        let services = again.and_then(|again| again.get("services"));
        for (service, path) in &found.services {
            let again = services.and_then(|all| tell::same(all, service));
            tell::unread(service, again, path, &mut told);
        }
    }
    told
}
