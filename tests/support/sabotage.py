"""Engines that are wrong on purpose: the suite must fail each of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from graph.assembly.rows import EdgeRow, Level
from graph.store.memory import MemoryStore
from graph.store.scope import Scope
from graph.store.view import SnapshotView


class _OneEdgeOnly(SnapshotView):
    @cached_property
    def _edges(self) -> list[EdgeRow]:
        """One edge between any two entities and relation, as in a simple graph."""
        rows = [row for row in self._snapshot.edges if self._scope.shows(row)]
        return list({(row.subject, row.relation, row.object): row for row in rows}.values())


class _ADayTooLong(SnapshotView):
    @cached_property
    def _edges(self) -> list[EdgeRow]:
        """The last day taken for one on which the person is still there."""
        day = self._scope.true_on
        if day is None:
            return [row for row in self._snapshot.edges if self._scope.shows(row)]
        before = replace(self._scope, true_on=day - 1)
        return [row for row in self._snapshot.edges if self._scope.shows(row) or before.shows(row)]


class _AnyStatus(SnapshotView):
    @cached_property
    def _edges(self) -> list[EdgeRow]:
        """Rumours taken for reports."""
        scope = replace(self._scope, level=Level.ALL)
        return [row for row in self._snapshot.edges if scope.shows(row)]


class DropsTheParallelEdge(MemoryStore):
    def view(self, scope: Scope | None = None) -> SnapshotView:
        return _OneEdgeOnly(self._snapshot, scope or Scope())


class EndsADayOff(MemoryStore):
    def view(self, scope: Scope | None = None) -> SnapshotView:
        return _ADayTooLong(self._snapshot, scope or Scope())


class IgnoresStatus(MemoryStore):
    def view(self, scope: Scope | None = None) -> SnapshotView:
        return _AnyStatus(self._snapshot, scope or Scope())


SABOTAGED = (DropsTheParallelEdge, EndsADayOff, IgnoresStatus)
