//! What the records of a block's rows imply: membership, and what is held.

use super::fact::{FactCells, Values};
use super::input::Block;
use super::standing::StandingColumn;
use super::{Mask, RecordInputs};
use crate::rules::Subject;

/// The records of the rows of a block on a day for each.
#[derive(Debug)]
pub(super) struct Records<'b> {
    pub(super) block: &'b Block,
    pub(super) inputs: &'b RecordInputs,
    pub(super) member: Mask,
    pub(super) registration: StandingColumn,
    pub(super) permit: StandingColumn,
    pub(super) accreditation: StandingColumn,
}

impl<'b> Records<'b> {
    /// Of those who hold nothing: what an organisation is, and not what it holds.
    pub(super) fn none(block: &'b Block, inputs: &'b RecordInputs) -> Self {
        Self {
            block,
            inputs,
            member: Mask::NONE,
            registration: StandingColumn::default(),
            permit: StandingColumn::default(),
            accreditation: StandingColumn::default(),
        }
    }

    pub(super) const fn standing(&self, subject: Subject) -> &StandingColumn {
        match subject {
            Subject::Registration => &self.registration,
            Subject::OperatingPermit => &self.permit,
            Subject::Accreditation | Subject::Statutes => &self.accreditation,
        }
    }

    /// What they imply of a built-in fact.
    pub(super) fn fact(&'b self, name: &str) -> FactCells<'b> {
        let all = |yes: Mask| FactCells {
            values: Values::Flags(yes),
            known: Mask::ALL,
            ..FactCells::MISSING
        };
        let holds = |standing: &StandingColumn| FactCells {
            values: Values::Flags(standing.current),
            known: !standing.undetermined,
            ..FactCells::MISSING
        };
        let last_day = |standing: &'b StandingColumn| match &standing.last_day {
            None => FactCells::MISSING,
            Some(days) => {
                FactCells { values: Values::Days(days), known: standing.ends, ..FactCells::MISSING }
            }
        };
        let of_words = |input: usize, codes: &[u16]| {
            let words = self.block.words(input)?;
            Some(words.known & Mask::of(|row| codes.contains(&words.values[row])))
        };
        let input = self.inputs;
        match name {
            "incorporated" => {
                let [yayasan, perkumpulan, unincorporated, government] = input.legal_forms;
                let Some(yes) = of_words(input.legal_form, &[yayasan, perkumpulan]) else {
                    return FactCells::MISSING;
                };
                let no = of_words(input.legal_form, &[unincorporated]).unwrap_or_default();
                FactCells {
                    values: Values::Flags(yes),
                    known: yes | no,
                    not_applicable: of_words(input.legal_form, &[government]).unwrap_or_default(),
                    ..FactCells::MISSING
                }
            }
            "serves_children" => match of_words(input.kind, &[input.lksa]) {
                None => FactCells::MISSING,
                Some(lksa) => {
                    FactCells { values: Values::Flags(lksa), known: lksa, ..FactCells::MISSING }
                }
            },
            "member" => all(self.member),
            "member_since" => match self.block.days(input.member_since) {
                None => FactCells::MISSING,
                Some(since) => FactCells {
                    values: Values::Days(&since.values),
                    known: self.member,
                    ..FactCells::MISSING
                },
            },
            "registered" => holds(&self.registration),
            "registered_before" => all(self.registration.ever),
            "registration_last_day" => last_day(&self.registration),
            "permitted" => holds(&self.permit),
            "permitted_before" => all(self.permit.ever),
            "permit_last_day" => last_day(&self.permit),
            "accredited" => holds(&self.accreditation),
            "accredited_before" => all(self.accreditation.ever),
            "accreditation_grade" => {
                let grade = input.accreditation.grade.and_then(|grade| self.block.words(grade));
                grade.map_or(FactCells::MISSING, |grade| FactCells {
                    values: Values::Words(&grade.values),
                    known: grade.known & self.accreditation.ever,
                    ..FactCells::MISSING
                })
            }
            "accreditation_decided" => {
                let decided = self.block.days(input.accreditation.given);
                decided.map_or(FactCells::MISSING, |decided| FactCells {
                    values: Values::Days(&decided.values),
                    known: self.accreditation.ever,
                    ..FactCells::MISSING
                })
            }
            "accreditation_last_day" => last_day(&self.accreditation),
            // A table has no dated warnings; a count of them is evidence.
            "warnings" => FactCells {
                values: Values::Numbers(super::NOUGHT),
                known: Mask::ALL,
                ..FactCells::MISSING
            },
            _ => FactCells::MISSING,
        }
    }
}
