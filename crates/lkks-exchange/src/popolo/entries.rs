//! Reading organisations and areas.

use super::area;
use super::words::{self, BODY, DOCUMENT, FORMER, PAPERS};
use crate::standard::record::Record;
use crate::standard::spot::Spot;
use lkks::Date;
use lkks::known_date::KnownDate;
use lkks::organisation::{Kind, LegalForm};
use lkks::region::RegionCode;
use std::collections::HashSet;

/// The body.
pub(super) fn body(spot: &mut Spot<'_>) -> Record {
    let mut record = Record::at(spot.path());
    record.take("name", spot, "name");
    if let Some((text, from)) = spot.take_text_if("classification", |_| true) {
        record.set("level", text.strip_prefix(BODY).unwrap_or(&text), from);
    }
    record.take("region", spot, "area_id");
    record.take("formed", spot, "founding_date");
    record
}

/// An organisation.
pub(super) fn organisation(spot: &mut Spot<'_>) -> Record {
    let mut record = Record::at(spot.path());
    // Not taken: by it what is written again is compared.
    if let Some(id) = spot.field("id") {
        record.set("id", id.peek().clone(), id.path());
    }
    record.take("name", spot, "name");
    for name in spot.items("other_names").filter_map(|mut name| earlier_name(&mut name)) {
        record.push("earlier_names", name);
    }
    let kind = spot.take_text_if("classification", |text| text.parse::<Kind>().is_ok());
    record.set_some("kind", kind);
    let form = spot.take_text_if("legal_form", |text| text.parse::<LegalForm>().is_ok());
    record.set_some("legal_form", form);
    let founded = spot.take_text_if("founding_date", |text| text.parse::<KnownDate>().is_ok());
    record.set_some("founded", founded);
    if let Some(place) = place(spot) {
        record.put("place", place);
    }
    for mut identifier in spot.items("identifiers") {
        self::identifier(&mut identifier, &mut record);
    }
    record.set_some("source", source(spot));
    record
}

/// The first source that is a link.
pub(super) fn source(spot: &mut Spot<'_>) -> Option<(String, String)> {
    spot.items("sources").find_map(|mut source| source.take_text_if("url", words::is_url))
}

/// A name that ended on a day, or is said to be no longer borne.
fn earlier_name(spot: &mut Spot<'_>) -> Option<Record> {
    spot.text_of("name")?;
    let mut record = Record::at(spot.path());
    let is_day = |text: &str| text.parse::<Date>().is_ok();
    if let Some(until) = spot.take_text_if("end_date", is_day) {
        record.set_some("until", Some(until));
    } else if spot.field("end_date").is_some() {
        return None;
    } else {
        spot.take_text_if("note", |note| note == FORMER)?;
    }
    record.take("name", spot, "name");
    Some(record)
}

fn place(spot: &mut Spot<'_>) -> Option<Record> {
    let (id, from) = spot.take_text_if("area_id", |id| area::parts(id).is_some())?;
    let (region, rw, rt) = area::parts(&id)?;
    let mut record = Record::at(spot.path());
    record.set("region", region, &from);
    for (name, number) in [("rw", rw), ("rt", rt)] {
        if let Some(number) = number {
            record.set(name, number, &from);
        }
    }
    let address = spot.items("contact_details").find_map(|mut contact| {
        let is_address = contact.text_of("type") == Some("address");
        let value = is_address.then(|| contact.take_text_if("value", |_| true)).flatten()?;
        contact.take_text_if("type", |_| true);
        Some(value)
    });
    record.set_some("address", address);
    Some(record)
}

/// The number of a paper, by one of our schemes.
fn identifier(spot: &mut Spot<'_>, organisation: &mut Record) {
    let Some(scheme) = spot.text_of("scheme").map(str::to_owned) else { return };
    let from = format!("{}.scheme", spot.path());
    let mut paper = Record::at(spot.path());
    let list = if let Some((_, list)) = PAPERS.into_iter().find(|(known, _)| *known == scheme) {
        list
    } else if let Some(document) = scheme.strip_prefix(DOCUMENT) {
        paper.set("document", document, from);
        "documents"
    } else if let Some(kind) = words::certificate(&scheme)
        && spot.field("valid_from").is_some()
    {
        paper.set("kind", kind.key(), from);
        "certificates"
    } else {
        return;
    };
    spot.take_text_if("scheme", |_| true);
    paper.take("number", spot, "identifier");
    paper.take("issued", spot, "valid_from");
    if !PAPERS.iter().any(|(_, known)| *known == list) {
        paper.take("last_day", spot, "valid_until");
    }
    organisation.push(list, paper);
}

/// The names of the areas that are regions.
pub(super) fn regions(spot: &mut Spot<'_>, draft: &mut Record) {
    let mut regions = Record::at("areas");
    let mut seen = HashSet::new();
    for mut area in spot.items("areas") {
        let is_new = |code: &str| code.parse::<RegionCode>().is_ok() && !seen.contains(code);
        if area.text_of("name").is_none() {
            continue;
        }
        if let Some((code, _)) = area.take_text_if("identifier", is_new) {
            regions.take(&code, &mut area, "name");
            seen.insert(code);
        }
    }
    if !regions.is_empty() {
        draft.put("regions", regions);
    }
}
