//! The columns of the sheet of organisations, and the cells under them.

use super::cells::{Cell, is_read_again};
use crate::csv::scalar;
use crate::lost::Lost;
use crate::rest::{Open, plain};
use crate::table::field::Field;
use crate::value::grade::{GradeText, grade};
use crate::value::paper::{PaperText, paper};
use crate::value::presence::Presence;
use crate::value::tax_number::tax_number;
use crate::value::{Said, kind, legal_form, setting};
use crate::workbook;
use lkks::facts::Scalar;
use lkks::organisation::{CertificateKind, Organisation};
use lkks::region::{RegionCode, RegionLevel};
use lkks::{Lang, Period, Register};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The document that has a column of its own.
const TAX_NUMBER: &str = "npwp";

/// The sheet of organisations.
pub(super) struct Table {
    pub(super) fields: Vec<Field>,
    /// For each organisation its cells, in the order of the fields.
    pub(super) rows: Vec<Vec<Option<Cell>>>,
}

/// Fields that stand in every sheet, whether anything is known of them or not.
const ALWAYS: [Field; 9] = [
    Field::Id,
    Field::Name,
    Field::Kind,
    Field::LegalForm,
    Field::Address,
    Field::Categories,
    Field::Joined,
    Field::RegistrationLastDay,
    Field::AccreditationLastDay,
];

/// The order of the columns; documents and facts stand behind them.
const ORDER: [Field; 32] = [
    Field::Id,
    Field::Name,
    Field::Kind,
    Field::LegalForm,
    Field::Founded,
    Field::Region,
    Field::District,
    Field::Village,
    Field::Rw,
    Field::Rt,
    Field::Address,
    Field::Categories,
    Field::Setting,
    Field::Capacity,
    Field::Joined,
    Field::Left,
    Field::DeedNumber,
    Field::DeedIssued,
    Field::ApprovalNumber,
    Field::ApprovalIssued,
    Field::TaxNumber,
    Field::RegistrationNumber,
    Field::RegistrationIssued,
    Field::RegistrationLastDay,
    Field::PermitNumber,
    Field::PermitIssued,
    Field::PermitLastDay,
    Field::AccreditationNumber,
    Field::AccreditationGrade,
    Field::AccreditationScore,
    Field::AccreditationDecided,
    Field::AccreditationLastDay,
];

type Cells = HashMap<Field, Cell>;

/// The sheet of organisations of a register; what it does not hold goes to `lost`.
pub(super) fn table(register: &Register, lost: &Lost) -> Table {
    let data = register.data();
    rest_of_register(register, lost);
    let memberships = memberships(register, lost);
    let mut known: BTreeSet<Field> = BTreeSet::new();
    let mut rows = Vec::with_capacity(data.organisations.len());
    for (index, organisation) in data.organisations.iter().enumerate() {
        let path = format!("organisations[{index}]");
        let mut open = Open::object(path, organisation, lost);
        let mut row = Row { organisation, cells: Cells::new(), lost };
        row.fill(&mut open, &data.regions);
        if let Some(period) = memberships.get(organisation.id.as_str()) {
            row.cells.insert(Field::Joined, day(period.first()));
            let last = period.last().map(|last| (Field::Left, day(last)));
            row.cells.extend(last);
        }
        known.extend(
            row.cells.keys().filter(|field| !known.contains(field)).cloned().collect::<Vec<_>>(),
        );
        rows.push(row.cells);
    }
    let fixed = ORDER.iter().filter(|field| known.contains(field) || ALWAYS.contains(field));
    let named = known.iter().filter(|field| matches!(field, Field::Document(_) | Field::Fact(_)));
    let fields: Vec<Field> = fixed.chain(named).cloned().collect();
    let in_order = |mut cells: Cells| fields.iter().map(|field| cells.remove(field)).collect();
    let rows = rows.into_iter().map(in_order).collect();
    Table { fields, rows }
}

fn day(day: lkks::Date) -> Cell {
    Cell::date(&day.to_string()).unwrap_or(Cell::Day(day))
}

/// What stands beside the organisations and has no sheet.
fn rest_of_register(register: &Register, lost: &Lost) {
    let data = register.data();
    let mut body = Open::object("body".to_owned(), &data.body, lost);
    for held in ["name", "level", "region"] {
        body.take(held);
    }
    let lists = [
        ("regions", data.regions.len()),
        ("terms", data.terms.as_slice().len()),
        ("cases", data.cases.len()),
        ("activities", data.activities.len()),
    ];
    for (path, count) in lists.into_iter().filter(|(_, count)| *count > 0) {
        lost.at(path, count);
    }
}

/// The latest membership of each organisation.
fn memberships<'a>(register: &'a Register, lost: &Lost) -> HashMap<&'a str, Period> {
    let all = &register.data().memberships;
    let mut latest: HashMap<&str, (usize, Period)> = HashMap::new();
    for (index, membership) in all.iter().enumerate() {
        let entry = (index, membership.period);
        let kept = latest.entry(&membership.organisation).or_insert(entry);
        if kept.1.first() < membership.period.first() {
            *kept = entry;
        }
    }
    for (index, membership) in all.iter().enumerate() {
        let path = format!("memberships[{index}]");
        if latest.get(membership.organisation.as_str()).is_none_or(|(kept, _)| *kept != index) {
            lost.at(path, &membership.organisation);
        } else if let Some(reason) = &membership.reason {
            lost.at(format!("{path}.reason"), reason);
        }
    }
    latest.into_iter().map(|(id, (_, period))| (id, period)).collect()
}

/// The cells of one organisation.
struct Row<'a, 'l> {
    organisation: &'a Organisation,
    cells: Cells,
    lost: &'l Lost,
}

impl Row<'_, '_> {
    fn fill(&mut self, open: &mut Open<'_>, regions: &BTreeMap<RegionCode, String>) {
        self.text(Field::Id, open, "id");
        self.text(Field::Name, open, "name");
        if let Some(form) = self.organisation.legal_form {
            open.take("legal_form");
            self.put(Field::LegalForm, legal_form::word(form));
        }
        if let Some(of) = self.organisation.kind {
            open.take("kind");
            self.put(Field::Kind, kind::word(of));
        }
        self.date(Field::Founded, open, "founded");
        self.place(open, regions);
        self.services(open);
        self.papers(open);
        let certificates = open.list("certificates");
        let registration =
            [Field::RegistrationNumber, Field::RegistrationIssued, Field::RegistrationLastDay];
        let permit = [Field::PermitNumber, Field::PermitIssued, Field::PermitLastDay];
        self.certificates(certificates, [registration, permit]);
        self.accreditations(open.list("accreditations"));
        self.documents(open.list("documents"));
        self.evidence(open.list("evidence"));
    }

    fn put(&mut self, field: Field, text: &str) {
        self.cells.insert(field, Cell::Text(text.to_owned()));
    }

    /// A text of `open`. One that would be read as another is written all the same, and told.
    fn text(&mut self, field: Field, open: &mut Open<'_>, name: &str) {
        let path = open.path_of(name);
        let Some(text) = open.text(name) else { return };
        let cell = Cell::text(text).unwrap_or_else(|text| {
            self.lost.at(path, &text);
            Cell::Text(super::cells::cut(&text))
        });
        if !matches!(&cell, Cell::Text(text) if text.is_empty()) {
            self.cells.insert(field, cell);
        }
    }

    /// The number of a paper. One that would be read as more than a number is told.
    fn number(&mut self, field: Field, open: &mut Open<'_>) {
        let path = open.path_of("number");
        let Some(text) = open.see("number").and_then(plain) else { return };
        let read = paper(workbook::Cell::Text(&text), workbook::Epoch::Of1900);
        let own = |read: &PaperText| read.number.as_ref() == Some(&text);
        let alone = |read: &PaperText| read.issued.is_none() && read.last.is_none();
        let is_same = matches!(&read, Said::Value(read) if own(read) && alone(read));
        if !is_same && is_read_again(&text) {
            self.lost.at(path, &text);
        }
        self.text(field, open, "number");
    }

    fn date(&mut self, field: Field, open: &mut Open<'_>, name: &str) {
        let cell = open.text(name).and_then(|text| Cell::date(&text));
        self.cells.extend(cell.map(|cell| (field, cell)));
    }

    fn place(&mut self, open: &mut Open<'_>, regions: &BTreeMap<RegionCode, String>) {
        let Some(mut place) = open.open("place") else { return };
        let region = self.organisation.place.as_ref().map(|place| &place.region);
        self.text(Field::Region, &mut place, "region");
        let levels =
            [(RegionLevel::District, Field::District), (RegionLevel::Village, Field::Village)];
        for (level, field) in levels {
            let code = region.and_then(|region| region.at(level));
            if let Some(name) = code.and_then(|code| regions.get(&code)) {
                self.put(field, name);
            }
        }
        for (name, field) in [("rw", Field::Rw), ("rt", Field::Rt)] {
            let number = place.take(name).and_then(|number| number.as_f64());
            self.cells.extend(number.map(|number| (field, Cell::Number(number))));
        }
        self.text(Field::Address, &mut place, "address");
    }

    /// Categories in one cell; a setting where it is that of all, a capacity where there is one
    /// service.
    fn services(&mut self, open: &mut Open<'_>) {
        let mut services = open.list("services");
        let lasting = self.organisation.services.iter().filter(|service| service.period.is_none());
        let lasting: Vec<_> = lasting.collect();
        let first = lasting.first().and_then(|service| service.setting);
        let same = lasting.iter().all(|service| service.setting == first);
        let mut names = Vec::new();
        for (service, mut open) in self.organisation.services.iter().zip(services.drain(..)) {
            if service.period.is_some() {
                open.leave(service.category);
                continue;
            }
            open.take("category");
            names.push(service.category.name(Lang::Id));
            if same {
                open.take("setting");
            }
            if lasting.len() == 1
                && let Some(capacity) = open.take("capacity").and_then(|value| value.as_f64())
            {
                self.cells.insert(Field::Capacity, Cell::Number(capacity));
            }
        }
        if !names.is_empty() {
            self.put(Field::Categories, &names.join("; "));
        }
        if let (true, Some(first)) = (same, first) {
            self.put(Field::Setting, setting::word(first));
        }
    }

    fn papers(&mut self, open: &mut Open<'_>) {
        let organisation = self.organisation;
        let papers = [
            ("deeds", &organisation.deeds, Field::DeedNumber, Field::DeedIssued),
            ("approvals", &organisation.approvals, Field::ApprovalNumber, Field::ApprovalIssued),
        ];
        for (list, typed, number, issued) in papers {
            let latest = latest(typed.iter().map(|paper| Some(paper.issued)));
            for (index, mut open) in open.list(list).into_iter().enumerate() {
                if Some(index) != latest {
                    let number = open.see("number").and_then(plain).unwrap_or_default();
                    open.leave(number);
                    continue;
                }
                self.number(number.clone(), &mut open);
                self.date(issued.clone(), &mut open, "issued");
            }
        }
    }

    fn certificates(&mut self, all: Vec<Open<'_>>, fields: [[Field; 3]; 2]) {
        let organisation = self.organisation;
        let kinds = [CertificateKind::Registration, CertificateKind::OperatingPermit];
        let latest = kinds.map(|kind| {
            let days = organisation.certificates.iter();
            latest(days.map(|held| (held.kind == kind).then(|| held.issued.latest())))
        });
        let mut all: Vec<Option<Open<'_>>> = all.into_iter().map(Some).collect();
        for (latest, fields) in latest.into_iter().zip(fields) {
            let Some(index) = latest else { continue };
            let Some(mut open) = all.get_mut(index).and_then(Option::take) else { continue };
            if organisation.certificates.get(index).is_some_and(|held| held.revoked.is_some()) {
                all[index] = Some(open);
                continue;
            }
            let [number, issued, last] = fields;
            open.take("kind");
            self.number(number, &mut open);
            self.date(issued, &mut open, "issued");
            self.date(last, &mut open, "last_day");
        }
        for open in all.into_iter().flatten() {
            let kind = open.see("kind").and_then(plain);
            let told = open.see("number").and_then(plain).or(kind).unwrap_or_default();
            open.leave(told);
        }
    }

    fn accreditations(&mut self, all: Vec<Open<'_>>) {
        let typed = &self.organisation.accreditations;
        let latest = latest(typed.iter().map(|held| Some(held.decided.latest())));
        for (index, mut open) in all.into_iter().enumerate() {
            let decided = open.see("decided").and_then(plain).unwrap_or_default();
            if Some(index) != latest || open.see("revoked").is_some() {
                open.leave(decided);
                continue;
            }
            self.number(Field::AccreditationNumber, &mut open);
            self.grade(&mut open);
            if let Some(score) = open.text("score").and_then(|score| score.parse().ok()) {
                self.cells.insert(Field::AccreditationScore, Cell::Number(score));
            }
            self.date(Field::AccreditationDecided, &mut open, "decided");
            self.date(Field::AccreditationLastDay, &mut open, "last_day");
        }
    }

    fn grade(&mut self, open: &mut Open<'_>) {
        let Some(text) = open.see("grade").and_then(plain) else { return };
        let read = grade(workbook::Cell::Text(&text));
        let is_same =
            matches!(read, Said::Value(read) if read.grade == GradeText::Grade(text.clone()));
        // Another word would be read as another grade, or as none.
        if is_same {
            open.take("grade");
            self.put(Field::AccreditationGrade, &text);
        }
    }

    /// Of the records of a document the one that counts, as in the plain CSV.
    fn documents(&mut self, all: Vec<Open<'_>>) {
        let typed = &self.organisation.documents;
        for (index, mut open) in all.into_iter().enumerate() {
            let Some(record) = typed.get(index) else { continue };
            let day =
                |index: usize| typed.get(index).and_then(|other| other.issued.or(other.recorded));
            let same = (0..typed.len())
                .filter(|other| typed.get(*other).is_some_and(|of| of.document == record.document));
            let is_latest = same.clone().all(|other| other == index || day(other) < day(index));
            if !is_latest || record.last_day.is_some() || !is_read_again(&record.document) {
                open.leave(&record.document);
                continue;
            }
            open.take("document");
            open.take("present");
            let number =
                open.see("number").and_then(plain).filter(|_| record.document == TAX_NUMBER);
            let number = number.filter(|number| {
                let read = tax_number(workbook::Cell::Text(number));
                record.present && matches!(read, Said::Value(read) if read == *number)
            });
            if let Some(number) = number {
                open.take("number");
                self.put(Field::TaxNumber, &number);
                continue;
            }
            let word = if record.present { Presence::Yes } else { Presence::No };
            let field = match record.document.as_str() {
                TAX_NUMBER => Field::TaxNumber,
                name => Field::Document(name.into()),
            };
            self.put(field, word.word());
        }
    }

    /// Of the values of a fact the one that started last, as in the plain CSV.
    fn evidence(&mut self, all: Vec<Open<'_>>) {
        let typed = &self.organisation.evidence;
        for (index, mut open) in all.into_iter().enumerate() {
            let Some(evidence) = typed.get(index) else { continue };
            let from = |index: usize| typed.get(index).and_then(|other| other.from);
            let same = (0..typed.len())
                .filter(|other| typed.get(*other).is_some_and(|of| of.fact == evidence.fact));
            let is_latest = same.clone().all(|other| other == index || from(other) < from(index));
            let cell = open.see("value").and_then(fact);
            match cell {
                Some(cell)
                    if is_latest && evidence.until.is_none() && is_read_again(&evidence.fact) =>
                {
                    open.take("fact");
                    open.take("value");
                    self.cells.insert(Field::Fact(evidence.fact.as_str().into()), cell);
                }
                _ => open.leave(&evidence.fact),
            }
        }
    }
}

/// The cell that is read as this value, if there is one.
fn fact(value: &Value) -> Option<Cell> {
    match value {
        Value::Bool(yes) => Some(Cell::YesNo(*yes)),
        Value::Number(number) => number.as_f64().map(Cell::Number),
        Value::String(text) => {
            // What is written as a number, or as yes or no, is read as one.
            let is_word = scalar(text) == Scalar::Text(text.clone());
            (is_word && is_read_again(text)).then(|| Cell::Text(text.clone()))
        }
        _ => None,
    }
}

/// Which has the latest day; of several the last one.
fn latest<T: Ord>(days: impl Iterator<Item = Option<T>>) -> Option<usize> {
    let days = days.enumerate().filter_map(|(index, day)| Some((day?, index)));
    days.max().map(|(_, index)| index)
}
