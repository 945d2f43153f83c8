"""Commands about connections: path, neighbours, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import typer

from graph.queries.answers.reply import Reply
from graph.queries.network.neighbourhood import Neighbourhood, neighbourhood
from graph.queries.network.paths import Paths, paths
from graph.store.base import PathMode, View
from talentgraph.terminal import options as o
from talentgraph.terminal.reading import Ask, reading, write_graph

_Radius = Annotated[int, typer.Option("--radius", "-r", min=0, metavar="N", help="Hops around the names.")]


def path(
    ask: Ask,
    start: Annotated[str, typer.Argument(metavar="FROM", help="A name or id.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="A name or id.")],
    *,
    mode: Annotated[
        o.Mode,
        typer.Option("--mode", help="any; people who were together; dates never run back; all true at once."),
    ] = o.Mode.ANY,
    k: Annotated[int | None, typer.Option("-k", min=1, metavar="N", help="Show so many paths.")] = None,
    hops: Annotated[int | None, typer.Option("--hops", min=1, metavar="N", help="Longest path.")] = None,
    without: o.Without = [],  # noqa: B006 -- typer's way to say none
    kind: o.Kinds = [],  # noqa: B006
    hub: Annotated[
        int | None, typer.Option("--hub", min=1, metavar="N", help="Pass over what has more edges than this.")
    ] = None,
) -> Paths:
    """How two names are connected, or why not.

    Shortest first; among equals those that avoid the best connected.
    """
    return paths(
        ask.view,
        start,
        end,
        cast(PathMode, mode.value.replace("-", "_")),
        k=k,
        hops=hops,
        hub=hub,
        without=without,
        kinds=kind,
        reopen=ask.store.view,
    )


def neighbours(
    ask: Ask,
    name: o.Name,
    *,
    radius: _Radius = 1,
    kind: o.Kinds = [],  # noqa: B006 -- typer's way to say none
    without: o.Without = [],  # noqa: B006
    limit: o.Limit = None,
) -> Neighbourhood:
    """What lies around a name, and what is not shown."""
    return neighbourhood(ask.view, name, radius, kinds=kind, without=without, limit=limit)


def export(
    ask: Ask,
    names: o.Names,
    *,
    radius: _Radius = 1,
    kind: o.Kinds = [],  # noqa: B006 -- typer's way to say none
    without: o.Without = [],  # noqa: B006
    limit: o.Limit = None,
) -> Neighbourhood:
    """Write the network around names to a file.

    For Gephi, a notebook, a spreadsheet, or as a page to share; claims, sources and licence travel along.
    """
    return neighbourhood(ask.view, names, radius, kinds=kind, without=without, limit=limit)


def _written(
    view: View,
    reply: Reply,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file; - for a pipe.")],
    format_name: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="json, csv, parquet, graphml, gexf, cyjs, brief, html; else by ending.",
        ),
    ] = "",
    raw: Annotated[
        bool,
        typer.Option(
            "--raw", help="Cells of tables exactly as they are, even where a spreadsheet would run them."
        ),
    ] = False,
) -> None:
    write_graph(reply.subgraph(view), output, format_name, raw)


def add_to(app: typer.Typer) -> None:
    app.command()(reading(path))
    app.command()(reading(neighbours))
    app.command()(reading(export, _written))
