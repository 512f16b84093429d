//! The class `Reading`, and the reading of files and tables.

use std::path::Path;

use lkks::Error;
use lkks_exchange::{Mapping, Picture, ReadOptions};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyList};

use crate::answer;
use crate::conv;
use crate::error::{Kind, OrRaise};
use crate::register::Register;
use crate::write;

/// What came of reading a file or a table: the register that was understood, and everything there
/// is to tell.
///
/// >>> import lkks
/// >>> table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;Kec.;NPWP\n1;Yayasan Contoh;Pekalongan Utara;12\n"
/// >>> reading = lkks.read(table.encode())
/// >>> reading.register
/// <lkks.Register 'LKKS Kota Pekalongan': 1 organisation>
/// >>> [problem.code for problem in reading.problems if problem.severity == "error"]
/// ['invalid-tax-number']
#[pyclass(frozen, module = "lkks")]
pub(crate) struct Reading(lkks_exchange::Reading);

#[pymethods]
impl Reading {
    /// The register of what was understood; ``None`` where not even its body is known.
    #[getter]
    fn register(&self) -> Option<Register> {
        self.0.register().cloned().map(Register)
    }

    /// Everything there is to tell, in the order of the file.
    #[getter]
    fn problems(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Problem", &self.0.problems())
    }

    /// Which columns were read as what, to be kept and given again.
    #[getter]
    fn mapping(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::plain(py, &self.0.mapping().to_json())
    }

    /// Whether anything is wrong.
    #[getter]
    fn has_errors(&self) -> bool {
        self.0.has_errors()
    }

    /// The register, if nothing is wrong; otherwise an ``InputError`` with everything there is to
    /// tell.
    #[allow(clippy::wrong_self_convention, reason = "an object of Python is never given away")]
    fn into_register(&self) -> PyResult<Register> {
        self.0.clone().into_register().map(Register).or_input()
    }

    /// The problem of this number drawn for a terminal: the cell in its row, under its headings.
    #[pyo3(
        signature = (number, lang = None, *, colour = false),
        text_signature = "($self, number, lang='id', *, colour=False)"
    )]
    fn picture(
        &self,
        number: usize,
        lang: Option<&Bound<'_, PyAny>>,
        colour: bool,
    ) -> PyResult<String> {
        let how = Picture { lang: conv::lang(lang)?, colour };
        match self.0.problems().get(number) {
            Some(problem) => Ok(self.0.picture(problem, how)),
            None => Err(pyo3::exceptions::PyIndexError::new_err(number)),
        }
    }

    /// All of it as canonical JSON: ``register``, ``problems`` and ``mapping``.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<Py<PyAny>> {
        let display = slf.py().import(intern!(slf.py(), "lkks._display"))?;
        Ok(display.getattr(intern!(slf.py(), "reading"))?.call1((slf,))?.unbind())
    }

    fn __repr__(&self) -> String {
        let register = match self.0.register() {
            Some(register) => conv::counted(register.data().organisations.len(), "organisation"),
            None => "no register".to_owned(),
        };
        let problems = conv::counted(self.0.problems().len(), "problem");
        format!("<lkks.Reading: {register}, {problems}>")
    }
}

/// Reads a file, or the bytes of one, whatever form it has; a table of pandas, polars, DuckDB or
/// pyarrow; or rows, each a ``dict``, in a list.
///
/// ``name`` is the name of the file where ``source`` is bytes. ``body`` says which coordinating
/// body it is of, where the file does not; ``mapping`` what columns hold whose headings do not say
/// it, as ``Reading.mapping`` gives it; ``joined`` since when each organisation is a member whose
/// row does not say it.
///
/// >>> import lkks
/// >>> table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;SK\n1;Yayasan Contoh;12/2020\n"
/// >>> reading = lkks.read(table.encode())
/// >>> next(problem for problem in reading.problems if problem.severity == "error").text.en
/// 'the heading "SK" could mean SK Kemenkumham (approval), ...; choose with a mapping'
/// >>> mapping = {"columns": [{"heading": "SK", "field": "approval"}]}
/// >>> lkks.read(table.encode(), mapping=mapping).has_errors
/// False
#[pyfunction]
#[pyo3(signature = (source, *, name = None, body = None, mapping = None, joined = None))]
pub(crate) fn read(
    py: Python<'_>,
    source: &Bound<'_, PyAny>,
    name: Option<&Bound<'_, PyAny>>,
    body: Option<&Bound<'_, PyAny>>,
    mapping: Option<&Bound<'_, PyAny>>,
    joined: Option<&Bound<'_, PyAny>>,
) -> PyResult<Reading> {
    let mut options = options(body, mapping, joined)?;
    options.name = name.map(|name| conv::text(name, "name")).transpose()?;
    let bytes = if let Ok(bytes) = source.cast::<PyBytes>() {
        bytes.as_bytes().to_vec()
    } else if let Ok(bytes) = source.cast::<PyByteArray>() {
        bytes.to_vec()
    } else if source.cast::<PyList>().is_ok() {
        write::json(source, Kind::Input)?.into_bytes()
    } else if let Some(workbook) = crate::table::workbook(source, options.name.as_deref())? {
        let read = py.detach(|| lkks_exchange::read_workbook(workbook, &options));
        return read.map(Reading).or_input();
    } else {
        let path = conv::path(source)?;
        return py.detach(|| of_file(&path, options)).map(Reading).or_input();
    };
    py.detach(|| lkks_exchange::read(&bytes, &options)).map(Reading).or_input()
}

/// What is read of a file.
pub(crate) fn of_file(
    path: &Path,
    mut options: ReadOptions,
) -> Result<lkks_exchange::Reading, Error> {
    let bytes = conv::bytes_of(path)?;
    if options.name.is_none() {
        options.name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    }
    lkks_exchange::read(&bytes, &options)
}

/// Options from what Python has for them.
pub(crate) fn options(
    body: Option<&Bound<'_, PyAny>>,
    mapping: Option<&Bound<'_, PyAny>>,
    joined: Option<&Bound<'_, PyAny>>,
) -> PyResult<ReadOptions> {
    let mut options = ReadOptions { body: conv::body(body)?, ..ReadOptions::default() };
    if let Some(mapping) = conv::given(mapping) {
        let text = write::table(mapping, Kind::Input)?;
        options.mapping = Mapping::from_json(&text).or_input_at("mapping")?;
    }
    options.joined = conv::given(joined).map(|day| conv::day(day, "joined")).transpose()?;
    Ok(options)
}
