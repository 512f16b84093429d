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

#[cfg(feature = "tables")]
pub use identity::masked_national_identity_numbers;

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
///
/// ```
/// use lkks::RegisterData;
/// let data: RegisterData = serde_json::from_str(
///     r#"{ "body": { "name": "LKKS Contoh", "level": "regency" }, "notice": "synthetic" }"#,
/// )?;
/// assert_eq!(data.format, lkks::register::REGISTER_FORMAT);
/// assert!(data.organisations.is_empty());
/// # Ok::<(), serde_json::Error>(())
/// ```
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

/// Data that make no register, and why.
///
/// ```
/// use lkks::Register;
/// # let json = r#"{ "body": { "name": "LKKS Contoh", "level": "regency" } }"#;
/// let mut data = Register::from_json(json)?.data().clone();
/// data.format = 9;
/// let refused = Register::of(data).unwrap_err();
/// assert_eq!((refused.data.format, refused.error.path()), (9, "format"));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The data.
    pub data: RegisterData,
    /// What is wrong with them.
    pub error: Error,
}

deserialize_by_decode!(RegisterData);

#[cfg(feature = "schema")]
const fn format() -> u32 {
    REGISTER_FORMAT
}

impl Register {
    /// A register from JSON text.
    ///
    /// ```
    /// use lkks::Register;
    /// let error = Register::from_json(r#"{
    ///     "body": { "name": "LKKS Contoh", "level": "regency" },
    ///     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }],
    ///     "memberships": [{ "organisation": "LKS-01", "period": { "first": "2018-03-01" } }]
    /// }"#).unwrap_err();
    /// assert_eq!(error.path(), "memberships[0].organisation");
    /// assert_eq!(error.problems()[0].suggestion.as_deref(), Some("LKS-001"));
    /// ```
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
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::Register;
    /// let mut data = register.data().clone();
    /// data.organisations[1].id = "LKS-001".into();
    /// let error = Register::new(data).unwrap_err();
    /// assert_eq!(error.path(), "organisations[1].id"); // used twice
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the parts.
    pub fn new(data: RegisterData) -> Result<Self, Error> {
        Self::of(data).map_err(|refused| refused.error)
    }

    /// A register of these data, or the data back with what is wrong with them.
    ///
    /// ```
    /// use lkks::Register;
    /// # let json = r#"{ "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "a", "name": "A" }] }"#;
    /// let mut data = Register::from_json(json)?.data().clone();
    /// data.organisations.push(data.organisations[0].clone());
    /// let mut refused = Register::of(data).unwrap_err();
    /// assert_eq!(refused.error.code().key(), "duplicate-id");
    /// refused.data.organisations.pop();
    /// assert!(Register::of(refused.data).is_ok());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// The data, and every problem of them.
    pub fn of(data: RegisterData) -> Result<Self, Box<Refused>> {
        let mut problems = Vec::new();
        if identity::may_be_in_data(&data) {
            match decode::tree(&canonical_json(&data)) {
                Ok(tree) => identity::find(&tree, "", &mut problems),
                Err(error) => return Err(Box::new(Refused { data, error })),
            }
        }
        Self::sound(data, problems)
    }

    fn checked(data: RegisterData, problems: Vec<Problem>) -> Result<Self, Error> {
        Self::sound(data, problems).map_err(|refused| refused.error)
    }

    fn sound(data: RegisterData, mut problems: Vec<Problem>) -> Result<Self, Box<Refused>> {
        check::all(&data, &mut problems);
        match Error::if_any(problems) {
            Ok(warnings) => {
                let index = Index::of(data.organisations.len(), &|i| &data.organisations[i].id);
                Ok(Self { data, warnings, index })
            }
            Err(error) => Err(Box::new(Refused { data, error: identity::masked(error) })),
        }
    }

    /// The parts it is made of.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// assert_eq!(register.data().body.name, "LKKS Contoh");
    /// assert_eq!(register.data().organisations.len(), 2);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn data(&self) -> &RegisterData {
        &self.data
    }

    /// What is odd in it without being wrong.
    ///
    /// ```
    /// use lkks::Register;
    /// let register = Register::from_json(r#"{
    ///     "body": { "name": "LKKS Contoh", "level": "regency" },
    ///     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    ///                       { "id": "LKS-002", "name": "Yayasan Contoh" }]
    /// }"#)?;
    /// assert_eq!(register.warnings().len(), 1); // two organisations of one name: odd, not wrong
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// The register as canonical JSON, which reads back as the same register.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::Register;
    /// assert_eq!(Register::from_json(&register.to_json())?, register);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        canonical_json(&self.data)
    }

    /// What held on a day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// assert!(register.on(date(2018, 3, 1)?).is_member("LKS-001"));
    /// assert!(!register.on(date(2018, 2, 28)?).is_member("LKS-001"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn on(&self, day: Date) -> RegisterOn<'_> {
        RegisterOn { register: self, day }
    }

    /// The organisation with this identifier.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// assert_eq!(register.organisation("LKS-001")?.name, "Yayasan Contoh");
    /// let error = register.organisation("LKS-0001").unwrap_err();
    /// assert_eq!(error.problems()[0].suggestion.as_deref(), Some("LKS-001"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
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
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// use lkks::RuleBook;
    /// let assessment = register.assess(&RuleBook::indonesia(), date(2024, 8, 17)?)?;
    /// assert_eq!(assessment.verdicts.len(), 2);
    /// assert_eq!(assessment.summary.members, 1);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// None that a register which loaded can cause today; kept for rules that cannot be applied.
    pub fn assess(&self, book: &RuleBook, on: Date) -> Result<Assessment, Error> {
        self.assess_with_progress(book, on, &mut |_, _| {})
    }

    /// The same, telling `progress` how many organisations of how many are done.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// use lkks::RuleBook;
    /// let mut last = (0, 0);
    /// let mut show = |done, total| last = (done, total);
    /// register.assess_with_progress(&RuleBook::indonesia(), date(2024, 8, 17)?, &mut show)?;
    /// assert_eq!(last, (2, 2));
    /// # Ok::<(), lkks::Error>(())
    /// ```
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
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
/// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
/// #   "terms": [{ "id": "2024", "name": "2024–2028",
/// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
/// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
/// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
/// #                        "period": { "first": "2024-05-20" } }] }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
/// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
/// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
/// use lkks::calendar::date;
/// let then = register.on(date(2024, 8, 17)?);
/// assert_eq!(then.members().count(), 1);
/// assert_eq!(then.term().map(|term| &*term.name), Some("2024–2028"));
/// assert_eq!(then.open_cases().count(), 1);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RegisterOn<'a> {
    register: &'a Register,
    day: Date,
}

impl<'a> RegisterOn<'a> {
    /// The day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// assert_eq!(register.on(date(2024, 8, 17)?).day(), date(2024, 8, 17)?);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub const fn day(self) -> Date {
        self.day
    }

    /// The memberships that held that day, in the order of the register.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// let mut memberships = register.on(date(2024, 8, 17)?).memberships();
    /// assert_eq!(memberships.next().map(|m| m.period.first()), Some(date(2018, 3, 1)?));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn memberships(self) -> impl Iterator<Item = &'a Membership> {
        let day = self.day;
        self.register.data.memberships.iter().filter(move |m| m.period.contains(day))
    }

    /// The organisations that were members that day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// let names: Vec<&str> = register.on(date(2024, 8, 17)?).members().map(|o| &*o.name).collect();
    /// assert_eq!(names, ["Yayasan Contoh"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn members(self) -> impl Iterator<Item = &'a Organisation> {
        self.memberships().filter_map(move |membership| {
            self.register.data.organisations.get(self.register.position(&membership.organisation)?)
        })
    }

    /// Whether this organisation was a member that day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// let then = register.on(date(2024, 8, 17)?);
    /// assert!(then.is_member("LKS-001"));
    /// assert!(!then.is_member("LKS-002")); // on record, but never a member
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn is_member(self, id: &str) -> bool {
        self.memberships().any(|membership| membership.organisation == id)
    }

    /// The term of office that ran that day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// assert!(register.on(date(2024, 5, 19)?).term().is_none());
    /// assert_eq!(register.on(date(2024, 5, 20)?).term().map(|term| &*term.id), Some("2024"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn term(self) -> Option<&'a Term> {
        self.register.data.terms.current(self.day)
    }

    /// Who held which office that day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// let holders = register.on(date(2024, 8, 17)?).holders();
    /// assert_eq!((&*holders[0].person, &*holders[0].office), ("Siti", "ketua"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn holders(self) -> Vec<Holder> {
        self.register.data.terms.holders(self.day)
    }

    /// The cases that stood open that day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// assert_eq!(register.on(date(2024, 6, 2)?).open_cases().count(), 0);
    /// assert_eq!(register.on(date(2024, 6, 3)?).open_cases().count(), 1);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn open_cases(self) -> impl Iterator<Item = &'a Case> {
        let day = self.day;
        self.register.data.cases.iter().filter(move |case| case.is_open(day))
    }

    /// The activities that had taken place by that day.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" },
    /// #                     { "id": "LKS-002", "name": "Panti Contoh" }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2018-03-01" } }],
    /// #   "terms": [{ "id": "2024", "name": "2024–2028",
    /// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
    /// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 1 }],
    /// #     "appointments": [{ "person": "Siti", "office": "ketua", "cause": "elected",
    /// #                        "period": { "first": "2024-05-20" } }] }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75" }, "category": "pengemis",
    /// #               "steps": [{ "kind": "received", "on": "2024-06-03" }] }],
    /// #   "activities": [{ "id": "A-1", "title": "Bakti sosial", "on": "2024-08-17" }] }"#)?;
    /// use lkks::calendar::date;
    /// assert_eq!(register.on(date(2024, 8, 16)?).activities().count(), 0);
    /// assert_eq!(register.on(date(2024, 8, 17)?).activities().count(), 1);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn activities(self) -> impl Iterator<Item = &'a Activity> {
        let day = self.day;
        self.register.data.activities.iter().filter(move |activity| activity.on <= day)
    }
}
