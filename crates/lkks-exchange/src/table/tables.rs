//! All tables of a workbook, into one register.

use super::body::{self, Spot};
use super::day_order;
use super::fate::Fates;
use super::field::Field;
use super::layout::{Layout, Role};
use super::mapping::Mapping;
use super::merged::Merged;
use super::origin;
use super::plan;
use super::report::{Report, shown};
use super::rows::{Draft, Table};
use super::totals;
use crate::duplicates::duplicates;
use crate::parallel::threads;
use crate::read::ReadOptions;
use crate::reading::Reading;
use crate::workbook::{Sheet, Workbook};
use crate::xlsx::is_own_sheet;
use lkks::body::{Body, Membership};
use lkks::message::Code;
use lkks::organisation::Organisation;
use lkks::problem::{Severity, column_letters};
use lkks::register::{REGISTER_FORMAT, RegisterData};
use lkks::term::Terms;
use lkks::{Date, Period, Problem, Register};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The register that the tables of a workbook make together.
pub(crate) fn read(workbook: Workbook, options: &ReadOptions) -> Reading {
    read_with(workbook, options, threads())
}

fn read_with(workbook: Workbook, options: &ReadOptions, threads: usize) -> Reading {
    let workbook = Arc::new(workbook);
    let (mut reading, fates) = understood(&workbook, options, threads);
    reading.problems.extend(workbook.notes.iter().cloned());
    in_order(&mut reading.problems, &workbook);
    Reading { workbook, fates: Arc::new(fates), ..reading }
}

fn understood(workbook: &Workbook, options: &ReadOptions, threads: usize) -> (Reading, Fates) {
    let mut report = Report::default();
    let mut mapping = Mapping::default();
    let tables = tables(workbook, &options.mapping, &mut report, &mut mapping);
    let said = said(workbook, &tables, &mut report);
    let body = chosen_body(workbook, &tables, &said, options, &mut report);
    outside(workbook, &tables, &said, &mut report);

    let region = body.as_ref().and_then(|body| body.region.clone());
    let mut drafts = Vec::new();
    for table in &tables {
        table.read(region.as_ref(), threads, &mut report, &mut drafts);
        totals::differ(table, &mut report);
        day_order::doubt(table, &mut report);
    }
    identifiers(&tables, &mut drafts, &mut report);
    let (organisations, entries) = parted(drafts);
    twice(&tables, &organisations, &entries, &mut report);
    let register = body.and_then(|body| {
        let memberships = memberships(&organisations, &entries, &tables, options, &mut report);
        let data = RegisterData {
            notice: said.notice.clone(),
            format: REGISTER_FORMAT,
            body,
            regions: BTreeMap::new(),
            organisations,
            memberships,
            terms: Terms::default(),
            cases: Vec::new(),
            activities: Vec::new(),
        };
        sound(data, entries, &tables, &mut report)
    });
    let fates = Fates::of(workbook, &tables, &said.used);
    let problems = report.into_problems();
    let (workbook, nothing) = (Arc::default(), Arc::default());
    (Reading { register, problems, mapping, workbook, fates: nothing }, fates)
}

/// The sheets, without those that lkks adds for people to look at.
fn sheets(workbook: &Workbook) -> impl Iterator<Item = (usize, &Sheet)> {
    workbook.sheets.iter().enumerate().filter(|(_, sheet)| !is_own_sheet(&sheet.name))
}

fn tables<'w>(
    workbook: &'w Workbook,
    mapping: &Mapping,
    report: &mut Report,
    used: &mut Mapping,
) -> Vec<Table<'w>> {
    let mut tables: Vec<Table<'w>> = Vec::new();
    for (number, sheet) in sheets(workbook) {
        let merged = Merged::of(sheet);
        let Some(layout) = Layout::of(sheet, &merged, mapping) else { continue };
        let columns = plan::columns(sheet, &layout, mapping, report, &mut used.columns);
        tables.push(Table { number, sheet, merged, epoch: workbook.epoch, layout, columns });
    }
    used.columns.dedup();
    if tables.is_empty() {
        let expected = [Field::Name, Field::District, Field::Accreditation];
        let expected: Vec<String> =
            expected.iter().map(|field| field.heading(lkks::Lang::Id)).collect();
        report.whole(Problem::error(Code::NoTable).expected(expected.join(", ")));
    }
    tables
}

fn table_of<'t, 'w>(tables: &'t [Table<'w>], number: usize) -> Option<&'t Table<'w>> {
    tables.iter().find(|table| table.number == number)
}

fn said(workbook: &Workbook, tables: &[Table<'_>], report: &mut Report) -> body::Said {
    let mut said = body::Said::default();
    for (number, sheet) in sheets(workbook) {
        said.look(number, sheet, table_of(tables, number));
    }
    for ((sheet, row, column), problem) in std::mem::take(&mut said.problems) {
        report.cell(&workbook.sheets[sheet].name, row, column, problem);
    }
    said
}

fn chosen_body(
    workbook: &Workbook,
    tables: &[Table<'_>],
    said: &body::Said,
    options: &ReadOptions,
    report: &mut Report,
) -> Option<Body> {
    if let Some(body) = &options.body {
        return Some(body.clone());
    }
    match said.body() {
        Some((body, None)) => Some(body),
        Some((body, Some(((sheet, row, column), problem)))) => {
            report.cell(&workbook.sheets[sheet].name, row, column, problem);
            Some(body)
        }
        // Where there is no table, that is the cause.
        None if tables.is_empty() => None,
        None => {
            report.whole(Problem::error(Code::UnknownBody).expected("body").at("body"));
            None
        }
    }
}

/// Tells of what stands outside the rows of organisations.
fn outside(workbook: &Workbook, tables: &[Table<'_>], said: &body::Said, report: &mut Report) {
    for (number, sheet) in sheets(workbook) {
        let is_used = |spot: &Spot| said.used.contains(spot);
        match table_of(tables, number) {
            Some(table) => {
                hidden(table, report);
                for (row, role) in (0u32..).zip(&table.layout.roles) {
                    let code = match role {
                        Role::Above | Role::Below => Code::UnusedText,
                        Role::Totals => Code::TotalsRow,
                        _ => continue,
                    };
                    rest_of_row(number, sheet, row, code, is_used, report);
                }
            }
            None if said.used.iter().any(|(used, _, _)| *used == number) => {
                for row in 0..sheet.rows() {
                    rest_of_row(number, sheet, row, Code::UnusedText, is_used, report);
                }
            }
            None if sheet.filled() > 0 => {
                let first = (0..sheet.rows())
                    .find_map(|row| sheet.row(row).next().map(|cell| (row, cell.0)));
                let (row, column) = first.unwrap_or((0, 0));
                report.cell(
                    &sheet.name,
                    row,
                    column,
                    Problem::warning(Code::UnusedSheet).value(&sheet.name),
                );
            }
            None => {}
        }
    }
}

fn rest_of_row(
    number: usize,
    sheet: &Sheet,
    row: u32,
    code: Code,
    is_used: impl Fn(&Spot) -> bool,
    report: &mut Report,
) {
    let rest: Vec<_> =
        sheet.row(row).filter(|(column, _)| !is_used(&(number, row, *column))).collect();
    let Some((first, _)) = rest.first() else { return };
    let texts: Vec<String> = rest.iter().map(|(_, cell)| shown(*cell)).collect();
    let text = crate::value::text::told(&texts.join(" | ")).into_owned();
    report.cell(&sheet.name, row, *first, Problem::note(code).value(text));
}

/// Tells of what is hidden and was read all the same.
fn hidden(table: &Table<'_>, report: &mut Report) {
    let sheet = table.sheet;
    if sheet.hidden {
        table.tell(report, 0, 0, Problem::note(Code::HiddenRead).value(&sheet.name));
    }
    let name = table.column(&Field::Name).map_or(0, |column| column.index);
    for row in &sheet.hidden_rows {
        if table.layout.roles.get(*row as usize) != Some(&Role::Data) {
            continue;
        }
        let text = shown(table.merged.cell(sheet, *row, name));
        let problem = Problem::note(Code::HiddenRead).value(crate::value::text::told(&text));
        table.tell(report, *row, name, problem);
    }
    for column in table.columns.iter().filter(|column| column.field.is_held()) {
        if sheet.hidden_columns.contains(&column.index) {
            let problem = Problem::note(Code::HiddenRead).value(column_letters(column.index + 1));
            table.tell(report, table.layout.under - 1, column.index, problem);
        }
    }
}

/// Gives every organisation an identifier of its own.
fn identifiers(tables: &[Table<'_>], drafts: &mut Vec<Draft>, report: &mut Report) {
    let have = tables.iter().any(|table| table.column(&Field::Id).is_some());
    if !have {
        let width = drafts.len().to_string().len().max(3);
        for (number, draft) in (1..).zip(drafts.iter_mut()) {
            draft.organisation.id = format!("LKS-{number:0width$}");
        }
        if let (Some(first), Some(last), Some(table)) =
            (drafts.first(), drafts.last(), tables.first())
        {
            let made = format!("{} … {}", first.organisation.id, last.organisation.id);
            let name = table.column(&Field::Name).map_or(0, |column| column.index);
            let problem = Problem::note(Code::MadeIdentifiers).value(made).at("id");
            table.tell(report, plan::heading_row(table.sheet, &table.layout, name), name, problem);
        }
        return;
    }
    let mut seen: HashMap<String, (usize, u32)> = HashMap::new();
    drafts.retain(|draft| {
        let (number, row) = draft.origin;
        let Some(table) = table_of(tables, number) else { return false };
        let column = table.column(&Field::Id).or_else(|| table.column(&Field::Name));
        let column = column.map_or(0, |column| column.index);
        let id = &draft.organisation.id;
        let problem = if id.is_empty() {
            Problem::error(Code::MissingField).expected(Field::Id.told())
        } else if let Some((other, earlier)) = seen.get(id) {
            let sheet = table_of(tables, *other).map_or("", |table| &table.sheet.name);
            Problem::error(Code::DuplicateId)
                .value(id)
                .expected(format!("{sheet}, {}", earlier + 1))
        } else {
            seen.insert(id.clone(), draft.origin);
            return true;
        };
        table.tell(report, row, column, problem.at(Field::Id.key()));
        false
    });
}

/// Where an organisation was read, and what its row says of its membership.
struct Entry {
    joined: Option<Date>,
    left: Option<Date>,
    /// Which table, and the row, from 0.
    origin: (usize, u32),
}

fn parted(drafts: Vec<Draft>) -> (Vec<Organisation>, Vec<Entry>) {
    let entry = |draft: Draft| {
        let Draft { organisation, joined, left, origin } = draft;
        (organisation, Entry { joined, left, origin })
    };
    drafts.into_iter().map(entry).unzip()
}

/// Tells of organisations that are perhaps one.
fn twice(
    tables: &[Table<'_>],
    organisations: &[Organisation],
    entries: &[Entry],
    report: &mut Report,
) {
    for found in duplicates(organisations) {
        let (Some(first), Some(second)) = (entries.get(found.first), entries.get(found.second))
        else {
            continue;
        };
        let sheet = table_of(tables, first.origin.0).map_or("", |table| &table.sheet.name);
        let evidence: Vec<String> = found.evidence.iter().map(Field::told).collect();
        let (one, other) = (&organisations[found.first], &organisations[found.second]);
        let place = format!("{sheet}, {}", first.origin.1 + 1);
        let earlier = format!("{} \"{}\" ({place}): {}", one.id, one.name, evidence.join(", "));
        let problem =
            Problem::warning(Code::PossibleDuplicate).value(&other.name).expected(earlier);
        tell_entry(tables, second, &Field::Name, problem, report);
    }
}

fn memberships(
    organisations: &[Organisation],
    entries: &[Entry],
    tables: &[Table<'_>],
    options: &ReadOptions,
    report: &mut Report,
) -> Vec<Membership> {
    let mut memberships = Vec::new();
    for (organisation, entry) in organisations.iter().zip(entries) {
        let Some(first) = entry.joined.or(options.joined) else {
            if entry.left.is_some() {
                let problem = Problem::error(Code::MissingField).expected(Field::Joined.told());
                tell_entry(tables, entry, &Field::Left, problem, report);
            }
            continue;
        };
        match Period::new(first, entry.left) {
            Ok(period) => {
                let organisation = organisation.id.clone();
                memberships.push(Membership { organisation, period, reason: None });
            }
            Err(error) => {
                for problem in error.problems() {
                    tell_entry(tables, entry, &Field::Left, problem.clone(), report);
                }
            }
        }
    }
    memberships
}

fn tell_entry(
    tables: &[Table<'_>],
    entry: &Entry,
    field: &Field,
    problem: Problem,
    report: &mut Report,
) {
    let (number, row) = entry.origin;
    let Some(table) = table_of(tables, number) else { return };
    let column = table.column(field).or_else(|| table.column(&Field::Name));
    let path = if problem.path.is_empty() { field.to_string() } else { problem.path.clone() };
    table.tell(report, row, column.map_or(0, |column| column.index), problem.at(path));
}

/// The register, with what the core finds in it told at the cells it came from. What makes it
/// unsound is left out, organisation by organisation.
fn sound(
    mut data: RegisterData,
    mut entries: Vec<Entry>,
    tables: &[Table<'_>],
    report: &mut Report,
) -> Option<Register> {
    loop {
        let refused = match Register::of(data) {
            Ok(register) => {
                // Those who stand twice are told of better by what looks for them.
                let told = [Code::SameNameTwice, Code::RegisteredTwice];
                let odd =
                    register.warnings().iter().filter(|problem| !told.contains(&problem.code));
                odd.for_each(|problem| {
                    tell_of(problem.clone(), register.data(), &entries, tables, report);
                });
                return Some(register);
            }
            Err(refused) => *refused,
        };
        data = refused.data;
        let mut spoilt: Vec<usize> = Vec::new();
        for problem in refused.error.problems() {
            if problem.severity == Severity::Error {
                spoilt.extend(origin::of(&problem.path, &data).map(|(index, _)| index));
                tell_of(problem.clone(), &data, &entries, tables, report);
            }
        }
        if spoilt.is_empty() {
            return None;
        }
        spoilt.sort_unstable();
        spoilt.dedup();
        for index in spoilt.into_iter().rev() {
            let gone = data.organisations.remove(index);
            entries.remove(index);
            data.memberships.retain(|membership| membership.organisation != gone.id);
        }
    }
}

/// Tells what the core says of the data at the cell it came from.
fn tell_of(
    problem: Problem,
    data: &RegisterData,
    entries: &[Entry],
    tables: &[Table<'_>],
    report: &mut Report,
) {
    let about = origin::of(&problem.path, data);
    match about.and_then(|(index, field)| Some((entries.get(index)?, field))) {
        Some((entry, field)) => {
            tell_entry(tables, entry, &field.unwrap_or(Field::Name), problem, report);
        }
        None => report.whole(problem),
    }
}

/// In the order of sheets, rows and columns; what stands nowhere comes first.
fn in_order(problems: &mut [Problem], workbook: &Workbook) {
    let sheets: HashMap<&str, usize> =
        workbook.sheets.iter().enumerate().map(|(number, sheet)| (&*sheet.name, number)).collect();
    problems.sort_by_key(|problem| {
        let sheet = problem.sheet.as_deref().and_then(|name| sheets.get(name).copied());
        (sheet.map(|number| number + 1), problem.line, problem.column)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Limits, workbook};
    use crate::workbook::{Cell, Merge};

    /// Groups, names over two rows, strokes that are counted, `sda`, doubts and duplicates.
    fn table() -> String {
        let mut table = String::from("LKS KOTA PEKALONGAN\nNo;Nama LKS;Kel.;Akta;Domisili;NPWP\n");
        for number in 0..3000 {
            if number % 700 == 3 {
                table.push_str("Kec. Pekalongan Utara;;;;;\n");
            }
            let village = ["Krapyak", "sda", "Degayuu", "-"][number % 4];
            let mark = ["Ada", "-", "x", "dlm proses"][number % 4];
            let name = match number % 8 {
                5 => String::new(),
                _ => format!("Yayasan Contoh {}", number % 2900),
            };
            table.push_str(&format!("{number};{name};{village};No. {number};{mark};12\n"));
        }
        table
    }

    #[cfg(feature = "regions")] // The title names a city.
    #[test]
    fn the_number_of_threads_changes_no_answer() {
        let options = ReadOptions::default();
        let read = |threads: usize| {
            let book = workbook(table().as_bytes(), None, &Limits::default());
            let mut book = book.unwrap_or_else(|error| panic!("{error}"));
            // Where a name is missing, the one above it is merged over two rows.
            let sheet = &mut book.sheets[0];
            let names = |row: &u32| {
                sheet.cell(*row, 1) == Cell::Empty && sheet.cell(*row, 2) != Cell::Empty
            };
            let rows: Vec<u32> = (2..sheet.rows()).filter(names).collect();
            let merge = |row: u32| Merge { first: (row - 1, 1), last: (row, 1) };
            sheet.merges = rows.into_iter().map(merge).collect();
            assert!(sheet.merges.len() > 300);
            let reading = read_with(book, &options, threads);
            (reading.register, reading.problems)
        };
        let (register, problems) = read(1);
        assert!(register.is_some() && problems.len() > 1000);
        for threads in [2, 3, 5] {
            assert!((&register, &problems) == (&read(threads).0, &read(threads).1), "{threads}");
        }
    }
}
