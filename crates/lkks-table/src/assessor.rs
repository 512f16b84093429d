//! Record batches judged: cut into runs of rows, each a batch of answers.

use crate::bind::Bound;
use crate::cells::Ready;
use crate::options::{On, Options};
use crate::output::{self, Dictionaries, Told};
use crate::scalar;
use arrow_array::{RecordBatch, StringArray};
use arrow_schema::{Schema, SchemaRef};
use lkks::assess::Verdict;
use lkks::columns::{Answers, Block, ColumnPlan, InputKind, ROWS};
use lkks::facts::Scalar;
use lkks::message::Code;
use lkks::rules::Subject;
use lkks::{Date, Error, Problem, Register};
use std::sync::Arc;

/// How many rows a batch of answers has at most: enough to work on, few enough for every thread to
/// have some. Runs are cut by the rows alone, so the answers are the same on any number of threads.
pub(crate) const RUN: usize = 64 * ROWS;

/// A rule plan bound to the columns of a table.
///
/// ```
/// use arrow_array::{ArrayRef, BooleanArray, RecordBatch};
/// use lkks::{RuleBook, rules::Subject};
/// use lkks_table::{On, Options, RulePlan};
/// use std::sync::Arc;
/// let npwp: ArrayRef = Arc::new(BooleanArray::from(vec![true; 3]));
/// let batch = RecordBatch::try_from_iter([("npwp", npwp)])?;
/// let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Registration)?;
/// let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
/// let assessor = plan.bind(batch.schema_ref(), on)?;
/// let answers = assessor.assess(&batch)?;
/// assert_eq!(answers[0].num_rows(), 3);
/// assert_eq!(&answers[0].schema(), assessor.schema());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Assessor {
    plan: Arc<ColumnPlan>,
    options: Options,
    bound: Bound,
    input: SchemaRef,
    output: SchemaRef,
    words: Arc<Dictionaries>,
    #[cfg(feature = "parallel")]
    threads: Option<Arc<rayon::ThreadPool>>,
}

impl Assessor {
    pub(crate) fn new(
        plan: Arc<ColumnPlan>,
        schema: &SchemaRef,
        options: Options,
    ) -> Result<Self, Error> {
        let bound = Bound::of(&plan, schema, &options)?;
        let kept = bound.keep.iter().map(|place| schema.field(*place).clone());
        let output = Schema::new(kept.chain(output::fields(options.receipts)).collect::<Vec<_>>());
        let words = Arc::new(Dictionaries::of(&plan));
        #[cfg(feature = "parallel")]
        let threads = options.threads.and_then(|threads| {
            rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build().ok().map(Arc::new)
        });
        Ok(Self {
            plan,
            options,
            bound,
            input: Arc::clone(schema),
            output: Arc::new(output),
            words,
            #[cfg(feature = "parallel")]
            threads,
        })
    }

    /// What is judged.
    ///
    /// ```
    /// # use lkks::{RuleBook, rules::Subject};
    /// # use lkks_table::{On, Options, RulePlan};
    /// # let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Registration)?;
    /// # let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// # let empty = std::sync::Arc::new(arrow_schema::Schema::empty());
    /// assert_eq!(plan.bind(&empty, on)?.subject(), Subject::Registration);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn subject(&self) -> Subject {
        self.plan.subject()
    }

    /// The names of the columns of the table that are asked for: those that say what the rules ask,
    /// the day, and those that are kept.
    ///
    /// ```
    /// # use arrow_schema::{DataType, Field, Schema};
    /// # use lkks::{RuleBook, rules::Subject};
    /// # use lkks_table::{On, Options, RulePlan};
    /// # let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Registration)?;
    /// # let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// let fields = ["npwp", "photo"].map(|name| Field::new(name, DataType::Boolean, true));
    /// let assessor = plan.bind(&Schema::new(fields.to_vec()).into(), on)?;
    /// assert_eq!(assessor.asked(), ["npwp"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn asked(&self) -> Vec<&str> {
        let Bound { inputs, on, organisation, name, keep } = &self.bound;
        let mut places: Vec<usize> = inputs.iter().flatten().copied().collect();
        places.extend(on.iter().chain(organisation).chain(name).chain(keep));
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| self.input.field(place).name().as_str()).collect()
    }

    /// The schema of the answers: the columns kept, then what is said of each row.
    ///
    /// ```
    /// # use lkks::{RuleBook, rules::Subject};
    /// # use lkks_table::{On, Options, RulePlan};
    /// # let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Accreditation)?;
    /// # let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// # let empty = std::sync::Arc::new(arrow_schema::Schema::empty());
    /// let assessor = plan.bind(&empty, on)?;
    /// let names: Vec<_> = assessor.schema().fields().iter().map(|field| field.name()).collect();
    /// assert_eq!(names[..4], ["standing", "last_day", "eligibility", "grade"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn schema(&self) -> &SchemaRef {
        &self.output
    }

    /// The answers to the rows of `batch`, in their order, in batches of at most 65,536 rows.
    ///
    /// ```
    /// # use arrow_array::{ArrayRef, BooleanArray, RecordBatch, cast::AsArray};
    /// # use lkks::{RuleBook, rules::Subject};
    /// # use lkks_table::{On, Options, RulePlan};
    /// # use std::sync::Arc;
    /// # let npwp: ArrayRef = Arc::new(BooleanArray::from(vec![true; 3]));
    /// # let batch = RecordBatch::try_from_iter([("npwp", npwp)])?;
    /// # let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Registration)?;
    /// # let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// # let assessor = plan.bind(batch.schema_ref(), on)?;
    /// let answers = assessor.assess(&batch)?;
    /// assert_eq!(answers[0]["eligibility"].len(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `fact-type` where the columns of the batch are not those the plan was bound to. What is wrong
    /// with a cell is no error: it is told in the column `problems` of its row.
    pub fn assess(&self, batch: &RecordBatch) -> Result<Vec<RecordBatch>, Error> {
        self.assess_all(std::slice::from_ref(batch))
    }

    /// The answers to the rows of several batches, one after the other: threads work on all.
    ///
    /// ```
    /// # use arrow_array::{ArrayRef, BooleanArray, RecordBatch};
    /// # use lkks::{RuleBook, rules::Subject};
    /// # use lkks_table::{On, Options, RulePlan};
    /// # use std::sync::Arc;
    /// # let npwp: ArrayRef = Arc::new(BooleanArray::from(vec![true; 3]));
    /// # let batch = RecordBatch::try_from_iter([("npwp", npwp)])?;
    /// # let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Registration)?;
    /// # let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// # let assessor = plan.bind(batch.schema_ref(), on)?;
    /// let answers = assessor.assess_all(&[batch.clone(), batch])?;
    /// assert_eq!(answers.iter().map(RecordBatch::num_rows).sum::<usize>(), 6);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Assessor::assess`].
    pub fn assess_all(&self, batches: &[RecordBatch]) -> Result<Vec<RecordBatch>, Error> {
        batches.iter().try_for_each(|batch| self.check(batch))?;
        let runs = batches.iter().flat_map(|batch| {
            let starts = (0..batch.num_rows()).step_by(RUN);
            starts.map(|start| batch.slice(start, RUN.min(batch.num_rows() - start)))
        });
        self.over(&runs.collect::<Vec<_>>())
    }

    #[cfg(feature = "parallel")]
    fn over(&self, runs: &[RecordBatch]) -> Result<Vec<RecordBatch>, Error> {
        use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
        let all = || runs.par_iter().map(|run| self.run(run)).collect();
        match &self.threads {
            Some(threads) => threads.install(all),
            None => all(),
        }
    }

    #[cfg(not(feature = "parallel"))]
    fn over(&self, runs: &[RecordBatch]) -> Result<Vec<RecordBatch>, Error> {
        runs.iter().map(|run| self.run(run)).collect()
    }

    /// The whole verdict on one row, with all its reasons.
    ///
    /// ```
    /// # use arrow_array::{ArrayRef, BooleanArray, RecordBatch};
    /// # use lkks::{RuleBook, rules::Subject};
    /// # use lkks_table::{On, Options, RulePlan};
    /// # use std::sync::Arc;
    /// # let npwp: ArrayRef = Arc::new(BooleanArray::from(vec![true, false]));
    /// # let batch = RecordBatch::try_from_iter([("npwp", npwp)])?;
    /// # let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Registration)?;
    /// # let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// # let assessor = plan.bind(batch.schema_ref(), on)?;
    /// let verdict = assessor.explain(&batch, 1)?;
    /// assert!(verdict.registration.eligibility.unmet.iter().any(|unmet| unmet == "national-npwp"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// What is wrong with the row, where it is refused; `out-of-range` where there is no such row.
    pub fn explain(&self, batch: &RecordBatch, row: usize) -> Result<Verdict, Error> {
        let (register, on) = self.register(batch, row)?;
        let assessment = register.assess(self.plan.book(), on)?;
        assessment.verdict(&self.called(batch, row).0).cloned()
    }

    /// The register that one row stands for, and the day on which it is judged.
    ///
    /// ```
    /// # use arrow_array::{ArrayRef, BooleanArray, RecordBatch};
    /// # use lkks::{RuleBook, rules::Subject};
    /// # use lkks_table::{On, Options, RulePlan};
    /// # use std::sync::Arc;
    /// # let npwp: ArrayRef = Arc::new(BooleanArray::from(vec![true, false]));
    /// # let batch = RecordBatch::try_from_iter([("npwp", npwp)])?;
    /// # let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Registration)?;
    /// # let on = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// # let assessor = plan.bind(batch.schema_ref(), on)?;
    /// let (register, on) = assessor.register(&batch, 1)?;
    /// assert_eq!(register.data().organisations[0].id, "1");
    /// assert_eq!(on.to_string(), "2024-04-08");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Assessor::explain`].
    pub fn register(&self, batch: &RecordBatch, row: usize) -> Result<(Register, Date), Error> {
        self.check(batch)?;
        if row >= batch.num_rows() {
            let problem = Problem::error(Code::OutOfRange).value(row).at("row");
            let most = batch.num_rows().saturating_sub(1);
            return Err(problem.expected(format!("0–{most}")).into());
        }
        let on = self.day(batch, row)?;
        let (id, name) = self.called(batch, row);
        Ok((self.plan.register(&id, &name, &|input| self.cell(batch, row, input))?, on))
    }

    fn check(&self, batch: &RecordBatch) -> Result<(), Error> {
        let kinds = |schema: &Schema| -> Vec<_> {
            let fields = schema.fields().iter();
            fields.map(|field| (field.name().clone(), field.data_type().clone())).collect()
        };
        if Arc::ptr_eq(batch.schema_ref(), &self.input)
            || kinds(&batch.schema()) == kinds(&self.input)
        {
            return Ok(());
        }
        Err(Problem::error(Code::FactType).value(batch.schema()).expected(&self.input).into())
    }

    /// The answers to one run of rows.
    fn run(&self, batch: &RecordBatch) -> Result<RecordBatch, Error> {
        let plan = &*self.plan;
        let ready: Vec<Option<Ready>> = self
            .bound
            .inputs
            .iter()
            .enumerate()
            .map(|(input, place)| Some(Ready::of(batch.column((*place)?), plan, input)))
            .collect();
        let mut block = Block::for_plan(plan);
        let on = self.bound.on.map(|place| Ready::days(batch.column(place)));
        if let On::Day(day) = &self.options.on {
            block.one_day = true;
            block.on.values.fill(lkks::columns::day_number(*day));
            block.on.known = lkks::columns::Mask::ALL;
        }
        let mut answers = Answers::default();
        for start in (0..batch.num_rows()).step_by(ROWS) {
            block.rows = ROWS.min(batch.num_rows() - start);
            if let Some(on) = &on {
                on.put_days(start, block.rows, &mut block.on);
            }
            for (ready, cells) in ready.iter().zip(&mut block.cells) {
                if let Some(ready) = ready {
                    ready.put(start, block.rows, cells);
                }
            }
            plan.judge(&block, &mut answers);
        }
        let told = self.told(batch, &mut answers);
        let receipts = self.options.receipts.then(|| self.receipts(batch));
        let kept = self.bound.keep.iter().map(|place| Arc::clone(batch.column(*place)));
        let said = output::columns(answers, &self.words, told, receipts);
        RecordBatch::try_new(Arc::clone(&self.output), kept.chain(said).collect())
            .map_err(|error| Problem::error(Code::FactType).value(error).into())
    }

    /// What is told of cells, in the order of their rows.
    fn told(&self, batch: &RecordBatch, answers: &mut Answers) -> Vec<Told> {
        let mut faults = std::mem::take(&mut answers.faults);
        faults.sort_by_key(|fault| (fault.row, fault.input));
        let told = faults.iter().map(|fault| {
            let cell = |input: Option<usize>| match input {
                Some(input) => self.cell(batch, fault.row, input),
                None => scalar::of(batch.column(self.bound.on?), fault.row, InputKind::Day),
            };
            let problem = self.plan.problem(fault, &cell);
            let place = match fault.input {
                Some(input) => self.bound.inputs.get(input).copied().flatten(),
                None => self.bound.on,
            };
            let column = place.map(|place| self.input.field(place).name().clone());
            Told { row: fault.row, column: column.unwrap_or_default(), problem }
        });
        told.collect()
    }

    fn cell(&self, batch: &RecordBatch, row: usize, input: usize) -> Option<Scalar> {
        let column = batch.column(self.bound.inputs.get(input).copied().flatten()?);
        scalar::of(column, row, self.plan.inputs()[input].kind)
    }

    fn day(&self, batch: &RecordBatch, row: usize) -> Result<Date, Error> {
        match (&self.options.on, self.bound.on) {
            (On::Day(day), _) => Ok(*day),
            (On::Column(name), place) => {
                let cell =
                    place.and_then(|place| scalar::of(batch.column(place), row, InputKind::Day));
                let missing = || Problem::error(Code::MissingField).expected("on").at(name);
                let text = cell.ok_or_else(missing)?.to_string();
                text.parse().map_err(|problem: Problem| problem.at(name).into())
            }
        }
    }

    /// How a row is called: its identifier and its name.
    fn called(&self, batch: &RecordBatch, row: usize) -> (String, String) {
        let text = |column: Option<usize>| {
            let cell = scalar::of(batch.column(column?), row, InputKind::Word)?;
            Some(cell.to_string().trim().to_owned()).filter(|text| !text.is_empty())
        };
        let id = text(self.bound.organisation).unwrap_or_else(|| row.to_string());
        let name = text(self.bound.name).unwrap_or_else(|| id.clone());
        (id, name)
    }

    fn receipts(&self, batch: &RecordBatch) -> StringArray {
        let receipt = |row| self.explain(batch, row).ok().map(|verdict| verdict.receipt().sha256);
        (0..batch.num_rows()).map(receipt).collect()
    }
}
