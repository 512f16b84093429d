//! The class `Register`.

use std::time::{Duration, Instant};

use lkks::message::Code;
use lkks_exchange::{CsvOptions, Form, WriteOptions, read_csv};
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::answer;
use crate::assessment::Assessment;
use crate::conv;
use crate::error::{Kind, OrRaise};
use crate::reading;
use crate::register_on::RegisterOn;
use crate::write;
use crate::written::Written;

/// How often a caller is told how far the work has come, and Ctrl-C is looked for.
const PAUSE: Duration = Duration::from_millis(50);

/// Everything recorded about one coordinating body: its organisations, memberships, terms of
/// office, cases and activities. It is read whole and checked whole, and never changes.
///
/// >>> import lkks
/// >>> register = lkks.Register.from_dict({
/// ...     "body": {"name": "LKKS Contoh", "level": "regency", "region": "33.75"},
/// ...     "organisations": [{"id": "LKS-001", "name": "Yayasan Contoh"}],
/// ... })
/// >>> register
/// <lkks.Register 'LKKS Contoh': 1 organisation>
/// >>> register.assess(on="2024-05-20")["LKS-001"].accreditation.standing.status
/// 'never'
#[pyclass(frozen, module = "lkks")]
pub(crate) struct Register(pub(crate) lkks::Register);

#[pymethods]
impl Register {
    /// A register from JSON: text, or UTF-8 in bytes.
    ///
    /// >>> import lkks
    /// >>> lkks.Register.from_json('{"body": {"name": "LKKS Contoh", "levl": "regency"}}')
    /// Traceback (most recent call last):
    ///     ...
    /// lkks.errors.InputError: body.levl: the field "levl" is not known; ...
    #[classmethod]
    fn from_json(cls: &Bound<'_, PyType>, json: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = conv::content(json, Code::InvalidJson)?;
        cls.py().detach(|| lkks::Register::from_json(&text)).map(Self).or_input()
    }

    /// A register from a mapping of the shape of its JSON. Dates may be ``datetime.date`` and
    /// decimals ``decimal.Decimal``.
    ///
    /// >>> import lkks
    /// >>> lkks.Register.from_dict({"body": {"name": "LKKS Contoh", "level": float("nan")}})
    /// Traceback (most recent call last):
    ///     ...
    /// lkks.errors.InputError: body.level: NaN is not a number [invalid-number]
    #[classmethod]
    fn from_dict(cls: &Bound<'_, PyType>, mapping: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text = write::table(mapping, Kind::Input)?;
        cls.py().detach(|| lkks::Register::from_json(&text)).map(Self).or_input()
    }

    /// A register from CSV: text, or UTF-8 in bytes. ``options`` says what the CSV does not say
    /// itself of its body: a mapping such as ``{"name": …, "level": …, "region": …}``.
    ///
    /// >>> import lkks
    /// >>> options = {"name": "LKKS Contoh", "level": "regency"}
    /// >>> len(lkks.Register.from_csv("id,name\nLKS-001,Yayasan Contoh\n", options))
    /// 1
    #[classmethod]
    #[pyo3(signature = (csv, options = None))]
    fn from_csv(
        cls: &Bound<'_, PyType>,
        csv: &Bound<'_, PyAny>,
        options: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let text = conv::content(csv, Code::InvalidCsv)?;
        let options = csv_options(options)?;
        cls.py().detach(|| read_csv(&text, &options)).map(Self).or_input()
    }

    /// A register from a file: a spreadsheet (xlsx, xls, ods) or text with separators, as people
    /// write them; CSV or JSON of lkks; HSDS or Popolo. The arguments are those of ``lkks.read``.
    ///
    /// Raises an ``InputError`` with everything that is wrong; ``lkks.read`` gives what was
    /// understood all the same.
    ///
    /// >>> import lkks
    /// >>> lkks.Register.open("pekalongan.xlsx")
    /// Traceback (most recent call last):
    ///     ...
    /// lkks.errors.InputError: the file cannot be read: pekalongan.xlsx: ... [unreadable-file]
    #[classmethod]
    #[pyo3(signature = (path, *, body = None, mapping = None, joined = None))]
    fn open(
        cls: &Bound<'_, PyType>,
        path: &Bound<'_, PyAny>,
        body: Option<&Bound<'_, PyAny>>,
        mapping: Option<&Bound<'_, PyAny>>,
        joined: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let path = conv::path(path)?;
        let options = reading::options(body, mapping, joined)?;
        let read = || reading::of_file(&path, options)?.into_register();
        cls.py().detach(read).map(Self).or_input()
    }

    /// The register as canonical JSON, which reads back as the same register.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// The register as plain objects of the shape of its JSON.
    fn to_dict(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::plain(py, &self.to_json(py))
    }

    /// The register in a form that others read: ``csv``, ``xlsx``, ``ical``, ``hsds``,
    /// ``popolo``, ``json-ld``, ``data-package`` or ``json``; with it, what that form cannot hold.
    ///
    /// ``on`` is the day of a calendar, and the day on which a workbook says what ``rules`` say, in
    /// ``lang``; ``reminders`` are the days before a calendar's days that it calls them to mind.
    ///
    /// >>> import lkks
    /// >>> register = lkks.Register.from_dict({
    /// ...     "body": {"name": "LKKS Contoh", "level": "regency"},
    /// ...     "organisations": [{
    /// ...         "id": "LKS-001",
    /// ...         "name": "Yayasan Contoh",
    /// ...         "accreditations": [{"decided": "2021-04-09", "grade": "B"}],
    /// ...     }],
    /// ... })
    /// >>> "DTSTART;VALUE=DATE:20240408" in register.write("ical", on="2024-01-01").text
    /// True
    #[pyo3(
        signature = (form, *, on = None, rules = None, lang = None, reminders = None),
        text_signature = "($self, form, *, on=None, rules=None, lang='id', reminders=(90, 30))"
    )]
    fn write(
        slf: &Bound<'_, Self>,
        form: &Bound<'_, PyAny>,
        on: Option<&Bound<'_, PyAny>>,
        rules: Option<&Bound<'_, PyAny>>,
        lang: Option<&Bound<'_, PyAny>>,
        reminders: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Written> {
        let py = slf.py();
        let form: Form = conv::text(form, "form")?.parse().or_input_at("form")?;
        let mut options = WriteOptions { lang: conv::lang(lang)?, ..WriteOptions::default() };
        options.on = conv::given(on).map(|day| conv::day(day, "on")).transpose()?;
        options.rules = Some(conv::rules(py, rules, "rules")?.get().0.clone());
        if let Some(days) = conv::given(reminders) {
            options.reminders = conv::listed(days, "reminders", "number")?;
        }
        let register = &slf.get().0;
        py.detach(|| lkks_exchange::write(register, form, &options)).map(Written).or_input()
    }

    /// What is odd in it without being wrong.
    #[getter]
    fn warnings(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        answer::list(py, "Problem", &self.0.warnings())
    }

    /// The organisation with this identifier.
    fn organisation(&self, py: Python<'_>, id: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let organisation = self.0.organisation(&conv::text(id, "id")?).or_input()?;
        answer::one(py, "Organisation", organisation)
    }

    /// What held on a day: a ``datetime.date`` or ISO text.
    fn on(slf: &Bound<'_, Self>, day: &Bound<'_, PyAny>) -> PyResult<RegisterOn> {
        let day = conv::day(day, "on")?;
        Ok(RegisterOn { register: slf.clone().unbind(), day })
    }

    /// Assesses every organisation, and the board, on a day by the rules in force that day.
    ///
    /// Without ``rules`` the law of Indonesia applies. ``progress(done, total)`` is called now and
    /// then, and once at the end; what it raises ends the work, as Ctrl-C does.
    ///
    /// >>> import lkks
    /// >>> register = lkks.Register.from_dict({
    /// ...     "body": {"name": "LKKS Contoh", "level": "regency"},
    /// ...     "organisations": [{
    /// ...         "id": "LKS-001",
    /// ...         "name": "Yayasan Contoh",
    /// ...         "accreditations": [{"decided": "2021-04-09", "grade": "B"}],
    /// ...     }],
    /// ... })
    /// >>> register.assess(on="2024-04-08")["LKS-001"].accreditation.standing.days_left
    /// 1
    #[pyo3(signature = (rules = None, *, on, progress = None))]
    fn assess(
        slf: &Bound<'_, Self>,
        rules: Option<&Bound<'_, PyAny>>,
        on: &Bound<'_, PyAny>,
        progress: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Assessment> {
        let py = slf.py();
        let rules = conv::rules(py, rules, "rules")?;
        let on = conv::day(on, "on")?;
        let progress = conv::callable(progress, "progress")?;
        let (register, book) = (&slf.get().0, &rules.get().0);
        let mut stopped: PyResult<()> = Ok(());
        let mut told = Instant::now();
        let mut go_on = |done: usize, total: usize| {
            if done < total && told.elapsed() < PAUSE {
                return true;
            }
            told = Instant::now();
            stopped = Python::attach(|py| {
                py.check_signals()?;
                if let Some(progress) = &progress {
                    progress.call1(py, (done, total))?;
                }
                Ok(())
            });
            stopped.is_ok()
        };
        let assessed = py.detach(|| register.assess_while(book, on, &mut go_on));
        stopped?;
        match assessed.or_input()? {
            Some(core) => Ok(Assessment::new(core, slf, &rules)),
            // It is told to stop only after something was raised, so this cannot be.
            None => Err(pyo3::exceptions::PyKeyboardInterrupt::new_err(())),
        }
    }

    fn __len__(&self) -> usize {
        self.0.data().organisations.len()
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = &other.get().0;
            py.detach(|| self.0 == *other)
        })
    }

    fn __repr__(&self) -> String {
        let name = &self.0.data().body.name;
        format!("<lkks.Register '{name}': {}>", conv::counted(self.__len__(), "organisation"))
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

fn csv_options(options: Option<&Bound<'_, PyAny>>) -> PyResult<CsvOptions> {
    match options.filter(|options| !options.is_none()) {
        None => Ok(CsvOptions::default()),
        Some(options) => CsvOptions::from_json(&write::table(options, Kind::Input)?).or_input(),
    }
}
