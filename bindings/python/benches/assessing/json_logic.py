"""The rules as JSONLogic, for engines in Python and in JavaScript.

JSONLogic has no names for what is worked out on the way. Rules come in stages, of which each sees
what the one before made; how a stage is written is a matter of the engine.

Prints them for an engine in another language: `python json_logic.py WORKLOAD` and `reasons`, if so.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import registration as reg
import school as sch
from anniversaries import day

Rule = Any
Stage = dict[str, Rule]


def var(name: str) -> Rule:
    """A field of the row or of the stage before."""
    return {"var": name}


def has(name: str) -> Rule:
    """Whether a field is known."""
    return {"!==": [var(name), None]}


def choice(*parts: Rule) -> Rule:
    """If this, that, else if …"""
    return {"if": list(parts)}


def band(of: str, then: Any) -> Rule:
    """What follows from the band that the rounded total lies in under one version."""
    parts, better = [], None
    for grade, least in sch.BANDS[of].items():
        parts += [{">=": [var("rounded"), least]}, then(grade, better)]
        better = least
    return choice(*parts, None)


def school(*, reasons: bool) -> list[Stage]:
    """The accreditation of schools."""
    on, decided, earned = var("on"), var("accreditation_decided"), var("accreditation_grade")
    first, second = day(sch.FIRST_DAY), day(sch.SECOND_DAY)
    before = {"<": [decided, first]}

    def by_years(name: str) -> Rule:
        """By the rules it was given under, and by the grade."""
        return choice(
            {"!": has("accreditation_decided")},
            None,
            {"or": [{">=": [decided, second]}, {"and": [before, {"===": [earned, "A"]}]}]},
            var(f"{name}_5"),
            {">=": [decided, first]},
            var(f"{name}_4"),
            {"===": [earned, "B"]},
            var(f"{name}_3"),
            var(f"{name}_2"),
        )

    weighted = [{"*": [var(name), weight]} for name, weight in sch.WEIGHTS.items()]
    # Two decimals: as a float it is nearer to the exact sum than half of its last place.
    steps = {"floor": [{"+": [{"*": [{"+": weighted}, 100]}, 0.5]}]}
    least = {"min": [{"??": [var(name), 100]} for name in sch.SCORES]}
    facilities = {"??": [var("facilities_score"), 100]}
    known: Stage = {
        "on": on,
        "version": choice({">=": [on, second]}, 2, {">=": [on, first]}, 1, 0),
        "held": {"and": [has("accreditation_decided"), {"<=": [decided, on]}]},
        # Without a grade the rules before the first version give from two to five years.
        "ungraded": {"and": [before, {"!": has("accreditation_grade")}]},
        "over": by_years("after"),
        "opens": var(f"after_{sch.OPENS_AFTER_YEARS}"),
        "over_at_latest": var("after_5"),
        "steps": choice({"missing": list(sch.SCORES)}, None, steps),
        "facilities_low": {"<": [facilities, sch.FACILITIES_FLOOR]},
        "any_low": {"<": [least, sch.COMPONENT_FLOOR]},
    }
    current = {"<": [on, var("over")]}
    is_over = {"or": [{"!": var("ungraded")}, {">=": [on, var("over_at_latest")]}]}
    rounded = {"floor": [{"/": [{"+": [var("steps"), 5000]}, 10_000]}]}
    kept = ("version", "held", "ungraded", "over", "steps", "facilities_low", "any_low")
    judged: Stage = {
        **{name: var(name) for name in kept},
        "standing": choice(
            {"!": var("held")}, "never", current, "current", is_over, "expired", "undetermined"
        ),
        "early": {
            "and": [
                {"===": [var("version"), 1]},
                var("held"),
                current,
                {"<": [on, var("opens")]},
            ]
        },
        "rounded": choice(has("steps"), rounded, None),
    }
    first_version = {"===": [var("version"), 1]}
    scored = {"and": [var("version"), has("steps")]}

    def by_version(old: Rule, new: Rule) -> Rule:
        return choice({"!": scored}, None, first_version, old, new)

    closed = {"or": [var("facilities_low"), var("any_low")]}

    def graded(grade: str, _better: int | None) -> Rule:
        return choice(closed, None, grade) if grade in sch.ACCREDITED else grade

    def short(_grade: str, better: int | None) -> Rule:
        return None if better is None else {"-": [better, var("rounded")]}

    stated = {"and": [var("held"), {"!": var("ungraded")}]}
    answers: Stage = {
        "rules": choice(
            {"===": [var("version"), 2]}, sch.SECOND, first_version, sch.FIRST, sch.GENERAL
        ),
        "standing": var("standing"),
        "last_day": choice(stated, {"-": [var("over"), 1]}, None),
        "eligibility": choice(
            {"or": [{"!": var("version")}, var("early")]}, "not-eligible", "eligible"
        ),
        "grade": by_version(band(sch.FIRST, graded), band(sch.SECOND, lambda grade, _: grade)),
        "score": choice(scored, {"/": [var("steps"), 10_000]}, None),
        "points": by_version(band(sch.FIRST, short), band(sch.SECOND, short)),
    }
    if not reasons:
        return [known, judged, answers]
    known["renew_by"] = by_years("renew_by")
    known["facilities_unknown"] = {"!": has("facilities_score")}
    known["some_unknown"] = {"missing": list(sch.SCORES)}
    flags = ("facilities_unknown", "some_unknown")
    judged |= {name: var(name) for name in flags}
    judged["late"] = {"and": [current, var("held"), stated, {">": [on, var("renew_by")]}]}
    general = {"===": [var("version"), 0]}
    unmet = {
        **dict.fromkeys(sch.GENERAL_UNMET, general),
        "renewal-opens": var("early"),
        "renewal-in-time": {"and": [first_version, var("late")]},
        "facilities-61": {"and": [first_version, var("facilities_low")]},
        "no-component-under-50": {"and": [first_version, var("any_low")]},
    }
    unknown = {
        **dict.fromkeys(sch.GENERAL_UNKNOWN, general),
        "facilities-61": {"and": [first_version, var("facilities_unknown")]},
        "no-component-under-50": {
            "and": [first_version, var("some_unknown"), {"!": var("any_low")}]
        },
    }
    answers |= lists(unmet, unknown, sch.SCHOOL_CITATIONS)
    return [known, judged, answers]


def lists(unmet: Stage, unknown: Stage, cited: dict[str, str]) -> Stage:
    """Which criteria have which outcome, and where those are written."""

    def listed(names: Stage, text: Any) -> list[Rule]:
        return [choice(holds, [text(name)], []) for name, holds in names.items()]

    cites = cited.__getitem__
    return {
        "unmet": {"merge": listed(unmet, str)},
        "unknown": {"merge": listed(unknown, str)},
        "citations": {"merge": [*listed(unmet, cites), *listed(unknown, cites)]},
    }


def registration(*, reasons: bool) -> list[Stage]:
    """The registration of organisations."""
    on, city_asks = var("on"), {">=": [var("on"), day(reg.CITY_DAY)]}
    standing = choice(
        {"!": HELD},
        "never",
        {"!": has("registration_last_day")},
        choice({"===": [on, var("registration_issued")]}, "current", "undetermined"),
        {"<=": [on, var("registration_last_day")]},
        "current",
        "expired",
    )
    national = {name: met_of(one) for name, one in reg.NATIONAL_CRITERIA.items()}
    city = {name: met_of(one) for name, one in reg.CITY_CRITERIA.items()}

    def any_is(value: bool | None) -> Rule:
        """Whether one of what is asked is so."""
        of_city = {"or": [{"===": [met, value]} for met in city.values()]}
        return {
            "or": [
                *({"===": [met, value]} for met in national.values()),
                {"and": [city_asks, of_city]},
            ]
        }

    answers: Stage = {
        "rules": choice(city_asks, reg.CITY, reg.NATIONAL),
        "standing": standing,
        "last_day": choice(HELD, var("registration_last_day"), None),
        "eligibility": choice(
            any_is(value=False), "not-eligible", any_is(value=None), "undetermined", "eligible"
        ),
    }
    if not reasons:
        return [answers]
    # Each criterion once: what the city does not ask is met.
    asked = national | {name: choice(city_asks, met, True) for name, met in city.items()}
    known = answers | {"met": list(asked.values())}
    del known["eligibility"]
    met = {name: var(f"met.{place}") for place, name in enumerate(asked)}
    unmet = {name: {"===": [one, False]} for name, one in met.items()}
    unknown = {name: {"===": [one, None]} for name, one in met.items()}
    kept = {name: var(name) for name in known if name != "met"}
    no, open_ = {"in": [False, var("met")]}, {"in": [None, var("met")]}
    kept["eligibility"] = choice(no, "not-eligible", open_, "undetermined", "eligible")
    why = lists(unmet, unknown, reg.REGISTRATION_CITATIONS)
    # Most lists are empty, which takes less time to know than to make.
    some = {"unmet": no, "unknown": open_, "citations": {"or": [no, open_]}}
    return [known, kept | {name: choice(some[name], one, []) for name, one in why.items()}]


def truth(paper: str) -> Rule:
    """Whether a paper is there and valid, nothing where that is not known."""
    if paper not in reg.DATED:
        return var(paper)
    issued, last_day = f"{paper}_issued", f"{paper}_last_day"
    return choice(
        # What was issued later is not known yet.
        {"and": [has(issued), {">": [var(issued), var("on")]}]},
        None,
        {"and": [var(paper), has(last_day), {">": [var("on"), var(last_day)]}]},
        False,
        var(paper),
    )


HELD = {"and": [has("registration_issued"), {"<=": [var("registration_issued"), var("on")]}]}


def met_of(criterion: reg.Criterion) -> Rule:
    """Whether a criterion is met, where it is asked; nothing where that is not known."""
    paper = truth(criterion.paper)
    if criterion.when is None:
        return paper
    if criterion.when == "registered_before":
        return choice(HELD, paper, True)
    when = var(criterion.when)
    perhaps = {"and": [{"===": [when, None]}, {"===": [paper, False]}]}
    return choice({"===": [when, False]}, True, perhaps, None, paper)


STAGES = {"school": school, "registration": registration}


def main() -> None:
    """Prints the stages."""
    workload, *how = sys.argv[1:]
    json.dump(STAGES[workload](reasons=how == ["reasons"]), sys.stdout)


if __name__ == "__main__":
    main()
