"""Arguments and options that several commands take, each said once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from graph.errors import BadQuestion
from graph.model.days import day_of

Name = Annotated[str, Argument(help="A name, an alias, a near spelling, or an id such as org:meta.")]
MaybeName = Annotated[str, Argument(metavar="NAME", help="A name or id; none: all.", show_default=False)]
Names = Annotated[list[str], Argument(metavar="NAME", help="Names or ids.")]

StoreFile = Annotated[
    Path | None, Option("--store", metavar="FILE", help="The ledger; else the platform's data folder.")
]
Json = Annotated[bool, Option("--json", help="Print the answer as JSON, and nothing else.")]
Save = Annotated[
    Path | None,
    Option(
        "--save",
        metavar="FILE",
        help="Write the answer too: its table as .csv, its graph as any other format, by ending.",
    ),
]
Limit = Annotated[int | None, Option("--limit", "-n", min=1, metavar="N", help="Show so many at most.")]
Kinds = Annotated[
    list[str], Option("--kind", metavar="KIND", help="person, org, group, deal, work; may repeat.")
]
Without = Annotated[list[str], Option("--without", metavar="NAME", help="Leave out; may repeat.")]

TrueOn = Annotated[str, Option("--true-on", metavar="DAY", help="What held on that day, as 2025-07-15.")]
KnownOn = Annotated[str, Option("--known-on", metavar="DAY", help="What was published by that day.")]
Relations = Annotated[list[str], Option("--relation", metavar="RELATION", help="Only these; may repeat.")]


class Mode(StrEnum):
    """How the hops of a path must hang together in time."""

    ANY = "any"
    TOGETHER = "together"
    IN_ORDER = "in-order"
    AT_ONCE = "at-once"


def day(text: str, option: str) -> int | None:
    """The day that an option names; None where it names none."""
    if not text:
        return None
    try:
        return day_of(text)
    except ValueError as error:
        raise BadQuestion(f"“{text}” is not a day.", place=option, hint="Write 2025-06-12.") from error
