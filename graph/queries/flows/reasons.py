"""Why the dated arrivals and departures of a window are other numbers than its moves, in words.

A move is counted by its day of arrival, a departure by the end of the stint that was left: a source may date
the one and not the other, and who left may have gone nowhere that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.assembly.rows import Grade, MoveRow
from graph.queries.answers.counting import Held, Spell
from graph.queries.flows.tallies import Tally


@dataclass(frozen=True, slots=True)
class Reasons:
    """`dated` is said beside the number of dated arrivals or departures, `moved` beside that of moves."""

    dated: str
    moved: str


def of_departures(spells: Iterable[Spell], left: Sequence[Spell], moves: Tally) -> Reasons:
    """`left`: stints whose dated end surely lies in the window; `moves`: those out of the organisation."""
    ways = [{row.from_edge for row in rows} for rows in _counted(moves)]
    given = list(spells)
    undated = {row.address for s in given if not s.end_dated for row in s.rows}
    return _reasons(left, ways, undated, ("a departure", "end"))


def of_arrivals(spells: Iterable[Spell], came: Sequence[Spell], moves: Tally) -> Reasons:
    """`came`: stints whose dated start surely lies in the window; `moves`: those into it."""
    ways = [{row.to_edge for row in rows} for rows in _counted(moves)]
    undated = {row.address for s in spells if not s.start_dated for row in s.rows}
    return _reasons(came, ways, undated, ("an arrival", "start"))


def _counted(moves: Tally) -> Iterable[list[MoveRow]]:
    """The moves that make the number, by arrival."""
    found: dict[str, list[MoveRow]] = {}
    for move in moves.moves:
        if move.grade is Grade.CERTAIN and move.held is Held.SURELY:
            found.setdefault(move.row.to_edge, []).append(move.row)
    return found.values()


def _reasons(
    dated: Sequence[Spell], ways: Sequence[set[str]], undated: set[str], words: tuple[str, str]
) -> Reasons:
    event, end = words
    moved = set().union(*ways)
    alone = sum(moved.isdisjoint(row.address for row in spell.rows) for spell in dated)
    there = {row.address for spell in dated for row in spell.rows}
    others = [way for way in ways if way.isdisjoint(there)]
    unknown = sum(not way.isdisjoint(undated) for way in others)
    beside = (
        (unknown, f"of stints without a dated {end}"),
        (len(others) - unknown, f"with {event} that is not surely in the window"),
    )
    return Reasons(
        f"{alone:,} in no certain move of the window" if alone else "",
        ", ".join(f"{n:,} {why}" for n, why in beside if n),
    )
