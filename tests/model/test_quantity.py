"""Figures: read as written, kept exactly, written in one form."""

from decimal import Decimal

import pytest
from claims import FIGURES
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ModelError
from graph.model.quantity import LARGEST, Quantity, parse_figure, plain

READ = [
    ("14.3bn", "14300000000"),
    ("10m", "10000000"),
    ("3600", "3600"),
    ("0.5k", "500"),
    ("1.25tn", "1250000000000"),
    ("-4.50", "-4.5"),
    ("100", "100"),
    ("0.0", "0"),
    ("9223372036854775807", "9223372036854775807"),
    ("1234567890123456.123456789012", "1234567890123456.123456789012"),
]


@pytest.mark.parametrize(("text", "canonical"), READ)
def test_reading(text: str, canonical: str) -> None:
    """A figure with or without k, m, bn, tn has this one canonical text, digit for digit."""
    number = parse_figure(text)
    assert number is not None
    assert plain(number) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "1.43E+10",
        "14,300",
        "$14bn",
        "14 bn",
        "14b",
        "Jun-25",
        "+5",
        "1.",
        ".5",
        "NaN",
        "inf",
        "0x10",
        "٣",
        "1e9",
    ],
)
def test_refusals(text: str) -> None:
    """Signs of currency, separators, exponents and what a spreadsheet makes of a figure are refused."""
    with pytest.raises(ModelError, match="not a number") as caught:
        parse_figure(text, "high")
    assert caught.value.field == "high"


@given(FIGURES)
def test_round_trip(text: str) -> None:
    """The canonical text of a figure reads as the same figure, and is its own canonical text."""
    number = parse_figure(text)
    assert number is not None
    again = parse_figure(plain(number))
    assert again == number
    assert plain(again) == plain(number)


@given(st.decimals(min_value=-LARGEST, max_value=LARGEST, places=6))
def test_plain_has_no_exponent(number: Decimal) -> None:
    """Canonical figures have no exponent, no zero at the end of a fraction, and no minus zero."""
    text = plain(number)
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))
    assert text != "-0"


@pytest.mark.parametrize(
    ("low", "high", "unit", "per", "field"),
    [
        (None, None, "USD", "", "low"),
        ("2", "1", "USD", "", "high"),
        ("1", None, "dollars", "", "unit"),
        ("1", None, "", "", "unit"),
        ("1", None, "XAU", "", "unit"),
        ("1", None, "USD", "month", "per"),
        ("9223372036854775808", None, "USD", "", "low"),
        (None, "-9223372036854775809", "USD", "", "high"),
        ("NaN", None, "USD", "", "low"),
        (None, "Infinity", "USD", "", "high"),
        ("0.1234567890123", None, "USD", "", "low"),
    ],
)
def test_quantities_refused(low: str | None, high: str | None, unit: str, per: str, field: str) -> None:
    """A quantity has a bound, low before high, a known unit, and figures that every engine can hold."""
    least, most = (None if text is None else Decimal(text) for text in (low, high))
    with pytest.raises(ModelError) as caught:
        Quantity(least, most, unit, per)
    assert caught.value.field == field


def test_points_and_money() -> None:
    """A point has equal bounds; money has a currency."""
    assert Quantity(Decimal("1.0"), Decimal(1), "USD").is_point
    assert not Quantity(Decimal(1), None, "USD").is_point
    assert Quantity(Decimal(1), None, "EUR").is_money
    assert not Quantity(Decimal(1), None, "people").is_money
