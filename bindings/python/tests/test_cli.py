"""The command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import lkks
from lkks.__main__ import _TEXTS, main

ON = ["--on", "2024-04-08"]


@pytest.fixture
def file(register: lkks.Register, tmp_path: Path) -> str:
    """The small register in a file."""
    path = tmp_path / "daftar.json"
    path.write_text(register.to_json(), encoding="utf-8")
    return str(path)


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """A register with three problems."""
    path = tmp_path / "salah.json"
    path.write_text('{"body": {"name": 3, "level": "city"}, "x": 1}', encoding="utf-8")
    return str(path)


def test_a_report_is_the_explanation_of_the_assessment(
    file: str, register: lkks.Register, capsys: pytest.CaptureFixture[str]
) -> None:
    assessment = register.assess(on="2024-04-08")
    assert main(["report", file, *ON]) == 0
    assert capsys.readouterr().out == assessment.explain("id") + "\n"
    assert main(["report", file, *ON, "--lang", "en"]) == 0
    assert capsys.readouterr().out == assessment.explain("en") + "\n"
    assert main(["report", file, *ON, "--json"]) == 0
    output = capsys.readouterr()
    assert output.out == assessment.to_json() + "\n" and output.err == ""


def test_rules_are_added_and_chosen(
    file: str, register: lkks.Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = {
        "id": "contoh",
        "subject": "registration",
        "title": {"id": "Contoh", "en": "Example"},
        "source": "made up for a test",
        "status": "illustration",
    }
    book = lkks.RuleBook.indonesia()
    (tmp_path / "a.json").write_text(json.dumps(pack), encoding="utf-8")
    toml = 'id = "lain"\nsubject = "registration"\nsource = "x"\ntitle = { id = "L", en = "L" }\n'
    (tmp_path / "b.toml").write_text(toml, encoding="utf-8")
    book = book.with_pack(pack).with_toml(toml).using("ilustrasi-instrumen-lks").using("contoh")
    rules = ["--rules", str(tmp_path / "a.json"), str(tmp_path / "b.toml")]
    using = ["--using", "ilustrasi-instrumen-lks", "--using", "contoh"]
    assert main(["report", file, *ON, *rules, *using, "--json"]) == 0
    assert capsys.readouterr().out == register.assess(book, on="2024-04-08").to_json() + "\n"


def test_every_problem_is_told_with_its_place(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["check", wrong], ["report", wrong, *ON]):
        for lang in ("id", "en"):
            assert main([*command, "--lang", lang]) == 1
            output = capsys.readouterr()
            assert output.out == ""
            head, *lines = output.err.splitlines()
            assert head == _TEXTS[lang]["refused"].format(file=wrong)
            places = {line.split(":")[0].strip() for line in lines}
            assert places == {"body.name", "body.level", "x"}
        assert main([*command, "--json"]) == 1
        assert len(json.loads(capsys.readouterr().out)["problems"]) == 3


def test_an_accepted_register_is_told_with_its_warnings(
    register: lkks.Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = register.to_dict()
    data["organisations"][1]["name"] = data["organisations"][0]["name"]
    path = tmp_path / "dua.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert main(["check", str(path), "--lang", "en"]) == 0
    head, *warnings = capsys.readouterr().out.splitlines()
    assert head == f"{path}: can be used"
    assert warnings and "[same-name-twice]" in warnings[0]
    assert main(["check", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert lkks.Register.from_dict(told["register"]) == lkks.Register.from_dict(data)
    assert [problem["code"] for problem in told["problems"]] == ["same-name-twice"]


def test_a_table_is_checked_drawn_and_its_mapping_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Made up.
    table = "LKS KOTA PEKALONGAN\nNo;Nama LKS;SK\n1;Yayasan Contoh;460/1 tgl 5-6-2020\n"
    file, body, mapping = tmp_path / "lks.csv", tmp_path / "body.json", tmp_path / "mapping.json"
    file.write_text(table, encoding="utf-8")
    assert main(["check", str(file), "--lang", "en", "--save-mapping", str(mapping)]) == 1
    drawn = capsys.readouterr().out
    assert "error[ambiguous-heading]" in drawn and "--> lks!C2" in drawn
    columns = json.loads(mapping.read_text(encoding="utf-8"))["columns"]
    assert [column["field"] for column in columns] == ["row_number", "name"]
    columns.append({"heading": "SK", "field": "registration"})
    mapping.write_text(json.dumps({"columns": columns}), encoding="utf-8")
    body.write_text('{"name": "LKKS Contoh", "level": "regency"}', encoding="utf-8")
    chosen = ["--mapping", str(mapping), "--body", str(body), "--joined", "2024-05-20"]
    assert main(["check", str(file), *chosen]) == 0
    capsys.readouterr()
    assert main(["report", str(file), "--on", "2024-06-01", *chosen, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["body"] == "LKKS Contoh"
    assert main(["report", str(file), "--on", "2024-06-01"]) == 1
    assert main(["report", str(file), "--on", "2024-06-01", "--lenient"]) == 0
    output = capsys.readouterr()
    assert "LKKS Kota Pekalongan" in output.out and "ambiguous-heading" in output.err
    with pytest.raises(SystemExit):
        main(["check", str(file), "--mapping", str(tmp_path / "none.json")])


def test_a_wrong_command_has_another_status(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", file, "--on", "2024-02-30"]) == 2
    assert "[invalid-date]" in capsys.readouterr().err
    for arguments in (
        [],
        ["report", file],
        ["report", file, *ON, "--lang", "fr"],
        ["report", file, *ON, "--rules", str(tmp_path / "none.toml")],
    ):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2, arguments
    assert main(["report", file, *ON, "--using", "tidak-ada"]) == 1
    assert main(["check", str(tmp_path / "none.json")]) == 1
    assert "[unreadable-file]" in capsys.readouterr().err


def test_the_texts_are_the_same_in_both_languages() -> None:
    assert _TEXTS["id"].keys() == _TEXTS["en"].keys()


def test_the_module_runs_as_a_program_and_a_closed_pipe_is_no_error(file: str) -> None:
    command = [sys.executable, "-m", "lkks"]
    ran = subprocess.run([*command, "report", file, *ON], capture_output=True, check=True)
    assert b"LKKS Contoh" in ran.stdout and ran.stderr == b""
    version = subprocess.run([*command, "--version"], capture_output=True, check=True)
    assert version.stdout.decode().split() == ["lkks", lkks.__version__]
    piped = subprocess.Popen(
        [*command, "report", file, *ON, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert piped.stdout is not None and piped.stderr is not None
    piped.stdout.close()
    assert piped.stderr.read() == b""
    piped.stderr.close()
    piped.wait()


@pytest.mark.parametrize("with_rich", [True, False])
def test_long_work_shows_how_far_it_has_come(
    with_rich: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from lkks import _progress

    monkeypatch.setattr(_progress, "_PATIENCE_SECONDS", -1)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    if not with_rich:
        monkeypatch.setitem(sys.modules, "rich.console", None)
    with _progress.shown_progress() as progress:
        assert progress is not None
        progress(1_000, 2_000)
    shown = capsys.readouterr().err
    assert ("1,000 / 2,000" in shown) is not with_rich
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    with _progress.shown_progress() as progress:
        assert progress is None
