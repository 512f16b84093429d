//! Judging by column: the same verdicts as [`crate::assess`] for many rows at a time.
//!
//! A [`ColumnPlan`] is a rule book made ready once for one subject. It judges a [`Block`] of rows
//! and appends to [`Answers`]. Conditions are sets of rows ([`Mask`]), numbers and days are
//! integers, and a plan is chosen for every row by its day, region and facts. What a judgement is
//! stands in `assess`; everything here is held against it by random tests.
//!
//! This knows neither files nor tables: `lkks-table` fills blocks from Apache Arrow.

mod answers;
mod certainty;
mod days;
mod fact;
mod input;
mod instrument;
mod judging;
mod mask;
mod records;
mod refusal;
mod row;
mod rules;
mod sitting;
mod standing;
#[cfg(test)]
mod tests;
mod truths;

pub use answers::{Answers, Lists};
pub use days::{DAY_NUMBERS, day, day_number};
pub use input::{Block, Cells, Column, Flags, Input, InputKind};
pub use mask::Mask;
pub use refusal::{Fault, Wrong};

use crate::assess::application_kind;
use crate::message::Code;
use crate::problem::{Error, Problem};
use crate::region::RegionCode;
use crate::rules::{RuleBook, Subject};
use days::DayOf;
use fact::FactColumn;
use input::{HeldInputs, Inputs};
use judging::{Judged, Judging};
use records::Records;
use refusal::Follows;
use rules::{Gathered, Precedence, Rules};
use sitting::{Facts, Sitting};
use std::sync::Arc;

/// How many rows a block has room for.
pub const ROWS: usize = 1024;

/// The code of a word that none of the rules names.
pub const OTHER_WORD: u16 = u16::MAX - 1;

static NOUGHT: &[i64; ROWS] = &[0; ROWS];

/// A rule book made ready to judge many rows on one subject.
///
/// ```
/// use lkks::columns::ColumnPlan;
/// use lkks::rules::Subject;
/// let book = lkks::RuleBook::indonesia();
/// let plan = ColumnPlan::of(&book, Subject::Accreditation)?;
/// assert!(plan.rule_ids().iter().any(|id| id == "permensos-8-2025"));
/// assert!(ColumnPlan::of(&book, Subject::Statutes).is_err(), "a board is no row of a table");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Debug)]
pub struct ColumnPlan {
    book: RuleBook,
    subject: Subject,
    inputs: Vec<Input>,
    words: Vec<Vec<String>>,
    records: RecordInputs,
    facts: Vec<FactColumn>,
    rules: Vec<Rules>,
    judging: Vec<Option<Judging>>,
    /// Which inputs follow from which.
    pairs: Vec<Follows>,
    precedences: [Precedence; 3],
    regions: Vec<RegionCode>,
    /// For each class of regions, in which of `regions` it lies.
    region_classes: Vec<Vec<bool>>,
    rule_ids: Vec<String>,
    grades: Vec<String>,
    criteria: Vec<String>,
    citations: Vec<String>,
}

/// The inputs of a row's own records.
#[derive(Debug)]
struct RecordInputs {
    region: usize,
    kind: usize,
    lksa: u16,
    legal_form: usize,
    /// The words of the legal forms, in the order of [`crate::organisation::LegalForm::ALL`].
    legal_forms: [u16; 4],
    member_since: usize,
    member_until: usize,
    registration: HeldInputs,
    permit: HeldInputs,
    accreditation: HeldInputs,
}

impl RecordInputs {
    const fn held(&self, subject: Subject) -> HeldInputs {
        match subject {
            Subject::Registration => self.registration,
            Subject::OperatingPermit => self.permit,
            Subject::Accreditation | Subject::Statutes => self.accreditation,
        }
    }
}

/// The codes of a finding and its citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    criterion: u16,
    citation: u16,
}

/// The place of a text among texts, which has it from now on.
fn code(texts: &mut Vec<String>, text: &str) -> u16 {
    let place = texts.iter().position(|known| known == text).unwrap_or_else(|| {
        texts.push(text.to_owned());
        texts.len() - 1
    });
    u16::try_from(place).unwrap_or(Answers::NONE)
}

impl ColumnPlan {
    /// Makes `book` ready to judge on `subject`.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// let book = lkks::RuleBook::indonesia().using("ban-sm-sd")?;
    /// let plan = ColumnPlan::of(&book, Subject::Accreditation)?;
    /// assert!(plan.inputs().iter().any(|input| input.name == "content_score"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-value` for [`Subject::Statutes`]: a board is no row of a table.
    pub fn of(book: &RuleBook, subject: Subject) -> Result<Self, Error> {
        if application_kind(subject).is_none() {
            let rows = Subject::ALL.iter().filter(|of| application_kind(**of).is_some());
            let expected = rows.map(|subject| subject.key()).collect::<Vec<_>>().join(", ");
            return Err(Problem::error(Code::UnknownValue)
                .value(subject)
                .expected(expected)
                .into());
        }
        let mut inputs = Inputs::default();
        let records = record_inputs(&mut inputs);
        let grade = records.accreditation.grade.unwrap_or_default();
        let plans = book.shared_plans().filter(|plan| {
            application_kind(plan.subject).is_some() && book.may_apply(plan, plan.region.as_ref())
        });
        let plans: Vec<_> = plans.cloned().collect();
        let mut gathered =
            Gathered { inputs: &mut inputs, facts: Vec::new(), regions: Vec::new(), grade };
        let mut rules: Vec<Rules> =
            plans.iter().map(|plan| Rules::of(book, plan, &plans, &mut gathered)).collect();
        let (mut rule_ids, mut grades) = (Vec::new(), Vec::new());
        let (mut criteria, mut citations) = (Vec::new(), Vec::new());
        let mut name = |criterion: &str, cited: Option<&str>| Named {
            criterion: code(&mut criteria, criterion),
            citation: cited.map_or(Answers::NONE, |cited| code(&mut citations, cited)),
        };
        let judging = rules.iter_mut().map(|rules| {
            let plan = Arc::clone(&rules.plan);
            (plan.subject == subject).then(|| {
                rules.code = code(&mut rule_ids, &plan.id);
                let mut grade = |text: &str| code(&mut grades, text);
                Judging::of(&plan, &mut gathered, &mut name, &mut grade)
            })
        });
        let judging: Vec<_> = judging.collect();
        let Gathered { facts, regions, .. } = gathered;
        let within = |code: &RegionCode| regions.iter().map(|own| own.contains(code)).collect();
        let region_classes: Vec<Vec<bool>> =
            [vec![false; regions.len()]].into_iter().chain(regions.iter().map(within)).collect();
        let precedences = [Subject::Registration, Subject::OperatingPermit, Subject::Accreditation]
            .map(|subject| Precedence::of(book, subject, &rules));
        let mut plan = Self {
            book: book.clone(),
            subject,
            inputs: inputs.all,
            words: inputs.words,
            records,
            facts,
            rules,
            judging,
            pairs: Vec::new(),
            precedences,
            regions,
            region_classes,
            rule_ids,
            grades,
            criteria,
            citations,
        };
        plan.pairs = refusal::pairs(&plan);
        Ok(plan)
    }

    /// The rule book.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Registration)?;
    /// assert!(plan.book().plan("permensos-184-2011").is_some());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn book(&self) -> &RuleBook {
        &self.book
    }

    /// What is judged.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Registration)?;
    /// assert_eq!(plan.subject(), Subject::Registration);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// All that a table may say, in the order of [`Block::cells`].
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// # let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// assert!(plan.inputs().iter().any(|input| input.name == "accreditation_decided"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The packs that a row may be judged by, as [`Answers::rules`] codes them.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// # let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::OperatingPermit)?;
    /// assert_eq!(plan.rule_ids(), ["kabupaten-pelalawan", "permensos-30-huk-2011"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn rule_ids(&self) -> &[String] {
        &self.rule_ids
    }

    /// The grades that scores may earn, as [`Answers::grade`] codes them.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// let book = lkks::RuleBook::indonesia().using("ban-sm-sd")?;
    /// let plan = ColumnPlan::of(&book, Subject::Accreditation)?;
    /// assert_eq!(plan.grades(), ["A", "B", "C", "D", "E", "TT"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn grades(&self) -> &[String] {
        &self.grades
    }

    /// The findings, as [`Answers::unmet`] and [`Answers::unknown`] code them.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// # let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// assert!(plan.criteria().iter().any(|criterion| criterion == "on-record"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn criteria(&self) -> &[String] {
        &self.criteria
    }

    /// The citations, as [`Answers::citations`] codes them.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::rules::Subject;
    /// # let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// assert!(plan.citations().iter().any(|cited| cited == "Permensos 17/2012"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn citations(&self) -> &[String] {
        &self.citations
    }

    /// The code of a word of an input of words; [`OTHER_WORD`] where no rule names it. A region has
    /// the code of the regions it lies in; nothing, where its code is none.
    ///
    /// ```
    /// # use lkks::columns::{ColumnPlan, OTHER_WORD};
    /// # use lkks::rules::Subject;
    /// # let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// let input = |name| plan.inputs().iter().position(|input| input.name == name).unwrap();
    /// assert_eq!(plan.word(input("accreditation_grade"), "F"), Some(OTHER_WORD));
    /// assert_eq!(plan.word(input("region"), "Pekalongan"), None);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn word(&self, input: usize, word: &str) -> Option<u16> {
        if input == self.records.region {
            let region: RegionCode = word.parse().ok()?;
            let within: Vec<bool> = self.regions.iter().map(|own| own.contains(&region)).collect();
            let class = self.region_classes.iter().position(|class| *class == within);
            return u16::try_from(class.unwrap_or_default()).ok();
        }
        let words = self.words.get(input)?;
        let place = words.iter().position(|known| known == word);
        Some(place.and_then(|place| u16::try_from(place).ok()).unwrap_or(OTHER_WORD))
    }

    /// Judges the rows of `block` and appends what is said of them to `answers`.
    ///
    /// ```
    /// use lkks::columns::{Answers, Block, ColumnPlan};
    /// # use lkks::rules::Subject;
    /// # let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// let mut block = Block::for_plan(&plan);
    /// block.rows = 3;
    /// let mut answers = Answers::default();
    /// plan.judge(&block, &mut answers);
    /// assert_eq!((answers.rows, answers.faults.len()), (3, 3), "no day to judge them on");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn judge(&self, block: &Block, answers: &mut Answers) {
        let start = answers.open(block.rows.min(ROWS));
        let refused = refusal::of(self, block, start, &mut answers.faults);
        let on = match (block.one_day, block.on.values.first()) {
            (true, Some(&day)) => DayOf::All(day),
            _ => DayOf::Each(&block.on.values),
        };
        let sitting = Sitting {
            plan: self,
            block,
            on,
            rows: Mask::first(block.rows).but(refused),
            nothing_held: Records::none(block, &self.records),
        };
        let records = Records {
            member: sitting.members(),
            registration: standing::of(&sitting, Subject::Registration),
            permit: standing::of(&sitting, Subject::OperatingPermit),
            accreditation: standing::of(&sitting, Subject::Accreditation),
            ..Records::none(block, &self.records)
        };
        let facts = Facts::new(&sitting, on, &records);
        let standing = records.standing(self.subject);
        let mut judged: Vec<Judged> = Vec::new();
        let mut sureness = standing.sureness;
        for (place, rows) in sitting.decide(self.subject, &facts, &mut sureness) {
            let rules = &self.rules[place];
            if let Some(judging) = &self.judging[place] {
                let said = judging.judge(&sitting, rules, &facts, standing, rows);
                sureness.rests_as(rows, &said.sureness);
                answers.faults_of(self, start, &said);
                answers.by_rules(start, rules.code, rows, &said);
                judged.push(said);
            }
        }
        for (rules, rows) in &standing.strange_grades {
            let input = self.records.accreditation.grade;
            let wrong = Wrong::Grade(*rules);
            let faults = rows.rows().map(|row| Fault { row: start + row, input, wrong });
            answers.faults.extend(faults);
        }
        answers.of_all(start, sitting.rows, standing, &sureness);
        answers.refuse(start, refused);
        answers.list(block.rows.min(ROWS), &judged);
    }

    fn precedence(&self, subject: Subject) -> &Precedence {
        let [registration, permit, accreditation] = &self.precedences;
        match subject {
            Subject::Registration => registration,
            Subject::OperatingPermit => permit,
            Subject::Accreditation | Subject::Statutes => accreditation,
        }
    }
}

fn record_inputs(inputs: &mut Inputs) -> RecordInputs {
    use crate::facts::FactType::Choice;
    use crate::organisation::{Kind, LegalForm};
    let region = inputs.record("region", InputKind::Word);
    let kind = inputs.evidence("kind", Choice);
    let legal_form = inputs.evidence("legal_form", Choice);
    let mut held = |subject| inputs.held(subject);
    let [registration, permit, accreditation] =
        [Subject::Registration, Subject::OperatingPermit, Subject::Accreditation].map(&mut held);
    RecordInputs {
        region,
        kind,
        lksa: inputs.word(kind, Kind::Lksa.key()),
        legal_form,
        legal_forms: [
            LegalForm::Yayasan,
            LegalForm::Perkumpulan,
            LegalForm::Unincorporated,
            LegalForm::Government,
        ]
        .map(|form| inputs.word(legal_form, form.key())),
        member_since: inputs.record("member_since", InputKind::Day),
        member_until: inputs.record("member_until", InputKind::Day),
        registration,
        permit,
        accreditation,
    }
}
