//! Days, periods and durations, with the questions of law that plain arithmetic hides.
//!
//! When does a certificate of five years that was decided on 29 February end? The answer needs two
//! named rules: which day stands in for 29 February ([`LeapDay`]) and whether the anniversary is
//! the last day or the day after it ([`LastDay`]). Dates are [`chrono::NaiveDate`]; their text is
//! ISO 8601. Nothing here reads a clock.

use crate::decode::{Decode, scalar_as_text, text_enum};
use crate::message::Code;
use crate::problem::{Error, Problem};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A calendar day, written `2024-05-20`.
///
/// A thin wrapper over [`chrono::NaiveDate`] that reads ISO 8601 alone and years 1 to 9999.
///
/// ```
/// use lkks::calendar::{Date, date};
/// let induction: Date = "2024-05-20".parse()?;
/// assert_eq!(induction, date(2024, 5, 20)?);
/// assert!("2025-02-29".parse::<Date>().is_err());
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(NaiveDate);

scalar_as_text!(Date, "date");

/// The day with this year, month and day of the month.
///
/// ```
/// use lkks::calendar::date;
/// assert_eq!(date(2024, 5, 20)?.to_string(), "2024-05-20");
/// assert_eq!(date(2025, 2, 29).unwrap_err().code().key(), "invalid-date");
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// `invalid-date` where there is no such day.
pub fn date(year: i32, month: u32, day: u32) -> Result<Date, Error> {
    NaiveDate::from_ymd_opt(year, month, day).and_then(Date::bounded).ok_or_else(|| {
        Problem::error(Code::InvalidDate).value(format!("{year}-{month:02}-{day:02}")).into()
    })
}

impl Date {
    fn bounded(day: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&day.year()).then_some(Self(day))
    }

    /// The same day for chrono.
    ///
    /// ```
    /// use chrono::{Datelike, Weekday};
    /// use lkks::calendar::date;
    /// assert_eq!(date(2024, 5, 20)?.naive().weekday(), Weekday::Mon);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn naive(self) -> NaiveDate {
        self.0
    }

    /// The year.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// assert_eq!(date(2024, 5, 20)?.year(), 2024);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// How many days `self` comes after `earlier`; negative when it comes before.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// assert_eq!(date(2024, 3, 1)?.days_since(date(2024, 2, 28)?), 2);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The day before, except for the first day of the calendar, which stays.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// assert_eq!(date(2024, 3, 1)?.day_before(), date(2024, 2, 29)?);
    /// assert_eq!(date(1, 1, 1)?.day_before(), date(1, 1, 1)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn day_before(self) -> Self {
        self.plus_days(-1).unwrap_or(self)
    }

    /// The day after, except for the last day of the calendar, which stays.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// assert_eq!(date(2023, 12, 31)?.day_after(), date(2024, 1, 1)?);
    /// assert_eq!(date(9999, 12, 31)?.day_after(), date(9999, 12, 31)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn day_after(self) -> Self {
        self.plus_days(1).unwrap_or(self)
    }

    /// The day `days` later, or earlier when negative.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// assert_eq!(date(2024, 2, 28)?.plus_days(2)?, date(2024, 3, 1)?);
    /// assert_eq!(date(2024, 3, 1)?.plus_days(-1)?, date(2024, 2, 29)?);
    /// assert_eq!(date(9999, 12, 31)?.plus_days(1).unwrap_err().code().key(), "date-overflow");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `date-overflow` outside the years 1 to 9999.
    pub fn plus_days(self, days: i64) -> Result<Self, Error> {
        let step = Days::new(days.unsigned_abs());
        let day =
            if days < 0 { self.0.checked_sub_days(step) } else { self.0.checked_add_days(step) };
        day.and_then(Self::bounded).ok_or_else(|| overflow(self, &format!("{days:+} d")))
    }

    /// The day `months` later, or earlier when negative; 29 February and the ends of months follow
    /// `leap_day` where the month reached is too short.
    ///
    /// ```
    /// # use lkks::calendar::{LeapDay, date};
    /// let leap = date(2024, 2, 29)?;
    /// assert_eq!(leap.plus_months(12, LeapDay::LastOfMonth)?, date(2025, 2, 28)?);
    /// assert_eq!(leap.plus_months(12, LeapDay::FirstOfNext)?, date(2025, 3, 1)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `date-overflow` outside the years 1 to 9999.
    pub fn plus_months(self, months: i32, leap_day: LeapDay) -> Result<Self, Error> {
        let step = Months::new(months.unsigned_abs());
        let day = if months < 0 {
            self.0.checked_sub_months(step)
        } else {
            self.0.checked_add_months(step)
        };
        let day = day.ok_or_else(|| overflow(self, &format!("{months:+} mo")))?;
        // chrono clamps to the last day of a shorter month.
        let clamped = day.day() < self.0.day();
        let day = match leap_day {
            LeapDay::FirstOfNext if clamped => day.checked_add_days(Days::new(1)),
            LeapDay::FirstOfNext | LeapDay::LastOfMonth => Some(day),
        };
        day.and_then(Self::bounded).ok_or_else(|| overflow(self, &format!("{months:+} mo")))
    }

    /// The day that many working days later: Saturdays, Sundays and `holidays` do not count.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// let friday = date(2024, 5, 17)?;
    /// let none = Default::default();
    /// assert_eq!(friday.plus_working_days(5, &none)?, date(2024, 5, 24)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `date-overflow` outside the years 1 to 9999.
    pub fn plus_working_days(self, days: u32, holidays: &BTreeSet<Date>) -> Result<Self, Error> {
        // Five working days are a week where nothing is a holiday; the last few are counted out.
        let weeks = if holidays.is_empty() { days.saturating_sub(1) / 5 } else { 0 };
        let mut day = self.plus_days(i64::from(weeks) * 7)?;
        let mut left = days - weeks * 5;
        while left > 0 {
            day = day.plus_days(1)?;
            let weekend = matches!(day.0.weekday(), Weekday::Sat | Weekday::Sun);
            if !weekend && !holidays.contains(&day) {
                left -= 1;
            }
        }
        Ok(day)
    }
}

fn overflow(from: Date, step: &str) -> Error {
    Problem::error(Code::DateOverflow).value(format!("{from} {step}")).into()
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| match i {
                4 | 7 => b == b'-',
                _ => b.is_ascii_digit(),
            });
        let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
        let day = || {
            let year = i32::try_from(part(0..4)?).ok()?;
            Self::bounded(NaiveDate::from_ymd_opt(year, part(5..7)?, part(8..10)?)?)
        };
        // chrono's own parser is lenient, and large in the browser.
        shaped.then(day).flatten().ok_or_else(|| Problem::error(Code::InvalidDate).value(text))
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = Error;
    fn try_from(day: NaiveDate) -> Result<Self, Error> {
        Self::bounded(day)
            .ok_or_else(|| Problem::error(Code::InvalidDate).value(day.to_string()).into())
    }
}

text_enum! {
    /// Which day stands in for one that its month does not have, above all 29 February.
    ///
    /// ```
    /// use lkks::calendar::{LeapDay, date};
    /// let rule: LeapDay = "first-of-next".parse()?;
    /// assert_eq!(date(2024, 2, 29)?.plus_months(12, rule)?, date(2025, 3, 1)?);
    /// assert_eq!(LeapDay::default(), LeapDay::LastOfMonth);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[derive(Default)]
    pub enum LeapDay {
        /// The last day of that month: 29 February 2024 plus a year is 28 February 2025.
        #[default]
        LastOfMonth = "last-of-month",
        /// The first day of the next month: 29 February 2024 plus a year is 1 March 2025.
        FirstOfNext = "first-of-next",
    }
}

text_enum! {
    /// How the last day of a validity is counted from its first.
    ///
    /// ```
    /// use lkks::calendar::{LastDay, Validity, date};
    /// let decided = date(2024, 5, 20)?;
    /// assert_eq!(Validity::years(5, LastDay::DayBefore).last_day(decided)?, date(2029, 5, 19)?);
    /// assert_eq!(Validity::years(5, LastDay::Anniversary).last_day(decided)?, date(2029, 5, 20)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[derive(Default)]
    pub enum LastDay {
        /// The day before the anniversary: the period holds exactly whole years.
        #[default]
        DayBefore = "day-before",
        /// The anniversary itself.
        Anniversary = "anniversary",
    }
}

text_enum! {
    /// What a [`Duration`] counts.
    ///
    /// ```
    /// use lkks::calendar::{Duration, Unit};
    /// let review: Duration = serde_json::from_str(r#"{ "working_days": 14 }"#).unwrap();
    /// assert_eq!((review.count, review.unit), (14, Unit::WorkingDays));
    /// assert_eq!("months".parse::<Unit>()?, Unit::Months);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Unit {
        /// Calendar years.
        Years = "years",
        /// Calendar months.
        Months = "months",
        /// Calendar days.
        Days = "days",
        /// Monday to Friday without holidays.
        WorkingDays = "working-days",
    }
}

/// A length of time as a regulation states it: a number and a unit, `{ years = 5 }`.
///
/// ```
/// use lkks::calendar::{Duration, LeapDay, date};
/// let half_a_year = Duration::months(6);
/// assert_eq!(half_a_year.before(date(2025, 8, 31)?, LeapDay::LastOfMonth)?, date(2025, 2, 28)?);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    /// How many, at most 1,000,000.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

impl Duration {
    /// So many years.
    ///
    /// ```
    /// # use lkks::calendar::{Duration, LeapDay, date};
    /// let end = Duration::years(5).after(date(2024, 5, 20)?, LeapDay::LastOfMonth)?;
    /// assert_eq!(end, date(2029, 5, 20)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn years(count: u32) -> Self {
        Self { count, unit: Unit::Years }
    }
    /// So many months.
    ///
    /// ```
    /// # use lkks::calendar::{Duration, LeapDay, date};
    /// let end = Duration::months(6).after(date(2024, 8, 31)?, LeapDay::LastOfMonth)?;
    /// assert_eq!(end, date(2025, 2, 28)?); // February has no 31st
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn months(count: u32) -> Self {
        Self { count, unit: Unit::Months }
    }
    /// So many days.
    ///
    /// ```
    /// # use lkks::calendar::{Duration, LeapDay, date};
    /// let end = Duration::days(90).after(date(2024, 1, 1)?, LeapDay::LastOfMonth)?;
    /// assert_eq!(end, date(2024, 3, 31)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn days(count: u32) -> Self {
        Self { count, unit: Unit::Days }
    }
    /// So many working days.
    ///
    /// ```
    /// # use lkks::calendar::{Duration, LeapDay, date};
    /// let end = Duration::working_days(14).after(date(2024, 5, 20)?, LeapDay::LastOfMonth)?;
    /// assert_eq!(end, date(2024, 6, 7)?); // two weekends lie between
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn working_days(count: u32) -> Self {
        Self { count, unit: Unit::WorkingDays }
    }

    /// The day this long after `start`; working days without holidays (see
    /// [`Date::plus_working_days`] for those).
    ///
    /// ```
    /// # use lkks::calendar::{Duration, LeapDay, date};
    /// let leap = date(2024, 2, 29)?;
    /// assert_eq!(Duration::years(1).after(leap, LeapDay::LastOfMonth)?, date(2025, 2, 28)?);
    /// assert_eq!(Duration::years(1).after(leap, LeapDay::FirstOfNext)?, date(2025, 3, 1)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `date-overflow` outside the years 1 to 9999.
    pub fn after(self, start: Date, leap_day: LeapDay) -> Result<Date, Error> {
        self.shift(start, 1, leap_day)
    }

    /// The day this long before `end`; working days count as calendar days here.
    ///
    /// ```
    /// # use lkks::calendar::{Duration, LeapDay, date};
    /// // From when may a certificate that ends on 19 May 2029 be renewed, 90 days ahead?
    /// let opens = Duration::days(90).before(date(2029, 5, 19)?, LeapDay::LastOfMonth)?;
    /// assert_eq!(opens, date(2029, 2, 18)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `date-overflow` outside the years 1 to 9999.
    pub fn before(self, end: Date, leap_day: LeapDay) -> Result<Date, Error> {
        self.shift(end, -1, leap_day)
    }

    fn shift(self, from: Date, sign: i32, leap_day: LeapDay) -> Result<Date, Error> {
        let count = i32::try_from(self.count).unwrap_or(i32::MAX);
        match self.unit {
            Unit::Years => from.plus_months(count.saturating_mul(12 * sign), leap_day),
            Unit::Months => from.plus_months(count.saturating_mul(sign), leap_day),
            Unit::WorkingDays if sign > 0 => from.plus_working_days(self.count, &BTreeSet::new()),
            Unit::Days | Unit::WorkingDays => from.plus_days(i64::from(count) * i64::from(sign)),
        }
    }
}

/// A length of time: one number of one unit.
#[derive(Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Duration"))]
struct DurationData {
    /// Calendar years.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    years: Option<u32>,
    /// Calendar months.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    months: Option<u32>,
    /// Calendar days.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    days: Option<u32>,
    /// Working days.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    working_days: Option<u32>,
}

impl From<&Duration> for DurationData {
    fn from(duration: &Duration) -> Self {
        let of = |unit| (duration.unit == unit).then_some(duration.count);
        Self {
            years: of(Unit::Years),
            months: of(Unit::Months),
            days: of(Unit::Days),
            working_days: of(Unit::WorkingDays),
        }
    }
}

impl TryFrom<DurationData> for Duration {
    type Error = Problem;
    fn try_from(data: DurationData) -> Result<Self, Problem> {
        let given = [
            (data.years, Unit::Years),
            (data.months, Unit::Months),
            (data.days, Unit::Days),
            (data.working_days, Unit::WorkingDays),
        ];
        let mut given = given.into_iter().filter_map(|(count, unit)| Some((count?, unit)));
        match (given.next(), given.next()) {
            (Some((count, unit)), None) if count <= 1_000_000 => Ok(Self { count, unit }),
            (Some((count, _)), None) => {
                Err(Problem::error(Code::OutOfRange).value(count).expected("0–1000000"))
            }
            _ => Err(Problem::error(Code::WrongType)
                .value("{…}")
                .expected("{ years | months | days | working_days = n }")),
        }
    }
}

crate::decode::through_data!(Duration, DurationData);

/// From a first day to a last day, both inclusive; without a last day it is open.
///
/// ```
/// use lkks::calendar::{Period, date};
/// let term = Period::new(date(2024, 5, 20)?, Some(date(2028, 12, 31)?))?;
/// assert!(term.contains(date(2028, 12, 31)?));
/// assert!(!term.contains(date(2029, 1, 1)?));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    // INVARIANT: last is not before first.
    first: Date,
    last: Option<Date>,
}

impl Period {
    /// The period from `first` to `last`, both inclusive.
    ///
    /// ```
    /// # use lkks::calendar::{Period, date};
    /// assert!(Period::new(date(2024, 5, 20)?, Some(date(2024, 5, 20)?)).is_ok()); // one day
    /// let reversed = Period::new(date(2024, 5, 20)?, Some(date(2024, 5, 19)?));
    /// assert_eq!(reversed.unwrap_err().code().key(), "period-reversed");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `period-reversed` when it would end before it starts.
    pub fn new(first: Date, last: Option<Date>) -> Result<Self, Error> {
        PeriodData { first, last }.try_into().map_err(|problem: Problem| problem.into())
    }

    /// The period from `first` on, without an end.
    ///
    /// ```
    /// # use lkks::calendar::{Period, date};
    /// let since = Period::from(date(2024, 5, 20)?);
    /// assert_eq!(since.last(), None);
    /// assert!(since.contains(date(9999, 12, 31)?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn from(first: Date) -> Self {
        Self { first, last: None }
    }

    /// The first day.
    ///
    /// ```
    /// # use lkks::calendar::{Period, date};
    /// let term = Period::new(date(2024, 5, 20)?, Some(date(2028, 12, 31)?))?;
    /// assert_eq!(term.first(), date(2024, 5, 20)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn first(self) -> Date {
        self.first
    }

    /// The last day, still inside.
    ///
    /// ```
    /// # use lkks::calendar::{Period, date};
    /// let term = Period::new(date(2024, 5, 20)?, Some(date(2028, 12, 31)?))?;
    /// assert_eq!(term.last(), Some(date(2028, 12, 31)?));
    /// assert_eq!(Period::from(date(2024, 5, 20)?).last(), None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn last(self) -> Option<Date> {
        self.last
    }

    /// Whether `day` is inside.
    ///
    /// ```
    /// # use lkks::calendar::{Period, date};
    /// let term = Period::new(date(2024, 5, 20)?, Some(date(2028, 12, 31)?))?;
    /// assert!(!term.contains(date(2024, 5, 19)?));
    /// assert!(term.contains(date(2024, 5, 20)?) && term.contains(date(2028, 12, 31)?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn contains(self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    /// Whether some day is inside both.
    ///
    /// ```
    /// # use lkks::calendar::{Period, date};
    /// let old = Period::new(date(2019, 12, 17)?, Some(date(2024, 5, 20)?))?;
    /// assert!(old.overlaps(Period::from(date(2024, 5, 20)?))); // they share one day
    /// assert!(!old.overlaps(Period::from(date(2024, 5, 21)?)));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn overlaps(self, other: Self) -> bool {
        let starts_in_time = |a: Self, b: Self| b.last.is_none_or(|last| a.first <= last);
        starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// How many days lie between the end of `self` and the start of `later`; nothing when they
    /// touch or overlap.
    ///
    /// ```
    /// use lkks::calendar::{Period, date};
    /// let old = Period::new(date(2019, 12, 17)?, Some(date(2023, 12, 31)?))?;
    /// assert_eq!(old.gap_before(Period::from(date(2024, 5, 20)?)), Some(140));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn gap_before(self, later: Self) -> Option<i64> {
        let days = later.first.days_since(self.last?) - 1;
        (days > 0).then_some(days)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.last {
            Some(last) => write!(f, "{}..{last}", self.first),
            None => write!(f, "{}..", self.first),
        }
    }
}

/// From a first day to a last day, both inclusive.
#[derive(Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Period"))]
struct PeriodData {
    /// The first day.
    first: Date,
    /// The last day, still inside; absent when open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    last: Option<Date>,
}

impl From<&Period> for PeriodData {
    fn from(period: &Period) -> Self {
        Self { first: period.first, last: period.last }
    }
}

impl TryFrom<PeriodData> for Period {
    type Error = Problem;
    fn try_from(PeriodData { first, last }: PeriodData) -> Result<Self, Problem> {
        match last {
            Some(last) if last < first => {
                Err(Problem::error(Code::PeriodReversed).value(format!("{first}..{last}")))
            }
            _ => Ok(Self { first, last }),
        }
    }
}

crate::decode::through_data!(Period, PeriodData);

/// How long a certificate is valid, and how its last day is counted from the day of the decision.
///
/// A validity of five years from 20 May 2024 ends on 19 May 2029 under [`LastDay::DayBefore`] and
/// on 20 May 2029 under [`LastDay::Anniversary`]; which applies is a figure of the rule pack.
///
/// ```
/// # use lkks::calendar::{date, LastDay, Validity};
/// let five_years = Validity::years(5, LastDay::DayBefore);
/// assert_eq!(five_years.last_day(date(2024, 5, 20)?)?, date(2029, 5, 19)?);
/// assert_eq!(five_years.last_day(date(2024, 2, 29)?)?, date(2029, 2, 27)?);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// How long.
    pub duration: Duration,
    /// How the last day is counted.
    pub last_day: LastDay,
    /// Which day stands in for 29 February.
    pub leap_day: LeapDay,
}

impl Validity {
    /// So many years, with the last day of February standing in for the 29th.
    ///
    /// ```
    /// # use lkks::calendar::{LastDay, LeapDay, Validity, date};
    /// let four_years = Validity::years(4, LastDay::Anniversary);
    /// assert_eq!(four_years.leap_day, LeapDay::LastOfMonth);
    /// assert_eq!(four_years.last_day(date(2020, 2, 29)?)?, date(2024, 2, 29)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn years(count: u32, last_day: LastDay) -> Self {
        Self { duration: Duration::years(count), last_day, leap_day: LeapDay::LastOfMonth }
    }

    /// The last day on which it holds, when the decision was made on `decided`.
    ///
    /// ```
    /// # use lkks::calendar::{LastDay, Validity, date};
    /// let three_years = Validity::years(3, LastDay::DayBefore);
    /// assert_eq!(three_years.last_day(date(2021, 4, 9)?)?, date(2024, 4, 8)?);
    /// assert!(three_years.last_day(date(9999, 1, 1)?).is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `date-overflow` outside the years 1 to 9999.
    pub fn last_day(self, decided: Date) -> Result<Date, Error> {
        let anniversary = self.duration.after(decided, self.leap_day)?;
        Ok(match self.last_day {
            LastDay::Anniversary => anniversary,
            // A validity of no days at all would end before it starts.
            LastDay::DayBefore => anniversary.day_before().max(decided),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    #[test]
    fn what_happens_around_29_february() {
        // decided, years, how the last day counts, the stand-in, the last day
        let cases = [
            ("2024-02-29", 1, LastDay::DayBefore, LeapDay::LastOfMonth, "2025-02-27"),
            ("2024-02-29", 1, LastDay::DayBefore, LeapDay::FirstOfNext, "2025-02-28"),
            ("2024-02-29", 1, LastDay::Anniversary, LeapDay::LastOfMonth, "2025-02-28"),
            ("2024-02-29", 1, LastDay::Anniversary, LeapDay::FirstOfNext, "2025-03-01"),
            ("2024-02-29", 4, LastDay::DayBefore, LeapDay::LastOfMonth, "2028-02-28"),
            ("2024-02-29", 4, LastDay::Anniversary, LeapDay::FirstOfNext, "2028-02-29"),
            ("2023-03-01", 1, LastDay::DayBefore, LeapDay::LastOfMonth, "2024-02-29"),
            ("2022-03-01", 1, LastDay::DayBefore, LeapDay::LastOfMonth, "2023-02-28"),
        ];
        for (decided, years, last_day, leap_day, expected) in cases {
            let validity = Validity { duration: Duration::years(years), last_day, leap_day };
            assert_eq!(
                validity.last_day(day(decided)),
                Ok(day(expected)),
                "{decided} {validity:?}"
            );
        }
    }

    #[test]
    fn only_iso_dates_that_exist_are_read() {
        for text in [
            "2025-02-29",
            "2025-2-28",
            "28-02-2025",
            "2025-13-01",
            "",
            "0000-01-01",
            "2025-02-28T00:00",
            "+025-02-28",
            "２０２５-02-28",
            "12025-01-01",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_period_cannot_end_before_it_starts() {
        let error = Period::new(day("2024-01-02"), Some(day("2024-01-01"))).unwrap_err();
        assert_eq!(error.code(), Code::PeriodReversed);
        assert!(Period::new(day("2024-01-01"), Some(day("2024-01-01"))).is_ok());
    }

    #[test]
    fn holidays_do_not_count_as_working_days() {
        let holidays = BTreeSet::from([day("2024-05-23")]);
        assert_eq!(day("2024-05-17").plus_working_days(5, &holidays), Ok(day("2024-05-27")));
    }

    #[test]
    fn whole_weeks_are_counted_as_one_by_one() {
        // A holiday long past changes nothing, but makes every day be counted out.
        let long_past = BTreeSet::from([day("1900-01-01")]);
        for start in ["2024-05-17", "2024-05-18", "2024-05-19", "2024-05-20"] {
            for days in 0..40 {
                let start = day(start);
                let quick = start.plus_working_days(days, &BTreeSet::new());
                assert_eq!(quick, start.plus_working_days(days, &long_past), "{start} {days}");
            }
        }
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (0i64..3_000_000).prop_map(|n| day("0001-01-01").plus_days(n).unwrap_or(day("2000-01-01")))
    }

    proptest! {
        #[test]
        fn text_and_back_is_the_same_day(day in any_day()) {
            prop_assert_eq!(day.to_string().parse::<Date>().ok(), Some(day));
        }

        #[test]
        fn any_text_is_a_day_or_a_problem(text in ".{0,20}") {
            let _ = text.parse::<Date>();
        }

        #[test]
        fn a_year_has_365_or_366_days(day in any_day()) {
            if let Ok(last) = Validity::years(1, LastDay::DayBefore).last_day(day) {
                let days = last.days_since(day) + 1;
                prop_assert!((365..=366).contains(&days), "{} days", days);
            }
        }

        #[test]
        fn overlap_is_symmetric_and_excludes_a_gap(
            a in any_day(), b in any_day(), m in 0i64..999, n in 0i64..999,
        ) {
            if let (Ok(a_last), Ok(b_last)) = (a.plus_days(m), b.plus_days(n)) {
                let (p, q) = (Period { first: a, last: Some(a_last) }, Period { first: b, last: Some(b_last) });
                prop_assert_eq!(p.overlaps(q), q.overlaps(p));
                if p.overlaps(q) { prop_assert_eq!(p.gap_before(q), None); }
            }
        }
    }
}
