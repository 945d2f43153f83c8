"""Earliest and latest days: what several reports of one date leave open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.assembly.rows import NO_FLAG, Flag
from graph.model.days import FUTURE, PAST, Days


@dataclass(frozen=True, slots=True)
class Bounds:
    """Earliest and latest first day, earliest and latest first day no longer there, and marks of both."""

    start_lo: int = PAST
    start_hi: int = FUTURE
    end_lo: int = PAST
    end_hi: int = FUTURE
    flags: Flag = NO_FLAG


def narrow(ranges: Iterable[Days]) -> tuple[Days, bool]:
    """One range out of several reports of one date, and whether two of them exclude each other.

    A range that contains another is dropped as the coarser one; of the rest the hull is taken.
    """
    distinct = sorted(set(ranges))
    finest = [r for r in distinct if not any(o != r and r.contains(o) for o in distinct)]
    hull = Days(min(r.lo for r in finest), max(r.hi for r in finest))
    apart = any(not a.meets(b) for a in finest for b in finest)
    return hull, apart


def latest(days: Days) -> int:
    """The last day of a range; FUTURE where nothing bounds it."""
    return days.last if days.hi < FUTURE else FUTURE
