//! What belongs to no class.

use lkks::message::Code;
use pyo3::prelude::*;
use pyo3::types::PyMapping;

use crate::answer;
use crate::assessment::Assessment;
use crate::conv;
use crate::error::{Kind, OrRaise, refusal};
use crate::register::Register;
use crate::rule_book::RuleBook;
use crate::verdict::Verdict;
use crate::write;

/// The version of the library, the same in all its languages.
#[pyfunction]
pub(crate) fn version() -> &'static str {
    lkks::VERSION
}

/// Whether this build is one for debugging, which is many times slower.
#[pyfunction]
pub(crate) fn is_debug_build() -> bool {
    cfg!(debug_assertions)
}

/// Assesses a register on a day under two rule books and says whose verdict differs, and why.
///
/// >>> import lkks
/// >>> register = lkks.Register.from_dict({
/// ...     "body": {"name": "LKKS Contoh", "level": "regency"},
/// ...     "organisations": [{
/// ...         "id": "LKS-001",
/// ...         "name": "Yayasan Contoh",
/// ...         "accreditations": [{"decided": "2022-06-01", "grade": "C"}],
/// ...     }],
/// ... })
/// >>> today = lkks.RuleBook.indonesia()
/// >>> longer = today.with_figure("permensos-17-2012", "grade.C.validity.lasts.years", 3)
/// >>> simulation = lkks.simulate(register, today, longer, on="2024-09-01")
/// >>> [(change.organisation, change.before.standing, change.after.standing)
/// ...     for change in simulation.changed]
/// [('LKS-001', 'expired', 'current')]
#[pyfunction]
#[pyo3(signature = (register, before, after, *, on))]
pub(crate) fn simulate(
    py: Python<'_>,
    register: &Bound<'_, PyAny>,
    before: &Bound<'_, PyAny>,
    after: &Bound<'_, PyAny>,
    on: &Bound<'_, PyAny>,
) -> PyResult<Py<PyAny>> {
    let Ok(register) = register.cast::<Register>() else {
        return Err(refusal(conv::wrong_type(register, "register", "Register")));
    };
    let (before, after) = (given_rules(before, "before")?, given_rules(after, "after")?);
    let on = conv::day(on, "on")?;
    let (register, before, after) = (&register.get().0, &before.get().0, &after.get().0);
    let simulation = py.detach(|| lkks::simulate(register, before, after, on)).or_input()?;
    answer::one(py, "Simulation", &simulation)
}

fn given_rules<'a, 'py>(
    value: &'a Bound<'py, PyAny>,
    path: &str,
) -> PyResult<&'a Bound<'py, RuleBook>> {
    value.cast().map_err(|_| refusal(conv::wrong_type(value, path, "RuleBook")))
}

/// Checks that a verdict bears the hash of what it says: JSON (text, or UTF-8 in bytes), a mapping
/// of that shape, or a ``Verdict``. Raises an ``InputError`` where it does not.
///
/// >>> import lkks
/// >>> lkks.verify_receipt('{"receipt": {"format": "lkks-receipt-1", "sha256": "0"}}')
/// Traceback (most recent call last):
///     ...
/// lkks.errors.InputError: receipt.sha256: the receipt does not match: 0, expected ...
#[pyfunction]
pub(crate) fn verify_receipt(py: Python<'_>, verdict: &Bound<'_, PyAny>) -> PyResult<()> {
    let text = verdict_text(verdict)?;
    py.detach(|| lkks::verify_receipt(&text)).or_input()
}

/// The hash that the receipt of a verdict should bear; ``verdict`` is as for ``verify_receipt``.
#[pyfunction]
pub(crate) fn recompute_receipt(py: Python<'_>, verdict: &Bound<'_, PyAny>) -> PyResult<String> {
    let text = verdict_text(verdict)?;
    py.detach(|| lkks::recompute_receipt(&text)).or_input()
}

fn verdict_text(verdict: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(verdict) = verdict.cast::<Verdict>() {
        return Ok(verdict.get().core().to_json());
    }
    match verdict.cast::<PyMapping>() {
        Ok(_) => write::table(verdict, Kind::Input),
        Err(_) => conv::content(verdict, Code::InvalidJson),
    }
}

/// Makes an assessment anew, for unpickling.
#[pyfunction]
pub(crate) fn assess_again(
    register: &Bound<'_, Register>,
    rules: &Bound<'_, RuleBook>,
    on: &str,
) -> PyResult<Assessment> {
    let py = register.py();
    let on = on.parse().or_input()?;
    let (core, book) = (&register.get().0, &rules.get().0);
    let assessed = py.detach(|| core.assess(book, on)).or_input()?;
    Ok(Assessment::new(assessed, register, rules))
}
