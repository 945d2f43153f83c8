"""Withdrawn claims can still be read, by the clock of loads, in every engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from ledgers import MERGED, PEOPLE, market

from graph.model.claimset import Judgement
from graph.store.answers import LoadReport
from graph.store.base import Store
from graph.store.memory import MemoryStore
from graph.store.scope import Scope


def today() -> int:
    return datetime.now(UTC).date().toordinal()


def changed(store: Store, seed: int) -> tuple[LoadReport, LoadReport]:
    """Two sets are loaded, half of the one is taken out, then all of the other."""
    one, two = market(seed)
    with store.writer() as writer:
        writer.load_all([one, two])
        return writer.load(replace(one, claims=one.claims[::2])), writer.withdraw(two.id)


def test_what_a_load_withdrew(make: Callable[[], Store], seed: int) -> None:
    """Exactly the claims that no set holds any more, in order, with the load that withdrew each."""
    store, reference = make(), MemoryStore()
    first, second = changed(store, seed)
    assert changed(reference, seed) == (first, second)
    found = store.view().withdrawn()
    assert found == reference.view().withdrawn()
    assert list(found.items) == sorted(found.items, key=lambda each: each.order)
    by_load = {n: {e.id for e in found.items if e.number == n} for n in (first.version, second.version)}
    assert by_load == {first.version: set(first.withdrawn), second.version: set(second.withdrawn)}
    assert {(e.number, e.set_id) for e in found.items} == {(first.version, "one"), (second.version, "two")}
    assert {e.day for e in found.items} <= {today() - 1, today()}


def test_what_is_loaded_again_is_not_withdrawn(store: Store, seed: int) -> None:
    """A set that comes back takes its claims off the list; a View opened before still shows them."""
    one, _ = market(seed)
    with store.writer() as writer:
        writer.load(one)
        writer.withdraw(one.id)
    gone = store.view()
    with store.writer() as writer:
        writer.load(one)
    assert len(gone.withdrawn().items) == len(one.claims)
    assert all(each.source is None for each in gone.withdrawn().items)
    assert store.view().withdrawn().items == ()


def test_the_clock_and_the_name_narrow(store: Store, seed: int) -> None:
    """`since` is a day of loads and compares by days; `of` reads merged ids; the day known plays no part."""
    one, _ = market(seed)
    with store.writer() as writer:
        writer.load(one)
        writer.load(replace(one, claims=()))
        writer.judge(Judgement(PEOPLE[0], MERGED, same=True))
    view = store.view(Scope(known_on=1))
    everything = view.withdrawn().items
    assert len(everything) == len(one.claims)
    assert view.withdrawn(since=everything[0].day - 1).items == everything
    assert view.withdrawn(since=everything[0].day).items == ()
    about = {c.id for c in one.claims if {PEOPLE[0], MERGED} & set(c.entities())}
    assert {each.id for each in view.withdrawn(of=[MERGED]).items} == about
    assert view.withdrawn(limit=1).items == everything[:1]
    assert view.withdrawn(limit=1).cuts[0].left_out == len(everything) - 1
