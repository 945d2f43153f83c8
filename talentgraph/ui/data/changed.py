"""The dossier of a change: what came to the ledger, and what was withdrawn, since a day."""

from __future__ import annotations

from graph.queries.ledger.changes import Changes, changes
from graph.queries.words.sentences import claim_text, day_text
from graph.store.answers import Withdrawn
from graph.store.scope import Scope
from talentgraph.ui import blocks, ledger
from talentgraph.ui.component import Block

_MOST = 40


def changed_blocks(since: int) -> list[Block]:
    """Two clocks: a claim is known from the day of its source, withdrawn on the day of the load."""
    reply = changes(ledger.view(Scope()), since, reopen=ledger.store().view)
    known, gone = len(reply.known), len(reply.withdrawn)
    line = f"{known:,} claims with a source later than that day, {gone:,} withdrawn by a load after it."
    parts: list[Block] = [
        {
            "type": "head",
            "shape": "group",
            "kind": "What changed",
            "name": f"Since {day_text(since)}",
            "line": [line],
        },
        {"type": "actions", "buttons": [{"label": "Close", "action": "close-changes"}]},
    ]
    if known:
        news = blocks.claims(reply, reply.found(reply.known[:_MOST]), "Known since", "latest first")
        parts.append({**news, "count": known, "more": _more(known)})
    if gone:
        parts.append(_withdrawn(reply))
    if not known and not gone:
        hint = "What a load added since has older sources. The page Data lists the sets."
        parts.append({"type": "sentences", "title": "Nothing newer", "rows": [{"text": [hint]}]})
    return parts


def _withdrawn(reply: Changes) -> Block:
    rows = [_gone(reply, gone) for gone in reply.withdrawn[:_MOST]]
    count = len(reply.withdrawn)
    return {"type": "claims", "title": "Withdrawn since", "count": count, "rows": rows, "more": _more(count)}


def _gone(reply: Changes, gone: Withdrawn) -> Block:
    text = blocks.runs(reply, lambda say: claim_text(gone.claim, say))
    return {"text": text, "note": f"withdrawn on {day_text(gone.day)}"}


def _more(count: int) -> str:
    return f"{count - _MOST} more" if count > _MOST else ""
