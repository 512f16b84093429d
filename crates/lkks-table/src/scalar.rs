//! One cell as it is written.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float16Type, Float32Type, Float64Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::DataType;
use lkks::Decimal;
use lkks::columns::InputKind;
use lkks::facts::Scalar;

/// The value of a cell for an input of this kind, if there is one.
pub(crate) fn of(array: &ArrayRef, row: usize, kind: InputKind) -> Option<Scalar> {
    let one = array.slice(row, 1);
    if one.logical_nulls().is_some_and(|nulls| nulls.is_null(0)) {
        return None;
    }
    let one = match one.data_type() {
        DataType::Dictionary(_, values) => {
            arrow_cast::cast(&one, values).unwrap_or_else(|_| one.clone())
        }
        _ => one,
    };
    let shown = || shown(&one);
    let number = |number: Option<Decimal>| number.map_or_else(shown, Scalar::Number);
    let wide = |to: &DataType| arrow_cast::cast(&one, to).ok();
    Some(match one.data_type() {
        DataType::Boolean => Scalar::Boolean(one.as_boolean().value(0)),
        DataType::Float64 => number(float(one.as_primitive::<Float64Type>().value(0))),
        DataType::Float32 => {
            number(crate::cells::from_f32(one.as_primitive::<Float32Type>().value(0)))
        }
        DataType::Float16 => {
            number(float(f64::from(one.as_primitive::<Float16Type>().value(0).to_f32())))
        }
        DataType::UInt64 => {
            let whole = i64::try_from(one.as_primitive::<UInt64Type>().value(0)).ok();
            number(whole.and_then(|whole| Decimal::from_integer(whole).ok()))
        }
        kind if kind.is_integer() => {
            let whole = wide(&DataType::Int64);
            let whole = whole.map(|whole| whole.as_primitive::<Int64Type>().value(0));
            number(whole.and_then(|whole| Decimal::from_integer(whole).ok()))
        }
        kind if kind.is_decimal() => match shown() {
            Scalar::Text(text) => match text.parse() {
                Ok(number) => Scalar::Number(number),
                Err(_) => Scalar::Text(text),
            },
            other => other,
        },
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) if kind == InputKind::Day => {
            match crate::days::of(&one).day(0) {
                Some(day) => Scalar::Text(day.to_string()),
                None => shown(),
            }
        }
        _ => shown(),
    })
}

/// Any cell as a text, as Arrow shows it.
fn shown(one: &ArrayRef) -> Scalar {
    let options = FormatOptions::default();
    let text = ArrayFormatter::try_new(one, &options).map(|shown| shown.value(0).to_string());
    Scalar::Text(text.unwrap_or_default())
}

fn float(value: f64) -> Option<Decimal> {
    Decimal::from_f64(value).ok()
}
