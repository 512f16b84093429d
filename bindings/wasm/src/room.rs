//! Memory in advance.
//!
//! The allocator asks the engine for 64 KB at a time, and each time the engine collects its garbage:
//! asked for at once, it costs an assessment of many an eighth of the time.

use std::hint::black_box;

/// What reading takes, as measured: 15 bytes for each byte of text.
const READING: usize = 16;
/// What a verdict takes, as measured: 8.5 KB.
const VERDICT: usize = 9 * 1024;

pub(crate) fn for_reading(text: &str) {
    make(text.len().saturating_mul(READING));
}

pub(crate) fn for_verdicts(count: usize) {
    make(count.saturating_mul(VERDICT));
}

/// Has the allocator hold this much free memory, in one piece.
fn make(bytes: usize) {
    let mut room: Vec<u8> = Vec::new();
    // Where there is not that much, the work may still do with less.
    let _ = room.try_reserve_exact(bytes);
    // Or else the compiler leaves out what nobody uses.
    drop(black_box(room));
}
