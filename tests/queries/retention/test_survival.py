"""Kaplan and Meier's curve: a published table, an independent count, and what no curve may do."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.queries.retention.survival import (
    Stay,
    Step,
    interval_after,
    kaplan_meier,
    median_stay,
    share_after,
)

LEFT = (6, 6, 6, 7, 10, 13, 16, 22, 23)
FOLLOWED = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
REMISSIONS = [*(Stay(week, True) for week in LEFT), *(Stay(week, False) for week in FOLLOWED)]
"""Weeks in remission under 6-mercaptopurine (Freireich et al., Blood 21, 1963), as in every textbook."""

PUBLISHED = [
    (6, 21, 3, 0.857, 0.0764),
    (7, 17, 1, 0.807, 0.0869),
    (10, 15, 1, 0.753, 0.0963),
    (13, 12, 1, 0.690, 0.1068),
    (16, 11, 1, 0.627, 0.1141),
    (22, 7, 1, 0.538, 0.1282),
    (23, 6, 1, 0.448, 0.1346),
]
"""Week, at risk, relapses, S(t) and its standard error by Greenwood."""

STAYS = st.lists(st.builds(Stay, st.integers(0, 12), st.booleans()), max_size=25)


def test_the_published_table() -> None:
    """Week by week those at risk, the share and Greenwood's interval are those of the table; median 23."""
    curve = kaplan_meier(REMISSIONS)
    assert [(s.day, s.at_risk, s.left) for s in curve] == [row[:3] for row in PUBLISHED]
    for step, (*_, share, error) in zip(curve, PUBLISHED, strict=True):
        assert step.share == pytest.approx(share, abs=0.0005)
        assert step.low == pytest.approx(share - 1.96 * error, abs=0.001)
        assert step.high == pytest.approx(min(1, share + 1.96 * error), abs=0.001)
    assert median_stay(curve) == 23


def test_half_may_never_leave() -> None:
    """A median that the curve does not reach is none; one reached on the dot is that day."""
    curve = kaplan_meier([Stay(3, True), Stay(9, False), Stay(9, False)])
    assert median_stay(curve) is None
    assert median_stay(kaplan_meier([Stay(3, True), Stay(5, True), *[Stay(9, False)] * 2])) == 5


def test_nothing_is_said_beyond_the_last_day() -> None:
    """The share after a day is none where nobody was followed so long, unless all have left."""
    stays = [Stay(3, True), Stay(9, False)]
    curve = kaplan_meier(stays)
    assert [share_after(curve, stays, day) for day in (0, 2, 3, 9, 10)] == [1, 1, 0.5, 0.5, None]
    gone = [Stay(3, True)]
    assert share_after(kaplan_meier(gone), gone, 100) == 0
    assert share_after((), [], 1) is None


def test_an_interval_without_width_is_none() -> None:
    """Before anybody has left, and once all have, Greenwood's variance is nought: no interval is given."""
    curve = kaplan_meier([Stay(3, True), Stay(5, True)])
    assert [interval_after(curve, day) for day in (2, 5)] == [None, None]
    low, high = interval_after(curve, 3) or (1.0, 0.0)
    assert 0 <= low < 0.5 < high <= 1


@given(STAYS)
def test_a_curve_is_a_curve(stays: list[Stay]) -> None:
    """It never rises and stays between 0 and 1; its interval holds it; those at risk never grow."""
    curve = kaplan_meier(stays)
    shares = [1.0, *(step.share for step in curve)]
    assert all(0 <= later <= earlier <= 1 for earlier, later in pairwise(shares))
    assert all(0 <= step.low <= step.share <= step.high <= 1 for step in curve)
    risk = [step.at_risk for step in curve]
    assert risk == sorted(risk, reverse=True)
    assert sum(step.left for step in curve) == sum(stay.left for stay in stays)


@given(STAYS)
def test_the_curve_is_that_of_a_plain_count(stays: list[Stay]) -> None:
    """Day by day, with fractions: times the share of those still followed who do not leave on the day."""
    curve = kaplan_meier(stays)
    assert [step.day for step in curve] == [day for day, _ in plain_count(stays)]
    assert [step.share for step in curve] == pytest.approx([share for _, share in plain_count(stays)])


def plain_count(stays: list[Stay]) -> list[tuple[int, float]]:
    share, found = Fraction(1), []
    for day in range(14):
        there = [stay for stay in stays if stay.days >= day]
        leaving = [stay for stay in there if stay.days == day and stay.left]
        if leaving:
            share *= Fraction(len(there) - len(leaving), len(there))
            found.append((day, float(share)))
    return found


@given(st.lists(st.integers(0, 12), min_size=1, max_size=25), st.integers(0, 12))
def test_without_censoring_it_is_the_share(days: list[int], day: int) -> None:
    """Where everybody is followed until they leave, the curve is the share that stays longer."""
    stays = [Stay(each, True) for each in days]
    expected = sum(each > day for each in days) / len(days)
    assert share_after(kaplan_meier(stays), stays, day) == pytest.approx(expected)


def test_confidence_widens() -> None:
    """A higher confidence gives a wider interval of the same share."""
    narrow, wide = (kaplan_meier(REMISSIONS, confidence)[3] for confidence in (0.8, 0.99))
    assert isinstance(narrow, Step)
    assert narrow.share == wide.share
    assert wide.low < narrow.low < narrow.high < wide.high
