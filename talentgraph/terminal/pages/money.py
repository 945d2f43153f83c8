"""Pages about offers, deals and disagreements."""

from __future__ import annotations

from collections.abc import Iterable

from graph.queries.conflicts import Conflicts, Disagreement
from graph.queries.deals import Deal, Deals
from graph.queries.offers import Offer, Offers
from graph.queries.reply import Reply
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.screen import Screen

GRADES = {"disagree": "sources disagree", "revised": "revised later", "precision": "one rounds the other"}


def conflicts(reply: Conflicts, screen: Screen, notes: Notes) -> None:
    if not reply.disagreements:
        screen.line("No two sources disagree about this.")
    disagreements(reply, reply.disagreements, screen, notes)


def disagreements(reply: Reply, items: Iterable[Disagreement], screen: Screen, notes: Notes) -> None:
    """Each with its question in one line and a row a value, the best supported first."""
    for item in items:
        denied = ", one side denies it" if item.denied else ""
        screen.line(f"{item.question} ({GRADES.get(item.grade, item.grade)}{denied})", style="bold")
        rows = [
            (v.text, str(v.status), _support(v.pages, v.origins), notes.cite(reply.found(v.claims)))
            for v in item.versions
        ]
        screen.table(("Value", "Status", "Said by", "Sources"), rows)
        screen.gap()


def offers(reply: Offers, screen: Screen, notes: Notes) -> None:
    if not reply.offers:
        screen.line("No offer is known.")
        return
    columns = ("When", "By", "To", "Amount", "Outcome", "Terms", "Sources")
    screen.table(columns, [_offer(reply, offer, notes) for offer in reply.offers])


def deals(reply: Deals, screen: Screen, notes: Notes) -> None:
    if not reply.deals:
        screen.line("No deal is known.")
    for deal in reply.deals:
        deal_facts(reply, deal, screen, notes)


def deal_facts(reply: Reply, deal: Deal, screen: Screen, notes: Notes) -> None:
    """One deal as a table of facts, then what its sources disagree about."""

    def cited(claims: tuple[str, ...]) -> str:
        return notes.cite(reply.found(claims))

    screen.line(f"{reply.name(deal.id)} ({deal.id})", style="bold")
    rows = [("kind", kind, "", cited(claims)) for kind, claims in deal.kinds]
    rows += [
        (
            f"{party.role}{', lead' if party.lead else ''}",
            reply.name(party.id),
            str(party.status),
            cited(party.claims),
        )
        for party in deal.parties
    ]
    rows += [(f.part or "amount", f.text, str(f.status), cited(f.claims)) for f in deal.figures]
    rows += [
        (s.stage.replace("_", " "), s.when or "not dated", str(s.status), cited(s.claims))
        for s in deal.stages
    ]
    rows += [("brought", reply.name(id_), "", cited(claims)) for id_, claims in deal.brought]
    screen.table(("What", "As reported", "Status", "Sources"), rows)
    screen.gap()
    disagreements(reply, deal.disagreements, screen, notes)


def _offer(reply: Reply, offer: Offer, notes: Notes) -> tuple[str, ...]:
    amounts = [f"{a.text}{f' ({a.part})' if a.part not in ('', 'package') else ''}" for a in offer.amounts]
    by = [reply.name(offer.organisation), *map(reply.name, offer.by)]
    terms = [*offer.terms, *(f"counters {reply.name(id_)}" for id_ in offer.counter_to)]
    return (
        ", ".join(dict.fromkeys(filter(None, (step.when for step in offer.steps)))) or "not dated",
        ", ".join(by),
        reply.name(offer.recipient),
        ", ".join(amounts) or "not stated",
        f"{offer.outcome or 'not stated'}{', denied' if offer.denied else ''}",
        "; ".join(terms),
        notes.cite(reply.found(offer.claims)),
    )


def _support(pages: int, origins: int) -> str:
    if pages == origins:
        return f"{pages} source{'s' if pages != 1 else ''}"
    return f"{pages} pages, {origins} independent"
