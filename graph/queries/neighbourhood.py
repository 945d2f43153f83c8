"""What lies around one or several entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.assembly.rows import EdgeRow
from graph.queries.reply import Reply
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Hidden:
    """What an entity has that is not in the picture, by relation and direction (out: it is the subject)."""

    relation: str
    direction: str
    neighbours: int


@dataclass(frozen=True, kw_only=True)
class Neighbourhood(Reply):
    """`distance` by id, in the order in which the entities are shown: nearest, then best connected, then id.

    `hidden` by id holds only entities that have something left to expand.
    """

    seeds: tuple[str, ...]
    radius: int
    distance: Mapping[str, int]
    edges: tuple[EdgeRow, ...]
    hidden: Mapping[str, tuple[Hidden, ...]]


def neighbourhood(
    view: View,
    seeds: str | Sequence[str],
    radius: int = 1,
    *,
    relations: Sequence[str] = (),
    kinds: Sequence[str] = (),
    without: Sequence[str] = (),
    limit: int | None = None,
) -> Neighbourhood:
    """All entities within `radius` hops of the seeds (names or ids), and the edges among them.

    `kinds` and `without` keep entities out, the seeds excepted. `limit` None: the setting `picture_nodes`.
    """
    raise NotImplementedError
