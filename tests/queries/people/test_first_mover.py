"""Who came first is said as far as dates say it; who moved along is told from who came by chance before."""

from itertools import product
from random import Random

import pytest
from asking import Holding, ask
from leavers import held, leavers, moved
from making import day

from graph.queries.answers.counting import Window
from graph.queries.people.along import Order
from graph.queries.people.first_mover import FirstMovers, first_movers
from graph.queries.people.moves import moves

LEDGER = """
ann works_at openai 2020-01-01/2025-06-01
ann works_at meta 2025-06-10/.. from=openai
bob works_at openai 2021-01-01/2025-06-01
bob works_at meta 2025-06-20/.. from=openai
cyd works_at meta 2025-07/ from=openai
dan works_at meta 2025-07-15/ from=openai
eve works_at meta 2026-06-20/ from=openai
fay works_at meta 2025-05-01/ from=google
gil works_at meta 2025
hal works_at meta 2025-06-20/ from=openai
"""


def places(reply: FirstMovers) -> dict[str, tuple[int, int] | None]:
    return {each.person.partition(":")[2]: each.place for each in reply.arrivals}


def test_places_are_as_sure_as_the_dates(holding: Holding) -> None:
    """Bob and hal tie on a day; cyd came before or after dan; nobody dates the coming of gil."""
    reply = first_movers(ask(holding(LEDGER)), "meta")
    assert places(reply) == {
        "fay": (1, 1),
        "ann": (2, 2),
        "bob": (3, 3),
        "hal": (3, 3),
        "cyd": (5, 6),
        "dan": (5, 6),
        "eve": (7, 7),
        "gil": None,
    }
    assert [each.person for each in reply.first] == ["person:fay"]
    assert reply.is_told
    assert [each.person for each in reply.not_dated] == ["person:gil"]


def test_of_a_flow(holding: Holding) -> None:
    """Out of one organisation only those whom a certain move led from there."""
    reply = first_movers(ask(holding(LEDGER)), "meta", "openai")
    assert list(places(reply)) == ["ann", "bob", "hal", "cyd", "dan", "eve"]
    assert reply.title == "First movers to meta from openai"
    assert reply.arrivals[0].origins == ("org:openai",)


def test_a_window_bounds_the_arrivals(holding: Holding) -> None:
    """Of July 2025 those who may have come then, and their places among them."""
    reply = first_movers(ask(holding(LEDGER)), "meta", "openai", window=Window.between("2025-07", "2025-07"))
    assert places(reply) == {"cyd": (1, 2), "dan": (1, 2)}
    assert not reply.is_told


def test_who_moved_along(holding: Holding) -> None:
    """Of ann: bob, hal, cyd and dan within 180 days, eve too late; only bob is known to have been beside her.

    Their days together end when she went: 1 January 2021 to 1 June 2025.
    """
    reply = first_movers(ask(holding(LEDGER)), "meta")
    ann = next(each for each in reply.arrivals if each.person == "person:ann")
    assert {(a.row.person, a.order, a.gap_lo, a.gap_hi) for a in ann.along} == {
        ("person:bob", Order.LATER, 10, 10),
        ("person:hal", Order.LATER, 10, 10),
        ("person:cyd", Order.LATER, 21, 51),
        ("person:dan", Order.LATER, 35, 35),
    }
    assert (ann.followed(Order.LATER), ann.followed(Order.LATER, colleagues=True)) == (4, 1)
    together = {a.row.person: a.together for a in ann.along}
    assert together["person:bob"] == day("2025-06-01") - day("2021-01-01")
    bob = next(each for each in reply.arrivals if each.person == "person:bob")
    assert bob.followed(Order.SAME_DAY) == 1
    cyd = next(each for each in reply.arrivals if each.person == "person:cyd")
    assert [(a.row.person, a.order) for a in cyd.along] == [("person:dan", Order.PERHAPS)]


def test_the_days_are_asked_for(holding: Holding) -> None:
    """Within 15 days only bob and hal; within 40 dan too, and cyd perhaps."""
    view = ask(holding(LEDGER))

    def followed(days: int) -> tuple[int, int]:
        ann = first_movers(view, "meta", "openai", days=days).arrivals[0]
        return ann.followed(Order.LATER), ann.followed(Order.LATER, Order.PERHAPS)

    assert followed(15) == (2, 2)
    assert followed(40) == (3, 4)


def test_a_lab_has_its_own_first(holding: Holding) -> None:
    """Of a lab the arrivals there, a change of lab included; of its company the first arrival only."""
    text = """
    fair part_of meta
    msl part_of meta
    ann works_at fair 2020-01-01/2025-07-01
    ann works_at msl 2025-07-02/.. from=fair
    bob works_at msl 2025-06-01/.. from=openai
    """
    view = ask(holding(text))
    assert places(first_movers(view, "msl")) == {"bob": (1, 1), "ann": (2, 2)}
    assert places(first_movers(view, "meta")) == {"ann": (1, 1), "bob": (2, 2)}


def test_a_return_is_no_first_arrival(holding: Holding) -> None:
    """Who was there before, nobody knows since when, did not come first with the return."""
    text = "ann works_at meta 2025-01-01/.. returned=yes\nbob works_at meta 2025-02-01/.."
    assert places(first_movers(ask(holding(text)), "meta")) == {"bob": (1, 1), "ann": None}


def test_a_day_that_is_set_plays_no_part(holding: Holding) -> None:
    """Arrivals after the day are there all the same, if a view without it can be opened."""
    store = holding(LEDGER)
    reply = first_movers(ask(store, true_on="2025-06-15"), "meta", reopen=store.view)
    assert places(reply) == places(first_movers(ask(store), "meta"))


def test_a_cut_answer_says_so(holding: Holding) -> None:
    """Places and followers are those of all arrivals, however many are listed."""
    reply = first_movers(ask(holding(LEDGER)), "meta", limit=2)
    assert places(reply) == {"fay": (1, 1), "ann": (2, 2)}
    assert reply.arrivals[1].followed(Order.LATER) == 4
    assert reply.cuts[0].left_out == 6


@pytest.mark.parametrize("round_", range(10))
def test_places_hold_in_every_world(seed: int, round_: int) -> None:
    """Whatever days are true within the bounds, each place lies between its two ends, and both occur."""
    random = Random(f"{seed} {round_}")
    lines = [
        moved(f"p{n}", "a", "b", f"2025-01-{random.randint(1, 9):02}") for n in range(random.randint(1, 3))
    ]
    lines += [f"q{n} works_at b [2025-01-0{lo}..2025-01-0{lo + random.randint(1, 2)}]/" for n, lo in
              enumerate(random.choices(range(1, 8), k=2))]  # fmt: skip
    arrivals = first_movers(held("\n".join(lines)).view(), "b").arrivals
    worlds = list(product(*(range(each.lo, each.hi + 1) for each in arrivals)))
    for number, each in enumerate(arrivals):
        found = [1 + sum(other < world[number] for other in world) for world in worlds]
        assert each.place == (min(found), max(found))


@pytest.mark.parametrize("round_", range(5))
def test_followers_are_those_of_plain_loops(seed: int, round_: int) -> None:
    """Against every pair of certain moves, compared one by one."""
    random = Random(f"{seed} {round_}")
    view = held("\n".join(leavers(random, 60, ("alpha", "beta"), ("gamma",)))).view()
    rows = [move.row for move in moves(view, into="gamma").moves]
    for each in first_movers(view, "gamma", days=200).arrivals:
        own = next(row for row in rows if row.person == each.person)
        surely = {
            row.person
            for row in rows
            if row.origin == own.origin and row.day_lo > own.day_hi and row.day_hi - own.day_lo <= 200
        }
        perhaps = {
            row.person
            for row in rows
            if row.origin == own.origin and row.day_hi > own.day_lo and row.day_lo - own.day_hi <= 200
        } - {each.person}
        assert {a.row.person for a in each.along if a.order is Order.LATER} == surely
        assert each.followed(Order.LATER, Order.PERHAPS) == len(perhaps)
