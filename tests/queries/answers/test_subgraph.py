"""A subgraph carries the proof of everything in it, as networkx and as tables."""

from dataclasses import replace

import networkx as nx
import pytest
from asking import Holding, ask
from making import claim_set

from graph.model.claimset import ClaimSet
from graph.model.vocabulary import Status
from graph.queries.answers.subgraph import collect
from graph.queries.network.neighbourhood import neighbourhood
from graph.store.base import Store

LEDGER = """
org:meta named Meta kind=usual @b:2025-07-03
ada works_at meta 2015/2017 @a:2025-06-18
ada works_at meta 2020/.. @a:2025-06-18
ada works_at meta 2020/.. @b:2025-07-03
org:meta measured 2025 amount=65bn metric=capex @b:2025-07-03
org:google measured 2025 amount=75bn metric=capex @b:2025-07-03
bloomberg first_reported meta 2025-06 @a:2025-06-18
bob works_at google 2020/.. @a:2025-06-18
"""


def test_everything_is_proved(holding: Holding) -> None:
    """All claims behind the edges and all facts of the entities are in it, and where all agree no others."""
    view = ask(holding(LEDGER))
    graph = collect(view, ["person:ada", "org:meta"], title="Ada")
    assert [card.id for card in graph.entities] == ["person:ada", "org:meta"]
    assert len(graph.edges) == 2
    assert {id_ for row in graph.edges for id_, _ in row.claims} <= {e.id for e in graph.claims}
    assert {e.claim.relation for e in graph.facts("org:meta")} == {"measured", "named"}
    assert not [e for e in graph.claims if "google" in e.claim.subject]
    assert [source.id for source in graph.sources] == ["a", "b"]
    assert graph.names["org:meta"] == "Meta"
    assert list(graph.claims) == sorted(graph.claims, key=lambda e: e.order)


SIDES = """
meta offered bob 2025-06 outcome=made amount=100m @a:2025-06-18
meta offered bob 2025-06 outcome=made amount=100m status=denied @b:2025-07-03
meta offered cyd 2025-06 outcome=made status=denied @b:2025-07-03
meta offered dan 2025-06 outcome=made dispute=who @a:2025-06-18
ann works_at meta 2025-06 status=denied dispute=who @b:2025-07-03
eve works_at meta 2024/.. @a:2025-06-18
eve works_at meta 2023 status=planned @a:2025-06-18
"""


def test_who_takes_one_side_takes_both(holding: Holding) -> None:
    """A denial makes no edge, but comes with what it denies, by question or by label; others stay out."""
    view = ask(holding(SIDES))
    ids = ["org:meta", "person:bob", "person:cyd", "person:dan", "person:ann", "person:eve"]
    graph = collect(view, ids)
    beside = {
        e.claim.object if e.claim.subject == "org:meta" else e.claim.subject: e
        for e in graph.claims
        if e.claim.status is Status.DENIED
    }
    assert set(beside) == {"person:bob", "person:ann"}
    assert not [e for e in graph.claims if e.claim.status is Status.PLANNED]
    assert not [row for row in graph.edges if row.object in ("person:cyd", "person:ann")]
    alone = collect(view, ["org:meta", "person:bob"])
    assert {e.claim.status for e in alone.claims} == {Status.REPORTED, Status.DENIED}


def test_networkx_keeps_parallel_edges_and_their_claims(holding: Holding) -> None:
    """A return is two edges keyed by address; attributes are plain, claims and sources side by side."""
    view = ask(holding(LEDGER))
    graph = neighbourhood(view, "person:ada").subgraph(view)
    made = graph.to_networkx()
    assert isinstance(made, nx.MultiDiGraph)
    assert made.number_of_edges("person:ada", "org:meta") == 2
    edges = made.get_edge_data("person:ada", "org:meta")
    assert set(edges) == {row.address for row in graph.edges}
    later = max(edges.values(), key=lambda edge: edge["ordinal"])
    assert later["sources"] == ["a", "b"]
    assert len(later["claims"]) == len(later["statuses"]) == 2
    plain = (str, int, float, bool, list)
    assert all(isinstance(v, plain) for _, data in made.nodes(data=True) for v in data.values())
    assert all(isinstance(v, plain) for _, _, data in made.edges(data=True) for v in data.values())
    assert made.nodes["org:meta"]["name"] == "Meta"
    assert made.nodes["org:meta"]["facts"]


def test_tables_hold_one_row_each(holding: Holding) -> None:
    """One row an entity, an edge, a claim, a source; an empty graph has the same columns."""
    pytest.importorskip("pandas")
    view = ask(holding(LEDGER))
    graph = collect(view, ["person:ada", "org:meta"])
    frames = graph.to_pandas()
    assert {name: len(frame) for name, frame in frames.items()} == {
        "entities": 2,
        "edges": 2,
        "claims": len(graph.claims),
        "sources": 2,
    }
    nothing = collect(view, []).to_pandas()
    assert {name: list(f.columns) for name, f in nothing.items()} == {
        name: list(f.columns) for name, f in frames.items()
    }
    assert set(frames["claims"]["source"]) == set(frames["sources"]["id"])


def test_the_strictest_licence_holds(empty: Store) -> None:
    """Of two sets the stricter licence is named for the whole; an unknown one is stricter than any."""
    with empty.writer() as writer:
        for id_, licence, line in (
            ("free", "CC0-1.0", "ada works_at meta 2020/.."),
            ("mine", "CC-BY-4.0", "bob works_at meta 2020/.."),
            ("odd", "LicenseRef-odd", "cyd works_at meta 2020/.."),
        ):
            writer.load(_licensed(line, id_, licence))
    view = ask(empty)
    assert collect(view, ["person:ada", "org:meta"]).licence == "CC0-1.0"
    assert collect(view, ["person:ada", "person:bob", "org:meta"]).licences == ("CC-BY-4.0", "CC0-1.0")
    whole = collect(view, ["person:ada", "person:bob", "person:cyd", "org:meta"])
    assert whole.licence == "LicenseRef-odd"
    assert collect(view, []).licence == ""


def _licensed(line: str, id_: str, licence: str) -> ClaimSet:
    return replace(claim_set(line, id_), licence=licence)
