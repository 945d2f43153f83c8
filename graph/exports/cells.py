"""Cells of tables: values of all kinds in one cell, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from graph.exports.schema import Kind
from graph.model.quantity import plain

NUMERIC = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.DECIMAL})
"""Kinds of our own figures. They are never guarded: a minus sign is theirs."""

# Blanks and invisible characters that spreadsheets skip, then what makes a formula: also full-width, small
# and raised signs. Where semicolons separate columns a cell is split at them, so what follows one is guarded.
_BLANK = "[\\s\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff]*"
_LEAD = "[=+\\-@\t\r\n\u207a-\u207c\u208a-\u208c\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]"
_LIVE = re.compile(f"(^|;)(?='*{_BLANK}{_LEAD})")
_GUARDED = re.compile(f"(^|;)'(?='*{_BLANK}{_LEAD})")


def guard(text: str) -> str:
    """The text with `'` wherever a spreadsheet could begin to read a formula."""
    return _LIVE.sub(r"\1'", text)


def unguard(text: str) -> str:
    """Undoes `guard`, exactly."""
    return _GUARDED.sub(r"\1", text)


def join(values: Iterable[str]) -> str:
    """Values in one cell, `|` between them; a backslash stands before a `|`, `;` or backslash of a value."""
    return "|".join(re.sub(r"([\\|;])", r"\\\1", value) for value in values)


def split(cell: str) -> tuple[str, ...]:
    return tuple(map(_bare, _parts(cell, "|"))) if cell else ()


def join_pairs(pairs: Iterable[tuple[str, str]]) -> str:
    """`name=value; name=value|value`, as in the files of a set; names in their order."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return "; ".join(f"{name}={join(found)}" for name, found in values.items())


def split_pairs(cell: str) -> list[tuple[str, str]]:
    pairs = []
    for part in _parts(cell, "; ") if cell else ():
        name, _, values = part.partition("=")
        pairs += [(name, value) for value in split(values)]
    return pairs


def _parts(cell: str, separator: str) -> list[str]:
    """Split where the separator stands outside an escape."""
    tokens = re.findall(rf"\\.|{re.escape(separator)}|[^\\]|\\$", cell, re.DOTALL)
    parts = [""]
    for token in tokens:
        if token == separator:
            parts.append("")
        else:
            parts[-1] += token
    return parts


def _bare(part: str) -> str:
    return re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL)


def as_cell(kind: Kind, value: Any) -> str:
    """A value as the text of a cell; empty for None."""
    return "" if value is None else _WRITTEN.get(kind, str)(value)


def from_cell(kind: Kind, cell: str) -> Any:
    """The value of a cell that `as_cell` gave. Raises ValueError or ArithmeticError for any other."""
    return _READ.get(kind, str)(cell)


def _pairs(values: Iterable[str]) -> str:
    return join_pairs((name, text) for name, _, text in (value.partition("=") for value in values))


_WRITTEN: dict[Kind, Callable[[Any], str]] = {
    Kind.LIST: join,
    Kind.PAIRS: _pairs,
    Kind.TRUTH: lambda value: "yes" if value else "",
    Kind.DECIMAL: plain,
}
_READ: dict[Kind, Callable[[str], Any]] = {
    Kind.LIST: split,
    Kind.PAIRS: lambda cell: tuple(f"{name}={text}" for name, text in split_pairs(cell)),
    Kind.TRUTH: lambda cell: cell == "yes",
    Kind.WHOLE: int,
    Kind.NUMBER: lambda cell: float(cell) if cell else None,
    Kind.DECIMAL: lambda cell: Decimal(cell) if cell else None,
}
