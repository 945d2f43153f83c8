"""Killed without warning while it reads, writes or commits, a load has happened or it has not."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from ledgers import market
from processes import wait_until

from graph.store import open_store
from graph.store.sqlite import SqliteStore

KILLS = {"quick": 2, "full": 20}
TRIES = 20  # a commit may be over before the signal arrives


@pytest.mark.parametrize("phase", ["parse", "write", "commit"])
def test_a_killed_load_has_happened_or_not(
    phase: str, tmp_path: Path, seed: int, depth: str, checkout: Path
) -> None:
    """After kill -9 in a phase read from a marker, the dump is that
    of before or after, and loading again works.
    """
    one, two = market(seed)
    reference = open_store(":memory:")
    dumps = []
    for each in (one, two):
        with reference.writer() as writer:
            writer.load(each)
        dumps.append(list(reference.dump()))
    file = tmp_path / "after.jsonl"
    file.write_text("".join(f"{line}\n" for line in dumps[1]), encoding="utf-8")
    numbers, killed = random.Random(seed), 0
    for attempt in range(TRIES * KILLS[depth]):
        if killed == KILLS[depth]:
            break
        path = tmp_path / f"{attempt}.sqlite"
        with SqliteStore(path).writer() as writer:
            writer.load(one)
        last = _kill(path, file, phase, numbers.randint(1, 40), tmp_path / f"{attempt}.marker", checkout)
        store = SqliteStore(path)
        assert list(store.dump()) in dumps
        assert list(store.dump()) == dumps[0] or phase == "commit"
        with store.writer() as writer:
            writer.load(two)
        assert list(store.dump()) == dumps[1]
        killed += last == phase[0]
    assert killed == KILLS[depth], f"killed {killed} times in the phase {phase}"


def _kill(  # noqa: PLR0917 - the command line of the doomed load
    path: Path, file: Path, phase: str, number: int, marker: Path, checkout: Path
) -> str:
    """Start the doomed load, and see it killed in its phase. The last mark that it made."""
    support = checkout / "tests" / "support"
    command = [sys.executable, support / "doomed.py", path, file, phase, str(number), marker]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (checkout, support)))}
    process = subprocess.Popen(list(map(str, command)), env=environment, cwd=path.parent)

    def is_there() -> bool:
        ended = process.poll()
        if phase == "commit":
            return ended is not None
        assert ended is None, "the doomed load ended by itself"
        return marker.exists() and marker.read_bytes().count(phase[:1].encode()) >= number

    try:
        assert wait_until(is_there)
    finally:
        process.kill()
        assert process.wait(timeout=30) == -signal.SIGKILL
    return marker.read_bytes()[-1:].decode()
