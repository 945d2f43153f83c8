"""A load that tells where it is, to be killed: `python doomed.py STORE SEED PHASE STATEMENT MARKER`.

Before each statement it appends a byte to the marker: w while writing, c before the commit, d when all is
done. In the phase `write` it waits at the given statement for ever; in the phase `commit` it goes on.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from ledgers import market
from statements import watched

from graph.store.sqlite import SqliteStore


def main(path: str, seed: str, phase: str, statement: str, marker: str) -> None:
    store = SqliteStore(Path(path))
    mark = os.open(marker, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    written = 0

    def watch(text: str) -> None:
        nonlocal written
        if text == "COMMIT":
            os.write(mark, b"c")
        elif text.startswith(("REPLACE", "INSERT", "DELETE")):
            written += 1
            os.write(mark, b"w")
            if phase == "write" and written == int(statement):
                signal.pause()

    with watched(watch), store.writer() as writer:
        writer.load(market(int(seed))[1])
    os.write(mark, b"d")


if __name__ == "__main__":
    main(*sys.argv[1:])
