"""What paths may walk in one scope: its edges, by their ends and as each mode reads them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from graph.assembly.rows import Certainty, EdgeRow
from graph.store.adjacency import Ends, adjacency, is_undated
from graph.store.base import PathMode
from graph.store.modes import AnyTime, AtOnce, InOrder, Mode, Together

_TIMED: tuple[PathMode, ...] = ("together", "at_once")


class Walkable:
    """`edges`: those in scope; `undated`: those that its day hides for want of dates."""

    def __init__(
        self, edges: Sequence[EdgeRow], undated: Sequence[EdgeRow], ends: Ends | None = None
    ) -> None:
        self._edges, self._undated, self._given = edges, undated, ends

    def only(self, relations: frozenset[str]) -> Walkable:
        """The part of it with these relations."""
        edges, undated = (
            [row for row in rows if row.relation in relations] for rows in (self._edges, self._undated)
        )
        return Walkable(edges, undated)

    def mode(self, name: PathMode) -> Mode:
        if name == "together":
            return self._together
        return {"any": AnyTime, "in_order": InOrder, "at_once": AtOnce}[name](self._ends)

    def hidden(self, mode: PathMode) -> int:
        """How many edges a mode passes over because nothing places them in time."""
        return len(self._undated) + (self._nowhere if mode in _TIMED else 0)

    @cached_property
    def _ends(self) -> Ends:
        return adjacency(self._edges) if self._given is None else self._given

    @cached_property
    def _together(self) -> Together:
        return Together(self._edges)

    @cached_property
    def _nowhere(self) -> int:
        return sum(is_undated(row, Certainty.LIKELY) for row in self._edges)
