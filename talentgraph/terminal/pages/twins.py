"""The page of who may be the same as whom."""

from __future__ import annotations

from collections.abc import Iterable

from graph.queries.ledger.twins import Twins
from graph.resolve.candidates import TwinPair
from graph.resolve.reasons import DEFINITION, Reason
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.screen import Screen

_HOW = "To judge: talentgraph judge ID ID with --same, --different or --undo."


def twins(reply: Twins, screen: Screen, notes: Notes) -> None:
    """Each pair with its ids, strength and reasons; then the judgements made; then how to judge."""
    if not reply.pairs:
        screen.line("No two are called alike or share an identifier, but for those who were judged.")
    for pair in reply.pairs:
        _pair(reply, pair, screen, notes)
    if reply.pairs:
        screen.gap()
        screen.line(DEFINITION, style="dim")
    if reply.judgements:
        screen.gap()
        screen.heading(f"Judgements ({len(reply.judgements):,})")
        rows = [
            ("same" if each.same else "different", each.left_name, each.left, each.right_name, each.right)
            for each in reply.judgements
        ]
        screen.table(("Judged", "One", "Its id", "Other", "Its id"), rows)
    if reply.has_any:
        screen.gap()
        screen.line(_HOW)


def _pair(reply: Twins, pair: TwinPair, screen: Screen, notes: Notes) -> None:
    one, other = (f"{reply.name(id_)} ({id_})" for id_ in (pair.left, pair.right))
    screen.line(f"{one} and {other}: strength {pair.strength} of 100", hang=4)
    for word, reasons in (("For", pair.reasons), ("Against", pair.against)):
        for reason in _told(reply, reasons, notes):
            screen.line(f"{word}: {reason}", indent=2, hang=4)


def _told(reply: Twins, reasons: Iterable[Reason], notes: Notes) -> Iterable[str]:
    for reason in reasons:
        cited = notes.cite(reply.found(reason.claims))
        yield f"{reason.text}. {cited}".rstrip()
