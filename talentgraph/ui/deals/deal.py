"""The dossier of one deal, or of one offer, as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.assembly.evidence import Evidence
from graph.model.text import first_upper
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deal, Deals
from graph.queries.dealings.offer_reading import denial_text
from graph.queries.dealings.offers import Offer, Offers
from talentgraph.ui import blocks, dossier
from talentgraph.ui.component import Block
from talentgraph.ui.deals.dealings import doubt, reached
from talentgraph.ui.deals.facts import deal_facts, fact
from talentgraph.ui.people.lanes import offer_address


def deal_blocks(reply: Deals, deal: Deal, naming: Reply, every_claim: bool) -> list[Block]:
    """Head, disagreements, parties and figures, claims: of `naming`, all that name the deal."""
    stage = reached(deal)
    said = [" or ".join(kind for kind, _ in deal.kinds)]
    said.append(f"{stage.stage.replace('_', ' ')} {stage.when}".strip() if stage else "")
    line = ", ".join(filter(None, said))
    head = {
        "type": "head",
        "shape": "deal",
        "kind": "Deal",
        "name": reply.name(deal.id),
        "line": [first_upper(line)] if line else [],
        "doubt": doubt(stage) if stage else "",
    }
    found = _newest(naming.claims.values())
    return [
        head,
        {"type": "actions", "buttons": [_network(deal.id)]},
        *dossier.disagreements(reply, deal.disagreements),
        deal_facts(reply, deal),
        blocks.folded(blocks.claims(naming, found), every_claim),
    ]


def offer_blocks(reply: Offers, offer: Offer, every_claim: bool) -> list[Block]:
    """Head, disagreements, steps and figures, claims."""
    found = _newest(reply.found(offer.claims))
    name = f"{reply.name(offer.organisation)} to {reply.name(offer.recipient)}"
    outcome = (
        f"{first_upper(offer.outcome)} by different accounts" if " or " in offer.outcome else offer.outcome
    )
    denied = dict.fromkeys(denial_text(denial, reply.name) for denial in offer.denials)
    said = filter(None, (outcome, *denied))
    head = {
        "type": "head",
        "shape": "deal",
        "kind": "Offer",
        "name": name,
        "line": _joined(first_upper(", ".join(said)), reply, offer),
    }
    rows = list(_steps(reply, offer))
    facts = {"type": "facts", "title": "As reported", "count": 0, "terse": True, "rows": rows}
    return [
        head,
        {"type": "actions", "buttons": [_network(offer_address(offer))]},
        *dossier.disagreements(reply, offer.disagreements),
        *([facts] if facts["rows"] else []),
        blocks.folded(blocks.claims(reply, found), every_claim),
    ]


def _network(id_: str) -> Block:
    return {"label": "Show in network", "action": f"network {id_}", "strong": True}


def _joined(said: str, reply: Reply, offer: Offer) -> blocks.Runs:
    """What became of it, and both ends as names that open."""
    ends: blocks.Runs = [
        "From ",
        blocks.name(reply, offer.organisation),
        " to ",
        blocks.name(reply, offer.recipient),
    ]
    return [*ends, f". {said}." if said else "."]


def _steps(reply: Reply, offer: Offer) -> Iterator[Block]:
    for step in offer.steps:
        yield fact(
            reply,
            first_upper(step.outcome or "outcome not stated"),
            [step.when or "not dated"],
            step.claims,
        )
    for amount in offer.amounts:
        label = "amount" if amount.part in ("", "package") else amount.part
        yield fact(reply, first_upper(label), [amount.text], amount.claims)
    for denial in offer.denials:
        by = reply.names(denial.by)
        label = f"Denied by {by}" if by else "Denied"
        said = ", ".join(filter(None, (denial.text or "the offer itself", denial.when)))
        yield fact(reply, label, [said], denial.claims)
    for id_ in offer.by:
        yield fact(reply, "Made by", [blocks.name(reply, id_)], ())
    for terms in offer.terms:
        yield fact(reply, "Terms", [terms], ())


def _newest(found: Iterable[Evidence]) -> list[Evidence]:
    return sorted(blocks.spoken(found), key=lambda e: (-e.known_from, *e.order))
