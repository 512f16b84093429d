//! Arguments across: Python's days, texts, files and figures as the core's.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use lkks::body::Body;
use lkks::facts::Scalar;
use lkks::message::Code;
use lkks::{Date, Decimal, Error, Lang, Problem};
use pyo3::exceptions::PyException;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString,
    PyTuple,
};

use crate::error::{Kind, OrRaise, refusal};
use crate::rule_book::RuleBook;
use crate::write;

/// The most bytes of a file that are read; the core refuses as many itself.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A value in the words the core uses for one that it refuses.
pub(crate) fn describe(value: &Bound<'_, PyAny>) -> String {
    if value.is_none() {
        return "null".into();
    }
    if let Ok(yes) = value.cast::<PyBool>() {
        return yes.is_true().to_string();
    }
    if let Ok(text) = value.cast::<PyString>() {
        return format!("\"{}\"", text.to_string_lossy());
    }
    if value.cast::<PyList>().is_ok() || value.cast::<PyTuple>().is_ok() {
        return "[…]".into();
    }
    if value.cast::<PyDict>().is_ok() {
        return "{…}".into();
    }
    // A number shows itself; of anything else only the type is told, for its own text may be long.
    let is_number = value.cast::<PyInt>().is_ok() || value.cast::<PyFloat>().is_ok();
    let shown = if is_number { value.repr().ok().map(|text| text.to_string()) } else { None };
    let kind = || value.get_type().name().map(|name| name.to_string());
    shown.or_else(|| kind().ok()).unwrap_or_else(|| "object".into())
}

/// What `value` at `path` is when it should be `expected`.
pub(crate) fn wrong_type(value: &Bound<'_, PyAny>, path: &str, expected: &str) -> Problem {
    Problem::error(Code::WrongType).value(describe(value)).expected(expected).at(path)
}

/// What went wrong in code of the caller's (a mapping's own methods, say) is a wrong value; what
/// asks the program to stop is passed on.
pub(crate) fn or_problem<T>(
    py: Python<'_>,
    result: PyResult<T>,
    problem: impl FnOnce() -> Problem,
) -> PyResult<Result<T, Problem>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(error) if error.is_instance_of::<PyException>(py) => Ok(Err(problem())),
        Err(error) => Err(error),
    }
}

/// A text, or the error that says it is none.
pub(crate) fn text(value: &Bound<'_, PyAny>, path: &str) -> PyResult<String> {
    let Ok(text) = value.cast::<PyString>() else {
        return Err(refusal(wrong_type(value, path, "text")));
    };
    or_problem(value.py(), text.extract::<String>(), || unpaired(text).at(path))?.or_input()
}

/// Half of a surrogate pair, which Python's texts may hold and UTF-8 cannot.
pub(crate) fn unpaired(text: &Bound<'_, PyString>) -> Problem {
    let problem = Problem::error(Code::WrongType).value(format!("\"{}\"", text.to_string_lossy()));
    problem.expected("text (UTF-8)")
}

/// The text of a file's content: a `str`, or UTF-8 in bytes, which is else refused with `code`.
pub(crate) fn content(value: &Bound<'_, PyAny>, code: Code) -> PyResult<String> {
    let bytes = if let Ok(bytes) = value.cast::<PyBytes>() {
        bytes.as_bytes().to_vec()
    } else if let Ok(bytes) = value.cast::<PyByteArray>() {
        bytes.to_vec()
    } else {
        return text(value, "");
    };
    utf8(bytes, code).or_input()
}

fn utf8(bytes: Vec<u8>, code: Code) -> Result<String, Error> {
    let refused = |error| Error::from(Problem::error(code).value(error));
    String::from_utf8(bytes).map_err(|error| refused(error.utf8_error()))
}

/// The bytes of a file.
pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    // One more than may be read, so that the core sees that there is too much.
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        let said = format!("{}: {error}", path.display());
        return Err(Problem::error(Code::UnreadableFile).value(said).into());
    }
    Ok(bytes)
}

/// A path: a `str` or what `os.fspath` takes.
pub(crate) fn path(value: &Bound<'_, PyAny>) -> PyResult<PathBuf> {
    let read = value.extract::<PathBuf>();
    or_problem(value.py(), read, || wrong_type(value, "path", "text"))?.or_input()
}

/// A day: a `datetime.date`, or ISO text. A `datetime` is refused: it is a moment, which falls on
/// different days in different places.
pub(crate) fn day(value: &Bound<'_, PyAny>, path: &str) -> PyResult<Date> {
    let written = if value.cast::<PyDate>().is_ok() {
        match iso(value)? {
            Ok(written) => written,
            Err(problem) => return Err(refusal(problem.at(path))),
        }
    } else {
        text(value, path)?
    };
    written.parse().map_err(|problem: Problem| problem.at(path)).or_input()
}

/// A `date` as ISO text; a `datetime` as the problem that it is none.
pub(crate) fn iso(value: &Bound<'_, PyAny>) -> PyResult<Result<String, Problem>> {
    let py = value.py();
    let written = value.call_method0(intern!(py, "isoformat"));
    let written = written.and_then(|written| written.extract::<String>());
    let written = or_problem(py, written, || wrong_type(value, "", "date"))?;
    if value.cast::<PyDateTime>().is_ok() {
        return Ok(written.and_then(|w| Err(Problem::error(Code::InvalidDate).value(w))));
    }
    Ok(written)
}

/// A language of the catalogue; the library's default where none is named.
pub(crate) fn lang(value: Option<&Bound<'_, PyAny>>) -> PyResult<Lang> {
    let Some(value) = value else { return Ok(Lang::default()) };
    text(value, "lang")?.parse().map_err(|problem: Problem| problem.at("lang")).or_input()
}

/// What was given, and is not `None`.
pub(crate) fn given<'a, 'py>(
    value: Option<&'a Bound<'py, PyAny>>,
) -> Option<&'a Bound<'py, PyAny>> {
    value.filter(|value| !value.is_none())
}

/// Something to call, or the error that it is none.
pub(crate) fn callable(
    value: Option<&Bound<'_, PyAny>>,
    path: &str,
) -> PyResult<Option<Py<PyAny>>> {
    match given(value) {
        Some(value) if !value.is_callable() => Err(refusal(wrong_type(value, path, "callable"))),
        value => Ok(value.map(|value| value.clone().unbind())),
    }
}

/// The items of a list, or the error that it is none of `kind`.
pub(crate) fn listed<'py, T>(value: &Bound<'py, PyAny>, path: &str, kind: &str) -> PyResult<Vec<T>>
where
    T: for<'a> FromPyObject<'a, 'py>,
{
    let items = value.extract::<Vec<T>>();
    or_problem(value.py(), items, || wrong_type(value, path, &format!("list ({kind})")))?.or_input()
}

/// A coordinating body: a mapping of the shape of its JSON.
pub(crate) fn body(value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Body>> {
    let Some(value) = given(value) else { return Ok(None) };
    let text = write::table(value, Kind::Input)?;
    Body::from_json(&text).or_input_at("body").map(Some)
}

/// `1 pack`, `2 packs`.
pub(crate) fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// The rules named, or the law of Indonesia.
pub(crate) fn rules<'py>(
    py: Python<'py>,
    value: Option<&Bound<'py, PyAny>>,
    path: &str,
) -> PyResult<Bound<'py, RuleBook>> {
    match value.filter(|value| !value.is_none()) {
        None => RuleBook::shared(py),
        Some(value) => match value.cast::<RuleBook>() {
            Ok(book) => Ok(book.clone()),
            Err(_) => Err(refusal(wrong_type(value, path, "RuleBook"))),
        },
    }
}

/// A decimal of Python's as the text of its exact value.
pub(crate) fn decimal_text(value: &Bound<'_, PyAny>) -> PyResult<Result<String, Problem>> {
    let py = value.py();
    let shown = || Problem::error(Code::InvalidNumber).value(describe_number(value));
    let is_finite = value.call_method0(intern!(py, "is_finite")).and_then(|yes| yes.is_truthy());
    match or_problem(py, is_finite, shown)? {
        Ok(true) => {
            // Not str(), which may write an exponent.
            let written = value.call_method1(intern!(py, "__format__"), ("f",));
            or_problem(py, written.and_then(|written| written.extract()), shown)
        }
        Ok(false) => Ok(Err(shown())),
        Err(problem) => Ok(Err(problem)),
    }
}

fn describe_number(value: &Bound<'_, PyAny>) -> String {
    value.str().map_or_else(|_| describe(value), |text| text.to_string())
}

/// Whether a value is a `decimal.Decimal`.
pub(crate) fn is_decimal(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let py = value.py();
    let class = py.import(intern!(py, "decimal"))?.getattr(intern!(py, "Decimal"))?;
    value.is_instance(&class)
}

/// The value of a figure: yes or no, a number, a word or a day.
pub(crate) fn scalar(value: &Bound<'_, PyAny>) -> PyResult<Scalar> {
    let number = |number: Result<Decimal, Error>| number.map(Scalar::Number).or_input_at("value");
    if let Ok(yes) = value.cast::<PyBool>() {
        return Ok(Scalar::Boolean(yes.is_true()));
    }
    if value.cast::<PyInt>().is_ok() {
        // Beyond 64 bits is beyond every figure, whichever way.
        let whole = value.extract::<i64>().unwrap_or(i64::MAX);
        return number(Decimal::from_integer(whole));
    }
    if let Ok(float) = value.cast::<PyFloat>() {
        return number(Decimal::from_f64(float.extract()?));
    }
    if is_decimal(value)? {
        let written = decimal_text(value)?.or_input_at("value")?;
        return number(written.parse::<Decimal>().map_err(Error::from));
    }
    if value.cast::<PyDate>().is_ok() {
        return Ok(Scalar::Text(iso(value)?.or_input_at("value")?));
    }
    match value.cast::<PyString>() {
        Ok(_) => Ok(Scalar::Text(text(value, "value")?)),
        Err(_) => Err(refusal(wrong_type(value, "value", "true/false, number, text"))),
    }
}
