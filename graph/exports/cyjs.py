"""Cytoscape JSON for Cytoscape desktop and Cytoscape.js. Complete: `read` gives an equal Subgraph back.

By hand, since networkx gives edges no id and nodes no place. Cells are texts, numbers, truth values and lists
of texts, which is what the desktop's tables hold; an empty list is left out, since it has no type there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.errors import UnreadableFile
from graph.exports import plain
from graph.exports.look import COLOUR, sign
from graph.exports.provenance import about, edge_label, evidence_line, placed_claims
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import EntityCard

FORMAT = 1
_LISTS = ("names", "identifiers")
_EDGE_LISTS = ("flags", "levels", "claims")


def write(subgraph: Subgraph) -> bytes:
    """UTF-8. Edges have ids e0, e1 … in their order; claims in full stand once, in the network's own data."""
    facts, _ = placed_claims(subgraph)
    data = {
        "format_version": "1.0",
        "generated_by": "Talent Graph",
        "target_cytoscapejs_version": "~2.1",
        "data": _network(subgraph),
        "elements": {
            "nodes": [_node(subgraph, card, facts.get(card.id, ())) for card in subgraph.entities],
            "edges": [_edge(subgraph, row, number) for number, row in enumerate(subgraph.edges)],
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode()


def read(content: bytes) -> Subgraph:
    """The Subgraph that `write` wrote. Raises UnreadableFile, or ModelError for a claim the model refuses."""
    try:
        return _subgraph(json.loads(content))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "Give a Cytoscape file that this version exported."
        raise UnreadableFile("Cytoscape JSON", f"it cannot be read ({error}).", hint=hint) from error


def _network(subgraph: Subgraph) -> plain.Record:
    lines: dict[str, list[str]] = {}
    for name, text in about(subgraph):
        lines.setdefault(name.replace(" ", "_"), []).append(text)
    whole = {"format": FORMAT, **plain.about_record(subgraph), **plain.evidence_records(subgraph)}
    return {
        "name": subgraph.title,
        "shared_name": subgraph.title,
        **{name: texts[0] if len(texts) == 1 else texts for name, texts in lines.items()},
        "talentgraph": json.dumps(whole, ensure_ascii=False, separators=(",", ":")),
    }


def _node(subgraph: Subgraph, card: EntityCard, facts: Iterable[Evidence]) -> plain.Record:
    record = plain.entity_record(card)
    record["identifiers"] = [f"{kind}:{value}" for kind, value in card.identifiers]
    data = {
        **record,
        "shared_name": card.name,
        "colour": COLOUR[sign(card)],
        "evidence": [evidence_line(subgraph, evidence) for evidence in facts],
    }
    place = subgraph.positions.get(card.id)
    position = {"position": {"x": place[0], "y": place[1]}} if place else {}
    return {"data": _filled(data), **position}


def _edge(subgraph: Subgraph, row: EdgeRow, number: int) -> plain.Record:
    record = plain.edge_record(row)
    subject, object_ = record.pop("subject"), record.pop("object")
    record["claims"] = [f"{id_}={part}" for id_, part in row.claims]
    ends = [subgraph.names.get(id_) or id_ for id_ in (subject, object_)]
    name = f"{ends[0]} ({row.relation}) {ends[1]}"
    data = {
        "id": f"e{number}",
        "source": subject,
        "target": object_,
        "name": name,
        "shared_name": name,
        "interaction": row.relation,
        "label": edge_label(row),
        "address": row.address,
        **record,
        "evidence": [evidence_line(subgraph, evidence) for evidence in subgraph.evidence(row)],
        "source_ids": sorted({evidence.source.id for evidence in subgraph.evidence(row)}),
    }
    return {"data": _filled(data)}


def _filled(data: plain.Record) -> plain.Record:
    return {name: value for name, value in data.items() if value != []}


def _subgraph(data: Mapping[str, Any]) -> Subgraph:
    whole = json.loads(data["data"]["talentgraph"])
    if whole["format"] != FORMAT:
        raise ValueError("another version of the format")
    nodes = data["elements"]["nodes"]
    places = {node["data"]["id"]: node["position"] for node in nodes if "position" in node}
    return Subgraph(
        entities=tuple(_card(node["data"]) for node in nodes),
        edges=tuple(_row(edge["data"]) for edge in data["elements"]["edges"]),
        positions={id_: (place["x"], place["y"]) for id_, place in places.items()},
        **plain.about_from(whole),
        claims=plain.claims_from(whole),
    )


def _card(data: Mapping[str, Any]) -> EntityCard:
    lists: plain.Record = {name: data.get(name, []) for name in _LISTS}
    lists["identifiers"] = [list(text.partition(":")[::2]) for text in lists["identifiers"]]
    return plain.entity_from({**data, **lists})


def _row(data: Mapping[str, Any]) -> EdgeRow:
    lists: plain.Record = {name: data.get(name, []) for name in _EDGE_LISTS}
    lists["claims"] = [list(text.partition("=")[::2]) for text in lists["claims"]]
    return plain.edge_from({**data, **lists, "subject": data["source"], "object": data["target"]})
