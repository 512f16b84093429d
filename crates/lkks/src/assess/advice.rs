//! The smallest set of changes that would make an organisation eligible, or lift it a grade.
//!
//! Criteria that share no fact do not influence each other, so the smallest change of all is the
//! sum of the smallest changes of each group that does. Within a group every set of facts is tried,
//! the small ones first, at the few values that matter ([`crate::rules::candidates`]).

use crate::Decimal;
use crate::assess::judge::truth_of;
use crate::assess::score::Score;
use crate::assess::verdict::{Eligibility, EligibilityStatus};
use crate::calendar::Date;
use crate::decode::text_enum;
use crate::facts::{Sheet, Value};
use crate::message::{Lang, Localised, Text};
use crate::order::InOrder;
use crate::rules::candidates;
use crate::rules::plan::{Ask, Plan, PlanCriterion, Test, Truth};
use search::Search;
use serde::Serialize;
use situation::Situation;

mod lift;
mod search;
mod situation;

text_enum! {
    /// What a piece of advice is for.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// use lkks::assess::Goal;
    /// assert_eq!(verdict.accreditation.advice[0].goal, Goal::Eligibility);
    /// assert_eq!("grade".parse(), Ok(Goal::Grade));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Goal {
        /// Being eligible to apply.
        Eligibility = "eligibility",
        /// A better grade.
        Grade = "grade",
    }
}

text_enum! {
    /// What is to be done about a fact.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// # let verdict = assessment.verdict("LKS-001")?;
    /// use lkks::assess::Action;
    /// let profile = verdict.accreditation.advice[0].changes.iter().find(|c| c.fact == "profile");
    /// assert_eq!(profile.map(|change| change.action), Some(Action::Provide));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Action {
        /// Provide a document that is absent or was not seen.
        Provide = "provide",
        /// Renew a document that has run out.
        Renew = "renew",
        /// Find out and record what is not known.
        Record = "record",
        /// Bring about another state.
        Achieve = "achieve",
        /// Raise a number.
        Raise = "raise",
        /// Lower a number.
        Lower = "lower",
        /// Wait.
        Wait = "wait",
    }
}

/// What would help, and how little of it is enough.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let advice = &verdict.accreditation.advice[0];
/// assert!(advice.smallest && advice.out_of_reach.is_empty());
/// assert_eq!(advice.changes.len(), 5);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advice {
    /// What for.
    pub goal: Goal,
    /// The grade it leads to, where that is the goal.
    pub grade: Option<String>,
    /// What to change; all of it together is enough.
    pub changes: Vec<Change>,
    /// Whether no smaller set of changes is enough.
    pub smallest: bool,
    /// Criteria that no change to this organisation's papers or scores can meet.
    pub out_of_reach: Vec<String>,
}

/// One change.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// # let verdict = assessment.verdict("LKS-001")?;
/// let mut changes = verdict.accreditation.advice[0].changes.iter();
/// let change = changes.find(|change| change.fact == "registered");
/// assert_eq!(change.and_then(|change| change.to.as_deref()), Some("true"));
/// assert_eq!(change.map(|change| &*change.criteria[0]), Some("on-record"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// The fact to change.
    pub fact: String,
    /// What a person calls it.
    pub label: Localised,
    /// What to do.
    pub action: Action,
    /// The value to reach, as text.
    pub to: Option<String>,
    /// How far that is from today's value, for a number.
    pub by: Option<Decimal>,
    /// Until when to wait.
    pub until: Option<Date>,
    /// The criteria it helps to meet.
    pub criteria: Vec<String>,
}

/// The facts of one organisation on one day, and the plan they are held against.
pub(crate) struct Asked<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) sheet: &'a Sheet,
    pub(crate) on: Date,
}

/// All advice on one judgement.
pub(crate) fn of(
    asked: &Asked<'_>,
    eligibility: &Eligibility,
    score: Option<&Score>,
    decides: &dyn Fn(&PlanCriterion) -> bool,
) -> Vec<Advice> {
    let Asked { plan, sheet, on } = *asked;
    let situation = Situation { plan, facts: &sheet.facts, on };
    let mut all = Vec::new();
    let open = [EligibilityStatus::NotEligible, EligibilityStatus::Undetermined];
    if open.contains(&eligibility.status) {
        let criteria: Vec<&PlanCriterion> = plan.criteria.iter().filter(|c| decides(c)).collect();
        let mut advice = Advice::towards(Goal::Eligibility, None);
        advice.meet(&situation, &criteria);
        advice.find_out_whether_it_applies(&situation);
        advice.wait(&situation, eligibility);
        if !advice.changes.is_empty() || !advice.out_of_reach.is_empty() {
            all.push(advice);
        }
    }
    if let (Some(instrument), Some(score)) = (&plan.instrument, score) {
        all.extend(lift::lift(&situation, instrument, score));
    }
    all
}

impl Advice {
    fn towards(goal: Goal, grade: Option<String>) -> Self {
        Self { goal, grade, changes: Vec::new(), smallest: true, out_of_reach: Vec::new() }
    }

    /// Where it is not known whether the rules apply, that is to be found out as well.
    fn find_out_whether_it_applies(&mut self, situation: &Situation<'_>) {
        let Some(test) = &situation.plan.applies_when else { return };
        if test.evaluate(situation.facts, situation.on) != Truth::Unknown {
            return;
        }
        for fact in test.facts().into_iter().filter(|fact| situation.is_unknown(*fact)) {
            let change = situation.change(fact, None, &[], vec!["applies".to_owned()]);
            match self.changes.iter_mut().find(|known| known.fact == change.fact) {
                Some(known) => known.criteria.extend(change.criteria),
                None => self.changes.push(change),
            }
        }
    }

    /// A renewal that cannot be asked for yet is waited for.
    fn wait(&mut self, situation: &Situation<'_>, eligibility: &Eligibility) {
        let Some(opens) = eligibility.opens.filter(|opens| situation.on < *opens) else { return };
        let label = |lang| Text::RenewalWindow.text(lang, &[]);
        self.changes.push(Change {
            fact: "renewal-opens".to_owned(),
            label: Localised::new(label(Lang::Id), label(Lang::En)),
            action: Action::Wait,
            to: None,
            by: None,
            until: Some(opens),
            criteria: vec!["renewal-opens".to_owned()],
        });
    }

    /// Adds the smallest change that meets every one of `criteria`.
    fn meet(&mut self, situation: &Situation<'_>, criteria: &[&PlanCriterion]) {
        for group in groups(criteria) {
            let unmet: Vec<&PlanCriterion> = group
                .iter()
                .copied()
                .filter(|c| !is_satisfied(truth_of(c, situation.facts, situation.on)))
                .collect();
            if !unmet.is_empty() {
                self.meet_group(situation, &group, &unmet);
            }
        }
    }

    fn meet_group(
        &mut self,
        situation: &Situation<'_>,
        group: &[&PlanCriterion],
        unmet: &[&PlanCriterion],
    ) {
        let tests: Vec<&Test> = group.iter().flat_map(|c| tests_of(c)).collect();
        let (facts, values) = values_of(situation, &tests);
        let ids = |of: &[&PlanCriterion]| -> Vec<String> {
            of.iter().map(|c| c.info.criterion.clone()).collect()
        };
        // What an organisation is cannot be advised, only found out; until then nothing else can be.
        let to_find_out: Vec<usize> = facts
            .iter()
            .copied()
            .filter(|&fact| situation.is_unknown(fact) && !situation.is_changeable(fact))
            .filter(|fact| unmet.iter().any(|c| asks_about(c, *fact)))
            .collect();
        if !to_find_out.is_empty() {
            for fact in to_find_out {
                self.changes.push(situation.change(fact, None, &[], ids(unmet)));
            }
            return;
        }
        let movable: Vec<usize> = (0..facts.len())
            .filter(|&i| situation.is_changeable(facts[i]) || situation.can_wait(facts[i], &tests))
            .filter(|&i| values[i].iter().any(|value| !situation.has(facts[i], value)))
            .collect();
        let search = Search { situation, group, facts: &facts, values: &values };
        let (found, all_tried) = search.smallest(&movable);
        self.smallest &= all_tried;
        match found {
            Some(chosen) => self.changes.extend(chosen.into_iter().map(|(fact, value)| {
                let helps: Vec<&PlanCriterion> =
                    unmet.iter().copied().filter(|c| asks_about(c, fact)).collect();
                situation.change(fact, Some(&value), &tests, ids(&helps))
            })),
            None if all_tried => self.out_of_reach.extend(ids(unmet)),
            None => {}
        }
    }
}

fn is_satisfied(truth: Truth) -> bool {
    matches!(truth, Truth::True | Truth::NotApplicable)
}

fn tests_of(criterion: &PlanCriterion) -> impl Iterator<Item = &Test> {
    criterion.when.iter().chain([&criterion.require])
}

fn asks_about(criterion: &PlanCriterion, fact: usize) -> bool {
    tests_of(criterion).any(|test| test.facts().contains(&fact))
}

fn values_of(situation: &Situation<'_>, tests: &[&Test]) -> (Vec<usize>, Vec<Vec<Value>>) {
    let mut asks: Vec<(usize, &Ask)> = Vec::new();
    for test in tests {
        test.leaves(&mut |fact, ask| asks.push((fact, ask)));
    }
    let mut facts: Vec<usize> = asks.iter().map(|(fact, _)| *fact).collect();
    facts.order();
    facts.dedup();
    let values = facts.iter().map(|&fact| {
        let own: Vec<&Ask> = asks.iter().filter(|(f, _)| *f == fact).map(|(_, ask)| *ask).collect();
        let mut values = candidates::of(&situation.plan.facts[fact], &own, situation.on);
        // Nobody is advised to lose a paper.
        values.retain(|value| match value {
            Value::Document(d) => d.present && d.last_day.is_none(),
            _ => true,
        });
        values
    });
    let values = values.collect();
    (facts, values)
}

/// Criteria in groups that share no fact with each other.
fn groups<'a>(criteria: &[&'a PlanCriterion]) -> Vec<Vec<&'a PlanCriterion>> {
    let mut groups: Vec<(Vec<usize>, Vec<&PlanCriterion>)> = Vec::new();
    for criterion in criteria {
        let mut facts: Vec<usize> = tests_of(criterion).flat_map(Test::facts).collect();
        let mut members = vec![*criterion];
        let mut apart = Vec::new();
        for (their_facts, their_members) in groups {
            if their_facts.iter().any(|fact| facts.contains(fact)) {
                facts.extend(their_facts);
                members.splice(0..0, their_members);
            } else {
                apart.push((their_facts, their_members));
            }
        }
        apart.push((facts, members));
        groups = apart;
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Error;
    use crate::{Register, RuleBook};

    fn wait_until(founded: &str, held_for: &str, on: &str) -> Result<Option<Date>, Error> {
        let register = Register::from_json(&format!(
            r#"{{ "body": {{ "name": "LKKS", "level": "nation" }},
                  "organisations": [{{ "id": "a", "name": "A", "founded": "{founded}" }}] }}"#
        ))?;
        let book = RuleBook::empty().with_json(&format!(
            r#"{{ "id": "p", "subject": "accreditation", "title": {{ "id": "x", "en": "x" }},
                  "source": "made up for a test",
                  "criterion": [{{ "id": "old", "gates": "application", "require": {held_for},
                    "cite": {{ "regulation": "x" }}, "certainty": "assumed" }}] }}"#
        ))?;
        let assessment = register.assess(&book, on.parse()?)?;
        let advice = assessment.verdict("a")?.accreditation.advice.first();
        Ok(advice.and_then(|advice| advice.changes.first()).and_then(|change| change.until))
    }

    #[test]
    fn one_waits_to_the_day_itself_whatever_the_length_of_the_years() {
        let one = r#"{ "fact": "founded", "held_for": { "years": 1 } }"#;
        let two = r#"{ "fact": "founded", "held_for": { "years": 2 } }"#;
        let either = format!(r#"{{ "any": [{one}, {two}] }}"#);
        let both = format!(r#"{{ "all": [{one}, {two}] }}"#);
        for (founded, held_for, on, expected) in [
            ("2024-02-29", two, "2025-03-01", "2026-02-28"),
            ("2023-03-15", one, "2023-06-01", "2024-03-15"),
            ("2023-03-15", &either, "2023-06-01", "2024-03-15"),
            ("2023-03-15", &both, "2023-06-01", "2025-03-15"),
        ] {
            let until = wait_until(founded, held_for, on);
            assert_eq!(until, Ok(expected.parse().ok()), "{founded} {held_for}");
        }
    }
}
