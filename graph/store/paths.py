"""The k first paths between two entities, in the total order: hops, sum of inner degrees, ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice
from time import monotonic

from graph.settings import settings
from graph.store.adjacency import Ends
from graph.store.answers import Answer, Cut, Path
from graph.store.modes import Mode, State
from graph.store.reach import Layer, PathQuestion, Reach
from graph.store.snapshot import Snapshot
from graph.store.walkable import Walkable


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
    """Best first by (hops, degrees so far and the least still to come, ids), so paths come in their order."""

    def __init__(self, question: PathQuestion, snapshot: Snapshot, mode: Mode) -> None:
        self._q = question
        self._mode = mode
        self._ends: Ends = mode.ends
        self._snapshot = snapshot
        self._reach = Reach(question, snapshot.degree, snapshot.kinds, mode.ends, self._check_time)
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
            layers = self._reach.layers(length)
            if self._q.start in layers[length]:
                yield from self._of_length(layers)
            if self._reach.is_over:
                return

    def _of_length(self, layers: Sequence[Layer]) -> Iterator[Path]:
        start, length = self._q.start, len(layers) - 1
        heap: list[tuple[int, tuple[str, ...], int, State]] = []
        heappush(heap, (layers[length][start], (start,), 0, self._mode.first))
        while heap:
            self._check_time()
            _, entities, degrees, state = heappop(heap)
            left = length + 1 - len(entities)
            if not left:
                yield Path(entities, self._mode.hops(entities), degrees)
                continue
            least = layers[left - 1]
            for id_, new in self._steps(entities, state, least):
                so_far = degrees + self._reach.inner_degree(id_)
                heappush(heap, (so_far + least[id_], (*entities, id_), so_far, new))

    def _steps(self, entities: tuple[str, ...], state: State, least: Layer) -> Iterator[tuple[str, State]]:
        """Whoever may come next and still reaches the end with exactly the hops left."""
        around = self._ends[entities[-1]]
        few, many = (around, least) if len(around) < len(least) else (least, around)
        for id_ in few:
            if id_ in many and id_ != self._q.start and self._mode.may_follow(entities, id_):
                new = self._mode.step(state, entities, id_)
                if new is not None:
                    yield id_, new

    def _hubs(self) -> Iterator[Cut]:
        kinds, hubs = self._snapshot.kinds, self._snapshot.above(self._q.hub)
        passed = sum(id_ in self._ends and self._q.fits(id_, kinds[id_]) for id_ in hubs)
        if passed:
            hint = "Ask with a higher hub limit to go through them."
            yield Cut("hub_edges", self._q.hub, passed, hint)

    def _too_long(self, found: int) -> Iterator[Cut]:
        if found < self._q.k and self._q.start in self._reach.layers(self._q.hops + 1)[-1]:
            yield Cut("hops", self._q.hops, None, "Allow more steps, or narrow the dates.")

    def _check_time(self) -> None:
        if monotonic() > self._until:
            raise _OutOfTime
