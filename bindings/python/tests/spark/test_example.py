"""The example prints what stands beside it; with LKKS_BLESS=1 that is written anew."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

HERE = Path(__file__).parents[4] / "examples" / "spark"


def test_the_example_prints_what_stands_beside_it(
    spark: SparkSession, capsys: pytest.CaptureFixture[str]
) -> None:
    assert spark is SparkSession.getActiveSession()
    runpy.run_path(str(HERE / "assess.py"))["main"]()
    printed = capsys.readouterr().out
    file = HERE / "output.txt"
    if "LKKS_BLESS" in os.environ:
        file.write_text(printed, encoding="utf-8", newline="\n")
    assert printed == file.read_text(encoding="utf-8")
