//! Facts by column: what `facts/sheet.rs` answers for one organisation, for a block of them.

use super::days::{DayOf, Step, Steps};
use super::input::{Block, Inputs, PaperInputs};
use super::records::Records;
use super::truths::Truths;
use super::{Mask, OTHER_WORD, ROWS, days};
use crate::facts::{FactType, Value};
use crate::rules::Certainty;
use crate::rules::plan::{Ask, PlanFact, Test};

/// A fact that the plans ask for, with where a table says it.
#[derive(Debug)]
pub(super) struct FactColumn {
    pub(super) wanted: PlanFact,
    source: Source,
    /// How long a paper lasts that states no last day, and how sure that is.
    pub(super) valid_for: Option<(Steps, Certainty)>,
    /// The words it may be, for a choice that has such.
    allowed: Option<Vec<u16>>,
}

/// Where a table says it.
#[derive(Debug, PartialEq, Eq)]
enum Source {
    Evidence(usize),
    Paper(PaperInputs),
    /// By a record: the days and words of a row's certificates and membership.
    Record,
}

/// The built-in facts that a row's own records are, rather than evidence of them.
const RECORDS: [&str; 6] = [
    "member_since",
    "registration_last_day",
    "permit_last_day",
    "accreditation_grade",
    "accreditation_decided",
    "accreditation_last_day",
];

impl FactColumn {
    pub(super) fn new(wanted: &PlanFact, inputs: &mut Inputs) -> Self {
        let name = wanted.spec.name.as_str();
        let source = match wanted.spec.kind {
            FactType::Document => Source::Paper(inputs.paper(name)),
            _ if wanted.built_in && RECORDS.contains(&name) => Source::Record,
            kind => Source::Evidence(inputs.evidence(name, kind)),
        };
        let allowed = match source {
            Source::Evidence(input) if !wanted.spec.choices.is_empty() => {
                Some(wanted.spec.choices.iter().map(|word| inputs.word(input, word)).collect())
            }
            _ => None,
        };
        let valid_for = wanted
            .valid_for
            .as_ref()
            .map(|figure| (Steps::new(Step::LastDay(figure.validity())), figure.weakest()));
        Self { wanted: wanted.clone(), source, valid_for, allowed }
    }

    /// The input that is evidence of it.
    pub(super) const fn evidence(&self) -> Option<usize> {
        match self.source {
            Source::Evidence(input) => Some(input),
            _ => None,
        }
    }

    pub(super) const fn paper_inputs(&self) -> Option<PaperInputs> {
        match self.source {
            Source::Paper(inputs) => Some(inputs),
            _ => None,
        }
    }

    /// Whether two plans mean the same.
    pub(super) fn is(&self, wanted: &PlanFact) -> bool {
        let (mine, other) = (&self.wanted.spec, &wanted.spec);
        mine.name == other.name
            && mine.kind == other.kind
            && (mine.min, mine.max) == (other.min, other.max)
            && mine.choices == other.choices
            && self.wanted.built_in == wanted.built_in
            && self.wanted.valid_for == wanted.valid_for
    }

    /// What is known of it in a block.
    pub(super) fn of<'b>(
        &self,
        block: &'b Block,
        on: DayOf<'_>,
        records: &'b Records<'b>,
    ) -> FactCells<'b> {
        let implied = if self.wanted.built_in {
            records.fact(&self.wanted.spec.name)
        } else {
            FactCells::MISSING
        };
        match &self.source {
            Source::Record => implied,
            Source::Paper(inputs) => self.paper(*inputs, block, on),
            Source::Evidence(input) => self.evidence_or(*input, block, implied),
        }
    }

    /// What a person recorded counts before what the records imply.
    fn evidence_or<'b>(
        &self,
        input: usize,
        block: &'b Block,
        implied: FactCells<'b>,
    ) -> FactCells<'b> {
        let bad = block.bad(input);
        let (values, known, invalid) = match self.wanted.spec.kind {
            FactType::Boolean => {
                let Some(flags) = block.flags(input) else { return implied };
                let implied_yes = match implied.values {
                    Values::Flags(yes) => yes.but(flags.known | bad),
                    _ => Mask::NONE,
                };
                (Values::Flags((flags.yes & flags.known) | implied_yes), flags.known, bad)
            }
            FactType::Integer | FactType::Decimal => {
                let Some(numbers) = block.numbers(input) else { return implied };
                let outside = self.outside(&numbers.values) & numbers.known;
                (Values::Numbers(&numbers.values), numbers.known.but(outside), bad | outside)
            }
            FactType::Date => {
                let Some(days) = block.days(input) else { return implied };
                (Values::Days(&days.values), days.known, bad)
            }
            FactType::Choice => {
                let Some(words) = block.words(input) else { return implied };
                let strange = match &self.allowed {
                    None => Mask::NONE,
                    Some(allowed) => Mask::of(|row| !allowed.contains(&words.values[row])),
                };
                let strange = strange & words.known;
                (Values::Words(&words.values), words.known.but(strange), bad | strange)
            }
            FactType::Document => return implied,
        };
        // Only flags, and a count of nought, are implied where a column leaves them open.
        let open = !(known | invalid);
        FactCells {
            values,
            known: known | (implied.known & open),
            invalid,
            not_applicable: implied.not_applicable & open,
        }
    }

    fn outside(&self, values: &[i64; ROWS]) -> Mask {
        let spec = &self.wanted.spec;
        let least = spec.min.map_or(i64::MIN, crate::Decimal::steps);
        let most = spec.max.map_or(i64::MAX, crate::Decimal::steps);
        let outside = Mask::of(|row| values[row] < least || most < values[row]);
        match spec.kind {
            FactType::Integer => outside | Mask::of(|row| values[row] % 10_000 != 0),
            _ => outside,
        }
    }

    fn paper<'b>(&self, inputs: PaperInputs, block: &'b Block, on: DayOf<'_>) -> FactCells<'b> {
        let present = block.flags(inputs.present).copied().unwrap_or_default();
        let issued = block.days(inputs.issued);
        let stated = block.days(inputs.last_day);
        let is_issued = issued.map_or(Mask::NONE, |issued| issued.known);
        let is_stated = stated.map_or(Mask::NONE, |stated| stated.known);
        let later = issued.map_or(Mask::NONE, |issued| {
            issued.known & Mask::of(|row| on.at(row) < issued.values[row])
        });
        let known = (present.known | is_issued | is_stated).but(later);
        let present = known.but(present.known.but(present.yes));
        let mut paper = Paper { present, dated: is_stated & known, ..Paper::default() };
        let wants_more = present.but(is_stated);
        match (&self.valid_for, wants_more.is_empty()) {
            (Some((lasts, _)), false) => {
                let mut last_day =
                    stated.map_or_else(|| Box::new([0; ROWS]), |stated| stated.values.clone());
                paper.undated = wants_more;
                if let Some(issued) = issued {
                    for row in (wants_more & is_issued).rows() {
                        if let Some(last) = lasts.from(issued.values[row]) {
                            last_day[row] = last;
                            paper.dated.insert(row);
                        }
                    }
                    paper.undated = wants_more.but(paper.dated);
                }
                paper.last_day = Some(Days::Own(last_day));
            }
            _ => paper.last_day = stated.map(|stated| Days::Of(&stated.values)),
        }
        FactCells { values: Values::Paper(Box::new(paper)), known, ..FactCells::MISSING }
    }
}

/// What is known of a fact in a block; in the rows of none of the masks nothing is.
#[derive(Debug)]
pub(super) struct FactCells<'b> {
    pub(super) values: Values<'b>,
    pub(super) known: Mask,
    pub(super) invalid: Mask,
    pub(super) not_applicable: Mask,
}

impl FactCells<'_> {
    pub(super) const MISSING: Self = Self {
        values: Values::None,
        known: Mask::NONE,
        invalid: Mask::NONE,
        not_applicable: Mask::NONE,
    };
}

#[derive(Debug)]
pub(super) enum Values<'b> {
    None,
    Flags(Mask),
    Numbers(&'b [i64; ROWS]),
    Days(&'b [i32; ROWS]),
    Words(&'b [u16; ROWS]),
    Paper(Box<Paper<'b>>),
}

/// A paper in each row.
#[derive(Debug, Default)]
pub(super) struct Paper<'b> {
    pub(super) present: Mask,
    /// The rows in which it has a last day.
    dated: Mask,
    /// The rows in which it has one, which nobody knows.
    undated: Mask,
    last_day: Option<Days<'b>>,
}

#[derive(Debug)]
enum Days<'b> {
    Of(&'b [i32; ROWS]),
    Own(Box<[i32; ROWS]>),
}

/// A condition with positions of facts and codes of words: `Test`, made ready for blocks.
#[derive(Debug)]
pub(super) enum ColumnTest {
    All(Vec<ColumnTest>),
    Any(Vec<ColumnTest>),
    Not(Box<ColumnTest>),
    Leaf { fact: usize, ask: ColumnAsk },
}

#[derive(Debug)]
pub(super) enum ColumnAsk {
    Valid,
    Present,
    /// Whether yes is one of the answers, and whether no is.
    FlagIn(bool, bool),
    NumberIn(Vec<i64>),
    DayIn(Vec<i32>),
    WordIn(Vec<u16>),
    /// From the first to the second, both included.
    Number(i64, i64),
    Day(i32, i32),
    HeldFor(Steps),
}

impl ColumnTest {
    /// Makes `test` of one plan ready; `place` says where a fact of the plan is among all, `word`
    /// what a word of a fact is coded as.
    pub(super) fn of(
        test: &Test,
        place: &impl Fn(usize) -> usize,
        word: &mut impl FnMut(usize, &str) -> u16,
    ) -> Self {
        let mut parts =
            |parts: &[Test]| parts.iter().map(|part| Self::of(part, place, word)).collect();
        match test {
            Test::All(all) => Self::All(parts(all)),
            Test::Any(any) => Self::Any(parts(any)),
            Test::Not(part) => Self::Not(Box::new(Self::of(part, place, word))),
            Test::Leaf { fact, ask } => {
                let fact = place(*fact);
                Self::Leaf { fact, ask: ColumnAsk::of(ask, &mut |text| word(fact, text)) }
            }
        }
    }

    /// In which rows it holds, by what `cells` says of each fact.
    pub(super) fn truths<'c, 'b: 'c>(
        &self,
        cells: &impl Fn(usize) -> &'c FactCells<'b>,
        on: DayOf<'_>,
    ) -> Truths {
        match self {
            Self::All(parts) => Truths::all(parts.iter().map(|part| part.truths(cells, on))),
            Self::Any(parts) => Truths::any(parts.iter().map(|part| part.truths(cells, on))),
            Self::Not(part) => part.truths(cells, on).not(),
            Self::Leaf { fact, ask } => ask.truths(cells(*fact), on),
        }
    }
}

impl ColumnAsk {
    fn of(ask: &Ask, word: &mut impl FnMut(&str) -> u16) -> Self {
        let numbers = |from: i64, to: i64| Self::Number(from, to);
        let from = |bound: &Value, more: i64| match bound {
            Value::Number(least) => numbers(least.steps().saturating_add(more), i64::MAX),
            Value::Date(first) => {
                Self::Day(days::day_number(*first).saturating_add(i32::from(more > 0)), i32::MAX)
            }
            _ => numbers(1, 0),
        };
        let to = |bound: &Value, less: i64| match bound {
            Value::Number(most) => numbers(i64::MIN, most.steps().saturating_sub(less)),
            Value::Date(last) => {
                Self::Day(i32::MIN, days::day_number(*last).saturating_sub(i32::from(less > 0)))
            }
            _ => numbers(1, 0),
        };
        match ask {
            Ask::Valid => Self::Valid,
            Ask::Present => Self::Present,
            Ask::HeldFor(duration) => Self::HeldFor(Steps::new(Step::After(*duration))),
            Ask::AtLeast(bound) => from(bound, 0),
            Ask::MoreThan(bound) => from(bound, 1),
            Ask::AtMost(bound) => to(bound, 0),
            Ask::LessThan(bound) => to(bound, 1),
            Ask::OneOf(values) => match values.first() {
                Some(Value::Number(_)) => Self::NumberIn(
                    values
                        .iter()
                        .filter_map(|v| match v {
                            Value::Number(number) => Some(number.steps()),
                            _ => None,
                        })
                        .collect(),
                ),
                Some(Value::Date(_)) => Self::DayIn(
                    values
                        .iter()
                        .filter_map(|v| match v {
                            Value::Date(day) => Some(days::day_number(*day)),
                            _ => None,
                        })
                        .collect(),
                ),
                Some(Value::Choice(_)) => Self::WordIn(
                    values
                        .iter()
                        .filter_map(|v| match v {
                            Value::Choice(text) => Some(word(text)),
                            _ => None,
                        })
                        .collect(),
                ),
                _ => Self::FlagIn(
                    values.contains(&Value::Boolean(true)),
                    values.contains(&Value::Boolean(false)),
                ),
            },
        }
    }

    fn truths(&self, cells: &FactCells<'_>, on: DayOf<'_>) -> Truths {
        let holds = match (self, &cells.values) {
            (Self::Present, Values::Paper(paper)) => paper.present,
            (Self::Valid, Values::Paper(paper)) => {
                let over = match &paper.last_day {
                    None => Mask::NONE,
                    Some(Days::Of(last)) => Mask::of(|row| last[row] < on.at(row)),
                    Some(Days::Own(last)) => Mask::of(|row| last[row] < on.at(row)),
                };
                let valid = paper.present.but(over & paper.dated);
                // Present, but until when is not known.
                let open = paper.present & paper.undated;
                return Truths::where_known(valid, cells.known.but(open), cells.not_applicable);
            }
            (Self::FlagIn(yes, no), Values::Flags(flags)) => match (yes, no) {
                (true, true) => Mask::ALL,
                (true, false) => *flags,
                (false, true) => !*flags,
                (false, false) => Mask::NONE,
            },
            (Self::NumberIn(all), Values::Numbers(numbers)) => {
                Mask::of(|row| all.contains(&numbers[row]))
            }
            (Self::Number(from, to), Values::Numbers(numbers)) => {
                Mask::of(|row| *from <= numbers[row] && numbers[row] <= *to)
            }
            (_, Values::Days(days)) => self.of_days(days, on),
            (Self::WordIn(all), Values::Words(words)) => {
                Mask::of(|row| words[row] != OTHER_WORD && all.contains(&words[row]))
            }
            _ => Mask::NONE,
        };
        Truths::where_known(holds, cells.known, cells.not_applicable)
    }

    fn of_days(&self, days: &[i32; ROWS], on: DayOf<'_>) -> Mask {
        match self {
            Self::DayIn(all) => Mask::of(|row| all.contains(&days[row])),
            Self::Day(from, to) => Mask::of(|row| *from <= days[row] && days[row] <= *to),
            Self::HeldFor(steps) => {
                Mask::of(|row| steps.from(days[row]).is_some_and(|due| due <= on.at(row)))
            }
            _ => Mask::NONE,
        }
    }
}
