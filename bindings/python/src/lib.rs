//! The Python binding: values across, errors across, and one file for each class of the core.
//!
//! It holds no rule: whatever depends on the law is asked of the core crate. Results go across as
//! JSON, of which `lkks/_read.py` makes the dataclasses that were generated from the core's
//! schemas; `to_json` gives canonical JSON, the same bytes as in the other languages.

mod answer;
mod assess;
mod assessment;
mod conv;
mod error;
mod frame;
mod functions;
mod reading;
mod register;
mod register_on;
mod rule_book;
mod table;
mod verdict;
mod write;
mod written;

use pyo3::prelude::*;

/// The compiled half of the package `lkks`; import that instead.
///
/// Every class is frozen and the module keeps no state of its own between calls, so it needs no
/// global lock (`gil_used = false`).
#[pymodule(name = "_lkks", gil_used = false)]
mod module {
    #[pymodule_export]
    use crate::assess::{AssessedStream, AssessedTable, assess};
    #[pymodule_export]
    use crate::assessment::Assessment;
    #[pymodule_export]
    use crate::functions::{
        assess_again, is_debug_build, recompute_receipt, simulate, verify_receipt, version,
    };
    #[pymodule_export]
    use crate::reading::{Reading, read};
    #[pymodule_export]
    use crate::register::Register;
    #[pymodule_export]
    use crate::register_on::RegisterOn;
    #[pymodule_export]
    use crate::rule_book::RuleBook;
    #[pymodule_export]
    use crate::verdict::Verdict;
    #[pymodule_export]
    use crate::written::{Written, template};
}
