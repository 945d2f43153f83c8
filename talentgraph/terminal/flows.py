"""Commands that count moves: flows, compare."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.queries.answers.counting import Rollup, Window
from graph.queries.flows.compare import Comparison
from graph.queries.flows.compare import compare as ask_compare
from graph.queries.flows.flows import Flows
from graph.queries.flows.flows import flows as ask_flows
from graph.queries.flows.slices import Period
from talentgraph.terminal import options as o
from talentgraph.terminal.reading import Ask, reading

First = Annotated[
    str, typer.Option("--from", metavar="DATE", help="Then or later, as 2025, 2025-06 or 2025-06-12.")
]
Last = Annotated[
    str, typer.Option("--until", metavar="DATE", help="Then or earlier; a year or a month to its last day.")
]
By = Annotated[Rollup, typer.Option("--by", help="Count companies with their labs, or each lab apart.")]


def flows(
    ask: Ask,
    name: o.MaybeName = "",
    *,
    into: Annotated[
        str, typer.Option("--to", "--into", metavar="NAME", help="Only moves into this organisation.")
    ] = "",
    out_of: Annotated[str, typer.Option("--out-of", metavar="NAME", help="Only moves out of it.")] = "",
    first: First = "",
    last: Last = "",
    by: By = Rollup.COMPANY,
    period: Annotated[
        Period, typer.Option("--period", help="Count the window whole, or each part of it.")
    ] = Period.WHOLE,
    limit: o.Limit = None,
) -> Flows:
    """Who took people from whom.

    A matrix with net flows, ratios and their intervals: of an organisation, into or out of some, or of all.
    """
    return ask_flows(
        ask.view,
        name,
        into=into,
        out_of=out_of,
        window=_window(first, last),
        by=by,
        period=period,
        limit=limit,
        reopen=ask.store.view,
    )


def compare(
    ask: Ask,
    name: o.Name,
    other: Annotated[str, typer.Argument(metavar="NAME", help="The other one.")],
    *,
    first: First = "",
    last: Last = "",
) -> Comparison:
    """Two organisations side by side.

    People known, arrivals, departures, rates, deals, offers, and the moves between the two. Without --from
    and --until: in the last 12 months.
    """
    return ask_compare(ask.view, name, other, _window(first, last), reopen=ask.store.view)


def _window(first: str, last: str) -> Window:
    return Window.between(first, last, ("--from", "--until"))


def add_to(app: typer.Typer) -> None:
    for command in (flows, compare):
        app.command()(reading(command))
