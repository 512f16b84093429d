//! Tables of organisations in Apache Arrow, judged by column: verdicts with their reasons at the
//! speed of columns.
//!
//! A [`RulePlan`] is a rule book compiled once for one subject. [`RulePlan::bind`] finds in a schema
//! the columns that say what the rules ask; the [`Assessor`] it gives judges record batches. A row is
//! an organisation with at most one record of each kind; a null is unknown, never no. What a verdict
//! is, is said in [`lkks::assess`], and [`Assessor::explain`] gives the whole of it for any row.
//!
//! ```
//! use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, cast::AsArray};
//! use lkks::RuleBook;
//! use lkks::rules::Subject;
//! use lkks_table::{On, Options, RulePlan};
//! use std::sync::Arc;
//!
//! let decided: ArrayRef = Arc::new(Date32Array::from(vec![Some(18_726), None])); // 9 April 2021
//! let grade: ArrayRef = Arc::new(StringArray::from(vec![Some("B"), None]));
//! let batch = RecordBatch::try_from_iter([
//!     ("accreditation_decided", decided),
//!     ("accreditation_grade", grade),
//! ])?;
//! let plan = RulePlan::of(&RuleBook::indonesia(), Subject::Accreditation)?;
//! let options = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
//! let assessor = plan.bind(batch.schema_ref(), options)?;
//! let said = &assessor.assess(&batch)?[0];
//! assert_eq!(said["last_day"].as_primitive::<arrow_array::types::Date32Type>().value(0), 19_821);
//!
//! let verdict = assessor.explain(&batch, 0)?;
//! assert_eq!(verdict.accreditation.standing.days_left, Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assessor;
mod bind;
mod cells;
mod days;
mod options;
mod output;
mod scalar;
mod words;

pub use assessor::Assessor;
pub use options::{On, Options};

use lkks::columns::ColumnPlan;
use lkks::rules::Subject;
use lkks::{Error, RuleBook};
use std::sync::Arc;

/// A rule book, all its versions and their transitions, compiled once to judge tables on one subject.
///
/// ```
/// use lkks::rules::Subject;
/// let plan = lkks_table::RulePlan::of(&lkks::RuleBook::indonesia(), Subject::Registration)?;
/// assert!(plan.columns().any(|column| column == "npwp"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct RulePlan {
    plan: Arc<ColumnPlan>,
}

impl RulePlan {
    /// Compiles `book` for `subject`.
    ///
    /// ```
    /// # use lkks::rules::Subject;
    /// # use lkks_table::RulePlan;
    /// let book = lkks::RuleBook::indonesia();
    /// assert!(RulePlan::of(&book, Subject::Accreditation).is_ok());
    /// assert!(RulePlan::of(&book, Subject::Statutes).is_err(), "a board is no row");
    /// ```
    ///
    /// # Errors
    /// `unknown-value` for [`Subject::Statutes`].
    pub fn of(book: &RuleBook, subject: Subject) -> Result<Self, Error> {
        Ok(Self { plan: Arc::new(ColumnPlan::of(book, subject)?) })
    }

    /// The names of the columns that a table may have for it, in the order in which they are asked.
    ///
    /// ```
    /// # use lkks::rules::Subject;
    /// # use lkks_table::RulePlan;
    /// let plan = RulePlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// assert!(plan.columns().any(|column| column == "accreditation_decided"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.plan.inputs().iter().map(|input| input.name.as_str())
    }

    /// Finds the columns in `schema` that say what the rules ask.
    ///
    /// ```
    /// use arrow_schema::{DataType, Field, Schema};
    /// # use lkks::rules::Subject;
    /// # use lkks_table::{On, Options, RulePlan};
    /// let plan = RulePlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// let schema = Schema::new(vec![Field::new("Th. Akreditasi", DataType::Date32, true)]);
    /// let on = || Options::on(On::Day("2024-04-08".parse().unwrap()));
    /// let mapped = on().column("accreditation_decided", "Th. Akreditasi");
    /// assert!(plan.bind(&schema.into(), mapped).is_ok());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the names: a column that is not there, a name that the rules do not know, a
    /// column kept that would have the name of an answer.
    pub fn bind(
        &self,
        schema: &arrow_schema::SchemaRef,
        options: Options,
    ) -> Result<Assessor, Error> {
        Assessor::new(Arc::clone(&self.plan), schema, options)
    }
}
