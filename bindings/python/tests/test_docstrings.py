"""The examples in docstrings do what they show."""

from __future__ import annotations

import doctest
from collections.abc import Iterator

import pytest

import lkks
from lkks import _lkks, errors

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def documented() -> Iterator[tuple[str, str]]:
    """The name and docstring of everything that has an example, compiled or not."""
    for module in (_lkks, errors, lkks):
        yield module.__name__, module.__doc__ or ""
        for name in module.__all__:
            thing = getattr(module, name)
            yield f"{module.__name__}.{name}", thing.__doc__ or ""
            for part, value in vars(thing).items() if isinstance(thing, type) else ():
                yield f"{module.__name__}.{name}.{part}", getattr(value, "__doc__", None) or ""


EXAMPLES = {text: name for name, text in documented() if ">>>" in text}


@pytest.mark.parametrize("text", EXAMPLES, ids=EXAMPLES.values())
def test_the_example_does_what_it_shows(text: str) -> None:
    name = EXAMPLES[text]
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, None)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=OPTIONS).run(test, out=said.append)
    assert result.attempted and not result.failed, "".join(said)


def test_the_classes_and_functions_show_examples() -> None:
    names = set(EXAMPLES.values())
    for name in ("Register", "RegisterOn", "RuleBook", "Assessment", "Verdict", "simulate"):
        assert f"lkks.{name}" in names
