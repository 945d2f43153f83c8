"""The page about one name."""

from __future__ import annotations

from graph.queries.dossier import Dossier
from graph.queries.words import claim_text
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.pages import money, people
from talentgraph.terminal.screen import Screen


def dossier(reply: Dossier, screen: Screen, notes: Notes) -> None:
    """Facts first, then the career or the deals, what sources disagree about, and every claim."""
    _facts(reply, screen)
    _figures(reply, screen, notes)
    if reply.career:
        _section("Career", screen)
        people.career(reply.career, screen, notes)
        if reply.career.moves:
            _section("Moves", screen)
            rows = [(m.sentence, m.reason, notes.cite(reply.found(m.claims))) for m in reply.career.moves]
            screen.table(("Move", "How sure", "Sources"), rows)
    _money(reply, screen, notes)
    if reply.disagreements:
        _section("Sources disagree", screen)
        money.disagreements(reply, reply.disagreements, screen, notes)
    _claims(reply, screen, notes)


def _facts(reply: Dossier, screen: Screen) -> None:
    card = reply.entity
    screen.line(f"{card.subtype or card.kind}, {card.id}, {card.degree:,} links")
    for line in (reply.line, card.summary):
        if line:
            screen.line(line)
    others = [name for name in card.names if name != card.name]
    if others:
        screen.line(f"Also seen as: {', '.join(others)}")
    for kind, value in card.identifiers:
        screen.line(f"{kind}: {value}")


def _figures(reply: Dossier, screen: Screen, notes: Notes) -> None:
    rows = [
        (
            metric.label,
            metric.over,
            f.text,
            f"{f.status}{'' if f.basis == 'actual' else f', {f.basis}'}",
            notes.cite(reply.found(f.claims)),
        )
        for metric in reply.metrics
        for f in metric.figures
    ]
    if rows:
        _section("Figures", screen)
        screen.table(("Figure", "Over", "As reported", "Status", "Sources"), rows)


def _money(reply: Dossier, screen: Screen, notes: Notes) -> None:
    if reply.offers:
        _section("Offers", screen)
        rows = [(offer.sentence, notes.cite(reply.found(offer.claims))) for offer in reply.offers]
        screen.table(("Offer", "Sources"), rows)
    if reply.deals:
        _section("Deals", screen)
    for deal in reply.deals:
        screen.line(f"{deal.sentence} {notes.cite(reply.found(deal.claims))}")


def _claims(reply: Dossier, screen: Screen, notes: Notes) -> None:
    _section(f"Claims ({len(reply.listed):,})", screen)
    rows = [(claim_text(e, reply.name), str(e.claim.status), notes.cite([e])) for e in reply.listed]
    screen.table(("Claim", "Status", "Sources"), rows)


def _section(title: str, screen: Screen) -> None:
    screen.gap()
    screen.heading(title)
