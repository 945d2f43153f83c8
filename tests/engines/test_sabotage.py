"""The suite can fail: engines that are wrong on purpose do not pass it."""

from __future__ import annotations

import random

import pytest
from sabotage import SABOTAGED
from suite import check

from graph.store.memory import MemoryStore

LEDGERS = 25


@pytest.mark.parametrize("engine", SABOTAGED)
def test_the_suite_fails_a_sabotaged_engine(engine: type[MemoryStore], seed: int) -> None:
    """An engine that drops the parallel edge, ends a day off or ignores status fails within one quick run."""
    numbers = random.Random(seed)
    with pytest.raises(AssertionError):
        _check_many(engine, numbers)


def _check_many(engine: type[MemoryStore], numbers: random.Random) -> None:
    for _ in range(LEDGERS):
        check(engine(), numbers.randrange(2**32))
