"""The file of the SQLite engine: making it, opening it, bringing it up to date, purging it."""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import closing
from glob import escape
from pathlib import Path

from graph.errors import NewerSchema, StoreBusy, StoreError
from graph.settings import settings
from graph.store.recompute import rules
from graph.store.schema import APPLICATION, MARK, MIGRATIONS, SCHEMA, SET_VERSION, VERSION
from graph.store.tables import run


def connect(path: Path) -> sqlite3.Connection:
    """A connection without transactions of its own; every statement is ours."""
    connection = sqlite3.connect(path, timeout=settings().lock_seconds, isolation_level=None)
    run(connection, "PRAGMA synchronous = FULL")
    run(connection, "PRAGMA secure_delete = ON")
    run(connection, "PRAGMA trusted_schema = OFF")
    run(connection, "PRAGMA temp_store = MEMORY")
    return connection


def prepare(path: Path) -> None:
    """Make the file if there is none, and bring an older one up to date."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    with closing(connect(path)) as connection:
        version = _version(connection, path)
        if version == 0:
            _create(connection)
        elif version < VERSION:
            _migrate(connection, path, version)
        purging = run(connection, "SELECT value FROM meta WHERE name = 'purge'")
    if purging:
        purge(path)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (version,) = run(connection, "PRAGMA user_version")[0]
    (application,) = run(connection, "PRAGMA application_id")[0]
    (tables,) = run(connection, "SELECT count(*) FROM sqlite_schema")[0]
    if tables and application != APPLICATION:
        raise StoreError("is a database, but not a ledger.", place=str(path), hint="Name another store.")
    if version > VERSION:
        fact = f"a newer version wrote this ledger (schema {version}; this one knows {VERSION})."
        raise NewerSchema(fact, place=str(path), hint="Upgrade talentgraph, or name another store.")
    return int(version)


def _create(connection: sqlite3.Connection) -> None:
    run(connection, "PRAGMA journal_mode = WAL")
    run(connection, "BEGIN IMMEDIATE")
    if run(connection, "PRAGMA user_version")[0] == (0,):  # nobody was faster
        for text in SCHEMA:
            run(connection, text)
        run(connection, "INSERT INTO meta VALUES ('key', ?)", (secrets.token_bytes(32),))
        run(connection, "INSERT INTO meta VALUES ('rules', ?)", (rules(),))
        run(connection, MARK)
        run(connection, SET_VERSION)
    run(connection, "COMMIT")


def _migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """One transaction, behind a copy of the file as it was."""
    run(connection, "BEGIN IMMEDIATE")
    version = _version(connection, path)
    _back_up(path, version)
    for number in range(version, VERSION):
        for text in MIGRATIONS[number - 1]:
            run(connection, text)
    run(connection, SET_VERSION)
    run(connection, "COMMIT")


def _back_up(path: Path, version: int) -> None:
    copy = path.with_name(f"{path.name}.schema-{version}.bak")
    os.close(os.open(copy, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600))
    with closing(connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def purge(path: Path) -> None:
    """Leave no old page anywhere: not in the file, the write-ahead log, or a backup. Raises StoreBusy.

    Until it has succeeded, every opening of the ledger tries again.
    """
    for copy in path.parent.glob(f"{escape(path.name)}.schema-*.bak*"):
        copy.unlink()
    with closing(connect(path)) as connection:
        run(connection, "VACUUM")
        ((busy, _, _),) = run(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise StoreBusy(
                "somebody still reads an older version of the ledger, which holds what was forgotten.",
                place=str(path),
                hint="Close the other program, then open the ledger once more.",
            )
        run(connection, "DELETE FROM meta WHERE name = 'purge'")
        run(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
