"""The dossier of a change: what came to the ledger, and what was withdrawn, since a link was made."""

from __future__ import annotations

from graph.queries.ledger.brought import Brought, brought
from graph.queries.words.sentences import claim_text, day_text
from graph.store.answers import Withdrawn
from graph.store.base import View
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.explore.made import Made

_MOST = 40


def changed_blocks(view: View, made: Made) -> list[Block]:
    """By the loads after the version that the link was made with, whenever their sources came out."""
    reply = brought(view, made.version)
    came = f"{reply.came:,} claim{'' if reply.came == 1 else 's'} added"
    line = f"{came}, {reply.went:,} withdrawn by loads since."
    parts: list[Block] = [
        {
            "type": "head",
            "shape": "group",
            "kind": "What changed",
            "name": f"Since {day_text(made.day)}",
            "line": [line],
        },
        {"type": "actions", "buttons": [{"label": "Close", "action": "close-changes"}]},
    ]
    if reply.came:
        news = blocks.claims(reply, reply.found(reply.added[:_MOST]), "Added", "latest first")
        parts.append({**news, "count": reply.came, "more": _more(reply.came)})
    if reply.went:
        parts.append(_withdrawn(reply))
    if not reply.came and not reply.went:
        hint = (
            "The link was made with another ledger, or only names, sources or judgements changed. "
            "The page Data lists the sets."
        )
        parts.append({"type": "sentences", "title": "No claim changed", "rows": [{"text": [hint]}]})
    return parts


def _withdrawn(reply: Brought) -> Block:
    rows = [_gone(reply, gone) for gone in reply.withdrawn[:_MOST]]
    return {
        "type": "claims",
        "title": "Withdrawn",
        "count": reply.went,
        "rows": rows,
        "more": _more(reply.went),
    }


def _gone(reply: Brought, gone: Withdrawn) -> Block:
    text = blocks.runs(reply, lambda say: claim_text(gone.claim, say))
    return {"text": text, "note": f"withdrawn on {day_text(gone.day)}"}


def _more(count: int) -> str:
    return f"{count - _MOST} more" if count > _MOST else ""
