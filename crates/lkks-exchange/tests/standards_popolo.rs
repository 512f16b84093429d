//! Popolo: what is written is read back equal, and nothing of a foreign file is dropped in silence.
//! Its schemas are of a draft that is validated in Python.
#![allow(clippy::panic, clippy::unwrap_used, missing_docs, reason = "a test may fail")]

mod common;

use common::{
    body, every_leaf_is_used_or_told, leaves, register, standards, synthetic, tells, without,
};
use lkks::message::Code;
use lkks_exchange::{StandardOptions, read_popolo, write_popolo};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

proptest! {
    #[test]
    fn what_is_not_listed_is_read_back_equal(register in register()) {
        let (written, lost) = write_popolo(&register);
        let read = read_popolo(&written, &StandardOptions::default());
        let (again, unread) = read.unwrap_or_else(|error| panic!("{error}\n{written}"));
        prop_assert!(unread.is_empty(), "{unread:?}");
        let again: Value = serde_json::from_str(&again.to_json())?;
        prop_assert_eq!(again, without(&register, &lost), "{}", written);
    }

    #[test]
    fn what_was_read_is_written_the_same_and_held_whole(register in register()) {
        let (written, _) = write_popolo(&register);
        let (again, _) = read_popolo(&written, &StandardOptions::default()).unwrap();
        prop_assert_eq!(write_popolo(&again), (written, Vec::new()));
    }

    #[test]
    fn every_reference_leads_to_an_entry(register in register()) {
        let tree: Value = serde_json::from_str(&write_popolo(&register).0)?;
        let of = |list: &str| -> Vec<Value> {
            let all = tree.get(list).and_then(Value::as_array);
            all.into_iter().flatten().map(|entry| entry["id"].clone()).collect()
        };
        for (path, id) in leaves(&tree) {
            let list = match path.rsplit('.').next() {
                Some("organization_id") => "organizations",
                Some("person_id") => "persons",
                Some("post_id") => "posts",
                Some("area_id") => "areas",
                Some("parent_id") => path.split('[').next().unwrap(),
                _ => continue,
            };
            prop_assert!(of(list).contains(&id), "{path}: {id}");
        }
        for list in ["organizations", "persons", "memberships", "posts", "events", "areas"] {
            let ids = of(list);
            let unique: BTreeSet<String> = ids.iter().map(Value::to_string).collect();
            prop_assert_eq!(unique.len(), ids.len(), "{}", list);
        }
    }
}

#[test]
fn the_example_of_the_standard_is_current() {
    let (written, lost) = write_popolo(&synthetic());
    common::assert_current("kota-pekalongan-synthetic.popolo.json", &written);
    let (again, unread) = read_popolo(&written, &StandardOptions::default()).unwrap();
    assert!(unread.is_empty(), "{unread:?}");
    let again: Value = serde_json::from_str(&again.to_json()).unwrap();
    assert_eq!(again, without(&synthetic(), &lost));
}

#[test]
fn every_leaf_of_what_is_written_is_used_or_compared() {
    every_leaf_is_used_or_told(read_popolo, &write_popolo(&synthetic()).0, 60);
}

#[test]
fn every_leaf_of_the_standards_own_examples_is_used_or_told() {
    let Some(folder) = standards("popolo/examples") else { return };
    let mut read = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        every_leaf_is_used_or_told(read_popolo, &text, usize::MAX);
        // As an organisation, whatever it is.
        let listed = format!("[{text}]");
        if read_popolo(&listed, &body()).is_ok() {
            every_leaf_is_used_or_told(read_popolo, &listed, usize::MAX);
        }
        read += 1;
    }
    assert!(read >= 17, "{read} examples");
}

#[test]
fn the_standards_own_organisation_is_read_with_what_is_understood() {
    let Some(folder) = standards("popolo/examples") else { return };
    let text = std::fs::read_to_string(folder.join("organization.json")).unwrap();
    let (register, told) = read_popolo(&text, &body()).unwrap();
    let organisation = register.organisation("abc-inc").unwrap();
    assert_eq!(organisation.name, "ABC, Inc.");
    assert_eq!(organisation.founded.map(|day| day.to_string()).as_deref(), Some("1950-01-01"));
    // Only one of three other names is known to have ended.
    let names: Vec<_> = organisation.earlier_names.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Bob's Diner"]);
    let paths: Vec<_> = told.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "classification",
            "contact_details",
            "dissolution_date",
            "identifiers",
            "image",
            "links",
            "other_names[0].start_date",
            "other_names[1]",
            "other_names[2]",
            "parent_id",
        ]
    );
    assert!(told.iter().all(|problem| problem.code == Code::NotHeld));
}

#[test]
fn what_is_no_register_is_refused_with_every_problem_in_its_place() {
    let mut tree: Value = serde_json::from_str(&write_popolo(&synthetic()).0).unwrap();
    tree["organizations"][1]["name"] = json!(3);
    tree["memberships"][0]["start_date"] = "31 Februari".into();
    tree["events"][0]["start_date"] = json!(2019);
    tree["posts"][0].as_object_mut().unwrap().remove("seats");
    let officer =
        tree["memberships"].as_array().unwrap().iter().position(|m| m["cause"].is_string());
    let officer = officer.unwrap();
    tree["memberships"][officer]["cause"] = "electd".into();
    let error = read_popolo(&tree.to_string(), &StandardOptions::default()).unwrap_err();
    let found: BTreeSet<_> = error.problems().iter().map(|p| (p.path.clone(), p.code)).collect();
    let expected = [
        ("events[0].start_date".to_owned(), Code::WrongType),
        (format!("memberships[{officer}].cause"), Code::UnknownValue),
        ("memberships[0].start_date".to_owned(), Code::InvalidDate),
        ("organizations[1].name".to_owned(), Code::WrongType),
        ("posts[0]".to_owned(), Code::MissingField),
    ];
    assert_eq!(found, BTreeSet::from(expected));
}

#[test]
fn a_text_without_a_body_needs_one_and_is_told_so_with_the_rest() {
    let error = read_popolo(r#"[{ "id": "x" }]"#, &StandardOptions::default()).unwrap_err();
    let found: Vec<_> = error.problems().iter().map(|p| (p.path.as_str(), p.code)).collect();
    assert_eq!(found, [("", Code::UnknownBody), ("[0]", Code::MissingField)]);
}

#[test]
fn a_body_that_is_given_stands_for_that_of_the_text() {
    let written = write_popolo(&synthetic()).0;
    let (register, unread) = read_popolo(&written, &body()).unwrap();
    assert_eq!(register.data().body.name, "LKKS Contoh");
    assert_eq!(register.data().memberships, synthetic().data().memberships);
    let officers = |register: &lkks::Register| -> Vec<_> {
        register.data().terms.as_slice().iter().map(|term| term.appointments.clone()).collect()
    };
    assert_eq!(officers(&register), officers(&synthetic()));
    assert!(tells(&unread, "organizations[0].name"));
}

#[test]
fn one_name_is_one_person() {
    let tree: Value = serde_json::from_str(&write_popolo(&synthetic()).0).unwrap();
    let names: Vec<&Value> =
        tree["persons"].as_array().unwrap().iter().map(|p| &p["name"]).collect();
    let unique: BTreeSet<_> = names.iter().map(|name| name.to_string()).collect();
    assert_eq!(unique.len(), names.len());
    let officers =
        tree["memberships"].as_array().unwrap().iter().filter(|m| m["person_id"].is_string());
    assert!(officers.count() > names.len(), "some held two offices");
}

#[test]
fn an_identity_number_is_refused_and_never_told() {
    // Made up: no such serial exists.
    let number = "3375014101900001";
    let unread = format!(r#"[{{ "id": "x", "name": "y", "image": "{number}", "{number}": 1 }}]"#);
    let (_, told) = read_popolo(&unread, &body()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(told.len(), 2);
    assert!(!format!("{told:?}").contains(number));
    let stored = format!(r#"[{{ "id": "x", "name": "{number}" }}]"#);
    let error = read_popolo(&stored, &body()).unwrap_err();
    assert_eq!(error.code(), Code::NationalIdentityNumber);
    assert!(!format!("{error:?}").contains(number));
}

proptest! {
    // Each case reads many times.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_tree_is_a_register_or_problems(tree in common::tree()) {
        if read_popolo(&tree.to_string(), &body()).is_ok() {
            every_leaf_is_used_or_told(read_popolo, &tree.to_string(), usize::MAX);
        }
    }

    #[test]
    fn every_leaf_of_a_text_that_was_meddled_with_is_used_or_told(
        register in register(),
        meddled in prop::collection::vec((any::<prop::sample::Index>(), common::tree()), 1..4),
    ) {
        let mut tree: Value = serde_json::from_str(&write_popolo(&register).0)?;
        for (which, other) in meddled {
            let all = leaves(&tree);
            *common::at(&mut tree, &which.get(&all).0).unwrap() = other;
        }
        if read_popolo(&tree.to_string(), &body()).is_ok() {
            every_leaf_is_used_or_told(read_popolo, &tree.to_string(), 20);
        }
    }

    #[test]
    fn any_text_is_a_register_or_problems(text in "\\PC{0,20}|[\\[\\]{}\",:a-c0-9]{0,30}") {
        let _ = read_popolo(&text, &body());
    }
}
