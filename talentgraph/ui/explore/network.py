"""The picture as the network component takes it: nodes, edges, legend and months, as JSON values.

What the browser changes by itself, the selection and the day, is not repeated here: data that stays the same
is not sent again.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Flag
from graph.exports.look import Sign, points, sign
from graph.model.days import FUTURE, PAST, iso
from graph.model.relations import RELATIONS
from graph.model.vocabulary import EDGE_STATUSES
from graph.queries.network.neighbourhood import Hidden
from graph.queries.words.sentences import day_text, edge_text, span_text
from graph.store.answers import EntityCard
from talentgraph.ui.component import Block
from talentgraph.ui.explore.employers import Employers
from talentgraph.ui.explore.picture import Picture
from talentgraph.ui.explore.telling import Told
from talentgraph.ui.state import State

LABELS = {
    Sign.PERSON: "Person",
    Sign.COMPANY: "Company",
    Sign.LAB: "Lab or team",
    Sign.DEAL: "Deal",
    Sign.MODEL: "Model or product",
    Sign.SCHOOL: "School",
    Sign.GROUP: "Group",
}
_DEALS = frozenset({"offered", "party_to", "brought"})
# Smallest and largest size in pixels, and how fast links make it grow.
_SIZES = {
    Sign.PERSON: (11, 17),
    Sign.COMPANY: (20, 36),
    Sign.LAB: (22, 36),
    Sign.GROUP: (20, 30),
    Sign.DEAL: (19, 19),
}
_FLAT = {Sign.COMPANY: 0.72, Sign.GROUP: 0.62}
_SOURCES = 12


def network_data(
    picture: Picture,
    state: State,
    told: Told,
    employers: Employers,
    months: Sequence[Block],
    *,
    later: int = 0,
) -> Block:
    """`told` is what the browser is to select and which day to show, where it does not know already.

    `later` claims are left out by the day of knowledge.
    """
    graph, hidden = picture.graph, picture.around.hidden
    signs = {sign(card) for card in graph.entities}
    statuses = {row.status for row in graph.edges}
    return {
        "view": "explore",
        "asked": told.as_json(),
        "nodes": list(_nodes(picture, state, employers)),
        "edges": [_edge(picture, row) for row in graph.edges],
        "relations": _relation_words(hidden),
        "employers": list(employers.names),
        "kinds": [{"shape": str(each), "label": LABELS[each]} for each in Sign if each in signs],
        "statuses": [str(status) for status in EDGE_STATUSES if status in statuses],
        "off": list(state.off),
        "path": list(state.path),
        "weakest": str(state.certainty),
        "now": graph.now,
        "months": list(months),
        "count": {
            "drawn": len(graph.entities),
            "everyone": picture.everyone,
            "away": len(state.hidden),
        },
        "table": state.table,
        "credit": [*_known(state, later), *_credit(picture)],
    }


def _nodes(picture: Picture, state: State, employers: Employers) -> Iterator[Block]:
    """By id, each with what hands made of it."""
    pinned, opened = {pin.id for pin in state.pins}, {opening.id for opening in state.openings}
    for card in sorted(picture.graph.entities, key=lambda card: card.id):
        node = _node(card, picture, picture.around.hidden.get(card.id, ()), employers.jobs(card))
        marks = {"pinned": card.id in pinned, "opened": card.id in opened}
        yield node | {name: True for name, is_so in marks.items() if is_so}


def _node(
    card: EntityCard, picture: Picture, hidden: Sequence[Hidden], jobs: Sequence[tuple[int, int, int]]
) -> Block:
    kind = sign(card)
    least, most = _SIZES.get(kind, (15, 15))
    size = min(most, least + 2.2 * math.sqrt(card.degree))
    x, y = picture.graph.positions[card.id]
    node: Block = {
        "id": card.id,
        "label": card.name,
        "text": ", ".join(filter(None, (card.name, card.summary))),
        "kind": LABELS[kind].lower(),
        "shape": str(kind),
        "links": card.degree,
        "size": round(size, 1),
        "height": round(size * _FLAT.get(kind, 1.0), 1),
        "x": x,
        "y": y,
    }
    if hidden:
        node["more"] = {f"{each.relation} {each.direction}": each.neighbours for each in hidden}
    return node | ({"jobs": [list(job) for job in jobs]} if jobs else {})


def _relation_words(hidden: Mapping[str, Sequence[Hidden]]) -> dict[str, str]:
    """How each relation and direction is said of whoever is expanded."""
    both = {(each.relation, each.direction) for found in hidden.values() for each in found}
    return {
        f"{relation} {direction}": RELATIONS[relation].label
        if direction == "out"
        else RELATIONS[relation].inverse
        for relation, direction in sorted(both)
    }


def _edge(picture: Picture, row: EdgeRow) -> Block:
    """`spans` are the bounds of days between which it holds; `dated` says where it has none of its own."""
    graph = picture.graph
    found = graph.evidence(row)
    look = [name for name, is_so in (("deal", row.relation in _DEALS), ("arrow", points(row))) if is_so]
    text = edge_text(row, found, lambda id_: graph.names.get(id_, ""), now=graph.now)
    edge: Block = {
        "id": row.address,
        "source": row.subject,
        "target": row.object,
        "status": str(row.status),
        "look": " ".join(look),
        "text": f"{text}, {row.status}",
        "what": RELATIONS[row.relation].label,
        "when": span_text(row),
        "claims": len(found),
        "spans": [row.start_lo, row.start_hi, row.end_lo, row.end_hi, row.likely_until],
    }
    if row.company and row.company != row.object:
        edge["company"] = row.company
    if Flag.TIMELESS in row.flags:
        edge["dated"] = "always"
    elif Flag.UNDATED in row.flags:
        edge["dated"] = "never"
    return edge


def _known(state: State, later: int) -> list[str]:
    """For saved pictures: what the other clock leaves out."""
    if state.known_on is None:
        return []
    return [f"As known on {day_text(state.known_on)}: {later:,} later claims are left out."]


def _credit(picture: Picture) -> list[str]:
    """For saved pictures: whose words these are, and under which licence."""
    spoken = (e for e in picture.graph.claims if e.source.kind != "derived")
    sources = Counter(e.source.publisher or e.source.title for e in spoken)
    names = [name for name, _ in sorted(sources.items(), key=lambda item: (-item[1], item[0]))]
    more = f" and {len(names) - _SOURCES} more" if len(names) > _SOURCES else ""
    licence = f" Data: {picture.graph.licence}." if picture.graph.licence else ""
    return [f"Sources: {', '.join(names[:_SOURCES])}{more}.{licence}"] if names else []


def months_of(claims: Iterable[Evidence]) -> list[Block]:
    """Every month from the first to the last in which a claim lies surely: its last day, how many do."""
    counts: Counter[date] = Counter()
    for evidence in claims:
        point = evidence.claim.when.start or evidence.claim.when.end
        if point and point.lo > PAST and point.hi < FUTURE and point.hi - point.lo <= 31:
            counts[date.fromordinal(point.lo).replace(day=1)] += 1
    if not counts:
        return []
    month, last, found = min(counts), max(counts), []
    while month <= last:
        following = (month + timedelta(days=31)).replace(day=1)
        day = following.toordinal() - 1
        found.append({"day": iso(day), "number": day, "label": f"{month:%b %Y}", "claims": counts[month]})
        month = following
    return found
