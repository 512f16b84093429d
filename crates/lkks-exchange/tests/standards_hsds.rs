//! HSDS: what is written is valid and read back equal, and nothing of a foreign file is dropped in
//! silence.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

mod common;

use common::{
    body, every_leaf_is_used_or_told, leaves, register, standards, synthetic, tells, without,
};
use jsonschema::{Draft, Validator};
use lkks::Register;
use lkks::message::Code;
use lkks_exchange::{StandardOptions, read_hsds, write_hsds};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Validators of an organisation and of a service, by the standard's compiled schema, in which
/// every reference is at hand.
fn validators() -> Option<[Validator; 2]> {
    let file = standards("hsds/schema/compiled")?.join("service_with_definitions.json");
    let service: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let organisation =
        json!({ "$ref": "#/definitions/organization", "definitions": service["definitions"] });
    Some([organisation, service].map(|schema| {
        let options = jsonschema::options().with_draft(Draft::Draft202012);
        options.should_validate_formats(true).build(&schema).unwrap()
    }))
}

fn is_valid([organisation, service]: &[Validator; 2], text: &str) -> Result<(), String> {
    let page: Value = serde_json::from_str(text).unwrap();
    for entry in page["contents"].as_array().unwrap() {
        organisation.validate(entry).map_err(|error| error.to_string())?;
        for entry in entry["services"].as_array().into_iter().flatten() {
            service.validate(entry).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

#[test]
fn what_is_written_is_valid_by_the_standards_schema() {
    let Some(validators) = validators() else { return };
    proptest!(|(register in register())| {
        prop_assert_eq!(is_valid(&validators, &write_hsds(&register).0), Ok(()));
    });
    let broken = r#"{ "contents": [{ "id": "LKS-001", "name": "x", "description": "" }] }"#;
    assert!(is_valid(&validators, broken).is_err(), "the validator looks at identifiers");
}

#[test]
fn identifiers_are_of_one_entry_each_and_stay() {
    let register = synthetic();
    let (written, _) = write_hsds(&register);
    let page: Value = serde_json::from_str(&written).unwrap();
    let mut seen = std::collections::HashMap::new();
    for (path, id) in leaves(&page).into_iter().filter(|(path, _)| path.ends_with(".id")) {
        // A term stands wherever it is said.
        if !path.ends_with("taxonomy_term.id") {
            assert_eq!(seen.insert(id, path), None);
        }
    }
    let mut data = register.data().clone();
    data.organisations.reverse();
    let (reversed, _) = write_hsds(&Register::new(data).unwrap());
    let reversed: Value = serde_json::from_str(&reversed).unwrap();
    let last = reversed["contents"].as_array().unwrap().last().unwrap();
    assert_eq!(page["contents"][1], *last);
}

#[test]
fn the_example_of_the_standard_is_current() {
    let (written, lost) = write_hsds(&synthetic());
    let file = "kota-pekalongan-synthetic.hsds.json";
    common::assert_current(file, &written);
    let (again, unread) = read_hsds(&written, &StandardOptions::default()).unwrap();
    assert!(unread.is_empty(), "{unread:?}");
    let again: Value = serde_json::from_str(&again.to_json()).unwrap();
    assert_eq!(again, without(&synthetic(), &lost));
    if let Some(validators) = validators() {
        assert_eq!(is_valid(&validators, &written), Ok(()));
    }
}

proptest! {
    #[test]
    fn what_is_not_listed_is_read_back_equal(register in register()) {
        let (written, lost) = write_hsds(&register);
        let read = read_hsds(&written, &StandardOptions::default());
        let (again, unread) = read.unwrap_or_else(|error| panic!("{error}\n{written}"));
        prop_assert!(unread.is_empty(), "{unread:?}");
        let again: Value = serde_json::from_str(&again.to_json())?;
        prop_assert_eq!(again, without(&register, &lost), "{}", written);
    }

    #[test]
    fn what_was_read_is_written_the_same_and_held_whole(register in register()) {
        let (written, _) = write_hsds(&register);
        let (again, _) = read_hsds(&written, &StandardOptions::default()).unwrap();
        prop_assert_eq!(write_hsds(&again), (written, Vec::new()));
    }
}

#[test]
fn every_leaf_of_the_standards_own_examples_is_used_or_told() {
    let Some(folder) = standards("hsds/examples") else { return };
    let mut read = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            every_leaf_is_used_or_told(
                read_hsds,
                &std::fs::read_to_string(&path).unwrap(),
                usize::MAX,
            );
            read += 1;
        }
    }
    assert!(read >= 13, "{read} examples");
}

#[test]
fn every_leaf_of_what_is_written_is_used_or_compared() {
    let (written, _) = write_hsds(&synthetic());
    every_leaf_is_used_or_told(read_hsds, &written, 25);
}

#[test]
fn what_is_no_register_is_refused_with_every_problem_in_its_place() {
    let (written, _) = write_hsds(&synthetic());
    let mut page: Value = serde_json::from_str(&written).unwrap();
    page["contents"][1]["name"] = json!(3);
    page["contents"][2].as_object_mut().unwrap().remove("name");
    let deed = "contents[1].organization_identifiers[1].attributes[0].value";
    *common::at(&mut page, deed).unwrap() = "31 Februari".into();
    let error = read_hsds(&page.to_string(), &StandardOptions::default()).unwrap_err();
    let found: Vec<_> = error.problems().iter().map(|p| (p.path.as_str(), p.code)).collect();
    assert_eq!(
        found,
        [
            ("contents[1].name", Code::WrongType),
            (deed, Code::InvalidDate),
            ("contents[2]", Code::MissingField),
        ]
    );
    page["contents"][1] = page["contents"][3].clone();
    let error = read_hsds(&page.to_string(), &StandardOptions::default()).unwrap_err();
    assert_eq!(error.code(), Code::MissingField);
}

#[test]
fn an_organisation_that_is_there_twice_is_told_where_it_stands() {
    let (written, _) = write_hsds(&synthetic());
    let mut page: Value = serde_json::from_str(&written).unwrap();
    let copy = page["contents"][3].clone();
    page["contents"].as_array_mut().unwrap().push(copy);
    let last = page["contents"].as_array().unwrap().len() - 1;
    let error = read_hsds(&page.to_string(), &StandardOptions::default()).unwrap_err();
    let own = |index| format!("contents[{index}].organization_identifiers[0].identifier");
    assert_eq!((error.code(), error.path()), (Code::DuplicateId, own(last).as_str()));
    assert_eq!(error.problems()[0].expected, Some(own(3)));
}

#[test]
fn a_text_without_a_body_needs_one_and_is_told_so_with_the_rest() {
    let error = read_hsds(r#"[{ "id": "x" }]"#, &StandardOptions::default()).unwrap_err();
    let found: Vec<_> = error.problems().iter().map(|p| (p.path.as_str(), p.code)).collect();
    assert_eq!(found, [("", Code::UnknownBody), ("[0]", Code::MissingField)]);
}

#[test]
fn a_body_that_is_given_stands_for_that_of_the_text() {
    let (written, _) = write_hsds(&synthetic());
    let (register, unread) = read_hsds(&written, &body()).unwrap();
    assert_eq!(register.data().body.name, "LKKS Contoh");
    assert_eq!(register.data().memberships, synthetic().data().memberships);
    assert!(unread.iter().all(|problem| problem.path.starts_with("contents[0].")), "{unread:?}");
    assert!(tells(&unread, "contents[0].name") && tells(&unread, "contents[0].contacts[0].name"));
}

#[test]
fn a_list_of_services_gives_their_organisations_once() {
    let (written, _) = write_hsds(&synthetic());
    let page: Value = serde_json::from_str(&written).unwrap();
    let mut organisation = page["contents"][1].clone();
    let services = organisation.as_object_mut().unwrap().remove("services").unwrap();
    let mut list = services.as_array().unwrap().clone();
    assert!(list.len() > 1);
    for service in &mut list {
        service["organization"] = organisation.clone();
    }
    let (register, unread) = read_hsds(&Value::from(list).to_string(), &body()).unwrap();
    let read = &register.data().organisations;
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].services, synthetic().data().organisations[0].services);
    assert!(tells(&unread, "[1].organization.name") && !tells(&unread, "[0].organization.name"));
}

#[test]
fn an_identity_number_is_refused_and_never_told() {
    // Made up: no such serial exists.
    let number = "3375014101900001";
    let unread = format!(r#"{{ "id": "x", "name": "y", "email": "{number}", "{number}": 1 }}"#);
    let (_, told) = read_hsds(&unread, &body()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(told.len(), 2);
    assert!(!format!("{told:?}").contains(number));
    let stored = format!(r#"{{ "id": "x", "name": "{number}" }}"#);
    let error = read_hsds(&stored, &body()).unwrap_err();
    assert_eq!(error.code(), Code::NationalIdentityNumber);
    assert!(!format!("{error:?}").contains(number));
}

proptest! {
    // Each case reads many times.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_tree_is_a_register_or_problems(tree in common::tree()) {
        if read_hsds(&tree.to_string(), &body()).is_ok() {
            every_leaf_is_used_or_told(read_hsds, &tree.to_string(), usize::MAX);
        }
    }

    #[test]
    fn every_leaf_of_a_page_that_was_meddled_with_is_used_or_told(
        register in register(),
        meddled in prop::collection::vec((any::<prop::sample::Index>(), common::tree()), 1..4),
    ) {
        let mut page: Value = serde_json::from_str(&write_hsds(&register).0)?;
        for (which, tree) in meddled {
            let all = leaves(&page);
            *common::at(&mut page, &which.get(&all).0).unwrap() = tree;
        }
        if read_hsds(&page.to_string(), &body()).is_ok() {
            every_leaf_is_used_or_told(read_hsds, &page.to_string(), 10);
        }
    }

    #[test]
    fn any_text_is_a_register_or_problems(text in "\\PC{0,20}|[\\[\\]{}\",:a-c0-9]{0,30}") {
        let _ = read_hsds(&text, &body());
    }
}

#[test]
fn too_deep_a_text_is_refused() {
    let error = read_hsds(&"[".repeat(100_000), &body()).unwrap_err();
    assert_eq!(error.code(), Code::TooDeep);
}

#[test]
fn the_standards_own_organisation_is_read_with_what_is_understood() {
    let Some(folder) = standards("hsds/examples") else { return };
    for name in
        ["organization_full", "organization_list", "service_full", "service_list", "tabular"]
    {
        let text = std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        let (register, told) = read_hsds(&text, &body()).unwrap();
        let organisation = register.organisation("d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610").unwrap();
        assert_eq!(organisation.name, "Example Organization Inc.", "{name}");
        assert!(told.iter().any(|problem| problem.path.ends_with("legal_status")), "{name}");
        assert!(told.iter().all(|problem| problem.code == Code::NotHeld), "{name}");
    }
    let text = std::fs::read_to_string(folder.join("base.json")).unwrap();
    let (register, told) = read_hsds(&text, &body()).unwrap();
    assert!(register.data().organisations.is_empty());
    assert_eq!(told.len(), 3);
}
