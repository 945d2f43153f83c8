"""On generated markets, with every trap in them, the answers about groups hold together in every engine."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from ledgers import COMPANIES, LABS, PEOPLE, market

from graph.assembly.rows import Grade, Level
from graph.queries.answers.reply import Reply
from graph.queries.dealings.funnel import funnel
from graph.queries.liftouts.liftouts import lift_outs
from graph.queries.people.along import Order
from graph.queries.people.colleagues import colleagues
from graph.queries.people.first_mover import first_movers
from graph.queries.people.moves import moves
from graph.queries.shapes.shape import as_json
from graph.store import open_store
from graph.store.base import Store, View
from graph.store.scope import Scope


def held(
    seed: str, engine: str = "memory", file: Path | None = None, sets: tuple[int, ...] = (0, 1)
) -> Store:
    """A generated market, or one of its two sets."""
    store = open_store(file, engine=engine)
    made = market(Random(seed).randrange(2**32))
    for number in sets:
        with store.writer() as writer:
            writer.load(made[number])
    return store


def answers(store: Store, view: View) -> list[Reply]:
    """Groups, offers, first movers and colleagues of everybody whom the view knows."""
    known = view.entities([*COMPANIES, *LABS, *PEOPLE])
    return [
        lift_outs(view, people=2, days=800, reopen=store.view),
        funnel(view),
        *(funnel(view, id_) for id_ in COMPANIES),
        *(first_movers(view, id_, reopen=store.view) for id_ in (*COMPANIES, *LABS)),
        *(colleagues(view, id_, reopen=store.view) for id_ in PEOPLE if id_ in known),
    ]


def shapes(replies: list[Reply]) -> list[dict[str, Any]]:
    """Their JSON, whatever the number of the version."""
    return [as_json(reply) | {"version": 0} for reply in replies]


def scopes(random: Random) -> list[Scope]:
    day = random.randint(738_000, 739_500)
    return [Scope(), Scope(level=Level.ALL), Scope(true_on=day), Scope(known_on=day + 900)]


@pytest.mark.parametrize("round_", range(4))
def test_engines_agree(seed: int, round_: int, tmp_path: Path) -> None:
    """Both engines give the same JSON in every scope, and something is found."""
    random = Random(f"{seed} {round_}")
    stores = [held(f"{seed} {round_}", engine, tmp_path / "ledger.sqlite") for engine in ("memory", "sqlite")]
    filled = 0
    for scope in scopes(random):
        one, other = (shapes(answers(store, store.view(scope))) for store in stores)
        assert one == other
        assert json.loads(json.dumps(one)) == one
        filled += sum(bool(shape.get("arrivals") or shape.get("overlaps")) for shape in one)
    assert filled
    stores[1].close()


@pytest.mark.parametrize("round_", range(4))
def test_what_is_withdrawn_leaves_no_trace(seed: int, round_: int) -> None:
    """After a set is withdrawn the answers are those of a ledger that never held it."""
    store = held(f"{seed} {round_}")
    with store.writer() as writer:
        writer.withdraw("two")
    alone = held(f"{seed} {round_}", sets=(0,))
    assert shapes(answers(store, store.view())) == shapes(answers(alone, alone.view()))


@pytest.mark.parametrize("round_", range(8))
def test_groups_are_certain_moves_between_two_companies(seed: int, round_: int) -> None:
    """Every move of a group is a certain one that `moves` lists, to another company, and no transfer."""
    view = held(f"{seed} {round_}").view()
    listed = {move.row for move in moves(view).graded(Grade.CERTAIN)}
    for group in lift_outs(view, people=2, days=800).groups:
        rows = {move.row for move in group.moves}
        assert rows <= listed
        assert all(
            (row.origin_company, row.destination_company) == (group.origin, group.destination) for row in rows
        )
        assert group.origin != group.destination
        assert set(group.with_deal) <= set(group.people)
        assert group.at_most >= len(group.people) >= 2


@pytest.mark.parametrize("round_", range(8))
def test_followers_come_after(seed: int, round_: int) -> None:
    """Nobody follows themselves, or surely came first; a colleague shares a company with the leader."""
    store = held(f"{seed} {round_}")
    view = store.view()
    for company in COMPANIES:
        reply = first_movers(view, company)
        places = [each.place for each in reply.arrivals if each.place]
        assert all(1 <= lo <= hi <= len(places) for lo, hi in places)
        assert len({each.person for each in reply.arrivals}) == len(reply.arrivals)
        for each in reply.arrivals:
            for other in each.along:
                assert other.row.person != each.person
                assert (other.gap_lo > 0) or other.order is not Order.LATER
                assert other.gap_hi >= 0
                assert other.is_colleague == (other.together > 0)


@pytest.mark.parametrize("round_", range(8))
def test_years_are_those_of_the_overlaps(seed: int, round_: int) -> None:
    """Somebody is a colleague of a year exactly if an overlap reaches into it."""
    view = held(f"{seed} {round_}").view()
    for person in PEOPLE:
        reply = colleagues(view, person)
        listed = {(each.company, id_) for each in reply.years for id_, _ in each.people}
        assert listed == {(overlap.company, overlap.person) for overlap in reply.overlaps}
        days = sum(days for each in reply.years for _, days in each.people)
        assert days == sum(overlap.days for overlap in reply.overlaps)
