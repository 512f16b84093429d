//! A pack together with those it extends, compiled once: the plan that assessment runs.
//!
//! Names become positions, written figures become typed values, texts are made once. Evaluation is
//! three-valued (Kleene) with a fourth state for what does not apply: missing evidence is unknown,
//! never no, and every criterion is evaluated.

use crate::Decimal;
use crate::calendar::{Date, Duration, LeapDay, Validity};
use crate::facts::{BuiltIn, Fact, FactSpec, FactType, Scope, Value};
use crate::message::{Code, Localised};
use crate::problem::Problem;
use crate::region::RegionCode;
use crate::rules::cite::{Certainty, Citation};
use crate::rules::condition::{Comparison, Condition};
use crate::rules::describe;
use crate::rules::pack::{
    Component, Deadline, Edge, FactDeclaration, Floor, Gate, Grade, Instrument, Pack, PackStatus,
    Renewal, Subject, Transition, ValidityFigure,
};
use serde::Serialize;
use std::sync::Arc;

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    True,
    False,
    Unknown,
    /// It asks of something that has no meaning here.
    NotApplicable,
}

/// A condition with positions for names and values for figures.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
    Leaf { fact: usize, ask: Ask },
}

/// What is asked of one fact.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    Valid,
    Present,
    OneOf(Vec<Value>),
    AtLeast(Value),
    AtMost(Value),
    MoreThan(Value),
    LessThan(Value),
    HeldFor(Duration),
}

impl Test {
    /// Whether it holds for `facts` on `on`.
    pub(crate) fn evaluate(&self, facts: &[Fact], on: Date) -> Truth {
        match self {
            Self::All(parts) => {
                combine(parts.iter().map(|p| p.evaluate(facts, on)), Truth::False, Truth::True)
            }
            Self::Any(parts) => {
                combine(parts.iter().map(|p| p.evaluate(facts, on)), Truth::True, Truth::False)
            }
            Self::Not(part) => match part.evaluate(facts, on) {
                Truth::True => Truth::False,
                Truth::False => Truth::True,
                other => other,
            },
            Self::Leaf { fact, ask } => match facts.get(*fact) {
                Some(Fact::Known(value)) => ask.of(value, on),
                Some(Fact::NotApplicable) => Truth::NotApplicable,
                Some(Fact::Unknown(_)) | None => Truth::Unknown,
            },
        }
    }

    /// Calls `each` with every leaf.
    pub(crate) fn leaves<'a>(&'a self, each: &mut impl FnMut(usize, &'a Ask)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|p| p.leaves(each)),
            Self::Not(part) => part.leaves(each),
            Self::Leaf { fact, ask } => each(*fact, ask),
        }
    }

    /// The positions of the facts it asks about, each once.
    pub(crate) fn facts(&self) -> Vec<usize> {
        let mut positions = Vec::new();
        self.leaves(&mut |fact, _| {
            if !positions.contains(&fact) {
                positions.push(fact);
            }
        });
        positions
    }
}

/// Kleene's conjunction, or disjunction with the two values swapped; what does not apply is left
/// out, and nothing but such parts does not apply itself.
fn combine(parts: impl Iterator<Item = Truth>, decisive: Truth, neutral: Truth) -> Truth {
    let mut result = Truth::NotApplicable;
    for part in parts {
        match part {
            _ if part == decisive => return decisive,
            Truth::NotApplicable => {}
            Truth::Unknown => result = Truth::Unknown,
            _ if result == Truth::NotApplicable => result = neutral,
            _ => {}
        }
    }
    result
}

impl Ask {
    fn of(&self, value: &Value, on: Date) -> Truth {
        let truth = |holds: bool| if holds { Truth::True } else { Truth::False };
        match (self, value) {
            (Self::Present, Value::Document(document)) => truth(document.present),
            (Self::Valid, Value::Document(document)) => match document.last_day {
                _ if !document.present => Truth::False,
                Some(last_day) => truth(on <= last_day),
                None if document.undated => Truth::Unknown,
                None => Truth::True,
            },
            (Self::OneOf(values), _) => truth(values.contains(value)),
            (Self::AtLeast(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_ge())),
            (Self::AtMost(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_le())),
            (Self::MoreThan(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_gt())),
            (Self::LessThan(bound), _) => truth(compare(value, bound).is_some_and(|o| o.is_lt())),
            (Self::HeldFor(duration), Value::Date(since)) => {
                truth(duration.after(*since, LeapDay::LastOfMonth).is_ok_and(|day| day <= on))
            }
            _ => Truth::Unknown,
        }
    }

    /// How far `value` is from the bound: positive when it is met with room to spare.
    pub(crate) fn margin(&self, value: &Value, on: Date) -> Option<Margin> {
        let points =
            |a: Decimal, b: Decimal| Margin { amount: a.minus(b), unit: MarginUnit::Points };
        let days = |n: i64| {
            Decimal::from_integer(n).ok().map(|amount| Margin { amount, unit: MarginUnit::Days })
        };
        match (self, value) {
            (
                Self::AtLeast(Value::Number(b)) | Self::MoreThan(Value::Number(b)),
                Value::Number(v),
            ) => Some(points(*v, *b)),
            (
                Self::AtMost(Value::Number(b)) | Self::LessThan(Value::Number(b)),
                Value::Number(v),
            ) => Some(points(*b, *v)),
            (Self::AtLeast(Value::Date(b)) | Self::MoreThan(Value::Date(b)), Value::Date(v)) => {
                days(v.days_since(*b))
            }
            (Self::AtMost(Value::Date(b)) | Self::LessThan(Value::Date(b)), Value::Date(v)) => {
                days(b.days_since(*v))
            }
            (Self::HeldFor(duration), Value::Date(since)) => {
                let due = duration.after(*since, LeapDay::LastOfMonth).ok()?;
                days(on.days_since(due))
            }
            (Self::Valid, Value::Document(document)) if document.present => {
                days(document.last_day?.days_since(on))
            }
            _ => None,
        }
    }
}

fn compare(a: &Value, b: &Value) -> Option<std::cmp::Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

/// How far a finding is from its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Margin {
    /// How far; negative when the requirement is missed by so much.
    pub amount: Decimal,
    /// In what.
    pub unit: MarginUnit,
}

crate::decode::text_enum! {
    /// What a margin counts.
    pub enum MarginUnit {
        /// Days.
        Days = "days",
        /// Points, or whatever the number counts.
        Points = "points",
    }
}

/// What a finding says of its criterion, made once for a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CriterionInfo {
    /// The identifier of the criterion.
    pub criterion: String,
    /// What it stands before.
    pub gate: Gate,
    /// The grade it stands before, where that is its gate.
    pub grade: Option<String>,
    /// What a person calls it.
    pub label: Localised,
    /// What is required, in words.
    pub required: Localised,
    /// Where it stands.
    pub citation: Option<Citation>,
    /// The citation as lawyers write it.
    pub cited: Option<String>,
    /// How sure we are that it is so.
    pub certainty: Certainty,
    /// The pack that sets it.
    pub pack: String,
}

/// A fact a plan asks for.
#[derive(Clone, Debug)]
pub(crate) struct PlanFact {
    pub(crate) spec: FactSpec,
    pub(crate) built_in: bool,
    pub(crate) valid_for: Option<Validity>,
}

/// A criterion ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) struct PlanCriterion {
    pub(crate) info: Arc<CriterionInfo>,
    pub(crate) when: Option<Test>,
    pub(crate) require: Test,
}

/// A component with the position of its fact.
#[derive(Clone, Debug)]
pub(crate) struct PlanComponent {
    pub(crate) fact: usize,
    pub(crate) component: Component,
}

/// A floor ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) struct PlanFloor {
    pub(crate) info: Arc<CriterionInfo>,
    /// Positions among the components.
    pub(crate) components: Vec<usize>,
    pub(crate) floor: Floor,
}

/// An instrument ready to be evaluated.
#[derive(Clone, Debug)]
pub(crate) struct PlanInstrument {
    pub(crate) components: Vec<PlanComponent>,
    pub(crate) floors: Vec<PlanFloor>,
    pub(crate) rules: Instrument,
}

/// A pack with all it extends, ready to assess.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(crate) id: String,
    pub(crate) series: String,
    pub(crate) subject: Subject,
    pub(crate) status: PackStatus,
    pub(crate) title: Localised,
    pub(crate) region: Option<RegionCode>,
    /// The packs it is made of, the widest first.
    pub(crate) chain: Vec<Arc<Pack>>,
    pub(crate) facts: Vec<PlanFact>,
    pub(crate) applies_when: Option<Test>,
    pub(crate) criteria: Vec<PlanCriterion>,
    pub(crate) grades: Vec<Grade>,
    pub(crate) instrument: Option<PlanInstrument>,
    pub(crate) validity: Option<ValidityFigure>,
    pub(crate) renewal: Option<Renewal>,
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) transitions: Vec<Transition>,
    pub(crate) from: Option<Edge>,
    pub(crate) until: Option<Edge>,
    /// The last day in force, as the chain of versions gives it.
    pub(crate) last_day: Option<Date>,
    /// The day of another pack that gave the last day: the start of the next version.
    pub(crate) ends: Option<Edge>,
    pub(crate) sha256: String,
}

impl Plan {
    /// The identifier of its pack.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The chain of versions it belongs to.
    pub fn series(&self) -> &str {
        &self.series
    }

    /// What it decides about.
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// Its title.
    pub const fn title(&self) -> &Localised {
        &self.title
    }

    /// Whether it is law, an example or an illustration.
    pub const fn status(&self) -> PackStatus {
        self.status
    }

    /// The packs it is made of, the widest first.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        self.chain.iter().map(AsRef::as_ref)
    }

    /// Its grades, the best first.
    pub fn grades(&self) -> &[Grade] {
        &self.grades
    }

    /// The deadlines of its procedure.
    pub fn deadlines(&self) -> &[Deadline] {
        &self.deadlines
    }

    /// The first day it is in force; always, when open.
    pub fn first_day(&self) -> Option<Date> {
        self.from.as_ref().map(Edge::day)
    }

    /// The last day it is in force; nothing while no later version is known.
    pub const fn last_day(&self) -> Option<Date> {
        self.last_day
    }

    /// Whether it is in force on `on`.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.first_day().is_none_or(|first| first <= on)
            && self.last_day.is_none_or(|last| on <= last)
    }

    /// The SHA-256 of the canonical JSON of the packs it is made of.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The days on which it starts and ends, as far as they are known.
    pub(crate) fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.from.iter().chain(&self.until).chain(&self.ends)
    }

    pub(crate) fn grade(&self, code: &str) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.code == code)
    }

    /// The place of a grade among the grades, 0 for the best.
    pub(crate) fn rank(&self, code: &str) -> Option<usize> {
        self.grades.iter().position(|grade| grade.code == code)
    }

    /// Compiles a pack with those it extends (`chain`, the widest first). What is wrong is added to
    /// `problems` with paths in the last pack, the only one that is new.
    pub(crate) fn compile(chain: Vec<Arc<Pack>>, problems: &mut Vec<Problem>) -> Option<Self> {
        let pack = Arc::clone(chain.last()?);
        let inherited = |pick: fn(&Pack) -> bool| chain.iter().rev().find(|p| pick(p));
        let Some(subject) = chain.iter().rev().find_map(|p| p.subject) else {
            problems.push(Problem::error(Code::MissingField).expected("subject").at("subject"));
            return None;
        };
        let mut compiler = Compiler { facts: Vec::new(), declared: Vec::new(), subject };
        let mut plan = Self {
            id: pack.id.clone(),
            series: pack.series.clone().unwrap_or_else(|| pack.id.clone()),
            subject,
            status: pack.status,
            title: pack.title.clone(),
            region: pack.region.clone(),
            facts: Vec::new(),
            applies_when: None,
            criteria: Vec::new(),
            grades: inherited(|p| !p.grades.is_empty()).map_or(Vec::new(), |p| p.grades.clone()),
            instrument: None,
            validity: inherited(|p| p.validity.is_some()).and_then(|p| p.validity.clone()),
            renewal: inherited(|p| p.renewal.is_some()).and_then(|p| p.renewal.clone()),
            deadlines: chain.iter().flat_map(|p| p.deadlines.iter().cloned()).collect(),
            transitions: chain.iter().flat_map(|p| p.transitions.iter().cloned()).collect(),
            from: inherited(|p| p.in_force.is_some())
                .and_then(|p| p.in_force.as_ref().map(|f| f.from.clone())),
            until: inherited(|p| p.in_force.is_some())
                .and_then(|p| p.in_force.as_ref().and_then(|f| f.until.clone())),
            last_day: None,
            ends: None,
            sha256: crate::assess::receipt::sha256_of(&chain),
            chain: chain.clone(),
        };
        plan.last_day = plan.until.as_ref().map(Edge::day);
        for (depth, part) in chain.iter().enumerate() {
            let is_new = depth + 1 == chain.len();
            // A base was checked when it was loaded itself.
            let mut ignored = Vec::new();
            let found = if is_new { &mut *problems } else { &mut ignored };
            compiler.declare(part, found);
            if let Some(condition) = &part.applies_when {
                let test = compiler.test(condition, "applies_when", found);
                plan.applies_when = test.or(plan.applies_when);
            }
            for (index, criterion) in part.criteria.iter().enumerate() {
                let path = format!("criterion[{index}]");
                plan.add_criterion(&mut compiler, part, criterion, &path, found);
            }
        }
        if let Some(part) = inherited(|p| p.instrument.is_some()) {
            plan.add_instrument(&mut compiler, part, problems);
        }
        plan.facts = compiler.facts;
        Some(plan)
    }

    fn add_criterion(
        &mut self,
        compiler: &mut Compiler,
        pack: &Pack,
        criterion: &crate::rules::pack::Criterion,
        path: &str,
        problems: &mut Vec<Problem>,
    ) {
        if self.criteria.iter().any(|known| known.info.criterion == criterion.id) {
            let problem = Problem::error(Code::DuplicateId).value(&criterion.id);
            problems.push(problem.expected("criterion").at(format!("{path}.id")));
        }
        if let Some(grade) = &criterion.grade {
            self.check_grade(grade, &format!("{path}.grade"), problems);
        } else if criterion.gates == Gate::Grade {
            problems.push(Problem::error(Code::MissingField).expected("grade").at(path));
        }
        let when = criterion
            .when
            .as_ref()
            .map(|when| compiler.test(when, &format!("{path}.when"), problems));
        let require = compiler.test(&criterion.require, &format!("{path}.require"), problems);
        let (Some(require), false) = (require, matches!(when, Some(None))) else { return };
        let label = criterion.label.clone().unwrap_or_else(|| compiler.label_of(&require));
        self.criteria.push(PlanCriterion {
            info: Arc::new(CriterionInfo {
                criterion: criterion.id.clone(),
                gate: criterion.gates,
                grade: criterion.grade.clone(),
                label,
                required: describe::condition(&criterion.require, &compiler.facts),
                citation: Some(criterion.cite.clone()),
                cited: Some(criterion.cite.to_string()),
                certainty: criterion.certainty,
                pack: pack.id.clone(),
            }),
            when: when.flatten(),
            require,
        });
    }

    fn add_instrument(
        &mut self,
        compiler: &mut Compiler,
        pack: &Pack,
        problems: &mut Vec<Problem>,
    ) {
        let Some(rules) = &pack.instrument else { return };
        let mut components = Vec::new();
        for (index, component) in rules.components.iter().enumerate() {
            let path = format!("instrument.component[{index}].fact");
            let Some(fact) = compiler.fact(&component.fact, &path, problems) else { continue };
            let spec = &compiler.facts[fact].spec;
            let numeric = matches!(spec.kind, FactType::Decimal | FactType::Integer);
            if !numeric || spec.min.is_none() || spec.max.is_none() {
                let problem = Problem::error(Code::FactType).value(&component.fact);
                problems.push(problem.expected("decimal, min, max").at(path));
                continue;
            }
            components.push(PlanComponent { fact, component: component.clone() });
        }
        for (index, band) in rules.bands.iter().enumerate() {
            self.check_grade(&band.grade, &format!("instrument.band[{index}].grade"), problems);
        }
        let mut floors = Vec::new();
        for (index, floor) in rules.floors.iter().enumerate() {
            let path = format!("instrument.floor[{index}]");
            if let Some(grade) = &floor.grade {
                self.check_grade(grade, &format!("{path}.grade"), problems);
            }
            let under: Vec<usize> = components
                .iter()
                .enumerate()
                .filter(|(_, c)| floor.component.as_ref().is_none_or(|f| *f == c.component.fact))
                .map(|(position, _)| position)
                .collect();
            if let (true, Some(name)) = (under.is_empty(), &floor.component) {
                let known = components.iter().map(|c| c.component.fact.as_str());
                let problem = Problem::error(Code::UnknownReference).value(name);
                let problem = problem.expected("instrument.component").suggest(known);
                problems.push(problem.at(format!("{path}.component")));
            }
            floors.push(PlanFloor {
                info: Arc::new(CriterionInfo {
                    criterion: floor.id.clone(),
                    gate: Gate::Grade,
                    grade: floor.grade.clone(),
                    label: floor.label.clone(),
                    required: describe::floor(floor, &compiler.facts),
                    citation: Some(floor.cite.clone()),
                    cited: Some(floor.cite.to_string()),
                    certainty: floor.certainty,
                    pack: pack.id.clone(),
                }),
                components: under,
                floor: floor.clone(),
            });
        }
        self.instrument = Some(PlanInstrument { components, floors, rules: rules.clone() });
    }

    fn check_grade(&self, grade: &str, path: &str, problems: &mut Vec<Problem>) {
        if self.grade(grade).is_none() {
            let known: Vec<&str> = self.grades.iter().map(|g| g.code.as_str()).collect();
            let problem = Problem::error(Code::UnknownGrade).value(grade);
            problems.push(problem.expected(known.join(", ")).at(path));
        }
    }
}

/// Turns conditions into tests, adding the facts they ask for.
struct Compiler {
    facts: Vec<PlanFact>,
    /// What the pack at hand has declared so far.
    declared: Vec<String>,
    subject: Subject,
}

impl Compiler {
    fn scope(&self) -> Scope {
        match self.subject {
            Subject::Statutes => Scope::Board,
            _ => Scope::Organisation,
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.facts.iter().position(|fact| fact.spec.name == name)
    }

    fn refines(&self, position: usize, declaration: &FactDeclaration) -> bool {
        let both_documents = self.facts[position].spec.kind == FactType::Document
            && declaration.kind == FactType::Document;
        both_documents
            && declaration.valid_for.is_some()
            && !self.declared.contains(&declaration.name)
    }

    fn declare(&mut self, pack: &Pack, problems: &mut Vec<Problem>) {
        self.declared.clear();
        for (index, declaration) in pack.facts.iter().enumerate() {
            let path = format!("fact[{index}]");
            // A local pack may say more of a document its base declares: how long it is valid there.
            let known = self.position(&declaration.name);
            if let Some(base) = known.filter(|&position| self.refines(position, declaration)) {
                self.facts[base].valid_for =
                    declaration.valid_for.as_ref().map(ValidityFigure::validity);
                self.facts[base].spec.label = declaration.label.clone();
                self.declared.push(declaration.name.clone());
                continue;
            }
            if known.is_some() || BuiltIn::named(&declaration.name, self.scope()).is_some() {
                let problem = Problem::error(Code::DuplicateId).value(&declaration.name);
                problems.push(problem.expected("fact").at(format!("{path}.name")));
                continue;
            }
            self.declared.push(declaration.name.clone());
            if let (Some(min), Some(max)) = (declaration.min, declaration.max) {
                if max < min {
                    let problem = Problem::error(Code::OutOfRange).value(max);
                    problems.push(problem.expected(format!("≥ {min}")).at(format!("{path}.max")));
                }
            }
            if declaration.kind == FactType::Choice && declaration.choices.is_empty() {
                let problem = Problem::error(Code::MissingField).expected("choices");
                problems.push(problem.at(format!("{path}.choices")));
            }
            self.facts.push(PlanFact {
                spec: declaration.spec(),
                built_in: false,
                valid_for: declaration.valid_for.as_ref().map(ValidityFigure::validity),
            });
        }
    }

    fn fact(&mut self, name: &str, path: &str, problems: &mut Vec<Problem>) -> Option<usize> {
        if let Some(position) = self.position(name) {
            return Some(position);
        }
        if let Some(built_in) = BuiltIn::named(name, self.scope()) {
            let fact = PlanFact { spec: built_in.spec(), built_in: true, valid_for: None };
            self.facts.push(fact);
            return Some(self.facts.len() - 1);
        }
        let scope = self.scope();
        let built_in = crate::facts::BUILT_IN.iter().filter(|f| f.scope == scope).map(|f| f.name);
        let known = self.facts.iter().map(|fact| fact.spec.name.as_str()).chain(built_in);
        problems.push(Problem::error(Code::UnknownFact).value(name).suggest(known).at(path));
        None
    }

    fn label_of(&self, test: &Test) -> Localised {
        let first = test.facts().first().and_then(|&fact| self.facts.get(fact));
        first.map(|fact| fact.spec.label.clone()).unwrap_or_default()
    }

    fn test(&mut self, from: &Condition, path: &str, problems: &mut Vec<Problem>) -> Option<Test> {
        match from {
            Condition::All(parts) => self.tests(parts, path, "all", problems).map(Test::All),
            Condition::Any(parts) => self.tests(parts, path, "any", problems).map(Test::Any),
            Condition::Not(part) => {
                let part = self.test(part, &format!("{path}.not"), problems)?;
                Some(Test::Not(Box::new(part)))
            }
            Condition::Document(name) => {
                self.paper(name, &format!("{path}.document"), Ask::Valid, problems)
            }
            Condition::Present(name) => {
                self.paper(name, &format!("{path}.present"), Ask::Present, problems)
            }
            Condition::Fact(name, comparison) => {
                let fact = self.fact(name, &format!("{path}.fact"), problems)?;
                let spec = &self.facts[fact].spec;
                match ask(comparison, spec) {
                    Ok(ask) => Some(Test::Leaf { fact, ask }),
                    Err(problem) => {
                        problems.push(problem.at(format!("{path}.{}", comparison.key())));
                        None
                    }
                }
            }
        }
    }

    fn tests(
        &mut self,
        parts: &[Condition],
        path: &str,
        key: &str,
        problems: &mut Vec<Problem>,
    ) -> Option<Vec<Test>> {
        if parts.is_empty() {
            let problem = Problem::error(Code::InvalidCondition).value("[]").expected("[ … ]");
            problems.push(problem.at(format!("{path}.{key}")));
        }
        let tests: Vec<Option<Test>> = parts
            .iter()
            .enumerate()
            .map(|(index, part)| self.test(part, &format!("{path}.{key}[{index}]"), problems))
            .collect();
        tests.into_iter().collect()
    }

    fn paper(
        &mut self,
        name: &str,
        path: &str,
        ask: Ask,
        problems: &mut Vec<Problem>,
    ) -> Option<Test> {
        let fact = self.fact(name, path, problems)?;
        if self.facts[fact].spec.kind != FactType::Document {
            problems.push(Problem::error(Code::FactType).value(name).expected("document").at(path));
            return None;
        }
        Some(Test::Leaf { fact, ask })
    }
}

fn ask(comparison: &Comparison, spec: &FactSpec) -> Result<Ask, Problem> {
    let only = |allowed: &[FactType]| {
        if allowed.contains(&spec.kind) {
            return Ok(());
        }
        let expected = allowed.iter().map(|kind| kind.key()).collect::<Vec<_>>().join(", ");
        Err(Problem::error(Code::FactType).value(&spec.name).expected(expected))
    };
    // A bound may lie outside the range of the fact's values; that is for the lint to find.
    let unbounded = FactSpec { min: None, max: None, ..spec.clone() };
    let ordered = [FactType::Integer, FactType::Decimal, FactType::Date];
    let bound = |scalar| {
        only(&ordered)?;
        unbounded.value(scalar)
    };
    Ok(match comparison {
        Comparison::IsYes => {
            only(&[FactType::Boolean])?;
            Ask::OneOf(vec![Value::Boolean(true)])
        }
        Comparison::Equals(value) => Ask::OneOf(vec![unbounded.value(value)?]),
        Comparison::OneOf(values) => {
            Ask::OneOf(values.iter().map(|value| unbounded.value(value)).collect::<Result<_, _>>()?)
        }
        Comparison::AtLeast(value) => Ask::AtLeast(bound(value)?),
        Comparison::AtMost(value) => Ask::AtMost(bound(value)?),
        Comparison::MoreThan(value) => Ask::MoreThan(bound(value)?),
        Comparison::LessThan(value) => Ask::LessThan(bound(value)?),
        Comparison::HeldFor(duration) => {
            only(&[FactType::Date])?;
            Ask::HeldFor(*duration)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_truth() -> impl Strategy<Value = Truth> {
        prop_oneof![
            Just(Truth::True),
            Just(Truth::False),
            Just(Truth::Unknown),
            Just(Truth::NotApplicable)
        ]
    }

    fn all(parts: &[Truth]) -> Truth {
        combine(parts.iter().copied(), Truth::False, Truth::True)
    }

    fn any(parts: &[Truth]) -> Truth {
        combine(parts.iter().copied(), Truth::True, Truth::False)
    }

    fn not(truth: Truth) -> Truth {
        match truth {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            other => other,
        }
    }

    #[test]
    fn missing_evidence_is_unknown_and_never_no() {
        use Truth::{False, NotApplicable, True, Unknown};
        assert_eq!(all(&[True, Unknown]), Unknown);
        assert_eq!(all(&[False, Unknown]), False);
        assert_eq!(any(&[True, Unknown]), True);
        assert_eq!(any(&[False, Unknown]), Unknown);
        assert_eq!(all(&[NotApplicable, True]), True);
        assert_eq!(any(&[NotApplicable, False]), False);
        assert_eq!(all(&[NotApplicable]), NotApplicable);
        assert_eq!(all(&[NotApplicable, Unknown]), Unknown);
    }

    proptest! {
        #[test]
        fn de_morgan_holds_in_four_values(parts in proptest::collection::vec(any_truth(), 0..6)) {
            let negated: Vec<_> = parts.iter().map(|&t| not(t)).collect();
            prop_assert_eq!(not(all(&parts)), any(&negated));
        }

        #[test]
        fn order_does_not_matter(mut parts in proptest::collection::vec(any_truth(), 0..6)) {
            let (before_all, before_any) = (all(&parts), any(&parts));
            parts.reverse();
            prop_assert_eq!((before_all, before_any), (all(&parts), any(&parts)));
        }
    }
}
