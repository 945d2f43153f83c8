"""The documented JSON shape of every answer."""

from __future__ import annotations

from graph.queries.reply import Reply
from graph.queries.subgraph import Subgraph

Json = dict[str, object]


def as_json(answer: Reply | Subgraph) -> Json:
    """Plain values in a stable order of keys; `json.dumps` takes them as they are."""
    raise NotImplementedError
