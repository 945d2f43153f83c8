"""Flows into Meta in 2025, counted by hand from the rows of the sets that ship.

For each person: the rows that state the arrival and where it was from, other rows of the same arrival, rows
that date the departure there, and those of a deal that brought the person to Meta.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from shipped import Shipped, shipped

from graph.queries.answers.counting import Rollup, Window
from graph.queries.flows.flows import Flows, flows
from graph.queries.flows.slices import Period
from graph.store import open_store
from graph.store.base import View

YEAR = Window.between("2025-01", "2025-12")
HAND = {
    "openai": {
        "alexander-kolesnikov": "F034a F033a",
        "hongyu-ren": "F025a",
        "huiwen-chang": "F021a",
        "hyung-won-chung": "F051a",
        "jason-wei": "F050a F052a",
        "ji-lin": "F022a",
        "jiahui-yu": "F028a",
        "lucas-beyer": "F032a F031a",
        "shengjia-zhao": "F029a",
        "shuchao-bi": "F020a",
        "trapit-bansal": "F019a F311a",
        "xiaohua-zhai": "F036a F035a",
        "yuanzhi-li": "F045a",
    },
    "apple": {"mark-lee": "F049a", "ruoming-pang": "F041a F042a F040a", "tom-gunter": "F048a F047a"},
    "anthropic": {"anton-bakhtin": "F046a", "joel-pobar": "F023a"},
    "google": {"jack-rae": "F024a", "pei-sun": "F027a"},
    "safe-superintelligence": {"daniel-gross": "F030a F114a"},
    "scale-ai": {"alexandr-wang": "F008a F008b r42 r49 j44 j54"},
    "sesame": {"johan-schalkwyk": "F026a"},
    "thinking-machines-lab": {"andrew-tulloch": "F087a F085a"},
    "vercept": {"matt-deitke": "F069a"},
}
"""By origin and person, the keys of the rows."""

MAYBE = {"avi-verma": "F063a F055a F056a"}
"""Until 2025 at OpenAI, gone from Meta in August 2025 and back: when Verma came to Meta nobody says."""

OUT = {"openai": 5, "anthropic": 1, "memories-ai": 1}
"""Who left Meta in 2025 for whom: Fan F260a, Knight F058a, Mohiuddin F307a, Nayak F061a, Verma F056a; Maher
F062a; Wu F308a. When LeCun came to AMI Labs is not known (F178a): possible, and beside the number.
"""


@pytest.fixture(scope="module")
def sets(checkout: Path) -> tuple[Shipped, ...]:
    return tuple(shipped(checkout / "seeds" / name) for name in ("talent-war", "two-articles"))


@pytest.fixture(scope="module")
def view(sets: Iterable[Shipped]) -> View:
    store = open_store(":memory:")
    with store.writer() as writer:
        writer.load_all([each.loaded for each in sets])
    return store.view()


@pytest.fixture(scope="module")
def reply(view: View) -> Flows:
    return flows(view, into="Meta", window=YEAR)


@pytest.fixture(scope="module")
def keys(sets: Iterable[Shipped]) -> Callable[[Iterable[str]], set[str]]:
    """The keys of claims in either set."""
    return lambda ids: {key for each in sets for key in each.keys(ids)}


def test_the_hand_count_adds_up() -> None:
    """Twenty-five arrivals, each from one origin."""
    assert sum(len(people) for people in HAND.values()) == 25
    assert len({person for people in HAND.values() for person in people}) == 25


def test_every_cell_is_the_hand_count(reply: Flows) -> None:
    """Each origin has just these people, all certain, all surely in the year; Verma stands beside."""
    cells = {cell.origin: cell.tally for cell in reply.cells}
    assert {origin: tally.n for origin, tally in cells.items()} == {
        f"org:{origin}": len(people) for origin, people in HAND.items()
    }
    for origin, people in HAND.items():
        assert set(cells[f"org:{origin}"].people) == {f"person:{person}" for person in people}
    assert {cell.destination for cell in reply.cells} == {"org:meta"}
    assert (reply.total.certain, reply.total.inferred.hi, reply.total.possible) == (
        (25, 25, 25),
        0,
        (0, 1, 1),
    )
    assert reply.inside == ()


def test_every_move_rests_on_the_rows_of_the_hand_count(
    reply: Flows, keys: Callable[[Iterable[str]], set[str]]
) -> None:
    """The claims behind each move are those rows, no more and no fewer."""
    found = {each.move.row.person: keys(each.move.claims) for each in reply.listed}
    assert found == {
        f"person:{person}": set(rows.split())
        for people in (*HAND.values(), MAYBE)
        for person, rows in people.items()
    }


def test_nets_are_the_hand_count(reply: Flows) -> None:
    """Thirteen came from OpenAI and five went there; Meta gained eighteen."""
    pairs = {pair.a.removeprefix("org:"): (pair.there.n, pair.back.n) for pair in reply.pairs}
    assert pairs == {
        origin: (len(HAND.get(origin, ())), OUT.get(origin, 0)) for origin in HAND.keys() | OUT.keys()
    }
    (meta,) = reply.organisations
    assert (meta.came.n, meta.left.n, meta.net) == (25, 7, 18)
    assert meta.left.possible.hi == 1


def test_quarters_are_the_hand_count(view: View) -> None:
    """Fifteen came in June 2025, most with the founding of the lab; nine in July; Tulloch in October."""
    quarters = flows(view, into="Meta", window=YEAR, period=Period.QUARTER).slices
    assert {part.name: part.total.n for part in quarters} == {"2025-Q2": 15, "2025-Q3": 9, "2025-Q4": 1}


def test_labs_are_the_hand_count(view: View) -> None:
    """By lab nineteen came to Meta Superintelligence Labs, and six of whom only Meta is named."""
    cells = flows(view, into="Meta", window=YEAR, by=Rollup.LAB).cells
    at = {
        end: sum(c.tally.n for c in cells if c.destination == end) for end in {c.destination for c in cells}
    }
    assert at == {"org:meta-superintelligence-labs": 19, "org:meta": 6}
    assert {c.tally.n for c in cells if c.origin == "org:google-deepmind"} == {2}


def test_what_the_moves_do_not_show(reply: Flows) -> None:
    """Two more arrivals are dated, of Friedman (F015a) and Agarwal (F059a); from where is not said."""
    assert (reply.arrivals.dated, reply.arrivals.linked) == (27, 25)


def test_published_figures_stand_beside(reply: Flows, keys: Callable[[Iterable[str]], set[str]]) -> None:
    """Up to ten hires from OpenAI in 2025 (F314a) beside thirteen; seven of the memo (F017b, F018a)."""
    found = {frozenset(keys(each.claims)): each for each in reply.published}
    assert found[frozenset({"F314a"})].here == "13"
    assert any("F017b" in each and "F018a" in each for each in found)
