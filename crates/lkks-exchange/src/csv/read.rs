//! Reading: every row into an organisation, every doubt into a problem with its place.

use super::heading::{Columns, DOCUMENT, Field};
use super::layout::{Layout, Start};
use super::{CsvOptions, MAX_BYTES, cell, place};
use csv::StringRecord;
use lkks::body::{Body, BodyLevel, Membership};
use lkks::message::Code;
use lkks::organisation::{
    Accreditation, Certificate, CertificateKind, DocumentRecord, Evidence, Organisation, Service,
};
use lkks::region::{NeighbourhoodNumber, Place, RegionCode, RegionLevel};
use lkks::register::{REGISTER_FORMAT, RegisterData};
use lkks::{Date, Decimal, Error, Period, Problem, Register};
use lkks::{category::Category, facts::Scalar};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::str::FromStr;

/// A register from a CSV with one row for each organisation, in the [form](super) of this module.
///
/// Paths of problems are `rows[12].founded` (rows counted from 0 under the headings, blank ones
/// passed over), `headings[3]` and `body.region`; `line` and `column` say where that is in the text.
///
/// ```
/// use lkks_exchange::{CsvOptions, read_csv};
/// let text = "# name,LKKS Contoh\n# level,regency\nid,name,fonded\nLKS-001,Yayasan Contoh,2010\n";
/// let error = read_csv(text, &CsvOptions::default()).unwrap_err();
/// let problem = &error.problems()[0];
/// assert_eq!(problem.code.key(), "unknown-heading");
/// assert_eq!(problem.suggestion.as_deref(), Some("founded"));
/// assert_eq!((problem.line, problem.column), (Some(3), Some(9)));
/// ```
///
/// # Errors
/// Every problem of the text at once, in its order: of its form, its headings, its cells, and of
/// the register that the rows make together.
pub fn read_csv(text: &str, options: &CsvOptions) -> Result<Register, Error> {
    if text.len() > MAX_BYTES {
        let problem = Problem::error(Code::TooLarge).value(format!("{} B", text.len()));
        return Err(problem.expected(format!("{MAX_BYTES} B")).into());
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reading = Reading::new(text);
    let mut records = reading.records();
    let headings = reading.front(&mut records);
    let body = reading.body(options);
    let columns = reading.headings(headings.as_ref());
    let data = reading.rows(records, &columns, body);
    reading.finish(data, &columns)
}

/// What a line before the headings says, and where.
struct Said {
    value: String,
    start: Start,
}

struct Reading<'t> {
    text: &'t str,
    problems: Vec<Problem>,
    /// The lines before the headings, by what they say something about.
    said: BTreeMap<&'static str, Said>,
    headings: Start,
    /// Where each row starts.
    rows: Vec<Start>,
}

/// What the lines before the headings may say something about.
const FRONT: [&str; 4] = ["notice", "name", "level", "region"];

impl<'t> Reading<'t> {
    fn new(text: &'t str) -> Self {
        let headings = Start { byte: 0, line: 1 };
        Self { text, problems: Vec::new(), said: BTreeMap::new(), headings, rows: Vec::new() }
    }

    /// The records, those without anything in them passed over.
    fn records(&mut self) -> std::vec::IntoIter<StringRecord> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(self.text.as_bytes());
        let mut records = Vec::new();
        for record in reader.records() {
            match record {
                Ok(record) => records.push(record),
                Err(error) => self.problems.push(Problem::error(Code::InvalidCsv).value(error)),
            }
        }
        if let Some(last) = records.last() {
            // An open quote swallows everything after it, and so can only stand in the last record.
            let start = Start::of(last.position());
            let layout = Layout::of(self.text, start);
            if layout.unclosed {
                let cell = layout.cells.len().checked_sub(1);
                let problem = Problem::error(Code::InvalidCsv).value("\"");
                self.report(problem, start, cell);
            }
        }
        records.retain(|record| record.iter().any(|cell| !cell.is_empty()));
        records.into_iter()
    }

    /// Takes the lines before the headings, and gives the headings.
    fn front(&mut self, records: &mut impl Iterator<Item = StringRecord>) -> Option<StringRecord> {
        for record in records {
            let start = Start::of(record.position());
            let Some(about) = record.get(0).and_then(|cell| cell.strip_prefix("# ")) else {
                self.headings = start;
                return Some(record);
            };
            self.front_line(about, &record, start);
        }
        None
    }

    fn front_line(&mut self, about: &str, record: &StringRecord, start: Start) {
        let path = format!("# {about}");
        let Some(known) = FRONT.into_iter().find(|known| *known == about) else {
            let problem = Problem::error(Code::UnknownField).value(about);
            let problem = problem.expected(FRONT.join(", ")).suggest(FRONT);
            self.report(problem.at(path), start, Some(0));
            return;
        };
        if record.iter().skip(2).any(|cell| !cell.is_empty()) {
            let problem = Problem::error(Code::RowLength).value(record.len()).expected(2);
            self.report(problem.at(&path), start, Some(2));
        }
        if let Some(first) = self.said.get(known) {
            let expected = format!("# {known} ({})", first.start.line);
            let problem = Problem::error(Code::DuplicateHeading).value(known).expected(expected);
            self.report(problem.at(path), start, Some(0));
            return;
        }
        let value = cell::restored(record.get(1).unwrap_or_default()).to_owned();
        if !value.is_empty() {
            self.said.insert(known, Said { value, start });
        }
    }

    fn body(&mut self, options: &CsvOptions) -> Body {
        let level = self.said_value::<BodyLevel>("level");
        let region = self.said_value::<RegionCode>("region");
        if let Some(body) = &options.body {
            return body.clone();
        }
        let of_region = region.as_ref().and_then(|region| match region.level() {
            RegionLevel::Province => Some(BodyLevel::Province),
            RegionLevel::Regency => Some(BodyLevel::Regency),
            RegionLevel::District | RegionLevel::Village => None,
        });
        let name = self.said.get("name").map(|said| said.value.clone());
        let absent = [
            ("name", name.is_none()),
            // A level that is there and wrong has its own problem.
            ("level", level.or(of_region).is_none() && !self.said.contains_key("level")),
        ];
        for (field, _) in absent.into_iter().filter(|(_, absent)| *absent) {
            let problem = Problem::error(Code::MissingField).expected(field);
            self.problems.push(problem.at(format!("body.{field}")));
        }
        Body {
            name: name.unwrap_or_default(),
            level: level.or(of_region).unwrap_or(BodyLevel::Regency),
            region,
            legal_basis: Vec::new(),
            formed: None,
            advisers: Vec::new(),
            figures: Vec::new(),
        }
    }

    fn said_value<T: FromStr<Err = Problem>>(&mut self, about: &str) -> Option<T> {
        let said = self.said.get(about)?;
        let start = said.start;
        match said.value.parse() {
            Ok(value) => Some(value),
            Err(problem) => {
                self.report(problem.at(format!("body.{about}")), start, Some(1));
                None
            }
        }
    }

    fn headings(&mut self, record: Option<&StringRecord>) -> Columns {
        let mut found = Vec::new();
        let headings = record.into_iter().flatten();
        let columns = Columns::of(headings, |cell, problem| found.push((cell, problem)));
        for (cell, problem) in found {
            let path = cell.map_or("headings".to_owned(), |cell| format!("headings[{cell}]"));
            self.report(problem.at(path), self.headings, cell);
        }
        columns
    }

    fn rows(
        &mut self,
        records: impl Iterator<Item = StringRecord>,
        columns: &Columns,
        body: Body,
    ) -> RegisterData {
        let (mut organisations, mut memberships) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        for (index, record) in records.enumerate() {
            let start = Start::of(record.position());
            self.rows.push(start);
            let mut row = Row { reading: self, columns, record: &record, index, start };
            row.length();
            let organisation = row.organisation();
            let membership = row.membership(&organisation.id);
            // A second row of one organisation is a problem of its own; its membership is not.
            if seen.insert(organisation.id.clone()) {
                memberships.extend(membership);
            }
            organisations.push(organisation);
        }
        RegisterData {
            notice: self.said.get("notice").map(|said| said.value.clone()),
            format: REGISTER_FORMAT,
            body,
            regions: BTreeMap::new(),
            organisations,
            memberships,
            terms: lkks::term::Terms::default(),
            cases: Vec::new(),
            activities: Vec::new(),
        }
    }

    /// The register, or every problem: those of the cells, and those of the register that the rows
    /// make together.
    fn finish(mut self, data: RegisterData, columns: &Columns) -> Result<Register, Error> {
        let mut rows = HashMap::new();
        for (row, organisation) in data.organisations.iter().enumerate() {
            rows.entry(organisation.id.as_str()).or_insert(row);
        }
        let of_register = match Register::new(data.clone()) {
            Ok(register) if self.problems.is_empty() => return Ok(register),
            Ok(register) => register.warnings().to_vec(),
            Err(error) => error.problems().to_vec(),
        };
        // A cell that could not be read has said so already.
        let told: HashSet<String> = self.problems.iter().map(|p| p.path.clone()).collect();
        for mut problem in of_register {
            if let Some((row, heading)) =
                problem.expected.as_deref().and_then(|path| place::source(path, &data, &rows))
            {
                problem.expected = Some(format!("rows[{row}].{heading}"));
            }
            if let Some((row, heading)) = place::source(&problem.path, &data, &rows) {
                let path = format!("rows[{row}].{heading}");
                let start = self.rows.get(row).copied().unwrap_or(self.headings);
                if !told.contains(&path) {
                    self.report(problem.at(path), start, columns.position(&heading));
                }
            } else if !told.contains(&problem.path) {
                let about = problem.path.strip_prefix("body.").unwrap_or(&problem.path);
                match self.said.get(about).map(|said| said.start) {
                    Some(start) => self.report(problem, start, Some(1)),
                    None => self.problems.push(problem),
                }
            }
        }
        self.problems.sort_by_key(|problem| (problem.line, problem.column));
        Error::if_any(self.problems)?;
        Register::new(data)
    }

    /// Notes a problem of the record that starts at `start`, in this cell of it.
    fn report(&mut self, mut problem: Problem, start: Start, cell: Option<usize>) {
        let place = Layout::of(self.text, start).place(cell);
        problem.line = Some(place.map_or(start.line, |place| place.line));
        problem.column = place.map(|place| place.column);
        self.problems.push(problem);
    }
}

/// One row under the headings.
struct Row<'r, 't> {
    reading: &'r mut Reading<'t>,
    columns: &'r Columns,
    record: &'r StringRecord,
    index: usize,
    start: Start,
}

impl<'r> Row<'r, '_> {
    fn length(&mut self) {
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

    fn organisation(&mut self) -> Organisation {
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
    fn day(&mut self, field: Field, others: &[Field]) -> Option<Date> {
        let column = self.columns.position(field.text());
        if self.cell(column).is_none() && others.iter().any(|other| self.text(*other).is_some()) {
            self.report(field.text(), Problem::error(Code::MissingField).expected(field.text()));
        }
        self.value(field)
    }

    fn membership(&mut self, id: &str) -> Option<Membership> {
        let first = self.day(Field::Joined, &[Field::Left]);
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
pub(super) fn scalar(cell: &str) -> Scalar {
    let number = || cell.parse::<Decimal>().ok().filter(|number| number.to_string() == cell);
    match yes_or_no(cell) {
        Some(yes) => Scalar::Boolean(yes),
        None => number().map_or_else(|| Scalar::Text(cell.to_owned()), Scalar::Number),
    }
}
