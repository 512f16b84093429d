//! What is wrong with cells, and which rows are refused for it: those whose records a register
//! would not take.

use super::input::{Block, InputKind};
use super::{ColumnPlan, Mask};
use crate::calendar::{Date, Period};
use crate::facts::Scalar;
use crate::message::Code;
use crate::problem::Problem;

/// Something wrong with a row.
///
/// ```
/// use lkks::columns::{Fault, Wrong};
/// let fault = Fault { row: 7, input: None, wrong: Wrong::NoDay };
/// assert_eq!(fault.input, None, "no input: the day on which the row is judged");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The row among those judged.
    pub row: usize,
    /// The input; none for the day on which the row is judged.
    pub input: Option<usize>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What may be wrong with a cell.
///
/// ```
/// use lkks::columns::Wrong;
/// assert_ne!(Wrong::NoDay, Wrong::NotRead);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no day to judge the row on.
    NoDay,
    /// It is not what the input holds.
    NotRead,
    /// It is not a value of this fact.
    Fact(usize),
    /// It is a grade that the rules at this place do not know.
    Grade(usize),
    /// It is a day before that of this input.
    Before(usize),
    /// It says something of what this input does not date.
    Undated(usize),
}

/// Inputs of which one follows from the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Follows {
    first: usize,
    then: usize,
    /// Whether it has no meaning without the first.
    needs_first: bool,
}

/// Every pair of inputs in which the second follows from the first.
pub(super) fn pairs(plan: &ColumnPlan) -> Vec<Follows> {
    let records = &plan.records;
    let mut pairs = vec![Follows {
        first: records.member_since,
        then: records.member_until,
        needs_first: true,
    }];
    for held in [records.registration, records.permit, records.accreditation] {
        let of_given = [Some(held.last_day), Some(held.revoked), held.grade];
        let of_given = of_given.into_iter().flatten().map(|then| (held.given, then));
        pairs.extend(of_given.chain([(held.lodged, held.answered)]).map(|(first, then)| Follows {
            first,
            then,
            needs_first: true,
        }));
    }
    let papers = plan.facts.iter().filter_map(super::fact::FactColumn::paper_inputs);
    pairs.extend(papers.map(|paper| Follows {
        first: paper.issued,
        then: paper.last_day,
        needs_first: false,
    }));
    pairs
}

/// The rows that are refused; why is added to `faults`, with rows counted from `start`.
pub(super) fn of(plan: &ColumnPlan, block: &Block, start: usize, faults: &mut Vec<Fault>) -> Mask {
    let rows = Mask::first(block.rows);
    let mut refused = rows.but(block.on.known);
    let mut tell = |told: Mask, input: Option<usize>, wrong: Wrong| {
        faults.extend(told.rows().map(|row| Fault { row: start + row, input, wrong }));
    };
    tell(refused.but(block.on.bad), None, Wrong::NoDay);
    tell(refused & block.on.bad, None, Wrong::NotRead);
    for (place, _) in plan.inputs.iter().enumerate().filter(|(_, input)| !input.is_evidence) {
        let bad = block.bad(place) & rows;
        tell(bad, Some(place), Wrong::NotRead);
        refused |= bad;
    }
    for pair in &plan.pairs {
        let then = block.known(pair.then) & rows;
        if then.is_empty() {
            continue;
        }
        let first = block.known(pair.first);
        if pair.needs_first {
            let undated = then.but(first | block.bad(pair.first));
            tell(undated, Some(pair.then), Wrong::Undated(pair.first));
            refused |= undated;
        }
        if let (Some(a), Some(b)) = (block.days(pair.first), block.days(pair.then)) {
            let before = then & first & Mask::of(|row| b.values[row] < a.values[row]);
            tell(before, Some(pair.then), Wrong::Before(pair.first));
            refused |= before;
        }
    }
    refused
}

impl ColumnPlan {
    /// The problem that a fault is, by what the cells of its row say. `cell` gives the value of an
    /// input as it is written, where there is one. The path is the name of the input.
    ///
    /// ```
    /// use lkks::columns::{ColumnPlan, Fault, Wrong};
    /// # use lkks::rules::Subject;
    /// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// let fault = Fault { row: 7, input: None, wrong: Wrong::NoDay };
    /// let problem = plan.problem(&fault, &|_| None);
    /// assert_eq!(problem.code.key(), "missing-field");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn problem(
        &self,
        fault: &Fault,
        cell: &dyn Fn(Option<usize>) -> Option<Scalar>,
    ) -> Problem {
        let name = |input: usize| self.inputs.get(input).map_or("", |input| input.name.as_str());
        let value = cell(fault.input);
        let not_read = || {
            let expected = match fault.input.and_then(|input| self.inputs.get(input)) {
                None => "date",
                Some(input) => match input.kind {
                    InputKind::Flag => "boolean",
                    InputKind::Number => "number",
                    InputKind::Day => "date",
                    InputKind::Word => "text",
                },
            };
            Problem::error(Code::FactType).expected(expected)
        };
        let text = |scalar: Option<Scalar>| scalar.map(|scalar| scalar.to_string());
        let day = |scalar: Option<Scalar>| text(scalar)?.parse::<Date>().ok();
        let problem = match fault.wrong {
            Wrong::NoDay => Problem::error(Code::MissingField).expected("on"),
            Wrong::NotRead if fault.input == Some(self.records.region) => {
                Problem::error(Code::InvalidRegion)
            }
            Wrong::NotRead => not_read(),
            Wrong::Fact(fact) => {
                let spec = self.facts.get(fact).map(|fact| &fact.wanted.spec);
                let told =
                    spec.zip(value.as_ref()).and_then(|(spec, value)| spec.value(value).err());
                told.unwrap_or_else(not_read)
            }
            Wrong::Grade(rules) => {
                let plan = self.rules.get(rules).map(|rules| &rules.plan);
                let known =
                    plan.iter().flat_map(|plan| &plan.grades).map(|grade| grade.code.as_str());
                Problem::warning(Code::UnknownGrade).expected(known.collect::<Vec<_>>().join(", "))
            }
            Wrong::Before(first) => {
                let days = (day(cell(Some(first))), day(value.clone()));
                let reversed = match days {
                    (Some(first), Some(last)) => Period::new(first, Some(last)).err(),
                    _ => None,
                };
                let told = reversed.and_then(|error| error.problems().first().cloned());
                told.unwrap_or_else(|| Problem::error(Code::PeriodReversed))
            }
            Wrong::Undated(first) => Problem::error(Code::MissingField).expected(name(first)),
        };
        let problem = match (problem.value.is_some(), text(value)) {
            (false, Some(text)) => problem.value(text),
            _ => problem,
        };
        problem.at(fault.input.map_or("on", name))
    }
}
