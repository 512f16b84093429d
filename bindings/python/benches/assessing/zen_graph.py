"""The rules as a decision graph of GoRules zen, for its engines in Python and in JavaScript.

Prints it: `python zen_graph.py WORKLOAD`, and `reasons` and `single`, if so. A graph decides for a
list of rows at once, which takes half the time; a single one for one row.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import registration as reg
import school as sch
from anniversaries import day

Node = dict[str, Any]


def graph(workload: str, *, reasons: bool, single: bool = False) -> Node:
    """A graph with a node for each step."""
    nodes = {"school": school, "registration": registration}[workload](reasons=reasons)
    if not single:
        for node in nodes:
            rows = {"executionMode": "loop", "inputField": "rows", "outputPath": "rows"}
            node["content"] |= rows
    ends = [{"type": "inputNode", "name": "Request"}, {"type": "outputNode", "name": "Response"}]
    line = [ends[0], *nodes, ends[1]]
    for number, node in enumerate(line):
        node |= {"id": f"n{number}", "position": {"x": 200 * number, "y": 0}}
    edges = [
        {"id": f"e{number}", "type": "edge", "sourceId": f"n{number}", "targetId": f"n{number + 1}"}
        for number in range(len(line) - 1)
    ]
    return {"nodes": line, "edges": edges}


def expressions(name: str, of: dict[str, str], *, through: bool = False) -> Node:
    """A node that works out fields, each from those before."""
    listed = [{"id": f"x{place}", "key": key, "value": of[key]} for place, key in enumerate(of)]
    content = {"expressions": listed, "passThrough": through, "executionMode": "single"}
    return {"type": "expressionNode", "name": name, "content": content}


def table(name: str, inputs: list[str], outputs: list[str], rows: list[list[str]]) -> Node:
    """A decision table, of which the first row that fits counts."""
    columns = [*inputs, *outputs]
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": one, "name": one, "field": one} for one in inputs],
        "outputs": [{"id": one, "name": one, "field": one} for one in outputs],
        "rules": [
            {"_id": f"r{place}", **dict(zip(columns, row, strict=True))}
            for place, row in enumerate(rows)
        ],
        "passThrough": True,
        "executionMode": "single",
    }
    return {"type": "decisionTableNode", "name": name, "content": content}


def bands(version: int, of: str, *, floors: bool) -> list[list[str]]:
    """The rows of one version."""
    rows, better = [], None
    for grade, least in sch.BANDS[of].items():
        points = "null" if better is None else f"{better} - rounded"
        known = [str(version), f">= {least}"]
        if floors and grade in sch.ACCREDITED:
            rows.append([*known, "true", "null", points])
        rows.append([*known, "", f"'{grade}'", points])
        better = least
    return rows


def school(*, reasons: bool) -> list[Node]:
    """The accreditation of schools."""
    first, second = day(sch.FIRST_DAY), day(sch.SECOND_DAY)
    weighted = " + ".join(f"{name} * {weight}" for name, weight in sch.WEIGHTS.items())
    known = " and ".join(f"{name} != null" for name in sch.SCORES)
    least = ", ".join(f"{name} ?? 100" for name in sch.SCORES)

    def by_years(name: str) -> str:
        """By the rules it was given under, and by the grade."""
        return (
            f"accreditation_decided == null ? null : (accreditation_decided >= {second} or "
            f"(accreditation_decided < {first} and accreditation_grade == 'A') ? {name}_5 : "
            f"(accreditation_decided >= {first} ? {name}_4 : "
            f"(accreditation_grade == 'B' ? {name}_3 : {name}_2)))"
        )

    facts = {
        "version": f"on >= {second} ? 2 : (on >= {first} ? 1 : 0)",
        "held": "accreditation_decided != null ? accreditation_decided <= on : false",
        "over": by_years("after"),
        # Without a grade the rules before the first version give from two to five years.
        "ungraded": "$.held and accreditation_grade == null ? "
        f"accreditation_decided < {first} : false",
        "is_current": "$.held ? on < $.over : false",
        "early": f"$.version == 1 and $.is_current ? on < after_{sch.OPENS_AFTER_YEARS} : false",
        # zen counts in decimals, so that this is exact.
        "score": f"$.version > 0 and {known} ? ({weighted}) / 100 : null",
        "rounded": "$.score == null ? null : floor($.score + 0.5)",
        "facilities_low": f"(facilities_score ?? 100) < {sch.FACILITIES_FLOOR}",
        "any_low": f"min([{least}]) < {sch.COMPONENT_FLOOR}",
        "closed": "$.facilities_low or $.any_low",
    }
    answers = {
        "rules": f"version == 2 ? '{sch.SECOND}' : "
        f"(version == 1 ? '{sch.FIRST}' : '{sch.GENERAL}')",
        "standing": "not held ? 'never' : (is_current ? 'current' : "
        "(ungraded and on < after_5 ? 'undetermined' : 'expired'))",
        "last_day": "held and not ungraded ? over - 1 : null",
        "eligibility": "version == 0 or early ? 'not-eligible' : 'eligible'",
        "grade": "grade",
        "score": "score",
        "points": "points",
    }
    if reasons:
        late = f"held and is_current and not ungraded ? on > ({by_years('renew_by')}) : false"
        of_first = "version == 1 and"
        unmet = {
            **dict.fromkeys(sch.GENERAL_UNMET, "version == 0"),
            "renewal-opens": "early",
            "renewal-in-time": f"{of_first} ({late})",
            "facilities-61": f"{of_first} facilities_low",
            "no-component-under-50": f"{of_first} any_low",
        }
        unknown = {
            **dict.fromkeys(sch.GENERAL_UNKNOWN, "version == 0"),
            "facilities-61": f"{of_first} facilities_score == null",
            "no-component-under-50": f"{of_first} not any_low and not ({known})",
        }
        answers |= lists(unmet, unknown, sch.SCHOOL_CITATIONS)
    of_bands = [
        *bands(1, sch.FIRST, floors=True),
        *bands(2, sch.SECOND, floors=False),
        ["", "", "", "null", "null"],
    ]
    return [
        expressions("Facts", facts, through=True),
        table("Bands", ["version", "rounded", "closed"], ["grade", "points"], of_bands),
        expressions("Answers", answers),
    ]


def lists(unmet: dict[str, str], unknown: dict[str, str], cited: dict[str, str]) -> dict[str, str]:
    """Which criteria have which outcome, and where those are written."""

    def listed(names: dict[str, str], texts: dict[str, str]) -> str:
        return ", ".join(f"({holds}) ? ['{texts[name]}'] : []" for name, holds in names.items())

    names = {name: name for name in (*unmet, *unknown)}
    return {
        "unmet": f"flatten([{listed(unmet, names)}])",
        "unknown": f"flatten([{listed(unknown, names)}])",
        "citations": f"flatten([{listed(unmet, cited)}, {listed(unknown, cited)}])",
    }


def registration(*, reasons: bool) -> list[Node]:
    """The registration of organisations."""
    national = {name: met_of(one) for name, one in reg.NATIONAL_CRITERIA.items()}
    city = {name: met_of(one) for name, one in reg.CITY_CRITERIA.items()}
    facts = {
        "city": f"on >= {day(reg.CITY_DAY)}",
        "held": "registration_issued != null ? registration_issued <= on : false",
        # What the city does not ask is met.
        "met": f"$.city ? [{', '.join([*national.values(), *city.values()])}] : "
        f"[{', '.join(national.values())}]",
        "no": "some($.met, # == false)",
        "open": "some($.met, # == null)",
    }
    answers = {
        "rules": f"city ? '{reg.CITY}' : '{reg.NATIONAL}'",
        "standing": "not held ? 'never' : (registration_last_day == null ? "
        "(on == registration_issued ? 'current' : 'undetermined') : "
        "(on <= registration_last_day ? 'current' : 'expired'))",
        "last_day": "held ? registration_last_day : null",
        "eligibility": "no ? 'not-eligible' : (open ? 'undetermined' : 'eligible')",
    }
    if reasons:
        places = {name: f"met[{place}]" for place, name in enumerate((*national, *city))}

        def outcome(value: str) -> dict[str, str]:
            return {
                name: f"{place} == {value}" if name in national else f"city and {place} == {value}"
                for name, place in places.items()
            }

        why = lists(outcome("false"), outcome("null"), reg.REGISTRATION_CITATIONS)
        # Most lists are empty, which takes less time to know than to make.
        some = {"unmet": "no", "unknown": "open", "citations": "no or open"}
        answers |= {name: f"({some[name]}) ? {one} : []" for name, one in why.items()}
    return [expressions("Facts", facts, through=True), expressions("Answers", answers)]


def truth(paper: str) -> str:
    """Whether a paper is there and valid, nothing where that is not known."""
    if paper not in reg.DATED:
        return paper
    # What was issued later is not known yet.
    return (
        f"(({paper}_issued ?? on) > on ? null : "
        f"({paper} == true and ({paper}_last_day ?? on) < on ? false : {paper}))"
    )


def met_of(criterion: reg.Criterion) -> str:
    """Whether a criterion is met, where it is asked; nothing where that is not known."""
    paper = truth(criterion.paper)
    if criterion.when is None:
        return paper
    if criterion.when == "registered_before":
        return f"($.held ? {paper} : true)"
    when = criterion.when
    return f"({when} == false ? true : ({when} == null and {paper} == false ? null : {paper}))"


def main() -> None:
    """Prints the graph."""
    workload, *how = sys.argv[1:]
    json.dump(graph(workload, reasons="reasons" in how, single="single" in how), sys.stdout)


if __name__ == "__main__":
    main()
