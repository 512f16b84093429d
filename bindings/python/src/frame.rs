//! Data frames of pandas, value by value: where they do not export Arrow, or not as they are.
//!
//! They are known by what is asked of them; pandas is not imported.

use lkks::{Date, Error, Problem};
use lkks_exchange::source::{Limits, Rows, decimal};
use lkks_exchange::workbook::{Cell, Workbook};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyFloat, PyInt, PyList, PyString, PyTuple};

use crate::conv;
use crate::table::has;

/// The largest whole number up to which a float holds each.
const WHOLE: u64 = 1 << 53;

/// After how many rows Ctrl-C is looked for.
const PAUSE: u32 = 1000;

/// Why there is no workbook.
pub(crate) enum Failure {
    /// The frame, or a value in it, raised this.
    Raised(PyErr),
    /// What it says is refused.
    Refused(Error),
}

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem.into())
    }
}

/// Whether a value is a data frame.
pub(crate) fn is_one(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let py = value.py();
    Ok(has(value, intern!(py, "itertuples"))? && has(value, intern!(py, "columns"))?)
}

/// Whether the names of its columns have several parts, one for each row of headings. Exported, each
/// would be the text of a tuple.
pub(crate) fn has_headings_of_several_rows(frame: &Bound<'_, PyAny>) -> PyResult<bool> {
    let levels: usize = frame.getattr("columns")?.getattr("nlevels")?.extract()?;
    Ok(levels > 1)
}

/// The data frame as a workbook of one sheet.
pub(crate) fn workbook(frame: &Bound<'_, PyAny>, name: Option<&str>) -> Result<Workbook, Failure> {
    let limits = Limits::default();
    let mut rows = Rows::new(name, &limits)?;
    let frame = with_index(frame)?;
    let first = put_headings(&frame, &mut rows)?;
    let tuples = frame.call_method1("itertuples", (false, None::<&str>))?;
    for (row, values) in (first..).zip(tuples.try_iter()?) {
        if row % PAUSE == 0 {
            frame.py().check_signals()?;
        }
        for (column, value) in (0..).zip(values?.try_iter()?) {
            put(&mut rows, row, column, &value?)?;
        }
    }
    Ok(rows.finish()?)
}

/// The frame with its index as columns, unless that only counts rows.
fn with_index<'py>(frame: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let index = frame.getattr("index")?;
    let kind = || index.getattr("dtype")?.getattr("kind")?.extract::<char>();
    let counts_rows = index.getattr("nlevels")?.extract::<usize>()? == 1
        && index.getattr("name")?.is_none()
        && matches!(kind()?, 'i' | 'u');
    if counts_rows { Ok(frame.clone()) } else { frame.call_method0("reset_index") }
}

/// Puts the names of the columns into the first row, or into as many rows as they have parts; the
/// answer is the row behind them.
fn put_headings(frame: &Bound<'_, PyAny>, rows: &mut Rows<'_>) -> Result<u32, Failure> {
    let names = frame.getattr("columns")?.try_iter()?;
    let names: Vec<_> = names.map(|name| name.map(parts)).collect::<PyResult<_>>()?;
    let last = names.iter().map(Vec::len).max().unwrap_or(1);
    let mut row = 0;
    for part in 0..last {
        for (column, parts) in (0..).zip(&names) {
            if let Some(part) = parts.get(part) {
                rows.heading(row, column, &shown(part)?)?;
            }
        }
        row += 1;
    }
    Ok(row)
}

fn parts(name: Bound<'_, PyAny>) -> Vec<Bound<'_, PyAny>> {
    match name.cast::<PyTuple>() {
        Ok(parts) => parts.iter().collect(),
        Err(_) => vec![name],
    }
}

/// Puts a value into its cell.
fn put(
    rows: &mut Rows<'_>,
    row: u32,
    column: u32,
    value: &Bound<'_, PyAny>,
) -> Result<(), Failure> {
    let value = plain(value)?;
    let text;
    let cell = if value.is_none() {
        Cell::Empty
    } else if value.cast::<PyString>().is_ok() {
        text = shown(&value)?;
        Cell::Text(&text)
    } else if let Ok(yes) = value.cast::<PyBool>() {
        Cell::Boolean(yes.is_true())
    } else if let Ok(number) = value.cast::<PyFloat>() {
        match number.extract::<f64>()? {
            nan if nan.is_nan() => Cell::Empty,
            number => Cell::Number(number),
        }
    } else if let Some(whole) = whole(&value) {
        Cell::Number(whole)
    } else if is_missing(&value)? {
        Cell::Empty
    } else if let Some(written) = decimal_text(&value)? {
        text = written;
        decimal(&text)
    } else if value.cast::<PyDate>().is_ok() {
        text = value.call_method0(intern!(value.py(), "isoformat"))?.extract()?;
        day(&text).map_or(Cell::Text(&text), Cell::Date)
    } else {
        text = match listed(&value)? {
            Some(joined) => joined,
            None => shown(&value)?,
        };
        Cell::Text(&text)
    };
    Ok(rows.put(row, column, cell)?)
}

/// A value of numpy's as Python's own.
fn plain<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let is_plain = value.is_none() || value.cast::<PyString>().is_ok();
    let list = intern!(value.py(), "tolist");
    if !is_plain && value.hasattr(list)? { value.call_method0(list) } else { Ok(value.clone()) }
}

/// A whole number that a float holds.
fn whole(value: &Bound<'_, PyAny>) -> Option<f64> {
    let whole = value.cast::<PyInt>().ok()?.extract::<i64>().ok()?;
    (whole.unsigned_abs() <= WHOLE).then_some(whole as f64)
}

/// Whether a value is one of those by which pandas says that there is none.
fn is_missing(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let kind = value.get_type().name()?;
    Ok(matches!(&*kind.to_string_lossy(), "NaTType" | "NAType"))
}

/// A finite decimal as text.
fn decimal_text(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if !conv::is_decimal(value)? {
        return Ok(None);
    }
    Ok(conv::decimal_text(value)?.ok())
}

/// The day that a date is, or a moment at its midnight.
fn day(iso: &str) -> Option<Date> {
    let (day, time) = iso.split_once('T').unwrap_or((iso, "00:00:00"));
    let zone = time.strip_prefix("00:00:00")?;
    let is_midnight = zone.is_empty() || zone.starts_with(['+', '-']);
    is_midnight.then(|| day.parse().ok()).flatten()
}

/// The values of a list, one behind the other.
fn listed(value: &Bound<'_, PyAny>) -> Result<Option<String>, Failure> {
    if value.cast::<PyList>().is_err() && value.cast::<PyTuple>().is_err() {
        return Ok(None);
    }
    let mut joined = String::new();
    for value in value.try_iter()? {
        let value = value?;
        let text = if value.is_none() { String::new() } else { shown(&value)? };
        if !text.is_empty() {
            joined.push_str(if joined.is_empty() { "" } else { "; " });
            joined.push_str(&text);
        }
    }
    Ok(Some(joined))
}

/// The text that Python shows for a value.
fn shown(value: &Bound<'_, PyAny>) -> Result<String, Failure> {
    let text = value.str()?;
    Ok(text.extract::<String>().map_err(|_| conv::unpaired(&text))?)
}
