"""What lkks writes of the standards HSDS and Popolo, by their own schemas.

The files in `examples/data` are kept current by the tests of `crates/lkks-exchange`. The schemas are
read from a folder beside the project, or from where `LKKS_STANDARDS` points.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import (  # type: ignore[import-untyped]
    Draft3Validator,
    Draft202012Validator,
)
from referencing import Registry
from referencing.jsonschema import DRAFT3

ROOT = Path(__file__).parents[3]
DATA = ROOT / "examples" / "data"
STANDARDS = Path(os.environ.get("LKKS_STANDARDS", ROOT / ".." / "shared" / "standards"))

pytestmark = pytest.mark.skipif(
    not STANDARDS.is_dir(),
    reason=f"{STANDARDS} is not there; name the folder of standards in LKKS_STANDARDS",
)

CLASSES = {
    "organizations": "organization",
    "persons": "person",
    "memberships": "membership",
    "posts": "post",
    "events": "event",
    "areas": "area",
}


def read(path: Path) -> Any:
    """The JSON in a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def popolo(name: str) -> Any:
    """A validator of one class of Popolo, in which every reference leads into the folder."""
    schemas = [read(path) for path in sorted((STANDARDS / "popolo" / "schemas").glob("*.json"))]
    resources = [(schema["id"].rstrip("#"), DRAFT3.create_resource(schema)) for schema in schemas]
    registry: Any = Registry()
    schema = read(STANDARDS / "popolo" / "schemas" / f"{name}.json")
    return Draft3Validator(
        schema,
        registry=registry.with_resources(resources),
        format_checker=Draft3Validator.FORMAT_CHECKER,
    )


def hsds(definition: str | None) -> Any:
    """A validator of HSDS: of a service, or of what it defines under this name."""
    schema = read(STANDARDS / "hsds" / "schema" / "compiled" / "service_with_definitions.json")
    if definition is not None:
        definitions = schema["definitions"]
        schema = {"$ref": f"#/definitions/{definition}", "definitions": definitions}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("entries", CLASSES)
def test_popolo_is_valid_by_the_schema_of_each_class(entries: str) -> None:
    """Every entry of every list, with the references of its schema resolved."""
    validator = popolo(CLASSES[entries])
    written = read(DATA / "kota-pekalongan-synthetic.popolo.json")[entries]
    assert written
    for entry in written:
        validator.validate(entry)


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("organization", {"founding_date": "Juli 2019"}),
        ("organization", {"identifiers": [{"scheme": "akta"}]}),
        ("organization", {"contact_details": [{"type": "address"}]}),
        ("organization", {"sources": [{"note": "no link"}]}),
        ("event", {"attendees": [{"name": 3}]}),
    ],
)
def test_the_validator_of_popolo_sees_what_is_broken(name: str, broken: dict[str, Any]) -> None:
    """Also what stands behind a reference."""
    assert not popolo(name).is_valid(broken)


def test_popolo_has_no_other_lists() -> None:
    """So that nothing is written that was not validated."""
    written = read(DATA / "kota-pekalongan-synthetic.popolo.json")
    assert set(written) == {"notice", *CLASSES}


def test_hsds_is_valid_by_its_compiled_schema() -> None:
    """Every organisation by its definition, and every service by the schema itself."""
    organisation, service = hsds("organization"), hsds(None)
    contents = read(DATA / "kota-pekalongan-synthetic.hsds.json")["contents"]
    for entry in contents:
        organisation.validate(entry)
    services = [each for entry in contents for each in entry.get("services", [])]
    assert len(services) > len(contents)
    for entry in services:
        service.validate(entry)
    assert not organisation.is_valid({"id": "LKS-001", "name": "x", "description": "y"})
