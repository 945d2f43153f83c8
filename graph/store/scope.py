"""What a View shows: two clocks, a level of evidence, a certainty."""

from __future__ import annotations

from dataclasses import dataclass

from graph.assembly.rows import Certainty, EdgeRow, Flag, Level
from graph.errors import BadQuestion
from graph.model.days import FUTURE
from graph.model.relations import RELATIONS


@dataclass(frozen=True, slots=True)
class Scope:
    """`true_on`: a day on which edges must hold (None: any time). `known_on`: sources out by that day (None:
    all).

    `certainty` is the weakest that an edge may have on the day. `relations` empty: all.
    """

    true_on: int | None = None
    known_on: int | None = None
    level: Level = Level.USUAL
    certainty: Certainty = Certainty.LIKELY
    relations: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        unknown = self.relations - RELATIONS.keys()
        if unknown:
            known = ", ".join(sorted(name for name, r in RELATIONS.items() if r.is_edge))
            raise BadQuestion(
                f"“{min(unknown)}” is not a relation.", place="relations", hint=f"One of {known}."
            )

    def is_known(self, row_from: int, row_until: int) -> bool:
        """Whether a row with this period of knowledge is seen. Without a day: the latest period."""
        day = self.known_on
        return row_until == FUTURE if day is None else row_from <= day < row_until

    def shows(self, row: EdgeRow) -> bool:
        """Whether an edge row is in scope: level, knowledge, relation and, on a day, certainty."""
        if not row.levels & self.level.bit or not self.is_known(row.known_from, row.known_until):
            return False
        if self.relations and row.relation not in self.relations:
            return False
        return self.true_on is None or self.holds(row)

    def holds(self, row: EdgeRow) -> bool:
        """Whether an edge holds on the day, at least as certainly as asked. Undated edges never do."""
        if self.true_on is None or Flag.TIMELESS in row.flags:
            return True
        if Flag.UNDATED in row.flags:
            return False
        lo, hi = row.span(self.certainty)
        return lo <= self.true_on < hi
