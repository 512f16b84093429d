"""What the row evaluator of lkks answers for the first rows of a table.

    python truth.py WORKLOAD FILE ROWS TARGET

It is the specification that all contenders are held against. Every row is assessed on its own day,
as an organisation of a register, so that nothing of how tables are assessed has a part in it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import answers
import lkks
import pyarrow as pa
from registration import DATED, DOCUMENTS, REGION
from school import SCORES
from workloads import SUBJECTS

Row = dict[str, Any]


def of_school(row: Row) -> Row:
    """A school as a register records it."""
    grade, decided = row["accreditation_grade"], row["accreditation_decided"]
    accreditation = {"decided": decided and decided.isoformat(), "grade": grade}
    scores = ((name, row[name]) for name in SCORES)
    return {
        "accreditations": [without_nothing(accreditation)] if decided else [],
        "evidence": [
            {"fact": name, "value": f"{score:.2f}"} for name, score in scores if score is not None
        ],
    }


def of_registration(row: Row) -> Row:
    """An organisation with its papers as a register records it."""
    facts = ("incorporated", "accredited")
    issued, last_day = row["registration_issued"], row["registration_last_day"]
    certificate = {
        "kind": "registration",
        "issued": issued and issued.isoformat(),
        "last_day": last_day and last_day.isoformat(),
    }
    return {
        "place": {"region": REGION},
        "certificates": [without_nothing(certificate)] if issued else [],
        "documents": [paper(row, name) for name in DOCUMENTS if row[name] is not None],
        "evidence": [{"fact": name, "value": row[name]} for name in facts if row[name] is not None],
    }


def paper(row: Row, name: str) -> Row:
    """A record of one paper."""
    days = ("issued", "last_day") if name in DATED else ()
    known = {field: row[f"{name}_{field}"] for field in days}
    written = {field: day and day.isoformat() for field, day in known.items()}
    return without_nothing({"document": name, "present": row[name], **written})


def without_nothing(record: Row) -> Row:
    """The fields that are known."""
    return {field: value for field, value in record.items() if value is not None}


RECORDED = {"school": of_school, "registration": of_registration}


def judged(workload: str, rows: list[Row]) -> Iterator[tuple[int, Row]]:
    """The judgement of every row, with its number; all rows of a day at once."""
    rules = lkks.RuleBook.indonesia()
    if workload == "school":
        rules = rules.using("ban-sm-sd")
    by_day = defaultdict(list)
    for number, row in enumerate(rows):
        by_day[row["on"]].append((number, row))
    for on, of_day in by_day.items():
        organisations = [
            {"id": str(number), "name": f"Lembaga {number}", **RECORDED[workload](row)}
            for number, row in of_day
        ]
        body = {"name": "LKKS Sintetis", "level": "regency", "region": REGION}
        register = lkks.Register.from_json(
            json.dumps({"body": body, "organisations": organisations})
        )
        assessment = json.loads(register.assess(rules, on=on).to_json())
        for verdict in assessment["verdicts"]:
            yield int(verdict["organisation"]), verdict[SUBJECTS[workload]]


def answer(judgement: Row) -> Row:
    """What a contender should answer."""
    score = judgement["score"] or {}
    found = {
        outcome: [one for one in judgement["findings"] if one["outcome"] == outcome]
        for outcome in ("not-met", "unknown")
    }
    named = {
        outcome: [one["criterion"] for one in of_outcome] for outcome, of_outcome in found.items()
    }
    cited = [one["cited"] for of_outcome in found.values() for one in of_outcome]
    total = score.get("total")
    return {
        "rules": judgement["rules"] and judgement["rules"]["pack"],
        "standing": judgement["standing"]["status"],
        "last_day": judgement["standing"]["last_day"],
        "eligibility": judgement["eligibility"]["status"],
        "grade": score.get("grade"),
        "score": None if total is None else float(total),
        "points": None if score.get("to_next") is None else int(score["to_next"]["points"]),
        "unmet": named["not-met"],
        "unknown": named["unknown"],
        "citations": [one for one in cited if one is not None],
        "certainty": judgement["certainty"],
    }


def main() -> None:
    """Assesses, and writes the answers."""
    workload, file, rows, target = sys.argv[1:]
    with pa.OSFile(file) as source:
        table = pa.ipc.open_file(source).read_all().slice(0, int(rows))
    by_number = dict(judged(workload, table.to_pylist()))
    found = [answer(by_number[number]) for number in range(table.num_rows)]
    answers.write(answers.of(found), Path(target))


if __name__ == "__main__":
    main()
