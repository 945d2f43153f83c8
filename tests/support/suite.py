"""The promises of every engine as one check: a generated ledger, many
questions, each answer against the oracle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import get_args

from ledgers import COMPANIES, DEAL, ENTITIES, LABS, PEOPLE, SOURCES, UNNAMED, market
from oracle import Oracle, evidence_of, rows_of

from graph.assembly.rows import Certainty, EdgeRow, Level, MoveRow, Rows
from graph.model.claimset import ClaimSet
from graph.model.days import FUTURE, PAST
from graph.store.base import Direction, NeighbourOrder, PathMode, Store, View
from graph.store.scope import Scope

HOPS = 4
K = 6


@dataclass
class Tally:
    """How many answers were compared, and how many of them held anything."""

    asked: int = 0
    filled: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)

    def note(self, kind: str, answer: object) -> None:
        filled = bool(answer)
        self.asked += 1
        self.filled += filled
        counts = self.by_kind.setdefault(kind, [0, 0])
        counts[0] += 1
        counts[1] += filled


def check(store: Store, seed: int, tally: Tally | None = None) -> None:
    """Load a generated ledger and compare every primitive in several scopes. Raises AssertionError."""
    sets = market(seed)
    with store.writer() as writer:
        for each in sets:
            writer.load(each)
    rows = rows_of(sets)
    random = Random(seed)
    for scope in scopes(random, rows):
        compare(store.view(scope), Oracle(rows, scope), sets, random, tally or Tally())


def scopes(random: Random, rows: Rows) -> Iterator[Scope]:
    """No day, and days on and beside the bounds of rows, where a day too many or too few shows."""
    days = sorted({day for row in rows.edges for day in (row.start_hi, row.likely_until, row.end_lo)})
    days = [day for day in days if PAST < day < FUTURE]
    known = sorted({row.known_from for row in rows.edges})
    yield Scope()
    yield Scope(level=random.choice(list(Level)))
    for _ in range(2):
        tried = [_on_a_day(random, days, known) for _ in range(3)]
        yield max(tried, key=lambda scope: len(Oracle(rows, scope).edges))  # so that answers hold something


def _on_a_day(random: Random, days: list[int], known: list[int]) -> Scope:
    return Scope(
        true_on=random.choice(days) - random.choice((0, 1)),
        known_on=random.choice((None, None, random.choice(known[len(known) // 2 :]))),
        level=random.choice((Level.USUAL, Level.ALL, Level.ALL)),
        certainty=random.choice((Certainty.LIKELY, Certainty.LIKELY, Certainty.POSSIBLE, Certainty.CERTAIN)),
    )


def compare(view: View, oracle: Oracle, sets: tuple[ClaimSet, ...], random: Random, tally: Tally) -> None:
    """Every primitive of one View against the oracle."""
    _claims(view, sets, random, tally)
    _degrees(view, oracle)
    _neighbours(view, oracle, random, tally)
    _between(view, oracle, random, tally)
    _stints(view, oracle, random, tally)
    _overlaps(view, oracle, sets, random, tally)
    for mode in get_args(PathMode):
        _paths(view, oracle, mode, random, tally)


def _claims(view: View, sets: tuple[ClaimSet, ...], random: Random, tally: Tally) -> None:
    known = [
        each
        for each in sorted(evidence_of(sets, {}), key=lambda e: e.order)
        if view.scope.known_on is None or each.known_from <= view.scope.known_on
    ]
    assert [e.id for e in view.claims(limit=10_000).items] == [e.id for e in known]
    whom = random.choice(PEOPLE)
    about = [each for each in known if whom in each.claim.entities()]
    first = view.claims(of=[whom], limit=3)
    assert list(first.items) == about[:3]
    assert bool(first.cuts) == (len(about) > 3)
    if first.items:
        assert list(view.claims(of=[whom], after=first.items[-1].order).items) == about[3:]
    tally.note("claims", first.items)


def _degrees(view: View, oracle: Oracle) -> None:
    cards = view.entities([entity.id for entity in ENTITIES])
    assert {id_: card.degree for id_, card in cards.items()} == {
        entity.id: oracle.degree[entity.id] for entity in ENTITIES
    }
    assert view.summary().edges == len(oracle.edges)


def _neighbours(view: View, oracle: Oracle, random: Random, tally: Tally) -> None:
    for id_ in random.sample((*PEOPLE, *COMPANIES, *COMPANIES), 4):
        relations = random.choice(((), (), ("works_at",)))
        direction = random.choice(get_args(Direction) if not relations else ("both",))
        by = random.choice(get_args(NeighbourOrder))
        expected = oracle.neighbours(id_, relations, direction, by)
        answer = view.neighbours(id_, relations, direction, by=by, limit=4)
        assert list(answer.items) == expected[:4]
        assert answer.total == len(expected)
        assert sum(cut.left_out or 0 for cut in answer.cuts) == max(0, len(expected) - 4)
        tally.note("neighbours", expected)
        counts = view.counts([id_])[id_]
        assert [(c.relation, c.direction, c.edges, c.neighbours) for c in counts] == oracle.counts(id_)
        tally.note("counts", counts)


def _between(view: View, oracle: Oracle, random: Random, tally: Tally) -> None:
    ids = {*random.sample(PEOPLE, 3), *COMPANIES, *random.sample(LABS, 2), DEAL}
    expected = oracle.between(ids)
    assert list(view.between(ids).items) == expected
    assert list(view.between(ids, limit=2).items) == expected[:2]
    tally.note("between", expected)


def _stints(view: View, oracle: Oracle, random: Random, tally: Tally) -> None:
    people, places = set(random.sample(PEOPLE, 2)), {random.choice(COMPANIES)}
    stints = [row for row in oracle.edges if row.relation == "works_at"]
    found = view.stints(people=sorted(people))
    assert list(found.edges) == _ordered(row for row in stints if row.subject in people)
    there = view.stints(organisations=sorted(places))
    assert list(there.edges) == _ordered(row for row in stints if {row.object, row.company} & places)
    moves = [move for move in oracle.all.moves if move.person in people and _seen(move, view.scope)]
    assert list(found.moves) == sorted(moves, key=lambda move: move.order)
    tally.note("stints", found.edges)


def _ordered(rows: Iterable[EdgeRow]) -> list[EdgeRow]:
    return sorted(rows, key=lambda row: row.order)


def _seen(move: MoveRow, scope: Scope) -> bool:
    day = scope.known_on
    known = move.known_until == FUTURE if day is None else move.known_from <= day < move.known_until
    return bool(move.levels & {Level.FIRM: 1, Level.USUAL: 2, Level.ALL: 4}[scope.level]) and known


def _overlaps(view: View, oracle: Oracle, sets: tuple[ClaimSet, ...], random: Random, tally: Tally) -> None:
    latest = max(each.known_from for each in evidence_of(sets, {}))
    now = latest if view.scope.known_on is None else view.scope.known_on
    for person in random.sample(PEOPLE, 2):
        expected = oracle.overlaps(person, now)
        assert list(view.overlaps(person).items) == expected
        assert list(view.overlaps(person, limit=1).items) == expected[:1]
        tally.note("overlaps", expected)


def _paths(view: View, oracle: Oracle, mode: PathMode, random: Random, tally: Tally) -> None:
    for _ in range(2):
        start, end = random.sample((*PEOPLE, *PEOPLE, *COMPANIES, *LABS, UNNAMED), 2)
        hub = random.choice((12, 5_000, 5_000))
        without = set(random.sample(COMPANIES, random.choice((0, 0, 1)))) - {start, end}
        expected = oracle.paths(start, end, mode, HOPS, hub, without)
        answer = view.paths(start, end, mode, k=K, hops=HOPS, hub=hub, without=sorted(without))
        assert list(answer.items) == expected[:K]
        assert any(cut.limit == "paths" for cut in answer.cuts) == (len(expected) > K)
        tally.note(f"paths {mode}", expected)


__all__ = ["SOURCES", "Tally", "check", "compare", "scopes"]
