"""A career holds every stint with its bounds, and the roles inside them."""

from asking import Holding, ask
from making import day

from graph.queries.careers import career

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
