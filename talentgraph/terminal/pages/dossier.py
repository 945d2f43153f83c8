"""The page about one name."""

from __future__ import annotations

from graph.queries.people.dossier import Dossier
from graph.queries.people.moves import Move
from graph.queries.words.releases import Plan
from graph.queries.words.sentences import claim_text
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
            rows = [
                (m.sentence, _sureness(m), str(m.status), _cited(reply, m.claims, notes))
                for m in reply.career.moves
            ]
            screen.table(("Move", "How sure", "Status", "Sources"), rows)
    _money(reply, screen, notes)
    _releases(reply, screen, notes)
    if reply.disagreements:
        _section("Sources disagree", screen)
        money.disagreements(reply, reply.disagreements, screen, notes)
    _claims(reply, screen, notes)


def _sureness(move: Move) -> str:
    return f"{move.grade or 'transfer'}: {move.reason}"


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
            _cited(reply, f.claims, notes),
        )
        for metric in reply.metrics
        for f in metric.figures
    ]
    if rows:
        _section("Figures", screen)
        screen.table(("Figure", "Over", "As reported", "Status", "Sources"), rows)


def _money(reply: Dossier, screen: Screen, notes: Notes) -> None:
    parts = (("Offer", reply.offers), ("Deal", reply.deals))
    for head, items in parts:
        if items:
            _section(f"{head}s", screen)
            told = [(item.sentence, _cited(reply, item.claims, notes)) for item in items]
            screen.table((head, "Sources"), told)


def _releases(reply: Dossier, screen: Screen, notes: Notes) -> None:
    if reply.releases:
        _section("Planned releases", screen)
    for release in reply.releases:
        screen.line(release.sentence, style="bold")
        rows = [(_turn(p), p.when or "not dated", _cited(reply, p.claims, notes)) for p in release.plans]
        screen.table(("Plan", "When", "Sources"), rows)


def _turn(plan: Plan) -> str:
    return plan.number if plan.is_plan else "released"


def _cited(reply: Dossier, claims: tuple[str, ...], notes: Notes) -> str:
    return notes.cite(reply.found(claims))


def _claims(reply: Dossier, screen: Screen, notes: Notes) -> None:
    """All but the names that the set itself gives, which have no source to show."""
    listed = [e for e in reply.listed if e.source.kind != "derived"]
    _section(f"Claims ({len(listed):,})", screen)
    rows = [(claim_text(e, reply.name), str(e.claim.status), notes.cite([e])) for e in listed]
    screen.table(("Claim", "Status", "Sources"), rows)


def _section(title: str, screen: Screen) -> None:
    screen.gap()
    screen.heading(title)
