"""The ledger in one SQLite file: the default. No server; one load is one transaction; readers never wait for
a writer.

Choose it unless the ledger outgrows one machine, or several people write to one ledger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import LiteralString

from graph.errors import ModelError, StoreBusy, StoreError
from graph.store.change import LedgerWriter
from graph.store.dump import dump_lines
from graph.store.ledger import Ledger
from graph.store.recompute import rebuilt, rules
from graph.store.scope import Scope
from graph.store.snapshot import Snapshot
from graph.store.sqlite_file import connect, prepare, purge
from graph.store.tables import read_ledger, run, write_changes
from graph.store.view import SnapshotView, view_of


class SqliteStore:
    """A Store in one file. Raises StoreError where the file cannot be used, NewerSchema if a newer version
    made it.

    A folder that it makes is private (0700), and so is the file (0600). No connection stays open between
    calls.
    """

    name = "sqlite"

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._snapshot: Snapshot | None = None
        with self._errors():
            prepare(path)
        self._rebuild()

    @contextmanager
    def writer(self) -> Generator[LedgerWriter]:
        """See `Store.writer`."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            before = self._read(connection)
            writer = LedgerWriter(before)
            yield writer
            after = writer.snapshot
            with self._errors():
                self._keep(connection, before.ledger, after.ledger)
            self._hold(after)
        if after.ledger.has_erased(before.ledger.version):
            with self._errors():
                purge(self.path)

    def view(self, scope: Scope | None = None) -> SnapshotView:
        return view_of(self._current(), scope or Scope())

    def dump(self, withdrawn: bool = False) -> Iterator[str]:
        return dump_lines(self._current().ledger, withdrawn)

    def close(self) -> None:
        """Let go of what was read."""
        self._snapshot = None

    def _current(self) -> Snapshot:
        with self._transaction("BEGIN") as connection:
            return self._read(connection)

    @contextmanager
    def _transaction(self, begin: LiteralString) -> Generator[sqlite3.Connection]:
        """Rolled back unless the block commits it."""
        with self._errors():
            connection = connect(self.path)
        with closing(connection):
            with self._errors():
                run(connection, begin)
            try:
                yield connection
            finally:
                with suppress(sqlite3.Error):
                    if connection.in_transaction:
                        run(connection, "ROLLBACK")

    def _keep(self, connection: sqlite3.Connection, before: Ledger, after: Ledger) -> None:
        write_changes(connection, before, after)
        run(connection, "COMMIT")

    def _hold(self, snapshot: Snapshot) -> None:
        """What was just committed need not be read again: nobody else wrote since the transaction began."""
        with self._lock:
            self._snapshot = snapshot

    def _read(self, connection: sqlite3.Connection) -> Snapshot:
        """The ledger of this transaction; not read again while it is the version that was read last."""
        with self._lock, self._errors():
            known = self._snapshot
            (key,) = run(connection, "SELECT value FROM meta WHERE name = 'key'")[0]
            (version,) = run(connection, "SELECT coalesce(max(number), 0) FROM loads")[0]
            if known is None or (known.ledger.key, known.ledger.version) != (key, version):
                known = self._snapshot = Snapshot(read_ledger(connection))
            return known

    def _rebuild(self) -> None:
        """Assemble the rows anew where other rules made them than those of today.

        Waits for no writer unless there is something to do.
        """
        with self._transaction("BEGIN") as connection:
            if self._made_by(connection) == rules():
                return
        with self._transaction("BEGIN IMMEDIATE") as connection:
            if self._made_by(connection) != rules():  # nobody was faster
                before = self._read(connection)
                after = rebuilt(before.ledger)
                with self._errors():
                    run(connection, "UPDATE meta SET value = ? WHERE name = 'rules'", (rules(),))
                    self._keep(connection, before.ledger, after.ledger)
                self._hold(after)

    def _made_by(self, connection: sqlite3.Connection) -> str:
        """The rules that made the rows."""
        with self._errors():
            (made_by,) = run(connection, "SELECT value FROM meta WHERE name = 'rules'")[0]
        return str(made_by)

    @contextmanager
    def _errors(self) -> Generator[None]:
        """What goes wrong with the file, in our words."""
        place = str(self.path)
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                hint = "Wait until the other load is done, then try again."
                raise StoreBusy("somebody else is writing to the ledger.", place=place, hint=hint) from error
            raise StoreError(f"the ledger cannot be used: {error}.", place=place, hint=_CHECK) from error
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"the ledger cannot be used: {error}.", place=place, hint=_CHECK) from error
        except (ModelError, ValueError, KeyError, TypeError, IndexError) as error:
            raise StoreError(f"the ledger is damaged: {error}.", place=place, hint=_RESTORE) from error


_CHECK = "Check the folder, its rights and the space on the disk, or name another store."
_RESTORE = "Restore a copy, or move it away and load the sets again."
