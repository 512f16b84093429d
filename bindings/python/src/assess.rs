//! Tables judged by column: `assess`, and the tables and streams it gives.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use lkks::message::Code;
use lkks::rules::Subject;
use lkks::{Error, Problem};
use lkks_table::{Assessor, On, Options, RulePlan};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use pyo3_arrow::{PyRecordBatchReader, PyTable};

use crate::assessment::Assessment;
use crate::conv;
use crate::error::{OrRaise, refusal};
use crate::register::Register;
use crate::rule_book::RuleBook;
use crate::table;
use crate::verdict::Verdict;

/// How many rows are judged before Ctrl-C is looked for and progress told: a tenth of a second's.
const PAUSE: usize = 1 << 20;

/// Judges every row of a table as an organisation.
///
/// ``table`` is anything that exports Arrow (pyarrow, polars, pandas, DuckDB). Its columns are found
/// by name, or by ``columns``, a mapping of the names that the rules ask for to those of the table.
/// A null is unknown. ``on`` is a day, or the name of a column of days.
///
/// The answer is a table of what is said of each row, which exports Arrow itself; ``keep`` names the
/// columns of the table to have beside it. With ``stream=True`` it is a stream, which is judged
/// batch by batch as it is read and holds no more than one batch.
///
/// ``progress(done, total)`` is called now and then with numbers of rows.
///
/// >>> import lkks
/// >>> import pyarrow as pa
/// >>> import datetime
/// >>> table = pa.table({
/// ...     "organisation": ["LKS-001", "LKS-002"],
/// ...     "accreditation_decided": [datetime.date(2021, 4, 9), None],
/// ...     "accreditation_grade": ["B", None],
/// ... })
/// >>> assessed = lkks.assess(table, on="2024-04-08")
/// >>> pa.table(assessed)["standing"].to_pylist()
/// ['current', 'never']
/// >>> assessed.explain(0).accreditation.standing.last_day
/// datetime.date(2024, 4, 8)
#[pyfunction]
#[pyo3(
    signature = (
        table, rules = None, *, on, subject = None, columns = None, keep = None,
        receipts = false, threads = None, stream = false, progress = None
    ),
    text_signature = "(table, rules=None, *, on, subject='accreditation', columns=None, keep=None, receipts=False, threads=None, stream=False, progress=None)"
)]
#[allow(clippy::too_many_arguments, reason = "named arguments in Python")]
pub(crate) fn assess(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    rules: Option<&Bound<'_, PyAny>>,
    on: &Bound<'_, PyAny>,
    subject: Option<&Bound<'_, PyAny>>,
    columns: Option<&Bound<'_, PyAny>>,
    keep: Option<&Bound<'_, PyAny>>,
    receipts: bool,
    threads: Option<&Bound<'_, PyAny>>,
    stream: bool,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Py<PyAny>> {
    let rules = conv::rules(py, rules, "rules")?;
    let subject = given_subject(subject)?;
    let progress = conv::callable(progress, "progress")?;
    let batches = table::batches(table)?;
    let Some(batches) = batches else {
        return Err(refusal(conv::wrong_type(table, "table", "Arrow (__arrow_c_stream__)")));
    };
    let mut options = Options::on(given_on(on, &batches.schema())?);
    options.columns = given_columns(columns)?;
    options.keep = conv::given(keep).map(|keep| conv::listed(keep, "keep", "text")).transpose()?;
    options.receipts = receipts;
    options.threads = given_threads(threads)?;
    let plan = RulePlan::of(&rules.get().0, subject).or_input_at("subject")?;
    let assessor = plan.bind(&batches.schema(), options).or_input()?;
    if stream {
        let schema = Arc::clone(assessor.schema());
        let judged = AssessedStream { schema, reader: Mutex::new(Some(lazily(assessor, batches))) };
        return Ok(Py::new(py, judged)?.into_any());
    }
    let input = all(py, batches)?;
    let output = eagerly(py, &assessor, &input, progress.as_ref())?;
    let judged = AssessedTable { assessor, input, output, rules: rules.unbind() };
    Ok(Py::new(py, judged)?.into_any())
}

fn given_subject(value: Option<&Bound<'_, PyAny>>) -> PyResult<Subject> {
    let Some(value) = conv::given(value) else { return Ok(Subject::Accreditation) };
    let subject = conv::text(value, "subject")?.parse();
    subject.map_err(|problem: Problem| problem.at("subject")).or_input()
}

/// A day; a text that is none is the name of a column.
fn given_on(value: &Bound<'_, PyAny>, schema: &SchemaRef) -> PyResult<On> {
    match value.cast::<PyString>() {
        Ok(text) if schema.column_with_name(&text.to_string_lossy()).is_some() => {
            conv::text(value, "on").map(On::Column)
        }
        _ => conv::day(value, "on").map(On::Day),
    }
}

fn given_columns(
    value: Option<&Bound<'_, PyAny>>,
) -> PyResult<std::collections::BTreeMap<String, String>> {
    let Some(value) = conv::given(value) else { return Ok(Default::default()) };
    let Ok(mapping) = value.cast::<PyDict>() else {
        return Err(refusal(conv::wrong_type(value, "columns", "dict")));
    };
    let texts = mapping.iter().map(|(name, column)| {
        let name = conv::text(&name, "columns")?;
        let column = conv::text(&column, &format!("columns.{name}"))?;
        Ok((name, column))
    });
    texts.collect()
}

fn given_threads(value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<NonZeroUsize>> {
    let Some(value) = conv::given(value) else { return Ok(None) };
    let threads = value.extract::<usize>().ok().filter(|threads| *threads <= 1024);
    let threads = threads.and_then(NonZeroUsize::new);
    threads.map(Some).ok_or_else(|| refusal(conv::wrong_type(value, "threads", "1–1024")))
}

/// All batches of a table, which are its own memory and not copied.
fn all(py: Python<'_>, batches: table::Batches) -> PyResult<Vec<RecordBatch>> {
    let mut stopped: PyResult<()> = Ok(());
    let read = py.detach(|| {
        let going = batches.map_while(|batch| {
            stopped = Python::attach(|py| py.check_signals());
            stopped.is_ok().then_some(batch)
        });
        catch_unwind(AssertUnwindSafe(|| going.collect::<Result<Vec<_>, _>>()))
    });
    stopped?;
    match read {
        Ok(Ok(batches)) => Ok(batches),
        Ok(Err(error)) => Err(refusal(table::unreadable(&error.to_string()))),
        Err(_) => Err(refusal(table::unreadable("Arrow"))),
    }
}

fn eagerly(
    py: Python<'_>,
    assessor: &Assessor,
    input: &[RecordBatch],
    progress: Option<&Py<PyAny>>,
) -> PyResult<Vec<RecordBatch>> {
    let total: usize = input.iter().map(RecordBatch::num_rows).sum();
    let mut output = Vec::new();
    let mut done = 0;
    for some in portions(input) {
        let judged = py.detach(|| guarded(assessor, &some)).or_input()?;
        output.extend(judged);
        done += some.iter().map(RecordBatch::num_rows).sum::<usize>();
        py.check_signals()?;
        if let Some(progress) = progress {
            progress.call1(py, (done, total))?;
        }
    }
    Ok(output)
}

/// Batches cut and gathered so that each portion has about as many rows as are judged at a time.
fn portions(input: &[RecordBatch]) -> Vec<Vec<RecordBatch>> {
    let mut portions = vec![Vec::new()];
    let mut room = PAUSE;
    for batch in input {
        let mut start = 0;
        while start < batch.num_rows() {
            let rows = room.min(batch.num_rows() - start);
            if let Some(last) = portions.last_mut() {
                last.push(batch.slice(start, rows));
            }
            start += rows;
            room -= rows;
            if room == 0 {
                portions.push(Vec::new());
                room = PAUSE;
            }
        }
    }
    portions.retain(|portion| !portion.is_empty());
    portions
}

/// What another library hands over is read as it says it is; where it is not, Arrow's crates may
/// panic.
fn guarded(assessor: &Assessor, batches: &[RecordBatch]) -> Result<Vec<RecordBatch>, Error> {
    let judged = catch_unwind(AssertUnwindSafe(|| assessor.assess_all(batches)));
    judged.unwrap_or_else(|_| Err(table::unreadable("Arrow").into()))
}

fn lazily(assessor: Assessor, batches: table::Batches) -> Box<dyn RecordBatchReader + Send> {
    let schema = Arc::clone(assessor.schema());
    let judged = batches.flat_map(move |batch| {
        let judged = batch.and_then(|batch| {
            Python::attach(|py| py.check_signals())
                .map_err(|stop| ArrowError::ExternalError(Box::new(stop)))?;
            let judged = guarded(&assessor, std::slice::from_ref(&batch));
            judged.map_err(|error| ArrowError::ExternalError(Box::new(error)))
        });
        match judged {
            Ok(batches) => batches.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        }
    });
    Box::new(RecordBatchIterator::new(judged, schema))
}

/// What is said of each row of a table: a table itself, which exports Arrow without copying.
///
/// >>> import lkks
/// >>> import pyarrow as pa
/// >>> assessed = lkks.assess(pa.table({"npwp": [True]}), on="2024-04-08", subject="registration")
/// >>> assessed
/// <lkks.AssessedTable: 1 row of registration>
/// >>> assessed.column_names[:3]
/// ['standing', 'last_day', 'eligibility']
#[pyclass(frozen, module = "lkks")]
pub(crate) struct AssessedTable {
    assessor: Assessor,
    input: Vec<RecordBatch>,
    output: Vec<RecordBatch>,
    rules: Py<RuleBook>,
}

#[pymethods]
impl AssessedTable {
    /// The names of its columns.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        names(py, self.assessor.schema())
    }

    /// The names of the columns of the table that were asked for, in the order of the table: those
    /// that say what the rules ask, the day, and those that are kept.
    #[getter]
    fn asked(&self) -> Vec<&str> {
        self.assessor.asked()
    }

    /// The whole verdict on one row, with all its reasons; a negative number counts from the end.
    ///
    /// Raises an ``InputError`` where the row is refused, or where there is none.
    fn explain(&self, py: Python<'_>, row: isize) -> PyResult<Verdict> {
        let rows = self.__len__();
        let place =
            if row < 0 { rows.checked_sub(row.unsigned_abs()) } else { Some(row.unsigned_abs()) };
        let Some(mut place) = place.filter(|place| *place < rows) else {
            let problem = Problem::error(Code::OutOfRange).value(row).at("row");
            return Err(refusal(problem.expected(format!("0–{}", rows.saturating_sub(1)))));
        };
        let mut batches = self.input.iter();
        let batch = batches.find(|batch| {
            let here = place < batch.num_rows();
            if !here {
                place -= batch.num_rows();
            }
            here
        });
        let none = || refusal(Problem::error(Code::OutOfRange).value(row).at("row"));
        let batch = batch.ok_or_else(none)?;
        let rules = self.rules.bind(py);
        let book = &rules.get().0;
        let (register, on) = py.detach(|| self.assessor.register(batch, place)).or_input()?;
        let assessed = py.detach(|| register.assess(book, on)).or_input()?;
        let register = Bound::new(py, Register(register))?;
        let assessment = Bound::new(py, Assessment::new(assessed, &register, rules))?;
        Ok(Verdict::new(&assessment, 0))
    }

    /// Exports it, as the Arrow PyCapsule interface says.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let schema = Arc::clone(self.assessor.schema());
        let table = Bound::new(py, PyTable::try_new(self.output.clone(), schema)?)?;
        table.call_method1(intern!(py, "__arrow_c_stream__"), (requested_schema,))
    }

    /// Exports its schema.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        schema_capsule(py, self.assessor.schema())
    }

    fn __len__(&self) -> usize {
        self.output.iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        let rows = conv::counted(self.__len__(), "row");
        format!("<lkks.AssessedTable: {rows} of {}>", self.assessor.subject())
    }
}

/// What is said of each row of a table, judged batch by batch as it is read, once.
///
/// >>> import lkks
/// >>> import pyarrow as pa
/// >>> table = pa.table({"npwp": [True]})
/// >>> stream = lkks.assess(table, on="2024-04-08", subject="registration", stream=True)
/// >>> pa.RecordBatchReader.from_stream(stream).read_all().num_rows
/// 1
#[pyclass(frozen, module = "lkks")]
pub(crate) struct AssessedStream {
    schema: SchemaRef,
    reader: Mutex<Option<Box<dyn RecordBatchReader + Send>>>,
}

#[pymethods]
impl AssessedStream {
    /// The names of its columns.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        names(py, &self.schema)
    }

    /// Exports it, as the Arrow PyCapsule interface says; only once.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let reader = self.reader.lock().ok().and_then(|mut reader| reader.take());
        let Some(reader) = reader else {
            return Err(refusal(table::unreadable("AssessedStream").at("table")));
        };
        let reader = Bound::new(py, PyRecordBatchReader::new(reader))?;
        reader.call_method1(intern!(py, "__arrow_c_stream__"), (requested_schema,))
    }

    /// Exports its schema.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        schema_capsule(py, &self.schema)
    }

    fn __repr__(&self) -> &'static str {
        "<lkks.AssessedStream>"
    }
}

fn names<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyList>> {
    PyList::new(py, schema.fields().iter().map(|field| field.name().as_str()))
}

fn schema_capsule<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyAny>> {
    let empty = Bound::new(py, PyTable::try_new(Vec::new(), Arc::clone(schema))?)?;
    empty.call_method0(intern!(py, "__arrow_c_schema__"))
}
