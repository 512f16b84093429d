//! The Python binding: values across, errors across, and one file for each class of the core.
//!
//! It holds no rule: whatever depends on the law is asked of the core crate.

use pyo3::prelude::*;

/// The compiled half of the package `lkks`; import that instead.
///
/// It keeps no state of its own between calls, so it needs no global lock (`gil_used = false`).
#[pymodule(name = "_lkks", gil_used = false)]
mod module {
    use super::*;

    /// The version of the library, the same in all its languages.
    #[pyfunction]
    fn version() -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}
