"""A neighbourhood holds the nearest and best connected, and says what it does not show."""

from __future__ import annotations

import random
from collections import Counter

import networkx as nx
import pytest
from asking import Holding, ask
from random_lines import random_lines

from graph.errors import BadQuestion
from graph.model.entities import kind_of
from graph.queries.network.neighbourhood import neighbourhood
from graph.store.base import View

STAR = """
ada works_at meta 2020/2024
ada works_at google 2018/2019
bob works_at meta 2021/..
cyd works_at google 2018/..
meta offered cyd 2025-06 outcome=declined
google part_of org:alphabet
"""


def edges_of(view: View, ids: list[str]) -> nx.MultiGraph[str]:
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    for row in view.between(ids, limit=10_000).items:
        graph.add_edge(row.subject, row.object, key=row.address, relation=row.relation)
    return graph


def test_the_nearest_come_first(holding: Holding) -> None:
    """Around one name its neighbours are shown, then theirs, each layer by the number of its edges."""
    reply = neighbourhood(ask(holding(STAR)), "person:ada", radius=2)
    assert list(reply.distance.items()) == [
        ("person:ada", 0),
        ("org:google", 1),
        ("org:meta", 1),
        ("person:cyd", 2),
        ("org:alphabet", 2),
        ("person:bob", 2),
    ]
    assert not reply.hidden
    assert not reply.cuts


def test_hidden_neighbours_are_counted_by_relation(holding: Holding) -> None:
    """What a picture leaves out is counted at the entity that it hangs on."""
    reply = neighbourhood(ask(holding(STAR)), "person:ada")
    hidden = {id_: [(h.relation, h.direction, h.neighbours) for h in hs] for id_, hs in reply.hidden.items()}
    assert hidden == {
        "org:google": [("part_of", "out", 1), ("works_at", "in", 1)],
        "org:meta": [("offered", "out", 1), ("works_at", "in", 1)],
    }


def test_filters_keep_out(holding: Holding) -> None:
    """Relations, kinds and names that are left out are neither shown nor walked through."""
    view = ask(holding(STAR))
    assert list(neighbourhood(view, "person:cyd", 3, relations=["offered"]).distance) == [
        "person:cyd",
        "org:meta",
    ]
    assert list(neighbourhood(view, "person:ada", 3, kinds=["person"]).distance) == ["person:ada"]
    around = neighbourhood(view, "person:ada", 2, without=["org:google"]).distance
    assert "org:google" not in around
    assert "person:cyd" in around


def test_a_radius_has_bounds(holding: Holding) -> None:
    """A radius beyond the setting is refused, zero shows the seeds alone."""
    view = ask(holding(STAR))
    with pytest.raises(BadQuestion, match="radius"):
        neighbourhood(view, "person:ada", 99)
    assert list(neighbourhood(view, ["person:ada", "meta"], 0).distance) == ["person:ada", "org:meta"]


@pytest.mark.parametrize("round_", range(8))
def test_equal_to_brute_force(holding: Holding, seed: int, round_: int) -> None:
    """On random ledgers the picture, its order, edges and hidden counts are those of a plain search."""
    chance = random.Random(f"{seed} {round_}")
    view = ask(holding(random_lines(chance)), true_on=chance.choice(["", "2021-06-01"]))
    everyone = sorted({id_ for e in view.claims().items for id_ in e.claim.entities()})
    graph = edges_of(view, everyone)
    start, radius, cap = chance.choice(everyone), chance.randint(1, 3), chance.choice([4, 8, 300])
    kinds = chance.choice([(), ("person", "org")])
    reply = neighbourhood(view, start, radius, kinds=kinds, limit=cap)

    allowed = [id_ for id_ in graph if not kinds or kind_of(id_) in kinds or id_ == start]
    walked = graph.subgraph(allowed)
    steps = nx.single_source_shortest_path_length(walked, start, radius) if start in walked else {start: 0}
    degree = {id_: view.entities([id_])[id_].degree for id_ in everyone}
    expected = sorted(steps, key=lambda id_: (steps[id_], -degree[id_], id_))
    assert list(reply.distance) == expected[:cap]
    assert bool(reply.cuts) == (len(expected) > cap)
    inside = set(reply.distance)
    assert {row.address for row in reply.edges} == {
        k for a, b, k in graph.edges(keys=True) if {a, b} <= inside
    }
    for id_ in reply.distance:
        hidden = Counter({(h.relation, h.direction): h.neighbours for h in reply.hidden.get(id_, ())})
        outside: set[tuple[str, str, str]] = set()
        for row in view.between(everyone, limit=10_000).items:
            if id_ in (row.subject, row.object):
                other = row.object if row.subject == id_ else row.subject
                if other not in inside:
                    outside.add((row.relation, "out" if row.subject == id_ else "in", other))
        assert hidden == Counter((relation, direction) for relation, direction, _ in outside)


@pytest.mark.parametrize("asked", [{"kinds": ["persn"]}, {"relations": ["work_at"]}])
def test_a_misspelt_word_is_refused(holding: Holding, asked: dict[str, list[str]]) -> None:
    """It is not read as nothing being linked."""
    with pytest.raises(BadQuestion, match=next(iter(asked.values()))[0]):
        neighbourhood(ask(holding("ann works_at meta 2020/..")), "meta", **asked)  # type: ignore[arg-type]
