"""The picture as the browser gets it: bounds of days, jobs, hidden counts, no word on selection and day."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from making import day

from graph.model.days import FUTURE, PAST
from graph.store.base import Store
from talentgraph.ui.component import Block
from talentgraph.ui.explore.employers import employers_of
from talentgraph.ui.explore.network import months_of, network_data
from talentgraph.ui.explore.picture import Book, draw_up
from talentgraph.ui.explore.telling import Told
from talentgraph.ui.state import State

LINES = """
ada works_at meta 2020-01-01/2024-06-30
ada works_at openai 2024-07-01/..
bob works_at meta 2021-03-01/..
bob founded acme 2019-05-01
cyd works_at openai
meta offered cyd 2025-06 outcome=declined status=disputed
lab part_of meta
"""


@pytest.fixture
def sent(holding: Callable[[str], Store]) -> Callable[[State], Block]:
    """What the browser is sent for a state."""
    store = holding(LINES)
    names = sorted({id_ for e in store.view().claims().items for id_ in e.claim.entities()})

    def data(state: State) -> Block:
        picture = draw_up(state, Book(store.view, names, names), {}, {})
        employers = employers_of(store.view(), picture.graph.entities)
        return network_data(picture, state, Told(), employers, months_of(store.view().claims().items))

    return data


Sent = Callable[[State], Block]


def by_id(items: list[Block]) -> dict[str, Block]:
    return {item["id"]: item for item in items}


def test_it_is_plain_json_in_a_fixed_order(sent: Sent) -> None:
    """Data that stays the same is not sent again, so the same picture is the same text."""
    once = json.dumps(sent(State()))
    assert once == json.dumps(sent(State()))
    assert [node["id"] for node in json.loads(once)["nodes"]] == sorted(
        n["id"] for n in json.loads(once)["nodes"]
    )


def test_selection_and_day_are_not_repeated(sent: Sent) -> None:
    """Whoever is selected and whatever day is set, the picture is the same."""
    other = replace(State(), at="org:meta", true_on=day("2022-01-01"))
    assert sent(other) == sent(State())


def test_links_carry_their_bounds(sent: Sent) -> None:
    """A dated stint has its days, one without any is marked, what holds always too, an event goes on."""
    edges = by_id(sent(State())["edges"])
    ada = edges["person:ada|works_at|org:meta||1|1"]
    assert ada["spans"][:4] == [day("2020-01-01")] * 2 + [day("2024-06-30")] * 2
    assert (ada["what"], ada["status"], ada["claims"]) == ("works at", "reported", 1)
    assert edges["person:cyd|works_at|org:openai||1|1"]["dated"] == "never"
    assert edges["org:lab|part_of|org:meta||1|1"]["dated"] == "always"
    offer = next(edge for edge in edges.values() if edge["source"] == "org:meta")
    assert offer["spans"][2:4] == [FUTURE, FUTURE]
    assert (offer["status"], offer["look"]) == ("disputed", "deal arrow")


def test_employers_are_ranked_by_people(sent: Sent) -> None:
    """Meta and OpenAI had two people each, and stand by name; a lab has the colour of its company."""
    data = sent(State())
    assert data["employers"][:2] == ["meta", "openai"]
    nodes = by_id(data["nodes"])
    meta, openai = 0, 1
    assert [job[0] for job in nodes["person:ada"]["jobs"]] == [meta, openai]
    assert nodes["person:ada"]["jobs"][1][1] == day("2024-07-01")
    assert nodes["org:meta"]["jobs"] == [[meta, PAST, FUTURE]]
    assert nodes["org:lab"]["jobs"] == [[meta, PAST, FUTURE]]


def test_hidden_neighbours_are_counted_and_named(sent: Sent) -> None:
    """Where only Meta's employees are drawn, the offer and the lab stand beside it as choices."""
    state = replace(State().expand("org:meta", "works_at", "in"), whole=False)
    data = sent(state)
    nodes = by_id(data["nodes"])
    assert set(nodes) == {"org:meta", "person:ada", "person:bob"}
    assert nodes["org:meta"]["more"] == {"offered out": 1, "part_of in": 1}
    assert data["relations"]["offered out"] == "made an offer to"
    assert data["relations"]["part_of in"] == "includes"
    assert nodes["org:meta"]["opened"] is True


def test_months_run_without_a_gap(sent: Sent) -> None:
    """From the first dated claim to the last, each with its last day and how many begin in it."""
    months = sent(State())["months"]
    assert (months[0]["label"], months[-1]["label"]) == ("May 2019", "Jun 2025")
    assert len(months) == 6 * 12 + 2
    assert months[-1]["number"] == day("2025-06-30")
    assert sum(month["claims"] for month in months) == 5


def test_the_picture_credits_its_sources(sent: Sent) -> None:
    """A saved picture says whose words it shows."""
    (line,) = sent(State())["credit"]
    assert line.startswith("Sources: ")
