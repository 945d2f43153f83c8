"""Questions that both the ledger and the peer answer, over many examples, one right after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import networkx as nx

from bench import peer
from bench.clock import middle, timed
from graph.model.days import day_of
from graph.queries.answers.counting import Window
from graph.queries.answers.subgraph import collect
from graph.queries.flows.flows import flows
from graph.queries.retention.retention import retention
from graph.settings import settings
from graph.store.base import Store, View
from graph.store.scope import Scope

Answer = Callable[[Any], object]
HORIZON = 730
WINDOW = (day_of("2018-01-01"), day_of("2023-12-31"))
DAY = day_of("2021-06-01")
RECALL = 0.9
"""Of misspelt names either may miss one: ours looks at those that share most letters, theirs at all."""


@dataclass(frozen=True, slots=True)
class Duel:
    """One question: the examples, and both ways to answer, in a form that can be compared."""

    name: str
    examples: Sequence[Any]
    ours: Answer
    theirs: Answer
    least: float = 1.0
    """What share of the answers must be equal."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Medians in seconds; `first` is our first answer, which builds what later ones use.

    `filled` counts the answers that hold anything, `equal` those that are the same.
    """

    name: str
    first: float
    ours: float
    theirs: float
    filled: int
    equal: int
    asked: int
    least: float = 1.0

    @property
    def is_alike(self) -> bool:
        return self.equal >= self.least * self.asked


@dataclass(frozen=True)
class Peer:
    """All that the peer answers from."""

    graph: nx.MultiDiGraph[str]
    moves: nx.MultiDiGraph[str]
    simple: nx.Graph[str]
    staff: peer.Staff
    names: dict[str, str]


def fought(duel: Duel) -> Outcome:
    """Ours and theirs in turn, example by example."""
    first = timed(lambda: duel.ours(duel.examples[0])).seconds
    rounds = [
        (timed(lambda e=example: duel.ours(e)), timed(lambda e=example: duel.theirs(e)))  # type: ignore[misc]
        for example in duel.examples
    ]
    return Outcome(
        duel.name,
        first,
        middle([a.seconds for a, _ in rounds]),
        middle([b.seconds for _, b in rounds]),
        sum(bool(b.value) for _, b in rounds),
        sum(a.value == b.value for a, b in rounds),
        len(rounds),
        duel.least,
    )


def duels(store: Store, other: Peer, examples: int, seed: int) -> Iterator[Duel]:
    """Every question that both can answer."""
    random = Random(seed)
    view, now = store.view(), store.view().now or 0
    people = sorted(id_ for id_ in other.graph if id_.startswith("person:"))
    some = random.choices(people, k=examples)
    companies = sorted(other.staff.at, key=lambda id_: (-len(other.staff.at[id_]), id_))[:examples]
    typos = [(_typo(n, random), other.names[n]) for n in random.choices(sorted(other.names), k=examples)]
    yield from _paths(store, other, people, examples, random)
    yield Duel("one career", some, _career(view), lambda who: peer.career(other.graph, who))
    yield Duel("worked together", some, _colleagues(view), _their_colleagues(other, now))
    yield Duel("neighbourhood as networkx", companies, _around(view), _their_around(other))
    yield Duel("flow matrix of six years", [WINDOW] * 3, _flow(view), lambda w: peer.flow(other.moves, *w))
    yield Duel("retention of a cohort", companies, _retention(view), _their_retention(other, now))
    yield Duel("name with one typo", typos, _search(view), _their_search(other), least=RECALL)


def _paths(store: Store, other: Peer, people: list[str], examples: int, random: Random) -> Iterator[Duel]:
    """With a date, people are asked about who were somewhere on that day."""
    view, on_day, likely = store.view(), store.view(Scope(true_on=DAY)), peer.likely_on(DAY)
    there = [id_ for id_ in people if any(True for _ in peer.neighbours(other.graph, id_, likely))]
    pairs = [tuple(random.sample(people, 2)) for _ in range(examples)]
    on_that_day = [tuple(random.sample(there, 2)) for _ in range(examples)]
    for name, asked, given, relations, keep in (
        ("shortest path", view, pairs, (), peer.anything),
        ("path with a date", on_day, on_that_day, (), likely),
        ("path with a relation", view, pairs, ("works_at",), peer.of_relation("works_at")),
    ):
        yield Duel(name, given, _hops(asked, relations), _their_hops(other, keep))
    yield Duel("first of all shortest paths", pairs, _first(view), _their_first(other))
    yield Duel(
        "five shortest paths",
        pairs,
        lambda pair: [len(path.hops) for path in view.paths(pair[0], pair[1], k=5).items],
        lambda pair: [n for n in peer.k_lengths(other.simple, pair[0], pair[1], 5) if n <= settings().hops],
    )


def _hops(view: View, relations: Sequence[str]) -> Answer:
    def answer(pair: tuple[str, str]) -> object:
        found = view.paths(pair[0], pair[1], k=1, relations=relations).items
        return len(found[0].hops) if found else 0

    return answer


def _their_hops(other: Peer, keep: peer.Keep) -> Answer:
    def answer(pair: tuple[str, str]) -> object:
        hops = peer.distance(other.graph, pair[0], pair[1], keep)
        return hops if hops <= settings().hops else 0

    return answer


def _first(view: View) -> Answer:
    return lambda pair: [path.entities for path in view.paths(pair[0], pair[1], k=1).items]


def _their_first(other: Peer) -> Answer:
    def answer(pair: tuple[str, str]) -> object:
        found = peer.first_path(other.graph, pair[0], pair[1], peer.anything, settings().hops)
        return [found] if found else []

    return answer


def _career(view: View) -> Answer:
    return lambda who: [(row.start_lo, row.object) for row in view.stints(people=[who]).edges]


def _colleagues(view: View) -> Answer:
    def answer(who: str) -> object:
        found = view.overlaps(who, limit=10**9).items
        return [(o.days, o.person, o.company, o.first) for o in found]

    return answer


def _their_colleagues(other: Peer, now: int) -> Answer:
    return lambda who: peer.colleagues(other.graph, other.staff, who, now)


def _around(view: View) -> Answer:
    def answer(id_: str) -> object:
        near = view.neighbours(id_, limit=settings().picture_nodes - 1).items
        graph = collect(view, (id_, *(n.id for n in near))).to_networkx()
        return set(graph), graph.number_of_edges()

    return answer


def _their_around(other: Peer) -> Answer:
    def answer(id_: str) -> object:
        graph = peer.around(other.graph, id_, peer.anything, settings().picture_nodes)
        return set(graph), graph.number_of_edges()

    return answer


def _flow(view: View) -> Answer:
    def answer(window: tuple[int, int]) -> object:
        cells = flows(view, window=Window(*window)).cells
        return {(cell.origin, cell.destination): cell.tally.n for cell in cells if cell.tally.n}

    return answer


def _retention(view: View) -> Answer:
    def answer(id_: str) -> object:
        reading = retention(view, id_, Window(*WINDOW), HORIZON).readings[0]
        return reading.stayed or 0, reading.counted

    return answer


def _their_retention(other: Peer, now: int) -> Answer:
    return lambda id_: peer.retention(other.staff, id_, WINDOW, HORIZON, now)


def _search(view: View) -> Answer:
    """Whether who is meant is among the first ten."""
    return lambda typo: typo[1] in [hit.entity.id for hit in view.candidates(typo[0]).items[:10]]


def _their_search(other: Peer) -> Answer:
    names = list(other.names)
    return lambda typo: typo[1] in peer.search(names, other.names, typo[0])


def _typo(name: str, random: Random) -> str:
    """Two letters change places."""
    at = random.randrange(len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
