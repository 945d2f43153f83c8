"""When a claim holds: the part of EDTF (ISO 8601-2) that sources need.

A point is a year, month or day, with `~` or `?` behind it, or one of a set: `[2023-09..2023-12]`,
`[..2025-06-13]`, `[2025-09..]`, `[2024,2025]`. An interval is two points around a slash; its start may be
missing (not known), its end missing (not known) or `..` (still so when the source was written).
Marks of doubt are kept and do not widen the bounds. Split here and not by a library: those at hand invent
ends.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from graph.errors import ModelError
from graph.model.days import EVER, FUTURE, PAST, Days

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?", re.ASCII)
_YEARS = range(1000, 3000)  # beyond lie typing errors, and 9999 for "for ever"
_LONGEST = 200  # characters
_SPREADSHEET = re.compile(
    r"[A-Za-z]{3,9}[- ]\d{2,4}|\d{1,2}[-/. ][A-Za-z0-9]{1,9}[-/. ]\d{2,4}|\d{5}|\d[.\d]*E[+-]?\d+"
)
_FORMS = "Write 2025, 2025-06, 2025-06-12, [2023-09..2023-12], 2024/2025-06, 2025-06/.. or 2025-06/."


class Form(StrEnum):
    """empty: nothing said; point: one date, however coarse; interval: a start and an end."""

    EMPTY = "empty"
    POINT = "point"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class When:
    """`start` and `end` are the ranges in which the first and the last day lie.

    Of a point both are the point itself. `open_end` is the `..` of "still so when it was written".
    A bound that nobody states is None.
    """

    text: str
    form: Form
    start: Days | None
    end: Days | None
    open_end: bool = False

    @property
    def earliest(self) -> int:
        return self.start.lo if self.start else PAST

    @property
    def latest(self) -> int:
        """The first day after all that may be meant."""
        return self.end.hi if self.end else FUTURE

    @property
    def point(self) -> Days | None:
        return self.start if self.form is Form.POINT else None

    @property
    def order(self) -> tuple[int, int, str]:
        return (self.earliest, self.latest, self.text)

    def __str__(self) -> str:
        return self.text


NO_DATE = When("", Form.EMPTY, None, None)


def parse_when(text: str, field: str = "when") -> When:
    """Read one `when`. Raises ModelError of `field`, with a hint for what a spreadsheet mangles."""
    try:
        return _parse(text)
    except ModelError as error:
        raise error if field == error.field else ModelError(field, error.fact, hint=error.hint) from error


@lru_cache(maxsize=65_536)
def _parse(text: str) -> When:
    if not text:
        return NO_DATE
    if len(text) > _LONGEST:
        raise _refuse(f"{text[:40]}…", f"is longer than {_LONGEST} characters", _FORMS)
    if "/" not in text:
        point = _point(text, text)
        return When(text, Form.POINT, point, point)
    if _SPREADSHEET.fullmatch(text):
        raise _spreadsheet(text)
    first, _, second = text.partition("/")
    if first in ("..", "") and second in ("..", ""):
        raise _refuse(text, "states neither a start nor an end")
    if first == "..":
        raise _refuse(text, "has an open start", "Leave the start empty when it is not known.")
    start = _point(first, text) if first else None
    open_end = second == ".."
    end = _point(second, text) if second and not open_end else None
    if start and end and end.hi <= start.lo:
        raise _refuse(text, "ends before it starts", "Swap the two dates, or mend one.")
    return When(text, Form.INTERVAL, start, end, open_end)


def _point(text: str, whole: str) -> Days:
    if text.startswith("[") and text.endswith("]"):
        return _one_of_a_set(text[1:-1], whole)
    return _calendar_point(text, whole)


def _calendar_point(text: str, whole: str) -> Days:
    match = _POINT.fullmatch(text)
    if match is None:
        if _SPREADSHEET.fullmatch(text):
            raise _spreadsheet(whole)
        raise _refuse(whole, "is not a date", _FORMS)
    month, day = (None if part is None else int(part) for part in match.groups()[1:])
    if int(match[1]) not in _YEARS:
        raise _refuse(whole, f"is not between the years {_YEARS.start} and {_YEARS.stop - 1}", _FORMS)
    try:
        return _calendar_range(int(match[1]), month, day)
    except ValueError as error:
        raise _refuse(whole, "is not a day of the calendar", _FORMS) from error


def _calendar_range(year: int, month: int | None, day: int | None) -> Days:
    first = date(year, 1 if month is None else month, 1 if day is None else day)
    if day is not None:
        last = first
    elif month is not None:
        last = date(year, month, calendar.monthrange(year, month)[1])
    else:
        last = date(year, 12, 31)
    return Days(first.toordinal(), last.toordinal() + 1)


def _one_of_a_set(inner: str, whole: str) -> Days:
    if ".." in inner:
        first, _, second = inner.partition("..")
        lo = _calendar_point(first, whole).lo if first else PAST
        hi = _calendar_point(second, whole).hi if second else FUTURE
    else:
        members = [_calendar_point(part, whole) for part in inner.split(",")]
        lo, hi = min(m.lo for m in members), max(m.hi for m in members)
    if lo >= hi:
        raise _refuse(whole, "ends before it starts", "Swap the two dates, or mend one.")
    if Days(lo, hi) == EVER:
        raise _refuse(whole, "states neither a start nor an end")
    return Days(lo, hi)


def _refuse(text: str, fact: str, hint: str = "") -> ModelError:
    return ModelError("when", f"the date “{text}” {fact}.", hint=hint)


def _spreadsheet(text: str) -> ModelError:
    return _refuse(
        text,
        "looks like a spreadsheet's own form of a date",
        "Format the column as text, and write 2025-06 or 2025-06-12.",
    )
