"""Commands about offers, deals, and where sources disagree."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.queries.dealings.deals import Deals
from graph.queries.dealings.deals import deals as ask_deals
from graph.queries.dealings.offers import Offers
from graph.queries.dealings.offers import offers as ask_offers
from graph.queries.ledger.conflicts import Conflicts
from graph.queries.ledger.conflicts import conflicts as ask_conflicts
from talentgraph.terminal import options as o
from talentgraph.terminal.reading import Ask, reading


def conflicts(ask: Ask, name: o.MaybeName = "", limit: o.Limit = None) -> Conflicts:
    """Where sources disagree, and who says what."""
    return ask_conflicts(ask.view, name, limit=limit)


def offers(
    ask: Ask,
    name: o.MaybeName = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Made by this organisation.")] = "",
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="Made to this person or group.")] = "",
    limit: o.Limit = None,
) -> Offers:
    """Who made an offer to whom, and what came of it."""
    return ask_offers(ask.view, name, by=by, to=to, limit=limit)


def deals(ask: Ask, name: o.MaybeName = "", limit: o.Limit = None) -> Deals:
    """Deals: parties, amounts, stages, people brought."""
    return ask_deals(ask.view, name, limit=limit)


def add_to(app: typer.Typer) -> None:
    for command in (conflicts, offers, deals):
        app.command()(reading(command))
