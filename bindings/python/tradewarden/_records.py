"""Records: what the canonical JSON holds, with attributes named as its keys.

Dates are `datetime.date`, shares and amounts exact fractions, scores floats of four places, in which
two equal scores are equal floats. `from` is a word of Python: the attribute is `from_`.
"""
from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any, Callable, Iterator, Mapping, Optional

_DATES = frozenset(["date", "from", "until", "published", "edition", "as_of"])
_FRACTIONS = frozenset(["room", "excess", "controlled_less", "cost_more", "cost_less"])
_SCORES = frozenset(["score", "rank_score", "similarity", "factor"])
_AMOUNT = frozenset(["low", "high"])
_SHARE = frozenset(["num", "den", "display", "low", "high"])
_THRESHOLD = frozenset(["num", "den", "display"])


def fraction_text(value: Fraction) -> str:
    """Exact: "12.5" where the decimal fraction ends, else "1/3"."""
    den, twos, fives = value.denominator, 0, 0
    while den % 2 == 0:
        den, twos = den // 2, twos + 1
    while den % 5 == 0:
        den, fives = den // 5, fives + 1
    if den != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    if places == 0:
        return str(value.numerator)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + digits[:-places] + "." + digits[-places:]


class Amount:
    """An amount of money or of a quantity: from `low` to `high` (None: no upper bound is known)."""

    __slots__ = ("low", "high")
    low: Fraction
    high: Optional[Fraction]

    def __init__(self, low: Fraction, high: Optional[Fraction]) -> None:
        self.low, self.high = low, high

    @property
    def value(self) -> Optional[Fraction]:
        """The amount if it is known exactly, else None."""
        return self.low if self.low == self.high else None

    def __str__(self) -> str:
        if self.low == self.high:
            return fraction_text(self.low)
        return f"{fraction_text(self.low)}..{'?' if self.high is None else fraction_text(self.high)}"

    def __repr__(self) -> str:
        return f"Amount({self})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Amount):
            return self.low == other.low and self.high == other.high
        return self.value is not None and self.value == other

    def __hash__(self) -> int:
        return hash(self.low) if self.low == self.high else hash((self.low, self.high))


class ExactShare(Amount):
    """A share of a value, from 0 to 1; `display` has four decimals and never crosses the threshold."""

    __slots__ = ("display",)
    display: str

    def __init__(self, low: Fraction, high: Optional[Fraction], display: str) -> None:
        super().__init__(low, high)
        self.display = display

    @property
    def num(self) -> Optional[int]:
        """Numerator in lowest terms if the share is known exactly."""
        return self.low.numerator if self.low == self.high else None

    @property
    def den(self) -> Optional[int]:
        """Denominator in lowest terms if the share is known exactly."""
        return self.low.denominator if self.low == self.high else None

    def __str__(self) -> str:
        return self.display

    def __repr__(self) -> str:
        return f"ExactShare({self.display})"


class Threshold:
    """A share at which a rule begins to apply; its record's `operator` says how it compares."""

    __slots__ = ("value", "display")
    value: Fraction
    display: str

    def __init__(self, value: Fraction, display: str) -> None:
        self.value, self.display = value, display

    def __str__(self) -> str:
        return self.display

    def __repr__(self) -> str:
        return f"Threshold({self.display})"


class Record:
    """One object of the JSON: `record.key`, `record["key"]`, `record.to_dict()`."""

    __slots__ = ("_raw", "_made")
    _raw: "dict[str, Any]"
    _made: "dict[str, Any]"
    # Where an attribute holds records of a class of its own.
    _kinds: "Mapping[str, Callable[[dict[str, Any]], Any]]" = {}

    def __init__(self, raw: "dict[str, Any]") -> None:
        self._raw, self._made = raw, {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name in ("_raw", "_made"):
            raise AttributeError(name)
        key = name[:-1] if name.endswith("_") else name
        try:
            return self[key]
        except KeyError:
            raise AttributeError(
                f"{type(self).__name__} has no attribute {name!r}; it has "
                + ", ".join(attribute_name(k) for k in self._raw)
            ) from None

    def __getitem__(self, key: str) -> Any:
        try:
            return self._made[key]
        except KeyError:
            pass
        out = self._made[key] = value_of(key, self._raw[key], self._kinds.get(key))
        return out

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def keys(self) -> "list[str]":
        """The keys of the JSON, in its order."""
        return list(self._raw)

    def __dir__(self) -> "list[str]":
        return sorted({*super().__dir__(), *(attribute_name(k) for k in self._raw)})

    def to_dict(self) -> "dict[str, Any]":
        """The JSON as plain texts, numbers, lists and dicts; a copy."""
        import copy

        return copy.deepcopy(self._raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self._raw == other._raw

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> "tuple[Any, ...]":
        return (type(self), (self._raw,))

    def __repr__(self) -> str:
        shown = []
        for key, value in self._raw.items():
            if isinstance(value, list):
                if value:
                    shown.append(f"{attribute_name(key)}=[{len(value)}]")
            elif value not in (None, "") and not isinstance(value, dict):
                shown.append(f"{attribute_name(key)}={value!r}")
            elif isinstance(value, dict):
                made = self[key]
                shown.append(f"{attribute_name(key)}={made if isinstance(made, Amount) else '{...}'}")
        return f"{type(self).__name__}({', '.join(shown)})"


def attribute_name(key: str) -> str:
    return "from_" if key == "from" else key


def fraction_of(text: Optional[str]) -> Optional[Fraction]:
    return None if text is None else Fraction(text)


def value_of(
    key: str, raw: Any, kind: "Optional[Callable[[dict[str, Any]], Any]]" = None
) -> Any:
    """A value of the JSON as Python has it."""
    if isinstance(raw, list):
        return tuple(value_of(key, each, kind) for each in raw)
    if isinstance(raw, dict):
        if kind is not None:
            return kind(raw)
        keys = raw.keys()
        if keys == _SHARE:
            return ExactShare(Fraction(raw["low"]), fraction_of(raw["high"]), raw["display"])
        if keys == _AMOUNT:
            return Amount(Fraction(raw["low"]), fraction_of(raw["high"]))
        if keys == _THRESHOLD:
            return Threshold(Fraction(int(raw["num"]), int(raw["den"])), raw["display"])
        return Record(raw)
    if isinstance(raw, str):
        if key in _DATES:
            try:
                return datetime.date.fromisoformat(raw)
            except ValueError:
                return raw
        if key in _FRACTIONS:
            return Fraction(raw)
        if key in _SCORES or key == "threshold":
            return float(raw)
    return raw
