"""Moves counted together: those of a pair of ends, and the matrix of all pairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.assembly.rows import Grade
from graph.queries.answers.counting import Counted, Held, Range, ranged


@dataclass(frozen=True, slots=True)
class Tally:
    """Moves counted together. `certain`, `inferred` and `possible` count arrivals, each once, at its best.

    Only certain arrivals that surely lie in the window make the number `n`; all else stands beside it.
    """

    certain: Range
    inferred: Range
    possible: Range
    moves: tuple[Counted, ...]

    @property
    def n(self) -> int:
        return self.certain.lo

    @property
    def astride(self) -> int:
        """Certain arrivals that may lie in the window, and may not."""
        return self.certain.hi - self.certain.lo

    @property
    def people(self) -> tuple[str, ...]:
        """Those whom the number counts."""
        counted = (m.row.person for m in self.moves if m.grade is Grade.CERTAIN and m.held is Held.SURELY)
        return tuple(dict.fromkeys(counted))

    @property
    def claims(self) -> tuple[str, ...]:
        """Behind all of its moves."""
        return tuple(dict.fromkeys(id_ for m in self.moves for id_, _ in m.row.claims))


def tally(moves: Iterable[Counted]) -> Tally:
    """An arrival with several origins counts once, at its strongest grade."""
    given = tuple(sorted(moves, key=lambda m: m.row.listed))
    best: dict[str, Counted] = {}
    for move in given:
        known = best.get(move.row.to_edge)
        if known is None or _RANK[move.grade] < _RANK[known.grade]:
            best[move.row.to_edge] = move

    def counted(grade: Grade) -> Range:
        return ranged(m.held for m in best.values() if m.grade is grade)

    return Tally(counted(Grade.CERTAIN), counted(Grade.INFERRED), counted(Grade.POSSIBLE), given)


_RANK = {grade: rank for rank, grade in enumerate(Grade)}
NOTHING = tally(())


@dataclass(frozen=True, slots=True)
class Cell:
    """One origin and one destination."""

    origin: str
    destination: str
    tally: Tally


Ends = dict[tuple[str, str], list[Counted]]
"""Moves by the two ends between which they are counted."""


def cells_of(ends: Ends) -> tuple[Cell, ...]:
    """The matrix, largest cells first."""
    cells = (Cell(*pair, tally(moves)) for pair, moves in ends.items())
    return tuple(sorted(cells, key=_size))


def _size(cell: Cell) -> tuple[int, int, int, str, str]:
    found = cell.tally
    return (-found.n, -found.certain.hi, -len(found.moves), cell.origin, cell.destination)
