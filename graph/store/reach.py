"""How far it is still: the walks from each entity to the end of a path, looked for from both ends at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from graph.model.entities import is_unnamed
from graph.store.adjacency import Ends
from graph.store.base import PathMode

Layer = dict[str, int]
"""The least sum of inner degrees behind an entity on any walk of so many hops to the end."""


@dataclass(frozen=True, slots=True)
class PathQuestion:
    """`hub`, `without` and `kinds` (empty: all) bind inner entities; `relations` empty: all."""

    start: str
    end: str
    mode: PathMode
    k: int
    hops: int
    hub: int
    without: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()

    def fits(self, id_: str, kind: str) -> bool:
        """Whether an entity may stand inside a path, but for its degree."""
        return (
            id_ not in (self.start, self.end)
            and id_ not in self.without
            and kind != "group"
            and not is_unnamed(id_)
            and (not self.kinds or kind in self.kinds)
        )


class Reach:
    """Layers of walks, built as far as they are asked for. `tick` is called often; it may raise.

    The half next to the end is walked from there; beyond it only what is near enough to the start counts. So
    a hub is looked into from two sides, and never walked through to everybody.
    """

    def __init__(
        self,
        question: PathQuestion,
        degree: Mapping[str, int],
        kinds: Mapping[str, str],
        ends: Ends,
        tick: Callable[[], None],
    ) -> None:
        self._q, self._degree, self._kinds, self._ends, self._tick = question, degree, kinds, ends, tick
        self._behind: list[Layer] = [{question.end: 0}]
        self._ahead: list[set[str]] = [{question.start}]
        self._fresh = {question.start}

    @property
    def is_over(self) -> bool:
        """Whether there is surely no longer path than those looked for so far."""
        if not self._behind[-1]:
            return True
        return not self._fresh and not any(self._q.end in self._around(id_) for id_ in self._ahead[-1])

    def layers(self, hops: int) -> list[Layer]:
        """One layer for each number of hops left, from none to `hops`; the last holds at most the start."""
        half = hops // 2
        while len(self._behind) <= half:
            self._behind.append(self._further_back())
        while len(self._ahead) < hops - half:
            self._go_ahead()
        layers = self._behind[: half + 1]
        for left in range(half + 1, hops + 1):
            layers.append(self._joined(layers[-1], self._ahead[hops - left]))
        return layers

    def inner_degree(self, id_: str) -> int:
        return 0 if id_ == self._q.end else self._degree[id_]

    def _further_back(self) -> Layer:
        layer: Layer = {}
        for id_, cost in self._steps_from(self._behind[-1]):
            for before in self._around(id_):
                if cost < layer.get(before, cost + 1) and self._may_stand(before):
                    layer[before] = cost
        return layer

    def _go_ahead(self) -> None:
        known = self._ahead[-1]
        self._fresh = {
            id_
            for one in self._fresh
            for id_ in self._around(one)
            if id_ not in known and self._may_stand(id_)
        }
        self._ahead.append(known | self._fresh)

    def _joined(self, after: Layer, near: set[str]) -> Layer:
        """The walks of one hop more that begin near the start."""
        costs = dict(self._steps_from(after))
        layer: Layer = {}
        for id_ in near:
            self._tick()
            around = self._around(id_)
            few, many = (around, costs) if len(around) < len(costs) else (costs, around)
            found = [costs[other] for other in few if other in many]
            if found:
                layer[id_] = min(found)
        return layer

    def _steps_from(self, layer: Layer) -> Iterator[tuple[str, int]]:
        """Where a walk may go on, with what is behind it and itself; no path comes back to its start."""
        for id_, cost in layer.items():
            self._tick()
            if id_ != self._q.start:
                yield id_, cost + self.inner_degree(id_)

    def _around(self, id_: str) -> Mapping[str, object]:
        return self._ends.get(id_, {})

    def _may_stand(self, id_: str) -> bool:
        """At the start, or as an inner entity."""
        if id_ == self._q.start:
            return True
        return self._degree[id_] <= self._q.hub and self._q.fits(id_, self._kinds[id_])
