"""Work in a thread of its own, so that no page waits for it: it can be watched, and stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from graph.errors import TalentGraphError
from graph.store.base import Progress

T = TypeVar("T")
_LOG = logging.getLogger(__name__)


class Stopped(Exception):
    """Raised out of a progress callback: whoever watches wants no more of it."""


class Job(Generic[T]):
    """`step`, `done` and `total` are as the work last told. One of `result` and `error` is set at the end.

    A stopped job has neither, unless the stop came too late: then it has its result.
    """

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self._work = work
        self._stop = Event()
        self.step, self.done, self.total = "", 0, 0
        self.result: T | None = None
        self.error: TalentGraphError | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    @property
    def is_stopping(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask it to end at its next step."""
        self._stop.set()

    def _run(self) -> None:
        try:
            self.result = self._work(self._tell)
        except Stopped:
            pass
        except TalentGraphError as error:
            self.error = error
        except Exception as error:  # noqa: BLE001 - nobody else hears of it in a thread
            _LOG.exception("A load broke off.")
            hint = "The log of the app says more."
            self.error = TalentGraphError(f"the work broke off: {type(error).__name__}.", hint=hint)

    def _tell(self, step: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self.step, self.done, self.total = step, done, total
