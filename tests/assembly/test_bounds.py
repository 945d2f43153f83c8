"""One range out of several reports of one date."""

from hypothesis import given
from hypothesis import strategies as st

from graph.assembly.bounds import narrow
from graph.model.days import Days

DAYS = st.tuples(st.integers(1, 60), st.integers(1, 30)).map(lambda t: Days(t[0], t[0] + t[1]))


def test_the_coarser_report_is_dropped() -> None:
    """A range that contains another says less, and does not widen it."""
    assert narrow([Days(1, 31), Days(12, 13)]) == (Days(12, 13), False)


def test_reports_apart() -> None:
    """Two ranges that exclude each other stay as the bounds, marked."""
    assert narrow([Days(1, 3), Days(7, 8), Days(1, 30)]) == (Days(1, 8), True)


def test_reports_that_overlap() -> None:
    """Two ranges that overlap without containing each other give their hull, unmarked."""
    assert narrow([Days(1, 5), Days(3, 8)]) == (Days(1, 8), False)


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_hull_holds_the_finest(ranges: list[Days]) -> None:
    """The result lies within all reports' hull, holds the finest, and is the same in any order."""
    hull, _ = narrow(ranges)
    finest = min(ranges, key=lambda r: r.hi - r.lo)
    assert hull.contains(finest)
    assert Days(min(r.lo for r in ranges), max(r.hi for r in ranges)).contains(hull)
    assert narrow(reversed(ranges)) == narrow(ranges)
