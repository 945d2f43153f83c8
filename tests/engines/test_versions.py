"""What a View shows stays; what a ledger holds does not depend on the way that led to it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from ledgers import MERGED, PEOPLE, market
from oracle import rows_of

from graph.model.claimset import ClaimSet, Judgement
from graph.store.base import Store
from graph.store.memory import MemoryStore
from graph.store.scope import Scope

Make = Callable[[], Store]
STEPS = {"quick": 6, "full": 60}


def load(store: Store, *sets: ClaimSet) -> None:
    with store.writer() as writer:
        for each in sets:
            writer.load(each)


def shuffled(given: ClaimSet, numbers: random.Random) -> ClaimSet:
    entities, sources, claims = list(given.entities), list(given.sources), list(given.claims)
    numbers.shuffle(entities)
    numbers.shuffle(sources)
    numbers.shuffle(claims)
    return replace(given, entities=tuple(entities), sources=tuple(sources), claims=tuple(claims))


def dump(store: Store) -> list[str]:
    return list(store.dump())


def rows_in(store: Store) -> object:
    """Every row that the store keeps as current, whatever the scope, in a total order."""
    ledger = store.view()._snapshot.ledger  # type: ignore[attr-defined]
    edges = sorted(
        ledger.current_edges(), key=lambda row: (row.order, row.known_from, -row.levels, row.claims)
    )
    moves = sorted(
        ledger.current_moves(), key=lambda row: (row.order, row.known_from, -row.levels, row.claims)
    )
    return tuple(edges), tuple(moves)


def test_a_view_is_fixed(store: Store, seed: int) -> None:
    """A View answers as of the version at which it was opened, whatever is loaded later."""
    one, two = market(seed)
    load(store, one)
    view = store.view()
    before = view.summary(), view.claims().items, view.neighbours("org:alpha").items
    load(store, two)
    fresh = store.view(view.scope)
    assert (view.summary(), view.claims().items, view.neighbours("org:alpha").items) == before
    assert fresh.version > view.version
    assert fresh.summary().claims > before[0].claims


def test_loading_twice_changes_nothing(store: Store, seed: int) -> None:
    """The same sets again leave dump and version alone, and the report counts all claims as unchanged."""
    sets = market(seed)
    load(store, *sets)
    before, version = dump(store), store.view().version
    with store.writer() as writer:
        reports = [writer.load(shuffled(each, random.Random(seed))) for each in sets]
    assert dump(store) == before
    assert store.view().version == version
    assert [(r.added, r.unchanged, r.withdrawn) for r in reports] == [(0, len(s.claims), ()) for s in sets]


def test_order_does_not_matter(make: Make, seed: int) -> None:
    """Sets and rows in any order give the same dump and the same rows."""
    sets = market(seed)
    numbers = random.Random(seed)
    one, other = make(), make()
    load(one, *sets)
    load(other, *(shuffled(each, numbers) for each in reversed(sets)))
    assert dump(one) == dump(other)
    assert rows_in(one) == rows_in(other)


def test_withdrawing_is_never_having_loaded(make: Make, seed: int) -> None:
    """After a set is withdrawn, dump and rows are those of a ledger that never saw it."""
    kept, gone = market(seed)
    one, other = make(), make()
    load(one, kept, gone)
    with one.writer() as writer:
        report = writer.withdraw(gone.id)
    load(other, kept)
    assert dump(one) == dump(other)
    assert rows_in(one) == rows_in(other)
    assert set(report.withdrawn) == {c.id for c in gone.claims} - {c.id for c in kept.claims}
    assert len(list(one.dump(withdrawn=True))) == len(dump(one)) + len(report.withdrawn)


def test_rows_equal_a_fresh_assembly(store: Store, seed: int, depth: str) -> None:
    """After any sequence of load, withdraw, merge and un-merge, the
    kept rows are those assembled from nothing.
    """
    numbers = random.Random(seed)
    loaded: dict[str, ClaimSet] = {}
    ids: dict[str, str] = {}
    for _ in range(STEPS[depth]):
        with store.writer() as writer:
            verb = numbers.choice(("load", "load", "withdraw", "judge"))
            if verb == "load":
                for each in _thinned(market(numbers.randrange(4)), numbers):
                    loaded[each.id] = each
                    writer.load(each)
            elif verb == "withdraw" and loaded:
                set_id = numbers.choice(sorted(loaded))
                del loaded[set_id]
                writer.withdraw(set_id)
            elif verb == "judge":
                same = not ids
                ids = {MERGED: PEOPLE[0]} if same else {}
                writer.judge(Judgement(PEOPLE[0], MERGED, same))
        expected = rows_of(loaded.values(), ids)
        assert rows_in(store) == (expected.edges, expected.moves)


def _thinned(sets: tuple[ClaimSet, ...], numbers: random.Random) -> list[ClaimSet]:
    """One or both sets with some of their claims, all of one market,
    so that they never contradict each other.
    """
    chosen = numbers.sample(sets, numbers.randint(1, len(sets)))
    first = market(0)[0].sources
    return [
        replace(
            each,
            sources=first,
            claims=tuple(claim for claim in each.claims if numbers.random() < 0.8),
        )
        for each in chosen
    ]


def test_a_dump_loads_to_the_same_dump(make: Make, seed: int) -> None:
    """What was dumped, loaded elsewhere, gives the same dump byte for byte, judgements included."""
    one, other = make(), make()
    load(one, *market(seed))
    with one.writer() as writer:
        writer.judge(Judgement(PEOPLE[0], MERGED, same=True))
    with other.writer() as writer:
        writer.load_all(_sets_of(dump(one)))
        writer.judge(Judgement(PEOPLE[0], MERGED, same=True))
    assert dump(other) == dump(one)


def _sets_of(lines: list[str]) -> list[ClaimSet]:
    """The sets of a dump, by the shortest reader that its format allows."""
    from graph.model.claim import from_fields
    from graph.store.records import entity_from, source_from

    readers = {"entity": entity_from, "source": source_from, "claim": from_fields}
    sets: dict[str, dict[str, object]] = {}
    for line in map(json.loads, lines):
        kind = next(iter(line.keys() - {"sets"}))
        if kind == "set":
            sets[line["set"]["id"]] = {**line["set"], "entities": (), "sources": (), "claims": ()}
        for set_id in line.get("sets", ()):
            plural = {"entity": "entities", "source": "sources", "claim": "claims"}[kind]
            sets[set_id][plural] = (*sets[set_id][plural], readers[kind](line[kind]))  # type: ignore[misc]
    return [ClaimSet(**fields) for fields in sets.values()]  # type: ignore[arg-type]


def _load_and_fail(store: Store, given: ClaimSet) -> None:
    with store.writer() as writer:
        writer.load(given)
        raise ZeroDivisionError


def test_a_failed_block_keeps_nothing(store: Store, seed: int) -> None:
    """An error at the end of a writer's block undoes all of it."""
    one, two = market(seed)
    load(store, one)
    before = dump(store)
    with pytest.raises(ZeroDivisionError):
        _load_and_fail(store, two)
    assert dump(store) == before
    assert store.view(Scope()).version == 1


def test_engines_agree(make: Make, seed: int) -> None:
    """The dump of every engine is that of the reference."""
    sets = market(seed)
    one, reference = make(), MemoryStore()
    load(one, *sets)
    load(reference, *sets)
    assert dump(one) == dump(reference)
    assert rows_in(one) == rows_in(reference)
