//! Any text as Popolo: what is read of it is written and read back equal.
#![no_main]

use lkks_exchange::{read_popolo, write_popolo};

libfuzzer_sys::fuzz_target!(|text: &str| lkks_fuzz::standard(text, read_popolo, write_popolo));
