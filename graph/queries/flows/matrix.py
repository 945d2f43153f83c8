"""The matrix of one question: its cells and its pairs, cut to what an answer may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from graph.assembly.rows import MoveRow
from graph.queries.answers.counting import Counted
from graph.queries.flows.parts import Asked, Pair, pairs_of
from graph.queries.flows.tallies import Cell, Ends, Tally, cells_of
from graph.store.answers import Cut


@dataclass(frozen=True, slots=True)
class Matrix:
    """`across` are all moves asked for by their ends, `either` those of the ways back too.

    `cells` of moves across, `inside` of those inside one company, and `pairs`, are cut; `left_out` cells are
    missing.
    """

    across: Ends
    either: Ends
    cells: tuple[Cell, ...]
    inside: tuple[Cell, ...]
    pairs: tuple[Pair, ...]
    left_out: int

    @property
    def ids(self) -> Iterator[str]:
        """The ends of all cells and pairs; repeats included."""
        for cell in chain(self.cells, self.inside):
            yield from (cell.origin, cell.destination)
        for pair in self.pairs:
            yield from (pair.a, pair.b)

    @property
    def rows(self) -> list[MoveRow]:
        """The moves that the cells and pairs count or hold, each once."""
        return list(dict.fromkeys(move.row for found in self._tallies() for move in found.moves))

    def _tallies(self) -> Iterator[Tally]:
        for cell in chain(self.cells, self.inside):
            yield cell.tally
        for pair in self.pairs:
            yield from (pair.there, pair.back)

    @property
    def cuts(self) -> tuple[Cut, ...]:
        hint = "Name an organisation, or narrow the window; the totals are whole."
        return (Cut("query_rows", len(self.cells), self.left_out, hint),) if self.left_out else ()


def matrix_of(asked: Asked, counted: Iterable[Counted], allowed: int) -> Matrix:
    """Of the moves of a window, at most so many cells and pairs, the largest first."""
    given = list(counted)
    across, inside = asked.grouped(m for m in given if asked.meets(m.row))
    either = across
    if asked.ids:
        either, _ = asked.grouped(m for m in given if asked.meets_either_way(m.row))
    cells = cells_of(across)
    return Matrix(
        across=across,
        either=either,
        cells=cells[:allowed],
        inside=cells_of(inside)[:allowed],
        pairs=tuple(pairs_of(either, asked.into or asked.of)[:allowed]),
        left_out=max(0, len(cells) - allowed),
    )
