//! Whose verdict changes under other rules, and why.

use crate::assess::{Assessment, EligibilityStatus, Judgement, Outcome, StandingStatus, Verdict};
use crate::calendar::Date;
use crate::order::{InOrder, Tally};
use crate::problem::Error;
use crate::register::Register;
use crate::rules::{RuleBook, Subject, compare_plans as compare};
use serde::Serialize;

/// The difference between two assessments of one register on one day.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2022-06-01", "grade": "C" }] }] }"#)?;
/// # let today = lkks::RuleBook::indonesia();
/// # let years = lkks::facts::Scalar::Number("3".parse()?);
/// # let longer = today.with_figure("permensos-17-2012", "grade.C.validity.lasts.years", &years)?;
/// # let on = lkks::calendar::date(2024, 9, 1)?;
/// let simulation = lkks::simulate(&register, &today, &longer, on)?;
/// assert_eq!(simulation.organisations, 1);
/// assert_eq!(simulation.changed[0].organisation, "LKS-001");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Simulation {
    /// The day.
    pub on: Date,
    /// How many organisations were assessed.
    pub organisations: usize,
    /// Whose verdict changes.
    pub changed: Vec<ChangedVerdict>,
}

/// One judgement that differs.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2022-06-01", "grade": "C" }] }] }"#)?;
/// # let today = lkks::RuleBook::indonesia();
/// # let years = lkks::facts::Scalar::Number("3".parse()?);
/// # let longer = today.with_figure("permensos-17-2012", "grade.C.validity.lasts.years", &years)?;
/// # let on = lkks::calendar::date(2024, 9, 1)?;
/// # let simulation = lkks::simulate(&register, &today, &longer, on)?;
/// let changed = &simulation.changed[0];
/// assert_eq!(changed.subject, lkks::rules::Subject::Accreditation);
/// assert_eq!(changed.figures, ["grade.C.validity.lasts.years"]);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangedVerdict {
    /// The organisation.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// About what.
    pub subject: Subject,
    /// What it was.
    pub before: Position,
    /// What it would be.
    pub after: Position,
    /// The criteria whose outcome differs, or that only one of the two asks.
    pub because: Vec<String>,
    /// The figures in which the rules applied differ, named as [`RuleBook::compare`] names them.
    pub figures: Vec<String>,
}

/// Where an organisation stands under one set of rules.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2022-06-01", "grade": "C" }] }] }"#)?;
/// # let today = lkks::RuleBook::indonesia();
/// # let years = lkks::facts::Scalar::Number("3".parse()?);
/// # let longer = today.with_figure("permensos-17-2012", "grade.C.validity.lasts.years", &years)?;
/// # let on = lkks::calendar::date(2024, 9, 1)?;
/// # let simulation = lkks::simulate(&register, &today, &longer, on)?;
/// use lkks::assess::StandingStatus;
/// let changed = &simulation.changed[0];
/// assert_eq!(changed.before.standing, StandingStatus::Expired);
/// assert_eq!(changed.after.standing, StandingStatus::Current);
/// assert_eq!(changed.after.last_day, Some(lkks::calendar::date(2025, 5, 31)?));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// The pack applied.
    pub pack: Option<String>,
    /// What it holds.
    pub standing: StandingStatus,
    /// The last day of that.
    pub last_day: Option<Date>,
    /// Whether it may apply.
    pub eligibility: EligibilityStatus,
    /// The grade its scores would earn.
    pub grade: Option<String>,
}

impl Position {
    /// Where a judgement puts it; where there is none, nothing is held or asked for.
    fn of(judgement: Option<&Judgement>) -> Self {
        let Some(judgement) = judgement else {
            return Self {
                pack: None,
                standing: StandingStatus::Never,
                last_day: None,
                eligibility: EligibilityStatus::NoRules,
                grade: None,
            };
        };
        Self {
            pack: judgement.rules.as_ref().map(|rules| rules.pack.clone()),
            standing: judgement.standing.status,
            last_day: judgement.standing.last_day,
            eligibility: judgement.eligibility.status,
            grade: judgement.score.as_ref().and_then(|score| score.grade.clone()),
        }
    }
}

/// Assesses `register` on `on` under both books and says whose verdict differs, and why.
///
/// ```
/// # use lkks::{Register, RuleBook, simulate};
/// # use lkks::calendar::date;
/// # let register = Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "accreditations": [{ "decided": "2022-06-01", "grade": "C" }] }] }"#)?;
/// let today = RuleBook::indonesia();
/// let longer = today.with_figure(
///     "permensos-17-2012", "grade.C.validity.lasts.years",
///     &lkks::facts::Scalar::Number("3".parse()?))?;
/// let simulation = simulate(&register, &today, &longer, date(2024, 9, 1)?)?;
/// assert_eq!(simulation.changed.len(), 1);
/// assert_eq!(simulation.changed[0].figures, ["grade.C.validity.lasts.years"]);
/// # Ok::<(), lkks::Error>(())
/// ```
///
/// # Errors
/// As [`Register::assess`].
pub fn simulate(
    register: &Register,
    before: &RuleBook,
    after: &RuleBook,
    on: Date,
) -> Result<Simulation, Error> {
    let books = (before, after);
    let (before, after) = (register.assess(before, on)?, register.assess(after, on)?);
    let changed = changed(&before, &after, books);
    Ok(Simulation { on, organisations: before.verdicts.len(), changed })
}

fn changed(
    before: &Assessment,
    after: &Assessment,
    books: (&RuleBook, &RuleBook),
) -> Vec<ChangedVerdict> {
    let pairs = before.verdicts.iter().zip(&after.verdicts);
    let mut compared: Tally<(Packs, Packs), Vec<String>> = Tally::new();
    let mut of_pair = |(a, b): (&Verdict, &Verdict)| -> Vec<ChangedVerdict> {
        let differing = Subject::ALL.iter().filter_map(|&subject| {
            let x = a.judgements().find(|judgement| judgement.subject == subject);
            let y = b.judgements().find(|judgement| judgement.subject == subject);
            let (before, after) = (Position::of(x), Position::of(y));
            // The pack alone may differ without anything changing for anybody.
            let same = Position { pack: None, ..before.clone() }
                == Position { pack: None, ..after.clone() };
            let packs = (Packs::of(x), Packs::of(y));
            (!same).then(|| ChangedVerdict {
                figures: compared
                    .entry(packs.clone(), || packs.0.figures(books.0, &packs.1, books.1))
                    .clone(),
                organisation: a.organisation.clone(),
                name: a.name.clone(),
                subject,
                before,
                after,
                because: because(x, y),
            })
        });
        differing.collect()
    };
    pairs.flat_map(&mut of_pair).collect()
}

/// The packs a judgement applied: for what may be asked for, and for what is held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Packs(Option<String>, Option<String>);

impl Packs {
    fn of(judgement: Option<&Judgement>) -> Self {
        let rules = judgement.and_then(|judgement| judgement.rules.as_ref());
        let validity = judgement.and_then(|judgement| judgement.standing.validity_from.clone());
        Self(rules.map(|rules| rules.pack.clone()), validity)
    }

    /// The figures in which these packs differ from `other`, each in its book.
    fn figures(&self, book: &RuleBook, other: &Self, other_book: &RuleBook) -> Vec<String> {
        let pairs = [(&self.0, &other.0), (&self.1, &other.1)];
        let mut figures: Vec<String> = pairs
            .into_iter()
            .filter_map(|(a, b)| {
                Some(compare(book.plan(a.as_ref()?)?, other_book.plan(b.as_ref()?)?))
            })
            .flatten()
            .map(|change| change.figure)
            .collect();
        figures.order();
        figures.dedup();
        figures
    }
}

fn because(before: Option<&Judgement>, after: Option<&Judgement>) -> Vec<String> {
    let findings = |judgement: Option<&Judgement>| -> Vec<(String, Outcome)> {
        let findings = judgement.into_iter().flat_map(|judgement| &judgement.findings);
        findings.map(|f| (f.info.criterion.clone(), f.outcome)).collect()
    };
    let (before, after) = (findings(before), findings(after));
    let outcome = |of: &[(String, Outcome)], id: &String| {
        of.iter().find(|(known, _)| known == id).map(|(_, outcome)| *outcome)
    };
    let mut ids: Vec<String> = before.iter().chain(&after).map(|(id, _)| id.clone()).collect();
    ids.order();
    ids.dedup();
    ids.retain(|id| outcome(&before, id) != outcome(&after, id));
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permit_that_only_one_book_asks_for_is_a_change() -> Result<(), Error> {
        let register = Register::from_json(
            r#"{ "body": { "name": "LKKS", "level": "nation" },
                 "organisations": [{ "id": "a", "name": "A", "kind": "lksa" }] }"#,
        )?;
        let (with, without) = (RuleBook::indonesia(), RuleBook::empty());
        let on = "2024-09-01".parse()?;
        let permit = |before: &RuleBook, after: &RuleBook| -> Result<_, Error> {
            let all = simulate(&register, before, after, on)?.changed;
            let found = all.into_iter().find(|c| c.subject == Subject::OperatingPermit);
            Ok(found.map(|c| (c.before.eligibility, c.after.eligibility)))
        };
        let (asked, not) = (EligibilityStatus::Undetermined, EligibilityStatus::NoRules);
        assert_eq!(permit(&with, &without)?, Some((asked, not)));
        assert_eq!(permit(&without, &with)?, Some((not, asked)));
        assert_eq!(permit(&with, &with)?, None);
        Ok(())
    }
}
