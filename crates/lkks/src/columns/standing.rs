//! What the rows of a block hold on their day: `assess/standing.rs`, which specifies it, by column.
//!
//! A row has one record of each kind and whole days, so there is no latest one to find and no day
//! to take in two ways.

use super::certainty::Sureness;
use super::days::DayOf;
use super::input::{Column, HeldInputs};
use super::rules::{Lasts, Rules};
use super::sitting::{Facts, Sitting};
use super::{Mask, ROWS};
use crate::assess::StandingStatus;
use crate::rules::Subject;

/// What is held in each row; in the rows of no status it was never held.
#[derive(Debug, Default)]
pub(super) struct StandingColumn {
    pub(super) ever: Mask,
    pub(super) current: Mask,
    pub(super) expired: Mask,
    pub(super) revoked: Mask,
    pub(super) undetermined: Mask,
    /// The rows whose last day is known to the day.
    pub(super) ends: Mask,
    pub(super) last_day: Option<Box<[i32; ROWS]>>,
    pub(super) sureness: Sureness,
    /// The rows with a grade that the rules of its day do not know, with the place of those rules.
    pub(super) strange_grades: Vec<(usize, Mask)>,
}

impl StandingColumn {
    pub(super) fn at(&self, row: usize) -> StandingStatus {
        match row {
            _ if !self.ever.has(row) => StandingStatus::Never,
            _ if self.current.has(row) => StandingStatus::Current,
            _ if self.expired.has(row) => StandingStatus::Expired,
            _ if self.revoked.has(row) => StandingStatus::Revoked,
            _ => StandingStatus::Undetermined,
        }
    }
}

/// When what is held ends, as far as that is known.
struct Ends {
    /// It holds at least until this day.
    surely_until: Box<[i32; ROWS]>,
    /// It holds at most until this day, in the rows where there is such a day.
    over_after: Box<[i32; ROWS]>,
    has_end: Mask,
    sureness: Sureness,
}

impl Ends {
    fn by_rules(&mut self, rows: Mask, since: &[i32; ROWS], figures: &[&Lasts]) {
        let Some(certainty) = figures.iter().map(|figure| figure.certainty).max() else { return };
        let mut ending = Mask::NONE;
        for row in rows.rows() {
            let ends = || figures.iter().filter_map(|figure| figure.last_day.from(since[row]));
            if let (Some(earliest), Some(latest)) = (ends().min(), ends().max()) {
                self.surely_until[row] = earliest;
                self.over_after[row] = latest;
                ending.insert(row);
            }
        }
        self.has_end |= ending;
        self.sureness.rests(ending, certainty);
    }

    fn end_by(&mut self, row: usize, last: i32) {
        self.surely_until[row] = self.surely_until[row].min(last);
        let over = if self.has_end.has(row) { self.over_after[row].min(last) } else { last };
        self.over_after[row] = over;
        self.has_end.insert(row);
    }
}

/// What the rows of a sitting hold of `subject`.
pub(super) fn of(sitting: &Sitting<'_>, subject: Subject) -> StandingColumn {
    let inputs = sitting.plan.records.held(subject);
    let Some(given) = sitting.block.days(inputs.given) else { return StandingColumn::default() };
    let (since, on) = (&*given.values, sitting.on);
    let rows = sitting.rows & given.known & Mask::of(|row| since[row] <= on.at(row));
    if rows.is_empty() {
        return StandingColumn::default();
    }
    let mut ends = Ends {
        surely_until: given.values.clone(),
        over_after: Box::new([0; ROWS]),
        has_end: Mask::NONE,
        sureness: Sureness::default(),
    };
    let mut standing = StandingColumn::default();
    let stated = sitting.block.days(inputs.last_day);
    if let Some(stated) = stated {
        ends.has_end = stated.known & rows;
        for row in ends.has_end.rows() {
            ends.surely_until[row] = stated.values[row];
            ends.over_after[row] = stated.values[row];
        }
    }
    let held = under_rules(sitting, subject, inputs, since, rows, &mut ends, &mut standing);
    let is_revoked = sitting.block.days(inputs.revoked).map_or(Mask::NONE, |revoked| {
        revoked.known & Mask::of(|row| revoked.values[row] <= on.at(row))
    });
    let (until, over) = (&ends.surely_until, &ends.over_after);
    standing.ever = held;
    standing.revoked = held & is_revoked;
    let open = held.but(is_revoked);
    standing.current = open & Mask::of(|row| on.at(row) <= until[row]);
    let past = ends.has_end & Mask::of(|row| over[row] < on.at(row));
    standing.expired = (open & past).but(standing.current);
    standing.undetermined = open.but(standing.current | standing.expired);
    standing.ends = held & ends.has_end & Mask::of(|row| over[row] == until[row]);
    standing.sureness.rests_as(held, &ends.sureness);
    run_on(sitting, subject, inputs, given, &ends, &mut standing);
    standing.last_day = Some(ends.surely_until);
    standing
}

/// What the rules of the day on which each was given say of its end; returns the rows in which it
/// was given at all, and not refused.
fn under_rules(
    sitting: &Sitting<'_>,
    subject: Subject,
    inputs: HeldInputs,
    since: &[i32; ROWS],
    rows: Mask,
    ends: &mut Ends,
    standing: &mut StandingColumn,
) -> Mask {
    let given_on = DayOf::Each(since);
    let facts = Facts::new(sitting, given_on, &sitting.nothing_held);
    let chosen = sitting.choose(subject, given_on, rows, false, &|rules| {
        let truths = facts.applies(rules);
        truths.yes | truths.unknown
    });
    let stated = ends.has_end;
    let mut held = rows;
    for (place, chosen) in chosen {
        let rules = &sitting.plan.rules[place];
        let surely = chosen & facts.applies(place).yes;
        let by_rules = surely.but(stated);
        let (graded, refused) = by_grade(sitting, inputs, rules, since, chosen, by_rules, ends);
        held = held.but(refused);
        let grade = inputs.grade.and_then(|grade| sitting.block.words(grade));
        let strange = grade.map_or(Mask::NONE, |grade| (chosen & grade.known).but(graded));
        if !rules.grades.is_empty() && !strange.is_empty() {
            standing.strange_grades.push((place, strange));
        }
        for ending in &rules.endings {
            let later = &sitting.plan.rules[ending.later];
            let started = sitting.on.mask(|on| later.start(on).is_some());
            let ended = surely & started & sitting.in_region(ending.later);
            ends.sureness.rests(ended, ending.certainty);
            let Some(lapse) = &ending.lapse else { continue };
            for row in ended.rows() {
                let start = later.start(sitting.on.at(row));
                if let Some(last) = start.and_then(|start| lapse.last_day(start)) {
                    ends.end_by(row, last);
                }
            }
        }
        ends.sureness.rests(surely & rules.near(given_on), crate::rules::Certainty::Assumed);
    }
    held
}

/// Ends by grade; returns the rows whose grade the rules know, and those of them it refuses.
fn by_grade(
    sitting: &Sitting<'_>,
    inputs: HeldInputs,
    rules: &Rules,
    since: &[i32; ROWS],
    chosen: Mask,
    by_rules: Mask,
    ends: &mut Ends,
) -> (Mask, Mask) {
    let grade = inputs.grade.and_then(|grade| sitting.block.words(grade));
    let is_graded = grade.map_or(Mask::NONE, |grade| grade.known);
    let (mut graded, mut refused) = (Mask::NONE, Mask::NONE);
    let fallback: Vec<&Lasts> = rules.validity.iter().collect();
    if let Some(words) = grade {
        for grade in &rules.grades {
            let is_it = Mask::of(|row| words.values[row] == grade.word);
            let rows = (chosen & is_graded & is_it).but(graded);
            graded |= rows;
            if !grade.accredited {
                refused |= rows;
                continue;
            }
            let own: Vec<&Lasts> = grade.validity.iter().collect();
            let figures = if own.is_empty() { &fallback } else { &own };
            ends.by_rules(rows & by_rules, since, figures);
        }
        ends.by_rules((by_rules & is_graded).but(graded), since, &fallback);
    }
    let ungraded = by_rules.but(is_graded);
    let accredited = || rules.grades.iter().filter(|grade| grade.accredited);
    let known: Vec<&Lasts> = accredited().filter_map(|grade| grade.validity.as_ref()).collect();
    let all_known = known.len() == accredited().count();
    // Where even the grade is unknown, it lasts as long as the shortest and the longest.
    let figures = if known.is_empty() || !all_known { &fallback } else { &known };
    ends.by_rules(ungraded, since, figures);
    (graded, refused)
}

/// What expired runs on where a renewal asked for in time is pending and the rules say so.
fn run_on(
    sitting: &Sitting<'_>,
    subject: Subject,
    inputs: HeldInputs,
    given: &Column<i32>,
    ends: &Ends,
    standing: &mut StandingColumn,
) {
    let Some(lodged) = sitting.block.days(inputs.lodged) else { return };
    let over = standing.expired & standing.ends & sitting.pending(inputs);
    if over.is_empty() {
        return;
    }
    let last_day = &*ends.surely_until;
    let ended_on = DayOf::Each(last_day);
    let facts = Facts::new(sitting, ended_on, &sitting.nothing_held);
    let surely = |rules| facts.applies(rules).yes;
    for (place, rows) in sitting.choose(subject, ended_on, over, true, &surely) {
        let renewal = &sitting.plan.rules[place].renewal;
        let Some(certainty) = renewal.runs_on else { continue };
        let in_time = Mask::of(|row| {
            let deadline = match &renewal.apply_before {
                None => Some(last_day[row]),
                Some(window) if rows.has(row) => window.days.from(last_day[row]),
                Some(_) => None,
            };
            let lodged = lodged.values[row];
            given.values[row] < lodged && deadline.is_some_and(|deadline| lodged <= deadline)
        });
        let rows = rows & in_time;
        standing.current |= rows;
        standing.expired = standing.expired.but(rows);
        let window = renewal.apply_before.as_ref().map(|window| window.certainty);
        standing.sureness.rests(rows, window.map_or(certainty, |window| window.max(certainty)));
    }
}
