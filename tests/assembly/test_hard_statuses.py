"""The hard cases of statuses: what is denied, planned or rumoured.

Ranges are `earliest..latest`, a side that nothing bounds is empty, `?` is neither. An end is the first day no
longer there.
"""

from stints import LABS, career, rows_of, stints

from graph.assembly.rows import Flag, Level


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
