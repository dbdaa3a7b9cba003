"""Tables in, tables out: pandas, polars, pyarrow, and whatever speaks Arrow's C interface."""
from __future__ import annotations

import sys
import warnings
from typing import Any, Callable, Optional

from . import _core as native
from ._errors import NotScreenedWarning, usage


class HitTable:
    """The hits of `Index.screen_table` as columns.

    Whatever reads the Arrow PyCapsule interface takes it as it is, without a copy:
    `pyarrow.table(hits)`, `polars.DataFrame(hits)`, `duckdb.sql("from hits")`.
    """

    __slots__ = ("_core", "rows_read")
    rows_read: int

    def __init__(self, core: "native.HitTable", rows_read: int) -> None:
        self._core = core
        self.rows_read = rows_read

    @property
    def not_screened(self) -> int:
        """Rows of the input for which nothing was screened."""
        return self._core.not_screened()

    @property
    def column_names(self) -> "list[str]":
        return [name for name, _ in self._core.titles()]

    def __len__(self) -> int:
        return len(self._core)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._core.stream()

    def __arrow_c_schema__(self) -> object:
        return self._core.schema()

    def column(self, name: str) -> "list[Any]":
        """One column as a list; dates as datetime.date."""
        titles = self._core.titles()
        at = [t for t, _ in titles].index(name)
        values: "list[Any]" = self._core.column(at)
        return [_date(v) for v in values] if titles[at][1] == "date" else values

    def to_dicts(self) -> "list[dict[str, Any]]":
        """A dict for each row."""
        names = self.column_names
        return [dict(zip(names, row)) for row in zip(*(self.column(n) for n in names))]

    def to_pandas(self) -> Any:
        """A pandas.DataFrame; dates are datetime64."""
        import pandas

        out = {}
        for at, (name, kind) in enumerate(self._core.titles()):
            values = self._core.column(at)
            if kind == "date":
                import numpy

                out[name] = pandas.Series(numpy.array(values, "int64").view("datetime64[D]").astype(
                    "datetime64[s]"))
            elif name == "rank":
                out[name] = pandas.array(values, dtype="Int32")
            elif name == "row":
                out[name] = pandas.array(values, dtype="int64")
            elif name == "score":
                out[name] = pandas.array(values, dtype="float64")
            else:
                out[name] = values
        return pandas.DataFrame(out)

    def to_arrow(self) -> Any:
        """A pyarrow.Table."""
        import pyarrow

        return pyarrow.table(self)

    def to_polars(self) -> Any:
        """A polars.DataFrame."""
        import polars

        return polars.DataFrame(self)

    def __repr__(self) -> str:
        return (f"<HitTable: {len(self):,} rows from {self.rows_read:,} rows read"
                + (f", {self.not_screened:,} not screened" if self.not_screened else "") + ">")


def _date(days: int) -> Any:
    import datetime

    return None if days == -(2**63) else datetime.date(1970, 1, 1) + datetime.timedelta(days)


def _kind(table: Any) -> str:
    """The library of a table, without importing any."""
    for kind in type(table).__mro__:
        top = (kind.__module__ or "").partition(".")[0]
        if top in ("pandas", "polars", "pyarrow"):
            return top
    return ""


def columns_of(table: Any, wanted: "list[str]") -> "Optional[list[list[Any]]]":
    """Columns as lists of str, numbers, dates or None; None: the table speaks Arrow."""
    if _kind(table) == "pandas":
        missing = [c for c in wanted if c not in table.columns]
        if missing:
            raise usage(f"the table has no such column; it has {', '.join(map(str, table.columns))}",
                        missing[0])
        return [_pandas_column(table[c]) for c in wanted]
    if isinstance(table, dict):
        missing = [c for c in wanted if c not in table]
        if missing:
            raise usage(f"the table has no such column; it has {', '.join(map(str, table))}",
                        missing[0])
        return [list(table[c]) for c in wanted]
    return None


def _pandas_column(series: Any) -> "list[Any]":
    kind = getattr(series.dtype, "kind", "O")
    if kind in "iuf":
        return series.tolist()  # type: ignore[no-any-return]
    import pandas

    values = series.astype(object)
    missing = pandas.isna(values)
    if missing.any():
        values = values.where(~missing, None)
    return values.tolist()  # type: ignore[no-any-return]


def source_of(table: Any, columns: "list[tuple[str, str]]") -> "tuple[Any, Optional[list[list[Any]]]]":
    """What the extension module reads a table from, and its columns as lists if it does not speak
    Arrow."""
    if _kind(table) == "polars" and hasattr(table, "collect"):
        table = table.collect()
    lists = columns_of(table, [c for _, c in columns])
    if lists is not None:
        return lists, lists
    if hasattr(table, "__arrow_c_stream__"):
        return table.__arrow_c_stream__(), None
    if hasattr(table, "__arrow_c_array__"):
        return tuple(table.__arrow_c_array__()), None
    raise usage(f"a pandas, polars or Arrow table, or a dict of lists is expected, not "
                f"{type(table).__name__}", "table")


def screen(index: "native.Index", table: Any, columns: "list[tuple[str, str]]",
           options: "tuple[Any, ...]", threads: int,
           progress: "Optional[bool | Callable[[int], object]]") -> Any:
    fields = [f for f, _ in columns]
    if not {"name", "identifier", "imo"} & set(fields):
        raise usage("a column with names, identifiers or IMO numbers is needed: name=\"COLUMN\"",
                    "name")
    kind = _kind(table)
    if kind == "polars" and hasattr(table, "collect"):
        table = table.collect()
    source, lists = source_of(table, columns)
    total = _rows(table, lists)
    with _Progress(progress, total) as bar:
        core, read = native.screen_table(index, source, columns, options, threads, bar.tell)
    out = HitTable(core, read)
    if out.not_screened:
        warnings.warn(f"{out.not_screened:,} of {read:,} rows were not screened: their status is "
                      "not_screened, and their notes say why", NotScreenedWarning, stacklevel=3)
    if kind == "pandas":
        return out.to_pandas()
    if kind == "polars":
        return out.to_polars()
    if kind == "pyarrow":
        return _like_pyarrow(table, out)
    return out


def _like_pyarrow(table: Any, out: HitTable) -> Any:
    import pyarrow

    if isinstance(table, pyarrow.RecordBatch):
        whole = out.to_arrow().combine_chunks()
        batches = whole.to_batches()
        return batches[0] if batches else pyarrow.RecordBatch.from_pylist([], schema=whole.schema)
    if isinstance(table, pyarrow.RecordBatchReader):
        return out.to_arrow().to_reader()
    return out.to_arrow()


def _rows(table: Any, lists: "Optional[list[list[Any]]]") -> Optional[int]:
    if lists is not None:
        return len(lists[0])
    try:
        return len(table)
    except TypeError:
        return getattr(table, "num_rows", None)


class _Progress:
    """A bar by tqdm, a callable, or nothing."""

    def __init__(self, wanted: "Optional[bool | Callable[[int], object]]",
                 total: Optional[int]) -> None:
        self.tell: "Optional[Callable[[int], object]]" = wanted if callable(wanted) else None
        self.bar: Any = None
        if self.tell is not None or wanted is False:
            return
        # Nobody waits for less.
        if wanted is None and ((total is not None and total < 10_000) or not _shown()):
            return
        try:
            from tqdm.auto import tqdm
        except ImportError:
            if wanted:
                raise ImportError("progress=True needs tqdm: pip install tqdm") from None
            return
        self.bar = tqdm(total=total, unit=" rows", desc="screening", leave=False)
        self.tell = self._update

    def _update(self, done: int) -> None:
        self.bar.update(done - self.bar.n)

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.close()


def _shown() -> bool:
    return "ipykernel" in sys.modules or (sys.stderr is not None and sys.stderr.isatty())

