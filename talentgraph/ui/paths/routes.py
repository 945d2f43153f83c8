"""The question of the page Paths, as its address holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.queries.words.question import MODES
from graph.settings import settings
from graph.store.base import PathMode
from talentgraph.ui.address import Reader, a_word, flag, ids, number, some_of

PAGE = "paths"
MOST_HOPS = 12
MOST_HUB = 10**7


@dataclass(frozen=True, slots=True)
class Route:
    """From any of `starts` to any of `ends`; None: as the settings have it. `chosen` is said in words.

    `order` is read by the table that stands for the rails.
    """

    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    mode: PathMode = "any"
    paths: int | None = None
    hops: int | None = None
    hub: int | None = None
    relations: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    chosen: int = 1
    as_table: bool = False
    order: str = ""
    problems: tuple[str, ...] = ()

    @property
    def filters(self) -> int:
        """How many limits are set that are not at their default."""
        several = (len(self.starts) > 1) + (len(self.ends) > 1)
        numbers = sum(limit is not None for limit in (self.paths, self.hops, self.hub))
        return several + numbers + sum(map(bool, (self.relations, self.kinds, self.without)))

    def changed(self, part: str, value: object) -> Route:
        """Another question: it begins with its first path."""
        parts: dict[str, Any] = {part: value, "chosen": 1, "problems": ()}
        return replace(self, **parts)

    def parts(self) -> dict[str, str]:
        """Query parameters; what is at its default is left out."""
        every = {
            "from": ",".join(self.starts),
            "to": ",".join(self.ends),
            "mode": "" if self.mode == "any" else self.mode,
            "paths": str(self.paths or ""),
            "hops": str(self.hops or ""),
            "hub": str(self.hub or ""),
            "rel": ",".join(self.relations),
            "kind": ",".join(self.kinds),
            "without": ",".join(self.without),
            "path": str(self.chosen) if self.chosen > 1 else "",
            "table": "yes" if self.as_table else "",
            "order": self.order,
        }
        return {name: value for name, value in every.items() if value}


def route_from(address: Mapping[str, str]) -> Route:
    """Read strictly, part by part; what cannot be read is told in `problems`."""
    part = Reader(address)
    route = Route(
        starts=part.read("from", ids, ()),
        ends=part.read("to", ids, ()),
        mode=part.read("mode", _mode, "any"),
        paths=part.read("paths", number(1, settings().paths_max), None),
        hops=part.read("hops", number(1, MOST_HOPS), None),
        hub=part.read("hub", number(1, MOST_HUB), None),
        relations=part.read("rel", some_of(RELATIONS), ()),
        kinds=part.read("kind", some_of(KINDS), ()),
        without=part.read("without", ids, ()),
        chosen=part.read("path", number(1, settings().paths_max), 1),
        as_table=part.read("table", flag("yes"), False),
        order=part.read("order", a_word, ""),
    )
    return replace(route, problems=tuple(part.problems))


def _mode(text: str) -> PathMode:
    found = next((mode for mode in MODES if mode == text), None)
    if found is None:
        raise ValueError(text)
    return found
