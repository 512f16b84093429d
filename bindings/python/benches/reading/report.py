"""What was measured, as Markdown for people and as JSON for programs."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from pathlib import Path
from typing import Any

from measure import Measured

PACKAGES = ("pandas", "openpyxl", "python-calamine", "pyarrow", "numpy")


def machine(versions: list[str]) -> dict[str, Any]:
    """The machine and the programs on it; `versions` are those of what is not of Python."""
    python = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    lkks = f"lkks {importlib.metadata.version('lkks')}"
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "versions": [f"Python {platform.python_version()}", lkks, *python, *versions],
    }


def processor() -> str:
    """The name of the processor, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def as_data(of: dict[str, Any], tables: dict[str, dict[str, Measured]]) -> dict[str, Any]:
    """All runs of all contenders."""
    runs = {file: {name: vars(one) for name, one in table.items()} for file, table in tables.items()}
    return {"machine": of, "runs": runs}


def as_markdown(of: dict[str, Any], tables: dict[str, dict[str, Measured]], rows: int) -> str:
    """One table for each file, in which the first contender is lkks from Python."""
    lines = [
        f"{of['processor']}, {of['cores']} cores, {of['system']}; {', '.join(of['versions'])}; "
        f"load before {of['load'][0]}.",
    ]
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


def figures(one: Measured, what: str, digits: int) -> str:
    """The median, and the least and the most."""
    least, most = one.spread(what)
    return f"{one.median(what):.{digits}f} ({least:.{digits}f}–{most:.{digits}f})"
