//! The conformance vectors, each organisation that a row can hold, judged by column.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

mod said;
#[allow(dead_code, reason = "shared with the core's own runner")]
#[path = "../../lkks/tests/conformance/vectors.rs"]
mod vectors;

use arrow_array::{ArrayRef, BooleanArray, RecordBatch, StringArray};
use lkks::assess::Verdict;
use lkks::body::Membership;
use lkks::facts::Scalar;
use lkks::organisation::{ApplicationKind, CertificateKind, Organisation, Paper};
use lkks::rules::Subject;
use lkks::{Date, Register, RuleBook};
use lkks_table::{On, Options, RulePlan};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The rules of a vector; nothing where they are wrong, or written as TOML.
fn book(input: &Value) -> Option<RuleBook> {
    let list = |key: &str| input[key].as_array().cloned().unwrap_or_default();
    let mut book = match input["base"].as_str() {
        Some("empty") => RuleBook::empty(),
        _ => RuleBook::indonesia(),
    };
    for pack in list("packs") {
        book = book.with_json(&pack.to_string()).ok()?;
    }
    for figure in list("figures") {
        let value: Scalar = serde_json::from_value(figure["value"].clone()).ok()?;
        book =
            book.with_figure(figure["pack"].as_str()?, figure["figure"].as_str()?, &value).ok()?;
    }
    for id in list("using") {
        book = book.using(id.as_str()?).ok()?;
    }
    for id in list("assuming") {
        book = book.assuming(id.as_str()?).ok()?;
    }
    Some(book)
}

/// The cells of a row by column; nothing where a row cannot hold the organisation.
fn row_of(
    organisation: &Organisation,
    memberships: &[&Membership],
) -> Option<BTreeMap<String, Scalar>> {
    let mut row = BTreeMap::new();
    let day = |day: Date| Scalar::Text(day.to_string());
    let mut put = |name: String, value: Scalar| row.insert(name, value).is_none().then_some(());
    if !organisation.services.is_empty() || !organisation.warnings.is_empty() {
        return None;
    }
    put("organisation".into(), Scalar::Text(organisation.id.clone()))?;
    if let Some(place) = &organisation.place {
        put("region".into(), Scalar::Text(place.region.to_string()))?;
    }
    if let Some(form) = organisation.legal_form {
        put("legal_form".into(), Scalar::Text(form.to_string()))?;
    }
    if let Some(kind) = organisation.kind {
        put("kind".into(), Scalar::Text(kind.to_string()))?;
    }
    if let Some(founded) = organisation.founded.and_then(|founded| founded.day()) {
        put("founded".into(), day(founded))?;
    }
    for membership in memberships {
        put("member_since".into(), day(membership.period.first()))?;
        if let Some(last) = membership.period.last() {
            put("member_until".into(), day(last))?;
        }
    }
    let certificates = organisation.certificates.iter().map(|certificate| {
        let kind = match certificate.kind {
            CertificateKind::Registration => "registration",
            CertificateKind::OperatingPermit => "permit",
        };
        (
            kind,
            "issued",
            certificate.issued,
            certificate.last_day,
            certificate.revoked.as_ref(),
            None,
        )
    });
    let accreditations = organisation.accreditations.iter().map(|a| {
        ("accreditation", "decided", a.decided, a.last_day, a.revoked.as_ref(), a.grade.clone())
    });
    for (kind, given, on, last_day, revoked, grade) in certificates.chain(accreditations) {
        put(format!("{kind}_{given}"), day(on.day()?))?;
        if let Some(last_day) = last_day {
            put(format!("{kind}_last_day"), day(last_day.day()?))?;
        }
        if let Some(revoked) = revoked {
            put(format!("{kind}_revoked"), day(revoked.on))?;
        }
        if let Some(grade) = grade {
            put("accreditation_grade".into(), Scalar::Text(grade))?;
        }
    }
    for application in &organisation.applications {
        let kind = match application.kind {
            ApplicationKind::Registration => "registration",
            ApplicationKind::OperatingPermit => "permit",
            ApplicationKind::Accreditation => "accreditation",
        };
        put(format!("{kind}_lodged"), day(application.lodged))?;
        if let Some(decided) = application.decided {
            put(format!("{kind}_answered"), day(decided))?;
        }
    }
    let papers: [(&str, &[Paper]); 2] =
        [("deed", &organisation.deeds), ("legal_approval", &organisation.approvals)];
    for (name, all) in papers {
        for paper in all {
            put(name.into(), Scalar::Boolean(true))?;
            if let Some(issued) = paper.issued {
                put(format!("{name}_issued"), day(issued))?;
            }
        }
    }
    for record in &organisation.documents {
        if record.recorded.is_some() {
            return None;
        }
        put(record.document.clone(), Scalar::Boolean(record.present))?;
        if let Some(issued) = record.issued {
            put(format!("{}_issued", record.document), day(issued))?;
        }
        if let Some(last_day) = record.last_day {
            put(format!("{}_last_day", record.document), day(last_day))?;
        }
    }
    for evidence in &organisation.evidence {
        if evidence.from.is_some() || evidence.until.is_some() {
            return None;
        }
        put(evidence.fact.clone(), evidence.value.clone()?)?;
    }
    Some(row)
}

fn column(value: &Scalar) -> ArrayRef {
    match value {
        Scalar::Boolean(yes) => Arc::new(BooleanArray::from(vec![*yes])),
        other => Arc::new(StringArray::from(vec![other.to_string()])),
    }
}

/// Holds the row of an organisation against its verdict, on each subject.
fn hold(book: &RuleBook, on: Date, row: &BTreeMap<String, Scalar>, verdict: &Verdict, name: &str) {
    let columns = row.iter().map(|(name, value)| (name.as_str(), column(value)));
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    for subject in [Subject::Accreditation, Subject::Registration, Subject::OperatingPermit] {
        let plan = RulePlan::of(book, subject).unwrap();
        let assessor = plan.bind(batch.schema_ref(), Options::on(On::Day(on))).unwrap();
        let said = said::by_column(&assessor.assess(&batch).unwrap()[0]).remove(0);
        let judged = verdict.judgements().find(|judged| judged.subject == subject);
        assert_eq!(said, said::by_row(judged), "{name}, {subject}: {row:?}");
        let explained = assessor.explain(&batch, 0).unwrap();
        let again = explained.judgements().find(|judged| judged.subject == subject);
        assert_eq!(said::by_row(again), said, "{name}, {subject}, explained");
    }
}

#[test]
fn an_organisation_that_a_row_can_hold_is_judged_by_column_as_the_vectors_say() {
    let mut held = 0;
    for suite in vectors::read_all() {
        for vector in suite.vectors.iter().filter(|vector| vector.op == "assess") {
            let input = &vector.input;
            let Ok(register) = Register::from_json(&input["register"].to_string()) else {
                continue;
            };
            let Some(book) = book(input) else { continue };
            let Some(Ok(on)) = input["on"].as_str().map(str::parse::<Date>) else { continue };
            let assessment = register.assess(&book, on).unwrap();
            for organisation in &register.data().organisations {
                let id = &organisation.id;
                let all = register.data().memberships.iter();
                let own: Vec<&Membership> = all.filter(|m| m.organisation == *id).collect();
                if let Some(row) = row_of(organisation, &own) {
                    let verdict = assessment.verdict(id).unwrap();
                    hold(&book, on, &row, verdict, &vector.name);
                    held += 1;
                }
            }
        }
    }
    assert!(held > 100, "only {held} organisations were held");
}
