"""Intervals of shares: as published, and as exact arithmetic has them."""

from fractions import Fraction
from math import comb, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.queries.flows.intervals import odds, share_interval

NEWCOMBE = [
    (81, 263, 0.2527, 0.3676),
    (15, 148, 0.0578, 0.1617),
    (0, 20, 0.0, 0.1684),
    (1, 29, 0.0009, 0.1776),
]
"""R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 5."""


def exactly_at_least(cases: int, of: int, share: Fraction) -> Fraction:
    terms = (comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(cases, of + 1))
    return sum(terms, Fraction(0))


@pytest.mark.parametrize(("cases", "of", "lo", "hi"), NEWCOMBE)
def test_intervals_are_the_published_ones(cases: int, of: int, lo: float, hi: float) -> None:
    """The worked examples of the literature come out to all their digits."""
    assert share_interval(cases, of) == pytest.approx((lo, hi), abs=0.00005)


def test_the_ends_are_closed() -> None:
    """None seen starts at 0, all seen ends at 1, as the rule for one end has it; nothing asked: anything."""
    assert share_interval(0, 10) == pytest.approx((0, 1 - 0.025 ** (1 / 10)))
    assert share_interval(10, 10) == pytest.approx((0.025 ** (1 / 10), 1))
    assert share_interval(0, 0) == (0, 1)
    assert odds((0.5, 1.0)) == (1, inf)
    with pytest.raises(ValueError, match="3 of 2"):
        share_interval(3, 2)


@given(st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(1, of), st.just(of))))
def test_the_tail_is_exact(shares: tuple[int, int]) -> None:
    """At the lower end so many cases or more have just the chance that is asked, in exact arithmetic."""
    cases, of = shares
    lo, hi = share_interval(cases, of, 0.9)
    assert lo <= cases / of <= hi
    assert float(exactly_at_least(cases, of, Fraction(lo))) == pytest.approx(0.05, abs=1e-9)


def test_many_cases_are_no_trouble() -> None:
    """Ten thousand cases neither overflow nor lose their digits: the normal rule is close there."""
    lo, hi = share_interval(5_000, 10_000)
    assert (lo, hi) == pytest.approx((0.5 - 0.0098, 0.5 + 0.0098), abs=0.0002)
