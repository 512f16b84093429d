"""Why an input was refused: one hierarchy of exceptions, with every problem of the input in each.

>>> import lkks
>>> try:
...     lkks.Register.from_json('{"body": {"name": "LKKS Contoh", "level": "city"}}')
... except lkks.LkksError as error:
...     print(error.code, error.path)
...     print(error.problems[0].text.id)
unknown-value body.level
"city" tidak dikenal; diharapkan salah satu dari regency, province, nation
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import Code, Problem

__all__ = ["InputError", "LkksError", "RuleError"]


#: A traceback is no report; `describe` tells everything.
_MOST_LINES = 20


class LkksError(Exception):
    """An input that was refused, with all its problems; raised by the library alone."""

    # All that an error is goes through `args`, so that it survives pickling.
    def __init__(self, json: str, indonesian: str, english: str) -> None:
        super().__init__(json, indonesian, english)
        self._json = json
        self._texts = {"id": indonesian, "en": english}
        self._problems: list[Problem] | None = None

    @property
    def code(self) -> Code:
        """The stable code of the first problem."""
        return self.problems[0].code

    @property
    def path(self) -> str:
        """The path of the first problem, from the root of the input."""
        return self.problems[0].path

    @property
    def problems(self) -> list[Problem]:
        """Every problem found, in the order of the input."""
        if self._problems is None:
            from ._read import problems_of

            self._problems = problems_of(self._json)
        return self._problems

    def to_json(self) -> str:
        """Return the error as canonical JSON: the same bytes in every language."""
        return self._json

    def describe(self, lang: str = "id") -> str:
        """Return all problems for a person, one a line, in Indonesian (``"id"``) or English."""
        # An unknown language must not hide the error that is being told of.
        return self._texts.get(lang, self._texts["en"])

    def __str__(self) -> str:
        """Return the problems in English, one a line; of very many the first ones."""
        lines = self._texts["en"].split("\n")
        left = len(lines) - _MOST_LINES
        if left <= 1:
            return self._texts["en"]
        return "\n".join([*lines[:_MOST_LINES], f"… and {left} more problems"])


class InputError(LkksError):
    """Something is wrong with a register or an argument."""


class RuleError(LkksError):
    """Something is wrong with a rule pack, or there is no such pack."""
