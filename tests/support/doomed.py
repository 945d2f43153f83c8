"""A load that tells where it is, to be killed: `python doomed.py STORE SEED PHASE NUMBER MARKER`.

Before each statement it appends a byte to the marker: w while writing, c before the commit, d when all is
done. In the phase `write` it waits for its end at the given statement. In the phase `commit` it kills itself
after as many twentieths of a millisecond: a signal from outside mostly comes when the commit is over.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

from ledgers import market
from statements import watched

from graph.store.sqlite import SqliteStore


def main(path: str, seed: str, phase: str, number: str, marker: str) -> None:
    store = SqliteStore(Path(path))
    mark = os.open(marker, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    written, committing = 0, threading.Event()
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

    with watched(watch), store.writer() as writer:
        writer.load(market(int(seed))[1])
    os.write(mark, b"d")
    signal.pause()


def _die(committing: threading.Event, seconds: float) -> None:
    """Kill this process once the commit has gone on for so long; Python runs on beside it."""
    committing.wait()
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
