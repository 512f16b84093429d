"""One contender reads one file: `python contenders.py NAME FILE [--answers FILE]`.

Prints the seconds it took, by the clock and of the processor, without Python's start and what it
imports; with `--answers`, writes what was understood as well, one organisation a line.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

KEPT_AS_TEXT = {"NPWP": str, "No. Telp/HP": str}


def with_lkks(path: Path) -> Any:
    """Everything that lkks does: all columns, the names of regions, doubts, duplicates."""
    return importlib.import_module("lkks").read(path)


def with_pandas(engine: str) -> Callable[[Path], Any]:
    """Reads with this engine of pandas, then cleans."""

    def read(path: Path) -> Any:
        pd = importlib.import_module("pandas")
        clean = importlib.import_module("cleaning").cleaned
        if path.suffix == ".csv":
            kept = KEPT_AS_TEXT
            frame = pd.read_csv(path, sep=";", skiprows=1, engine=engine, dtype=kept)
        else:
            frame = pd.read_excel(path, header=1, engine=engine, dtype=KEPT_AS_TEXT)
        return clean(frame)

    return read


CONTENDERS: dict[str, Callable[[Path], Any]] = {
    "lkks": with_lkks,
    **{f"pandas-{engine}": with_pandas(engine) for engine in ("openpyxl", "calamine")},
    **{f"pandas-{engine}": with_pandas(engine) for engine in ("c", "pyarrow")},
}


def main() -> None:
    """Reads, and prints how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=CONTENDERS)
    parser.add_argument("file", type=Path)
    parser.add_argument("--answers", type=Path)
    given = parser.parse_args()
    # What is imported is not timed: an analyst imports once and reads many times.
    needs = ["lkks"] if given.name == "lkks" else ["pandas", "cleaning", "pyarrow"]
    needs += [engine for engine in ("openpyxl", "python_calamine") if engine[-8:] in given.name]
    for module in needs:
        importlib.import_module(module)
    wall, processor = time.perf_counter(), time.process_time()
    result = CONTENDERS[given.name](given.file)
    taken = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - processor}
    if given.answers:
        rows = importlib.import_module("answers").of(result)
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        given.answers.write_text("".join(lines), encoding="utf-8")
    json.dump(taken, sys.stdout)


if __name__ == "__main__":
    main()
