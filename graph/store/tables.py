"""A ledger read from SQLite, and the difference of two ledgers written to it."""

from __future__ import annotations

import gc
import json
from collections import defaultdict
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from sqlite3 import Connection
from typing import Any, LiteralString, TypeVar

from graph.assembly.rows import EdgeRow, MoveRow
from graph.model.claim import canonical as claim_text
from graph.model.claim import from_fields
from graph.store.ledger import HeldClaim, Kept, Ledger, Load, SetInfo, SubjectRows
from graph.store.records import (
    canonical,
    entity_fields,
    entity_from,
    judgement_fields,
    judgement_from,
    source_fields,
    source_from,
)
from graph.store.rowtext import edge_columns, edge_from, move_columns, move_from
from graph.store.schema import INSERT_EDGE, INSERT_MOVE

K = TypeVar("K")
V = TypeVar("V")


def run(
    connection: Connection, text: LiteralString, values: tuple[object, ...] = ()
) -> list[tuple[Any, ...]]:
    """The one function that runs SQL: a literal text, values beside it."""
    return connection.execute(text, values).fetchall()


@contextmanager
def _collector_off() -> Generator[None]:
    """Millions of records that all stay: looking through them again and again for garbage costs a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_ledger(connection: Connection) -> Ledger:
    """All of it. Run inside a transaction, so that it is of one version."""
    with _collector_off():
        return _read(connection)


def _read(connection: Connection) -> Ledger:
    (key,) = run(connection, "SELECT value FROM meta WHERE name = 'key'")[0]
    return Ledger(
        key=key,
        sets={
            id_: SetInfo(**json.loads(text)) for id_, text in run(connection, "SELECT id, fields FROM sets")
        },
        entities={
            (set_id, id_): entity_from(json.loads(text))
            for set_id, id_, text in run(connection, "SELECT set_id, id, fields FROM entities")
        },
        sources={
            (set_id, id_): source_from(json.loads(text))
            for set_id, id_, text in run(connection, "SELECT set_id, id, fields FROM sources")
        },
        claims={
            id_: HeldClaim(from_fields(json.loads(text)), tuple(sets.split()), *loads)
            for id_, text, sets, *loads in run(
                connection, "SELECT id, fields, sets, withdrawn, loaded FROM claims"
            )
        },
        judgements={
            (one, other): judgement_from(json.loads(text))
            for one, other, text in run(connection, "SELECT one, other, fields FROM judgements")
        },
        forgotten=dict(run(connection, "SELECT hash, number FROM forgotten")),
        loads={
            n: Load(n, *rest) for n, *rest in run(connection, "SELECT number, day, verb, set_id FROM loads")
        },
        rows=_read_rows(connection),
    )


def _read_rows(connection: Connection) -> dict[str, SubjectRows]:
    edges: dict[str, list[Kept[EdgeRow]]] = defaultdict(list)
    moves: dict[str, list[Kept[MoveRow]]] = defaultdict(list)
    for columns in run(connection, "SELECT * FROM edge_rows ORDER BY rowid"):
        edges[columns[0]].append(edge_from(columns))
    for columns in run(connection, "SELECT * FROM move_rows ORDER BY rowid"):
        moves[columns[0]].append(move_from(columns))
    return {
        subject: SubjectRows(tuple(edges.get(subject, ())), tuple(moves.get(subject, ())))
        for subject in edges.keys() | moves.keys()
    }


def write_changes(connection: Connection, before: Ledger, after: Ledger) -> None:
    """Make the tables hold `after`, given that they hold `before`."""
    _records(connection, before, after)
    _statements(connection, before, after)
    _marks(connection, before, after)
    for subject in _gone(before.rows, after.rows) | _new(before.rows, after.rows).keys():
        run(connection, "DELETE FROM edge_rows WHERE subject = ?", (subject,))
        run(connection, "DELETE FROM move_rows WHERE person = ?", (subject,))
    for rows in _new(before.rows, after.rows).values():
        for edge in rows.edges:
            run(connection, INSERT_EDGE, edge_columns(edge))
        for move in rows.moves:
            run(connection, INSERT_MOVE, move_columns(move))


def _records(connection: Connection, before: Ledger, after: Ledger) -> None:
    for set_id in _gone(before.sets, after.sets):
        run(connection, "DELETE FROM sets WHERE id = ?", (set_id,))
    for info in _new(before.sets, after.sets).values():
        run(connection, "REPLACE INTO sets VALUES (?, ?)", (info.id, canonical(_set_fields(info))))
    for key in _gone(before.entities, after.entities):
        run(connection, "DELETE FROM entities WHERE set_id = ? AND id = ?", key)
    for key, entity in _new(before.entities, after.entities).items():
        run(connection, "REPLACE INTO entities VALUES (?, ?, ?)", (*key, canonical(entity_fields(entity))))
    for key in _gone(before.sources, after.sources):
        run(connection, "DELETE FROM sources WHERE set_id = ? AND id = ?", key)
    for key, source in _new(before.sources, after.sources).items():
        run(connection, "REPLACE INTO sources VALUES (?, ?, ?)", (*key, canonical(source_fields(source))))


def _statements(connection: Connection, before: Ledger, after: Ledger) -> None:
    for id_ in _gone(before.claims, after.claims):
        run(connection, "DELETE FROM claims WHERE id = ?", (id_,))
    for id_, held in _new(before.claims, after.claims).items():
        values = (id_, claim_text(held.claim), " ".join(held.sets), held.withdrawn, held.loaded)
        run(connection, "REPLACE INTO claims VALUES (?, ?, ?, ?, ?)", values)
    for pair in _gone(before.judgements, after.judgements):
        run(connection, "DELETE FROM judgements WHERE one = ? AND other = ?", pair)
    for pair, judgement in _new(before.judgements, after.judgements).items():
        text = canonical(judgement_fields(judgement))
        run(connection, "REPLACE INTO judgements VALUES (?, ?, ?)", (*pair, text))


def _marks(connection: Connection, before: Ledger, after: Ledger) -> None:
    for hash_, number in _new(before.forgotten, after.forgotten).items():
        run(connection, "REPLACE INTO forgotten VALUES (?, ?)", (hash_, number))
    for n, load in _new(before.loads, after.loads).items():
        run(connection, "REPLACE INTO loads VALUES (?, ?, ?, ?)", (n, load.day, load.verb, load.set_id))
    if after.has_erased(before.version):
        run(connection, "REPLACE INTO meta VALUES ('purge', 1)")


def _gone(before: Mapping[K, object], after: Mapping[K, object]) -> set[K]:
    return set(before.keys() - after.keys())


def _new(before: Mapping[K, V], after: Mapping[K, V]) -> dict[K, V]:
    """What is not the very same object as before; values are never changed in place."""
    return {key: value for key, value in after.items() if before.get(key) is not value}


def _set_fields(info: SetInfo) -> dict[str, str]:
    return {name: getattr(info, name) for name in ("id", "title", "licence", "compiled", "made")}
