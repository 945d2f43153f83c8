"""What every answer carries: its scope, what was cut, and the names and claims that it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, MoveRow
from graph.queries.answers.reading import merged
from graph.queries.answers.subgraph import Subgraph, collect
from graph.store.answers import Cut, EntityCard
from graph.store.base import View
from graph.store.scope import Scope

Drawn = tuple[tuple[str, ...], tuple[EdgeRow, ...] | None]
"""Entity ids, and the edges to draw; None: all between them in scope, of the relations that it draws."""

Plain = str | int | float | bool | None
Tables = Mapping[str, Sequence[Mapping[str, Plain]]]
"""Rows of plain values by the name of their table; all rows of a table have the same columns."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The common part of all answers. `now` is the day on which tenure ends, None in an empty ledger.

    `cards` holds every entity, and `claims` every claim by id, that the answer names. `undated` counts the
    edges that a set day hides because nothing dates them.
    """

    draws: ClassVar[frozenset[str]] = frozenset()
    """Relations to draw where `drawn` names no edges; empty: all."""

    scope: Scope
    version: int
    now: int | None
    cuts: tuple[Cut, ...] = ()
    undated: int = 0
    cards: Mapping[str, EntityCard] = field(default_factory=dict)
    claims: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What was asked, in a few words."""
        raise NotImplementedError

    def name(self, id_: str) -> str:
        """The name to show for an id."""
        return namer(self.cards)(id_)

    def names(self, ids: Iterable[str]) -> str:
        return ", ".join(map(self.name, ids))

    def evidence(self, row: EdgeRow | MoveRow) -> tuple[Evidence, ...]:
        """The claims behind an edge or move of this answer, in the row's order; none twice."""
        return self.found(id_ for id_, _ in row.claims)

    def found(self, ids: Iterable[str]) -> tuple[Evidence, ...]:
        """Claims by id, in the order given; none twice."""
        return tuple(self.claims[id_] for id_ in dict.fromkeys(ids) if id_ in self.claims)

    def drawn(self) -> Drawn:
        """The entities and edges that the answer is about: what `subgraph` holds."""
        raise NotImplementedError

    @property
    def focus(self) -> tuple[str, ...]:
        """The entities that the answer is about; empty: all that it draws alike."""
        return ()

    @property
    def walks(self) -> tuple[tuple[str, ...], ...]:
        """The paths of the answer, each the entities from end to end."""
        return ()

    def tables(self) -> Tables:
        """The numbers of the answer, the main table first; empty where the graph says it all."""
        return {}

    def subgraph(self, view: View) -> Subgraph:
        """The answer as a graph to draw or take away. `view` is the one that was asked."""
        ids, edges = self.drawn()
        cuts = self.cuts
        if edges is None:
            between = view.between(ids)
            edges = tuple(row for row in between.items if not self.draws or row.relation in self.draws)
            cuts = merged(cuts, between.cuts)
        graph = collect(view, ids, edges, title=self.title, cuts=cuts)
        return replace(graph, focus=self.focus, walks=self.walks)


UNKNOWN = "somebody or something not in this ledger"


def namer(cards: Mapping[str, EntityCard]) -> Callable[[str], str]:
    """Names by id, for sentences that are made before there is a reply."""
    return lambda id_: cards[id_].name if id_ in cards else UNKNOWN
