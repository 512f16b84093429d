//! Any text as a rule pack.
#![no_main]

use lkks::RuleBook;

libfuzzer_sys::fuzz_target!(|text: &str| {
    match RuleBook::empty().with_toml(text) {
        Err(error) => lkks_fuzz::told(&error),
        Ok(book) => {
            let again = RuleBook::from_json(&book.to_json()).expect("what is written is read");
            assert_eq!(again.to_json(), book.to_json());
        }
    }
});
