//! The facts of one organisation on one day, in the order in which a plan asks for them.

use super::{BuiltIn, Document, Fact, FactSpec, FactType, Scope, UnknownReason, Value};
use crate::Decimal;
use crate::assess::Standing;
use crate::calendar::{Date, Period};
use crate::known_date::KnownDate;
use crate::message::Code;
use crate::organisation::{DocumentRecord, Evidence, Kind, Organisation, Paper};
use crate::problem::Problem;
use crate::rules::plan::PlanFact;

/// What is known of an organisation beyond its own record.
pub(crate) struct Subject<'a> {
    /// The organisation.
    pub(crate) organisation: &'a Organisation,
    /// The day asked about.
    pub(crate) on: Date,
    /// Its membership that day.
    pub(crate) membership: Option<Period>,
    /// What it holds that day.
    pub(crate) registration: &'a Standing,
    pub(crate) permit: &'a Standing,
    pub(crate) accreditation: &'a Standing,
}

/// The facts of one organisation, and what was wrong with the records behind them.
pub(crate) struct Sheet {
    pub(crate) facts: Vec<Fact>,
    /// Paths are relative to the organisation.
    pub(crate) problems: Vec<Problem>,
}

impl Sheet {
    pub(crate) fn of(subject: &Subject<'_>, wanted: &[PlanFact]) -> Self {
        let mut problems = Vec::new();
        let facts = wanted.iter().map(|fact| subject.fact(fact, &mut problems)).collect();
        Self { facts, problems }
    }
}

impl Subject<'_> {
    fn fact(&self, wanted: &PlanFact, problems: &mut Vec<Problem>) -> Fact {
        // What a person recorded about a built-in fact counts before what the register implies.
        let recorded = match wanted.spec.kind {
            FactType::Document => {
                self.misplaced(wanted, problems);
                self.document(wanted, problems)
            }
            _ => self.evidence(&wanted.spec, problems),
        };
        match recorded {
            Some(fact) => fact,
            None if wanted.built_in => self.built_in(&wanted.spec.name),
            None => Fact::MISSING,
        }
    }

    /// A paper is recorded among the documents; evidence of it would be overlooked.
    fn misplaced(&self, wanted: &PlanFact, problems: &mut Vec<Problem>) {
        let all = self.organisation.evidence.iter().enumerate();
        for (index, evidence) in all.filter(|(_, e)| e.fact == wanted.spec.name) {
            let problem = Problem::error(Code::FactType).value(&evidence.fact);
            problems.push(problem.expected("documents").at(format!("evidence[{index}].fact")));
        }
    }

    fn evidence(&self, spec: &FactSpec, problems: &mut Vec<Problem>) -> Option<Fact> {
        let all = self.organisation.evidence.iter().enumerate();
        let holds = all.filter(|(_, evidence)| {
            evidence.fact == spec.name
                && evidence.from.is_none_or(|from| from <= self.on)
                && evidence.until.is_none_or(|until| self.on <= until)
        });
        let mut newest: Option<(usize, &Evidence)> = None;
        let mut contradicted = false;
        for (index, evidence) in holds {
            match newest {
                Some((_, best)) if evidence.from < best.from => {}
                Some((_, best)) if evidence.from == best.from => {
                    contradicted |= !is_same(spec, evidence, best);
                }
                _ => {
                    newest = Some((index, evidence));
                    contradicted = false;
                }
            }
        }
        let (index, evidence) = newest?;
        let path = format!("evidence[{index}].value");
        if contradicted {
            problems.push(contradictory(&spec.name, path));
            return Some(Fact::Unknown(UnknownReason::Contradictory));
        }
        let Some(scalar) = &evidence.value else { return Some(Fact::NotApplicable) };
        Some(spec.value(scalar).map_or_else(
            |problem| {
                problems.push(problem.at(path));
                Fact::Unknown(UnknownReason::Invalid)
            },
            Fact::Known,
        ))
    }

    fn document(&self, wanted: &PlanFact, problems: &mut Vec<Problem>) -> Option<Fact> {
        let name = &wanted.spec.name;
        let day = |record: &DocumentRecord| record.issued.or(record.recorded);
        let records = self.organisation.documents.iter().enumerate();
        let known = records.filter(|(_, r)| &r.document == name && day(r) <= Some(self.on));
        let mut newest: Option<(usize, &DocumentRecord)> = None;
        let mut contradicted = None;
        for (index, record) in known {
            match newest {
                Some((_, best)) if day(record) < day(best) => {}
                Some((_, best)) if day(record) == day(best) => {
                    contradicted = contradicted.or_else(|| disagreement(record, best));
                    // Of two that agree, the one that says how long it is valid says more.
                    if best.last_day.is_none() && record.last_day.is_some() {
                        newest = Some((index, record));
                    }
                }
                _ => {
                    newest = Some((index, record));
                    contradicted = None;
                }
            }
        }
        let (index, record) = newest?;
        if let Some(field) = contradicted {
            problems.push(contradictory(name, format!("documents[{index}].{field}")));
            return Some(Fact::Unknown(UnknownReason::Contradictory));
        }
        Some(Fact::Known(Value::Document(dated(
            Document {
                present: record.present,
                number: record.number.clone(),
                issued: record.issued,
                last_day: record.last_day,
                undated: false,
            },
            wanted,
        ))))
    }

    fn built_in(&self, name: &str) -> Fact {
        let organisation = self.organisation;
        let yes = |yes: bool| Fact::Known(Value::Boolean(yes));
        let choice = |word: &str| Fact::Known(Value::Choice(word.to_owned()));
        let was_held = |standing: &Standing| match standing.since.map(|given| given.is_by(self.on))
        {
            // In this month or year, but perhaps on a later day of it.
            Some(None) => Fact::MISSING,
            _ => yes(standing.was_ever_held()),
        };
        match name {
            "legal_form" => {
                organisation.legal_form.map_or(Fact::MISSING, |form| choice(form.key()))
            }
            "incorporated" => match organisation.legal_form {
                None => Fact::MISSING,
                Some(form) => form.is_incorporated().map_or(Fact::NotApplicable, yes),
            },
            "kind" => organisation.kind.map_or(Fact::MISSING, |kind| choice(kind.key())),
            "serves_children" => {
                let child = organisation.services.iter().any(|s| s.category.is_of_children());
                match organisation.kind {
                    Some(Kind::Lksa) => yes(true),
                    _ if child => yes(true),
                    _ if organisation.services.is_empty() => Fact::MISSING,
                    _ => yes(false),
                }
            }
            "founded" => Fact::known(organisation.founded.and_then(KnownDate::day), Value::Date),
            "member" => yes(self.membership.is_some()),
            "member_since" => Fact::known(self.membership.map(Period::first), Value::Date),
            "registered" => self.registration.holds(),
            "registered_before" => was_held(self.registration),
            "registration_last_day" => Fact::known(self.registration.last_day, Value::Date),
            "permitted" => self.permit.holds(),
            "permitted_before" => was_held(self.permit),
            "permit_last_day" => Fact::known(self.permit.last_day, Value::Date),
            "accredited" => self.accreditation.holds(),
            "accredited_before" => was_held(self.accreditation),
            "accreditation_grade" => Fact::known(self.accreditation.grade.clone(), Value::Choice),
            "accreditation_decided" => {
                let decided = self.accreditation.since.and_then(KnownDate::day);
                Fact::known(decided, Value::Date)
            }
            "accreditation_last_day" => Fact::known(self.accreditation.last_day, Value::Date),
            "warnings" => {
                let given = organisation.warnings.iter().filter(|warning| {
                    warning.on <= self.on
                        && self.permit.since.is_none_or(|since| since.earliest() <= warning.on)
                });
                let count = i64::try_from(given.count()).unwrap_or(i64::MAX);
                Fact::known(Decimal::from_integer(count).ok(), Value::Number)
            }
            "deed" => self.paper(&organisation.deeds),
            "legal_approval" => self.paper(&organisation.approvals),
            _ => Fact::MISSING,
        }
    }

    fn paper(&self, papers: &[Paper]) -> Fact {
        let issued = papers.iter().filter(|paper| paper.issued <= Some(self.on));
        let newest = issued.max_by_key(|paper| paper.issued);
        Fact::known(newest, |paper| {
            Value::Document(Document {
                present: true,
                number: paper.number.clone(),
                issued: paper.issued,
                last_day: None,
                undated: false,
            })
        })
    }
}

/// Whether two records give one value, however each is spelled: `85` and `"85.0"` do.
fn is_same(spec: &FactSpec, a: &Evidence, b: &Evidence) -> bool {
    let value = |evidence: &Evidence| evidence.value.as_ref().and_then(|v| spec.value(v).ok());
    a.value == b.value || value(a).is_some_and(|of_a| value(b) == Some(of_a))
}

/// The field in which two records of one document and day disagree.
fn disagreement(a: &DocumentRecord, b: &DocumentRecord) -> Option<&'static str> {
    let two_last_days = a.last_day.is_some() && b.last_day.is_some() && a.last_day != b.last_day;
    if a.present != b.present { Some("present") } else { two_last_days.then_some("last_day") }
}

/// The document with its last day as the rules give it, where it states none itself.
fn dated(mut document: Document, wanted: &PlanFact) -> Document {
    if let (true, None, Some(figure)) = (document.present, document.last_day, &wanted.valid_for) {
        match document.issued.map(|issued| figure.validity().last_day(issued)) {
            Some(Ok(last_day)) => document.last_day = Some(last_day),
            _ => document.undated = true,
        }
    }
    document
}

fn contradictory(name: &str, path: String) -> Problem {
    Problem::warning(Code::ContradictoryEvidence).value(name).at(path)
}

/// Whether advice may ask to change the fact of this name.
pub(crate) fn is_changeable(name: &str, built_in: bool) -> bool {
    !built_in
        || BuiltIn::named(name, Scope::Organisation)
            .or_else(|| BuiltIn::named(name, Scope::Board))
            .is_none_or(|fact| fact.changeable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::from_json;

    fn evidence(value: &str) -> Evidence {
        from_json(&format!(r#"{{ "fact": "score", "value": {value} }}"#))
            .unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn one_value_spelled_in_two_ways_is_one_value() {
        let spec = FactSpec {
            name: "score".into(),
            kind: FactType::Decimal,
            label: crate::message::Localised::default(),
            min: None,
            max: Decimal::from_integer(100).ok(),
            choices: Vec::new(),
        };
        let same = |a, b| is_same(&spec, &evidence(a), &evidence(b));
        assert!(same("85", r#""85.0""#));
        assert!(!same("85", "84.9999"));
        // Two values that cannot be used are one only where they are the same text.
        assert!(!same("101", r#""101.0""#));
        assert!(same(r#""baik""#, r#""baik""#));
    }

    #[test]
    fn records_of_one_day_disagree_in_what_both_say() {
        let record = |rest: &str| -> DocumentRecord {
            from_json(&format!(r#"{{ "document": "npwp"{rest} }}"#))
                .unwrap_or_else(|e| panic!("{e}"))
        };
        let (short, long) =
            (record(r#", "last_day": "2024-02-15""#), record(r#", "last_day": "2025-02-15""#));
        assert_eq!(disagreement(&short, &long), Some("last_day"));
        assert_eq!(disagreement(&short, &record("")), None);
        assert_eq!(disagreement(&record(r#", "present": false"#), &short), Some("present"));
    }
}
