"""What was measured, as Markdown for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from machine import figures, in_words
from measure import Measured

PACKAGES = (
    "polars",
    "duckdb",
    "pandas",
    "numpy",
    "pyarrow",
    "openfisca-core",
    "datalogic-py",
    "zen-engine",
)
HEAD = "| | rows a second | seconds | of the processor | peak MiB | of it before |"


@dataclass
class Table:
    """One workload, with or without reasons, in one number of rows."""

    workload: str
    reasons: bool
    rows: int
    # The table of rows as Arrow has it, in MiB.
    size: float
    # Those that are asked about fewer rows only.
    slow: list[str]
    measured: dict[str, Measured] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What stands above it."""
        what = "verdict with reasons and citations" if self.reasons else "verdict"
        return f"{self.workload}, {what}, {self.rows:,} rows of {self.size:,.0f} MiB"


@dataclass
class Agreement:
    """In how many rows an entrant answered the same as another."""

    workload: str
    reasons: bool
    name: str
    as_what: str
    rows: int
    same: int


@dataclass
class Single:
    """How long one row takes in Node, in nanoseconds."""

    name: str
    p50: float
    min: float
    max: float


@dataclass
class Report:
    """Everything."""

    machine: dict[str, Any]
    absent: list[str]
    agreements: list[Agreement]
    tables: list[Table]
    singles: list[Single]

    def write(self, folder: Path) -> None:
        """Writes both, the JSON with all runs of all entrants."""
        data = json.dumps(asdict(self), indent=1)
        (folder / "assessing.json").write_text(data, encoding="utf-8")
        (folder / "assessing.md").write_text(self.as_markdown() + "\n", encoding="utf-8")

    def as_markdown(self) -> str:
        """The tables, and what a reader has to know."""
        lines = [in_words(self.machine), *(f"\nNot measured: {why}." for why in self.absent), ""]
        lines += ["| the same answers | | as | rows | the same |"]
        lines += ["| --- | --- | --- | --- | --- |"]
        for one in self.agreements:
            what = "reasons" if one.reasons else "verdict"
            cells = f"{one.workload}, {what} | {one.name} | {one.as_what}"
            lines.append(f"| {cells} | {one.rows:,} | {one.same:,} |")
        for table in self.tables:
            lines += ["", *of_table(table)]
        if self.singles:
            lines += ["", "**One row in Node**, one after another; microseconds:", ""]
            lines += ["| | median | least |", "| --- | --- | --- |"]
        for one in self.singles:
            lines.append(f"| {one.name} | {one.p50 / 1000:.1f} | {one.min / 1000:.1f} |")
        return "\n".join(lines)


def of_table(table: Table) -> list[str]:
    """The fastest stands wherever it does: entrants keep their order."""
    runs = len(next(iter(table.measured.values())).wall)
    lines = [f"**{table.title}**; median of {runs} runs (least–most):", "", HEAD]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for name, one in table.measured.items():
        rate = table.rows / one.median("wall")
        cells = [f"{rate:,.0f}", figures(one, "wall", 4), figures(one, "cpu", 4)]
        cells += [figures(one, "peak", 0), f"{one.median('before'):.0f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    if table.slow:
        lines += ["", f"Too slow for so many rows: {', '.join(table.slow)}."]
    return lines
