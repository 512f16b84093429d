//! Conditions ready to be evaluated, in three values and a fourth for what does not apply.
//!
//! Kleene's logic: missing evidence is unknown, never no.

use crate::Decimal;
use crate::calendar::{Date, Duration, LeapDay};
use crate::facts::{Fact, Value};
use serde::Serialize;

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    True,
    False,
    Unknown,
    /// It asks of something that has no meaning here.
    NotApplicable,
}

/// A condition with positions for names and values for figures.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
    Leaf { fact: usize, ask: Ask },
}

/// What is asked of one fact.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    Valid,
    Present,
    OneOf(Vec<Value>),
    AtLeast(Value),
    AtMost(Value),
    MoreThan(Value),
    LessThan(Value),
    HeldFor(Duration),
}

impl Test {
    /// Whether it holds for `facts` on `on`.
    pub(crate) fn evaluate(&self, facts: &[Fact], on: Date) -> Truth {
        match self {
            Self::All(parts) => {
                combine(parts.iter().map(|p| p.evaluate(facts, on)), Truth::False, Truth::True)
            }
            Self::Any(parts) => {
                combine(parts.iter().map(|p| p.evaluate(facts, on)), Truth::True, Truth::False)
            }
            Self::Not(part) => match part.evaluate(facts, on) {
                Truth::True => Truth::False,
                Truth::False => Truth::True,
                other => other,
            },
            Self::Leaf { fact, ask } => match facts.get(*fact) {
                Some(Fact::Known(value)) => ask.of(value, on),
                Some(Fact::NotApplicable) => Truth::NotApplicable,
                Some(Fact::Unknown(_)) | None => Truth::Unknown,
            },
        }
    }

    /// Calls `each` with every leaf.
    pub(crate) fn leaves<'a>(&'a self, each: &mut impl FnMut(usize, &'a Ask)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|p| p.leaves(each)),
            Self::Not(part) => part.leaves(each),
            Self::Leaf { fact, ask } => each(*fact, ask),
        }
    }

    /// The positions of the facts it asks about, each once.
    pub(crate) fn facts(&self) -> Vec<usize> {
        let mut positions = Vec::new();
        self.leaves(&mut |fact, _| {
            if !positions.contains(&fact) {
                positions.push(fact);
            }
        });
        positions
    }
}

/// Kleene's conjunction, or disjunction with the two values swapped; what does not apply is left
/// out, and nothing but such parts does not apply itself.
fn combine(parts: impl Iterator<Item = Truth>, decisive: Truth, neutral: Truth) -> Truth {
    let mut result = Truth::NotApplicable;
    for part in parts {
        match part {
            _ if part == decisive => return decisive,
            Truth::NotApplicable => {}
            Truth::Unknown => result = Truth::Unknown,
            _ if result == Truth::NotApplicable => result = neutral,
            _ => {}
        }
    }
    result
}

impl Ask {
    pub(crate) fn of(&self, value: &Value, on: Date) -> Truth {
        let truth = |holds: bool| if holds { Truth::True } else { Truth::False };
        match (self, value) {
            (Self::Present, Value::Document(document)) => truth(document.present),
            (Self::Valid, Value::Document(document)) => match document.last_day {
                _ if !document.present => Truth::False,
                Some(last_day) => truth(on <= last_day),
                None if document.undated => Truth::Unknown,
                None => Truth::True,
            },
            (Self::OneOf(values), _) => truth(values.contains(value)),
            (Self::AtLeast(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_ge())),
            (Self::AtMost(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_le())),
            (Self::MoreThan(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_gt())),
            (Self::LessThan(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_lt())),
            (Self::HeldFor(duration), Value::Date(since)) => {
                truth(duration.after(*since, LeapDay::LastOfMonth).is_ok_and(|day| day <= on))
            }
            _ => Truth::Unknown,
        }
    }

    /// How far `value` is from the bound: positive when it is met with room to spare.
    pub(crate) fn margin(&self, value: &Value, on: Date) -> Option<Margin> {
        let points =
            |a: Decimal, b: Decimal| Margin { amount: a.minus(b), unit: MarginUnit::Points };
        let days = |n: i64| {
            Decimal::from_integer(n).ok().map(|amount| Margin { amount, unit: MarginUnit::Days })
        };
        match (self, value) {
            (
                Self::AtLeast(Value::Number(b)) | Self::MoreThan(Value::Number(b)),
                Value::Number(v),
            ) => Some(points(*v, *b)),
            (
                Self::AtMost(Value::Number(b)) | Self::LessThan(Value::Number(b)),
                Value::Number(v),
            ) => Some(points(*b, *v)),
            (Self::AtLeast(Value::Date(b)) | Self::MoreThan(Value::Date(b)), Value::Date(v)) => {
                days(v.days_since(*b))
            }
            (Self::AtMost(Value::Date(b)) | Self::LessThan(Value::Date(b)), Value::Date(v)) => {
                days(b.days_since(*v))
            }
            (Self::HeldFor(duration), Value::Date(since)) => {
                let due = duration.after(*since, LeapDay::LastOfMonth).ok()?;
                days(on.days_since(due))
            }
            (Self::Valid, Value::Document(document)) if document.present => {
                days(document.last_day?.days_since(on))
            }
            _ => None,
        }
    }
}

fn compare(a: &Value, b: &Value) -> Option<std::cmp::Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

/// How far a finding is from its bound.
///
/// ```
/// # use lkks::calendar::date;
/// # use lkks::{Register, RuleBook};
/// # let register = Register::from_json(r#"{
/// #     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
/// #     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #         "evidence": [{ "fact": "social_workers", "value": 0 }] }]
/// # }"#)?;
/// # let book = RuleBook::indonesia().using("ilustrasi-instrumen-lks")?;
/// # let assessment = register.assess(&book, date(2024, 1, 1)?)?;
/// # let findings = &assessment.verdict("LKS-001")?.accreditation.findings;
/// let missed = findings.iter().find(|finding| finding.info.criterion == "social-worker-for-a");
/// let margin = missed.and_then(|finding| finding.margin).expect("it has a bound");
/// assert_eq!(margin.amount.to_string(), "-1", "one social worker short of grade A");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Margin {
    /// How far; negative when the requirement is missed by so much.
    pub amount: Decimal,
    /// In what.
    pub unit: MarginUnit,
}

crate::decode::text_enum! {
    /// What a margin counts.
    ///
    /// ```
    /// use lkks::rules::MarginUnit;
    /// # use lkks::calendar::date;
    /// # use lkks::{Register, RuleBook};
    /// # let register = Register::from_json(r#"{
    /// #     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
    /// #     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #         "evidence": [{ "fact": "social_workers", "value": 0 }] }]
    /// # }"#)?;
    /// # let book = RuleBook::indonesia().using("ilustrasi-instrumen-lks")?;
    /// # let assessment = register.assess(&book, date(2024, 1, 1)?)?;
    /// # let findings = &assessment.verdict("LKS-001")?.accreditation.findings;
    /// let missed = findings.iter().find(|finding| finding.info.criterion == "social-worker-for-a");
    /// let margin = missed.and_then(|finding| finding.margin).expect("it has a bound");
    /// assert_eq!(margin.unit, MarginUnit::Points, "whatever the number counts");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum MarginUnit {
        /// Days.
        Days = "days",
        /// Points, or whatever the number counts.
        Points = "points",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_truth() -> impl Strategy<Value = Truth> {
        prop_oneof![
            Just(Truth::True),
            Just(Truth::False),
            Just(Truth::Unknown),
            Just(Truth::NotApplicable)
        ]
    }

    fn all(parts: &[Truth]) -> Truth {
        combine(parts.iter().copied(), Truth::False, Truth::True)
    }

    fn any(parts: &[Truth]) -> Truth {
        combine(parts.iter().copied(), Truth::True, Truth::False)
    }

    fn not(truth: Truth) -> Truth {
        match truth {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            other => other,
        }
    }

    #[test]
    fn missing_evidence_is_unknown_and_never_no() {
        use Truth::{False, NotApplicable, True, Unknown};
        assert_eq!(all(&[True, Unknown]), Unknown);
        assert_eq!(all(&[False, Unknown]), False);
        assert_eq!(any(&[True, Unknown]), True);
        assert_eq!(any(&[False, Unknown]), Unknown);
        assert_eq!(all(&[NotApplicable, True]), True);
        assert_eq!(any(&[NotApplicable, False]), False);
        assert_eq!(all(&[NotApplicable]), NotApplicable);
        assert_eq!(all(&[NotApplicable, Unknown]), Unknown);
    }

    proptest! {
        #[test]
        fn de_morgan_holds_in_four_values(parts in proptest::collection::vec(any_truth(), 0..6)) {
            let negated: Vec<_> = parts.iter().map(|&t| not(t)).collect();
            prop_assert_eq!(not(all(&parts)), any(&negated));
        }

        #[test]
        fn order_does_not_matter(mut parts in proptest::collection::vec(any_truth(), 0..6)) {
            let (before_all, before_any) = (all(&parts), any(&parts));
            parts.reverse();
            prop_assert_eq!((before_all, before_any), (all(&parts), any(&parts)));
        }
    }
}
