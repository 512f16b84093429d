//! An organisation put together of what the cells of its rows say.

use super::super::field::Field;
use super::super::layout::Role;
use super::super::papers::PaperParts;
use super::super::report::Report;
use super::super::sums;
use super::{Planned, Row, Table};
use crate::value::legal_form::word;
use crate::value::name::hints;
use crate::value::place::{PlacePart, PlaceParts, Places};
use crate::value::text::told;
use crate::workbook::Cell;
use lkks::message::Code;
use lkks::organisation::{CertificateKind, Organisation, Paper, Service, Setting};
use lkks::region::Place;
use lkks::{Date, Problem};

/// An organisation as a row says it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) organisation: Organisation,
    pub(crate) joined: Option<Date>,
    pub(crate) left: Option<Date>,
    /// Which table, and the first row of it, from 0.
    pub(crate) origin: (usize, u32),
}

impl Draft {
    /// Takes what further rows of the same organisation say.
    pub(super) fn continue_with(&mut self, more: Self, table: &Table<'_>, report: &mut Report) {
        let row = more.origin.1;
        let (mine, more) = (&mut self.organisation, more.organisation);
        mine.services.extend(
            more.services
                .into_iter()
                .filter(|service| !mine.services.contains(service))
                .collect::<Vec<_>>(),
        );
        mine.deeds.extend(more.deeds);
        mine.approvals.extend(more.approvals);
        mine.certificates.extend(more.certificates);
        mine.accreditations.extend(more.accreditations);
        mine.documents.extend(more.documents);
        for (fact, problem) in sums::together(&mut mine.evidence, more.evidence) {
            let column = fact.parse().ok().and_then(|field| table.column(&field));
            let column = column.or_else(|| table.column(&Field::Name));
            table.tell(report, row, column.map_or(0, |column| column.index), problem.at(fact));
        }
    }
}

impl<'t> Row<'_, 't, '_> {
    pub(super) fn draft(mut self, group: Option<&str>, places: &mut Places) -> Draft {
        let origin = (self.table.number, self.row);
        let is_more = self.table.layout.roles.get(self.row as usize) == Some(&Role::Continued);
        let is_told =
            self.table.column(&Field::Name).is_some_and(|name| self.told.contains(&name.index));
        if self.seen.name.is_none() && !is_more && !is_told {
            let problem = Problem::error(Code::MissingField).expected(Field::Name.told());
            self.tell_of(&[Field::Name], problem);
        }
        let place = self.resolved(group, places);
        let services = self.services();
        if let Some(problem) = sums::differs(&self.seen.evidence) {
            self.tell_of(&[Field::Clients], problem);
        }
        let mut seen = std::mem::take(&mut self.seen);
        let papers = [&mut seen.registration, &mut seen.permit, &mut seen.accreditation.paper];
        for (column, problem) in papers.into_iter().filter_map(PaperParts::take_length) {
            self.tell_at(column, problem);
        }
        let name = seen.name.take().unwrap_or_default();
        // What a name says of the kind or the legal form counts where no column is there to say it.
        let mut hints = hints(&name);
        if let (Some(form), Some(named)) = (seen.legal_form, hints.legal_form)
            && form != named
        {
            let problem = Problem::warning(Code::Contradiction).value(word(form));
            self.tell_of(&[Field::LegalForm], problem.expected(told(&name)));
        }
        hints.legal_form.take_if(|_| self.table.column(&Field::LegalForm).is_some());
        hints.kind.take_if(|_| self.table.column(&Field::Kind).is_some());
        let deeds = [Field::DeedNumber, Field::Deed, Field::DeedIssued];
        let deeds = self.held_paper(&deeds, seen.deed);
        let approvals = [Field::ApprovalNumber, Field::Approval, Field::ApprovalIssued];
        let approvals = self.held_paper(&approvals, seen.approval);
        let registration = seen
            .registration
            .certificate(CertificateKind::Registration, &Field::RegistrationIssued);
        let registration = self.held(
            &[
                Field::RegistrationNumber,
                Field::Registration,
                Field::RegistrationIssued,
                Field::RegistrationLastDay,
            ],
            registration,
        );
        let permit =
            seen.permit.certificate(CertificateKind::OperatingPermit, &Field::PermitIssued);
        let permit = self.held(
            &[Field::PermitNumber, Field::Permit, Field::PermitIssued, Field::PermitLastDay],
            permit,
        );
        let accreditation = self.held(
            &[
                Field::AccreditationGrade,
                Field::Accreditation,
                Field::AccreditationNumber,
                Field::AccreditationScore,
                Field::AccreditationDecided,
                Field::AccreditationLastDay,
            ],
            seen.accreditation.accreditation(),
        );
        // There are as many organisations as rows, so that what is kept in reserve adds up.
        seen.documents.shrink_to_fit();
        seen.evidence.shrink_to_fit();
        let organisation = Organisation {
            id: seen.id.unwrap_or_default(),
            name,
            earlier_names: Vec::new(),
            legal_form: seen.legal_form.or(hints.legal_form),
            kind: seen.kind.or(hints.kind),
            founded: seen.founded,
            place,
            services,
            deeds: deeds.into_iter().collect(),
            approvals: approvals.into_iter().collect(),
            certificates: registration.into_iter().chain(permit).collect(),
            accreditations: accreditation.into_iter().collect(),
            applications: Vec::new(),
            warnings: Vec::new(),
            documents: seen.documents,
            evidence: seen.evidence,
            source: None,
        };
        Draft { organisation, joined: seen.joined, left: seen.left, origin }
    }

    /// A deed or an approval.
    fn held_paper(&mut self, fields: &[Field], parts: PaperParts) -> Option<Paper> {
        let made = parts.paper().map(|(paper, told)| {
            if let Some((column, problem)) = told {
                self.tell_at(column, problem);
            }
            paper
        });
        self.held(fields, made)
    }

    /// What could be put together. What could not is told at each of its cells; where it names all
    /// that they say, at the first of them.
    fn held<T>(&mut self, fields: &[Field], made: Result<Option<T>, Problem>) -> Option<T> {
        made.unwrap_or_else(|problem| {
            let table = self.table;
            let is_filled = |column: &&Planned| {
                let under = table.layout.under;
                table.merged.under(table.sheet, under, self.row, column.index) != Cell::Empty
            };
            let columns = fields.iter().filter_map(|field| table.column(field)).filter(is_filled);
            // What is wrong in a cell already is why.
            let columns = columns.filter(|column| !self.told.contains(&column.index));
            let most = if problem.code == Code::PaperNotKept { 1 } else { fields.len() };
            for column in columns.take(most).collect::<Vec<_>>() {
                self.tell(column, problem.clone());
            }
            None
        })
    }

    fn resolved(&mut self, group: Option<&str>, places: &mut Places) -> Option<Place> {
        let texts = std::mem::take(&mut self.seen.place);
        let said = places.resolve(PlaceParts {
            code: texts.get(PlacePart::Code),
            province: texts.get(PlacePart::Province),
            regency: texts.get(PlacePart::Regency),
            district: texts.get(PlacePart::District).or(group),
            village: texts.get(PlacePart::Village),
            rt: texts.get(PlacePart::Rt),
            rw: texts.get(PlacePart::Rw),
            address: texts.get(PlacePart::Address),
        });
        for (part, problem) in said.problems {
            let field = match part {
                PlacePart::Code => Field::Region,
                PlacePart::Province => Field::Province,
                PlacePart::Regency => Field::Regency,
                PlacePart::District => Field::District,
                PlacePart::Village => Field::Village,
                PlacePart::Rw => Field::Rw,
                PlacePart::Rt => Field::Rt,
                PlacePart::Address => Field::Address,
            };
            self.tell_of(&[field], problem);
        }
        let kept = [PlacePart::Address, PlacePart::Rw, PlacePart::Rt];
        if said.region.is_none() && kept.iter().any(|part| texts.get(*part).is_some()) {
            // A place is one in some region.
            let problem = Problem::error(Code::MissingField).expected(Field::Region.told());
            self.tell_of(&[Field::Address, Field::Rw, Field::Rt], problem);
        }
        let address = texts.get(PlacePart::Address).map(str::to_owned);
        Some(Place { region: said.region?, rw: said.rw, rt: said.rt, address })
    }

    fn services(&mut self) -> Vec<Service> {
        let fields = [Field::Setting, Field::Inside, Field::Outside];
        let marked = match (self.seen.inside, self.seen.outside) {
            (Some(true), Some(true)) => {
                // A service is given in one setting, and which is in which is not said.
                let problem = Problem::warning(Code::NotHeld).value("Dalam Panti + Luar Panti");
                self.tell_of(&fields[1..], problem.expected(Field::Setting.told()));
                None
            }
            (Some(true), _) => Some(Setting::Inside),
            (_, Some(true)) => Some(Setting::Outside),
            _ => None,
        };
        let setting = self.seen.setting.or(marked);
        if setting.is_some() && self.seen.categories.is_empty() {
            let problem = Problem::warning(Code::MissingField).expected(Field::Categories.told());
            self.tell_of(&fields, problem);
        }
        let seen = &mut self.seen;
        let categories = std::mem::take(&mut seen.categories);
        let mut capacity = seen.capacity.take();
        // Of several services it is not said which one it is of.
        if categories.len() != 1
            && let Some(capacity) = capacity.take()
        {
            self.number("capacity", capacity);
        }
        let service = |category| Service { category, setting, capacity, period: None };
        categories.into_iter().map(service).collect()
    }
}
