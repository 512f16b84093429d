"""Whether contenders understand the same: `python agree.py FILE ROWS NAME …`.

Each reads the file once and writes what it understood, organisation by organisation, beside it; an
error where one of them differs from the first.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "measuring"))

from answers import FIELDS
from measure import in_python


def answers(name: str, file: Path) -> list[str]:
    """What this contender understood, a line for each organisation."""
    target = file.with_suffix(f".{name}.jsonl")
    command = [*in_python(name, HERE / "contenders.py", file).command, "--answers", str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target.read_text(encoding="utf-8").splitlines()


def difference(one: str | None, other: str | None) -> str:
    """The fields in which two answers differ."""
    if one is None or other is None:
        return f"{one} | {other}"
    trio = zip(FIELDS, json.loads(one), json.loads(other), strict=True)
    return "; ".join(f"{field}: {a!r} | {b!r}" for field, a, b in trio if a != b)


def main() -> None:
    """Ends with an error unless all answers are the same."""
    file, rows, first, *others = sys.argv[1:]
    expected = answers(first, Path(file))
    if len(expected) != int(rows):
        raise SystemExit(f"{first} understood {len(expected)} of {rows} organisations")
    for name in others:
        pairs = zip_longest(expected, answers(name, Path(file)))
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        for one, other in differing[:5]:
            print(difference(one, other), file=sys.stderr)
        if differing:
            raise SystemExit(f"{file}: {name} differs from {first} in {len(differing)} rows")


if __name__ == "__main__":
    main()
