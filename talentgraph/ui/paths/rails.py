"""Paths as rails, and one of them in words."""

from __future__ import annotations

from collections.abc import Sequence

from graph.assembly.rows import EdgeRow, Flag
from graph.model.days import PAST
from graph.model.relations import RELATIONS
from graph.model.vocabulary import Status
from graph.queries.network.paths import FoundPath, Paths
from graph.queries.words.sentences import days_text, edge_text, span_text
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.people.lanes import goes_on

_STRENGTH = {status: number for number, status in enumerate(Status)}
_UNDATED = "not dated"


def rails(reply: Paths, chosen: int) -> list[Block]:
    """A head with the order, then a rail for each path; `chosen` counts from 1."""
    return [head(reply), *(_rail(reply, path, number, chosen) for number, path in enumerate(reply.paths, 1))]


def head(reply: Paths) -> Block:
    found = len(reply.paths)
    title = f"{found} path{'s' if found != 1 else ''}"
    return {"type": "section", "title": title, "note": "shortest first; well-connected names last"}


def _rail(reply: Paths, found: FoundPath, number: int, chosen: int) -> Block:
    path = found.path
    hops = zip(path.entities, path.hops, strict=False)
    confirmed = sum(strongest(hop).status is Status.CONFIRMED for hop in path.hops)
    steps = f"{found.hops} step{'s' if found.hops != 1 else ''}"
    return {
        "type": "rail",
        "title": through(reply, path.entities),
        "note": f"{steps}, {confirmed or 'none'} confirmed",
        "action": f"choose {number}",
        "chosen": number == chosen,
        "stops": [blocks.name(reply, id_) for id_ in path.entities],
        "hops": [_hop(reply, start, hop) for start, hop in hops],
    }


def through(reply: Paths, entities: Sequence[str]) -> str:
    """Who connects them: the people between, else whatever is; the two ends where there are several."""
    inner = entities[1:-1]
    people = [id_ for id_ in inner if id_.startswith("person:")] or inner
    said = f"Through {reply.names(people)}" if inner else "Directly"
    several = len(reply.starts) > 1 or len(reply.ends) > 1
    return f"{reply.name(entities[0])} to {reply.name(entities[-1])}: {said.lower()}" if several else said


def strongest(hop: Sequence[EdgeRow]) -> EdgeRow:
    """The edge of a hop that is drawn: the surest, then the first in order."""
    return min(hop, key=lambda row: (_STRENGTH[row.status], row.order))


def dates_of(reply: Paths, row: EdgeRow) -> str:
    """`since Oct 2025` where the last report saw it go on, as on the page of the person."""
    now = PAST if reply.now is None else reply.now
    if Flag.START_DATED in row.flags and goes_on(reply, row, now, row.likely_until):
        return f"since {days_text(row.start_lo, row.start_hi + 1)}"
    return span_text(row)


def _hop(reply: Paths, start: str, hop: Sequence[EdgeRow]) -> Block:
    row = strongest(hop)
    rest = len(hop) - 1
    return {
        "relation": RELATIONS[row.relation].label,
        "dates": dates_of(reply, row) or _UNDATED,
        "more": f"and {rest} more" if rest else "",
        "status": str(row.status),
        "forward": row.subject == start,
    }


def words(reply: Paths, chosen: int, *, as_table: bool = False) -> list[Block]:
    """One sentence an edge, step by step, each with its sources; then what to do with the path."""
    found = reply.paths[chosen - 1]
    rows = []
    for step, (start, hop) in enumerate(zip(found.path.entities, found.path.hops, strict=False), 1):
        rows += [
            _sentence(reply, row, start, "" if number else f"Step {step}")
            for number, row in enumerate(ordered(hop))
        ]
    sentences = {"type": "sentences", "title": f"Path {chosen}, in words", "rows": rows, "stacked": True}
    said = f"{reply.name(found.path.entities[0])} to {reply.name(found.path.entities[-1])}"
    listed = "\n".join(f"{number}. {line}." for number, line in enumerate(found.sentences, 1))
    buttons: list[Block] = [
        {"label": "Show in network", "action": f"red {' '.join(found.path.entities)}", "strong": True},
        {"label": "Copy as text", "copy": f"{said}\n{listed}\n"},
        {"label": "Show as picture" if as_table else "Show as table", "action": "table"},
    ]
    return [sentences, {"type": "actions", "buttons": buttons}]


def ordered(hop: Sequence[EdgeRow]) -> list[EdgeRow]:
    return sorted(hop, key=lambda row: (_STRENGTH[row.status], row.order))


def _sentence(reply: Paths, row: EdgeRow, start: str, step: str) -> Block:
    found = reply.evidence(row)
    text_ = blocks.runs(reply, lambda say: edge_text(row, found, say, start, reply.now))
    sources = blocks.chips(blocks.spoken(found), reply.name)
    return {"when": step, "text": [*text_, "."], "status": str(row.status), "sources": sources}
