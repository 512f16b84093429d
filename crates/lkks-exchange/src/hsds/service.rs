//! Writing services.

use super::attribute::Attributes;
use super::entity::Entity;
use super::term;
use crate::standard::table;
use lkks::Lang;
use lkks::organisation::{Accreditation, Service};
use serde_json::Value;
use std::collections::HashMap;

/// The services of one organisation. Those of one category are told apart by their order.
pub(super) fn services(all: &[Service], accreditations: &[Accreditation], of: Entity) -> Value {
    let accreditations = summary(accreditations);
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut one = |service: &Service| {
        let category = service.category.slug();
        let count = seen.entry(category).or_default();
        let entity = of.part("service", format_args!("{category}/{count}"));
        *count += 1;
        self::service(service, accreditations.as_ref(), entity)
    };
    all.iter().map(&mut one).collect()
}

fn service(service: &Service, accreditations: Option<&String>, entity: Entity) -> Value {
    let Service { category, setting, capacity, period } = service;
    let mut attributes = Attributes::of(entity);
    attributes.is(term::category(*category));
    attributes.field("setting", *setting);
    attributes.field("capacity", *capacity);
    let last = period.and_then(lkks::Period::last);
    let schedule = period.map(|period| {
        table([
            ("id", entity.part("schedule", "period").id.to_string().into()),
            ("valid_from", period.first().to_string().into()),
            ("valid_to", last.map(|last| last.to_string()).into()),
        ])
    });
    table([
        ("id", entity.id.to_string().into()),
        ("name", category.name(Lang::Id).into()),
        // No day is asked about here, so that only what states an end is taken to have ended.
        ("status", if last.is_some() { "inactive" } else { "active" }.into()),
        ("accreditations", accreditations.map(String::as_str).into()),
        ("schedules", schedule.into_iter().collect()),
        ("attributes", attributes.list()),
    ])
}

/// Its accreditations in words, without those that were withdrawn.
fn summary(accreditations: &[Accreditation]) -> Option<String> {
    let standing = accreditations.iter().filter(|accreditation| accreditation.revoked.is_none());
    let one = |accreditation: &Accreditation| {
        let Accreditation { body, grade, decided, .. } = accreditation;
        let words = [body.clone(), grade.clone(), Some(decided.to_string())];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let all: Vec<String> = standing.map(one).collect();
    (!all.is_empty()).then(|| all.join("; "))
}
