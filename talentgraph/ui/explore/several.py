"""The dossier of several names: who they are, and what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.assembly.rows import EdgeRow
from graph.queries.answers.reading import common
from graph.queries.answers.reply import Reply
from graph.queries.people.colleagues import together_text
from graph.queries.words.sentences import edge_text
from graph.settings import settings
from graph.store.answers import Overlap
from graph.store.base import View
from talentgraph.ui import blocks
from talentgraph.ui.component import Block

_MOST_NAMES, _MOST_SHARED = 30, 40
Shared = tuple[str, dict[str, tuple[EdgeRow, ...]]]
"""An entity, and its links to each of several."""
Met = tuple[str, Overlap]
"""A person, and the time with another."""


def several_blocks(view: View, selected: Sequence[str]) -> list[Block]:
    """Head, actions, the names, whom and what they share, when they were together."""
    names = list(dict.fromkeys(map(view.resolve, selected)))
    looked_at = names[:_MOST_NAMES]
    shared = _shared(view, looked_at)
    met = _met(view, looked_at)
    rows = [row for _, links in shared for found in links.values() for row in found]
    places = (place for _, overlap in met for place in (overlap.company, overlap.organisation) if place)
    named = (*names, *(id_ for id_, _ in shared), *places)
    reply = Reply(**common(view, named, rows))
    parts = [
        _head(reply, names),
        _actions(names),
        _names(reply, names, len(looked_at)),
        _shared_block(reply, shared, len(looked_at)),
        _met_block(reply, met),
    ]
    return [part for part in parts if part]


def _shared(view: View, names: Sequence[str]) -> list[Shared]:
    """Whoever is linked to at least two of them, most first, then by id; not they themselves."""
    found: dict[str, dict[str, tuple[EdgeRow, ...]]] = defaultdict(dict)
    for name in names:
        for neighbour in view.neighbours(name, without=names, limit=settings().query_rows).items:
            found[neighbour.id][name] = neighbour.edges
    shared = [(id_, links) for id_, links in found.items() if len(links) > 1]
    return sorted(shared, key=lambda item: (-len(item[1]), item[0]))


def _met(view: View, names: Sequence[str]) -> list[Met]:
    """Times at one company of any two of them, longest first."""
    people = {name for name in names if name.startswith("person:")}
    met = [
        (person, overlap)
        for person in sorted(people)
        for overlap in view.overlaps(person, limit=settings().query_rows).items
        if overlap.person in people and person < overlap.person
    ]
    return sorted(
        met, key=lambda item: (-item[1].days, item[0], item[1].person, item[1].company, item[1].first)
    )


def _head(reply: Reply, names: Sequence[str]) -> Block:
    said = reply.names(names[:_MOST_NAMES])
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return {
        "type": "head",
        "shape": "group",
        "kind": "Selection",
        "name": f"{len(names)} names",
        "line": [said + more],
    }


def _actions(names: Sequence[str]) -> Block:
    ids = " ".join(names)
    buttons = [
        {"label": "Show only these", "action": f"only {ids}", "strong": True},
        {"label": "Hide", "action": f"hide {ids}"},
    ]
    if len(names) == 2:
        buttons.insert(1, {"label": "Paths between", "action": f"between {ids}"})
    return {"type": "actions", "buttons": buttons}


def _names(reply: Reply, names: Sequence[str], looked_at: int) -> Block:
    rows = [{**blocks.name(reply, id_), "note": _kind(reply, id_), "text": ""} for id_ in names[:_MOST_NAMES]]
    left = len(names) - looked_at
    note = f"the first {looked_at} are compared" if left else ""
    return {"type": "links", "title": "Selected", "count": len(names), "note": note, "rows": rows}


def _kind(reply: Reply, id_: str) -> str:
    return blocks.kind_word(reply.cards[id_]).lower() if id_ in reply.cards else ""


def _shared_block(reply: Reply, shared: Sequence[Shared], asked: int) -> Block:
    rows = [
        {**blocks.name(reply, id_), "note": f"{len(links)} of {asked}", "text": _said(reply, links)}
        for id_, links in shared[:_MOST_SHARED]
    ]
    if not rows:
        bound = reply.scope.true_on is not None or reply.scope.known_on is not None
        where = "on these days" if bound else "in this ledger"
        hint = f"Nobody and nothing {where} is linked to two of them."
        return {"type": "sentences", "title": "What they share", "rows": [{"text": [hint]}]}
    left = len(shared) - len(rows)
    note = f"{left} more" if left else "linked to two or more"
    return {"type": "links", "title": "What they share", "count": len(shared), "note": note, "rows": rows}


def _said(reply: Reply, links: dict[str, tuple[EdgeRow, ...]]) -> str:
    """One sentence a link, in the order in which they were selected."""
    rows = dict.fromkeys(row for found in links.values() for row in found)
    return "; ".join(edge_text(row, reply.evidence(row), reply.name, now=reply.now) for row in rows)


def _met_block(reply: Reply, met: Sequence[Met]) -> Block | None:
    if not met:
        return None
    rows = [
        {
            "text": [
                *(blocks.name(reply, person), " and ", blocks.name(reply, overlap.person), " at "),
                *(blocks.name(reply, overlap.organisation or overlap.company), ": "),
                f"{together_text(overlap, reply.now)}.",
            ]
        }
        for person, overlap in met[:_MOST_SHARED]
    ]
    return {"type": "sentences", "title": "At one place at one time", "count": len(met), "rows": rows}
