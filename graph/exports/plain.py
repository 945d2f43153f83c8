"""A Subgraph and its parts as JSON values, and back: what node-link JSON and the tables stand on.

Days are ISO text, or `past` and `future` where nothing bounds; masks are lists of their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from graph.assembly.evidence import Evidence
from graph.assembly.rows import Certainty, EdgeRow, Flag, Level, Part
from graph.model.claim import as_fields, from_fields
from graph.model.days import FUTURE, PAST, day_of, iso
from graph.model.source import Source
from graph.model.vocabulary import Status
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import Cut, EntityCard, SetCard
from graph.store.records import source_from
from graph.store.scope import Scope

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = dict[str, Any]

_WORDS = {PAST: "past", FUTURE: "future"}
_DAYS = {word: day for day, word in _WORDS.items()}
_BOUNDS = ("start_lo", "start_hi", "end_lo", "end_hi", "likely_until", "order_until")
_KNOWN = ("known_from", "known_until")
_HELD = frozenset({"id", "known_from", "sets"})


def about_record(subgraph: Subgraph) -> Record:
    """All of a subgraph but its entities, edges, claims and positions, and its licence in one word."""
    return {
        "title": subgraph.title,
        "scope": scope_record(subgraph.scope),
        "version": subgraph.version,
        "now": None if subgraph.now is None else day_text(subgraph.now),
        "licence": subgraph.licence,
        "sets": [_fields(card) for card in subgraph.sets],
        "cuts": [_fields(cut) for cut in subgraph.cuts],
        "focus": list(subgraph.focus),
        "walks": [list(walk) for walk in subgraph.walks],
        "names": dict(subgraph.names),
    }


def about_from(record: Mapping[str, Any]) -> Record:
    """Those fields of a Subgraph that `about_record` holds."""
    return {
        "title": record["title"],
        "scope": scope_from(record["scope"]),
        "version": record["version"],
        "now": None if record["now"] is None else day_from(record["now"]),
        "sets": tuple(SetCard(**_known(SetCard, card)) for card in record["sets"]),
        "cuts": tuple(Cut(**_known(Cut, cut)) for cut in record["cuts"]),
        "focus": tuple(record["focus"]),
        "walks": tuple(map(tuple, record["walks"])),
        "names": dict(record["names"]),
    }


def evidence_records(subgraph: Subgraph) -> Record:
    return {
        "claims": [evidence_record(evidence) for evidence in subgraph.claims],
        "sources": [source_record(source) for source in subgraph.sources],
    }


def claims_from(record: Mapping[str, Any]) -> tuple[Evidence, ...]:
    sources = {source["id"]: source_from(source) for source in record["sources"]}
    return tuple(evidence_from(claim, sources) for claim in record["claims"])


def day_text(day: int) -> str:
    return _WORDS.get(day) or iso(day)


def day_from(text: str) -> int:
    """Raises ValueError unless the text is one that `day_text` gives."""
    return _DAYS[text] if text in _DAYS else day_of(text)


def entity_record(card: EntityCard) -> Record:
    return _fields(card)


def entity_from(record: Mapping[str, Any]) -> EntityCard:
    return EntityCard(**_known(EntityCard, record))


def source_record(source: Source) -> Record:
    return _fields(source)


def scope_record(scope: Scope) -> Record:
    return {
        "true_on": None if scope.true_on is None else day_text(scope.true_on),
        "known_on": None if scope.known_on is None else day_text(scope.known_on),
        "level": str(scope.level),
        "certainty": str(scope.certainty),
        "relations": sorted(scope.relations),
    }


def scope_from(record: Mapping[str, Any]) -> Scope:
    true_on, known_on = record["true_on"], record["known_on"]
    return Scope(
        true_on=None if true_on is None else day_from(true_on),
        known_on=None if known_on is None else day_from(known_on),
        level=Level(record["level"]),
        certainty=Certainty(record["certainty"]),
        relations=frozenset(record["relations"]),
    )


def edge_record(row: EdgeRow) -> Record:
    record = _fields(row)
    record |= {name: day_text(getattr(row, name)) for name in (*_BOUNDS, *_KNOWN)}
    record |= {
        "flags": [str(flag.name).lower() for flag in Flag if flag in row.flags],
        "levels": [str(level) for level in Level if row.levels & level.bit],
        "status": str(row.status),
        "claims": [[id_, str(part)] for id_, part in row.claims],
    }
    return record


def edge_from(record: Mapping[str, Any]) -> EdgeRow:
    values = _known(EdgeRow, record)
    values |= {name: day_from(record[name]) for name in (*_BOUNDS, *_KNOWN)}
    values["flags"] = Flag(sum(Flag[name.upper()] for name in record["flags"]))
    values["levels"] = sum(Level(name).bit for name in record["levels"])
    values["status"] = Status(record["status"])
    values["claims"] = tuple((id_, Part(part)) for id_, part in record["claims"])
    return EdgeRow(**values)


def evidence_record(evidence: Evidence) -> Record:
    """The claim in the fields of its canonical form, and how the ledger holds it. The source by its id."""
    return {
        "id": evidence.id,
        **as_fields(evidence.claim),
        "known_from": day_text(evidence.known_from),
        "sets": list(evidence.sets),
    }


def evidence_from(record: Mapping[str, Any], sources: Mapping[str, Source]) -> Evidence:
    return Evidence(
        id=record["id"],
        claim=from_fields({name: value for name, value in record.items() if name not in _HELD}),
        source=sources[record["source"]],
        known_from=day_from(record["known_from"]),
        sets=tuple(record["sets"]),
    )


def _known(kind: type, record: Mapping[str, Any]) -> Record:
    """What the record says of the fields of a dataclass, lists as tuples."""
    return {f.name: _frozen(record[f.name]) for f in fields(kind) if f.name in record}


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _fields(value: DataclassInstance) -> Record:
    return {name: _plain(inner) for name, inner in asdict(value).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
