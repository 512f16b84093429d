//! The plans of a book, made ready for blocks.

use super::Mask;
use super::days::{DayOf, Step, Steps, day_number};
use super::fact::{ColumnTest, FactColumn};
use super::input::Inputs;
use crate::calendar::{Date, Duration};
use crate::rules::pack::{
    ApplicationsPass, CertificatesPass, DurationFigure, Edge, Renewal, ValidityFigure,
};
use crate::rules::plan::{Plan, Test};
use crate::rules::{Certainty, RuleBook, Subject};
use std::sync::Arc;

/// One plan.
#[derive(Debug)]
pub(super) struct Rules {
    pub(super) plan: Arc<Plan>,
    /// Its code among the rules that a row may be judged by.
    pub(super) code: u16,
    /// Its place among the regions that packs are for.
    pub(super) region: Option<usize>,
    first: i32,
    last: i32,
    is_assumed: bool,
    pub(super) applies_when: Option<ColumnTest>,
    /// Days of its start and end that are not known to the day, as the span in which they lie.
    edges: Vec<(i32, i32)>,
    pub(super) grades: Vec<GradeColumn>,
    /// What it lasts where no grade says.
    pub(super) validity: Option<Lasts>,
    pub(super) endings: Vec<Ending>,
    pub(super) renewal: RenewalColumn,
}

/// When what is held may and must be asked for again.
#[derive(Debug, Default)]
pub(super) struct RenewalColumn {
    pub(super) opens_after: Option<Window>,
    pub(super) apply_before: Option<Window>,
    /// How sure it is that what was asked for in time runs on, if it does.
    pub(super) runs_on: Option<Certainty>,
}

/// A length of time from a day of what is held.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) days: Steps,
    pub(super) certainty: Certainty,
}

impl RenewalColumn {
    fn of(renewal: &Renewal) -> Self {
        let window = |figure: &DurationFigure, step: fn(Duration) -> Step| Window {
            days: Steps::new(step(figure.lasts)),
            certainty: figure.certainty,
        };
        let runs_on = renewal.runs_on.as_ref().filter(|rule| rule.value);
        Self {
            opens_after: renewal.opens_after.as_ref().map(|figure| window(figure, Step::After)),
            apply_before: renewal.apply_before.as_ref().map(|figure| window(figure, Step::Before)),
            runs_on: runs_on.map(|rule| rule.certainty),
        }
    }
}

/// A grade of a plan.
#[derive(Debug)]
pub(super) struct GradeColumn {
    /// The code of its name among the words of the grade held.
    pub(super) word: u16,
    pub(super) accredited: bool,
    pub(super) validity: Option<Lasts>,
}

/// How long something lasts, and how sure that is.
#[derive(Debug)]
pub(super) struct Lasts {
    pub(super) last_day: Steps,
    pub(super) certainty: Certainty,
}

/// What a later plan says of certificates that were given under this one.
#[derive(Debug)]
pub(super) struct Ending {
    pub(super) later: usize,
    pub(super) certainty: Certainty,
    /// Whether applications that were pending are decided under the earlier plan.
    pub(super) keeps_applications: bool,
    /// How certificates lapse, if they do.
    pub(super) lapse: Option<Lapse>,
}

/// The days on which certificates lapse.
#[derive(Debug)]
pub(super) struct Lapse {
    grace: Option<Steps>,
}

impl Lapse {
    /// The last day of a certificate, where the later plan starts on `start`.
    pub(super) fn last_day(&self, start: i32) -> Option<i32> {
        let end = match &self.grace {
            None => Some(start),
            Some(grace) => grace.from(start),
        };
        // The calendar ends with its first day.
        end.map(|end| (end - 1).max(super::DAY_NUMBERS.0))
    }
}

impl Lasts {
    fn of(figure: &ValidityFigure) -> Self {
        Self { last_day: Steps::new(Step::LastDay(figure.validity())), certainty: figure.weakest() }
    }
}

/// What making plans ready gathers.
#[derive(Debug)]
pub(super) struct Gathered<'i> {
    pub(super) inputs: &'i mut Inputs,
    pub(super) facts: Vec<FactColumn>,
    pub(super) regions: Vec<crate::region::RegionCode>,
    pub(super) grade: usize,
}

impl Gathered<'_> {
    /// The place among all facts of each fact of a plan.
    pub(super) fn places(&mut self, plan: &Plan) -> Vec<usize> {
        let place = |wanted| {
            let known = self.facts.iter().position(|fact: &FactColumn| fact.is(wanted));
            known.unwrap_or_else(|| {
                self.facts.push(FactColumn::new(wanted, self.inputs));
                self.facts.len() - 1
            })
        };
        plan.facts.iter().map(place).collect()
    }

    pub(super) fn test(&mut self, test: &Test, places: &[usize]) -> ColumnTest {
        let place = |fact: usize| places.get(fact).copied().unwrap_or(usize::MAX);
        let (facts, inputs, grade) = (&self.facts, &mut *self.inputs, self.grade);
        ColumnTest::of(test, &place, &mut |fact, text| {
            // A fact that no evidence is of is a word of a record: the grade held.
            let input = facts.get(fact).and_then(FactColumn::evidence).unwrap_or(grade);
            inputs.word(input, text)
        })
    }
}

impl Rules {
    pub(super) fn of(
        book: &RuleBook,
        plan: &Arc<Plan>,
        plans: &[Arc<Plan>],
        gathered: &mut Gathered<'_>,
    ) -> Self {
        let applies_when = plan.applies_when.as_ref().map(|test| {
            let places = gathered.places(plan);
            gathered.test(test, &places)
        });
        let region = plan.region.as_ref().map(|own| {
            let known = gathered.regions.iter().position(|region| region == own);
            known.unwrap_or_else(|| {
                gathered.regions.push(own.clone());
                gathered.regions.len() - 1
            })
        });
        let endings = plans.iter().enumerate().flat_map(|(later, other)| {
            let replacing =
                other.transitions.iter().filter(|t| plan.packs().any(|pack| pack.id == t.from));
            replacing.map(move |transition| Ending {
                later,
                certainty: transition.certainty,
                keeps_applications: transition.applications == ApplicationsPass::Old,
                lapse: (transition.certificates == CertificatesPass::Lapse)
                    .then(|| Lapse { grace: transition.grace.map(|g| Steps::new(Step::After(g))) }),
            })
        });
        let grades = plan.grades.iter().map(|grade| GradeColumn {
            word: gathered.inputs.word(gathered.grade, &grade.code),
            accredited: grade.accredited,
            validity: grade.validity.as_ref().map(Lasts::of),
        });
        Self {
            code: 0,
            region,
            first: plan.first_day().map_or(i32::MIN, day_number),
            last: plan.last_day().map_or(i32::MAX, day_number),
            is_assumed: book.is_assumed(plan),
            applies_when,
            edges: plan.edges().filter_map(span).collect(),
            grades: grades.collect(),
            validity: plan.validity.as_ref().map(Lasts::of),
            endings: endings.collect(),
            renewal: plan.renewal.as_ref().map(RenewalColumn::of).unwrap_or_default(),
            plan: Arc::clone(plan),
        }
    }

    /// The rows on whose day it is in force.
    pub(super) fn in_force(&self, on: DayOf<'_>) -> Mask {
        match (self.first, self.last) {
            (i32::MIN, i32::MAX) => Mask::ALL,
            (first, last) => on.mask(|day| first <= day && day <= last),
        }
    }

    /// The rows near whose day it starts or ends, without the day being known.
    pub(super) fn near(&self, on: DayOf<'_>) -> Mask {
        let spans = self.edges.iter();
        spans.fold(Mask::NONE, |near, (from, to)| near | on.mask(|day| *from <= day && day <= *to))
    }

    /// The day on which it started for a row that is judged on `on`, if it has.
    pub(super) fn start(&self, on: i32) -> Option<i32> {
        if self.first == i32::MIN {
            return None;
        }
        if self.is_assumed {
            Some(self.first.min(on))
        } else {
            Some(self.first).filter(|d| *d <= on)
        }
    }

    /// The day before which an application was lodged under an earlier plan.
    pub(super) const fn first_day(&self) -> i32 {
        self.first
    }
}

fn span(edge: &Edge) -> Option<(i32, i32)> {
    let (earliest, latest): (Date, Date) = (edge.known.earliest(), edge.known.latest());
    (earliest != latest).then(|| (day_number(earliest), day_number(latest)))
}

/// Which plan decides, in the order in which they come first.
#[derive(Debug)]
pub(super) struct Precedence {
    assumed: Vec<usize>,
    in_force: Vec<usize>,
}

impl Precedence {
    /// Of the plans on `subject` among `rules`.
    pub(super) fn of(book: &RuleBook, subject: Subject, rules: &[Rules]) -> Self {
        let of_subject = || {
            let all = rules.iter().enumerate();
            all.filter(|(_, rules)| rules.plan.subject == subject)
        };
        let assumed = of_subject().filter(|(_, r)| r.is_assumed).map(|(place, _)| place);
        let mut in_force: Vec<usize> = of_subject().map(|(place, _)| place).collect();
        // A stable sort: the first in order of id among equals.
        in_force.sort_by_key(|place| std::cmp::Reverse(book.rank(&rules[*place].plan)));
        Self { assumed: assumed.collect(), in_force }
    }

    /// Those that count before any in force: they are assumed.
    pub(super) fn assumed(&self) -> &[usize] {
        &self.assumed
    }

    pub(super) fn in_force(&self) -> &[usize] {
        &self.in_force
    }
}
