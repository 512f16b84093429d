"""Compares assessing tables: `python assessing FOLDER --rows 10000 100000`.

First every contender must give the same answers as the row evaluator of lkks for the first rows,
and as the first contender for all of them; only then they are timed, one after the other and over
again, each time in a new process. A contender that differs ends it all.

What each is given, in which form, is told in its own file. This process itself stays small: what it
takes counts as the peak of each that it starts.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "measuring"))

import machine
import report
from entrants import IN_NODE, RULES, Entrant, present
from measure import alternating, call
from workloads import WORKLOADS

# So many rows are held against the row evaluator, and at most so many against the first contender.
TRUE_ROWS, ALIKE_ROWS = 5_000, 1_000_000


def main() -> None:
    """Makes the rows, checks, measures and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where files are made and results written")
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--workload", nargs="+", choices=WORKLOADS, default=WORKLOADS)
    parser.add_argument("--only", nargs="+", help="the contenders, as the report calls them")
    parser.add_argument("--version", action="append", default=[], help="of what is not Python")
    given = parser.parse_args()
    if min(given.rows) > ALIKE_ROWS:
        parser.error(f"the least number of rows is checked: at most {ALIKE_ROWS:,}")
    given.folder.mkdir(parents=True, exist_ok=True)
    entrants, absent = present()
    if given.only:
        entrants = [one for one in entrants if one.label in given.only]
    of = report.Report(machine.machine(report.PACKAGES, given.version), absent, [], [], [])
    for workload in given.workload:
        bench = Bench(workload, given.folder, entrants, sorted(given.rows))
        bench.make()
        of.agreements += bench.agree()
        for table in bench.measure(given.runs):
            of.tables.append(table)
            # What was measured is kept, whatever becomes of the rest.
            of.write(given.folder)
        of.singles += bench.singles()
    of.write(given.folder)
    print(of.as_markdown())


class Bench:
    """One workload."""

    def __init__(
        self, workload: str, folder: Path, entrants: list[Entrant], sizes: list[int]
    ) -> None:
        self.workload, self.folder, self.entrants, self.sizes = workload, folder, entrants, sizes

    def table(self, rows: int) -> Path:
        """The file of so many rows."""
        return self.folder / f"{self.workload}-{rows}.arrow"

    def those(self, *, reasons: bool, rows: int) -> list[Entrant]:
        """Who gives this for so many rows."""
        able = (one for one in self.entrants if one.reasons or not reasons)
        return [one for one in able if rows <= one.most]

    def make(self) -> None:
        """Rows, their form for Node, and rules for Node."""
        tell(f"{self.workload}: making {', '.join(f'{rows:,}' for rows in self.sizes)} rows")
        in_node = [one for one in self.entrants if one.in_node]
        for rows in self.sizes:
            table = self.table(rows)
            call(HERE / "sample.py", self.workload, rows, table)
            for target in {one.rows_of(table) for one in in_node if rows <= one.most}:
                call(HERE / "objects.py", self.workload, table, target)
        for one in in_node:
            for how in ([], ["reasons"]):
                rules = printed([sys.executable, str(RULES[one.name]), self.workload, *how])
                target = one.rules(self.workload, self.folder, reasons=bool(how))
                target.write_text(rules, encoding="utf-8")
                if one.name == "zen":
                    asked = [self.workload, "single", *how]
                    single = printed([sys.executable, str(RULES["zen"]), *asked])
                    target.with_suffix("").with_suffix(".single.zen.json").write_text(single)

    def agree(self) -> Iterator[report.Agreement]:
        """Holds every contender against the row evaluator, and against the first contender."""
        truth = self.folder / f"{self.workload}.truth.arrow"
        smallest = self.table(self.sizes[0])
        call(HERE / "truth.py", self.workload, smallest, TRUE_ROWS, truth)
        for reasons in (False, True):
            for rows in self.sizes:
                entrants = self.those(reasons=reasons, rows=min(rows, ALIKE_ROWS))
                if rows > ALIKE_ROWS or not entrants:
                    continue
                first = self.answers(entrants[0], rows, reasons=reasons)
                for one in entrants:
                    is_first = one == entrants[0]
                    found = first if is_first else self.answers(one, rows, reasons=reasons)
                    if rows == self.sizes[0]:
                        yield self.compared(one, truth, found, "row evaluator", reasons=reasons)
                    if not is_first:
                        name = entrants[0].label
                        yield self.compared(one, first, found, name, reasons=reasons)
                        found.unlink()
                first.unlink()

    def answers(self, one: Entrant, rows: int, *, reasons: bool) -> Path:
        """What a contender answers."""
        table = self.table(rows)
        target = self.folder / f"{self.workload}.{one.label}{one.rows_of(table).suffix}"
        command = one.command(self.workload, table, reasons=reasons)
        subprocess.run([*command, "--answers", str(target)], check=True)
        return target

    def compared(
        self, one: Entrant, expected: Path, found: Path, as_what: str, *, reasons: bool
    ) -> report.Agreement:
        """In how many rows it answers the same; an error unless it is all of them."""
        files = [str(expected), str(found), self.workload]
        how = ["--reasons"] if reasons else []
        told = json.loads(printed([sys.executable, str(HERE / "agree.py"), *files, *how]))
        agreement = report.Agreement(self.workload, reasons, one.label, as_what, **told)
        tell(f"{self.workload}: {one.label} as {as_what} in {told['same']:,} of {told['rows']:,}")
        if agreement.same != agreement.rows:
            raise SystemExit(f"{one.label} differs from {as_what} in {self.workload}")
        return agreement

    def measure(self, runs: int) -> Iterator[report.Table]:
        """Times every contender."""
        for reasons in (False, True):
            for rows in self.sizes:
                entrants = self.those(reasons=reasons, rows=rows)
                if not entrants:
                    continue
                size = self.table(rows).stat().st_size / 2**20
                able = self.those(reasons=reasons, rows=0)
                slow = [one.label for one in able if one not in entrants]
                table = report.Table(self.workload, reasons, rows, size, slow)
                tell(table.title)
                contenders = [
                    one.contender(self.workload, self.table(rows), reasons=reasons)
                    for one in entrants
                ]
                table.measured = alternating(contenders, runs)
                yield table

    def singles(self) -> list[report.Single]:
        """Times one row at a time in Node."""
        if {one.name for one in self.entrants if one.in_node} != set(RULES):
            return []
        rows = self.table(self.sizes[0]).with_suffix(".jsonl")
        command = [shutil.which("node"), str(IN_NODE / "single.mjs")]
        told = json.loads(printed([*command, str(self.folder), self.workload, rows.name]))
        return [report.Single(**one) for one in told]


def tell(what: str) -> None:
    """Says how far it is."""
    print(f"  {what}", file=sys.stderr)


def printed(command: list[str]) -> str:
    """What a program prints."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
