//! Independent work at once, where the system has threads and there is enough to do.
//!
//! What comes of it is in the order of what was given, so that no answer depends on how many
//! threads there were. A browser has one.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, Scope, ScopedJoinHandle, available_parallelism, scope};

/// More would wait for memory.
const MOST: usize = 8;

/// How many threads work may be parted into.
pub(crate) fn threads() -> usize {
    if cfg!(target_family = "wasm") {
        return 1;
    }
    available_parallelism().map_or(1, |count| count.get().min(MOST))
}

/// What comes of each part, in their order, by so many threads, this one among them.
pub(crate) fn each<P: Sync, T: Send>(
    threads: usize,
    parts: &[P],
    work: impl Fn(&P) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    // Whoever is done takes the next part that nobody has.
    let some = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(part) = parts.get(number) else { return done };
            done.push((number, work(part)));
        }
    };
    let mut all = scope(|scope| {
        let others = threads.min(parts.len()).saturating_sub(1);
        let others: Vec<_> = (0..others).map(|_| Begun::of(scope, &some)).collect();
        let mut all = some();
        others.into_iter().for_each(|other| all.extend(other.end()));
        all
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, done)| done).collect()
}

/// What comes of two things that are done at once, if `at_once`.
pub(crate) fn both<A: Send, B>(
    at_once: bool,
    one: impl Fn() -> A + Sync,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if !at_once {
        return (one(), other());
    }
    scope(|scope| {
        let begun = Begun::of(scope, &one);
        let other = other();
        (begun.end(), other)
    })
}

/// Work that another thread does, or is to be done where the system has no thread for it.
enum Begun<'s, W, T> {
    There(ScopedJoinHandle<'s, T>),
    Here(W),
}

impl<'s, W: Fn() -> T + Copy + Send + 's, T: Send + 's> Begun<'s, W, T> {
    fn of(scope: &'s Scope<'s, '_>, work: W) -> Self {
        match Builder::new().spawn_scoped(scope, work) {
            Ok(handle) => Self::There(handle),
            Err(_) => Self::Here(work),
        }
    }

    fn end(self) -> T {
        match self {
            Self::There(handle) => handle.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Self::Here(work) => work(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_parts_is_in_their_order() {
        let parts: Vec<u32> = (0..20).collect();
        for threads in [0, 1, 2, 7, 50] {
            let doubled: Vec<u32> = parts.iter().map(|part| part * 2).collect();
            assert_eq!(each(threads, &parts, |part| part * 2), doubled);
            assert!(each(threads, &[], |part: &u32| *part).is_empty());
        }
        assert_eq!(both(true, || 1, || 2), both(false, || 1, || 2));
    }

    #[test]
    fn a_panic_is_passed_on() {
        let panics = || std::panic::catch_unwind(|| both(true, || panic!("one"), || ()));
        assert!(panics().is_err());
    }
}
