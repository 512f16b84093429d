//! Advice held against brute force: what it says is enough, and nothing smaller is.

use lkks::assess::{Action, EligibilityStatus, Goal, Judgement};
use lkks::calendar::date;
use lkks::{Register, RuleBook};
use proptest::prelude::*;
use serde_json::{Value, json};

const FACTS: [&str; 4] = ["a", "b", "c", "d"];

/// What is recorded of each fact: yes, no or nothing.
type Recorded = [Option<bool>; 4];

fn any_condition() -> impl Strategy<Value = Value> {
    let leaf = (0..FACTS.len(), any::<bool>())
        .prop_map(|(fact, yes)| json!({ "fact": FACTS[fact], "equals": yes }));
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..3).prop_map(|all| json!({ "all": all })),
            proptest::collection::vec(inner.clone(), 1..3).prop_map(|any| json!({ "any": any })),
            inner.prop_map(|not| json!({ "not": not })),
        ]
    })
}

/// A book whose only pack asks for these conditions; nothing where a condition can never be met or
/// never fail, which the checker refuses.
fn book(conditions: &[Value]) -> Option<RuleBook> {
    let criteria: Vec<Value> = conditions
        .iter()
        .enumerate()
        .map(|(index, condition)| {
            json!({
                "id": format!("c{index}"), "gates": "application", "require": condition,
                "label": { "id": "x", "en": "x" },
                "cite": { "regulation": "made up for a test" }, "certainty": "assumed"
            })
        })
        .collect();
    let facts: Vec<Value> = FACTS
        .iter()
        .map(|name| json!({ "name": name, "type": "boolean", "label": { "id": name, "en": name } }))
        .collect();
    let pack = json!({
        "id": "made-up", "subject": "accreditation", "title": { "id": "x", "en": "x" },
        "source": "made up for a test", "fact": facts, "criterion": criteria
    });
    RuleBook::empty().with_json(&pack.to_string()).ok()
}

fn judge(book: &RuleBook, recorded: Recorded) -> Result<Judgement, lkks::Error> {
    let known = FACTS.iter().zip(recorded).filter_map(|(fact, value)| Some((fact, value?)));
    let evidence: Vec<Value> =
        known.map(|(fact, value)| json!({ "fact": fact, "value": value })).collect();
    let register = json!({
        "body": { "name": "LKKS", "level": "regency" },
        "organisations": [{ "id": "L", "name": "L", "evidence": evidence }]
    });
    let register = Register::from_json(&register.to_string())?;
    let assessment = register.assess(book, date(2024, 6, 15)?)?;
    Ok(assessment.verdict("L")?.accreditation.clone())
}

/// The fewest facts to change to be eligible, by trying everything.
fn fewest(book: &RuleBook, recorded: Recorded) -> Result<Option<usize>, lkks::Error> {
    let mut fewest = None;
    for code in 0..3_usize.pow(4) {
        let mut tried = recorded;
        let mut changes = 0;
        for (place, value) in tried.iter_mut().enumerate() {
            let wanted = match code / 3_usize.pow(u32::try_from(place).unwrap_or(0)) % 3 {
                0 => continue,
                1 => Some(true),
                _ => Some(false),
            };
            changes += usize::from(*value != wanted);
            *value = wanted;
        }
        let is_better = fewest.is_none_or(|least| changes < least);
        if is_better && judge(book, tried)?.eligibility.status == EligibilityStatus::Eligible {
            fewest = Some(changes);
        }
    }
    Ok(fewest)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_advised_is_enough_and_nothing_smaller_is(
        conditions in proptest::collection::vec(any_condition(), 1..4),
        recorded in proptest::array::uniform4(any::<Option<bool>>()),
    ) {
        let Some(book) = book(&conditions) else { return Ok(()) };
        let before = judge(&book, recorded)?;
        let advice = before.advice.iter().find(|advice| advice.goal == Goal::Eligibility);
        let fewest = fewest(&book, recorded)?;
        match advice {
            None => prop_assert_eq!(before.eligibility.status, EligibilityStatus::Eligible),
            Some(advice) if !advice.out_of_reach.is_empty() => prop_assert_eq!(fewest, None),
            Some(advice) => {
                let mut after = recorded;
                for change in &advice.changes {
                    prop_assert!(matches!(change.action, Action::Record | Action::Achieve));
                    let place = FACTS.iter().position(|fact| *fact == change.fact);
                    if let Some(value) = place.and_then(|place| after.get_mut(place)) {
                        *value = change.to.as_deref().map(|to| to == "true");
                    }
                }
                let status = judge(&book, after)?.eligibility.status;
                prop_assert_eq!(status, EligibilityStatus::Eligible, "{:?}", advice.changes);
                prop_assert!(advice.smallest);
                prop_assert_eq!(Some(advice.changes.len()), fewest);
            }
        }
    }
}
