//! Tables of other libraries: whatever exports Arrow, and data frames of pandas that do not.

use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{
    Array, ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchOptions, RecordBatchReader,
};
use arrow_schema::{ArrowError, DataType, FieldRef, Schema, SchemaRef};
use lkks::Problem;
use lkks::message::Code;
use lkks::register::masked_national_identity_numbers as masked;
use lkks_exchange::source::{Limits, workbook_of_batches};
use lkks_exchange::workbook::Workbook;
use pyo3::exceptions::PyException;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3_arrow::{PyArray, PyArrayReader};

use crate::conv;
use crate::error::{OrRaise, refusal};
use crate::frame::{self, Failure};

/// The table that a value is, as a workbook of one sheet of this name; none where it is no table.
///
/// It is asked by the names of methods alone (`__arrow_c_stream__`, `__arrow_c_array__`), so that no
/// library is needed or imported. What that library fails at is an `InputError`.
pub(crate) fn workbook(value: &Bound<'_, PyAny>, name: Option<&str>) -> PyResult<Option<Workbook>> {
    let py = value.py();
    let is_frame = frame::is_one(value)?;
    if is_frame && or_refused(py, frame::has_headings_of_several_rows(value))? {
        return of_frame(value, name).map(Some);
    }
    match Exported::by(value) {
        Ok(Some(exported)) => {
            let schema = exported.schema();
            let schema = schema.ok_or_else(|| refusal(conv::wrong_type(value, "", "table")))?;
            of_arrow(py, exported, schema, name).map(Some)
        }
        Ok(None) if !is_frame => Ok(None),
        // Pandas needs pyarrow for it, which is not always there, and which refuses a column that
        // holds texts and numbers, as many do that come from a spreadsheet.
        Err(error) if !is_frame || !error.is_instance_of::<PyException>(py) => {
            or_refused(py, Err(error))
        }
        Ok(None) | Err(_) => of_frame(value, name).map(Some),
    }
}

/// Whether a value has something of this name; one that fails at the question has not.
pub(crate) fn has(value: &Bound<'_, PyAny>, name: &Bound<'_, PyString>) -> PyResult<bool> {
    let py = value.py();
    let has = value.hasattr(name);
    has.or_else(
        |error| if error.is_instance_of::<PyException>(py) { Ok(false) } else { Err(error) },
    )
}

/// What a value exports: arrays one after the other, each of the same type.
struct Exported {
    field: FieldRef,
    arrays: Box<dyn Iterator<Item = Result<ArrayRef, ArrowError>> + Send>,
}

impl Exported {
    fn by(value: &Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        let py = value.py();
        if has(value, intern!(py, "__arrow_c_stream__"))? {
            let arrays = value.extract::<PyArrayReader>()?.into_reader()?;
            return Ok(Some(Self { field: arrays.field(), arrays }));
        }
        if has(value, intern!(py, "__arrow_c_array__"))? {
            let (array, field) = value.extract::<PyArray>()?.into_inner();
            return Ok(Some(Self { field, arrays: Box::new(iter::once(Ok(array))) }));
        }
        Ok(None)
    }

    /// The columns, if it is a table and not one column.
    fn schema(&self) -> Option<SchemaRef> {
        let DataType::Struct(fields) = self.field.data_type() else { return None };
        Some(Schema::new(fields.clone()).into())
    }
}

fn of_arrow(
    py: Python<'_>,
    exported: Exported,
    schema: SchemaRef,
    name: Option<&str>,
) -> PyResult<Workbook> {
    let mut stopped: PyResult<()> = Ok(());
    let batches = exported.arrays.map_while(|array| {
        stopped = Python::attach(|py| py.check_signals());
        stopped.is_ok().then(|| batch(&array?, &schema))
    });
    // The library at the other end takes the lock itself where it needs it. What it hands over is
    // read as it says it is; where it is not, Arrow's crates may panic.
    let read = py.detach(|| {
        let limits = Limits::default();
        let reading = || workbook_of_batches(&schema, batches, name, &limits);
        catch_unwind(AssertUnwindSafe(reading))
    });
    stopped?;
    let broken = |_| Err(Problem::error(Code::UnreadableTable).value("Arrow").into());
    read.unwrap_or_else(broken).or_input()
}

/// Batches that another library hands over, one after the other.
pub(crate) type Batches = Box<dyn RecordBatchReader + Send>;

/// The batches of a value that exports Arrow, as they are; none where it exports none.
pub(crate) fn batches(value: &Bound<'_, PyAny>) -> PyResult<Option<Batches>> {
    let py = value.py();
    let Some(exported) = or_refused(py, Exported::by(value))? else { return Ok(None) };
    let Some(schema) = exported.schema() else { return Ok(None) };
    let of = Arc::clone(&schema);
    let batches = exported.arrays.map(move |array| batch(&array?, &of));
    Ok(Some(Box::new(RecordBatchIterator::new(batches, schema))))
}

/// A table that cannot be read, in the words of the library that has it.
pub(crate) fn unreadable(told: &str) -> Problem {
    let masked = masked(told);
    Problem::error(Code::UnreadableTable).value(masked.as_deref().unwrap_or(told))
}

/// The rows of an array of a table.
fn batch(array: &ArrayRef, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
    let rows = array.as_struct_opt().filter(|rows| rows.null_count() == 0);
    let rows = rows.ok_or_else(|| ArrowError::SchemaError("a row is null as a whole".into()))?;
    let count = RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(schema.clone(), rows.columns().to_vec(), &count)
}

fn of_frame(frame: &Bound<'_, PyAny>, name: Option<&str>) -> PyResult<Workbook> {
    frame::workbook(frame, name).or_else(|failure| match failure {
        Failure::Raised(error) => or_refused(frame.py(), Err(error)),
        Failure::Refused(error) => Err(error).or_input(),
    })
}

/// What another library answered. What it raised is told in its own words, in which identity numbers
/// of the table may stand; what asks the program to stop is passed on.
fn or_refused<T>(py: Python<'_>, answer: PyResult<T>) -> PyResult<T> {
    answer.map_err(|error| {
        if !error.is_instance_of::<PyException>(py) {
            return error;
        }
        refusal(unreadable(&error.to_string()))
    })
}
