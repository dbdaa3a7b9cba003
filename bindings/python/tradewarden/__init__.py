"""Denied-party screening and component origin, offline, dated and explained.

    import tradewarden
    index = tradewarden.Index.sample()
    for hit in index.screen("ZTE Kangxun", as_of="2018-05-01"):
        print(hit.score, hit.list, hit.status, hit.matched_name)

A hit is a *possible match*, to be looked at by a person; no hit is not a clearance. Dates are
`datetime.date` or "YYYY-MM-DD"; scores are from 0 to 1 with four places; shares and amounts of bills are
exact fractions. Every error is a `tradewarden.Error`.

An Index, a Bom and a Rules never change: any number of threads may use one at once, and a call lets
other threads of Python run. Calls of one Store take turns.
"""
from __future__ import annotations

try:
    from . import _core
except ImportError as problem:
    raise ImportError(
        "tradewarden's extension module (tradewarden._core) does not load: "
        f"{problem}. Install a wheel for this Python, or run `pip install .` in the source tree; a "
        "folder of the sources on sys.path is not enough, and there is no slower version to fall "
        "back on."
    ) from problem

from ._answer import Answer, Decision, Evidence, Hit
from ._bom import (
    Bom,
    CutoffReport,
    OriginReport,
    OriginResult,
    ShareReport,
    WhatifReport,
)
from ._compare import Comparison, compare, score
from ._errors import (
    BadIndexError,
    BadValueError,
    BillError,
    ConflictError,
    DataFormatError,
    Error,
    LimitError,
    MissingFileError,
    NotFoundError,
    NotScreenedWarning,
    QuarantinedWarning,
    RejectedRowsWarning,
    UsageError,
)
from ._index import Index
from ._ownership import Ownership, OwnershipReport
from ._records import Amount, ExactShare, Record, Threshold
from ._rules import Rules
from ._store import Alert, Rescreening, Snapshot, Store
from ._table import HitTable

__version__: str = _core.__version__

__all__ = [
    "Alert", "Amount", "Answer", "BadIndexError", "BadValueError", "BillError", "Bom", "Comparison",
    "ConflictError", "CutoffReport", "DataFormatError", "Decision", "Error", "Evidence", "ExactShare", "Hit",
    "HitTable", "Index", "LimitError", "MissingFileError", "NotFoundError", "NotScreenedWarning",
    "OriginReport", "OriginResult", "Ownership", "OwnershipReport", "QuarantinedWarning", "Record",
    "RejectedRowsWarning", "Rescreening", "Rules", "ShareReport", "Snapshot", "Store", "Threshold", "UsageError",
    "WhatifReport", "compare", "score", "version",
]


def version() -> str:
    """The version of the library that answers, such as "0.1.0"."""
    return __version__
