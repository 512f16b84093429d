"""The conformance vectors that all languages run, as `tests/conformance/README.md` tells them."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import lkks

FOLDER = Path(__file__).resolve().parents[3] / "tests" / "conformance"


def with_shared(value: Any, shared: dict[str, Any]) -> Any:
    """The value with what `$shared` stands for put in its place."""
    if isinstance(value, dict):
        if set(value) == {"$shared"}:
            return with_shared(shared[value["$shared"]], shared)
        return {key: with_shared(part, shared) for key, part in value.items()}
    if isinstance(value, list):
        return [with_shared(part, shared) for part in value]
    return value


def vectors() -> Iterator[tuple[str, dict[str, Any], str]]:
    """The name, the vector and the expected line of every vector that Python runs."""
    for file in sorted(FOLDER.glob("*.json")):
        suite = json.loads(file.read_text(encoding="utf-8"))
        expected = FOLDER / "expected" / f"{file.stem}.jsonl"
        lines = expected.read_text(encoding="utf-8").split("\n") if expected.exists() else []
        for position, vector in enumerate(suite["vectors"]):
            if "python" not in vector.get("languages", ["python"]):
                continue
            vector["input"] = with_shared(vector["input"], suite.get("shared", {}))
            line = lines[position] if position < len(lines) else ""
            yield f"{file.stem}: {vector['name']}", vector, line


VECTORS = list(vectors())


def put(target: Any, pointer: str, number: float) -> None:
    """Put a number in at a JSON pointer."""
    *way, last = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    for step in way:
        target = target[int(step)] if isinstance(target, list) else target[step]
    if isinstance(target, list):
        target[int(last)] = number
    else:
        target[last] = number


def given(value: Any) -> str | dict[str, Any]:
    """The text or the object that a register or a pack of a vector stands for."""
    if isinstance(value, str):
        return value
    if "$nest" in value:
        depth = value["$nest"]
        return f'{{"body":{"[" * depth}{"]" * depth}}}'
    for key, number in (("$nan", float("nan")), ("$infinity", float("inf"))):
        if key in value:
            put(value["$of"], value[key], number)
            return dict(value["$of"])
    return dict(value)


def register_of(asked: dict[str, Any]) -> lkks.Register:
    """The register of a vector: a text is read as JSON, an object as a mapping."""
    register = given(asked["register"])
    if isinstance(register, str):
        return lkks.Register.from_json(register)
    return lkks.Register.from_dict(register)


def book_of(asked: dict[str, Any]) -> lkks.RuleBook:
    """The rule book of a vector."""
    base = {"indonesia": lkks.RuleBook.indonesia, "empty": lkks.RuleBook.empty}
    book = base[asked.get("base", "indonesia")]()
    for pack in asked.get("packs", []):
        if isinstance(pack, dict) and "$toml" in pack:
            book = book.with_toml(pack["$toml"])
        else:
            book = book.with_pack(given(pack))
    for figure in asked.get("figures", []):
        value: Any = figure["value"]
        is_nan = isinstance(value, dict) and "$nan" in value
        value = float("nan") if is_nan else figure["value"]
        book = book.with_figure(figure["pack"], figure["figure"], value)
    for chosen in asked.get("using", []):
        book = book.using(chosen)
    for assumed in asked.get("assuming", []):
        book = book.assuming(assumed)
    return book


def assessed(asked: dict[str, Any]) -> lkks.Assessment | lkks.Verdict:
    """The assessment of a vector, or the verdict on its organisation."""
    assessment = register_of(asked).assess(book_of(asked), on=asked["on"])
    return assessment[asked["organisation"]] if "organisation" in asked else assessment


def verdict_text(asked: dict[str, Any]) -> str:
    """The text of a verdict: as given, or of an assessment with some of it replaced."""
    if "verdict" in asked:
        return str(asked["verdict"])
    text = assessed(asked["of"]).to_json()
    for old, new in asked.get("replace", []):
        assert old in text
        text = text.replace(old, new)
    return text


def problems(found: list[lkks.Problem]) -> str:
    """Problems as canonical JSON."""
    return canonical([plain(problem) for problem in found])


def canonical(value: Any) -> str:
    """Canonical JSON of texts, whole numbers, lists and tables with ASCII keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def output(op: str, asked: dict[str, Any]) -> str:
    """What the operation gives for its input, as canonical JSON text."""
    match op:
        case "register":
            register = register_of(asked)
            warnings = problems(register.warnings)
            return f'{{"register":{register.to_json()},"warnings":{warnings}}}'
        case "assess":
            return assessed(asked).to_json()
        case "explain":
            return canonical({"text": assessed(asked).explain(asked["lang"])})
        case "simulate":
            register = register_of(asked)
            before, after = book_of(asked["before"]), book_of(asked["after"])
            simulation = lkks.simulate(register, before, after, on=asked["on"])
            return canonical(plain(simulation))
        case "lint":
            return problems(book_of(asked).lint())
        case "compare":
            return canonical(plain(book_of(asked).compare(asked["a"], asked["b"])))
        case "in-force":
            return canonical({"pack": book_of(asked).in_force(asked["series"], asked["on"])})
        case "rule-book":
            book = asked["json"]
            book = lkks.RuleBook.from_json(book if isinstance(book, str) else json.dumps(book))
            return f'{{"book":{book.to_json()}}}'
        case "verify":
            lkks.verify_receipt(verdict_text(asked))
            return '{"verified":true}'
        case "recompute":
            return canonical({"sha256": lkks.recompute_receipt(verdict_text(asked))})
        case _:
            pytest.fail(f"there is no operation {op}")


def plain(value: Any) -> Any:
    """A dataclass as the JSON it was made of: days and decimals as text."""
    if dataclasses.is_dataclass(value):
        fields = ((field, getattr(value, field.name)) for field in dataclasses.fields(value))
        # What has a default is left out where it is nothing.
        return {f.name: plain(part) for f, part in fields if part is not None or f.default is not None}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, datetime.date | Decimal) else value


@pytest.mark.skipif(not FOLDER.exists(), reason="the vectors are not in the source distribution")
def test_there_are_vectors_and_each_has_what_it_expects() -> None:
    assert VECTORS, f"no vectors in {FOLDER}"
    stems = {file.stem for file in FOLDER.glob("*.json")}
    assert stems == {file.stem for file in (FOLDER / "expected").glob("*.jsonl")}


@pytest.mark.parametrize(("vector", "line"), [v[1:] for v in VECTORS], ids=[v[0] for v in VECTORS])
def test_the_vector_gives_the_same_bytes(vector: dict[str, Any], line: str) -> None:
    try:
        made = output(vector["op"], vector["input"])
    except lkks.LkksError as error:
        made = f'{{"error":{error.to_json()}}}'
    assert f'{{"name":"{vector["name"]}","output":{made}}}' == line
