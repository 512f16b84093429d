//! From what is said of regions, tier by tier, to the narrowest that is certain.

use super::PlacePart;
use super::address::{Address, Named, beginnings};
use super::code::code;
use super::names::{ARE_KNOWN, Answer, Names};
use crate::value::text::{note_as, read_as, told};
use lkks::Problem;
use lkks::message::Code;
use lkks::problem::Severity;
use lkks::region::{RegionCode, RegionLevel};

/// What is known of the region of one row, while it is read.
pub(super) struct Narrowing<'a> {
    names: &'a mut Names,
    /// What every row of the table is assumed to lie in.
    context: Option<&'a RegionCode>,
    /// The narrowest region that is said or assumed.
    scope: Option<RegionCode>,
    /// The narrowest that is said.
    said: Option<RegionCode>,
    /// Whether a cell of its own said it, and not the address.
    is_said_by_cell: bool,
    told: Vec<Told>,
}

/// What is wrong or doubtful in a cell.
struct Told {
    part: PlacePart,
    problem: Problem,
    /// The regions that a name could be, where it could be several.
    candidates: Vec<RegionCode>,
}

impl Told {
    /// Whether a narrower name told which of several a name is: `Pekalongan` beside `Kec.
    /// Karangdadap`.
    fn is_decided(&self, scope: &RegionCode) -> bool {
        self.candidates.iter().any(|one| one != scope && one.contains(scope))
    }
}

impl<'a> Narrowing<'a> {
    pub(super) fn new(names: &'a mut Names, context: Option<&'a RegionCode>) -> Self {
        let scope = context.cloned();
        Self { names, context, scope, said: None, is_said_by_cell: false, told: Vec::new() }
    }

    pub(super) fn end(mut self) -> (Option<RegionCode>, Vec<(PlacePart, Problem)>) {
        if let Some(scope) = &self.scope {
            self.told.retain(|told| !told.is_decided(scope));
        }
        let problems = self.told.into_iter().map(|told| (told.part, told.problem));
        (self.scope, problems.collect())
    }

    /// Takes the cell of a code, which needs no name; the tier of the code, if it is one.
    pub(super) fn coded(&mut self, text: &str) -> Option<RegionLevel> {
        let part = PlacePart::Code;
        match code(text, self.names) {
            Ok((code, problem)) => {
                if let Some(problem) = problem {
                    self.push(part, problem);
                }
                let level = code.level();
                let is_outside =
                    |context: &&RegionCode| !context.contains(&code) && !code.contains(context);
                match self.context.filter(is_outside) {
                    Some(_) => self.outside(part, code),
                    None => self.narrow(part, code),
                }
                Some(level)
            }
            Err(problem) => {
                self.push(part, problem);
                None
            }
        }
    }

    /// Takes the name of a region of one tier.
    pub(super) fn name(&mut self, part: PlacePart, level: RegionLevel, text: &str) {
        if !ARE_KNOWN {
            let problem = self.names.unknown(text, self.scope.as_ref(), None);
            return self.push(part, problem);
        }
        let within = self.within(level);
        match self.names.sure(level, text, within.as_ref()) {
            Answer::One(code) | Answer::Perhaps(code, _) => return self.narrow(part, code),
            Answer::Several(candidates, problem) => {
                return self.ask(part, level, candidates, problem);
            }
            Answer::Unknown(_) => {}
        }
        if self.is_beside(part, level, text) {
            return;
        }
        match self.names.mended(level, text, within.as_ref()) {
            Answer::One(code) => self.narrow(part, code),
            Answer::Perhaps(code, problem) => {
                self.push(part, problem);
                self.narrow(part, code);
            }
            Answer::Several(candidates, problem) => self.ask(part, level, candidates, problem),
            Answer::Unknown(suggestion) => self.stranger(part, level, text, suggestion),
        }
    }

    /// Takes the cell of one tier, which may have more in it than the name: `Medono, Kec. Pkl.
    /// Barat`, `Medono RT 3`.
    pub(super) fn cell(&mut self, part: PlacePart, level: RegionLevel, text: &str) {
        let within = self.within(level);
        let whole = self.names.sure(level, text, within.as_ref());
        if ARE_KNOWN && matches!(whole, Answer::Unknown(_)) {
            for (beginning, rest) in beginnings(text) {
                let answer = self.names.sure(level, beginning, within.as_ref());
                if let Answer::One(code) = answer {
                    return self.beginning(part, (text, rest), code);
                }
            }
        }
        self.name(part, level, text);
    }

    /// Takes the region that a text begins with, and says so unless the rest only says where it is.
    fn beginning(&mut self, part: PlacePart, (text, rest): (&str, &str), code: RegionCode) {
        if !rest.trim().is_empty() && !self.holds(rest, &code) {
            let problem = read_as(text, self.names.told(&code));
            self.push(part, problem);
        }
        self.narrow(part, code);
    }

    /// Takes the names of one tier in an address, which no cell told.
    pub(super) fn named(&mut self, level: RegionLevel, address: &Address<'_>) {
        if ARE_KNOWN {
            for named in address.names.iter().filter(|named| named.level == level) {
                self.one_named(named);
            }
        }
    }

    /// Compares what an address says of the tiers that cells told, and takes what it says, without
    /// a word before it, of others.
    pub(super) fn rest(&mut self, address: &Address<'_>, is_told: impl Fn(RegionLevel) -> bool) {
        if !ARE_KNOWN {
            return;
        }
        for named in address.names.iter().filter(|named| is_told(named.level)) {
            self.compare(named);
        }
        let is_open =
            |level| !is_told(level) && address.names.iter().all(|named| named.level != level);
        for level in [RegionLevel::District, RegionLevel::Village] {
            if is_open(level) {
                self.part(level, &address.parts);
            }
        }
        if is_open(RegionLevel::Regency) {
            self.elsewhere(&address.parts);
        }
    }

    /// Where a name of this tier is looked for; a tier as wide as what is known can only repeat it.
    fn within(&self, level: RegionLevel) -> Option<RegionCode> {
        let scope = self.scope.as_ref()?;
        scope.at(level).or_else(|| Some(scope.clone()))
    }

    /// Whether the scope is said and not only assumed.
    fn is_said(&self) -> bool {
        self.scope.is_some() && self.scope == self.said
    }

    fn narrow(&mut self, part: PlacePart, code: RegionCode) {
        if self.scope.as_ref().is_none_or(|scope| !code.contains(scope)) {
            self.scope = Some(code.clone());
        }
        if self.said.as_ref().is_none_or(|said| !code.contains(said)) {
            self.said = Some(code);
        }
        self.is_said_by_cell |= part != PlacePart::Address;
    }

    /// Takes a region that does not lie in the context.
    fn outside(&mut self, part: PlacePart, code: RegionCode) {
        let problem = Problem::warning(Code::PlaceOutside).value(self.names.told(&code));
        self.push(part, problem.expected(self.names.shown(self.context)));
        self.scope = Some(code.clone());
        self.said = Some(code);
        self.is_said_by_cell |= part != PlacePart::Address;
    }

    /// Whether a name is one beside the region that was said, and not in it: one of both is wrong.
    fn is_beside(&mut self, part: PlacePart, level: RegionLevel, text: &str) -> bool {
        let Some(scope) = self.scope.clone().filter(|_| self.is_said()) else { return false };
        let wider = scope.parent();
        if scope.level() >= level
            || matches!(self.names.sure(level, text, wider.as_ref()), Answer::Unknown(_))
        {
            return false;
        }
        let problem = Problem::error(Code::PlaceOutside).value(told(text));
        self.contradiction(part, problem.expected(self.names.shown(Some(&scope))), wider);
        true
    }

    /// A name that is none within the scope, also if mended.
    fn stranger(
        &mut self,
        part: PlacePart,
        level: RegionLevel,
        text: &str,
        suggestion: Option<String>,
    ) {
        let within = self.within(level);
        let repeats = self.scope.as_ref().is_some_and(|scope| scope.level() >= level);
        if let Some(known) = within.as_ref().filter(|_| repeats && self.is_said()) {
            let problem = Problem::error(Code::PlaceDiffers).value(told(text));
            let problem = problem.expected(self.names.told(known));
            return self.contradiction(part, problem, known.parent());
        }
        if !self.is_said() && self.is_foreign(part, level, text) {
            return;
        }
        let problem = self.names.unknown(text, within.as_ref(), suggestion);
        self.refuse(part, level, problem);
    }

    /// Whether a name is one outside of the context.
    fn is_foreign(&mut self, part: PlacePart, level: RegionLevel, text: &str) -> bool {
        let Some(context) = self.context else { return false };
        let province =
            || context.at(RegionLevel::Province).filter(|_| level >= RegionLevel::District);
        let wider = self.said.clone().or_else(province);
        match self.names.sure(level, text, wider.as_ref()) {
            // Villages share so few names that one elsewhere may be a slip for one here.
            Answer::One(code) if level == RegionLevel::Village => {
                let problem = Problem::error(Code::PlaceOutside).value(self.names.told(&code));
                self.push(part, problem.expected(self.names.shown(Some(context))));
                true
            }
            Answer::One(code) => {
                self.outside(part, code);
                true
            }
            Answer::Several(candidates, problem) if level == RegionLevel::Regency => {
                self.ask(part, level, candidates, problem);
                true
            }
            _ => false,
        }
    }

    /// Notes which regions a name could be, unless a narrower name tells later.
    fn ask(
        &mut self,
        part: PlacePart,
        level: RegionLevel,
        candidates: Vec<RegionCode>,
        problem: Problem,
    ) {
        self.refuse(part, level, problem);
        if let Some(told) = self.told.last_mut() {
            told.candidates = candidates;
        }
    }

    /// Notes why a name is not taken; where it is not what was assumed, nothing is assumed.
    fn refuse(&mut self, part: PlacePart, level: RegionLevel, problem: Problem) {
        self.push(part, problem);
        if self.scope.as_ref().is_some_and(|scope| scope.level() >= level) {
            self.scope = self.said.clone();
        }
    }

    /// Goes back to what both agree on. An address does not shake what cells of their own say.
    fn contradiction(&mut self, part: PlacePart, problem: Problem, common: Option<RegionCode>) {
        self.push(part, problem);
        if part != PlacePart::Address || !self.is_said_by_cell {
            self.scope = common.clone();
            self.said = common;
        }
    }

    /// Notes a problem. An address is kept as it is, so that what it says is never an error.
    fn push(&mut self, part: PlacePart, mut problem: Problem) {
        if part == PlacePart::Address && problem.severity == Severity::Error {
            problem.severity = Severity::Warning;
        }
        self.told.push(Told { part, problem, candidates: Vec::new() });
    }

    /// Takes a name of an address, of which the last words may be something else.
    fn one_named(&mut self, named: &Named<'_>) {
        let level = named.level;
        let wider = [Some(self.within(level)), (level <= RegionLevel::Regency).then_some(None)];
        for within in wider.into_iter().flatten() {
            for (text, rest) in named.shortened() {
                let Answer::One(code) = self.names.sure(level, text, within.as_ref()) else {
                    continue;
                };
                if !rest.trim().is_empty() && !self.holds(rest, &code) {
                    let problem = read_as(named.text, self.names.told(&code));
                    self.push(PlacePart::Address, problem);
                }
                return self.name(PlacePart::Address, level, text);
            }
        }
        // `Kota Lama` is as likely a quarter of a town as a city.
        if !named.is_weak {
            self.name(PlacePart::Address, level, named.text);
        }
    }

    /// Whether a text has nothing but names of regions that hold another.
    fn holds(&mut self, text: &str, code: &RegionCode) -> bool {
        let wider = RegionLevel::ALL.iter().filter(|level| **level < code.level());
        let wider: Vec<_> = wider.filter_map(|level| code.at(*level)).collect();
        let mut is_wider = |text: &str| {
            wider.iter().any(|wider| {
                matches!(self.names.sure(wider.level(), text, Some(wider)), Answer::One(_))
            })
        };
        is_wider(text) || beginnings(text).iter().any(|(one, rest)| is_wider(one) && is_wider(rest))
    }

    /// Says where an address has another name than the cells.
    fn compare(&mut self, named: &Named<'_>) {
        let Some(known) = self.scope.as_ref().and_then(|scope| scope.at(named.level)) else {
            return;
        };
        let is_same = named.shortened().any(|(text, _)| {
            matches!(self.names.sure(named.level, text, Some(&known)), Answer::One(_))
        });
        if is_same || named.is_weak {
            return;
        }
        if let Answer::Unknown(_) = self.names.mended(named.level, named.text, Some(&known)) {
            let problem = Problem::warning(Code::PlaceDiffers).value(told(named.text));
            self.push(PlacePart::Address, problem.expected(self.names.told(&known)));
        }
    }

    /// Takes a part of an address that is exactly one region's name.
    fn part(&mut self, level: RegionLevel, parts: &[&str]) {
        let Some(within) = self.within(level) else { return };
        for part in parts.iter().rev() {
            if let Answer::One(code) = self.names.sure(level, part, Some(&within)) {
                let problem = note_as(part, self.names.told(&code));
                self.push(PlacePart::Address, problem);
                return self.narrow(PlacePart::Address, code);
            }
        }
    }

    /// Says where an address ends with a regency or city that is not the context.
    fn elsewhere(&mut self, parts: &[&str]) {
        let Some(scope) = self.scope.clone() else { return };
        for part in parts.iter().rev().take(2) {
            let is_here = RegionLevel::ALL.iter().any(|level| {
                let within = self.within(*level);
                !matches!(self.names.sure(*level, part, within.as_ref()), Answer::Unknown(_))
            });
            let foreign = self.names.sure(RegionLevel::Regency, part, None);
            if !is_here && !matches!(foreign, Answer::Unknown(_)) {
                let problem = Problem::warning(Code::PlaceOutside).value(told(part));
                let problem = problem.expected(self.names.shown(Some(&scope)));
                return self.push(PlacePart::Address, problem);
            }
        }
    }
}
