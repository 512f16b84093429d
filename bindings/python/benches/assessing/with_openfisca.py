"""OpenFisca: variables of organisations, with formulas, and parameters with dates.

OpenFisca knows no missing values. A score is counted in hundredths, -1 where it is unknown; a paper
is one of three; a day that there is not is the first that can be counted.

A simulation asks about one day, but here every organisation has its own. Parameters by the dates of
a variable (fancy indexing) are looked up organisation by organisation in Python, so that formulas
ask for the parameters of each version once and choose.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import registration as reg
import school as sch
import workloads
from anniversaries import AFTER
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

ORGANISATION = build_entity(
    key="organisation", plural="organisations", label="An organisation", is_person=True
)
# All holds for ever, but a formula wants a day.
PERIOD = "2026-01-01"
NO_DAY = np.datetime64("1970-01-01")


def enum(name: str, texts: tuple[str, ...]) -> Any:
    """An enumeration of texts, each named by a letter and its place, since it may be no name."""
    return Enum(name, {f"n{place}": text for place, text in enumerate(texts)})


RULES = {
    "school": enum("RulesOfSchools", sch.SCHOOL_RULES),
    "registration": enum("RulesOfRegistration", reg.REGISTRATION_RULES),
}
Standing = enum("Standing", workloads.STANDINGS)
Eligibility = enum("Eligibility", workloads.ELIGIBILITIES)
Grade = enum("Grade", (*sch.GRADES, "none"))
Paper = enum("Paper", ("yes", "no", "unknown"))
EARNED = ("A", "B", "C", "none")
Earned = enum("Earned", EARNED)

Formula = Callable[[Any, Any, Any], Any]


def variable(name: str, kind: Any, formula: Formula | None = None) -> type[Variable]:
    """A variable that holds for ever, with a formula where it is not told."""
    of: dict[str, Any] = {
        "entity": ORGANISATION,
        "definition_period": DateUnit.ETERNITY,
        "label": name,
        "value_type": kind,
    }
    if issubclass(kind, Enum):
        of |= {"value_type": Enum, "possible_values": kind, "default_value": list(kind)[-1]}
    if formula:
        of["formula"] = formula
    return type(name, (Variable,), of)


class Contender:
    """The system of rules for one workload."""

    def __init__(self, workload: str, *, reasons: bool) -> None:
        if reasons:
            raise ValueError("a variable of OpenFisca holds no list")
        self.workload = workload
        self.system = TaxBenefitSystem([ORGANISATION])
        variables, parameters = {"school": school, "registration": registration}[workload]()
        self.system.parameters = ParameterNode("", data=parameters)
        for one in variables:
            self.system.add_variable(one)

    def prepare(self, table: pa.Table) -> dict[str, Any]:
        """An array for each variable that is told."""
        return {
            name: told(name, table[name].combine_chunks())
            for name in table.column_names
            if self.system.get_variable(name)
        }

    def run(self, arrays: dict[str, Any]) -> dict[str, Any]:
        """The answers."""
        count = len(arrays["on"])
        simulation = SimulationBuilder().build_default_simulation(self.system, count)
        for name, values in arrays.items():
            simulation.set_input(name, PERIOD, values)
        names = workloads.VERDICT[self.workload]
        return {name: simulation.calculate(name, PERIOD) for name in names}

    def answers(self, result: dict[str, Any]) -> pa.Table:
        """The answers with nothing where OpenFisca has a value for it."""
        columns = {name: arrow(column) for name, column in result.items()}
        if "score" in columns:
            columns["score"] = pc.divide(columns["score"], 10_000.0)
        return pa.table(columns)


def told(name: str, column: Any) -> Any:
    """A column of the table as OpenFisca has it."""
    if pa.types.is_date(column.type):
        return column.fill_null(dt.date(1970, 1, 1)).to_numpy(zero_copy_only=False)
    if pa.types.is_floating(column.type):
        values = column.to_numpy(zero_copy_only=False) * 100
        return np.where(np.isnan(values), -1, np.round(np.nan_to_num(values))).astype(np.int32)
    if pa.types.is_dictionary(column.type):
        grades = column.dictionary_decode().fill_null("none").to_numpy(zero_copy_only=False)
        numbers = {grade: number for number, grade in enumerate(EARNED)}
        return Earned.encode(np.array([numbers[grade] for grade in grades], np.uint8))
    values = pc.if_else(column, 0, 1).fill_null(2).to_numpy(zero_copy_only=False)
    return Paper.encode(values.astype(np.uint8))


def arrow(column: Any) -> pa.Array:
    """A result as Arrow has it."""
    if hasattr(column, "possible_values"):
        texts = [one.value for one in column.possible_values]
        numbers = np.asarray(column).astype(np.int32)
        nothing = np.array([text == "none" for text in texts])[numbers]
        return pa.DictionaryArray.from_arrays(pa.array(numbers, mask=nothing), texts)
    if column.dtype.kind == "M":
        return pa.array(column, mask=column == NO_DAY)
    values = column.astype(np.float64)
    return pa.array(values, mask=column < 0)


def dated(values: dict[str, int | None]) -> dict[str, Any]:
    """A parameter with its value from each day."""
    return {"values": {day: {"value": value} for day, value in values.items()}}


def chosen(numbers: Any, kind: Any) -> Any:
    """Members of an enumeration by their numbers."""
    return kind.encode(np.asarray(numbers, np.uint8))


VERSIONS = {1: sch.FIRST_DAY, 2: sch.SECOND_DAY}
GENERAL_DAY = "2012-03-06"


def parameters_of_school() -> dict[str, Any]:
    """The figures of all versions by the day from which they hold."""
    first, second = sch.BANDS[sch.FIRST], sch.BANDS[sch.SECOND]
    bands = {
        grade: {sch.FIRST_DAY: first.get(grade), sch.SECOND_DAY: second.get(grade)}
        for grade in sch.GRADES
    }
    validity = {
        grade: {
            GENERAL_DAY: years,
            sch.FIRST_DAY: sch.YEARS[sch.FIRST][grade],
            sch.SECOND_DAY: sch.YEARS[sch.SECOND][grade],
        }
        for grade, years in sch.YEARS[sch.GENERAL].items()
    }
    floors = {"facilities": sch.FACILITIES_FLOOR, "component": sch.COMPONENT_FLOOR}
    of_first = {sch.FIRST_DAY: None, sch.SECOND_DAY: None}
    return {
        "weights": {name: dated({sch.FIRST_DAY: weight}) for name, weight in sch.WEIGHTS.items()},
        "bands": {grade: dated(values) for grade, values in bands.items()},
        "validity": {grade: dated(values) for grade, values in validity.items()},
        "floors": {name: dated(of_first | {sch.FIRST_DAY: at}) for name, at in floors.items()},
        "opens_after": dated(of_first | {sch.FIRST_DAY: sch.OPENS_AFTER_YEARS}),
    }


def school() -> tuple[list[type[Variable]], dict[str, Any]]:
    """The accreditation of schools."""

    def rules(of: Any, period: Any) -> Any:
        on = of("on", period)
        begun = [(on >= np.datetime64(day)).astype(np.uint8) for day in VERSIONS.values()]
        return chosen(sum(begun), RULES["school"])

    def held(of: Any, period: Any) -> Any:
        decided = of("accreditation_decided", period)
        return (decided != NO_DAY) & (decided <= of("on", period))

    def ends(of: Any, period: Any, parameters: Any, *, latest: bool = False) -> Any:
        """The first day on which it is over, at the earliest or at the latest."""
        decided, grade = of("accreditation_decided", period), of("accreditation_grade", period)
        counted = decided.astype(np.int32)
        bounds = [GENERAL_DAY, *VERSIONS.values()]
        result = np.zeros(len(counted), np.int32)
        for number, day in enumerate(bounds):
            validity = parameters(day).validity
            years = {earned: validity[earned] for earned in EARNED[:-1]}
            years["none"] = (max if latest else min)(years.values())
            given = decided >= np.datetime64(day)
            if number + 1 < len(bounds):
                given &= decided < np.datetime64(bounds[number + 1])
            for length in set(years.values()):
                of_length = given & np.isin(
                    np.asarray(grade), [EARNED.index(one) for one in years if years[one] == length]
                )
                result[of_length] = AFTER[length][counted[of_length]]
        return result.astype("datetime64[D]")

    def over(of: Any, period: Any, parameters: Any) -> Any:
        return ends(of, period, parameters)

    def over_at_latest(of: Any, period: Any, parameters: Any) -> Any:
        return ends(of, period, parameters, latest=True)

    def standing(of: Any, period: Any) -> Any:
        on = of("on", period)
        conditions = [
            ~of("held", period),
            on < of("over", period),
            on >= of("over_at_latest", period),
        ]
        return chosen(np.select(conditions, [0, 1, 2], 3), Standing)

    def last_day(of: Any, period: Any) -> Any:
        over = of("over", period)
        known = of("held", period) & (over == of("over_at_latest", period))
        return np.where(known, over - 1, NO_DAY)

    def eligibility(of: Any, period: Any, parameters: Any) -> Any:
        version = np.asarray(of("rules", period))
        since = of("accreditation_decided", period).astype(np.int32)
        opens = AFTER[parameters(sch.FIRST_DAY).opens_after][since].astype("datetime64[D]")
        is_current = np.asarray(of("standing", period)) == Standing.n1.index
        early = (version == 1) & is_current & (of("on", period) < opens)
        return chosen((version == 0) | early, Eligibility)

    def steps(of: Any, period: Any, parameters: Any) -> Any:
        """The weighted mean in steps of 0.0001, -1 where it is unknown."""
        weights = parameters(sch.FIRST_DAY).weights
        scores = {name: of(name, period) for name in sch.SCORES}
        total = sum(score * weights[name] for name, score in scores.items())
        known = np.asarray(of("rules", period)) > 0
        for score in scores.values():
            known &= score >= 0
        return np.where(known, total, -1)

    def score(of: Any, period: Any) -> Any:
        return of("steps", period)

    def rounded(of: Any, period: Any) -> Any:
        return (of("steps", period) + 5000) // 10_000

    def by_band(of: Any, period: Any, parameters: Any, value: Any, default: Any) -> Any:
        """What a function makes of the band that the total lies in, under the version it is."""
        version, rounded = np.asarray(of("rules", period)), of("rounded", period)
        known = of("steps", period) >= 0
        conditions, values = [], []
        for number, day in VERSIONS.items():
            bands = parameters(day).bands
            least = {grade: bands[grade] for grade in bands if bands[grade] is not None}
            better = None
            for grade, own in least.items():
                conditions.append(known & (version == number) & (rounded >= own))
                values.append(value(grade, better, rounded))
                better = own
        return np.select(conditions, values, default)

    def points(of: Any, period: Any, parameters: Any) -> Any:
        def short(grade: str, better: int | None, rounded: Any) -> Any:
            return -1 if better is None else better - rounded

        return by_band(of, period, parameters, short, -1)

    def grade(of: Any, period: Any, parameters: Any) -> Any:
        def own(grade: str, better: int | None, rounded: Any) -> Any:
            return sch.GRADES.index(grade)

        none = len(sch.GRADES)
        numbers = by_band(of, period, parameters, own, none)
        floors = parameters(sch.FIRST_DAY).floors
        low = of("facilities_score", period) < floors.facilities * 100
        for name in sch.SCORES:
            low |= of(name, period) < floors.component * 100
        closed = (np.asarray(of("rules", period)) == 1) & low & (numbers < len(sch.ACCREDITED))
        return chosen(np.where(closed, none, numbers), Grade)

    variables = [
        variable("on", dt.date),
        variable("accreditation_decided", dt.date),
        variable("accreditation_grade", Earned),
        *(variable(name, int) for name in sch.SCORES),
        variable("rules", RULES["school"], rules),
        variable("held", bool, held),
        variable("over", dt.date, over),
        variable("over_at_latest", dt.date, over_at_latest),
        variable("standing", Standing, standing),
        variable("last_day", dt.date, last_day),
        variable("eligibility", Eligibility, eligibility),
        variable("steps", int, steps),
        variable("score", int, score),
        variable("rounded", int, rounded),
        variable("grade", Grade, grade),
        variable("points", int, points),
    ]
    return variables, parameters_of_school()


def registration() -> tuple[list[type[Variable]], dict[str, Any]]:
    """The registration of organisations."""

    def rules(of: Any, period: Any) -> Any:
        return chosen(of("on", period) >= np.datetime64(reg.CITY_DAY), RULES["registration"])

    def held(of: Any, period: Any) -> Any:
        issued = of("registration_issued", period)
        return (issued != NO_DAY) & (issued <= of("on", period))

    def standing(of: Any, period: Any) -> Any:
        on, last_day = of("on", period), of("registration_last_day", period)
        stated = last_day != NO_DAY
        conditions = [
            ~of("held", period),
            stated & (on <= last_day) | (on == of("registration_issued", period)),
            stated,
        ]
        return chosen(np.select(conditions, [0, 1, 2], 3), Standing)

    def last_day(of: Any, period: Any) -> Any:
        return np.where(of("held", period), of("registration_last_day", period), NO_DAY)

    def truth(of: Any, period: Any, criterion: reg.Criterion) -> tuple[Any, Any]:
        """Where a criterion is not met, and where that is not known."""
        paper = np.asarray(of(criterion.paper, period))
        no, unknown = paper == Paper.n1.index, paper == Paper.n2.index
        if criterion.paper in reg.DATED:
            on = of("on", period)
            ends = of(f"{criterion.paper}_last_day", period)
            later = of(f"{criterion.paper}_issued", period) > on
            no = (no | (~unknown & (ends != NO_DAY) & (ends < on))) & ~later
            unknown = unknown | later
        if criterion.when == "registered_before":
            held = of("held", period)
            return no & held, unknown & held
        if criterion.when:
            when = np.asarray(of(criterion.when, period))
            surely, perhaps = when == Paper.n0.index, when == Paper.n2.index
            return no & surely, (unknown & (surely | perhaps)) | (no & perhaps)
        return no, unknown

    def eligibility(of: Any, period: Any, parameters: Any) -> Any:
        on = of("on", period)
        any_no, any_unknown = np.zeros(len(on), bool), np.zeros(len(on), bool)
        for name, criterion in (reg.NATIONAL_CRITERIA | reg.CITY_CRITERIA).items():
            no, unknown = truth(of, period, criterion)
            if name in reg.CITY_CRITERIA:
                asked = np.asarray(of("rules", period)) == 1
                no, unknown = no & asked, unknown & asked
            any_no |= no
            any_unknown |= unknown
        return chosen(np.select([any_no, any_unknown], [1, 2], 0), Eligibility)

    dates = (f"{paper}_{of}" for paper in reg.DATED for of in ("issued", "last_day"))
    variables = [
        variable("on", dt.date),
        variable("registration_issued", dt.date),
        variable("registration_last_day", dt.date),
        *(variable(name, dt.date) for name in dates),
        *(variable(name, Paper) for name in (*reg.DOCUMENTS, "incorporated", "accredited")),
        variable("rules", RULES["registration"], rules),
        variable("held", bool, held),
        variable("standing", Standing, standing),
        variable("last_day", dt.date, last_day),
        variable("eligibility", Eligibility, eligibility),
    ]
    return variables, {}
