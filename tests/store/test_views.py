"""Views of one scope share what they have built; another scope or version never sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from ledgers import market

from graph.assembly.rows import Level
from graph.settings import settings
from graph.store.base import Store
from graph.store.scope import Scope


@pytest.fixture
def two_scopes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only two things are kept for views to come."""
    monkeypatch.setenv("TALENTGRAPH_KEPT_SCOPES", "2")
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


def test_a_scope_asked_for_again_is_ready(store: Store, seed: int) -> None:
    """The same scope of the same version gives the same View; a new version gives another."""
    one, two = market(seed)
    with store.writer() as writer:
        writer.load(one)
    view = store.view(Scope(true_on=738_000))
    assert store.view(Scope(true_on=738_000)) is view
    assert store.view(Scope(true_on=738_000, level=Level.ALL)) is not view
    with store.writer() as writer:
        writer.load(two)
    assert store.view(Scope(true_on=738_000)) is not view


def test_only_the_latest_scopes_are_kept(two_scopes: None, store: Store, seed: int) -> None:
    """Beyond the setting the scope that was not asked for longest goes."""
    with store.writer() as writer:
        writer.load(market(seed)[0])
    scopes = [Scope(true_on=738_000 + n) for n in range(3)]
    views = [store.view(scope) for scope in scopes]
    assert store.view(scopes[2]) is views[2]
    assert store.view(scopes[0]) is not views[0]


def test_names_do_not_depend_on_the_day(store: Store, seed: int) -> None:
    """Whatever day is set, the same names are found, with the company of that day on each card."""
    with store.writer() as writer:
        writer.load_all(market(seed))
    for day in (737_000, 739_500):
        view = store.view(Scope(true_on=day))
        found = view.candidates("alpha labs two").items
        assert [each.entity for each in found] == [
            view.entities([each.entity.id])[each.entity.id] for each in found
        ]
        plain = store.view().candidates("alpha labs two").items
        assert [replace(each, entity=plain[n].entity) for n, each in enumerate(found)] == list(plain)


def test_now_is_that_of_the_summary(store: Store, seed: int) -> None:
    """Known on a day, now is that day; else the latest day of a source; in an empty ledger there is none."""
    assert store.view().now is store.view().summary().now is None
    with store.writer() as writer:
        writer.load_all(market(seed))
    for scope in (Scope(), Scope(known_on=738_000)):
        assert store.view(scope).now == store.view(scope).summary().now
    assert store.view(Scope(known_on=738_000)).now == 738_000
