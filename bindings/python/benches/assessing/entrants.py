"""Who takes part, in what, and up to how many rows."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from measure import Contender

HERE = Path(__file__).resolve().parent
IN_NODE = HERE.parents[2] / "wasm" / "benches" / "assessing"
# What decides row by row is asked about fewer rows, or a run would take hours.
FEW = 100_000


@dataclass(frozen=True)
class Entrant:
    """A contender with what it can do."""

    name: str
    reasons: bool = True
    most: int = 10_000_000
    in_node: bool = False

    @property
    def label(self) -> str:
        """What the report calls it."""
        return f"{self.name}-node" if self.in_node else self.name

    def rows_of(self, table: Path) -> Path:
        """The file of rows in the form that it is given."""
        return table.with_suffix(".jsonl") if self.in_node else table

    def command(self, workload: str, table: Path, *, reasons: bool) -> list[str]:
        """How it is called."""
        if self.in_node:
            program = [str(shutil.which("node")), str(IN_NODE / "contenders.mjs")]
            rules = self.rules(workload, table.parent, reasons=reasons)
            return [*program, self.name, str(rules), str(self.rows_of(table))]
        program = [sys.executable, str(HERE / "contenders.py"), self.name, workload, str(table)]
        return [*program, "--reasons"] if reasons else program

    def contender(self, workload: str, table: Path, *, reasons: bool) -> Contender:
        """What is measured."""
        return Contender(self.label, self.command(workload, table, reasons=reasons))

    def rules(self, workload: str, folder: Path, *, reasons: bool) -> Path:
        """Where the rules for an engine in Node are written."""
        return folder / f"{workload}{'-reasons' if reasons else ''}.{self.name}.json"


ENTRANTS = (
    Entrant("lkks"),
    Entrant("polars"),
    Entrant("duckdb"),
    Entrant("pandas", reasons=False),
    Entrant("openfisca", reasons=False),
    Entrant("json-logic", most=FEW),
    Entrant("zen", most=FEW),
    Entrant("json-logic", most=FEW, in_node=True),
    Entrant("zen", most=FEW, in_node=True),
)
# The scripts that print rules for engines in Node.
RULES = {"json-logic": HERE / "json_logic.py", "zen": HERE / "zen_graph.py"}


def present() -> tuple[list[Entrant], list[str]]:
    """Those that can take part here, and why others cannot."""
    absent = {}
    if not assesses_tables():
        absent["lkks"] = "lkks: this version assesses no tables"
    if not (shutil.which("node") and (IN_NODE / "node_modules").is_dir()):
        absent["node"] = f"in Node: no node, or no `npm ci` in {IN_NODE.name}"
    here = [one for one in ENTRANTS if one.name not in absent]
    if "node" in absent:
        here = [one for one in here if not one.in_node]
    return here, list(absent.values())


def assesses_tables() -> bool:
    """Whether lkks can be held against the others."""
    found = importlib.util.find_spec("lkks")
    if not (found and found.origin):
        return False
    return "\ndef assess(" in Path(found.origin).with_name("_lkks.pyi").read_text(encoding="utf-8")
