//! Names of regions in a context: looked up once, however many rows have them.

use crate::value::text::{read_as, told};
use lkks::Problem;
use lkks::message::Code;
use lkks::region::{RegionCode, RegionLevel};
use lkks_regions::{Fit, Match, Regions};
use std::collections::HashMap;

/// Whether names are known at all.
pub(super) const ARE_KNOWN: bool = true;

/// So many different texts are kept; others are looked up again.
const MOST_KEPT: usize = 100_000;
/// So many texts are compared with all names of a context, which takes long; for others nothing is
/// suggested.
const MOST_COMPARED: usize = 20_000;
/// The least of those in a part of a table.
const LEAST_COMPARED: usize = 2_000;
/// So many regions are listed for one name.
const MOST_LISTED: usize = 8;

/// What a name is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Answer {
    /// This region.
    One(RegionCode),
    /// This region, if what was written is mended.
    Perhaps(RegionCode, Problem),
    /// One of these.
    Several(Vec<RegionCode>, Problem),
    /// None that is known; perhaps this one was meant.
    Unknown(Option<String>),
}

/// The names of the country's regions.
#[derive(Debug)]
pub(super) struct Names {
    regions: &'static Regions,
    /// What was asked about each text, and the answers.
    kept: HashMap<String, Vec<(Question, Answer)>>,
    compared: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    level: RegionLevel,
    within: Option<RegionCode>,
    is_mending: bool,
}

impl Default for Names {
    fn default() -> Self {
        Self { regions: Regions::indonesia(), kept: HashMap::new(), compared: 0 }
    }
}

impl Names {
    /// Names for one of so many parts of a table.
    pub(super) fn of_part(parts: usize) -> Self {
        let share = MOST_COMPARED.checked_div(parts).unwrap_or(MOST_COMPARED).max(LEAST_COMPARED);
        Self { compared: MOST_COMPARED - share, ..Self::default() }
    }

    pub(super) fn is_known(&self, code: &RegionCode) -> bool {
        self.regions.contains(code)
    }

    /// The name of a region, or of the country.
    pub(super) fn shown(&self, code: Option<&RegionCode>) -> String {
        let name = code.map(|code| self.regions.name(code).unwrap_or(code.as_str()));
        name.unwrap_or("Indonesia").to_owned()
    }

    /// The names of a region and of those that hold it, with its code.
    pub(super) fn told(&self, code: &RegionCode) -> String {
        match self.regions.full_name(code) {
            Some(name) => format!("{name} ({code})"),
            None => code.to_string(),
        }
    }

    /// The region of one tier that a name is, as it is or shortened.
    pub(super) fn sure(
        &mut self,
        level: RegionLevel,
        text: &str,
        within: Option<&RegionCode>,
    ) -> Answer {
        self.kept(level, text, within, false, |names| {
            let found = names.regions.find(text, within, Some(level));
            match found.as_slice() {
                [] => Answer::Unknown(None),
                [one] => Answer::One(one.code.clone()),
                several => names.several(text, several),
            }
        })
    }

    /// The region of one tier that a name is a slip of, or a part of the name of.
    pub(super) fn mended(
        &mut self,
        level: RegionLevel,
        text: &str,
        within: Option<&RegionCode>,
    ) -> Answer {
        // Among tens of thousands of names, every text looks like one.
        let is_narrow = match level {
            RegionLevel::Province | RegionLevel::Regency => true,
            RegionLevel::District => within.is_some(),
            RegionLevel::Village => {
                within.is_some_and(|within| within.level() >= RegionLevel::Regency)
            }
        };
        if !is_narrow {
            return Answer::Unknown(None);
        }
        self.kept(level, text, within, true, |names| {
            names.compared += 1;
            if names.compared > MOST_COMPARED {
                return Answer::Unknown(None);
            }
            let found = names.regions.search(text, within, Some(level), MOST_LISTED + 1);
            [Fit::Slip, Fit::Part]
                .into_iter()
                .find_map(|fit| names.nearest(text, &found, fit))
                .unwrap_or_else(|| Answer::Unknown(found.first().map(|m| m.name.to_owned())))
        })
    }

    /// That a name is not known.
    pub(super) fn unknown(
        &self,
        text: &str,
        within: Option<&RegionCode>,
        suggestion: Option<String>,
    ) -> Problem {
        let problem = Problem::error(Code::UnknownPlace).value(told(text));
        Problem { suggestion, ..problem.expected(self.shown(within)) }
    }

    /// What a text is by one kind of likeness: the most alike, or several.
    fn nearest(&self, text: &str, found: &[Match<'_>], fit: Fit) -> Option<Answer> {
        let found: Vec<_> = found.iter().filter(|found| found.fit == fit).cloned().collect();
        let (first, others) = found.split_first()?;
        // Of two slips the nearer one is meant; a part is as much one of both names.
        let is_alone = match fit {
            Fit::Slip => others.iter().all(|other| other.similarity < first.similarity),
            _ => others.is_empty(),
        };
        Some(if is_alone {
            let problem = read_as(text, self.told(&first.code));
            Answer::Perhaps(first.code.clone(), problem)
        } else {
            self.several(text, &found)
        })
    }

    fn several(&self, text: &str, found: &[Match<'_>]) -> Answer {
        let mut list: Vec<_> =
            found.iter().take(MOST_LISTED).map(|found| self.told(&found.code)).collect();
        if found.len() > MOST_LISTED {
            list.push("…".to_owned());
        }
        let problem = Problem::error(Code::AmbiguousPlace).value(told(text));
        let codes = found.iter().map(|found| found.code.clone()).collect();
        Answer::Several(codes, problem.expected(list.join("; ")))
    }

    fn kept(
        &mut self,
        level: RegionLevel,
        text: &str,
        within: Option<&RegionCode>,
        is_mending: bool,
        answer: impl FnOnce(&mut Self) -> Answer,
    ) -> Answer {
        let question = Question { level, within: within.cloned(), is_mending };
        let before = self.kept.get(text).map(Vec::as_slice).unwrap_or_default();
        if let Some((_, answer)) = before.iter().find(|(before, _)| *before == question) {
            return answer.clone();
        }
        let answer = answer(self);
        if self.kept.len() < MOST_KEPT {
            self.kept.entry(text.to_owned()).or_default().push((question, answer.clone()));
        }
        answer
    }
}
