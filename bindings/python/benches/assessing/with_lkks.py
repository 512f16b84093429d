"""lkks itself: one call for a table."""

from __future__ import annotations

from typing import Any

import lkks
import pyarrow as pa
from workloads import REASONS, SUBJECTS, VERDICT


class Contender:
    """The rules, made ready for one workload."""

    def __init__(self, workload: str, *, reasons: bool) -> None:
        rules = lkks.RuleBook.indonesia()
        self.rules = rules.using("ban-sm-sd") if workload == "school" else rules
        self.subject = SUBJECTS[workload]
        self.names = VERDICT[workload] + (REASONS if reasons else ())

    def prepare(self, table: pa.Table) -> pa.Table:
        """The table as it is."""
        return table

    def run(self, rows: pa.Table) -> pa.Table:
        """The answers."""
        return pa.table(lkks.assess(rows, self.rules, on="on", subject=self.subject))

    def answers(self, result: Any) -> pa.Table:
        """Those that are compared."""
        return result.select(list(self.names))
