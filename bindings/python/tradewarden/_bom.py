"""Bills of materials: controlled content, shares, cut-offs, what-ifs. All figures are exact."""
from __future__ import annotations

import csv
import datetime
import io
import json
import os
from fractions import Fraction
from typing import Any, Iterable, Mapping, Optional, Sequence, Union

from . import _core as native
from . import _table
from ._errors import BillError, Error, MissingFileError, UsageError, _made_as, _row, usage
from ._index import Date, Index, Path
from ._records import Amount, ExactShare, Record, Threshold, fraction_text
from ._rules import Rules

Words = Union[str, Iterable[str]]
Fact = Union[bool, str, None]

_COLUMNS = {
    "parts": ("part_id", "name", "kind", "made_in", "us_origin", "eccn", "hs", "fmv", "currency",
              "discrete", "content_type", "unit"),
    "lines": ("parent_id", "pos", "child_id", "alt_rank", "qty", "uom"),
    "offers": ("part_id", "supplier_id", "supplier_country", "country_of_origin", "price",
               "currency"),
    "fx": ("date", "currency", "rate_num", "rate_den"),
    "production": ("part_id", "us_technology_eccns", "plant_eccns", "contains_ic_of_such_plant"),
}


_REQUIRED = frozenset(["part_id", "parent_id", "pos", "child_id", "qty", "supplier_id", "date",
                       "rate_num", "rate_den"])


class _Report(Record):
    """A report: attributes are the keys of its JSON."""

    __slots__ = ("_text",)

    def __init__(self, raw: "dict[str, Any]", text: str = "") -> None:
        super().__init__(raw)
        self._text = text

    def json(self) -> str:
        """The canonical JSON, byte for byte as the program's --json prints it, without its line
        end; `answer_id` in it is the SHA-256 of the rest."""
        return self._text

    def __reduce__(self) -> "tuple[Any, ...]":
        return (type(self), (self._raw, self._text))

    def rows(self) -> "list[dict[str, Any]]":
        """The main table of the report, a dict for each row."""
        raise NotImplementedError

    def to_pandas(self) -> Any:
        """The main table as a pandas.DataFrame; exact shares and amounts are Fractions."""
        import pandas

        return pandas.DataFrame(self.rows())

    def to_arrow(self) -> Any:
        """The main table as a pyarrow.Table. Arrow has no fractions: they are texts ("1/3", "12.5")."""
        import pyarrow

        return pyarrow.Table.from_pylist([_plain(r) for r in self.rows()])

    def to_polars(self) -> Any:
        """The main table as a polars.DataFrame, with fractions as in `to_arrow`."""
        import polars

        return polars.DataFrame([_plain(r) for r in self.rows()])

    def _repr_html_(self) -> str:
        return _html(self.rows())


def _plain(row: "Mapping[str, Any]") -> "dict[str, Any]":
    return {k: fraction_text(v) if isinstance(v, Fraction) else v for k, v in row.items()}


def _html(rows: "Sequence[Mapping[str, Any]]") -> str:
    import html

    if not rows:
        return "<p>no rows</p>"
    head = "".join(f"<th>{html.escape(k)}</th>" for k in rows[0])
    body = ""
    for row in rows[:200]:
        body += "<tr>" + "".join(
            f"<td>{'' if v is None else html.escape(str(v))}</td>" for v in _plain(row).values()
        ) + "</tr>"
    more = f"<p>{len(rows) - 200} more rows</p>" if len(rows) > 200 else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


class OriginResult(Record):
    """One product, one destination, one regime (docs/origin.schema.json)."""

    __slots__ = ()

    @property
    def product(self) -> str:
        return str(self._raw["product"])

    @property
    def destination(self) -> str:
        """Alpha-2, as asked."""
        return str(self._raw["destination"])

    @property
    def regime(self) -> str:
        """"us-ear" or "us-ofac"."""
        return str(self._raw["regime"])

    @property
    def verdict(self) -> str:
        """"triggers", "does_not_trigger", "depends" or "not_applicable"; never a clearance."""
        return str(self._raw["verdict"])

    @property
    def share(self) -> Optional[ExactShare]:
        """The controlled share of the price, exact; None if no share was computed."""
        return self["share"]  # type: ignore[no-any-return]

    @property
    def threshold(self) -> Optional[Threshold]:
        """Of the regime's share test; `operator` says whether more than it, or at least, triggers."""
        return self["threshold"]  # type: ignore[no-any-return]

    @property
    def controlled_value(self) -> Amount:
        """In `currency`."""
        return self["controlled_value"]  # type: ignore[no-any-return]

    @property
    def product_value(self) -> Amount:
        """In `currency`."""
        return self["product_value"]  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        share = "" if self.share is None else f" {self.share}"
        limit = "" if self.threshold is None else f" of {self.threshold}"
        return (f"<OriginResult {self.product} to {self.destination}, {self.regime}: "
                f"{self.verdict}{share}{limit}>")


class OriginReport(_Report):
    """What `Bom.origin` answers (docs/origin.schema.json)."""

    __slots__ = ()
    _kinds = {"results": OriginResult}

    @property
    def results(self) -> "tuple[OriginResult, ...]":
        """By product, destination, regime, as asked."""
        return self["results"]  # type: ignore[no-any-return]

    def rows(self) -> "list[dict[str, Any]]":
        out = []
        for r in self.results:
            share, limit = r.share, r.threshold
            out.append({
                "product": r.product, "destination": r.destination, "treated_as": r.treated_as,
                "exported_from": r.exported_from, "date": r.date, "regime": r.regime,
                "verdict": r.verdict, "share": None if share is None else share.display,
                "share_low": None if share is None else share.low,
                "share_high": None if share is None else share.high,
                "threshold": None if limit is None else limit.value,
                "operator": r.operator, "controlled_low": r.controlled_value.low,
                "controlled_high": r.controlled_value.high, "value_low": r.product_value.low,
                "value_high": r.product_value.high, "currency": r.currency,
                "room": r.room, "excess": r.excess,
            })
        return out

    def __repr__(self) -> str:
        lines = "".join(f"\n  {r!r}" for r in self.results[:20])
        more = f"\n  ... {len(self.results) - 20} more" if len(self.results) > 20 else ""
        return f"<OriginReport: {len(self.results)} results{lines}{more}>"


class ShareReport(_Report):
    """What `Bom.share` answers (docs/share.schema.json)."""

    __slots__ = ()

    def rows(self) -> "list[dict[str, Any]]":
        out = []
        for d in self["dimensions"]:
            for s in d.slices:
                of_product = s.of_product
                out.append({
                    "dimension": d.dimension, "key": s.key, "name": s.name,
                    "value_low": s.value.low, "value_high": s.value.high,
                    "of_parts": s.of_parts.display, "of_parts_low": s.of_parts.low,
                    "of_parts_high": s.of_parts.high,
                    "of_product": None if of_product is None else of_product.display,
                    "parts": s.parts,
                })
        return out

    def __repr__(self) -> str:
        return (f"<ShareReport {self.product}: parts worth {self['parts_value']} of a price of "
                f"{self['product_value']} {self.currency}>")


class CutoffReport(_Report):
    """What `Bom.cutoff` answers (docs/cutoff.schema.json)."""

    __slots__ = ()

    def rows(self) -> "list[dict[str, Any]]":
        return [{
            "product": p.product, "name": p.name, "stops": p.stops,
            "stops_with_unknown_suppliers": p.stops_with_unknown_suppliers,
            "value_low": p.value.low, "value_high": p.value.high, "currency": p.currency,
            "path": " > ".join(p.path), "lost": "; ".join(p.lost), "more_lost": p.more_lost,
        } for p in self["products"]]

    def __repr__(self) -> str:
        stopped = [p.product for p in self["products"] if p.stops == "yes"]
        return f"<CutoffReport: {len(stopped)} of {len(self['products'])} products stop: {stopped}>"


class WhatifReport(_Report):
    """What `Bom.whatif` answers (docs/whatif.schema.json)."""

    __slots__ = ()

    def rows(self) -> "list[dict[str, Any]]":
        out = []
        for m in self["moved"]:
            before, after = m.share_before, m.share_after
            out.append({
                "product": m.product, "destination": m.destination, "regime": m.regime,
                "before": m.before, "after": m.after,
                "share_before": None if before is None else before.display,
                "share_after": None if after is None else after.display,
            })
        return out

    def __repr__(self) -> str:
        return f"<WhatifReport: {len(self['moved'])} moved, {self.unmoved} did not>"


class Bom:
    """A bill of materials: parts, the lines that join them, offers and exchange rates, checked.

        bom = tradewarden.Bom.read(parts="parts.csv", lines="lines.csv")
        bom.origin("PHONE", destinations=["IR"], date="2016-03-01").results[0].verdict

    Columns and formats are those of docs/origin.md. Every problem of every file is told at once: a
    BillError, with all in `problems`.
    """

    __slots__ = ("_core", "_rules")
    _core: native.Bill
    _rules: Optional[Rules]

    def __init__(self) -> None:
        raise TypeError("Bom.read(...) or Bom.from_frames(...) makes a bill")

    @classmethod
    def _of(cls, core: "native.Bill", rules: Optional[Rules]) -> "Bom":
        self = object.__new__(cls)
        self._core, self._rules = core, rules
        return self

    @classmethod
    def read(
        cls,
        bill: Optional[Path] = None,
        *,
        parts: Optional[Path] = None,
        lines: Optional[Path] = None,
        offers: Optional[Path] = None,
        fx: Optional[Path] = None,
        production: Optional[Path] = None,
        product_name: Optional[str] = None,
        product_price: Optional[str] = None,
        product_currency: Optional[str] = None,
        product_made_in: Optional[str] = None,
        product_eccn: Optional[str] = None,
        rules: Optional[Rules] = None,
    ) -> "Bom":
        """Reads files: parts and lines (CSV or JSON), or one `bill` (CycloneDX, JSON of all, a flat
        export); offers, fx and production (how parts are made, for foreign direct products) beside
        either. product_*: of a flat bill, whose product its file does not name. rules: others than
        the built-in ones.

        Raises BillError, MissingFileError, UsageError.
        """
        given = {"bill": bill, "parts": parts, "lines": lines, "offers": offers, "fx": fx,
                 "production": production}
        sources: "dict[str, str]" = {k: os.fspath(v) for k, v in given.items() if v is not None}
        sources.update(_product(product_name, product_price, product_currency, product_made_in,
                                product_eccn))
        return cls._of(_bill(lambda: native.Bill.read(sources, _native(rules))), rules)

    @classmethod
    def from_frames(cls, parts: Any, lines: Any, offers: Any = None, fx: Any = None,
                    production: Any = None, *, rules: Optional[Rules] = None) -> "Bom":
        """From tables in memory: pandas, polars, pyarrow, a dict of lists or a list of dicts, with the
        columns of docs/origin.md (parts: part_id, made_in, eccn, fmv, currency ...; lines: parent_id,
        pos, child_id, qty ...).

        Values are texts, ints, Decimals, bools (y, n) or None (not stated); a float is taken as the
        shortest decimal that gives it, as it is printed. Lines in errors count the header as line 1,
        so that the row at position i is line i + 2. Raises BillError.
        """
        texts = []
        for what, frame in (("parts", parts), ("lines", lines), ("offers", offers), ("fx", fx),
                            ("production", production)):
            if frame is not None:
                texts.append((what, what, _csv(what, frame)))
        return cls._of(_bill(lambda: native.Bill.read_texts(texts, {}, _native(rules))), rules)

    @classmethod
    def from_text(cls, text: str, *, name: str = "bill", product_name: Optional[str] = None,
                  product_price: Optional[str] = None, product_currency: Optional[str] = None,
                  product_made_in: Optional[str] = None, product_eccn: Optional[str] = None,
                  rules: Optional[Rules] = None) -> "Bom":
        """From the text of one file, as `bill` in `read`; `name` stands in messages."""
        product = _product(product_name, product_price, product_currency, product_made_in,
                           product_eccn)
        return cls._of(
            _bill(lambda: native.Bill.read_texts([("bill", name, text)], product,
                                                _native(rules))), rules)

    @property
    def products(self) -> "list[str]":
        """Parts that no line uses, in the order of the input."""
        return self._core.products()

    @property
    def notes(self) -> "list[str]":
        """What was assumed or not used when the files were read."""
        return self._core.notes()

    @property
    def files(self) -> "tuple[Record, ...]":
        """What became of the rows of each file: file, holds, rows, used, set_aside, rejected."""
        keys = ("file", "holds", "rows", "used", "set_aside", "rejected")
        return tuple(Record(dict(zip(keys, f))) for f in self._core.files())

    def cyclonedx(self) -> str:
        """The bill as CycloneDX 1.6 (JSON); `Bom.from_text` gives the same bill back."""
        return self._core.cyclonedx()

    def origin(
        self,
        product: "Optional[Words]" = None,
        *,
        destinations: Words,
        date: Optional[Date] = None,
        exported_from: Optional[str] = None,
        regimes: "Optional[Words]" = None,
        alternatives: str = "primary",
        facts: "Optional[Mapping[str, Fact]]" = None,
        strict_editions: bool = False,
        unknown_discrete_counts: bool = False,
        bought_content_unknown: bool = False,
        part_limit: int = 1000,
        summary: bool = False,
        end_users: "Optional[Words]" = None,
        index: Optional[Index] = None,
        end_user_footnotes: "Optional[Words]" = None,
        end_uses: "Optional[Words]" = None,
        end_user_headquarters: Optional[str] = None,
    ) -> OriginReport:
        """Controlled US content of a product, of several, or (None) of all products.

        destinations: names or codes, or "all" for every one of the rules. date: the day; today in
        UTC if None. exported_from: where the product is made if None. regimes: "us-ear", "us-ofac";
        all if None. alternatives: "primary" counts alt_rank 0, "any" gives bounds over all.
        facts: what no bill says, by id: {"substantially_transformed": False}; None is unknown.
        part_limit: parts listed per result. summary: figures and verdicts alone. The rest as in
        docs/origin.md.

        Foreign direct product rules ask who gets the product and what for: end_users are names, screened
        in `index` (None: the sample list); end_user_footnotes of the Entity List, such as ["1"], and
        end_uses, such as ["supercomputer"]: an empty list says that there is none, None that nobody
        knows; end_user_headquarters: a country.

        Raises NotFoundError (a product), BadValueError (a destination), UsageError.
        """
        text = self._core.origin_json(_question(
            product, destinations, date, exported_from, regimes, alternatives, facts,
            strict_editions, unknown_discrete_counts, bought_content_unknown, part_limit, summary,
            _end_user(end_users, end_user_footnotes, end_uses, end_user_headquarters)), _native(index))
        return OriginReport(json.loads(text), text)

    def share(self, product: Optional[str] = None, *, date: Optional[Date] = None,
              index: Optional[Index] = None) -> ShareReport:
        """What a product is made of, by country of origin, supplier's country, supplier, ECCN and,
        with an index, listed party. product: None if the bill has one only.

        Raises NotFoundError, UsageError.
        """
        text = self._core.share_json({"product": product, "date": date}, _native(index))
        return ShareReport(json.loads(text), text)

    def cutoff(
        self,
        *,
        suppliers: Words = (),
        countries: Words = (),
        parties: Words = (),
        index: Optional[Index] = None,
        products: "Optional[Words]" = None,
        date: Optional[Date] = None,
        every_supplier: bool = False,
        limit: int = 100,
    ) -> CutoffReport:
        """What stops if suppliers, those of countries, or those that an index gives as possible
        matches of listed parties no longer deliver. every_supplier: also each one alone. limit: rows of
        each list in the report.

        Raises NotFoundError (a supplier), UsageError (nothing cut off; parties without an index).
        """
        text = self._core.cutoff_json(
            {"products": _words(products), "suppliers": _words(suppliers),
             "countries": _words(countries), "parties": _words(parties), "date": date,
             "every_supplier": every_supplier, "limit": limit}, _native(index))
        return CutoffReport(json.loads(text), text)

    def whatif(
        self,
        changes: Words = (),
        *,
        destinations: Words,
        product: "Optional[Words]" = None,
        replacement: bool = False,
        date: Optional[Date] = None,
        exported_from: Optional[str] = None,
        regimes: "Optional[Words]" = None,
        alternatives: str = "primary",
        facts: "Optional[Mapping[str, Fact]]" = None,
        strict_editions: bool = False,
        unknown_discrete_counts: bool = False,
        bought_content_unknown: bool = False,
        end_users: "Optional[Words]" = None,
        index: Optional[Index] = None,
        end_user_footnotes: "Optional[Words]" = None,
        end_uses: "Optional[Words]" = None,
        end_user_headquarters: Optional[str] = None,
    ) -> WhatifReport:
        """Which verdicts move if all changes are made: "price:CPU=8.50", "origin:CPU=CN",
        "eccn:CPU=5A992.c", "discrete:CPU=y", "alternative:PARENT/POS=CHILD", "date=2019-10-21".
        replacement: also the cheapest set of exchanges that brings a product below its threshold.
        The rest as in `origin`. The bill stays as it is.

        Raises NotFoundError, BadValueError, UsageError.
        """
        question = _question(product, destinations, date, exported_from, regimes, alternatives,
                             facts, strict_editions, unknown_discrete_counts,
                             bought_content_unknown, 1000, False,
                             _end_user(end_users, end_user_footnotes, end_uses, end_user_headquarters))
        text = self._core.whatif_json(question, _words(changes), replacement, _native(index))
        return WhatifReport(json.loads(text), text)

    def __repr__(self) -> str:
        parts, lines, offers, suppliers = self._core.counts()
        return (f"<Bom: {parts:,} parts, {lines:,} lines, {offers:,} offers of {suppliers:,} "
                f"suppliers; products {self.products[:5]}>")


def _bill(read: Any) -> Any:
    """A bill with problems is a BillError, whatever the first of them is."""
    try:
        return read()
    except (MissingFileError, UsageError):
        raise
    except Error as problem:
        raise _made_as(BillError, [_row(p) for p in problem.problems]) from None


def _native(given: Any) -> Any:
    return None if given is None else given._core


def _product(*given: Optional[str]) -> "dict[str, str]":
    keys = ("product_name", "product_price", "product_currency", "product_made_in", "product_eccn")
    return {k: v for k, v in zip(keys, given) if v is not None}


def _words(given: "Optional[Words]") -> "list[str]":
    if given is None:
        return []
    return [given] if isinstance(given, str) else list(given)


def _question(product: "Optional[Words]", destinations: Words, date: Optional[Date],
              exported_from: Optional[str], regimes: "Optional[Words]", alternatives: str,
              facts: "Optional[Mapping[str, Fact]]", strict_editions: bool,
              unknown_discrete_counts: bool, bought_content_unknown: bool, part_limit: int,
              summary: bool, end_user: "dict[str, Any]") -> "dict[str, Any]":
    everywhere = destinations == "all"
    return {"products": _words(product), "destinations": [] if everywhere else _words(destinations),
            "all_destinations": everywhere, "date": date, "exported_from": exported_from,
            "regimes": _words(regimes), "alternatives": alternatives,
            "facts": None if facts is None else dict(facts), "strict_editions": strict_editions,
            "unknown_discrete_counts": unknown_discrete_counts,
            "bought_content_unknown": bought_content_unknown, "part_limit": part_limit,
            "summary": summary, **end_user}


def _end_user(names: "Optional[Words]", footnotes: "Optional[Words]", uses: "Optional[Words]",
              headquarters: Optional[str]) -> "dict[str, Any]":
    return {"end_users": _words(names),
            "end_user_footnotes": None if footnotes is None else _words(footnotes),
            "end_uses": None if uses is None else _words(uses), "end_user_headquarters": headquarters}


def _frame_columns(what: str, frame: Any) -> "dict[str, list[Any]]":
    if isinstance(frame, (list, tuple)):
        names: "list[str]" = []
        for row in frame:
            names.extend(k for k in row if k not in names)
        return {n: [row.get(n) for row in frame] for n in names}
    if isinstance(frame, Mapping):
        return {str(k): list(v) for k, v in frame.items()}
    kind = _table._kind(frame)
    if kind == "pandas":
        return {str(c): _table._pandas_column(frame[c]) for c in frame.columns}
    if kind == "polars":
        if hasattr(frame, "collect"):
            frame = frame.collect()
        return {c: frame[c].to_list() for c in frame.columns}
    if kind != "pyarrow" and hasattr(frame, "__arrow_c_stream__"):
        import pyarrow

        frame, kind = pyarrow.table(frame), "pyarrow"
    if kind == "pyarrow":
        return {n: frame.column(n).to_pylist() for n in frame.schema.names}
    raise usage(f"a table, a dict of lists or a list of dicts is expected, not "
                f"{type(frame).__name__}", what)


def _cell(value: Any) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "y" if value else "n"
    if isinstance(value, (float, int)) or hasattr(value, "as_integer_ratio"):
        from decimal import Decimal

        number = value if isinstance(value, Decimal) else Decimal(repr(float(value)) if isinstance(
            value, float) else str(value))
        text = format(number, "f")
        return text[:-2] if isinstance(value, float) and text.endswith(".0") else text
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _csv(what: str, frame: Any) -> str:
    columns = _frame_columns(what, frame)
    lengths = {len(columns[c]) for c in columns}
    if len(lengths) > 1:
        raise usage("the columns have different lengths", what)
    rows = max(lengths, default=0)
    # A column that may be empty need not be there; others are told in the notes, as for a file.
    for column in _COLUMNS[what]:
        if column not in columns and column not in _REQUIRED:
            columns[column] = [None] * rows
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*([_cell(v) for v in columns[c]] for c in columns)))
    return out.getvalue()
