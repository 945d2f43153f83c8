"""The hard cases of days, paths and loading that the shipped sets show."""

from pathlib import Path

import pytest
from asking import ask
from shipped import Shipped
from stints import in_scope

from graph.assembly.rows import Level
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.network.paths import paths
from graph.queries.network.search import find
from graph.store import open_store
from graph.store.base import Store, View
from graph.store.scope import Scope

WANG, ZUCKERBERG, GROSS = "person:alexandr-wang", "person:mark-zuckerberg", "person:daniel-gross"
ZHENG, SUTSKEVER = "person:yudian-zheng", "person:ilya-sutskever"


@pytest.mark.parametrize(("start", "end"), [(WANG, ZUCKERBERG), (ZHENG, SUTSKEVER), (WANG, GROSS)])
def test_nothing_joins_them_before(start: str, end: str, store: Store) -> None:
    """At the start of 2025 no path of certain or likely links joins the three pairs of the articles."""
    assert not paths(ask(store, true_on="2025-01-01"), start, end).paths


def test_together_once_both_are_there(store: Store) -> None:
    """Wang and Gross are together in the lab from the end of the month in which Gross came, July 2025."""

    def met(on: str) -> list[tuple[str, ...]]:
        found = paths(ask(store, true_on=on), WANG, GROSS, "together", k=1).paths
        return [each.path.entities for each in found]

    assert met("2025-07-30") == []
    assert met("2025-07-31") == [(WANG, "org:meta-superintelligence-labs", GROSS)]


def test_two_offers_join_two_people(store: Store) -> None:
    """On 15 July 2025 the best path from Zheng to Sutskever leads through Meta's two offers."""
    best = paths(ask(store, true_on="2025-07-15"), ZHENG, SUTSKEVER, k=1).paths[0]
    assert best.path.entities == (ZHENG, "org:meta", SUTSKEVER)
    assert {row.relation for hop in best.path.hops for row in hop} == {"offered"}


def test_the_unnamed_researcher_is_one_edge(store: Store) -> None:
    """The unnamed researcher has one edge, an offer dated to the month, and no other word anywhere."""
    view = ask(store, level=Level.ALL)
    (edge,) = neighbourhood(view, "person:unnamed-register-1", 1).edges
    assert (edge.relation, edge.subject) == ("offered", "org:meta")
    assert edge.start_hi - edge.start_lo >= 27
    card = find(view, "person:unnamed-register-1")
    assert (card.names, card.identifiers, card.summary) == ((), (), "")


def test_the_same_sets_in_any_order_twice(war: Shipped, articles: Shipped, tmp_path: Path) -> None:
    """Both sets in either order, once or twice, give the same claims and the same stints."""
    orders = [(war, articles), (articles, war, articles, war)]
    stores = [_loaded(tmp_path / f"{i}.sqlite", order) for i, order in enumerate(orders)]
    once, twice = [list(store.dump()) for store in stores]
    assert once == twice
    kept = {claim.id for given in (war, articles) for claim in given.loaded.claims}
    assert stores[0].view(Scope()).summary().claims == len(kept)
    assert len({store.view(Scope()).stints() for store in stores}) == 1


def test_every_stint_has_its_own_address(view: View) -> None:
    """No two stints of the ledger share an address, and none starts after it ends."""
    rows = [row for row in view.stints().edges if in_scope(row, Level.USUAL)]
    assert len({row.address for row in rows}) == len(rows) > 300
    assert all(row.start_lo <= row.end_hi for row in rows)


def _loaded(path: Path, order: tuple[Shipped, ...]) -> Store:
    store = open_store(path, "memory")
    for given in order:
        with store.writer() as writer:
            writer.load(given.loaded)
    return store
