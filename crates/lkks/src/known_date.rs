//! Dates known to the day, the month or only the year, as old records and newspapers give them.
//!
//! A body "formed in 2018" was formed on some day of that year; the register says so instead of
//! inventing 1 January. Questions that the missing part would decide are answered "not known".

use crate::calendar::{Date, LeapDay, date};
use crate::decode::{scalar_as_text, text_enum};
use crate::message::Code;
use crate::problem::Problem;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

text_enum! {
    /// How much of a date is known.
    ///
    /// ```
    /// use lkks::known_date::{KnownDate, Precision};
    /// assert_eq!("2018".parse::<KnownDate>()?.precision(), Precision::Year);
    /// assert_eq!("2018-03-17".parse::<KnownDate>()?.precision(), Precision::Day);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Precision {
        /// The year alone.
        Year = "year",
        /// The year and the month.
        Month = "month",
        /// The day.
        Day = "day",
    }
}

/// A date as far as it is known, written `2018`, `2018-03` or `2018-03-17`.
///
/// It stands for one day between [`earliest`](Self::earliest) and [`latest`](Self::latest). One is
/// before another only when every day it may be is: 2018 is before 2019-01, and neither before nor
/// after 2018-03.
///
/// ```
/// use lkks::calendar::date;
/// use lkks::known_date::KnownDate;
/// let formed: KnownDate = "2018".parse()?;
/// assert_eq!(formed.earliest(), date(2018, 1, 1)?);
/// assert_eq!(formed.latest(), date(2018, 12, 31)?);
/// assert!(formed < "2019-01".parse()?);
/// assert_eq!(formed.partial_cmp(&"2018-03".parse()?), None);
/// assert_eq!(formed.is_by(date(2018, 6, 1)?), None);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KnownDate {
    // INVARIANT: the first day of its year or month where no more is known.
    earliest: Date,
    precision: Precision,
}

scalar_as_text!(KnownDate, "known-date");

impl KnownDate {
    /// How much of it is known.
    ///
    /// ```
    /// # use lkks::known_date::{KnownDate, Precision};
    /// assert_eq!("2018-03".parse::<KnownDate>()?.precision(), Precision::Month);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// The first day it may be.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// # use lkks::known_date::KnownDate;
    /// assert_eq!("2018-03".parse::<KnownDate>()?.earliest(), date(2018, 3, 1)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn earliest(self) -> Date {
        self.earliest
    }

    /// The last day it may be.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// # use lkks::known_date::KnownDate;
    /// assert_eq!("2024-02".parse::<KnownDate>()?.latest(), date(2024, 2, 29)?);
    /// assert_eq!("2024-02-03".parse::<KnownDate>()?.latest(), date(2024, 2, 3)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn latest(self) -> Date {
        let months = match self.precision {
            Precision::Day => return self.earliest,
            Precision::Month => 1,
            Precision::Year => 12,
        };
        match self.earliest.plus_months(months, LeapDay::LastOfMonth) {
            Ok(next) => next.day_before(),
            // Nothing follows the last year of the calendar.
            Err(_) => date(self.year(), 12, 31).unwrap_or(self.earliest),
        }
    }

    /// The year.
    ///
    /// ```
    /// # use lkks::known_date::KnownDate;
    /// assert_eq!("2018-03".parse::<KnownDate>()?.year(), 2018);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn year(self) -> i32 {
        self.earliest.year()
    }

    /// The day, where it is known.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// # use lkks::known_date::KnownDate;
    /// assert_eq!("2018-03-17".parse::<KnownDate>()?.day(), Some(date(2018, 3, 17)?));
    /// assert_eq!("2018-03".parse::<KnownDate>()?.day(), None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn day(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.earliest)
    }

    /// Whether it lies on or before `day`; nothing where what is missing would decide.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// # use lkks::known_date::KnownDate;
    /// let formed: KnownDate = "2018-03".parse()?;
    /// assert_eq!(formed.is_by(date(2018, 3, 31)?), Some(true));
    /// assert_eq!(formed.is_by(date(2018, 3, 30)?), None); // unless it was on the 31st
    /// assert_eq!(formed.is_by(date(2018, 2, 28)?), Some(false));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn is_by(self, day: Date) -> Option<bool> {
        if self.latest() <= day {
            Some(true)
        } else if self.earliest > day {
            Some(false)
        } else {
            None
        }
    }
}

impl From<Date> for KnownDate {
    fn from(day: Date) -> Self {
        Self { earliest: day, precision: Precision::Day }
    }
}

impl PartialOrd for KnownDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            Some(Ordering::Equal)
        } else if self.latest() < other.earliest {
            Some(Ordering::Less)
        } else if self.earliest > other.latest() {
            Some(Ordering::Greater)
        } else {
            None
        }
    }
}

impl fmt::Display for KnownDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = match self.precision {
            Precision::Year => 4,
            Precision::Month => 7,
            Precision::Day => 10,
        };
        let text = self.earliest.to_string();
        f.write_str(text.get(..length).unwrap_or(&text))
    }
}

impl fmt::Debug for KnownDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for KnownDate {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        let (completed, precision) = match text.len() {
            4 => (format!("{text}-01-01"), Precision::Year),
            7 => (format!("{text}-01"), Precision::Month),
            _ => (text.to_owned(), Precision::Day),
        };
        match completed.parse() {
            Ok(earliest) => Ok(Self { earliest, precision }),
            Err(_) => Err(Problem::error(Code::InvalidDate).value(text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(text: &str) -> KnownDate {
        text.parse().unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    #[test]
    fn a_date_is_some_day_between_its_earliest_and_its_latest() {
        let cases = [
            ("2018", "2018-01-01", "2018-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-02", "2023-02-01", "2023-02-28"),
            ("2018-03-17", "2018-03-17", "2018-03-17"),
            ("0001", "0001-01-01", "0001-12-31"),
            ("9999-12", "9999-12-01", "9999-12-31"),
        ];
        for (text, earliest, latest) in cases {
            assert_eq!(known(text).earliest().to_string(), earliest, "{text}");
            assert_eq!(known(text).latest().to_string(), latest, "{text}");
        }
    }

    #[test]
    fn the_last_year_of_the_calendar_ends_on_its_last_day() {
        assert_eq!(known("9999").latest().to_string(), "9999-12-31");
    }

    #[test]
    fn nothing_but_the_three_forms_is_read() {
        for text in ["", "18", "2018-3", "2018-13", "2018-02-30", "0000", "2018-", "Maret 2018"] {
            let problem = text.parse::<KnownDate>().unwrap_err();
            assert_eq!((problem.code, problem.value.as_deref()), (Code::InvalidDate, Some(text)));
        }
    }

    #[test]
    fn what_the_missing_part_would_decide_is_not_known() {
        let day = |text: &str| known(text).earliest();
        assert_eq!(known("2018").is_by(day("2017-12-31")), Some(false));
        assert_eq!(known("2018").is_by(day("2018-06-01")), None);
        assert_eq!(known("2018").is_by(day("2018-12-31")), Some(true));
        assert_eq!(known("2018-03-17").is_by(day("2018-03-17")), Some(true));
    }

    fn any_known() -> impl Strategy<Value = KnownDate> {
        (1i32..=9999, 1u32..=12, 1u32..=28, 0usize..3).prop_map(|(y, m, d, precision)| {
            known(
                match precision {
                    0 => format!("{y:04}"),
                    1 => format!("{y:04}-{m:02}"),
                    _ => format!("{y:04}-{m:02}-{d:02}"),
                }
                .as_str(),
            )
        })
    }

    proptest! {
        #[test]
        fn text_and_back_is_the_same_date(date in any_known()) {
            prop_assert_eq!(known(&date.to_string()), date);
        }

        #[test]
        fn the_order_agrees_with_every_day_it_may_be(a in any_known(), b in any_known()) {
            prop_assert!(a.earliest() <= a.latest());
            prop_assert_eq!(a < b, b > a);
            prop_assert_eq!(a < b, b.is_by(a.latest()) == Some(false) && a != b);
        }

        #[test]
        fn any_text_is_a_date_or_a_problem(text in ".{0,12}") {
            let _ = text.parse::<KnownDate>();
        }
    }
}
