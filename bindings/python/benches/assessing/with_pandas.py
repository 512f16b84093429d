"""pandas with numpy: whole columns at a time.

Days are counted, and an anniversary is looked up in a calendar; few texts are categories, chosen by
their numbers. What may be unknown is kept as two columns of bits: what it is, and whether it is
known.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import registration as reg
import school as sch
from anniversaries import AFTER, DAYS, day
from workloads import ELIGIBILITIES, STANDINGS

NEVER, CURRENT, EXPIRED, UNDETERMINED = range(4)
ELIGIBLE, NOT_ELIGIBLE, OPEN = range(3)
NOTHING = np.int8(-1)


class Contender:
    """The columns' way through one workload."""

    def __init__(self, workload: str, *, reasons: bool) -> None:
        if reasons:
            raise ValueError("pandas has no lists but of objects")
        self.judge = {"school": of_school, "registration": of_registration}[workload]

    def prepare(self, table: Any) -> pd.DataFrame:
        """A frame with days, numbers, categories, and booleans that may be missing."""
        kinds = {pa.bool_(): pd.BooleanDtype()}
        return table.to_pandas(types_mapper=kinds.get, date_as_object=False)

    def run(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The answers."""
        return self.judge(frame)


ENDS = np.concatenate([AFTER[years] for years in (5, 4, 3, 2)])


def days(column: pd.Series) -> Any:
    """Days counted; where there is none, one long before all others."""
    return column.to_numpy().astype("datetime64[D]").astype(np.int64)


def one_of(texts: tuple[str, ...], numbers: Any) -> pd.Categorical:
    """The texts of these numbers."""
    return pd.Categorical.from_codes(numbers, dtype=pd.CategoricalDtype(texts), validate=False)


def dates(counted: Any, known: Any) -> Any:
    """Days as dates, where they are known."""
    nothing = np.datetime64("NaT")
    return np.where(known, counted.astype("datetime64[D]"), nothing).astype("datetime64[s]")


def of_school(frame: pd.DataFrame) -> pd.DataFrame:
    """The accreditation of schools."""
    on, decided = days(frame["on"]), days(frame["accreditation_decided"])
    # Where there is no decision, any day will do: it is not held.
    held = (decided <= on) & (decided > 0)
    decided = np.where(held, decided, 0).astype(np.int32)
    earned = frame["accreditation_grade"].cat.codes.to_numpy()
    first, second = day(sch.FIRST_DAY), day(sch.SECOND_DAY)
    version = (on >= first).view(np.int8) + (on >= second).view(np.int8)
    before = decided < first
    # Under the rules before the first version: five, three or two years; without a grade from two
    # to five.
    of_grade = np.array([0, 2, 3, 3], np.int32)[earned]
    years = np.where(before, of_grade, (decided < second).view(np.int8))
    over = ENDS[years * len(DAYS) + decided]
    ungraded = before & (earned < 0)
    is_current = held & (on < over)
    standing = np.where(is_current, CURRENT, EXPIRED).astype(np.int8)
    standing[ungraded & (on >= over) & (on < AFTER[5][decided])] = UNDETERMINED
    standing[~held] = NEVER
    early = (version == 1) & is_current & (on < AFTER[sch.OPENS_AFTER_YEARS][decided])
    columns = [frame[name].to_numpy() for name in sch.SCORES]
    total = sum(frame[name].to_numpy() * weight for name, weight in sch.WEIGHTS.items())
    # Two decimals: as a float it is nearer to the exact sum than half of its last place.
    known = ~np.isnan(total)
    steps = np.floor(np.where(known, total, 0) * 100 + 0.5).astype(np.int32)
    rounded = (steps + 5000) // 10_000
    closed = columns[sch.SCORES.index("facilities_score")] < sch.FACILITIES_FLOOR
    for column in columns:
        closed |= column < sch.COMPONENT_FLOOR
    scored = known & (version > 0)
    # By the version and the total: the grade, and the points to the next.
    grades, short, accredited = BY_TOTAL
    place = version * np.int32(101) + rounded
    grade = grades[place]
    grade[~scored | ((version == 1) & closed & accredited[place])] = NOTHING
    return pd.DataFrame(
        {
            "rules": one_of(sch.SCHOOL_RULES, version),
            "standing": one_of(STANDINGS, standing),
            "last_day": dates(over - 1, held & ~ungraded),
            "eligibility": one_of(ELIGIBILITIES, ((version == 0) | early).view(np.int8)),
            "grade": one_of(sch.GRADES, grade),
            "score": np.where(scored, steps / 10_000, np.nan),
            "points": np.where(scored, short[place], np.nan),
        },
        copy=False,
    )


def by_total() -> tuple[Any, Any, Any]:
    """For every version and rounded total: the grade, the points short of the next, and whether
    the grade is one of accreditation."""
    grades = np.full(3 * 101, NOTHING)
    short = np.full(3 * 101, np.nan)
    for number, of in ((1, sch.FIRST), (2, sch.SECOND)):
        for rounded in range(101):
            bands = sch.BANDS[of].items()
            grade = next(grade for grade, least in bands if least <= rounded)
            above = [least for _, least in bands if least > rounded]
            grades[number * 101 + rounded] = sch.GRADES.index(grade)
            if above:
                short[number * 101 + rounded] = min(above) - rounded
    accredited = np.isin(grades, [sch.GRADES.index(grade) for grade in sch.ACCREDITED])
    return grades, short, accredited


BY_TOTAL = by_total()


def of_registration(frame: pd.DataFrame) -> pd.DataFrame:
    """The registration of organisations."""
    on, issued = days(frame["on"]), days(frame["registration_issued"])
    last_day = days(frame["registration_last_day"])
    held = (issued <= on) & (issued > 0)
    stated = last_day > 0
    city = on >= day(reg.CITY_DAY)
    standing = np.where(on <= last_day, CURRENT, EXPIRED).astype(np.int8)
    standing[~stated] = UNDETERMINED
    standing[~stated & (on == issued)] = CURRENT
    standing[~held] = NEVER
    no, unknown = failed(reg.NATIONAL_CRITERIA, frame, on, held)
    city_no, city_unknown = failed(reg.CITY_CRITERIA, frame, on, held)
    no |= city & city_no
    unknown |= city & city_unknown
    eligibility = np.where(no, NOT_ELIGIBLE, np.where(unknown, OPEN, ELIGIBLE)).astype(np.int8)
    return pd.DataFrame(
        {
            "rules": one_of(reg.REGISTRATION_RULES, city.view(np.int8)),
            "standing": one_of(STANDINGS, standing),
            "last_day": dates(last_day, held & stated),
            "eligibility": one_of(ELIGIBILITIES, eligibility),
        },
        copy=False,
    )


def failed(
    criteria: dict[str, reg.Criterion], frame: pd.DataFrame, on: Any, held: Any
) -> tuple[Any, Any]:
    """Where one of the criteria is not met, and where it is not known of one."""
    no, unknown = np.zeros(len(frame), bool), np.zeros(len(frame), bool)
    for criterion in criteria.values():
        paper = frame[criterion.paper].array
        missing = paper.isna()
        is_there = paper.to_numpy(bool, na_value=True)
        if criterion.paper in reg.DATED:
            issued = days(frame[f"{criterion.paper}_issued"])
            ends = days(frame[f"{criterion.paper}_last_day"])
            # What was issued later is not known yet.
            missing = missing | (issued > on)
            is_there = (is_there & ((on <= ends) | (ends < 0))) | (issued > on)
        if criterion.when == "registered_before":
            is_there, missing = is_there | ~held, missing & held
        elif criterion.when:
            when = frame[criterion.when].array
            surely = when.to_numpy(bool, na_value=False)
            perhaps = when.to_numpy(bool, na_value=True)
            # Where it is not known whether it is asked, it counts only if it holds either way.
            missing = perhaps & (missing | (~is_there & ~surely))
            is_there = is_there | ~surely
        no |= ~is_there & ~missing
        unknown |= missing
    return no, unknown
