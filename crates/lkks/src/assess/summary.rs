//! The register as a whole: counts, what runs out, coaching, coverage, growth, the board, cases.

use crate::assess::{AssessContext, EligibilityStatus, Goal, Judgement, StandingStatus, Verdict};
use crate::body::FigureKind;
use crate::calendar::{Date, date};
use crate::case::CaseStatus;
use crate::category::Category;
use crate::message::Code;
use crate::order::{InOrder, Tally};
use crate::problem::Problem;
use crate::region::{Place, RegionCode, RegionLevel};
use crate::register::Register;
use crate::rules::Subject;
use crate::term::{BoardFacts, Holder, TermFinding};
use serde::Serialize;
use std::collections::BTreeMap;

/// The register as a whole on a day.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let summary = &assessment.summary;
/// assert_eq!((summary.organisations, summary.members, summary.accredited()), (1, 1, 1));
/// assert_eq!(summary.open_cases.len(), 1);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// Organisations in the register.
    pub organisations: usize,
    /// Of these, members that day.
    pub members: usize,
    /// Members by what they hold.
    pub standings: Vec<StandingCount>,
    /// Members with a current accreditation, by grade.
    pub grades: Vec<GradeCount>,
    /// Members by kecamatan.
    pub districts: Vec<DistrictCount>,
    /// What members hold today and runs out, the soonest first.
    pub expiring: Vec<Expiry>,
    /// The order in which to coach members that are not accredited.
    pub coaching: Vec<CoachingPlace>,
    /// Who serves whom where, and where nobody does.
    pub coverage: Vec<Coverage>,
    /// Membership by year.
    pub growth: Vec<GrowthYear>,
    /// The board.
    pub board: BoardCondition,
    /// Cases that stand open, the oldest first.
    pub open_cases: Vec<OpenCase>,
    /// Published figures that the register does not bear out.
    pub differences: Vec<Problem>,
}

/// How many members hold something in a certain way.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// use lkks::assess::StandingStatus;
/// let standings = &assessment.summary.standings;
/// let current = standings.iter().find(|counted| counted.status == StandingStatus::Current);
/// assert_eq!(current.map(|counted| counted.subject.key()), Some("accreditation"));
/// assert_eq!(current.map(|counted| counted.count), Some(1));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StandingCount {
    /// About what.
    pub subject: Subject,
    /// How it is held.
    pub status: StandingStatus,
    /// How many.
    pub count: usize,
}

/// How many members have a grade.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let grade = &assessment.summary.grades[0];
/// assert_eq!((grade.grade.as_deref(), grade.count), (Some("B"), 1));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GradeCount {
    /// The grade; nothing where it is not known.
    pub grade: Option<String>,
    /// How many.
    pub count: usize,
}

/// The members in one kecamatan.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let (barat, timur) = (&assessment.summary.districts[0], &assessment.summary.districts[1]);
/// assert_eq!((barat.members, barat.accredited, barat.registered), (1, 1, 0));
/// assert_eq!((timur.members, timur.open_cases), (0, 1));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DistrictCount {
    /// The kecamatan; nothing where it is not known.
    pub region: Option<RegionCode>,
    /// Its name.
    pub name: Option<String>,
    /// Members.
    pub members: usize,
    /// Of these, accredited.
    pub accredited: usize,
    /// Of these, registered.
    pub registered: usize,
    /// Cases that stand open there.
    pub open_cases: usize,
}

/// Something a member holds that runs out.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let expiry = &assessment.summary.expiring[0];
/// assert_eq!(expiry.name, "Yayasan Contoh");
/// assert_eq!((expiry.last_day, expiry.days_left), (on, 1));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expiry {
    /// The organisation.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// What runs out.
    pub subject: Subject,
    /// The grade, for an accreditation.
    pub grade: Option<String>,
    /// The last day.
    pub last_day: Date,
    /// How many days are left, the last one included.
    pub days_left: i64,
}

/// A place in the order in which to coach members.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let first = &assessment.summary.coaching[0];
/// assert_eq!(first.organisation, "LKS-001");
/// assert!(first.changes > 0 && first.out_of_reach == 0);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoachingPlace {
    /// The organisation.
    pub organisation: String,
    /// Its name.
    pub name: String,
    /// Whether it may apply already.
    pub eligibility: EligibilityStatus,
    /// How many changes are enough.
    pub changes: usize,
    /// Criteria not met.
    pub unmet: usize,
    /// Criteria of which it is not known whether they are met.
    pub unknown: usize,
    /// Criteria that no change can meet.
    pub out_of_reach: usize,
}

/// One category of people in one kecamatan.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let unserved = assessment.summary.coverage.iter().find(|coverage| coverage.unserved);
/// assert_eq!(unserved.map(|coverage| coverage.category.to_string()), Some("pengemis".to_owned()));
/// assert_eq!(unserved.map(|coverage| (coverage.members, coverage.open_cases)), Some((0, 1)));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// The people.
    pub category: Category,
    /// The kecamatan; nothing where it is not known.
    pub region: Option<RegionCode>,
    /// Its name.
    pub name: Option<String>,
    /// Members that serve them there.
    pub members: usize,
    /// Of these, accredited.
    pub accredited: usize,
    /// Cases that stand open.
    pub open_cases: usize,
    /// Whether cases are open and no member serves them.
    pub unserved: bool,
    /// Whether cases are open and no accredited member serves them.
    pub unserved_by_accredited: bool,
}

/// Membership at the end of a year, or on the day asked about in its year.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let growth = &assessment.summary.growth;
/// assert_eq!((growth[0].year, growth[0].joined), (2023, 1));
/// assert_eq!((growth[1].year, growth[1].members), (2024, 1));
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GrowthYear {
    /// The year.
    pub year: i32,
    /// Members on its last day.
    pub members: usize,
    /// Who joined during it.
    pub joined: usize,
    /// Whose membership ended during it.
    pub left: usize,
    /// The number published for that year, where one was.
    pub published: Option<u32>,
}

/// The board on a day.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "terms": [{ "id": "2024", "name": "2024–2028",
/// #     "period": { "first": "2024-05-20", "last": "2028-12-31" },
/// #     "offices": [{ "id": "ketua", "title": { "id": "Ketua", "en": "Chair" }, "seats": 2 }],
/// #     "appointments": [{ "person": "Contoh A", "office": "ketua", "cause": "elected",
/// #       "period": { "first": "2024-05-20" } }]
/// #   }] }"#)?;
/// # let on = lkks::calendar::date(2024, 6, 1)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let board = &assessment.summary.board;
/// assert_eq!(board.name.as_deref(), Some("2024–2028"));
/// assert_eq!(board.facts.vacant_seats, Some(1));
/// assert!(board.holders.len() == 1 && board.statutes.is_none());
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BoardCondition {
    /// The term that runs.
    pub term: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Its last day.
    pub last_day: Option<Date>,
    /// Who holds which office.
    pub holders: Vec<Holder>,
    /// Counts about the term that runs, or the last that ran.
    pub facts: BoardFacts,
    /// What is not in order.
    pub findings: Vec<TermFinding>,
    /// The board held against its statutes, where a pack on them is chosen.
    pub statutes: Option<Judgement>,
}

/// A case that stands open.
///
/// ```
/// # let register = lkks::Register::from_json(r#"{
/// #   "body": { "name": "LKKS Contoh", "level": "regency" },
/// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
/// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
/// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
/// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
/// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
/// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
/// # let on = lkks::calendar::date(2024, 4, 8)?;
/// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
/// let case = &assessment.summary.open_cases[0];
/// assert_eq!((&*case.id, case.age_days), ("K-1", 7));
/// assert_eq!(case.status, lkks::case::StepKind::Received);
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OpenCase {
    /// Its identifier.
    pub id: String,
    /// What it is about.
    pub title: Option<String>,
    /// Whom it concerns.
    pub category: Category,
    /// How far it has come.
    pub status: CaseStatus,
    /// Where.
    pub place: Place,
    /// How many days since it was received.
    pub age_days: i64,
}

impl Summary {
    pub(crate) fn of(register: &Register, context: &AssessContext<'_>, all: &[Verdict]) -> Self {
        let on = context.on;
        let members: Vec<&Verdict> = all.iter().filter(|v| v.membership.is_some()).collect();
        let mut summary = Self {
            organisations: all.len(),
            members: members.len(),
            standings: standings(&members),
            grades: grades(&members),
            districts: districts(register, &members, on),
            expiring: expiring(&members, on),
            coaching: coaching(&members),
            coverage: coverage(register, &members, on),
            growth: growth(register, on),
            board: board(register, context),
            open_cases: open_cases(register, on),
            differences: Vec::new(),
        };
        summary.differences = summary.differences_from(register, on);
        summary
    }

    /// What runs out within so many days, the soonest first.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
    /// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// assert_eq!(assessment.summary.expiring_within(30).count(), 1);
    /// assert_eq!(assessment.summary.expiring_within(0).count(), 0);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn expiring_within(&self, days: i64) -> impl Iterator<Item = &Expiry> {
        self.expiring.iter().filter(move |expiry| expiry.days_left <= days)
    }

    /// How many members are accredited.
    ///
    /// ```
    /// # let register = lkks::Register::from_json(r#"{
    /// #   "body": { "name": "LKKS Contoh", "level": "regency" },
    /// #   "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh",
    /// #     "place": { "region": "33.75.01" }, "services": [{ "category": "anak-telantar" }],
    /// #     "accreditations": [{ "decided": "2021-04-09", "grade": "B" }] }],
    /// #   "memberships": [{ "organisation": "LKS-001", "period": { "first": "2023-01-01" } }],
    /// #   "cases": [{ "id": "K-1", "place": { "region": "33.75.02" }, "category": "pengemis",
    /// #     "steps": [{ "kind": "received", "on": "2024-04-01" }] }] }"#)?;
    /// # let on = lkks::calendar::date(2024, 4, 8)?;
    /// # let assessment = register.assess(&lkks::RuleBook::indonesia(), on)?;
    /// assert_eq!(assessment.summary.accredited(), 1);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn accredited(&self) -> usize {
        self.grades.iter().map(|grade| grade.count).sum()
    }

    fn differences_from(&self, register: &Register, on: Date) -> Vec<Problem> {
        let body = &register.data().body;
        let officers = self.board.holders.len();
        let ours = [
            (FigureKind::Members, self.members),
            (FigureKind::Accredited, self.accredited()),
            (FigureKind::Officers, officers),
        ];
        let differing = ours.into_iter().filter_map(|(what, count)| {
            let published = body.figure(what, on)?;
            let same = usize::try_from(published.count) == Ok(count);
            let index = body.figures.iter().position(|figure| figure == published)?;
            (!same).then(|| {
                Problem::warning(Code::PublishedFigureDiffers)
                    .value(format!("{what}: {count}"))
                    .expected(format!("{}: {}", published.on, published.count))
                    .at(format!("body.figures[{index}]"))
            })
        });
        differing.collect()
    }
}

fn is_accredited(verdict: &Verdict) -> bool {
    verdict.accreditation.standing.status == StandingStatus::Current
}

fn standings(members: &[&Verdict]) -> Vec<StandingCount> {
    let mut counts: Tally<(Subject, StandingStatus), usize> = Tally::new();
    for judgement in members.iter().flat_map(|verdict| verdict.judgements()) {
        *counts.entry((judgement.subject, judgement.standing.status), || 0) += 1;
    }
    let counted = counts.into_iter();
    counted.map(|((subject, status), count)| StandingCount { subject, status, count }).collect()
}

fn grades(members: &[&Verdict]) -> Vec<GradeCount> {
    let mut counts: Tally<Option<String>, usize> = Tally::new();
    for verdict in members.iter().filter(|verdict| is_accredited(verdict)) {
        *counts.entry(verdict.accreditation.standing.grade.clone(), || 0) += 1;
    }
    counts.into_iter().map(|(grade, count)| GradeCount { grade, count }).collect()
}

fn district(region: Option<&RegionCode>) -> Option<RegionCode> {
    region.and_then(|region| region.at(RegionLevel::District))
}

fn districts(register: &Register, members: &[&Verdict], on: Date) -> Vec<DistrictCount> {
    let mut counts: BTreeMap<Option<RegionCode>, DistrictCount> = BTreeMap::new();
    let empty = |region: &Option<RegionCode>| DistrictCount {
        region: region.clone(),
        name: name_of(register, region.as_ref()),
        members: 0,
        accredited: 0,
        registered: 0,
        open_cases: 0,
    };
    for verdict in members {
        let region = district(verdict.region.as_ref());
        let count = counts.entry(region.clone()).or_insert_with(|| empty(&region));
        count.members += 1;
        count.accredited += usize::from(is_accredited(verdict));
        let registered = verdict.registration.standing.status == StandingStatus::Current;
        count.registered += usize::from(registered);
    }
    for case in register.on(on).open_cases() {
        let region = district(Some(&case.place.region));
        counts.entry(region.clone()).or_insert_with(|| empty(&region)).open_cases += 1;
    }
    counts.into_values().collect()
}

fn name_of(register: &Register, region: Option<&RegionCode>) -> Option<String> {
    register.data().regions.get(region?).cloned()
}

fn expiring(members: &[&Verdict], on: Date) -> Vec<Expiry> {
    let mut all: Vec<Expiry> = members
        .iter()
        .flat_map(|verdict| verdict.judgements().map(move |judgement| (verdict, judgement)))
        .filter(|(_, judgement)| judgement.standing.status == StandingStatus::Current)
        .filter_map(|(verdict, judgement)| {
            let last_day = judgement.standing.last_day?;
            Some(Expiry {
                organisation: verdict.organisation.clone(),
                name: verdict.name.clone(),
                subject: judgement.subject,
                grade: judgement.standing.grade.clone(),
                last_day,
                days_left: last_day.days_since(on) + i64::from(last_day >= on),
            })
        })
        .collect();
    all.order_by(|a, b| {
        (a.last_day, &a.organisation, a.subject).cmp(&(b.last_day, &b.organisation, b.subject))
    });
    all
}

/// Those who need the least come first: the eligible, then the fewest changes, then the fewest open
/// questions; what no change can help comes last.
fn coaching(members: &[&Verdict]) -> Vec<CoachingPlace> {
    let waiting = members.iter().filter(|verdict| !is_accredited(verdict));
    let mut places: Vec<CoachingPlace> = waiting
        .map(|verdict| {
            let judgement = &verdict.accreditation;
            let advice = judgement.advice.iter().find(|advice| advice.goal == Goal::Eligibility);
            CoachingPlace {
                organisation: verdict.organisation.clone(),
                name: verdict.name.clone(),
                eligibility: judgement.eligibility.status,
                changes: advice.map_or(0, |advice| advice.changes.len()),
                unmet: judgement.eligibility.unmet.len(),
                unknown: judgement.eligibility.unknown.len(),
                out_of_reach: advice.map_or(0, |advice| advice.out_of_reach.len()),
            }
        })
        .collect();
    places.order_by(|a, b| {
        let order = |p: &CoachingPlace| {
            let invalid = p.eligibility == EligibilityStatus::Invalid;
            let waits = p.eligibility != EligibilityStatus::Eligible;
            (invalid, p.out_of_reach, waits, p.changes, p.unmet, p.unknown)
        };
        order(a).cmp(&order(b)).then_with(|| a.organisation.cmp(&b.organisation))
    });
    places
}

fn coverage(register: &Register, members: &[&Verdict], on: Date) -> Vec<Coverage> {
    let mut cells: BTreeMap<(Option<RegionCode>, Category), (usize, usize, usize)> =
        BTreeMap::new();
    for verdict in members {
        let Ok(organisation) = register.organisation(&verdict.organisation) else { continue };
        let services = organisation.services.iter();
        let mut served: Vec<Category> = services
            .filter(|service| service.period.is_none_or(|period| period.contains(on)))
            .map(|service| service.category)
            .collect();
        served.order();
        served.dedup();
        for category in served {
            let cell = cells.entry((district(verdict.region.as_ref()), category)).or_default();
            cell.0 += 1;
            cell.1 += usize::from(is_accredited(verdict));
        }
    }
    for case in register.on(on).open_cases() {
        cells.entry((district(Some(&case.place.region)), case.category)).or_default().2 += 1;
    }
    let cells =
        cells.into_iter().map(|((region, category), (members, accredited, open_cases))| Coverage {
            category,
            name: name_of(register, region.as_ref()),
            region,
            members,
            accredited,
            open_cases,
            unserved: open_cases > 0 && members == 0,
            unserved_by_accredited: open_cases > 0 && accredited == 0,
        });
    cells.collect()
}

fn growth(register: &Register, on: Date) -> Vec<GrowthYear> {
    let data = register.data();
    let joined = data.memberships.iter().map(|m| m.period.first().year());
    let published = data.body.figures.iter().map(|figure| figure.on.year());
    let Some(first) = joined.chain(published).min() else { return Vec::new() };
    let years = (first..=on.year()).filter_map(|year| {
        let end = date(year, 12, 31).ok()?.min(on);
        let start = date(year, 1, 1).ok()?;
        let within = |day: Date| start <= day && day <= end;
        let published = data.body.figure(FigureKind::Members, end);
        Some(GrowthYear {
            year,
            members: register.on(end).memberships().count(),
            joined: data.memberships.iter().filter(|m| within(m.period.first())).count(),
            left: data.memberships.iter().filter(|m| m.period.last().is_some_and(within)).count(),
            published: published.filter(|f| f.on.year() == year).map(|f| f.count),
        })
    });
    years.collect()
}

fn board(register: &Register, context: &AssessContext<'_>) -> BoardCondition {
    let on = context.on;
    let terms = &register.data().terms;
    let term = terms.current(on);
    BoardCondition {
        term: term.map(|term| term.id.clone()),
        name: term.map(|term| term.name.clone()),
        last_day: term.and_then(|term| term.period.last()),
        holders: terms.holders(on),
        facts: terms.facts(on),
        findings: terms.check(on),
        statutes: context.board(register),
    }
}

fn open_cases(register: &Register, on: Date) -> Vec<OpenCase> {
    let mut open: Vec<OpenCase> = register
        .on(on)
        .open_cases()
        .filter_map(|case| {
            Some(OpenCase {
                id: case.id.clone(),
                title: case.title.clone(),
                category: case.category,
                status: case.status(on)?,
                place: case.place.clone(),
                age_days: case.age_days(on)?,
            })
        })
        .collect();
    open.order_by(|a, b| b.age_days.cmp(&a.age_days).then_with(|| a.id.cmp(&b.id)));
    open
}
