"""Edges other than stints: when they hold, and what makes them one."""

import pytest
from making import day
from stints import rows_of

from graph.assembly.rows import Certainty, EdgeRow, Flag, Level, Part
from graph.model.days import FUTURE, PAST, iso


def edges(text: str, relation: str, level: Level = Level.USUAL) -> list[EdgeRow]:
    return [row for row in rows_of(text, level).edges if row.relation == relation]


def likely(row: EdgeRow) -> tuple[str, str]:
    lo, hi = row.span(Certainty.LIKELY)
    return iso(lo), iso(hi)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("meta offered sutskever [2025-04..2025-07-03] outcome=declined", "2025-07-03"),
        ("meta offered zheng 2023~ outcome=declined amount=1m per=year", "2023-12-31"),
        ("meta offered x 2025-05 outcome=talks\nmeta offered x 2025-09 outcome=declined", "2025-05-31"),
        ("meta offered x 2025-05 outcome=made\nmeta offered x 2025-05-12 outcome=made", "2025-05-12"),
    ],
)
def test_offers_hold_from_their_first_step(text: str, since: str) -> None:
    """An offer had been made from the latest day of its first step on, whatever came of it later."""
    (row,) = edges(text, "offered")
    assert likely(row) == (since, "")
    assert row.order_until == day(since) + 1
    assert Flag.EVENT in row.flags


def test_offers_are_apart_by_label() -> None:
    """Two offers to one person are two edges, each with all its outcomes."""
    rows = edges(
        """
        meta offered deitke 2025-06 outcome=declined amount=125m
        meta offered deitke 2025-07 outcome=accepted amount=250m offer=2
        meta offered deitke 2025-08 outcome=declined amount=250m offer=2 status=disputed
        """,
        "offered",
    )
    assert [(row.bundle, len(row.claims)) for row in rows] == [("", 1), ("2", 2)]


def test_undated_event() -> None:
    """An event without any time is marked, so that it is hidden once a day is set."""
    (row,) = edges("meta offered x outcome=made", "offered")
    assert Flag.UNDATED in row.flags


def test_unnamed_person_has_one_edge() -> None:
    """An unnamed person is known by one edge, by the month."""
    rows = rows_of("meta offered unnamed-register-1 2025-06 outcome=made low=10m per=year").edges
    assert [(row.object, iso(row.start_lo), iso(row.start_hi)) for row in rows] == [
        ("person:unnamed-register-1", "2025-06-01", "2025-06-30")
    ]


DEAL = """
    meta party_to deal:d role=investor
    deal:d brought wang
    scale-ai party_to deal:d 2025-06-20 role=target
    deal:d reached closed 2025-07
    deal:d reached announced 2025-06-12
    deal:d reached announced 2025-06
"""


def test_edges_of_a_deal_take_its_first_stage() -> None:
    """An undated edge of a deal takes the deal's first dated stage and its claims; its own date wins."""
    meta, scale = edges(DEAL, "party_to")
    (brought,) = edges(DEAL, "brought")
    assert {iso(meta.start_hi), iso(brought.start_hi)} == {"2025-06-12"}
    assert [part for _, part in meta.claims].count(Part.STAGE) == 2
    assert iso(scale.start_hi) == "2025-06-20"
    assert Part.STAGE not in dict(scale.claims).values()


def test_deal_without_a_date() -> None:
    """Without any stage the edges of a deal are undated."""
    (row,) = edges("meta party_to deal:d role=investor", "party_to")
    assert Flag.UNDATED in row.flags


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("a part_of b", "part_of", Flag.TIMELESS),
        ("a became b", "became", Flag.TIMELESS),
        ("a based_on b", "based_on", Flag.TIMELESS),
        ("a holds_stake_in b", "holds_stake_in", Flag.UNDATED),
        ("a board_of b", "board_of", Flag.UNDATED),
        ("a founded b", "founded", Flag.UNDATED),
    ],
)
def test_timeless_and_undated(text: str, relation: str, expected: Flag) -> None:
    """Undated structure and descent hold always; whatever else is undated says so."""
    (row,) = edges(text, relation)
    assert row.flags & (Flag.TIMELESS | Flag.UNDATED) == expected


def test_founding_is_an_edge_and_a_start() -> None:
    """A founder has the edge of the founding and the stint that it starts; a silent one only the first."""
    rows = rows_of("wang founded scale-ai 2016\nhoffman founded inflection 2022 active=no").edges
    assert {(row.subject, row.relation) for row in rows} == {
        ("person:wang", "founded"),
        ("person:wang", "works_at"),
        ("person:hoffman", "founded"),
    }


def test_periods_of_one_role() -> None:
    """Periods of one role that surely do not touch are two rows; those that touch are one."""
    rows = edges(
        "a holds_role x 2010/2012 role=cto\na holds_role x 2012/2014 role=cto\na holds_role x 2018/ role=cto",
        "holds_role",
    )
    assert [(row.ordinal, iso(row.start_lo), iso(row.end_hi)) for row in rows] == [
        (1, "2010-01-01", "2014-12-31"),
        (2, "2018-01-01", ""),
    ]


def test_roles_end_with_the_stint() -> None:
    """A role whose end nobody states is not read as going on elsewhere."""
    (row,) = edges(
        "w leads scale-ai 2016/ role=CEO\nw founded scale-ai 2016\nw works_at meta 2025-06-12/ from=scale-ai",
        "leads",
    )
    assert likely(row) == ("2016-12-31", "2025-06-12")


def test_disputed_where_something_else_speaks() -> None:
    """A disputed date of an event is listed beside the other and does not move it; alone it is heard."""
    (row,) = edges("m released w 2025-06\nm released w 2025-01 status=disputed", "released")
    assert iso(row.start_hi) == "2025-06-30"
    assert {part for _, part in row.claims} == {Part.PLAIN, Part.DISPUTED}
    (alone,) = edges("m released w 2025-01 status=disputed", "released")
    assert iso(alone.start_hi) == "2025-01-31"


@pytest.mark.parametrize("status", ["denied", "planned"])
def test_no_edge(status: str) -> None:
    """Denied and planned claims make no edge."""
    assert not rows_of(f"m released w 2025-06 status={status}", Level.ALL).edges


def test_denial_marks_the_edge() -> None:
    """A denial beside an assertion marks the edge."""
    (row,) = edges("m offered x 2025 outcome=made\nm offered x 2025 outcome=made status=denied", "offered")
    assert Flag.DENIED_BESIDE in row.flags


def test_company_of_the_object() -> None:
    """Every edge to an organisation knows whose it was then; of other objects it is the object."""
    rows = rows_of("a board_of lab 2025\nlab part_of whole\nm offered a 2025 outcome=made").edges
    assert {(row.relation, row.company) for row in rows} == {
        ("board_of", "org:whole"),
        ("part_of", "org:whole"),
        ("offered", "person:a"),
    }


def test_independent_origins() -> None:
    """Pages that repeat one origin count as one."""
    (row,) = edges(
        """
        m released w 2025 attributed_to=org:reuters @a:2025-06-01
        m released w 2025 attributed_to=org:reuters @b:2025-06-01
        m released w 2025 status=confirmed @c:2025-06-01
        """,
        "released",
    )
    assert (row.origins, row.status) == (2, "confirmed")


def test_events_never_end() -> None:
    """An event has its range as start and no end."""
    (row,) = edges("m released w 2025-06-12", "released")
    assert (row.end_lo, row.end_hi, row.likely_until) == (FUTURE, FUTURE, FUTURE)
    assert row.start_lo > PAST
