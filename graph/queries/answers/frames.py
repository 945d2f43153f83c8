"""A subgraph as networkx and as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.errors import MissingPart
from graph.model.claim import as_fields
from graph.model.days import FUTURE, PAST, iso
from graph.model.relations import RELATIONS
from graph.queries.words.dates import span_text
from graph.store.answers import EntityCard

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.queries.answers.subgraph import Subgraph

Plain = str | int | float | bool | list[str]
CLAIM_COLUMNS = (
    *("id", "subject", "relation", "object", "value", "when", "earliest", "latest"),
    *("low", "high", "unit", "per", "qualifiers", "status", "attributed_to"),
    *("source", "locator", "quote", "note", "sets"),
)
"""Columns of the table of claims. `latest` is the last day; `qualifiers` are `name=value`, joined by `; `."""


def entity_row(card: EntityCard) -> dict[str, Plain]:
    """An entity as plain values."""
    return {
        "id": card.id,
        "kind": card.kind,
        "subtype": card.subtype,
        "name": card.name,
        "names": list(card.names),
        "identifiers": [f"{kind}:{value}" for kind, value in card.identifiers],
        "summary": card.summary,
        "anonymous": card.anonymous,
        "degree": card.degree,
        "company": card.company,
    }


def edge_row(row: EdgeRow, evidence: tuple[Evidence, ...]) -> dict[str, Plain]:
    """An edge as plain values. Days are ISO, empty where not known; ends are the first day no longer so."""
    return {
        "address": row.address,
        "subject": row.subject,
        "relation": row.relation,
        "object": row.object,
        "label": RELATIONS[row.relation].label,
        "company": row.company,
        "bundle": row.bundle,
        "ordinal": row.ordinal,
        "place": row.place,
        "when": span_text(row),
        "start_earliest": iso(row.start_lo),
        "start_latest": iso(row.start_hi),
        "end_earliest": iso(row.end_lo),
        "end_latest": iso(row.end_hi),
        "status": str(row.status),
        "origins": row.origins,
        "flags": [str(flag.name).lower() for flag in row.flags],
        "claims": [e.id for e in evidence],
        "sources": [e.source.id for e in evidence],
        "statuses": [str(e.claim.status) for e in evidence],
    }


def claim_row(evidence: Evidence) -> dict[str, str]:
    """A claim as texts, in the order of CLAIM_COLUMNS."""
    claim = evidence.claim
    fields = {name: value for name, value in as_fields(claim).items() if isinstance(value, str)}
    fields |= {
        "id": evidence.id,
        "earliest": iso(claim.when.earliest),
        "latest": iso(claim.when.latest - 1) if PAST < claim.when.latest < FUTURE else "",
        "qualifiers": "; ".join(f"{name}={value}" for name, value in claim.qualifiers),
        "sets": " ".join(evidence.sets),
    }
    return {column: fields.get(column, "") for column in CLAIM_COLUMNS}


SOURCE_COLUMNS = (
    *("id", "title", "publisher", "author", "date", "retrieved", "url"),
    *("kind", "form", "reliability", "licence"),
)


def networkx_graph(graph: Subgraph) -> nx.MultiDiGraph[str]:
    """See Subgraph.to_networkx."""
    import networkx as nx

    result: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=graph.title,
        licence=graph.licence,
        version=graph.version,
        true_on=iso(graph.scope.true_on or PAST),
        known_on=iso(graph.scope.known_on or PAST),
        level=str(graph.scope.level),
    )
    for card in graph.entities:
        place = graph.positions.get(card.id)
        facts = [e.id for e in graph.facts(card.id)]
        result.add_node(
            card.id, **entity_row(card), facts=facts, **({"x": place[0], "y": place[1]} if place else {})
        )
    for row in graph.edges:
        result.add_edge(row.subject, row.object, key=row.address, **edge_row(row, graph.evidence(row)))
    return result


def pandas_frames(graph: Subgraph) -> dict[str, pd.DataFrame]:
    """See Subgraph.to_pandas."""
    try:
        import pandas as pd
    except ImportError as error:
        hint = "Install it: pip install 'talentgraph[pandas]'."
        raise MissingPart("tables need pandas, which is not installed.", hint=hint) from error
    rows: dict[str, list[dict[str, Any]]] = {
        "entities": [entity_row(card) for card in graph.entities],
        "edges": [edge_row(row, graph.evidence(row)) for row in graph.edges],
        "claims": [claim_row(e) for e in graph.claims],
        "sources": [{name: getattr(s, name) for name in SOURCE_COLUMNS} for s in graph.sources],
    }
    columns = {"entities": _ENTITY, "edges": _EDGE, "claims": CLAIM_COLUMNS, "sources": SOURCE_COLUMNS}
    return {name: pd.DataFrame(rows[name], columns=list(columns[name])) for name in rows}


_ENTITY = tuple(entity_row(EntityCard("", "", "", "", (), (), "", False, 0)))
_EDGE = tuple(edge_row(EdgeRow("", "works_at", "", ""), ()))
