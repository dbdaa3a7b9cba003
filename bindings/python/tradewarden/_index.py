"""An index of listed parties: build, open, ask."""
from __future__ import annotations

import datetime
import os
import warnings
from typing import Any, Callable, Iterable, Optional, Sequence, Union

from . import _core as native
from . import _table
from ._answer import Answer
from ._errors import NotScreenedWarning, RejectedRowsWarning, _made_as, ConflictError
from ._records import Record

Date = Union[datetime.date, str]
Path = Union[str, "os.PathLike[str]"]
Source = Union[Path, "tuple[Path, Date]"]


class Index:
    """A set of listed parties, ready to search: one immutable file, mapped into memory.

    Made by `Index.build`, `Index.open` or `Index.sample`. It can be pickled if it has a file: the path
    and the digest travel, and every process maps the same pages.
    """

    __slots__ = ("_core", "_path", "_lazily", "_name_pack", "_diagnostics", "_info")
    _core: native.Index
    _path: Optional[str]
    _lazily: bool
    _name_pack: Optional[str]
    _diagnostics: "tuple[Record, ...]"
    _info: Optional[Record]

    def __init__(self) -> None:
        raise TypeError("Index.open(path), Index.build(sources) or Index.sample() makes an index")

    @classmethod
    def _of(cls, core: "native.Index", path: Optional[str] = None, lazily: bool = False,
            name_pack: Optional[str] = None, diagnostics: "tuple[Record, ...]" = ()) -> "Index":
        self = object.__new__(cls)
        self._core = core
        self._path = path
        self._lazily = lazily
        self._name_pack = name_pack
        self._diagnostics = diagnostics
        self._info = None
        return self

    @classmethod
    def open(cls, path: Path, *, lazily: bool = False, name_pack: Optional[Path] = None) -> "Index":
        """Maps an index file.

        lazily: header and section table are checked now, the rest by what first needs it; opening
        then takes constant time. name_pack: the name pack that the index was built with.

        Raises MissingFileError, BadIndexError (damaged, or another version), ConflictError (the
        name pack is another).
        """
        full = os.path.abspath(os.fspath(path))
        pack = None if name_pack is None else os.path.abspath(os.fspath(name_pack))
        return cls._of(native.Index.open(full, lazily, pack), full, lazily, pack)

    @classmethod
    def build(cls, sources: "Source | Iterable[Source]", out: Optional[Path] = None, *,
              name_pack: Optional[Path] = None) -> "Index":
        """Reads list files as published into one index.

        sources: "[FORMAT:]PATH[@YYYY-MM-DD]", or (path, date), or several; formats as in
        docs/cli.md, detected from the content. out: the file to write (whole or not at all); without
        it the index is in memory and cannot be pickled.

        A list that is empty, cut short, binary or without its columns is refused: DataFormatError,
        with all refused sources in `problems`. Single rows that cannot be read are left out, told by
        a RejectedRowsWarning, and stand in `diagnostics`.
        """
        rows = [_source(s) for s in _several(sources)]
        pack = None if name_pack is None else os.path.abspath(os.fspath(name_pack))
        path = None if out is None else os.path.abspath(os.fspath(out))
        data, said = native.build(rows, path, pack)
        names = ("severity", "file", "line", "field", "message")
        diagnostics = tuple(Record(dict(zip(names, d))) for d in said)
        rejected = [d for d in diagnostics if d.severity == "rejected"]
        if rejected:
            warnings.warn(
                f"{len(rejected)} rows could not be read and are not in the index; the first: "
                f"{rejected[0].file}:{rejected[0].line}: {rejected[0].message}",
                RejectedRowsWarning, stacklevel=2)
        core = native.Index.from_bytes(data, pack) if path is None else native.Index.open(path, False, pack)
        return cls._of(core, path, False, pack, diagnostics)

    @classmethod
    def from_bytes(cls, data: bytes, *, name_pack: Optional[Path] = None) -> "Index":
        """An index file that is in memory (copied). Raises BadIndexError."""
        pack = None if name_pack is None else os.path.abspath(os.fspath(name_pack))
        return cls._of(native.Index.from_bytes(data, pack), None, False, pack)

    @classmethod
    def sample(cls) -> "Index":
        """The list that is built in, some 130 parties: for trying out only, not a screening."""
        return cls._of(native.Index.sample())

    def screen(
        self,
        name: str = "",
        *,
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
        query_id: Optional[str] = None,
    ) -> Answer:
        """Asks for one name, or number. The hits of the answer are possible matches, best first.

        schema: "person", "entity", "company", "organization", "vessel", "aircraft"; never filters.
        country, nationality: a name or ISO code. birth_date: "1965", "1965-03", "circa 1965", a date.
        identifier, imo: parties that bear the number are hits whatever their names.
        as_of: the day to answer for; today in UTC if None. threshold: 0 to 1, four places at most.
        limit: most parties, 1 to 10,000. weak: "ignore", "confirm" or "full" (weak aliases).
        contradiction: "keep", "lower" or "drop" hits that a fact contradicts; contradiction_by: which
        facts. include_ended: also lifted and expired entries. count_all: count the parties beyond
        the limit. explain: work out what would have changed each hit (`hit.review`).

        What cannot be understood (a country, a birth date) stands in `answer.notes`. A name without a
        letter or digit, and no number, gives a NotScreenedWarning. Raises BadValueError for a word or
        number outside its domain, TypeError for None or NaN as a name.
        """
        if name is None:
            raise TypeError("name: str expected, not None")
        core = self._core.screen(
            (name, schema, country, birth_date, identifier, identifier_type, nationality, gender,
             imo, query_id),
            (as_of, threshold, limit, weak, contradiction, contradiction_by, include_ended,
             count_all, explain))
        return _told(core)

    def screen_table(
        self,
        table: Any,
        name: Optional[str] = None,
        *,
        id: Optional[str] = None,
        schema: Optional[str] = None,
        country: Optional[str] = None,
        birth_date: Optional[str] = None,
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
        threads: int = 0,
        progress: "Optional[bool | Callable[[int], object]]" = None,
    ) -> Any:
        """Asks for every row of a table; name, id, country ... are the names of its columns.

        table: a pandas or polars DataFrame, a pyarrow Table, RecordBatch or reader, a dict of lists,
        or anything with `__arrow_c_stream__`; Arrow data is read where it is, without a copy. The
        result is of the same kind (a HitTable for the last two), with one row per hit:

        row (position in the table, from 0), query_id (with `id`), query, rank, score, list,
        source_id, party, matched_name, status, from, until, schema, programmes, citations, notes.

        Rows without a hit have none. A row for which nothing was screened (no name, an unknown
        schema) has one with the status "not_screened" and the reason in `notes`, and a
        NotScreenedWarning counts them. Hits are those of `screen`, in the order of the table. A
        country or birth date that is not understood is told in the notes of the row's hits.

        threads: 0 takes all cores. progress: True shows a bar by tqdm, False none; None does if tqdm
        is there and standard error is a terminal; a callable gets the number of rows done. Other
        options as in `screen`.

        Raises DataFormatError for a column that is not there, BadValueError for one that holds
        neither texts, whole numbers nor dates.
        """
        columns = [(k, v) for k, v in (
            ("name", name), ("id", id), ("schema", schema), ("country", country),
            ("birth_date", birth_date), ("identifier", identifier),
            ("identifier_type", identifier_type), ("nationality", nationality),
            ("gender", gender), ("imo", imo)) if v is not None]
        options = (as_of, threshold, limit, weak, contradiction, contradiction_by, include_ended,
                   count_all, False)
        return _table.screen(self._core, table, columns, options, threads, progress)

    @property
    def path(self) -> Optional[str]:
        """Of the file, absolute; None for an index in memory."""
        return self._path

    @property
    def diagnostics(self) -> "tuple[Record, ...]":
        """What `Index.build` had to say of rows: severity, file, line, field, message."""
        return self._diagnostics

    @property
    def info(self) -> Record:
        """Publications, dates, digests and counts (docs/index-info.schema.json)."""
        if self._info is None:
            import json

            self._info = Record(json.loads(self._core.info_json()))
        return self._info

    @property
    def content(self) -> str:
        """SHA-256 that names this index in answers."""
        return self._core.content()

    def check(self, *, content: bool = False) -> None:
        """All checksums and offsets; with content also that `content` is the digest of the file's
        bytes. Raises BadIndexError."""
        self._core.check(content)

    def __len__(self) -> int:
        return len(self._core)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        where = self._path or ("sample list" if self._core.is_sample() else "in memory")
        return f"<Index {where}: {len(self):,} parties, {self.content[:12]}>"

    def _repr_html_(self) -> str:
        import html

        rows = "".join(
            f"<tr><td>{html.escape(str(x.list))}</td><td>{x.parties:,}</td><td>{x.names:,}</td></tr>"
            for x in self.info.lists)
        return (f"<p>{html.escape(repr(self).strip('<>'))}</p><table><thead><tr><th>list</th>"
                f"<th>parties</th><th>names</th></tr></thead><tbody>{rows}</tbody></table>")

    def __reduce__(self) -> "tuple[Any, ...]":
        if self._core.is_sample():
            return (Index.sample, ())
        if self._path is None:
            raise TypeError("an index in memory cannot be pickled: build it with out=PATH, so that "
                            "other processes map the file")
        return (_reopened, (self._path, self._lazily, self._name_pack, self.content))


def _reopened(path: str, lazily: bool, name_pack: Optional[str], content: str) -> Index:
    out = Index.open(path, lazily=lazily, name_pack=name_pack)
    if out.content != content:
        message = f"the index was replaced since it was pickled: {out.content} is not {content}"
        raise _made_as(ConflictError, [(11, "conflict", message, path, 0, "", f"{path}: {message}")])
    return out


def _told(core: Any) -> Answer:
    """The answer, and a warning to the caller's caller if nothing was screened."""
    if not core.screened():
        said = core.notes()
        warnings.warn(said[0] if said else "nothing was screened", NotScreenedWarning, stacklevel=3)
    return Answer(core)


def _several(sources: "Source | Iterable[Source]") -> "list[Any]":
    if isinstance(sources, (str, os.PathLike)):
        return [sources]
    if isinstance(sources, tuple) and len(sources) == 2 and isinstance(sources[1], datetime.date):
        return [sources]
    return list(sources)


def _source(source: Any) -> "tuple[str, Optional[Date]]":
    path, date = source if isinstance(source, tuple) else (source, None)
    return str(os.fspath(path)), date
