"""What all doors share: opening the ledger, filling an empty one with the sets that ship, loading a path."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from graph.store.answers import LoadReport
from graph.store.base import Progress, Store

_PACKAGE = Path(__file__).resolve().parent


def open_ledger(
    path: Path | None = None,
    fill: bool = False,
    tell: Callable[[str], None] | None = None,
    progress: Progress | None = None,
) -> Store:
    """The ledger in a file, else where the settings say. `fill`: into an empty one, load the sets that ship.

    `tell` is given one sentence when that happens. Raises StoreError.
    """
    from graph.store import open_store

    store = open_store(path)
    if fill and is_empty(store):
        from loaders import shipped_sets

        paths = shipped_sets()
        if tell and paths:
            names = ", ".join(folder.name for folder in paths)
            tell(f"The ledger is empty: loading what ships with Talent Graph ({names}).")
        load_paths(store, paths, progress)
    return store


def is_empty(store: Store) -> bool:
    """Whether nothing was ever loaded: a ledger whose sets were all removed is not filled again."""
    return store.view().version == 0


def load_paths(
    store: Store, paths: Iterable[Path], progress: Progress | None = None
) -> tuple[LoadReport, ...]:
    """Load set folders, zips of them and dumps, all in one transaction. Raises BadInput and StoreError."""
    from loaders import read

    readings = [read(path) for path in paths]
    with store.writer() as writer:
        reports = writer.load_all([each for reading in readings for each in reading.sets], progress)
        for judgement in (each for reading in readings for each in reading.judgements):
            writer.judge(judgement)
    return reports


def shipped(name: str) -> Path:
    """A file or folder that ships: inside this package in the wheel, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name
