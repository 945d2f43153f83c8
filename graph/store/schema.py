"""The tables of the SQLite engine, and the steps from older versions of them to this one.

`rows` are derived and hold one subject's edge and move rows by columns; everything else is the truth, as
canonical JSON where no query looks inside.
"""

from __future__ import annotations

from typing import LiteralString

SCHEMA: tuple[LiteralString, ...] = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    (
        "CREATE TABLE loads (number INTEGER PRIMARY KEY, day INTEGER NOT NULL, verb TEXT NOT NULL,"
        " set_id TEXT NOT NULL)"
    ),
    "CREATE TABLE sets (id TEXT PRIMARY KEY, fields TEXT NOT NULL) WITHOUT ROWID",
    (
        "CREATE TABLE entities (set_id TEXT NOT NULL, id TEXT NOT NULL, fields TEXT NOT NULL,"
        " PRIMARY KEY (set_id, id)) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE sources (set_id TEXT NOT NULL, id TEXT NOT NULL, fields TEXT NOT NULL,"
        " PRIMARY KEY (set_id, id)) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE claims (id TEXT PRIMARY KEY, fields TEXT NOT NULL,"
        " sets TEXT NOT NULL, withdrawn INTEGER, loaded INTEGER NOT NULL DEFAULT 0)"
        " WITHOUT ROWID"
    ),
    (
        "CREATE TABLE judgements (one TEXT NOT NULL, other TEXT NOT NULL, fields TEXT NOT NULL,"
        " PRIMARY KEY (one, other)) WITHOUT ROWID"
    ),
    "CREATE TABLE forgotten (hash TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
    (
        "CREATE TABLE edge_rows (subject TEXT NOT NULL, relation TEXT NOT NULL, object TEXT NOT NULL,"
        " company TEXT NOT NULL, bundle TEXT NOT NULL, ordinal INTEGER NOT NULL, place INTEGER NOT NULL,"
        " start_lo INTEGER NOT NULL, start_hi INTEGER NOT NULL, end_lo INTEGER NOT NULL,"
        " end_hi INTEGER NOT NULL,"
        " likely_until INTEGER NOT NULL, order_until INTEGER NOT NULL, flags INTEGER NOT NULL,"
        " status TEXT NOT NULL,"
        " origins INTEGER NOT NULL, levels INTEGER NOT NULL,"
        " known_from INTEGER NOT NULL,"
        " known_until INTEGER NOT NULL, claims TEXT NOT NULL, loaded INTEGER NOT NULL, dropped INTEGER)"
    ),
    "CREATE INDEX edge_rows_subject ON edge_rows (subject)",
    (
        "CREATE TABLE move_rows (person TEXT NOT NULL, origin TEXT NOT NULL, destination TEXT NOT NULL,"
        " origin_company TEXT NOT NULL, destination_company TEXT NOT NULL, from_edge TEXT NOT NULL,"
        " to_edge TEXT NOT NULL, basis TEXT NOT NULL, gap_lo INTEGER, gap_hi INTEGER,"
        " day_lo INTEGER NOT NULL,"
        " day_hi INTEGER NOT NULL, flags INTEGER NOT NULL, levels INTEGER NOT NULL,"
        " known_from INTEGER NOT NULL,"
        " known_until INTEGER NOT NULL, claims TEXT NOT NULL, loaded INTEGER NOT NULL, dropped INTEGER)"
    ),
    "CREATE INDEX move_rows_person ON move_rows (person)",
)

MIGRATIONS: tuple[tuple[LiteralString, ...], ...] = (
    ("ALTER TABLE claims ADD COLUMN loaded INTEGER NOT NULL DEFAULT 0",),
)
"""`MIGRATIONS[n]` leads from version n + 1 to n + 2; the ledger is backed up before the first."""

VERSION = 2
SET_VERSION: LiteralString = "PRAGMA user_version = 2"
APPLICATION = 1952935015
"""Marks our files in their header: the letters tglg."""
MARK: LiteralString = "PRAGMA application_id = 1952935015"

INSERT_EDGE: LiteralString = (
    "INSERT INTO edge_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_MOVE: LiteralString = (
    "INSERT INTO move_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
