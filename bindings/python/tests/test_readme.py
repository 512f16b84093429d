"""The Python example in the README prints what the README says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def block(language: str) -> str:
    """Return the only code block of the README in a language."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_example_prints_what_the_readme_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(block("python"), "README.md", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out == block("text")


def test_the_session_with_a_spreadsheet_goes_as_the_readme_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "target").mkdir()
    monkeypatch.chdir(tmp_path)
    session = doctest.DocTestParser().get_doctest(block("pycon"), {}, "README.md", None, 0)
    # At the ends of a picture's lines stand spaces.
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    told: list[str] = []
    outcome = runner.run(session, out=told.append)
    assert outcome.attempted > 5
    assert outcome.failed == 0, "".join(told)
