"""The answer about flows as a grid: the organisations of most moves by name, all others in one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.assembly.rows import Grade
from graph.queries.answers.counting import Counted, Held
from graph.queries.flows.flows import Flows
from graph.queries.flows.tallies import NOTHING, Tally, tally
from graph.settings import settings

REST = "rest"
"""Stands for all organisations without a row of their own."""
ALL = ""
"""Stands for all organisations."""
_RANK = {grade: rank for rank, grade in enumerate(Grade)}


@dataclass(frozen=True)
class Grid:
    """`names` are the ends with a row of their own, most moves first; without one that was asked for."""

    reply: Flows

    @cached_property
    def ends(self) -> tuple[str, ...]:
        """All organisations at an end of a move, most certain moves first."""
        moves: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for cell in self.reply.cells:
            for end in (cell.origin, cell.destination):
                moves[end][0] -= cell.tally.n
                moves[end][1] -= len(cell.tally.moves)
        return tuple(sorted(moves, key=lambda end: (moves[end], self.reply.name(end), end)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        others = [end for end in self.ends if end not in self.reply.asked.ids]
        most = settings().matrix_names
        return tuple(others if len(others) == most + 1 else others[:most])  # a row for one is a name

    @cached_property
    def rest(self) -> tuple[str, ...]:
        shown = {*self.names, *self.reply.asked.ids}
        return tuple(end for end in self.ends if end not in shown)

    def cell(self, origin: str, destination: str) -> Tally:
        """Moves from one end to the other, each an id, REST or ALL; an arrival counts once."""
        return self._cells.get((origin, destination), NOTHING)

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], Tally]:
        moves: dict[tuple[str, str], list[Counted]] = defaultdict(list)
        for cell in self.reply.cells:
            for origin in self._stands_in(cell.origin):
                for destination in self._stands_in(cell.destination):
                    moves[origin, destination] += cell.tally.moves
        return {ends: tally(found) for ends, found in moves.items()}

    def _stands_in(self, end: str) -> tuple[str, ...]:
        return (end, REST, ALL) if end in self.rest else (end, ALL)

    def name(self, end: str) -> str:
        if end == REST:
            return f"{len(self.rest):,} other{'s' if len(self.rest) != 1 else ''}"
        return self.reply.name(end) if end else "all"


def parse_ends(cell: str) -> tuple[str, str] | None:
    """The ends that the address names as `origin>destination`."""
    origin, arrow, destination = cell.partition(">")
    return (origin, destination) if arrow else None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One arrival, by the strongest of the moves that led to it."""

    move: Counted

    @property
    def is_counted(self) -> bool:
        """Whether it is in the number, and not beside it."""
        return self.move.grade is Grade.CERTAIN and self.move.held is Held.SURELY


def arrivals(found: Tally) -> list[Arrival]:
    """The arrivals that a tally counts, and those beside, as the tally took them."""
    best: dict[str, Counted] = {}
    for move in found.moves:
        known = best.get(move.row.to_edge)
        if known is None or _RANK[move.grade] < _RANK[known.grade]:
            best[move.row.to_edge] = move
    return [Arrival(move) for move in best.values()]


def tally_text(found: Tally) -> str:
    """`14 moves`, with what stands beside them."""
    moves = f"{found.n:,} move{'s' if found.n != 1 else ''}"
    beside = ", ".join(beside_texts(found))
    return f"{moves}; beside: {beside}" if beside else moves


def beside_texts(found: Tally) -> Iterable[str]:
    """What may be moves of the window too, and is in no number."""
    for count, words in (
        (found.astride, "may lie outside the window"),
        (found.inferred.hi, "inferred"),
        (found.possible.hi, "possible"),
    ):
        if count:
            yield f"{count:,} {words}"
