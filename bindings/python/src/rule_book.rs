//! The class `RuleBook`.

use lkks::canonical_json;
use lkks::message::Code;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyMapping, PyTuple, PyType};

use crate::answer;
use crate::conv;
use crate::error::{Kind, OrRaise};
use crate::write;

/// Packs of dated, cited rules that fit together. A book never changes: adding a pack or choosing
/// an illustration gives a new one.
///
/// >>> import lkks
/// >>> book = lkks.RuleBook.indonesia()
/// >>> book.in_force("accreditation-lks", "2020-01-01")
/// 'permensos-17-2012'
#[pyclass(frozen, module = "lkks")]
pub(crate) struct RuleBook(pub(crate) lkks::RuleBook);

impl RuleBook {
    /// The law of Indonesia, made once.
    pub(crate) fn shared(py: Python<'_>) -> PyResult<Bound<'_, Self>> {
        static SHARED: PyOnceLock<Py<RuleBook>> = PyOnceLock::new();
        let made = SHARED
            .get_or_try_init(py, || Py::new(py, Self(py.detach(lkks::RuleBook::indonesia))))?;
        Ok(made.bind(py).clone())
    }
}

#[pymethods]
impl RuleBook {
    /// Every pack that comes with the library. Only law applies by itself; examples and
    /// illustrations apply once they are chosen with ``using``.
    #[classmethod]
    fn indonesia(cls: &Bound<'_, PyType>) -> PyResult<Py<Self>> {
        Ok(Self::shared(cls.py())?.unbind())
    }

    /// A book without packs.
    #[classmethod]
    fn empty(_cls: &Bound<'_, PyType>) -> Self {
        Self(lkks::RuleBook::empty())
    }

    /// The book in this JSON (text, or UTF-8 in bytes), as ``to_json`` writes it.
    #[classmethod]
    fn from_json(cls: &Bound<'_, PyType>, json: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = conv::content(json, Code::InvalidJson)?;
        cls.py().detach(|| lkks::RuleBook::from_json(&text)).map(Self).or_rule()
    }

    /// The whole book as canonical JSON, which reads back as the same book.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// This book and the pack in this TOML (text, or UTF-8 in bytes).
    ///
    /// >>> import lkks
    /// >>> lkks.RuleBook.empty().with_toml('id = "x"\ntitel = 3')
    /// Traceback (most recent call last):
    ///     ...
    /// lkks.errors.RuleError: 2:9: titel: the field "titel" is not known; ...
    fn with_toml(&self, py: Python<'_>, toml: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = conv::content(toml, Code::InvalidToml)?;
        py.detach(|| self.0.with_toml(&text)).map(Self).or_rule()
    }

    /// This book and this pack: JSON (text, or UTF-8 in bytes), or a mapping of that shape.
    fn with_pack(&self, py: Python<'_>, pack: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = match pack.cast::<PyMapping>() {
            Ok(_) => write::table(pack, Kind::Rule)?,
            Err(_) => conv::content(pack, Code::InvalidJson)?,
        };
        py.detach(|| self.0.with_json(&text)).map(Self).or_rule()
    }

    /// This book with the pack of this id, or the versions of this series, applied instead of the
    /// law on the same subject while in force.
    fn using(&self, id: &Bound<'_, PyAny>) -> PyResult<Self> {
        self.0.using(&conv::text(id, "id")?).map(Self).or_rule()
    }

    /// This book with the pack of this id applied on any day: the law as it stood, or will stand.
    fn assuming(&self, id: &Bound<'_, PyAny>) -> PyResult<Self> {
        self.0.assuming(&conv::text(id, "id")?).map(Self).or_rule()
    }

    /// This book with one figure of a pack set to another value, for a what-if; ``figure`` is
    /// named as ``compare`` names it.
    ///
    /// >>> import lkks
    /// >>> book = lkks.RuleBook.indonesia()
    /// >>> longer = book.with_figure("permensos-17-2012", "grade.C.validity.lasts.years", 3)
    /// >>> longer == book
    /// False
    fn with_figure(
        &self,
        py: Python<'_>,
        pack: &Bound<'_, PyAny>,
        figure: &Bound<'_, PyAny>,
        value: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let (pack, figure) = (conv::text(pack, "pack")?, conv::text(figure, "figure")?);
        let value = conv::scalar(value)?;
        py.detach(|| self.0.with_figure(&pack, &figure, &value)).map(Self).or_rule()
    }

    /// The packs' identifiers, in order.
    #[getter]
    fn ids(&self) -> Vec<&str> {
        self.0.plans().map(lkks::rules::Plan::id).collect()
    }

    /// What ``using`` has chosen.
    #[getter]
    fn chosen(&self) -> Vec<&str> {
        self.0.chosen().iter().map(String::as_str).collect()
    }

    /// What ``assuming`` has assumed.
    #[getter]
    fn assumed(&self) -> Vec<&str> {
        self.0.assumed().iter().map(String::as_str).collect()
    }

    /// The pack of this id as it is written, as plain objects.
    fn pack(&self, py: Python<'_>, id: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let pack = self.0.pack(&conv::text(id, "id")?).or_rule()?;
        answer::plain(py, &canonical_json(pack))
    }

    /// The id of the version of a series (or the pack of this id) that is in force on a day.
    fn in_force(&self, series: &Bound<'_, PyAny>, on: &Bound<'_, PyAny>) -> PyResult<&str> {
        let (series, on) = (conv::text(series, "series")?, conv::day(on, "on")?);
        self.0.in_force(&series, on).map(|plan| plan.id()).or_rule()
    }

    /// What is doubtful in the packs: open figures, criteria that cannot fail or cannot be met,
    /// citations of repealed texts. Paths start with the pack's id.
    fn lint(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Problem", &py.detach(|| self.0.lint()))
    }

    /// What changed from pack ``a`` to pack ``b``, each with those it extends.
    fn compare(
        &self,
        py: Python<'_>,
        a: &Bound<'_, PyAny>,
        b: &Bound<'_, PyAny>,
    ) -> PyResult<Py<PyAny>> {
        let (a, b) = (conv::text(a, "a")?, conv::text(b, "b")?);
        answer::one(py, "Comparison", &self.0.compare(&a, &b).or_rule()?)
    }

    fn __len__(&self) -> usize {
        self.0.plans().count()
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> bool {
        id.extract::<String>().is_ok_and(|id| self.0.plan(&id).is_some())
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = &other.get().0;
            // Its JSON is all there is of it.
            py.detach(|| self.0.to_json() == other.to_json())
        })
    }

    fn __repr__(&self) -> String {
        format!("<lkks.RuleBook: {}>", conv::counted(self.__len__(), "pack"))
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let py = slf.py();
        let read = py.get_type::<Self>().getattr("from_json")?;
        (read, (slf.get().to_json(py),)).into_pyobject(py)
    }
}
