"""Tables judged by column, whatever library has them, held against the row evaluator."""

from __future__ import annotations

import datetime
import doctest
import os
import re
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

import lkks

duckdb: Any = pytest.importorskip("duckdb")
pd: Any = pytest.importorskip("pandas")
pl: Any = pytest.importorskip("polars")
pa: Any = pytest.importorskip("pyarrow")

SCORES = (
    "content_score process_score graduates_score teachers_score "
    "facilities_score management_score finance_score assessment_score"
).split()


def schools(rows: int) -> Any:
    """Schools with scores, of which some are not known, on days of two versions of the rules."""
    start = datetime.date(2017, 6, 1)
    days = [start + datetime.timedelta(days=37 * row % 3000) for row in range(rows)]
    decided = [day - datetime.timedelta(days=11 * n % 1500) for n, day in enumerate(days)]
    columns: dict[str, Any] = {"organisation": list(range(rows)), "on": days}
    for place, name in enumerate(SCORES):
        scores = [55 + (row * (7 + place) % 4500) / 100 for row in range(rows)]
        columns[name] = [None if row % 17 == place else score for row, score in enumerate(scores)]
    columns["accreditation_decided"] = [day if n % 3 else None for n, day in enumerate(decided)]
    columns["accreditation_grade"] = ["ABC"[n % 3] if n % 3 else None for n in range(rows)]
    return pa.table(columns)


@pytest.fixture(scope="module")
def rules() -> lkks.RuleBook:
    return lkks.RuleBook.indonesia().using("ban-sm-sd")


@pytest.fixture(scope="module")
def table() -> Any:
    return schools(400)


def said(assessed: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pa.table(assessed).to_pylist()
    return rows


def by_row(verdict: lkks.Verdict) -> dict[str, Any]:
    judged = verdict.accreditation
    score = judged.score
    next_grade = score.to_next if score else None
    with_outcome = {
        outcome: [finding for finding in judged.findings if finding.outcome == outcome]
        for outcome in ("not-met", "unknown")
    }
    return {
        "standing": judged.standing.status,
        "last_day": judged.standing.last_day,
        "eligibility": judged.eligibility.status,
        "grade": score.grade if score else None,
        "score": score.total if score else None,
        "next_grade": next_grade.grade if next_grade else None,
        "points": next_grade.points if next_grade else None,
        "rules": judged.rules.pack if judged.rules else None,
        "unmet": [finding.criterion for finding in with_outcome["not-met"]],
        "unknown": [finding.criterion for finding in with_outcome["unknown"]],
        "citations": [finding.cited for found in with_outcome.values() for finding in found],
        "certainty": judged.certainty,
        "problems": [],
    }


def test_each_row_is_judged_as_it_is_explained(table: Any, rules: lkks.RuleBook) -> None:
    assessed = lkks.assess(table, rules, on="on")
    assert len(assessed) == 400
    for row, answer in enumerate(said(assessed)):
        assert answer.pop("organisation") == row
        assert answer == by_row(assessed.explain(row)), row
    assert {answer["rules"] for answer in said(assessed)} == {
        "permensos-17-2012",
        "ban-sm-sd-2018",
        "ban-sm-sd-2020s",
    }


def test_every_library_gets_the_same_answers(table: Any, rules: lkks.RuleBook) -> None:
    expected = said(lkks.assess(table, rules, on="on"))
    frames = {
        "polars": pl.DataFrame(table),
        "pandas": table.to_pandas(),
        "pandas with Arrow": table.to_pandas(types_mapper=pd.ArrowDtype),
        "DuckDB": duckdb.sql("select * from 'table'", connection=connected(table)),
        "batches": pa.RecordBatchReader.from_batches(table.schema, table.to_batches(70)),
        "a batch": table.combine_chunks().to_batches()[0],
    }
    for name, frame in frames.items():
        assert said(lkks.assess(frame, rules, on="on")) == expected, name


def connected(table: Any) -> Any:
    connection = duckdb.connect()
    connection.register("table", table)
    return connection


def test_every_library_takes_the_answers(table: Any, rules: lkks.RuleBook) -> None:
    assessed = lkks.assess(table, rules, on="on")
    expected = [answer["grade"] for answer in said(assessed)]
    assert pl.DataFrame(assessed)["grade"].to_list() == expected
    frame = pa.table(assessed).to_pandas()
    assert [None if pd.isna(grade) else grade for grade in frame["grade"]] == expected
    relation = connected(pa.table(assessed)).sql("select grade from 'table'")
    assert [grade for (grade,) in relation.fetchall()] == expected
    # The answers are a table that may be judged itself.
    again = lkks.assess(assessed, rules, on="2024-04-08")
    assert len(again) == len(assessed)


def test_a_stream_is_judged_as_it_is_read(table: Any, rules: lkks.RuleBook) -> None:
    read: list[int] = []

    def batches() -> Any:
        for number, batch in enumerate(table.to_batches(100)):
            read.append(number)
            yield batch

    source = pa.RecordBatchReader.from_batches(table.schema, batches())
    stream = lkks.assess(source, rules, on="on", stream=True)
    assert read == [], "nothing is read before it is asked for"
    reader = pa.RecordBatchReader.from_stream(stream)
    first = reader.read_next_batch()
    assert len(read) <= 2, "no more than is asked for"
    answers = [*first.to_pylist(), *reader.read_all().to_pylist()]
    assert answers == said(lkks.assess(table, rules, on="on"))
    with pytest.raises(lkks.InputError, match="AssessedStream"):
        pa.table(stream)


def test_memory_is_not_copied(table: Any, rules: lkks.RuleBook) -> None:
    one = table.combine_chunks()
    kept = pa.table(lkks.assess(one, rules, on="on", keep=["content_score", "on"]))
    assert kept.column_names[:2] == ["content_score", "on"]
    for name in ("content_score", "on"):
        theirs, ours = one[name].chunk(0), kept[name].chunk(0)
        assert theirs.buffers()[1].address == ours.buffers()[1].address, name


def test_a_day_for_all_and_other_names(rules: lkks.RuleBook) -> None:
    table = pa.table({"Tgl": ["2021-04-09", None], "Nilai": ["B", None], "id": ["x", "y"]})
    columns = {
        "accreditation_decided": "Tgl",
        "accreditation_grade": "Nilai",
        "organisation": "id",
    }
    for on in ("2024-04-08", datetime.date(2024, 4, 8)):
        assessed = lkks.assess(table, on=on, columns=columns)
        assert [row["standing"] for row in said(assessed)] == ["current", "never"]
        assert said(assessed)[0]["last_day"] == datetime.date(2024, 4, 8)
    assert assessed.column_names[0] == "id"
    assert assessed.explain(-2).organisation == "x"


def test_what_is_wrong_with_a_cell_is_told_in_its_row(rules: lkks.RuleBook) -> None:
    table = pa.table({"content_score": [101.0, 55.5, float("nan")], "Regio": ["33.75", "x", None]})
    columns = {"region": "Regio"}
    assessed = lkks.assess(table, rules, on="2019-06-01", columns=columns)
    answers = said(assessed)
    assert [row["eligibility"] for row in answers] == ["invalid", "invalid", "invalid"]
    assert [row["grade"] for row in answers] == [None, None, None]
    told = [[(p["column"], p["code"], p["value"]) for p in row["problems"]] for row in answers]
    assert told == [
        [("content_score", "out-of-range", "101")],
        [("Regio", "invalid-region", "x")],
        [("content_score", "invalid-decimal", "NaN")],
    ]
    with pytest.raises(lkks.InputError) as refused:
        assessed.explain(1)
    assert refused.value.path == "region"


def test_receipts_are_those_of_the_verdicts(table: Any, rules: lkks.RuleBook) -> None:
    assessed = lkks.assess(table.slice(0, 20), rules, on="on", receipts=True)
    for row, answer in enumerate(said(assessed)):
        verdict = assessed.explain(row)
        assert answer["receipt"] == verdict.receipt.sha256
        lkks.verify_receipt(verdict.to_json())


def test_threads_change_nothing(rules: lkks.RuleBook) -> None:
    table = schools(1000)
    expected = pa.table(lkks.assess(table, rules, on="on", threads=1))
    for threads in (2, 7):
        assert pa.table(lkks.assess(table, rules, on="on", threads=threads)).equals(expected)


def test_progress_is_told_in_rows(table: Any, rules: lkks.RuleBook) -> None:
    told: list[tuple[int, int]] = []
    lkks.assess(table, rules, on="on", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (400, 400)

    def stop(done: int, total: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        lkks.assess(table, rules, on="on", progress=stop)


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"on": "2024-04-08", "subject": "statutes"}, "subject"),
        ({"on": "2024-04-08", "subject": "akreditasi"}, "subject"),
        ({"on": "kapan"}, "on"),
        ({"on": "on", "columns": {"content_score": "isi"}}, "columns.content_score"),
        ({"on": "on", "columns": {"isi": "content_score"}}, "columns.isi"),
        ({"on": "on", "columns": ["content_score"]}, "columns"),
        ({"on": "on", "keep": ["nama"]}, "keep"),
        ({"on": "on", "threads": 0}, "threads"),
        ({"on": "on", "progress": 3}, "progress"),
        ({"on": "on", "rules": "ban-sm-sd"}, "rules"),
    ],
)
def test_what_cannot_be_is_told_by_argument(
    table: Any, arguments: dict[str, Any], path: str
) -> None:
    with pytest.raises(lkks.InputError) as refused:
        lkks.assess(table, **arguments)
    assert refused.value.path == path


def test_what_is_no_table_is_told() -> None:
    for value in (3, "data.csv", [{"on": 1}], pa.array([1, 2])):
        with pytest.raises(lkks.InputError) as refused:
            lkks.assess(value, on="2024-04-08")  # type: ignore[arg-type]
        assert refused.value.path == "table"


def test_a_row_that_is_not_there(table: Any, rules: lkks.RuleBook) -> None:
    assessed = lkks.assess(table, rules, on="on")
    for row in (400, -401):
        with pytest.raises(lkks.InputError, match="0–399"):
            assessed.explain(row)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way")
def test_ctrl_c_ends_the_work() -> None:
    program = textwrap.dedent(
        """
        import signal, lkks, pyarrow as pa
        signal.signal(signal.SIGINT, signal.default_int_handler)
        table = pa.table({"npwp": [True] * 1_000_000})
        table = pa.concat_tables([table] * 2000)
        started = lambda done, total: print(done, flush=True)
        try:
            lkks.assess(table, on="2024-04-08", subject="registration", progress=started)
        except KeyboardInterrupt:
            print("stopped")
        """
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as working:
        assert working.stdout is not None
        assert int(working.stdout.readline()) > 0
        os.kill(working.pid, signal.SIGINT)
        *_, last = working.stdout.read().split()
    assert last == "stopped"


def test_the_page_on_tables_shows_what_happens() -> None:
    page = (Path(__file__).parents[3] / "TABLES.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```pycon\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    session = doctest.DocTestParser().get_doctest(block, {}, "TABLES.md", None, 0)
    told: list[str] = []
    outcome = doctest.DocTestRunner().run(session, out=told.append)
    assert outcome.attempted > 5
    assert not outcome.failed, "".join(told)


def test_the_page_on_tables_names_every_answer(table: Any) -> None:
    page = (Path(__file__).parents[3] / "TABLES.md").read_text(encoding="utf-8")
    _, out = page.split("## What comes out")
    rows = [line.split("|")[1] for line in out.splitlines() if line.startswith("| `")]
    named = [name for cell in rows for name in re.findall(r"`([^`]+)`", cell)]
    given = lkks.assess(table, on="on", keep=[], receipts=True).column_names
    assert sorted(named) == sorted(given)
