"""How results show themselves: in a notebook as small tables, in a terminal as a line.

Whatever comes from a register is escaped: a name is text, never markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Assessment, Reading, Verdict
    from .types import Judgement, Problem, Summary

#: A notebook is for looking; the rest is said to be there.
_MOST_ROWS = 50


class ShownProblem:
    """A problem as one line: its place, its text and its code."""

    __slots__ = ()

    def line_text(self: Problem, lang: str = "id") -> str:  # type: ignore[misc]
        """Return the problem as one line in Indonesian (``"id"``) or English."""
        if self.cell is not None:
            place = [f"{self.sheet}!{self.cell}"]
        else:
            place = [] if self.line is None else [f"{self.line}:{self.column or 1}"]
            place += [self.path] if self.path else []
        text = self.text.id if lang == "id" else self.text.en
        return f"{''.join(f'{part}: ' for part in place)}{text} [{self.code}]"

    def __str__(self: Problem) -> str:  # type: ignore[misc]
        """Return the problem as one line in English."""
        return self.line_text("en")


class ShownSummary:
    """A summary as a table of its counts."""

    __slots__ = ()

    def _repr_html_(self: Summary) -> str:  # type: ignore[misc]
        rows = [("organisations", self.organisations), ("members", self.members)]
        rows += [(f"{count.subject}: {count.status}", count.count) for count in self.standings]
        rows += [(f"grade {count.grade or '?'}", count.count) for count in self.grades]
        rows += [
            ("running out", len(self.expiring)),
            ("to coach", len(self.coaching)),
            ("places nobody serves", sum(place.unserved for place in self.coverage)),
            ("open cases", len(self.open_cases)),
            ("findings about the board", len(self.board.findings)),
        ]
        return _table("", (), rows)


def assessment(shown: Assessment) -> str:
    """Return an assessment as a table of its verdicts."""
    head = ("organisation", "name", "accreditation", "grade", "last day", "may apply")
    rows = [_row(verdict) for verdict in islice(shown, _MOST_ROWS)]
    left = len(shown) - len(rows)
    title = f"{shown.body}, {shown.on}" + (f" ({shown.notice})" if shown.notice else "")
    return _table(title, head, rows, f"and {left} more" if left else "")


def reading(shown: Reading) -> str:
    """Return what came of reading a file as a table of everything there is to tell."""
    head = ("", "cell", "value", "masalah", "problem", "code")
    problems = shown.problems
    rows = [_told(problem) for problem in problems[:_MOST_ROWS]]
    left = len(problems) - len(rows)
    count = "no register" if shown.register is None else f"{len(shown.register)} organisations"
    return _table(f"{count}, {len(problems)} problems", head, rows, f"and {left} more" if left else "")


def _told(problem: Problem) -> tuple[object, ...]:
    place = f"{problem.sheet}!{problem.cell}" if problem.cell else str(problem.line or "")
    # A place is read at one glance, so it stands in one line.
    place = place.replace(" ", "\N{NO-BREAK SPACE}")
    value, text = problem.value or "", problem.text
    return problem.severity, place, value, text.id, text.en, problem.code


def verdict(shown: Verdict) -> str:
    """Return a verdict as a table of its findings."""
    judgements = [shown.accreditation, shown.registration]
    judgements += [shown.operating_permit] if shown.operating_permit else []
    head = ("about", "criterion", "outcome", "where it stands", "certainty")
    rows = [row for judgement in judgements for row in _findings(judgement)]
    left = max(len(rows) - _MOST_ROWS, 0)
    title = f"{shown.organisation} {shown.name}, {shown.on}"
    return _table(title, head, rows[:_MOST_ROWS], f"and {left} more" if left else "")


def _row(shown: Verdict) -> tuple[object, ...]:
    standing, eligibility = shown.accreditation.standing, shown.accreditation.eligibility
    return (
        shown.organisation,
        shown.name,
        standing.status,
        standing.grade or "",
        standing.last_day or "",
        eligibility.status,
    )


def _findings(judgement: Judgement) -> Iterable[tuple[object, ...]]:
    standing = judgement.standing
    grade = f" {standing.grade}" if standing.grade else ""
    until = f", {standing.last_day}" if standing.last_day else ""
    yield judgement.subject, "", f"{standing.status}{grade}{until}", "", judgement.certainty
    for finding in judgement.findings:
        cited = finding.cited or ""
        yield judgement.subject, finding.label.en, finding.outcome, cited, finding.certainty


def _table(
    title: str, head: Sequence[str], rows: Iterable[Sequence[object]], foot: str = ""
) -> str:
    def line(cells: Iterable[object], tag: str) -> str:
        return f"<tr>{''.join(f'<{tag}>{escape(str(cell))}</{tag}>' for cell in cells)}</tr>"

    parts = [f"<caption>{escape(title)}</caption>"] if title else []
    parts += [f"<thead>{line(head, 'th')}</thead>"] if head else []
    parts += ["<tbody>", *(line(row, "td") for row in rows), "</tbody>"]
    below = f"<p>{escape(foot)}</p>" if foot else ""
    return f"<table>{''.join(parts)}</table>{below}"
