//! The columns of a batch: what each type of Arrow's is as a cell.

use crate::source::{decimal, serial};
use crate::workbook::Cell;
use arrow_array::cast::AsArray;
use arrow_array::timezone::Tz;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type,
    DecimalType, Float16Type, Float32Type, Float64Type, Int16Type, Int32Type, Int64Type,
    RunEndIndexType, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType,
};
use arrow_array::{
    Array, ArrayAccessor, ArrowPrimitiveType, BooleanArray, ListLikeArray, downcast_integer_array,
};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::{ArrowError, DataType, Field, TimeUnit};
use chrono::{DateTime, Offset, TimeZone};
use lkks::calendar::date;
use std::fmt::{self, Write};
use std::ops::Range;
use uuid::Uuid;

/// The largest whole number up to which a float holds each.
const WHOLE: i128 = 1 << 53;

const DAY: i64 = 86_400;

/// A cell of bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotText;

/// One column of a batch.
pub(super) struct Column<'a> {
    array: &'a dyn Array,
    values: Values<'a>,
    /// Bytes of text after which a cell is written no further: it is refused.
    most: usize,
}

/// One value of a column, by its place.
type By<'a, T> = Box<dyn Fn(usize) -> T + 'a>;

enum Values<'a> {
    Nothing,
    Text(By<'a, &'a str>),
    Bytes(By<'a, &'a [u8]>),
    Identifier(By<'a, &'a [u8]>),
    Boolean(&'a BooleanArray),
    Integer(By<'a, i128>),
    Float(By<'a, f64>),
    Decimal(By<'a, String>),
    Moment(By<'a, i64>, Clock),
    /// Each is one of the values of another column: a dictionary, or a run.
    One(By<'a, Option<usize>>, Box<Column<'a>>),
    /// Each is some of the values of another column.
    List(By<'a, Range<usize>>, Box<Column<'a>>),
    Shown(ArrayFormatter<'a>),
}

impl<'a> Column<'a> {
    pub(super) fn of(
        array: &'a dyn Array,
        field: Option<&Field>,
        most: usize,
    ) -> Result<Self, ArrowError> {
        let one = |by, values: &'a dyn Array| {
            Self::of(values, None, most).map(|column| Values::One(by, Box::new(column)))
        };
        let values = match array.data_type() {
            DataType::Null => Values::Nothing,
            DataType::Boolean => Values::Boolean(array.as_boolean()),
            DataType::Utf8 => Values::Text(values(array.as_string::<i32>())),
            DataType::LargeUtf8 => Values::Text(values(array.as_string::<i64>())),
            DataType::Utf8View => Values::Text(values(array.as_string_view())),
            DataType::Binary => Values::Bytes(values(array.as_binary::<i32>())),
            DataType::LargeBinary => Values::Bytes(values(array.as_binary::<i64>())),
            DataType::BinaryView => Values::Bytes(values(array.as_binary_view())),
            DataType::FixedSizeBinary(16) if field.is_some_and(is_uuid) => {
                Values::Identifier(values(array.as_fixed_size_binary()))
            }
            DataType::FixedSizeBinary(_) => Values::Bytes(values(array.as_fixed_size_binary())),
            DataType::Float16 => {
                Values::Float(mapped::<Float16Type, _>(array, |value| short(value.to_f32())))
            }
            DataType::Float32 => Values::Float(mapped::<Float32Type, _>(array, short)),
            DataType::Float64 => Values::Float(mapped::<Float64Type, _>(array, |value| value)),
            DataType::Decimal32(..) => decimals::<Decimal32Type>(array),
            DataType::Decimal64(..) => decimals::<Decimal64Type>(array),
            DataType::Decimal128(..) => decimals::<Decimal128Type>(array),
            DataType::Decimal256(..) => decimals::<Decimal256Type>(array),
            DataType::Date32 => {
                let days = mapped::<Date32Type, _>(array, |days| i64::from(days) * DAY);
                Values::Moment(days, Clock { ticks: 1, zone: Zone::None })
            }
            DataType::Date64 => {
                let ticks = mapped::<Date64Type, _>(array, |value| value);
                Values::Moment(ticks, Clock { ticks: 1_000, zone: Zone::None })
            }
            DataType::Timestamp(unit, zone) => moments(array, *unit, zone.as_deref()),
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary();
                one(keys(dictionary.keys()), dictionary.values().as_ref())?
            }
            DataType::RunEndEncoded(ends, _) => {
                let (by, values) = match ends.data_type() {
                    DataType::Int16 => runs::<Int16Type>(array),
                    DataType::Int32 => runs::<Int32Type>(array),
                    _ => runs::<Int64Type>(array),
                };
                one(by, values)?
            }
            DataType::List(field) => list(array.as_list::<i32>(), field, most)?,
            DataType::LargeList(field) => list(array.as_list::<i64>(), field, most)?,
            DataType::ListView(field) => list(array.as_list_view::<i32>(), field, most)?,
            DataType::LargeListView(field) => list(array.as_list_view::<i64>(), field, most)?,
            DataType::FixedSizeList(field, _) => list(array.as_fixed_size_list(), field, most)?,
            kind if kind.is_integer() => Values::Integer(integers(array)),
            _ => Values::Shown(ArrayFormatter::try_new(array, &FormatOptions::new())?),
        };
        Ok(Self { array, values, most })
    }

    /// The cell at this place; a text that the batch does not hold as such is written into
    /// `scratch`. A place behind the end is empty.
    pub(super) fn cell<'s>(
        &'s self,
        place: usize,
        scratch: &'s mut String,
    ) -> Result<Cell<'s>, NotText> {
        if place >= self.array.len() || self.array.is_null(place) {
            return Ok(Cell::Empty);
        }
        scratch.clear();
        Ok(match &self.values {
            Values::Nothing => Cell::Empty,
            Values::Text(by) => Cell::Text(by(place)),
            Values::Bytes(by) => Cell::Text(text(by(place))?),
            Values::Identifier(by) => {
                let identifier = Uuid::from_slice(by(place)).map_err(|_| NotText)?;
                written(scratch, format_args!("{identifier}"))
            }
            Values::Boolean(values) => Cell::Boolean(values.value(place)),
            Values::Integer(by) => match by(place) {
                whole if whole.abs() <= WHOLE => Cell::Number(whole as f64),
                whole => written(scratch, format_args!("{whole}")),
            },
            Values::Float(by) => match by(place) {
                nan if nan.is_nan() => Cell::Empty,
                number => Cell::Number(number),
            },
            Values::Decimal(by) => {
                scratch.push_str(&by(place));
                decimal(scratch)
            }
            Values::Moment(by, clock) => clock.cell(by(place), scratch),
            Values::One(by, column) => match by(place) {
                Some(place) => column.cell(place, scratch)?,
                None => Cell::Empty,
            },
            Values::List(by, column) => {
                column.join(by(place), scratch)?;
                Cell::Text(scratch)
            }
            Values::Shown(formatter) => {
                let mut text = Bounded { text: scratch, most: self.most };
                // It fails only where it is too long, and so it is refused.
                let _ = write!(text, "{}", formatter.value(place));
                Cell::Text(scratch)
            }
        })
    }

    /// Writes the values at these places one after the other.
    fn join(&self, places: Range<usize>, joined: &mut String) -> Result<(), NotText> {
        let mut scratch = String::new();
        for place in places.start..places.end.min(self.array.len()) {
            let start = joined.len();
            if start > self.most {
                break;
            }
            if start > 0 {
                joined.push_str("; ");
            }
            let empty = joined.len();
            match self.cell(place, &mut scratch)? {
                Cell::Empty => {}
                Cell::Text(text) | Cell::Error(text) => joined.push_str(text),
                Cell::Number(number) => joined.push_str(&number.to_string()),
                Cell::Boolean(boolean) => joined.push_str(&boolean.to_string()),
                Cell::Date(day) => joined.push_str(&day.to_string()),
            }
            if joined.len() == empty {
                joined.truncate(start);
            }
        }
        Ok(())
    }
}

/// The values of an array that lie in it as they are.
fn values<'a, A: ArrayAccessor + 'a>(array: A) -> By<'a, A::Item> {
    Box::new(move |place| array.value(place))
}

fn mapped<'a, T: ArrowPrimitiveType, R: 'a>(
    array: &'a dyn Array,
    map: impl Fn(T::Native) -> R + 'a,
) -> By<'a, R> {
    let array = array.as_primitive::<T>();
    Box::new(move |place| map(array.value(place)))
}

fn integers(array: &dyn Array) -> By<'_, i128> {
    downcast_integer_array! {
        array => Box::new(move |place| i128::from(array.value(place))),
        _ => Box::new(|_| 0)
    }
}

fn keys(array: &dyn Array) -> By<'_, Option<usize>> {
    let by = integers(array);
    Box::new(move |place| usize::try_from(by(place)).ok())
}

fn runs<R: RunEndIndexType>(array: &dyn Array) -> (By<'_, Option<usize>>, &dyn Array) {
    match array.as_run_opt::<R>() {
        Some(runs) => {
            (Box::new(|place| Some(runs.get_physical_index(place))), runs.values().as_ref())
        }
        None => (Box::new(|_| None), array),
    }
}

fn list<'a>(
    array: &'a impl ListLikeArray,
    field: &Field,
    most: usize,
) -> Result<Values<'a>, ArrowError> {
    let column = Column::of(array.values(), Some(field), most)?;
    Ok(Values::List(Box::new(|place| array.element_range(place)), Box::new(column)))
}

/// The shortest decimal that is this number in 32 bits, which is what was meant: 84.9.
fn short(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| f64::from(number))
}

fn decimals<T: DecimalType + ArrowPrimitiveType>(array: &dyn Array) -> Values<'_> {
    let array = array.as_primitive::<T>();
    Values::Decimal(Box::new(|place| array.value_as_string(place)))
}

/// What the numbers of a column of moments count.
struct Clock {
    /// How many make a second.
    ticks: i64,
    zone: Zone,
}

enum Zone {
    /// None is told: the time on the clock of whoever wrote it.
    None,
    /// Counted in UTC, and shown in the time of this zone.
    In(Tz),
}

fn moments<'a>(array: &'a dyn Array, unit: TimeUnit, zone: Option<&str>) -> Values<'a> {
    let (by, ticks) = match unit {
        TimeUnit::Second => (mapped::<TimestampSecondType, _>(array, |value| value), 1),
        TimeUnit::Millisecond => {
            (mapped::<TimestampMillisecondType, _>(array, |value| value), 1_000)
        }
        TimeUnit::Microsecond => {
            (mapped::<TimestampMicrosecondType, _>(array, |value| value), 1_000_000)
        }
        TimeUnit::Nanosecond => {
            (mapped::<TimestampNanosecondType, _>(array, |value| value), 1_000_000_000)
        }
    };
    // A zone that is not known still counts in UTC.
    let known = zone.map(|zone| zone.parse().or_else(|_| "+00:00".parse()));
    let zone = known.and_then(Result::ok).map_or(Zone::None, Zone::In);
    Values::Moment(by, Clock { ticks, zone })
}

impl Clock {
    /// The day at midnight, otherwise the moment in ISO 8601; the bare count where the calendar has no
    /// such day.
    fn cell<'s>(&self, count: i64, scratch: &'s mut String) -> Cell<'s> {
        let (seconds, rest) = (count.div_euclid(self.ticks), count.rem_euclid(self.ticks));
        let offset = match &self.zone {
            Zone::None => Some(None),
            Zone::In(zone) => DateTime::from_timestamp(seconds, 0)
                .map(|moment| Some(zone.offset_from_utc_datetime(&moment.naive_utc()).fix())),
        };
        let wall = offset.and_then(|offset| {
            let ahead = offset.map_or(0, |offset| offset.local_minus_utc());
            Some((seconds.checked_add(i64::from(ahead))?, offset))
        });
        let day = wall.and_then(|(seconds, offset)| {
            let day = date(1970, 1, 1).ok()?.plus_days(seconds.div_euclid(DAY)).ok()?;
            let second = u32::try_from(seconds.rem_euclid(DAY)).ok()?;
            Some((day, second, offset))
        });
        match day {
            None => written(scratch, format_args!("{count}")),
            Some((day, 0, _)) if rest == 0 => Cell::Date(day),
            Some((day, second, offset)) => {
                scratch.push_str(&serial::iso(day, second));
                if rest > 0 {
                    // Behind the point stands what is less than a second, without zeros at its end.
                    let digits = self.ticks.ilog10() as usize;
                    let part = format!(".{rest:0digits$}");
                    scratch.push_str(part.trim_end_matches('0'));
                }
                match offset {
                    Some(offset) => written(scratch, format_args!("{offset}")),
                    None => Cell::Text(scratch),
                }
            }
        }
    }
}

/// Bytes as the text that they are.
fn text(bytes: &[u8]) -> Result<&str, NotText> {
    // A zero is in no text that people write, and in most other things.
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    text.ok_or(NotText)
}

fn is_uuid(field: &Field) -> bool {
    field.extension_type_name() == Some("arrow.uuid")
}

/// The scratch as a cell, with this behind what is in it.
fn written<'s>(scratch: &'s mut String, what: fmt::Arguments<'_>) -> Cell<'s> {
    // Writing into a string does not fail.
    let _ = scratch.write_fmt(what);
    Cell::Text(scratch)
}

/// A text that is written no further once it is too long.
struct Bounded<'s> {
    text: &'s mut String,
    most: usize,
}

impl Write for Bounded<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.text.push_str(piece);
        if self.text.len() > self.most { Err(fmt::Error) } else { Ok(()) }
    }
}
