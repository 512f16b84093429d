//! What is wrong, or odd, in a register whose every field has the right form.

use crate::calendar::Period;
use crate::message::Code;
use crate::organisation::{CertificateKind, Organisation};
use crate::problem::{Problem, join};
use crate::register::{REGISTER_FORMAT, RegisterData};
use serde_json::Value;
use std::collections::HashMap;

/// Every check there is.
pub(super) fn all(data: &RegisterData, problems: &mut Vec<Problem>) {
    if data.format != REGISTER_FORMAT {
        let problem = Problem::error(Code::UnsupportedFormat).value(data.format);
        problems.push(problem.expected(REGISTER_FORMAT).at("format"));
    }
    data.body.problems("body", problems);
    identifiers("organisations", data.organisations.iter().map(|o| o.id.as_str()), problems);
    identifiers("cases", data.cases.iter().map(|c| c.id.as_str()), problems);
    identifiers("activities", data.activities.iter().map(|a| a.id.as_str()), problems);
    let known = Known::of(data);
    memberships(data, &known, problems);
    for (index, organisation) in data.organisations.iter().enumerate() {
        self::organisation(organisation, &format!("organisations[{index}]"), problems);
    }
    shared_numbers(data, problems);
    shared_names(data, problems);
    data.terms.problems(problems);
    for (index, case) in data.cases.iter().enumerate() {
        let path = format!("cases[{index}]");
        case.problems(&path, problems);
        for (step, to) in
            case.steps.iter().enumerate().filter_map(|(i, s)| Some((i, s.to.as_ref()?)))
        {
            known.check(to, format!("{path}.steps[{step}].to"), problems);
        }
    }
    for (index, activity) in data.activities.iter().enumerate() {
        let path = format!("activities[{index}]");
        activity.problems(&path, problems);
        for (place, id) in activity.organisations.iter().enumerate() {
            known.check(id, format!("{path}.organisations[{place}]"), problems);
        }
    }
}

/// Identifiers are short, trimmed and unique.
fn identifiers<'a>(list: &str, ids: impl Iterator<Item = &'a str>, problems: &mut Vec<Problem>) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (index, id) in ids.enumerate() {
        let path = format!("{list}[{index}].id");
        if id.is_empty() || id.trim() != id || id.chars().count() > 200 {
            problems.push(Problem::error(Code::InvalidId).value(id).at(path));
        } else if let Some(earlier) = first.get(id) {
            let problem = Problem::error(Code::DuplicateId).value(id);
            problems.push(problem.expected(format!("{list}[{earlier}].id")).at(path));
        } else {
            first.insert(id, index);
        }
    }
}

/// The organisations that may be referred to.
struct Known<'a> {
    ids: HashMap<&'a str, usize>,
}

impl<'a> Known<'a> {
    fn of(data: &'a RegisterData) -> Self {
        let ids = data.organisations.iter().enumerate().map(|(i, o)| (o.id.as_str(), i)).collect();
        Self { ids }
    }

    fn check(&self, id: &str, path: String, problems: &mut Vec<Problem>) {
        if !self.ids.contains_key(id) {
            // Sorted, so that the suggestion never depends on the order of a hash map.
            let mut names: Vec<&str> = self.ids.keys().copied().collect();
            names.sort_unstable();
            let problem =
                Problem::error(Code::UnknownReference).value(id).expected("organisations");
            problems.push(problem.suggest(names).at(path));
        }
    }
}

fn memberships(data: &RegisterData, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let mut earlier: HashMap<&str, Vec<(usize, Period)>> = HashMap::new();
    for (index, membership) in data.memberships.iter().enumerate() {
        let path = format!("memberships[{index}]");
        let id = membership.organisation.as_str();
        known.check(id, join(&path, "organisation"), problems);
        let before = earlier.entry(id).or_default();
        if let Some((other, _)) = before.iter().find(|(_, p)| p.overlaps(membership.period)) {
            let problem = Problem::error(Code::DuplicateMembership).value(id);
            problems.push(problem.expected(format!("memberships[{other}]")).at(&path));
        }
        before.push((index, membership.period));
    }
}

fn organisation(organisation: &Organisation, path: &str, problems: &mut Vec<Problem>) {
    let mut check = |first, last: Option<_>, path: String| {
        if let Some(last) = last {
            if let Err(error) = Period::new(first, Some(last)) {
                problems.extend(error.problems().iter().cloned().map(|p| p.at(path.clone())));
            }
        }
    };
    for (i, c) in organisation.certificates.iter().enumerate() {
        check(c.issued, c.last_day, format!("{path}.certificates[{i}].last_day"));
    }
    for (i, a) in organisation.accreditations.iter().enumerate() {
        check(a.decided, a.last_day, format!("{path}.accreditations[{i}].last_day"));
    }
    for (i, a) in organisation.applications.iter().enumerate() {
        check(a.lodged, a.decided, format!("{path}.applications[{i}].decided"));
    }
    for (i, d) in organisation.documents.iter().enumerate() {
        if let Some(issued) = d.issued {
            check(issued, d.last_day, format!("{path}.documents[{i}].last_day"));
        }
    }
    for (i, e) in organisation.evidence.iter().enumerate() {
        if let Some(from) = e.from {
            check(from, e.until, format!("{path}.evidence[{i}].until"));
        }
    }
    for kind in CertificateKind::ALL {
        let all = organisation.certificates.iter().enumerate().filter(|(_, c)| c.kind == *kind);
        let spans = all.map(|(i, c)| (i, c.issued, c.last_day)).collect();
        overlaps(spans, &format!("{path}.certificates"), problems);
    }
    let all = organisation.accreditations.iter().enumerate();
    let spans = all.map(|(i, a)| (i, a.decided, a.last_day)).collect();
    overlaps(spans, &format!("{path}.accreditations"), problems);
}

/// Certificates that overlap are a warning: a renewal is often given before the old one ends.
fn overlaps(
    mut spans: Vec<(usize, crate::Date, Option<crate::Date>)>,
    list: &str,
    problems: &mut Vec<Problem>,
) {
    spans.sort_by_key(|(index, first, _)| (*first, *index));
    for pair in spans.windows(2) {
        let [(earlier, _, last), (later, first, _)] = pair else { continue };
        if last.is_some_and(|last| *first <= last) {
            let problem = Problem::warning(Code::OverlappingCertificates);
            let problem = problem.value(format!("{list}[{later}]"));
            problems.push(
                problem.expected(format!("{list}[{earlier}]")).at(format!("{list}[{later}]")),
            );
        }
    }
}

/// A registration number held by two organisations: perhaps one organisation entered twice.
fn shared_numbers(data: &RegisterData, problems: &mut Vec<Problem>) {
    let mut holders: HashMap<&str, &str> = HashMap::new();
    for (index, organisation) in data.organisations.iter().enumerate() {
        let own = organisation.certificates.iter().enumerate();
        for (i, certificate) in own.filter(|(_, c)| c.kind == CertificateKind::Registration) {
            let Some(number) = certificate.number.as_deref() else { continue };
            let holder = *holders.entry(number).or_insert(&organisation.id);
            if holder != organisation.id {
                let path = format!("organisations[{index}].certificates[{i}].number");
                let problem = Problem::warning(Code::RegisteredTwice).value(number);
                problems.push(problem.expected(holder).at(path));
            }
        }
    }
}

/// One name for two organisations: perhaps one organisation entered twice.
fn shared_names(data: &RegisterData, problems: &mut Vec<Problem>) {
    let mut bearers: HashMap<String, &str> = HashMap::new();
    for (index, organisation) in data.organisations.iter().enumerate() {
        let words: Vec<&str> = organisation.name.split_whitespace().collect();
        let bearer = bearers.entry(words.join(" ").to_lowercase()).or_insert(&organisation.id);
        if *bearer != organisation.id {
            let problem = Problem::warning(Code::SameNameTwice).value(&organisation.name);
            problems.push(problem.expected(*bearer).at(format!("organisations[{index}].name")));
        }
    }
}

/// Refuses texts that look like a NIK: sixteen digits that hold a region and a birth date.
pub(super) fn national_identity_numbers(tree: &Value, path: &str, problems: &mut Vec<Problem>) {
    match tree {
        Value::Object(map) => {
            for (key, value) in map {
                national_identity_numbers(value, &join(path, key), problems);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                national_identity_numbers(item, &format!("{path}[{index}]"), problems);
            }
        }
        Value::String(text) => look_at(text, path, problems),
        Value::Number(number) => look_at(&number.to_string(), path, problems),
        Value::Bool(_) | Value::Null => {}
    }
}

fn look_at(text: &str, path: &str, problems: &mut Vec<Problem>) {
    // Groups of digits, with the separators that people put between them taken out.
    let joined: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    let runs = joined.split(|c: char| !c.is_ascii_digit());
    for run in runs.filter(|run| run.len() == 16 && is_national_identity_number(run)) {
        let masked = format!("{}••••••••••••", &run[..4]);
        problems.push(Problem::error(Code::NationalIdentityNumber).value(masked).at(path));
    }
}

/// Region (6), birth date (6, with 40 added to the day for women), serial (4).
fn is_national_identity_number(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| {
        digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0)
    };
    let day = part(6..8);
    let day = if day > 40 { day - 40 } else { day };
    (11..=96).contains(&part(0..2))
        && (1..=31).contains(&day)
        && (1..=12).contains(&part(8..10))
        && part(12..16) > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_national_identity_number_is_recognised_and_masked() {
        let mut problems = Vec::new();
        // Made up: no such region serial exists.
        let tree = serde_json::json!({ "a": ["Ketua (NIK 3375 0141 0190 0001)"] });
        national_identity_numbers(&tree, "", &mut problems);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].path, "a[0]");
        assert_eq!(problems[0].value.as_deref(), Some("3375••••••••••••"));
    }

    #[test]
    fn a_tax_number_or_a_deed_is_not_one() {
        for text in ["0012345678901000", "01.234.567.8-501.000", "AHU-0012345.AH.01.04.Tahun 2016"]
        {
            let mut problems = Vec::new();
            look_at(text, "x", &mut problems);
            assert!(problems.is_empty(), "{text}");
        }
    }
}
