"""A window divided into years, quarters or months, each with its matrix."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.model.days import FUTURE, PAST
from graph.queries.answers.counting import Counted, Held, Window
from graph.queries.flows.tallies import Cell, Ends, Tally, cells_of, tally


class Period(StrEnum):
    """The parts into which a window is divided."""

    WHOLE = "whole"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Slice:
    """One period of the window: `2025`, `2025-Q2` or `2025-06`, cut to the window, with its cells."""

    name: str
    window: Window
    total: Tally
    cells: tuple[Cell, ...]


def sliced(ends: Ends, window: Window, period: Period) -> tuple[Slice, ...]:
    """The matrix of every period that surely, or by the middle of its dates, holds an arrival."""
    bounded = [m for moves in ends.values() for m in moves if m.row.day_lo > PAST and m.row.day_hi < FUTURE]
    if period is Period.WHOLE or not bounded:
        return ()
    first, last = min(m.row.day_lo for m in bounded), max(m.row.day_hi for m in bounded)
    parts = list(_periods(first, last, window, period))
    inside = _divided(ends, [part for _, part in parts])
    slices = (_slice(name, part, within) for (name, part), within in zip(parts, inside, strict=True))
    return tuple(s for s in slices if any(m.held is not Held.PERHAPS for m in s.total.moves))


def _divided(ends: Ends, windows: Sequence[Window]) -> list[Ends]:
    """The moves of each window, which follow each other in time."""
    inside: list[Ends] = [{} for _ in windows]
    starts = [window.first or PAST for window in windows]
    for pair, moves in ends.items():
        for move in moves:
            lo, hi = move.row.day_lo, move.row.day_hi
            for n in range(max(0, bisect_right(starts, lo) - 1), bisect_right(starts, hi)):
                held = windows[n].holds(lo, hi)
                if held:
                    inside[n].setdefault(pair, []).append(Counted(move.row, move.grade, held))
    return inside


def _slice(name: str, window: Window, ends: Ends) -> Slice:
    return Slice(name, window, tally(m for moves in ends.values() for m in moves), cells_of(ends))


def _periods(first: int, last: int, window: Window, period: Period) -> Iterator[tuple[str, Window]]:
    """Every period from one day to another, as far as the window goes."""
    opens, closes = window.first or PAST, FUTURE if window.last is None else window.last
    day, until = max(first, opens), min(last, closes)
    while day <= until:
        name, starts, ends = _part(date.fromordinal(day), period)
        yield name, Window(max(starts, opens), min(ends, closes))
        day = ends + 1


def _part(day: date, period: Period) -> tuple[str, int, int]:
    """The name of the period that holds a day, and its first and last day."""
    year = day.year
    if period is Period.YEAR:
        return str(year), *_months(year, 1, 12)
    if period is Period.QUARTER:
        quarter = (day.month + 2) // 3
        return f"{year}-Q{quarter}", *_months(year, 3 * quarter - 2, 3 * quarter)
    return f"{year}-{day.month:02}", *_months(year, day.month, day.month)


def _months(year: int, first: int, last: int) -> tuple[int, int]:
    """The first day of the one month, the last day of the other."""
    end = date(year, last, calendar.monthrange(year, last)[1])
    return date(year, first, 1).toordinal(), end.toordinal()
