"""Where ledgers are kept, and the one function that opens them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from graph.errors import BadQuestion
from graph.settings import settings
from graph.store.base import Store

FILE = "ledger.sqlite"


def open_store(path: Path | str | None = None, engine: str = "sqlite") -> Store:
    """The store at a path; None: the setting `store`, else the platform's data folder.

    `:memory:` opens the memory engine whatever the engine. Raises StoreError where the ledger cannot be
    opened.
    """
    if (
        engine == "memory"
        or str(path) == ":memory:"
        or (path is None and str(settings().store) == ":memory:")
    ):
        from graph.store.memory import MemoryStore

        return MemoryStore()
    if engine != "sqlite":
        raise BadQuestion(f"“{engine}” is not an engine.", place="engine", hint="One of memory, sqlite.")
    from graph.store.sqlite import SqliteStore

    return SqliteStore(Path(path) if path is not None else default_path())


def default_path() -> Path:
    """The file of the ledger unless another is named."""
    return settings().store or data_folder() / FILE


def data_folder() -> Path:
    """Where this platform keeps data of a program for one user."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "talentgraph"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "talentgraph"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "talentgraph"
