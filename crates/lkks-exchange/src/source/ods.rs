//! OpenDocument spreadsheets, as their XML streams.
//!
//! Not by calamine, whose reader makes a grid of each sheet before anyone can stop it (up to a
//! hundred million cells of it) and knows nothing of merged or hidden cells. What is deleted and
//! still kept in the file (tracked changes), comments, drawings and forms are no cells.

use super::fill::{COLUMNS, Filling, Kept, ROWS};
use super::package::Package;
use super::survey::{attribute, unescaped};
use super::{Limits, damaged, serial};
use crate::workbook::{Cell, Epoch, Merge, Workbook};
use lkks::message::Code;
use lkks::{Error, Problem};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::collections::HashSet;
use std::io::{BufRead, BufReader};

/// The most bytes of the list of parts.
const MANIFEST: usize = 16 * 1024 * 1024;
/// The most merged cells, hidden rows and hidden columns.
const MARKS: usize = 2_000_000;

/// The tables of an ods.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut package = Package::open(bytes)?;
    package.limit(limits)?;
    let manifest = package.text("META-INF/manifest.xml", MANIFEST)?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Problem::error(Code::EncryptedFile).into());
    }
    let content = package.find("content.xml")?.ok_or_else(|| damaged("content.xml"))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().check_end_names = false;
    reader.config_mut().expand_empty_elements = true;
    let filling = Filling::new(limits, Epoch::default());
    let mut reading = Reading::new(Stream { reader, buffer: Vec::new() }, filling);
    reading.document()?;
    Ok(reading.filling.finish())
}

/// The events of the content.
struct Stream<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Stream<R> {
    fn next(&mut self) -> Result<Event<'_>, Error> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer);
        event.map_err(|error| damaged(format!("content.xml: {error}")))
    }

    /// Passes over everything in an element that was just entered.
    fn skip(&mut self) -> Result<(), Error> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
        Ok(())
    }
}

fn cut_off() -> Error {
    damaged("content.xml")
}

struct Reading<'l, R> {
    stream: Stream<R>,
    filling: Filling<'l>,
    /// Styles of hidden sheets.
    hidden: HashSet<String>,
    /// The sheet that is being read.
    table: Table,
    marks: usize,
}

#[derive(Debug, Default)]
struct Table {
    row: u32,
    column: u32,
    /// First and last of them.
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
}

/// A row until it is known to the end.
#[derive(Debug, Default)]
struct Row {
    column: u32,
    cells: Vec<(u32, Kept)>,
    /// Column, and how many columns and rows are merged.
    merges: Vec<(u32, u32, u32)>,
}

/// What the attributes of a cell say.
#[derive(Debug, Default)]
struct Said {
    repeated: u32,
    merged: Option<(u32, u32)>,
    value: Option<Kept>,
    /// Whether the value is what stands in the cell.
    is_text: bool,
    is_error: bool,
    /// As `=[.A1]+1`.
    formula: Option<String>,
}

impl<'l, R: BufRead> Reading<'l, R> {
    fn new(stream: Stream<R>, filling: Filling<'l>) -> Self {
        Self { stream, filling, hidden: HashSet::new(), table: Table::default(), marks: 0 }
    }

    fn document(&mut self) -> Result<(), Error> {
        let mut style = None;
        let mut ended = false;
        loop {
            let event = self.stream.next()?;
            match event {
                Event::Start(tag) => match tag.name().as_ref() {
                    "style:style" => style = attribute(&tag, "name"),
                    "style:table-properties"
                        if attribute(&tag, "display").as_deref() == Some("false") =>
                    {
                        self.hidden.extend(style.take());
                    }
                    "table:table" => {
                        let name = attribute(&tag, "name").unwrap_or_default();
                        let style = attribute(&tag, "style-name");
                        self.filling.open(&name)?;
                        self.filling.sheet().hidden =
                            style.is_some_and(|style| self.hidden.contains(&style));
                        self.table()?;
                    }
                    "table:tracked-changes" | "office:forms" | "table:dde-links" => {
                        self.stream.skip()?;
                    }
                    _ => {}
                },
                Event::End(tag) => ended |= tag.name().as_ref() == "office:document-content",
                Event::Eof if ended => return Ok(()),
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
    }

    fn table(&mut self) -> Result<(), Error> {
        self.table = Table::default();
        loop {
            let event = self.stream.next()?;
            match event {
                Event::Start(tag) => match tag.name().as_ref() {
                    "table:table-column" => {
                        let (repeated, hidden) = (times(&tag, "columns")?, is_hidden(&tag));
                        let first = self.table.column;
                        self.table.column = first.saturating_add(repeated);
                        if hidden {
                            self.mark()?;
                            self.table.hidden_columns.push((first, self.table.column - 1));
                        }
                    }
                    "table:table-row" => {
                        let (repeated, hidden) = (times(&tag, "rows")?, is_hidden(&tag));
                        let row = self.row()?;
                        self.put(&row, repeated, hidden)?;
                    }
                    "table:table-columns"
                    | "table:table-column-group"
                    | "table:table-header-columns"
                    | "table:table-rows"
                    | "table:table-row-group"
                    | "table:table-header-rows" => {}
                    _ => self.stream.skip()?,
                },
                Event::End(tag) if tag.name().as_ref() == "table:table" => break,
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
        self.hide();
        self.filling.close()
    }

    /// Notes what is hidden, up to the last row and column that hold anything.
    fn hide(&mut self) {
        let sheet = self.filling.sheet();
        let expand = |ranges: &[(u32, u32)], end: u32| {
            let ranges = ranges.iter().take_while(|(first, _)| *first < end);
            ranges.flat_map(|(first, last)| *first..=(*last).min(end - 1)).collect()
        };
        sheet.hidden_rows = expand(&self.table.hidden_rows, sheet.rows());
        sheet.hidden_columns = expand(&self.table.hidden_columns, sheet.columns());
    }

    fn mark(&mut self) -> Result<(), Error> {
        self.marks += 1;
        if self.marks > MARKS {
            let problem = Problem::error(Code::TooLarge).value("content.xml");
            return Err(problem.expected(format!("{MARKS} <…>")).into());
        }
        Ok(())
    }

    fn row(&mut self) -> Result<Row, Error> {
        let mut row = Row::default();
        loop {
            let event = self.stream.next()?;
            match event {
                Event::Start(tag) => match tag.name().as_ref() {
                    "table:table-cell" | "table:covered-table-cell" => {
                        let said = Said::of(&tag)?;
                        let text = self.text()?;
                        row.take(said, text)?;
                    }
                    _ => self.stream.skip()?,
                },
                Event::End(_) => return Ok(row),
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
    }

    /// The text of the cell that was just entered: its paragraphs as lines.
    fn text(&mut self) -> Result<String, Error> {
        let (mut text, mut depth, mut paragraphs, mut within) = (String::new(), 0, 0, false);
        loop {
            let event = self.stream.next()?;
            match event {
                Event::Start(tag) => match tag.name().as_ref() {
                    "text:p" | "text:h" if depth == 0 => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        (within, depth) = (true, 1);
                    }
                    "text:s" => {
                        let spaces = attribute(&tag, "c").and_then(|spaces| spaces.parse().ok());
                        let spaces: usize = spaces.unwrap_or(1);
                        text.extend(std::iter::repeat_n(' ', spaces.min(32_767)));
                        depth += 1;
                    }
                    "text:tab" => {
                        text.push('\t');
                        depth += 1;
                    }
                    "text:line-break" => {
                        text.push('\n');
                        depth += 1;
                    }
                    name if within && name.starts_with("text:") => depth += 1,
                    _ => self.stream.skip()?,
                },
                Event::Text(found) if within => text.push_str(&found.xml10_content()),
                Event::CData(found) if within => text.push_str(&found.xml10_content()),
                Event::GeneralRef(found) if within => text.push_str(&letters(&found)?),
                Event::End(_) if depth == 0 => return Ok(text),
                Event::End(_) => {
                    depth -= 1;
                    within = depth > 0;
                }
                Event::Eof => return Err(cut_off()),
                _ => {}
            }
        }
    }

    /// Puts a row into the sheet as often as it is repeated.
    fn put(&mut self, row: &Row, repeated: u32, hidden: bool) -> Result<(), Error> {
        let first = self.table.row;
        let end = first.saturating_add(repeated);
        self.table.row = end;
        if hidden && repeated > 0 {
            self.mark()?;
            self.table.hidden_rows.push((first, end - 1));
        }
        for (column, columns, rows) in &row.merges {
            self.mark()?;
            let last = (first.saturating_add(*rows) - 1, column.saturating_add(*columns) - 1);
            if last.0 >= ROWS || last.1 >= COLUMNS {
                return Err(damaged(format!("content.xml: {}", first + 1)));
            }
            self.filling.sheet().merges.push(Merge { first: (first, *column), last });
        }
        if row.cells.is_empty() {
            return Ok(());
        }
        for number in first..end {
            for (column, cell) in &row.cells {
                self.filling.put(number, *column, cell.borrowed())?;
            }
        }
        Ok(())
    }
}

impl Row {
    fn take(&mut self, said: Said, text: String) -> Result<(), Error> {
        let first = self.column;
        self.column = first.saturating_add(said.repeated);
        self.merges.extend(said.merged.map(|(columns, rows)| (first, columns, rows)));
        let value = match said.value {
            _ if said.is_error => Some(Kept::Error(text)),
            Some(value) => Some(value),
            None if said.is_text => Some(Kept::Text(text)),
            // What no program computed has no kind.
            None => said.formula.map(Kept::Error),
        };
        let Some(value) = value.filter(|value| value.borrowed() != Cell::Text("")) else {
            return Ok(());
        };
        if self.column > COLUMNS {
            return Err(damaged(format!("content.xml: {} > {COLUMNS}", self.column)));
        }
        let copies = (first..self.column - 1)
            .filter_map(|column| Some((column, Kept::of(value.borrowed())?)));
        self.cells.extend(copies);
        self.cells.push((self.column - 1, value));
        Ok(())
    }
}

impl Said {
    fn of(tag: &BytesStart<'_>) -> Result<Self, Error> {
        let mut said = Self { repeated: times(tag, "columns")?, ..Self::default() };
        let (mut columns, mut rows) = (1, 1);
        for found in tag.attributes() {
            let found = found.map_err(|error| damaged(format!("content.xml: {error}")))?;
            let text = || unescaped(&found);
            match found.key.as_ref() {
                "table:number-columns-spanned" => columns = number(&text())?,
                "table:number-rows-spanned" => rows = number(&text())?,
                "office:value-type" => said.is_text = text() == "string",
                "calcext:value-type" => said.is_error = text() == "error",
                "table:formula" => {
                    let text = text();
                    let formula = text.find('=').and_then(|start| text.get(start..));
                    said.formula = Some(formula.map_or_else(|| format!("={text}"), str::to_owned));
                }
                "office:value" => {
                    let number =
                        text().parse().map_err(|_| damaged(format!("content.xml: {}", text())))?;
                    said.value = Some(Kept::Number(number));
                }
                "office:boolean-value" => {
                    said.value = Some(Kept::Boolean(text().eq_ignore_ascii_case("true")));
                }
                "office:date-value" => {
                    let day = serial::iso_day(&text());
                    said.value = Some(day.map_or_else(|| Kept::Text(text()), Kept::Date));
                }
                "office:time-value" | "office:string-value" => {
                    said.value = Some(Kept::Text(text()));
                }
                _ => {}
            }
        }
        said.merged = (columns > 1 || rows > 1).then_some((columns, rows));
        Ok(said)
    }
}

/// How often a row, column or cell is repeated.
fn times(tag: &BytesStart<'_>, what: &str) -> Result<u32, Error> {
    let name = format!("number-{what}-repeated");
    attribute(tag, &name).map_or(Ok(1), |times| number(&times))
}

/// A number from 1.
fn number(text: &str) -> Result<u32, Error> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| damaged(format!("content.xml: {text}")))
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    matches!(attribute(tag, "visibility").as_deref(), Some("collapse" | "filter"))
}

/// The letters of `&amp;` and `&#233;`.
pub(super) fn letters(found: &BytesRef<'_>) -> Result<String, Error> {
    let name: &str = found;
    if let Ok(Some(letter)) = found.resolve_char_ref() {
        return Ok(letter.to_string());
    }
    let letters = resolve_predefined_entity(name).map(str::to_owned);
    letters.ok_or_else(|| damaged(format!("content.xml: &{name};")))
}
