"""What the address holds: the same address opens the same view.

Ids of entities, days and levels go into it. What somebody typed into the search does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from graph.assembly.rows import Certainty, Level
from graph.exports.look import Sign
from graph.model.days import day_of, iso
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.store.scope import Scope
from talentgraph.ui.address import Reader, an_edge, an_id, flag, ids, number, one_of, some_of
from talentgraph.ui.explore.openings import Opening, Pin, opening, openings, pins, texts

SEED, _MOST_SEEDS = 1, 9_999
_SHARED = ("at", "on", "known", "level")
"""What the addresses of all pages hold alike."""


@dataclass(frozen=True, slots=True)
class State:
    """`at` is the selected entity or edge; `group` are several, of which it is the first.

    `opened` are expansions in order: an id, or id~relation~direction. `whole`: beside those, as much of the
    whole ledger as one picture holds. `path`: the entities of a path to draw in red, in order. `hidden` were
    put away by hand, `pins` dragged; `off` are the signs that the legend hides. `table`: the picture as a
    table. `colour`: by kind or by employer. `seed`: of where names stand.
    """

    at: str = ""
    group: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    whole: bool = True
    hidden: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
    off: tuple[str, ...] = ()
    table: bool = False
    colour: str = "kind"
    seed: int = SEED
    true_on: int | None = None
    known_on: int | None = None
    level: Level = Level.USUAL
    certainty: Certainty = Certainty.POSSIBLE
    relations: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    problems: tuple[str, ...] = field(default=(), compare=False)

    @property
    def scope(self) -> Scope:
        return Scope(self.true_on, self.known_on, self.level, self.certainty, frozenset(self.relations))

    @property
    def clocks(self) -> Scope:
        """Both clocks and the level, without the filters of the network: what every page is read in."""
        return Scope(self.true_on, self.known_on, self.level)

    @property
    def selected(self) -> tuple[str, ...]:
        if self.group and self.group[0] == self.at:
            return self.group
        return (self.at,) if self.at else ()

    @property
    def openings(self) -> tuple[Opening, ...]:
        return tuple(map(opening, self.opened))

    @property
    def by_hand(self) -> ByHand:
        """What undo takes back and redo does again."""
        return ByHand(self.opened, self.whole, self.hidden, self.pins, self.path, self.seed)

    def as_by_hand(self, done: ByHand) -> State:
        return replace(self, **done._asdict())

    def select(self, selected: Sequence[str]) -> State:
        return replace(self, at="".join(selected[:1]), group=tuple(selected) if len(selected) > 1 else ())

    def expand(self, id_: str, relation: str = "", direction: str = "") -> State:
        """With the neighbours of an entity, by one relation or by all. It is put away no more."""
        more = Opening(id_, relation, direction).text
        hidden = tuple(each for each in self.hidden if each != id_)
        opened = self.opened if more in self.opened else (*self.opened, more)
        return replace(self, opened=opened, hidden=hidden)


class ByHand(NamedTuple):
    """The parts of a state that hands make in the picture."""

    opened: tuple[str, ...]
    whole: bool
    hidden: tuple[str, ...]
    pins: tuple[Pin, ...]
    path: tuple[str, ...]
    seed: int


def to_address(state: State) -> dict[str, str]:
    """Query parameters; what is at its default is left out, so that addresses stay short."""
    every = {
        "at": state.at,
        "also": ",".join(state.selected[1:]),
        "open": ",".join(state.opened),
        "only": "" if state.whole else "yes",
        "hide": ",".join(state.hidden),
        "pin": texts(state.pins),
        "on": iso(state.true_on) if state.true_on else "",
        "known": iso(state.known_on) if state.known_on else "",
        "level": "" if state.level is Level.USUAL else str(state.level),
        "certainty": "" if state.certainty is Certainty.POSSIBLE else str(state.certainty),
        "rel": ",".join(state.relations),
        "kind": ",".join(state.kinds),
        "path": ",".join(state.path),
        "off": ",".join(state.off),
        "table": "yes" if state.table else "",
        "colour": "" if state.colour == "kind" else state.colour,
        "seed": "" if state.seed == SEED else str(state.seed),
    }
    return {name: value for name, value in every.items() if value}


def shared_address(state: State) -> dict[str, str]:
    """Query parameters of what all pages share: the selection, both clocks, the level."""
    return {name: value for name, value in to_address(state).items() if name in _SHARED}


def from_address(address: Mapping[str, str]) -> State:
    """Read an address strictly, part by part. What cannot be read is told in `problems`."""
    part, none = Reader(address), State()
    state = State(
        at=part.read("at", _id_or_edge, ""),
        opened=part.read("open", openings, ()),
        whole=not part.read("only", flag("yes"), False),
        hidden=part.read("hide", ids, ()),
        pins=part.read("pin", pins, none.pins),
        true_on=part.read("on", day_of, None),
        known_on=part.read("known", day_of, None),
        level=part.read("level", Level, Level.USUAL),
        certainty=part.read("certainty", Certainty, Certainty.POSSIBLE),
        relations=part.read("rel", some_of(RELATIONS), ()),
        kinds=part.read("kind", some_of(KINDS), ()),
        path=part.read("path", ids, ()),
        off=part.read("off", some_of(map(str, Sign)), ()),
        table=part.read("table", flag("yes"), False),
        colour=part.read("colour", one_of(("employer",)), none.colour),
        seed=part.read("seed", number(1, _MOST_SEEDS), SEED),
    )
    also = part.read("also", ids, none.group)
    group = (state.at, *also) if state.at and also else ()
    return replace(state, group=group, problems=tuple(part.problems))


def shared_from(address: Mapping[str, str], held: State) -> State:
    """The held state with what the address of another page than Explore says of the shared parts."""
    read = from_address({name: value for name, value in address.items() if name in _SHARED})
    return replace(
        held,
        at=read.at,
        true_on=read.true_on,
        known_on=read.known_on,
        level=read.level,
        problems=read.problems,
    )


def _id_or_edge(text: str) -> str:
    return an_edge(text) if "|" in text else an_id(text)
