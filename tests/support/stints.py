"""Reading the rows of hand-made ledgers in tests: one scope, in short words."""

from __future__ import annotations

from collections.abc import Iterable

from making import ledger

from graph.assembly.assemble import assemble
from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Flag, Level, MoveRow, Rows
from graph.model.days import FUTURE, day_of, iso
from graph.store.base import View

TRANSFER_DAYS = 31
GAPS = (-31, 180)
DATES = Flag.START_DATED | Flag.END_DATED | Flag.EVENT
LABS = """
fair part_of meta
msl part_of meta
tbd-lab part_of msl
google-brain part_of google 2011/2023-04
google-deepmind part_of google 2023-04/..
google-brain became google-deepmind 2023-04
"""
"""Labs of two companies, one of which got another name."""


def rows_of(text: str | Iterable[Evidence], level: Level = Level.USUAL, known: str = "") -> Rows:
    """The rows of a ledger at one level, as known on a day (none: now)."""
    evidence = ledger(text) if isinstance(text, str) else text
    made = assemble(evidence, transfer_days=TRANSFER_DAYS)
    return Rows(
        tuple(row for row in made.edges if in_scope(row, level, known)),
        tuple(row for row in made.moves if in_scope(row, level, known)),
    )


def in_scope(row: EdgeRow | MoveRow, level: Level, known: str = "") -> bool:
    period = row.known_from <= day_of(known) < row.known_until if known else row.known_until == FUTURE
    return bool(row.levels & level.bit) and period


def stints(text: str, level: Level = Level.USUAL, known: str = "") -> list[str]:
    """Each stint row as `organisation start end`, where a range is `lo..hi` and nothing known is `?`."""
    return [short(row) for row in rows_of(text, level, known).edges if row.relation == "works_at"]


def moves(text: str, level: Level = Level.USUAL, known: str = "") -> list[str]:
    """Each move as `origin > destination grade, basis`; transfers say so."""
    found = (move_words(row) for row in rows_of(text, level, known).moves)
    return [words for words in found if words]


def career(text: str, level: Level = Level.USUAL) -> tuple[list[str], list[str]]:
    """The stints and the moves of a ledger in which the labs are known, each sorted by its words."""
    return sorted(stints(text + LABS, level)), sorted(moves(text + LABS, level))


def short(row: EdgeRow) -> str:
    name = row.object.partition(":")[2]
    return f"{name} {_range(row.start_lo, row.start_hi)} {_range(row.end_lo, row.end_hi)}"


def move_words(row: MoveRow) -> str:
    grade = row.grade(*GAPS)
    pair = f"{row.origin.partition(':')[2]} > {row.destination.partition(':')[2]}"
    if row.is_transfer:
        return f"{pair} transfer"
    return f"{pair} {grade}, {row.basis}" if grade else ""


def _range(lo: int, hi: int) -> str:
    first, last = iso(lo), iso(hi)
    if first == last:
        return first or "?"
    return f"{first}..{last}"


def stints_in(view: View, person: str, company: str = "") -> list[EdgeRow]:
    """The rows of a person's stints in a ledger, known now, in order of start; at one company, or at all."""
    rows = view.stints(people=[person]).edges
    return [
        row
        for row in rows
        if in_scope(row, view.scope.level) and company in ("", row.company.partition(":")[2])
    ]


def moves_in(view: View, person: str) -> list[str]:
    """The moves of a person in a ledger, known now, as `moves` puts them."""
    rows = view.stints(people=[person]).moves
    found = (move_words(row) for row in rows if in_scope(row, view.scope.level))
    return [words for words in found if words]
