from __future__ import annotations

from decimal import Decimal

from graph.model.quantity import Quantity
from talentgraph.ui import money


def usd(low: int | None, high: int | None, per: str = "") -> Quantity:
    bounds = [None if bound is None else Decimal(bound) * 10**9 for bound in (low, high)]
    return Quantity(bounds[0], bounds[1], "USD", per)


def test_figures_that_differ_are_a_range_with_their_number() -> None:
    """No figure stands as if it were alone."""
    cell = money.cell([usd(14, 14), usd(15, 15), usd(14, 14)], disputed=True)
    assert (cell.runs, cell.mark) == (["$14 to 15 bn"], "2 figures")
    assert money.cell([usd(14, 14)], disputed=True).mark == ""


def test_open_ends_stay_open() -> None:
    """Where nobody states an upper bound there is none."""
    assert money.cell([usd(2, None), usd(3, None)], disputed=False).plain == "over $2 bn"
    assert money.cell([usd(None, 4)], disputed=False).plain == "up to $4 bn"


def test_what_cannot_be_compared_stays_apart() -> None:
    """A sum and a sum a year are no range."""
    assert money.cell([usd(1, 1), usd(2, 2, "year")], disputed=False).plain == "$1 bn, $2 bn a year"


def test_nothing_stated_says_so_and_goes_last() -> None:
    """An amount that nobody states is not nought."""
    cell = money.cell([], disputed=False)
    assert (cell.runs, cell.plain, cell.order) == (["not stated"], None, None)
