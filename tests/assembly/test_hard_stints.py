"""The hard cases of stints: what is one time at a company, and what is two.

Ranges are `earliest..latest`, a side that nothing bounds is empty, `?` is neither. An end is the first day no
longer there.
"""

from making import day
from stints import career, rows_of, stints

from graph.assembly.rows import Flag, Part


def test_joined_a_lab_and_left_its_parent() -> None:
    """Joining a lab and leaving the company above it are the two ends of one stint."""
    found, moved = career("""
        pang works_at apple 2021/2025-07
        pang works_at msl 2025-07/.. from=apple @a:2025-07-08
        pang works_at meta /2026-02
        pang works_at openai 2026-02/.. from=meta
    """)
    assert "msl 2025-07-01..2025-07-31 2026-02-01..2026-02-28" in found
    assert len(found) == 3
    assert moved == ["apple > msl certain, stated", "msl > openai certain, stated"]


def test_founder_becomes_chief() -> None:
    """A new role at one's own company is no second arrival."""
    found, _ = career("""
        sutskever founded ssi 2024
        sutskever leads ssi 2025-07-03/.. role=CEO @a:2025-07-03
    """)
    assert found == ["ssi 2024-01-01..2024-12-31 2025-07-04.."]


def test_promotion() -> None:
    """The end of one role and the start of the next lie in one stint, and both roles are edges."""
    rows = rows_of("""
        droege holds_role scale-ai /2025-06 role='chief strategy officer'
        droege leads scale-ai 2025-06/.. acting=yes @a:2025-06-13
    """)
    assert [row.relation for row in rows.edges].count("works_at") == 1
    stint = next(row for row in rows.edges if row.relation == "works_at")
    assert Flag.END_DATED not in stint.flags
    assert {row.relation for row in rows.edges} == {"works_at", "holds_role", "leads"}


def test_left_twice_without_an_arrival() -> None:
    """Two departures with another employer between them end two stints."""
    found, moved = career("""
        karpathy works_at openai /2017 to=tesla
        karpathy works_at openai /2024-02
        karpathy works_at tesla 2017/2022
        karpathy works_at tesla /2024 status=disputed
    """)
    assert len([line for line in found if line.startswith("openai")]) == 2
    assert "tesla 2017-01-01..2017-12-31 2022-01-01..2022-12-31" in found
    assert moved == ["openai > tesla certain, stated", "tesla > openai possible, arrival not dated"]


TULLOCH = """
    tulloch works_at meta 2012/ duration=P10Y
    tulloch works_at openai 2023/
    tulloch founded tml 2025-02
    tulloch founded tml [2023-10..2023-12] status=disputed
    tulloch works_at tml /2025-10-10 status=confirmed
    tulloch works_at tml /2025-11 status=disputed
    tulloch works_at tml /2024-10 status=disputed
    tulloch works_at meta 2025-10/.. returned=yes
"""


def test_back_after_thirteen_years() -> None:
    """A first stint without an end and a return are two stints; leaving the first is inferred."""
    found, moved = career(TULLOCH)
    assert len([line for line in found if line.startswith("meta")]) == 2
    assert "meta > openai inferred, departure not dated" in moved
    assert "tml > meta certain, dates" in moved


def test_disputed_ends_are_listed_and_open_no_stint() -> None:
    """Disputed reports beside another stay with its stint, without moving its bounds."""
    rows = [row for row in rows_of(TULLOCH).edges if row.object == "org:tml" and row.relation == "works_at"]
    assert len(rows) == 1
    assert rows[0].end_lo == rows[0].end_hi == day("2025-10-10")
    assert [part for _, part in rows[0].claims].count(Part.DISPUTED) == 3


def test_two_days_reported_for_one_arrival() -> None:
    """Two firm reports of different days keep both as bounds, and say that they disagree."""
    rows = rows_of("""
        shazeer works_at openai 2026-06-17/.. status=confirmed
        shazeer works_at openai 2026-06-18/..
    """).edges
    assert [(row.start_lo, row.start_hi) for row in rows] == [(day("2026-06-17"), day("2026-06-18"))]
    assert Flag.START_DISAGREES in rows[0].flags


def test_employers_without_dates() -> None:
    """Former employers without any date are listed, and neither likely on any day nor the start of a move."""
    text = "zheng works_at google\nzheng works_at microsoft\nzheng works_at twitter"
    rows = rows_of(text)
    assert len(rows.edges) == 3
    assert all(Flag.UNDATED in row.flags for row in rows.edges)
    assert all(row.certainty_on(day("2030-01-01")) in (None, "possible") for row in rows.edges)
    assert not rows.moves


def test_a_former_role_dates_no_stint() -> None:
    """A former role, of which only a day is known by which it was over, makes nobody likely there after."""
    text = "zheng works_at twitter\nzheng holds_role twitter /[..2025-06-18] role=lead"
    row = next(row for row in rows_of(text).edges if row.relation == "works_at")
    assert Flag.UNDATED in row.flags
    assert row.certainty_on(day("2026-01-01")) == "possible"


def test_board_is_no_employment() -> None:
    """Board seats and advice are edges of their own and start no stint."""
    rows = rows_of("wang board_of scale-ai 2025-06 role=chairman\nwang advises scale-ai 2025")
    assert {row.relation for row in rows.edges} == {"board_of", "advises"}


def test_intern_and_later_hire() -> None:
    """A departure surely before the next arrival separates two stints."""
    found, _ = career("b works_at openai 2022-01/2025-06\nb works_at openai 2017/2017")
    assert len(found) == 2


def test_returned_and_nothing_else_known() -> None:
    """A return tells of an earlier stint of which only its latest end is known."""
    text = "zoph works_at openai 2026-01-14/.. from=tml returned=yes\nzoph founded tml 2025"
    rows = [row for row in rows_of(text).edges if row.object == "org:openai"]
    assert [(row.ordinal, row.end_hi == day("2026-01-14")) for row in rows] == [(1, True), (2, False)]
    assert [part for _, part in rows[0].claims] == ["returned"]


def test_several_reports_of_one_return() -> None:
    """Two pages on one return, and a third that does not call it one, make two stints."""
    found, _ = career("""
        p works_at google 2000/
        p works_at google 2024-08/
        p works_at google 2024-08-02/ returned=yes
        p works_at google 2024-08-05/ returned=yes
    """)
    assert found == [
        "google 2000-01-01..2000-12-31 2000-01-01..2024-08-05",
        "google 2024-08-02..2024-08-05 2024-08-05..",
    ]


def test_a_return_that_one_page_calls_an_arrival() -> None:
    """An arrival that another page calls a return implies the first time, and is one second stint."""
    found, _ = career("p works_at google 2024-08/\np works_at google 2024-08-02/ returned=yes")
    assert found == ["google ..2024-08-02 ..2024-08-02", "google 2024-08-02 2024-08-02.."]


def test_end_not_known() -> None:
    """An end or start that nobody states stays open, and is not ten years."""
    assert stints("a works_at x 2025-06/\nb works_at x /2026-02") == [
        "x 2025-06-01..2025-06-30 2025-06-01..",
        "x ..2026-02-28 2026-02-01..2026-02-28",
    ]


def test_editor_forces_the_impossible() -> None:
    """What the editor's numbers force into a start after its end is shown as impossible, never dropped."""
    (row,) = rows_of("p works_at x 2020/ spell=1\np works_at x /2015 spell=1").edges
    assert Flag.IMPOSSIBLE in row.flags
    assert len(row.claims) == 2


def test_editor_separates_two_stints() -> None:
    """Different numbers keep two stints apart where dates alone would join them."""
    assert len(stints("p works_at x 2020/ spell=1\np works_at x 2020-06/ spell=2")) == 2


def test_one_row_runs_into_the_next() -> None:
    """Two rows, where the end of the one meets the start of the other, are one stint without disagreement."""
    (row,) = rows_of("p works_at x 2018/2021\np works_at x 2021/2024").edges
    assert (row.start_lo, row.end_hi) == (day("2018-01-01"), day("2024-12-31"))
    assert not row.flags & (Flag.START_DISAGREES | Flag.END_DISAGREES)


def test_joined_some_day_of_the_month() -> None:
    """Within the month of an arrival the person is there possibly, never likely."""
    (row,) = rows_of("p works_at x 2025-07/..").edges
    assert row.certainty_on(day("2025-07-15")) == "possible"
    assert row.certainty_on(day("2025-07-31")) == "certain"
