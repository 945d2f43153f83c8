"""A part of the graph with everything that proves it: what exports write and notebooks take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.model.source import Source
from graph.store.answers import Cut, EntityCard, SetCard
from graph.store.base import View
from graph.store.scope import Scope

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Subgraph:
    """Entities in the order of the answer, edges in EdgeRow.order, claims in Evidence.order.

    `claims` are all behind the edges, and the facts of the entities. `sets`: those that hold one of the claims.
    `names` gives the shown name of every entity that an edge or a claim names, drawn or not.
    `positions` (may be empty) are x and y by entity id, in the units of `layout`.
    """

    title: str
    scope: Scope
    version: int
    now: int | None
    entities: tuple[EntityCard, ...] = ()
    edges: tuple[EdgeRow, ...] = ()
    claims: tuple[Evidence, ...] = ()
    sets: tuple[SetCard, ...] = ()
    cuts: tuple[Cut, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the claims, by id."""
        return tuple(s for _, s in sorted({e.source.id: e.source for e in self.claims}.items()))

    @property
    def licences(self) -> tuple[str, ...]:
        """The licences of the sets, the strictest first; an unknown one counts as strictest."""
        raise NotImplementedError

    @property
    def licence(self) -> str:
        """The strictest licence: what holds for the whole. Empty without claims."""
        return self.licences[0] if self.licences else ""

    def evidence(self, row: EdgeRow) -> tuple[Evidence, ...]:
        """The claims behind one of its edges, none twice."""
        raise NotImplementedError

    def facts(self, id_: str) -> tuple[Evidence, ...]:
        """The claims that are facts on one of its entities: figures, stages, words; no edges."""
        raise NotImplementedError

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Nodes by id, edges keyed by address; attributes are texts, numbers and lists of texts."""
        raise NotImplementedError

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Frames `entities`, `edges`, `claims`, `sources`. Needs the extra `pandas`, else MissingPart."""
        raise NotImplementedError


def collect(
    view: View,
    ids: Iterable[str],
    edges: Sequence[EdgeRow] | None = None,
    title: str = "",
    cuts: tuple[Cut, ...] = (),
) -> Subgraph:
    """The entities with `edges`, or with all edges between them in scope, and all the claims behind both.

    The ends of `edges` come along; unknown ids are left out.
    """
    raise NotImplementedError
