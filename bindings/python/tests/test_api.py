"""The one API: its names, its values, and that every answer is the dataclass that it should be."""

from __future__ import annotations

import dataclasses
import datetime
import importlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import lkks


def test_the_names_are_those_that_all_languages_share() -> None:
    classes = {
        lkks.Register: "from_json from_dict from_csv open to_json to_dict write warnings on "
        "assess organisation",
        lkks.Reading: "register problems mapping has_errors into_register picture to_json",
        lkks.Written: "form content text lost media_type extension save",
        lkks.RegisterOn: "day members memberships holders open_cases term activities is_member",
        lkks.RuleBook: "indonesia empty from_json with_toml with_pack using assuming with_figure "
        "ids pack in_force lint compare to_json chosen assumed",
        lkks.Assessment: "verdict explain summary to_json to_dict on body notice",
        lkks.AssessedTable: "asked column_names explain",
        lkks.AssessedStream: "column_names",
        lkks.Verdict: "organisation name on region membership accreditation registration "
        "operating_permit problems certainty receipt explain to_json to_dict",
        lkks.LkksError: "code path problems to_json describe",
    }
    for owner, names in classes.items():
        public = {name for name in vars(owner) if not name.startswith("_")}
        assert public == set(names.split()), owner
    assert set(lkks.__all__) == {
        *(cls.__name__ for cls in classes),
        *"InputError RuleError Finding Judgement Problem Simulation Standing Summary".split(),
        *"assess read simulate template verify_receipt recompute_receipt version __version__ errors types".split(),
    }
    assert all(hasattr(lkks, name) for name in lkks.__all__)


def test_every_public_thing_has_a_docstring() -> None:
    for name in lkks.__all__:
        thing = getattr(lkks, name)
        if name == "__version__":
            continue
        assert thing.__doc__, name
        # The fields of a dataclass are told in the docstring of the class.
        is_plain = dataclasses.is_dataclass(thing) or not isinstance(thing, type)
        for part, value in () if is_plain else vars(thing).items():
            assert part.startswith("_") or value.__doc__, f"{name}.{part}"


def test_a_register_is_the_same_from_text_bytes_mapping_and_file(
    register: lkks.Register, tmp_path: Path
) -> None:
    text = register.to_json()
    file = tmp_path / "Daftar.JSON"
    file.write_text("\ufeff" + text, encoding="utf-8")
    for same in (
        lkks.Register.from_json(text),
        lkks.Register.from_json(text.encode()),
        lkks.Register.from_json(bytearray(text.encode())),
        lkks.Register.from_dict(register.to_dict()),
        lkks.Register.open(file),
        lkks.Register.open(str(file)),
    ):
        assert same == register
        assert same.to_json() == text


def test_dates_and_decimals_of_python_are_read(data: dict[str, Any]) -> None:
    plain = lkks.Register.from_dict(data)
    accreditation = data["organisations"][0]["accreditations"][0]
    accreditation["decided"] = datetime.date(2021, 4, 9)
    for score in (Decimal("84.5"), Decimal("845E-1"), 84.5):
        accreditation["score"] = score
        assert lkks.Register.from_dict(data) == plain


def test_a_csv_register_is_read_with_what_it_does_not_say(tmp_path: Path) -> None:
    options = {"name": "LKKS Contoh", "level": "regency"}
    csv = "id,name\nLKS-001,Yayasan Contoh\n"
    file = tmp_path / "daftar.csv"
    file.write_text(csv, encoding="utf-8")
    register = lkks.Register.from_csv(csv, options)
    assert register == lkks.Register.open(file, body=options)
    assert register == lkks.Register.from_csv(csv.encode(), options)
    assert register.organisation("LKS-001").name == "Yayasan Contoh"
    with pytest.raises(lkks.InputError):
        lkks.Register.open(file)


def test_a_view_tells_what_held_on_its_day(register: lkks.Register) -> None:
    view = register.on(datetime.date(2023, 6, 1))
    assert view == register.on("2023-06-01")
    assert view.day == datetime.date(2023, 6, 1)
    assert [member.id for member in view.members()] == ["LKS-001"]
    assert view.memberships()[0].period.first == datetime.date(2018, 3, 1)
    assert view.is_member("LKS-001") and not view.is_member("LKS-002")
    assert [holder.person for holder in view.holders()] == ["A"]
    term = view.term()
    assert term is not None and term.offices[0].title.en == "Chair"
    assert [case.place.rw for case in view.open_cases()] == [3]
    assert view.activities() == []
    assert register.on("2023-08-17").activities()[0].reached == {"pengemis": 4}
    assert register.on("2024-01-01").term() is None


def test_an_organisation_is_found_by_its_identifier(register: lkks.Register) -> None:
    organisation = register.organisation("LKS-001")
    assert organisation.accreditations[0].score == Decimal("84.5")
    with pytest.raises(lkks.InputError) as caught:
        register.organisation("LKS-01")
    assert caught.value.code == "unknown-organisation"
    assert caught.value.problems[0].suggestion == "LKS-001"


def test_an_assessment_is_asked_by_identifier_and_iterated_in_order(
    assessment: lkks.Assessment,
) -> None:
    assert assessment.on == datetime.date(2024, 4, 8)
    assert assessment.body == "LKKS Contoh"
    assert assessment.notice == "Data <sintetis>"
    assert len(assessment) == 2
    assert [verdict.organisation for verdict in assessment] == ["LKS-001", "LKS-002"]
    assert assessment["LKS-002"] == assessment.verdict("LKS-002") == list(assessment)[1]
    assert "LKS-001" in assessment and "LKS-003" not in assessment and 1 not in assessment
    with pytest.raises(lkks.InputError) as caught:
        assessment["LKS-003"]
    assert caught.value.code == "unknown-organisation"


def test_a_verdict_holds_typed_values(assessment: lkks.Assessment) -> None:
    verdict = assessment["LKS-001"]
    standing = verdict.accreditation.standing
    assert isinstance(standing, lkks.Standing)
    assert (standing.status, standing.grade, standing.days_left) == ("current", "B", 1)
    assert standing.last_day == datetime.date(2024, 4, 8)
    assert verdict.membership is not None and verdict.membership.last is None
    assert verdict.region is None and assessment["LKS-002"].region == "33.75.01"
    assert verdict.operating_permit is None or isinstance(verdict.operating_permit, lkks.Judgement)
    assert all(isinstance(finding, lkks.Finding) for finding in verdict.registration.findings)
    assert verdict.registration.findings
    assert verdict.accreditation is verdict.accreditation
    assert len(verdict.receipt.sha256) == 64
    assert lkks.recompute_receipt(verdict.to_json()) == verdict.receipt.sha256
    assert lkks.recompute_receipt(verdict.to_dict()) == lkks.recompute_receipt(verdict)
    lkks.verify_receipt(verdict)


def test_scores_are_decimals(register: lkks.Register) -> None:
    weights = [
        component.weight
        for verdict in register.assess(
            lkks.RuleBook.indonesia().using("ilustrasi-instrumen-lks"), on="2024-04-08"
        )
        if verdict.accreditation.score is not None
        for component in verdict.accreditation.score.components
    ]
    assert weights and all(isinstance(weight, Decimal) for weight in weights)


def test_dataclasses_are_frozen_equal_and_complete(assessment: lkks.Assessment) -> None:
    summary = assessment.summary
    assert isinstance(summary, lkks.Summary) and summary is assessment.summary
    with pytest.raises(dataclasses.FrozenInstanceError):
        summary.members = 3  # type: ignore[misc]
    asked = json.loads(assessment.to_json())["summary"]
    assert set(asked) == {field.name for field in dataclasses.fields(summary)}
    judgement = json.loads(assessment["LKS-001"].to_json())["accreditation"]
    finding = assessment["LKS-001"].accreditation.findings[0]
    assert set(judgement["findings"][0]) == {field.name for field in dataclasses.fields(finding)}


def test_both_languages_are_told(assessment: lkks.Assessment) -> None:
    for shown in (assessment, assessment["LKS-001"]):
        assert shown.explain() == shown.explain("id") == shown.explain(lang="id")
        assert shown.explain("en") and shown.explain("en") != shown.explain("id")


def test_rule_books_are_asked_and_changed(register: lkks.Register) -> None:
    book = lkks.RuleBook.indonesia()
    assert len(book) == len(book.ids) and book.ids == sorted(book.ids)
    assert "permensos-17-2012" in book and "permensos-17" not in book and 3 not in book
    assert book.pack("permensos-17-2012")["id"] == "permensos-17-2012"
    assert book.in_force("accreditation-lks", datetime.date(2020, 1, 1)) == "permensos-17-2012"
    assert all(isinstance(problem, lkks.Problem) for problem in book.lint())
    comparison = book.compare("permensos-17-2012", "permensos-8-2025")
    assert comparison.a == "permensos-17-2012" and comparison.changes
    assert book.using("ilustrasi-instrumen-lks").chosen == ["ilustrasi-instrumen-lks"]
    assert book.assuming("permensos-8-2025").assumed == ["permensos-8-2025"]
    assert lkks.RuleBook.empty().ids == []
    figure = "grade.B.validity.lasts.years"
    longer = book.with_figure("permensos-17-2012", figure, 5)
    assert longer != book == lkks.RuleBook.from_json(book.to_json())
    simulation = lkks.simulate(register, book, longer, on="2024-04-09")
    assert simulation.on == datetime.date(2024, 4, 9) and simulation.organisations == 2
    assert [change.organisation for change in simulation.changed] == ["LKS-001"]


def test_a_pack_is_read_from_toml_json_and_mapping() -> None:
    toml = """
    id = "contoh"
    subject = "registration"
    title = { id = "Contoh", en = "Example" }
    source = "made up for a test"
    """
    pack = {
        "id": "contoh",
        "subject": "registration",
        "title": {"id": "Contoh", "en": "Example"},
        "source": "made up for a test",
    }
    empty = lkks.RuleBook.empty()
    books = [
        empty.with_toml(toml),
        empty.with_toml(toml.encode()),
        empty.with_pack(json.dumps(pack)),
        empty.with_pack(json.dumps(pack).encode()),
        empty.with_pack(pack),
    ]
    assert all(book == books[0] for book in books)


def test_progress_is_told_at_the_end(register: lkks.Register) -> None:
    told: list[tuple[int, int]] = []
    register.assess(on="2024-04-08", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_a_build_for_debugging_warns_when_it_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    from lkks import _lkks

    assert not _lkks.is_debug_build()
    monkeypatch.setattr(_lkks, "is_debug_build", lambda: True)
    with pytest.warns(RuntimeWarning, match="debugging"):
        importlib.reload(lkks)
