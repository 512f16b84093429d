//! The rows of a table, each an organisation with what is doubtful in it.

use super::ditto;
use super::field::Field;
use super::layout::{Layout, Role};
use super::merged::Merged;
use super::papers::{AccreditationParts, PaperParts};
use super::report::{Report, shown};
use crate::parallel::each;
use crate::value::Said;
use crate::value::category::categories;
use crate::value::date::{DateText, Incomplete, date, day, last_date};
use crate::value::kind::kind;
use crate::value::legal_form::legal_form;
use crate::value::number::{count, decimal, men_and_women};
use crate::value::place::{PlacePart, PlaceParts, Places};
use crate::value::presence::{Presence, presence};
use crate::value::setting::setting;
use crate::value::text::{formula, is_dash, note_as, read_as, text, told};
use crate::workbook::{Cell, Epoch, Sheet};
use lkks::category::Category;
use lkks::facts::Scalar;
use lkks::known_date::KnownDate;
use lkks::message::Code;
use lkks::organisation::{DocumentRecord, Evidence, Kind, LegalForm, Setting};
use lkks::problem::Severity;
use lkks::region::{RegionCode, RegionLevel};
use lkks::{Date, Decimal, Problem};
use memo::Memo;

mod draft;
mod memo;
mod papers;

pub(crate) use draft::Draft;

/// A column that is read.
#[derive(Clone, Debug)]
pub(crate) struct Planned {
    /// Which, from 0.
    pub(crate) index: u32,
    /// What it holds.
    pub(crate) field: Field,
    /// What to make of its incomplete dates.
    pub(crate) incomplete: Incomplete,
}

/// A table on its way into a register.
pub(crate) struct Table<'w> {
    /// Which sheet of the workbook.
    pub(crate) number: usize,
    pub(crate) sheet: &'w Sheet,
    pub(crate) merged: Merged,
    pub(crate) epoch: Epoch,
    pub(crate) layout: Layout,
    // INVARIANT: in the order of columns, no field twice.
    pub(crate) columns: Vec<Planned>,
}

impl Table<'_> {
    /// The column of this field.
    pub(crate) fn column(&self, field: &Field) -> Option<&Planned> {
        self.columns.iter().find(|column| column.field == *field)
    }

    /// Tells of a cell.
    pub(crate) fn tell(&self, report: &mut Report, row: u32, column: u32, problem: Problem) {
        report.cell(&self.sheet.name, row, column, problem);
    }

    /// The organisations of its rows, put behind `drafts`.
    pub(crate) fn read(
        &self,
        context: Option<&RegionCode>,
        threads: usize,
        report: &mut Report,
        drafts: &mut Vec<Draft>,
    ) {
        let rows = self.rows(&mut Places::new(context.cloned()), report);
        let parts = parts(&rows);
        let part =
            |rows: &&[Placed<'_>]| self.part(rows, Places::of_part(context.cloned(), parts.len()));
        for (told, mut read) in each(threads, &parts, part) {
            report.append(told);
            drafts.append(&mut read);
        }
    }

    /// The rows of organisations, each with the district that a line above it names.
    fn rows(&self, places: &mut Places, report: &mut Report) -> Vec<Placed<'_>> {
        // A sheet for each district is common.
        let mut group = district_in(&self.sheet.name, places);
        let mut rows = Vec::new();
        for (row, role) in (0u32..).zip(&self.layout.roles) {
            match role {
                Role::Group => group = self.group(row, places, report).or(group),
                Role::Data => rows.push(Placed { row, group, is_more: false }),
                Role::Continued => rows.push(Placed { row, group, is_more: true }),
                _ => {}
            }
        }
        rows
    }

    /// What some of the rows say.
    fn part(&self, rows: &[Placed<'_>], mut places: Places) -> (Report, Vec<Draft>) {
        let (mut memo, mut report) = (Memo::default(), Report::default());
        let mut drafts = Vec::with_capacity(rows.len());
        for Placed { row, group, is_more } in rows {
            let read = Row::of(self, *row, &mut report, &mut memo).draft(*group, &mut places);
            match drafts.last_mut().filter(|_: &&mut Draft| *is_more) {
                Some(last) => last.continue_with(read, self, &mut report),
                None => drafts.push(read),
            }
        }
        (report, drafts)
    }

    /// The district that a line between the rows names.
    fn group(&self, row: u32, places: &mut Places, report: &mut Report) -> Option<&str> {
        // Behind what counts groups, if that stands there.
        let (column, cell) = self.sheet.row(row).last()?;
        let Cell::Text(text) = cell else { return None };
        let district = district_in(text, places);
        if district.is_none() {
            let problem = Problem::warning(Code::UnusedText).value(told(text.trim()));
            self.tell(report, row, column, problem);
        }
        district
    }
}

/// A row of an organisation.
struct Placed<'s> {
    row: u32,
    /// The district that a line above it names.
    group: Option<&'s str>,
    /// Whether it is more of the organisation above.
    is_more: bool,
}

/// How many rows are read as one part. Were it to depend on the number of threads, so would what is
/// suggested where names are compared so often that it is given up.
const PART: usize = if cfg!(test) { 500 } else { 25_000 };

/// The rows in parts; what belongs together is not parted.
fn parts<'r, 's>(rows: &'r [Placed<'s>]) -> Vec<&'r [Placed<'s>]> {
    let (mut parts, mut rest) = (Vec::new(), rows);
    while rest.len() > PART {
        let more = rest.iter().skip(PART).take_while(|row| row.is_more).count();
        let (part, behind) = rest.split_at(PART + more);
        parts.push(part);
        rest = behind;
    }
    parts.push(rest);
    parts
}

/// The name of a district that a text is, but for a letter or number before it: `A. KEC. BARAT`.
fn district_in<'s>(text: &'s str, places: &mut Places) -> Option<&'s str> {
    let is_counted = |before: &&str| before.trim().chars().count() <= 3;
    let after = text.split_once(['.', ')']).filter(|(before, _)| is_counted(before));
    [Some(text), after.map(|(_, after)| after)].into_iter().flatten().find(|name| {
        let said = places.resolve(PlaceParts { district: Some(name), ..PlaceParts::default() });
        let level = said.region.map(|region| region.level());
        said.problems.is_empty() && level == Some(RegionLevel::District)
    })
}

/// The texts that say something of a place.
#[derive(Default)]
struct PlaceTexts([Option<String>; 8]);

impl PlaceTexts {
    fn put(&mut self, part: PlacePart, text: Option<String>) {
        self.0[part as usize] = text;
    }

    fn get(&self, part: PlacePart) -> Option<&str> {
        self.0[part as usize].as_deref()
    }
}

/// What the cells of one row say.
#[derive(Default)]
struct Seen {
    id: Option<String>,
    name: Option<String>,
    legal_form: Option<LegalForm>,
    kind: Option<Kind>,
    founded: Option<KnownDate>,
    place: PlaceTexts,
    categories: Vec<Category>,
    setting: Option<Setting>,
    inside: Option<bool>,
    outside: Option<bool>,
    capacity: Option<u32>,
    deed: PaperParts,
    approval: PaperParts,
    registration: PaperParts,
    permit: PaperParts,
    accreditation: AccreditationParts,
    documents: Vec<DocumentRecord>,
    evidence: Vec<Evidence>,
    joined: Option<Date>,
    left: Option<Date>,
}

struct Row<'r, 't, 'w> {
    table: &'t Table<'w>,
    row: u32,
    report: &'r mut Report,
    memo: &'r mut Memo<'t>,
    seen: Seen,
    /// The columns of this row whose cells say nothing that could be read, which is told.
    told: Vec<u32>,
}

impl<'r, 't, 'w> Row<'r, 't, 'w> {
    fn of(table: &'t Table<'w>, row: u32, report: &'r mut Report, memo: &'r mut Memo<'t>) -> Self {
        let mut read = Self { table, row, report, memo, seen: Seen::default(), told: Vec::new() };
        let is_more = table.layout.roles.get(row as usize) == Some(&Role::Continued);
        let mut cells = table.sheet.row(row).peekable();
        for column in &table.columns {
            while cells.next_if(|(index, _)| *index < column.index).is_some() {}
            let own = cells.next_if(|(index, _)| *index == column.index).map(|(_, cell)| cell);
            let cell = match own {
                Some(cell) => cell,
                None if table.merged.is_empty() => continue,
                // What is merged over the rows of one organisation was read in its first.
                None if is_more
                    && table.merged.continues(table.layout.under, row, column.index) =>
                {
                    continue;
                }
                None => {
                    let under = table.layout.under;
                    table.merged.under(table.sheet, under, row, column.index)
                }
            };
            let cell = read.meant(column, cell);
            match cell {
                Cell::Empty => {}
                Cell::Error(error) => {
                    let mut problem = formula(error);
                    // Nothing is missing where nothing is kept.
                    if !column.field.is_held() {
                        problem.severity = Severity::Note;
                    }
                    read.tell(column, problem);
                }
                cell => read.cell(column, cell),
            }
        }
        read
    }

    /// A cell, or the one above it where it says no more than "the same".
    fn meant(&mut self, column: &Planned, cell: Cell<'t>) -> Cell<'t> {
        let Cell::Text(text) = cell else { return cell };
        if !ditto::is_ditto(text) {
            return cell;
        }
        let above = ditto::above(self.table, self.row, column.index);
        if above != Cell::Empty {
            let problem = Problem::note(Code::DoubtfulValue).value(text.trim());
            let problem = problem.expected(told(&shown(above))).at(column.field.to_string());
            self.table.tell(self.report, self.row, column.index, problem);
            return above;
        }
        cell
    }

    fn tell(&mut self, column: &Planned, problem: Problem) {
        let path =
            if problem.path.is_empty() { column.field.to_string() } else { problem.path.clone() };
        if problem.severity == Severity::Error {
            self.told.push(column.index);
        }
        self.table.tell(self.report, self.row, column.index, problem.at(path));
    }

    /// Tells at the column of a field, or at the name where there is no such column.
    fn tell_of(&mut self, fields: &[Field], problem: Problem) {
        let table = self.table;
        let column = fields.iter().find_map(|field| table.column(field));
        if let Some(column) = column.or_else(|| table.column(&Field::Name)) {
            self.tell(column, problem);
        }
    }
}

/// The last day of what has none.
const FOR_EVER: &str = "9999-12-31";

// Reading cells.
impl<'t> Row<'_, 't, '_> {
    /// The value of a cell, what is doubtful told.
    fn said<T>(&mut self, column: &Planned, said: Said<T>) -> Option<T> {
        match said {
            Said::Value(value) => Some(value),
            Said::Doubtful(value, problem) => {
                self.tell(column, problem);
                Some(value)
            }
            Said::Nothing => None,
            Said::Problem(problem) => {
                self.told.push(column.index);
                self.tell(column, problem);
                None
            }
        }
    }

    fn cell(&mut self, column: &Planned, cell: Cell<'t>) {
        match &column.field {
            Field::Id => self.seen.id = self.said(column, text(cell)),
            Field::Name => self.seen.name = self.said(column, text(cell)),
            Field::LegalForm => {
                let said = self.memo.legal_forms.said(cell, legal_form);
                self.seen.legal_form = self.said(column, said);
            }
            Field::Kind => {
                let said = self.memo.kinds.said(cell, kind);
                self.seen.kind = self.said(column, said);
            }
            Field::Founded => self.seen.founded = self.date(column, cell),
            Field::Region => self.place(PlacePart::Code, column, cell),
            Field::Province => self.place(PlacePart::Province, column, cell),
            Field::Regency => self.place(PlacePart::Regency, column, cell),
            Field::District => self.place(PlacePart::District, column, cell),
            Field::Village => self.place(PlacePart::Village, column, cell),
            Field::Rw => self.place(PlacePart::Rw, column, cell),
            Field::Rt => self.place(PlacePart::Rt, column, cell),
            Field::Address => self.place(PlacePart::Address, column, cell),
            Field::Categories => {
                let said = self.memo.categories.said(cell, categories);
                self.seen.categories = self.said(column, said).unwrap_or_default();
            }
            Field::Setting => {
                let said = self.memo.settings.said(cell, setting);
                self.seen.setting = self.said(column, said);
            }
            Field::Inside => {
                self.seen.inside = self.marked_or_counted(column, cell, "clients_inside")
            }
            Field::Outside => {
                self.seen.outside = self.marked_or_counted(column, cell, "clients_outside")
            }
            Field::Capacity => self.seen.capacity = self.said(column, count(cell)),
            Field::Clients => self.clients(column, cell),
            Field::ClientsMale => self.clients_of_one_sex(column, cell, |(men, _)| men),
            Field::ClientsFemale => self.clients_of_one_sex(column, cell, |(_, women)| women),
            Field::Joined => self.seen.joined = self.day(column, cell),
            Field::Left => self.seen.left = self.day(column, cell),
            Field::Deed
            | Field::DeedNumber
            | Field::DeedIssued
            | Field::Approval
            | Field::ApprovalNumber
            | Field::ApprovalIssued
            | Field::Registration
            | Field::RegistrationNumber
            | Field::RegistrationIssued
            | Field::RegistrationLastDay
            | Field::Permit
            | Field::PermitNumber
            | Field::PermitIssued
            | Field::PermitLastDay
            | Field::AccreditationNumber
            | Field::AccreditationDecided
            | Field::AccreditationLastDay => self.part_of_paper(column, cell),
            Field::Accreditation | Field::AccreditationGrade => self.grade(column, cell),
            Field::AccreditationScore => self.score(column, cell),
            Field::TaxNumber => self.tax_number(column, cell),
            Field::Document(name) => self.document(name, column, cell),
            Field::Fact(name) => self.fact(name, column, cell),
            Field::RowNumber
            | Field::Chair
            | Field::Phone
            | Field::Email
            | Field::NationalIdentityNumber
            | Field::Note => {}
        }
    }

    fn place(&mut self, part: PlacePart, column: &Planned, cell: Cell<'t>) {
        // The texts are kept as they stand: what they mean follows from all of them together.
        let said = text(cell);
        let text = self.said(column, said);
        self.seen.place.put(part, text);
    }

    /// A date as far as it is known, or as the mapping says to take it.
    fn date(&mut self, column: &Planned, cell: Cell<'_>) -> Option<KnownDate> {
        self.dated(column, cell, date(cell, self.table.epoch))
    }

    /// The last day of a period that may be written as a whole.
    fn last_day(&mut self, column: &Planned, cell: Cell<'_>) -> Option<KnownDate> {
        self.dated(column, cell, last_date(cell, self.table.epoch))
    }

    fn dated(
        &mut self,
        column: &Planned,
        cell: Cell<'_>,
        said: Said<DateText>,
    ) -> Option<KnownDate> {
        let is_partial = |known: &KnownDate| known.day().is_none();
        match &said {
            Said::Value(DateText::Known(known)) | Said::Doubtful(DateText::Known(known), _)
                if is_partial(known) && column.incomplete != Incomplete::Refuse =>
            {
                return self.day(column, cell).map(KnownDate::from);
            }
            _ => {}
        }
        match self.said(column, said)? {
            DateText::Known(known) => Some(known),
            DateText::Forever => {
                let problem = Problem::note(Code::DoubtfulDate).value(shown(cell));
                self.tell(column, problem.expected(FOR_EVER));
                FOR_EVER.parse().ok()
            }
        }
    }

    fn day(&mut self, column: &Planned, cell: Cell<'_>) -> Option<Date> {
        let said = day(cell, self.table.epoch, column.incomplete);
        self.said(column, said)
    }

    fn evidence(&mut self, fact: &str, value: Scalar) {
        self.seen.evidence.push(Evidence {
            fact: fact.to_owned(),
            value: Some(value),
            from: None,
            until: None,
            source: None,
        });
    }

    fn counted(&mut self, column: &Planned, cell: Cell<'_>, fact: &str) {
        if let Some(count) = self.said(column, count(cell)) {
            self.number(fact, count);
        }
    }

    /// All clients; men and women among them where no columns are there for them.
    fn clients(&mut self, column: &Planned, cell: Cell<'_>) {
        let parts = [Field::ClientsMale, Field::ClientsFemale];
        let is_alone = !parts.iter().any(|field| self.table.column(field).is_some());
        let both = counts_in(cell).filter(|_| is_alone);
        let Some((men, women, sum)) =
            both.and_then(|(men, women)| Some((men, women, men.checked_add(women)?)))
        else {
            return self.counted(column, cell, "clients");
        };
        let read = format!("L {men} + P {women} = {sum}");
        self.tell(column, note_as(&shown(cell), read));
        for (fact, count) in [("clients", sum), ("clients_male", men), ("clients_female", women)] {
            self.number(fact, count);
        }
    }

    /// The men or the women, of which a cell may count both.
    fn clients_of_one_sex(&mut self, column: &Planned, cell: Cell<'_>, one: fn((u32, u32)) -> u32) {
        let fact = column.field.key();
        match counts_in(cell).map(one) {
            Some(count) => {
                self.tell(column, read_as(&shown(cell), count));
                self.number(fact, count);
            }
            None => self.counted(column, cell, fact),
        }
    }

    fn number(&mut self, fact: &str, count: u32) {
        if let Ok(number) = Decimal::from_integer(i64::from(count)) {
            self.evidence(fact, Scalar::Number(number));
        }
    }

    /// A cell that marks something, or counts it.
    fn marked_or_counted(&mut self, column: &Planned, cell: Cell<'_>, fact: &str) -> Option<bool> {
        match count(cell) {
            Said::Value(count) => {
                self.number(fact, count);
                return Some(count > 0);
            }
            // `Tidak ada` counts and marks; of the two it is the mark.
            Said::Doubtful(count, problem) if count > 0 => {
                self.tell(column, problem);
                self.number(fact, count);
                return Some(true);
            }
            _ => {}
        }
        // A stroke beside a tick in the column next to it is no doubt.
        if matches!(cell, Cell::Text(text) if is_dash(text.trim())) {
            return Some(false);
        }
        match self.said(column, presence(cell))? {
            Presence::Yes => Some(true),
            Presence::No => Some(false),
            // Not known yet, which is told by what reads it.
            Presence::InProgress => None,
        }
    }

    fn fact(&mut self, name: &str, column: &Planned, cell: Cell<'_>) {
        let value = match cell {
            Cell::Boolean(boolean) => Scalar::Boolean(boolean),
            Cell::Number(_) => match decimal(cell) {
                Said::Value(number) => Scalar::Number(number),
                said => match self.said(column, said) {
                    Some(number) => Scalar::Number(number),
                    None => return,
                },
            },
            cell => match self.said(column, text(cell)) {
                Some(text) => crate::csv::scalar(&text),
                None => return,
            },
        };
        self.evidence(name, value);
    }
}

/// How many are men and how many women, where a cell says both.
fn counts_in(cell: Cell<'_>) -> Option<(u32, u32)> {
    match cell {
        Cell::Text(text) => men_and_women(text),
        _ => None,
    }
}
