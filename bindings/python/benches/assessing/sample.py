"""Rows to assess, the same on every run: `python sample.py WORKLOAD ROWS FILE`.

Everything is made up. Rows come in parts, each from a seed of its own, so that a smaller table is
the beginning of a larger one. The table is written as Arrow's IPC file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from registration import DATED, DOCUMENTS, REGION
from school import SCORES

PART = 10_000
BATCH = 100_000
SEED = 184
UNKNOWN = 0.03

Columns = dict[str, pa.Array]


def day(text: str) -> int:
    """A day as Arrow counts it."""
    return int(np.datetime64(text, "D").astype(np.int64))


def days(of: Any, where: Any) -> pa.Array:
    """A column of days, known where told."""
    return pa.array(of.astype(np.int32), pa.int32(), mask=~where).cast(pa.date32())


def known(random: np.random.Generator, rows: int, share: float = UNKNOWN) -> Any:
    """In which rows something is known."""
    return random.random(rows) >= share


def school(random: np.random.Generator, rows: int) -> Columns:
    """Schools with eight scores and, most of them, an accreditation."""
    on = random.integers(day("2017-01-01"), day("2026-12-31") + 1, rows)
    quality = random.normal(82, 7, (rows, 1))
    scores = quality + random.normal(0, 5, (rows, len(SCORES)))
    # Here and there a component is far below the rest: that is what floors are for.
    low = random.random(scores.shape) < 0.01
    scores = np.where(low, random.uniform(35, 65, scores.shape), scores)
    scores = np.round(np.clip(scores, 0, 100), 2)
    # None older than the rules that tell how long it is valid.
    age = random.random(rows) * np.minimum(on - day("2013-01-01"), 2400)
    later = random.random(rows) < 0.04
    decided = np.where(later, on + random.integers(1, 400, rows), on - age.astype(np.int64))
    accredited = known(random, rows, 0.3)
    grades = random.choice(3, rows, p=[0.3, 0.48, 0.22]).astype(np.int8)
    graded = accredited & known(random, rows, 0.05)
    return {
        "on": days(on, np.ones(rows, bool)),
        **{
            name: pa.array(np.ascontiguousarray(scores[:, place]), mask=~known(random, rows))
            for place, name in enumerate(SCORES)
        },
        "accreditation_decided": days(decided, accredited),
        "accreditation_grade": pa.DictionaryArray.from_arrays(
            pa.array(grades, mask=~graded), ["A", "B", "C"]
        ),
    }


def registration(random: np.random.Generator, rows: int) -> Columns:
    """Organisations of the City of Semarang with their papers."""
    on = random.integers(day("2020-01-01"), day("2026-12-31") + 1, rows)
    region = pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int8)), [REGION])
    columns = {"on": days(on, np.ones(rows, bool)), "region": region}
    for name, share in DOCUMENTS.items():
        there, is_known = random.random(rows) < share, known(random, rows)
        columns[name] = pa.array(there, mask=~is_known)
        if name in DATED:
            age = random.integers(-20, 420, rows)
            # A paper may be too young for the day, or say nothing of how long it is valid.
            issued = known(random, rows, 0.2) & there & is_known
            ends = known(random, rows, 0.3) & issued
            columns[f"{name}_issued"] = days(on - age, issued)
            columns[f"{name}_last_day"] = days(on - age + 365, ends)
    columns["incorporated"] = pa.array(random.random(rows) < 0.8, mask=~known(random, rows))
    columns["accredited"] = pa.array(random.random(rows) < 0.35)
    held = known(random, rows, 0.35)
    age = random.integers(-60, 2600, rows)
    columns["registration_issued"] = days(on - age, held)
    lasts = random.choice(np.array([1095, 1826]), rows)
    columns["registration_last_day"] = days(on - age + lasts, held & known(random, rows, 0.1))
    return columns


MADE: dict[str, Callable[[np.random.Generator, int], Columns]] = {
    "school": school,
    "registration": registration,
}


def part(workload: str, number: int, rows: int) -> pa.RecordBatch:
    """One part, of which the first rows are taken."""
    random = np.random.default_rng((SEED, number))
    first = number * PART
    numbers = {"organisation": pa.array(np.arange(first, first + PART))}
    columns = {**numbers, **MADE[workload](random, PART)}
    return pa.record_batch(columns).slice(0, rows)


def write(workload: str, rows: int, file: Path) -> None:
    """Writes so many rows."""
    numbers = range(-(-rows // PART))
    each = BATCH // PART
    with pa.OSFile(str(file), "wb") as sink:
        writer = None
        for begin in numbers[::each]:
            parts = [
                part(workload, number, min(PART, rows - number * PART))
                for number in numbers[begin : begin + each]
            ]
            batch = pa.concat_batches(parts)
            writer = writer or pa.ipc.new_file(sink, batch.schema)
            writer.write_batch(batch)
        if writer:
            writer.close()


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
