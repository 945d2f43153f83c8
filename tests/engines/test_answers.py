"""Every primitive of a View, on generated ledgers, against plain loops and full enumeration."""

from __future__ import annotations

import random
from collections.abc import Callable

from suite import Tally, check

from graph.store.base import Store

LEDGERS = {"quick": 25, "full": 250}
FILLED = 0.7


def test_answers_equal_the_oracle(make: Callable[[], Store], seed: int, depth: str) -> None:
    """Each engine answers every question as plain loops over all rows do, order and cuts included."""
    tally = Tally()
    numbers = random.Random(seed)
    for _ in range(LEDGERS[depth]):
        check(make(), numbers.randrange(2**32), tally)
    assert tally.filled / tally.asked >= FILLED, tally.by_kind
