"""Moves come with their grade, its reason and their claims; a window and names narrow them."""

import pytest
from asking import Holding, ask
from making import day

from graph.assembly.rows import Grade, Level
from graph.errors import BadQuestion
from graph.model.days import PAST, iso
from graph.model.vocabulary import Status
from graph.queries.people.careers import career
from graph.queries.people.moves import moves

LEDGER = """
lab part_of meta
wang works_at lab 2025-06/.. from=scale @one:2025-06-18
wang works_at lab 2025-06/.. from=scale @two:2025-07-03
ann works_at google 2015/2020-05
ann works_at meta 2020-06/2024-03
ann works_at openai 2024/..
bob works_at google 2012/
bob works_at meta 2019-03/..
"""


def test_a_stated_move_is_certain(holding: Holding) -> None:
    """The move says who, from where, to where and when, with every source that says so."""
    reply = moves(ask(holding(LEDGER)), "person:wang")
    (move,) = reply.moves
    assert (move.row.origin, move.row.destination) == ("org:scale", "org:lab")
    assert move.grade is Grade.CERTAIN
    assert move.reason == "a source says so"
    assert move.sentence == "wang moved from scale to lab (Jun 2025)"
    assert {e.source.id for e in reply.found(move.claims)} == {"one", "two"}


def test_grades_have_reasons(holding: Holding) -> None:
    """Dates that force a move, dates that allow one, and a missing departure are told apart."""
    view = ask(holding(LEDGER))
    ann = [(m.grade, m.reason.partition(":")[0]) for m in moves(view, "ann").moves]
    assert ann == [(Grade.CERTAIN, "the dates prove it"), (Grade.POSSIBLE, "the dates allow it")]
    (bob,) = moves(view, "bob").moves
    assert (bob.grade, bob.reason) == (
        Grade.INFERRED,
        "the departure is not dated, and this is the next arrival",
    )
    assert moves(view, "ann").graded(Grade.POSSIBLE)[0].sentence.startswith("ann may have moved from meta")


def test_names_narrow(holding: Holding) -> None:
    """Of an organisation both directions, into or out of one only one; a lab counts for its company."""
    view = ask(holding(LEDGER))

    def people(of: str = "", into: str = "", out_of: str = "") -> list[str]:
        return sorted(m.row.person for m in moves(view, of, into=into, out_of=out_of).moves)

    assert people(of="meta") == ["person:ann", "person:ann", "person:bob", "person:wang"]
    assert people(into="meta") == ["person:ann", "person:bob", "person:wang"]
    assert people(out_of="meta") == ["person:ann"]
    assert people(into="meta", out_of="google") == ["person:ann", "person:bob"]
    assert people(into="openai", out_of="google") == []
    assert len(people()) == 4


def test_a_window_bounds_the_arrival(holding: Holding) -> None:
    """A move is in the window if it may lie in it; both days are included."""
    view = ask(holding(LEDGER))

    def arrivals(first: str, last: str) -> list[str]:
        reply = moves(view, "org:meta", first=day(first), last=day(last))
        return [iso(m.row.day_lo) for m in reply.moves]

    assert arrivals("2020-06-30", "2020-12-31") == ["2020-06-01"]
    assert arrivals("2020-07-01", "2020-12-31") == []
    assert arrivals("2019-01-01", "2019-03-01") == ["2019-03-01"]
    with pytest.raises(BadQuestion, match="window"):
        moves(view, "meta", first=day("2021-01-01"), last=day("2020-01-01"))


def test_the_picture_of_moves_holds_the_stints_they_join(holding: Holding) -> None:
    """What is drawn are the stints before and after, with their claims."""
    view = ask(holding(LEDGER))
    graph = moves(view, "ann").subgraph(view)
    assert {row.object for row in graph.edges} == {"org:google", "org:meta", "org:openai"}
    assert {card.id for card in graph.entities} > {"person:ann"}
    assert len(graph.claims) == 3


def test_a_cut_answer_says_so(holding: Holding) -> None:
    """What is beyond the limit is counted."""
    reply = moves(ask(holding(LEDGER)), limit=1)
    assert len(reply.moves) == 1
    assert reply.cuts[0].left_out == 3


LOOSE = """
ann works_at meta 2019/2020
ann works_at acme from=meta @late:2024-06-30
bob works_at meta 2021/2023
bob works_at acme 2023-02/..  from=meta @b:2024
cyd works_at acme 2024-09/.. from=meta @c:2025
dan works_at acme 2024-06/.. from=meta @d:2025
eve works_at google from=meta @undated:
"""


def test_what_has_no_earliest_day_stands_by_its_latest(holding: Holding) -> None:
    """By the earliest day of arrival; where only the latest is known by that; where neither is, last."""
    view = ask(holding(LOOSE))
    rows = [m.row for m in moves(view).moves]
    people = [row.person.removeprefix("person:") for row in rows]
    assert people == ["bob", "dan", "ann", "cyd", "eve"]
    assert [row.day_lo > PAST for row in rows] == [True, True, False, True, False]
    assert [row for one in people for row in [m.row for m in career(view, one).moves]] == rows


def test_a_move_on_a_disputed_claim_says_so(holding: Holding) -> None:
    """The grade is about dates; the status stands beside it, in the sentence, the reason and the table."""
    store = holding("""
        ann works_at meta 2023-06/.. from=acme status=disputed @b:2026
        bob works_at acme 2020/2023-05 @a:2026
        bob works_at meta 2023-06/.. status=disputed @b:2026
    """)
    reply = moves(ask(store))
    ann, bob = reply.moves
    assert {(move.grade, move.status) for move in (ann, bob)} == {(Grade.CERTAIN, Status.DISPUTED)}
    assert ann.sentence == "ann moved from acme to meta (Jun 2023, disputed)"
    assert ann.reason == "a source says so; disputed"
    assert bob.reason == "the dates prove it: 1 to 60 days between the two; disputed"
    assert [row["status"] for row in reply.tables()["moves"]] == ["disputed", "disputed"]


def test_a_move_by_dates_is_as_good_as_its_weaker_side(holding: Holding) -> None:
    """A confirmed departure and a rumoured arrival make a rumoured move, and only where rumours count."""
    store = holding("""
        ann works_at acme 2020/2023-05 status=confirmed @a:2026
        ann works_at meta 2023-06/.. status=rumoured @b:2026
    """)
    (move,) = moves(ask(store, level=Level.ALL), "ann").moves
    assert (move.grade, move.status) == (Grade.CERTAIN, Status.RUMOURED)
    assert move.sentence.endswith("(Jun 2023, rumoured)")
    assert not moves(ask(store), "ann").moves


@pytest.mark.parametrize(
    "text",
    [
        """
        ann works_at acme 2020/2025-12 status=confirmed @a:2026
        ann founded meta status=rumoured @b:2026-03-10
        """,
        """
        ann works_at acme 2020/ status=rumoured @a:2026
        ann works_at meta 2025-12/.. status=confirmed @b:2026-03-10
        """,
    ],
    ids=["arrival not dated", "departure not dated"],
)
def test_a_side_without_a_date_weighs_as_much(holding: Holding, text: str) -> None:
    """Where one side is not dated, what shows the person there is evidence, and lends its status."""
    (move,) = moves(ask(holding(text), level=Level.ALL), "ann").moves
    assert (len(move.claims), move.status) == (2, Status.RUMOURED)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("from", "a source says so, but where from is the editor's reading"),
        ("from|when", "a source says so, but where from and the date are the editor's reading"),
        ("object", "a source says so, but where to is the editor's reading"),
        ("role", "a source says so"),
    ],
)
def test_what_the_editor_read_is_not_said_by_a_source(holding: Holding, fields: str, reason: str) -> None:
    """Where no source that tells of the move names the origin itself, the reason says whose reading it is."""
    read = f"ann works_at meta 2023-06/.. from=acme role=head read_in={fields} @a:2026"
    (move,) = moves(ask(holding(read)), "ann").moves
    assert move.reason == reason


def test_one_source_that_says_it_is_enough(holding: Holding) -> None:
    """An origin that another source names is no reading of the editor's."""
    store = holding("""
        ann works_at meta 2023-06/.. from=acme read_in=from @a:2026
        ann works_at meta 2023-06/.. from=acme @b:2026
    """)
    (move,) = moves(ask(store), "ann").moves
    assert move.reason == "a source says so"


def test_moves_keep_to_level_and_knowledge_on_any_day(holding: Holding) -> None:
    """What is not supported so well, or not yet known, is no move; a day hides none."""
    store = holding("""
        ann works_at acme 2020/2023-05 status=confirmed @a:2024-01
        ann works_at meta 2023-06/.. from=acme status=rumoured @b:2025-01
        bob works_at acme 2020/2023-05 status=confirmed @a:2024-01
        bob works_at meta 2023-06/.. from=acme status=confirmed @c:2026
    """)

    def people(true_on: str = "", known_on: str = "", level: Level = Level.USUAL) -> set[str]:
        view = ask(store, true_on, known_on, level)
        found = {move.row.person for move in moves(view).moves}
        assert found == {row.person for row in view.stints().moves}
        assert found == {one for one in ("person:ann", "person:bob") if career(view, one, store.view).moves}
        return found

    for day_ in ("", "2020-06-01"):
        assert people(day_) == {"person:bob"}
        assert people(day_, level=Level.ALL) == {"person:ann", "person:bob"}
        assert people(day_, "2025-06-01") == set()
        assert people(day_, "2025-06-01", Level.ALL) == {"person:ann"}
        assert people(day_, "2024-06-01", Level.ALL) == set()
