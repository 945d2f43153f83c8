"""The hard cases of moves: stated or computed, by dates that force them, allow them or rule them out.

Ranges are `earliest..latest`, a side that nothing bounds is empty, `?` is neither. An end is the first day no
longer there.
"""

import pytest
from making import day
from stints import LABS, career, moves, rows_of


def test_to_a_rival_and_back_within_a_month() -> None:
    """Leaving and coming back in one month are three stints, all only possible, and two stated moves."""
    text = """
        cherny works_at anysphere 2025-07/2025-07 from=anthropic
        cherny works_at anthropic 2025-07/ from=anysphere returned=yes
    """
    found, moved = career(text)
    assert len(found) == 3
    assert moved == ["anthropic > anysphere certain, stated", "anysphere > anthropic certain, stated"]
    on = {row.certainty_on(day("2025-07-15")) for row in rows_of(text).edges}
    assert on == {"possible"}


def test_left_in_october_and_founded_that_year() -> None:
    """A departure in October and a founding dated by its year alone make a move possible, no more."""
    text = "p works_at google /2021-10\np founded character-ai 2021"
    assert moves(text) == ["google > character-ai possible, dates"]
    (row,) = rows_of(text).moves
    assert (row.gap_lo, row.gap_hi) == (-303, 91)


LUAN = """
    luan works_at openai /2020
    luan founded adept 2021 from=google
    luan works_at amazon 2024-06/2026-02-27 from=adept
    luan works_at amazon [2024-09..2024-12]/ from=adept status=disputed
    luan works_at adept /[2024-09..2024-12] status=disputed
"""


def test_a_stated_origin_silences_computed_ones() -> None:
    """Where a source says from where somebody came, no other origin is computed."""
    _, moved = career(LUAN)
    assert moved == ["adept > amazon certain, stated", "google > adept certain, stated"]


def test_disputed_start_beside_a_reported_one() -> None:
    """A disputed start is listed and leaves the reported one alone."""
    found, _ = career(LUAN)
    assert "amazon 2024-06-01..2024-06-30 2026-02-27" in found
    assert len(found) == 4


def test_arrival_not_dated() -> None:
    """A founder of an undated company may have moved there, by the day on which it was written of."""
    text = "lecun works_at meta 2013/2025-12\nlecun founded ami-labs @a:2026-03-10"
    _, moved = career(text)
    assert moved == ["meta > ami-labs possible, arrival not dated"]
    (row,) = rows_of(text).moves
    assert (row.day_lo, row.day_hi) == (day("2025-12-01") - 31, day("2026-03-10"))


def test_an_arrival_that_nobody_dates_lies_near_the_departure() -> None:
    """From 31 days before the earliest day of leaving to 180 after the latest: on others it is no move."""
    (row,) = rows_of("shi works_at openai 2017/2017\nshi founded cresta @a:2026-02-20").moves
    assert (row.day_lo, row.day_hi) == (day("2017-01-01") - 31, day("2017-12-31") + 180)


def test_known_to_arrive_years_after_leaving() -> None:
    """Whoever surely came to a place years after leaving another did not move there from it."""
    text = "p works_at x 2010/2012\np works_at z 2015/2020 to=y\np works_at y /2022"
    assert moves(text) == ["z > y certain, stated"]


def test_a_dated_departure_shows_that_somebody_was_there() -> None:
    """Verma: until 2025 at OpenAI, gone from Meta in August 2025 and back: perhaps from OpenAI."""
    text = """
        verma works_at openai 2024-06/2025
        verma works_at meta /2025-08
        verma works_at openai 2025-08/.. from=meta returned=yes
    """
    assert sorted(moves(text)) == [
        "meta > openai certain, stated",
        "openai > meta possible, arrival not dated",
    ]
    row = next(row for row in rows_of(text).moves if row.destination == "org:meta")
    assert (row.day_lo, row.day_hi) == (day("2025-01-01") - 31, day("2025-08-31"))


def test_two_stated_origins() -> None:
    """One arrival may have two stated origins; both moves end at the same edge."""
    rows = rows_of("song works_at msl 2026-06-25/.. from=virtue-ai|uc-berkeley\nsong founded virtue-ai 2024")
    assert {row.origin for row in rows.moves} == {"org:virtue-ai", "org:uc-berkeley"}
    assert len({row.to_edge for row in rows.moves}) == 1


@pytest.mark.parametrize(
    ("left", "came", "words"),
    [
        ("2024-09-01", "[2025-02-19..2025-03-21]", ["x > y possible, dates"]),
        ("2024-09-01", "[2025-03-10..2025-04-09]", []),
        ("2024-09", "2025-02", ["x > y certain, dates"]),
        ("2020-01-21", "2020-01-01", ["x > y certain, dates"]),
        ("2020", "2020", ["x > y possible, dates"]),
    ],
)
def test_gaps(left: str, came: str, words: list[str]) -> None:
    """A gap wholly within -31 to 180 days is certain, one that may be is possible, any other is no move."""
    assert moves(f"p works_at x 2015/{left}\np works_at y {came}/") == words


def test_twenty_days_at_both() -> None:
    """Twenty days in which the old job still runs beside the new one are a move all the same."""
    assert moves("p works_at x 2015/2025-06-20\np works_at y 2025-05-31/") == ["x > y certain, dates"]


def test_a_gap_at_the_border() -> None:
    """171 to 201 days between two jobs may be a move, 190 to 220 are none, 124 to 180 are one (Murati)."""
    assert moves("p works_at x 2015/2024-09-01\np works_at y [2025-02-19..2025-03-21]/") == [
        "x > y possible, dates"
    ]
    assert moves("p works_at x 2015/2024-09-01\np works_at y [2025-03-10..2025-04-09]/") == []
    assert moves("p works_at openai /2024-09\np founded tml 2025-02") == ["openai > tml certain, dates"]


def test_two_jobs_and_the_first_ends() -> None:
    """Leaving the first of two jobs of many years is a departure, not a move."""
    assert moves("p works_at x 2015/2020\np works_at y 2015/") == []


def test_concurrent_job() -> None:
    """A job that a source calls concurrent neither ends another nor makes a move."""
    text = "p works_at x 2015/\np works_at y 2018/ concurrent=yes"
    assert moves(text) == []
    assert all(row.certainty_on(day("2020-01-01")) == "likely" for row in rows_of(text).edges)


def test_wang() -> None:
    """Scale AI until June 2025 and Meta after it: certain before and after, one certain stated move."""
    text = (
        """
        wang founded scale-ai 2016
        wang leads scale-ai /2025-06
        wang works_at msl 2025-06/.. from=scale-ai @a:[2025-06-12..2025-06-18]
        wang works_at msl [2025-04..2025-07-03]/.. from=scale-ai @b:2025-07-03
        wang works_at msl 2026-01
        """
        + LABS
    )
    rows = [row for row in rows_of(text).edges if row.relation == "works_at"]
    assert [(r.object, r.certainty_on(day("2025-01-01"))) for r in rows] == [
        ("org:scale-ai", "certain"),
        ("org:msl", None),
    ]
    assert rows[1].certainty_on(day("2025-12-01")) == "certain"
    assert moves(text) == ["scale-ai > msl certain, stated"]
    assert rows_of(text).moves[0].day_hi == day("2025-06-30")
