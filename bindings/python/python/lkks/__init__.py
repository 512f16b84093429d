"""Registers of Indonesian social welfare coordinating bodies (LKKS), assessed on any date.

>>> import lkks
>>> register = lkks.Register.from_dict({
...     "body": {"name": "LKKS Contoh", "level": "regency"},
...     "organisations": [{
...         "id": "LKS-001",
...         "name": "Yayasan Contoh",
...         "accreditations": [{"decided": "2021-04-09", "grade": "B"}],
...     }],
... })
>>> verdict = register.assess(on="2024-04-08")["LKS-001"]
>>> verdict.accreditation.standing.last_day
datetime.date(2024, 4, 8)

Everything is a pure function of a register, a rule book and a day: no clock is read, and the same
input gives the same bytes in Rust, Python and JavaScript. What the answers are made of is in
`lkks.types`, why an input was refused in `lkks.errors`.
"""

from . import _lkks, errors, types
from ._lkks import (
    AssessedStream,
    AssessedTable,
    Assessment,
    Reading,
    Register,
    RegisterOn,
    RuleBook,
    Verdict,
    Written,
    assess,
    read,
    recompute_receipt,
    simulate,
    template,
    verify_receipt,
    version,
)
from .errors import InputError, LkksError, RuleError
from .types import Finding, Judgement, Problem, Simulation, Standing, Summary

__all__ = [
    "AssessedStream",
    "AssessedTable",
    "Assessment",
    "Finding",
    "InputError",
    "Judgement",
    "LkksError",
    "Problem",
    "Reading",
    "Register",
    "RegisterOn",
    "RuleBook",
    "RuleError",
    "Simulation",
    "Standing",
    "Summary",
    "Verdict",
    "Written",
    "__version__",
    "assess",
    "errors",
    "read",
    "recompute_receipt",
    "simulate",
    "template",
    "types",
    "verify_receipt",
    "version",
]

__version__: str = version()

if _lkks.is_debug_build():
    import warnings

    warnings.warn(
        "this build of lkks is one for debugging and many times slower; "
        "`maturin build --release` makes one for use",
        RuntimeWarning,
        stacklevel=2,
    )
