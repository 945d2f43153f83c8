"""What lies around one or several entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.assembly.rows import EdgeRow
from graph.errors import BadQuestion
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.queries.answers.edge_table import edge_rows
from graph.queries.answers.reading import Budget, at_most, check_words, common, merged
from graph.queries.answers.reply import Drawn, Reply, Tables
from graph.queries.network.search import find_all
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Hidden:
    """What an entity has that is not in the picture, by relation and direction (out: it is the subject)."""

    relation: str
    direction: str
    neighbours: int


@dataclass(frozen=True, kw_only=True)
class Neighbourhood(Reply):
    """`distance` by id, in the order in which the entities are shown: nearest, then best connected, then id.

    `hidden` by id holds only entities that have something left to expand.
    """

    seeds: tuple[str, ...]
    radius: int
    distance: Mapping[str, int]
    edges: tuple[EdgeRow, ...]
    hidden: Mapping[str, tuple[Hidden, ...]]

    @property
    def title(self) -> str:
        return f"Around {self.names(self.seeds)}"

    @property
    def focus(self) -> tuple[str, ...]:
        return self.seeds

    def drawn(self) -> Drawn:
        return tuple(self.distance), self.edges

    def tables(self) -> Tables:
        return {"links": edge_rows(self, self.edges)}


def neighbourhood(
    view: View,
    seeds: str | Sequence[str],
    radius: int = 1,
    *,
    relations: Sequence[str] = (),
    kinds: Sequence[str] = (),
    without: Sequence[str] = (),
    limit: int | None = None,
) -> Neighbourhood:
    """All entities within `radius` hops of the seeds (names or ids), and the edges among them.

    `kinds` and `without` keep entities out, the seeds excepted. `limit` None: the setting `picture_nodes`.
    Raises BadQuestion for unknown words.
    """
    largest = settings().neighbourhood_radius
    if not 0 <= radius <= largest:
        raise BadQuestion(f"a radius of {radius} is not between 0 and {largest}.", place="radius")
    check_words("kinds", kinds, KINDS)
    check_words("relations", relations, tuple(RELATIONS))
    start = tuple(card.id for card in find_all(view, seeds))
    left_out = tuple(card.id for card in find_all(view, without))
    growth = _Growth(
        view,
        start,
        relations=relations,
        kinds=kinds,
        without=left_out,
        limit=at_most(limit, settings().picture_nodes),
    )
    growth.reach(radius)
    between = view.between(growth.distance)
    edges = tuple(row for row in between.items if not relations or row.relation in relations)
    return Neighbourhood(
        **common(view, growth.distance, edges),
        cuts=merged(growth.cuts, between.cuts),
        undated=between.undated,
        seeds=start,
        radius=radius,
        distance=growth.distance,
        edges=edges,
        hidden=hidden(view, growth.distance, between.items),
    )


def hidden(view: View, ids: Mapping[str, int], edges: Sequence[EdgeRow]) -> dict[str, tuple[Hidden, ...]]:
    """Per entity of a picture, by relation and direction, how many neighbours its edges do not show."""
    shown: Counter[tuple[str, str, str]] = Counter()
    for subject, relation, other in {(row.subject, row.relation, row.object) for row in edges}:
        shown[subject, relation, "out"] += 1
        shown[other, relation, "in"] += 1
    result: dict[str, tuple[Hidden, ...]] = {}
    for id_, counts in sorted(view.counts(ids).items()):
        rest = ((c.relation, c.direction, c.neighbours - shown[id_, c.relation, c.direction]) for c in counts)
        kept = tuple(Hidden(*item) for item in sorted(rest) if item[2] > 0)
        if kept:
            result[id_] = kept
    return result


class _Growth:
    """The nearest entities, layer by layer, until the picture is full."""

    def __init__(
        self,
        view: View,
        seeds: tuple[str, ...],
        *,
        relations: Sequence[str],
        kinds: Sequence[str],
        without: tuple[str, ...],
        limit: int,
    ) -> None:
        self._view, self._relations, self._kinds, self._without = view, relations, kinds, without
        self._limit, self._budget = limit, Budget()
        self.distance: dict[str, int] = dict.fromkeys(seeds[:limit], 0)
        self.cuts: tuple[Cut, ...] = ()
        if len(seeds) > limit:
            self.cuts = (self._cut(len(seeds) - limit),)

    def reach(self, radius: int) -> None:
        frontier = list(self.distance)
        for step in range(1, radius + 1):
            if self.cuts or not frontier:
                return
            room = self._limit - len(self.distance)
            layer = self._layer(frontier)
            frontier = layer[: max(room, 0)]
            self.distance |= dict.fromkeys(frontier, step)
            if len(layer) > len(frontier):
                self.cuts += (self._cut(len(layer) - len(frontier) if step == radius else None),)

    def _layer(self, frontier: Sequence[str]) -> list[str]:
        """What lies one hop further out, best connected first."""
        seen = {*self.distance, *self._without}
        found: set[str] = set()
        for id_ in frontier:
            answer = self._view.neighbours(
                id_,
                relations=self._relations,
                kinds=self._kinds,
                without=sorted(seen),
                limit=self._budget.rows,
            )
            found |= {neighbour.id for neighbour in answer.items}
            if self._budget.is_spent:
                self.cuts += (self._budget.cut(),)
                break
        cards = self._view.entities(found)
        return sorted(found, key=lambda id_: (-cards[id_].degree, id_))

    def _cut(self, left_out: int | None) -> Cut:
        hint = "Narrow by relation, kind, date or status to see the rest."
        return Cut("picture_nodes", self._limit, left_out, hint)
