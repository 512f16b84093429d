"""Judges a made-up national register at the end of three years on a cluster, and counts by the rules
of each year how its accreditations stand.

    spark-submit examples/spark/assess.py [ORGANISATIONS]

Every row of the register is judged on every day, so history costs rows and nothing else.
"""

import sys

import lkks.spark
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

DAYS = ("2023-12-31", "2024-12-31", "2025-12-31")


def register(spark: SparkSession, organisations: int) -> DataFrame:
    """Organisations that are all made up; a tenth has never been accredited."""
    number = F.col("id")
    later = F.pmod(number * 7919, F.lit(2500)).cast("int")
    decided = F.date_add(F.lit("2018-01-01").cast("date"), later)
    grade = F.element_at(F.array(*map(F.lit, "ABC")), (number % 3 + 1).cast("int"))
    accredited = number % 10 != 0
    return spark.range(organisations).select(
        F.format_string("LKS-%09d", "id").alias("organisation"),
        F.when(accredited, decided).alias("accreditation_decided"),
        F.when(accredited, grade).alias("accreditation_grade"),
    )


def each_day(spark: SparkSession, rows: DataFrame) -> DataFrame:
    """The register on each of the days."""
    days = spark.createDataFrame([(day,) for day in DAYS], "on string")
    return rows.crossJoin(days.select(F.col("on").cast("date").alias("on")))


def main(organisations: int = 10_000) -> None:
    spark = SparkSession.builder.appName("lkks").getOrCreate()
    rows = each_day(spark, register(spark, organisations))
    assessed = lkks.spark.assess(rows, lkks.RuleBook.indonesia(), on="on", keep=["on"])
    counted = assessed.groupBy("on", "rules", "standing").count()
    print(f"{'on':12}{'rules':22}{'standing':14}organisations")
    for row in counted.orderBy("on", "standing").collect():
        print(f"{row.on!s:12}{row.rules!s:22}{row.standing!s:14}{row['count']:13,}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
