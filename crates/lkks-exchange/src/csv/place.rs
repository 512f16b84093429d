//! From a path in the register to the row and heading that it came from.

use super::heading::{DOCUMENT, FACT};
use lkks::organisation::{CertificateKind, Organisation};
use lkks::register::RegisterData;
use std::collections::HashMap;

/// The row, and the heading in it, behind `path`; nothing for what no row holds.
///
/// Organisation and row have one number, since every row is read as an organisation.
pub(super) fn source(
    path: &str,
    data: &RegisterData,
    rows: &HashMap<&str, usize>,
) -> Option<(usize, String)> {
    if let Some((index, rest)) = indexed(path, "organisations") {
        return Some((index, heading(rest, data.organisations.get(index)?)));
    }
    let (index, _) = indexed(path, "memberships")?;
    let row = rows.get(data.memberships.get(index)?.organisation.as_str())?;
    Some((*row, "joined".to_owned()))
}

fn indexed<'a>(path: &'a str, list: &str) -> Option<(usize, &'a str)> {
    let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    Some((index.parse().ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

fn heading(path: &str, organisation: &Organisation) -> String {
    let of_list = || {
        if let Some((index, field)) = indexed(path, "certificates") {
            let prefix = match organisation.certificates.get(index)?.kind {
                CertificateKind::Registration => "registration",
                CertificateKind::OperatingPermit => "permit",
            };
            return Some(format!("{prefix}_{field}"));
        }
        if let Some((_, field)) = indexed(path, "accreditations") {
            return Some(format!("accreditation_{field}"));
        }
        if let Some((index, _)) = indexed(path, "documents") {
            return Some(format!("{DOCUMENT}{}", organisation.documents.get(index)?.document));
        }
        if let Some((index, _)) = indexed(path, "evidence") {
            return Some(format!("{FACT}{}", organisation.evidence.get(index)?.fact));
        }
        indexed(path, "services").map(|_| "categories".to_owned())
    };
    of_list().unwrap_or_else(|| path.strip_prefix("place.").unwrap_or(path).to_owned())
}
