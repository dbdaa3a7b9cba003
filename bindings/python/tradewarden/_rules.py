"""The dated rules that origin answers follow."""
from __future__ import annotations

import json
import os
from typing import Any, Iterator, Mapping

from . import _core as native
from ._records import Record


class Rules(Mapping[str, Record]):
    """Parameters of the rules by id: thresholds, country groups, the country chart, the control list.

        rules = tradewarden.Rules.built_in()
        rules["us-ear.734.4.threshold"].values[0].citation

    A mapping, of which `[]` gives one parameter with its dated values (docs/rules.schema.json).
    """

    __slots__ = ("_core",)

    def __init__(self, core: "native.Rules") -> None:
        self._core = core

    @classmethod
    def built_in(cls) -> "Rules":
        """The rules that this version of the library carries."""
        return cls(native.Rules.built_in())

    @classmethod
    def load(cls, folder: "str | os.PathLike[str]") -> "Rules":
        """The built-in rules with those of a folder in their place or beside them. Nothing is
        loaded in part: an Error has all that is wrong in `problems`."""
        return cls(native.Rules.load(os.fspath(folder)))

    @property
    def content(self) -> str:
        """SHA-256 that names these rules in answers."""
        return self._core.content()

    def list(self) -> "tuple[Record, ...]":
        """Every parameter without its values: id, type, file, origin, unverified ..."""
        return tuple(Record(r) for r in json.loads(self._core.list_json())["rules"])

    def __getitem__(self, id: str) -> Record:
        if id not in self._core.ids():
            raise KeyError(id)
        return Record(json.loads(self._core.rule_json(id)))

    def __iter__(self) -> "Iterator[str]":
        return iter(self._core.ids())

    def __len__(self) -> int:
        return len(self._core)

    def __repr__(self) -> str:
        return f"<Rules: {len(self)} parameters, {self.content[:12]}>"

    def to_pandas(self) -> Any:
        """The list as a pandas.DataFrame."""
        import pandas

        return pandas.DataFrame([r.to_dict() for r in self.list()])
