"""Commands about the ledger itself: what changed, how well it is documented, who may be the same."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.errors import BadQuestion
from graph.queries.ledger.changes import Changes
from graph.queries.ledger.changes import changes as ask_changes
from graph.queries.ledger.quality import Quality
from graph.queries.ledger.quality import quality as ask_quality
from graph.queries.ledger.twins import Twins
from graph.queries.ledger.twins import twins as ask_twins
from talentgraph.terminal import options as o
from talentgraph.terminal.reading import Ask, reading

_Set = Annotated[str, typer.Option("--set", metavar="SET", help="Only this set, by its id.")]
_Organisation = Annotated[
    str, typer.Argument(metavar="ORGANISATION", help="A name or id; none: all.", show_default=False)
]


def changes(
    ask: Ask,
    name: o.MaybeName = "",
    *,
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="What came after that day.")],
    set_id: _Set = "",
    limit: o.Limit = None,
) -> Changes:
    """What changed since a day.

    Claims whose sources came out after it, claims that later loads withdrew, disagreements that opened or
    were settled.
    """
    day = o.day(since, "--since")
    if day is None:
        raise BadQuestion("no day is given.", place="--since", hint="Write 2025-06-12.")
    return ask_changes(ask.view, day, name, set_id, reopen=ask.store.view, limit=limit)


def quality(ask: Ask, organisation: _Organisation = "", set_id: _Set = "", limit: o.Limit = None) -> Quality:
    """How well stints are dated and sourced, and what hangs loose.

    By set and by organisation: shares with start, end and source; dangling, impossible, overlapping.
    """
    return ask_quality(ask.view, organisation, set_id, reopen=ask.store.view, limit=limit)


def twins(ask: Ask, name: o.MaybeName = "", kind: o.Kinds = [], limit: o.Limit = None) -> Twins:  # noqa: B006
    """Who may be the same as whom.

    Two of one kind that are called alike or share an identifier: why, what speaks against it, how strongly;
    and the judgements that were made.
    """
    return ask_twins(ask.view, name, kind, reopen=ask.store.view, limit=limit)


def add_to(app: typer.Typer) -> None:
    for command in (changes, quality, twins):
        app.command()(reading(command))
