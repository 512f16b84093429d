"""One contender assesses one table: `python contenders.py NAME WORKLOAD FILE [--reasons]`.

Prints the seconds it took, by the clock and of the processor, without Python's start, what it
imports and the making of its own form of the rows. What takes little is done several times over.
With `--answers`, writes the answers instead.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import sys
import time
from pathlib import Path

import pyarrow as pa

NAMES = ("lkks", "polars", "duckdb", "pandas", "openfisca", "zen", "json-logic")
# So many rows at least in one run.
ENOUGH = 200_000
WARMING = 1_000


def mebibytes() -> float:
    """What this process took at its peak so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Assesses, and prints how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("workload")
    parser.add_argument("file")
    parser.add_argument("--reasons", action="store_true")
    parser.add_argument("--answers", type=Path)
    given = parser.parse_args()
    with pa.OSFile(given.file) as source:
        table = pa.ipc.open_file(source).read_all()
    module = importlib.import_module(f"with_{given.name.replace('-', '_')}")
    contender = module.Contender(given.workload, reasons=given.reasons)
    if given.answers:
        answers = importlib.import_module("answers")
        result = contender.run(contender.prepare(table))
        in_table = getattr(contender, "answers", lambda same: same)(result)
        answers.write(answers.of(in_table), given.answers)
        return
    # An engine that starts threads or compiles at its first question has done so.
    contender.run(contender.prepare(table.slice(0, WARMING)))
    rows = contender.prepare(table)
    times = max(1, ENOUGH // table.num_rows)
    # Those that take the rows as they are keep hold of them.
    del table
    before = mebibytes()
    wall, processor = time.perf_counter(), time.process_time()
    for _ in range(times):
        result = contender.run(rows)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    del result
    told = {"wall": wall / times, "cpu": processor / times, "before": before}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
