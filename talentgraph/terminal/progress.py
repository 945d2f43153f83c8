"""Progress of long work, for somebody who watches: on standard error, and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.store.base import Progress as Callback

if TYPE_CHECKING:
    from rich.progress import Progress


@contextmanager
def watched() -> Iterator[Callback | None]:
    """A callback that draws a bar and leaves no trace; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    bars = _Bars()
    try:
        yield bars.update
    finally:
        bars.stop()


class _Bars:
    """Drawn from the first step on: most commands have nothing long to do."""

    def __init__(self) -> None:
        self._bars: Progress | None = None

    def update(self, step: str, done: int, total: int) -> None:
        if self._bars is None:
            self._bars = _started()
        self._bars.update(self._bars.task_ids[0], description=step, completed=done, total=total or None)

    def stop(self) -> None:
        if self._bars:
            self._bars.stop()


def _started() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=Console(stderr=True, markup=False), transient=True)
    bars.add_task("", total=None)
    bars.start()
    return bars
