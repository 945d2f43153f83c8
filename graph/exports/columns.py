"""Rows of the tables to and from what a Subgraph holds. Values have the types of `schema`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.exports import plain
from graph.exports.provenance import edge_label, edge_when
from graph.exports.schema import CLAIMS
from graph.model.claim import FORMAT
from graph.model.quantity import plain as figure
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import EntityCard

Row = dict[str, Any]
_OWN_COLUMNS = ("role", "from")
"""Qualifiers with a column of their own."""


def rows_of(subgraph: Subgraph) -> dict[str, list[Row]]:
    """All rows by the name of their table."""
    return {
        "entities": [_entity_row(subgraph, card) for card in subgraph.entities],
        "edges": [_edge_row(subgraph, row) for row in subgraph.edges],
        "claims": [_claim_row(evidence) for evidence in subgraph.claims],
        "sources": [{**plain.source_record(s), "cites": s.cites} for s in subgraph.sources],
    }


def parts_from(rows: Mapping[str, Iterable[Row]]) -> Row:
    """The fields of a Subgraph that the tables hold."""
    entities = list(rows["entities"])
    sources = [{**row, "cites": list(row["cites"])} for row in rows["sources"]]
    return {
        "entities": tuple(map(_card_from, entities)),
        "edges": tuple(map(_edge_from, rows["edges"])),
        "claims": plain.claims_from({"claims": map(_claim_record, rows["claims"]), "sources": sources}),
        "positions": {row["id"]: (row["x"], row["y"]) for row in entities if row["x"] is not None},
    }


def _entity_row(subgraph: Subgraph, card: EntityCard) -> Row:
    x, y = subgraph.positions.get(card.id, (None, None))
    return {
        "id": card.id,
        "kind": card.kind,
        "subtype": card.subtype,
        "name": card.name,
        "aliases": card.names,
        "identifiers": tuple(f"{kind}:{value}" for kind, value in card.identifiers),
        "summary": card.summary,
        "anonymous": card.anonymous,
        "degree": card.degree,
        "company": card.company,
        "x": x,
        "y": y,
    }


def _card_from(row: Row) -> EntityCard:
    identifiers = (text.partition(":") for text in row["identifiers"])
    return EntityCard(
        id=row["id"],
        kind=row["kind"],
        subtype=row["subtype"],
        name=row["name"],
        names=tuple(row["aliases"]),
        identifiers=tuple((kind, value) for kind, _, value in identifiers),
        summary=row["summary"],
        anonymous=row["anonymous"],
        degree=row["degree"],
        company=row["company"],
    )


def _edge_row(subgraph: Subgraph, row: EdgeRow) -> Row:
    record = plain.edge_record(row)
    return record | {
        "subject_name": subgraph.names.get(row.subject, row.subject),
        "object_name": subgraph.names.get(row.object, row.object),
        "label": edge_label(row),
        "when": edge_when(subgraph, row),
        "flags": tuple(record["flags"]),
        "levels": tuple(record["levels"]),
        "claims": tuple(f"{id_}={part}" for id_, part in row.claims),
        "address": row.address,
    }


def _edge_from(row: Row) -> EdgeRow:
    parts = (text.partition("=") for text in row["claims"])
    return plain.edge_from({**row, "claims": [(id_, part) for id_, _, part in parts]})


def _claim_row(evidence: Evidence) -> Row:
    record, claim = plain.evidence_record(evidence), evidence.claim
    row: Row = {column.name: record.get(column.name, "") for column in CLAIMS}
    figures = {name: Decimal(record[name]) if name in record else None for name in ("low", "high")}
    return (
        row
        | figures
        | {
            "key": evidence.id,
            **{name: claim.all(name) for name in _OWN_COLUMNS},
            "qualifiers": tuple(f"{n}={value}" for n, value in claim.qualifiers if n not in _OWN_COLUMNS),
            "sets": evidence.sets,
        }
    )


def _claim_record(row: Row) -> plain.Record:
    own = {"key", "qualifiers", *_OWN_COLUMNS}
    pairs = [[name, value] for name in _OWN_COLUMNS for value in row[name]]
    figures = {name: "" if row[name] is None else figure(row[name]) for name in ("low", "high")}
    return (
        {name: value for name, value in row.items() if name not in own}
        | figures
        | {
            "format": FORMAT,
            "id": row["key"],
            "qualifiers": pairs + [list(text.partition("=")[::2]) for text in row["qualifiers"]],
            "sets": list(row["sets"]),
        }
    )
