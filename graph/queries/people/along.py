"""Who moved the same way after somebody, and whether they are known to have worked together before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.assembly.rows import Certainty, EdgeRow, MoveRow
from graph.model.days import FUTURE, PAST


class Order(StrEnum):
    """How surely somebody came later than another, and within the days asked for."""

    LATER = "later"
    PERHAPS = "perhaps later"
    SAME_DAY = "the same day"


@dataclass(frozen=True, slots=True)
class Along:
    """`row` is the move of somebody who followed `leader` from the same company to the same company.

    `gap_lo`, `gap_hi`: days between the two arrivals, at least and at most; below nought they may have come
    first. `together`: days on which both surely or likely were at the company they left, before the leader
    arrived elsewhere; nought where no dates show any.
    """

    leader: MoveRow
    row: MoveRow
    order: Order
    gap_lo: int
    gap_hi: int
    together: int

    @property
    def is_colleague(self) -> bool:
        return self.together > 0


class Past:
    """Who was where when: the likely days of stints, by person and company."""

    def __init__(self, edges: Iterable[EdgeRow]) -> None:
        self._spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for row in edges:
            self._spans[row.subject, row.company].append(row.span(Certainty.LIKELY))

    def together(self, one: str, other: str, company: str, until: int) -> int:
        """Days that both were there before a day."""
        return sum(
            max(0, min(mine[1], theirs[1], until) - max(mine[0], theirs[0]))
            for mine in self._spans.get((one, company), ())
            for theirs in self._spans.get((other, company), ())
        )


def way(row: MoveRow) -> tuple[str, str]:
    """From which company to which a move led."""
    return (row.origin_company, row.destination_company)


def followers(leader: MoveRow, rows: Iterable[MoveRow], days: int, past: Past) -> list[Along]:
    """Those of the moves that went the leader's way, on the day or within so many days after, or perhaps so.

    Moves without any date and the leader's own take no part.
    """
    found = [
        Along(
            leader,
            row,
            order,
            row.day_lo - leader.day_hi,
            row.day_hi - leader.day_lo,
            past.together(leader.person, row.person, leader.origin_company, leader.day_hi),
        )
        for row in rows
        if row.person != leader.person
        and way(row) == way(leader)
        and (order := order_of(leader, row, days)) is not None
    ]
    return sorted(found, key=lambda each: (each.row.day_lo, each.row.day_hi, each.row.order))


def order_of(leader: MoveRow, row: MoveRow, days: int) -> Order | None:
    """None: surely before, surely after the days, or of no known day."""
    if not all(_is_dated(each) for each in (leader, row)):
        return None
    lo, hi = row.day_lo - leader.day_hi, row.day_hi - leader.day_lo
    if lo == hi == 0:
        return Order.SAME_DAY
    if hi < 1 or lo > days:
        return None
    return Order.LATER if lo > 0 and hi <= days else Order.PERHAPS


def _is_dated(row: MoveRow) -> bool:
    return row.day_lo > PAST and row.day_hi < FUTURE
