"""What lkks writes in the formats of others, as independent programs read it.

The files in `examples/data` are kept current by `crates/lkks-exchange/tests/written.rs`.
"""

from __future__ import annotations

import importlib
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import rdflib

DATA = Path(__file__).parents[3] / "examples" / "data"
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def register() -> dict[str, Any]:
    """The example register, as it stands."""
    text = (DATA / "kota-pekalongan-synthetic.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def events_of(name: str) -> list[Any]:
    """The events of a calendar, read by an independent parser that notes every error."""
    read = icalendar.Calendar.from_ical((DATA / name).read_bytes())
    assert isinstance(read, icalendar.Calendar)
    walk: Any = read.walk  # pyright: ignore[reportUnknownMemberType]
    for part in walk():
        assert not part.errors
    return list(walk("VEVENT"))


@pytest.mark.parametrize(
    "name", ["kota-pekalongan-synthetic.ics", "kota-pekalongan-synthetic.en.ics"]
)
def test_a_calendar_is_read_without_an_error(name: str) -> None:
    """Everything RFC 5545 asks of an event is there, and identifiers are unique."""
    events = events_of(name)
    assert len(events) > 50
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        for needed in ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION"]:
            assert needed in event, needed
        assert type(event["DTSTART"].dt) is date
        assert event["DTSTAMP"].dt.date() == DAY


def test_a_calendar_has_a_day_for_every_paper_that_states_one(register: dict[str, Any]) -> None:
    """The last days that certificates state stand under the names of their holders."""
    found = {
        (str(event["SUMMARY"]), event["DTSTART"].dt.isoformat())
        for event in events_of("kota-pekalongan-synthetic.ics")
    }
    stated = 0
    for organisation in register["organisations"]:
        papers = [c for c in organisation.get("certificates", []) if c["kind"] == "registration"]
        latest = max(papers, key=lambda paper: paper["issued"], default=None)
        if latest and "last_day" in latest and "revoked" not in latest:
            title = f"Tanda daftar {organisation['name']} berakhir"
            assert (title, latest["last_day"]) in found
            stated += 1
    assert stated > 20


def test_a_calendar_calls_to_mind_what_lies_ahead_and_nothing_else() -> None:
    """Each reminder is 90 or 30 days before its day and not before the day of the assessment."""
    counted = 0
    for event in events_of("kota-pekalongan-synthetic.ics"):
        for alarm in event.walk("VALARM"):
            trigger = alarm["TRIGGER"].dt
            assert trigger in (timedelta(days=-90), timedelta(days=-30))
            assert event["DTSTART"].dt + trigger >= DAY
            counted += 1
    assert counted > 20


# The vocabulary as data, which needs no reading by a type checker.
vocabulary: Any = importlib.import_module("schema_org.registry")

LD = "kota-pekalongan-synthetic.jsonld"
WORDS = {"Text", "Date", "DateTime", "Number", "Integer", "Float", "Boolean", "URL"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_json_ld_is_linked_data() -> None:
    """It is read as a graph, in which every member belongs to the body."""
    document = json.loads((DATA / LD).read_text(encoding="utf-8"))
    assert document["@context"] == "https://schema.org"
    # Without a network: names are terms of the vocabulary, as its own context has them.
    document["@context"] = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    found = graph.query(
        """PREFIX s: <https://schema.org/> SELECT DISTINCT ?member WHERE {
           ?member a s:NGO ; s:memberOf/s:memberOf ?body . ?body a s:NGO ; s:subOrganization ?b }"""
    )
    assert len(found) == 51


def kinds_of(name: str) -> set[str]:
    """A type with all that it is a kind of."""
    return {name, *vocabulary.ancestry(name)}


def test_json_ld_says_only_what_schema_org_has_words_for() -> None:
    """Every property belongs to its type, and every value is of a kind that the property takes."""
    checked = 0

    def check(node: dict[str, Any]) -> None:
        nonlocal checked
        kinds = kinds_of(node["@type"])
        # A role stands between a thing and what it is related to, under the same name.
        stands_in = {"member", "memberOf"} if "Role" in kinds else set[str]()
        for name, value in node.items():
            if name.startswith("@") or name in stands_in:
                continue
            known = vocabulary.PROPERTY_BY_SCHEMA[name]
            assert kinds & set(known.domains), f"{node['@type']} has no {name}"
            assert known.superseded_by is None, name
            for each in value if isinstance(value, list) else [value]:
                checked += 1
                fits(each, set(known.ranges), f"{node['@type']}.{name}")

    def fits(value: Any, ranges: set[str], place: str) -> None:
        if not isinstance(value, dict):
            assert ranges & WORDS or str(value).startswith("https://schema.org/"), place
        elif "@value" in value:
            assert "Text" in ranges, place
        elif "@type" in value:
            kinds = kinds_of(value["@type"])
            assert kinds & ranges or "Role" in kinds, place
            check(value)
        else:
            assert set(value) == {"@id"}, place

    for node in json.loads((DATA / LD).read_text(encoding="utf-8"))["@graph"]:
        check(node)
    assert checked > 2000


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_data_package_is_valid(register: dict[str, Any]) -> None:
    """Types, constraints, keys and references hold in every table, for an independent validator."""
    frictionless: Any = importlib.import_module("frictionless")
    package = frictionless.Package(str(DATA / "kota-pekalongan-synthetic" / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(package.resources) == 26
    rows = {resource.name: resource.read_rows() for resource in package.resources}
    assert len(rows["organisations"]) == len(register["organisations"])
    assert len(rows["memberships"]) == len(register["memberships"])
    first = rows["services"][0]
    assert (first["organisation"], first["capacity"]) == ("LKS-001", 40)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_validator_would_find_a_reference_to_nothing(tmp_path: Path) -> None:
    """So that the test before this one can fail."""
    frictionless: Any = importlib.import_module("frictionless")
    for file in (DATA / "kota-pekalongan-synthetic").iterdir():
        text = file.read_text(encoding="utf-8")
        if file.name == "memberships.csv":
            text = text.replace("LKS-001,", "LKS-999,", 1)
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert [kind for (kind,) in report.flatten(["type"])] == ["foreign-key"]
