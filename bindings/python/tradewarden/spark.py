"""Screening a Spark DataFrame: `screen(df, "lists.twi", name="customer")`.

The index file travels once to each executor (`SparkContext.addFile`), every Python worker there maps the same
file, and rows go through `DataFrame.mapInArrow`: no row is pickled, nothing is collected. Hits are those of
`Index.screen_table` on one machine.

The package has to be installed where the executors run; PySpark 3.5 or later, pyarrow. docs/scale.md has what it
costs, and when it pays.
"""
from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import tempfile
import warnings
from typing import TYPE_CHECKING, Any, Iterator, Optional, Sequence

from ._errors import ConflictError, NotScreenedWarning, _made_as, usage
from ._index import Date, Index, Path

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["screen"]

# One for each index file in a process; Spark keeps its Python workers.
_open: "dict[str, Index]" = {}

_FIELDS = ("name", "id", "schema", "country", "birth_date", "identifier", "identifier_type",
           "nationality", "gender", "imo")


def screen(
    df: "DataFrame",
    index_path: Path,
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
    keep: "Sequence[str]" = (),
    as_of: Optional[Date] = None,
    threshold: "float | str" = 0.8,
    limit: int = 10,
    weak: str = "confirm",
    contradiction: str = "keep",
    contradiction_by: "Optional[str | Sequence[str]]" = None,
    include_ended: bool = False,
    count_all: bool = True,
    name_pack: Optional[Path] = None,
    ship: bool = True,
    threads: int = 1,
) -> "DataFrame":
    """Asks for every row of a Spark DataFrame; name, id, country ... are the names of its columns.

    The result is lazy, with one row per hit and the columns of `Index.screen_table` without `row`;
    columns of `df` named in `keep` stand in front. Rows without a hit have none; a row for which
    nothing was screened has one with the status "not_screened".

    index_path: a file that the driver reads. ship=False: executors read it at the same path
    themselves (an image or a shared folder has it), and nothing is sent. The digest of the index is
    checked by every worker: all answer by the same one. as_of: None is today in UTC, for all workers
    the day on which this was called. threads: of each task; Spark runs one task per core already.

    Options are as in `Index.screen_table` and checked here, before Spark starts. Raises the errors of
    `Index.open` and `Index.screen_table`, and UsageError for a session without a SparkContext
    (Spark Connect) unless ship=False.
    """
    _warn_of_pandas()
    given = (name, id, schema, country, birth_date, identifier, identifier_type, nationality, gender,
             imo)
    columns = {field: column for field, column in zip(_FIELDS, given) if column is not None}
    kept = _kept(df, keep, columns)
    if as_of is None:
        as_of = datetime.datetime.now(datetime.timezone.utc).date()
    options: "dict[str, Any]" = dict(
        as_of=as_of, threshold=threshold, limit=limit, weak=weak, contradiction=contradiction,
        contradiction_by=contradiction_by, include_ended=include_ended, count_all=count_all)
    index = Index.open(index_path, lazily=True, name_pack=name_pack)
    # A wrong option or word is an error here, not in a task.
    question: "dict[str, Any]" = {**columns, **options}
    index.screen_table({column: [] for column in columns.values()}, progress=False, **question)
    # mapInArrow stumbles over a dot in a column's name: inside they are numbered.
    inner = {c: f"c{at}" for at, c in enumerate(dict.fromkeys([*kept, *columns.values()]))}
    job = _Job(_place(df, index_path, index.content, ship),
               None if name_pack is None else _place(df, name_pack, _digest(name_pack), ship),
               index.content, {field: inner[c] for field, c in columns.items()}, options,
               {c: inner[c] for c in kept}, threads)
    numbered = df.select(*(_quoted(c) for c in inner)).toDF(*inner.values())
    return numbered.mapInArrow(job, _schema(df, kept, "id" in columns))


class _Job:
    """What a worker does; it is pickled, and holds no index."""

    def __init__(self, index: "_Place", name_pack: "Optional[_Place]", content: str,
                 columns: "dict[str, str]", options: "dict[str, Any]", kept: "dict[str, str]",
                 threads: int) -> None:
        self.index = index
        self.name_pack = name_pack
        self.content = content
        self.columns = columns
        self.options = options
        self.kept = kept
        self.threads = threads

    def __call__(self, batches: "Iterator[pyarrow.RecordBatch]"
                 ) -> "Iterator[pyarrow.RecordBatch]":
        import pyarrow

        index = self._index()
        question: "dict[str, Any]" = {**self.columns, **self.options}
        for batch in batches:
            with warnings.catch_warnings():
                # They stand in the result, and nobody sees a worker's warnings.
                warnings.simplefilter("ignore", NotScreenedWarning)
                hits = index.screen_table(pyarrow.Table.from_batches([batch]), threads=self.threads,
                                          progress=False, **question)
            rows = hits.column("row")
            out = hits.drop_columns(["row"])
            for at, (column, inner) in enumerate(self.kept.items()):
                values = batch.column(inner)
                out = out.add_column(at, column, values.take(rows.combine_chunks()) if len(rows) else
                                     values.slice(0, 0))
            yield from out.combine_chunks().to_batches()

    def _index(self) -> Index:
        path = self.index.here()
        found = _open.get(path)
        if found is None or found.content != self.content:
            pack = None if self.name_pack is None else self.name_pack.here()
            found = Index.open(path, lazily=True, name_pack=pack)
            if found.content != self.content:
                message = (f"the index of this worker is not the one of the driver: {found.content} "
                           f"is not {self.content}")
                raise _made_as(ConflictError,
                               [(11, "conflict", message, path, 0, "", f"{path}: {message}")])
            _open[path] = found
        return found


class _Place:
    """Where a worker finds a file."""

    def __init__(self, path: str, shipped: bool) -> None:
        self.path = path
        self.shipped = shipped

    def here(self) -> str:
        if not self.shipped:
            return self.path
        from pyspark import SparkFiles

        found: str = SparkFiles.get(self.path)
        return found


def _place(df: "DataFrame", path: Path, digest: str, ship: bool) -> _Place:
    whole = os.path.abspath(os.fspath(path))
    if not ship:
        return _Place(whole, False)
    try:
        context = df.sparkSession.sparkContext
    except Exception as problem:
        raise usage("this session has no SparkContext (Spark Connect): put the file where every "
                    "executor reads it, and pass ship=False", "ship") from problem
    # Under a name of its content: Spark takes a file of one name once, so that a newer index under the
    # old name would be left behind.
    called = f"tradewarden-{digest[:32]}{os.path.splitext(whole)[1]}"
    if called not in _sent(context):
        folder = tempfile.mkdtemp(prefix="tradewarden-spark-")
        copy = os.path.join(folder, called)
        try:
            os.link(whole, copy)
        except OSError:
            shutil.copyfile(whole, copy)
        context.addFile(copy)
        _sent(context)[called] = folder
        _remove_at_exit(folder)
    return _Place(called, True)


def _sent(context: Any) -> "dict[str, str]":
    """What was sent in this session already."""
    try:
        return context._tradewarden_files  # type: ignore[no-any-return]
    except AttributeError:
        context._tradewarden_files = {}
        return context._tradewarden_files  # type: ignore[no-any-return]


def _remove_at_exit(folder: str) -> None:
    import atexit

    # Not before: an executor that starts late fetches it then.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def _kept(df: "DataFrame", keep: "Sequence[str]", columns: "dict[str, str]") -> "list[str]":
    if isinstance(keep, str):
        keep = [keep]
    for column in (*keep, *columns.values()):
        if column not in df.columns:
            raise usage(f"the table has no such column; it has {', '.join(df.columns)}", column)
    ours = {field.name for field in _hit_fields("id" in columns)}
    for column in keep:
        if column in ours:
            raise usage("a column of the hits has this name: rename yours", column)
    return list(keep)


def _hit_fields(with_id: bool) -> "list[Any]":
    from pyspark.sql import types as t

    text, day = t.StringType(), t.DateType()
    rows: "list[tuple[str, Any]]" = [("query_id", text)] if with_id else []
    rows += [("query", text), ("rank", t.IntegerType()), ("score", t.DoubleType()), ("list", text),
             ("source_id", text), ("party", text), ("matched_name", text), ("status", text),
             ("from", day), ("until", day), ("schema", text), ("programmes", text),
             ("citations", text), ("notes", text), ("same_party", t.IntegerType())]
    return [t.StructField(title, kind, True) for title, kind in rows]


def _schema(df: "DataFrame", kept: "list[str]", with_id: bool) -> Any:
    from pyspark.sql import types as t

    return t.StructType([*(df.schema[c] for c in kept), *_hit_fields(with_id)])


def _quoted(column: str) -> str:
    return "`" + column.replace("`", "``") + "`"


def _warn_of_pandas() -> None:
    from importlib import metadata

    try:
        installed = metadata.version("pandas")
    except metadata.PackageNotFoundError:
        return
    if int(installed.partition(".")[0]) >= 3:
        warnings.warn(
            f"pandas {installed} is installed: screening does not use it, but PySpark's own conversions "
            "(toPandas, pandas functions) were made for pandas 2 and can fail or change types with "
            "pandas 3", stacklevel=3)
