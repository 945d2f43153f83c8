"""Commands about people and names: search, show, moves, colleagues."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.queries.answers.counting import Window
from graph.queries.network.search import SearchReply
from graph.queries.network.search import search as ask_search
from graph.queries.people.colleagues import Colleagues
from graph.queries.people.colleagues import colleagues as ask_colleagues
from graph.queries.people.dossier import Dossier
from graph.queries.people.dossier import show as ask_dossier
from graph.queries.people.moves import Moves
from graph.queries.people.moves import moves as ask_moves
from talentgraph.terminal import options as o
from talentgraph.terminal.reading import Ask, reading


def search(
    ask: Ask,
    text: Annotated[str, typer.Argument(help="A name or a part of one; spelling need not be right.")],
    kind: o.Kinds = [],  # noqa: B006 -- typer's way to say none
    limit: o.Limit = None,
) -> SearchReply:
    """Find people, organisations, deals and works by name."""
    return ask_search(ask.view, text, kinds=kind, limit=limit)


def show(ask: Ask, name: o.Name) -> Dossier:
    """Everything about one name, with sources.

    Facts, career, figures, offers, deals, where sources disagree, and every claim.
    """
    return ask_dossier(ask.view, name, reopen=ask.store.view)


def moves(
    ask: Ask,
    name: o.MaybeName = "",
    *,
    into: Annotated[
        str, typer.Option("--into", metavar="NAME", help="Only moves into this organisation.")
    ] = "",
    out_of: Annotated[str, typer.Option("--out-of", metavar="NAME", help="Only moves out of it.")] = "",
    first: Annotated[
        str,
        typer.Option("--from", metavar="DATE", help="Arrived then or later, as 2025, 2025-06 or 2025-06-12."),
    ] = "",
    last: Annotated[
        str,
        typer.Option(
            "--until", metavar="DATE", help="Arrived by the end of it, as 2025, 2025-06 or 2025-06-12."
        ),
    ] = "",
    limit: o.Limit = None,
) -> Moves:
    """Who moved from where to where.

    Of a person; into and out of an organisation, its labs included; or all.
    """
    window = Window.between(first, last, ("--from", "--until"))
    return ask_moves(
        ask.view, name, into=into, out_of=out_of, limit=limit, first=window.first, last=window.last
    )


def colleagues(
    ask: Ask,
    name: o.Name,
    at: Annotated[str, typer.Option("--at", metavar="NAME", help="Only at this organisation.")] = "",
    limit: o.Limit = None,
) -> Colleagues:
    """Who worked beside a person, how long, and who moved along.

    Only times that surely or likely overlap; longest first, then year by year.
    """
    return ask_colleagues(ask.view, name, at=at, limit=limit, reopen=ask.store.view)


def add_to(app: typer.Typer) -> None:
    for command in (search, show, moves, colleagues):
        app.command()(reading(command))
