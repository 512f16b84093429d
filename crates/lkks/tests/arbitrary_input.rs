//! Whatever is read: nothing panics, no error is empty, every problem speaks both languages, and
//! what loads can be assessed, told, written and read again.
//!
//! The bindings add nothing but conversion, so what holds here at every entry point that takes a
//! text holds for them too.
#![allow(clippy::panic, reason = "a test says what it met")]

#[path = "arbitrary/laws.rs"]
mod laws;
#[path = "arbitrary/mutate.rs"]
mod mutate;
#[path = "arbitrary/trees.rs"]
mod trees;

use lkks::facts::Scalar;
use lkks::{Register, RuleBook};
use mutate::{Mutation, mutation};
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;
use std::sync::LazyLock;

/// Registers in order, to be put out of order.
static REGISTERS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let text = include_str!("arbitrary/register.json");
    vec![serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}"))]
});

/// Packs in order: all that come with the library.
static PACKS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let book: Value =
        serde_json::from_str(&RuleBook::indonesia().to_json()).unwrap_or_else(|e| panic!("{e}"));
    book["packs"].as_array().cloned().unwrap_or_default()
});

/// So many cases, or as many as `PROPTEST_CASES` says for a longer search.
fn cases(usual: u32) -> Config {
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: wanted.unwrap_or(usual), failure_persistence: None, ..Config::default() }
}

fn mutated(all: &'static [Value]) -> impl Strategy<Value = Value> {
    let mutations = proptest::collection::vec(mutation(), 1..4);
    (0..all.len(), mutations).prop_map(|(index, mutations)| {
        let mut tree = all[index].clone();
        mutations.iter().for_each(|mutation: &Mutation| mutation.apply(&mut tree));
        tree
    })
}

fn try_register(text: &str) {
    match Register::from_json(text) {
        Err(error) => laws::error(&error),
        Ok(register) => laws::register(&register, &RuleBook::indonesia()),
    }
}

fn try_pack(read: impl Fn(&RuleBook) -> Result<RuleBook, lkks::Error>) {
    for base in [RuleBook::empty(), RuleBook::indonesia()] {
        match read(&base) {
            Err(error) => laws::error(&error),
            Ok(book) => laws::book(&book, &REGISTERS[0]),
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_is_read_or_refused_with_reasons(text in ".{0,200}") {
        try_register(&text);
        try_pack(|book| book.with_json(&text));
        for error in [RuleBook::from_json(&text).err(), lkks::verify_receipt(&text).err()] {
            error.iter().for_each(laws::error);
        }
        lkks::recompute_receipt(&text).err().iter().for_each(laws::error);
    }

    #[test]
    fn any_tree_is_read_or_refused_with_reasons(tree in trees::tree()) {
        let text = tree.to_string();
        try_register(&text);
        try_pack(|book| book.with_json(&text));
        for error in [RuleBook::from_json(&text).err(), lkks::verify_receipt(&text).err()] {
            error.iter().for_each(laws::error);
        }
        lkks::recompute_receipt(&text).err().iter().for_each(laws::error);
    }

    #[test]
    fn any_register_cut_short_is_refused(cut in 0.0..1.0f64) {
        let text = REGISTERS[0].to_string();
        let steps = text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
        // A proper prefix of a table is never a table.
        let at = steps[(cut * steps.len() as f64) as usize % steps.len()];
        let error = Register::from_json(&text[..at]).err();
        prop_assert!(error.is_some());
        error.iter().for_each(laws::error);
    }

    #[test]
    fn any_text_for_a_verdict_is_verified_or_refused(mutations in proptest::collection::vec(mutation(), 0..3)) {
        let register = Register::from_json(&REGISTERS[0].to_string());
        let register = register.unwrap_or_else(|e| panic!("{e}"));
        let on = "2024-06-01".parse().unwrap_or_else(|e| panic!("{e:?}"));
        let assessment = register.assess(&RuleBook::empty(), on).unwrap_or_else(|e| panic!("{e}"));
        let text = assessment.verdicts[0].to_json();
        let mut tree: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}"));
        let before = tree.clone();
        mutations.iter().for_each(|mutation| mutation.apply(&mut tree));
        let verified = lkks::verify_receipt(&tree.to_string());
        prop_assert_eq!(verified.is_ok(), tree == before, "{}", tree);
        verified.err().iter().for_each(laws::error);
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn any_change_to_a_register_is_read_or_refused_with_reasons(tree in mutated(&REGISTERS)) {
        try_register(&tree.to_string());
    }

    #[test]
    fn any_change_to_a_pack_is_read_or_refused_with_reasons(tree in mutated(&PACKS)) {
        let mut tree = tree;
        // Beside the packs that come with the library it needs a name of its own.
        if let Some(id) = tree.get_mut("id").filter(|id| id.is_string()) {
            *id = Value::from("own");
        }
        let text = tree.to_string();
        try_pack(|book| book.with_json(&text));
    }

    #[test]
    fn any_change_to_a_book_is_read_or_refused_with_reasons(
        mutations in proptest::collection::vec(mutation(), 1..3),
    ) {
        let text = RuleBook::indonesia().to_json();
        let mut tree: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}"));
        mutations.iter().for_each(|mutation| mutation.apply(&mut tree));
        match RuleBook::from_json(&tree.to_string()) {
            Err(error) => laws::error(&error),
            Ok(book) => laws::book(&book, &REGISTERS[0]),
        }
    }

    #[test]
    fn any_figure_is_set_or_refused_with_reasons(
        pack in 0..PACKS.len(), figure in 0..10_000usize, value in trees::scalar(),
    ) {
        let book = RuleBook::indonesia();
        let id = PACKS[pack]["id"].as_str().unwrap_or_default();
        let figures = trees::figures(&PACKS[pack]);
        let figure = &figures[figure % figures.len()];
        let scalar: Scalar = serde_json::from_value(value).unwrap_or(Scalar::Boolean(true));
        match book.with_figure(id, figure, &scalar) {
            Err(error) => laws::error(&error),
            Ok(book) => laws::book(&book, &REGISTERS[0]),
        }
        let strange = book.with_figure(id, &scalar.to_string(), &scalar);
        strange.err().iter().for_each(laws::error);
    }
}

#[cfg(feature = "toml")]
mod toml {
    use super::*;

    /// The packs that come with the library, as they are written.
    const TEXTS: [&str; 3] = [
        include_str!("../rules/national/permensos-17-2012.toml"),
        include_str!("../rules/example/ban-sm-sd-2018.toml"),
        include_str!("../rules/illustration/lkks-statutes.toml"),
    ];

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn any_text_is_a_pack_or_refused_with_reasons(text in ".{0,200}") {
            try_pack(|book| book.with_toml(&text));
        }

        #[test]
        fn any_text_with_signs_of_toml_is_a_pack_or_refused_with_reasons(
            text in "([a-z]{1,6}|\\[|\\]|\\[\\[|\\]\\]|=|\"|'|\\{|\\}|,|\\.|\n|[0-9]{1,20}|nan|inf|#| ){0,40}",
        ) {
            try_pack(|book| book.with_toml(&text));
        }
    }

    proptest! {
        #![proptest_config(cases(96))]

        #[test]
        fn any_change_to_the_text_of_a_pack_is_read_or_refused_with_reasons(
            text in 0..TEXTS.len(), at in any::<proptest::sample::Index>(),
            gone in 0..40usize, put in "([a-z0-9\\[\\]={}\",.\n -]|é|🙂){0,6}",
        ) {
            let text = TEXTS[text].replacen("id = \"", "id = \"own-", 1);
            let signs: Vec<char> = text.chars().collect();
            let at = at.index(signs.len());
            let changed: String = signs[..at].iter().copied().chain(put.chars())
                .chain(signs[at..].iter().skip(gone).copied()).collect();
            try_pack(|book| book.with_toml(&changed));
        }

        #[test]
        fn a_problem_in_toml_stands_on_a_line_of_the_text(
            text in 0..TEXTS.len(), at in any::<proptest::sample::Index>(), gone in 1..80usize,
        ) {
            let signs: Vec<char> = TEXTS[text].chars().collect();
            let at = at.index(signs.len());
            let changed: String =
                signs[..at].iter().chain(signs[at..].iter().skip(gone)).collect();
            if let Err(error) = RuleBook::empty().with_toml(&changed) {
                let lines = changed.split('\n').count();
                for problem in error.problems() {
                    let line = problem.line.and_then(|line| usize::try_from(line).ok());
                    prop_assert!(line.is_some_and(|line| (1..=lines).contains(&line)), "{problem:?}");
                }
            }
        }
    }
}
