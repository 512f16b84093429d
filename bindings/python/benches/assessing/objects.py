"""Rows as objects, for engines that decide row by row; making them is not counted as their work.

`python objects.py WORKLOAD FILE TARGET` writes those of a table, one a line.

What is unknown is left out. JSONLogic does not count months, and zen takes much longer to do so
than to compare numbers (its `d("2024-02-29").add("1y")` is no date at all), so that both are spared
it: a day is a number, and beside the day of a decision stand those one to five years later, and half
a year before the last day of each. They choose which of them counts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import school as sch
from anniversaries import AFTER, DAYS

Object = dict[str, Any]
YEARS = (1, 2, 3, 4, 5)
# Which organisation it is and where does not matter to what stands in the rules.
UNASKED = ("organisation", "region")


def of(workload: str, table: pa.Table) -> list[Object]:
    """An object for each row."""
    columns = {name: plain(table[name]) for name in table.column_names if name not in UNASKED}
    if workload == "school":
        columns |= anniversaries(columns["accreditation_decided"])
    names = list(columns)
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for row in zip(*columns.values(), strict=True)
    ]


def plain(column: pa.ChunkedArray) -> list[Any]:
    """Values as JSON has them; a day as a number."""
    if pa.types.is_date(column.type):
        column = column.cast(pa.int32())
    return column.to_pylist()


def anniversaries(decided: list[int | None]) -> dict[str, list[int | None]]:
    """The days so many years after each, and half a year before the last day by then."""
    columns = {}
    by = earlier(sch.APPLY_BEFORE_MONTHS).tolist()
    for years in YEARS:
        over = AFTER[years].tolist()
        columns[f"after_{years}"] = [None if day is None else over[day] for day in decided]
        last_days = (None if day is None else over[day] - 1 for day in decided)
        columns[f"renew_by_{years}"] = [None if day is None else by[day] for day in last_days]
    return columns


def earlier(months: int) -> Any:
    """For every day, the day so many months before; where there is none, the last of its month."""
    of_month = DAYS.astype("datetime64[M]")
    before = of_month - months
    first, next_first = (month.astype("datetime64[D]") for month in (before, before + 1))
    return (first + np.minimum(DAYS - of_month, next_first - 1 - first)).astype(np.int32)


def main() -> None:
    """Writes the objects of a table."""
    workload, file, target = sys.argv[1:]
    with pa.OSFile(file) as source, Path(target).open("w", encoding="utf-8") as lines:
        for batch in pa.ipc.open_file(source).read_all().to_batches(max_chunksize=10_000):
            for row in of(workload, pa.table(batch)):
                lines.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
