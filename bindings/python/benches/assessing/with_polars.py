"""polars: lazy expressions on its own columns.

What takes long in polars is avoided, as somebody who knows it would. Texts that are few are an
`Enum`, chosen by their numbers. An anniversary is looked up in a calendar, which takes a sixth of
the time of `dt.offset_by`. Scores have two decimals, so that their weighted sum as a float is
nearer to the exact one than half of its last place, and is made exact by rounding it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import registration as reg
import school as sch
from workloads import ELIGIBILITIES, STANDINGS

FROM, UNTIL = date(1970, 1, 1), date(2099, 12, 31)
CALENDAR = pl.date_range(FROM, UNTIL, eager=True)
NUMBER = {grade: place for place, grade in enumerate(sch.GRADES)}
NEVER, CURRENT, EXPIRED, UNDETERMINED = range(4)
ELIGIBLE, NOT_ELIGIBLE, OPEN = range(3)


class Contender:
    """The query, made ready for one workload."""

    def __init__(self, workload: str, *, reasons: bool) -> None:
        self.query = {"school": of_school, "registration": of_registration}[workload]
        self.reasons = reasons
        # Either of the two engines that took less time.
        is_short = workload == "registration" and not reasons
        self.engine = "in-memory" if is_short else "streaming"

    def prepare(self, table: Any) -> pl.LazyFrame:
        """The query on columns as polars keeps them."""
        frame = pl.DataFrame(pl.from_arrow(table)).rechunk()
        return self.query(frame.lazy(), reasons=self.reasons)

    def run(self, query: pl.LazyFrame) -> pl.DataFrame:
        """The answers."""
        return query.collect(engine=self.engine)


def code(number: int) -> pl.Expr:
    """The number of a text."""
    return pl.lit(number, pl.UInt8)


def one_of(texts: tuple[str, ...], numbers: pl.Expr) -> pl.Expr:
    """The texts of these numbers."""
    return numbers.cat.to(pl.Enum(texts))


def day(text: str) -> pl.Expr:
    """A day."""
    return pl.lit(date.fromisoformat(text))


def after(days: pl.Expr, *lengths: str, choice: pl.Expr | None = None) -> pl.Expr:
    """So long after these days, by the chosen one of some lengths."""
    calendars = pl.concat([CALENDAR.dt.offset_by(length) for length in lengths])
    place = days.to_physical()
    if choice is not None:
        place = place + choice * len(CALENDAR)
    return pl.lit(calendars).gather(place)


def of_school(frame: pl.LazyFrame, *, reasons: bool) -> pl.LazyFrame:
    """The accreditation of schools."""
    on, decided, grade = (
        pl.col(name) for name in ("on", "accreditation_decided", "accreditation_grade")
    )
    first, second = day(sch.FIRST_DAY), day(sch.SECOND_DAY)
    weighted = [pl.col(name) * weight for name, weight in sch.WEIGHTS.items()]
    # Five, four, three or two years: by the rules it was given under, and by the grade.
    years = (
        pl.when((decided >= second) | ((decided < first) & (grade == "A")))
        .then(pl.lit(0, pl.Int32))
        .when(decided >= first)
        .then(pl.lit(1, pl.Int32))
        .when(grade == "B")
        .then(pl.lit(2, pl.Int32))
        .otherwise(pl.lit(3, pl.Int32))
    )
    known = frame.select(
        "on",
        *sch.SCORES,
        decided=decided,
        held=(decided <= on).fill_null(value=False),
        # Without a grade the rules before the first version give from two to five years.
        ungraded=grade.is_null() & (decided < first),
        over=after(decided, "5y", "4y", "3y", "2y", choice=years),
        rules=(on >= first).cast(pl.UInt8) + (on >= second).cast(pl.UInt8),
        steps=(sum_of(weighted) * 100 + 0.5).cast(pl.Int32),
    )
    held, over, ungraded = pl.col("held"), pl.col("over"), pl.col("ungraded")
    steps, rules = pl.col("steps"), pl.col("rules")
    standing = (
        pl.when(~held)
        .then(code(NEVER))
        .when(on < over)
        .then(code(CURRENT))
        .when(~ungraded | (on >= after(pl.col("decided"), "5y")))
        .then(code(EXPIRED))
        .otherwise(code(UNDETERMINED))
    )
    judged = known.with_columns(
        standing=standing,
        last_day=pl.when(held & ~ungraded).then(over - pl.duration(days=1)),
        rounded=(steps + 5000) // 10_000,
        facilities_low=pl.col("facilities_score") < sch.FACILITIES_FLOOR,
        any_low=pl.any_horizontal([pl.col(name) < sch.COMPONENT_FLOOR for name in sch.SCORES]),
        early=(rules == 1)
        & (standing == CURRENT)
        & (on < after(pl.col("decided"), f"{sch.OPENS_AFTER_YEARS}y")),
    )
    if not reasons:
        return judged.select(verdicts_of_school())
    return with_reasons(judged, verdicts_of_school(), reasons_of_school(), sch.SCHOOL_CITATIONS)


def sum_of(parts: list[pl.Expr]) -> pl.Expr:
    """The sum, nothing where one is nothing."""
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def verdicts_of_school() -> list[pl.Expr]:
    """The columns of a verdict."""
    rules, rounded = pl.col("rules"), pl.col("rounded")
    closed = pl.col("facilities_low") | pl.col("any_low")

    def band(of: str, *, floors: bool) -> pl.Expr:
        """The grade of a total."""
        choice: Any = pl
        for grade, least in sch.BANDS[of].items():
            then = code(NUMBER[grade])
            if floors and grade in sch.ACCREDITED:
                then = pl.when(~closed).then(then)
            choice = choice.when(rounded >= least).then(then)
        return choice

    def short(of: str) -> pl.Expr:
        """How many points are short of the next better grade."""
        least = list(sch.BANDS[of].values())
        choice = pl.when(rounded >= least[0]).then(pl.lit(None, pl.Int32))
        for better, own in zip(least, least[1:], strict=False):
            choice = choice.when(rounded >= own).then(better - rounded)
        return choice

    def by_version(first: pl.Expr, second: pl.Expr) -> pl.Expr:
        return pl.when(rules == 1).then(first).when(rules == 2).then(second)

    grades = by_version(band(sch.FIRST, floors=True), band(sch.SECOND, floors=False))
    barred = (rules == 0) | pl.col("early")
    eligibility = pl.when(barred).then(code(NOT_ELIGIBLE)).otherwise(code(ELIGIBLE))
    return [
        one_of(sch.SCHOOL_RULES, rules).alias("rules"),
        one_of(STANDINGS, pl.col("standing")).alias("standing"),
        pl.col("last_day"),
        one_of(ELIGIBILITIES, eligibility).alias("eligibility"),
        one_of(sch.GRADES, grades).alias("grade"),
        pl.when(rules > 0).then(pl.col("steps") / 10_000).alias("score"),
        by_version(short(sch.FIRST), short(sch.SECOND)).alias("points"),
    ]


def with_reasons(
    frame: pl.LazyFrame,
    columns: list[pl.Expr],
    outcomes: dict[str, dict[str, pl.Expr]],
    cited: dict[str, str],
) -> pl.LazyFrame:
    """These columns, and which criteria have which outcome, and where those are written.

    Lists take long in polars: `concat_list` and `drop_nulls` for every row took 25 times as long as
    this. Few sets of outcomes are met, so that the lists of each set are made once.
    """
    pairs = [(outcome, name) for outcome, names in outcomes.items() for name in names]
    bits = {pair: 1 << place for place, pair in enumerate(pairs)}
    none = pl.lit(0, pl.UInt64)
    held = [
        pl.when(outcomes[outcome][name]).then(pl.lit(bit, pl.UInt64)).otherwise(none)
        for (outcome, name), bit in bits.items()
    ]

    def listed(texts: dict[tuple[str, str], str]) -> pl.Expr:
        """The texts of those criteria that have their outcome."""
        kind = pl.Enum(list(dict.fromkeys(texts.values())))
        parts = [
            pl.when(pl.col("set") & bits[pair] != 0).then(pl.lit(text, kind))
            for pair, text in texts.items()
        ]
        return pl.concat_list(parts).list.drop_nulls()

    answers = frame.select(*columns, set=sum_of(held))
    sets = answers.select(pl.col("set").unique()).with_columns(
        **{
            outcome: listed({(outcome, name): name for name in names})
            for outcome, names in outcomes.items()
        },
        citations=listed({(outcome, name): cited[name] for outcome, name in pairs}),
    )
    return answers.join(sets, on="set", how="left", maintain_order="left").drop("set")


def reasons_of_school() -> dict[str, dict[str, pl.Expr]]:
    """Which criteria are not met, and of which that is not known."""
    on, rules, last_day = pl.col("on"), pl.col("rules"), pl.col("last_day")
    general, first = rules == 0, rules == 1
    facilities, component = pl.col("facilities_low"), pl.col("any_low")
    months = f"-{sch.APPLY_BEFORE_MONTHS}mo"
    late = first & (pl.col("standing") == CURRENT) & (on > after(last_day, months))
    unmet = {
        **{name: general for name in sch.GENERAL_UNMET},
        "renewal-opens": pl.col("early"),
        "renewal-in-time": late,
        "facilities-61": first & facilities,
        "no-component-under-50": first & component,
    }
    unknown = {
        **{name: general for name in sch.GENERAL_UNKNOWN},
        "facilities-61": first & facilities.is_null(),
        "no-component-under-50": first & component.is_null(),
    }
    return {"unmet": unmet, "unknown": unknown}


def of_registration(frame: pl.LazyFrame, *, reasons: bool) -> pl.LazyFrame:
    """The registration of organisations."""
    on, issued, last_day = (
        pl.col(name) for name in ("on", "registration_issued", "registration_last_day")
    )
    held = (issued <= on).fill_null(value=False)
    by_city = on >= day(reg.CITY_DAY)
    standing = (
        pl.when(~held)
        .then(code(NEVER))
        .when((on <= last_day) | (on == issued))
        .then(code(CURRENT))
        .when(last_day.is_null())
        .then(code(UNDETERMINED))
        .otherwise(code(EXPIRED))
    )
    met = {name: met_of(criterion, held) for name, criterion in reg.NATIONAL_CRITERIA.items()}
    for name, criterion in reg.CITY_CRITERIA.items():
        met[name] = ~by_city | met_of(criterion, held)
    # In Kleene's logic: no where one is not met, else nothing where one is not known.
    eligible = pl.all_horizontal(list(met.values()))
    eligibility = (
        pl.when(eligible)
        .then(code(ELIGIBLE))
        .when(eligible.is_null())
        .then(code(OPEN))
        .otherwise(code(NOT_ELIGIBLE))
    )
    columns = [
        one_of(reg.REGISTRATION_RULES, by_city.cast(pl.UInt8)).alias("rules"),
        one_of(STANDINGS, standing).alias("standing"),
        pl.when(held).then(last_day).alias("last_day"),
        one_of(ELIGIBILITIES, eligibility).alias("eligibility"),
    ]
    if not reasons:
        return frame.select(columns)
    outcomes = {
        "unmet": {name: ~one for name, one in met.items()},
        "unknown": {name: one.is_null() for name, one in met.items()},
    }
    return with_reasons(frame, columns, outcomes, reg.REGISTRATION_CITATIONS)


def met_of(criterion: reg.Criterion, held: pl.Expr) -> pl.Expr:
    """Whether a criterion is met, where it is asked; nothing where that is not known."""
    paper, on = pl.col(criterion.paper), pl.col("on")
    met = paper
    if criterion.paper in reg.DATED:
        # What was issued later is not known yet.
        met = pl.when((pl.col(f"{criterion.paper}_issued") <= on).fill_null(value=True)).then(
            paper & (on <= pl.col(f"{criterion.paper}_last_day")).fill_null(value=True)
        )
    if criterion.when is None:
        return met
    when = held if criterion.when == "registered_before" else pl.col(criterion.when)
    return met | ~when
