"""The hard cases of labs: under another name, from one to another, and before and after a purchase.

Ranges are `earliest..latest`, a side that nothing bounds is empty, `?` is neither. An end is the first day no
longer there.
"""

import pytest
from stints import LABS, career, moves, rows_of


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
