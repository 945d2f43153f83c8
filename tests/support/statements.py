"""Every SQL statement of the SQLite engine passes through one
function: count them, stop at one, or break one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from graph.store import sqlite, sqlite_file, tables

Watch = Callable[[str], None]
MODULES = (sqlite, sqlite_file, tables)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Call `watch` with the text of each statement before it runs."""
    real = tables.run

    def run(
        connection: sqlite3.Connection, text: str, values: tuple[object, ...] = ()
    ) -> list[tuple[Any, ...]]:
        watch(text)
        return real(connection, text, values)

    for module in MODULES:
        module.run = run  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for module in MODULES:
            module.run = real  # type: ignore[attr-defined]


class Breaker:
    """Lets `after` statements pass, then fails one as a full disk would."""

    def __init__(self, after: int) -> None:
        self.left = after
        self.broke = ""

    def __call__(self, text: str) -> None:
        self.left -= 1
        if self.left < 0 and not self.broke and not text.startswith("ROLLBACK"):
            self.broke = text
            raise sqlite3.OperationalError("database or disk is full")
