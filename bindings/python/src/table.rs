//! Tables of other libraries: whatever exports Arrow, and data frames of pandas that do not.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lkks::Problem;
use lkks::message::Code;
use lkks::register::masked_national_identity_numbers as masked;
use lkks_exchange::source::{Limits, workbook_of_batches};
use lkks_exchange::workbook::Workbook;
use pyo3::exceptions::PyException;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;

use crate::error::{OrRaise, refusal};
use crate::frame::{self, Failure};

/// The table that a value is, as a workbook of one sheet of this name; none where it is no table.
///
/// It is asked by the names of the methods alone (`__arrow_c_stream__`, `__arrow_c_array__`), so
/// that no library is needed or imported. What that library fails at is an `InputError`.
pub(crate) fn workbook(value: &Bound<'_, PyAny>, name: Option<&str>) -> PyResult<Option<Workbook>> {
    let py = value.py();
    let is_frame = frame::is_one(value)?;
    if is_frame && or_refused(py, frame::has_headings_of_several_rows(value))? {
        return of_frame(value, name).map(Some);
    }
    if !exports_arrow(value)? {
        return if is_frame { of_frame(value, name).map(Some) } else { Ok(None) };
    }
    match value.extract::<AnyRecordBatch>() {
        Ok(exported) => of_arrow(py, exported, name).map(Some),
        // Pandas needs pyarrow for it, which is not always there, and which refuses a column that
        // holds texts and numbers, as many do that come from a spreadsheet.
        Err(error) if is_frame && error.is_instance_of::<PyException>(py) => {
            of_frame(value, name).map(Some)
        }
        Err(error) => or_refused(py, Err(error)),
    }
}

fn exports_arrow(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let py = value.py();
    Ok(value.hasattr(intern!(py, "__arrow_c_stream__"))?
        || value.hasattr(intern!(py, "__arrow_c_array__"))?)
}

fn of_arrow(py: Python<'_>, exported: AnyRecordBatch, name: Option<&str>) -> PyResult<Workbook> {
    let reader = or_refused(py, exported.into_reader())?;
    // The library at the other end takes the lock itself, where it needs it.
    let read = py.detach(|| {
        // What it hands over is read as it says it is; where it is not, Arrow's crates may panic.
        let reading = AssertUnwindSafe(|| {
            let schema = reader.schema();
            workbook_of_batches(&schema, reader, name, &Limits::default())
        });
        catch_unwind(reading)
            .unwrap_or_else(|_| Err(Problem::error(Code::UnreadableTable).value("Arrow").into()))
    });
    read.or_input()
}

fn of_frame(frame: &Bound<'_, PyAny>, name: Option<&str>) -> PyResult<Workbook> {
    frame::workbook(frame, name).or_else(|failure| match failure {
        Failure::Raised(error) => or_refused(frame.py(), Err(error)),
        Failure::Refused(error) => Err(error).or_input(),
    })
}

/// What another library answered. What it raised is told in its own words, in which stand perhaps
/// values of the table; what asks the program to stop is passed on.
fn or_refused<T>(py: Python<'_>, answer: PyResult<T>) -> PyResult<T> {
    answer.map_err(|error| {
        if !error.is_instance_of::<PyException>(py) {
            return error;
        }
        let told = error.to_string();
        let told = masked(&told).unwrap_or(told);
        refusal(Problem::error(Code::UnreadableTable).value(told))
    })
}
