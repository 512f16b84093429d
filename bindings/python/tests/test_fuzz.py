"""Whatever comes in, what comes out is an answer or an `LkksError`: never a panic, nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lkks

settings.register_profile(
    "lkks",
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("lkks")

ON = "2024-05-20"
BOOK = lkks.RuleBook.indonesia()
#: Words that mean something to the library, so that not everything ends at the first field.
WORDS = st.sampled_from(
    "body name level regency region 33.75 organisations id LKS-001 accreditations decided "
    "2024-02-29 grade A B score 84.5 certificates kind registration issued last_day evidence fact "
    "value memberships organisation period first last terms offices seats appointments cases "
    "steps received on activities reached pengemis subject title source criterion require all any "
    "not document present equals at_least instrument component weight band min max en from until "
    "known certainty confirmed validity lasts years extends series in_force".split()
)
TEXTS = st.one_of(WORDS, st.text(st.characters(), max_size=20))
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=-(10**400), max_value=10**400),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=5),
    TEXTS,
)
OBJECTS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner),
        st.dictionaries(TEXTS, inner, max_size=5),
        st.dictionaries(st.one_of(TEXTS, st.integers()), inner, max_size=2),
    ),
    max_leaves=20,
)
TABLES = st.dictionaries(TEXTS, OBJECTS, max_size=6)


def holds(work: Callable[..., object], *arguments: Any, **named: Any) -> None:
    """Assert that the call answers or refuses as it should."""
    try:
        work(*arguments, **named)
    except lkks.LkksError as error:
        assert error.problems and error.code and json.loads(error.to_json())
        assert error.describe("id") and str(error)


def whole_way(register: lkks.Register) -> None:
    """Ask a register for everything."""
    assessment = register.assess(on=ON)
    for verdict in assessment:
        lkks.verify_receipt(verdict)
        verdict.explain("en")
        repr(verdict.accreditation), verdict._repr_html_()
    assert lkks.Register.from_json(register.to_json()) == register
    assessment.summary._repr_html_(), assessment.explain()
    view = register.on(ON)
    view.members(), view.holders(), view.open_cases(), view.activities(), view.term()


@given(OBJECTS)
def test_any_object_as_any_argument(value: Any) -> None:
    for work in (
        lkks.Register.from_json,
        lkks.Register.from_dict,
        lkks.Register.from_csv,
        lkks.RuleBook.from_json,
        BOOK.with_pack,
        BOOK.with_toml,
        BOOK.using,
        BOOK.assuming,
        BOOK.pack,
        lkks.verify_receipt,
        lkks.recompute_receipt,
    ):
        holds(work, value)
    holds(BOOK.with_figure, "permensos-17-2012", "grade.C.validity.lasts.years", value)
    holds(BOOK.with_figure, value, value, 3)
    holds(BOOK.in_force, value, ON)
    holds(BOOK.in_force, "accreditation-lks", value)
    holds(BOOK.compare, value, value)
    holds(lkks.Register.from_csv, "id,name\nA,B\n", value)
    holds(lkks.simulate, value, value, value, on=value)


@given(OBJECTS)
def test_any_object_as_an_argument_about_a_register(value: Any) -> None:
    register = lkks.Register.from_dict({"body": {"name": "LKKS Contoh", "level": "regency"}})
    assessment = register.assess(on=ON)
    holds(register.assess, on=value)
    holds(register.assess, value, on=ON)
    if not callable(value):
        holds(register.assess, on=ON, progress=value)
    for work in (register.on, register.organisation, assessment.verdict, assessment.explain):
        holds(work, value)
    assert value not in assessment and value not in lkks.RuleBook.empty()
    assert assessment != value and register != value and BOOK != value


@given(TABLES)
def test_any_table_as_a_register_or_a_pack(table: dict[str, Any]) -> None:
    holds(lkks.Register.from_dict, table)
    holds(BOOK.with_pack, table)


@given(st.lists(st.tuples(TEXTS, OBJECTS), max_size=4), st.integers(0, 3))
def test_a_register_with_anything_in_it(fields: list[tuple[str, Any]], where: int) -> None:
    organisation: dict[Any, Any] = {"id": "LKS-001", "name": "Yayasan Contoh"}
    data: dict[Any, Any] = {"body": {"name": "LKKS Contoh", "level": "regency"}}
    data["organisations"] = [organisation]
    {0: data, 1: organisation, 2: data["body"], 3: organisation}[where].update(fields)

    def work() -> None:
        whole_way(lkks.Register.from_dict(data))

    holds(work)


@given(
    st.lists(
        st.fixed_dictionaries(
            {"decided": st.dates().map(str)},
            optional={
                "grade": st.sampled_from(["A", "B", "C", "TT", "x"]),
                "score": st.one_of(st.integers(-5, 105), st.decimals(0, 100, places=4)),
                "last_day": st.dates().map(str),
            },
        ),
        max_size=3,
    ),
    st.dates(),
)
def test_a_register_of_any_days(accreditations: list[dict[str, Any]], on: Any) -> None:
    data = {
        "body": {"name": "LKKS Contoh", "level": "regency"},
        "organisations": [{"id": "A", "name": "B", "accreditations": accreditations}],
    }

    def work() -> None:
        register = lkks.Register.from_dict(data)
        whole_way(register)
        lkks.verify_receipt(register.assess(on=on)["A"])

    holds(work)


@given(st.one_of(st.text(), st.binary(), OBJECTS.map(repr), TABLES.map(repr)))
def test_any_text_at_every_reader(text: str | bytes) -> None:
    for work in (
        lkks.Register.from_json,
        lkks.Register.from_csv,
        lkks.RuleBook.from_json,
        BOOK.with_pack,
        BOOK.with_toml,
        lkks.verify_receipt,
        lkks.recompute_receipt,
    ):
        holds(work, text)


@given(
    st.lists(
        st.one_of(
            st.builds("[[{}]]".format, WORDS),
            st.builds("[{}]".format, WORDS),
            st.builds(
                "{} = {}".format,
                WORDS,
                st.one_of(
                    st.integers(),
                    st.floats(),
                    TEXTS.map(json.dumps),
                    st.dates(),
                    st.sampled_from(["nan", "1e400", "2024-02-30", "{"]),
                ),
            ),
            st.builds('{} = {{ id = "a", en = "b" }}'.format, WORDS),
        ),
        max_size=12,
    )
)
def test_any_toml_as_a_pack(lines: list[str]) -> None:
    text = "\n".join(lines)
    holds(lkks.RuleBook.empty().with_toml, text)
    holds(lkks.RuleBook.empty().with_toml, 'id = "x"\nsubject = "registration"\n' + text)


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx", ""])
@given(content=st.binary())
def test_any_bytes_in_a_file(tmp_path: Path, ending: str, content: bytes) -> None:
    file = tmp_path / f"file{ending}"
    file.write_bytes(content)
    holds(lkks.Register.open, file)
    if ending == ".json":
        holds(lkks.Register.open, content)
