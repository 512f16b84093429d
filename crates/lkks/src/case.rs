//! A community problem on its way: received (ditampung), heard (didengar), resolved
//! (diselesaikan), with referrals, or closed another way with a reason.
//!
//! The order is fixed, so a step out of it is an error that names the steps that are allowed;
//! who must act on a case, and how soon, is left to the rules and the people.

use crate::calendar::Date;
use crate::category::Category;
use crate::decode::{Decode, deserialize_by_decode, text_enum};
use crate::message::Code;
use crate::problem::{Error, Problem, join};
use crate::region::Place;
use serde::Serialize;

text_enum! {
    /// How soon a case needs an answer.
    ///
    /// ```
    /// use lkks::case::Urgency;
    /// assert_eq!("urgent".parse::<Urgency>()?, Urgency::Urgent);
    /// assert!(Urgency::Low < Urgency::Urgent); // in their order
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum Urgency {
        /// It can wait.
        Low = "low",
        /// In its turn.
        Normal = "normal",
        /// At once.
        Urgent = "urgent",
    }
}

text_enum! {
    /// A step of a case.
    ///
    /// ```
    /// use lkks::case::StepKind;
    /// assert_eq!("heard".parse::<StepKind>()?, StepKind::Heard);
    /// assert_eq!(StepKind::Resolved.key(), "resolved");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub enum StepKind {
        /// Ditampung: taken in.
        Received = "received",
        /// Didengar: the people concerned were heard.
        Heard = "heard",
        /// Passed to an organisation that can help.
        Referred = "referred",
        /// Diselesaikan: settled. Final.
        Resolved = "resolved",
        /// Ended another way, with a reason. Final.
        Closed = "closed",
    }
}

/// Where a case stands: the kind of its last step.
pub type CaseStatus = StepKind;

impl StepKind {
    /// Whether no step can follow.
    ///
    /// ```
    /// use lkks::case::StepKind;
    /// assert!(StepKind::Closed.is_final());
    /// assert!(!StepKind::Referred.is_final());
    /// ```
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Resolved | Self::Closed)
    }
}

/// A community problem that was brought to the body.
///
/// ```
/// use lkks::calendar::date;
/// use lkks::case::{Case, Step, StepKind};
/// use lkks::category::Category;
/// use lkks::region::Place;
/// # let medono: Place = serde_json::from_str(r#"{ "region": "33.75.01.1002" }"#).unwrap();
/// let mut case = Case::receive("K-1", medono, "lanjut-usia-telantar".parse()?, date(2024, 6, 3)?);
/// let error = case.step(Step::resolved(date(2024, 6, 4)?)).unwrap_err();
/// assert_eq!(error.problems()[0].expected.as_deref(), Some("heard, referred, closed"));
///
/// case.step(Step::heard(date(2024, 6, 5)?))?;
/// case.step(Step::resolved(date(2024, 6, 20)?))?;
/// assert_eq!(case.status(date(2024, 6, 10)?), Some(StepKind::Heard));
/// assert!(!case.is_open(date(2024, 6, 20)?));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Case {
    /// Its identifier in this register, unique.
    pub id: String,
    /// What it is about, without names of the people concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub title: Option<String>,
    /// Where, down to RW and RT.
    pub place: Place,
    /// Whom it concerns (PPKS).
    pub category: Category,
    /// How soon it needs an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub urgency: Option<Urgency>,
    /// What was done, the earliest first; the first is its receipt.
    pub steps: Vec<Step>,
}

/// One step of a [`Case`].
///
/// ```
/// use lkks::case::{Step, StepKind};
/// let step: Step =
///     serde_json::from_str(r#"{ "kind": "referred", "on": "2024-06-05", "to": "LKS-001" }"#)?;
/// assert_eq!((step.kind, step.to.as_deref()), (StepKind::Referred, Some("LKS-001")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// The day.
    pub on: Date,
    /// By whom: an office or an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub by: Option<String>,
    /// The identifier of the organisation it was referred to; needed there and only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub to: Option<String>,
    /// Why; needed where it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub reason: Option<String>,
}

deserialize_by_decode!(Case, Step);

impl Step {
    const fn plain(kind: StepKind, on: Date) -> Self {
        Self { kind, on, by: None, to: None, reason: None }
    }

    /// Received on this day.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::case::{Step, StepKind};
    /// assert_eq!(Step::received(date(2024, 6, 3)?).kind, StepKind::Received);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn received(on: Date) -> Self {
        Self::plain(StepKind::Received, on)
    }

    /// Heard on this day.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// use lkks::case::{Step, StepKind};
    /// let mut case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// case.step(Step::heard(date(2024, 6, 5)?))?;
    /// assert_eq!(case.status(date(2024, 6, 5)?), Some(StepKind::Heard));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn heard(on: Date) -> Self {
        Self::plain(StepKind::Heard, on)
    }

    /// Referred to the organisation with the identifier `to` on this day.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::case::Step;
    /// let step = Step::referred(date(2024, 6, 5)?, "LKS-001");
    /// assert_eq!(step.to.as_deref(), Some("LKS-001"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn referred(on: Date, to: impl Into<String>) -> Self {
        Self { to: Some(to.into()), ..Self::plain(StepKind::Referred, on) }
    }

    /// Resolved on this day.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// use lkks::case::Step;
    /// let mut case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// assert!(case.step(Step::resolved(date(2024, 6, 4)?)).is_err()); // nobody was heard
    /// case.step(Step::heard(date(2024, 6, 4)?))?;
    /// case.step(Step::resolved(date(2024, 6, 4)?))?;
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn resolved(on: Date) -> Self {
        Self::plain(StepKind::Resolved, on)
    }

    /// Closed on this day for a reason.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::case::Step;
    /// let step = Step::closed(date(2024, 6, 5)?, "moved away");
    /// assert_eq!(step.reason.as_deref(), Some("moved away"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn closed(on: Date, reason: impl Into<String>) -> Self {
        Self { reason: Some(reason.into()), ..Self::plain(StepKind::Closed, on) }
    }

    /// The same step, done by this office or organisation.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::case::Step;
    /// let step = Step::heard(date(2024, 6, 5)?).by("Dinas Sosial");
    /// assert_eq!(step.by.as_deref(), Some("Dinas Sosial"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    #[must_use]
    pub fn by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// What a step of its kind must say, or must not.
    fn form_problems(&self) -> impl Iterator<Item = Problem> {
        let missing = |field| Problem::error(Code::MissingField).expected(field);
        let is_blank = |text: &Option<String>| text.as_deref().is_none_or(|t| t.trim().is_empty());
        let referred = self.kind == StepKind::Referred;
        let no_goal = (referred && is_blank(&self.to)).then(|| missing("to"));
        let no_reason =
            (self.kind == StepKind::Closed && is_blank(&self.reason)).then(|| missing("reason"));
        let goal_elsewhere = (!referred && self.to.is_some()).then(|| {
            Problem::error(Code::UnknownField).value("to").expected("kind, on, by, reason").at("to")
        });
        [no_goal, no_reason, goal_elsewhere].into_iter().flatten()
    }
}

/// How far a case has come: what decides which steps are allowed next.
#[derive(Clone, Copy, Default)]
struct Progress {
    last: Option<StepKind>,
    heard: bool,
    on: Option<Date>,
}

impl Progress {
    fn allowed(self) -> Vec<StepKind> {
        use StepKind::{Closed, Heard, Received, Referred, Resolved};
        match self.last {
            None => vec![Received],
            Some(Received) => vec![Heard, Referred, Closed],
            Some(Heard) => vec![Referred, Resolved, Closed],
            // Received, heard, resolved: nothing is resolved that was not heard.
            Some(Referred) if self.heard => vec![Heard, Referred, Resolved, Closed],
            Some(Referred) => vec![Heard, Referred, Closed],
            Some(Resolved | Closed) => Vec::new(),
        }
    }

    /// Takes `step`, or says everything that forbids it. A step out of order is passed over, so
    /// that the steps after it are judged by what came lawfully before.
    fn take(&mut self, step: &Step) -> Vec<Problem> {
        let mut problems: Vec<Problem> = step.form_problems().collect();
        let allowed = self.allowed();
        let lawful = allowed.contains(&step.kind);
        if !lawful {
            let names: Vec<&str> = allowed.iter().map(|kind| kind.key()).collect();
            let expected = if names.is_empty() { "—".to_owned() } else { names.join(", ") };
            let problem = Problem::error(Code::IllegalStep).value(step.kind).expected(expected);
            problems.push(problem.at("kind"));
        }
        if let Some(before) = self.on.filter(|before| step.on < *before) {
            let problem = Problem::error(Code::StepBackInTime).value(step.on).expected(before);
            problems.push(problem.at("on"));
        }
        if lawful {
            self.last = Some(step.kind);
            self.heard |= step.kind == StepKind::Heard;
            self.on = self.on.max(Some(step.on));
        }
        problems
    }
}

impl Case {
    /// A case received on this day.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// let case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// assert!(case.is_open(date(2024, 6, 3)?));
    /// assert_eq!(case.steps.len(), 1);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn receive(id: impl Into<String>, place: Place, category: Category, on: Date) -> Self {
        let steps = vec![Step::received(on)];
        Self { id: id.into(), title: None, place, category, urgency: None, steps }
    }

    /// Takes the next step.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// use lkks::case::Step;
    /// let mut case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// let error = case.step(Step::heard(date(2024, 6, 2)?)).unwrap_err();
    /// assert_eq!(error.code().key(), "step-back-in-time");
    /// assert_eq!(case.steps.len(), 1); // as it was
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `illegal-step`, naming the steps that are allowed; `step-back-in-time`; `missing-field`
    /// where a referral does not say to whom or a closing not why; `unknown-field` where another
    /// step says to whom. The case then stays as it was.
    pub fn step(&mut self, step: Step) -> Result<(), Error> {
        let found = self.progress().take(&step);
        Error::if_any(found)?;
        self.steps.push(step);
        Ok(())
    }

    fn progress(&self) -> Progress {
        let mut progress = Progress::default();
        for step in &self.steps {
            progress.take(step);
        }
        progress
    }

    /// The steps that may follow now; none after the last.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// use lkks::case::StepKind;
    /// let case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// let next = [StepKind::Heard, StepKind::Referred, StepKind::Closed];
    /// assert_eq!(case.allowed_next(), next);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn allowed_next(&self) -> Vec<StepKind> {
        self.progress().allowed()
    }

    /// Where it stood at the end of `on`; nothing before its receipt.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// use lkks::case::StepKind;
    /// let case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// assert_eq!(case.status(date(2024, 6, 2)?), None);
    /// assert_eq!(case.status(date(2024, 6, 3)?), Some(StepKind::Received));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn status(&self, on: Date) -> Option<CaseStatus> {
        self.last_step(on).map(|step| step.kind)
    }

    fn last_step(&self, on: Date) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.on <= on)
    }

    /// Whether it was received and neither resolved nor closed at the end of `on`.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// use lkks::case::Step;
    /// let mut case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// case.step(Step::closed(date(2024, 6, 10)?, "moved away"))?;
    /// assert!(case.is_open(date(2024, 6, 9)?));
    /// assert!(!case.is_open(date(2024, 6, 10)?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn is_open(&self, on: Date) -> bool {
        self.status(on).is_some_and(|status| !status.is_final())
    }

    /// How many days it had been on the way at the end of `on`: from its receipt, and no longer
    /// than to its resolution or closing. Nothing before its receipt.
    ///
    /// ```
    /// # use lkks::calendar::date;
    /// # use lkks::case::{Case, Step};
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// let mut case = Case::receive("K-1", place, "pengemis".parse()?, date(2024, 6, 3)?);
    /// case.step(Step::closed(date(2024, 6, 10)?, "moved away"))?;
    /// assert_eq!(case.age_days(date(2024, 6, 5)?), Some(2));
    /// assert_eq!(case.age_days(date(2025, 1, 1)?), Some(7));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn age_days(&self, on: Date) -> Option<i64> {
        let received = self.steps.first()?.on;
        let last = self.last_step(on)?;
        let until = if last.kind.is_final() { last.on } else { on };
        Some(until.days_since(received))
    }

    /// Collects every step that is not lawful; the case stands at `path`, such as `cases[2]`.
    ///
    /// ```
    /// # use lkks::case::Case;
    /// # let place = serde_json::from_str(r#"{ "region": "33.75" }"#).unwrap();
    /// # let category = "pengemis".parse()?;
    /// use lkks::calendar::date;
    /// use lkks::case::Step;
    /// let mut case = Case::receive("K-1", place, category, date(2024, 6, 3)?);
    /// case.steps.push(Step::resolved(date(2024, 6, 4)?)); // nobody was heard
    /// let mut problems = Vec::new();
    /// case.problems("cases[2]", &mut problems);
    /// assert_eq!(problems[0].path, "cases[2].steps[1].kind");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn problems(&self, path: &str, problems: &mut Vec<Problem>) {
        let steps = join(path, "steps");
        if self.steps.is_empty() {
            let received = StepKind::Received.key();
            problems.push(Problem::error(Code::MissingField).expected(received).at(&steps));
        }
        let mut progress = Progress::default();
        for (index, step) in self.steps.iter().enumerate() {
            for problem in progress.take(step) {
                let place = join(&format!("{steps}[{index}]"), &problem.path);
                problems.push(problem.at(place));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::from_json;
    use StepKind::{Closed, Heard, Received, Referred, Resolved};
    use proptest::prelude::*;

    fn day(n: i64) -> Date {
        "2024-01-01"
            .parse::<Date>()
            .ok()
            .and_then(|first| first.plus_days(n).ok())
            .unwrap_or_else(|| panic!("{n}"))
    }

    fn step(kind: StepKind, n: i64) -> Step {
        match kind {
            Referred => Step::referred(day(n), "LKS-1"),
            Closed => Step::closed(day(n), "pindah"),
            kind => Step::plain(kind, day(n)),
        }
    }

    fn case(steps: &[(StepKind, i64)]) -> Case {
        let place = from_json(r#"{ "region": "33.75.01.1002", "rw": 3, "rt": 2 }"#);
        let place = place.unwrap_or_else(|error: Error| panic!("{error}"));
        let category = Category::new(8).unwrap_or_else(|problem| panic!("{problem:?}"));
        let steps = steps.iter().map(|(kind, n)| step(*kind, *n)).collect();
        Case { steps, ..Case::receive("K-1", place, category, day(0)) }
    }

    fn problems(case: &Case) -> Vec<(Code, String)> {
        let mut problems = Vec::new();
        case.problems("cases[2]", &mut problems);
        problems.into_iter().map(|p| (p.code, p.path)).collect()
    }

    #[test]
    fn each_standing_allows_its_steps_and_no_other() {
        let cases: [(&[StepKind], &[StepKind]); 9] = [
            (&[], &[Received]),
            (&[Received], &[Heard, Referred, Closed]),
            (&[Received, Heard], &[Referred, Resolved, Closed]),
            (&[Received, Referred], &[Heard, Referred, Closed]),
            (&[Received, Referred, Referred], &[Heard, Referred, Closed]),
            (&[Received, Heard, Referred], &[Heard, Referred, Resolved, Closed]),
            (&[Received, Referred, Heard], &[Referred, Resolved, Closed]),
            (&[Received, Heard, Resolved], &[]),
            (&[Received, Closed], &[]),
        ];
        for (taken, allowed) in cases {
            let mut case = case(&taken.iter().map(|kind| (*kind, 0)).collect::<Vec<_>>());
            assert_eq!(problems(&case).is_empty(), !taken.is_empty(), "{taken:?}");
            assert_eq!(case.allowed_next(), allowed, "{taken:?}");
            for kind in StepKind::ALL {
                let before = case.clone();
                match case.step(step(*kind, 1)) {
                    Ok(()) => assert!(allowed.contains(kind), "{taken:?} {kind}"),
                    Err(error) => {
                        assert!(!allowed.contains(kind), "{taken:?} {error}");
                        assert_eq!(error.code(), Code::IllegalStep);
                        assert_eq!(case, before);
                    }
                }
                case = before;
            }
        }
    }

    #[test]
    fn a_step_may_fall_on_the_same_day_but_not_earlier() {
        let mut case = case(&[(Received, 5)]);
        let error = case.step(step(Heard, 4)).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::StepBackInTime, "on"));
        assert!(case.step(step(Heard, 5)).is_ok());
    }

    #[test]
    fn a_referral_says_to_whom_and_a_closing_says_why() {
        let mut case = case(&[(Received, 0)]);
        let blank = Step::closed(day(1), "  ");
        let astray = Step { to: Some("LKS-1".into()), ..Step::heard(day(1)) };
        assert_eq!(
            case.step(Step::plain(Referred, day(1))).unwrap_err().code(),
            Code::MissingField
        );
        assert_eq!(case.step(blank).unwrap_err().code(), Code::MissingField);
        assert_eq!(case.step(astray).unwrap_err().code(), Code::UnknownField);
    }

    #[test]
    fn every_unlawful_step_of_a_loaded_case_is_reported_in_its_place() {
        let loaded =
            case(&[(Received, 9), (Resolved, 10), (Heard, 8), (Resolved, 11), (Heard, 12)]);
        assert_eq!(
            problems(&loaded),
            [
                (Code::IllegalStep, "cases[2].steps[1].kind".to_owned()),
                (Code::StepBackInTime, "cases[2].steps[2].on".to_owned()),
                (Code::IllegalStep, "cases[2].steps[4].kind".to_owned()),
            ]
        );
        assert_eq!(problems(&case(&[])), [(Code::MissingField, "cases[2].steps".to_owned())]);
    }

    #[test]
    fn the_standing_is_that_of_the_end_of_the_day() {
        let case = case(&[(Received, 0), (Heard, 3), (Referred, 3), (Closed, 10)]);
        let cases = [
            (-1, None, false, None),
            (0, Some(Received), true, Some(0)),
            (3, Some(Referred), true, Some(3)),
            (9, Some(Referred), true, Some(9)),
            (10, Some(Closed), false, Some(10)),
            (99, Some(Closed), false, Some(10)),
        ];
        for (n, status, open, age) in cases {
            let found = (case.status(day(n)), case.is_open(day(n)), case.age_days(day(n)));
            assert_eq!(found, (status, open, age), "day {n}");
        }
    }

    proptest! {
        #[test]
        fn whatever_was_stepped_has_no_problems(
            kinds in prop::collection::vec((0usize..5, -2i64..9), 0..12),
        ) {
            let mut stepped = case(&[(Received, 0)]);
            let mut today = 0;
            for (kind, days) in kinds {
                let taken = stepped.step(step(StepKind::ALL[kind], today + days));
                if taken.is_ok() { today += days; }
            }
            prop_assert_eq!(problems(&stepped), []);
        }

        #[test]
        fn steps_that_have_problems_cannot_all_be_stepped(
            kinds in prop::collection::vec((0usize..5, 0i64..9), 1..6),
        ) {
            let steps: Vec<_> = kinds.iter().map(|(kind, n)| (StepKind::ALL[*kind], *n)).collect();
            let loaded = case(&steps);
            let mut stepped = case(&[]);
            let all_taken = loaded.steps.iter().all(|step| stepped.step(step.clone()).is_ok());
            prop_assert_eq!(all_taken, problems(&loaded).is_empty());
        }
    }
}
