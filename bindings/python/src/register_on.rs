//! The class `RegisterOn`: a register on one day.

use lkks::Date;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::answer;
use crate::conv;
use crate::register::Register;

/// What held in a register on one day.
///
/// >>> import lkks
/// >>> register = lkks.Register.from_dict({
/// ...     "body": {"name": "LKKS Contoh", "level": "regency"},
/// ...     "organisations": [{"id": "LKS-001", "name": "Yayasan Contoh"}],
/// ...     "memberships": [{"organisation": "LKS-001", "period": {"first": "2018-03-01"}}],
/// ... })
/// >>> [member.name for member in register.on("2018-03-01").members()]
/// ['Yayasan Contoh']
/// >>> register.on("2018-02-28").members()
/// []
#[pyclass(frozen, module = "lkks")]
pub(crate) struct RegisterOn {
    pub(crate) register: Py<Register>,
    pub(crate) day: Date,
}

impl RegisterOn {
    fn view(&self) -> lkks::register::RegisterOn<'_> {
        self.register.get().0.on(self.day)
    }
}

#[pymethods]
impl RegisterOn {
    /// The day.
    #[getter]
    fn day(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::day(py, self.day)
    }

    /// The memberships that held that day, in the order of the register.
    fn memberships(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Membership", &self.view().memberships().collect::<Vec<_>>())
    }

    /// The organisations that were members that day.
    fn members(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Organisation", &self.view().members().collect::<Vec<_>>())
    }

    /// Whether the organisation with this identifier was a member that day.
    fn is_member(&self, id: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(self.view().is_member(&conv::text(id, "id")?))
    }

    /// The term of office that ran that day, if one did.
    fn term(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::one(py, "Term", &self.view().term())
    }

    /// Who held which office that day.
    fn holders(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Holder", &self.view().holders())
    }

    /// The cases that stood open that day.
    fn open_cases(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Case", &self.view().open_cases().collect::<Vec<_>>())
    }

    /// The activities that had taken place by that day.
    fn activities(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Activity", &self.view().activities().collect::<Vec<_>>())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = other.get();
            self.day == other.day && self.register.get().0 == other.register.get().0
        })
    }

    fn __repr__(&self) -> String {
        let name = &self.register.get().0.data().body.name;
        format!("<lkks.RegisterOn '{name}' on {}>", self.day)
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let this = slf.get();
        let make = this.register.bind(slf.py()).getattr("on")?;
        (make, (this.day.to_string(),)).into_pyobject(slf.py())
    }
}
