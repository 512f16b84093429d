//! Which coordinating body a workbook belongs to, as far as it says so itself.

use super::layout::Role;
use super::rows::Table;
use crate::workbook::{Cell, Sheet};
use lkks::Problem;
use lkks::body::{Body, BodyLevel};
use lkks::message::Code;
use lkks::region::{RegionCode, RegionLevel};
use std::collections::HashSet;

/// What a workbook says of the body, and where it says so.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) name: Option<String>,
    pub(crate) level: Option<BodyLevel>,
    pub(crate) region: Option<RegionCode>,
    pub(crate) notice: Option<String>,
    /// The region of a title, where nothing says it outright.
    pub(crate) title: Option<(RegionCode, Spot)>,
    /// The cells that were used: sheet, row, column.
    pub(crate) used: HashSet<Spot>,
    /// What is wrong with what they say.
    pub(crate) problems: Vec<(Spot, Problem)>,
}

#[cfg(feature = "regions")]
fn region_in_title(text: &str) -> Option<RegionCode> {
    crate::value::place::region_in_title(text)
}

#[cfg(feature = "regions")]
fn name_of(region: &RegionCode) -> Option<String> {
    lkks_regions::Regions::indonesia().name(region).map(str::to_owned)
}

/// Without the names of regions no title says which it is.
#[cfg(not(feature = "regions"))]
fn region_in_title(_: &str) -> Option<RegionCode> {
    None
}

#[cfg(not(feature = "regions"))]
fn name_of(_: &RegionCode) -> Option<String> {
    None
}

/// A cell: the number of its sheet, its row and its column, from 0.
pub(crate) type Spot = (usize, u32, u32);

/// What a label names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Name,
    Level,
    Region,
    Notice,
}

/// Labels beside which something of the body stands.
const LABELS: &[(Label, &[&str])] = &[
    (Label::Name, &["nama lkks", "name of the lkks", "name"]),
    (Label::Level, &["tingkat", "level"]),
    (Label::Region, &["kode wilayah", "region code", "region"]),
    (Label::Notice, &["catatan", "notice"]),
];

/// The words for a level.
const LEVELS: &[(BodyLevel, &[&str])] = &[
    (BodyLevel::Regency, &["regency", "kabupaten/kota", "kabupaten", "kota", "city"]),
    (BodyLevel::Province, &["province", "provinsi"]),
    (BodyLevel::Nation, &["nation", "nasional", "pusat"]),
];

fn folded(text: &str) -> String {
    let text = text.trim().trim_start_matches("# ").trim_end_matches(':');
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn label(text: &str) -> Option<Label> {
    let text = folded(text);
    LABELS.iter().find(|(_, words)| words.contains(&text.as_str())).map(|(label, _)| *label)
}

impl Said {
    /// Looks above the headings of a table, or through a sheet that has no table.
    pub(crate) fn look(&mut self, number: usize, sheet: &Sheet, table: Option<&Table<'_>>) {
        let last = match table {
            Some(table) => table.layout.top,
            None => sheet.rows().min(40),
        };
        // Without a table, one label alone may be anything.
        if table.is_none() && !self.is_about_a_body(sheet, last) {
            return;
        }
        for row in 0..last {
            if table.is_some_and(|table| table.layout.roles.get(row as usize) != Some(&Role::Above))
            {
                continue;
            }
            self.row(number, sheet, row);
            if table.is_none() {
                self.unanswered(number, sheet, row);
            }
        }
    }

    fn is_about_a_body(&self, sheet: &Sheet, last: u32) -> bool {
        (0..last).any(|row| {
            let mut cells = sheet.row(row);
            matches!(cells.next(), Some((_, Cell::Text(text))) if label(text) == Some(Label::Name))
        })
    }

    fn row(&mut self, number: usize, sheet: &Sheet, row: u32) {
        let mut cells = sheet.row(row).filter(|(_, cell)| !matches!(cell, Cell::Text(":")));
        let Some((first, Cell::Text(text))) = cells.next() else { return };
        if let (Some(label), Some((second, value)), None) =
            (label(text), cells.next(), cells.next())
        {
            let spot = (number, row, second);
            let value = super::report::shown(value);
            let value = value.trim_start_matches(':').trim();
            if self.take(label, value, spot) {
                self.used.insert((number, row, first));
                self.used.insert(spot);
            }
            return;
        }
        if self.title.is_none()
            && let Some(region) = region_in_title(text)
        {
            let spot = (number, row, first);
            self.used.insert(spot);
            self.title = Some((region, spot));
        }
    }

    /// In a sheet of labels, one with nothing beside it says nothing.
    fn unanswered(&mut self, number: usize, sheet: &Sheet, row: u32) {
        let mut cells = sheet.row(row);
        if let (Some((column, Cell::Text(text))), None) = (cells.next(), cells.next())
            && label(text).is_some()
        {
            self.used.insert((number, row, column));
        }
    }

    fn take(&mut self, label: Label, value: &str, spot: Spot) -> bool {
        match label {
            Label::Name if self.name.is_none() => self.name = Some(value.to_owned()),
            Label::Notice if self.notice.is_none() => self.notice = Some(value.to_owned()),
            Label::Level if self.level.is_none() => {
                let word = folded(value);
                let found = LEVELS.iter().find(|(_, words)| words.contains(&word.as_str()));
                self.level = found.map(|(level, _)| *level);
                if found.is_none() {
                    let known: Vec<&str> =
                        LEVELS.iter().flat_map(|(_, words)| *words).copied().collect();
                    let problem = Problem::error(Code::UnknownValue).value(value);
                    self.problems.push((spot, problem.expected(known.join(", ")).at("body.level")));
                }
            }
            Label::Region if self.region.is_none() => match value.parse() {
                Ok(region) => self.region = Some(region),
                Err(problem) => {
                    let problem: Problem = problem;
                    self.problems.push((spot, problem.at("body.region")));
                }
            },
            _ => return false,
        }
        true
    }

    /// The body, if enough is said of it; a name made up for it is told.
    pub(crate) fn body(&self) -> Option<(Body, Option<(Spot, Problem)>)> {
        let title = self.title.as_ref();
        let region = self.region.clone().or_else(|| title.map(|(region, _)| region.clone()));
        let level = self.level.or_else(|| match region.as_ref()?.level() {
            RegionLevel::Province => Some(BodyLevel::Province),
            RegionLevel::Regency => Some(BodyLevel::Regency),
            RegionLevel::District | RegionLevel::Village => None,
        })?;
        let made = |name: String, told| {
            let body = Body {
                name,
                level,
                region: region.clone(),
                legal_basis: Vec::new(),
                formed: None,
                advisers: Vec::new(),
                figures: Vec::new(),
            };
            (body, told)
        };
        if let Some(name) = &self.name {
            return Some(made(name.clone(), None));
        }
        let (code, spot) = title?;
        let name = format!("LKKS {}", name_of(code)?);
        let problem = Problem::warning(Code::MadeBody).value(&name).at("body.name");
        Some(made(name, Some((*spot, problem))))
    }
}
