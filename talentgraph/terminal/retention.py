"""Commands about staying: retention, returners, schools."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.queries.answers.counting import Window
from graph.queries.people.returners import Returners
from graph.queries.people.returners import returners as ask_returners
from graph.queries.people.schools import Schools
from graph.queries.people.schools import schools as ask_schools
from graph.queries.retention.cohorts import length_of
from graph.queries.retention.retention import Retention
from graph.queries.retention.retention import retention as ask_retention
from talentgraph.terminal import options as o
from talentgraph.terminal.flows import First, Last
from talentgraph.terminal.reading import Ask, reading


def retention(
    ask: Ask,
    name: o.Name,
    *,
    first: First = "",
    last: Last = "",
    horizon: Annotated[
        str, typer.Option("--horizon", metavar="TIME", help="Who stayed so long, as 24m, 2y or 730d.")
    ] = "",
    limit: o.Limit = None,
) -> Retention:
    """Who stayed at an organisation, of those hired in a window.

    By each definition of retention, beside what others published, with what is not known.
    """
    days = length_of(horizon) if horizon else None
    window = Window.between(first, last)
    return ask_retention(ask.view, name, window, days, limit=limit, reopen=ask.store.view)


def returners(ask: Ask, name: o.MaybeName = "", limit: o.Limit = None) -> Returners:
    """Who left and came back.

    A person, those who came back to an organisation, or all: how long they were away, and where meanwhile.
    """
    return ask_returners(ask.view, name, limit=limit, reopen=ask.store.view)


def schools(
    ask: Ask,
    name: o.MaybeName = "",
    at: Annotated[
        str, typer.Option("--at", metavar="NAME", help="Only alumni who were ever at this employer.")
    ] = "",
    limit: o.Limit = None,
) -> Schools:
    """Who studied where, and where they went to work."""
    return ask_schools(ask.view, name, at, limit=limit, reopen=ask.store.view)


def add_to(app: typer.Typer) -> None:
    for command in (retention, returners, schools):
        app.command()(reading(command))
