//! One row as the register that it stands for: what the row evaluator is asked of.

use super::input::{HeldInputs, InputKind};
use super::{ColumnPlan, Fault, Wrong};
use crate::assess::Verdict;
use crate::assess::application_kind;
use crate::body::Membership;
use crate::body::{Body, BodyLevel};
use crate::calendar::{Date, Period};
use crate::facts::Scalar;
use crate::organisation::{
    Accreditation, Application, Certificate, CertificateKind, DocumentRecord, Evidence,
    Organisation, Revocation,
};
use crate::problem::{Error, Problem};
use crate::region::{Place, RegionCode};
use crate::register::{Register, RegisterData};
use crate::rules::Subject;

/// A row being read.
struct Row<'a> {
    plan: &'a ColumnPlan,
    cell: &'a dyn Fn(usize) -> Option<Scalar>,
    problems: Vec<Problem>,
}

impl ColumnPlan {
    /// The whole verdict on one row, by the row evaluator. `cell` gives the value of each input as
    /// it is written, where there is one: days as ISO text.
    ///
    /// ```
    /// use lkks::columns::ColumnPlan;
    /// use lkks::facts::Scalar;
    /// # use lkks::rules::Subject;
    /// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Accreditation)?;
    /// let cell = |input: usize| match plan.inputs()[input].name.as_str() {
    ///     "accreditation_decided" => Some(Scalar::Text("2021-04-09".into())),
    ///     "accreditation_grade" => Some(Scalar::Text("B".into())),
    ///     _ => None,
    /// };
    /// let verdict = plan.explain("LKS-001", "Yayasan Contoh", "2024-04-08".parse()?, &cell)?;
    /// assert_eq!(verdict.accreditation.standing.days_left, Some(1));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`ColumnPlan::register`].
    pub fn explain(
        &self,
        id: &str,
        name: &str,
        on: Date,
        cell: &dyn Fn(usize) -> Option<Scalar>,
    ) -> Result<Verdict, Error> {
        let register = self.register(id, name, cell)?;
        Ok(register.assess(&self.book, on)?.verdict(id)?.clone())
    }

    /// The register that one row stands for: of one organisation, with what its cells record.
    ///
    /// ```
    /// # use lkks::columns::ColumnPlan;
    /// # use lkks::facts::Scalar;
    /// # use lkks::rules::Subject;
    /// let plan = ColumnPlan::of(&lkks::RuleBook::indonesia(), Subject::Registration)?;
    /// let cell = |input: usize| {
    ///     (plan.inputs()[input].name == "npwp").then_some(Scalar::Boolean(true))
    /// };
    /// let register = plan.register("LKS-001", "Yayasan Contoh", &cell)?;
    /// assert_eq!(register.data().organisations[0].documents[0].document, "npwp");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// What is wrong with the row, where it is refused: paths are names of inputs, or those of the
    /// register.
    pub fn register(
        &self,
        id: &str,
        name: &str,
        cell: &dyn Fn(usize) -> Option<Scalar>,
    ) -> Result<Register, Error> {
        let mut row = Row { plan: self, cell, problems: Vec::new() };
        let organisation = row.organisation(id, name);
        let period = row.membership();
        Error::if_any(row.problems)?;
        let membership = period.transpose()?.map(|period| Membership {
            organisation: id.to_owned(),
            period,
            reason: None,
        });
        Register::new(RegisterData {
            notice: None,
            format: crate::register::REGISTER_FORMAT,
            body: Body {
                name: "LKKS".to_owned(),
                level: BodyLevel::Nation,
                region: None,
                legal_basis: Vec::new(),
                formed: None,
                advisers: Vec::new(),
                figures: Vec::new(),
            },
            regions: std::collections::BTreeMap::new(),
            organisations: vec![organisation],
            memberships: membership.into_iter().collect(),
            terms: crate::term::Terms::default(),
            cases: Vec::new(),
            activities: Vec::new(),
        })
    }
}

impl Row<'_> {
    fn organisation(&mut self, id: &str, name: &str) -> Organisation {
        let records = &self.plan.records;
        let region = self.text(records.region).and_then(|text| {
            let region = text.parse::<RegionCode>();
            region.map_err(|_| self.tell(records.region, Wrong::NotRead)).ok()
        });
        let place = region.map(|region| Place { region, rw: None, rt: None, address: None });
        let legal_form = self.text(records.legal_form).and_then(|word| word.parse().ok());
        let kind = self.text(records.kind).and_then(|word| word.parse().ok());
        let held = [Subject::Registration, Subject::OperatingPermit];
        let certificates = held.into_iter().filter_map(|subject| self.certificate(subject));
        Organisation {
            certificates: certificates.collect(),
            id: id.to_owned(),
            name: name.to_owned(),
            earlier_names: Vec::new(),
            legal_form,
            kind,
            founded: None,
            place,
            services: Vec::new(),
            deeds: Vec::new(),
            approvals: Vec::new(),
            accreditations: self.accreditation().into_iter().collect(),
            applications: self.applications(),
            warnings: Vec::new(),
            documents: self.documents(),
            evidence: self.evidence(legal_form.is_some(), kind.is_some()),
            source: None,
        }
    }

    fn text(&self, input: usize) -> Option<String> {
        (self.cell)(input).map(|value| value.to_string())
    }

    fn tell(&mut self, input: usize, wrong: Wrong) {
        let fault = Fault { row: 0, input: Some(input), wrong };
        self.problems.push(self.plan.problem(&fault, &|input| (self.cell)(input?)));
    }

    fn day(&mut self, input: usize) -> Option<Date> {
        let text = self.text(input)?;
        text.parse().map_err(|_| self.tell(input, Wrong::NotRead)).ok()
    }

    /// The day of what `others` say more of, and none without it.
    fn dated(&mut self, input: usize, others: &[usize]) -> Option<Date> {
        if (self.cell)(input).is_none() {
            for &other in others {
                if (self.cell)(other).is_some() {
                    self.tell(other, Wrong::Undated(input));
                }
            }
        }
        self.day(input)
    }

    fn membership(&mut self) -> Option<Result<Period, Error>> {
        let records = &self.plan.records;
        let until = self.day(records.member_until);
        let since = self.dated(records.member_since, &[records.member_until])?;
        Some(Period::new(since, until).map_err(|error| {
            let name = &self.plan.inputs[records.member_until].name;
            let problems = error.problems().iter().map(|problem| problem.clone().at(name));
            Error::if_any(problems.collect()).err().unwrap_or(error)
        }))
    }

    fn given(&mut self, inputs: HeldInputs) -> Option<(Date, Option<Date>, Option<Revocation>)> {
        let last_day = self.day(inputs.last_day);
        let revoked = self.day(inputs.revoked).map(|on| Revocation { on, reason: None });
        let others: Vec<usize> = [Some(inputs.last_day), Some(inputs.revoked), inputs.grade]
            .into_iter()
            .flatten()
            .collect();
        Some((self.dated(inputs.given, &others)?, last_day, revoked))
    }

    fn certificate(&mut self, subject: Subject) -> Option<Certificate> {
        let kind = match subject {
            Subject::Registration => CertificateKind::Registration,
            _ => CertificateKind::OperatingPermit,
        };
        let (issued, last_day, revoked) = self.given(self.plan.records.held(subject))?;
        Some(Certificate {
            kind,
            number: None,
            issuer: None,
            issued: issued.into(),
            last_day: last_day.map(Into::into),
            revoked,
        })
    }

    fn accreditation(&mut self) -> Option<Accreditation> {
        let inputs = self.plan.records.accreditation;
        let (decided, last_day, revoked) = self.given(inputs)?;
        Some(Accreditation {
            number: None,
            body: None,
            grade: inputs.grade.and_then(|grade| self.text(grade)),
            score: None,
            decided: decided.into(),
            last_day: last_day.map(Into::into),
            revoked,
            source: None,
        })
    }

    fn applications(&mut self) -> Vec<Application> {
        let all = [Subject::Registration, Subject::OperatingPermit, Subject::Accreditation];
        let of = |subject| {
            let inputs = self.plan.records.held(subject);
            let decided = self.day(inputs.answered);
            let lodged = self.dated(inputs.lodged, &[inputs.answered])?;
            Some(Application { kind: application_kind(subject)?, lodged, decided })
        };
        all.into_iter().filter_map(of).collect()
    }

    fn documents(&mut self) -> Vec<DocumentRecord> {
        let mut known: Vec<DocumentRecord> = Vec::new();
        for fact in &self.plan.facts {
            let Some(inputs) = fact.paper_inputs() else { continue };
            let document = &fact.wanted.spec.name;
            if known.iter().any(|record| record.document == *document) {
                continue;
            }
            let present = match (self.cell)(inputs.present) {
                None => None,
                Some(Scalar::Boolean(present)) => Some(present),
                Some(_) => {
                    self.tell(inputs.present, Wrong::NotRead);
                    None
                }
            };
            let (issued, last_day) = (self.day(inputs.issued), self.day(inputs.last_day));
            if present.is_some() || issued.is_some() || last_day.is_some() {
                known.push(DocumentRecord {
                    document: document.clone(),
                    present: present.unwrap_or(true),
                    number: None,
                    issued,
                    last_day,
                    recorded: None,
                });
            }
        }
        known
    }

    fn evidence(&self, has_legal_form: bool, has_kind: bool) -> Vec<Evidence> {
        let records = &self.plan.records;
        let mut known: Vec<Evidence> = Vec::new();
        for (input, of) in self.plan.inputs.iter().enumerate().filter(|(_, of)| of.is_evidence) {
            let recorded = (input == records.legal_form && has_legal_form)
                || (input == records.kind && has_kind)
                || known.iter().any(|evidence| evidence.fact == of.name);
            let Some(value) = (self.cell)(input).filter(|_| !recorded) else { continue };
            let value = match (of.kind, value) {
                // A word may look like a number or a boolean to those who wrote the table.
                (InputKind::Word, other) => Scalar::Text(other.to_string()),
                (_, value) => value,
            };
            known.push(Evidence {
                fact: of.name.clone(),
                value: Some(value),
                from: None,
                until: None,
                source: None,
            });
        }
        known
    }
}
