"""A Subgraph as a networkx graph whose attributes are only texts, numbers and truth values: for XML formats.

Claims travel twice: as lines to read, and as JSON with every field. An edge carries the claims behind it, a
node those that are behind no edge; the graph carries what is said of the whole.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import networkx as nx

from graph.assembly.evidence import Evidence
from graph.assembly.rows import Certainty, EdgeRow, Flag, Level
from graph.exports.look import COLOUR, sign
from graph.exports.plain import evidence_record, source_record
from graph.exports.provenance import about, edge_label, edge_when, evidence_line, is_shown_name, placed_claims
from graph.model.days import FUTURE, iso
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import EntityCard

Attributes = dict[str, Any]

_SEPARATOR = " | "


def flat(subgraph: Subgraph) -> nx.MultiDiGraph[str]:
    """Edges have keys e0, e1 … in their order, since an address may hold any text."""
    facts, rest = placed_claims(subgraph)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**_whole(subgraph, rest))
    for card in subgraph.entities:
        graph.add_node(card.id, **_node(subgraph, card), **_evidence(subgraph, facts.get(card.id, ())))
    for number, row in enumerate(subgraph.edges):
        evidence = _evidence(subgraph, subgraph.evidence(row))
        graph.add_edge(row.subject, row.object, key=f"e{number}", **_edge(subgraph, row), **evidence)
    return graph


def _whole(subgraph: Subgraph, rest: Sequence[Evidence]) -> Attributes:
    lines: dict[str, list[str]] = {}
    for name, text in about(subgraph):
        lines.setdefault(name.replace(" ", "_"), []).append(text)
    whole: Attributes = {name: _SEPARATOR.join(texts) for name, texts in lines.items()}
    whole["sources"] = _json([source_record(source) for source in subgraph.sources])
    return whole | {f"other_{name}": value for name, value in _evidence(subgraph, rest).items()}


def _node(subgraph: Subgraph, card: EntityCard) -> Attributes:
    place = subgraph.positions.get(card.id)
    return {
        "label": card.name,
        "kind": card.kind,
        "subtype": card.subtype,
        "names": _SEPARATOR.join(card.names),
        "identifiers": _SEPARATOR.join(f"{kind}:{value}" for kind, value in card.identifiers),
        "summary": card.summary,
        "anonymous": card.anonymous,
        "degree": card.degree,
        "company": card.company,
        "colour": COLOUR[sign(card)],
        **({"x": float(place[0]), "y": float(place[1])} if place else {}),
    }


def _edge(subgraph: Subgraph, row: EdgeRow) -> Attributes:
    day = subgraph.scope.true_on
    return {
        "label": edge_label(row),
        "relation": row.relation,
        "address": row.address,
        "company": row.company,
        "bundle": row.bundle,
        "ordinal": row.ordinal,
        "place": row.place,
        "when": edge_when(subgraph, row),
        "first_day_earliest": iso(row.start_lo),
        "first_day_latest": iso(row.start_hi),
        "gone_by_earliest": iso(row.end_lo),
        "gone_by_latest": iso(row.end_hi),
        "likely_until": iso(row.likely_until),
        "holds_on_the_day": "" if day is None else str(row.certainty_on(day) or "no"),
        "status": str(row.status),
        "origins": row.origins,
        "levels": _SEPARATOR.join(str(level) for level in Level if row.levels & level.bit),
        "flags": _SEPARATOR.join(str(flag.name).lower() for flag in Flag if flag in row.flags),
    }


def _evidence(subgraph: Subgraph, claims: Sequence[Evidence]) -> Attributes:
    return {
        "evidence": " \u00b6 ".join(
            evidence_line(subgraph, evidence) for evidence in claims if not is_shown_name(subgraph, evidence)
        ),
        "claims": _json([evidence_record(evidence) for evidence in claims]),
        "source_ids": _SEPARATOR.join(sorted({evidence.source.id for evidence in claims})),
    }


def spell(row: EdgeRow) -> tuple[str | None, str | None] | None:
    """First and last full day on which an edge is likely, else possible; None on a side that is open.

    None altogether where nothing bounds it. The last day is part of the spell.
    """
    for certainty in (Certainty.LIKELY, Certainty.POSSIBLE):
        first, until = row.span(certainty)
        if first < until:
            days = (iso(first) or None, iso(until - 1) if until < FUTURE else None)
            return days if any(days) else None
    return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
