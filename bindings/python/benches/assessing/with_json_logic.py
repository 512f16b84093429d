"""JSONLogic by datalogic, the engine in Rust, on objects that it has parsed before.

Answers stay the JSON texts that it gives. Its threads run beside each other.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import datalogic_py
import json_logic
import objects
import pyarrow as pa

PART = 1_000


class Contender:
    """The rule, compiled for one workload."""

    def __init__(self, workload: str, *, reasons: bool) -> None:
        self.workload = workload
        self.engine = datalogic_py.Engine(templating=True)
        first, *others = json_logic.STAGES[workload](reasons=reasons)
        # The way of JSONLogic to give a name to what was worked out: a list of one.
        rule: Any = [first]
        for stage in others:
            rule = {"map": [rule, stage]}
        self.rule = self.engine.compile(rule)

    def prepare(self, table: pa.Table) -> list[list[Any]]:
        """Objects that are parsed, in parts."""
        texts = (json.dumps(row) for row in objects.of(self.workload, table))
        handles = [datalogic_py.DataHandle(text) for text in texts]
        return [handles[begin : begin + PART] for begin in range(0, len(handles), PART)]

    def run(self, parts: list[list[Any]]) -> list[list[str]]:
        """The answers."""

        def of_part(part: list[Any]) -> list[str]:
            return self.engine.session().evaluate_batch(self.rule, part)

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(of_part, parts))

    def answers(self, result: list[list[str]]) -> list[dict[str, Any]]:
        """The answers as objects."""
        return [json.loads(answer)[0] for part in result for answer in part]
