//! Exact decimals for scores and weights.
//!
//! Fixed point with four places: every figure that a regulation prints fits, 84.9999 is not 85,
//! and no float takes part in a verdict. The text form has no trailing zeros (`62.5`).

use crate::canonical::float_text;
use crate::decode::{At, Decode, deserialize_by_decode, note, text_enum, wrong_kind};
use crate::message::Code;
use crate::problem::{Error, Problem};
use serde_json::Value;
use std::fmt;
use std::str::FromStr;

const ONE: i64 = 10_000;

/// An exact decimal with four places, between ±1,000,000,000.
///
/// ```
/// use lkks::Decimal;
/// let score: Decimal = "84.9999".parse()?;
/// assert!(score < Decimal::from_integer(85)?);
/// assert_eq!(score.to_string(), "84.9999");
/// assert!("0.00001".parse::<Decimal>().is_err()); // five places cannot be held exactly
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Decimal(i64);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// The smallest step, 0.0001.
    pub const STEP: Self = Self(1);
    pub(crate) const LIMIT: i64 = 1_000_000_000 * ONE;

    /// A whole number.
    ///
    /// ```
    /// # use lkks::Decimal;
    /// assert_eq!(Decimal::from_integer(85)?, "85.0".parse()?);
    /// assert_eq!(Decimal::from_integer(i64::MAX).unwrap_err().code().key(), "out-of-range");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `out-of-range` beyond ±1,000,000,000.
    pub fn from_integer(value: i64) -> Result<Self, Error> {
        value.checked_mul(ONE).and_then(Self::bounded).ok_or_else(|| out_of_range(&value).into())
    }

    /// From a float, if it lies within 1e-9 of a decimal with four places.
    ///
    /// ```
    /// use lkks::Decimal;
    /// assert_eq!(Decimal::from_f64(84.9999)?.to_string(), "84.9999");
    /// assert!(Decimal::from_f64(1.0 / 3.0).is_err());
    /// assert!(Decimal::from_f64(f64::NAN).is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `invalid-number` for NaN and infinities, `out-of-range`, or `invalid-decimal` for what four
    /// places cannot hold.
    pub fn from_f64(value: f64) -> Result<Self, Error> {
        Ok(Self::try_from_f64(value)?)
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
    fn try_from_f64(value: f64) -> Result<Self, Problem> {
        if !value.is_finite() {
            return Err(Problem::error(Code::InvalidNumber).value(float_text(value)));
        }
        if value.abs() > 1e9 {
            return Err(out_of_range(&float_text(value)));
        }
        let scaled = (value * ONE as f64).round();
        if (value - scaled / ONE as f64).abs() <= 1e-9 {
            Ok(Self(scaled as i64))
        } else {
            Err(Problem::error(Code::InvalidDecimal).value(float_text(value)))
        }
    }

    /// The number of steps of 0.0001.
    ///
    /// ```
    /// # use lkks::Decimal;
    /// assert_eq!("62.5".parse::<Decimal>()?.steps(), 625_000);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn steps(self) -> i64 {
        self.0
    }

    /// From a number of steps of 0.0001, if it is in range.
    ///
    /// ```
    /// # use lkks::Decimal;
    /// assert_eq!(Decimal::from_steps(625_000).map(|d| d.to_string()).as_deref(), Some("62.5"));
    /// assert_eq!(Decimal::from_steps(i64::MAX), None);
    /// ```
    pub const fn from_steps(steps: i64) -> Option<Self> {
        Self::bounded(steps)
    }

    /// The whole number it is, if it is one.
    pub(crate) const fn whole(self) -> Option<i64> {
        if self.0 % ONE == 0 { Some(self.0 / ONE) } else { None }
    }

    /// The nearest float, which [`Decimal::from_f64`] reads back exactly. For writing alone.
    #[allow(clippy::cast_precision_loss)]
    pub(crate) fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    const fn bounded(steps: i64) -> Option<Self> {
        if steps >= -Self::LIMIT && steps <= Self::LIMIT { Some(Self(steps)) } else { None }
    }

    /// The sum; beyond the range it stays at its edge.
    ///
    /// ```
    /// # use lkks::Decimal;
    /// let sum = "0.1".parse::<Decimal>()?.plus("0.2".parse()?);
    /// assert_eq!(sum.to_string(), "0.3"); // as floats it would be 0.30000000000000004
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn plus(self, other: Self) -> Self {
        Self((self.0 + other.0).clamp(-Self::LIMIT, Self::LIMIT))
    }

    /// The difference; beyond the range it stays at its edge.
    ///
    /// ```
    /// # use lkks::Decimal;
    /// // How much a score of 84.9999 lacks of 85.
    /// let short = Decimal::from_integer(85)?.minus("84.9999".parse()?);
    /// assert_eq!(short, Decimal::STEP);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn minus(self, other: Self) -> Self {
        self.plus(Self(-other.0))
    }
}

fn out_of_range(value: &dyn fmt::Display) -> Problem {
    Problem::error(Code::OutOfRange).value(value).expected("-1000000000–1000000000")
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.abs() / ONE, self.0.abs() % ONE);
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        let places = format!("{rest:04}");
        write!(f, "{sign}{whole}.{}", places.trim_end_matches('0'))
    }
}

impl FromStr for Decimal {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        let invalid = || Problem::error(Code::InvalidDecimal).value(text);
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(places) {
            return Err(invalid());
        }
        let places = places.trim_end_matches('0');
        if places.len() > 4 {
            return Err(invalid());
        }
        let whole: i64 = whole.parse().map_err(|_| out_of_range(&text))?;
        let rest: i64 = format!("{places:0<4}").parse().map_err(|_| invalid())?;
        let steps = whole.checked_mul(ONE).and_then(|steps| steps.checked_add(rest));
        steps
            .and_then(|steps| Self::bounded(if negative { -steps } else { steps }))
            .ok_or_else(|| out_of_range(&text))
    }
}

impl serde::Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Read from text or a number; written as text, so that no reader turns it into a float.
impl Decode for Decimal {
    fn decode(value: Value, at: &At<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let integer = |n: i64| n.checked_mul(ONE).and_then(Self::bounded);
        let read = match &value {
            Value::String(text) => text.parse(),
            Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
                (Some(n), _, _) => integer(n).ok_or_else(|| out_of_range(&n)),
                (None, Some(n), _) => Err(out_of_range(&n)),
                (None, None, float) => Self::try_from_f64(float.unwrap_or(f64::NAN)),
            },
            other => Err(wrong_kind(other, "text, number")),
        };
        note(read, at, problems)
    }
}

deserialize_by_decode!(Decimal);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        // A number may be written as one, and is always answered as text.
        if generator.contract().is_deserialize() {
            return schemars::json_schema!({ "type": ["string", "number"], "format": "decimal" });
        }
        schemars::json_schema!({ "type": "string", "format": "decimal" })
    }
}

text_enum! {
    /// How a total is rounded before it is put into a band.
    ///
    /// ```
    /// use lkks::decimal::{Fraction, RoundingMode};
    /// let half = Fraction::new(169, 2).unwrap(); // 84.5
    /// assert_eq!(half.round(RoundingMode::HalfUp, 0).to_string(), "85");
    /// assert_eq!(half.round(RoundingMode::HalfEven, 0).to_string(), "84");
    /// assert_eq!("half-up".parse::<RoundingMode>()?, RoundingMode::HalfUp);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum RoundingMode {
        /// To the nearest, halves up.
        HalfUp = "half-up",
        /// To the nearest, halves to the even neighbour.
        HalfEven = "half-even",
        /// Down.
        Down = "down",
        /// Up.
        Up = "up",
    }
}

/// An exact fraction, such as a weighted mean before rounding.
///
/// ```
/// use lkks::decimal::{Fraction, RoundingMode};
/// let third = Fraction::new(2, 3).unwrap();
/// assert_eq!(third.round(RoundingMode::HalfUp, 2).to_string(), "0.67");
/// assert_eq!(third.floor().to_string(), "0.6666");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    // INVARIANT: the denominator is positive.
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// `numerator / denominator`; nothing unless the denominator is positive.
    ///
    /// ```
    /// # use lkks::decimal::Fraction;
    /// assert_eq!(Fraction::new(250, 3).unwrap().floor().to_string(), "83.3333");
    /// assert!(Fraction::new(1, 0).is_none()); // the mean of no scores is no number
    /// assert!(Fraction::new(1, -3).is_none());
    /// ```
    pub const fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator > 0 { Some(Self { numerator, denominator }) } else { None }
    }

    /// The greatest decimal with four places that is not above it: a score is never shown better
    /// than it is.
    ///
    /// ```
    /// # use lkks::decimal::Fraction;
    /// assert_eq!(Fraction::new(849_999_999, 10_000_000).unwrap().floor().to_string(), "84.9999");
    /// assert_eq!(Fraction::new(-1, 3).unwrap().floor().to_string(), "-0.3334");
    /// ```
    pub fn floor(self) -> Decimal {
        self.round(RoundingMode::Down, 4)
    }

    /// Rounded to `places` (0 to 4) places.
    ///
    /// ```
    /// # use lkks::decimal::{Fraction, RoundingMode};
    /// let mean = Fraction::new(254, 3).unwrap(); // 84.6666…
    /// assert_eq!(mean.round(RoundingMode::HalfUp, 1).to_string(), "84.7");
    /// assert_eq!(mean.round(RoundingMode::Down, 0).to_string(), "84");
    /// assert_eq!(mean.round(RoundingMode::Up, 2).to_string(), "84.67");
    /// ```
    pub fn round(self, mode: RoundingMode, places: u8) -> Decimal {
        let step = 10_i128.pow(u32::from(4 - places.min(4)));
        // How many whole steps of 10^-places fit, and what is left of the last one.
        let scaled = self.numerator.saturating_mul(i128::from(ONE));
        let unit = self.denominator * step;
        let (whole, rest) = (scaled.div_euclid(unit), scaled.rem_euclid(unit));
        let up = match mode {
            RoundingMode::Down => false,
            RoundingMode::Up => rest > 0,
            RoundingMode::HalfUp => 2 * rest >= unit,
            RoundingMode::HalfEven => 2 * rest > unit || (2 * rest == unit && whole % 2 != 0),
        };
        let steps = (whole + i128::from(up)).saturating_mul(step);
        let limit = i128::from(Decimal::LIMIT);
        Decimal(i64::try_from(steps.clamp(-limit, limit)).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    #[test]
    fn text_forms() {
        for (text, shown) in [
            ("85", "85"),
            ("85.0", "85"),
            ("84.9999", "84.9999"),
            ("-0.5", "-0.5"),
            ("-0", "0"),
            ("007.10", "7.1"),
            ("1.50000000", "1.5"),
        ] {
            assert_eq!(decimal(text).to_string(), shown);
        }
        for text in ["", "-", ".5", "5.", "1e3", "1,5", "+1", "NaN", "0.00001", " 1", "١"] {
            assert_eq!(
                text.parse::<Decimal>().map_err(|p| p.code),
                Err(Code::InvalidDecimal),
                "{text}"
            );
        }
        for text in ["1000000000.0001", "99999999999999999999"] {
            assert_eq!(
                text.parse::<Decimal>().map_err(|p| p.code),
                Err(Code::OutOfRange),
                "{text}"
            );
        }
    }

    #[test]
    fn halves() {
        let half = |n| Fraction { numerator: n, denominator: 2 };
        let whole = |f: Fraction, mode| f.round(mode, 0).to_string();
        assert_eq!(whole(half(181), RoundingMode::HalfUp), "91");
        assert_eq!(whole(half(181), RoundingMode::HalfEven), "90");
        assert_eq!(whole(half(181), RoundingMode::Down), "90");
        assert_eq!(whole(half(-1), RoundingMode::HalfUp), "0");
        assert_eq!(whole(half(-1), RoundingMode::Down), "-1");
    }

    proptest! {
        #[test]
        fn text_and_back_is_the_same(steps in -10_000_000_000i64..10_000_000_000) {
            let value = Decimal(steps);
            prop_assert_eq!(value.to_string().parse::<Decimal>().ok(), Some(value));
        }

        #[test]
        fn a_float_of_four_places_is_read_exactly(steps in -10_000_000_000i64..10_000_000_000) {
            let value = Decimal(steps);
            let float: f64 = value.to_string().parse().unwrap_or(f64::NAN);
            prop_assert_eq!(Decimal::from_f64(float), Ok(value));
        }

        #[test]
        fn any_text_or_float_is_a_decimal_or_a_problem(text in ".{0,30}", float: f64) {
            let _ = text.parse::<Decimal>();
            let _ = Decimal::from_f64(float);
        }

        #[test]
        fn rounding_moves_by_less_than_a_step(n in -1_000_000i128..1_000_000, d in 1i128..10_000) {
            let fraction = Fraction { numerator: n, denominator: d };
            let (down, up) = (fraction.round(RoundingMode::Down, 2), fraction.round(RoundingMode::Up, 2));
            prop_assert!(up.0 - down.0 == 0 || up.0 - down.0 == 100);
            for mode in [RoundingMode::HalfUp, RoundingMode::HalfEven] {
                let rounded = fraction.round(mode, 2);
                prop_assert!(rounded == down || rounded == up);
            }
        }
    }
}
