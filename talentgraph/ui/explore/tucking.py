"""Room for names that come in later: near whom they belong to, without moving anybody."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.model.entities import kind_of
from graph.queries.answers.subgraph import Subgraph
from talentgraph.ui.explore.openings import FAR, Place

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Points = npt.NDArray[np.float64]

# Least pixels between two names: neither is an organisation, one is, both are.
_ROOM = (56.0, 74.0, 112.0)
_OUTSIDE = 160
_HEAP = 67  # pixels of the radius of a heap of organisations, by the root of their number
_SPOTS, _STEP, _TURN = 6_000, 13.0, 2.399963  # a spiral by the golden angle, with a radius of about 1,000
_AT_ONCE = 200


def tucked(
    parent: str, ids: Sequence[str], standing: Mapping[str, Place], graph: Subgraph
) -> dict[str, Place]:
    """A place for each id, in their order: the free spot nearest to its parent, or to its own neighbours.

    Those who are linked to nobody that stands gather beside the picture.
    """
    beside = _neighbours(graph)
    places = dict(standing)
    drawn = {*standing, *ids}
    alone = {id_ for id_ in drawn if drawn.isdisjoint(beside.get(id_, ()))}
    for id_ in ids:
        near = [places[other] for other in sorted(beside[id_]) if other in places]
        if parent in beside[id_] and parent in places:
            near = [*near, *[places[parent]] * len(near)]
        places[id_] = _free_spot(_middle(near) if near else _outside(places, alone), id_, places)
    return {id_: places[id_] for id_ in ids}


def _neighbours(graph: Subgraph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in graph.edges:
        found[row.subject].add(row.object)
        found[row.object].add(row.subject)
    return found


def _middle(places: Sequence[Place]) -> tuple[float, float]:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _outside(places: Mapping[str, Place], alone: Collection[str]) -> tuple[float, float]:
    """The middle of a heap for all who are alone, to the right of the others."""
    held = [at for id_, at in places.items() if id_ not in alone] or list(places.values())
    radius = _HEAP * math.sqrt(len(alone))
    return max(x for x, _ in held) + max(_OUTSIDE, radius), _middle(held)[1]


def _free_spot(target: tuple[float, float], id_: str, places: Mapping[str, Place]) -> Place:
    import numpy as np

    others = np.array(list(places.values()), dtype=float)
    kinds = [(kind_of(other) == "org") + (kind_of(id_) == "org") for other in places]
    room = np.array([_ROOM[kind] for kind in kinds])
    spots = np.round(np.array(target) + _spiral())
    for start in range(0, _SPOTS, _AT_ONCE):  # most names find room among the first
        some = spots[start : start + _AT_ONCE]
        apart = np.hypot(some[:, None, 0] - others[None, :, 0], some[:, None, 1] - others[None, :, 1])
        free = np.flatnonzero((apart >= room).all(axis=1))
        if len(free):
            return _within(some[free[0]])
    return _within(spots[-1])


def _within(spot: Points) -> Place:
    return max(-FAR, min(FAR, int(spot[0]))), max(-FAR, min(FAR, int(spot[1])))


@lru_cache(maxsize=1)
def _spiral() -> Points:
    import numpy as np

    number = np.arange(_SPOTS)
    radius, angle = _STEP * np.sqrt(number), number * _TURN
    return np.stack((radius * np.cos(angle), radius * np.sin(angle)), axis=1)
