"""Compares reading a large register: `cargo xtask bench` sets everything up and calls it.

First all contenders that clean must give the same answers for every organisation; only then they
are timed, one after the other and over again, each time in a new process.

This process itself stays small: what it takes counts as the peak of each that it starts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "measuring"))

import machine
import report
from measure import Contender, alternating, call, in_python

CONTENDERS = HERE / "contenders.py"
CLEANING = {
    "reading.xlsx": ("lkks", "pandas-openpyxl", "pandas-calamine"),
    "reading.csv": ("lkks", "pandas-c", "pandas-pyarrow"),
}
IN_RUST = {"reading.xlsx": ("lkks", "workbook", "calamine"), "reading.csv": ("lkks", "workbook")}


def in_rust(how: str, program: Path, file: Path) -> Contender:
    """The program of `crates/lkks-exchange/benches/reading.rs`."""
    return Contender(f"rust-{how}", [str(program), how, str(file)])


def contenders(file: Path, program: Path) -> list[Contender]:
    """Who reads this file: lkks first."""
    return [
        *(in_python(name, CONTENDERS, file) for name in CLEANING[file.name]),
        *(in_rust(how, program, file) for how in IN_RUST[file.name]),
    ]


def main() -> None:
    """Makes the files, checks, measures and reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where files are made and results written")
    parser.add_argument("--program", type=Path, required=True, help="the program in Rust")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--version", action="append", default=[], help="of what is not Python")
    given = parser.parse_args()
    files = [given.folder / name for name in CLEANING]
    print(f"  making a register of {given.rows:,} organisations", file=sys.stderr)
    call(HERE / "sample.py", given.rows, given.folder)
    for file in files:
        names = CLEANING[file.name]
        call(HERE / "agree.py", file, given.rows, *names)
        print(f"  {file.name}: {', '.join(names)} understood the same", file=sys.stderr)
    of = machine.machine(report.PACKAGES, given.version)
    tables = {
        file.name: alternating(contenders(file, given.program), given.runs) for file in files
    }
    data = {"rows": given.rows, **report.as_data(of, tables)}
    (given.folder / "reading.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
    markdown = report.as_markdown(of, tables, given.rows)
    (given.folder / "reading.md").write_text(markdown + "\n", encoding="utf-8")
    print(markdown)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
