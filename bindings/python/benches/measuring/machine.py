"""The machine on which something is measured, and figures as a report shows them."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from pathlib import Path
from typing import Any

from measure import Measured


def machine(packages: tuple[str, ...], versions: list[str]) -> dict[str, Any]:
    """The machine and the programs on it; `versions` are those of what is not of Python."""
    python = [f"{name} {version_of(name)}" for name in ("lkks", *packages)]
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "versions": [f"Python {platform.python_version()}", *python, *versions],
    }


def version_of(package: str) -> str:
    """The version that is installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"


def processor() -> str:
    """The name of the processor, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def in_words(of: dict[str, Any]) -> str:
    """The machine in a sentence."""
    return (
        f"{of['processor']}, {of['cores']} cores, {of['system']}; {', '.join(of['versions'])}; "
        f"load before {of['load'][0]}."
    )


def figures(one: Measured, what: str, digits: int) -> str:
    """The median, and the least and the most."""
    least, most = one.spread(what)
    return f"{one.median(what):.{digits}f} ({least:.{digits}f}–{most:.{digits}f})"
