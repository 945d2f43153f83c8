"""Moves: which stint led to which, as a source states it or as the dates allow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.assembly.marks import Mark
from graph.assembly.rows import NO_MOVE_FLAG, Basis, EdgeRow, Flag, MoveFlag, MoveRow, Part
from graph.assembly.stints import Stint
from graph.assembly.structure import Kin, Structure
from graph.model.days import FUTURE, PAST
from graph.settings import settings

_SAME_COMPANY = (Kin.SAME, Kin.BROADER, Kin.NARROWER, Kin.SIBLING, Kin.SUCCESSOR, Kin.PREDECESSOR)
_STILL_ONE = (Kin.SAME, Kin.SUCCESSOR, Kin.PREDECESSOR)
_SEEN = (Part.PRESENCE, Part.END)

Carried = Mapping[str, tuple[str, ...]]
"""Claims that deals brought the person, each with the organisations to which people come with the deal."""


def moves_of(stints: Sequence[Stint], carried: Carried, structure: Structure) -> list[MoveRow]:
    """Every candidate for a move of one person, and transfers; the grade of each is given on reading."""
    rows: list[MoveRow] = []
    for arrival in stints:
        stated = {id(o): o for o in stints if o is not arrival and _stating(o, arrival)}
        origins = (
            list(stated.values()) if stated else [o for o in stints if _may_come_from(o, arrival, stints)]
        )
        moves = [o for o in origins if _is_elsewhere(o, arrival, structure)]
        rows.extend(_move(origin, arrival, stints, structure) for origin in moves)
    rows = [_with_deal(row, carried, structure) for row in rows]
    rows += [row for stint in stints for row in _transfers(stint, structure)]
    return sorted(rows, key=lambda row: row.order)


def _stating(origin: Stint, arrival: Stint) -> list[Mark]:
    """The marks by which a source says that the one led to the other."""
    came = [m for m in origin.spell.having(Part.FROM) if arrival.holds(m.id)]
    went = [m for m in arrival.spell.having(Part.TO) if origin.holds(m.id)]
    return came + went


def _may_come_from(origin: Stint, arrival: Stint, stints: Sequence[Stint]) -> bool:
    if origin is arrival or origin.has(Flag.CONCURRENT) or arrival.has(Flag.CONCURRENT):
        return False
    return _basis(origin, arrival, stints) is not None


def _basis(origin: Stint, arrival: Stint, stints: Sequence[Stint]) -> Basis | None:
    """On what a move between two stints of one person would rest, if nobody states it."""
    x, y = origin.rows[-1], arrival.rows[0]
    others = [s for s in stints if s is not origin and s is not arrival and not s.has(Flag.CONCURRENT)]
    left, came = Flag.END_DATED in x.flags, Flag.START_DATED in y.flags
    if came and origin.rows[0].start_lo > y.start_hi:
        return None
    if left and came:
        return None if any(_surely_between(x, s, y) for s in others) else Basis.DATES
    if came and _is_dated(origin) and not any(_arrives_between(origin, s, y) for s in others):
        return Basis.DEPARTURE_NOT_DATED if _known_before(origin, y) else None
    seen_later = arrival.spell.having(*_SEEN) and y.start_hi >= x.end_lo and y.end_hi > x.end_lo
    others = [s for s in others if not _stating(arrival, s)]  # who came from there came later
    if left and not came and seen_later and not any(_arrives_meanwhile(x, s, y) for s in others):
        first, last = _days_of_arrival(x, y)
        return Basis.ARRIVAL_NOT_DATED if first <= last else None
    return None


def _days_of_arrival(x: EdgeRow, y: EdgeRow) -> tuple[int, int]:
    """The days on which an arrival that nobody dates may lie: on others it would be no move (settings)."""
    limits = settings()
    return max(y.start_lo, x.end_lo + limits.gap_min_days), min(y.start_hi, x.end_hi + limits.gap_max_days)


def _surely_between(x: EdgeRow, other: Stint, y: EdgeRow) -> bool:
    """Whether the person, once gone, surely was at another employer before the arrival asked about."""
    first, last = other.rows[0], other.rows[-1]
    came = Flag.START_DATED in first.flags and x.end_lo <= first.start_hi < y.start_lo
    return came and last.end_lo >= x.end_hi


def _is_dated(origin: Stint) -> bool:
    dated = any(m.dated for m in origin.spell.having(Part.PRESENCE))
    return origin.has(Flag.START_DATED) or dated


def _known_before(origin: Stint, y: EdgeRow) -> bool:
    """Whether, as far as the dates go, the person was there before the arrival elsewhere."""
    x = origin.rows[0]
    return (
        x.start_lo <= y.start_lo
        and x.start_hi <= y.start_hi
        and (x.start_lo, x.start_hi) != (y.start_lo, y.start_hi)
    )


def _arrives_between(origin: Stint, other: Stint, y: EdgeRow) -> bool:
    """Whether there is an arrival after this stint that comes before the one asked about."""
    start = other.rows[0]
    if Flag.START_DATED not in start.flags:
        return False
    after = (start.start_lo, start.start_hi) > (origin.rows[0].start_lo, origin.rows[0].start_hi)
    return after and start.start_hi >= origin.rows[-1].end_lo and start.start_hi <= y.start_lo


def _arrives_meanwhile(x: EdgeRow, other: Stint, y: EdgeRow) -> bool:
    start = other.rows[0]
    return Flag.START_DATED in start.flags and start.start_lo >= x.end_lo and start.start_hi <= y.start_hi


def _is_elsewhere(origin: Stint, arrival: Stint, structure: Structure) -> bool:
    """Whether the two were different companies when the person came."""
    y = arrival.rows[0]
    day = y.start_hi if y.start_hi < FUTURE else max(m.day for m in arrival.spell.marks)
    return structure.kin(origin.labs[-1], arrival.labs[0], day) not in _SAME_COMPANY


def _move(origin: Stint, arrival: Stint, stints: Sequence[Stint], structure: Structure) -> MoveRow:
    x, y = origin.rows[-1], arrival.rows[0]
    stated = _stating(origin, arrival)
    basis = Basis.STATED if stated else _basis(origin, arrival, stints)
    dated = Flag.END_DATED in x.flags and Flag.START_DATED in y.flags
    days = _days_of_arrival(x, y) if basis is Basis.ARRIVAL_NOT_DATED else (y.start_lo, y.start_hi)
    proof = {(m.id, m.part) for m in stated}
    proof |= {c for c in x.claims if c[1] is Part.END} | {c for c in y.claims if c[1] is Part.START}
    if basis is Basis.DEPARTURE_NOT_DATED:
        proof |= _showing(origin)
    elif basis is Basis.ARRIVAL_NOT_DATED:
        proof |= _showing(arrival)
    return MoveRow(
        x.subject,
        x.object,
        y.object,
        structure.company_of(x.object, max(x.end_lo, PAST + 1) if Flag.END_DATED in x.flags else y.start_hi),
        y.company,
        x.address,
        y.address,
        basis or Basis.DATES,
        _gap(y.start_lo, x.end_hi) if dated else None,
        _gap(y.start_hi, x.end_lo) if dated else None,
        *days,
        flags=_flags(arrival),
        claims=tuple(sorted(proof)),
    )


def _showing(stint: Stint) -> set[tuple[str, Part]]:
    """The claims that show the person there, each as presence, whatever else it says."""
    claims = (claim for row in stint.rows for claim in row.claims)
    return {(id_, Part.PRESENCE) for id_, part in claims if part is not Part.DISPUTED}


def _gap(start: int, end: int) -> int | None:
    return start - end if PAST < start < FUTURE and PAST < end < FUTURE else None


def _flags(arrival: Stint) -> MoveFlag:
    y = arrival.rows[0]
    flags = MoveFlag.FOUNDED if Flag.FOUNDED in y.flags else NO_MOVE_FLAG
    if Flag.RETURNED in y.flags or y.ordinal > 1:
        flags |= MoveFlag.RETURN
    return flags


def _with_deal(row: MoveRow, carried: Carried, structure: Structure) -> MoveRow:
    day = row.day_hi
    brought = [
        id_
        for id_, parties in sorted(carried.items())
        if any(structure.company_of(p, day) == structure.company_of(row.destination, day) for p in parties)
    ]
    if not brought:
        return row
    claims = {*row.claims, *((id_, Part.PLAIN) for id_ in brought)}
    return replace(row, flags=row.flags | MoveFlag.WITH_DEAL, claims=tuple(sorted(claims)))


def _transfers(stint: Stint, structure: Structure) -> Iterator[MoveRow]:
    """Changes of lab inside one company. A lab that merely became another is no transfer."""
    for i, (x, y) in enumerate(zip(stint.rows, stint.rows[1:], strict=False)):
        if structure.kin(x.object, y.object, y.start_hi) in _STILL_ONE:
            continue
        marks = [*stint.spell.legs[i].left, *stint.spell.legs[i + 1].entered]
        stated = any(_states_transfer(m, x.object, y.object) for m in marks)
        yield MoveRow(
            x.subject,
            x.object,
            y.object,
            x.company,
            y.company,
            x.address,
            y.address,
            Basis.STATED if stated else Basis.DATES,
            None,
            None,
            y.start_lo,
            y.start_hi,
            flags=MoveFlag.TRANSFER,
            claims=tuple(sorted({(m.id, m.part) for m in marks})),
        )


def _states_transfer(mark: Mark, origin: str, destination: str) -> bool:
    claim = mark.evidence.claim
    return origin in claim.all("from") or destination in claim.all("to")
