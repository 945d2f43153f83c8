"""Dates: what may be written, and between which days it lies."""

from datetime import date

import pytest
from claims import INTERVALS, POINTS, SETS, WHENS
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ModelError
from graph.model.days import FUTURE, PAST, day_of, iso
from graph.model.when import NO_DATE, Form, When, parse_when

BOUNDS = [
    # text, first day of the start, last day of the start, first day of the end, last day of the end
    ("2025-06-12", "2025-06-12", "2025-06-12", "2025-06-12", "2025-06-12"),
    ("2025-06", "2025-06-01", "2025-06-30", "2025-06-01", "2025-06-30"),
    ("2024-02", "2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29"),
    ("2025~", "2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31"),
    ("2024/2025-06", "2024-01-01", "2024-12-31", "2025-06-01", "2025-06-30"),
    ("2025-06/..", "2025-06-01", "2025-06-30", None, None),
    ("2025-06/", "2025-06-01", "2025-06-30", None, None),
    ("/2026-02", None, None, "2026-02-01", "2026-02-28"),
    ("/[..2025-06-13]", None, None, "", "2025-06-13"),
    ("[2025-09..]/", "2025-09-01", "", None, None),
    ("[2023-09..2023-12]", "2023-09-01", "2023-12-31", "2023-09-01", "2023-12-31"),
    ("[2024,2026-02]", "2024-01-01", "2026-02-28", "2024-01-01", "2026-02-28"),
]


@pytest.mark.parametrize(("text", "start", "start_last", "end", "end_last"), BOUNDS)
def test_bounds(text: str, start: str, start_last: str, end: str, end_last: str) -> None:
    """Each form gives these earliest and latest days; an unknown end is no date at all, never ten years."""
    when = parse_when(text)
    assert [_first(when, "start"), _last(when, "start")] == [start, start_last]
    assert [_first(when, "end"), _last(when, "end")] == [end, end_last]
    assert when.open_end == text.endswith("/..")


def _first(when: When, side: str) -> str | None:
    days = getattr(when, side)
    return iso(days.lo) if days else None


def _last(when: When, side: str) -> str | None:
    days = getattr(when, side)
    return iso(days.last) if days and days.hi < FUTURE else "" if days else None


REFUSED = [
    ("../2025", "open start"),
    ("/..", "neither a start nor an end"),
    ("/", "neither a start nor an end"),
    ("2026/2025", "ends before it starts"),
    ("2025-06/2025-05", "ends before it starts"),
    ("[2025-07..2025-06]", "ends before it starts"),
    ("[..]", "neither a start nor an end"),
    ("2025-13", "not a day"),
    ("2025-02-29", "not a day"),
    ("2025-00", "not a day"),
    ("2025-06-00", "not a day"),
    ("0225-06", "not between the years"),
    ("9999", "not between the years"),
    ("2025-21", "not a day"),  # EDTF's spring
    ("2025-6", "not a date"),
    ("25", "not a date"),
    ("last summer", "not a date"),
    ("2025-06-12T10:00", "not a date"),
    ("[[2024]..2025]", "not a date"),
    ("[2024, 2025]", "not a date"),
    ("[" * 90 + "]" * 90, "not a date"),
    ("[" + "2024," * 60 + "2024]", "longer than"),
    ("٢٠٢٥", "not a date"),
    ("2025-06/2025-07/2025-08", "not a date"),
    ("Jun-25", "spreadsheet"),
    ("June 2025", "spreadsheet"),
    ("12/06/2025", "spreadsheet"),
    ("12.06.2025", "spreadsheet"),
    ("12-Jun-25", "spreadsheet"),
    ("45809", "spreadsheet"),
    ("4.5E+04", "spreadsheet"),
]


@pytest.mark.parametrize(("text", "fact"), REFUSED)
def test_refusals(text: str, fact: str) -> None:
    """What is no date, or what a spreadsheet made of one, is refused for the reason."""
    with pytest.raises(ModelError, match=fact) as caught:
        parse_when(text)
    assert caught.value.field == "when"


def test_the_field_is_named() -> None:
    """A date in another field is refused under the name of that field."""
    with pytest.raises(ModelError) as caught:
        parse_when("soon", "announced")
    assert caught.value.field == "announced"


@given(WHENS)
def test_round_trip(when: When) -> None:
    """The text of a date reads as the same date."""
    assert parse_when(str(when)) == when


@given(WHENS)
def test_bounds_are_in_order(when: When) -> None:
    """The earliest day lies before the first day after all that may be meant."""
    assert PAST <= when.earliest < when.latest <= FUTURE


@given(POINTS | SETS)
def test_points_start_where_they_end(text: str) -> None:
    """A point, however coarse, has one range for its start and its end."""
    when = parse_when(text)
    assert when.form is Form.POINT
    assert when.start == when.end == when.point


@given(INTERVALS)
def test_intervals_are_no_points(text: str) -> None:
    """Whatever has a slash is an interval and has no point."""
    when = parse_when(text)
    assert when.form is Form.INTERVAL
    assert when.point is None


@given(POINTS, POINTS)
def test_doubt_widens_nothing(text: str, other: str) -> None:
    """A mark of doubt is kept in the text and changes neither bounds nor their order."""
    plain, marked = parse_when(text.rstrip("~?")), parse_when(text.rstrip("~?") + "?")
    assert (marked.start, marked.end) == (plain.start, plain.end)
    assert str(marked).endswith("?")
    assert (plain.order < parse_when(other).order) != (parse_when(other).order <= plain.order)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is written, the answer is a date or a ModelError."""
    try:
        when = parse_when(text)
    except ModelError:
        return
    assert when.text == text


def test_nothing_said() -> None:
    """An empty cell is no date, and bounds nothing."""
    assert parse_when("") is NO_DATE
    assert (NO_DATE.earliest, NO_DATE.latest) == (PAST, FUTURE)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_days_and_their_text(day: date) -> None:
    """A day's number and its ISO text are each other's inverse."""
    assert day_of(iso(day.toordinal())) == day.toordinal()


@pytest.mark.parametrize("text", ["2025-W23-4", "20250612", "2025-6-12", "2025-06", "٢٠٢٥-٠٦-١٢", ""])
def test_days_have_one_form(text: str) -> None:
    """Other ways to write a day are refused."""
    with pytest.raises(ValueError, match=r"not a day|month"):
        day_of(text)
