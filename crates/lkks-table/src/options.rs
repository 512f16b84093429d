//! How a table is judged.

use lkks::Date;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;

/// The day on which rows are judged.
///
/// ```
/// use lkks_table::On;
/// let each_its_own = On::Column("reported".into());
/// assert_ne!(each_its_own, On::Day(lkks::calendar::date(2024, 4, 8)?));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// One for all rows.
    Day(Date),
    /// That in this column.
    Column(String),
}

/// How a table is judged.
///
/// ```
/// use lkks_table::{On, Options};
/// let options = Options::on(On::Column("reported".into()))
///     .column("accreditation_grade", "Peringkat")
///     .keep(["Nama LKS"]);
/// assert_eq!(options.columns["accreditation_grade"], "Peringkat");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The day.
    pub on: On,
    /// The column for a name that the rules ask for, where it is another than that name. The names
    /// `organisation` and `name` are what [`Assessor::explain`](crate::Assessor::explain) calls a row.
    pub columns: BTreeMap<String, String>,
    /// The columns of the table to have beside the answers; without a choice, that of
    /// `organisation`, where there is one.
    pub keep: Option<Vec<String>>,
    /// Whether to have the receipt of each verdict. It takes the row evaluator, and so much longer.
    pub receipts: bool,
    /// On how many threads to work; on as many as there are processors, without a number. The
    /// answers are the same.
    pub threads: Option<NonZeroUsize>,
}

impl Options {
    /// On this day, with everything else as it comes.
    ///
    /// ```
    /// # use lkks_table::{On, Options};
    /// let options = Options::on(On::Day(lkks::calendar::date(2024, 4, 8)?));
    /// assert!(options.columns.is_empty() && !options.receipts);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn on(on: On) -> Self {
        Self { on, columns: BTreeMap::new(), keep: None, receipts: false, threads: None }
    }

    /// With this column for a name that the rules ask for.
    ///
    /// ```
    /// # use lkks_table::{On, Options};
    /// # let day = On::Day(lkks::calendar::date(2024, 4, 8)?);
    /// let options = Options::on(day).column("npwp", "NPWP Lembaga");
    /// assert_eq!(options.columns.len(), 1);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[must_use]
    pub fn column(mut self, name: impl Into<String>, column: impl Into<String>) -> Self {
        self.columns.insert(name.into(), column.into());
        self
    }

    /// With these columns of the table beside the answers.
    ///
    /// ```
    /// # use lkks_table::{On, Options};
    /// # let day = On::Day(lkks::calendar::date(2024, 4, 8)?);
    /// assert_eq!(Options::on(day).keep(["id"]).keep, Some(vec!["id".to_owned()]));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[must_use]
    pub fn keep(mut self, columns: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.keep = Some(columns.into_iter().map(Into::into).collect());
        self
    }
}
