"""Made-up schools, as many as are asked for, made by Spark itself."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

SCORES = (
    "content_score",
    "process_score",
    "graduates_score",
    "teachers_score",
    "facilities_score",
    "management_score",
    "finance_score",
    "assessment_score",
)


def schools(spark: SparkSession, count: int, parts: int) -> DataFrame:
    """Schools in the years of several versions of their rules, with slips in their tables."""
    on = F.date_add(F.lit("2017-01-01").cast("date"), drawn("on", 3650))
    age = drawn("age", 1400) - 20
    grade = F.element_at(F.array(*map(F.lit, "ABC?")), drawn("grade", 3) + 1)
    return spark.range(0, count, numPartitions=parts).select(
        "id",
        on.alias("on"),
        *(some(score(name), name, 30).alias(name) for name in SCORES),
        some(F.date_sub(on, age), "decided", 4).alias("accreditation_decided"),
        some(F.when(F.col("id") % 1000 == 7, "?").otherwise(grade), "graded", 20).alias(
            "accreditation_grade"
        ),
        F.concat(F.lit("Sekolah sintetis "), F.col("id")).alias("remark"),
    )


def score(name: str) -> Column:
    """Mostly between 60 and 100, but none of a hundred is 140."""
    usual = (drawn(name, 4000) / 100 + 60).cast("decimal(5,2)")
    return F.when(F.col("id") % 5000 == 11, F.lit(140).cast("decimal(5,2)")).otherwise(usual)


def some(column: Column, what: str, often: int) -> Column:
    """The column, but nothing in one of so many rows."""
    return F.when(drawn(f"no {what}", often) != 0, column)


def drawn(what: str, below: int) -> Column:
    """A number that looks like drawn, but is the same whenever a row is made again."""
    return F.pmod(F.xxhash64(F.lit(what), F.col("id")), F.lit(below)).cast("int")
