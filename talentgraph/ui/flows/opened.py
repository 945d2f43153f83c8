"""What stands behind a number: its people, then the claims, and the way into the network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.assembly.evidence import Evidence
from graph.queries.answers.counting import Held
from graph.queries.answers.reply import Reply
from graph.queries.dealings.offers import Offer, offers
from graph.queries.flows.tallies import Tally
from graph.queries.people.moves import as_move
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.flows.grid import Arrival, arrivals, beside_texts
from talentgraph.ui.people.chronology import sure_words

CLOSE = "cell"
"""The action that closes what is open."""


def head(
    kind: str, name: str, number: str, label: str, note: str = "", *, shape: str = "person"
) -> list[Block]:
    """What the number is of, and the number."""
    return [
        {
            "type": "head",
            "shape": shape,
            "kind": kind,
            "name": name,
            "line": [],
            "also": "",
            "summary": "",
            "reveal": True,
        },
        {"type": "figures", "rows": [{"value": number, "label": label, "note": note}]},
    ]


def actions(people: Iterable[str]) -> Block:
    """The people into Explore, and closing."""
    given = list(dict.fromkeys(people))
    show = {"label": "Show in network", "action": f"show {' '.join(given)}", "strong": True}
    return {
        "type": "actions",
        "buttons": [*([show] if given else []), {"label": "Close", "action": CLOSE}],
    }


def claims(reply: Reply, found: Iterable[Evidence]) -> Block:
    """By the first day that they speak of; the first so many."""
    listed = blocks.spoken(sorted(set_of(found), key=lambda each: each.order))
    most = settings().panel_claims
    block = blocks.claims(reply, listed[:most], note="by date")
    left = len(listed) - most
    more = f"{left:,} more claims are in every download." if left > 0 else ""
    return {**block, "count": len(listed), "more": more}


def set_of(found: Iterable[Evidence]) -> list[Evidence]:
    """Each claim once, in the order given."""
    return list({each.id: each for each in found}.values())


def moves(view: View, reply: Reply, title: str, found: Tally, coverage: str) -> list[Block]:
    """The people of one number: those counted, those beside, what they were offered, then all claims.

    `coverage` says how much of what is known the moves show.
    """
    given = arrivals(found)
    counted, beside = ([each for each in given if each.is_counted is kept] for kept in (True, False))
    note = "beside it: " + ", ".join(beside_texts(found)) if beside else ""
    number = head("Moves", title, f"{found.n:,}", "move" if found.n == 1 else "moves", note)
    return [
        *number,
        actions(each.move.row.person for each in counted or given),
        {"type": "note", "text": [coverage]},
        *listed(reply, counted, "Counted"),
        *listed(reply, beside, "Beside, not counted"),
        offered(view, [each.move.row.person for each in given]),
        claims(reply, reply.found(found.claims)),
    ]


def offered(view: View, people: Iterable[str]) -> Block:
    """The known offers to these people, whoever made them."""
    whole, most = list(dict.fromkeys(people)), settings().panel_claims
    first = f"of the first {most:,} people" if len(whole) > most else ""
    replies = [offers(view, to=id_) for id_ in whole[:most]]
    rows = [offer_row(reply, each, each.claims) for reply in replies for each in reply.offers]
    if not rows:
        return {"type": "note", "text": [f"No offer to any {first or 'of them'} is known."]}
    return {"type": "sentences", "title": "Offers to them", "count": len(rows), "note": first, "rows": rows}


def offer_row(reply: Reply, offer: Offer, claims: Iterable[str]) -> Block:
    found = blocks.spoken(reply.found(claims))
    return {
        "text": [f"{offer.sentence}."],
        "status": str(offer.status),
        "sources": blocks.chips(found, reply.name),
    }


def listed(reply: Reply, given: Sequence[Arrival], title: str) -> list[Block]:
    """One row an arrival: who, when, from where to where, how sure."""
    rows = [_row(reply, each) for each in given]
    return (
        [{"type": "links", "title": title, "count": len(rows), "note": "arrived", "rows": rows}]
        if rows
        else []
    )


def _row(reply: Reply, arrival: Arrival) -> Block:
    counted = arrival.move
    move = as_move(counted.row, reply.name, reply.claims)
    held = "" if counted.held is Held.SURELY else ", may lie outside the window"
    ends = f"{reply.name(counted.row.origin)} to {reply.name(counted.row.destination)}"
    return {
        **blocks.name(reply, counted.row.person),
        "note": move.when or "not dated",
        "text": f"{ends}; {sure_words(move)}{held}",
    }
