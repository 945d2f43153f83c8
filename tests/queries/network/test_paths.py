"""Paths are all there are, in the promised order, each hop with its claims and its sentence."""

from __future__ import annotations

import random
from itertools import pairwise, product

import networkx as nx
import pytest
from asking import Holding, ask
from random_lines import ORGS, PEOPLE, random_lines

from graph.assembly.rows import Certainty, Level
from graph.errors import BadQuestion
from graph.model.entities import kind_of
from graph.queries.network.paths import Paths, paths
from graph.store.base import View

CHAIN = """
ada works_at meta 2018/2020
bob works_at meta 2019/2021
bob works_at google 2022/..
cyd works_at google 2022/..
org:google offered ada 2025-03 outcome=declined
"""


def brute_force(
    view: View, starts: list[str], ends: list[str], *, hops: int, allowed: set[str], relations: list[str]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Every simple path between any two of the ends, by (hops, degrees of inner entities, ids)."""
    everyone = sorted({id_ for e in view.claims().items for id_ in e.claim.entities()})
    graph: nx.Graph[str] = nx.Graph()
    for row in view.between(everyone, limit=10_000).items:
        if not relations or row.relation in relations:
            graph.add_edge(row.subject, row.object)
    degree = {id_: card.degree for id_, card in view.entities(everyone).items()}
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for start, end in product(starts, ends):
        if start == end:
            found.append((0, 0, (start,)))
        elif start in graph and end in graph:
            walked = graph.subgraph({start, end, *allowed})
            found += [
                (len(path) - 1, sum(degree[id_] for id_ in path[1:-1]), tuple(path))
                for path in nx.all_simple_paths(walked, start, end, cutoff=hops)
            ]
    return sorted(found)


@pytest.mark.parametrize("round_", range(12))
def test_equal_to_brute_force(holding: Holding, seed: int, round_: int) -> None:
    """On random ledgers the paths and their order are those of trying every one."""
    chance = random.Random(f"{seed} {round_}")
    level = chance.choice(list(Level))
    view = ask(holding(random_lines(chance)), true_on=chance.choice(["", "", "2021-06-01"]), level=level)
    known = {id_ for e in view.claims().items for id_ in e.claim.entities()}
    starts, ends = (sorted(known & set(chance.sample(PEOPLE, 3)))[:2] for _ in range(2))
    kinds = chance.choice([(), ("org",)])
    without = sorted(known & {chance.choice(ORGS)})
    relations = chance.choice([[], ["works_at", "founded"]])
    allowed = {id_ for id_ in known - set(without) if not kinds or kind_of(id_) in kinds}
    expected = brute_force(view, starts, ends, hops=4, allowed=allowed, relations=relations)

    reply = paths(view, starts, ends, k=9, hops=4, kinds=kinds, without=without, relations=relations)
    assert [(p.hops, p.path.inner_degree, p.path.entities) for p in reply.paths] == expected[:9]
    assert (reply.why_not is None) == bool(expected)


def test_most_random_questions_have_an_answer(holding: Holding, seed: int) -> None:
    """The ledgers that paths are compared on are not empty: most pairs of people are connected."""
    chance = random.Random(seed)
    found: list[bool] = []
    for _ in range(10):
        view = ask(holding(random_lines(chance)))
        known = sorted({id_ for e in view.claims().items for id_ in e.claim.entities()} & set(PEOPLE))
        found += [bool(paths(view, a, b, k=1).paths) for a, b in pairwise(known)]
    assert sum(found) >= 0.7 * len(found)


def limits(reply: Paths) -> list[str]:
    return [cut.limit for cut in reply.cuts]


def test_longer_paths_are_spoken_of_only_where_too_few_are_found(holding: Holding) -> None:
    """That longer paths exist is said where fewer than asked for are found, of one pair or of several."""
    view = ask(holding(CHAIN))
    everyone = ["person:ada", "person:bob", "person:cyd"]
    assert limits(paths(view, "person:ada", "person:cyd", k=2, hops=3)) == ["hops"]
    assert limits(paths(view, "person:ada", "person:cyd", k=1, hops=3)) == []
    assert "hops" in limits(paths(view, everyone, ["person:cyd"], k=4, hops=3))
    reply = paths(view, everyone, ["person:cyd"], k=3, hops=3)
    assert len(reply.paths) == 3
    assert "hops" not in limits(reply)


def test_a_hop_has_its_claims_and_its_sentence(holding: Holding) -> None:
    """Each hop names both ends, begins with the one it comes from, and opens the claims behind it."""
    reply = paths(ask(holding(CHAIN)), "person:cyd", "person:ada", hops=2)
    (found,) = reply.paths
    assert found.path.entities == ("person:cyd", "org:google", "person:ada")
    assert found.sentences == (
        "cyd works at google (since 2022, as of 30 Jun 2026)",
        "google made an offer to ada (Mar 2025, declined)",
    )
    for hop in found.path.hops:
        assert all(reply.evidence(row) for row in hop)


def test_parallel_edges_are_one_hop(holding: Holding) -> None:
    """Somebody who came back gives one path with both stints in its hop, each in the words."""
    reply = paths(
        ask(holding("ada works_at meta 2015/2017\nada works_at meta 2020/..")), "person:ada", "meta"
    )
    (found,) = reply.paths
    assert len(found.path.hops[0]) == 2
    assert found.sentences == (
        "ada worked at meta (2015 to 2017); ada works at meta (since 2020, as of 30 Jun 2026)",
    )


def test_modes(holding: Holding) -> None:
    """Together needs a shared time at one place, in order dates that do not run back."""
    view = ask(holding(CHAIN + "dan works_at meta 2010/2011"))
    assert paths(view, "person:ada", "person:bob", "together").paths
    assert paths(view, "person:dan", "person:bob", "in_order").paths
    assert not paths(view, "person:bob", "person:dan", "in_order", hops=2).paths
    assert not paths(view, "person:dan", "person:bob", "together").paths
    assert not paths(view, "person:dan", "person:bob", "at_once", hops=2).paths


def test_a_name_is_connected_with_itself(holding: Holding) -> None:
    """A common start and end is the empty path, without a sentence."""
    reply = paths(ask(holding(CHAIN)), ["person:ada", "person:bob"], "person:ada", k=1)
    assert reply.paths[0].path.entities == ("person:ada",)
    assert reply.paths[0].sentences == ()


@pytest.mark.parametrize(
    "wrong",
    [{"k": 0}, {"k": 51}, {"hops": 0}, {"mode": "alone"}, {"kinds": ["lab"]}, {"relations": ["likes"]}],
)
def test_a_wrong_question_is_refused(holding: Holding, wrong: dict[str, object]) -> None:
    """The error names what is wrong and what would do."""
    view = ask(holding(CHAIN))
    with pytest.raises(BadQuestion) as error:
        paths(view, "person:ada", "person:bob", **wrong)  # type: ignore[arg-type]
    assert error.value.hint


def why(reply: Paths) -> tuple[str, str]:
    assert reply.why_not is not None
    assert not reply.paths
    helps = reply.why_not.helps
    return (helps.name, helps.value) if helps else ("", "")


LATER = """
ada works_at meta 2018/2020
bob works_at meta 2019/2021
"""


def test_why_not_on_that_day(holding: Holding) -> None:
    """Where the two are joined later only, the first such day is named and has been asked."""
    store = holding(LATER)
    reply = paths(ask(store, true_on="2010-01-01"), "person:ada", "person:bob", reopen=store.view)
    assert why(reply) == ("true_on", "2019-12-31")
    assert reply.why_not is not None
    assert reply.why_not.sentence == (
        "No path between ada and bob on 1 Jan 2010. "
        "From 31 Dec 2019 on there is a path of 2 steps through meta."
    )
    assert paths(ask(store, true_on="2019-12-31"), "person:ada", "person:bob").paths
    assert not paths(ask(store, true_on="2019-12-30"), "person:ada", "person:bob").paths


def test_why_not_known_yet(holding: Holding) -> None:
    """Where only later sources join the two, that is what helps."""
    store = holding("ada works_at meta 2018/2020 @a:2024-01-01\nbob works_at meta 2019/2021 @b:2025-01-01")
    view = ask(store, known_on="2024-06-01")
    assert (
        why(paths(view, "person:ada", "meta", "any", relations=["offered"], reopen=store.view))[0]
        == "relations"
    )
    assert paths(view, "person:ada", "meta").paths
    assert why(paths(view, "person:ada", "person:bob", reopen=store.view)) == ("known_on", "")


def test_why_not_at_this_level(holding: Holding) -> None:
    """Where a rumour alone joins the two, the level that lets it in is named."""
    store = holding("ada works_at meta 2018/2020\nbob works_at meta 2019/2021 status=rumoured")
    assert why(paths(ask(store), "person:ada", "person:bob", reopen=store.view)) == ("level", "all")


def test_why_not_within_these_hops(holding: Holding) -> None:
    """Where one hop more would do, its number is named."""
    store = holding(CHAIN)
    assert why(paths(ask(store), "person:ada", "person:cyd", hops=1, reopen=store.view)) == ("hops", "2")


def test_why_not_past_hubs(holding: Holding) -> None:
    """Where only a hub joins the two, that is said."""
    store = holding(LATER)
    assert why(paths(ask(store), "person:ada", "person:bob", hub=1, reopen=store.view)) == ("hub", "")


def test_why_not_surely(holding: Holding) -> None:
    """Where the two were merely possibly there on the day, that is said when no day does better."""
    store = holding("ada works_at meta /2018-03\nbob works_at meta 2017/2019")
    reply = paths(ask(store, true_on="2018-01-01"), "person:ada", "person:bob", reopen=store.view)
    assert why(reply) == ("certainty", "possible")
    possible = ask(store, true_on="2018-01-01", certainty=Certainty.POSSIBLE)
    assert paths(possible, "person:ada", "person:bob").paths


def test_why_not_on_any_day(holding: Holding) -> None:
    """Where the two are joined by things that never were at one time, only no day at all helps."""
    store = holding("ada works_at meta 2010/2011\nbob works_at meta 2018/2019")
    reply = paths(ask(store, true_on="2018-06-01"), "person:ada", "person:bob", reopen=store.view)
    assert why(reply) == ("true_on", "")
    assert reply.why_not is not None
    assert "With no day set there is a path of 2 steps" in reply.why_not.sentence


def test_why_not_in_this_mode_or_past_these_names(holding: Holding) -> None:
    """A mode, a kind or a name that stands in the way is named."""
    store = holding("ada works_at meta 2015/2016\nbob works_at meta 2018/2019")
    view = ask(store)
    assert why(paths(view, "person:ada", "person:bob", "together", reopen=store.view))[0] == "mode"
    assert why(paths(view, "person:ada", "person:bob", kinds=["person"], reopen=store.view))[0] == "kinds"
    assert why(paths(view, "person:ada", "person:bob", without=["meta"], reopen=store.view))[0] == "without"


def test_why_not_at_all(holding: Holding) -> None:
    """Where nothing joins the two whatever is lifted, that is said, and not before all was asked."""
    store = holding("ada works_at meta 2018/2020\nbob works_at google 2019/2021")
    reply = paths(ask(store, true_on="2018-01-01"), "person:ada", "person:bob", reopen=store.view)
    assert why(reply) == ("", "")
    assert reply.why_not is not None
    assert reply.why_not.complete
    assert "not connected" in reply.why_not.sentence
    assert reply.why_not.tried[-1].name == "all"
    assert len({w.name for w in reply.why_not.tried}) >= 5
