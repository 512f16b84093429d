"""How many organisations a second are read and assessed, row by row: `python assess_rows.py`.

The register is made up: every organisation has a place, papers, evidence and an accreditation, and
no two are alike in the days on which theirs run out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from typing import TypeVar

import lkks

_Result = TypeVar("_Result")

DISTRICTS = ["33.75.01", "33.75.02", "33.75.03", "33.75.04"]
CATEGORIES = ["anak-telantar", "lanjut-usia-telantar", "penyandang-disabilitas", "pengemis"]


def organisation(number: int) -> dict[str, object]:
    """One made-up organisation."""
    year, month, day = 2018 + number % 8, 1 + number % 12, 1 + number % 28
    return {
        "id": f"LKS-{number:06}",
        "name": f"Yayasan Sintetis {number}",
        "legal_form": "yayasan",
        "founded": f"{1990 + number % 30}-{month:02}-{day:02}",
        "place": {"region": DISTRICTS[number % 4]},
        "services": [{"category": CATEGORIES[number % 4], "setting": "inside"}],
        "certificates": [
            {
                "kind": "registration",
                "number": f"TD/{number}",
                "issued": f"{year}-{month:02}-{day:02}",
            }
        ],
        "accreditations": [{"decided": f"{year}-{month:02}-{day:02}", "grade": "ABC"[number % 3]}],
    }


def timed(what: str, count: int, work: Callable[[], _Result]) -> _Result:
    """Do the work once and print how many rows a second it did."""
    start = time.perf_counter()
    result = work()
    taken = time.perf_counter() - start
    print(f"{what:12} {taken:7.2f} s  {count / taken:12,.0f} organisations/s")
    return result


def main() -> None:
    """Make the register, read it, assess it, look at every verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=100_000)
    count = parser.parse_args().count
    data = {
        "notice": "Data sintetis.",
        "body": {"name": "LKKS Sintetis", "level": "regency", "region": "33.75"},
        "organisations": [organisation(number) for number in range(count)],
        "memberships": [
            {"organisation": f"LKS-{number:06}", "period": {"first": "2018-03-01"}}
            for number in range(count)
        ],
    }
    text = json.dumps(data)
    register = timed("from_json", count, lambda: lkks.Register.from_json(text))
    rules = lkks.RuleBook.indonesia()
    assessment = timed("assess", count, lambda: register.assess(rules, on="2026-11-24"))
    timed("look", count, lambda: [v.accreditation.standing.status for v in assessment])
    if count <= 10_000:
        # Longer than it is worth: the text of so many verdicts is gigabytes.
        timed("to_json", count, assessment.to_json)


if __name__ == "__main__":
    main()
