"""A progress bar on a terminal, where the work is long enough for one."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

Progress = Callable[[int, int], object]

#: Work shorter than this is over before a bar would be read.
_PATIENCE_SECONDS = 0.5


@contextmanager
def shown_progress() -> Generator[Progress | None, None, None]:
    """Give what shows how far the work has come; nothing where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    bar: _Plain | _Rich = _Rich.if_installed() or _Plain()
    start = time.monotonic()

    def show(done: int, total: int) -> None:
        if time.monotonic() - start > _PATIENCE_SECONDS:
            bar.show(done, total)

    try:
        yield show
    finally:
        bar.end()


class _Plain:
    """One line that is written over."""

    def __init__(self) -> None:
        self._is_shown = False

    def show(self, done: int, total: int) -> None:
        self._is_shown = True
        print(f"\r{done:,} / {total:,}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._is_shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


class _Rich:
    """The bar of `rich`, which comes with `lkks[cli]`."""

    def __init__(self, progress: Any) -> None:
        self._progress = progress
        self._task: Any = None

    @classmethod
    def if_installed(cls) -> _Rich | None:
        try:
            from rich.console import Console
            from rich.progress import Progress as Bar
        except ImportError:
            return None
        return cls(Bar(console=Console(stderr=True), transient=True))

    def show(self, done: int, total: int) -> None:
        if self._task is None:
            self._progress.start()
            self._task = self._progress.add_task("lkks", total=total)
        self._progress.update(self._task, completed=done)

    def end(self) -> None:
        if self._task is not None:
            self._progress.stop()
