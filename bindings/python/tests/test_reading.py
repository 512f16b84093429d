"""Tables as people keep them: read, told of, and read again with a mapping."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import lkks

# Made up.
TABLE = """\
DATA LKS KOTA PEKALONGAN (SINTETIS);;;;;;;
No;Nama LKS;Kec.;Kel.;Akta Notaris (No/Tgl);No. Tgl. SK;Akreditasi;Th. Akreditasi
1;2;3;4;5;6;7;8
1;Yayasan Contoh Satu;Pklg. Utara;Krapyak;No. 12 tgl 3 Maret 2010;460/1 tgl 5-6-2020;Terakreditasi B;2021
2;PA Contoh Dua;Kec. Pekalongan Barat;Medono;-;460/2 tgl 31 Februari 2020;Belum;
;Jumlah;;;;;2;
"""
SK = {"columns": [{"heading": "No. Tgl. SK", "field": "registration"}]}


def test_what_could_be_two_things_is_asked_and_a_mapping_answers() -> None:
    reading = lkks.read(TABLE.encode())
    asked = [problem for problem in reading.problems if problem.code == "ambiguous-heading"]
    assert [(problem.value, problem.cell) for problem in asked] == [("No. Tgl. SK", "F2")]
    with pytest.raises(lkks.InputError) as refused:
        reading.into_register()
    assert refused.value.problems == reading.problems

    answered = lkks.read(TABLE.encode(), mapping=SK)
    assert [problem.code for problem in answered.problems if problem.severity == "error"] == [
        "invalid-date"
    ]
    assert answered.register is not None
    first, second = answered.register.organisation("LKS-001"), answered.register.organisation(
        "LKS-002"
    )
    assert first.certificates[0].issued == datetime.date(2020, 6, 5)
    assert first.accreditations[0].decided == "2021"
    assert first.place is not None and first.place.region == "33.75.03.1002"
    assert second.kind == "lksa"
    assert second.accreditations == ()


def test_the_mapping_used_reads_the_next_file_alike() -> None:
    reading = lkks.read(TABLE.encode(), mapping=SK)
    kept = json.loads(json.dumps(reading.mapping))
    again = lkks.read(TABLE.encode(), mapping=kept)
    assert again.to_json() == reading.to_json()


def test_a_file_is_opened_only_if_nothing_in_it_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "data LKS 2024.csv"
    wrong.write_text(TABLE, encoding="cp1252")
    with pytest.raises(lkks.InputError, match=r"data LKS 2024!F5: .*\[invalid-date\]"):
        lkks.Register.open(wrong, mapping=SK)
    right = tmp_path / "mended.csv"
    right.write_text(TABLE.replace("31 Februari", "29 Februari"), encoding="utf-8-sig")
    register = lkks.Register.open(right, mapping=SK, joined="2024-05-20")
    assert len(register) == 2
    assert len(register.on("2024-05-20").members()) == 2
    standing = register.assess(on="2023-06-01")["LKS-001"].accreditation.standing
    assert (standing.status, standing.grade, standing.since) == ("current", "B", "2021")


def test_whose_table_it_is_may_be_said() -> None:
    table = TABLE.replace("KOTA PEKALONGAN", "")
    reading = lkks.read(table.encode())
    assert reading.register is None
    assert "unknown-body" in [problem.code for problem in reading.problems]
    body = {"name": "LKKS Contoh", "level": "regency", "region": "33.75"}
    register = lkks.read(table.encode(), body=body).register
    assert register is not None
    assert register.to_dict()["body"]["name"] == "LKKS Contoh"
    with pytest.raises(lkks.InputError) as refused:
        lkks.read(table.encode(), body={"name": "LKKS", "level": "city"})
    assert refused.value.path == "body.level"
    with pytest.raises(lkks.InputError) as refused:
        lkks.read(table.encode(), mapping={"columns": [{"heading": "SK", "field": "permitt"}]})
    assert refused.value.path == "mapping.columns[0].field"


def test_a_problem_is_drawn_in_its_row() -> None:
    reading = lkks.read(TABLE.encode(), mapping=SK)
    codes = [problem.code for problem in reading.problems]
    drawn = reading.picture(codes.index("invalid-date"), "en")
    assert drawn.splitlines()[1].strip() == "--> csv!F5"
    assert "31 Februari 2020" in drawn
    assert "No. Tgl. SK" in drawn
    with pytest.raises(IndexError):
        reading.picture(999)


def test_a_notebook_shows_what_there_is_to_tell() -> None:
    html = lkks.read(TABLE.replace("Satu", "<b>").encode())._repr_html_()
    assert "<td>csv!F2</td>" in html
    for language in ("baris jumlah tidak dibaca", "a row of totals was not read"):
        assert language in html
    assert "<b>" not in html


def test_what_is_no_table_at_all_is_told() -> None:
    for content, code in [
        (b"%PDF-1.7 x", "unsupported-format"),
        (b"PK\x03\x04 cut off", "damaged-file"),
    ]:
        with pytest.raises(lkks.InputError) as refused:
            lkks.read(content)
        assert refused.value.code == code
    with pytest.raises(lkks.InputError) as refused:
        lkks.read(Path("there is none.xlsx"))
    assert refused.value.code == "unreadable-file"
