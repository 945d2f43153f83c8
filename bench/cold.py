"""The terminal from a cold start: a process of its own, imports, opening and answer in one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.clock import middle

PROGRAM = Path(sys.executable).with_name("talentgraph")


def cold(ledger: Path, words: tuple[str, ...], rounds: int) -> float:
    """Median seconds of the processor for the whole command. The ledger is loaded before the first."""
    command = [str(PROGRAM), *words, "--json", "--store", str(ledger)]
    _run(command)
    return middle([_run(command) for _ in range(rounds)])


def _run(command: list[str]) -> float:
    before = os.times()
    answer = subprocess.run(command, check=False, capture_output=True, text=True)
    if answer.returncode > 1:  # 1: nothing found
        raise SystemExit(answer.stderr)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system
