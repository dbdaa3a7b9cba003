"""An answer to one question, and its hits."""
from __future__ import annotations

import datetime
from typing import Any, Iterator, Optional, Sequence, overload

from . import _core as native
from ._records import Record, value_of


class Evidence(Record):
    """A fact of the query beside the entry: kind, state ("confirms", "contradicts", "partial",
    "absent"), query, listed, how."""

    __slots__ = ()


class Decision(Record):
    """What people decided of a customer and an entry (docs/decision.schema.json): id, customer, list,
    source_id, reason, who, approved_by, expires, state ("in_force", "awaiting_approval", "withdrawn",
    "expired", "customer_changed", "entry_changed")."""

    __slots__ = ("_text",)

    def __init__(self, raw: "dict[str, Any]", text: str = "") -> None:
        super().__init__(raw)
        self._text = text

    @property
    def expires(self) -> Optional[datetime.date]:
        """The first day on which it no longer holds."""
        return value_of("date", self._raw["expires"])  # type: ignore[no-any-return]

    @property
    def in_force(self) -> bool:
        """Whether it sets the hit aside."""
        return bool(self._raw["state"] == "in_force")

    def json(self) -> str:
        """The line of `tradewarden decisions export`; empty for a hit's, which has only a part."""
        return self._text

    def __reduce__(self) -> "tuple[Any, ...]":
        return (Decision, (self._raw, self._text))


class Hit:
    """A possible match. Attributes are named as in the JSON (docs/answer.schema.json)."""

    __slots__ = ("_answer", "_position", "_row")

    def __init__(self, answer: "Answer", position: int) -> None:
        self._answer = answer
        self._position = position
        self._row: "tuple[Any, ...]" = answer._core.row(position)

    @property
    def rank(self) -> int:
        """From 1."""
        return int(self._row[0])

    @property
    def score(self) -> Optional[float]:
        """Of the name alone, 0 to 1, four places; None if only a number was asked for."""
        return self._row[1]  # type: ignore[no-any-return]

    @property
    def rank_score(self) -> Optional[float]:
        """The score, less what contradictions take off under contradiction="lower"."""
        return self._row[2]  # type: ignore[no-any-return]

    @property
    def found_by(self) -> str:
        """What brought the party up: "name", "identifier" or "name_and_identifier"."""
        return str(self._row[3])

    @property
    def list(self) -> str:
        """Code of the list, such as "US-DPL"."""
        return str(self._row[4])

    @property
    def list_name(self) -> str:
        """The list in words."""
        return str(self._row[5])

    @property
    def source_id(self) -> str:
        """The party's id in its list."""
        return str(self._row[6])

    @property
    def party(self) -> str:
        """The party's primary name, whichever of its names matched."""
        return str(self._row[7])

    @property
    def matched_name(self) -> str:
        """The name that scored, as listed."""
        return str(self._row[8])

    @property
    def name_kind(self) -> str:
        """"primary", "a.k.a.", "f.k.a." or "n.k.a."."""
        return str(self._row[9])

    @property
    def strength(self) -> str:
        """"strong" or "weak"."""
        return str(self._row[10])

    @property
    def weak_reason(self) -> Optional[str]:
        """What let a weak alias through."""
        return self._row[11]  # type: ignore[no-any-return]

    @property
    def schema(self) -> str:
        """Kind of the party, by the list: "person", "company" ..."""
        return str(self._row[12])

    @property
    def status(self) -> str:
        """"listed", "denied", "suspended_order", "unknown_on_date", "lifted" or "expired"."""
        return str(self._row[13])

    @property
    def from_(self) -> Optional[datetime.date]:
        """First day of the status, if the list gives one (the key `from`)."""
        return self._row[14]  # type: ignore[no-any-return]

    @property
    def until(self) -> Optional[datetime.date]:
        """First day on which it no longer holds, if known."""
        return self._row[15]  # type: ignore[no-any-return]

    @property
    def status_words(self) -> str:
        """"denied since 2018-04-15, until 2018-07-13"."""
        return str(self._row[16])

    @property
    def evidence(self) -> "tuple[Evidence, ...]":
        """What each fact of the query says of the entry."""
        return self._more("evidence")  # type: ignore[no-any-return]

    @property
    def citations(self) -> "tuple[str, ...]":
        """Of the entry: Federal Register, official journals."""
        return self._more("citations")  # type: ignore[no-any-return]

    @property
    def programmes(self) -> "tuple[str, ...]":
        """Sanctions programmes."""
        return self._more("programmes")  # type: ignore[no-any-return]

    @property
    def measures(self) -> "tuple[Record, ...]":
        """In force on the day: kind, from_, until, published, citations, note, verified."""
        return self._more("measures")  # type: ignore[no-any-return]

    @property
    def overlays(self) -> "tuple[Record, ...]":
        """Licences, authorisations and settlements in force on the day."""
        return self._more("overlays")  # type: ignore[no-any-return]

    @property
    def explanation(self) -> Record:
        """The working of the score: pairs, unmatched_query, unmatched_listed, adjustments."""
        return self._more("explanation")  # type: ignore[no-any-return]

    @property
    def same_party(self) -> Optional[Record]:
        """Other hits that are the same party: first_rank, which all of them share, and links with
        rank, list, source_id, evidence (docs/same-party.md); None if there is none."""
        return self._more("same_party")  # type: ignore[no-any-return]

    @property
    def decision(self) -> Optional[Decision]:
        """What was decided of this hit, as `Store.screen` found it; None if nothing was."""
        return self._more("decision")  # type: ignore[no-any-return]

    @property
    def is_set_aside(self) -> bool:
        """Whether a decision in force sets it aside; it stays in its place."""
        return self.decision is not None and self.decision.in_force

    @property
    def entry(self) -> Record:
        """The rest of the entry: names, addresses, birth_dates, identifiers, remarks ..."""
        return self._more("entry")  # type: ignore[no-any-return]

    def __getattr__(self, name: str) -> Any:
        # All other keys of the JSON: sources, footnotes, licence_requirement, review ...
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._more(name)
        except KeyError:
            raise AttributeError(f"a hit has no attribute {name!r}") from None

    def __getitem__(self, key: str) -> Any:
        """By the key of the JSON: hit["from"]."""
        return getattr(self, "from_" if key == "from" else key)

    def _more(self, key: str) -> Any:
        raw = self._answer._data()["hits"][self._position]
        return value_of(key, raw[key], _KINDS.get(key))

    def to_dict(self) -> "dict[str, Any]":
        """This hit as in the JSON; a copy."""
        import copy

        out: "dict[str, Any]" = copy.deepcopy(self._answer._data()["hits"][self._position])
        return out

    def explain(self) -> str:
        """Why it is a hit, what speaks against it, and what would have changed it: lines to read."""
        return self._answer._core.explain(self._position)

    def __repr__(self) -> str:
        score = "-" if self.score is None else f"{self.score:.4f}"
        alias = "" if self.party == self.matched_name else f" ({self.party})"
        return f"<Hit {self.rank}: {score} {self.list} {self.matched_name!r}{alias}, {self.status_words}>"

    def _repr_html_(self) -> str:
        return _table([self])


_KINDS: "dict[str, Any]" = {"evidence": Evidence, "decision": Decision}


class Answer(Sequence[Hit]):
    """The hits of one question, best first; a sequence of Hit.

    Empty means: no possible match in these lists at this threshold on this day, which is no
    clearance; unless `screened` is False: then nothing was looked for.
    """

    __slots__ = ("_core", "_hits", "_json")

    def __init__(self, core: "native.Answer") -> None:
        self._core = core
        self._hits: "Optional[list[Hit]]" = None
        self._json: "Optional[dict[str, Any]]" = None

    @property
    def hits(self) -> "list[Hit]":
        """The same as list(answer)."""
        if self._hits is None:
            self._hits = [Hit(self, i) for i in range(len(self._core))]
        return self._hits

    @property
    def screened(self) -> bool:
        """Whether anything was looked for."""
        return self._core.screened()

    @property
    def problem(self) -> str:
        """"none", "empty", "single_letter", "only_common", "damaged_index" or "no_name"."""
        return self._core.problem()

    @property
    def more(self) -> int:
        """Parties at or above the threshold beyond the limit."""
        return self._core.more()

    @property
    def more_is_exact(self) -> bool:
        """False: `more` is the least there are (count_all=False)."""
        return self._core.more_is_exact()

    @property
    def as_of(self) -> datetime.date:
        """The day answered for."""
        return self._core.as_of()

    @property
    def notes(self) -> "tuple[str, ...]":
        """What was assumed or not understood, one sentence each."""
        return tuple(self._data()["notes"])

    def json(self) -> str:
        """The audit record: the canonical JSON (docs/answer.schema.json), byte for byte the line
        that `tradewarden screen --json` prints, without its line end."""
        return self._core.json()

    def to_dict(self) -> "dict[str, Any]":
        """The audit record as dicts and lists; a copy."""
        import copy

        return copy.deepcopy(self._data())

    def to_pandas(self) -> Any:
        """The hits as a pandas.DataFrame, without the long keys."""
        import pandas

        keys = [k for k in _COLUMNS]
        return pandas.DataFrame({k: [h[k] for h in self.hits] for k in keys}, columns=keys)

    def _data(self) -> "dict[str, Any]":
        if self._json is None:
            import json

            self._json = json.loads(self._core.json())
        return self._json

    def __getattr__(self, name: str) -> Any:
        # All other keys of the JSON: lists_checked, not_checked, answer_id, engine_version ...
        if name.startswith("_"):
            raise AttributeError(name)
        data = self._data()
        if name not in data:
            raise AttributeError(f"an answer has no attribute {name!r}")
        return value_of(name, data[name])

    def __len__(self) -> int:
        return len(self._core)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> "list[Hit]": ...
    def __getitem__(self, at: "int | slice") -> "Hit | list[Hit]":
        return self.hits[at]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __repr__(self) -> str:
        if not self.screened:
            return f"<Answer: nothing was screened ({self.problem})>"
        count = len(self)
        head = f"{count} possible match{'' if count == 1 else 'es'} for {self._core.name()!r}"
        if self.more:
            head += f", {'' if self.more_is_exact else 'at least '}{self.more} more"
        lines = "".join(f"\n  {hit!r}" for hit in self.hits)
        return f"<Answer: {head} on {self.as_of}{':' if lines else ''}{lines}>"

    def _repr_html_(self) -> str:
        import html

        head = html.escape(repr(self).split("\n")[0].strip("<>:"))
        return f"<p>{head}</p>" + (_table(self.hits) if len(self) else "")


_COLUMNS = ("rank", "score", "list", "source_id", "party", "matched_name", "status", "from", "until",
            "schema", "found_by", "strength")


def _table(hits: "Sequence[Hit]") -> str:
    import html

    titles = ("#", "score", "list", "name", "party", "status", "schema")
    head = "".join(f"<th>{t}</th>" for t in titles)
    rows = ""
    for h in hits:
        score = "" if h.score is None else f"{h.score:.4f}"
        cells = (h.rank, score, h.list, h.matched_name, h.party, h.status_words, h.schema)
        rows += "<tr>" + "".join(f"<td>{html.escape(str(c))}</td>" for c in cells) + "</tr>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
