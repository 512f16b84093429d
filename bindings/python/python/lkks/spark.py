"""Assessing on a cluster: what `lkks.assess` says of each row, for a DataFrame of Apache Spark.

    import lkks.spark

    assessed = lkks.spark.assess(df, lkks.RuleBook.indonesia(), on="reported", keep=["id"])

Needs the extra `lkks[spark]` here, and lkks wherever the cluster runs Python. Nothing is computed
before Spark is asked for the rows, and then by the same code as on one machine, batch by batch:
neither the number of machines nor what becomes of one while they work changes an answer.
"""

# What pyarrow gives has no types that this could follow.
# pyright: basic, reportMissingModuleSource=false

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import pyarrow
from pyspark.sql import functions
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from ._lkks import RuleBook
from ._lkks import assess as assess_here

if TYPE_CHECKING:
    from pyspark import Broadcast
    from pyspark.sql import Column, DataFrame

__all__ = ["assess"]


def assess(
    df: DataFrame,
    rules: RuleBook | None = None,
    *,
    on: datetime.date | str,
    subject: str = "accreditation",
    columns: Mapping[str, str] | None = None,
    keep: Sequence[str] | None = None,
    receipts: bool = False,
) -> DataFrame:
    """Judges every row of a DataFrame as an organisation.

    The arguments are those of `lkks.assess`, and so are the columns of the answer, but that words
    which are coded there are plain strings here. What is wrong with a row is told in its column
    `problems`. Columns that nobody asks for are not read.

    Raises an `InputError` at once where a name is wrong.
    """
    rules = RuleBook.indonesia() if rules is None else rules
    options: dict[str, Any] = {
        "on": on,
        "subject": subject,
        "columns": None if columns is None else dict(columns),
        "keep": None if keep is None else list(keep),
        "receipts": receipts,
    }
    # Judging no rows finds wrong names, and tells what is asked for and what comes of it.
    none = to_arrow_schema(df.schema, timezone="UTC").empty_table()
    judged = assess_here(none, rules, **options)
    schema = from_arrow_schema(pyarrow.table(judged).schema)
    names: list[str] = judged.asked or df.columns[:1]
    # Under names of our own, since Spark takes a dot in that of a column for a path.
    asked = df.select(*(_named(name).alias(f"c{place}") for place, name in enumerate(names)))
    book = df.sparkSession.sparkContext.broadcast(rules.to_json())
    work = partial(_assess, names=names, book=book, options=options)
    return asked.mapInArrow(work, schema)


def _named(name: str) -> Column:
    """The column of this very name."""
    return functions.col("`" + name.replace("`", "``") + "`")


def _assess(
    batches: Iterator[pyarrow.RecordBatch],
    *,
    names: list[str],
    book: Broadcast[str],
    options: Mapping[str, Any],
) -> Iterator[pyarrow.RecordBatch]:
    """Judges the rows of one task, in a process of the cluster."""
    given = (batch.rename_columns(names) for batch in batches)
    first = next(given, None)
    if first is None:
        return
    rows = pyarrow.RecordBatchReader.from_batches(first.schema, chain([first], given))
    # The cluster has as many tasks at a time as it has cores.
    judged = assess_here(rows, _rules(book.value), threads=1, stream=True, **options)
    for batch in pyarrow.RecordBatchReader.from_stream(judged):
        plain = [column.cast(_plain(column.type)) for column in batch.columns]
        yield pyarrow.RecordBatch.from_arrays(plain, names=batch.schema.names)


@lru_cache(maxsize=8)
def _rules(json: str) -> RuleBook:
    """A rule book, read once in each process."""
    return RuleBook.from_json(json)


def _plain(kind: pyarrow.DataType) -> pyarrow.DataType:
    """A type as Spark has it: without codes for words."""
    if pyarrow.types.is_dictionary(kind):
        return kind.value_type
    if pyarrow.types.is_list(kind):
        field = kind.value_field
        return pyarrow.list_(field.with_type(_plain(field.type)))
    return kind
