"""Whether two answer the same: `python agree.py EXPECTED FOUND WORKLOAD [--reasons]`.

Prints in how many rows, and some of those that differ.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import answers
import pyarrow as pa
import pyarrow.compute as pc
from workloads import REASONS, VERDICT


def read(file: Path) -> pa.Table:
    """Answers in a table, or one a line."""
    if file.suffix != ".jsonl":
        return answers.read(file)
    return answers.of(map(json.loads, file.read_text(encoding="utf-8").splitlines()))


def main() -> None:
    """Compares."""
    files, (workload, *how) = map(Path, sys.argv[1:3]), sys.argv[3:]
    expected, found = map(read, files)
    rows = min(expected.num_rows, found.num_rows)
    expected, found = expected.slice(0, rows), found.slice(0, rows)
    names = VERDICT[workload] + (REASONS if how else ())
    same = answers.same(expected, found, names)
    for name, column in same.items():
        for row in pc.indices_nonzero(pc.invert(column)).to_pylist()[:3]:
            pair = f"{expected[name][row]} | {found[name][row]}"
            print(f"row {row}, {name}: {pair}", file=sys.stderr)
    json.dump({"rows": rows, "same": answers.count(answers.everywhere(same))}, sys.stdout)


if __name__ == "__main__":
    main()
