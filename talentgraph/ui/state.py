"""What the address holds: the same address opens the same view.

Ids of entities, days and levels go into it. What somebody typed into the search does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.assembly.rows import Certainty, Level
from graph.model.days import day_of, iso
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.store.scope import Scope
from talentgraph.ui.address import Reader, an_edge, an_id, ids, some_of

_SHARED = ("at", "on", "known", "level")
"""What the addresses of all pages hold alike."""


@dataclass(frozen=True, slots=True)
class State:
    """`at` is the selected entity or edge; `opened` those whose neighbours are drawn, in order.
    `whole`: beside those, as much of the whole ledger as one picture holds. `path`: the entities of a path
    to draw in red, in order.
    """

    at: str = ""
    opened: tuple[str, ...] = ()
    whole: bool = True
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

    def expand(self, id_: str) -> State:
        return self if id_ in self.opened else replace(self, opened=(*self.opened, id_))


def to_address(state: State) -> dict[str, str]:
    """Query parameters; what is at its default is left out, so that addresses stay short."""
    every = {
        "at": state.at,
        "open": ",".join(state.opened),
        "only": "" if state.whole else "yes",
        "on": iso(state.true_on) if state.true_on else "",
        "known": iso(state.known_on) if state.known_on else "",
        "level": "" if state.level is Level.USUAL else str(state.level),
        "certainty": "" if state.certainty is Certainty.POSSIBLE else str(state.certainty),
        "rel": ",".join(state.relations),
        "kind": ",".join(state.kinds),
        "path": ",".join(state.path),
    }
    return {name: value for name, value in every.items() if value}


def shared_address(state: State) -> dict[str, str]:
    """Query parameters of what all pages share: the selection, both clocks, the level."""
    return {name: value for name, value in to_address(state).items() if name in _SHARED}


def from_address(address: Mapping[str, str]) -> State:
    """Read an address strictly, part by part. What cannot be read is told in `problems`."""
    part = Reader(address)
    state = State(
        at=part.read("at", _id_or_edge, ""),
        opened=part.read("open", ids, ()),
        whole=part.read("only", _no, True),
        true_on=part.read("on", day_of, None),
        known_on=part.read("known", day_of, None),
        level=part.read("level", Level, Level.USUAL),
        certainty=part.read("certainty", Certainty, Certainty.POSSIBLE),
        relations=part.read("rel", some_of(RELATIONS), ()),
        kinds=part.read("kind", some_of(KINDS), ()),
        path=part.read("path", ids, ()),
    )
    return replace(state, problems=tuple(part.problems))


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


def _no(text: str) -> bool:
    if text != "yes":
        raise ValueError(text)
    return False
