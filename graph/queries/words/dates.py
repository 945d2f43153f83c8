"""Days, dates and spans said in words, no finer than they are known."""

from __future__ import annotations

import calendar
import re
from datetime import date

from graph.assembly.rows import EdgeRow, Flag
from graph.errors import ModelError
from graph.model.days import FUTURE, PAST
from graph.model.when import Form, When, parse_when

_THIRDS = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
_DOUBT = {"~": "about ", "?": "probably ", "%": "probably about "}
_PLAIN = re.compile(r"[~?%]")
_WRITTEN = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])", re.ASCII)
_A_DAY = re.compile(r"\d{1,2} ")
_OWN_PREPOSITION = ("by ", "between ", *_DOUBT.values())


def day_text(day: int) -> str:
    """`12 Jun 2025`; empty for PAST and FUTURE."""
    if not PAST < day < FUTURE:
        return ""
    known = date.fromordinal(day)
    return f"{known.day} {calendar.month_abbr[known.month]} {known.year}"


def days_text(lo: int, hi: int) -> str:
    """Half-open days as one would say them: `12 Jun 2025`, `Jun 2025`, `late 2023`; empty for no day."""
    if lo >= hi:
        return ""
    if lo <= PAST or hi >= FUTURE:
        return _half(lo, hi)
    first, last = date.fromordinal(lo), date.fromordinal(hi - 1)
    if _opens_year(first) and _closes_year(last):
        return _pair(str(first.year), str(last.year), last.year - first.year)
    if first.day == 1 and _closes_month(last):
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        days = _pair(str(first.day), str(last.day), last.day - first.day)
        return f"{days} {_month(last)}"
    start = _first(lo)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}") if " " in start else calendar.month_abbr[first.month]
    return _pair(start, day_text(hi - 1), last.toordinal() - lo)


def event_text(lo: int, hi: int) -> str:
    """Half-open days in one of which it happened: `12 Jun 2025`, `between Apr and 3 Jul 2025`."""
    return _once(days_text(lo, hi))


def when_text(when: When, seen: When | None = None) -> str:
    """`since Jun 2025`, `until Feb 2026`, `about 2023`; empty where nothing is said.

    `seen`: when the source came out. What goes on did so then, not now: `since Jun 2025, as of 8 Jul 2025`.
    """
    if when.form is Form.EMPTY:
        return ""
    if when.form is Form.POINT:
        return _point_text(when.text)
    first, _, second = when.text.partition("/")
    start, end = (_point_text(part) if part not in ("", "..") else "" for part in (first, second))
    if when.open_end:
        return _ongoing(start, when, seen)
    if not start:
        return _until(end)
    return _from_to(start, end) if end else f"{_from(start)}, end not known"


def span_text(row: EdgeRow) -> str:
    """When an edge holds: `2016 to Jun 2025`, `from Jun 2025, end not known`; empty if nothing is known."""
    if Flag.TIMELESS in row.flags:
        return ""
    if Flag.EVENT in row.flags:
        return "" if Flag.UNDATED in row.flags else event_text(row.start_lo, row.start_hi + 1)
    return bounds_text(
        (row.start_lo, row.start_hi),
        (row.end_lo, row.end_hi),
        dated=(Flag.START_DATED in row.flags, Flag.END_DATED in row.flags),
    )


def bounds_text(start: tuple[int, int], end: tuple[int, int], dated: tuple[bool, bool]) -> str:
    """From the range of the first day, and of the first day no longer so, both ends included.

    `dated`: whether a source dates the start, and the end.
    """
    began = days_text(start[0], start[1] + 1) if dated[0] else ""
    ended = days_text(end[0], end[1] + 1) if dated[1] else ""
    if began and ended:
        return _from_to(began, ended)
    if ended:
        return _until(ended)
    latest = _half(PAST, end[1] + 1)
    if began and latest:
        return f"began {_on(began)}, ended {latest}" if _is_range(began) else f"from {began} {_until(latest)}"
    if began:
        lasts = end[0] > start[1] + 1
        return f"since {began}" if lasts and " to " not in began else f"{_from(began)}, end not known"
    return _until(latest) if latest else _half(PAST, start[1] + 1)


def _ongoing(start: str, when: When, seen: When | None) -> str:
    """What goes on as far as its source can know, which may tell of a start still to come."""
    if seen and seen.point and when.start and seen.latest <= when.start.lo:
        return _from(start)
    begun = f"began {_on(start)}, not over" if _is_range(start) else f"since {start}"
    if seen is None:
        return begun
    return f"{begun}, as of {days_text(seen.earliest, seen.latest) if seen.point else 'an undated page'}"


def _once(text: str) -> str:
    """A range of days out of which one is meant."""
    return _on(text) if " to " in text else text


def _from_to(began: str, ended: str) -> str:
    """`2016 to Jun 2025`; in full where that would read as a range of other dates."""
    if began == ended and not _is_range(began):
        return began
    loose = _is_range(began) or _is_range(ended)
    return f"began {_on(began)}, ended {_on(ended)}" if loose else f"{began} to {ended}"


def _from(began: str) -> str:
    return f"began {_on(began)}" if _is_range(began) else f"from {began}"


def _until(ended: str) -> str:
    if ended.startswith("by "):
        return f"until {ended.removeprefix('by ')} at the latest"
    return f"ended {_on(ended)}" if " to " in ended or ended.startswith("between ") else f"until {ended}"


def _on(text: str) -> str:
    """Behind a verb: `in Jun 2025`, `on 17 or 18 Jun 2026`, `between Apr and Jul 2025`."""
    if text.startswith(_OWN_PREPOSITION):
        return text
    first, to, last = text.partition(" to ")
    if to:
        return f"between {first} and {last}"
    return f"on {text}" if _A_DAY.match(text) else f"in {text}"


def _is_range(text: str) -> bool:
    """Whether a date in words is one of several, or bounded on one side."""
    return any(word in text for word in (" to ", " or ", "by ", "between "))


def _half(lo: int, hi: int) -> str:
    """Where one end or both are not bounded."""
    if PAST + 1 < hi < FUTURE:
        return f"by {_last(hi)}"
    return f"{_first(lo)} or later" if PAST < lo < FUTURE else ""


def with_dates(text: str) -> str:
    """A text of an editor's with its months and days as people write them: `hired 2021 to Feb 2023`."""
    return _WRITTEN.sub(_in_words, text)


def _in_words(match: re.Match[str]) -> str:
    try:
        return when_text(parse_when(match[0]))
    except ModelError:  # looks like a day, and is none
        return match[0]


def _point_text(text: str) -> str:
    mark = next((_DOUBT[sign] for sign in "%~?" if sign in text), "")
    plain = _PLAIN.sub("", text)
    if plain.startswith("[") and "," in plain:
        return mark + " or ".join(_point_text(part) for part in plain[1:-1].split(","))
    point = parse_when(plain).point
    return mark + event_text(point.lo, point.hi) if point else ""


def _months(first: date, last: date) -> str:
    if first.year == last.year:
        third = _THIRDS.get((first.month, last.month))
        if third:
            return f"{third} {first.year}"
        start = calendar.month_abbr[first.month]
    else:
        start = _month(first)
    apart = (last.year - first.year) * 12 + last.month - first.month
    return _pair(start, _month(last), apart) if apart else _month(last)


def _pair(first: str, last: str, apart: int) -> str:
    if apart == 0:
        return last
    return f"{first} or {last}" if apart == 1 else f"{first} to {last}"


def _first(lo: int) -> str:
    known = date.fromordinal(lo)
    if _opens_year(known):
        return str(known.year)
    return _month(known) if known.day == 1 else day_text(lo)


def _last(hi: int) -> str:
    known = date.fromordinal(hi - 1)
    if _closes_year(known):
        return str(known.year)
    return _month(known) if _closes_month(known) else day_text(hi - 1)


def _month(known: date) -> str:
    return f"{calendar.month_abbr[known.month]} {known.year}"


def _opens_year(known: date) -> bool:
    return (known.month, known.day) == (1, 1)


def _closes_year(known: date) -> bool:
    return (known.month, known.day) == (12, 31)


def _closes_month(known: date) -> bool:
    return known.day == calendar.monthrange(known.year, known.month)[1]
