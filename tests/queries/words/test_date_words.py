"""Dates are said as they are known, never finer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.days import FUTURE, PAST, day_of
from graph.model.when import parse_when
from graph.queries.words.sentences import bounds_text, day_text, days_text, when_text

POINTS = {
    "2025-06-12": "12 Jun 2025",
    "2025-06": "Jun 2025",
    "2025": "2025",
    "2023~": "about 2023",
    "2023-05?": "probably May 2023",
    "2023%": "probably about 2023",
    "[2024,2025]": "2024 or 2025",
    "[2024,2026]": "2024 or 2026",
    "[2023-09..2023-12]": "late 2023",
    "[2023-05..2023-08]": "mid 2023",
    "[2023-01..2023-04]": "early 2023",
    "[2025-06..2025-07]": "Jun or Jul 2025",
    "[2025-04..2025-07]": "between Apr and Jul 2025",
    "[2025-04..2025-07-03]": "between Apr and 3 Jul 2025",
    "[2025-06-30..2025]": "between 30 Jun and 31 Dec 2025",
    "[2025-06..2025-12]": "between Jun and Dec 2025",
    "[2024-11..2025-02]": "between Nov 2024 and Feb 2025",
    "[2019..2022]": "between 2019 and 2022",
    "[2026-06-17..2026-06-18]": "17 or 18 Jun 2026",
    "[2025-06-12..2025-06-18]": "between 12 and 18 Jun 2025",
    "[2025-06-30..2025-07-01]": "30 Jun or 1 Jul 2025",
    "[..2025-06-13]": "by 13 Jun 2025",
    "[..2025-06]": "by Jun 2025",
    "[2025-09..]": "Sep 2025 or later",
    "[2025-01..2025-06-20]": "between Jan and 20 Jun 2025",
    "[2024..2025-06-20]": "between 2024 and 20 Jun 2025",
}
INTERVALS = {
    "/[2025-04..2025-07-03]": "ended between Apr and 3 Jul 2025",
    "/[2026-06-17..2026-06-18]": "until 17 or 18 Jun 2026",
    "2025-07/2025-07": "Jul 2025",
    "[2026-06-17..2026-06-18]/[2026-07..2026-09]": (
        "began on 17 or 18 Jun 2026, ended between Jul and Sep 2026"
    ),
    "[2023-09..2023-12]/": "from late 2023, end not known",
    "": "",
    "2025-06/..": "since Jun 2025",
    "2025-06/": "from Jun 2025, end not known",
    "/2026-02": "until Feb 2026",
    "/[..2025-06-13]": "until 13 Jun 2025 at the latest",
    "2017/2022": "2017 to 2022",
    "2024/2025-06": "2024 to Jun 2025",
    "[2025-04..2025-07-03]/..": "began between Apr and 3 Jul 2025, not over",
    "[2020,2021]/2022": "began in 2020 or 2021, ended in 2022",
    "[2025-09..]/": "began in Sep 2025 or later, end not known",
}


@pytest.mark.parametrize(("text", "said"), (POINTS | INTERVALS).items())
def test_a_date_is_said_as_known(text: str, said: str) -> None:
    """Every form that a claim may have reads as a person would say it."""
    assert when_text(parse_when(text)) == said


def test_a_day_beyond_the_calendar_is_not_said() -> None:
    """What nothing bounds has no words, and neither has a range without a day."""
    assert (day_text(PAST), day_text(FUTURE), days_text(PAST, FUTURE)) == ("", "", "")
    assert days_text(FUTURE, PAST) == days_text(FUTURE - 1, FUTURE - 1) == ""


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 3_000))
def test_a_range_of_days_names_its_ends(first: date, length: int) -> None:
    """Whatever the range, its words hold the years of both ends, and nothing that is not known."""
    lo = first.toordinal()
    said = days_text(lo, lo + length)
    assert str(date.fromordinal(lo + length - 1).year) in said
    assert str(first.year) in said
    assert "None" not in said


BOUNDS = [
    (("2016-01-01", "2016-12-31"), ("2025-06-01", "2025-06-30"), (True, True), "2016 to Jun 2025"),
    (
        ("2025-06-01", "2025-07-03"),
        ("", ""),
        (True, False),
        "began between Jun and 3 Jul 2025, end not known",
    ),
    (("", ""), ("2025-06-01", "2025-06-30"), (False, True), "until Jun 2025"),
    (("", ""), ("", "2025-06-13"), (False, False), "until 13 Jun 2025 at the latest"),
    (("", "2025-06-30"), ("", ""), (False, False), "by Jun 2025"),
    (("2024-01-01", "2024-12-31"), ("2025-06-13", ""), (True, False), "since 2024"),
    (
        ("2024-01-01", "2024-12-31"),
        ("2025-01-01", "2025-06-13"),
        (True, False),
        "from 2024 until 13 Jun 2025 at the latest",
    ),
    (("2026-06-17", "2026-06-18"), ("2026-07-01", ""), (True, False), "since 17 or 18 Jun 2026"),
    (("2025-07-01", "2025-07-31"), ("2025-07-01", "2025-07-31"), (True, True), "Jul 2025"),
    (("", ""), ("2026-03-09", "2026-03-14"), (False, True), "ended between 9 and 14 Mar 2026"),
    (
        ("2024-01-01", "2025-12-31"),
        ("2025-01-01", "2026-06-30"),
        (True, False),
        "began in 2024 or 2025, ended by Jun 2026",
    ),
    (("", ""), ("", ""), (False, False), ""),
    (
        ("2024-01-01", "2025-12-31"),
        ("2026-01-01", "2026-12-31"),
        (True, True),
        "began in 2024 or 2025, ended in 2026",
    ),
]


@pytest.mark.parametrize(("start", "end", "dated", "said"), BOUNDS)
def test_a_span_says_what_is_dated(
    start: tuple[str, str], end: tuple[str, str], dated: tuple[bool, bool], said: str
) -> None:
    """A bound that merely follows from other dates is not said as if a source gave it."""
    lo, hi = (
        tuple(day_of(t) if t else d for t, d in zip(r, (PAST, FUTURE), strict=True)) for r in (start, end)
    )
    assert bounds_text((lo[0], lo[1]), (hi[0], hi[1]), dated) == said
