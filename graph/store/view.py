"""The View that every engine gives as long as it can hold the ledger in memory: a scope over a snapshot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, MoveRow, Rows
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
from graph.store.overlaps import overlaps
from graph.store.paths import PathQuestion, find_paths
from graph.store.scoped import Scoped
from graph.store.search import NameIndex

_NARROW = "Narrow by relation, kind or date, or raise the setting."


class SnapshotView(Scoped):
    """See `graph.store.base.View`. Opening one costs nothing; what a question needs is built when asked."""

    def summary(self) -> Summary:
        snapshot = self._snapshot
        known = [e for e in snapshot.evidence.values() if self._knows(e)]
        named = {self.resolve(id_) for e in known for id_ in e.claim.entities()}
        first, last = _first_and_last(known)
        return Summary(
            claims=len(known),
            edges=len(self._edges),
            entities=dict(sorted(Counter(snapshot.kinds[id_] for id_ in named).items())),
            relations=dict(sorted(Counter(row.relation for row in self._edges).items())),
            first_day=first,
            last_day=last,
            now=self._now,
            sets=self._set_cards(),
            undated_edges=len(self._undated),
            later_claims=len(snapshot.evidence) - len(known),
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
        return self._names.candidates(text, kinds, limit or settings().candidates)

    @cached_property
    def _names(self) -> NameIndex:
        key = ("names", self._scope.known_on, self._scope.true_on, self._scope.level)
        found = self._snapshot.shared.get(key)
        if not isinstance(found, NameIndex):
            found = self._snapshot.shared[key] = NameIndex(self._all_cards())
        return found

    def claims(
        self,
        of: Sequence[str] = (),
        ids: Sequence[str] = (),
        edge: EdgeRow | None = None,
        after: tuple[int, int, str] | None = None,
        limit: int | None = None,
    ) -> Answer[Evidence]:
        found = [e for e in self._asked(of, ids, edge) if self._knows(e)]
        found.sort(key=lambda e: e.order)
        rest = [e for e in found if after is None or e.order > after]
        allowed = settings().query_rows if limit is None else limit
        cuts = _cut("query_rows", allowed, len(rest))
        return Answer(tuple(rest[:allowed]), cuts, total=len(found))

    def _asked(self, of: Sequence[str], ids: Sequence[str], edge: EdgeRow | None) -> Iterable[Evidence]:
        evidence, mentions = self._snapshot.evidence, self._snapshot.mentions
        if edge is not None:
            ids = [id_ for id_, _ in edge.claims]
        if edge is not None or ids:
            return [evidence[id_] for id_ in dict.fromkeys(ids) if id_ in evidence]
        if of:
            meant = map(self.resolve, of)
            return {e.id: e for id_ in meant for e in mentions.get(id_, ())}.values()
        return evidence.values()

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
        allowed = limit or settings().neighbours
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
        allowed = limit or settings().picture_edges
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
        return find_paths(question, self._snapshot, self._edges, self._undated)

    def overlaps(self, person: str, at: str = "", limit: int | None = None) -> Answer[Overlap]:
        whom, where = self.resolve(person), self.resolve(at) if at else ""
        now = FUTURE if self._now is None else self._now
        found, undated = overlaps(whom, where, self._stint_rows, self._scope.true_on, now)
        allowed = settings().query_rows if limit is None else limit
        cuts = _cut("query_rows", allowed, len(found))
        return Answer(tuple(found[:allowed]), cuts, total=len(found), undated=undated)

    @cached_property
    def _stint_rows(self) -> list[EdgeRow]:
        return [row for row in self._edges if row.relation == "works_at"]

    def stints(self, people: Sequence[str] = (), organisations: Sequence[str] = ()) -> Rows:
        who, where = set(map(self.resolve, people)), set(map(self.resolve, organisations))
        edges = [
            row
            for row in self._stint_rows
            if (not who or row.subject in who)
            and (not where or not where.isdisjoint((row.object, row.company)))
        ]
        moves = [
            move
            for move in self._snapshot.moves
            if self._shows_move(move)
            and (not who or move.person in who)
            and (not where or not where.isdisjoint(_places(move)))
        ]
        return Rows(
            tuple(sorted(edges, key=lambda row: row.order)), tuple(sorted(moves, key=lambda row: row.order))
        )

    def _shows_move(self, move: MoveRow) -> bool:
        scope = self._scope
        return bool(move.levels & scope.level.bit) and scope.is_known(move.known_from, move.known_until)


def _places(move: MoveRow) -> tuple[str, str, str, str]:
    return (move.origin, move.destination, move.origin_company, move.destination_company)


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
