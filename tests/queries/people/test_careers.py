"""A career holds every stint with its bounds, and the roles inside them."""

from itertools import combinations
from random import Random

import pytest
from asking import Holding, ask
from hypothesis import given
from hypothesis import strategies as st
from leavers import held
from making import day
from random_lines import ORGS, PEOPLE, random_lines

from graph.queries.people.careers import career

RETURNER = """
tulloch works_at meta 2012/2018
tulloch works_at openai 2019/2025-09
tulloch works_at meta 2025-10/.. returned=yes
tulloch leads meta 2025-11/.. role='head of models'
tulloch holds_role openai 2020/2021 role=researcher
tulloch holds_role google 2010 role=intern
tulloch studied_at sydney 2008/2011 degree=BSc
tulloch board_of acme 2020/..
tulloch worked_on pytorch
openai offered tulloch 2025-10 outcome=declined
boss leads tulloch-labs 2020
"""


def test_a_return_is_a_second_stint(holding: Holding) -> None:
    """Both times at one company stand apart, each with its own roles."""
    life = career(ask(holding(RETURNER)), "person:tulloch")
    assert [(s.organisation, s.text) for s in life.stints] == [
        ("org:google", "by 2010"),
        ("org:meta", "2012 to 2018"),
        ("org:openai", "2019 to Sep 2025"),
        ("org:meta", "since Oct 2025"),
    ]
    assert [len(s.roles) for s in life.stints] == [1, 0, 1, 1]
    assert not life.roles


def test_each_thing_has_its_lane(holding: Holding) -> None:
    """Studies, boards, offers and work done are apart from the stints, and all are drawn."""
    life = career(ask(holding(RETURNER)), "tulloch")
    assert [row.object for row in life.studies] == ["org:sydney"]
    assert [row.object for row in life.boards] == ["org:acme"]
    assert [row.subject for row in life.offers] == ["org:openai"]
    assert [row.relation for row in life.others] == ["worked_on"]
    assert {row.address for row in life.subgraph(ask(holding(RETURNER))).edges} == {
        row.address for row in life.edges
    }


def test_a_day_that_is_set_hides_nothing(holding: Holding) -> None:
    """The career is whole on any day, if there is a way to open the ledger without one."""
    store = holding(RETURNER)
    view = ask(store, true_on="2013-06-01")
    whole = career(ask(store), "tulloch")
    assert career(view, "tulloch", reopen=store.view).stints == whole.stints
    assert len(career(view, "tulloch").stints) < len(whole.stints)
    assert career(view, "tulloch", reopen=store.view).scope.true_on == day("2013-06-01")


def test_moves_are_in_it(holding: Holding) -> None:
    """The moves of the person, each with its sentence."""
    life = career(ask(holding(RETURNER)), "tulloch")
    assert [(m.row.origin, m.row.destination) for m in life.moves if not m.is_transfer][-2:] == [
        ("org:meta", "org:openai"),
        ("org:openai", "org:meta"),
    ]
    assert "a return" in life.moves[-1].sentence


UNDATED = """
ended works_at openai 2024-06/2025 @s2025-08-27:2025-08-27
ended works_at meta /2025-08 @s2025-08-27:2025-08-27
ended works_at openai 2025-08/.. from=meta returned=yes @s2025-08-27:2025-08-27
founder works_at meta 2013/2025-12 @s2026:2026
founder founded labs @s2026-03-10:2026-03-10
zheng works_at google @s2025-06-18:2025-06-18
zheng works_at microsoft @s2025-06-18:2025-06-18
zheng founded start-up 2023 @s2025-06-18:2025-06-18
zoph founded lab 2025 @s2026-01-20:2026-01-20
zoph works_at lab /2026-01-14 @s2026-01-20:2026-01-20
zoph works_at openai 2026-01-14/.. from=lab returned=yes @s2026-01-20:2026-01-20
former works_at tesla /[..2024-06] @s2024-06:2024-06
former works_at apple 2022/ @s2024-06:2024-06
former works_at x /[..2026-01] @s2026-02:2026-02
changed works_at first /2017 to=second @s2024:2024
changed works_at second 2017/2022 @s2024:2024
changed works_at first /2024-02 @s2024:2024
changed founded third 2024 @s2024:2024
"""


@pytest.mark.parametrize(
    ("who", "stints"),
    [
        ("ended", ["openai", "meta", "openai"]),
        ("founder", ["meta", "labs"]),
        ("zheng", ["google", "microsoft", "start-up"]),
        ("zoph", ["openai", "lab", "openai"]),
        ("former", ["tesla", "x", "apple"]),
        ("changed", ["first", "second", "first", "third"]),
    ],
)
def test_a_career_is_told_in_time(holding: Holding, who: str, stints: list[str]) -> None:
    """What has no start stands where its end puts it; what has neither where it may have been.

    An employer of whom is only known that it is past stands before the one that was likely there by then.
    """
    life = career(ask(holding(UNDATED)), who)
    assert [s.organisation.removeprefix("org:") for s in life.stints] == stints


def test_an_earlier_time_has_no_date(holding: Holding) -> None:
    """That somebody came back says that there was a first time, and not until when."""
    life = career(ask(holding(UNDATED)), "zoph")
    assert life.stints[0].text == "an earlier time, not dated"


@given(st.integers(0, 10**6))
def test_what_came_first_stands_first(seed: int) -> None:
    """Whatever is claimed, what ended before another began, or began before another ended, is before it."""
    chance = Random(seed)
    ends = (f"{who} works_at {chance.choice(ORGS)} /{chance.randint(2015, 2025)}" for who in PEOPLE)
    view = ask(held("\n".join((random_lines(chance), *ends))))
    for who in view.entities(PEOPLE):
        for before, after in combinations(career(view, who).stints, 2):
            assert not (after.dated[1] and after.end_hi <= before.start_lo)
            only_ended = before.dated == (False, True)
            assert not (only_ended and after.dated[0] and after.start_hi < before.end_lo)
