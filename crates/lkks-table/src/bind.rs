//! Which column says what: names of a schema for the names that rules ask.

use crate::options::{On, Options};
use crate::output::ANSWERS;
use arrow_schema::Schema;
use lkks::columns::ColumnPlan;
use lkks::message::Code;
use lkks::{Error, Problem};

/// The names by which a row is called, which no rule asks.
const ORGANISATION: &str = "organisation";
const NAME: &str = "name";

/// Where in a schema everything is.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// For each input of the plan, its column.
    pub(crate) inputs: Vec<Option<usize>>,
    /// The column of days, where each row has its own.
    pub(crate) on: Option<usize>,
    pub(crate) organisation: Option<usize>,
    pub(crate) name: Option<usize>,
    /// The columns kept beside the answers.
    pub(crate) keep: Vec<usize>,
}

impl Bound {
    pub(crate) fn of(plan: &ColumnPlan, schema: &Schema, options: &Options) -> Result<Self, Error> {
        let mut problems = Vec::new();
        let names = || schema.fields().iter().map(|field| field.name().as_str());
        let mut find = |name: &str, path: String| {
            let place = schema.fields().iter().position(|field| field.name() == name);
            if place.is_none() {
                let problem = Problem::error(Code::UnknownReference).value(name);
                problems.push(problem.expected("columns").suggest(names()).at(path));
            }
            place
        };
        let on = match &options.on {
            On::Day(_) => None,
            On::Column(name) => find(name, "on".to_owned()),
        };
        let mut column = |name: &str| match options.columns.get(name) {
            Some(column) => find(column, format!("columns.{name}")),
            None => schema.fields().iter().position(|field| field.name() == name),
        };
        let inputs = plan.inputs().iter().map(|input| column(&input.name)).collect();
        let (organisation, name) = (column(ORGANISATION), column(NAME));
        let keep: Vec<usize> = match &options.keep {
            None => organisation.into_iter().collect(),
            Some(keep) => keep.iter().filter_map(|name| find(name, "keep".to_owned())).collect(),
        };
        for asked in options.columns.keys() {
            let known = plan.inputs().iter().map(|input| input.name.as_str());
            let known = known.chain([ORGANISATION, NAME]);
            if !known.clone().any(|name| name == asked) {
                let problem = Problem::error(Code::UnknownFact).value(asked).suggest(known);
                problems.push(problem.at(format!("columns.{asked}")));
            }
        }
        for place in &keep {
            let name = schema.field(*place).name();
            if ANSWERS.contains(&name.as_str()) {
                let problem = Problem::error(Code::DuplicateId).value(name).expected("columns");
                problems.push(problem.at("keep"));
            }
        }
        Error::if_any(problems)?;
        Ok(Self { inputs, on, organisation, name, keep })
    }
}
