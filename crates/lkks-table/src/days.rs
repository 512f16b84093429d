//! Columns of days: dates, moments at midnight, and texts as ISO 8601 writes a day.

use arrow_array::cast::AsArray;
use arrow_array::temporal_conversions::as_datetime_with_timezone;
use arrow_array::timezone::Tz;
use arrow_array::types::{
    ArrowTimestampType, Date32Type, Date64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::ScalarBuffer;
use arrow_schema::{DataType, TimeUnit};
use lkks::Date;
use lkks::columns::DAY_NUMBERS;

/// The days of a column.
pub(crate) enum Days {
    /// As they are.
    Dates(ScalarBuffer<i32>),
    /// A day for each row in which the cell is one.
    Read(Vec<Option<i32>>),
}

impl Days {
    /// The number of the day in a row, if its cell is one. What a null holds is of no meaning.
    pub(crate) fn number(&self, row: usize) -> Option<i32> {
        let number = match self {
            Self::Dates(dates) => dates.get(row).copied(),
            Self::Read(read) => read.get(row).copied().flatten(),
        };
        number.filter(|number| (DAY_NUMBERS.0..=DAY_NUMBERS.1).contains(number))
    }

    /// The same as a day.
    pub(crate) fn day(&self, row: usize) -> Option<Date> {
        lkks::columns::day(self.number(row)?)
    }
}

/// The days of a column of any type.
pub(crate) fn of(array: &ArrayRef) -> Days {
    const DAY_MS: i64 = 86_400_000;
    let whole = |moment: i64, day: i64| (moment % day == 0).then_some(moment / day);
    let small = |day: Option<i64>| day.and_then(|day| i32::try_from(day).ok());
    match array.data_type() {
        DataType::Date32 => Days::Dates(array.as_primitive::<Date32Type>().values().clone()),
        DataType::Date64 => {
            let moments = array.as_primitive::<Date64Type>().values();
            Days::Read(moments.iter().map(|moment| small(whole(*moment, DAY_MS))).collect())
        }
        DataType::Timestamp(unit, zone) => {
            let zone = zone.as_deref();
            Days::Read(match unit {
                TimeUnit::Second => moments::<TimestampSecondType>(array, 86_400, zone),
                TimeUnit::Millisecond => moments::<TimestampMillisecondType>(array, DAY_MS, zone),
                TimeUnit::Microsecond => {
                    moments::<TimestampMicrosecondType>(array, DAY_MS * 1_000, zone)
                }
                TimeUnit::Nanosecond => {
                    moments::<TimestampNanosecondType>(array, DAY_MS * 1_000_000, zone)
                }
            })
        }
        DataType::Utf8 => texts(array.as_string::<i32>().iter()),
        DataType::LargeUtf8 => texts(array.as_string::<i64>().iter()),
        DataType::Utf8View => texts(array.as_string_view().iter()),
        DataType::Dictionary(_, values) => match arrow_cast::cast(array, values) {
            Ok(plain) if !matches!(plain.data_type(), DataType::Dictionary(..)) => of(&plain),
            _ => Days::Read(Vec::new()),
        },
        _ => Days::Read(Vec::new()),
    }
}

fn moments<T: ArrowTimestampType>(
    array: &ArrayRef,
    day: i64,
    zone: Option<&str>,
) -> Vec<Option<i32>> {
    let moments = array.as_primitive::<T>().values();
    let small = |day: i64| i32::try_from(day).ok();
    match zone.map(str::parse::<Tz>) {
        None => moments.iter().map(|m| if m % day == 0 { small(m / day) } else { None }).collect(),
        // In the time of its zone: midnight there is a day.
        Some(Ok(zone)) => moments
            .iter()
            .map(|moment| {
                let local = as_datetime_with_timezone::<T>(*moment, zone)?.naive_local();
                let midnight = local.date().and_hms_opt(0, 0, 0)? == local;
                midnight.then(|| local.date().to_epoch_days())
            })
            .collect(),
        Some(Err(_)) => Vec::new(),
    }
}

fn texts<'a>(texts: impl Iterator<Item = Option<&'a str>>) -> Days {
    let day = |text: &str| text.parse().ok().map(lkks::columns::day_number);
    Days::Read(texts.map(|text| text.and_then(day)).collect())
}
