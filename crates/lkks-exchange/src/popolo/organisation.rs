//! Writing the body and its member organisations.

use super::area;
use super::words::{self, BODY, DOCUMENT, FORMER, PAPERS};
use crate::lost::Lost;
use crate::standard::table;
use lkks::body::Body;
use lkks::known_date::KnownDate;
use lkks::organisation::{Certificate, DocumentRecord, EarlierName, Organisation, Paper};
use serde_json::Value;
use uuid::Uuid;

/// The body.
pub(super) fn coordinating(body: &Body, id: Uuid, lost: &Lost) -> Value {
    let Body { name, level, region, legal_basis, formed, advisers: _, figures } = body;
    lost.list("body.legal_basis", legal_basis);
    lost.list("body.figures", figures);
    table([
        ("id", id.to_string().into()),
        ("name", name.as_str().into()),
        ("classification", format!("{BODY}{level}").into()),
        ("founding_date", formed.map(|formed| formed.to_string()).into()),
        ("area_id", region.as_ref().map(|region| region.as_str()).into()),
    ])
}

/// An organisation, which stands at `path` in the register.
pub(super) fn member(organisation: &Organisation, path: &str, lost: &Lost) -> Value {
    let Organisation {
        id,
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
        accreditations,
        applications,
        warnings,
        documents: _,
        evidence,
        source,
    } = organisation;
    lost.list(format!("{path}.services"), services);
    lost.list(format!("{path}.accreditations"), accreditations);
    lost.list(format!("{path}.applications"), applications);
    lost.list(format!("{path}.warnings"), warnings);
    lost.list(format!("{path}.evidence"), evidence);
    let address = place.as_ref().and_then(|place| place.address.as_ref());
    let contact = address
        .map(|address| table([("type", "address".into()), ("value", address.as_str().into())]));
    table([
        ("id", id.as_str().into()),
        ("name", name.as_str().into()),
        ("other_names", earlier_names.iter().map(other_name).collect()),
        ("identifiers", identifiers(organisation, path, lost).into()),
        ("classification", kind.map(|kind| kind.key()).into()),
        ("legal_form", legal_form.map(|form| form.key()).into()),
        ("founding_date", founded.map(|founded| founded.to_string()).into()),
        ("area_id", place.as_ref().map(area::id).into()),
        ("contact_details", contact.into_iter().collect()),
        ("sources", sources(source.as_ref(), &format!("{path}.source"), lost)),
    ])
}

/// A source as a link, where it is one.
pub(super) fn sources(source: Option<&String>, path: &str, lost: &Lost) -> Value {
    match source {
        Some(source) if words::is_url(source) => vec![table([("url", source.as_str().into())])],
        Some(source) => {
            lost.at(path, source);
            Vec::new()
        }
        None => Vec::new(),
    }
    .into()
}

fn other_name(earlier: &EarlierName) -> Value {
    let EarlierName { name, until } = earlier;
    table([
        ("name", name.as_str().into()),
        ("end_date", until.map(|until| until.to_string()).into()),
        ("note", until.is_none().then_some(FORMER).into()),
    ])
}

/// The numbers of its papers. A paper of which Popolo has no number, or which would say something
/// else without the rest, is left out.
fn identifiers(organisation: &Organisation, path: &str, lost: &Lost) -> Vec<Value> {
    let mut all = Vec::new();
    for ((scheme, list), papers) in
        PAPERS.into_iter().zip([&organisation.deeds, &organisation.approvals])
    {
        for (index, Paper { number, issued }) in papers.iter().enumerate() {
            match number {
                Some(number) => all.push(identifier(scheme, number, issued.map(Into::into), None)),
                None => {
                    let issued = issued.map(|day| day.to_string()).unwrap_or_default();
                    lost.at(format!("{path}.{list}[{index}]"), issued);
                }
            }
        }
    }
    for (index, certificate) in organisation.certificates.iter().enumerate() {
        let path = format!("{path}.certificates[{index}]");
        let Certificate { kind, number, issuer, issued, last_day, revoked } = certificate;
        match number {
            Some(number) if revoked.is_none() => {
                if let Some(issuer) = issuer {
                    lost.at(format!("{path}.issuer"), issuer);
                }
                let scheme = words::scheme(*kind);
                all.push(identifier(scheme, number, Some(*issued), *last_day));
            }
            _ => lost.at(path, number.as_deref().unwrap_or(kind.key())),
        }
    }
    for (index, record) in organisation.documents.iter().enumerate() {
        let DocumentRecord { document, present, number, issued, last_day, recorded } = record;
        match number {
            Some(number) if *present && recorded.is_none() => {
                let scheme = format!("{DOCUMENT}{document}");
                let days = (issued.map(Into::into), last_day.map(Into::into));
                all.push(identifier(&scheme, number, days.0, days.1));
            }
            _ => lost.at(format!("{path}.documents[{index}]"), document),
        }
    }
    all
}

/// An identifier, with the terms that Popolo has for the validity of contact details.
fn identifier(
    scheme: &str,
    number: &str,
    first: Option<KnownDate>,
    last: Option<KnownDate>,
) -> Value {
    table([
        ("scheme", scheme.into()),
        ("identifier", number.into()),
        ("valid_from", first.map(|first| first.to_string()).into()),
        ("valid_until", last.map(|last| last.to_string()).into()),
    ])
}
