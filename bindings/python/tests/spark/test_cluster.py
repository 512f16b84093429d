"""The cluster is one: several processes, and no answer depends on all of them living."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyarrow
import pyarrow.compute
from pyspark.sql import DataFrame, SparkSession

import lkks

from .workers import killing, with_task

COUNT = 1_000_000


def with_packs(df: DataFrame, rules: lkks.RuleBook) -> DataFrame:
    """Adds to each row the name of a pack, as each Python process of the cluster reads the book."""
    book = df.sparkSession.sparkContext.broadcast(rules.to_json())

    def function(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        ids = lkks.RuleBook.from_json(book.value).ids
        for batch in batches:
            packs = [ids[id % len(ids)] for id in batch["id"].to_pylist()]
            yield pyarrow.RecordBatch.from_pydict({"id": batch["id"], "pack": packs})

    return df.mapInArrow(function, "id long, pack string")


def test_rows_are_in_executors_that_are_not_this_process(spark: SparkSession) -> None:
    rows = spark.range(0, 1000, numPartitions=8)
    rows = rows.mapInArrow(with_task, "id long, executor long, attempt long")
    executors = {row.executor for row in rows.select("executor").distinct().collect()}
    assert len(executors) == 2
    assert os.getpid() not in executors


def test_a_killed_executor_changes_no_answer(spark: SparkSession, tmp_path: Path) -> None:
    rules = lkks.RuleBook.indonesia()
    done = tmp_path / "killed"
    # In the midst of the sixth of eight parts, whose first rows have gone on by then, and after
    # others are done.
    at = COUNT * 11 // 16
    rows = spark.range(0, COUNT, numPartitions=8)
    rows = rows.mapInArrow(partial(killing, at=at, done=done), rows.schema)
    rows = with_packs(rows, rules)
    rows = rows.mapInArrow(with_task, "id long, pack string, executor long, attempt long")
    table = rows.select("id", "pack", "executor", "attempt").toArrow()

    killed = int(done.read_text(encoding="utf-8"))
    again = table.filter((pyarrow.compute.field("id") == at))
    assert again["attempt"].to_pylist() == [1]
    assert again["executor"].to_pylist() != [killed]
    table = table.sort_by("id")
    assert table["id"].to_pylist() == list(range(COUNT))
    ids = rules.ids
    assert table["pack"].to_pylist() == [ids[id % len(ids)] for id in range(COUNT)]
