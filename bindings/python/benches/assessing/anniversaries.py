"""Anniversaries by a table, which in numpy takes less time than counting months in every row."""

from __future__ import annotations

from typing import Any

import numpy as np

DAYS = np.arange("1970-01-01", "2100-01-01", dtype="datetime64[D]")


def in_years(years: int) -> Any:
    """For every day, counted from 1970, the day so many years later; 29 February becomes a 28th."""
    months = DAYS.astype("datetime64[M]")
    later = months + 12 * years
    first, next_first = (month.astype("datetime64[D]") for month in (later, later + 1))
    last = next_first - 1 - first
    return (first + np.minimum(DAYS - months, last)).astype(np.int32)


AFTER = {years: in_years(years) for years in (1, 2, 3, 4, 5)}


def day(text: str) -> int:
    """A day as it is counted."""
    return int(np.datetime64(text, "D").astype(np.int32))
