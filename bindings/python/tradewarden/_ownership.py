"""Who is restricted because listed parties own it. All shares are exact."""
from __future__ import annotations

import json
import os
from typing import Any, Optional, Union

from . import _core as native
from ._bom import Words, _native, _Report, _words
from ._errors import UsageError
from ._index import Date, Index, Path


class OwnershipReport(_Report):
    """What `Ownership.assess` answers (docs/ownership.schema.json)."""

    __slots__ = ()

    def rows(self) -> "list[dict[str, Any]]":
        return [{
            "entity": r.entity, "name": r.name, "country": r.country, "regime": r.regime, "date": r.date,
            "verdict": r.verdict, "listed": r.listed, "kind": r.kind, "share": r.share.display,
            "share_low": r.share.low, "share_high": r.share.high, "owners": len(r.because),
            "lists": "; ".join(sorted({each.list for each in r.labels if each.list})),
        } for r in self["results"]]

    def __repr__(self) -> str:
        counts = "; ".join(f"{r.regime}: {r.restricted} restricted, {r.depends} depends" for r in self["regimes"])
        return f"<OwnershipReport {counts}>"


class Ownership:
    """Who owns how much of whom, from files of edges, parties and listed parties (docs/ownership.md).

        owners = tradewarden.Ownership.read("edges.csv", seeds="seeds.csv")
        owners.assess("us-ofac", date="2026-01-15").to_pandas()

    Every problem of every file is told at once, in `problems` of the error.
    """

    __slots__ = ("_core",)
    _core: native.Owners

    def __init__(self, core: native.Owners) -> None:
        self._core = core

    @classmethod
    def read(cls, edges: Path, *, parties: Optional[Path] = None, seeds: Optional[Path] = None) -> "Ownership":
        """Reads CSV files, or FollowTheMoney entities for `edges`.

        Raises MissingFileError, BadValueError and other Errors.
        """
        paths = [None if p is None else os.fspath(p) for p in (edges, parties, seeds)]
        if paths[0] is None:
            raise UsageError("edges are needed")
        return cls(native.Owners.read(str(paths[0]), *paths[1:]))

    @classmethod
    def read_texts(cls, edges: str, *, parties: str = "", seeds: str = "") -> "Ownership":
        """The same from the contents of such files."""
        texts = [(what, what, text) for what, text in
                 (("edges", edges), ("parties", parties), ("seeds", seeds)) if text or what == "edges"]
        return cls(native.Owners.read_texts(texts))

    @property
    def notes(self) -> "tuple[str, ...]":
        """What was assumed of the files."""
        return tuple(self._core.notes())

    def assess(
        self,
        regimes: Words,
        *,
        date: Optional[Date] = None,
        entities: Words = (),
        changes: Words = (),
        index: Optional[Index] = None,
        threshold: "Optional[Union[float, str]]" = None,
        limit: int = 1000,
    ) -> OwnershipReport:
        """Who is restricted under the rules of each regime ("us-ofac", "us-bis-affiliates", "eu", "uk",
        "ca") on a day, with the proof. entities: ids; without them all that are restricted or depend, at most
        `limit`. changes: "OWNER,OWNED,SHARE", tried out: `moved` says what moves. index: parties that are possible matches
        of its entries count as listed, beside the seeds. Never a clearance: what the edges do not say was not
        seen.

        Raises UsageError (a regime), NotFoundError (a party), BadValueError (a change).
        """
        text = self._core.assess_json(_words(regimes), _words(entities), _words(changes), date, limit,
                                      _native(index), threshold)
        return OwnershipReport(json.loads(text), text)

    def __repr__(self) -> str:
        parties, edges, seeds = self._core.counts()
        return f"<Ownership: {parties:,} parties, {edges:,} edges, {seeds:,} seeds>"
