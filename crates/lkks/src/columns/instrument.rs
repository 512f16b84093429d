//! Scores and grades by column: `assess/score.rs`, which specifies them.

use super::fact::Values;
use super::sitting::Facts;
use super::{Mask, ROWS};
use crate::Decimal;
use crate::decimal::{Fraction, RoundingMode};
use crate::rules::plan::{Plan, PlanInstrument};

/// An instrument ready for blocks.
#[derive(Debug)]
pub(super) struct InstrumentColumn {
    components: Vec<ComponentColumn>,
    /// The sum of the weights, in steps.
    weights: i64,
    rounding: Rounding,
    bands: Vec<BandColumn>,
    pub(super) floors: Vec<FloorColumn>,
    /// Whether each grade is one of accreditation, the best first.
    accredited: Vec<bool>,
    /// The codes of the grades.
    grades: Vec<u16>,
    /// Whether no sum leaves the integers that are summed here.
    fits: bool,
}

#[derive(Debug)]
struct ComponentColumn {
    fact: usize,
    weight: i64,
}

#[derive(Clone, Copy, Debug)]
struct Rounding {
    mode: RoundingMode,
    places: u8,
}

#[derive(Debug)]
struct BandColumn {
    /// The rank of its grade, where that is a grade of the plan.
    rank: Option<usize>,
    grade: u16,
    min: i64,
    max: i64,
}

/// A floor ready for blocks.
#[derive(Debug)]
pub(super) struct FloorColumn {
    components: Vec<usize>,
    at_least: i64,
    allowed: u32,
    /// The ranks it stands before.
    concerns: Vec<bool>,
}

/// What an instrument makes of a block.
#[derive(Debug)]
pub(super) struct Scored {
    /// The rows with a score.
    pub(super) known: Mask,
    pub(super) total: Box<[i64; ROWS]>,
    pub(super) rounded: Box<[i64; ROWS]>,
    /// The rows with each grade, by its code.
    pub(super) grades: Vec<(u16, Mask)>,
    /// The rows with a better band above, by its grade, and where that band starts.
    pub(super) next: Vec<(u16, i64, Mask)>,
}

impl InstrumentColumn {
    pub(super) fn of(
        plan: &Plan,
        instrument: &PlanInstrument,
        places: &[usize],
        grade: &mut dyn FnMut(&str) -> u16,
    ) -> Self {
        let components: Vec<ComponentColumn> = instrument
            .components
            .iter()
            .map(|component| ComponentColumn {
                fact: places.get(component.fact).copied().unwrap_or(usize::MAX),
                weight: component.component.weight.steps(),
            })
            .collect();
        let most = |fact: usize| {
            let spec = plan.facts.get(fact).map(|fact| &fact.spec);
            let bounds = spec.map_or([None, None], |spec| [spec.min, spec.max]);
            let steps =
                bounds.map(|bound| i128::from(bound.map_or(Decimal::LIMIT, Decimal::steps)).abs());
            steps.into_iter().max().unwrap_or_default()
        };
        let weights: i128 = components.iter().map(|component| i128::from(component.weight)).sum();
        let widest: i128 = instrument
            .components
            .iter()
            .map(|c| i128::from(c.component.weight.steps()).abs() * most(c.fact))
            .sum();
        let room = i128::from(i64::MAX / 4);
        let bands = &instrument.rules.bands;
        Self {
            fits: widest < room && weights.checked_mul(10_000).is_some_and(|unit| unit < room),
            weights: i64::try_from(weights).unwrap_or(0),
            rounding: Rounding {
                mode: instrument.rules.rounding.mode,
                places: instrument.rules.rounding.places,
            },
            bands: bands
                .iter()
                .map(|band| BandColumn {
                    rank: plan.rank(&band.grade),
                    grade: grade(&band.grade),
                    min: band.min.steps(),
                    max: band.max.steps(),
                })
                .collect(),
            floors: instrument
                .floors
                .iter()
                .map(|floor| FloorColumn {
                    components: floor.components.clone(),
                    at_least: floor.floor.at_least.steps(),
                    allowed: floor.floor.allowed,
                    concerns: (0..plan.grades.len())
                        .map(|rank| crate::assess::score::concerns(plan, floor, rank))
                        .collect(),
                })
                .collect(),
            accredited: plan.grades.iter().map(|grade| grade.accredited).collect(),
            grades: plan.grades.iter().map(|known| grade(&known.code)).collect(),
            components,
        }
    }

    fn numbers<'f>(&self, component: usize, facts: &'f Facts<'_>) -> (&'f [i64; ROWS], Mask) {
        let cells = facts.cells(self.components[component].fact);
        match cells.values {
            Values::Numbers(numbers) => (numbers, cells.known),
            _ => (super::NOUGHT, Mask::NONE),
        }
    }

    /// The rows in which each floor is met, not met and unknown.
    pub(super) fn floor(&self, floor: &FloorColumn, facts: &Facts<'_>) -> super::truths::Truths {
        let mut under = [0_u32; ROWS];
        let mut open = [0_u32; ROWS];
        for component in &floor.components {
            let (numbers, known) = self.numbers(*component, facts);
            let low = Mask::of(|row| numbers[row] < floor.at_least) & known;
            low.rows().for_each(|row| under[row] += 1);
            (!known).rows().for_each(|row| open[row] += 1);
        }
        let no = Mask::of(|row| under[row] > floor.allowed);
        let unsure = Mask::of(|row| under[row] + open[row] > floor.allowed);
        super::truths::Truths { yes: !unsure, no, unknown: unsure.but(no) }
    }

    /// Scores and grades. Of each rank `closed` says in which rows criteria surely keep it closed,
    /// and in which they may.
    pub(super) fn score(
        &self,
        facts: &Facts<'_>,
        rows: Mask,
        closed: &[(Mask, Mask)],
        floors: &[super::truths::Truths],
    ) -> Scored {
        let known = (0..self.components.len())
            .fold(rows, |known, component| known & self.numbers(component, facts).1);
        let mut scored = Scored {
            known: if self.weights > 0 { known } else { Mask::NONE },
            total: Box::new([0; ROWS]),
            rounded: Box::new([0; ROWS]),
            grades: Vec::new(),
            next: Vec::new(),
        };
        if scored.known.is_empty() {
            return scored;
        }
        if self.fits {
            self.weigh(facts, &mut scored);
        } else {
            self.weigh_widely(facts, &mut scored);
        }
        self.grade(closed, floors, &mut scored);
        scored
    }

    fn weigh(&self, facts: &Facts<'_>, scored: &mut Scored) {
        let mut sums = [0_i64; ROWS];
        for (index, component) in self.components.iter().enumerate() {
            let (numbers, _) = self.numbers(index, facts);
            for (sum, number) in sums.iter_mut().zip(numbers) {
                // What is out of range is not known, and may overflow.
                *sum = sum.wrapping_add(component.weight.wrapping_mul(*number));
            }
        }
        let step = 10_i64.pow(u32::from(4 - self.rounding.places.min(4)));
        let unit = self.weights * step;
        let limit = Decimal::LIMIT;
        for ((sum, total), rounded) in
            sums.iter().zip(scored.total.iter_mut()).zip(scored.rounded.iter_mut())
        {
            *total = sum.div_euclid(self.weights).clamp(-limit, limit);
            let (whole, rest) = (sum.div_euclid(unit), sum.rem_euclid(unit));
            let up = match self.rounding.mode {
                RoundingMode::Down => false,
                RoundingMode::Up => rest > 0,
                RoundingMode::HalfUp => 2 * rest >= unit,
                RoundingMode::HalfEven => 2 * rest > unit || (2 * rest == unit && whole % 2 != 0),
            };
            *rounded = ((whole + i64::from(up)) * step).clamp(-limit, limit);
        }
    }

    /// The same where the sums need more room.
    fn weigh_widely(&self, facts: &Facts<'_>, scored: &mut Scored) {
        for row in scored.known.rows() {
            let sum: i128 = (0..self.components.len())
                .map(|index| {
                    let weight = i128::from(self.components[index].weight);
                    weight * i128::from(self.numbers(index, facts).0[row])
                })
                .sum();
            if let Some(mean) = Fraction::new(sum, i128::from(self.weights) * 10_000) {
                scored.total[row] = mean.floor().steps();
                scored.rounded[row] = mean.round(self.rounding.mode, self.rounding.places).steps();
            }
        }
    }

    fn grade(
        &self,
        closed: &[(Mask, Mask)],
        floors: &[super::truths::Truths],
        scored: &mut Scored,
    ) {
        let rounded = &scored.rounded;
        let mut outside = scored.known;
        let mut of_rank = vec![Mask::NONE; self.grades.len()];
        let mut below_next = Mask::NONE;
        for band in &self.bands {
            let inside =
                outside & Mask::of(|row| band.min <= rounded[row] && rounded[row] <= band.max);
            outside = outside.but(inside);
            below_next |= inside;
            if let Some(rank) = band.rank {
                of_rank[rank] |= inside;
            }
        }
        let best = self.earned(&of_rank, |rank| closed[rank].0, floors);
        let worst = self.earned(&of_rank, |rank| closed[rank].1, floors);
        // A grade that depends on what is not known is not given.
        scored.grades = best
            .into_iter()
            .zip(worst)
            .map(|((grade, best), (_, worst))| (grade, best & worst))
            .collect();
        let mut above: Vec<&BandColumn> = self.bands.iter().collect();
        above.sort_by_key(|band| band.min);
        for band in above {
            let rows = below_next & Mask::of(|row| rounded[row] < band.min);
            below_next = below_next.but(rows);
            scored.next.push((band.grade, band.min, rows));
        }
    }

    /// The rows that earn each grade: the best that stays open from that of their band on.
    fn earned(
        &self,
        of_rank: &[Mask],
        closed: impl Fn(usize) -> Mask,
        floors: &[super::truths::Truths],
    ) -> Vec<(u16, Mask)> {
        let mut waiting = Mask::NONE;
        let mut earned = Vec::with_capacity(of_rank.len());
        for (rank, in_band) in of_rank.iter().enumerate() {
            waiting |= *in_band;
            let shut = if self.accredited[rank] {
                let floors = self.floors.iter().zip(floors).filter(|(f, _)| f.concerns[rank]);
                floors.fold(closed(rank), |shut, (_, truths)| shut | truths.no)
            } else {
                Mask::NONE
            };
            let here = waiting.but(shut);
            waiting = waiting.but(here);
            // What fails a floor is not given the grade of a band it is not in, but where that is
            // one of accreditation.
            let given = if self.accredited[rank] { here } else { here & *in_band };
            earned.push((self.grades[rank], given));
        }
        earned
    }
}
