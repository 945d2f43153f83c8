"""The ledger in dictionaries of this process: the reference that other engines are tested against.

Choose it for notebooks, tests and throw-away questions; it is gone with the process.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from threading import Lock

from graph.errors import StoreBusy
from graph.settings import settings
from graph.store.change import LedgerWriter
from graph.store.dump import dump_lines
from graph.store.ledger import Ledger
from graph.store.scope import Scope
from graph.store.snapshot import Snapshot
from graph.store.view import SnapshotView, view_of


class MemoryStore:
    """A Store. A View keeps the version it was opened at, whatever is written later."""

    name = "memory"

    def __init__(self) -> None:
        self._snapshot = Snapshot(Ledger())
        self._lock = Lock()

    @contextmanager
    def writer(self) -> Generator[LedgerWriter]:
        """See `Store.writer`."""
        if not self._lock.acquire(timeout=settings().lock_seconds):
            raise StoreBusy("somebody else is writing to the ledger.", hint="Wait, then try again.")
        try:
            writer = LedgerWriter(self._snapshot)
            yield writer
            self._snapshot = writer.snapshot
        finally:
            self._lock.release()

    def view(self, scope: Scope | None = None) -> SnapshotView:
        return view_of(self._snapshot, scope or Scope())

    def dump(self, withdrawn: bool = False) -> Iterator[str]:
        return dump_lines(self._snapshot.ledger, withdrawn)

    def close(self) -> None:
        """Nothing is held that must be let go."""
