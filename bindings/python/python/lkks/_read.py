"""From the JSON that the core answers with to the dataclasses of `types`."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import functools
import json
import types as builtin_types
import typing
from collections.abc import Callable, Mapping
from typing import Any

from . import types

_Reader = Callable[[Any], Any]


def one(name: str, text: str) -> Any:
    """Return the dataclass of this name in `text`; ``None`` for ``null``."""
    value = json.loads(text)
    return None if value is None else _table(getattr(types, name))(value)


def listed(name: str, text: str) -> list[Any]:
    """Return the list of dataclasses of this name in `text`."""
    return [_table(getattr(types, name))(value) for value in json.loads(text)]


def problems_of(text: str) -> list[types.Problem]:
    """Return the problems of an error in `text`."""
    return [_table(types.Problem)(value) for value in json.loads(text)["problems"]]


@functools.cache
def _table(cls: Any) -> _Reader:
    """Return what makes a dataclass of a JSON table; what is absent has its default."""
    hints = typing.get_type_hints(cls)
    # A field that Python keeps the word of is written with a line after it.
    names = [field.name for field in dataclasses.fields(cls)]
    readers = [(name, name.rstrip("_"), _reader(hints[name])) for name in names]

    def read(value: Mapping[str, Any]) -> Any:
        return cls(**{name: of(value[key]) for name, key, of in readers if key in value})

    return read


def _reader(hint: Any) -> _Reader:
    """Return what makes a value of this type of the value that JSON has for it."""
    if hint is datetime.date:
        return datetime.date.fromisoformat
    if hint is decimal.Decimal:
        return decimal.Decimal
    if dataclasses.is_dataclass(hint):
        return functools.partial(_read_table, hint)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda values: tuple(item(value) for value in values)
    if origin is Mapping:
        entry = _reader(arguments[1])
        return lambda table: {key: entry(value) for key, value in table.items()}
    if origin in (builtin_types.UnionType, typing.Union):
        return _optional([part for part in arguments if part is not type(None)])
    return _same


def _read_table(cls: Any, value: Mapping[str, Any]) -> Any:
    # The reader is looked up when it is used, because a type may hold others of its own kind.
    return _table(cls)(value)


def _optional(parts: list[Any]) -> _Reader:
    if datetime.date in parts:
        inner: _Reader = _known_date
    else:
        # Other parts that are not None are texts, numbers and booleans, which JSON has itself.
        inner = _reader(parts[0]) if len(parts) == 1 else _same
    return lambda value: None if value is None else inner(value)


def _known_date(value: str) -> datetime.date | str:
    # Known to its month or year, it is no day.
    return datetime.date.fromisoformat(value) if len(value) == len("2018-03-17") else value


def _same(value: Any) -> Any:
    return value
