//! Reading: every row into an organisation, every doubt into a problem with its place.

use super::heading::Columns;
use super::layout::{Layout, Start};
use super::row::Row;
use super::{CsvOptions, MAX_BYTES, cell, place};
use csv::StringRecord;
use lkks::body::{Body, BodyLevel};
use lkks::message::Code;
use lkks::region::{RegionCode, RegionLevel};
use lkks::register::{REGISTER_FORMAT, RegisterData};
use lkks::{Error, Problem, Register};
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

/// A text on its way to a register.
pub(super) struct Reading<'t> {
    text: &'t str,
    problems: Vec<Problem>,
    /// The lines before the headings, by what they say something about.
    said: BTreeMap<&'static str, Said>,
    headings: Start,
    /// Where each row starts.
    rows: Vec<Start>,
    /// The cells of the record pointed at last: a record of a million cells is looked at once.
    layout: Option<(usize, Layout)>,
}

/// What the lines before the headings may say something about.
const FRONT: [&str; 4] = ["notice", "name", "level", "region"];

impl<'t> Reading<'t> {
    fn new(text: &'t str) -> Self {
        let headings = Start { byte: 0, line: 1 };
        Self {
            text,
            problems: Vec::new(),
            said: BTreeMap::new(),
            headings,
            rows: Vec::new(),
            layout: None,
        }
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
    pub(super) fn report(&mut self, mut problem: Problem, start: Start, cell: Option<usize>) {
        let kept = self.layout.take().filter(|(byte, _)| *byte == start.byte);
        let (_, layout) =
            self.layout.insert(kept.unwrap_or_else(|| (start.byte, Layout::of(self.text, start))));
        let place = layout.place(cell);
        problem.line = Some(place.map_or(start.line, |place| place.line));
        problem.column = place.map(|place| place.column);
        self.problems.push(problem);
    }
}
