"""Changes add up over all days, and a set that was withdrawn leaves no trace in any answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import COMPANIES, DEAL, ENTITIES, PEOPLE, UNNAMED, market

from graph.assembly.conflicts import ConflictGrade
from graph.model.claimset import ClaimSet
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import deals
from graph.queries.dealings.funnel import funnel
from graph.queries.dealings.offers import offers
from graph.queries.flows.compare import compare
from graph.queries.flows.flows import flows
from graph.queries.ledger.changes import changes
from graph.queries.ledger.conflicts import at_odds, conflicts
from graph.queries.ledger.quality import quality
from graph.queries.liftouts.liftouts import lift_outs
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.network.paths import paths
from graph.queries.network.search import search
from graph.queries.people.careers import career
from graph.queries.people.colleagues import colleagues
from graph.queries.people.dossier import show
from graph.queries.people.first_mover import first_movers
from graph.queries.people.moves import moves
from graph.queries.people.returners import returners
from graph.queries.people.schools import schools
from graph.queries.people.turns import OPENED, SETTLED
from graph.queries.retention.retention import retention
from graph.queries.shapes.shape import as_json
from graph.store import open_store
from graph.store.base import Store
from graph.store.scope import Scope

SEEDS = st.integers(0, 2**32)


def holding(*sets: ClaimSet) -> Store:
    store = open_store(":memory:")
    with store.writer() as writer:
        writer.load_all(sets)
    return store


def known(store: Store, day: int) -> set[str]:
    return {e.id for e in store.view(Scope(known_on=day)).claims().items}


def disputed(store: Store, day: int) -> int:
    found, _, _ = at_odds(store.view(Scope(known_on=day)))
    return sum(conflict.grade is ConflictGrade.DISAGREE for conflict in found)


@given(SEEDS)
def test_claims_and_disagreements_add_up(seed: int) -> None:
    """Between any two days: known then plus known since is known now; likewise open, opened and settled."""
    store = holding(*market(seed))
    turned = sorted({e.known_from for e in store.view().claims().items})
    days = sorted({*turned, *(day - 1 for day in turned)})
    states = {day: (known(store, day), disputed(store, day)) for day in days}
    for first, last in combinations(days, 2):
        reply = changes(store.view(Scope(known_on=last)), first, reopen=store.view)
        (before, open_then), (after, open_now) = states[first], states[last]
        assert before <= after
        assert sorted(reply.known) == sorted(after - before)
        assert open_then + len(reply.turned(OPENED)) - len(reply.turned(SETTLED)) == open_now


@given(SEEDS)
def test_counts_by_set_and_by_entity_are_of_the_same_claims(seed: int) -> None:
    """Asked about one set or one name the changes are those of the whole that are its."""
    store = holding(*market(seed))
    day = sorted(e.known_from for e in store.view().claims().items)[5]
    whole = changes(store.view(), day, reopen=store.view)
    for tally in whole.sets:
        part = changes(store.view(), day, set_id=tally.id, reopen=store.view)
        assert part.total.known == tally.known
        assert set(part.known) <= set(whole.known)
    for tally in whole.entities:
        about = changes(store.view(), day, tally.id, reopen=store.view)
        assert set(about.known) <= set(whole.known)
        assert about.total.known >= tally.known


def every_answer(store: Store) -> Iterator[Reply]:
    """Answers to every question, in three scopes, with what any ledger of `market` holds."""
    for scope in (Scope(), Scope(true_on=738_700), Scope(known_on=739_000)):
        view = store.view(scope)
        yield from (search(view, text) for text in ("ada king", "alpha"))
        yield from (show(view, entity.id, reopen=store.view) for entity in ENTITIES if entity.id != UNNAMED)
        yield from (colleagues(view, person) for person in PEOPLE)
        yield from (career(view, person, reopen=store.view) for person in PEOPLE)
        yield from (neighbourhood(view, COMPANIES[0], 2), moves(view), offers(view), deals(view, DEAL))
        yield from (paths(view, PEOPLE[0], PEOPLE[1], "together"), paths(view, PEOPLE[0], COMPANIES[1]))
        yield from (conflicts(view), quality(view, reopen=store.view), funnel(view))
        yield from (flows(view, reopen=store.view), compare(view, *COMPANIES[:2], reopen=store.view))
        yield from (retention(view, COMPANIES[0], reopen=store.view), returners(view, reopen=store.view))
        yield from (schools(view, reopen=store.view), lift_outs(view, reopen=store.view))
        yield first_movers(view, COMPANIES[1], reopen=store.view)
        yield changes(store.view(), 738_000, reopen=store.view)


def said(store: Store) -> list[object]:
    """All answers as JSON, without the version of the ledger and what is told by the clock of loads."""
    told = [as_json(reply) for reply in every_answer(store)]
    for each in told:
        if each["answer"] == "changes":
            each["disagreements"] = [turn for turn in each["disagreements"] if not turn["withdrawn"]]
    loads = ("version", "withdrawn", "total", "sets", "entities")
    return [{k: v for k, v in each.items() if k not in loads or each["answer"] != "changes"} | {"version": 0}
            for each in told]  # fmt: skip


@pytest.mark.parametrize("engine", ["memory", "sqlite"])
def test_withdrawing_is_never_having_loaded(
    engine: str, tmp_path: Path, seed: int, fresh: Callable[[Path, str], Store]
) -> None:
    """After a set is withdrawn every answer and the dump are those of a ledger that never saw it."""
    kept, gone = market(seed)
    one, other = fresh(tmp_path / "one.sqlite", engine), fresh(tmp_path / "other.sqlite", engine)
    with one.writer() as writer:
        writer.load(gone)
        writer.load(kept)
    loaded = said(one)
    with one.writer() as writer:
        writer.withdraw(gone.id)
    with other.writer() as writer:
        writer.load(kept)
    assert list(one.dump()) == list(other.dump())
    assert said(one) == said(other)
    assert said(one) != loaded


@pytest.fixture
def fresh() -> Iterator[Callable[[Path, str], Store]]:
    """Opens stores that are closed afterwards."""
    made: list[Store] = []

    def new(path: Path, engine: str) -> Store:
        made.append(open_store(path, engine))
        return made[-1]

    yield new
    for store in made:
        store.close()
