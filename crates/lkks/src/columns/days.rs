//! Days as numbers: those of the rows of a block, and steps over the calendar read from tables.

use super::{Mask, ROWS};
use crate::calendar::{Date, Duration, LeapDay, Validity};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// How many days after 1 January 1970 a day is.
///
/// ```
/// use lkks::columns::{day, day_number};
/// let first = "2024-02-29".parse()?;
/// assert_eq!(day_number(first), 19_782);
/// assert_eq!(day(19_782), Some(first));
/// # Ok::<(), lkks::Problem>(())
/// ```
pub fn day_number(day: Date) -> i32 {
    day.naive().to_epoch_days()
}

/// The day of this number, where it is one of the years 1 to 9999.
///
/// ```
/// use lkks::columns::{DAY_NUMBERS, day};
/// assert_eq!(day(0).map(|day| day.to_string()).as_deref(), Some("1970-01-01"));
/// assert_eq!(day(DAY_NUMBERS.1 + 1), None);
/// ```
pub fn day(number: i32) -> Option<Date> {
    NaiveDate::from_epoch_days(number).and_then(|day| Date::try_from(day).ok())
}

/// The first and the last number that is a day: 1 January 1 and 31 December 9999.
///
/// ```
/// use lkks::columns::{DAY_NUMBERS, day};
/// assert_eq!(day(DAY_NUMBERS.0).map(|day| day.to_string()).as_deref(), Some("0001-01-01"));
/// ```
pub const DAY_NUMBERS: (i32, i32) = (-719_162, 2_932_896);

/// A day for each row, or one for all.
#[derive(Clone, Copy)]
pub(super) enum DayOf<'a> {
    All(i32),
    Each(&'a [i32; ROWS]),
}

impl DayOf<'_> {
    #[inline]
    pub(super) fn at(self, row: usize) -> i32 {
        match self {
            Self::All(day) => day,
            Self::Each(days) => days[row],
        }
    }

    /// The rows on whose day it holds.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "the loop is only fast where the test is in it")]
    pub(super) fn mask(self, holds: impl Fn(i32) -> bool) -> Mask {
        match self {
            Self::All(day) => {
                if holds(day) {
                    Mask::ALL
                } else {
                    Mask::NONE
                }
            }
            Self::Each(days) => Mask::of(|row| holds(days[row])),
        }
    }
}

/// A step over the calendar that a figure of a pack makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// So long after.
    After(Duration),
    /// So long before.
    Before(Duration),
    /// To the last day of what lasts so long.
    LastDay(Validity),
}

impl Step {
    fn from(self, day: Date) -> Option<Date> {
        match self {
            Self::After(length) => length.after(day, LeapDay::LastOfMonth).ok(),
            Self::Before(length) => length.before(day, LeapDay::LastOfMonth).ok(),
            Self::LastDay(validity) => validity.last_day(day).ok(),
        }
    }
}

/// The days that are looked up: 1950 to 2100, where nearly every day of a register lies.
const LOOKED_UP: (i32, i32) = (-7_305, 47_846);
/// No day: the step leaves the calendar.
const NEVER: i32 = i32::MIN;

/// A step, with the answers for the days of our time kept: a calendar is too slow for every row.
#[derive(Debug)]
pub(super) struct Steps {
    step: Step,
    known: OnceLock<Box<[i32]>>,
}

impl Steps {
    pub(super) const fn new(step: Step) -> Self {
        Self { step, known: OnceLock::new() }
    }

    /// Where the step leads from `from`, if it stays within the calendar.
    #[inline]
    pub(super) fn from(&self, from: i32) -> Option<i32> {
        let known = self.known.get_or_init(|| {
            (LOOKED_UP.0..=LOOKED_UP.1).map(|from| self.walked(from).unwrap_or(NEVER)).collect()
        });
        let place = usize::try_from(i64::from(from) - i64::from(LOOKED_UP.0));
        match place.ok().and_then(|place| known.get(place)) {
            Some(&NEVER) => None,
            Some(&to) => Some(to),
            None => self.walked(from),
        }
    }

    fn walked(&self, from: i32) -> Option<i32> {
        self.step.from(day(from)?).map(day_number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ends_of_the_calendar_are_its_ends() {
        assert_eq!(day(DAY_NUMBERS.0).map(|day| day.to_string()).as_deref(), Some("0001-01-01"));
        assert_eq!(day(DAY_NUMBERS.1).map(|day| day.to_string()).as_deref(), Some("9999-12-31"));
        assert_eq!(day(DAY_NUMBERS.0 - 1), None);
        assert_eq!(day(DAY_NUMBERS.1 + 1), None);
        assert_eq!(day(LOOKED_UP.0).map(|day| day.to_string()).as_deref(), Some("1950-01-01"));
        assert_eq!(day(LOOKED_UP.1).map(|day| day.to_string()).as_deref(), Some("2100-12-31"));
    }

    proptest! {
        #[test]
        fn a_step_that_is_looked_up_is_the_step(from in DAY_NUMBERS.0..=DAY_NUMBERS.1, years in 0u32..40) {
            for step in [Step::After(Duration::years(years)), Step::Before(Duration::months(years))] {
                let steps = Steps::new(step);
                let walked = day(from).and_then(|day| step.from(day)).map(day_number);
                prop_assert_eq!(steps.from(from), walked);
                let near = from.rem_euclid(70_000) - 10_000;
                let walked = day(near).and_then(|day| step.from(day)).map(day_number);
                prop_assert_eq!(steps.from(near), walked);
            }
        }
    }
}
