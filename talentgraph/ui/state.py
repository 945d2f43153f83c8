"""What the address holds: the same address opens the same view.

Ids of entities, days and levels go into it. What somebody typed into the search does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from graph.assembly.rows import Certainty, Level
from graph.errors import ModelError
from graph.model.days import day_of, iso
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.model.text import check_id
from graph.store.scope import Scope

T = TypeVar("T")
_REST_OF_EDGE = 3


@dataclass(frozen=True, slots=True)
class State:
    """`at` is the selected entity or edge; `opened` those whose neighbours are drawn, in order.
    `whole`: beside those, as much of the whole ledger as one picture holds.
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
    problems: tuple[str, ...] = field(default=(), compare=False)

    @property
    def scope(self) -> Scope:
        return Scope(self.true_on, self.known_on, self.level, self.certainty, frozenset(self.relations))

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
    }
    return {name: value for name, value in every.items() if value}


def from_address(address: Mapping[str, str]) -> State:
    """Read an address strictly, part by part. What cannot be read is told in `problems`."""
    problems: list[str] = []

    def read(name: str, parse: Callable[[str], T], default: T) -> T:
        text = address.get(name, "")
        try:
            return parse(text) if text else default
        except (ValueError, ModelError):
            problems.append(name)
            return default

    state = State(
        at=read("at", _id_or_edge, ""),
        opened=read("open", _ids, ()),
        whole=read("only", _no, True),
        true_on=read("on", day_of, None),
        known_on=read("known", day_of, None),
        level=read("level", Level, Level.USUAL),
        certainty=read("certainty", Certainty, Certainty.POSSIBLE),
        relations=read("rel", lambda text: _words(text, RELATIONS), ()),
        kinds=read("kind", lambda text: _words(text, KINDS), ()),
    )
    return replace(state, problems=tuple(problems))


def _id(text: str) -> str:
    check_id(text, "id")
    return text


def _id_or_edge(text: str) -> str:
    """An entity, or the address of an edge: subject, relation, object, bundle, ordinal, place."""
    if "|" not in text:
        return _id(text)
    subject, relation, object_, *rest = text.split("|")
    if relation not in RELATIONS or len(rest) != _REST_OF_EDGE:
        raise ValueError(text)
    _ids(f"{subject},{object_}")
    return text


def _ids(text: str) -> tuple[str, ...]:
    return tuple(map(_id, text.split(",")))


def _no(text: str) -> bool:
    if text != "yes":
        raise ValueError(text)
    return False


def _words(text: str, known: Iterable[str]) -> tuple[str, ...]:
    words = tuple(text.split(","))
    if not set(words) <= set(known):
        raise ValueError(text)
    return words
