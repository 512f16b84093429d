"""GoRules zen: one graph that decides for a list of rows at once, given as JSON.

That takes half the time of asking for every row. Its threads run beside each other.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import objects
import pyarrow as pa
import zen
import zen_graph

PART = 50


class Contender:
    """The graph, compiled for one workload."""

    def __init__(self, workload: str, *, reasons: bool) -> None:
        self.workload = workload
        graph = zen_graph.graph(workload, reasons=reasons)
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": {"rules": graph}}})

    def prepare(self, table: pa.Table) -> list[bytes]:
        """JSON of some rows each."""
        rows = objects.of(self.workload, table)
        parts = (rows[begin : begin + PART] for begin in range(0, len(rows), PART))
        return [json.dumps({"rows": part}).encode() for part in parts]

    def run(self, parts: list[bytes]) -> list[dict[str, Any]]:
        """The answers."""

        def of_part(part: bytes) -> list[dict[str, Any]]:
            return self.engine.evaluate("rules", part)["result"]["rows"]

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return [row for rows in pool.map(of_part, parts) for row in rows]
