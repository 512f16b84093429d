"""Every refusal is an `LkksError` with a stable code and the path of what is wrong."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import lkks

EMPTY = lkks.RuleBook.empty()


def refused(work: Callable[..., object], *arguments: Any, **named: Any) -> tuple[str, str]:
    """The code and path of the error that this call raises."""
    with pytest.raises(lkks.LkksError) as caught:
        work(*arguments, **named)
    error = caught.value
    assert error.problems, "no problem"
    assert json.loads(error.to_json())["code"] == error.code
    assert error.describe("id") and error.describe("en")
    return error.code, error.path


def test_there_is_one_hierarchy() -> None:
    assert issubclass(lkks.InputError, lkks.LkksError)
    assert issubclass(lkks.RuleError, lkks.LkksError)
    assert issubclass(lkks.LkksError, Exception)
    with pytest.raises(lkks.InputError):
        lkks.Register.from_json("{}")
    with pytest.raises(lkks.RuleError):
        EMPTY.using("x")
    with pytest.raises(lkks.RuleError):
        EMPTY.with_pack({"id": float("nan")})


def test_all_problems_come_together() -> None:
    with pytest.raises(lkks.InputError) as caught:
        lkks.Register.from_dict({"body": {"name": 3, "level": "city"}, "organisation": []})
    found = {(problem.code, problem.path) for problem in caught.value.problems}
    assert found == {
        ("wrong-type", "body.name"),
        ("unknown-value", "body.level"),
        ("unknown-field", "organisation"),
    }
    problem = next(p for p in caught.value.problems if p.code == "unknown-field")
    assert problem.suggestion == "organisations" and problem.severity == "error"
    assert str(problem) == problem.line_text("en") in str(caught.value)
    assert problem.line_text() in caught.value.describe()


def test_a_traceback_shows_the_first_of_very_many_problems() -> None:
    with pytest.raises(lkks.InputError) as caught:
        lkks.Register.from_dict({f"x{number}": 1 for number in range(100)})
    assert len(str(caught.value).split("\n")) == 21
    assert len(caught.value.describe("en").split("\n")) == len(caught.value.problems) == 101


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused_where_it_stands(data: dict[str, Any], number: object) -> None:
    data["organisations"][0]["accreditations"][0]["score"] = number
    data["cases"][0]["title"] = number
    with pytest.raises(lkks.InputError) as caught:
        lkks.Register.from_dict(data)
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("invalid-number", "organisations[0].accreditations[0].score"),
        ("invalid-number", "cases[0].title"),
    ]
    assert refused(EMPTY.with_pack, {"id": number}) == ("invalid-number", "id")
    book = lkks.RuleBook.indonesia()
    figure = ("permensos-17-2012", "grade.C.validity.lasts.years")
    assert refused(book.with_figure, *figure, number) == ("invalid-number", "value")


def test_what_has_no_end_is_too_deep() -> None:
    cycle: dict[str, Any] = {}
    cycle["body"] = [cycle, cycle]
    assert refused(lkks.Register.from_dict, cycle) == ("too-deep", "")
    assert refused(EMPTY.with_pack, cycle) == ("too-deep", "")
    deep: list[Any] = []
    for _ in range(10_000):
        deep = [deep]
    assert refused(lkks.Register.from_dict, {"body": deep}) == ("too-deep", "")
    text = "[" * 10_000 + "]" * 10_000
    assert refused(lkks.Register.from_json, f'{{"body":{text}}}')[0] == "too-deep"
    # TOML's own reader has a bound, and says so.
    assert refused(EMPTY.with_toml, f"a = {text}")[0] in ("too-deep", "invalid-toml")
    while deep:
        deep = deep.pop()


def test_the_bound_of_depth_is_the_same_for_text_and_objects() -> None:
    for depth in (125, 126, 127):
        deep: list[Any] = []
        for _ in range(depth - 1):
            deep = [deep]
        as_object = refused(lkks.Register.from_dict, {"body": deep})
        as_text = refused(lkks.Register.from_json, json.dumps({"body": deep}))
        assert as_object == as_text, depth


@pytest.mark.parametrize(
    "number", [2**63, 2**64, 10**30, -(10**30), 10**400, 10**5000], ids=lambda n: n.bit_length()
)
def test_a_huge_number_is_a_problem_and_not_a_panic(data: dict[str, Any], number: int) -> None:
    data["cases"][0]["place"]["rw"] = number
    code, path = refused(lkks.Register.from_dict, data)
    assert path == "cases[0].place.rw" and code in ("wrong-type", "out-of-range", "invalid-number")
    figure = ("permensos-17-2012", "grade.C.validity.lasts.years", number)
    assert refused(lkks.RuleBook.indonesia().with_figure, *figure) == ("out-of-range", "value")


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (None, "wrong-type"),
        (20240520, "wrong-type"),
        (b"2024-05-20", "wrong-type"),
        (datetime.datetime(2024, 5, 20), "invalid-date"),
        (datetime.time(1, 2), "wrong-type"),
        ("", "invalid-date"),
        ("2024-02-30", "invalid-date"),
        ("20240520", "invalid-date"),
        ("\ud800", "wrong-type"),
    ],
)
def test_a_wrong_day_is_told_at_on(register: lkks.Register, on: Any, code: str) -> None:
    book = lkks.RuleBook.indonesia()
    assert refused(register.assess, on=on) == (code, "on")
    assert refused(register.on, on) == (code, "on")
    assert refused(lkks.simulate, register, book, book, on=on) == (code, "on")
    assert refused(book.in_force, "accreditation-lks", on) == (code, "on")


def test_a_wrong_argument_is_told_at_its_name(
    register: lkks.Register, assessment: lkks.Assessment
) -> None:
    book = lkks.RuleBook.indonesia()
    wrong: Any = object()
    calls: list[tuple[Callable[..., object], list[Any], dict[str, Any], str]] = [
        (register.assess, [wrong], {"on": "2024-05-20"}, "rules"),
        (register.assess, [], {"on": "2024-05-20", "progress": 3}, "progress"),
        (register.organisation, [wrong], {}, "id"),
        (register.on("2024-05-20").is_member, [None], {}, "id"),
        (assessment.verdict, [0], {}, "id"),
        (assessment.__getitem__, [0], {}, "id"),
        (assessment.explain, [wrong], {}, "lang"),
        (assessment["LKS-001"].explain, [3], {}, "lang"),
        (book.using, [3], {}, "id"),
        (book.assuming, [None], {}, "id"),
        (book.pack, [b"x"], {}, "id"),
        (book.compare, ["a", 3], {}, "b"),
        (book.with_figure, ["a", "b", [3]], {}, "value"),
        (book.with_figure, ["a", None, 3], {}, "figure"),
        (book.with_pack, [3], {}, ""),
        (book.with_toml, [None], {}, ""),
        (lkks.simulate, [wrong, book, book], {"on": "2024-05-20"}, "register"),
        (lkks.simulate, [register, book, None], {"on": "2024-05-20"}, "after"),
        (lkks.verify_receipt, [wrong], {}, ""),
        (lkks.Register.from_json, [{}], {}, ""),
        (lkks.Register.from_dict, ["{}"], {}, ""),
        (lkks.Register.from_csv, [3], {}, ""),
        (lkks.Register.from_csv, ["", "{}"], {}, ""),
        (lkks.Register.open, [3], {}, "path"),
    ]
    for work, arguments, named, path in calls:
        assert refused(work, *arguments, **named) == ("wrong-type", path)
    assert refused(assessment.explain, "fr") == ("unknown-value", "lang")


def test_values_that_json_has_not_are_told_by_their_type(data: dict[str, Any]) -> None:
    for value in (object(), {1, 2}, b"x", lkks, 1j):
        data["notice"] = value
        assert refused(lkks.Register.from_dict, data) == ("wrong-type", "notice")
    data["notice"] = datetime.datetime(2024, 5, 20)
    assert refused(lkks.Register.from_dict, data) == ("invalid-date", "notice")
    data["notice"] = "half a pair: \ud800"
    assert refused(lkks.Register.from_dict, data) == ("wrong-type", "notice")
    assert refused(lkks.Register.from_dict, {"\ud800": 1, 3: 4})[0] == "wrong-type"


class Hostile(Mapping[str, object]):
    """A mapping that fails when it is read."""

    def __getitem__(self, key: str) -> object:
        raise RuntimeError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(["body"])

    def __len__(self) -> int:
        return 1


def test_a_mapping_that_fails_is_a_wrong_value() -> None:
    assert refused(lkks.Register.from_dict, Hostile()) == ("wrong-type", "")
    assert refused(lkks.Register.from_dict, {"body": Hostile()}) == ("wrong-type", "body")


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    assert refused(lkks.Register.open, tmp_path / "none.json") == ("unreadable-file", "")
    assert refused(lkks.Register.open, tmp_path) == ("unreadable-file", "")
    assert refused(lkks.Register.open, "a\0b.json") == ("unreadable-file", "")
    for content, code in [
        (b"{", "invalid-json"),
        (b"%PDF-1.7", "unsupported-format"),
        (b"PK\x03\x04", "damaged-file"),
        (b"", "damaged-file"),
    ]:
        file = tmp_path / "a"
        file.write_bytes(content)
        assert refused(lkks.Register.open, file)[0] == code, content


def test_a_pack_is_refused_with_lines_and_columns() -> None:
    with pytest.raises(lkks.RuleError) as caught:
        EMPTY.with_toml('id = "x"\ntitel = 3\n')
    places = {problem.path: (problem.line, problem.column) for problem in caught.value.problems}
    assert places["titel"] == (2, 9)


def test_a_forged_verdict_is_found_out(assessment: lkks.Assessment) -> None:
    forged = assessment["LKS-001"].to_dict()
    forged["name"] = "Yayasan Lain"
    assert refused(lkks.verify_receipt, forged) == ("receipt-mismatch", "receipt.sha256")
    assert refused(lkks.recompute_receipt, {}) == ("missing-field", "")
