"""A load that tells where it is, to be killed: `python doomed.py STORE DUMP PHASE NUMBER MARKER`.

It loads the dump. For each line that it reads it appends a byte to the marker, p, and before each statement
w while writing, c before the commit; d when all is done. In the phases `parse` and `write` it waits for its
end at the given line or statement. In the phase `commit` it kills itself after as many twentieths of a
millisecond: a signal from outside mostly comes when the commit is over.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

from statements import watched

from graph.store.sqlite import SqliteStore
from loaders.reading import progress
from talentgraph.doors import load_paths


def main(path: str, dump: str, phase: str, number: str, marker: str) -> None:
    store = SqliteStore(Path(path))
    mark = os.open(marker, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    written, committing = 0, threading.Event()
    progress._EVERY = 1  # so that it tells of every line
    if phase == "commit":
        threading.Thread(target=_die, args=(committing, int(number) / 20_000), daemon=True).start()

    def watch(text: str) -> None:
        nonlocal written
        if text == "COMMIT":
            os.write(mark, b"c")
            committing.set()
        elif text.startswith(("REPLACE", "INSERT", "DELETE")):
            written += 1
            os.write(mark, b"w")
            if phase == "write" and written == int(number):
                signal.pause()

    def told(step: str, done: int, _: int) -> None:
        if step.startswith("read"):
            os.write(mark, b"p")
            if phase == "parse" and done + 1 == int(number):
                signal.pause()

    with watched(watch):
        load_paths(store, [Path(dump)], told)
    os.write(mark, b"d")
    signal.pause()


def _die(committing: threading.Event, seconds: float) -> None:
    """Kill this process once the commit has gone on for so long; Python runs on beside it."""
    committing.wait()
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
