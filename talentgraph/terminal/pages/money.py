"""Pages about offers, deals and disagreements."""

from __future__ import annotations

from collections.abc import Iterable

from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deal, Deals
from graph.queries.dealings.offer_reading import Denial, Offer, OfferAmount, denial_text, strongest
from graph.queries.dealings.offers import Offers
from graph.queries.ledger.conflicts import Conflicts, Disagreement
from graph.queries.words.sentences import support_text
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
            (v.text, str(v.status), support_text(found), notes.places(found))
            for v in item.versions
            for found in [reply.found(v.claims)]
        ]
        screen.table(("Value", "Status", "Said by", "Sources"), rows)
        screen.gap()


def offers(reply: Offers, screen: Screen, notes: Notes) -> None:
    """A row an offer, then what sources disagree about in these offers."""
    if not reply.offers:
        screen.line("No offer is known.")
        return
    columns = ("When", "By", "To", "Amount", "Outcome", "Status", "Terms", "Sources")
    screen.table(columns, [_offer(reply, offer, notes) for offer in reply.offers])
    screen.gap()
    disagreements(reply, dict.fromkeys(d for o in reply.offers for d in o.disagreements), screen, notes)


def deals(reply: Deals, screen: Screen, notes: Notes) -> None:
    if not reply.deals:
        screen.line("No deal is known.")
    for deal in reply.deals:
        deal_facts(reply, deal, screen, notes)


def deal_facts(reply: Reply, deal: Deal, screen: Screen, notes: Notes) -> None:
    """One deal as a table of facts, then what its sources disagree about."""

    def cited(claims: tuple[str, ...]) -> str:
        return notes.cite(reply.found(claims))

    def status(claims: tuple[str, ...]) -> str:
        return str(strongest(reply.found(claims)))

    screen.line(f"{reply.name(deal.id)} ({deal.id})", style="bold")
    rows = [("kind", kind, status(claims), cited(claims)) for kind, claims in deal.kinds]
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
        (
            " by ".join(filter(None, (s.stage.replace("_", " "), " and ".join(map(reply.name, s.by))))),
            s.when or "not dated",
            str(s.status),
            cited(s.claims),
        )
        for s in deal.stages
    ]
    rows += [("brought", reply.name(id_), status(claims), cited(claims)) for id_, claims in deal.brought]
    screen.table(("What", "As reported", "Status", "Sources"), rows)
    screen.gap()
    disagreements(reply, deal.disagreements, screen, notes)


def _offer(reply: Reply, offer: Offer, notes: Notes) -> tuple[str, ...]:
    by = " and ".join(map(reply.name, offer.by))
    terms = [*offer.terms, *(f"counters {reply.name(id_)}" for id_ in offer.counter_to)]
    denied = [denial_text(denial, reply.name) for denial in offer.denials]
    asserted = [] if denied and not offer.steps else [str(offer.status)]
    return (
        offer.when or "not dated",
        reply.name(offer.organisation) + (f", by {by}" if by else ""),
        reply.name(offer.recipient),
        _amounts(offer),
        offer.outcome or "not stated",
        "; ".join(dict.fromkeys((*asserted, *denied))),
        "; ".join(terms),
        notes.cite(reply.found(offer.claims)),
    )


def _amounts(offer: Offer) -> str:
    """Where nothing is asserted, what is denied."""
    if offer.steps:
        return ", ".join(map(_amount, offer.amounts)) or "not stated"
    denied = " or ".join(_amount(denial) for denial in offer.denials if denial.text)
    return f"not {denied}" if denied else "not stated"


def _amount(figure: OfferAmount | Denial) -> str:
    return f"{figure.text}{f' ({figure.part})' if figure.part not in ('', 'package') else ''}"
