//! What is said of each row, in columns.

use super::certainty::Sureness;
use super::judging::Judged;
use super::standing::StandingColumn;
use super::{ColumnPlan, Fault, Mask, Wrong};
use crate::assess::EligibilityStatus;

/// What is said of a run of rows, a column for each answer. In a column of codes, [`NONE`](Self::NONE)
/// stands where there is none.
///
/// ```
/// use lkks::columns::{Answers, Block, ColumnPlan, Mask};
/// use lkks::rules::Subject;
/// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
/// let mut block = Block::for_plan(&plan);
/// block.rows = 1;
/// block.on.values.fill(19_821); // 8 April 2024
/// block.on.known = Mask::first(1);
/// let mut answers = Answers::default();
/// plan.judge(&block, &mut answers);
/// assert_eq!(plan.rule_ids()[usize::from(answers.rules[0])], "permensos-17-2012");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// How many rows were judged.
    pub rows: usize,
    /// What is held: the place in [`StandingStatus::ALL`](crate::assess::StandingStatus::ALL).
    pub standing: Vec<u8>,
    /// Whether it may be applied for: the place in
    /// [`EligibilityStatus::ALL`](crate::assess::EligibilityStatus::ALL).
    pub eligibility: Vec<u8>,
    /// The weakest certainty of what this rests on: the place in
    /// [`Certainty::ALL`](crate::rules::Certainty::ALL).
    pub certainty: Vec<u8>,
    /// The last day of what is held, in days since 1 January 1970.
    pub last_day: Vec<i32>,
    /// The rows in which that is known, 64 a word.
    pub has_last_day: Vec<u64>,
    /// The rules applied, as the place in [`rule_ids`](super::ColumnPlan::rule_ids).
    pub rules: Vec<u16>,
    /// The grade that the scores earn, as the place in [`grades`](super::ColumnPlan::grades).
    pub grade: Vec<u16>,
    /// The exact score in steps of 0.0001.
    pub score: Vec<i128>,
    /// The rows in which that is known, 64 a word.
    pub has_score: Vec<u64>,
    /// The next better grade.
    pub next_grade: Vec<u16>,
    /// How many points are short of it, in steps of 0.0001.
    pub points: Vec<i128>,
    /// The rows in which that is known, 64 a word.
    pub has_points: Vec<u64>,
    /// The findings that are not met.
    pub unmet: Lists,
    /// The findings that are unknown.
    pub unknown: Lists,
    /// The citations of the findings that are not met, then of those that are unknown, one for one.
    pub citations: Lists,
    /// What is wrong with cells, in no order.
    pub faults: Vec<Fault>,
}

impl Answers {
    /// The code where there is no answer.
    pub const NONE: u16 = u16::MAX;
    /// The same in the columns of bytes.
    pub const NONE_U8: u8 = u8::MAX;

    /// Empties it, keeping its room.
    ///
    /// ```
    /// let mut answers = lkks::columns::Answers::default();
    /// answers.clear();
    /// assert_eq!(answers.rows, 0);
    /// ```
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Makes room for `rows` more rows of which nothing is said yet; returns the first.
    pub(super) fn open(&mut self, rows: usize) -> usize {
        // Every block but the last is full, so that the sets of rows go on where they ended.
        let first = self.rows;
        self.rows += rows;
        for set in [&mut self.has_last_day, &mut self.has_score, &mut self.has_points] {
            set.resize(self.rows.div_ceil(64), 0);
        }
        for codes in [&mut self.standing, &mut self.eligibility, &mut self.certainty] {
            codes.resize(self.rows, Self::NONE_U8);
        }
        for codes in [&mut self.rules, &mut self.grade, &mut self.next_grade] {
            codes.resize(self.rows, Self::NONE);
        }
        self.last_day.resize(self.rows, 0);
        self.score.resize(self.rows, 0);
        self.points.resize(self.rows, 0);
        first
    }

    /// What is wrong with the facts of the rows that a plan decides about.
    pub(super) fn faults_of(&mut self, plan: &ColumnPlan, start: usize, said: &Judged) {
        for (fact, rows) in &said.invalid_facts {
            let input = plan.facts[*fact].evidence();
            let wrong = Wrong::Fact(*fact);
            let faults = rows.rows().map(|row| Fault { row: start + row, input, wrong });
            self.faults.extend(faults);
        }
    }

    /// What a plan says of the rows it decides about.
    pub(super) fn by_rules(&mut self, start: usize, code: u16, rows: Mask, said: &Judged) {
        put(&mut self.rules[start..], rows, code);
        let eligibility = &mut self.eligibility[start..];
        put(eligibility, rows, EligibilityStatus::Eligible as u8);
        put(eligibility, said.undetermined, EligibilityStatus::Undetermined as u8);
        put(eligibility, said.not_eligible, EligibilityStatus::NotEligible as u8);
        put(eligibility, said.invalid, EligibilityStatus::Invalid as u8);
        let Some(scored) = &said.scored else { return };
        for (code, rows) in &scored.grades {
            put(&mut self.grade[start..], *rows, *code);
        }
        let score = &mut self.score[start..];
        for row in scored.known.rows() {
            score[row] = i128::from(scored.total[row]);
        }
        add(&mut self.has_score, start, scored.known);
        let points = &mut self.points[start..];
        for (code, from, rows) in &scored.next {
            put(&mut self.next_grade[start..], *rows, *code);
            for row in rows.rows() {
                points[row] = i128::from(*from - scored.rounded[row]);
            }
            add(&mut self.has_points, start, *rows);
        }
    }

    /// What is said of every row that is not refused, whatever plan decides.
    pub(super) fn of_all(
        &mut self,
        start: usize,
        rows: Mask,
        standing: &StandingColumn,
        sureness: &Sureness,
    ) {
        for row in rows.rows() {
            let place = start + row;
            self.standing[place] = standing.at(row) as u8;
            self.certainty[place] = sureness.at(row) as u8;
            if self.eligibility[place] == Self::NONE_U8 {
                self.eligibility[place] = EligibilityStatus::NoRules as u8;
            }
        }
        if let Some(last_day) = &standing.last_day {
            let ends = standing.ends & rows;
            for row in ends.rows() {
                self.last_day[start + row] = last_day[row];
            }
            add(&mut self.has_last_day, start, ends);
        }
    }

    /// A row that is refused is invalid, and nothing else is said of it.
    pub(super) fn refuse(&mut self, start: usize, refused: Mask) {
        put(&mut self.eligibility[start..], refused, EligibilityStatus::Invalid as u8);
    }

    /// The findings and their citations, row by row.
    pub(super) fn list(&mut self, rows: usize, judged: &[Judged]) {
        let unmet = judged.iter().flat_map(|said| &said.unmet);
        let unknown = judged.iter().flat_map(|said| &said.unknown);
        self.unmet.append(rows, unmet.clone().map(|(named, mask)| (named.criterion, mask)));
        self.unknown.append(rows, unknown.clone().map(|(named, mask)| (named.criterion, mask)));
        let both = unmet.chain(unknown);
        self.citations.append(rows, both.map(|(named, mask)| (named.citation, mask)));
    }
}

/// Puts a code where `rows` are.
fn put<T: Copy>(codes: &mut [T], rows: Mask, code: T) {
    for row in rows.rows() {
        if let Some(place) = codes.get_mut(row) {
            *place = code;
        }
    }
}

/// Adds rows of a block that starts at `start` to a set of all rows.
fn add(all: &mut [u64], start: usize, rows: Mask) {
    for (word, more) in all.iter_mut().skip(start / 64).zip(rows.words()) {
        *word |= more;
    }
}

/// A list for each row.
///
/// ```
/// let lists = lkks::columns::Lists::default();
/// assert_eq!(lists.ends, [] as [i32; 0]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// Where the list of each row ends among the codes.
    pub ends: Vec<i32>,
    /// The codes of all lists.
    pub codes: Vec<u16>,
}

impl Lists {
    /// Appends for each of `rows` rows the codes of those columns that have it, in their order.
    pub(super) fn append<'c>(
        &mut self,
        rows: usize,
        columns: impl Iterator<Item = (u16, &'c Mask)> + Clone,
    ) {
        let mut next = [0_u32; super::ROWS];
        for (_, mask) in columns.clone() {
            for row in mask.rows() {
                next[row] += 1;
            }
        }
        let start = self.codes.len();
        let mut end = start;
        for count in next.iter_mut().take(rows) {
            let own = *count as usize;
            *count = u32::try_from(end - start).unwrap_or(u32::MAX);
            end += own;
            self.ends.push(i32::try_from(end).unwrap_or(i32::MAX));
        }
        self.codes.resize(end, 0);
        let own = &mut self.codes[start..];
        for (code, mask) in columns {
            for row in mask.rows() {
                if let Some(place) = own.get_mut(next[row] as usize) {
                    *place = code;
                }
                next[row] += 1;
            }
        }
    }
}
