//! What is wrong, or odd, in a register whose every field has the right form.

use crate::calendar::{Date, Period};
use crate::known_date::KnownDate;
use crate::message::Code;
use crate::order::{InOrder, Index};
use crate::organisation::{CertificateKind, Organisation, Revocation};
use crate::problem::{Problem, join};
use crate::register::{REGISTER_FORMAT, RegisterData};
use std::cell::Cell;
use std::fmt::Arguments;

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
        self::organisation(organisation, format_args!("organisations[{index}]"), problems);
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
    let ids: Vec<&str> = ids.collect();
    let id_at = |position: usize| ids[position];
    let firsts = Index::of(ids.len(), &id_at).firsts(&id_at);
    for (index, (id, first)) in ids.iter().zip(firsts).enumerate() {
        let path = || format!("{list}[{index}].id");
        if id.is_empty() || id.trim() != *id || id.chars().count() > 200 {
            problems.push(Problem::error(Code::InvalidId).value(id).at(path()));
        } else if first < index {
            let problem = Problem::error(Code::DuplicateId).value(id);
            problems.push(problem.expected(format!("{list}[{first}].id")).at(path()));
        }
    }
}

/// Unknown references beyond so many get no suggestion: each is compared with every organisation.
const MOST_SUGGESTIONS: usize = 20;

/// The organisations that may be referred to.
struct Known<'a> {
    data: &'a RegisterData,
    index: Index,
    /// How many references were unknown so far.
    unknown: Cell<usize>,
}

impl<'a> Known<'a> {
    fn of(data: &'a RegisterData) -> Self {
        let index = Index::of(data.organisations.len(), &|i| &data.organisations[i].id);
        Self { data, index, unknown: Cell::new(0) }
    }

    fn id(&self, position: usize) -> &'a str {
        &self.data.organisations[position].id
    }

    fn check(&self, id: &str, path: String, problems: &mut Vec<Problem>) {
        if self.index.find(id, &|i| self.id(i)).is_none() {
            let before = self.unknown.replace(self.unknown.get() + 1);
            let compared = if before < MOST_SUGGESTIONS { self.index.positions() } else { &[] };
            let names = compared.iter().map(|&position| self.id(position));
            let problem =
                Problem::error(Code::UnknownReference).value(id).expected("organisations");
            problems.push(problem.suggest(names).at(path));
        }
    }
}

fn memberships(data: &RegisterData, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let overlapped = overlapped_memberships(data);
    for (index, membership) in data.memberships.iter().enumerate() {
        let path = format!("memberships[{index}]");
        let id = membership.organisation.as_str();
        known.check(id, join(&path, "organisation"), problems);
        if let Some(other) = overlapped[index] {
            let problem = Problem::error(Code::DuplicateMembership).value(id);
            problems.push(problem.expected(format!("memberships[{other}]")).at(&path));
        }
    }
}

/// For each membership an earlier one in the list that it overlaps. In order of their first days
/// each is compared with the one of its organisation that lasts longest so far, and of the two the
/// later in the list overlaps the earlier.
fn overlapped_memberships(data: &RegisterData) -> Vec<Option<usize>> {
    let all = &data.memberships;
    let of = |position: usize| all[position].organisation.as_str();
    let firsts = Index::of(all.len(), &of).firsts(&of);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.order_by_key(|&position| (firsts[position], all[position].period.first(), position));
    let end = |position: usize| all[position].period.last();
    let mut overlapped: Vec<Option<usize>> = vec![None; all.len()];
    let mut longest: Option<usize> = None;
    for position in order {
        let Some(other) = longest.filter(|&other| firsts[other] == firsts[position]) else {
            longest = Some(position);
            continue;
        };
        if all[other].period.overlaps(all[position].period) {
            let (earlier, later) = (other.min(position), other.max(position));
            let known = overlapped[later].unwrap_or(earlier);
            overlapped[later] = Some(known.min(earlier));
        }
        if end(other).is_some_and(|last| end(position).is_none_or(|end| last < end)) {
            longest = Some(position);
        }
    }
    overlapped
}

// Paths are written only where there is a problem: a large register has few.
fn organisation(organisation: &Organisation, path: Arguments<'_>, problems: &mut Vec<Problem>) {
    let mut check = |first, last: Option<_>, path: Arguments<'_>| {
        if let Some(last) = last
            && let Err(error) = Period::new(first, Some(last))
        {
            problems.extend(error.problems().iter().cloned().map(|p| p.at(path.to_string())));
        }
    };
    for (i, c) in organisation.certificates.iter().enumerate() {
        let path = format_args!("{path}.certificates[{i}]");
        given(c.issued, c.last_day, c.revoked.as_ref(), path, &mut check);
    }
    for (i, a) in organisation.accreditations.iter().enumerate() {
        let path = format_args!("{path}.accreditations[{i}]");
        given(a.decided, a.last_day, a.revoked.as_ref(), path, &mut check);
    }
    for (i, a) in organisation.applications.iter().enumerate() {
        check(a.lodged, a.decided, format_args!("{path}.applications[{i}].decided"));
    }
    for (i, d) in organisation.documents.iter().enumerate() {
        if let Some(issued) = d.issued {
            check(issued, d.last_day, format_args!("{path}.documents[{i}].last_day"));
        }
    }
    for (i, e) in organisation.evidence.iter().enumerate() {
        if let Some(from) = e.from {
            check(from, e.until, format_args!("{path}.evidence[{i}].until"));
        }
    }
    for kind in CertificateKind::ALL {
        let all = organisation.certificates.iter().enumerate().filter(|(_, c)| c.kind == *kind);
        let spans = all.map(|(i, c)| (i, c.issued.latest(), end(c.last_day, c.revoked.as_ref())));
        overlaps(spans.collect(), format_args!("{path}.certificates"), problems);
    }
    let all = organisation.accreditations.iter().enumerate();
    let spans = all.map(|(i, a)| (i, a.decided.latest(), end(a.last_day, a.revoked.as_ref())));
    overlaps(spans.collect(), format_args!("{path}.accreditations"), problems);
}

/// Checks that what was given from a day on ended no sooner, whichever days incomplete dates are.
fn given(
    first: KnownDate,
    last: Option<KnownDate>,
    revoked: Option<&Revocation>,
    path: Arguments<'_>,
    check: &mut dyn FnMut(Date, Option<Date>, Arguments<'_>),
) {
    check(first.earliest(), last.map(KnownDate::latest), format_args!("{path}.last_day"));
    check(first.earliest(), revoked.map(|revoked| revoked.on), format_args!("{path}.revoked.on"));
}

/// The last day, at the soonest, of what may have been withdrawn before it ran out.
fn end(last_day: Option<KnownDate>, revoked: Option<&Revocation>) -> Option<Date> {
    last_day
        .map(KnownDate::earliest)
        .into_iter()
        .chain(revoked.map(|revoked| revoked.on.day_before()))
        .min()
}

/// Certificates that overlap are a warning: a renewal is often given before the old one ends. Each
/// is compared with the one of those before it that lasted longest.
fn overlaps(
    mut spans: Vec<(usize, Date, Option<Date>)>,
    list: Arguments<'_>,
    problems: &mut Vec<Problem>,
) {
    spans.order_by_key(|(index, first, _)| (*first, *index));
    let mut longest: Option<(usize, Date)> = None;
    for (later, first, last) in spans {
        if let Some((earlier, _)) = longest.filter(|(_, end)| first <= *end) {
            let problem = Problem::warning(Code::OverlappingCertificates);
            let problem = problem.value(format!("{list}[{later}]"));
            problems.push(
                problem.expected(format!("{list}[{earlier}]")).at(format!("{list}[{later}]")),
            );
        }
        if let Some(last) = last.filter(|last| longest.is_none_or(|(_, end)| end < *last)) {
            longest = Some((later, last));
        }
    }
}

/// A registration number held by two organisations: perhaps one organisation entered twice.
fn shared_numbers(data: &RegisterData, problems: &mut Vec<Problem>) {
    let mut numbers: Vec<(&str, &str, (usize, usize))> = Vec::new();
    for (index, organisation) in data.organisations.iter().enumerate() {
        let own = organisation.certificates.iter().enumerate();
        for (i, certificate) in own.filter(|(_, c)| c.kind == CertificateKind::Registration) {
            let Some(number) = certificate.number.as_deref() else { continue };
            numbers.push((number, &organisation.id, (index, i)));
        }
    }
    let number = |position: usize| numbers[position].0;
    let firsts = Index::of(numbers.len(), &number).firsts(&number);
    for ((number, holder, (index, i)), first) in numbers.iter().zip(firsts) {
        let earlier = numbers[first].1;
        if earlier != *holder {
            let problem = Problem::warning(Code::RegisteredTwice).value(number);
            let path = format!("organisations[{index}].certificates[{i}].number");
            problems.push(problem.expected(earlier).at(path));
        }
    }
}

/// One name for two organisations: perhaps one organisation entered twice.
fn shared_names(data: &RegisterData, problems: &mut Vec<Problem>) {
    // Only plain letters are folded: the tables for all others are larger than this file's code.
    let plain = |name: &str| -> String {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_ascii_lowercase()
    };
    let names: Vec<String> = data.organisations.iter().map(|o| plain(&o.name)).collect();
    let name = |position: usize| names[position].as_str();
    let firsts = Index::of(names.len(), &name).firsts(&name);
    for (index, (organisation, first)) in data.organisations.iter().zip(firsts).enumerate() {
        let bearer = &data.organisations[first].id;
        if *bearer != organisation.id {
            let problem = Problem::warning(Code::SameNameTwice).value(&organisation.name);
            problems.push(problem.expected(bearer).at(format!("organisations[{index}].name")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    #[test]
    fn an_overlap_is_found_behind_a_shorter_certificate() {
        let spans = vec![
            (0, day("2020-01-01"), Some(day("2024-12-31"))),
            (1, day("2021-01-01"), Some(day("2021-12-31"))),
            (2, day("2023-01-01"), Some(day("2026-12-31"))),
            (3, day("2027-01-01"), None),
        ];
        let mut problems = Vec::new();
        overlaps(spans, format_args!("l"), &mut problems);
        let found: Vec<_> =
            problems.iter().map(|p| (p.path.as_str(), p.expected.as_deref())).collect();
        assert_eq!(found, [("l[1]", Some("l[0]")), ("l[2]", Some("l[0]"))]);
    }

    #[test]
    fn a_membership_that_overlaps_is_told_against_the_earlier_in_the_list() {
        let overlapped = |periods: &[(&str, &str, &str)]| {
            let memberships: Vec<String> = periods
                .iter()
                .map(|(id, first, last)| {
                    format!(
                        r#"{{ "organisation": "{id}",
                              "period": {{ "first": "{first}-01-01", "last": "{last}-12-31" }} }}"#
                    )
                })
                .collect();
            let data: RegisterData = crate::decode::from_json(&format!(
                r#"{{ "body": {{ "name": "x", "level": "regency" }}, "memberships": [{}] }}"#,
                memberships.join(",")
            ))
            .unwrap_or_else(|error| panic!("{error}"));
            overlapped_memberships(&data)
        };
        assert_eq!(
            overlapped(&[
                ("a", "2020", "2030"),
                ("b", "2020", "2020"),
                ("a", "2021", "2022"),
                ("a", "2025", "2035"),
                ("a", "2031", "2031"),
                ("b", "2021", "2021"),
            ]),
            [None, None, Some(0), Some(0), Some(3), None]
        );
        assert_eq!(
            overlapped(&[("a", "2021", "2022"), ("a", "2025", "2026"), ("a", "2020", "2030")]),
            [None, None, Some(0)]
        );
    }

    #[test]
    fn only_the_first_strangers_get_a_suggestion() {
        let strangers =
            vec![r#"{ "organisation": "LKS-01", "period": { "first": "2020-01-01" } }"#; 25];
        let register = crate::Register::from_json(&format!(
            r#"{{ "body": {{ "name": "x", "level": "regency" }},
                  "organisations": [{{ "id": "LKS-001", "name": "x" }}], "memberships": [{}] }}"#,
            strangers.join(",")
        ));
        let problems = register.err().map(|e| e.problems().to_vec()).unwrap_or_default();
        let strangers = problems.iter().filter(|p| p.code == Code::UnknownReference);
        let suggested: Vec<bool> = strangers.map(|p| p.suggestion.is_some()).collect();
        assert_eq!(suggested, (0..25).map(|n| n < MOST_SUGGESTIONS).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_withdrawn_ends_the_day_before() {
        let revoked = Revocation { on: day("2020-01-01"), reason: None };
        assert_eq!(end(Some(day("2023-03-09").into()), Some(&revoked)), Some(day("2019-12-31")));
        assert_eq!(end(None, Some(&revoked)), Some(day("2019-12-31")));
        assert_eq!(end(Some(day("2019-03-09").into()), Some(&revoked)), Some(day("2019-03-09")));
        assert_eq!(end(None, None), None);
    }
}
