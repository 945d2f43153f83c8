"""The parts of which the JSON of every answer is made. `shape` documents them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins, strongest
from graph.assembly.rows import EdgeRow, Flag
from graph.model.days import FUTURE, PAST, iso
from graph.model.entities import kind_of
from graph.model.quantity import Quantity, plain
from graph.model.source import Source
from graph.queries.people.moves import Move
from graph.queries.words.sentences import (
    amount_text,
    claim_text,
    edge_text,
    event_text,
    quantity_text,
    said_when,
    span_text,
)
from graph.store.answers import Cut
from graph.store.scope import Scope

Json = dict[str, Any]


class Book(Protocol):
    """What knows names and claims: every Reply, and a Subgraph by way of `shape`."""

    @property
    def now(self) -> int | None: ...

    @property
    def claims(self) -> Mapping[str, Evidence]: ...

    def name(self, id_: str) -> str: ...


def day(value: int | None) -> str | None:
    return None if value is None else iso(value) or None


def scope(value: Scope) -> Json:
    return {
        "true_on": day(value.true_on),
        "known_on": day(value.known_on),
        "level": str(value.level),
        "certainty": str(value.certainty),
        "relations": sorted(value.relations),
    }


def cut(value: Cut) -> Json:
    return {"limit": value.limit, "allowed": value.allowed, "left_out": value.left_out, "hint": value.hint}


def entity(book: Book, id_: str) -> Json:
    return {"id": id_, "name": book.name(id_), "kind": kind_of(id_)}


def entities(book: Book, ids: Iterable[str]) -> list[Json]:
    return [entity(book, id_) for id_ in ids]


def date(text: str, earliest: int, until: int) -> Json:
    """From half-open days."""
    last = until - 1 if PAST < until < FUTURE else FUTURE
    return {"text": text, "earliest": day(earliest), "latest": day(last)}


def days(lo: int, hi: int) -> Json:
    """From an earliest and a latest day, one of which is meant."""
    return date(event_text(lo, hi + 1), lo, hi + 1)


def amount(quantity: Quantity | None, text: str = "") -> Json | None:
    if quantity is None:
        return {"text": text, "low": None, "high": None, "unit": "", "per": ""} if text else None
    return {
        "text": text or amount_text(quantity),
        "low": None if quantity.low is None else plain(quantity.low),
        "high": None if quantity.high is None else plain(quantity.high),
        "unit": quantity.unit,
        "per": quantity.per,
    }


def source(value: Source) -> Json:
    return {
        "id": value.id,
        "title": value.title,
        "publisher": value.publisher,
        "date": value.date,
        "url": value.url,
    }


def claim(book: Book, evidence: Evidence) -> Json:
    said = evidence.claim
    speaker = said.attributed_to
    return {
        "id": evidence.id,
        "text": claim_text(evidence, book.name),
        "subject": entity(book, said.subject),
        "relation": said.relation,
        "object": entity(book, said.object) if said.object else None,
        "value": said.value,
        "when": date(said_when(evidence), said.when.earliest, said.when.latest),
        "amount": amount(said.quantity, quantity_text(said)),
        "qualifiers": {name: list(said.all(name)) for name, _ in said.qualifiers},
        "status": str(said.status),
        "attributed_to": entity(book, speaker) if ":" in speaker else speaker or None,
        "source": source(evidence.source),
        "locator": said.locator,
        "quote": said.quote,
        "note": said.note,
    }


def claims(book: Book, ids: Iterable[str]) -> list[Json]:
    """By id, none twice, in the order given."""
    held = book.claims
    return [claim(book, held[id_]) for id_ in dict.fromkeys(ids) if id_ in held]


def support(book: Book, ids: Iterable[str]) -> Json:
    """On how many sources these claims stand, and how many independent origins are behind them."""
    found = [book.claims[id_] for id_ in ids if id_ in book.claims]
    return {"pages": len({e.source.id for e in found}), "origins": count_origins(found)}


def status(book: Book, ids: Iterable[str]) -> str:
    """The strongest of these claims."""
    return str(strongest(book.claims[id_] for id_ in ids if id_ in book.claims))


def edge(book: Book, row: EdgeRow, seen_from: str = "") -> Json:
    behind = tuple(id_ for id_, _ in row.claims)
    evidence = [book.claims[id_] for id_ in dict.fromkeys(behind) if id_ in book.claims]
    return {
        "address": row.address,
        "subject": entity(book, row.subject),
        "relation": row.relation,
        "object": entity(book, row.object),
        "company": entity(book, row.company) if row.company else None,
        "bundle": row.bundle,
        "text": edge_text(row, evidence, book.name, seen_from, book.now),
        "when": span_text(row),
        "start": days(row.start_lo, row.start_hi),
        "end": None if Flag.EVENT in row.flags else days(row.end_lo, row.end_hi),
        "status": str(row.status),
        "origins": row.origins,
        "flags": [str(flag.name).lower() for flag in row.flags],
        "claims": claims(book, behind),
    }


def edges(book: Book, rows: Iterable[EdgeRow]) -> list[Json]:
    return [edge(book, row) for row in rows]


def move(book: Book, value: Move) -> Json:
    row = value.row
    return {
        "person": entity(book, row.person),
        "from": entity(book, row.origin),
        "to": entity(book, row.destination),
        "from_company": entity(book, row.origin_company),
        "to_company": entity(book, row.destination_company),
        "grade": None if value.grade is None else str(value.grade),
        "transfer": value.is_transfer,
        "flags": [str(flag.name).lower() for flag in row.flags],
        "basis": str(row.basis),
        "status": str(value.status),
        "reason": value.reason,
        "when": days(row.day_lo, row.day_hi),
        "text": value.sentence,
        **support(book, value.claims),
        "claims": claims(book, value.claims),
    }
