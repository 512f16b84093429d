//! From a path in the register to the organisation and the field that it came from.

use super::field::Field;
use lkks::organisation::CertificateKind;
use lkks::register::RegisterData;

/// The organisation behind a path, by its number, and what it says of it.
pub(crate) fn of(path: &str, data: &RegisterData) -> Option<(usize, Option<Field>)> {
    if let Some((index, rest)) = indexed(path, "organisations") {
        return Some((index, field(index, rest, data)));
    }
    let (index, _) = indexed(path, "memberships")?;
    let id = &data.memberships.get(index)?.organisation;
    let organisation = data.organisations.iter().position(|organisation| organisation.id == *id)?;
    Some((organisation, Some(Field::Joined)))
}

fn indexed<'p>(path: &'p str, list: &str) -> Option<(usize, &'p str)> {
    let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    Some((index.parse().ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

fn field(index: usize, path: &str, data: &RegisterData) -> Option<Field> {
    let organisation = data.organisations.get(index)?;
    let key = if let Some((index, field)) = indexed(path, "certificates") {
        let about = match organisation.certificates.get(index)?.kind {
            CertificateKind::Registration => "registration",
            CertificateKind::OperatingPermit => "permit",
        };
        format!("{about}_{}", if field.is_empty() { "issued" } else { field })
    } else if let Some((_, field)) = indexed(path, "accreditations") {
        format!("accreditation_{}", if field.is_empty() { "decided" } else { field })
    } else if let Some((index, _)) = indexed(path, "documents") {
        match organisation.documents.get(index)?.document.as_str() {
            "npwp" => "tax_number".to_owned(),
            name => format!("document:{name}"),
        }
    } else if let Some((index, _)) = indexed(path, "evidence") {
        format!("fact:{}", organisation.evidence.get(index)?.fact)
    } else if indexed(path, "services").is_some() {
        "categories".to_owned()
    } else if indexed(path, "deeds").is_some() {
        "deed".to_owned()
    } else if indexed(path, "approvals").is_some() {
        "approval".to_owned()
    } else {
        path.strip_prefix("place.").unwrap_or(path).to_owned()
    };
    key.parse().ok()
}
