"""The dossier of a change: what came to the ledger, and what was withdrawn, since a day."""

from __future__ import annotations

from collections.abc import Iterator

from graph.queries.ledger.changes import Changes, changes
from graph.queries.people.turns import CONTINUED, OPENED, SETTLED
from graph.queries.words.sentences import claim_text, day_text
from graph.store.answers import Withdrawn
from graph.store.base import Store
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.data.asked import FIRST_DAY

_MOST = 40
_TURNS = {
    OPENED: "Disagreements opened",
    CONTINUED: "Disagreements that went on",
    SETTLED: "Disagreements settled",
}


def changed_blocks(store: Store, first: int) -> list[Block]:
    """Two clocks: a claim is known from the day of its source, withdrawn on the day of the load.

    The first day, on which a link was made, is taken in whole: nothing says at which hour things came.
    """
    reply = changes(store.view(), max(first - 1, FIRST_DAY), reopen=store.view)
    known, gone = len(reply.known), len(reply.withdrawn)
    line = (
        f"{known:,} claim{'' if known == 1 else 's'} with a source of that day or later, "
        f"{gone:,} withdrawn by a load on it or after. Some of that day may be in the link already."
    )
    parts: list[Block] = [
        {
            "type": "head",
            "shape": "group",
            "kind": "What changed",
            "name": f"From {day_text(first)} on",
            "line": [line],
        },
        {"type": "actions", "buttons": [{"label": "Close", "action": "close-changes"}]},
    ]
    if known:
        news = blocks.claims(
            reply, reply.found(reply.known[:_MOST]), "Known from that day on", "latest first"
        )
        parts.append({**news, "count": known, "more": _more(known)})
    if gone:
        parts.append(_withdrawn(reply))
    parts += [block for change in _TURNS for block in _turned(reply, change)]
    if not reply.changes:
        hint = "What a load added since has older sources. The page Data lists the sets."
        parts.append({"type": "sentences", "title": "Nothing newer", "rows": [{"text": [hint]}]})
    return parts


def _turned(reply: Changes, change: str) -> Iterator[Block]:
    """The disagreements of one kind, as they stand now or else stood."""
    turns = reply.turned(change)
    for number, turn in enumerate(turns):
        title, count = (_TURNS[change], len(turns)) if number == 0 else ("", 0)
        yield blocks.turned(reply, turn, title, count)


def _withdrawn(reply: Changes) -> Block:
    rows = [_gone(reply, gone) for gone in reply.withdrawn[:_MOST]]
    count = len(reply.withdrawn)
    return {
        "type": "claims",
        "title": "Withdrawn from that day on",
        "count": count,
        "rows": rows,
        "more": _more(count),
    }


def _gone(reply: Changes, gone: Withdrawn) -> Block:
    text = blocks.runs(reply, lambda say: claim_text(gone.claim, say))
    return {"text": text, "note": f"withdrawn on {day_text(gone.day)}"}


def _more(count: int) -> str:
    return f"{count - _MOST} more" if count > _MOST else ""
