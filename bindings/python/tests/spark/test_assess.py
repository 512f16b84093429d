"""`lkks.spark.assess` says of every row what `lkks.assess` says of it on one machine."""

from __future__ import annotations

import datetime
import subprocess
import sys
from functools import partial
from pathlib import Path

import pyarrow
import pyarrow.compute
import pytest
from pyspark.sql import SparkSession, functions
from pyspark.sql.types import StructType

import lkks.spark

from .schools import schools
from .workers import killing, noting, with_task

COUNT = 1_000_000
PARTS = 8


@pytest.fixture(scope="module")
def rules() -> lkks.RuleBook:
    return lkks.RuleBook.indonesia().using("ban-sm-sd")


@pytest.fixture(scope="module")
def given(spark: SparkSession) -> pyarrow.Table:
    """A million rows on this machine."""
    return schools(spark, COUNT, PARTS).toArrow()


@pytest.fixture(scope="module")
def expected(given: pyarrow.Table, rules: lkks.RuleBook) -> pyarrow.Table:
    """What is said of them here."""
    return plain(pyarrow.table(lkks.assess(given, rules, on="on", keep=["id"])))


def plain(table: pyarrow.Table) -> pyarrow.Table:
    """The table as Spark would have it, in the order of its rows."""
    columns = [column.cast(lkks.spark._plain(column.type)) for column in table.columns]
    return pyarrow.table(columns, names=table.column_names).sort_by("id").combine_chunks()


def differing(one: pyarrow.Table, other: pyarrow.Table) -> list[str]:
    """The columns that are not the same."""
    assert one.column_names == other.column_names
    return [name for name in one.column_names if not one[name].equals(other[name])]


def test_a_million_rows_are_judged_as_on_one_machine(
    spark: SparkSession, rules: lkks.RuleBook, expected: pyarrow.Table
) -> None:
    rows = schools(spark, COUNT, PARTS)
    answers = plain(lkks.spark.assess(rows, rules, on="on", keep=["id"]).toArrow())
    assert answers.num_rows == COUNT
    assert differing(answers, expected) == []
    # Both versions are among them, and rows that are refused.
    by = set(expected["rules"].unique().to_pylist())
    assert by >= {"ban-sm-sd-2018", "ban-sm-sd-2020s"}
    refused = expected.filter(pyarrow.compute.field("eligibility") == "invalid")
    assert refused.num_rows >= COUNT // 1000
    assert pyarrow.compute.min(pyarrow.compute.list_value_length(refused["problems"])).as_py() > 0


def test_a_killed_executor_changes_no_answer(
    spark: SparkSession, rules: lkks.RuleBook, expected: pyarrow.Table, tmp_path: Path
) -> None:
    killed = tmp_path / "killed"
    # In the midst of the sixth part, whose first rows are judged by then, and after others are done.
    at = COUNT * 11 // 16
    rows = schools(spark, COUNT, PARTS)
    rows = rows.mapInArrow(partial(killing, at=at, done=killed), rows.schema)
    assessed = lkks.spark.assess(rows, rules, on="on", keep=["id"])
    schema = StructType([*assessed.schema]).add("executor", "long").add("attempt", "long")
    answers = assessed.mapInArrow(with_task, schema).toArrow()

    again = answers.filter(pyarrow.compute.field("id") == at)
    assert again["attempt"].to_pylist() == [1]
    assert again["executor"].to_pylist() != [int(killed.read_text(encoding="utf-8"))]
    assert differing(plain(answers.drop(["executor", "attempt"])), expected) == []


def test_nothing_is_done_before_it_is_asked_for(
    spark: SparkSession, rules: lkks.RuleBook, tmp_path: Path
) -> None:
    read = tmp_path / "read"
    rows = schools(spark, 10, 2)
    rows = rows.mapInArrow(partial(noting, done=read), rows.schema)
    assessed = lkks.spark.assess(rows, rules, on="on")
    assert not read.exists()
    assert assessed.count() == 10
    assert read.exists()


def test_the_answers_have_types(spark: SparkSession, rules: lkks.RuleBook) -> None:
    rows = schools(spark, 10, 2).withColumn("read", functions.current_timestamp())
    # Has the name of an answer, but is none that is asked for.
    rows = rows.withColumn("grade", functions.lit(1))
    assessed = lkks.spark.assess(rows, rules, on="on", keep=["id", "read"], receipts=True)
    types = {field.name: field.dataType.simpleString() for field in assessed.schema}
    assert list(types)[:3] == ["id", "read", "standing"]
    assert list(types)[-1] == "receipt"
    assert types["id"] == "bigint"
    assert types["read"] == "timestamp"
    assert types["grade"] == "string"
    assert types["last_day"] == "date"
    assert types["score"] == "decimal(14,4)"
    assert types["unmet"] == "array<string>"
    assert types["problems"].startswith("array<struct<column:string,code:string")
    assert all(len(row.receipt) == 64 for row in assessed.collect() if not row.problems)


def test_a_column_that_is_not_asked_for_is_not_read(
    spark: SparkSession, rules: lkks.RuleBook
) -> None:
    rows = schools(spark, 10, 2).withColumn("costly", functions.raise_error("was read"))
    assert lkks.spark.assess(rows, rules, on="on", keep=["id"]).count() == 10


def test_rows_are_judged_on_one_day_and_by_other_names(spark: SparkSession) -> None:
    rows = spark.sql("""
        select 'LKS-001' as organisation, date'2021-04-09' as `Tgl. SK`, 'B' as `Nilai ``akhir```
        union all select 'LKS-002', null, 'Z'
    """)
    columns = {"accreditation_decided": "Tgl. SK", "accreditation_grade": "Nilai `akhir`"}
    day = datetime.date(2024, 4, 8)
    one, two = lkks.spark.assess(rows, on=day, columns=columns).orderBy("organisation").collect()
    assert (one.organisation, one.standing, one.last_day) == ("LKS-001", "current", day)
    assert two.problems


def test_no_rows_have_no_answers(spark: SparkSession, rules: lkks.RuleBook) -> None:
    rows = schools(spark, 10, 2).where("id < 0")
    assert lkks.spark.assess(rows, rules, on="on").collect() == []


def test_a_wrong_name_is_told_at_once(spark: SparkSession, rules: lkks.RuleBook) -> None:
    rows = schools(spark, 10, 2)
    with pytest.raises(lkks.InputError) as error:
        lkks.spark.assess(rows, rules, on="on", keep=["di"])
    assert [problem.path for problem in error.value.problems] == ["keep"]


def test_lkks_alone_needs_no_spark() -> None:
    script = "import sys, lkks; sys.exit(bool({'pyspark', 'pyarrow'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
