"""The terminal from a cold start: a process of its own, imports, opening and answer in one; by the wall."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from bench.clock import middle

PROGRAM = Path(sys.executable).with_name("talentgraph")


def cold(ledger: Path, words: tuple[str, ...], rounds: int) -> float:
    """Median seconds from the command to its end. The ledger is loaded before the first."""
    command = [str(PROGRAM), *words, "--json", "--store", str(ledger)]
    _run(command)
    return middle([_run(command) for _ in range(rounds)])


def _run(command: list[str]) -> float:
    started = perf_counter()
    answer = subprocess.run(command, check=False, capture_output=True, text=True)
    if answer.returncode > 1:  # 1: nothing found
        raise SystemExit(answer.stderr)
    return perf_counter() - started
