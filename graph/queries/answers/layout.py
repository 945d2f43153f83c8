"""Where each entity stands in a picture."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING

from graph.errors import MissingPart
from graph.model.entities import kind_of
from graph.queries.answers.subgraph import Subgraph

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    import numpy.typing as npt

    Points = npt.NDArray[np.float64]

Position = tuple[float, float]

_EDGE_LENGTH = 130.0  # pixels at which an edge neither pulls nor pushes
_APART = (
    50.0,
    66.0,
    112.0,
)  # least pixels between two people, a person and an organisation, two organisations
_ROUNDS = 200


def positions(
    graph: Subgraph, fixed: Mapping[str, Position] | None = None, seed: int = 1
) -> dict[str, Position]:
    """x and y by entity id, in pixels; same graph, fixed and seed: same positions. What is fixed moves 0."""
    ids = sorted(card.id for card in graph.entities)
    held = {id_: place for id_, place in (fixed or {}).items() if id_ in set(ids)}
    if not ids:
        return {}
    numpy = _numpy()  # before networkx needs it, so that its absence is said well
    pairs = sorted({(min(ends), max(ends)) for ends in ((row.subject, row.object) for row in graph.edges)})
    laid = _spring(ids, pairs, held, seed)
    points = numpy.array([laid[id_] for id_ in ids], dtype=float)
    free = numpy.array([id_ not in held for id_ in ids])
    _spread(points, free, [kind_of(id_) for id_ in ids])
    result = {id_: (round(float(x), 2), round(float(y), 2)) for id_, (x, y) in zip(ids, points, strict=True)}
    return result | held


def placed(graph: Subgraph, fixed: Mapping[str, Position] | None = None, seed: int = 1) -> Subgraph:
    """The same graph with its positions."""
    return replace(graph, positions=positions(graph, fixed, seed))


def _numpy() -> ModuleType:
    try:
        import numpy as np
    except ImportError as error:
        hint = "Install it: pip install 'talentgraph[app]'."
        raise MissingPart("pictures need numpy, which is not installed.", hint=hint) from error
    return np


def _spring(
    ids: Sequence[str], pairs: Sequence[tuple[str, str]], held: Mapping[str, Position], seed: int
) -> dict[str, Position]:
    """Fruchterman and Reingold, as networkx has it, in units of an edge's length."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from(pairs)
    if not held:
        laid = nx.spring_layout(graph, k=1.0, scale=None, seed=seed, method="force")
        return {id_: (x * _EDGE_LENGTH, y * _EDGE_LENGTH) for id_, (x, y) in laid.items()}
    start = {id_: (x / _EDGE_LENGTH, y / _EDGE_LENGTH) for id_, (x, y) in _started(graph, ids, held).items()}
    if len(held) == len(ids):
        return dict(held)
    laid = nx.spring_layout(
        graph, k=1.0, pos=start, fixed=sorted(held), scale=None, seed=seed, method="force"
    )
    return {id_: (x * _EDGE_LENGTH, y * _EDGE_LENGTH) for id_, (x, y) in laid.items()}


def _started(graph: nx.Graph[str], ids: Sequence[str], held: Mapping[str, Position]) -> dict[str, Position]:
    """New entities begin in a ring around the first neighbour that stands, else around the middle of all."""
    middle = tuple(sum(axis) / len(held) for axis in zip(*held.values(), strict=True))
    start = dict(held)
    new = [id_ for id_ in ids if id_ not in held]
    for number, id_ in enumerate(new):
        parents = sorted(other for other in graph[id_] if other in held)
        x, y = held[parents[0]] if parents else (middle[0], middle[1])
        angle = 2 * math.pi * number / len(new)
        start[id_] = (x + _EDGE_LENGTH * math.cos(angle), y + _EDGE_LENGTH * math.sin(angle))
    return start


def _spread(points: Points, free: npt.NDArray[np.bool_], kinds: Sequence[str]) -> None:
    """Push apart, in place, what stands too close. What is not free stays; its neighbour goes all the way."""
    numpy = _numpy()
    orgs = numpy.array([kind == "org" for kind in kinds], dtype=int)
    least = numpy.array(_APART)[orgs[:, None] + orgs[None, :]]
    numpy.fill_diagonal(least, 0.0)
    turn = numpy.arange(len(kinds)) * 2.399963  # the golden angle: equal points part in different directions
    aside = numpy.stack((numpy.cos(turn), numpy.sin(turn)), axis=1)
    share = numpy.where(free[:, None] & free[None, :], 0.5, 1.0) * free[:, None]
    for _ in range(_ROUNDS):
        apart = points[:, None, :] - points[None, :, :]
        distance = numpy.hypot(apart[..., 0], apart[..., 1])
        lacking = numpy.where(distance < least, least - distance + 0.5, 0.0)
        if not (lacking * share).any():
            return
        same = distance < 1e-6
        apart = numpy.where(same[..., None], aside[:, None, :] - aside[None, :, :], apart)
        norm = numpy.maximum(numpy.hypot(apart[..., 0], apart[..., 1]), 1e-9)
        points += (apart / norm[..., None] * (lacking * share)[..., None]).sum(axis=1)
