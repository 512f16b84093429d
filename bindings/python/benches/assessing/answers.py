"""Answers in one form, whatever a contender gives: a column for each, a row for each row."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

# A score counts steps of 0.0001, as exact as it is.
FORM = {
    "rules": pa.string(),
    "standing": pa.string(),
    "last_day": pa.date32(),
    "eligibility": pa.string(),
    "grade": pa.string(),
    "score": pa.int64(),
    "points": pa.int64(),
    "unmet": pa.string(),
    "unknown": pa.string(),
    "citations": pa.string(),
    "certainty": pa.string(),
}


def of(result: Any) -> pa.Table:
    """The answers in a table, in anything that exports one, or in objects with a field each."""
    if not isinstance(result, pa.Table):
        is_table = hasattr(result, "__arrow_c_stream__")
        result = pa.table(result) if is_table else of_objects(result)
    if "organisation" in result.column_names:
        result = result.sort_by("organisation")
    columns = {name: result[name] for name in FORM if name in result.column_names}
    return pa.table({name: in_form(name, column) for name, column in columns.items()})


def of_objects(rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Objects as engines that decide row by row give them."""
    rows = list(rows)
    names = [name for name in FORM if name in rows[0]]
    return pa.table({name: pa.array([row.get(name) for row in rows]) for name in names})


def in_form(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    """One column in the form in which answers are compared."""
    if pa.types.is_dictionary(column.type):
        column = pa.chunked_array([texts(chunk) for chunk in column.chunks], pa.string())
    if name == "score":
        exact = pc.multiply(column.cast(pa.float64()), 10_000.0)
        return pc.round(exact).cast(pa.int64())
    if name in ("unmet", "unknown", "citations"):
        return joined(column)
    if name == "last_day" and pa.types.is_integer(column.type):
        column = column.cast(pa.int32())
    return column.cast(FORM[name])


def texts(chunk: pa.DictionaryArray) -> pa.StringArray:
    """The texts of a dictionary, of whatever sort they are."""
    dictionary = chunk.dictionary.cast(pa.string())
    return pa.DictionaryArray.from_arrays(chunk.indices, dictionary).dictionary_decode()


def joined(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Lists as texts, which can be compared."""
    parts = []
    for chunk in column.chunks:
        values = chunk.values
        if pa.types.is_dictionary(values.type):
            values = texts(values)
        values = values.cast(pa.string())
        lists = pa.ListArray.from_arrays(chunk.offsets.cast(pa.int32()), values)
        # A null in a list would make the whole unknown; it differs from any right answer.
        parts.append(pc.binary_join(pc.if_else(chunk.is_null(), None, lists), "|"))
    return pa.chunked_array(parts, pa.string())


def same(one: pa.Table, other: pa.Table, names: Iterable[str]) -> dict[str, pa.ChunkedArray]:
    """Column by column, in which rows two answers are the same."""
    return {name: equal(one[name], other[name]) for name in names}


def equal(one: pa.ChunkedArray, other: pa.ChunkedArray) -> pa.ChunkedArray:
    """In which rows two columns are the same; nothing is the same as nothing."""
    both_nothing = pc.and_(pc.is_null(one), pc.is_null(other))
    return pc.or_(pc.fill_null(pc.equal(one, other), False), both_nothing)


def everywhere(columns: dict[str, pa.ChunkedArray]) -> pa.ChunkedArray:
    """In which rows all columns are the same."""
    return functools.reduce(pc.and_, columns.values())


def count(rows: pa.ChunkedArray) -> int:
    """How many rows."""
    return operator.index(pc.sum(rows).as_py() or 0)


def write(table: pa.Table, target: Path) -> None:
    """Writes answers."""
    with pa.OSFile(str(target), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def read(file: Path) -> pa.Table:
    """Reads answers that were written."""
    with pa.OSFile(str(file)) as source:
        return pa.ipc.open_file(source).read_all()
