//! Any text as HSDS 3: what is read of it is written and read back equal.
#![no_main]

use lkks_exchange::{read_hsds, write_hsds};

libfuzzer_sys::fuzz_target!(|text: &str| lkks_fuzz::standard(text, read_hsds, write_hsds));
