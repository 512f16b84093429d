"""What these tests have done in the processes of the cluster, which get it sent to them."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyarrow
from pyspark import TaskContext


def with_task(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Adds which executor a row was in, and in which attempt of its task."""
    task = TaskContext.get()
    assert task is not None
    for batch in batches:
        said = {"executor": executor(), "attempt": task.attemptNumber()}
        columns = {name: pyarrow.array([value] * len(batch)) for name, value in said.items()}
        yield pyarrow.RecordBatch.from_pydict({**dict(zip(batch.schema.names, batch)), **columns})


def killing(
    batches: Iterator[pyarrow.RecordBatch], at: int, done: Path
) -> Iterator[pyarrow.RecordBatch]:
    """Kills the executor that is the first to come to the row with this `id`, and says which."""
    for batch in batches:
        if at in batch["id"].to_pylist() and not done.exists():
            done.write_text(str(executor()), encoding="utf-8")
            os.kill(executor(), signal.SIGKILL)
        yield batch


def noting(
    batches: Iterator[pyarrow.RecordBatch], done: Path
) -> Iterator[pyarrow.RecordBatch]:
    """Notes that rows were asked for."""
    done.touch()
    yield from batches


def executor() -> int:
    """The process of the executor that this one works for."""
    # The parent of this process only starts such as this for the executor, which is its own.
    ask = ["ps", "-o", "ppid=", "-p", str(os.getppid())]
    return int(subprocess.run(ask, check=True, capture_output=True).stdout)
