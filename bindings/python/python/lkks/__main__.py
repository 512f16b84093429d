"""The command line: ``python -m lkks report FILE --on DATE`` and ``python -m lkks check FILE``.

``check`` draws every problem of a table in its row. ``report --lenient`` assesses what was
understood of a table that is not all right, and says first what was not.

The answer goes to standard output, everything else to standard error. The status is 0 when there is
an answer, 1 when an input was refused, with all that is wrong with it, and 2 when the command is
not one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lkks

from ._progress import shown_progress

_TEXTS = {
    "id": {"refused": "{file}: tidak dapat dipakai", "accepted": "{file}: dapat dipakai"},
    "en": {"refused": "{file}: cannot be used", "accepted": "{file}: can be used"},
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status of the process."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        status = _check(options, parser) if options.command == "check" else _report(options, parser)
        # What a pipe refuses shows itself here and not at the very end.
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; Python would complain of it when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lkks", description="Assess registers of LKKS.")
    parser.add_argument("--version", action="version", version=f"lkks {lkks.__version__}")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "file", type=Path, help="the register: a spreadsheet, CSV or JSON, in whichever form"
    )
    common.add_argument(
        "--body", type=Path, metavar="FILE", help="which LKKS it is of: JSON of name, level, region"
    )
    common.add_argument(
        "--mapping", type=Path, metavar="FILE", help="what the columns hold: JSON"
    )
    common.add_argument(
        "--joined", metavar="DATE", help="since when organisations are members that do not say so"
    )
    common.add_argument("--lang", choices=["id", "en"], default="id", help="default: id")
    common.add_argument("--json", action="store_true", help="print canonical JSON")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", parents=[common], help="say what is wrong or odd in a register"
    )
    check.add_argument(
        "--save-mapping", type=Path, metavar="FILE", help="keep how the columns were read"
    )
    report = commands.add_parser("report", parents=[common], help="assess a register on a day")
    report.add_argument(
        "--lenient", action="store_true", help="assess what was understood, whatever was not"
    )
    report.add_argument("--on", required=True, metavar="DATE", help="YYYY-MM-DD")
    report.add_argument(
        "--using",
        action="extend",
        nargs="+",
        default=[],
        metavar="PACK",
        help="apply an example or illustration instead of the law on its subject",
    )
    report.add_argument(
        "--rules",
        action="extend",
        nargs="+",
        default=[],
        type=Path,
        metavar="FILE",
        help="add a rule pack: .toml or .json",
    )
    return parser


def _read(options: argparse.Namespace, parser: argparse.ArgumentParser) -> lkks.Reading:
    def given(name: str) -> Any:
        file = getattr(options, name)
        if file is None:
            return None
        try:
            return json.loads(file.read_bytes())
        except (OSError, ValueError) as error:
            parser.error(f"argument --{name}: {error}")

    body, mapping = given("body"), given("mapping")
    return lkks.read(options.file, body=body, mapping=mapping, joined=options.joined)


def _check(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    try:
        reading = _read(options, parser)
    except lkks.LkksError as error:
        return _refused(options, options.file, error)
    if options.save_mapping is not None:
        text = json.dumps(reading.mapping, indent=2, ensure_ascii=False)
        options.save_mapping.write_text(text + "\n", encoding="utf-8")
    if options.json:
        print(reading.to_json())
        return 1 if reading.has_errors else 0
    outcome = "refused" if reading.has_errors else "accepted"
    print(_TEXTS[options.lang][outcome].format(file=options.file))
    for number, problem in enumerate(reading.problems):
        if problem.sheet is None:
            print(f"  {problem.line_text(options.lang)}")
        else:
            print("\n" + reading.picture(number, options.lang, colour=sys.stdout.isatty()))
    return 1 if reading.has_errors else 0


def _report(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    # What is at fault, should something be.
    at_fault: object = options.file
    try:
        reading = _read(options, parser)
        register = reading.register if options.lenient else reading.into_register()
        if register is None:
            register = reading.into_register()
        if options.lenient and not options.json:
            for problem in reading.problems:
                print(f"  {problem.line_text(options.lang)}", file=sys.stderr)
        rules = lkks.RuleBook.indonesia()
        for file in options.rules:
            at_fault = file
            rules = _with_pack(rules, file, parser)
        for pack in options.using:
            at_fault = f"--using {pack}"
            rules = rules.using(pack)
        at_fault = f"--on {options.on}"
        with shown_progress() as progress:
            assessment = register.assess(rules, on=options.on, progress=progress)
    except lkks.LkksError as error:
        status = _refused(options, at_fault, error)
        return 2 if error.path == "on" else status
    print(assessment.to_json() if options.json else assessment.explain(options.lang))
    return 0


def _with_pack(
    rules: lkks.RuleBook, file: Path, parser: argparse.ArgumentParser
) -> lkks.RuleBook:
    try:
        content = file.read_bytes()
    except OSError as error:
        parser.error(f"argument --rules: {error}")
    return rules.with_pack(content) if file.suffix == ".json" else rules.with_toml(content)


def _refused(options: argparse.Namespace, at_fault: object, error: lkks.LkksError) -> int:
    if options.json:
        print(error.to_json())
        return 1
    print(_TEXTS[options.lang]["refused"].format(file=at_fault), file=sys.stderr)
    for line in error.describe(options.lang).split("\n"):
        print(f"  {line}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
