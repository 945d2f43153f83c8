"""Blocks for the sheet, made from what queries answer. One function a block, named as its drawing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins
from graph.exports.look import sign
from graph.exports.markdown import speaker
from graph.model.source import Source
from graph.model.text import first_upper
from graph.queries.answers.reply import Reply
from graph.queries.ledger.conflicts import Disagreement, Version
from graph.queries.people.turns import SETTLED, Turn
from graph.queries.words.places import place_words
from graph.queries.words.sentences import Names, amount_text, claim_text, support_text, when_text
from graph.store.answers import EntityCard
from talentgraph.ui.component import Block

_SETTLED = {
    "": "Settled: of what is held now, nothing is apart.",
    "revised": "Settled: the last is the later word of the same origin.",
    "precision": "Settled: one says the same as the other, less exactly.",
}
_WITHDRAWN = "Settled: a load withdrew one side."
Runs = list[str | dict[str, str]]
# Control characters cannot occur in text of the model, so they mark names in a sentence.
_OPEN, _CLOSE = "\x02", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


def kind_word(card: EntityCard) -> str:
    word = {"org": "organisation"}.get(card.kind, card.kind)
    return (card.subtype or word).capitalize() if card.kind in ("org", "work") else word.capitalize()


def spoken(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Without what we derived ourselves: that has no source to show."""
    return [e for e in evidence if e.source.kind != "derived"]


def runs(reply: Reply, say: Callable[[Names], str]) -> Runs:
    """A sentence as plain runs and names that open. `say` takes the function that names an id."""
    parts = _MARKED.split(say(lambda id_: f"{_OPEN}{id_}{_CLOSE}"))
    said = [name(reply, part) if odd % 2 else _unquoted(part) for odd, part in enumerate(parts)]
    return [part for part in said if part]


def _unquoted(part: str) -> str:
    """A name that opens needs no quotation marks around it."""
    return part.removesuffix("“").removeprefix("”")


def name(reply: Reply, id_: str) -> dict[str, str]:
    """A name that opens, with its sign."""
    card = reply.cards.get(id_)
    return card_name(card) if card else {"id": id_, "name": reply.name(id_), "shape": "company"}


def card_name(card: EntityCard) -> dict[str, str]:
    return {"id": card.id, "name": card.name, "shape": str(sign(card))}


def repeats(found: Iterable[Evidence]) -> str:
    """`6 pages, 2 independent` where pages repeat one origin; empty where each stands for itself."""
    given = list(found)
    repeated = count_origins(given) < len({e.source.id for e in given})
    return support_text(given) if repeated else ""


def chips(evidence: Iterable[Evidence], say: Names | None = None) -> list[dict[str, str]]:
    """One chip a source, in the order given; then how many are independent, where they are fewer.

    `say` names whoever the source itself names as its own; without it only the source is told.
    """
    found = list(evidence)
    sources = {e.source.id: e.source for e in found}
    speakers: dict[str, dict[str, None]] = {id_: {} for id_ in sources}
    for e in found:
        said = speaker(e, say) if say else ""
        speakers[e.source.id] |= {said: None} if said else {}
    note = repeats(found)
    made = [_chip(source, ", ".join(speakers[id_])) for id_, source in sources.items()]
    return [*made, *([{"note": note}] if note else [])]


def _chip(source: Source, said_by: str = "") -> dict[str, str]:
    name = source.publisher or source.title
    return {
        "publisher": f"{name} ({said_by})" if said_by else name,
        "date": when_text(source.published),
        "title": source.title,
        "url": source.url,
    }


def claims(
    reply: Reply, listed: Iterable[Evidence], title: str = "Claims", note: str = "newest first"
) -> Block:
    rows = [_claim_row(reply, evidence) for evidence in listed]
    return {"type": "claims", "title": title, "count": len(rows), "note": note, "rows": rows}


def folded(block: Block, every: bool) -> Block:
    """A list of claims that opens and closes: their number always stands there."""
    if every:
        return {**block, "buttons": [{"label": "Hide the claims", "action": "claims"}]}
    label = f"Show all {block['count']} claims" if block["count"] > 1 else "Show the claim"
    return {**block, "rows": [], "more": "", "note": "", "buttons": [{"label": label, "action": "claims"}]}


def _claim_row(reply: Reply, evidence: Evidence) -> Block:
    claim = evidence.claim
    said_by = claim.attributed_to
    attribution = reply.name(said_by) if said_by and said_by != "unnamed" else said_by
    place = place_words(claim)
    notes = [f"According to {attribution}", place] if attribution else [first_upper(place)]
    quote = f"“{claim.quote}”" if claim.quote else ""
    return {
        "text": runs(reply, lambda say: claim_text(evidence, say)),
        "status": str(claim.status),
        "sources": chips([evidence]),
        "note": ", ".join(filter(None, (quote, *notes, claim.note))),
    }


def disagreement(reply: Reply, item: Disagreement, title: str = "", count: int = 0) -> Block:
    """One question and its versions; amounts also as dots on one scale."""
    rows = [
        {
            "value": [version.text or "not stated"],
            "status": str(version.status),
            "sources": chips(reply.found(version.claims), reply.name),
        }
        for version in item.versions
    ]
    block = {"type": "disagreement", "title": title, "count": count, "question": item.question, "rows": rows}
    amounts = _dots(item.versions, reply)
    return {**block, "dots": amounts} if amounts else block


def turned(reply: Reply, turn: Turn, title: str = "", count: int = 0) -> Block:
    """A disagreement that opened or went on as such; one that was settled says why it is none any more."""
    block = disagreement(reply, turn.disagreement, title, count)
    why = _WITHDRAWN if turn.withdrawn else _SETTLED[turn.now]
    return {**block, "settled": True, "foot": why} if turn.change == SETTLED else block


def _dots(versions: tuple[Version, ...], reply: Reply) -> Block | None:
    points = [(v, v.quantity.low or v.quantity.high) for v in versions if v.quantity and v.quantity.is_money]
    values = {float(value) for _, value in points if value is not None}
    if len(points) != len(versions) or len(values) < 2:
        return None
    dots = [
        {"value": float(value or 0), "confirmed": e.claim.status == "confirmed"}
        for version, value in points
        for e in reply.found(version.claims)
    ]
    ticks = {
        float(value or 0): amount_text(version.quantity) for version, value in points if version.quantity
    }
    return {
        "low": min(values),
        "high": max(values),
        "dots": dots,
        "ticks": [{"value": value, "label": label} for value, label in sorted(ticks.items())],
        "label": "; ".join(ticks.values()),
    }
