"""What Explore draws: the best connected names, and what was opened, in the order in which it came in.

A picture holds whatever is true at some time: the day is a matter of how it is drawn. And names are laid out
by all links that the ledger has. So neither a day nor a filter moves a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from graph.assembly.rows import Level
from graph.queries.answers.subgraph import Subgraph, collect
from graph.queries.network.neighbourhood import Neighbourhood, neighbourhood
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View
from graph.store.scope import Scope
from talentgraph.ui.explore.openings import Opening, Place
from talentgraph.ui.explore.placing import code, place
from talentgraph.ui.state import State

_NARROW = "Narrow by relation, date or status to see the rest."
_TOLD = 2  # names of a title, at most


@dataclass(frozen=True, slots=True)
class Picture:
    """`around` has the links of any day, and what is hidden of each name; `graph` also where names stand.

    `usual` are the places that a first visit would give the same names. `unknown` are ids that the state
    names and the ledger does not know. `everyone` counts the names of the ledger.
    """

    around: Neighbourhood
    graph: Subgraph
    usual: Mapping[str, Place]
    unknown: tuple[str, ...]
    everyone: int

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self.around.distance)

    @property
    def places(self) -> dict[str, Place]:
        return {id_: (round(x), round(y)) for id_, (x, y) in self.graph.positions.items()}

    def within(self, view: View) -> Subgraph:
        """What is true of it in the scope of the view: what files hold."""
        graph = collect(view, self.ids, title=self.graph.title, cuts=self.graph.cuts)
        return replace(graph, positions=self.graph.positions)


@dataclass(frozen=True, slots=True)
class Book:
    """The ledger that a picture is drawn from. `first`: all its names, best connected first.

    `everyone`: those of them that are known on the day of the state.
    """

    view: Callable[[Scope], View]
    first: Sequence[str]
    everyone: Sequence[str]


def draw_up(state: State, book: Book, held: dict[str, Place], coded: Mapping[str, Place]) -> Picture:
    """The picture of a state. `held` are the places given in this visit; those of new names are added.

    `coded` are places that an address tells, by the code of the name.
    """
    view = book.view(Scope(None, state.known_on, state.level, relations=frozenset(state.relations)))
    stages = [[view.resolve(id_) for id_ in stage] for stage in _stages(view, state, book.everyone)]
    wanted = list(dict.fromkeys(chain(*stages)))
    known = view.entities(wanted)
    kept = [id_ for id_ in wanted if id_ in known][: settings().picture_nodes]
    drawn = [id_ for id_ in kept if id_ not in state.hidden]
    around = neighbourhood(view, drawn, 0)
    around = replace(around, cuts=(*around.cuts, *_cut(sum(id_ in known for id_ in wanted) - len(kept))))
    held |= {id_: coded[code(id_)] for id_ in kept if id_ not in held and code(id_) in coded}
    usual = _placed(state, book, [[id_ for id_ in stage if id_ in kept] for stage in stages], held)
    pins = {pin.id: (pin.x, pin.y) for pin in state.pins}
    standing = held | pins
    return Picture(
        around=around,
        graph=replace(
            around.subgraph(view),
            title=_title(state, around),
            positions={id_: (float(standing[id_][0]), float(standing[id_][1])) for id_ in drawn},
        ),
        usual={id_: (usual | pins)[id_] for id_ in drawn},
        unknown=tuple(id_ for id_ in wanted if id_ not in known),
        everyone=len(book.everyone),
    )


def _title(state: State, around: Neighbourhood) -> str:
    """What files call the picture: the path, whose neighbours were asked for, or how many names it has."""
    opened = list(dict.fromkeys(each.id for each in state.openings))
    if state.path:
        return f"Path from {around.name(state.path[0])} to {around.name(state.path[-1])}"
    if state.whole or not opened:
        return f"A network of {len(around.distance):,} names"
    first = " and ".join(map(around.name, opened[:_TOLD]))
    others = len(opened) - _TOLD
    return f"Around {first}" if others < 1 else f"Around {around.name(opened[0])} and {others + 1:,} others"


def _stages(view: View, state: State, everyone: Sequence[str]) -> Iterator[list[str]]:
    """In the order in which names are drawn, should not all of them find room."""
    yield [*state.path, *_labs_between(view, state.path)]
    for opening in state.openings:
        yield [opening.id, *_neighbours(view, opening, state.kinds)]
    if state.whole:
        of_kind = (id_ for id_ in everyone if not state.kinds or id_.partition(":")[0] in state.kinds)
        yield list(of_kind)[: settings().first_nodes]


def _labs_between(view: View, path: Sequence[str]) -> Iterator[str]:
    """The labs by which a path leads from a person to a company, or back."""
    for hop in pairwise(path):
        people = [id_ for id_ in hop if id_.startswith("person:")]
        rows = view.stints(people=people).edges if len(people) == 1 else ()
        yield from dict.fromkeys(row.object for row in rows if row.company in hop and row.object not in hop)


def _neighbours(view: View, opening: Opening, kinds: Sequence[str]) -> list[str]:
    """Best connected first."""
    found = view.neighbours(
        opening.id,
        relations=[opening.relation] if opening.relation else (),
        direction="both" if not opening.direction else "out" if opening.direction == "out" else "in",
        kinds=kinds,
        limit=settings().query_rows,
    )
    return [neighbour.id for neighbour in found.items]


def _cut(left_out: int) -> tuple[Cut, ...]:
    return (Cut("picture_nodes", settings().picture_nodes, left_out, _NARROW),) if left_out else ()


def _placed(
    state: State, book: Book, stages: Sequence[Sequence[str]], held: dict[str, Place]
) -> dict[str, Place]:
    """Give every name its place in `held`; the places that a first visit would give them."""
    steps = [list(book.first[: settings().first_nodes]), *stages]
    whole = _links(book.view(Scope(level=Level.ALL)), list(dict.fromkeys(chain(*steps))))
    usual = place(steps, whole, {}, state.seed)
    if held:  # new names come in around what stands, also where it was dragged to
        pins = {pin.id: (pin.x, pin.y) for pin in state.pins}
        given = place(steps, whole, held | pins, state.seed)
        held |= {id_: at for id_, at in given.items() if id_ not in pins and id_ not in held}
    held |= {id_: at for id_, at in usual.items() if id_ not in held}
    return usual


def _links(view: View, ids: Sequence[str]) -> Subgraph:
    """Cards and links without their claims: all that places need."""
    rows = view.between(ids).items
    cards = view.entities(ids)
    return Subgraph(
        title="",
        scope=view.scope,
        version=view.version,
        now=None,
        entities=tuple(cards.values()),
        edges=rows,
    )
