"""The View that every engine gives as long as it can hold the ledger in memory: a scope over a snapshot."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Rows
from graph.model.claimset import ClaimSet
from graph.model.days import FUTURE, PAST
from graph.model.relations import RELATIONS
from graph.model.vocabulary import EDGE_STATUSES
from graph.settings import settings
from graph.store.adjacency import other_end
from graph.store.answers import (
    Answer,
    Candidate,
    Count,
    Cut,
    EntityCard,
    Neighbour,
    Overlap,
    Path,
    SetCard,
    Summary,
    Withdrawn,
)
from graph.store.base import Direction, NeighbourOrder, PathMode
from graph.store.forget import forgotten_texts
from graph.store.judged import judged
from graph.store.overlaps import overlaps
from graph.store.paths import find_paths
from graph.store.reach import PathQuestion
from graph.store.scope import Scope
from graph.store.scoped import Scoped
from graph.store.search import NameIndex
from graph.store.snapshot import Snapshot
from graph.store.stint_index import StintIndex
from graph.store.walkable import Walkable

_NARROW = "Narrow by relation, kind or date, or raise the setting."


def view_of(snapshot: Snapshot, scope: Scope) -> SnapshotView:
    """The View of a scope. The latest few of a version are kept, with all that they have built."""
    return snapshot.kept(("view", scope), lambda: SnapshotView(snapshot, scope))


class SnapshotView(Scoped):
    """See `graph.store.base.View`. Opening one costs nothing; what a question needs is built when asked."""

    _filtered: Mapping[frozenset[str], Walkable] = {}

    def summary(self) -> Summary:
        return self._summary

    @cached_property
    def _summary(self) -> Summary:
        snapshot, known = self._snapshot, self._known
        named = {self.resolve(id_) for e in known for id_ in e.claim.entities()}
        first, last = _first_and_last(known)
        return Summary(
            claims=len(known),
            edges=len(self._edges),
            entities=dict(sorted(Counter(snapshot.kinds[id_] for id_ in named).items())),
            relations=dict(sorted(Counter(row.relation for row in self._edges).items())),
            first_day=first,
            last_day=last,
            now=self.now,
            sets=self._set_cards(),
            undated_edges=len(self._undated),
            later_claims=len(snapshot.evidence) - len(known),
            judgements=judged(snapshot.ledger, known),
        )

    def _set_cards(self) -> tuple[SetCard, ...]:
        held = Counter(set_id for e in self._snapshot.evidence.values() for set_id in e.sets)
        infos = sorted(self._snapshot.ledger.sets.values(), key=lambda info: info.id)
        return tuple(SetCard(i.id, i.title, i.licence, i.made, i.compiled, held[i.id]) for i in infos)

    def entities(self, ids: Iterable[str]) -> dict[str, EntityCard]:
        known = self._snapshot.entities
        wanted = dict.fromkeys(map(self.resolve, ids))
        return {id_: self._card(id_) for id_ in wanted if id_ in known}

    def candidates(self, text: str, kinds: Sequence[str] = (), limit: int | None = None) -> Answer[Candidate]:
        found = self._names.candidates(text, kinds, settings().candidates if limit is None else limit)
        shown = tuple(replace(each, entity=self._card(each.entity.id)) for each in found.items)
        return replace(found, items=shown)

    @property
    def _names(self) -> NameIndex:
        """One index for each day of knowledge: nothing else decides what is called how."""
        return self._snapshot.kept(("names", self._scope.known_on), lambda: NameIndex(self._all_cards()))

    def claims(
        self,
        of: Sequence[str] = (),
        ids: Sequence[str] = (),
        edge: EdgeRow | None = None,
        after: tuple[int, int, str] | None = None,
        limit: int | None = None,
    ) -> Answer[Evidence]:
        found = self._asked(of, ids, edge)
        first = 0 if after is None else bisect_right(found, after, key=_order)
        allowed = settings().query_rows if limit is None else limit
        cuts = _cut("query_rows", allowed, len(found) - first)
        return Answer(tuple(found[first : first + allowed]), cuts, total=len(found))

    def _asked(self, of: Sequence[str], ids: Sequence[str], edge: EdgeRow | None) -> Sequence[Evidence]:
        """In Evidence.order, as far as they are known in scope."""
        evidence, mentions = self._snapshot.evidence, self._snapshot.mentions
        if edge is not None:
            ids = [id_ for id_, _ in edge.claims]
        if edge is not None or ids:
            found = {id_: evidence[id_] for id_ in ids if id_ in evidence}
        elif of:
            found = {e.id: e for id_ in map(self.resolve, of) for e in mentions.get(id_, ())}
        else:
            return self._known
        rank = self._snapshot.rank
        return sorted(filter(self._knows, found.values()), key=lambda e: rank[e.id])

    def withdrawn(
        self, since: int | None = None, of: Sequence[str] = (), limit: int | None = None
    ) -> Answer[Withdrawn]:
        meant = set(map(self.resolve, of))
        found = [
            each
            for each in self._snapshot.withdrawn
            if (since is None or each.day > since)
            and (not meant or not meant.isdisjoint(map(self.resolve, each.claim.entities())))
        ]
        allowed = settings().query_rows if limit is None else limit
        return Answer(tuple(found[:allowed]), _cut("query_rows", allowed, len(found)), total=len(found))

    def added(self, since: int, limit: int | None = None) -> Answer[Evidence]:
        held = self._snapshot.ledger.claims
        found = [each for each in self._known if held[each.id].loaded > since]
        allowed = settings().query_rows if limit is None else limit
        return Answer(tuple(found[:allowed]), _cut("query_rows", allowed, len(found)), total=len(found))

    def forgotten_texts(self, texts: Iterable[str], sets: Iterable[ClaimSet]) -> frozenset[str]:
        return forgotten_texts(self._snapshot.ledger, texts, sets)

    def counts(self, ids: Iterable[str]) -> dict[str, tuple[Count, ...]]:
        wanted = dict.fromkeys(map(self.resolve, ids))
        return {id_: self._counts(id_) for id_ in wanted if id_ in self._snapshot.entities}

    def _counts(self, id_: str) -> tuple[Count, ...]:
        edges: Counter[tuple[str, str]] = Counter()
        others: dict[tuple[str, str], set[str]] = defaultdict(set)
        for other, rows in self._ends.get(id_, {}).items():
            for row in rows:
                key = (row.relation, "out" if row.subject == id_ else "in")
                edges[key] += 1
                others[key].add(other)
        return tuple(Count(*key, edges[key], len(others[key])) for key in sorted(edges))

    def neighbours(  # noqa: PLR0917 - the parts of one question
        self,
        id_: str,
        relations: Sequence[str] = (),
        direction: Direction = "both",
        kinds: Sequence[str] = (),
        without: Sequence[str] = (),
        by: NeighbourOrder = "degree",
        limit: int | None = None,
    ) -> Answer[Neighbour]:
        id_ = self.resolve(id_)
        excluded = set(map(self.resolve, without))

        def fits(row: EdgeRow) -> bool:
            other = other_end(row, id_)
            return (
                (not relations or row.relation in relations)
                and (direction == "both" or (direction == "out") == (row.subject == id_))
                and (not kinds or self._snapshot.kinds[other] in kinds)
                and other not in excluded
            )

        found = {o: tuple(filter(fits, rows)) for o, rows in self._ends.get(id_, {}).items()}
        everyone = [Neighbour(other, rows) for other, rows in found.items() if rows]
        everyone.sort(key=lambda n: (self._rank(n, by), n.id))
        allowed = settings().neighbours if limit is None else limit
        return Answer(
            tuple(everyone[:allowed]),
            _cut("neighbours", allowed, len(everyone)),
            total=len(everyone),
            undated=sum(map(fits, self._undated_of.get(id_, ()))),
        )

    def _rank(self, neighbour: Neighbour, by: NeighbourOrder) -> int:
        if by == "recent":
            return -max(row.start_lo for row in neighbour.edges)
        return -self._snapshot.degree[neighbour.id] if by == "degree" else 0

    def between(self, ids: Iterable[str], limit: int | None = None) -> Answer[EdgeRow]:
        inside = set(map(self.resolve, ids))
        rows = [
            row
            for one in inside
            for other, found in self._ends.get(one, {}).items()
            if other in inside
            for row in found
            if row.subject == one
        ]
        rows.sort(key=lambda row: row.order)
        allowed = settings().picture_edges if limit is None else limit
        hidden = sum(row.subject in inside and row.object in inside for row in self._undated)
        return Answer(
            tuple(rows[:allowed]), _cut("picture_edges", allowed, len(rows)), total=len(rows), undated=hidden
        )

    def paths(  # noqa: PLR0917 - the parts of one question
        self,
        start: str,
        end: str,
        mode: PathMode = "any",
        k: int | None = None,
        hops: int | None = None,
        hub: int | None = None,
        without: Sequence[str] = (),
        kinds: Sequence[str] = (),
        relations: Sequence[str] = (),
    ) -> Answer[Path]:
        limits = settings()
        question = PathQuestion(
            start=self.resolve(start),
            end=self.resolve(end),
            mode=mode,
            k=limits.paths if k is None else k,
            hops=limits.hops if hops is None else hops,
            hub=limits.hub_edges if hub is None else hub,
            without=frozenset(map(self.resolve, without)),
            kinds=frozenset(kinds),
            relations=frozenset(relations),
        )
        return find_paths(question, self._snapshot, self._walkable(question.relations))

    def _walkable(self, relations: frozenset[str]) -> Walkable:
        if not relations:
            return self._everything
        if relations not in self._filtered:
            self._filtered = {relations: self._everything.only(relations)}  # the latest: paths come in series
        return self._filtered[relations]

    @cached_property
    def _everything(self) -> Walkable:
        return Walkable(self._edges, self._undated, self._ends)

    def overlaps(self, person: str, at: str = "", limit: int | None = None) -> Answer[Overlap]:
        whom, where = self.resolve(person), self.resolve(at) if at else ""
        now = FUTURE if self.now is None else self.now
        found, undated = overlaps(whom, where, self._stints, self._scope.true_on, now)
        allowed = settings().query_rows if limit is None else limit
        cuts = _cut("query_rows", allowed, len(found))
        return Answer(tuple(found[:allowed]), cuts, total=len(found), undated=undated)

    @cached_property
    def _stints(self) -> StintIndex:
        scope = self._scope
        edges = (row for row in self._edges if row.relation == "works_at")
        known = (m for m in self._snapshot.moves if scope.is_known(m.known_from, m.known_until))
        return StintIndex(edges, (move for move in known if move.levels & scope.level.bit))

    def stints(self, people: Sequence[str] = (), organisations: Sequence[str] = ()) -> Rows:
        return self._stints.rows(set(map(self.resolve, people)), set(map(self.resolve, organisations)))


def _order(evidence: Evidence) -> tuple[int, int, str]:
    return evidence.order


def _cut(limit: str, allowed: int, there: int) -> tuple[Cut, ...]:
    return (Cut(limit, allowed, there - allowed, _NARROW),) if there > allowed else ()


def _first_and_last(evidence: Iterable[Evidence]) -> tuple[int | None, int | None]:
    """The first and last day that a claim which can form an edge speaks of."""
    days: set[int] = set()
    for each in evidence:
        if RELATIONS[each.claim.relation].is_edge and each.claim.status in EDGE_STATUSES:
            when = each.claim.when
            for range_ in (when.start, when.end):
                if range_:
                    days.update((range_.lo, range_.hi - 1))
    days -= {PAST, FUTURE - 1}
    return (min(days), max(days)) if days else (None, None)
