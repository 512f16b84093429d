//! A condition in words, in both languages.

use crate::calendar::{Duration, Unit};
use crate::facts::{FactType, Scalar};
use crate::message::{Lang, Localised, Text, day_in_words, number_in_words};
use crate::rules::condition::{Comparison, Condition};
use crate::rules::pack::Floor;
use crate::rules::plan::PlanFact;

/// What `from` requires.
pub(crate) fn condition(from: &Condition, facts: &[PlanFact]) -> Localised {
    Localised::new(sentence(from, facts, Lang::Id), sentence(from, facts, Lang::En))
}

/// The whole of a condition needs no brackets around it.
fn sentence(from: &Condition, facts: &[PlanFact], lang: Lang) -> String {
    let said = words(from, facts, lang);
    match from {
        Condition::All(parts) | Condition::Any(parts) if parts.len() > 1 => {
            let inner = said.strip_prefix('(').and_then(|said| said.strip_suffix(')'));
            inner.unwrap_or(&said).to_owned()
        }
        _ => said,
    }
}

/// What `floor` requires.
pub(crate) fn floor(floor: &Floor, facts: &[PlanFact]) -> Localised {
    let say = |lang| {
        let at_least = number_in_words(&floor.at_least.to_string(), lang);
        let allowed = floor.allowed.to_string();
        let label = floor.component.as_ref().map(|name| label(name, facts, lang));
        let values =
            [("fact", label.unwrap_or_default()), ("value", &at_least), ("count", &allowed)];
        match (&floor.component, floor.allowed) {
            (Some(_), _) => Text::RequireAtLeast.text(lang, &values),
            (None, 0) => Text::RequireEveryComponent.text(lang, &values),
            (None, _) => Text::RequireMostComponents.text(lang, &values),
        }
    };
    Localised::new(say(Lang::Id), say(Lang::En))
}

/// A length of time, such as "5 tahun".
pub(crate) fn duration(duration: Duration, lang: Lang) -> String {
    let text = match (duration.unit, duration.count) {
        (Unit::Years, 1) => Text::OneYear,
        (Unit::Years, _) => Text::Years,
        (Unit::Months, 1) => Text::OneMonth,
        (Unit::Months, _) => Text::Months,
        (Unit::Days, 1) => Text::OneDay,
        (Unit::Days, _) => Text::Days,
        (Unit::WorkingDays, 1) => Text::OneWorkingDay,
        (Unit::WorkingDays, _) => Text::WorkingDays,
    };
    text.text(lang, &[("count", &duration.count.to_string())])
}

fn spec<'a>(name: &str, facts: &'a [PlanFact]) -> Option<&'a PlanFact> {
    facts.iter().find(|fact| fact.spec.name == name)
}

fn label<'a>(name: &'a str, facts: &'a [PlanFact], lang: Lang) -> &'a str {
    spec(name, facts).map_or(name, |fact| fact.spec.label.get(lang))
}

fn scalar(value: &Scalar, kind: Option<FactType>, lang: Lang) -> String {
    match (value, kind) {
        (Scalar::Boolean(true), _) => Text::Yes.text(lang, &[]),
        (Scalar::Boolean(false), _) => Text::No.text(lang, &[]),
        (_, Some(FactType::Decimal | FactType::Integer)) => {
            number_in_words(&value.to_string(), lang)
        }
        (_, Some(FactType::Date)) => {
            let text = value.to_string();
            text.parse().map_or(text, |day| day_in_words(day, lang))
        }
        (other, _) => other.to_string(),
    }
}

fn words(from: &Condition, facts: &[PlanFact], lang: Lang) -> String {
    let join = |parts: &[Condition], text: Text| {
        let said: Vec<String> = parts.iter().map(|part| words(part, facts, lang)).collect();
        let said = said.join(&text.text(lang, &[]));
        if parts.len() > 1 { format!("({said})") } else { said }
    };
    match from {
        Condition::All(parts) => join(parts, Text::And),
        Condition::Any(parts) => join(parts, Text::Or),
        Condition::Not(part) => {
            Text::RequireNot.text(lang, &[("condition", &words(part, facts, lang))])
        }
        Condition::Document(name) => {
            Text::RequireValid.text(lang, &[("fact", label(name, facts, lang))])
        }
        Condition::Present(name) => {
            Text::RequirePresent.text(lang, &[("fact", label(name, facts, lang))])
        }
        Condition::Fact(name, asked) => {
            let say = |text: Text, value: &str| {
                text.text(lang, &[("fact", label(name, facts, lang)), ("value", value)])
            };
            let kind = spec(name, facts).map(|fact| fact.spec.kind);
            let is_date = kind == Some(FactType::Date);
            let shown = |value: &Scalar| scalar(value, kind, lang);
            match asked {
                Comparison::IsYes => say(Text::RequireEquals, Text::Yes.template(lang)),
                Comparison::Equals(value) => say(Text::RequireEquals, &shown(value)),
                Comparison::OneOf(values) => {
                    let all: Vec<String> = values.iter().map(shown).collect();
                    say(Text::RequireOneOf, &all.join(", "))
                }
                Comparison::AtLeast(v) if is_date => say(Text::RequireNotBefore, &shown(v)),
                Comparison::AtMost(v) if is_date => say(Text::RequireNotAfter, &shown(v)),
                Comparison::AtLeast(v) => say(Text::RequireAtLeast, &shown(v)),
                Comparison::AtMost(v) => say(Text::RequireAtMost, &shown(v)),
                Comparison::MoreThan(v) => say(Text::RequireMoreThan, &shown(v)),
                Comparison::LessThan(v) => say(Text::RequireLessThan, &shown(v)),
                Comparison::HeldFor(length) => say(Text::RequireHeldFor, &duration(*length, lang)),
            }
        }
    }
}
