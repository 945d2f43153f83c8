"""Node-link JSON, as networkx, d3 and sigma read it. Complete: `read` gives an equal Subgraph back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import networkx as nx

from graph.errors import UnreadableFile
from graph.exports import plain
from graph.exports.provenance import edge_label
from graph.queries.answers.subgraph import Subgraph

FORMAT = 1
"""Version of the shape, in the graph's own attributes."""


def write(subgraph: Subgraph) -> bytes:
    """UTF-8. Claims and sources stand once, in the attributes of the graph; edges name their claims by id."""
    data = nx.node_link_data(_graph(subgraph), edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode()


def read(content: bytes) -> Subgraph:
    """The Subgraph that `write` wrote. Raises UnreadableFile, or ModelError for a claim the model refuses."""
    try:
        return _subgraph(json.loads(content))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "Give a node-link file that this version exported."
        raise UnreadableFile("node-link JSON", f"it cannot be read ({error}).", hint=hint) from error


def _graph(subgraph: Subgraph) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        talentgraph=FORMAT, **plain.about_record(subgraph), **plain.evidence_records(subgraph)
    )
    for card in subgraph.entities:
        record = plain.entity_record(card)
        if card.id in subgraph.positions:
            record["x"], record["y"] = subgraph.positions[card.id]
        graph.add_node(record.pop("id"), **record)
    for number, row in enumerate(subgraph.edges):
        record = plain.edge_record(row)
        graph.add_edge(
            record.pop("subject"),
            record.pop("object"),
            key=number,
            label=edge_label(row),
            address=row.address,
            **record,
        )
    return graph


def _subgraph(data: Mapping[str, Any]) -> Subgraph:
    if data["graph"]["talentgraph"] != FORMAT:
        raise ValueError("another version of the format")
    edges = sorted(data["edges"], key=lambda edge: edge["key"])
    nodes = [node for node in data["nodes"] if "kind" in node]
    return Subgraph(
        entities=tuple(map(plain.entity_from, nodes)),
        edges=tuple(plain.edge_from({**e, "subject": e["source"], "object": e["target"]}) for e in edges),
        positions={node["id"]: (node["x"], node["y"]) for node in nodes if "x" in node},
        **plain.about_from(data["graph"]),
        claims=plain.claims_from(data["graph"]),
    )
