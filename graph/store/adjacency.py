"""The edges of one scope, by the entities at their ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.assembly.rows import Certainty, EdgeRow, Flag

Ends = Mapping[str, Mapping[str, tuple[EdgeRow, ...]]]
"""By entity, then by the other end, all edges between the two in EdgeRow.order."""


def adjacency(rows: Iterable[EdgeRow]) -> Ends:
    """Both directions; parallel edges stay apart."""
    ends: dict[str, dict[str, list[EdgeRow]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(rows, key=lambda row: row.order):
        ends[row.subject][row.object].append(row)
        ends[row.object][row.subject].append(row)
    return {a: {b: tuple(found) for b, found in others.items()} for a, others in ends.items()}


def is_undated(row: EdgeRow, certainty: Certainty) -> bool:
    """Whether a set day hides the edge for want of dates, not because of them."""
    if Flag.TIMELESS in row.flags:
        return False
    lo, hi = row.span(certainty)
    return Flag.UNDATED in row.flags or lo >= hi


def other_end(row: EdgeRow, id_: str) -> str:
    return row.object if row.subject == id_ else row.subject
