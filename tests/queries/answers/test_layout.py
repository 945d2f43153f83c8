"""Positions are the same each time, keep apart what has a name, and never move what stands."""

import math
from dataclasses import replace
from itertools import combinations

import pytest

from graph.assembly.rows import EdgeRow
from graph.queries.answers.layout import placed, positions
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import EntityCard
from graph.store.scope import Scope

LEAST = {2: 112.0, 1: 66.0, 0: 50.0}


def card(id_: str) -> EntityCard:
    return EntityCard(id_, id_.partition(":")[0], "", id_, (), (), "", False, 1)


def picture(people: int, orgs: int) -> Subgraph:
    """Everybody works at one of the organisations, every third at a second one."""
    ids = [f"person:p-{n}" for n in range(people)] + [f"org:o-{n}" for n in range(orgs)]
    pairs = [(n, n % orgs) for n in range(people)] + [(n, (n + 1) % orgs) for n in range(0, people, 3)]
    edges = tuple(EdgeRow(f"person:p-{p}", "works_at", f"org:o-{o}", f"org:o-{o}") for p, o in pairs)
    return Subgraph(title="", scope=Scope(), version=1, now=None, entities=tuple(map(card, ids)), edges=edges)


def closest(laid: dict[str, tuple[float, float]]) -> float:
    """The smallest distance between two entities, as a part of what they must keep."""
    return min(
        math.dist(laid[a], laid[b]) / LEAST[a.startswith("org") + b.startswith("org")]
        for a, b in combinations(laid, 2)
    )


@pytest.mark.parametrize("size", [(1, 1), (12, 3), (120, 12)])
def test_names_do_not_cover_each_other(size: tuple[int, int]) -> None:
    """Two entities are at least as far apart as their kinds ask."""
    laid = positions(picture(*size))
    assert len(laid) == sum(size)
    assert closest(laid) >= 0.99
    assert closest({a: (x / 10, y / 10) for a, (x, y) in laid.items()}) < 0.99, "the measure sees a crowd"


def test_the_same_picture_twice() -> None:
    """The same graph and seed give the same positions in any order of entities; another seed gives others."""
    graph = picture(30, 4)
    turned = replace(graph, entities=graph.entities[::-1], edges=graph.edges[::-1])
    assert positions(graph, seed=7) == positions(turned, seed=7)
    assert positions(graph, seed=7) != positions(graph, seed=8)


def test_what_stands_does_not_move() -> None:
    """Expanding moves nothing that is on the picture, and puts what is new near its neighbours."""
    before = positions(picture(20, 3))
    after = positions(picture(40, 5), fixed=before)
    assert {id_: after[id_] for id_ in before} == before
    new = [id_ for id_ in after if id_ not in before]
    assert new
    assert closest({id_: after[id_] for id_ in new}) >= 0.99
    width = max(math.dist(a, b) for a, b in combinations(before.values(), 2))
    assert max(math.dist(after[a], b) for a in new for b in before.values()) < 4 * width


def test_one_name_can_stand_alone() -> None:
    """A single fixed name, an empty picture and names without links have positions too."""
    assert positions(picture(0, 1), fixed={"org:o-0": (5.0, 5.0), "org:gone": (1.0, 1.0)}) == {
        "org:o-0": (5.0, 5.0)
    }
    empty = replace(picture(0, 1), entities=(), edges=())
    assert positions(empty) == {}
    lonely = replace(picture(9, 1), edges=())
    assert closest(dict(placed(lonely).positions)) >= 0.99


def test_new_names_leave_a_single_one() -> None:
    """Around one fixed name the others find room, however many."""
    laid = positions(picture(60, 1), fixed={"org:o-0": (0.0, 0.0)})
    assert laid["org:o-0"] == (0.0, 0.0)
    assert closest(laid) >= 0.99
