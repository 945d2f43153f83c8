"""What chance alone gives: the null model of lift-outs, by its name, seeded.

Departure days permuted within the origin: all who left a company keep where they went to, and the days of
their moves (dated at arrival) are dealt anew among them. So neither a wave of departures nor a popular
destination makes a group stand out; only that those who went to one place went at one time does.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

NULL_MODEL = "departure days permuted within the origin"
ADJUSTMENT = "Benjamini and Hochberg"

Span = tuple[int, int]
"""The first and the last day on which a move may lie, both included."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How a group compares with shuffles.

    `p`: share of shuffles whose largest group of the pair is at least as large, the group itself counted as
    one of them. `adjusted`: p for all pairs that were compared. `mean`: the largest group of a shuffle, on
    average. `pool`: moves out of the origin, of which `pair` went to the destination.
    """

    p: float
    adjusted: float
    mean: float
    pool: int
    pair: int

    @property
    def compares(self) -> bool:
        """Whether anybody went elsewhere: without them every shuffle is the same."""
        return self.pool > self.pair


def most_together(spans: Iterable[Span], days: int) -> int:
    """The largest number of moves of which all surely lie within so many days of each other."""
    most, ends = 0, list[int]()
    for first, last in sorted(spans, reverse=True):
        insort(ends, last)
        most = max(most, bisect_right(ends, first + days))
    return most


def by_chance(pool: Sequence[Span], pair: int, days: int, shuffles: int, seed: str) -> list[int]:
    """The largest group in each shuffle: `pair` of the moves in the pool, drawn without putting back.

    Moves of one person count each, so that p errs on the high side where somebody moved twice.
    """
    random, dealt = Random(seed), sorted(pool)  # noqa: S311 -- a simulation, no secret
    return [most_together(_dealt(dealt, pair, random), days) for _ in range(shuffles)]


def _dealt(spans: list[Span], number: int, random: Random) -> list[Span]:
    """The first places of a shuffle by Fisher and Yates, in place; on any version of Python the same."""
    for place in range(number):
        other = place + int(random.random() * (len(spans) - place))
        spans[place], spans[other] = spans[other], spans[place]
    return spans[:number]


def p_value(largest: Sequence[int], size: int) -> float:
    """With the correction by one, so that it is never nought."""
    return (1 + sum(each >= size for each in largest)) / (1 + len(largest))


def adjusted(p_values: Sequence[float], compared: int) -> list[float]:
    """For `compared` comparisons at once (Benjamini and Hochberg 1995), those not given having p = 1."""
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    least, found = 1.0, [1.0] * len(p_values)
    for rank in range(len(order), 0, -1):
        number = order[rank - 1]
        least = min(least, p_values[number] * compared / rank)
        found[number] = least
    return found
