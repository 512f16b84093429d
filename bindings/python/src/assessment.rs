//! The class `Assessment`; its verdicts are made when they are asked for.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;

use crate::answer;
use crate::conv;
use crate::error::OrRaise;
use crate::register::Register;
use crate::rule_book::RuleBook;
use crate::verdict::Verdict;

/// The assessment of a register on a day: a verdict on each organisation, and a summary.
///
/// >>> import lkks
/// >>> register = lkks.Register.from_dict({
/// ...     "body": {"name": "LKKS Contoh", "level": "regency"},
/// ...     "organisations": [{"id": "LKS-001", "name": "Yayasan Contoh"}],
/// ... })
/// >>> assessment = register.assess(on="2024-05-20")
/// >>> assessment
/// <lkks.Assessment 'LKKS Contoh' on 2024-05-20: 1 verdict>
/// >>> [verdict.name for verdict in assessment]
/// ['Yayasan Contoh']
/// >>> "LKS-002" in assessment
/// False
#[pyclass(frozen, module = "lkks")]
pub(crate) struct Assessment {
    pub(crate) core: lkks::Assessment,
    summary: PyOnceLock<Py<PyAny>>,
    // What it was made of, from which it is made again: an assessment is a pure function.
    register: Py<Register>,
    rules: Py<RuleBook>,
}

impl Assessment {
    pub(crate) fn new(
        core: lkks::Assessment,
        register: &Bound<'_, Register>,
        rules: &Bound<'_, RuleBook>,
    ) -> Self {
        let (register, rules) = (register.clone().unbind(), rules.clone().unbind());
        Self { core, summary: PyOnceLock::new(), register, rules }
    }
}

#[pymethods]
impl Assessment {
    /// The day.
    #[getter]
    fn on(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::day(py, self.core.on)
    }

    /// The name of the coordinating body.
    #[getter]
    fn body(&self) -> &str {
        &self.core.body
    }

    /// What a reader of the register must know first.
    #[getter]
    fn notice(&self) -> Option<&str> {
        self.core.notice.as_deref()
    }

    /// The register as a whole.
    #[getter]
    fn summary(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let read = || answer::one(py, "Summary", &self.core.summary);
        Ok(self.summary.get_or_try_init(py, read)?.clone_ref(py))
    }

    /// The verdict on one organisation.
    fn verdict(slf: &Bound<'_, Self>, id: &Bound<'_, PyAny>) -> PyResult<Verdict> {
        let core = &slf.get().core;
        let id = conv::text(id, "id")?;
        core.verdict(&id).or_input()?;
        Ok(Verdict::new(slf, core.position(&id).unwrap_or_default()))
    }

    /// The whole as a text a secretary could read aloud, in Indonesian (``"id"``) or English
    /// (``"en"``).
    #[pyo3(signature = (lang = None), text_signature = "($self, lang='id')")]
    fn explain(&self, py: Python<'_>, lang: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        let lang = conv::lang(lang)?;
        Ok(py.detach(|| self.core.explain(lang)))
    }

    /// The assessment as canonical JSON: the same bytes in every language.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.core.to_json())
    }

    /// The assessment as plain objects of the shape of its JSON.
    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::plain(py, &self.to_json(py))
    }

    fn __getitem__(slf: &Bound<'_, Self>, id: &Bound<'_, PyAny>) -> PyResult<Verdict> {
        Self::verdict(slf, id)
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> bool {
        id.extract::<String>().is_ok_and(|id| self.core.position(&id).is_some())
    }

    fn __len__(&self) -> usize {
        self.core.verdicts.len()
    }

    fn __iter__(slf: &Bound<'_, Self>) -> Verdicts {
        Verdicts { assessment: slf.clone().unbind(), next: 0 }
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = &other.get().core;
            py.detach(|| self.core == *other)
        })
    }

    fn __repr__(&self) -> String {
        let (body, on) = (&self.core.body, self.core.on);
        format!("<lkks.Assessment '{body}' on {on}: {}>", conv::counted(self.__len__(), "verdict"))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<Py<PyAny>> {
        let display = slf.py().import(intern!(slf.py(), "lkks._display"))?;
        Ok(display.call_method1("assessment", (slf,))?.unbind())
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let (py, this) = (slf.py(), slf.get());
        let again = py.import(intern!(py, "lkks._lkks"))?.getattr(intern!(py, "assess_again"))?;
        let parts = (&this.register, &this.rules, this.core.on.to_string());
        (again, parts).into_pyobject(py)
    }
}

/// The verdicts of an assessment, one by one.
#[pyclass(module = "lkks")]
struct Verdicts {
    assessment: Py<Assessment>,
    next: usize,
}

#[pymethods]
impl Verdicts {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> Option<Verdict> {
        let index = self.next;
        self.assessment.get().core.verdicts.get(index)?;
        self.next += 1;
        Some(Verdict::new(self.assessment.bind(py), index))
    }
}
