"""Where each entity stands in a picture."""

from __future__ import annotations

from collections.abc import Mapping

from graph.queries.subgraph import Subgraph

Position = tuple[float, float]


def positions(
    graph: Subgraph, fixed: Mapping[str, Position] | None = None, seed: int = 1
) -> dict[str, Position]:
    """x and y by entity id, in pixels; same graph, fixed and seed: same positions. What is fixed moves 0."""
    raise NotImplementedError


def placed(graph: Subgraph, fixed: Mapping[str, Position] | None = None, seed: int = 1) -> Subgraph:
    """The same graph with its positions."""
    raise NotImplementedError
