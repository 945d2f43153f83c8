"""The nodes and lines of the page as vis-network takes them, made by pyvis: positions given, physics off."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from itertools import count
from typing import Any

from graph.assembly.rows import EdgeRow
from graph.exports.look import COLOUR, Sign, line, line_colour, points, sign
from graph.queries.answers.layout import placed
from graph.queries.answers.subgraph import Subgraph
from graph.queries.words.sentences import edge_text
from graph.store.answers import EntityCard

_WHITE, _INK = "#FFFFFF", "#1C1E21"
_PENTAGON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='40'%3E"
    f"%3Cpath d='M20 2 39 16 32 38H8L1 16Z' fill='%23{COLOUR[Sign.SCHOOL][1:]}'/%3E%3C/svg%3E"
)
_SHAPE: dict[Sign, dict[str, Any]] = {
    Sign.PERSON: {"shape": "dot"},
    Sign.COMPANY: {"shape": "box"},
    Sign.LAB: {"shape": "hexagon", "size": 12},
    Sign.DEAL: {"shape": "diamond", "size": 11},
    Sign.MODEL: {"shape": "triangle", "size": 8},
    Sign.SCHOOL: {"shape": "image", "image": _PENTAGON, "size": 10},
    Sign.GROUP: {"shape": "box"},
}


def drawn(subgraph: Subgraph, network: Callable[..., Any]) -> dict[str, Any]:
    """`nodes`, `edges` and `options` of a `pyvis.network.Network`. What has no position yet is placed."""
    if any(card.id not in subgraph.positions for card in subgraph.entities):
        subgraph = placed(subgraph, subgraph.positions)
    net = network(directed=True, cdn_resources="in_line")
    net.toggle_physics(False)
    for card in subgraph.entities:
        x, y = subgraph.positions[card.id]
        net.add_node(card.id, **_node(card), x=float(x), y=float(y))
    known = {card.id for card in subgraph.entities}
    bows: dict[frozenset[str], count[int]] = {}
    many = Counter(frozenset((row.subject, row.object)) for row in subgraph.edges)
    for number, row in enumerate(subgraph.edges):
        ends = frozenset((row.subject, row.object))
        if ends <= known:
            turn = next(bows.setdefault(ends, count())) if many[ends] > 1 else None
            net.add_edge(row.subject, row.object, id=number, **_edge(subgraph, row), smooth=_bow(row, turn))
    nodes, edges, *_, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _node(card: EntityCard) -> dict[str, Any]:
    kind = sign(card)
    colour = COLOUR[kind]
    name = card.name or ("Unnamed person" if card.anonymous else card.id)
    node: dict[str, Any] = {"label": name, "title": card.summary or name} | _SHAPE[kind]
    node["color"] = {
        "background": colour,
        "border": colour,
        "highlight": {"background": colour, "border": _INK},
    }
    if kind is Sign.PERSON:
        node["size"] = 6 + min(card.degree, 12) / 4
    if kind is Sign.COMPANY:
        node["font"] = {"color": _WHITE, "strokeWidth": 0}
    if kind is Sign.GROUP:
        node["color"]["background"] = node["color"]["highlight"]["background"] = _WHITE
        node["shapeProperties"] = {"borderDashes": [5, 3]}
    return node


def _edge(subgraph: Subgraph, row: EdgeRow) -> dict[str, Any]:
    style = line(row, subgraph.scope)
    names = subgraph.names
    return {
        "title": edge_text(row, subgraph.evidence(row), lambda id_: names.get(id_, id_), now=subgraph.now),
        "width": style.width,
        "dashes": list(style.dashes) or False,
        "color": {"color": line_colour(row), "highlight": _INK},
        "arrows": "to" if points(row) else "",
        "claims": [id_ for id_, _ in row.claims],
    }


def _bow(row: EdgeRow, turn: int | None) -> dict[str, Any] | bool:
    """Parallel lines bow apart to both sides, whichever way each points."""
    if turn is None:
        return False
    clockwise = (turn % 2 == 0) == (row.subject < row.object)
    return {
        "enabled": True,
        "type": "curvedCW" if clockwise else "curvedCCW",
        "roundness": 0.1 + 0.08 * (turn // 2),
    }
