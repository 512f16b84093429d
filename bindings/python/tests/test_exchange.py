"""What is read of files and written as files: the vectors of all languages, and saving."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import lkks
from test_conformance import canonical, problems

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "tests" / "conformance" / "exchange"
BODY = {"name": "LKKS Contoh", "level": "regency", "region": "33.75"}


def vectors() -> Iterator[Any]:
    """Every vector with the line expected of it."""
    suite = json.loads((FOLDER / "vectors.json").read_text(encoding="utf-8"))
    lines = (FOLDER / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    for vector, line in zip(suite["vectors"], lines, strict=True):
        yield pytest.param(vector, line, id=vector["name"])


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read(file: str | None = None, text: str = "", options: dict[str, Any] | None = None) -> Any:
    source = text.encode() if file is None else ROOT / file
    reading = lkks.read(source, **(options or {}))
    register = reading.register
    return {
        "sha256": sha256(reading.to_json().encode()),
        "has_errors": reading.has_errors,
        "problems": len(reading.problems),
        "organisations": None if register is None else len(register),
    }


def told(written: lkks.Written) -> Any:
    return {
        "form": written.form,
        "extension": written.extension,
        "media_type": written.media_type,
        "sha256": sha256(written.content),
        "lost": len(written.lost),
        "lost_sha256": sha256(problems(written.lost).encode()),
    }


def write(register: str, form: Any, options: dict[str, Any] | None = None) -> Any:
    return told(lkks.Register.open(ROOT / register).write(form, **(options or {})))


def template(options: dict[str, Any] | None = None) -> Any:
    return told(lkks.template(**(options or {})))


OPERATIONS: dict[str, Callable[..., Any]] = {"read": read, "write": write, "template": template}


@pytest.mark.parametrize(("vector", "expected"), list(vectors()))
def test_every_vector_gives_what_is_expected(vector: dict[str, Any], expected: str) -> None:
    try:
        output = OPERATIONS[vector["op"]](**vector["input"])
    except lkks.LkksError as error:
        output = {"error": json.loads(error.to_json())}
    assert canonical({"name": vector["name"], "output": output}) == expected


def test_what_is_written_is_saved_whole(tmp_path: Path) -> None:
    register = lkks.Register.from_dict({"body": BODY, "organisations": [{"id": "a", "name": "A"}]})
    workbook = register.write("xlsx")
    file = tmp_path / "anggota.xlsx"
    file.write_bytes(b"what stood there before")
    workbook.save(file)
    assert file.read_bytes() == workbook.content
    assert lkks.Register.open(file) == register
    assert list(tmp_path.iterdir()) == [file]
    with pytest.raises(lkks.InputError, match=r"\[unwritable-file\]"):
        workbook.save(tmp_path / "no such folder" / "anggota.xlsx")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_saved_file_is_as_open_as_any_other(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    file = tmp_path / "anggota.json"
    lkks.Register.from_dict({"body": BODY}).write("json").save(os.fspath(file))
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_texts_and_bytes_are_told_apart() -> None:
    register = lkks.Register.from_dict({"body": BODY})
    assert register.write("popolo").text == register.write("popolo").content.decode()
    assert register.write("xlsx").text is None
    assert repr(register.write("json")).startswith("<lkks.Written 'json': ")


@pytest.mark.parametrize(
    ("arguments", "code", "path"),
    [
        ({"form": "xls"}, "unknown-value", "form"),
        ({"form": 1}, "wrong-type", "form"),
        ({"form": "ical"}, "missing-field", "on"),
        ({"form": "ical", "on": "2024-02-30"}, "invalid-date", "on"),
        ({"form": "ical", "on": "2024-02-29", "reminders": ["1"]}, "wrong-type", "reminders"),
        ({"form": "ical", "on": "2024-02-29", "reminders": [-1]}, "wrong-type", "reminders"),
        ({"form": "xlsx", "lang": "fr"}, "unknown-value", "lang"),
        ({"form": "xlsx", "rules": "17/2012"}, "wrong-type", "rules"),
    ],
)
def test_what_is_no_way_to_write_is_told(arguments: Any, code: str, path: str) -> None:
    with pytest.raises(lkks.InputError) as refused:
        lkks.Register.from_dict({"body": BODY}).write(**arguments)
    assert (refused.value.code, refused.value.path) == (code, path)


def test_a_template_is_for_a_body_and_its_papers() -> None:
    made = lkks.template(body=BODY, documents=["profile"], rows=10, lang="en")
    reading = lkks.read(made.content)
    assert reading.problems == []
    assert reading.register is not None
    assert reading.register.to_dict()["body"] == BODY
    wrong: Any
    for wrong in ({"rows": "many"}, {"rows": -1}, {"documents": 5}, {"body": {"name": "LKKS"}}):
        with pytest.raises(lkks.InputError):
            lkks.template(**wrong)
