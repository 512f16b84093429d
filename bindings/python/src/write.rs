//! Python objects as JSON text: what JSON cannot say is refused where it stands, all of it at once.
//!
//! The text then goes the one way that any JSON goes, so that a mapping and its JSON are judged by
//! the same rules.

use lkks::message::Code;
use lkks::{Error, Problem};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};

use crate::conv::{decimal_text, is_decimal, iso, or_problem, unpaired, wrong_type};
use crate::error::{Kind, exception};

/// The deepest nesting that the core reads.
const MAX_DEPTH: usize = 127;
/// The longest text that the core reads.
const MAX_BYTES: usize = 256 * 1024 * 1024;
/// Every kind of value that JSON has.
const ANYTHING: &str = "table, list, text, number, true/false, null";

/// `value`, which must be a mapping, as JSON text; what is wrong with it raises `kind`.
pub(crate) fn table(value: &Bound<'_, PyAny>, kind: Kind) -> PyResult<String> {
    if value.cast::<PyMapping>().is_err() {
        return Err(exception(kind, &wrong_type(value, "", "table").into()));
    }
    json(value, kind)
}

/// `value` as JSON text; what is wrong with it raises `kind`.
pub(crate) fn json(value: &Bound<'_, PyAny>, kind: Kind) -> PyResult<String> {
    let mut writer = Writer::default();
    match writer.value(value) {
        Err(Stop::Raise(error)) => return Err(error),
        Err(Stop::Refuse(problem)) => return Err(exception(kind, &problem.into())),
        Ok(()) => {}
    }
    Error::if_any(writer.problems).map_err(|error| exception(kind, &error))?;
    Ok(writer.text)
}

/// Why writing ends at once, where other problems are collected.
enum Stop {
    /// An input without an end, or nearly: what it holds besides cannot be told.
    Refuse(Problem),
    /// An exception that is none of ours, such as `KeyboardInterrupt`.
    Raise(PyErr),
}

impl From<PyErr> for Stop {
    fn from(error: PyErr) -> Self {
        Self::Raise(error)
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    problems: Vec<Problem>,
    /// The way to the value at hand.
    way: Vec<Step>,
}

enum Step {
    Key(String),
    Index(usize),
}

impl Writer {
    /// Where it is, as a reader writes it: `organisations[3].name`.
    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.way {
            match step {
                Step::Index(index) => path.push_str(&format!("[{index}]")),
                Step::Key(key) if path.is_empty() => path.push_str(key),
                Step::Key(key) => {
                    path.push('.');
                    path.push_str(key);
                }
            }
        }
        path
    }

    fn add(&mut self, part: &str) -> Result<(), Stop> {
        if self.text.len() + part.len() > MAX_BYTES {
            let problem = Problem::error(Code::TooLarge).value(format!("> {MAX_BYTES} B"));
            return Err(Stop::Refuse(problem.expected(format!("{MAX_BYTES} B")).at(self.path())));
        }
        self.text.push_str(part);
        Ok(())
    }

    /// Notes a problem here and writes something in the value's place.
    fn refuse(&mut self, problem: Problem) -> Result<(), Stop> {
        let path = self.path();
        self.problems.push(problem.at(path));
        self.add("null")
    }

    fn add_or_refuse(&mut self, written: Result<String, Problem>) -> Result<(), Stop> {
        match written {
            Ok(written) => self.add(&written),
            Err(problem) => self.refuse(problem),
        }
    }

    fn value(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Stop> {
        if value.is_none() {
            self.add("null")
        } else if let Ok(yes) = value.cast::<PyBool>() {
            self.add(if yes.is_true() { "true" } else { "false" })
        } else if let Ok(text) = value.cast::<PyString>() {
            let written = self.quoted(text)?;
            self.add_or_refuse(written)
        } else if let Ok(number) = value.cast::<PyInt>() {
            self.add_or_refuse(integer(number))
        } else if let Ok(number) = value.cast::<PyFloat>() {
            let number = number.extract()?;
            self.add_or_refuse(float(number))
        } else if let Ok(list) = value.cast::<PyList>() {
            self.items(list.iter())
        } else if let Ok(items) = value.cast::<PyTuple>() {
            self.items(items.iter())
        } else if let Ok(table) = value.cast::<PyDict>() {
            // A copy: the conversion of a value may run code that changes the table.
            self.entries(&table.copy()?.items())
        } else {
            self.foreign(value)
        }
    }

    /// A value of a type that is not one of JSON's own.
    fn foreign(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Stop> {
        let py = value.py();
        let wrong = || wrong_type(value, "", ANYTHING);
        if value.cast::<PyDate>().is_ok() {
            let written = iso(value)?.map(|day| format!("\"{day}\""));
            return self.add_or_refuse(written);
        }
        if is_decimal(value)? {
            // As text, in which a decimal is exact.
            let written = decimal_text(value)?.map(|number| format!("\"{number}\""));
            return self.add_or_refuse(written);
        }
        if let Ok(table) = value.cast::<PyMapping>() {
            return match or_problem(py, table.items(), wrong)? {
                Ok(items) => self.entries(&items),
                Err(problem) => self.refuse(problem),
            };
        }
        // Numbers of other libraries, which are Python's own only in their manners.
        if value.hasattr(intern!(py, "__index__"))? {
            return match or_problem(py, value.call_method0(intern!(py, "__index__")), wrong)? {
                Ok(whole) => match whole.cast::<PyInt>() {
                    Ok(whole) => self.add_or_refuse(integer(whole)),
                    Err(_) => self.refuse(wrong()),
                },
                Err(problem) => self.refuse(problem),
            };
        }
        if value.hasattr(intern!(py, "__float__"))? {
            let number = or_problem(py, value.extract::<f64>(), wrong)?;
            return self.add_or_refuse(number.and_then(float));
        }
        self.refuse(wrong())
    }

    fn quoted(&self, text: &Bound<'_, PyString>) -> PyResult<Result<String, Problem>> {
        let read = or_problem(text.py(), text.extract::<String>(), || unpaired(text))?;
        Ok(read.map(|text| serde_json::Value::String(text).to_string()))
    }

    fn enter(&mut self) -> Result<(), Stop> {
        if self.way.len() >= MAX_DEPTH {
            // Its path would say little and be very long.
            return Err(Stop::Refuse(Problem::error(Code::TooDeep).expected(MAX_DEPTH)));
        }
        Ok(())
    }

    fn items<'py>(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>) -> Result<(), Stop> {
        self.enter()?;
        self.add("[")?;
        for (index, item) in items.enumerate() {
            if index > 0 {
                self.add(",")?;
            }
            self.way.push(Step::Index(index));
            self.value(&item)?;
            self.way.pop();
        }
        self.add("]")
    }

    fn entries(&mut self, entries: &Bound<'_, PyList>) -> Result<(), Stop> {
        self.enter()?;
        self.add("{")?;
        let mut first = true;
        for entry in entries {
            let wrong = || wrong_type(&entry, "", "table");
            let pair = entry.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>();
            let (key, value) = match or_problem(entry.py(), pair, wrong)? {
                Ok(pair) => pair,
                Err(problem) => {
                    let path = self.path();
                    self.problems.push(problem.at(path));
                    continue;
                }
            };
            let name = match key.cast::<PyString>() {
                Ok(name) => or_problem(key.py(), name.extract::<String>(), || unpaired(name))?,
                Err(_) => Err(wrong_type(&key, "", "text")),
            };
            let name = match name {
                Ok(name) => name,
                Err(problem) => {
                    let path = self.path();
                    self.problems.push(problem.at(path));
                    continue;
                }
            };
            if !first {
                self.add(",")?;
            }
            first = false;
            self.add(&serde_json::Value::from(name.as_str()).to_string())?;
            self.add(":")?;
            self.way.push(Step::Key(name));
            self.value(&value)?;
            self.way.pop();
        }
        self.add("}")
    }
}

fn float(number: f64) -> Result<String, Problem> {
    let written = serde_json::Number::from_f64(number).map(|number| number.to_string());
    written.ok_or_else(|| Problem::error(Code::InvalidNumber).value(number))
}

fn integer(number: &Bound<'_, PyInt>) -> Result<String, Problem> {
    if let Ok(number) = number.extract::<i64>() {
        return Ok(number.to_string());
    }
    // What a reader of JSON makes of a whole number of more than 64 bits.
    match number.extract::<f64>() {
        Ok(number) => float(number),
        Err(_) => Err(Problem::error(Code::InvalidNumber).value("> 1e308")),
    }
}
