"""What a scope lets through of one ledger version: edges, claims, names."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.model.days import FUTURE
from graph.store.adjacency import Ends, adjacency, is_undated
from graph.store.answers import EntityCard
from graph.store.cards import company_on, make_card
from graph.store.scope import Scope
from graph.store.snapshot import Snapshot


class Scoped:
    """A snapshot seen through a scope. Each part is built when it is first asked for."""

    def __init__(self, snapshot: Snapshot, scope: Scope) -> None:
        self._snapshot = snapshot
        self._scope = scope
        self._cards: dict[str, EntityCard] = {}

    @property
    def scope(self) -> Scope:
        return self._scope

    @property
    def version(self) -> int:
        return self._snapshot.ledger.version

    def resolve(self, id_: str) -> str:
        return self._snapshot.ids.get(id_, id_)

    @property
    def now(self) -> int | None:
        """See `graph.store.base.View.now`."""
        return self._snapshot.latest_day if self._scope.known_on is None else self._scope.known_on

    @cached_property
    def _edges(self) -> list[EdgeRow]:
        return [row for row in self._snapshot.edges if self._scope.shows(row)]

    @cached_property
    def _ends(self) -> Ends:
        return adjacency(self._edges)

    @cached_property
    def _undated(self) -> list[EdgeRow]:
        """Edges that the set day hides for want of dates."""
        scope = self._scope
        if scope.true_on is None:
            return []
        anyday = Scope(None, scope.known_on, scope.level, scope.certainty, scope.relations)
        return [r for r in self._snapshot.edges if anyday.shows(r) and is_undated(r, scope.certainty)]

    @cached_property
    def _undated_of(self) -> dict[str, list[EdgeRow]]:
        found: dict[str, list[EdgeRow]] = defaultdict(list)
        for row in self._undated:
            found[row.subject].append(row)
            found[row.object].append(row)
        return found

    @cached_property
    def _known(self) -> tuple[Evidence, ...]:
        """All claims known in scope, in Evidence.order."""
        return tuple(filter(self._knows, self._snapshot.evidence.values()))

    def _knows(self, evidence: Evidence) -> bool:
        day = self._scope.known_on
        return day is None or evidence.known_from <= day

    def _card(self, id_: str) -> EntityCard:
        """Kept once made: the same names are asked for again and again."""
        if id_ not in self._cards:
            self._cards[id_] = self._new_card(id_)
        return self._cards[id_]

    def _new_card(self, id_: str) -> EntityCard:
        entity = self._snapshot.entities[id_]
        # names that a set gives itself are how we speak of an entity, whatever was known by then
        about = [e for e in self._snapshot.by_subject(id_) if self._knows(e) or e.source.kind == "derived"]
        company = company_on(id_, self._day, self._wholes) if entity.kind == "org" else ""
        return make_card(entity, about, self._snapshot.degree[id_], company)

    @property
    def _day(self) -> int:
        """The scope's day, else now."""
        return self._scope.true_on or self.now or FUTURE - 1

    @cached_property
    def _wholes(self) -> dict[str, list[EdgeRow]]:
        """`part_of` rows by their subject, whatever relations the scope names."""
        scope = self._scope
        found: dict[str, list[EdgeRow]] = defaultdict(list)
        for row in self._snapshot.structure:
            if row.levels & scope.level.bit and scope.is_known(row.known_from, row.known_until):
                found[row.subject].append(row)
        return found

    def _all_cards(self) -> list[EntityCard]:
        """Of everything that is named by a claim known in scope."""
        snapshot = self._snapshot
        named = (id_ for id_, found in snapshot.mentions.items() if any(map(self._knows, found)))
        return [self._card(id_) for id_ in sorted(named) if id_ in snapshot.entities]
