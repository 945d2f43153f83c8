"""A slow and independent reading of simple careers, to hold assembly against.

For claims `works_at` without labs, returns, `to` and `spell`, where each person was at each employer once.
It knows nothing of bounds: it goes through the days of a small calendar one by one and asks in which of all
possible worlds, each a pair of a first day and a first day no longer there, the person was at work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from graph.assembly.evidence import Evidence

Pair = tuple[int, int]
LEVELS = {
    "firm": ("confirmed",),
    "usual": ("confirmed", "reported"),
    "all": ("confirmed", "reported", "rumoured"),
}


@dataclass(frozen=True)
class Reading:
    """One stint: the worlds that the sources leave open, and what was stated at all."""

    person: str
    org: str
    worlds: frozenset[Pair]
    start_stated: bool
    end_stated: bool

    def always(self) -> set[int]:
        """The days of which all worlds say that the person was there."""
        return self._days(all)

    def ever(self) -> set[int]:
        """The days of which some world says that the person was there."""
        return self._days(any)

    def _days(self, enough: Callable[[Iterable[bool]], bool]) -> set[int]:
        days = range(min(start for start, _ in self.worlds), max(end for _, end in self.worlds))
        return {day for day in days if enough(start <= day < end for start, end in self.worlds)}


def readings(evidence: Iterable[Evidence], level: str, known: int, calendar: range) -> list[Reading]:
    """The stints of all people as known on a day at a level. `calendar`: the days that exist."""
    heard = [e for e in evidence if e.known_from <= known and str(e.claim.status) in LEVELS[level]]
    pairs = {(e.claim.subject, e.claim.object) for e in heard}
    pairs |= {(e.claim.subject, origin) for e in heard for origin in e.claim.all("from")}
    return [_reading(person, org, heard, calendar) for person, org in sorted(pairs)]


def _reading(person: str, org: str, heard: list[Evidence], calendar: range) -> Reading:
    own = [e for e in heard if e.claim.subject == person and e.claim.object == org]
    left_for = [e for e in heard if e.claim.subject == person and org in e.claim.all("from")]
    starts = _finest(_days(e.claim.when.start, calendar) for e in own if e.claim.when.point is None)
    ends = _finest(_days(e.claim.when.end, calendar) for e in own if _has_end(e))
    first, last = calendar[0], calendar[-1]
    worlds = {
        (start, end)
        for start, end in product(starts or range(first, last + 2), ends or range(first, last + 2))
        if start <= end and _allowed((start, end), own, left_for, started=bool(starts))
    }
    return Reading(person, org, frozenset(worlds), bool(starts), bool(ends))


def _has_end(evidence: Evidence) -> bool:
    when = evidence.claim.when
    return when.point is None and when.end is not None and when.end.lo > 0


def _days(span: object, calendar: range) -> set[int]:
    return {d for d in calendar if span is not None and span.holds(d)}  # type: ignore[attr-defined]


def _finest(reports: Iterable[set[int]]) -> set[int]:
    """All days between the first and last of those reports that contain no other one."""
    kept = [set(r) for r in {frozenset(r) for r in reports if r}]
    kept = [r for r in kept if not any(other < r for other in kept)]
    days = set().union(*kept)
    return set(range(min(days), max(days) + 1)) if days else set()


def _allowed(world: Pair, own: list[Evidence], left_for: list[Evidence], *, started: bool) -> bool:
    """Whether a world is consistent with where the person was seen, and when they were gone."""
    start, end = world
    for each in own:
        when = each.claim.when
        if when.point and not _seen(start, end, when.point.lo, when.point.last, started):
            return False
        if when.open_end and each.published and not end > each.published.lo:
            return False
        if when.start and when.point is None and not end >= when.start.lo:
            return False
        over = when.end is not None and when.point is None and when.end.lo == 0
        if over and when.end is not None and not end <= when.end.last:
            return False
    return all(_gone_by(each, end) for each in left_for)


def _seen(start: int, end: int, first: int, last: int, started: bool) -> bool:
    return end > first and (started or start <= last)


def _gone_by(evidence: Evidence, end: int) -> bool:
    when = evidence.claim.when
    known = when.start or when.end
    return known is None or end <= known.last


def gaps(origin: Reading, arrival: Reading) -> Iterator[int]:
    """Every gap in days that two stints leave open."""
    for (_, end), (start, _) in product(origin.worlds, arrival.worlds):
        yield start - end
