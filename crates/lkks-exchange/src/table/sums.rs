//! Counts of one organisation that should agree, and counts that stand in several rows.

use super::field::Field;
use lkks::facts::Scalar;
use lkks::message::Code;
use lkks::organisation::Evidence;
use lkks::{Decimal, Problem};

fn counted(evidence: &[Evidence], field: &Field) -> Option<Decimal> {
    let found = evidence.iter().find(|evidence| evidence.fact == field.key())?;
    number(found)
}

fn number(evidence: &Evidence) -> Option<Decimal> {
    match evidence.value {
        Some(Scalar::Number(number)) => Some(number),
        _ => None,
    }
}

fn sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    Decimal::from_steps(one.steps().checked_add(other.steps())?)
}

/// Tells where men and women are not together what is given as all.
pub(super) fn differs(evidence: &[Evidence]) -> Option<Problem> {
    let male = counted(evidence, &Field::ClientsMale)?;
    let female = counted(evidence, &Field::ClientsFemale)?;
    let all = counted(evidence, &Field::Clients)?;
    let sum = sum(male, female)?;
    let problem = || {
        let expected = format!("{male} + {female} = {sum}");
        Problem::warning(Code::SumDiffers).value(all).expected(expected)
    };
    (sum != all).then(problem)
}

/// Takes the evidence of a further row of the same organisation: counts are added up, which is told.
pub(super) fn together(mine: &mut Vec<Evidence>, more: Vec<Evidence>) -> Vec<(String, Problem)> {
    let mut told = Vec::new();
    for evidence in more {
        let same = mine.iter_mut().find(|known| known.fact == evidence.fact);
        let values = same.as_ref().and_then(|known| Some((number(known)?, number(&evidence)?)));
        match (same, values) {
            (Some(known), Some((one, other))) => {
                let Some(sum) = sum(one, other) else { continue };
                known.value = Some(Scalar::Number(sum));
                let problem = Problem::warning(Code::DoubtfulValue).value(other);
                told.push((evidence.fact, problem.expected(format!("{one} + {other} = {sum}"))));
            }
            _ => mine.push(evidence),
        }
    }
    told
}
