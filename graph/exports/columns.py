"""The columns of the tables, and rows to and from what a Subgraph holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.exports import plain
from graph.exports.cells import join, join_pairs, split, split_pairs
from graph.exports.provenance import edge_label, edge_when
from graph.model.claim import FORMAT
from graph.model.source import Source
from graph.queries.subgraph import Subgraph
from graph.store.answers import EntityCard

Row = dict[str, Any]

COLUMNS = {
    "entities.csv": "id kind subtype name aliases identifiers summary anonymous degree company x y",
    "edges.csv": (
        "subject subject_name relation label object object_name company bundle ordinal place when start_lo "
        "start_hi end_lo end_hi likely_until order_until status origins levels flags known_from known_until "
        "claims address"
    ),
    "claims.csv": (
        "key subject relation object value when low high unit per role from qualifiers status attributed_to "
        "source locator quote note known_from sets"
    ),
    "sources.csv": ("id title publisher author date retrieved url kind form cites reliability licence note"),
}
"""Column names by file. Those of claims are the columns of a set, and two more."""
NUMBERS = frozenset(("degree", "x", "y", "ordinal", "place", "origins", "low", "high"))
"""Columns of our own figures. They are never guarded: a minus sign is theirs."""


def entity_row(subgraph: Subgraph, card: EntityCard) -> Row:
    x, y = subgraph.positions.get(card.id, ("", ""))
    return {
        "id": card.id,
        "kind": card.kind,
        "subtype": card.subtype,
        "name": card.name,
        "aliases": join(card.names),
        "identifiers": join(f"{kind}:{value}" for kind, value in card.identifiers),
        "summary": card.summary,
        "anonymous": "yes" if card.anonymous else "",
        "degree": card.degree,
        "company": card.company,
        "x": x,
        "y": y,
    }


def card_from(row: Mapping[str, str]) -> EntityCard:
    identifiers = (text.partition(":") for text in split(row["identifiers"]))
    return EntityCard(
        id=row["id"],
        kind=row["kind"],
        subtype=row["subtype"],
        name=row["name"],
        names=split(row["aliases"]),
        identifiers=tuple((kind, value) for kind, _, value in identifiers),
        summary=row["summary"],
        anonymous=row["anonymous"] == "yes",
        degree=int(row["degree"]),
        company=row["company"],
    )


def edge_row(subgraph: Subgraph, row: EdgeRow) -> Row:
    record = plain.edge_record(row)
    return record | {
        "subject_name": subgraph.names.get(row.subject, row.subject),
        "object_name": subgraph.names.get(row.object, row.object),
        "label": edge_label(row),
        "when": edge_when(subgraph, row),
        "flags": join(record["flags"]),
        "levels": join(record["levels"]),
        "claims": join(f"{id_}={part}" for id_, part in row.claims),
        "address": row.address,
    }


def edge_from(row: Mapping[str, str]) -> EdgeRow:
    lists: Row = {name: split(row[name]) for name in ("flags", "levels")}
    numbers: Row = {name: int(row[name]) for name in ("ordinal", "place", "origins")}
    parts = (text.partition("=") for text in split(row["claims"]))
    return plain.edge_from({**row, **lists, **numbers, "claims": [(id_, part) for id_, _, part in parts]})


def claim_row(evidence: Evidence) -> Row:
    record = plain.evidence_record(evidence)
    pairs = [(name, value) for name, value in record.pop("qualifiers", ()) if name not in ("role", "from")]
    claim = evidence.claim
    row: Row = {name: record.get(name, "") for name in COLUMNS["claims.csv"].split()}
    return row | {
        "key": evidence.id,
        "role": join(claim.all("role")),
        "from": join(claim.all("from")),
        "qualifiers": join_pairs(pairs),
        "sets": join(evidence.sets),
    }


def claim_record(row: Mapping[str, str]) -> plain.Record:
    own = {"key", "role", "from", "qualifiers", "sets"}
    pairs = [(name, value) for name in ("role", "from") for value in split(row[name])]
    return {name: text for name, text in row.items() if name not in own} | {
        "format": FORMAT,
        "id": row["key"],
        "qualifiers": [list(pair) for pair in pairs + split_pairs(row["qualifiers"])],
        "sets": list(split(row["sets"])),
    }


def source_row(source: Source) -> Row:
    return {**plain.source_record(source), "cites": join(source.cites)}


def source_record(row: Mapping[str, str]) -> plain.Record:
    return {**row, "cites": list(split(row["cites"]))}
