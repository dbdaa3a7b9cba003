"""Two names compared."""
from __future__ import annotations

import json
import os
from typing import Any, Optional

from . import _core as native
from ._records import Record


class Comparison(Record):
    """The score of two names and its working: left, right, schema, score, explanation, what_if ..."""

    __slots__ = ("_text",)

    def __init__(self, raw: "dict[str, Any]", text: str = "") -> None:
        super().__init__(raw)
        self._text = text

    @property
    def score(self) -> float:
        """0 to 1, four places."""
        return float(self._raw["score"])

    @property
    def explanation(self) -> Record:
        """pairs, unmatched_query, unmatched_listed, adjustments."""
        return self["explanation"]  # type: ignore[no-any-return]

    @property
    def what_if(self) -> "tuple[Record, ...]":
        """What would have changed the score: kind, subject, score, hit, words."""
        return self["what_if"]  # type: ignore[no-any-return]

    def json(self) -> str:
        """The canonical JSON (docs/compare.schema.json), as `tradewarden compare --json` prints it."""
        return self._text

    def __float__(self) -> float:
        return self.score

    def __reduce__(self) -> "tuple[Any, ...]":
        return (Comparison, (self._raw, self._text))

    def __repr__(self) -> str:
        pairs = ", ".join(f"{p.query} ~ {p.listed} ({p.reason})" for p in self.explanation.pairs)
        return (f"<Comparison {self.score:.4f}: {self._raw['left']!r} ~ {self._raw['right']!r}"
                + (f": {pairs}>" if pairs else ">"))


def compare(left: str, right: str, *, schema: Optional[str] = None, threshold: "float | str" = 0.8,
            name_pack: "Optional[str | os.PathLike[str]]" = None) -> Comparison:
    """How two names score, and why: the very score of screening.

    left is read as a query, right as a listed name. schema as in `Index.screen`. threshold: for what
    would change (`what_if`). Raises BadValueError.
    """
    pack = None if name_pack is None else os.fspath(name_pack)
    text = native.compare_json(left, right, schema, threshold, pack)
    return Comparison(json.loads(text), text)


def score(left: str, right: str, *, schema: Optional[str] = None) -> float:
    """The score of two names alone, 0 to 1; faster than `compare`."""
    return native.score(left, right, schema)
