//! The register: everything recorded about one coordinating body, and the view of it on a day.

use crate::activity::Activity;
use crate::assess::{Assessment, assess};
use crate::body::{Body, Membership};
use crate::calendar::Date;
use crate::canonical::canonical_json;
use crate::case::Case;
use crate::decode::{self, Decode, deserialize_by_decode};
use crate::message::Code;
use crate::order::Index;
use crate::organisation::Organisation;
use crate::problem::{Error, Problem};
use crate::region::RegionCode;
use crate::rules::RuleBook;
use crate::term::{Holder, Term, Terms};
use serde::Serialize;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ops::ControlFlow;

mod check;
mod identity;

/// The version of the register's form that this library reads and writes.
pub const REGISTER_FORMAT: u32 = 1;

/// Everything recorded about one LKKS: the body itself, organisations, memberships, terms of
/// office, cases and activities.
///
/// A register is read whole and checked whole: an [`Error`] holds every problem of the file. What
/// is odd but possible is kept as a warning ([`Register::warnings`]).
///
/// ```
/// use lkks::Register;
/// use lkks::calendar::date;
/// let register = Register::from_json(r#"{
///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
///     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }],
///     "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }]
/// }"#)?;
/// assert_eq!(register.on(date(2018, 3, 1)?).members().count(), 1);
/// assert_eq!(register.on(date(2018, 2, 28)?).members().count(), 0);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    data: RegisterData,
    // INVARIANT: the data have no errors, only these warnings.
    warnings: Vec<Problem>,
    index: Index,
}

/// The register as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Decode)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Register"))]
pub struct RegisterData {
    /// What a reader must know first, such as that the data are synthetic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[decode(default)]
    pub notice: Option<String>,
    /// The version of this form, 1.
    #[serde(default = "format")]
    #[decode(default = REGISTER_FORMAT)]
    pub format: u32,
    /// The coordinating body.
    pub body: Body,
    /// Names of regions, for people to read.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[decode(default)]
    pub regions: BTreeMap<RegionCode, String>,
    /// The organisations, members or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub organisations: Vec<Organisation>,
    /// Who was a member from when to when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub memberships: Vec<Membership>,
    /// Terms of office.
    #[serde(default, skip_serializing_if = "Terms::is_empty")]
    #[decode(default)]
    pub terms: Terms,
    /// Community cases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub cases: Vec<Case>,
    /// Joint activities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[decode(default)]
    pub activities: Vec<Activity>,
}

deserialize_by_decode!(RegisterData);

#[cfg(feature = "schema")]
const fn format() -> u32 {
    REGISTER_FORMAT
}

impl Register {
    /// A register from JSON text.
    ///
    /// # Errors
    /// Every problem of the text: of its form, its values, its references, and texts that look like
    /// national identity numbers.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let tree = decode::tree(text)?;
        let mut problems = Vec::new();
        identity::find(&tree, "", &mut problems);
        match decode::from_tree::<RegisterData>(tree) {
            Ok(data) => Self::checked(data, problems),
            Err(error) => {
                problems.extend(error.problems().iter().cloned());
                Err(identity::masked(Error::if_any(problems).err().unwrap_or(error)))
            }
        }
    }

    /// A register from its parts.
    ///
    /// # Errors
    /// Every problem of the parts.
    pub fn new(data: RegisterData) -> Result<Self, Error> {
        let mut problems = Vec::new();
        let tree = decode::tree(&canonical_json(&data))?;
        identity::find(&tree, "", &mut problems);
        Self::checked(data, problems)
    }

    fn checked(data: RegisterData, mut problems: Vec<Problem>) -> Result<Self, Error> {
        check::all(&data, &mut problems);
        let warnings = Error::if_any(problems).map_err(identity::masked)?;
        let index = Index::of(data.organisations.len(), &|i| &data.organisations[i].id);
        Ok(Self { data, warnings, index })
    }

    /// The parts it is made of.
    pub const fn data(&self) -> &RegisterData {
        &self.data
    }

    /// What is odd in it without being wrong.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// The register as canonical JSON, which reads back as the same register.
    pub fn to_json(&self) -> String {
        canonical_json(&self.data)
    }

    /// What held on a day.
    pub const fn on(&self, day: Date) -> RegisterOn<'_> {
        RegisterOn { register: self, day }
    }

    /// The organisation with this identifier.
    ///
    /// # Errors
    /// `unknown-organisation`, with the nearest identifier as a suggestion.
    pub fn organisation(&self, id: &str) -> Result<&Organisation, Error> {
        self.position(id).and_then(|position| self.data.organisations.get(position)).ok_or_else(
            || {
                let known = self.data.organisations.iter().map(|o| o.id.as_str());
                Problem::error(Code::UnknownOrganisation).value(id).suggest(known).into()
            },
        )
    }

    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.index.find(id, &|i| &self.data.organisations[i].id)
    }

    /// Assesses every organisation, and the board, on a day by the rules in force.
    ///
    /// # Errors
    /// None that a register which loaded can cause today; kept for rules that cannot be applied.
    pub fn assess(&self, book: &RuleBook, on: Date) -> Result<Assessment, Error> {
        self.assess_with_progress(book, on, &mut |_, _| {})
    }

    /// The same, telling `progress` how many organisations of how many are done.
    ///
    /// # Errors
    /// As [`Register::assess`].
    pub fn assess_with_progress(
        &self,
        book: &RuleBook,
        on: Date,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Assessment, Error> {
        let tell = |done, total| {
            progress(done, total);
            ControlFlow::<Infallible>::Continue(())
        };
        let ControlFlow::Continue(assessment) = assess(self, book, on, tell);
        Ok(assessment)
    }

    /// The same, asking after each organisation whether to go on: `go_on` is told how many of how
    /// many are done. Nothing when it said no.
    ///
    /// ```
    /// # use lkks::{Register, RuleBook};
    /// # use lkks::calendar::date;
    /// # let register = Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }] }"#)?;
    /// let (book, on) = (RuleBook::indonesia(), date(2024, 5, 20)?);
    /// assert!(register.assess_while(&book, on, &mut |_, _| true)?.is_some());
    /// assert!(register.assess_while(&book, on, &mut |_, _| false)?.is_none());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Register::assess`].
    pub fn assess_while(
        &self,
        book: &RuleBook,
        on: Date,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Option<Assessment>, Error> {
        let ask = |done, total| match go_on(done, total) {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        };
        Ok(assess(self, book, on, ask).continue_value())
    }
}

/// A register on one day: borrowed, and cheap to make.
#[derive(Clone, Copy, Debug)]
pub struct RegisterOn<'a> {
    register: &'a Register,
    day: Date,
}

impl<'a> RegisterOn<'a> {
    /// The day.
    pub const fn day(self) -> Date {
        self.day
    }

    /// The memberships that held that day, in the order of the register.
    pub fn memberships(self) -> impl Iterator<Item = &'a Membership> {
        let day = self.day;
        self.register.data.memberships.iter().filter(move |m| m.period.contains(day))
    }

    /// The organisations that were members that day.
    pub fn members(self) -> impl Iterator<Item = &'a Organisation> {
        self.memberships().filter_map(move |membership| {
            self.register.data.organisations.get(self.register.position(&membership.organisation)?)
        })
    }

    /// Whether this organisation was a member that day.
    pub fn is_member(self, id: &str) -> bool {
        self.memberships().any(|membership| membership.organisation == id)
    }

    /// The term of office that ran that day.
    pub fn term(self) -> Option<&'a Term> {
        self.register.data.terms.current(self.day)
    }

    /// Who held which office that day.
    pub fn holders(self) -> Vec<Holder> {
        self.register.data.terms.holders(self.day)
    }

    /// The cases that stood open that day.
    pub fn open_cases(self) -> impl Iterator<Item = &'a Case> {
        let day = self.day;
        self.register.data.cases.iter().filter(move |case| case.is_open(day))
    }

    /// The activities that had taken place by that day.
    pub fn activities(self) -> impl Iterator<Item = &'a Activity> {
        let day = self.day;
        self.register.data.activities.iter().filter(move |activity| activity.on <= day)
    }
}
