"""The one function that makes rows out of claims, for every level and every period of knowledge."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from graph.assembly.edges import edges_of
from graph.assembly.evidence import Evidence
from graph.assembly.levels import counted, standing
from graph.assembly.lookup import Bearing, Lookup, MemoryLookup, bearing_on, touched
from graph.assembly.moves import moves_of
from graph.assembly.rows import EdgeRow, Flag, Level, MoveRow, Rows
from graph.assembly.stints import Stint, stints_of
from graph.assembly.structure import Structure
from graph.model.days import FUTURE
from graph.model.entities import kind_of
from graph.model.vocabulary import TAKING_ROLES, Status

__all__ = ["Lookup", "MemoryLookup", "assemble", "assemble_subject", "touched"]

_Row = TypeVar("_Row", EdgeRow, MoveRow)


def assemble(evidence: Iterable[Evidence], *, transfer_days: int) -> Rows:
    """All rows of a ledger from scratch, in their total order."""
    lookup = MemoryLookup(evidence)
    made = [assemble_subject(each, lookup, transfer_days=transfer_days) for each in lookup.subjects()]
    return Rows(
        tuple(sorted((row for rows in made for row in rows.edges), key=_edge_order)),
        tuple(sorted((row for rows in made for row in rows.moves), key=_move_order)),
    )


def assemble_subject(subject: str, lookup: Lookup, *, transfer_days: int) -> Rows:
    """All edge rows with this subject, and all move rows of this person.

    For all three levels and every period of knowledge; periods and levels with the same row share it.
    `transfer_days`: within how many days a change of lab is one step (settings).
    """
    bearing = bearing_on(subject, lookup)
    days = bearing.days()
    made: dict[Hashable, Rows] = {}
    masks: dict[Hashable, list[int]] = {}
    for i, day in enumerate(days):
        known = _Known(bearing, day)
        for level in Level:
            reading = _Reading(subject, known, level)
            if reading.signature not in made:
                made[reading.signature] = reading.rows(transfer_days)
                masks[reading.signature] = [0] * len(days)
            masks[reading.signature][i] |= level.bit
    edges, moves = _Periods[EdgeRow](days), _Periods[MoveRow](days)
    for signature, rows in made.items():
        edges.add(rows.edges, masks[signature])
        moves.add(rows.moves, masks[signature])
    return Rows(tuple(sorted(edges.rows(), key=_edge_order)), tuple(sorted(moves.rows(), key=_move_order)))


class _Known:
    """What stands of all that bears on a subject, as known on one day."""

    def __init__(self, bearing: Bearing, day: int) -> None:
        def known(evidence: Sequence[Evidence]) -> list[Evidence]:
            return standing(each for each in evidence if each.known_from <= day)

        self.own = known(bearing.own)
        self.denied = [each for each in self.own if each.claim.status is Status.DENIED]
        self.structure = counted(known(bearing.structure), Level.ALL)
        self.stages = known(bearing.stages)
        self.brought = known(bearing.brought)
        self.parties = known(bearing.parties)


class _Reading:
    """What is known of a subject at one level. Readings of one signature give the same rows."""

    def __init__(self, subject: str, known: _Known, level: Level) -> None:
        self._subject = subject
        self._own = counted(known.own, level)
        self._denied, self._structure = known.denied, known.structure
        self._stages = counted(known.stages, level)
        self._brought = counted(known.brought, level)
        self._parties = counted(known.parties, level)
        groups = (self._own, self._denied, self._structure, self._stages, self._brought, self._parties)
        self.signature = tuple(tuple([each.id for each in group]) for group in groups)

    def rows(self, transfer_days: int) -> Rows:
        structure = Structure(self._structure)
        stages: dict[str, list[Evidence]] = {}
        for each in self._stages:
            stages.setdefault(each.claim.subject, []).append(each)
        edges = edges_of(self._own, self._denied, stages, structure)
        if kind_of(self._subject) != "person":
            return Rows(tuple(edges))
        stints = stints_of(self._subject, self._own, self._denied, structure, transfer_days)
        edges = [_within_stint(edge, stints) for edge in edges]
        moves = moves_of(stints, self._carried(), structure)
        return Rows((*edges, *(row for stint in stints for row in stint.rows)), tuple(moves))

    def _carried(self) -> dict[str, tuple[str, ...]]:
        parties: dict[str, list[str]] = {}
        for each in self._parties:
            if each.claim.get("role") in TAKING_ROLES:
                parties.setdefault(each.claim.object, []).append(each.claim.subject)
        return {each.id: tuple(parties.get(each.claim.subject, ())) for each in self._brought}


def _within_stint(edge: EdgeRow, stints: Sequence[Stint]) -> EdgeRow:
    """A role whose end nobody states is not read as going on after the stint in which it was held."""
    if edge.relation not in ("leads", "holds_role") or Flag.END_DATED in edge.flags:
        return edge
    ids = {id_ for id_, _ in edge.claims}
    ends = [stint.rows[-1].likely_until for stint in stints if any(stint.holds(id_) for id_ in ids)]
    until = max(edge.end_lo, min([edge.likely_until, *ends]))
    return replace(edge, likely_until=until, order_until=until)


class _Periods(dict[_Row, list[int]]):
    """Rows by their content, each with its mask of levels in every period of knowledge."""

    def __init__(self, days: Sequence[int]) -> None:
        super().__init__()
        self._days = days

    def add(self, rows: Iterable[_Row], masks: Sequence[int]) -> None:
        for row in rows:
            before = self.get(row)
            self[row] = list(masks) if before is None else [a | b for a, b in zip(before, masks, strict=True)]

    def rows(self) -> Iterable[_Row]:
        """One row for each run of periods in which the mask stays the same."""
        ends = [*self._days[1:], FUTURE]
        for row, masks in self.items():
            start = 0
            for i in range(1, len(masks) + 1):
                if i == len(masks) or masks[i] != masks[start]:
                    if masks[start]:
                        yield replace(
                            row, levels=masks[start], known_from=self._days[start], known_until=ends[i - 1]
                        )
                    start = i


def _edge_order(row: EdgeRow) -> tuple[object, ...]:
    return (*row.order, row.known_from, -row.levels, row.claims)


def _move_order(row: MoveRow) -> tuple[object, ...]:
    return (*row.order, row.known_from, -row.levels, row.claims)
