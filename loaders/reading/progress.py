"""Telling how far the reading of a file has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from loaders.reading.record import Document, Record

Progress = Callable[[str, int, int], None]
"""Called with a word for the step, how much is done and how much there is. What it raises ends the work."""

_EVERY = 200


def counted(
    records: Iterable[Record], document: Document, step: str, progress: Progress | None
) -> Iterator[Record]:
    """The records of a file, each of which takes a line, as they are read."""
    total = document.data.rstrip(b"\n").count(b"\n")
    for done, record in enumerate(records):
        if progress and done % _EVERY == 0:
            progress(step, done, max(total, done))
        yield record
