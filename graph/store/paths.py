"""The k first paths between two entities, in the total order: hops, sum of inner degrees, ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice
from time import monotonic

from graph.model.entities import is_unnamed
from graph.settings import settings
from graph.store.adjacency import Ends
from graph.store.answers import Answer, Cut, Path
from graph.store.base import PathMode
from graph.store.modes import Mode, State
from graph.store.snapshot import Snapshot
from graph.store.walkable import Walkable


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


def find_paths(question: PathQuestion, snapshot: Snapshot, walkable: Walkable) -> Answer[Path]:
    """Empty where one of the two is not known; the one entity where they are the same."""
    known = snapshot.entities
    if question.start not in known or question.end not in known:
        return Answer((), total=0)
    if question.start == question.end:
        return Answer((Path((question.start,), (), 0),), total=1)
    items, cuts = _Search(question, snapshot, walkable.mode(question.mode)).answer()
    return Answer(items, cuts, undated=walkable.hidden(question.mode))


class _OutOfTime(Exception):
    pass


class _Search:
    """Best first by (hops, degrees so far and the least still to
    come, ids), so paths come out in their order.
    """

    def __init__(self, question: PathQuestion, snapshot: Snapshot, mode: Mode) -> None:
        self._q = question
        self._mode = mode
        self._ends: Ends = mode.ends
        self._degree = snapshot.degree
        self._kinds = snapshot.kinds
        self._least: list[dict[str, int]] = [{question.end: 0}]
        self._until = monotonic() + settings().query_seconds

    def answer(self) -> tuple[tuple[Path, ...], tuple[Cut, ...]]:
        """The paths, and every limit that kept others out."""
        found: list[Path] = []
        cuts = list(self._hubs())
        rows = 0
        try:
            for path in islice(self._paths(), self._q.k + 1):
                rows += sum(map(len, path.hops))
                if len(found) == self._q.k:
                    cuts.append(Cut("paths", self._q.k, None, "Ask for more paths, or narrow."))
                elif rows > settings().query_rows:
                    cuts.append(Cut("query_rows", settings().query_rows, None, "Narrow by relation or date."))
                    break
                else:
                    found.append(path)
            else:
                cuts += self._too_long(len(found))
        except _OutOfTime:
            hint = "Narrow by relation, date or hops, or raise the setting."
            cuts.append(Cut("query_seconds", settings().query_seconds, None, hint))
        return tuple(found), tuple(cuts)

    def _paths(self) -> Iterator[Path]:
        for length in range(1, self._q.hops + 1):
            self._extend_least(length)
            yield from self._of_length(length)

    def _of_length(self, length: int) -> Iterator[Path]:
        start = self._q.start
        if start not in self._least[length]:
            return
        heap: list[tuple[int, tuple[str, ...], int, State]] = []
        heappush(heap, (self._least[length][start], (start,), 0, self._mode.first))
        while heap:
            self._check_time()
            _, entities, degrees, state = heappop(heap)
            left = length + 1 - len(entities)
            if not left:
                yield Path(entities, self._mode.hops(entities), degrees)
                continue
            for id_, new in self._steps(entities, state, self._least[left - 1]):
                so_far = degrees + self._inner_degree(id_)
                heappush(heap, (so_far + self._least[left - 1][id_], (*entities, id_), so_far, new))

    def _steps(
        self, entities: tuple[str, ...], state: State, least: dict[str, int]
    ) -> Iterator[tuple[str, State]]:
        """Whoever may come next and still reaches the end with exactly the hops left."""
        for id_ in self._ends[entities[-1]]:
            if id_ in least and id_ != self._q.start and self._mode.may_follow(entities, id_):
                new = self._mode.step(state, entities, id_)
                if new is not None:
                    yield id_, new

    def _extend_least(self, hops: int) -> None:
        """`_least[h][id]`: the least sum of inner degrees behind `id` on any walk of h hops to the end."""
        while len(self._least) <= hops:
            least: dict[str, int] = {}
            for id_, cost in self._least[-1].items():
                self._check_time()
                if id_ == self._q.start:
                    continue
                cost += self._inner_degree(id_)  # noqa: PLW2901
                for before in self._ends.get(id_, ()):
                    if self._may_stand(before) and cost < least.get(before, cost + 1):
                        least[before] = cost
            self._least.append(least)

    def _inner_degree(self, id_: str) -> int:
        return 0 if id_ == self._q.end else self._degree[id_]

    def _may_stand(self, id_: str) -> bool:
        """At the start, or as an inner entity."""
        return id_ == self._q.start or (self._fits(id_) and self._degree[id_] <= self._q.hub)

    def _fits(self, id_: str) -> bool:
        kind = self._kinds[id_]
        return (
            id_ not in (self._q.start, self._q.end)
            and id_ not in self._q.without
            and kind != "group"
            and not is_unnamed(id_)
            and (not self._q.kinds or kind in self._q.kinds)
        )

    def _hubs(self) -> Iterator[Cut]:
        passed = sum(self._degree[id_] > self._q.hub and self._fits(id_) for id_ in self._ends)
        if passed:
            hint = "Ask with a higher hub limit to go through them."
            yield Cut("hub_edges", self._q.hub, passed, hint)

    def _too_long(self, found: int) -> Iterator[Cut]:
        if found < self._q.k:
            self._extend_least(self._q.hops + 1)
            if self._q.start in self._least[-1]:
                yield Cut("hops", self._q.hops, None, "Allow more steps, or narrow the dates.")

    def _check_time(self) -> None:
        if monotonic() > self._until:
            raise _OutOfTime
