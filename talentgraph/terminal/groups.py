"""Commands about people who went together, and about offers counted: liftouts, first, funnel."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.queries.answers.counting import Rollup, Window
from graph.queries.dealings.funnel import Funnel
from graph.queries.dealings.funnel import funnel as ask_funnel
from graph.queries.liftouts.liftouts import LiftOuts, lift_outs
from graph.queries.people.first_mover import FirstMovers, first_movers
from talentgraph.terminal import options as o
from talentgraph.terminal.flows import By, First, Last
from talentgraph.terminal.reading import Ask, reading

Into = Annotated[
    str, typer.Option("--into", "--to", metavar="NAME", help="Only groups that went to this organisation.")
]
OutOf = Annotated[str, typer.Option("--out-of", metavar="NAME", help="Only out of this organisation.")]


def liftouts(
    ask: Ask,
    *,
    into: Into = "",
    out_of: OutOf = "",
    first: First = "",
    last: Last = "",
    people: Annotated[
        int | None, typer.Option("--people", min=2, metavar="N", help="So many people at least.")
    ] = None,
    days: Annotated[
        int | None, typer.Option("--days", min=0, metavar="N", help="Within so many days of each other.")
    ] = None,
    by: By = Rollup.COMPANY,
    without_deals: Annotated[
        bool, typer.Option("--without-deals", help="Leave out moves that came with a deal.")
    ] = False,
    limit: o.Limit = None,
) -> LiftOuts:
    """Groups that went one way at one time, and what chance gives.

    Who they are, what they shared, whether a deal brought them.
    """
    return lift_outs(
        ask.view,
        into,
        out_of,
        window=Window.between(first, last),
        people=people,
        days=days,
        by=by,
        without_deals=without_deals,
        limit=limit,
        reopen=ask.store.view,
    )


def first(
    ask: Ask,
    name: o.Name,
    *,
    out_of: OutOf = "",
    since: First = "",
    last: Last = "",
    days: Annotated[
        int | None, typer.Option("--days", min=0, metavar="N", help="Others moved along within so many days.")
    ] = None,
    limit: o.Limit = None,
) -> FirstMovers:
    """Who came first to an organisation, who followed, who moved along."""
    return first_movers(
        ask.view,
        name,
        out_of,
        window=Window.between(since, last),
        days=days,
        limit=limit,
        reopen=ask.store.view,
    )


def funnel(ask: Ask, organisation: o.MaybeName = "", limit: o.Limit = None) -> Funnel:
    """How offers went on and ended, counted by organisation.

    Approached, talks, made, countered; accepted, declined, lapsed, rescinded, denied, not known.
    """
    return ask_funnel(ask.view, organisation, limit=limit)


def add_to(app: typer.Typer) -> None:
    for command in (liftouts, first, funnel):
        app.command()(reading(command))
