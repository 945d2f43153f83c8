"""A judgement that is taken back leaves nothing behind, in every engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from ledgers import COMPANIES, ENTITIES, LABS, MERGED, PEOPLE, market

from graph.errors import BadQuestion, NotFound, NotJudged
from graph.model.claimset import Judgement
from graph.store.answers import Judged
from graph.store.base import Store, View
from graph.store.memory import MemoryStore

Make = Callable[[], Store]
STEPS = {"quick": 8, "full": 60}
IDS = tuple(entity.id for entity in ENTITIES)
PAIRS = tuple(
    pair for kind in ((*PEOPLE, MERGED), (*COMPANIES, *LABS)) for pair in combinations(sorted(kind), 2)
)


def rows_in(store: Store) -> object:
    """Every current row, in a total order."""
    ledger = store.view()._snapshot.ledger  # type: ignore[attr-defined]
    edges = sorted(ledger.current_edges(), key=lambda row: (row.order, row.known_from, -row.levels))
    moves = sorted(ledger.current_moves(), key=lambda row: (row.order, row.known_from, -row.levels))
    return edges, moves


def said(view: View) -> object:
    """What a view answers, but for its version."""
    return (
        view.summary(),
        view.claims(limit=10_000),
        sorted(each.id for each in view.withdrawn(limit=10_000).items),
        view.entities(IDS),
        view.between(IDS),
        view.stints(),
        {id_: view.resolve(id_) for id_ in IDS},
    )


def whole(store: Store) -> object:
    return list(store.dump(withdrawn=True)), rows_in(store), said(store.view())


def loaded(make: Make, seed: int) -> Store:
    store = make()
    with store.writer() as writer:
        writer.load_all(market(seed))
        writer.withdraw("two")
        writer.load(market(seed)[1])
    return store


def test_taken_back_is_never_judged(make: Make, seed: int, depth: str) -> None:
    """Whatever pairs are judged, and in whatever order this is taken back: claims, rows, names, dump as
    before, and at every step what a fresh ledger with the judgements that are left would answer.
    """
    numbers = random.Random(seed)
    store, before = loaded(make, seed), whole(loaded(make, seed))
    held: dict[tuple[str, str], Judgement] = {}
    changed = 0
    for _ in range(STEPS[depth]):
        pair = numbers.choice(PAIRS)
        left, right = numbers.sample(pair, 2)
        judgement = Judgement(left, right, same=numbers.random() < 0.7)
        try:
            with store.writer() as writer:
                writer.judge(judgement)
        except BadQuestion:
            continue
        held[pair] = judgement
        changed += whole(store) != before
    assert changed
    for pair in numbers.sample(sorted(held), len(held)):
        with store.writer() as writer:
            writer.unjudge(*numbers.sample(pair, 2))
        del held[pair]
        fresh = loaded(MemoryStore, seed)
        with fresh.writer() as writer:
            for judgement in held.values():
                writer.judge(judgement)
        assert whole(store) == whole(fresh)
    assert whole(store) == before


def test_loads_between_judging_and_taking_back(make: Make, seed: int) -> None:
    """A load, a withdrawal and a forgetting while two are read as one do not keep them so."""
    first, second = market(seed)
    one, other = make(), MemoryStore()
    with one.writer() as writer:
        writer.load(first)
        writer.judge(Judgement(PEOPLE[0], MERGED, same=True))
    for store in (one, other):
        with store.writer() as writer:
            writer.load_all([first, second])
            writer.withdraw(first.id)
            writer.forget(PEOPLE[2])
    with one.writer() as writer:
        writer.unjudge(MERGED, PEOPLE[0])
    assert list(one.dump()) == list(other.dump())
    assert rows_in(one) == rows_in(other)
    assert said(one.view()) == said(other.view())


def test_what_was_never_judged_cannot_be_taken_back(store: Store, seed: int) -> None:
    """It is NotFound, names both ids, and changes nothing; nor can one thing be taken back twice."""
    with store.writer() as writer:
        writer.load_all(market(seed))
        writer.judge(Judgement(PEOPLE[0], MERGED, same=True))
        writer.unjudge(PEOPLE[0], MERGED)
    before, version = whole(store), store.view().version
    for pair in ((PEOPLE[0], MERGED), (PEOPLE[0], PEOPLE[1])):
        with pytest.raises(NotJudged, match=pair[1]) as raised, store.writer() as writer:
            writer.unjudge(*pair)
        assert isinstance(raised.value, NotFound)
    assert whole(store) == before
    assert store.view().version == version


def test_a_view_tells_the_judgements(store: Store, seed: int) -> None:
    """Each with the names that either id has by itself, in the order of ids, until it is taken back."""
    with store.writer() as writer:
        writer.load_all(market(seed))
        writer.judge(Judgement(PEOPLE[0], MERGED, same=True))
        writer.judge(Judgement(PEOPLE[2], PEOPLE[1], same=False))
    different = Judged(PEOPLE[2], PEOPLE[1], False, "Cy Ito", "Bo Li")
    same = Judged(PEOPLE[0], MERGED, True, "Ada King", "A. King")
    assert store.view().summary().judgements == (same, different)
    with store.writer() as writer:
        writer.unjudge(MERGED, PEOPLE[0])
    assert store.view().summary().judgements == (different,)
    with store.writer() as writer:
        writer.forget(PEOPLE[1])
    assert store.view().summary().judgements == ()
