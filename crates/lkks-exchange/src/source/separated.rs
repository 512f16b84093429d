//! Text with separators: csv, tsv, and what else programs write as such.

use super::fill::Filling;
use super::{Limits, text};
use crate::csv::cell::restored;
use crate::workbook::{Cell, Epoch, Workbook};
use lkks::message::Code;
use lkks::{Error, Problem};

/// Separators, the likeliest first where nothing else decides.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How much of a text is looked at to find its separator.
const SAMPLE: usize = 64 * 1024;

/// The one sheet of a text with separators, named by its file.
pub(super) fn read(bytes: &[u8], name: Option<&str>, limits: &Limits) -> Result<Workbook, Error> {
    let decoded = text::decode(bytes)?;
    let (separator, text) = separator(&decoded.text);
    let sheet = name.and_then(stem).unwrap_or("csv");
    let mut filling = Filling::new(limits, Epoch::default());
    filling.open(sheet)?;
    let mut records = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let (mut row, mut last) = (0u32, 0);
    loop {
        let more = records.read_record(&mut record);
        if !more.map_err(|error| Problem::error(Code::InvalidCsv).value(error))? {
            break;
        }
        last = record.position().map_or(0, |place| place.byte() as usize);
        // The reader passes over blank lines; a person who opens the text sees them.
        row = row.saturating_add(blank_lines(text.as_bytes(), last));
        for (column, cell) in (0u32..).zip(record.iter()) {
            filling.push(row, column, Cell::Text(restored(cell)))?;
        }
        row = row.saturating_add(1);
    }
    // An open quote swallows everything after it, and so can only stand in the last record.
    if let Some(column) = open_quote(text.as_bytes().get(last..).unwrap_or_default(), separator) {
        let problem = Problem::error(Code::InvalidCsv).value("\"");
        return Err(problem.in_cell(sheet, row, column).into());
    }
    filling.close()?;
    let mut workbook = filling.finish();
    workbook.notes.extend(decoded.note);
    Ok(workbook)
}

/// The separator, and the text without a line that names it (`sep=;`, as Excel understands it).
fn separator(text: &str) -> (u8, &str) {
    if let Some([separator, rest @ ..]) = text.strip_prefix("sep=").map(str::as_bytes)
        && separator.is_ascii()
        && (rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r"))
    {
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        return (*separator, &text[text.len() - rest.len()..]);
    }
    let sample = sample(text.as_bytes());
    let mut best = (Fit::default(), SEPARATORS[0]);
    for separator in SEPARATORS {
        let fit = Fit::of(sample, separator);
        if fit > best.0 {
            best = (fit, separator);
        }
    }
    (best.1, text)
}

/// The beginning of a text, up to the end of a line.
fn sample(text: &[u8]) -> &[u8] {
    match text.get(..SAMPLE) {
        Some(start) => &start[..memchr::memrchr2(b'\n', b'\r', start).unwrap_or(SAMPLE)],
        None => text,
    }
}

/// How well a separator fits, the better the greater.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Records that have as many cells as most that have more than one, less the cells in which
    /// something stands behind a closing quote.
    alike: i64,
    /// How many cells that is.
    cells: usize,
    /// How often it stands elsewhere than between two digits, where a comma is a decimal one.
    apart: i64,
}

impl Fit {
    fn of(sample: &[u8], separator: u8) -> Self {
        let mut counts = std::collections::BTreeMap::<usize, i64>::new();
        let mut walk = Walk::new(separator);
        let (mut cells, mut apart) = (1, 0);
        for (at, byte) in sample.iter().enumerate() {
            match walk.step(*byte) {
                Step::Cell => {
                    cells += 1;
                    let around = [at.checked_sub(1), Some(at + 1)];
                    let digits = around.map(|at| at.and_then(|at| sample.get(at)));
                    let between = digits.into_iter().flatten().all(u8::is_ascii_digit);
                    apart += i64::from(!between);
                }
                Step::Record => {
                    *counts.entry(cells).or_default() += 1;
                    cells = 1;
                }
                Step::Within => {}
            }
        }
        *counts.entry(cells).or_default() += 1;
        counts.remove(&1);
        let best = counts.into_iter().max_by_key(|(cells, records)| (*records, *cells));
        best.map_or_else(Self::default, |(cells, records)| Self {
            alike: records - walk.strays,
            cells,
            apart,
        })
    }
}

/// Walks over a text as the `csv` crate does: a quote counts at the start of a cell alone.
struct Walk {
    separator: u8,
    state: State,
    /// How often something stood behind a closing quote.
    strays: i64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quote within quotes, which closes or is one of two.
    Closing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Within,
    /// Behind this byte a cell starts.
    Cell,
    /// Behind this byte a record starts.
    Record,
}

impl Walk {
    fn new(separator: u8) -> Self {
        Self { separator, state: State::Start, strays: 0 }
    }

    fn step(&mut self, byte: u8) -> Step {
        let (state, step) = match (self.state, byte) {
            (State::Start, b'"') | (State::Closing, b'"') => (State::Quoted, Step::Within),
            (State::Quoted, b'"') => (State::Closing, Step::Within),
            (State::Quoted, _) => (State::Quoted, Step::Within),
            (_, byte) if byte == self.separator => (State::Start, Step::Cell),
            (_, b'\n' | b'\r') => (State::Start, Step::Record),
            (State::Closing, _) => {
                self.strays += 1;
                (State::Plain, Step::Within)
            }
            (State::Start | State::Plain, _) => (State::Plain, Step::Within),
        };
        self.state = state;
        step
    }
}

/// The column, from 1, of a cell in the last record whose quote is never closed.
fn open_quote(record: &[u8], separator: u8) -> Option<u32> {
    let mut walk = Walk::new(separator);
    let mut column = 1;
    for byte in record {
        match walk.step(*byte) {
            Step::Cell => column += 1,
            Step::Record => column = 1,
            Step::Within => {}
        }
    }
    (walk.state == State::Quoted).then_some(column)
}

/// How many blank lines stand in a text behind this place, which may be within the break of a line.
fn blank_lines(text: &[u8], start: usize) -> u32 {
    let mut before = start.checked_sub(1).and_then(|before| text.get(before)).copied();
    let mut lines = 0u32;
    for byte in text.get(start..).unwrap_or_default() {
        match (before, byte) {
            (Some(b'\r'), b'\n') => {}
            (_, b'\n' | b'\r') => lines = lines.saturating_add(1),
            _ => break,
        }
        before = Some(*byte);
    }
    lines
}

/// The name of a file without folders and without its last dot and what stands behind it.
pub(super) fn stem(name: &str) -> Option<&str> {
    let name = name.rsplit(['/', '\\']).next()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    (!stem.is_empty()).then_some(stem)
}
