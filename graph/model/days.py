"""Days as whole numbers, and ranges of them.

A day is `date.toordinal()`, so stores and masks compare integers. A range is half open: `[lo, hi)`.
`PAST` and `FUTURE` stand for no known bound; no real day equals either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

PAST = 0
FUTURE = date.max.toordinal() + 1
DAYS_IN_A_YEAR = 365.2425
"""The mean of the Gregorian calendar."""
DAYS_IN_A_MONTH = DAYS_IN_A_YEAR / 12


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A half-open range of days, not empty."""

    lo: int = PAST
    hi: int = FUTURE

    def __post_init__(self) -> None:
        if self.lo >= self.hi:
            raise ValueError(f"empty range of days [{self.lo}, {self.hi})")

    @property
    def first(self) -> int:
        return self.lo

    @property
    def last(self) -> int:
        return self.hi - 1

    def holds(self, day: int) -> bool:
        return self.lo <= day < self.hi

    def contains(self, other: Days) -> bool:
        return self.lo <= other.lo and other.hi <= self.hi

    def meets(self, other: Days) -> bool:
        return self.lo < other.hi and other.lo < self.hi


EVER = Days()
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def day_of(text: str) -> int:
    """The day of an ISO date `YYYY-MM-DD`. Raises ValueError otherwise."""
    if _DAY.fullmatch(text) is None:
        raise ValueError(f"not a day: {text!r}")
    return date.fromisoformat(text).toordinal()


def iso(day: int) -> str:
    """ISO text of a day; empty for PAST and FUTURE."""
    return date.fromordinal(day).isoformat() if PAST < day < FUTURE else ""
