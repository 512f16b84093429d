"""The examples print what stands beside them, and the synthetic register is what its generator
writes. With LKKS_BLESS=1 the texts are written anew."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def printed(example: str, capsys: pytest.CaptureFixture[str]) -> str:
    runpy.run_path(str(HERE / example))["main"]()
    return capsys.readouterr().out


@pytest.mark.parametrize("example", ["assess.py", "problems.py"])
def test_an_example_prints_what_stands_beside_it(
    example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output = printed(example, capsys)
    file = HERE / example.replace(".py", ".txt")
    if "LKKS_BLESS" in os.environ:
        file.write_text(output, encoding="utf-8", newline="\n")
    assert output == file.read_text(encoding="utf-8")


def test_python_and_rust_print_the_same() -> None:
    rust = (HERE.parent / "rust" / "output.txt").read_text(encoding="utf-8")
    assert (HERE / "assess.txt").read_text(encoding="utf-8") == rust


def test_the_generator_writes_the_synthetic_register_as_it_stands() -> None:
    generator = HERE.parent / "data" / "generate.py"
    run = subprocess.run([sys.executable, str(generator), "--check"], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
