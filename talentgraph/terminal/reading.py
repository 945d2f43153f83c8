"""What every command that reads has in common: the ledger, the scope, and the ways to give an answer."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from typer import Exit, Option

from graph.assembly.rows import Certainty, Level
from graph.queries.answers.reply import Reply
from graph.queries.answers.subgraph import Subgraph
from graph.queries.shapes.shape import as_json
from graph.store.base import Store, View
from graph.store.scope import Scope
from talentgraph.doors import open_ledger
from talentgraph.files import save_answer, save_graph
from talentgraph.terminal import options as o
from talentgraph.terminal.pages import is_empty, show
from talentgraph.terminal.progress import watched
from talentgraph.terminal.screen import Screen, tell, write

NOTHING_FOUND = 1
_LevelOption = Annotated[Level, Option("--level", help="Evidence: confirmed; reported too; rumoured too.")]
_CertaintyOption = Annotated[Certainty, Option("--certainty", help="How surely it held on --true-on.")]


@dataclass(frozen=True, slots=True)
class Ask:
    """The ledger, and the view of it that the options describe."""

    store: Store
    view: View


def reading(function: Callable[..., Reply], give: Callable[..., None] | None = None) -> Callable[..., None]:
    """A command that asks `function`: its own parameters, then those of the ledger, the scope and the output.

    `give` takes the view, the reply and, by keyword, its options; without one the answer is printed.
    """
    give = give or printed
    own = [*inspect.signature(function, eval_str=True).parameters.values()][1:]
    opening, giving = _keywords(_open), _keywords(give)

    def command(**given: Any) -> None:
        def taken(parameters: list[inspect.Parameter]) -> dict[str, Any]:
            return {p.name: given[p.name] for p in parameters}

        ask = _open(**taken(opening))
        try:
            give(ask.view, function(ask, **taken(own)), **taken(giving))
        finally:
            ask.store.close()

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (*own, *opening, *giving)]
    command.__name__, command.__doc__ = function.__name__, function.__doc__
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


def write_graph(graph: Subgraph, file: Path, format_name: str = "", raw: bool = False) -> None:
    """Write a graph to a file and say what is in it."""
    save_graph(graph, file, format_name, raw)
    _told(file, graph)


def _told(file: Path, graph: Subgraph | None) -> None:
    if str(file) == "-":
        return
    if graph is None:
        tell(f"Wrote {file}.")
        return
    counts = f"{len(graph.entities):,} entities, {len(graph.edges):,} edges"
    tell(f"Wrote {file}: {counts}; licence {graph.licence or 'not stated'}.")


def _keywords(function: Callable[..., object]) -> list[inspect.Parameter]:
    parameters = inspect.signature(function, eval_str=True).parameters.values()
    return [p for p in parameters if p.kind is inspect.Parameter.KEYWORD_ONLY]


def _open(
    *,
    true_on: o.TrueOn = "",
    known_on: o.KnownOn = "",
    level: _LevelOption = Level.USUAL,
    certainty: _CertaintyOption = Certainty.LIKELY,
    relation: o.Relations = [],  # noqa: B006 -- typer's way to say none
    store: o.StoreFile = None,
) -> Ask:
    scope = Scope(
        true_on=o.day(true_on, "--true-on"),
        known_on=o.day(known_on, "--known-on"),
        level=level,
        certainty=certainty,
        relations=frozenset(relation),
    )
    with watched() as progress:
        ledger = open_ledger(store, fill=True, tell=tell, progress=progress)
    return Ask(ledger, ledger.view(scope))


def printed(view: View, reply: Reply, *, json_: o.Json = False, save: o.Save = None) -> None:
    """Print the answer, save it if asked; exit 1 where it is empty."""
    if save:
        graph = save_answer(reply, view, save)
        _told(save, graph)
    if json_:
        write(json.dumps(as_json(reply), ensure_ascii=False, indent=2))
    else:
        screen = Screen()
        show(reply, screen)
        screen.show()
    if is_empty(reply):
        raise Exit(NOTHING_FOUND)
