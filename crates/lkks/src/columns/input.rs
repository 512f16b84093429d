//! What a table may say of an organisation: the inputs, and the cells of one block of rows.
//!
//! A row is an organisation with at most one record of each kind: one registration, one operating
//! permit, one accreditation, one application for each, one paper of each name. The names of the
//! inputs are the names of the columns that hold them.

use super::{Mask, ROWS};
use crate::facts::FactType;
use crate::rules::Subject;

/// What the cells of an input are.
///
/// ```
/// use lkks::columns::{ColumnPlan, InputKind};
/// use lkks::rules::Subject;
/// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
/// let profile = plan.inputs().iter().find(|input| input.name == "profile");
/// assert_eq!(profile.map(|input| input.kind), Some(InputKind::Flag));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// Yes or no.
    Flag,
    /// A number, in steps of 0.0001.
    Number,
    /// A day.
    Day,
    /// A word: what a choice says, a grade, or the code of a region.
    Word,
}

/// One thing a table may say of an organisation.
///
/// ```
/// # use lkks::columns::ColumnPlan;
/// # use lkks::rules::Subject;
/// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Registration)?;
/// let names: Vec<_> = plan.inputs().iter().map(|input| input.name.as_str()).collect();
/// assert!(names.contains(&"region") && names.contains(&"npwp") && names.contains(&"npwp_issued"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its name, and that of its column where no other is given.
    pub name: String,
    /// What its cells are.
    pub kind: InputKind,
    /// Whether it is evidence of a fact, which is invalid where a cell is not what it should be; a
    /// row with such a cell elsewhere is refused as a whole.
    pub is_evidence: bool,
}

/// The cells of one input in a block. What is not known holds nought.
///
/// ```
/// use lkks::columns::{Column, Mask};
/// let mut ages = Column::<i64>::default();
/// ages.values[0] = 42;
/// ages.known = Mask::first(1);
/// assert!(ages.bad.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Column<T> {
    /// A value for each row.
    pub values: Box<[T; ROWS]>,
    /// The rows in which it is known.
    pub known: Mask,
    /// The rows whose cell cannot be used; they are not known.
    pub bad: Mask,
}

impl<T: Copy + Default> Default for Column<T> {
    fn default() -> Self {
        Self { values: Box::new([T::default(); ROWS]), known: Mask::NONE, bad: Mask::NONE }
    }
}

/// The cells of one input in a block that are yes or no.
///
/// ```
/// use lkks::columns::{Flags, Mask};
/// let flags = Flags { yes: Mask::first(1), known: Mask::first(2), bad: Mask::NONE };
/// assert_eq!((flags.known & !flags.yes).count(), 1);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Flags {
    /// The rows that say yes.
    pub yes: Mask,
    /// The rows in which it is known; those that say yes are among them.
    pub known: Mask,
    /// The rows whose cell cannot be used; they are not known.
    pub bad: Mask,
}

/// The cells of one input in a block.
///
/// ```
/// use lkks::columns::Cells;
/// let absent = Cells::Absent;
/// assert!(matches!(absent, Cells::Absent));
/// ```
#[derive(Clone, Debug, Default)]
pub enum Cells {
    /// The table has no such column: nothing is known.
    #[default]
    Absent,
    /// Of [`InputKind::Flag`].
    Flags(Flags),
    /// Of [`InputKind::Number`], in steps of 0.0001.
    Numbers(Column<i64>),
    /// Of [`InputKind::Day`], as days since 1 January 1970.
    Days(Column<i32>),
    /// Of [`InputKind::Word`], as [`super::ColumnPlan::word`] codes them.
    Words(Column<u16>),
}

/// Up to [`ROWS`] rows of a table, ready to be judged.
///
/// ```
/// use lkks::columns::{Block, ColumnPlan, Mask};
/// # use lkks::rules::Subject;
/// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
/// let mut block = Block::for_plan(&plan);
/// block.rows = 2;
/// block.on.values.fill(20_000);
/// block.on.known = Mask::first(2);
/// assert_eq!(block.cells.len(), plan.inputs().len());
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Block {
    /// How many rows there are.
    pub rows: usize,
    /// The day on which each row is judged.
    pub on: Column<i32>,
    /// Whether that day is the same in every row.
    pub one_day: bool,
    /// The cells of each input of the plan, in its order.
    pub cells: Vec<Cells>,
}

impl Block {
    /// A block without rows and columns for a plan.
    ///
    /// ```
    /// # use lkks::columns::{Block, ColumnPlan};
    /// # use lkks::rules::Subject;
    /// # let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// assert_eq!(Block::for_plan(&plan).rows, 0);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn for_plan(plan: &super::ColumnPlan) -> Self {
        Self {
            rows: 0,
            on: Column::default(),
            one_day: false,
            cells: plan.inputs().iter().map(|_| Cells::Absent).collect(),
        }
    }

    pub(super) fn days(&self, input: usize) -> Option<&Column<i32>> {
        match self.cells.get(input)? {
            Cells::Days(days) => Some(days),
            _ => None,
        }
    }

    pub(super) fn words(&self, input: usize) -> Option<&Column<u16>> {
        match self.cells.get(input)? {
            Cells::Words(words) => Some(words),
            _ => None,
        }
    }

    pub(super) fn numbers(&self, input: usize) -> Option<&Column<i64>> {
        match self.cells.get(input)? {
            Cells::Numbers(numbers) => Some(numbers),
            _ => None,
        }
    }

    pub(super) fn flags(&self, input: usize) -> Option<&Flags> {
        match self.cells.get(input)? {
            Cells::Flags(flags) => Some(flags),
            _ => None,
        }
    }

    pub(super) fn known(&self, input: usize) -> Mask {
        match self.cells.get(input) {
            None | Some(Cells::Absent) => Mask::NONE,
            Some(Cells::Flags(cells)) => cells.known,
            Some(Cells::Numbers(cells)) => cells.known,
            Some(Cells::Days(cells)) => cells.known,
            Some(Cells::Words(cells)) => cells.known,
        }
    }

    pub(super) fn bad(&self, input: usize) -> Mask {
        match self.cells.get(input) {
            None | Some(Cells::Absent) => Mask::NONE,
            Some(Cells::Flags(cells)) => cells.bad,
            Some(Cells::Numbers(cells)) => cells.bad,
            Some(Cells::Days(cells)) => cells.bad,
            Some(Cells::Words(cells)) => cells.bad,
        }
    }
}

/// The inputs of one certificate or accreditation and of the application for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeldInputs {
    pub(super) given: usize,
    pub(super) last_day: usize,
    pub(super) revoked: usize,
    pub(super) lodged: usize,
    pub(super) answered: usize,
    pub(super) grade: Option<usize>,
}

/// The inputs of one paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PaperInputs {
    pub(super) present: usize,
    pub(super) issued: usize,
    pub(super) last_day: usize,
}

/// The inputs while they are gathered.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    pub(super) all: Vec<Input>,
    /// The words of each input of words.
    pub(super) words: Vec<Vec<String>>,
}

impl Inputs {
    pub(super) fn record(&mut self, name: impl Into<String>, kind: InputKind) -> usize {
        self.add(name.into(), kind, false)
    }

    pub(super) fn evidence(&mut self, name: &str, kind: FactType) -> usize {
        let kind = match kind {
            FactType::Boolean | FactType::Document => InputKind::Flag,
            FactType::Integer | FactType::Decimal => InputKind::Number,
            FactType::Date => InputKind::Day,
            FactType::Choice => InputKind::Word,
        };
        self.add(name.to_owned(), kind, true)
    }

    pub(super) fn paper(&mut self, name: &str) -> PaperInputs {
        PaperInputs {
            present: self.record(name, InputKind::Flag),
            issued: self.record(format!("{name}_issued"), InputKind::Day),
            last_day: self.record(format!("{name}_last_day"), InputKind::Day),
        }
    }

    pub(super) fn held(&mut self, subject: Subject) -> HeldInputs {
        let (name, given) = match subject {
            Subject::Registration => ("registration", "issued"),
            Subject::OperatingPermit => ("permit", "issued"),
            Subject::Accreditation | Subject::Statutes => ("accreditation", "decided"),
        };
        let graded = subject == Subject::Accreditation;
        let mut day = |what: &str| self.record(format!("{name}_{what}"), InputKind::Day);
        HeldInputs {
            given: day(given),
            last_day: day("last_day"),
            revoked: day("revoked"),
            lodged: day("lodged"),
            answered: day("answered"),
            grade: graded.then(|| self.record("accreditation_grade", InputKind::Word)),
        }
    }

    fn add(&mut self, name: String, kind: InputKind, is_evidence: bool) -> usize {
        let known = self.all.iter().position(|input| input.name == name && input.kind == kind);
        known.unwrap_or_else(|| {
            self.all.push(Input { name, kind, is_evidence });
            self.words.push(Vec::new());
            self.all.len() - 1
        })
    }

    /// The code of a word of an input, which is one of its words from now on.
    pub(super) fn word(&mut self, input: usize, word: &str) -> u16 {
        let Some(words) = self.words.get_mut(input) else { return super::OTHER_WORD };
        let place = words.iter().position(|known| known == word).unwrap_or_else(|| {
            words.push(word.to_owned());
            words.len() - 1
        });
        u16::try_from(place).unwrap_or(super::OTHER_WORD)
    }
}
