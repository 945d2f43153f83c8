"""Who was where at the same time: likely stints of two people that overlap at one company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.assembly.rows import Certainty, EdgeRow
from graph.store.adjacency import is_undated
from graph.store.answers import Overlap
from graph.store.stint_index import StintIndex


def overlaps(
    person: str, at: str, stints: StintIndex, true_on: int | None, now: int
) -> tuple[list[Overlap], int]:
    """All overlaps of a person in their order, and how many of their stints no date places in time.

    `at`: only in this company or lab. `true_on`: only those that hold on the day. Days together end with the
    day `now`.
    """
    mine = stints.of(person)
    found = {o for row in mine for o in _overlaps(row, stints.at(row.company), now)}
    wanted = [
        o
        for o in found
        if (not at or at in (o.company, o.organisation)) and (true_on is None or o.first <= true_on < o.until)
    ]
    wanted.sort(key=lambda o: (-o.days, o.person, o.company, o.first, o.until, o.organisation))
    return wanted, sum(is_undated(row, Certainty.LIKELY) for row in mine)


def _overlaps(mine: EdgeRow, others: Iterable[EdgeRow], now: int) -> Iterator[Overlap]:
    """Of one stint with those at its company; a stint is likely from `start_hi` until `likely_until`."""
    lo, hi = mine.start_hi, min(mine.likely_until, now + 1)
    for other in others:
        first = max(lo, other.start_hi)
        until = min(hi, other.likely_until)
        if first < until and other.company == mine.company and other.subject != mine.subject:
            lab = mine.object if mine.object == other.object != mine.company else ""
            yield Overlap(other.subject, mine.company, lab, first, until)


def common_days(rows: Iterable[EdgeRow]) -> tuple[int, int] | None:
    """The half-open days on which all the edges are likely, or None."""
    spans = [row.span(Certainty.LIKELY) for row in rows]
    lo, hi = max(lo for lo, _ in spans), min(hi for _, hi in spans)
    return (lo, hi) if lo < hi else None
