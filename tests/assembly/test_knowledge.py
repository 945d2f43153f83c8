"""What was known when, and at which level of evidence."""

from itertools import pairwise

from making import evidence, ledger
from stints import TRANSFER_DAYS, moves, rows_of, stints

from graph.assembly.assemble import assemble
from graph.assembly.rows import Flag, Level, MoveFlag
from graph.model.days import FUTURE, iso


def periods(text: str, object_: str) -> list[tuple[str, str, int]]:
    rows = assemble(ledger(text), transfer_days=TRANSFER_DAYS).edges
    return [(iso(r.known_from), iso(r.known_until), r.levels) for r in rows if r.object == object_]


def test_a_source_begins_a_period() -> None:
    """Each source that changes a row ends its period of knowledge and begins the next."""
    text = "p works_at org:x 2020/ @a:2025-01-10\np works_at org:x /2024 @b:2025-03-01"
    assert periods(text, "org:x") == [("2025-01-10", "2025-03-01", 6), ("2025-03-01", "", 6)]


def test_equal_neighbours_are_one_row() -> None:
    """A source on something else leaves a row as it is."""
    text = "p works_at org:x 2020/2021 @a:2025-01-10\np board_of org:y 2024 @b:2025-03-01"
    assert periods(text, "org:x") == [("2025-01-10", "", 6)]


def test_levels_share_a_row() -> None:
    """A confirmed claim holds at all levels; what a rumour changes is a row of its own."""
    text = """
        p works_at org:x 2020/ status=confirmed @a:2025-01-10
        p works_at org:x /2024 status=rumoured @a:2025-01-10
    """
    assert sorted(p[2] for p in periods(text, "org:x")) == [Level.FIRM.bit | Level.USUAL.bit, Level.ALL.bit]


def test_disputed_alone_is_usual_not_firm() -> None:
    """Where nothing else speaks, a disputed claim is heard, but never at level firm."""
    text = "p works_at org:x 2020/2021 status=disputed"
    assert stints(text) == ["x 2020-01-01..2020-12-31 2021-01-01..2021-12-31"]
    assert stints(text, Level.FIRM) == []


def test_before_the_structure_was_known() -> None:
    """Who owns a lab matters from the day on which the first source said so."""
    text = """
        p works_at msl 2025-07/ @a:2025-07-05
        p works_at meta /2026-02 @b:2026-03-01
        msl part_of meta @c:2026-05-01
    """
    assert len(stints(text, known="2026-04-01")) == 2
    assert len(stints(text, known="2026-05-01")) == 1


def test_structure_counts_at_every_level() -> None:
    """Reported structure joins a confirmed career at level firm too."""
    career = "p works_at msl 2025-07/ status=confirmed\np works_at meta /2026-02 status=confirmed"
    assert len(stints(career, Level.FIRM)) == 2
    assert len(stints(career + "\nmsl part_of meta", Level.FIRM)) == 1


def test_a_retraction_takes_effect_when_it_is_out() -> None:
    """From its source's day on, a retraction takes away what it retracts."""
    one = evidence("p works_at org:x 2020/2021 @a:2025-01-10")
    text = f"""
        p works_at org:x 2020/2021 @a:2025-01-10
        p works_at org:x status=retracted retracts={one.id} @b:2025-04-01
    """
    assert periods(text, "org:x") == [("2025-01-10", "2025-04-01", 6)]


def test_moves_follow_the_clock() -> None:
    """A move is known once both its ends are."""
    text = "p works_at x 2020/2021-06 @a:2025-01-10\np works_at y 2021-07/ @b:2025-03-01"
    assert moves(text, known="2025-02-01") == []
    assert moves(text, known="2025-03-01") == ["x > y certain, dates"]


def test_a_deal_marks_the_move() -> None:
    """A move to the company of a party of the deal that brought the person says so once it is known."""
    text = """
        w works_at scale 2020/2025-06 @a:2025-06-01
        w works_at msl 2025-06/ from=scale @a:2025-06-01
        msl part_of meta @a:2025-06-01
        deal:d brought w @a:2025-06-01
        meta party_to deal:d role=investor @b:2025-08-01
    """
    (before,) = rows_of(text, known="2025-07-01").moves
    (after,) = rows_of(text, known="2025-08-01").moves
    assert MoveFlag.WITH_DEAL not in before.flags
    assert MoveFlag.WITH_DEAL in after.flags


def test_a_deal_marks_only_the_move_it_made() -> None:
    """A deal that took a founder back marks the move to the buyer, not the founder's first way out of it."""
    text = """
        s works_at google 2000/2021-10
        s founded character-ai 2021
        s works_at google 2024-08-02/ from=character-ai returned=yes
        deal:d brought s 2024-08-02
        google party_to deal:d role=licensee
        character-ai party_to deal:d role=licensor
    """
    marked = {row.destination: MoveFlag.WITH_DEAL in row.flags for row in rows_of(text).moves}
    assert marked == {"org:character-ai": False, "org:google": True}


def test_undated_source_counts_from_retrieval() -> None:
    """A source without a date is known from its retrieval, else from the day the set was compiled."""
    (row,) = rows_of("p works_at x 2020/2021 @undated:").edges
    assert (iso(row.known_from), row.known_until) == ("2026-06-30", FUTURE)


def test_open_end_and_the_date_of_the_source() -> None:
    """An open end shows presence on the day of the source, and nothing after it."""
    (row,) = rows_of("p works_at x 2020/.. @a:2025-01-10").edges
    assert iso(row.end_lo) == "2025-01-11"
    assert Flag.END_DATED not in row.flags


def test_a_row_is_found_by_day() -> None:
    """On any day, at any level, an address has at most one row."""
    text = """
        p works_at x 2020/ @a:2025-01-10
        p works_at x 2021/ @b:2025-02-10
        p works_at x /2024 status=rumoured @c:2025-03-10
        p works_at x /2024-02 @e:2025-04-10
    """
    rows = assemble(ledger(text), transfer_days=TRANSFER_DAYS).edges
    for level in Level:
        spans = sorted((r.known_from, r.known_until) for r in rows if r.levels & level.bit)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
