"""BINDINGS.md names what is there in Python, and all of it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import lkks

PAGE = Path(__file__).parents[3] / "BINDINGS.md"
# Not there before it is imported.
import_module("lkks.spark")
CLASSES = (
    lkks.AssessedStream,
    lkks.AssessedTable,
    lkks.Reading,
    lkks.Register,
    lkks.RegisterOn,
    lkks.RuleBook,
    lkks.Assessment,
    lkks.Verdict,
    lkks.Written,
    lkks.LkksError,
)


def names() -> set[str]:
    """Return the names in the Python column, but for the first table, which names none."""
    _, tables = PAGE.read_text(encoding="utf-8").split("\n## ", 1)
    cells = [line.split("|")[3] for line in tables.splitlines() if line.startswith("|")]
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def exists(name: str) -> bool:
    thing: object = lkks
    for part in name.split("."):
        if not hasattr(thing, part):
            return False
        thing = getattr(thing, part)
    return True


def test_every_name_in_the_table_exists() -> None:
    assert len(names()) > 50
    assert [name for name in sorted(names()) if not exists(name)] == []


def test_every_public_name_is_in_the_table() -> None:
    public = {
        f"{cls.__name__}.{name}" for cls in CLASSES for name in vars(cls) if not name.startswith("_")
    }
    assert public - names() == set()
