"""The command line: ``python -m lkks report FILE --on DATE``."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import lkks


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status of the process."""
    parser = argparse.ArgumentParser(prog="lkks", description=lkks.__doc__)
    parser.add_argument("--version", action="version", version=f"lkks {lkks.__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    report = commands.add_parser("report", help="assess a register on a date")
    report.add_argument("file", type=Path, help="the register")
    report.add_argument("--on", type=date.fromisoformat, required=True, help="YYYY-MM-DD")
    options = parser.parse_args(arguments)
    print(f"lkks {lkks.__version__}: {options.file} on {options.on}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
