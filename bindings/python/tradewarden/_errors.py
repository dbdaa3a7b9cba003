"""Errors: one class for each kind of code, with file, line and field."""
from __future__ import annotations

from typing import Sequence


class Error(Exception):
    """Why a call failed.

    code: the number of the C interface (`TW_BAD_VALUE` is 9); name: its name ("bad_value");
    message: one sentence; file, line (from 1; 0: none) and field: where, or empty;
    problems: all that is wrong, this error the first (a bill of materials, a folder of rules).
    """

    code: int = 99
    name: str = "internal"
    message: str = ""
    file: str = ""
    line: int = 0
    field: str = ""
    problems: "tuple[Error, ...]" = ()

    def __reduce__(self):  # type: ignore[no-untyped-def]
        rows = [_row(e) for e in (self.problems or (self,))]
        return (_made_as, (type(self), rows))


class UsageError(Error, ValueError):
    """The arguments of the call contradict each other or are missing."""


class NotFoundError(Error, LookupError):
    """A product, supplier or rule that does not exist."""


class MissingFileError(NotFoundError, FileNotFoundError):
    """A file or folder that does not exist or cannot be opened."""


class BadValueError(Error, ValueError):
    """A field or argument holds a value outside its domain."""


class DataFormatError(Error, ValueError):
    """An input is empty, cut short, binary, of no known format, or lacks a column."""


class ConflictError(Error, ValueError):
    """Two inputs contradict each other."""


class LimitError(Error, ValueError):
    """A documented limit on size, depth or count was passed."""


class BadIndexError(Error):
    """An index file is damaged, or of a version that is not read."""


class BillError(DataFormatError):
    """A bill of materials with problems; `problems` has all of them."""


class NotScreenedWarning(UserWarning):
    """Nothing was looked for: that there is no hit means nothing."""


class QuarantinedWarning(UserWarning):
    """A list that was added to a store is not believed, and waits in quarantine."""


class RejectedRowsWarning(UserWarning):
    """Rows of a list could not be read and are not in the index."""


_BY_NAME: "dict[str, type[Error]]" = {
    "usage": UsageError,
    "not_found": NotFoundError,
    "empty_input": DataFormatError,
    "truncated": DataFormatError,
    "not_text": DataFormatError,
    "unknown_format": DataFormatError,
    "bad_syntax": DataFormatError,
    "missing_field": DataFormatError,
    "bad_value": BadValueError,
    "conflict": ConflictError,
    "limit_exceeded": LimitError,
    "bad_index": BadIndexError,
    "old_version": BadIndexError,
}

Row = "tuple[int, str, str, str, int, str, str]"


def _row(e: Error) -> "tuple[int, str, str, str, int, str, str]":
    return (e.code, e.name, e.message, e.file, e.line, e.field, str(e))


def _one(kind: "type[Error]", row: "tuple[int, str, str, str, int, str, str]") -> Error:
    code, name, message, file, line, field, text = row
    out = kind(text)
    out.code, out.name, out.message = code, name, message
    out.file, out.line, out.field = file, line, field
    return out


def _kind(row: "tuple[int, str, str, str, int, str, str]") -> "type[Error]":
    if row[1] == "not_found" and row[3]:
        return MissingFileError
    return _BY_NAME.get(row[1], Error)


def _made_as(
    kind: "type[Error]", rows: "Sequence[tuple[int, str, str, str, int, str, str]]"
) -> Error:
    out = _one(kind, rows[0])
    out.problems = (out, *(_one(_kind(r), r) for r in rows[1:]))
    return out


def made(rows: "Sequence[tuple[int, str, str, str, int, str, str]]") -> Error:
    """The exception for problems as the library tells them; the extension module calls it."""
    return _made_as(_kind(rows[0]), rows)


def usage(message: str, field: str) -> UsageError:
    """A usage error of the package's own."""
    text = f"{field}: {message}"
    out = _made_as(UsageError, [(1, "usage", message, "", 0, field, text)])
    assert isinstance(out, UsageError)
    return out
