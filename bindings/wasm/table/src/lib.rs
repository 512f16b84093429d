//! Tables judged by column, in a module of their own, which a page loads where it has many rows.
//!
//! Rule books come as JSON, and the register that a row stands for goes as JSON: this module and the
//! first share no memory.
#![allow(unreachable_pub, reason = "wasm-bindgen exports only what is `pub`, wherever it stands")]

#[path = "../../src/failure.rs"]
mod failure;

mod input;

use arrow_array::RecordBatch;
use arrow_ipc::writer::StreamWriter;
use failure::{Answer, OrThrow};
use input::Table;
use lkks::message::Code;
use lkks::{Error, Problem, RuleBook};
use lkks_table::{Assessor, On, Options, RulePlan};
use wasm_bindgen::prelude::*;

/// What is said of each row of a table.
#[wasm_bindgen]
pub struct Assessed {
    assessor: Assessor,
    input: Vec<RecordBatch>,
    output: Vec<RecordBatch>,
}

/// How a table is judged, as it comes across.
#[wasm_bindgen]
pub struct How {
    rules: String,
    subject: String,
    on: String,
    columns: Vec<(String, String)>,
    keep: Option<Vec<String>>,
    receipts: bool,
}

#[wasm_bindgen]
impl How {
    /// By this rule book, as JSON; on a day, or that in the column of this name.
    #[wasm_bindgen(constructor)]
    pub fn new(rules: String, subject: String, on: String, receipts: bool) -> Self {
        Self { rules, subject, on, columns: Vec::new(), keep: None, receipts }
    }

    /// The column for a name that the rules ask for.
    pub fn column(&mut self, name: String, column: String) {
        self.columns.push((name, column));
    }

    /// The columns kept beside the answers.
    pub fn keep(&mut self, columns: Vec<String>) {
        self.keep = Some(columns);
    }
}

#[wasm_bindgen]
impl Assessed {
    /// Judges every row of a table.
    pub fn of(table: Table, how: How) -> Answer<Self> {
        let book = RuleBook::from_json(&how.rules).or_throw()?;
        let under = |error: Error| error.under("subject");
        let subject = how.subject.parse().map_err(|problem: Problem| under(problem.into()));
        let plan = RulePlan::of(&book, subject.or_throw()?).map_err(under).or_throw()?;
        let on = match table.schema().column_with_name(&how.on) {
            Some(_) => On::Column(how.on),
            None => On::Day(how.on.parse().map_err(|p: Problem| p.at("on")).or_throw()?),
        };
        let mut options = Options::on(on);
        options.columns = how.columns.into_iter().collect();
        options.keep = how.keep;
        options.receipts = how.receipts;
        let assessor = plan.bind(table.schema(), options).or_throw()?;
        let input = table.into_batches();
        let output = assessor.assess_all(&input).or_throw()?;
        Ok(Self { assessor, input, output })
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.output.iter().map(RecordBatch::num_rows).sum()
    }

    /// The names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.assessor.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// All of it as a stream of Arrow IPC.
    pub fn ipc(&self) -> Answer<Vec<u8>> {
        let written = || {
            let mut writer = StreamWriter::try_new(Vec::new(), self.assessor.schema())?;
            self.output.iter().try_for_each(|batch| writer.write(batch))?;
            writer.into_inner()
        };
        written().map_err(|error| unreadable(&error)).or_throw()
    }

    /// `count` rows from `start` on, as JSON: a list of objects, in which what is not there is null.
    pub fn slice(&self, start: usize, count: usize) -> Answer<String> {
        let mut before = start;
        let mut left = count;
        let mut parts = Vec::new();
        for batch in &self.output {
            if before >= batch.num_rows() {
                before -= batch.num_rows();
                continue;
            }
            let rows = left.min(batch.num_rows() - before);
            if rows > 0 {
                parts.push(batch.slice(before, rows));
            }
            before = 0;
            left -= rows;
        }
        let written = || {
            let builder = arrow_json::WriterBuilder::new().with_explicit_nulls(true);
            let mut writer = builder.build::<_, arrow_json::writer::JsonArray>(Vec::new());
            writer.write_batches(&parts.iter().collect::<Vec<_>>())?;
            writer.finish()?;
            Ok(writer.into_inner())
        };
        let bytes = written().map_err(|error| unreadable(&error)).or_throw()?;
        let text = String::from_utf8(bytes).unwrap_or_default();
        Ok(if text.is_empty() { "[]".to_owned() } else { text })
    }

    /// The register that a row stands for, as JSON.
    pub fn register(&self, row: usize) -> Answer<String> {
        self.row(row, |assessor, batch, row| {
            assessor.register(batch, row).map(|(register, _)| register.to_json())
        })
    }

    /// The day on which a row is judged.
    pub fn day(&self, row: usize) -> Answer<String> {
        self.row(row, |assessor, batch, row| {
            assessor.register(batch, row).map(|(_, on)| on.to_string())
        })
    }
}

impl Assessed {
    fn row(
        &self,
        row: usize,
        ask: impl Fn(&Assessor, &RecordBatch, usize) -> Result<String, Error>,
    ) -> Answer<String> {
        let mut place = row;
        for batch in &self.input {
            if place < batch.num_rows() {
                return ask(&self.assessor, batch, place).or_throw();
            }
            place -= batch.num_rows();
        }
        let last = self.rows().saturating_sub(1);
        let problem = Problem::error(Code::OutOfRange).value(row).at("row");
        Err(problem.expected(format!("0–{last}"))).or_throw()
    }
}

/// A table that cannot be read, in Arrow's words.
fn unreadable(error: &arrow_schema::ArrowError) -> Problem {
    Problem::error(Code::UnreadableTable).value(error)
}
