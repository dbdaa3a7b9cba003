"""A store of list snapshots, the decisions of people, and the audit trail: one file."""
from __future__ import annotations

import datetime
import json
import os
import warnings
from typing import Any, Iterable, Iterator, Optional, Sequence, Union, overload

from . import _core as native
from . import _errors, _table
from ._answer import Answer, Decision, Hit
from ._errors import Error, NotScreenedWarning, QuarantinedWarning, RejectedRowsWarning, usage
from ._index import Date, Index, Path, _told
from ._records import Record

_ACCESS = {"read": 0, "write": 1, "create": 2}
_COLUMNS = ("id", "name", "schema", "country", "birth_date", "identifier", "identifier_type",
            "nationality", "gender", "imo")


class Snapshot(Record):
    """A publication as of one day: snapshot (its number), publication, format, published, imported,
    state ("good" or "quarantined"), reason, source, sha256, counts, lists, files, warnings."""

    __slots__ = ("diagnostics",)
    diagnostics: "tuple[Record, ...]"

    def __init__(self, raw: "dict[str, Any]", diagnostics: "tuple[Record, ...]" = ()) -> None:
        super().__init__(raw)
        self.diagnostics = diagnostics

    @property
    def id(self) -> int:
        """Its number in the store (the key `snapshot`); never used twice."""
        return int(self._raw["snapshot"])

    @property
    def good(self) -> bool:
        """Whether it serves; else it waits in quarantine, for the `reason`."""
        return bool(self._raw["state"] == "good")


class Alert(Record):
    """One customer and one entry that reach the threshold: alert_id, news ("opened", "changed",
    "unchanged", "closed"), customer, customer_name, list, source_id, entry_name, matched_name, score,
    status, from_, until, opened, decision (or None)."""

    __slots__ = ()

    @property
    def opened(self) -> datetime.date:
        """The day of the run that opened it."""
        return datetime.date.fromisoformat(self._raw["opened"])

    @property
    def is_set_aside(self) -> bool:
        """Whether a decision in force sets it aside."""
        decided = self._raw["decision"]
        return decided is not None and bool(decided["state"] == "in_force")


class Rescreening(Sequence[Alert]):
    """What a rescreening found: the alerts that stand, by customer, list and source id."""

    __slots__ = ("_alerts", "closed", "figures")
    closed: "tuple[Alert, ...]"
    figures: Record

    def __init__(self, alerts: "list[Alert]", closed: "tuple[Alert, ...]", figures: Record) -> None:
        self._alerts = alerts
        self.closed = closed
        self.figures = figures

    @property
    def news(self) -> "list[Alert]":
        """Alerts that were opened or have changed since the last run, then those that are closed."""
        return [a for a in self._alerts if a.news != "unchanged"] + list(self.closed)

    @property
    def open(self) -> "list[Alert]":
        """Alerts that no decision sets aside."""
        return [a for a in self._alerts if not a.is_set_aside]

    @property
    def full_because(self) -> Optional[str]:
        """Why everything was screened; None if only what had changed was."""
        return self.figures["full_because"]  # type: ignore[no-any-return]

    def to_pandas(self) -> Any:
        """The alerts that stand, then those that are closed, as a pandas.DataFrame."""
        import pandas

        return pandas.DataFrame([a.to_dict() for a in [*self._alerts, *self.closed]])

    def __len__(self) -> int:
        return len(self._alerts)

    @overload
    def __getitem__(self, at: int) -> Alert: ...
    @overload
    def __getitem__(self, at: slice) -> "list[Alert]": ...
    def __getitem__(self, at: "int | slice") -> "Alert | list[Alert]":
        return self._alerts[at]

    def __iter__(self) -> Iterator[Alert]:
        return iter(self._alerts)

    def __repr__(self) -> str:
        return (f"<Rescreening: {self.figures.customers:,} customers, {len(self):,} alerts, "
                f"{len(self.open):,} open, {len(self.closed):,} closed>")


class Store:
    """A file that keeps every publication of a list under its day, what people decide of hits, and the
    answers that were given (docs/lists.md, docs/decisions.md, docs/audit-trail.md).

    Made by `Store.open` or `Store.create`; `with` closes it. Any thread may use it: calls take turns,
    and while one waits or works, other threads of Python run. It cannot be pickled: another process
    opens the file itself; any number may have it open, and writers wait for each other.
    """

    __slots__ = ("_core", "_path", "__weakref__")
    _core: native.Store
    _path: str

    def __init__(self) -> None:
        raise TypeError("Store.open(path) or Store.create(path) makes a store")

    @classmethod
    def _of(cls, path: Path, access: str) -> "Store":
        self = object.__new__(cls)
        self._path = os.path.abspath(os.fspath(path))
        self._core = native.Store.open(self._path, _ACCESS[access])
        return self

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """Opens a store that exists. Raises MissingFileError, DataFormatError (no store),
        BadIndexError (of a newer engine)."""
        return cls._of(path, "read" if read_only else "write")

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Opens a store, and makes it if there is none."""
        return cls._of(path, "create")

    # Lists.

    def add(self, source: Path, *, published: Optional[Date] = None,
            require_digest: Optional[str] = None, max_shrink: Optional[float] = None,
            max_rejected: Optional[float] = None, called: Optional[str] = None) -> Snapshot:
        """Reads a list as published ("[FORMAT:]PATH[@YYYY-MM-DD]") and keeps it, all or nothing.

        published: the day of publication, if neither the source nor the file names it; never a
        file's time. require_digest: the SHA-256 that the snapshot must have. max_shrink: the share by
        which parties or names may be fewer than in the snapshot before (0.1); max_rejected: the share
        of rows that may be unreadable (0.01). called: what to call the source, if not its path.

        What cannot be read, has shrunk or does not add up is kept in quarantine, and the last good one
        keeps serving: the snapshot's `state` and `reason` say so, and a QuarantinedWarning. Rows that
        could not be read stand in `diagnostics`. `already_there`: the same files of the same day were
        in the store. Raises MissingFileError, UsageError (no day), ConflictError (another digest).
        """
        text, said = self._core.add(os.fspath(source), published, require_digest, max_shrink,
                                    max_rejected, called)
        names = ("severity", "file", "line", "field", "message")
        diagnostics = tuple(Record(dict(zip(names, d))) for d in said)
        out = Snapshot(json.loads(text)["imports"][0], diagnostics)
        if not out.good:
            warnings.warn(f"snapshot {out.id} is in quarantine: {out.reason}; the last good one keeps "
                          "serving", QuarantinedWarning, stacklevel=2)
        return out

    def snapshots(self) -> "list[Snapshot]":
        """All, by publication, day and number."""
        return _snapshots(self._core.snapshots())

    def newest(self, as_of: Optional[Date] = None) -> "list[Snapshot]":
        """The newest good snapshot of each publication, of that day or before it."""
        return _snapshots(self._core.newest(as_of))

    def find(self, snapshot: "int | str | Snapshot") -> Snapshot:
        """One by its number, the first six or more digits of its digest, or FORMAT@YYYY-MM-DD.
        Raises NotFoundError, ConflictError (several)."""
        return _snapshots(self._core.find(_reference(snapshot)))[0]

    def release(self, snapshot: "int | str | Snapshot", *, reason: str, who: str) -> None:
        """Takes a snapshot out of quarantine, for a reason that is kept. Raises ConflictError (it is
        not there), DataFormatError (it cannot be read)."""
        self._core.change_state(True, _reference(snapshot), reason, who)

    def quarantine(self, snapshot: "int | str | Snapshot", *, reason: str, who: str) -> None:
        """Keeps a snapshot from serving. Raises ConflictError (it is there already)."""
        self._core.change_state(False, _reference(snapshot), reason, who)

    def extract(self, snapshot: "int | str | Snapshot", folder: Path) -> None:
        """Writes the original files into a folder, which is made."""
        self._core.extract(_reference(snapshot), os.fspath(folder))

    def diff(self, before: "int | str | Snapshot", after: "int | str | Snapshot") -> Record:
        """What changed between two snapshots: counts, and entries with `change`, `name`, `fields`,
        `names_added` (docs/lists.schema.json)."""
        return Record(json.loads(self._core.diff(_reference(before), _reference(after))))

    def status(self, *, as_of: Optional[Date] = None, max_age: Optional[int] = None,
               most_dates: int = 10) -> Record:
        """What serves and its age in days, what waits in quarantine, the next dates; `stale` if a
        publication is older than max_age days (docs/lists.schema.json)."""
        return Record(json.loads(self._core.status(as_of, max_age, most_dates)))

    def next_dates(self, after: Optional[Date] = None, *, most: int = 10) -> "list[Record]":
        """Days after `after` (today) on which denial orders, listings, licences or rules end or begin
        by themselves: on, kind, list, source_id, name; the earliest first."""
        return list(self.status(as_of=after, most_dates=most).next_dates)

    def build_index(self, out: Optional[Path] = None, *, history: bool = False,
                    as_of: Optional[Date] = None,
                    snapshots: "Iterable[int | Snapshot]" = (),
                    name_pack: Optional[Path] = None) -> Index:
        """An index of the newest good snapshot of each publication; written to `out`, or in memory.

        history: of all snapshots, so that a past day is answered by the list of that day. as_of:
        nothing published after that day. snapshots: these alone, good or not. The audit trail
        remembers what it was made of, so that answers can be replayed without the file.

        Raises DataFormatError (no good snapshot), BadIndexError (kept bytes are not what they were).
        """
        pack = None if name_pack is None else os.path.abspath(os.fspath(name_pack))
        path = None if out is None else os.path.abspath(os.fspath(out))
        only = [int(_reference(s)) for s in snapshots]
        data, forgotten, said = self._core.build_index(path, history, as_of, only, pack)
        if forgotten is not None:
            warnings.warn("the store does not remember this index, so that its answers need the file to "
                          f"be replayed: {forgotten}", UserWarning, stacklevel=2)
        names = ("severity", "file", "line", "field", "message")
        diagnostics = tuple(Record(dict(zip(names, d))) for d in said)
        core = (native.Index.from_bytes(data, pack) if path is None
                else native.Index.open(path, False, pack))
        return Index._of(core, path, False, pack, diagnostics)

    def verify(self) -> "list[Error]":
        """Everything that is wrong with the file: pages, references, every list's bytes against its
        digest. Empty if all is well."""
        return [_errors.made([row]) for row in self._core.verify()]

    def backup(self, to: Path) -> None:
        """One consistent copy, whatever is written meanwhile. Raises UsageError if `to` is there."""
        self._core.backup(os.path.abspath(os.fspath(to)))

    # Decisions and the audit trail.

    def screen(
        self,
        index: Index,
        name: str = "",
        *,
        customer: Optional[str] = None,
        schema: Optional[str] = None,
        country: Optional[str] = None,
        birth_date: Optional[Date] = None,
        identifier: Optional[str] = None,
        identifier_type: Optional[str] = None,
        nationality: Optional[str] = None,
        gender: Optional[str] = None,
        imo: Optional[str] = None,
        as_of: Optional[Date] = None,
        threshold: "float | str" = 0.8,
        limit: int = 10,
        weak: str = "confirm",
        contradiction: str = "keep",
        contradiction_by: "Optional[str | Sequence[str]]" = None,
        include_ended: bool = False,
        count_all: bool = True,
        explain: bool = False,
    ) -> Answer:
        """As `Index.screen`, with what was decided for the customer (its id): `hit.decision`,
        `hit.is_set_aside`. A hit that is set aside stays in its place and does not count for the limit.

        The answer is kept in the audit trail first, under `answer.answer_id`: what cannot be kept is not
        given out (Error). Decisions are those of when the store was opened, of its own calls, and of the
        last `decisions()`.
        """
        if name is None:
            raise TypeError("name: str expected, not None")
        core = self._core.screen(
            index._core,
            (name, schema, country, birth_date, identifier, identifier_type, nationality, gender,
             imo, customer),
            (as_of, threshold, limit, weak, contradiction, contradiction_by, include_ended,
             count_all, explain))
        return _told(core)

    def decide(self, answer: "Answer | str", hit: "Hit | int | str", *, reason: str, who: str,
               approved_by: Optional[str] = None, expires: Optional[Date] = None) -> Decision:
        """Decides that a hit is not the customer: for this customer and this entry, as both are.

        answer: one that `screen` gave for a customer, or its id. hit: of that answer, its rank, or
        "LIST:SOURCE_ID". It sets nothing aside before a second person has approved it: approved_by, or
        `approve`. expires: the first day on which it no longer holds.

        Raises NotFoundError, DataFormatError (no customer, reason or person), ConflictError (one
        person twice).
        """
        which = answer if isinstance(answer, str) else str(answer.answer_id)
        if isinstance(hit, Hit):
            hit = f"{hit.list}:{hit.source_id}"
        return _decision(self._core.decide(which, str(hit), reason, who, approved_by, expires))

    def approve(self, decision: "Decision | str", *, who: str) -> Decision:
        """Approves it, as a second person. `decision`: or its id, or the first digits of it. Raises
        NotFoundError, ConflictError (approved, withdrawn, or the same person)."""
        return _decision(self._core.approve(_id(decision), who))

    def withdraw(self, decision: "Decision | str", *, who: str, reason: str) -> Decision:
        """Ends it, for a reason that is kept. Raises NotFoundError, ConflictError."""
        return _decision(self._core.withdraw(_id(decision), who, reason))

    def decisions(self, customer: Optional[str] = None, *,
                  as_of: Optional[Date] = None) -> "list[Decision]":
        """All, or those of a customer, in the order in which they were made, read again from the file;
        `state` on a day (today) as if customer and entry were as they were."""
        return [_decision(row) for row in self._core.decisions(customer, as_of)]

    def import_decisions(self, decisions: "Iterable[Decision] | str") -> int:
        """Takes over decisions of another store, or lines that `tradewarden decisions export` wrote:
        what is here stays, approvals and withdrawals are carried over. Returns how many are new.
        Raises the first Error, with all in `problems`, after the others are in."""
        lines = (decisions if isinstance(decisions, str) else
                 "".join(d.json() + "\n" for d in decisions))
        added, problems = self._core.import_decisions(lines)
        if problems:
            raise _errors.made(problems)
        return added

    def answers(self) -> "list[Record]":
        """The answers that are kept: record, at, answer_id, body."""
        return [Record(json.loads(line)) for line in self._core.answers()]

    def replay(self, answer: "Answer | str", *, index: Optional[Index] = None) -> str:
        """The JSON of an answer, byte for byte as it was given, by its id or the first six or more
        digits of it. Without `index` it is the sample, or built again from the snapshots. Raises
        NotFoundError, ConflictError, which names all that lacks."""
        which = answer if isinstance(answer, str) else str(answer.answer_id)
        return self._core.replay(which, None if index is None else index._core)

    def verify_trail(self, head: Optional[str] = None) -> Record:
        """Works every digest of the audit trail out again: records, head, broken (None, or the first
        record that is not as it was, and what is wrong with it). Note the head elsewhere and give it
        next time: a trail whose end was cut off is whole in itself."""
        return Record(json.loads(self._core.verify_trail(head)))

    # Rescreening.

    def rescreen(
        self,
        index: Index,
        customers: Any,
        *,
        id: str = "id",
        name: Optional[str] = None,
        portfolio: str = "default",
        as_of: Optional[Date] = None,
        threshold: "float | str" = 0.8,
        weak: str = "confirm",
        contradiction: str = "keep",
        contradiction_by: "Optional[str | Sequence[str]]" = None,
        include_ended: bool = False,
        threads: int = 0,
        full: bool = False,
        max_shrink: Optional[float] = None,
        **columns: str,
    ) -> Rescreening:
        """Screens a portfolio of customers, and from the second run on only what has changed: the
        alerts are those that screening everything would give (docs/alerts.md).

        customers: all of them, as a table (as of `Index.screen_table`) or as dicts, one a customer,
        with an id of its own. id, name, and schema=, country=, birth_date= ... are the names of its
        columns; without any but id, columns named like the fields are taken. portfolio: a name, where
        there are several. full: screen everything anew. Other options as of `Index.screen`.

        A customer that is not in the table is gone, and its alerts are closed. So a row that cannot be
        read (DataFormatError, BadValueError), one without an id, or two of one id (ConflictError)
        end the run, and nothing is kept; so does a table without rows, or one that lacks more than ten
        customers of the last run and more than the share max_shrink (0.1) of them (DataFormatError). Facts that cannot be used, and
        customers with nothing to screen, are counted by a NotScreenedWarning.
        """
        if not isinstance(customers, dict) and _table._kind(customers) == "" and not hasattr(
                customers, "__arrow_c_stream__") and not hasattr(customers, "__arrow_c_array__"):
            customers = _columns_of(list(customers))
        given = {"id": id, **({} if name is None else {"name": name}), **columns}
        unknown = sorted(set(given) - set(_COLUMNS))
        if unknown:
            raise TypeError(f"rescreen() has no option {unknown[0]!r}")
        if len(given) == 1:
            given = {"id": id, **{c: c for c in _names_of(customers) if c in _COLUMNS and c != "id"}}
        options = (as_of, threshold, None, weak, contradiction, contradiction_by, include_ended, True,
                   False)
        fields = list(given.items())
        source, _ = _table.source_of(customers, fields)
        if self._core.closed():
            raise usage("the store is closed", "store")
        alerts, closed, figures = native.rescreen_table(
            self._path, portfolio, index._core, source, fields, options, threads, full,
            max_shrink)
        out = Rescreening([Alert(json.loads(a)) for a in alerts],
                          tuple(Alert(json.loads(a)) for a in closed), Record(figures))
        if figures["unscreened"] or figures["unusable"]:
            warnings.warn(f"{figures['unscreened']:,} customers hold no letter or digit in the name and "
                          f"no number: nothing was screened for them; {figures['unusable']:,} have a fact "
                          "that cannot be used", NotScreenedWarning, stacklevel=2)
        return out

    @property
    def path(self) -> str:
        """Of the file, absolute."""
        return self._path

    def close(self) -> None:
        """Closes the file; any call after that is a UsageError. Closing twice does nothing."""
        self._core.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {self._path}{', closed' if self._core.closed() else ''}>"

    def __reduce__(self) -> "tuple[Any, ...]":
        raise TypeError("a store cannot be pickled: open it in the process that uses it")


def _snapshots(text: str) -> "list[Snapshot]":
    return [Snapshot(raw) for raw in json.loads(text)["snapshots"]]


def _reference(snapshot: "Union[int, str, Snapshot]") -> str:
    return str(snapshot.id if isinstance(snapshot, Snapshot) else snapshot)


def _decision(row: "tuple[str, str]") -> Decision:
    text, state = row
    return Decision({**json.loads(text), "state": state}, text)


def _id(decision: "Union[Decision, str]") -> str:
    return decision if isinstance(decision, str) else str(decision._raw["id"])


def _names_of(table: Any) -> "list[str]":
    if isinstance(table, dict):
        return [str(c) for c in table]
    names = getattr(table, "columns", None) if _table._kind(table) != "pyarrow" else None
    if names is None:
        names = getattr(table, "column_names", None)
    if names is None:
        schema = getattr(table, "schema", None)
        names = getattr(schema, "names", None)
    if names is None:
        raise usage("the columns must be named: name=\"COLUMN\"", "name")
    return [str(c) for c in names]


def _columns_of(rows: "list[Any]") -> "dict[str, list[Any]]":
    keys: "dict[str, None]" = {}
    for row in rows:
        if not isinstance(row, dict):
            raise usage(f"a table or dicts are expected, not {type(row).__name__}", "customers")
        keys.update(dict.fromkeys(row))
    return {k: [row.get(k) for row in rows] for k in keys or {"id": None}}
