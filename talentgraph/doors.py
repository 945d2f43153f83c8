"""What all doors share: opening the ledger, filling an empty one, loading a path, judging two names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from graph.assembly.rows import Certainty, Level
from graph.model.claimset import Judgement
from graph.model.source import Source
from graph.queries.ledger.judging import Done, Verdict, already, judgement_meant, two_meant
from graph.store.answers import LoadReport
from graph.store.base import Progress, Store, View, Writer
from graph.store.records import source_from
from graph.store.scope import Scope

if TYPE_CHECKING:
    from loaders import Reading

T = TypeVar("T")
Look = Callable[[View, View, tuple[LoadReport, ...]], T]
"""Makes an answer of the ledger before, the ledger after, and the reports."""
EVERYTHING = Scope(level=Level.ALL, certainty=Certainty.POSSIBLE)
"""All that is in a ledger, however weakly it is said."""

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
    """Load set folders, zips of them and dumps, all in one transaction. Raises BadInput and StoreError.

    What `progress` raises ends the load, and the ledger is as before.
    """
    readings = _read(paths, progress)
    with store.writer() as writer:
        return _put(writer, readings, progress)


def load_compared(
    store: Store, paths: Iterable[Path], look: Look[T], progress: Progress | None = None, *, keep: bool
) -> T:
    """What `look` makes of a load. `keep` False: of what it would do, in a transaction that is given up.

    Raises as `load_paths`.
    """
    readings = _read(paths, progress)
    with store.writer() if keep else _nothing_kept(store) as writer:
        before = writer.view(EVERYTHING)
        reports = _put(writer, readings, progress)
        return look(before, writer.view(EVERYTHING), reports)


def remove_compared(store: Store, set_id: str, look: Look[T]) -> T:
    """What `look` makes of the withdrawal of a set. Raises NotFound and StoreError."""
    with store.writer() as writer:
        before = writer.view(EVERYTHING)
        report = writer.withdraw(set_id)
        return look(before, writer.view(EVERYTHING), (report,))


def judge(store: Store, left: str, right: str, verdict: Verdict) -> Done:
    """Say of two, by names or ids, that they are the same (right is then read as left) or different; or take
    it back.

    Raises BadQuestion, NotFound, SetRefused and StoreError, and the ledger is as before.
    """
    with store.writer() as writer:
        before = writer.view(EVERYTHING)
        if verdict is Verdict.UNDO:
            judged = judgement_meant(before, left, right)
            writer.unjudge(judged.left, judged.right)
        elif held := already(before, left, right, verdict):
            judged = held
        else:
            one, other = two_meant(before, left, right)
            writer.judge(Judgement(one, other, same=verdict is Verdict.SAME))
            judged = judgement_meant(writer.view(EVERYTHING), one, other)
        after = writer.view(EVERYTHING)
        return Done(judged, verdict, after.resolve(judged.left) == after.resolve(judged.right))


class _Enough(Exception):
    """Ends a transaction of which nothing is to be kept."""


@contextmanager
def _nothing_kept(store: Store) -> Iterator[Writer]:
    with suppress(_Enough), store.writer() as writer:
        yield writer
        raise _Enough


def _read(paths: Iterable[Path], progress: Progress | None) -> list[Reading]:
    from loaders import read

    return [read(path, progress) for path in paths]


def _put(writer: Writer, readings: Sequence[Reading], progress: Progress | None) -> tuple[LoadReport, ...]:
    reports = writer.load_all([each for reading in readings for each in reading.sets], progress)
    for judgement in (each for reading in readings for each in reading.judgements):
        writer.judge(judgement)
    return reports


def sources_of(store: Store) -> dict[str, tuple[Source, tuple[str, ...]]]:
    """Every source that a set defines, also those that are only cited; by id, with the sets that do."""
    found: dict[str, tuple[Source, tuple[str, ...]]] = {}
    for line in store.dump():
        record = json.loads(line)
        if "claim" in record:  # a dump has all its sources before
            break
        if "source" in record:
            source = source_from(record["source"])
            found[source.id] = source, tuple(record["sets"])
    return found


def shipped(name: str) -> Path:
    """A file or folder that ships: inside this package in the wheel, beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name
