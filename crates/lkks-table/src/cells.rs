//! Columns of a run of rows made ready, and put into blocks.

use crate::days::{self, Days};
use crate::words;
use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float32Type, Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::{BooleanBuffer, NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use lkks::Decimal;
use lkks::columns::{Cells, Column, ColumnPlan, Flags, InputKind, Mask, ROWS};

/// The cells of one input in a run of rows.
pub(crate) struct Ready {
    values: Values,
    /// The rows that say something; all, without it.
    nulls: Option<NullBuffer>,
}

enum Values {
    Flags(BooleanBuffer),
    Numbers(Numbers),
    Days(Days),
    Words(Vec<Option<u16>>),
    /// Of a type that cannot be what is asked.
    Bad(InputKind),
}

enum Numbers {
    Whole(ScalarBuffer<i64>),
    Floats(ScalarBuffer<f64>),
    Singles(ScalarBuffer<f32>),
    Decimals(ScalarBuffer<i128>, i8),
    Read(Vec<Option<i64>>),
}

impl Ready {
    /// The column of a run of rows, for an input of a plan.
    pub(crate) fn of(array: &ArrayRef, plan: &ColumnPlan, input: usize) -> Self {
        let kind = plan.inputs()[input].kind;
        let values = match kind {
            InputKind::Flag => flags(array).map(Values::Flags),
            InputKind::Number => numbers(array).map(Values::Numbers),
            InputKind::Day => Some(Values::Days(days::of(array))),
            InputKind::Word => Some(Values::Words(words::of(array, plan, input))),
        };
        Self { values: values.unwrap_or(Values::Bad(kind)), nulls: array.logical_nulls() }
    }

    /// The days of a run of rows.
    pub(crate) fn days(array: &ArrayRef) -> Self {
        Self { values: Values::Days(days::of(array)), nulls: array.logical_nulls() }
    }

    /// The rows from `start` on, as many as there are in the block.
    fn said(&self, start: usize, rows: usize) -> Mask {
        match &self.nulls {
            None => Mask::first(rows),
            Some(nulls) => mask(&nulls.inner().slice(start, rows)),
        }
    }

    /// Puts `rows` rows from `start` on into `cells`.
    pub(crate) fn put(&self, start: usize, rows: usize, cells: &mut Cells) {
        let said = self.said(start, rows);
        match &self.values {
            Values::Flags(flags) => {
                let yes = mask(&flags.slice(start, rows)) & said;
                *cells = Cells::Flags(Flags { yes, known: said, bad: Mask::NONE });
            }
            Values::Numbers(numbers) => {
                if !matches!(cells, Cells::Numbers(_)) {
                    *cells = Cells::Numbers(Column::default());
                }
                if let Cells::Numbers(column) = cells {
                    let right = numbers.put(start, rows, &mut column.values);
                    settle(column, said, right);
                }
            }
            Values::Days(_) => {
                if !matches!(cells, Cells::Days(_)) {
                    *cells = Cells::Days(Column::default());
                }
                if let Cells::Days(column) = cells {
                    self.put_days(start, rows, column);
                }
            }
            Values::Words(words) => {
                if !matches!(cells, Cells::Words(_)) {
                    *cells = Cells::Words(Column::default());
                }
                if let Cells::Words(column) = cells {
                    let word = |row: usize| words.get(start + row).copied().flatten();
                    let right = fill(&mut column.values, rows, word);
                    settle(column, said, right);
                }
            }
            Values::Bad(kind) => {
                let bad = said;
                *cells = match kind {
                    InputKind::Flag => Cells::Flags(Flags { bad, ..Flags::default() }),
                    InputKind::Number => Cells::Numbers(Column { bad, ..Column::default() }),
                    InputKind::Day => Cells::Days(Column { bad, ..Column::default() }),
                    InputKind::Word => Cells::Words(Column { bad, ..Column::default() }),
                };
            }
        }
    }

    /// The same for a column that is known to be of days.
    pub(crate) fn put_days(&self, start: usize, rows: usize, column: &mut Column<i32>) {
        let Values::Days(days) = &self.values else { return };
        let said = self.said(start, rows);
        let right = match days {
            Days::Dates(dates) => {
                let dates = &dates[start..start + rows];
                column.values[..rows].copy_from_slice(dates);
                let (first, last) = lkks::columns::DAY_NUMBERS;
                let values = &column.values;
                Mask::of(|row| first <= values[row] && values[row] <= last)
            }
            Days::Read(_) => fill(&mut column.values, rows, |row| days.number(start + row)),
        };
        settle(column, said, right);
    }
}

/// Fills the first `rows` places with what is read of each row, nought where nothing is; the answer is
/// the rows of which something is read.
fn fill<T: Copy + Default>(
    values: &mut [T; ROWS],
    rows: usize,
    read: impl Fn(usize) -> Option<T>,
) -> Mask {
    let mut right = Mask::NONE;
    for (row, value) in values.iter_mut().enumerate().take(rows) {
        let read = read(row);
        *value = read.unwrap_or_default();
        if read.is_some() {
            right.insert(row);
        }
    }
    right
}

/// Of the rows that say something those that say it right are known. What is not known holds nought.
fn settle<T: Copy + Default>(column: &mut Column<T>, said: Mask, right: Mask) {
    column.known = said & right;
    column.bad = said & !right;
    if column.known != Mask::ALL {
        for row in (!column.known).rows() {
            column.values[row] = T::default();
        }
    }
}

fn mask(bits: &BooleanBuffer) -> Mask {
    let mut words = [0; ROWS / 64];
    for (word, bits) in words.iter_mut().zip(bits.bit_chunks().iter_padded()) {
        *word = bits;
    }
    Mask::from_words(words)
}

fn flags(array: &ArrayRef) -> Option<BooleanBuffer> {
    match array.data_type() {
        DataType::Boolean => Some(array.as_boolean().values().clone()),
        DataType::Null => Some(BooleanBuffer::new_unset(array.len())),
        DataType::Dictionary(_, values) if **values == DataType::Boolean => {
            let plain = arrow_cast::cast(array, values).ok()?;
            Some(plain.as_boolean().values().clone())
        }
        _ => None,
    }
}

fn numbers(array: &ArrayRef) -> Option<Numbers> {
    let cast = |to: &DataType| arrow_cast::cast(array, to).ok();
    match array.data_type() {
        DataType::Float64 => {
            Some(Numbers::Floats(array.as_primitive::<Float64Type>().values().clone()))
        }
        DataType::Float32 => {
            Some(Numbers::Singles(array.as_primitive::<Float32Type>().values().clone()))
        }
        DataType::Float16 => {
            let floats = cast(&DataType::Float64)?;
            Some(Numbers::Floats(floats.as_primitive::<Float64Type>().values().clone()))
        }
        DataType::UInt64 => {
            // What an i64 does not hold becomes null, and so is found to be none.
            let whole = cast(&DataType::Int64)?;
            let whole = whole.as_primitive::<Int64Type>();
            let read = whole.iter().map(|n| n.and_then(|n| Decimal::from_integer(n).ok()));
            Some(Numbers::Read(read.map(|n| n.map(Decimal::steps)).collect()))
        }
        kind if kind.is_integer() => {
            let whole = cast(&DataType::Int64)?;
            Some(Numbers::Whole(whole.as_primitive::<Int64Type>().values().clone()))
        }
        DataType::Decimal128(_, scale) => {
            Some(Numbers::Decimals(array.as_primitive::<Decimal128Type>().values().clone(), *scale))
        }
        DataType::Decimal32(_, scale) | DataType::Decimal64(_, scale) => {
            let wide = cast(&DataType::Decimal128(38, *scale))?;
            Some(Numbers::Decimals(wide.as_primitive::<Decimal128Type>().values().clone(), *scale))
        }
        DataType::Utf8 => Some(texts(array.as_string::<i32>().iter())),
        DataType::LargeUtf8 => Some(texts(array.as_string::<i64>().iter())),
        DataType::Utf8View => Some(texts(array.as_string_view().iter())),
        DataType::Decimal256(..) => numbers(&cast(&DataType::Utf8)?),
        DataType::Null => Some(Numbers::Read(Vec::new())),
        DataType::Dictionary(_, values) => {
            let plain = cast(values)?;
            let nested = matches!(plain.data_type(), DataType::Dictionary(..));
            if nested { None } else { numbers(&plain) }
        }
        _ => None,
    }
}

fn texts<'a>(texts: impl Iterator<Item = Option<&'a str>>) -> Numbers {
    let steps = |text: &str| text.parse().ok().map(Decimal::steps);
    Numbers::Read(texts.map(|text| text.and_then(steps)).collect())
}

impl Numbers {
    /// Puts `rows` of them from `start` on into `steps`; the answer is the rows in which there is a
    /// number of at most four places within bounds.
    fn put(&self, start: usize, rows: usize, steps: &mut [i64; ROWS]) -> Mask {
        let run = start..start + rows;
        match self {
            Self::Whole(whole) => {
                const MOST: i64 = 1_000_000_000;
                let whole = &whole[run];
                for (step, whole) in steps.iter_mut().zip(whole) {
                    *step = whole.wrapping_mul(10_000);
                }
                Mask::of(|row| whole.get(row).is_some_and(|n| -MOST <= *n && *n <= MOST))
            }
            Self::Floats(floats) => {
                let floats = &floats[run];
                let mut right = [false; ROWS];
                for ((step, right), float) in steps.iter_mut().zip(&mut right).zip(floats) {
                    (*step, *right) = from_f64(*float);
                }
                Mask::of(|row| right[row])
            }
            Self::Singles(singles) => {
                let singles = &singles[run];
                fill(steps, rows, |row| from_f32(singles[row]).map(Decimal::steps))
            }
            Self::Decimals(decimals, scale) => {
                let decimals = &decimals[run];
                fill(steps, rows, |row| from_scaled(decimals[row], *scale))
            }
            Self::Read(read) => fill(steps, rows, |row| read.get(start + row).copied().flatten()),
        }
    }
}

/// The steps of a float and whether it is a number of four places: as `Decimal::from_f64`, without
/// a branch, so that many are read at a time.
#[inline]
fn from_f64(float: f64) -> (i64, bool) {
    // Adding and taking away 1.5 × 2^52 rounds; its low bits are then the whole number.
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    let shifted = float * 10_000.0 + SHIFT;
    let scaled = shifted - SHIFT;
    let near = (float - scaled / 10_000.0).abs() <= 1e-9;
    let steps = shifted.to_bits().wrapping_sub(SHIFT.to_bits()).cast_signed();
    (steps, near && float.abs() <= 1e9)
}

/// The number that a float of half the size stands for: 84.1 is not 84.0999985.
pub(crate) fn from_f32(single: f32) -> Option<Decimal> {
    let steps = (f64::from(single) * 10_000.0).round();
    if steps.abs() > 1e13 {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "bounded above, and rounded")]
    let (number, nearest) = (Decimal::from_steps(steps as i64), (steps / 10_000.0) as f32);
    number.filter(|_| nearest.to_bits() == single.to_bits() || nearest == single)
}

fn from_scaled(decimal: i128, scale: i8) -> Option<i64> {
    let by = |places: u32| 10_i128.checked_pow(places);
    let steps = match scale {
        ..=4 => decimal.checked_mul(by(u32::try_from(4 - i32::from(scale)).ok()?)?)?,
        _ => {
            let divisor = by(u32::try_from(i32::from(scale) - 4).ok()?)?;
            if decimal % divisor != 0 {
                return None;
            }
            decimal / divisor
        }
    };
    Decimal::from_steps(i64::try_from(steps).ok()?).map(Decimal::steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_float_is_read_as_the_core_reads_it(
            float in prop_oneof![
                any::<f64>(),
                -1e9..1e9,
                (-10_000_000_000_000i64..10_000_000_000_000).prop_map(|n| n as f64 / 10_000.0),
                (-10_000_000i64..10_000_000).prop_map(|n| n as f64 / 100_000.0),
            ]
        ) {
            let core = Decimal::from_f64(float).ok().map(Decimal::steps);
            let (steps, right) = from_f64(float);
            prop_assert_eq!(right.then_some(steps), core);
        }

        #[test]
        fn a_short_float_is_the_number_it_was_written_as(steps in -999_999i64..1_000_000) {
            let number = Decimal::from_steps(steps);
            let written: f32 = number.map(|n| n.to_string()).unwrap_or_default().parse().unwrap();
            prop_assert_eq!(from_f32(written), number);
        }

        #[test]
        fn a_decimal_of_any_scale_is_the_same_number(whole in -99_999i64..99_999, scale in -3i8..12) {
            let places = u32::from(scale.unsigned_abs());
            let value = i128::from(whole);
            let expected = if scale < 0 {
                Some(value * 10_i128.pow(places) * 10_000)
            } else if value * 10_000 % 10_i128.pow(places) == 0 {
                Some(value * 10_000 / 10_i128.pow(places))
            } else {
                None
            };
            prop_assert_eq!(from_scaled(value, scale).map(i128::from), expected);
        }
    }
}
