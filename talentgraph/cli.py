"""The terminal door: `talentgraph COMMAND`."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from graph.errors import MissingPart, NotFound, StoreError, TalentGraphError
from talentgraph.terminal import career, flows, groups, keeping, ledger, money, network, retention, web
from talentgraph.terminal.reading import NOTHING_FOUND
from talentgraph.terminal.screen import tell, write

EXIT_CODES = """Exit codes: 0 an answer; 1 nothing found (an empty answer, or nobody of that name);
2 a question or an input that cannot be taken; 3 the ledger, or a part that is not installed."""


class Commands(TyperGroup):
    """Every error that a person can meet becomes one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except TalentGraphError as error:
            tell(f"Error: {' '.join(str(error).split())}")
            raise typer.Exit(exit_code(error)) from error


def exit_code(error: TalentGraphError) -> int:
    if isinstance(error, NotFound):
        return NOTHING_FOUND
    return 3 if isinstance(error, StoreError | MissingPart) else 2


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        write(version("talentgraph"))
        raise typer.Exit


app = typer.Typer(
    name="talentgraph",
    cls=Commands,
    help="Who works where in AI, who moved, who was courted, how any two are connected: dated, with sources.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for module in (career, flows, groups, retention, network, money, ledger, keeping, web):
    module.add_to(app)


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Entry point of the installed command."""
    app()
