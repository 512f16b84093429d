"""One run of one contender in a process of its own, measured by the system."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Contender:
    """A program that does the work once and prints its seconds."""

    name: str
    command: list[str]


def in_python(name: str, script: Path, *arguments: object) -> Contender:
    """A script that is told the name of a contender, in this Python."""
    given = [str(argument) for argument in arguments]
    return Contender(name, [sys.executable, str(script), name, *given])


def call(script: Path, *arguments: object) -> None:
    """Runs a script in this Python, in a process of its own."""
    given = [str(argument) for argument in arguments]
    subprocess.run([sys.executable, str(script), *given], check=True)


@dataclass
class Measured:
    """All runs of one contender: seconds by the clock and of the processor, and MiB at the peak."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)
    # The peak before the work began, where it is told.
    before: list[float] = field(default_factory=list)

    def run(self, contender: Contender) -> None:
        """Runs it once more."""
        with subprocess.Popen(contender.command, stdout=subprocess.PIPE) as child:
            printed = child.stdout.read() if child.stdout else b""
            # In place of `child.wait`, which does not tell what it used.
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise SystemExit(f"{contender.name} ended with {child.returncode}")
        told = json.loads(printed)
        self.wall.append(told["wall"])
        # A program in Rust starts in no time, so that all it used is the work.
        self.cpu.append(told.get("cpu", used.ru_utime + used.ru_stime))
        kib = used.ru_maxrss / 1024 if sys.platform == "darwin" else used.ru_maxrss
        self.peak.append(kib / 1024)
        if "before" in told:
            self.before.append(told["before"])

    def median(self, what: str) -> float:
        """The middle of all runs."""
        return statistics.median(getattr(self, what))

    def spread(self, what: str) -> tuple[float, float]:
        """The least and the most of all runs."""
        values = getattr(self, what)
        return min(values), max(values)


def alternating(contenders: list[Contender], runs: int) -> dict[str, Measured]:
    """So many runs of each, one of each after the other, so that all meet the same weather."""
    measured = {contender.name: Measured() for contender in contenders}
    for number in range(1, runs + 1):
        for contender in contenders:
            print(f"  run {number} of {runs}: {contender.name}", file=sys.stderr)
            measured[contender.name].run(contender)
    return measured
