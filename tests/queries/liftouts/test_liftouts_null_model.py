"""What chance gives is counted right, and is the same for a seed whatever the order."""

from itertools import permutations
from random import Random

import pytest

from graph.queries.liftouts.null_model import adjusted, by_chance, most_together, p_value


def brute(spans: list[tuple[int, int]], days: int) -> int:
    """The largest set that fits, by trying each possible first day."""
    return max((sum(lo >= start and hi <= start + days for lo, hi in spans) for start, _ in spans), default=0)


@pytest.mark.parametrize("round_", range(30))
def test_the_largest_group_is_found(seed: int, round_: int) -> None:
    """The sweep over days finds as many as trying every window."""
    random = Random(f"{seed} {round_}")
    firsts = [random.randint(0, 60) for _ in range(random.randint(0, 15))]
    spans = [(first, first + random.choice((0, 0, 3, 20))) for first in firsts]
    for days in (0, 1, 7, 30):
        assert most_together(spans, days) == brute(spans, days)


def test_shuffles_are_those_of_the_null_model() -> None:
    """Over many shuffles each size comes as often as over all ways to deal the days, counted one by one."""
    pool = [(0, 0), (1, 1), (2, 2), (50, 50), (100, 100), (150, 150)]
    dealt = [most_together(each[:3], 10) for each in permutations(pool)]
    expected = {size: dealt.count(size) / len(dealt) for size in (1, 2, 3)}
    found = by_chance(pool, 3, 10, 20_000, "seed")
    for size, share in expected.items():
        # 5 standard deviations of a share of 20,000 are below 0.02
        assert abs(found.count(size) / len(found) - share) < 0.02


def test_a_seed_gives_the_same_shuffles_whatever_the_order() -> None:
    """The same seed and the same moves in any order give the same; another seed does not."""
    random = Random(3)
    pool = [(day, day + random.choice((0, 30))) for day in random.sample(range(900), 60)]
    once = by_chance(pool, 12, 60, 50, "1|a|b")
    assert by_chance(list(reversed(pool)), 12, 60, 50, "1|a|b") == once
    assert by_chance(pool, 12, 60, 50, "2|a|b") != once


def test_p_is_never_nought() -> None:
    """The group itself counts as one of the shuffles (Davison and Hinkley 1997)."""
    assert p_value([2, 3, 2], 4) == 1 / 4
    assert p_value([2, 3, 4], 3) == 3 / 4
    assert p_value([], 3) == 1


def test_many_comparisons_are_paid_for() -> None:
    """By hand: 0.01, 0.02, 0.9 of 4 give min(0.04, 0.04), 0.04, 1; order does not matter, none falls."""
    assert adjusted([0.9, 0.02, 0.01], 4) == pytest.approx([1.0, 0.04, 0.04])
    assert adjusted([0.03], 10) == pytest.approx([0.3])
    assert adjusted([], 5) == []
