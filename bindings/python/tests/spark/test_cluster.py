"""The cluster is one: its rows are in several processes."""

from __future__ import annotations

import os

from pyspark.sql import SparkSession

from .workers import with_task


def test_rows_are_in_executors_that_are_not_this_process(spark: SparkSession) -> None:
    # Behind a barrier all parts are worked on at a time, and each executor has one core.
    rows = spark.range(0, 1000, numPartitions=2)
    rows = rows.mapInArrow(with_task, "id long, executor long, attempt long", barrier=True)
    executors = {row.executor for row in rows.select("executor").distinct().collect()}
    assert len(executors) == 2
    assert os.getpid() not in executors
