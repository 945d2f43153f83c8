"""Amounts are said as they are known, in the fewest signs that lose nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.quantity import Quantity, parse_figure
from graph.queries.words.sentences import amount_text

AMOUNTS = [
    ("14.3bn", "14.3bn", "USD", "", "$14.3 bn"),
    ("14bn", "15bn", "USD", "", "$14 to 15 bn"),
    ("900m", "1.2bn", "USD", "", "$900 m to $1.2 bn"),
    ("200m", "", "USD", "total", "over $200 m"),
    ("10m", "", "USD", "year", "$10 m a year or more"),
    ("", "72bn", "USD", "", "up to $72 bn"),
    ("1m", "1m", "USD", "year", "$1 m a year"),
    ("2bn", "2bn", "EUR", "", "EUR 2 bn"),
    ("2bn", "3bn", "EUR", "", "EUR 2 to 3 bn"),
    ("1.25tn", "1.25tn", "USD", "", "$1.25 tn"),
    ("150000", "150000", "USD", "", "$150,000"),
    ("49", "49", "percent", "", "49 %"),
    ("40", "49", "percent", "", "40 to 49 %"),
    ("-8", "-8", "percent", "", "−8 %"),
    ("50", "100", "people", "", "50 to 100 people"),
    ("1", "1", "people", "", "1 person"),
    ("3600", "", "people", "", "over 3,600 people"),
    ("8.2", "8.2", "ratio", "", "8.2 times"),
]


@pytest.mark.parametrize(("low", "high", "unit", "per", "said"), AMOUNTS)
def test_an_amount_is_said_as_known(low: str, high: str, unit: str, per: str, said: str) -> None:
    """A point, a range and an open range each read as a person would say them."""
    assert amount_text(Quantity(parse_figure(low), parse_figure(high), unit, per)) == said


def test_about_is_said() -> None:
    """A rounded figure is not said as if it were exact."""
    assert amount_text(Quantity(Decimal(50), Decimal(100), "people"), about=True) == "about 50 to 100 people"


@given(st.integers(0, 10**15), st.sampled_from(["USD", "EUR", "people", "percent"]))
def test_no_digit_is_lost(figure: int, unit: str) -> None:
    """The words hold every digit of the figure that is not a trailing nought."""
    said = amount_text(Quantity(Decimal(figure), Decimal(figure), unit))
    digits = "".join(c for c in said if c.isdigit())
    assert digits.rstrip("0") == str(figure).rstrip("0")
