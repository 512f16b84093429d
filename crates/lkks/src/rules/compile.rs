//! From packs to a plan: names become positions, figures typed values, and texts are made once.

use crate::facts::{BuiltIn, FactSpec, FactType, Scope, Value};
use crate::message::{Code, Localised};
use crate::problem::Problem;
use crate::rules::condition::{Comparison, Condition};
use crate::rules::describe;
use crate::rules::pack::{Edge, FactDeclaration, Gate, Pack, Subject};
use crate::rules::plan::{
    CriterionInfo, Plan, PlanComponent, PlanCriterion, PlanFact, PlanFloor, PlanInstrument,
};
use crate::rules::truth::{Ask, Test};
use std::sync::Arc;

/// Findings that follow from dates have these names.
const RESERVED: [&str; 3] = ["applies", "renewal-opens", "renewal-in-time"];

impl Plan {
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
                // A pack that adds to another concerns those whom both concern.
                plan.applies_when = match (plan.applies_when.take(), test) {
                    (Some(base), Some(own)) => Some(Test::All(vec![base, own])),
                    (base, own) => own.or(base),
                };
            }
            for (index, criterion) in part.criteria.iter().enumerate() {
                let path = format!("criterion[{index}]");
                plan.add_criterion(&mut compiler, part, criterion, &path, found);
            }
        }
        let own = |items: &[String], list: &str, problems: &mut Vec<Problem>| {
            for (index, item) in items.iter().enumerate().filter(|(i, x)| items[..*i].contains(x)) {
                let problem = Problem::error(Code::DuplicateId).value(item).expected(list);
                problems.push(problem.at(format!("{list}[{index}]")));
            }
        };
        let grades: Vec<String> = pack.grades.iter().map(|grade| grade.code.clone()).collect();
        own(&grades, "grade", problems);
        if let Some(instrument) = &pack.instrument {
            let facts: Vec<String> = instrument.components.iter().map(|c| c.fact.clone()).collect();
            own(&facts, "instrument.component", problems);
            let floors: Vec<String> = instrument.floors.iter().map(|f| f.id.clone()).collect();
            own(&floors, "instrument.floor", problems);
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
        let reserved = RESERVED.contains(&criterion.id.as_str());
        if reserved || self.criteria.iter().any(|known| known.info.criterion == criterion.id) {
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
                self.facts[base].valid_for = declaration.valid_for.clone();
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
            if let (Some(min), Some(max)) = (declaration.min, declaration.max)
                && max < min
            {
                let problem = Problem::error(Code::OutOfRange).value(max);
                problems.push(problem.expected(format!("≥ {min}")).at(format!("{path}.max")));
            }
            if declaration.kind == FactType::Choice && declaration.choices.is_empty() {
                let problem = Problem::error(Code::MissingField).expected("choices");
                problems.push(problem.at(format!("{path}.choices")));
            }
            self.facts.push(PlanFact {
                spec: declaration.spec(),
                built_in: false,
                valid_for: declaration.valid_for.clone(),
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
    let comparable =
        [FactType::Boolean, FactType::Integer, FactType::Decimal, FactType::Date, FactType::Choice];
    let bound = |scalar| {
        only(&ordered)?;
        unbounded.value(scalar)
    };
    Ok(match comparison {
        Comparison::IsYes => {
            only(&[FactType::Boolean])?;
            Ask::OneOf(vec![Value::Boolean(true)])
        }
        Comparison::Equals(value) => {
            only(&comparable)?;
            Ask::OneOf(vec![unbounded.value(value)?])
        }
        Comparison::OneOf(values) => {
            only(&comparable)?;
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
