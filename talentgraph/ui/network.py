"""The picture as the network component takes it: nodes, edges, legend and months, as JSON values."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.exports.look import Sign, sign
from graph.model.days import FUTURE, PAST, iso
from graph.model.vocabulary import EDGE_STATUSES
from graph.queries.layout import Position
from graph.queries.subgraph import Subgraph
from graph.queries.words import day_text, edge_text
from graph.store.answers import EntityCard
from graph.store.scope import Scope
from talentgraph.ui.component import Block

LABELS = {
    Sign.PERSON: "Person",
    Sign.COMPANY: "Company",
    Sign.LAB: "Lab or team",
    Sign.DEAL: "Deal",
    Sign.MODEL: "Model or product",
    Sign.SCHOOL: "School",
    Sign.GROUP: "Group",
}
_ORANGE = frozenset({"offered", "party_to", "brought"})
# Smallest and largest size in pixels, and how fast links make it grow.
_SIZES = {
    Sign.PERSON: (11, 17),
    Sign.COMPANY: (20, 36),
    Sign.LAB: (22, 36),
    Sign.GROUP: (20, 30),
    Sign.DEAL: (19, 19),
}
_FLAT = {Sign.COMPANY: 0.72, Sign.GROUP: 0.62}


def network_data(graph: Subgraph, selected: str, months: Sequence[Block], *, count: str, asked: int) -> Block:
    """`selected` is an entity or an edge. A new `asked` makes the picture fit it."""
    joined = {end for row in graph.edges for end in (row.subject, row.object)}
    on_a_day = graph.scope.true_on is not None
    signs = {sign(card) for card in graph.entities}
    statuses = {row.status for row in graph.edges}
    return {
        "view": "explore",
        "nodes": [
            _node(card, graph.positions[card.id], on_a_day and card.id not in joined)
            for card in graph.entities
        ],
        "edges": [_edge(graph, row) for row in graph.edges],
        "selected": selected,
        "asked": asked,
        "count": count,
        "legend": {
            "kinds": [{"shape": str(each), "label": LABELS[each]} for each in Sign if each in signs],
            "statuses": [str(status) for status in EDGE_STATUSES if status in statuses],
        },
        "strip": {"months": list(months), "at": _month_at(months, graph.scope)},
    }


def _node(card: EntityCard, at: Position, apart: bool) -> Block:
    kind = sign(card)
    least, most = _SIZES.get(kind, (15, 15))
    size = min(most, least + 2.2 * math.sqrt(card.degree))
    return {
        "id": card.id,
        "label": card.name,
        "text": ", ".join(filter(None, (card.name, card.summary))),
        "shape": str(kind),
        "links": card.degree,
        "size": round(size, 1),
        "height": round(size * _FLAT.get(kind, 1.0), 1),
        "x": round(at[0], 1),
        "y": round(at[1], 1),
        "apart": apart,
    }


def _edge(graph: Subgraph, row: EdgeRow) -> Block:
    classes = [str(row.status)]
    if row.relation in _ORANGE:
        classes += ["deal", "arrow"]
    if graph.scope.true_on is not None:
        classes.append(str(row.certainty_on(graph.scope.true_on) or "certain"))
    text = edge_text(row, graph.evidence(row), lambda id_: graph.names.get(id_, ""), now=graph.now)
    return {
        "id": row.address,
        "source": row.subject,
        "target": row.object,
        "classes": " ".join(classes),
        "text": f"{text}, {row.status}",
    }


def count_text(graph: Subgraph, everyone: int, undated: int) -> str:
    """How much of the ledger is drawn. `undated` counts the links that the day hides."""
    drawn = len(graph.entities)
    names = f"{drawn} of {everyone} names" if drawn < everyone else f"{drawn} names"
    day = graph.scope.true_on
    left_out = f"; {undated} without a date left out" if undated else ""
    return f"{names}, {len(graph.edges)} links" + (f" true on {day_text(day)}{left_out}" if day else "")


def months_of(claims: Iterable[Evidence]) -> list[Block]:
    """Every month from the first to the last in which a claim lies surely, with how many do."""
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
        found.append({"day": iso(day), "label": f"{month:%b %Y}", "claims": counts[month]})
        month = following
    return found


def _month_at(months: Sequence[Block], scope: Scope) -> int | None:
    """The place of the day's month in the strip; the nearest end where it lies outside."""
    if scope.true_on is None:
        return None
    days = [str(month["day"]) for month in months]
    return next((at for at, day in enumerate(days) if day >= iso(scope.true_on)), len(days) - 1)
