"""Whatever is answered survives pickling and copying."""

from __future__ import annotations

import copy
import pickle
from typing import TypeVar

import pytest

import lkks

_Any = TypeVar("_Any")


def again(value: _Any) -> _Any:
    """The value after a journey through a pickle of every protocol."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        journey = pickle.loads(pickle.dumps(value, protocol))
        assert type(journey) is type(value)
    return journey  # type: ignore[no-any-return]


def test_classes_survive(register: lkks.Register, assessment: lkks.Assessment) -> None:
    book = lkks.RuleBook.indonesia().using("ilustrasi-instrumen-lks").assuming("permensos-8-2025")
    for value in (register, register.on("2023-06-01"), assessment, assessment["LKS-001"], book):
        assert again(value) == value
        assert copy.copy(value) is value and copy.deepcopy(value) is value
    assert again(book).to_json() == book.to_json()
    assert again(register.assess(book, on="2024-04-08")).to_json() == (
        register.assess(book, on="2024-04-08").to_json()
    )


def test_verdicts_that_travel_together_share_their_assessment(assessment: lkks.Assessment) -> None:
    verdicts = list(assessment)
    assert len(pickle.dumps(verdicts)) < len(pickle.dumps(verdicts[:1])) + 200
    assert again(list(assessment)) == list(assessment)


def test_dataclasses_survive(register: lkks.Register, assessment: lkks.Assessment) -> None:
    book = lkks.RuleBook.indonesia()
    simulation = lkks.simulate(register, book, lkks.RuleBook.empty(), on="2024-04-08")
    verdict = assessment["LKS-001"]
    for value in (assessment.summary, verdict.registration, verdict.receipt, simulation):
        assert again(value) == value
    assert again(register.organisation("LKS-001")) == register.organisation("LKS-001")


def test_errors_survive() -> None:
    with pytest.raises(lkks.RuleError) as caught:
        lkks.RuleBook.empty().with_toml("id = 3")
    error = again(caught.value)
    assert str(error) == str(caught.value)
    assert error.problems == caught.value.problems
    assert error.to_json() == caught.value.to_json()


def test_equal_verdicts_have_the_same_hash(assessment: lkks.Assessment) -> None:
    assert len({assessment["LKS-001"], assessment["LKS-001"], assessment["LKS-002"]}) == 2
    with pytest.raises(TypeError):
        hash(assessment)
    assert assessment != 3 and assessment["LKS-001"] != "LKS-001"
