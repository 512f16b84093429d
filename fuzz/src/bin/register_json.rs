//! Any text as a register.
#![no_main]

use lkks::Register;

libfuzzer_sys::fuzz_target!(|text: &str| {
    match Register::from_json(text) {
        Err(error) => lkks_fuzz::told(&error),
        Ok(register) => {
            let again = Register::from_json(&register.to_json()).expect("what is written is read");
            assert_eq!(again.to_json(), register.to_json());
        }
    }
});
