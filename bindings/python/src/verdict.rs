//! The class `Verdict`: one verdict of an assessment, with parts that are made when asked for.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;

use crate::answer;
use crate::assessment::Assessment;
use crate::conv;

/// The verdict on one organisation on one day, with all its reasons.
///
/// >>> import lkks
/// >>> register = lkks.Register.from_dict({
/// ...     "body": {"name": "LKKS Contoh", "level": "regency"},
/// ...     "organisations": [{"id": "LKS-001", "name": "Yayasan Contoh"}],
/// ... })
/// >>> verdict = register.assess(on="2024-05-20")["LKS-001"]
/// >>> verdict
/// <lkks.Verdict 'LKS-001' on 2024-05-20: accreditation never, registration never...>
/// >>> lkks.verify_receipt(verdict.to_json())
#[pyclass(frozen, module = "lkks")]
pub(crate) struct Verdict {
    // The whole, so that verdicts that are pickled together share it.
    assessment: Py<Assessment>,
    // INVARIANT: the position of a verdict of the assessment.
    index: usize,
    accreditation: PyOnceLock<Py<PyAny>>,
    registration: PyOnceLock<Py<PyAny>>,
    operating_permit: PyOnceLock<Py<PyAny>>,
}

impl Verdict {
    pub(crate) fn new(assessment: &Bound<'_, Assessment>, index: usize) -> Self {
        Self {
            assessment: assessment.clone().unbind(),
            index,
            accreditation: PyOnceLock::new(),
            registration: PyOnceLock::new(),
            operating_permit: PyOnceLock::new(),
        }
    }

    pub(crate) fn core(&self) -> &lkks::Verdict {
        &self.assessment.get().core.verdicts[self.index]
    }
}

#[pymethods]
impl Verdict {
    /// The organisation's identifier.
    #[getter]
    fn organisation(&self) -> &str {
        &self.core().organisation
    }

    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        &self.core().name
    }

    /// The day.
    #[getter]
    fn on(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::day(py, self.core().on)
    }

    /// The code of the region where its secretariat is.
    #[getter]
    fn region(&self) -> Option<&str> {
        self.core().region.as_ref().map(lkks::region::RegionCode::as_str)
    }

    /// Its membership of the LKKS that day.
    #[getter]
    fn membership(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::one(py, "Period", &self.core().membership)
    }

    /// Accreditation: its standing, whether it may apply, its score.
    #[getter]
    fn accreditation(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        judgement(py, &self.accreditation, Some(&self.core().accreditation))
    }

    /// Registration (tanda daftar).
    #[getter]
    fn registration(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        judgement(py, &self.registration, Some(&self.core().registration))
    }

    /// The operating permit, where the rules ask for one.
    #[getter]
    fn operating_permit(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        judgement(py, &self.operating_permit, self.core().operating_permit.as_ref())
    }

    /// Records that could not be used, with paths in the register.
    #[getter]
    fn problems(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Problem", &self.core().problems)
    }

    /// The weakest certainty of any figure the verdict rests on.
    #[getter]
    fn certainty(&self) -> &'static str {
        self.core().certainty.key()
    }

    /// A hash over all of the above and the rules used.
    #[getter]
    fn receipt(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::one(py, "Receipt", &self.core().receipt())
    }

    /// The verdict as a text a secretary could read aloud, in Indonesian (``"id"``) or English
    /// (``"en"``).
    #[pyo3(signature = (lang = None), text_signature = "($self, lang='id')")]
    fn explain(&self, lang: Option<&Bound<'_, PyAny>>) -> PyResult<String> {
        Ok(self.core().explain(conv::lang(lang)?))
    }

    /// The verdict as canonical JSON: the same bytes in every language.
    fn to_json(&self) -> String {
        self.core().to_json()
    }

    /// The verdict as plain objects of the shape of its JSON.
    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::plain(py, &self.to_json())
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| *self.core() == *other.get().core())
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.core().receipt().sha256.hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        let core = self.core();
        let held: Vec<String> = core
            .judgements()
            .map(|judgement| format!("{} {}", judgement.subject, judgement.standing.status))
            .collect();
        format!("<lkks.Verdict '{}' on {}: {}>", core.organisation, core.on, held.join(", "))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<Py<PyAny>> {
        let display = slf.py().import(intern!(slf.py(), "lkks._display"))?;
        Ok(display.call_method1("verdict", (slf,))?.unbind())
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let this = slf.get();
        let make = this.assessment.bind(slf.py()).getattr("verdict")?;
        (make, (this.organisation(),)).into_pyobject(slf.py())
    }
}

fn judgement(
    py: Python<'_>,
    kept: &PyOnceLock<Py<PyAny>>,
    core: Option<&lkks::assess::Judgement>,
) -> PyResult<Py<PyAny>> {
    Ok(kept.get_or_try_init(py, || answer::one(py, "Judgement", &core))?.clone_ref(py))
}
