"""What was measured, as Markdown for people and as JSON for programs."""

from __future__ import annotations

from typing import Any

from machine import figures, in_words
from measure import Measured

PACKAGES = ("pandas", "openpyxl", "python-calamine", "pyarrow", "numpy")


def as_data(of: dict[str, Any], tables: dict[str, dict[str, Measured]]) -> dict[str, Any]:
    """All runs of all contenders."""
    runs = {file: {name: vars(one) for name, one in table.items()} for file, table in tables.items()}
    return {"machine": of, "runs": runs}


def as_markdown(of: dict[str, Any], tables: dict[str, dict[str, Measured]], rows: int) -> str:
    """One table for each file, in which the first contender is lkks from Python."""
    lines = [in_words(of)]
    for file, table in tables.items():
        runs = len(next(iter(table.values())).wall)
        lines += ["", f"**{file}**, {rows:,} rows of 20 columns; median of {runs} runs (least–most):"]
        lines += ["", "| | seconds | of the processor | peak MiB | times lkks, seconds | processor |"]
        lines += ["| --- | --- | --- | --- | --- | --- |"]
        first = next(iter(table.values()))
        for name, one in table.items():
            cells = [figures(one, what, digits) for what, digits in MEASURES.items()]
            ratios = [f"{one.median(what) / first.median(what):.1f}" for what in ("wall", "cpu")]
            lines.append(f"| {' | '.join([name, *cells, *ratios])} |")
    return "\n".join(lines)


MEASURES = {"wall": 2, "cpu": 2, "peak": 0}
