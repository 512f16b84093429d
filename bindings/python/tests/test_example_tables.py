"""The tables of `examples/data/tables` are those that their generator writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

GENERATOR = Path(__file__).parents[3] / "examples" / "data" / "tables" / "generate.py"


def test_the_tables_are_those_of_their_generator() -> None:
    """What is changed by hand would be lost."""
    subprocess.run([sys.executable, "-B", str(GENERATOR), "--check"], check=True)
