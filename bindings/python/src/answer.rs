//! Answers across: JSON, read into the generated dataclasses by `lkks/_read.py`.

use pyo3::exceptions::PyValueError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyDate;
use serde::Serialize;

/// `value` as the dataclass of this name; nothing as `None`.
pub(crate) fn one<T: Serialize>(py: Python<'_>, name: &str, value: &T) -> PyResult<Py<PyAny>> {
    read(py, "one", name, value)
}

/// `values` as a list of dataclasses of this name.
pub(crate) fn list<T: Serialize>(py: Python<'_>, name: &str, values: &T) -> PyResult<Py<PyAny>> {
    read(py, "listed", name, values)
}

fn read<T: Serialize>(py: Python<'_>, how: &str, name: &str, value: &T) -> PyResult<Py<PyAny>> {
    // Not canonical, which takes twice as long: nobody sees this text.
    let json = serde_json::to_string(value).map_err(|e| PyValueError::new_err(e.to_string()))?;
    let reader = py.import(intern!(py, "lkks._read"))?.getattr(how)?;
    Ok(reader.call1((name, json))?.unbind())
}

/// JSON text as plain Python objects.
pub(crate) fn plain(py: Python<'_>, json: &str) -> PyResult<Py<PyAny>> {
    let loads = py.import(intern!(py, "json"))?.getattr(intern!(py, "loads"))?;
    Ok(loads.call1((json,))?.unbind())
}

/// A day as a `datetime.date`.
pub(crate) fn day(py: Python<'_>, day: lkks::Date) -> PyResult<Py<PyAny>> {
    let date = py.get_type::<PyDate>();
    Ok(date.call_method1(intern!(py, "fromisoformat"), (day.to_string(),))?.unbind())
}
