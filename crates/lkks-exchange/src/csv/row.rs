//! One row: its cells into an organisation and its membership.

use super::cell;
use super::heading::{Columns, DOCUMENT, Field};
use super::layout::Start;
use super::read::Reading;
use csv::StringRecord;
use lkks::body::Membership;
use lkks::category::Category;
use lkks::facts::Scalar;
use lkks::message::Code;
use lkks::organisation::{
    Accreditation, Certificate, CertificateKind, DocumentRecord, Evidence, Organisation, Service,
};
use lkks::region::{NeighbourhoodNumber, Place};
use lkks::{Date, Decimal, Period, Problem};
use std::str::FromStr;

/// One row under the headings.
pub(super) struct Row<'r, 't> {
    pub(super) reading: &'r mut Reading<'t>,
    pub(super) columns: &'r Columns,
    pub(super) record: &'r StringRecord,
    pub(super) index: usize,
    pub(super) start: Start,
}

impl<'r> Row<'r, '_> {
    /// Checks that it has as many cells as there are headings.
    pub(super) fn length(&mut self) {
        if self.record.len() != self.columns.count {
            let problem = Problem::error(Code::RowLength).value(self.record.len());
            let path = format!("rows[{}]", self.index);
            let problem = problem.expected(self.columns.count).at(path);
            self.reading.report(problem, self.start, Some(self.columns.count));
        }
    }

    fn report(&mut self, heading: &str, problem: Problem) {
        let path = format!("rows[{}].{heading}", self.index);
        self.reading.report(problem.at(path), self.start, self.columns.position(heading));
    }

    /// The text of a cell, nothing where it is empty.
    fn cell(&self, column: Option<usize>) -> Option<&'r str> {
        let cell = self.record.get(column?)?;
        (!cell.is_empty()).then(|| cell::restored(cell))
    }

    fn text(&self, field: Field) -> Option<String> {
        self.cell(self.columns.position(field.text())).map(str::to_owned)
    }

    fn value<T: FromStr<Err = Problem>>(&mut self, field: Field) -> Option<T> {
        let cell = self.cell(self.columns.position(field.text()))?;
        cell.parse().map_err(|problem| self.report(field.text(), problem)).ok()
    }

    /// The organisation it holds, without what could not be read.
    pub(super) fn organisation(&mut self) -> Organisation {
        let registration =
            [Field::RegistrationNumber, Field::RegistrationIssued, Field::RegistrationLastDay];
        let permit = [Field::PermitNumber, Field::PermitIssued, Field::PermitLastDay];
        let certificates = [
            self.certificate(CertificateKind::Registration, registration),
            self.certificate(CertificateKind::OperatingPermit, permit),
        ];
        Organisation {
            id: self.needed(Field::Id),
            name: self.needed(Field::Name),
            earlier_names: Vec::new(),
            legal_form: self.value(Field::LegalForm),
            kind: self.value(Field::Kind),
            founded: self.value(Field::Founded),
            place: self.place(),
            services: self.services(),
            deeds: Vec::new(),
            approvals: Vec::new(),
            certificates: certificates.into_iter().flatten().collect(),
            accreditations: self.accreditation().into_iter().collect(),
            applications: Vec::new(),
            warnings: Vec::new(),
            documents: self.documents(),
            evidence: self.evidence(),
            source: None,
        }
    }

    fn needed(&mut self, field: Field) -> String {
        let text = self.text(field);
        // Where the heading is missing, that is told once and not in every row.
        if text.is_none() && self.columns.position(field.text()).is_some() {
            self.report(field.text(), Problem::error(Code::MissingField).expected(field.text()));
        }
        text.unwrap_or_default()
    }

    /// The day that makes a thing one; its absence is a problem where anything else of it is there.
    fn day<T: FromStr<Err = Problem>>(&mut self, field: Field, others: &[Field]) -> Option<T> {
        let column = self.columns.position(field.text());
        if self.cell(column).is_none() && others.iter().any(|other| self.text(*other).is_some()) {
            self.report(field.text(), Problem::error(Code::MissingField).expected(field.text()));
        }
        self.value(field)
    }

    /// Its membership, where it ever joined.
    pub(super) fn membership(&mut self, id: &str) -> Option<Membership> {
        let first: Option<Date> = self.day(Field::Joined, &[Field::Left]);
        let last = self.value(Field::Left);
        match Period::new(first?, last) {
            Ok(period) => Some(Membership { organisation: id.to_owned(), period, reason: None }),
            Err(error) => {
                let problems = error.problems().iter().cloned();
                problems.for_each(|problem| self.report(Field::Left.text(), problem));
                None
            }
        }
    }

    fn place(&mut self) -> Option<Place> {
        let others = [Field::Rw, Field::Rt, Field::Address];
        let region = self.text(Field::Region);
        if region.is_none() && others.iter().any(|other| self.text(*other).is_some()) {
            let problem = Problem::error(Code::MissingField).expected(Field::Region.text());
            self.report(Field::Region.text(), problem);
        }
        let region = self.value(Field::Region);
        let (rw, rt) = (self.neighbourhood(Field::Rw), self.neighbourhood(Field::Rt));
        Some(Place { region: region?, rw, rt, address: self.text(Field::Address) })
    }

    fn neighbourhood(&mut self, field: Field) -> Option<NeighbourhoodNumber> {
        let text = self.text(field)?;
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if is_number { text.parse().ok() } else { None };
        let read = match number {
            Some(number) => NeighbourhoodNumber::new(number),
            None => Err(Problem::error(Code::OutOfRange).value(&text).expected("1–999")),
        };
        read.map_err(|problem| self.report(field.text(), problem)).ok()
    }

    fn services(&mut self) -> Vec<Service> {
        let words = self.text(Field::Categories).unwrap_or_default();
        let mut services = Vec::new();
        for word in words.split(';').filter(|_| !words.is_empty()) {
            match word.parse::<Category>() {
                Ok(category) => {
                    services.push(Service { category, setting: None, capacity: None, period: None })
                }
                Err(problem) => self.report(Field::Categories.text(), problem),
            }
        }
        services
    }

    fn certificate(
        &mut self,
        kind: CertificateKind,
        [number, issued, last_day]: [Field; 3],
    ) -> Option<Certificate> {
        let day = self.day(issued, &[number, last_day]);
        let (number, last_day) = (self.text(number), self.value(last_day));
        Some(Certificate { kind, number, issuer: None, issued: day?, last_day, revoked: None })
    }

    fn accreditation(&mut self) -> Option<Accreditation> {
        let (number, grade) = (Field::AccreditationNumber, Field::AccreditationGrade);
        let (score, last_day) = (Field::AccreditationScore, Field::AccreditationLastDay);
        let decided = self.day(Field::AccreditationDecided, &[number, grade, score, last_day]);
        let (score, last_day) = (self.value::<Decimal>(score), self.value(last_day));
        Some(Accreditation {
            number: self.text(number),
            body: None,
            grade: self.text(grade),
            score,
            decided: decided?,
            last_day,
            revoked: None,
            source: None,
        })
    }

    fn documents(&mut self) -> Vec<DocumentRecord> {
        let mut documents = Vec::new();
        for (document, column) in &self.columns.documents {
            let Some(cell) = self.cell(Some(*column)) else { continue };
            match yes_or_no(cell) {
                Some(present) => documents.push(DocumentRecord {
                    document: document.clone(),
                    present,
                    number: None,
                    issued: None,
                    last_day: None,
                    recorded: None,
                }),
                None => {
                    let problem = Problem::error(Code::UnknownValue).value(cell);
                    let problem = problem.expected("yes, no").suggest(["yes", "no"]);
                    self.report(&format!("{DOCUMENT}{document}"), problem);
                }
            }
        }
        documents
    }

    fn evidence(&mut self) -> Vec<Evidence> {
        let facts = self.columns.facts.iter();
        let known = facts.filter_map(|(fact, column)| Some((fact, self.cell(Some(*column))?)));
        let evidence = known.map(|(fact, cell)| Evidence {
            fact: fact.clone(),
            value: Some(scalar(cell)),
            from: None,
            until: None,
            source: None,
        });
        evidence.collect()
    }
}

fn yes_or_no(cell: &str) -> Option<bool> {
    match cell {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// What the cell of a fact stands for: yes or no, a number, or else a text.
///
/// What is a number but not written as one (`007`, `1.50`) is kept as a text, by its letters.
pub(crate) fn scalar(cell: &str) -> Scalar {
    let number = || cell.parse::<Decimal>().ok().filter(|number| number.to_string() == cell);
    match yes_or_no(cell) {
        Some(yes) => Scalar::Boolean(yes),
        None => number().map_or_else(|| Scalar::Text(cell.to_owned()), Scalar::Number),
    }
}
