"""DuckDB: one query over the Arrow table, its answers fetched as Arrow."""

from __future__ import annotations

from typing import Any

import duckdb
import registration as reg
import school as sch
from workloads import ELIGIBILITIES, REASONS, STANDINGS, VERDICT


class Contender:
    """The query, made ready for one workload."""

    def __init__(self, workload: str, *, reasons: bool) -> None:
        query = {"school": of_school, "registration": of_registration}[workload]
        self.query = query(reasons=reasons)
        self.connection = duckdb.connect()
        for name, texts in ENUMS.items():
            listed = ", ".join(f"'{text}'" for text in texts)
            self.connection.execute(f"CREATE TYPE {name} AS ENUM ({listed})")

    def prepare(self, table: Any) -> duckdb.DuckDBPyRelation:
        """The query on the table as it is: DuckDB reads Arrow."""
        self.connection.register("given", table)
        return self.connection.sql(self.query)

    def run(self, query: duckdb.DuckDBPyRelation) -> Any:
        """The answers."""
        return query.to_arrow_table()


ENUMS = {
    "school_rules": sch.SCHOOL_RULES,
    "registration_rules": reg.REGISTRATION_RULES,
    "standing": STANDINGS,
    "eligibility": ELIGIBILITIES,
    "grade": sch.GRADES,
}

Outcomes = dict[str, dict[str, str]]


def one_of(kind: str, number: int) -> str:
    """One of few texts; chosen as a text it would be looked up in every row."""
    return f"'{ENUMS[kind][number]}'::{kind}"


def with_reasons(workload: str, query: str, outcomes: Outcomes, cited: dict[str, str]) -> str:
    """The answers of a query, and which criteria have which outcome, and where those are written.

    Few sets of outcomes are met, so that the lists of each set are made once. A join keeps no
    order, so that answers say whose they are.
    """
    pairs = {(outcome, name): one for outcome, of in outcomes.items() for name, one in of.items()}
    bits = {pair: 1 << place for place, pair in enumerate(pairs)}
    met = " + ".join(
        f"CASE WHEN {condition} THEN {bits[pair]}::UBIGINT ELSE 0::UBIGINT END"
        for pair, condition in pairs.items()
    )

    def listed(texts: dict[tuple[str, str], str]) -> str:
        """The texts of those criteria that have their outcome."""
        parts = ", ".join(
            f"CASE WHEN met & {bits[pair]} <> 0 THEN '{text}' END" for pair, text in texts.items()
        )
        return f"list_filter([{parts}], lambda text: text IS NOT NULL)"

    lists = ", ".join(
        f"{listed({pair: pair[1] for pair in pairs if pair[0] == outcome})} AS {outcome}"
        for outcome in outcomes
    )
    citations = listed({pair: cited[pair[1]] for pair in pairs})
    return f"""
WITH judged AS MATERIALIZED (SELECT *, {met} AS met FROM ({query})),
    sets AS (SELECT met, {lists}, {citations} AS citations FROM (SELECT DISTINCT met FROM judged))
SELECT organisation, {", ".join((*VERDICT[workload], *REASONS))} FROM judged JOIN sets USING (met)
"""


def band(of: str, *, floors: bool) -> str:
    """The grade of a total under one version."""
    cases = []
    for grade, least in sch.BANDS[of].items():
        then = one_of("grade", sch.GRADES.index(grade))
        if floors and grade in sch.ACCREDITED:
            then = f"CASE WHEN NOT (facilities_low OR any_low) THEN {then} END"
        cases.append(f"WHEN rounded >= {least} THEN {then}")
    return f"CASE {' '.join(cases)} END"


def short(of: str) -> str:
    """How many points are short of the next better grade under one version."""
    least = list(sch.BANDS[of].values())
    cases = [f"WHEN rounded >= {least[0]} THEN NULL"]
    for better, own in zip(least, least[1:], strict=False):
        cases.append(f"WHEN rounded >= {own} THEN {better} - rounded")
    return f"CASE {' '.join(cases)} END"


def of_school(*, reasons: bool) -> str:
    """The accreditation of schools."""
    weighted = " + ".join(f"{name} * {weight}" for name, weight in sch.WEIGHTS.items())
    low = " OR ".join(f"{name} < {sch.COMPONENT_FLOOR}" for name in sch.SCORES)
    first, second = f"DATE '{sch.FIRST_DAY}'", f"DATE '{sch.SECOND_DAY}'"
    general, of_first, of_second = (one_of("school_rules", number) for number in range(3))
    never, current, expired, undetermined = (one_of("standing", number) for number in range(4))
    eligible, not_eligible, _ = (one_of("eligibility", number) for number in range(3))
    late = f"""version = 1 AND standing = {current}
        AND "on" > last_day - INTERVAL {sch.APPLY_BEFORE_MONTHS} MONTH"""
    more = ', organisation, "on", version, early, facilities_low, any_low' if reasons else ""
    query = f"""
WITH known AS (
    SELECT
        organisation,
        "on",
        accreditation_decided AS decided,
        accreditation_grade AS earned,
        coalesce(decided <= "on", false) AS held,
        CASE WHEN "on" >= {second} THEN 2 WHEN "on" >= {first} THEN 1 ELSE 0 END AS version,
        -- Two decimals: as a float it is nearer to the exact sum than half of its last place.
        CAST(({weighted}) * 100 AS INTEGER) AS steps,
        (steps + 5000) // 10000 AS rounded,
        facilities_score < {sch.FACILITIES_FLOOR} AS facilities_low,
        {low} AS any_low,
        -- Without a grade the rules before the first version give from two to five years.
        earned IS NULL AND decided < {first} AS ungraded,
        CASE
            WHEN decided >= {second} OR (decided < {first} AND earned = 'A')
                THEN decided + INTERVAL 5 YEAR
            WHEN decided >= {first} THEN decided + INTERVAL 4 YEAR
            WHEN earned = 'B' THEN decided + INTERVAL 3 YEAR
            ELSE decided + INTERVAL 2 YEAR
        END AS over
    FROM given
), held AS (
    SELECT
        *,
        CASE
            WHEN NOT held THEN {never}
            WHEN "on" < over THEN {current}
            WHEN NOT ungraded OR "on" >= decided + INTERVAL 5 YEAR THEN {expired}
            ELSE {undetermined}
        END AS standing,
        version = 1 AND held AND "on" < over
            AND "on" < decided + INTERVAL {sch.OPENS_AFTER_YEARS} YEAR AS early
    FROM known
)
SELECT
    CASE version WHEN 2 THEN {of_second} WHEN 1 THEN {of_first} ELSE {general} END AS rules,
    standing,
    CASE WHEN held AND NOT ungraded THEN CAST(over - INTERVAL 1 DAY AS DATE) END AS last_day,
    CASE WHEN version = 0 OR early THEN {not_eligible} ELSE {eligible} END AS eligibility,
    CASE version
        WHEN 2 THEN {band(sch.SECOND, floors=False)} WHEN 1 THEN {band(sch.FIRST, floors=True)}
    END AS grade,
    CASE WHEN version > 0 THEN steps / 10000 END AS score,
    CASE version WHEN 2 THEN {short(sch.SECOND)} WHEN 1 THEN {short(sch.FIRST)} END AS points
    {more}
FROM held
"""
    if not reasons:
        return query
    unmet = {
        **dict.fromkeys(sch.GENERAL_UNMET, "version = 0"),
        "renewal-opens": "early",
        "renewal-in-time": late,
        "facilities-61": "version = 1 AND facilities_low",
        "no-component-under-50": "version = 1 AND any_low",
    }
    unknown = {
        **dict.fromkeys(sch.GENERAL_UNKNOWN, "version = 0"),
        "facilities-61": "version = 1 AND facilities_low IS NULL",
        "no-component-under-50": "version = 1 AND any_low IS NULL",
    }
    return with_reasons("school", query, {"unmet": unmet, "unknown": unknown}, sch.SCHOOL_CITATIONS)


def of_registration(*, reasons: bool) -> str:
    """The registration of organisations."""
    national, city = (one_of("registration_rules", number) for number in range(2))
    never, current, expired, undetermined = (one_of("standing", number) for number in range(4))
    eligible, not_eligible, unsure = (one_of("eligibility", number) for number in range(3))
    of_nation = {name: met_of(criterion) for name, criterion in reg.NATIONAL_CRITERIA.items()}
    of_city = {name: met_of(criterion) for name, criterion in reg.CITY_CRITERIA.items()}
    # In Kleene's logic: no where one is not met, else nothing where one is not known.
    all_of_city = " AND ".join(of_city.values())
    every = " AND ".join([*of_nation.values(), f"(NOT city OR ({all_of_city}))"])
    asked = of_nation | {name: f"(NOT city OR {one})" for name, one in of_city.items()}
    columns = {name: f'"of_{name}"' for name in asked}
    parts = ", ".join(f"{one} AS {columns[name]}" for name, one in asked.items())
    more = f", organisation, {parts}" if reasons else ""
    valid = ", ".join(f"{valid_on_the_day(paper)} AS {paper}_valid" for paper in reg.DATED)
    query = f"""
WITH known AS (
    SELECT
        *,
        "on" >= DATE '{reg.CITY_DAY}' AS city,
        coalesce(registration_issued <= "on", false) AS registered_before,
        {valid}
    FROM given
)
SELECT
    CASE WHEN city THEN {city} ELSE {national} END AS rules,
    CASE
        WHEN NOT registered_before THEN {never}
        WHEN "on" <= registration_last_day OR "on" = registration_issued THEN {current}
        WHEN registration_last_day IS NULL THEN {undetermined}
        ELSE {expired}
    END AS standing,
    CASE WHEN registered_before THEN registration_last_day END AS last_day,
    CASE ({every}) WHEN true THEN {eligible} WHEN false THEN {not_eligible} ELSE {unsure} END
        AS eligibility
    {more}
FROM known
"""
    if not reasons:
        return query
    outcomes = {
        "unmet": {name: f"NOT {column}" for name, column in columns.items()},
        "unknown": {name: f"{column} IS NULL" for name, column in columns.items()},
    }
    return with_reasons("registration", query, outcomes, reg.REGISTRATION_CITATIONS)


def valid_on_the_day(paper: str) -> str:
    """Whether a dated paper is there and valid; what was issued later is not known yet."""
    valid = f'{paper} AND coalesce("on" <= {paper}_last_day, true)'
    return f'CASE WHEN coalesce({paper}_issued <= "on", true) THEN {valid} END'


def met_of(criterion: reg.Criterion) -> str:
    """Whether a criterion is met, where it is asked; nothing where that is not known."""
    paper = f"{criterion.paper}_valid" if criterion.paper in reg.DATED else criterion.paper
    return paper if criterion.when is None else f"({paper} OR NOT {criterion.when})"
