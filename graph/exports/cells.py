"""Cells of tables: lists in one cell, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
