"""The hard cases of careers: each a small ledger of one person, its stints and its moves.

Ranges are `earliest..latest`, a side that nothing bounds is empty, `?` is neither. An end is the first day no
longer there.
"""

import pytest
from making import day
from stints import moves, rows_of, stints

from graph.assembly.rows import Flag, Level, Part

LABS = """
fair part_of meta
msl part_of meta
tbd-lab part_of msl
google-brain part_of google 2011/2023-04
google-deepmind part_of google 2023-04/..
google-brain became google-deepmind 2023-04
"""


def career(text: str, level: Level = Level.USUAL) -> tuple[list[str], list[str]]:
    return sorted(stints(text + LABS, level)), sorted(moves(text + LABS, level))


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
    assert moved == ["openai > tesla certain, stated"]


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


def test_return_to_another_lab_of_the_former_employer() -> None:
    """Years away between two labs of one company make two stints and a return."""
    text = """
        shazeer works_at google 2000/2021
        shazeer works_at google /2021-10
        shazeer founded character-ai 2021
        shazeer works_at google-deepmind 2024-08-02/2026-06 from=character-ai returned=yes
    """
    found, moved = career(text)
    assert "google 2000-01-01..2000-12-31 2021-10-01..2021-10-31" in found
    assert len(found) == 3
    assert "character-ai > google-deepmind certain, stated" in moved
    move = next(row for row in rows_of(text + LABS).moves if row.origin == "org:google")
    assert (move.gap_lo, move.gap_hi) == (-303, 91)
    assert "google > character-ai possible, dates" in moved


def test_left_in_october_and_founded_that_year() -> None:
    """A departure in October and a founding dated by its year alone make a move possible, no more."""
    text = "p works_at google /2021-10\np founded character-ai 2021"
    assert moves(text) == ["google > character-ai possible, dates"]
    (row,) = rows_of(text).moves
    assert (row.gap_lo, row.gap_hi) == (-303, 91)


def test_two_days_reported_for_one_arrival() -> None:
    """Two firm reports of different days keep both as bounds, and say that they disagree."""
    rows = rows_of("""
        shazeer works_at openai 2026-06-17/.. status=confirmed
        shazeer works_at openai 2026-06-18/..
    """).edges
    assert [(row.start_lo, row.start_hi) for row in rows] == [(day("2026-06-17"), day("2026-06-18"))]
    assert Flag.START_DISAGREES in rows[0].flags


@pytest.mark.parametrize(
    "text",
    [
        "p works_at google-brain 2018/2023-04\np works_at google-deepmind 2023-04/",
        "p works_at google-brain /2023-04\np works_at google-deepmind 2023-04/ from=google-brain",
        "p works_at google-brain 2018/ to=google-deepmind\np works_at google-deepmind 2023-04/",
    ],
)
def test_a_lab_became_another(text: str) -> None:
    """Going on under the new name of a lab is one stint, and neither move nor transfer."""
    rows = rows_of(text + LABS)
    assert {row.ordinal for row in rows.edges if row.relation == "works_at"} == {1}
    assert not rows.moves


def test_came_to_the_old_lab_and_left_the_new_one() -> None:
    """Arrival at the predecessor and departure from the successor are one stint."""
    found, moved = career("p works_at google-brain 2016/\np works_at google-deepmind /2025")
    assert found == ["google-deepmind 2016-01-01..2016-12-31 2025-01-01..2025-12-31"]
    assert moved == []


@pytest.mark.parametrize(
    "text",
    [
        "p works_at fair 2018/\np works_at msl 2025-07/",
        "p works_at fair 2018/2025-06\np works_at msl 2025-07/",
        "p works_at fair /2025-06\np works_at msl 2025-07/",
        "p works_at msl 2025-07/ from=fair",
        "p works_at fair /2025-07 to=msl",
        "p works_at msl 2025-07-01/\np works_at fair 2018/2025-07-15",
        "p works_at fair 2018/\np works_at msl 2025-07/\np works_at msl 2025-07-08/ from=fair",
    ],
)
def test_from_lab_to_lab(text: str) -> None:
    """A change of lab inside one company is one stint with two places, and a transfer."""
    rows = rows_of(text + LABS)
    places = [row for row in rows.edges if row.relation == "works_at"]
    assert [(row.object, row.ordinal, row.place) for row in places] == [
        ("org:fair", 1, 1),
        ("org:msl", 1, 2),
    ]
    assert {row.company for row in places} == {"org:meta"}
    assert moves(text + LABS) == ["fair > msl transfer"]


def test_away_between_two_labs() -> None:
    """Leaving one lab years before joining another is a return, not a transfer."""
    found, moved = career("p works_at fair 2018/2022\np works_at msl 2025-07/")
    assert len(found) == 2
    assert moved == []


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
    assert rows_of(text).moves[0].day_hi == day("2026-03-10")


def test_board_is_no_employment() -> None:
    """Board seats and advice are edges of their own and start no stint."""
    rows = rows_of("wang board_of scale-ai 2025-06 role=chairman\nwang advises scale-ai 2025")
    assert {row.relation for row in rows.edges} == {"board_of", "advises"}


def test_two_stated_origins() -> None:
    """One arrival may have two stated origins; both moves end at the same edge."""
    rows = rows_of("song works_at msl 2026-06-25/.. from=virtue-ai|uc-berkeley\nsong founded virtue-ai 2024")
    assert {row.origin for row in rows.moves} == {"org:virtue-ai", "org:uc-berkeley"}
    assert len({row.to_edge for row in rows.moves}) == 1


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


def test_denied_stint() -> None:
    """A denied stint makes no row, and leaves the other stints as they are."""
    rows = rows_of(
        """
        verma works_at tbd-lab 2025-08 status=denied
        verma works_at meta /2025-08 to=openai
        """
        + LABS
    ).edges
    assert {row.object for row in rows if row.relation == "works_at"} == {"org:meta", "org:openai"}
    assert not any(Flag.DENIED_BESIDE in row.flags for row in rows)


def test_denial_beside_an_assertion() -> None:
    """A row whose very claim somebody denies is marked."""
    (row,) = rows_of("v works_at meta 2025/\nv works_at meta 2025 status=denied").edges
    assert Flag.DENIED_BESIDE in row.flags
    assert len(row.claims) == 1


def test_planned_arrival() -> None:
    """What is planned makes no row."""
    assert career("li works_at meta [2026-06..]/ status=planned") == ([], [])


def test_rumoured_departure() -> None:
    """A rumoured departure is an end at level all, and only there."""
    text = "z works_at openai 2026-01-14/\nz works_at openai /2026-06 status=rumoured"
    assert stints(text) == ["openai 2026-01-14 2026-01-14.."]
    assert stints(text, Level.ALL) == ["openai 2026-01-14 2026-06-01..2026-06-30"]


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


def test_end_not_known() -> None:
    """An end or start that nobody states stays open, and is not ten years."""
    assert stints("a works_at x 2025-06/\nb works_at x /2026-02") == [
        "x 2025-06-01..2025-06-30 2025-06-01..",
        "x ..2026-02-28 2026-02-01..2026-02-28",
    ]


def test_a_lab_with_two_parents_in_turn() -> None:
    """Years at a company and later at what then owned it are two stints, and the gap is no move."""
    found, moved = career("""
        p works_at twitter 2012/2014
        p works_at spacex 2026-05/..
        twitter part_of x-corp 2022-10/
        x-corp part_of spacex 2026-02/
    """)
    assert len(found) == 2
    assert moved == []


def test_before_the_purchase_it_was_another_company() -> None:
    """A move between two companies stays one after the one has bought the other."""
    _, moved = career("""
        p works_at spacex 2018/2023-02
        p works_at xai 2023-03/2026-03
        xai part_of spacex 2026-02-02/..
    """)
    assert moved == ["spacex > xai certain, dates"]


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


def test_joined_some_day_of_the_month() -> None:
    """Within the month of an arrival the person is there possibly, never likely."""
    (row,) = rows_of("p works_at x 2025-07/..").edges
    assert row.certainty_on(day("2025-07-15")) == "possible"
    assert row.certainty_on(day("2025-07-31")) == "certain"


def test_a_bare_name_is_the_lab_of_its_day() -> None:
    """A lab before and after its merger is one employer, wherever a claim places the person."""
    found, moved = career(
        "p works_at google-brain 2017\np works_at google-deepmind 2025\np works_at google /2026"
    )
    assert len(found) == 1
    assert moved == []


def test_a_disputed_start_at_the_first_of_two_labs() -> None:
    """A disputed claim that alone dates an arrival dates that at the first lab; the move keeps its claims."""
    text = """
        fair part_of meta
        ann works_at google 2018-01
        ann works_at fair 2020
        ann works_at fair 2020-04/2024-08 status=disputed @a:2025
        ann works_at meta 2024-09/.. from=fair @b:2025-09
    """
    rows = rows_of(text)
    assert rows.moves
    assert all(edge.claims for edge in rows.edges)
    assert all(move.claims for move in rows.moves)
