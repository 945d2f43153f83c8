"""The stints and moves of one scope, by person and by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from graph.assembly.rows import EdgeRow, MoveRow, Rows

R = TypeVar("R", EdgeRow, MoveRow)


class StintIndex:
    """Rows of works_at and of moves."""

    def __init__(self, edges: Iterable[EdgeRow], moves: Iterable[MoveRow]) -> None:
        self._edges = _Table(edges, lambda row: row.subject, lambda row: {row.object, row.company})
        self._moves = _Table(moves, lambda move: move.person, _places)

    def rows(self, people: Collection[str], organisations: Collection[str]) -> Rows:
        """Of these people and at these organisations or companies, in their order; empty: all."""
        return Rows(
            tuple(self._edges.rows(people, organisations)), tuple(self._moves.rows(people, organisations))
        )

    def of(self, person: str) -> Sequence[EdgeRow]:
        """The stints of one person."""
        return self._edges.rows((person,), ())

    def at(self, organisation: str) -> Sequence[EdgeRow]:
        """The stints at an organisation; at a company those in its labs too."""
        return self._edges.rows((), (organisation,))


class _Table(Generic[R]):
    """Rows in their order, and where in it those of a person and of a place stand."""

    def __init__(
        self, rows: Iterable[R], person: Callable[[R], str], places: Callable[[R], set[str]]
    ) -> None:
        self._rows: list[R] = sorted(rows, key=lambda row: row.order)
        self._person: Callable[[R], str] = person
        self._places: Callable[[R], set[str]] = places

    def rows(self, people: Collection[str], places: Collection[str]) -> list[R]:
        """Those of these people and at these places, in order; empty: all."""
        if not people and not places:
            return self._rows
        groups = [(self._by_person, people), (self._by_place, places)]
        found = [{n for id_ in ids for n in index.get(id_, ())} for index, ids in groups if ids]
        return [self._rows[n] for n in sorted(set.intersection(*found))]

    @cached_property
    def _by_person(self) -> dict[str, list[int]]:
        return _index((self._person(row), n) for n, row in enumerate(self._rows))

    @cached_property
    def _by_place(self) -> dict[str, list[int]]:
        return _index((place, n) for n, row in enumerate(self._rows) for place in self._places(row))


def _places(move: MoveRow) -> set[str]:
    return {move.origin, move.destination, move.origin_company, move.destination_company}


def _index(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for id_, number in pairs:
        index[id_].append(number)
    return index
