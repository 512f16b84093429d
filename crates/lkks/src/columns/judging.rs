//! What one plan says of the rows it decides about: `assess/judge.rs`, which specifies it.

use super::certainty::Sureness;
use super::fact::{ColumnTest, Values};
use super::instrument::{InstrumentColumn, Scored};
use super::rules::{Gathered, Rules};
use super::sitting::{Facts, Sitting};
use super::standing::StandingColumn;
use super::truths::Truths;
use super::{Mask, Named};
use crate::assess::{Purpose, decides};
use crate::rules::pack::DurationFigure;
use crate::rules::plan::Plan;
use crate::rules::{Certainty, Gate, Subject};

/// The criteria and the instrument of a plan, ready for blocks.
#[derive(Debug)]
pub(super) struct Judging {
    subject: Subject,
    facts: Vec<usize>,
    criteria: Vec<CriterionColumn>,
    applies: Named,
    opens: Named,
    in_time: Named,
    /// The floors, as findings, with how sure each is.
    floors: Vec<(Named, Certainty)>,
    instrument: Option<InstrumentColumn>,
    /// The ranks of grades that a criterion of each grade keeps closed.
    ranks: usize,
    /// What every judgement by this plan rests on.
    certainty: Certainty,
}

#[derive(Debug)]
struct CriterionColumn {
    named: Named,
    gate: Gate,
    /// The rank of the grade it stands before.
    rank: Option<usize>,
    when: Option<ColumnTest>,
    require: ColumnTest,
    certainty: Certainty,
}

/// What a plan says of the rows it decides about.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) invalid: Mask,
    pub(super) not_eligible: Mask,
    pub(super) undetermined: Mask,
    /// The findings that are not met, and those that are unknown, in the order of the findings.
    pub(super) unmet: Vec<(Named, Mask)>,
    pub(super) unknown: Vec<(Named, Mask)>,
    /// The facts of which some row has a value that cannot be used.
    pub(super) invalid_facts: Vec<(usize, Mask)>,
    pub(super) scored: Option<Scored>,
    pub(super) sureness: Sureness,
}

impl Judging {
    pub(super) fn of(
        plan: &Plan,
        gathered: &mut Gathered<'_>,
        name: &mut dyn FnMut(&str, Option<&str>) -> Named,
        grade: &mut dyn FnMut(&str) -> u16,
    ) -> Self {
        let places = gathered.places(plan);
        let criteria = plan.criteria.iter().map(|criterion| CriterionColumn {
            named: name(&criterion.info.criterion, criterion.info.cited.as_deref()),
            gate: criterion.info.gate,
            rank: criterion.info.grade.as_deref().and_then(|grade| plan.rank(grade)),
            when: criterion.when.as_ref().map(|when| gathered.test(when, &places)),
            require: gathered.test(&criterion.require, &places),
            certainty: criterion.info.certainty,
        });
        let criteria = criteria.collect();
        let instrument = plan.instrument.as_ref();
        let floors = instrument.into_iter().flat_map(|instrument| &instrument.floors);
        let floors = floors.map(|floor| {
            let named = name(&floor.info.criterion, floor.info.cited.as_deref());
            (named, floor.info.certainty)
        });
        let floors: Vec<(Named, Certainty)> = floors.collect();
        let figures = instrument.into_iter().flat_map(|instrument| {
            let rules = &instrument.rules;
            let components = rules.components.iter().map(|component| component.certainty);
            let bands = rules.bands.iter().map(|band| band.certainty);
            components.chain(bands).chain([rules.rounding.certainty])
        });
        let certainty = figures.chain(floors.iter().map(|(_, certainty)| *certainty)).max();
        let renewal = plan.renewal.as_ref();
        let mut window = |criterion, figure: Option<&DurationFigure>| {
            let cited = figure.map(|figure| figure.cite.to_string());
            name(criterion, cited.as_deref())
        };
        let opens = window("renewal-opens", renewal.and_then(|r| r.opens_after.as_ref()));
        let in_time = window("renewal-in-time", renewal.and_then(|r| r.apply_before.as_ref()));
        Self {
            subject: plan.subject,
            criteria,
            applies: name("applies", None),
            opens,
            in_time,
            floors,
            instrument: instrument.map(|i| InstrumentColumn::of(plan, i, &places, grade)),
            ranks: plan.grades.len(),
            certainty: certainty.unwrap_or(Certainty::Confirmed),
            facts: places,
        }
    }

    /// Judges `rows`.
    pub(super) fn judge(
        &self,
        sitting: &Sitting<'_>,
        rules: &Rules,
        facts: &Facts<'_>,
        standing: &StandingColumn,
        rows: Mask,
    ) -> Judged {
        let mut judged = Judged {
            invalid: Mask::NONE,
            not_eligible: Mask::NONE,
            undetermined: Mask::NONE,
            unmet: Vec::new(),
            unknown: Vec::new(),
            invalid_facts: Vec::new(),
            scored: None,
            sureness: Sureness::default(),
        };
        judged.sureness.rests(rows, self.certainty);
        judged.sureness.rests(rows & rules.near(sitting.on), Certainty::Assumed);
        self.look_at_facts(sitting, facts, rows, &mut judged);
        let mut closed = vec![(Mask::NONE, Mask::NONE); self.ranks];
        for criterion in &self.criteria {
            let truths = criterion.truths(facts, sitting, standing).only(rows);
            judged.find(criterion.named, truths, deciding(self.subject, criterion.gate));
            judged.sureness.rests(truths.applies(), criterion.certainty);
            for (_, (surely, perhaps)) in
                closed.iter_mut().enumerate().filter(|(r, _)| criterion.rank >= Some(*r))
            {
                *surely |= truths.no;
                *perhaps |= truths.no | truths.unknown;
            }
        }
        if let Some(test) = &rules.applies_when {
            let unsure = test.truths(&|fact| facts.cells(fact), sitting.on).unknown & rows;
            let truths = Truths { unknown: unsure, ..Truths::NOT_APPLICABLE };
            judged.find(self.applies, truths, deciding(self.subject, Gate::Registration));
        }
        self.renewal(sitting, rules, standing, rows, &mut judged);
        if let Some(instrument) = &self.instrument {
            let floors: Vec<Truths> = instrument
                .floors
                .iter()
                .map(|floor| instrument.floor(floor, facts).only(rows))
                .collect();
            for ((named, _), truths) in self.floors.iter().zip(&floors) {
                judged.find(*named, *truths, deciding(self.subject, Gate::Grade));
            }
            let valid = rows.but(judged.invalid);
            judged.scored = Some(instrument.score(facts, rows, &closed, &floors));
            if let Some(scored) = &mut judged.scored {
                scored.grades.iter_mut().for_each(|(_, rows)| *rows &= valid);
            }
        }
        judged.not_eligible = judged.not_eligible.but(judged.invalid);
        judged.undetermined = judged.undetermined.but(judged.invalid | judged.not_eligible);
        judged
    }

    /// Values that cannot be used, and papers whose last day is given by a figure.
    fn look_at_facts(
        &self,
        sitting: &Sitting<'_>,
        facts: &Facts<'_>,
        rows: Mask,
        judged: &mut Judged,
    ) {
        for &fact in &self.facts {
            let cells = facts.cells(fact);
            let invalid = cells.invalid & rows;
            if !invalid.is_empty() {
                judged.invalid |= invalid;
                judged.invalid_facts.push((fact, invalid));
            }
            if let (Some((_, certainty)), Values::Paper(paper)) =
                (&sitting.plan.facts[fact].valid_for, &cells.values)
            {
                judged.sureness.rests(cells.known & paper.present & rows, *certainty);
            }
        }
    }

    /// The window in which what is held may be renewed.
    fn renewal(
        &self,
        sitting: &Sitting<'_>,
        rules: &Rules,
        standing: &StandingColumn,
        rows: Mask,
        judged: &mut Judged,
    ) {
        let inputs = sitting.plan.records.held(self.subject);
        let current = rows & standing.current;
        let Some(given) = sitting.block.days(inputs.given) else { return };
        let on = sitting.on;
        if let Some(window) = &rules.renewal.opens_after {
            let (mut yes, mut no) = (Mask::NONE, Mask::NONE);
            for row in current.rows() {
                match window.days.from(given.values[row]) {
                    Some(opens) if opens <= on.at(row) => yes.insert(row),
                    Some(_) => no.insert(row),
                    None => {}
                }
            }
            judged.window(
                self.opens,
                yes,
                no,
                window.certainty,
                deciding(self.subject, Gate::Renewal),
            );
        }
        let (Some(window), Some(last_day)) = (&rules.renewal.apply_before, &standing.last_day)
        else {
            return;
        };
        let pending = sitting.pending(inputs);
        let lodged = sitting.block.days(inputs.lodged);
        let (mut yes, mut no) = (Mask::NONE, Mask::NONE);
        for row in (current & standing.ends).rows() {
            let Some(apply_by) = window.days.from(last_day[row]) else { continue };
            // An application lodged in time settles it while it is pending.
            let lodged = lodged.map(|lodged| lodged.values[row]);
            let lodged = lodged.filter(|day| pending.has(row) && given.values[row] < *day);
            let asked = lodged.map_or(on.at(row), |day| day.min(on.at(row)));
            if asked <= apply_by { yes.insert(row) } else { no.insert(row) }
        }
        judged.window(
            self.in_time,
            yes,
            no,
            window.certainty,
            deciding(self.subject, Gate::Keeping),
        );
    }
}

/// Whether a criterion with this gate decides; one of renewal applies only where that is asked for.
fn deciding(subject: Subject, gate: Gate) -> bool {
    decides(subject, gate, Purpose::Renewal)
}

impl CriterionColumn {
    fn truths(
        &self,
        facts: &Facts<'_>,
        sitting: &Sitting<'_>,
        standing: &StandingColumn,
    ) -> Truths {
        let of = |test: &ColumnTest| test.truths(&|fact| facts.cells(fact), sitting.on);
        let required = of(&self.require);
        let truths = match &self.when {
            None => required,
            Some(when) => required.asked_when(of(when)),
        };
        match self.gate {
            Gate::Renewal => truths.only(standing.ever),
            _ => truths,
        }
    }
}

impl Judged {
    fn find(&mut self, named: Named, truths: Truths, decides: bool) {
        if decides {
            self.not_eligible |= truths.no;
            self.undetermined |= truths.unknown;
        }
        if !truths.no.is_empty() {
            self.unmet.push((named, truths.no));
        }
        if !truths.unknown.is_empty() {
            self.unknown.push((named, truths.unknown));
        }
    }

    fn window(&mut self, named: Named, yes: Mask, no: Mask, certainty: Certainty, decides: bool) {
        let truths = Truths { yes, no, unknown: Mask::NONE };
        self.find(named, truths, decides);
        self.sureness.rests(truths.applies(), certainty);
    }
}
