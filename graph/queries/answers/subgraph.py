"""A part of the graph with everything that proves it: what exports write and notebooks take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.assembly.conflicts import conflicts
from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Rows
from graph.assembly.slots import slots_of
from graph.model.relations import RELATIONS
from graph.model.source import Source
from graph.queries.answers import frames
from graph.queries.answers.reading import claims_by_id, claims_naming, merged, named_in
from graph.store.answers import Cut, EntityCard, SetCard
from graph.store.base import View
from graph.store.scope import Scope

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_LENIENT_FIRST = (
    *("CC0-1.0", "PDDL-1.0", "Unlicense", "MIT", "BSD-3-Clause", "Apache-2.0", "ODC-By-1.0", "CC-BY-3.0"),
    *("CC-BY-4.0", "ODbL-1.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0"),
    *("CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0"),
)


@dataclass(frozen=True, kw_only=True)
class Subgraph:
    """Entities in the order of the answer, edges in EdgeRow.order, claims in Evidence.order.

    `claims` are all behind the edges, the facts of the entities, and what is at odds with either. `sets` hold
    at least one of them. `focus` are the entities that the answer is about (empty: all alike), `walks` its
    paths, each the entities from end to end. `names` gives the shown name of every entity that an edge or a
    claim names, drawn or not.
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
    focus: tuple[str, ...] = ()
    walks: tuple[tuple[str, ...], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the claims, by id."""
        return tuple(s for _, s in sorted({e.source.id: e.source for e in self.claims}.items()))

    @property
    def licences(self) -> tuple[str, ...]:
        """The licences of the sets, the strictest first; one that is not known counts as strictest."""
        return tuple(sorted({card.licence for card in self.sets}, key=_strictness, reverse=True))

    @property
    def licence(self) -> str:
        """The strictest licence: what holds for the whole. Empty without claims."""
        return self.licences[0] if self.licences else ""

    def evidence(self, row: EdgeRow) -> tuple[Evidence, ...]:
        """The claims behind one of its edges, none twice."""
        held = {id_ for id_, _ in row.claims}
        return tuple(e for e in self.claims if e.id in held)

    def facts(self, id_: str) -> tuple[Evidence, ...]:
        """The claims that are facts on one of its entities: figures, stages, words; no edges."""
        return tuple(e for e in self.claims if e.claim.subject == id_ and _is_fact(e))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Nodes by id, edges keyed by address; attributes are texts, numbers and lists of texts."""
        return frames.networkx_graph(self)

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Frames `entities`, `edges`, `claims`, `sources`. Needs the extra `pandas`, else MissingPart."""
        return frames.pandas_frames(self)


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
    wanted = list(dict.fromkeys(ids))
    if edges is None:
        answer = view.between(wanted)
        edges, cuts = answer.items, merged(cuts, answer.cuts)
    rows = tuple(sorted(dict.fromkeys(edges), key=lambda row: row.order))
    wanted = list(dict.fromkeys((*wanted, *(end for row in rows for end in (row.subject, row.object)))))
    claims, cut = _claims(view, wanted, rows)
    cards = view.entities({*wanted, *named_in(rows, (), claims)})
    held = {set_id for e in claims for set_id in e.sets}
    summary = view.summary()
    return Subgraph(
        title=title,
        scope=view.scope,
        version=view.version,
        now=summary.now,
        entities=tuple(cards[id_] for id_ in wanted if id_ in cards),
        edges=rows,
        claims=claims,
        sets=tuple(card for card in summary.sets if card.id in held),
        cuts=merged(cuts, cut),
        names={id_: cards[id_].name for id_ in sorted(cards)},
    )


def _claims(
    view: View, ids: Sequence[str], rows: Sequence[EdgeRow]
) -> tuple[tuple[Evidence, ...], tuple[Cut, ...]]:
    """Those behind the rows, and the facts of the entities."""
    held = claims_by_id(view, (id_ for row in rows for id_, _ in row.claims))
    naming, cuts = claims_naming(view, ids) if ids else ([], ())
    own = set(ids)
    held |= {e.id: e for e in naming if e.claim.subject in own and _is_fact(e)}
    inside = (e for e in naming if e.id not in held and {e.claim.subject, e.claim.object} <= own)
    held |= _other_sides(held, list(inside))
    return tuple(sorted(held.values(), key=lambda e: e.order)), cuts


def _other_sides(held: Mapping[str, Evidence], others: Sequence[Evidence]) -> dict[str, Evidence]:
    """Those of the others that are at odds with a claim that is held: who takes one side takes both."""
    asked = {question for e in others for question in _questions(e)}
    alike = [e for e in (*held.values(), *others) if not asked.isdisjoint(_questions(e))]
    both = {id_ for c in conflicts(alike, Rows()) if not c.claims.isdisjoint(held) for id_ in c.claims}
    return {e.id: e for e in others if e.id in both}


def _questions(evidence: Evidence) -> set[tuple[str, str]]:
    """The slots of a claim, and the labels of dispute that an editor gave it."""
    claim = evidence.claim
    labels = {("dispute", label) for label in claim.all("dispute")}
    return labels | {(slot.subject, slot.about) for slot in slots_of(claim)}


def _is_fact(evidence: Evidence) -> bool:
    return not RELATIONS[evidence.claim.relation].is_edge


def _strictness(licence: str) -> tuple[int, str]:
    known = licence in _LENIENT_FIRST
    return (_LENIENT_FIRST.index(licence) if known else len(_LENIENT_FIRST), licence)
