//! A set of packs: which one is in force for whom on a day.

use crate::calendar::Date;
use crate::decode;
use crate::message::Code;
use crate::order::InOrder;
use crate::problem::{Error, Problem, Severity, join};
use crate::region::RegionCode;
use crate::rules::check;
use crate::rules::load::Loaded;
use crate::rules::pack::{Pack, PackStatus, Subject};
use crate::rules::plan::Plan;
use std::sync::{Arc, LazyLock};

/// The law as data, made from `rules/` when the crate is built.
const BUILT_IN_PACKS: &str = include_str!(concat!(env!("OUT_DIR"), "/packs.json"));

static INDONESIA: LazyLock<Result<RuleBook, Error>> = LazyLock::new(|| {
    let packs: Vec<Pack> = decode::from_json(BUILT_IN_PACKS)?;
    RuleBook::new(packs)
});

/// A book as it is written.
#[derive(serde::Serialize, crate::decode::Decode)]
struct BookData {
    packs: Vec<Pack>,
    #[decode(default)]
    chosen: Vec<String>,
    #[decode(default)]
    assumed: Vec<String>,
}

/// Packs that fit together, ready to assess.
///
/// A book never changes: adding a pack or choosing an illustration gives a new one.
///
/// ```
/// use lkks::RuleBook;
/// use lkks::calendar::date;
/// let book = RuleBook::indonesia();
/// let plan = book.in_force("accreditation-lks", date(2020, 1, 1)?)?;
/// assert_eq!(plan.id(), "permensos-17-2012");
/// # Ok::<(), lkks::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct RuleBook {
    plans: Vec<Arc<Plan>>,
    chosen: Vec<String>,
    assumed: Vec<String>,
}

impl RuleBook {
    /// Every pack that comes with the library. Only law applies by itself; examples and
    /// illustrations apply once they are chosen with [`RuleBook::using`].
    ///
    /// ```
    /// let book = lkks::RuleBook::indonesia();
    /// assert_eq!(book.plan("permensos-17-2012").map(|plan| plan.grades().len()), Some(3));
    /// assert!(book.chosen().is_empty(), "only law applies by itself");
    /// ```
    pub fn indonesia() -> Self {
        // INVARIANT: the packs that are compiled in load; a test proves it.
        INDONESIA.clone().unwrap_or_default()
    }

    /// A book without packs.
    ///
    /// ```
    /// let book = lkks::RuleBook::empty();
    /// assert_eq!(book.plans().count(), 0);
    /// ```
    pub fn empty() -> Self {
        Self::default()
    }

    /// A book of these packs, in any order.
    ///
    /// ```
    /// use lkks::RuleBook;
    /// // A city's list extends the national law, so it cannot stand alone.
    /// let city = RuleBook::indonesia().pack("kota-semarang-800-661-2023")?.clone();
    /// let error = RuleBook::new(vec![city]).unwrap_err();
    /// assert_eq!(error.path(), "kota-semarang-800-661-2023.extends");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of every pack, under the pack's id.
    pub fn new(packs: Vec<Pack>) -> Result<Self, Error> {
        let mut book = Self::empty();
        let mut waiting = packs;
        let mut problems = Vec::new();
        // A pack goes in once the pack it extends is in; what is left over waits for ever.
        loop {
            let before = waiting.len();
            let mut left = Vec::new();
            for pack in waiting {
                let blocked = pack.extends.as_ref().is_some_and(|base| book.plan(base).is_none());
                if blocked {
                    left.push(pack);
                } else {
                    let id = pack.id.clone();
                    let found = book.add(pack);
                    problems.extend(found.into_iter().map(|p| {
                        let path = join(&id, &p.path);
                        p.at(path)
                    }));
                }
            }
            waiting = left;
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
        }
        for pack in &waiting {
            let base = pack.extends.as_deref().unwrap_or_default();
            let is_here = waiting.iter().any(|other| other.id == base);
            let code = if is_here { Code::ExtendsCycle } else { Code::UnknownPack };
            let known = book.plans.iter().map(|plan| plan.id.as_str());
            let problem = Problem::error(code).value(base).suggest(known);
            problems.push(problem.at(format!("{}.extends", pack.id)));
        }
        let versions = book.link();
        problems.extend(versions);
        Error::if_any(problems)?;
        Ok(book)
    }

    /// The book in this JSON text, as [`RuleBook::to_json`] writes it.
    ///
    /// ```
    /// use lkks::RuleBook;
    /// let text = RuleBook::indonesia().using("ilustrasi-instrumen-lks")?.to_json();
    /// let book = RuleBook::from_json(&text)?;
    /// assert_eq!(book.chosen(), ["ilustrasi-instrumen-lks"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of every pack, under the pack's id.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let data: BookData = decode::from_json(text)?;
        let mut book = Self::new(data.packs)?;
        for id in &data.chosen {
            book = book.using(id)?;
        }
        for id in &data.assumed {
            book = book.assuming(id)?;
        }
        Ok(book)
    }

    /// The whole book as canonical JSON, which reads back as the same book.
    ///
    /// ```
    /// use lkks::RuleBook;
    /// let text = RuleBook::indonesia().to_json();
    /// assert_eq!(RuleBook::from_json(&text)?.to_json(), text);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        let packs = self.plans().filter_map(|plan| plan.chain.last());
        crate::canonical::canonical_json(&BookData {
            packs: packs.map(|pack| pack.as_ref().clone()).collect(),
            chosen: self.chosen.clone(),
            assumed: self.assumed.clone(),
        })
    }

    /// This book and the pack in this TOML text.
    ///
    /// ```
    /// let book = lkks::RuleBook::empty().with_toml(r#"
    ///     id = "contoh"
    ///     subject = "registration"
    ///     title = { id = "Contoh", en = "Example" }
    ///     source = "made up"
    /// "#)?;
    /// assert!(book.plan("contoh").is_some());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the pack, each with its line and column.
    #[cfg(feature = "toml")]
    pub fn with_toml(&self, text: &str) -> Result<Self, Error> {
        self.with_loaded(&Loaded::from_toml(text)?)
    }

    /// This book and the pack in this JSON text.
    ///
    /// ```
    /// use lkks::message::Code;
    /// let book = lkks::RuleBook::empty().with_json(r#"{
    ///     "id": "contoh", "subject": "registration", "source": "made up",
    ///     "title": { "id": "Contoh", "en": "Example" }
    /// }"#)?;
    /// assert!(book.plan("contoh").is_some());
    /// assert_eq!(book.with_json("{}").unwrap_err().code(), Code::MissingField);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// Every problem of the pack.
    pub fn with_json(&self, text: &str) -> Result<Self, Error> {
        self.with_loaded(&Loaded::from_json(text)?)
    }

    fn with_loaded(&self, loaded: &Loaded) -> Result<Self, Error> {
        let mut book = self.clone();
        let mut problems = book.add(loaded.pack.clone());
        // The book had no such problem before, so whatever is found now came with this pack, also
        // where the version that starts later, and so is named, was there already.
        let own = format!("{}.", loaded.pack.id);
        problems.extend(book.link().into_iter().map(|problem| {
            match problem.path.strip_prefix(&own).map(str::to_owned) {
                Some(path) => problem.at(path),
                None => Problem {
                    value: problem.expected.clone(),
                    expected: problem.value.clone(),
                    ..problem.at("in_force")
                },
            }
        }));
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(loaded.error(problems));
        }
        Ok(book)
    }

    /// This book with the pack of this id, or the versions of this series, applied instead of the
    /// law on the same subject while in force. This is how an example or an illustration is used.
    ///
    /// ```
    /// let book = lkks::RuleBook::indonesia().using("ilustrasi-instrumen-lks")?;
    /// assert_eq!(book.chosen(), ["ilustrasi-instrumen-lks"]);
    /// assert!(book.using("no-such-pack").is_err());
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-pack`.
    pub fn using(&self, id: &str) -> Result<Self, Error> {
        if !self.plans.iter().any(|plan| plan.id == id || plan.series == id) {
            return Err(self.unknown(id));
        }
        let mut book = self.clone();
        if !book.chosen.iter().any(|chosen| chosen == id) {
            book.chosen.push(id.to_owned());
        }
        Ok(book)
    }

    /// This book with the pack of this id applied on any day, in force or not: the law as it stood,
    /// or as it will stand.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// use lkks::{Register, RuleBook};
    /// // What if the rules of 2025 had applied in 2024 already?
    /// let register = Register::from_json(r#"{
    ///     "body": { "name": "LKKS Contoh", "level": "regency", "region": "33.75" },
    ///     "organisations": [{ "id": "LKS-001", "name": "Yayasan Contoh" }]
    /// }"#)?;
    /// let book = RuleBook::indonesia().assuming("permensos-8-2025")?;
    /// let assessment = register.assess(&book, date(2024, 1, 1)?)?;
    /// let rules = assessment.verdict("LKS-001")?.accreditation.rules.as_ref();
    /// assert_eq!(rules.map(|used| used.pack.as_str()), Some("permensos-8-2025"));
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-pack`.
    pub fn assuming(&self, id: &str) -> Result<Self, Error> {
        if self.plan(id).is_none() {
            return Err(self.unknown(id));
        }
        let mut book = self.clone();
        if !book.assumed.iter().any(|assumed| assumed == id) {
            book.assumed.push(id.to_owned());
        }
        Ok(book)
    }

    /// What [`RuleBook::assuming`] has assumed.
    ///
    /// ```
    /// let book = lkks::RuleBook::indonesia().assuming("permensos-8-2025")?;
    /// assert_eq!(book.assumed(), ["permensos-8-2025"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn assumed(&self) -> &[String] {
        &self.assumed
    }

    /// What [`RuleBook::using`] has chosen.
    ///
    /// ```
    /// let book = lkks::RuleBook::indonesia().using("ban-sm-sd")?;
    /// assert_eq!(book.chosen(), ["ban-sm-sd"]);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    pub fn chosen(&self) -> &[String] {
        &self.chosen
    }

    /// Every pack with all it extends, in order of id.
    ///
    /// ```
    /// let book = lkks::RuleBook::indonesia();
    /// let ids: Vec<_> = book.plans().map(|plan| plan.id()).collect();
    /// assert!(ids.is_sorted() && ids.contains(&"permensos-8-2025"));
    /// ```
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.iter().map(AsRef::as_ref)
    }

    /// The pack of this id with all it extends.
    ///
    /// ```
    /// let book = lkks::RuleBook::indonesia();
    /// let city = book.plan("kota-semarang-800-661-2023");
    /// assert_eq!(city.map(|plan| plan.packs().count()), Some(2), "the city's list and the law");
    /// ```
    pub fn plan(&self, id: &str) -> Option<&Arc<Plan>> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// The pack of this id as it is written.
    ///
    /// ```
    /// use lkks::message::Code;
    /// let book = lkks::RuleBook::indonesia();
    /// assert_eq!(book.pack("permensos-8-2025")?.repeals, ["permensos-17-2012"]);
    /// assert_eq!(book.pack("permensos-8-2024").unwrap_err().code(), Code::UnknownPack);
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-pack`, with the nearest id as a suggestion.
    pub fn pack(&self, id: &str) -> Result<&Pack, Error> {
        let plan = self.plan(id).ok_or_else(|| self.unknown(id))?;
        plan.chain.last().map(AsRef::as_ref).ok_or_else(|| self.unknown(id))
    }

    /// The version of a series (or the pack of this id) that is in force on a day.
    ///
    /// ```
    /// use lkks::calendar::date;
    /// let book = lkks::RuleBook::indonesia();
    /// assert_eq!(book.in_force("accreditation-lks", date(2025, 7, 31)?)?.id(), "permensos-17-2012");
    /// assert_eq!(book.in_force("accreditation-lks", date(2025, 8, 1)?)?.id(), "permensos-8-2025");
    /// # Ok::<(), lkks::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-pack`, or `no-version-in-force`.
    pub fn in_force(&self, series: &str, on: Date) -> Result<&Arc<Plan>, Error> {
        let mut of_series = self.plans.iter().filter(|p| p.series == series || p.id == series);
        if of_series.clone().next().is_none() {
            return Err(self.unknown(series));
        }
        of_series
            .find(|plan| plan.is_in_force(on))
            .ok_or_else(|| Problem::error(Code::NoVersionInForce).value(series).expected(on).into())
    }

    /// What is doubtful in the packs: open figures, criteria that cannot fail or cannot be met,
    /// bands with gaps, citations of repealed texts. Paths start with the pack's id.
    ///
    /// ```
    /// let problems = lkks::RuleBook::indonesia().lint();
    /// let open = |problem: &lkks::Problem| problem.path.starts_with("permensos-17-2012.open");
    /// assert!(problems.iter().any(open), "figures that no source gives are named");
    /// ```
    pub fn lint(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for plan in self.plans() {
            check::lint(plan, self, &mut problems);
        }
        problems
    }

    /// The plan that decides about `subject` for an organisation in `region` on `on`; `applies`
    /// says whether a plan applies to it at all. An assumed plan comes before a chosen one, a chosen
    /// one before the law, a narrower region before a wider one.
    pub(crate) fn select(
        &self,
        subject: Subject,
        region: Option<&RegionCode>,
        on: Date,
        applies: impl Fn(&Plan) -> bool,
    ) -> Option<&Arc<Plan>> {
        let assumed = |plan: &Plan| self.is_assumed(plan) && self.may_apply(plan, region);
        let mut assumed =
            self.plans.iter().filter(|p| p.subject == subject && assumed(p) && applies(p));
        assumed.next().or_else(|| self.select_in_force(subject, region, on, &applies))
    }

    /// The same without what is only assumed: what was really in force.
    pub(crate) fn select_in_force(
        &self,
        subject: Subject,
        region: Option<&RegionCode>,
        on: Date,
        applies: impl Fn(&Plan) -> bool,
    ) -> Option<&Arc<Plan>> {
        let candidates = self.plans.iter().filter(|plan| {
            plan.subject == subject && plan.is_in_force(on) && self.may_apply(plan, region)
        });
        // The first in order of id among equals, so that the choice never depends on chance.
        let mut best: Option<&Arc<Plan>> = None;
        for plan in candidates.filter(|plan| applies(plan)) {
            if best.is_none_or(|best| self.rank(plan) > self.rank(best)) {
                best = Some(plan);
            }
        }
        best
    }

    /// The day on which a plan started, if it has by `on`; one that is assumed has.
    pub(crate) fn start(&self, plan: &Plan, on: Date) -> Option<Date> {
        let first = plan.first_day()?;
        if self.is_assumed(plan) { Some(first.min(on)) } else { Some(first).filter(|d| *d <= on) }
    }

    /// What comes first among plans in force: what is wanted, then the narrower region, then what
    /// extends another.
    pub(crate) fn rank(&self, plan: &Plan) -> (bool, usize, usize) {
        let is_wanted = self.is_chosen(plan) || self.is_assumed(plan);
        let narrowness = plan.region.as_ref().map_or(0, |region| region.as_str().len());
        (is_wanted, narrowness, plan.chain.len())
    }

    #[cfg(feature = "columns")]
    pub(crate) fn shared_plans(&self) -> impl Iterator<Item = &Arc<Plan>> {
        self.plans.iter()
    }

    fn is_chosen(&self, plan: &Plan) -> bool {
        self.chosen.iter().any(|chosen| *chosen == plan.id || *chosen == plan.series)
    }

    pub(crate) fn is_assumed(&self, plan: &Plan) -> bool {
        self.assumed.contains(&plan.id)
    }

    /// Whether a plan applies in `region` at all, whatever the day: examples and illustrations do
    /// only once they are chosen.
    pub(crate) fn may_apply(&self, plan: &Plan, region: Option<&RegionCode>) -> bool {
        let is_real =
            plan.status == PackStatus::Law || self.is_chosen(plan) || self.is_assumed(plan);
        is_real && plan.region.as_ref().is_none_or(|own| region.is_some_and(|r| own.contains(r)))
    }

    fn unknown(&self, id: &str) -> Error {
        let known = self.plans.iter().flat_map(|p| [p.id.as_str(), p.series.as_str()]);
        Problem::error(Code::UnknownPack).value(id).suggest(known).into()
    }

    /// Adds a pack whose base is here already; returns what is wrong, with paths in the pack.
    fn add(&mut self, pack: Pack) -> Vec<Problem> {
        let mut problems = Vec::new();
        if pack.id.trim().is_empty() || pack.id.contains(char::is_whitespace) {
            problems.push(Problem::error(Code::InvalidId).value(&pack.id).at("id"));
        }
        if self.plan(&pack.id).is_some() {
            let problem = Problem::error(Code::DuplicateId).value(&pack.id).expected("rule book");
            problems.push(problem.at("id"));
            return problems;
        }
        let mut chain = match &pack.extends {
            None => Vec::new(),
            Some(base) => match self.plan(base) {
                Some(plan) => plan.chain.clone(),
                None => {
                    let own = *base == pack.id;
                    let code = if own { Code::ExtendsCycle } else { Code::UnknownPack };
                    let known = self.plans.iter().map(|plan| plan.id.as_str());
                    problems.push(Problem::error(code).value(base).suggest(known).at("extends"));
                    return problems;
                }
            },
        };
        chain.push(Arc::new(pack));
        if let Some(plan) = Plan::compile(chain, &mut problems) {
            check::errors(&plan, &mut problems);
            let place = self.plans.partition_point(|known| known.id < plan.id);
            self.plans.insert(place, Arc::new(plan));
        }
        problems
    }

    /// Puts the versions of each series in order of time: each ends the day before the next starts,
    /// unless it says when. Returns overlaps and gaps.
    fn link(&mut self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut series: Vec<String> = self.plans.iter().map(|plan| plan.series.clone()).collect();
        series.order();
        series.dedup();
        for name in series {
            let mut versions: Vec<usize> =
                (0..self.plans.len()).filter(|&i| self.plans[i].series == name).collect();
            versions.order_by_key(|&i| self.plans[i].first_day());
            for pair in versions.windows(2) {
                let [earlier, later] = *pair else { continue };
                let (Some(start), id) =
                    (self.plans[later].first_day(), self.plans[later].id.clone())
                else {
                    continue;
                };
                let own_end = self.plans[earlier].until.as_ref().map(crate::rules::pack::Edge::day);
                let before = &self.plans[earlier];
                let (code, at) = match own_end {
                    _ if before.first_day() == Some(start) => {
                        (Some(Code::VersionOverlap), "in_force.from")
                    }
                    Some(end) if end >= start => (Some(Code::VersionOverlap), "in_force.from"),
                    Some(end) if end.day_after() < start => {
                        (Some(Code::VersionGap), "in_force.from")
                    }
                    _ => (None, ""),
                };
                if let Some(code) = code {
                    let problem = Problem::error(code).value(&id).expected(&before.id);
                    problems.push(problem.at(format!("{id}.{at}")));
                }
                let last_day = own_end.unwrap_or_else(|| start.day_before());
                let ends = if own_end.is_none() { self.plans[later].from.clone() } else { None };
                if before.last_day != Some(last_day) || before.ends != ends {
                    let before = Arc::make_mut(&mut self.plans[earlier]);
                    before.last_day = Some(last_day);
                    before.ends = ends;
                }
            }
        }
        self.repeal();
        self.follow_bases();
        problems
    }

    /// What a law repeals ends the day before that law starts, whatever its series.
    fn repeal(&mut self) {
        for later in 0..self.plans.len() {
            let law = Arc::clone(&self.plans[later]);
            let (Some(from), PackStatus::Law) = (&law.from, law.status) else { continue };
            let last_day = from.day().day_before();
            let repealed = law.chain.last().map(|pack| pack.repeals.clone()).unwrap_or_default();
            for plan in &mut self.plans {
                let ends_later = plan.last_day.is_none_or(|own| last_day < own);
                let everywhere = law.region.is_none() || law.region == plan.region;
                if repealed.contains(&plan.id) && ends_later && everywhere {
                    let plan = Arc::make_mut(plan);
                    plan.last_day = Some(last_day);
                    plan.ends = Some(from.clone());
                }
            }
        }
    }

    /// A pack does not outlive the one it extends, unless it says until when it is in force.
    fn follow_bases(&mut self) {
        // Bases come to rest before what extends them: a chain is longer than its base's.
        let mut order: Vec<usize> = (0..self.plans.len()).collect();
        order.order_by_key(|&index| self.plans[index].chain.len());
        for index in order {
            let plan = &self.plans[index];
            let Some(pack) = plan.chain.last() else { continue };
            let says_itself = pack.in_force.as_ref().is_some_and(|days| days.until.is_some());
            let base = pack.extends.as_ref().and_then(|base| self.plan(base));
            let Some((end, edge)) = base.and_then(|base| {
                Some((base.last_day?, base.ends.clone().or_else(|| base.until.clone())))
            }) else {
                continue;
            };
            if !says_itself && plan.last_day.is_none_or(|own| end < own) {
                let plan = Arc::make_mut(&mut self.plans[index]);
                plan.last_day = Some(end);
                plan.ends = edge;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packs_that_come_with_the_library_load() {
        assert_eq!(INDONESIA.as_ref().err(), None);
        assert!(RuleBook::indonesia().plans().count() > 10);
    }

    fn pack(json: &str) -> String {
        format!(
            r#"{{ "title": {{ "id": "x", "en": "x" }}, "source": "made up for a test", {json} }}"#
        )
    }

    fn codes(result: Result<RuleBook, Error>) -> Vec<Code> {
        result.map_or_else(|e| e.problems().iter().map(|p| p.code).collect(), |_| Vec::new())
    }

    #[test]
    fn a_pack_cannot_extend_itself_or_a_stranger() {
        let own = pack(r#""id": "a", "subject": "registration", "extends": "a""#);
        assert_eq!(codes(RuleBook::empty().with_json(&own)), [Code::ExtendsCycle]);
        let stranger = pack(r#""id": "a", "subject": "registration", "extends": "b""#);
        assert_eq!(codes(RuleBook::empty().with_json(&stranger)), [Code::UnknownPack]);
        let read =
            |text: &str| -> Pack { serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}")) };
        let circle = vec![
            read(&pack(r#""id": "a", "subject": "registration", "extends": "b""#)),
            read(&pack(r#""id": "b", "subject": "registration", "extends": "a""#)),
        ];
        assert_eq!(codes(RuleBook::new(circle)), [Code::ExtendsCycle, Code::ExtendsCycle]);
    }

    #[test]
    fn a_version_ends_the_day_before_the_next_one_starts() {
        let version = |id: &str, from: &str, until: &str| {
            let until = if until.is_empty() {
                String::new()
            } else {
                format!(r#", "until": {{ "known": "{until}", "certainty": "assumed" }}"#)
            };
            pack(&format!(
                r#""id": "{id}", "series": "s", "subject": "registration",
                "in_force": {{ "from": {{ "known": "{from}", "certainty": "assumed" }}{until} }}"#
            ))
        };
        let first = RuleBook::empty().with_json(&version("a", "2020-01-01", ""));
        let book = first.and_then(|book| book.with_json(&version("b", "2024-02-29", "")));
        let book = book.unwrap_or_else(|e| panic!("{e}"));
        let id = |on: &str| {
            let on = on.parse().unwrap_or_else(|e| panic!("{e:?}"));
            book.in_force("s", on).map(|plan| plan.id.clone()).map_err(|e| e.code())
        };
        assert_eq!(id("2019-12-31"), Err(Code::NoVersionInForce));
        assert_eq!(id("2024-02-28"), Ok("a".into()));
        assert_eq!(id("2024-02-29"), Ok("b".into()));
        assert_eq!(codes(book.with_json(&version("c", "2024-02-29", ""))), [Code::VersionOverlap]);
        let late = book.with_json(&version("c", "2022-01-01", "2024-12-31"));
        let late = late.map(drop).map_err(|e| (e.code(), e.path().to_owned()));
        assert_eq!(late, Err((Code::VersionOverlap, "in_force".to_owned())));
        let gap = RuleBook::empty().with_json(&version("a", "2020-01-01", "2020-12-31"));
        let gap = gap.and_then(|book| book.with_json(&version("b", "2021-01-02", "")));
        assert_eq!(codes(gap), [Code::VersionGap]);
    }
}
