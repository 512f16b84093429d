//! The class `Written`, and templates.

use std::io::Write;
use std::path::Path;

use lkks::message::Code;
use lkks::{Error, Problem};
use lkks_exchange::TemplateOptions;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::answer;
use crate::conv;
use crate::error::OrRaise;

/// A register, or a template for one, in a form that others read.
///
/// >>> import lkks
/// >>> register = lkks.Register.from_dict({
/// ...     "body": {"name": "LKKS Contoh", "level": "regency", "formed": "2018"},
/// ...     "organisations": [{"id": "LKS-001", "name": "Yayasan Contoh"}],
/// ... })
/// >>> workbook = register.write("xlsx")
/// >>> workbook
/// <lkks.Written 'xlsx': ... bytes, 1 not held>
/// >>> workbook.lost[0].path
/// 'body.formed'
#[pyclass(frozen, module = "lkks")]
pub(crate) struct Written(pub(crate) lkks_exchange::Written);

#[pymethods]
impl Written {
    /// In which form.
    #[getter]
    fn form(&self) -> &'static str {
        self.0.form.key()
    }

    /// The bytes of a file.
    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.content)
    }

    /// The content as text; ``None`` for a form that is no text.
    #[getter]
    fn text(&self) -> Option<&str> {
        self.0.text()
    }

    /// The media type under which it is sent.
    #[getter]
    fn media_type(&self) -> &'static str {
        self.0.form.media_type()
    }

    /// What the name of its file ends with, without the dot.
    #[getter]
    fn extension(&self) -> &'static str {
        self.0.form.extension()
    }

    /// What the form cannot hold, each with its path in the register.
    #[getter]
    fn lost(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Problem", &self.0.lost)
    }

    /// Writes the file, whole or not at all.
    fn save(&self, py: Python<'_>, path: &Bound<'_, PyAny>) -> PyResult<()> {
        let path = conv::path(path)?;
        py.detach(|| saved(&path, &self.0.content)).or_input()
    }

    fn __repr__(&self) -> String {
        let (form, bytes) = (self.0.form, conv::counted(self.0.content.len(), "byte"));
        match self.0.lost.len() {
            0 => format!("<lkks.Written '{form}': {bytes}>"),
            lost => format!("<lkks.Written '{form}': {bytes}, {lost} not held>"),
        }
    }
}

/// Writes beside the file and then puts it in its place, so that no reader sees half of it.
fn saved(path: &Path, content: &[u8]) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let place = || -> std::io::Result<()> {
        let mut beside = tempfile::Builder::new();
        // Its own default lets nobody else read the file.
        #[cfg(unix)]
        beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = beside.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        file.write_all(content)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    place().map_err(|error| {
        let said = format!("{}: {error}", path.display());
        Problem::error(Code::UnwritableFile).value(said).into()
    })
}

/// An empty workbook to fill in, with notes on its headings and lists to choose from; what is
/// filled in is read back without a remark.
///
/// ``body`` is the coordinating body it is for, of whose region it offers kecamatan and kelurahan;
/// ``documents`` the papers to ask for, by the names that rule packs give them.
///
/// >>> import lkks
/// >>> body = {"name": "LKKS Contoh", "level": "regency", "region": "33.75"}
/// >>> template = lkks.template(body=body, documents=["profile"])
/// >>> lkks.read(template.content).problems
/// []
#[pyfunction]
#[pyo3(
    signature = (*, body = None, documents = None, rows = None, lang = None),
    text_signature = "(*, body=None, documents=(), rows=500, lang='id')"
)]
pub(crate) fn template(
    py: Python<'_>,
    body: Option<&Bound<'_, PyAny>>,
    documents: Option<&Bound<'_, PyAny>>,
    rows: Option<&Bound<'_, PyAny>>,
    lang: Option<&Bound<'_, PyAny>>,
) -> PyResult<Written> {
    let body = conv::body(body)?;
    let mut options = body.map_or_else(TemplateOptions::default, TemplateOptions::of);
    options.lang = conv::lang(lang)?;
    if let Some(documents) = conv::given(documents) {
        options.documents = conv::listed(documents, "documents", "text")?;
    }
    if let Some(rows) = conv::given(rows) {
        let number = rows.extract();
        let number = conv::or_problem(py, number, || conv::wrong_type(rows, "rows", "number"))?;
        options.rows = number.or_input()?;
    }
    py.detach(|| lkks_exchange::template(&options)).map(Written).or_input()
}
