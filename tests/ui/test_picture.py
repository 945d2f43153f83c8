"""A picture holds what was asked for, and what stands in it never moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import hypot

import pytest
from making import day

from graph.queries.answers.subgraph import collect
from graph.settings import settings
from graph.store.base import Store
from graph.store.scope import Scope
from talentgraph.ui.explore import deeds
from talentgraph.ui.explore.openings import Pin, Place
from talentgraph.ui.explore.picture import Book, Picture, draw_up
from talentgraph.ui.explore.placing import code, read, written
from talentgraph.ui.explore.tucking import tucked
from talentgraph.ui.state import State

Holding = Callable[[str], Store]
LINES = """
ada works_at meta 2020/2024
ada works_at google 2018/2019
bob works_at meta 2021/..
cyd works_at google 2018/..
dan works_at openai 2019/..
eve works_at openai 2020/..
fay works_at openai 2021/..
fay works_at meta 2015/2016
meta offered cyd 2025-06 outcome=declined
openai part_of org:parent
"""


@pytest.fixture
def book(holding: Holding) -> Book:
    """All names of that ledger, those with most links first."""
    store = holding(LINES)
    ids = {id_ for e in store.view().claims().items for id_ in e.claim.entities()}
    cards = store.view().entities(sorted(ids)).values()
    first = [card.id for card in sorted(cards, key=lambda card: (-card.degree, card.name, card.id))]
    return Book(store.view, first, first)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Three names are drawn before anything is opened."""
    monkeypatch.setenv("TALENTGRAPH_FIRST_NODES", "3")
    settings.cache_clear()
    yield
    settings.cache_clear()


def drawn(book: Book, state: State, held: dict[str, Place] | None = None) -> Picture:
    return draw_up(state, book, {} if held is None else held, {})


@pytest.mark.usefixtures("few")
def test_the_best_connected_and_what_was_opened_are_drawn(book: Book) -> None:
    """Three names with most links; then with all neighbours of one, by one relation only, or nothing else."""
    first = set(book.first[:3])
    assert first == {"org:meta", "org:openai", "person:ada"}
    assert set(drawn(book, State()).ids) == first
    opened = drawn(book, State().expand("org:meta"))
    assert set(opened.ids) == first | {"person:bob", "person:fay", "person:cyd"}
    by_offer = drawn(book, State().expand("org:meta", "offered", "out"))
    assert set(by_offer.ids) == first | {"person:cyd"}
    alone = drawn(book, deeds.only(State(), ("org:parent",)))
    assert set(alone.ids) == {"org:parent", "org:openai"}


@pytest.mark.usefixtures("few")
def test_hidden_counts_are_what_expanding_brings(book: Book) -> None:
    """For each relation and direction, the number beside the choice is the number of names that come in."""
    before = drawn(book, State())
    for found in before.around.hidden["org:meta"]:
        after = drawn(book, State().expand("org:meta", found.relation, found.direction))
        assert len(after.ids) - len(before.ids) == found.neighbours
    assert sum(each.neighbours for each in before.around.hidden["org:meta"]) == 3


@pytest.mark.usefixtures("few")
def test_nothing_that_stands_moves(book: Book) -> None:
    """Expanding, folding, filtering, hiding, a day, a level: every name stays where it first stood."""
    held: dict[str, Place] = {}
    states = [
        State(),
        State().expand("org:meta"),
        State(kinds=("person",)).expand("org:meta"),
        State(true_on=day("2015-06-01")).expand("org:meta").expand("org:openai"),
        State(relations=("offered",)).expand("org:openai"),
        deeds.hide(State().expand("org:openai"), ("org:meta",)),
        deeds.only(State(), ("org:google",)),
        State(),
    ]
    stood: dict[str, Place] = {}
    for state in states:
        places = drawn(book, state, held).places
        assert {id_: at for id_, at in stood.items() if id_ in places}.items() <= places.items()
        stood |= places
    assert len(stood) == len(book.first)


@pytest.mark.usefixtures("few")
def test_the_same_steps_give_the_same_places(book: Book) -> None:
    """A first visit to an address stands as the visit that made it, expansion by expansion."""
    held: dict[str, Place] = {}
    state = State()
    for id_ in ("", "org:meta", "org:openai", "org:google"):
        state = state.expand(id_) if id_ else state
        made = drawn(book, state, held)
        assert drawn(book, state).places == made.places == made.usual


@pytest.mark.usefixtures("few")
def test_another_way_to_a_picture_is_told_by_its_places(book: Book) -> None:
    """Where the steps do not tell the places, the places do: written short, read back exactly."""
    held: dict[str, Place] = {}
    drawn(book, State().expand("org:meta"), held)
    state = State().expand("org:google")
    here = drawn(book, state, held)
    assert here.places != here.usual
    there = draw_up(state, book, {}, read(written(here.places)))
    assert there.places == here.places


@pytest.mark.usefixtures("few")
def test_new_names_come_in_near_their_parent(book: Book) -> None:
    """Around a name that was dragged far away, whatever is only linked to it comes in near it."""
    far = Pin("org:openai", 3_000, 2_000)
    held: dict[str, Place] = {}
    drawn(book, State(), held)
    pinned = deeds.pin(State(), (far,))
    assert drawn(book, pinned, held).places["org:openai"] == (3_000, 2_000)
    after = drawn(book, pinned.expand("org:openai"), held)
    for id_ in ("person:dan", "person:eve"):
        x, y = after.places[id_]
        assert 50 <= hypot(x - 3_000, y - 2_000) < 300
    unpinned = drawn(book, deeds.unpin(pinned, ("org:openai",)), held)
    assert unpinned.places["org:openai"] == unpinned.usual["org:openai"]


def test_names_keep_apart(book: Book) -> None:
    """Laid out or tucked in, no two names stand closer than 48 pixels."""
    places = list(drawn(book, State().expand("org:meta")).places.values())
    apart = [hypot(a[0] - b[0], a[1] - b[1]) for at, a in enumerate(places) for b in places[:at]]
    assert min(apart) >= 48


def test_a_picture_that_is_full_says_how_many_are_left_out(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With room for four names the first four of the answer are drawn, and the rest is counted."""
    monkeypatch.setenv("TALENTGRAPH_PICTURE_NODES", "4")
    settings.cache_clear()
    try:
        full = drawn(book, State().expand("org:google"))
    finally:
        settings.cache_clear()
    assert set(full.ids) >= {"org:google", "person:ada", "person:cyd"}
    assert len(full.ids) == 4
    (cut,) = full.around.cuts
    assert cut.left_out == len(book.first) - 4


def test_ids_that_the_ledger_does_not_know_are_told(book: Book) -> None:
    """An old link names somebody who was removed: the rest is drawn, and the id is told."""
    picture = drawn(book, State().expand("person:nobody"))
    assert picture.unknown == ("person:nobody",)
    assert "org:meta" in picture.ids


def test_what_is_taken_away_is_true_on_the_day(book: Book) -> None:
    """Files hold the names of the picture, and of its links those that hold on the day."""
    picture = drawn(book, State())
    graph = picture.within(book.view(Scope(true_on=day("2021-06-01"))))
    assert {card.id for card in graph.entities} == set(picture.ids)
    # bob and fay came some time in 2021: on 1 June that is not likely yet
    still = {"person:ada", "person:cyd", "person:dan", "person:eve", "org:openai"}
    assert {row.subject for row in graph.edges} == still
    assert graph.positions == picture.graph.positions


def test_codes_of_names_are_short_and_differ() -> None:
    """Four characters that an address takes as they are; 300 names have 300 codes."""
    codes = {code(f"person:p{number}") for number in range(300)}
    assert len(codes) == 300
    assert all(len(each) == 4 and each.replace("-", "").replace("_", "").isalnum() for each in codes)


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (State(), "A network of 10 names"),
        (State(opened=("person:ada",), whole=False), "Around ada"),
        (State(opened=("person:ada", "org:meta~works_at~in"), whole=False), "Around ada and meta"),
        (State(opened=("person:ada", "person:bob", "person:cyd"), whole=False), "Around ada and 2 others"),
        (State(path=("person:ada", "org:meta", "person:bob"), whole=False), "Path from ada to bob"),
    ],
)
def test_files_have_a_title_that_says_what_was_asked_for(book: Book, state: State, title: str) -> None:
    """However many names are drawn, the title names no more than two."""
    picture = drawn(book, state)
    assert picture.graph.title == picture.within(book.view(Scope())).title == title


def test_names_without_links_gather_beside_the_picture(book: Book) -> None:
    """Thirty of them make a heap to its right, not a row that all the rest shrinks for."""
    graph = collect(book.view(Scope()), book.first)
    standing = {"person:ada": (0, 0), "org:meta": (100, 0), "org:google": (0, 200)}
    alone = [f"org:alone-{number}" for number in range(30)]
    places = tucked("org:meta", alone, standing, graph).values()
    width, height = (max(axis) - min(axis) for axis in zip(*places, strict=True))
    assert max(width, height) < 2 * min(width, height)
    assert min(x for x, _ in places) > 0
    assert min(hypot(x - a, y - b) for (x, y) in places for (a, b) in standing.values()) >= 74
