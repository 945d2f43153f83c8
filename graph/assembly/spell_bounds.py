"""When spells were: the earliest and latest day of each start and end, and what is at odds about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.assembly.bounds import Bounds, latest, narrow
from graph.assembly.marks import Mark
from graph.assembly.rows import NO_FLAG, Flag, Part
from graph.assembly.spells import Spell
from graph.model.days import FUTURE, PAST, Days


def spell_bounds(spells: Sequence[Spell]) -> list[Bounds]:
    """Bounds of the spells of one company in order: each ends before the next one starts."""
    bounds = [_bounds(spell) for spell in spells]
    for i in reversed(range(len(bounds) - 1)):
        bounds[i] = _ends_before(bounds[i], bounds[i + 1].start_hi)
    for i in range(1, len(bounds)):
        if Flag.START_DATED not in bounds[i].flags:
            since = min(bounds[i - 1].end_lo, bounds[i].start_hi)
            bounds[i] = replace(bounds[i], start_lo=max(bounds[i].start_lo, since))
    return bounds


def _bounds(spell: Spell) -> Bounds:
    flags = NO_FLAG
    starts, ends = _without_seams(spell.having(Part.START), spell.having(Part.END))
    there = spell.having(Part.PRESENCE, Part.TRANSFER)
    start_lo = max((m.days.lo for m in spell.having(Part.TO)), default=PAST)
    start_hi = min((m.last for m in there), default=FUTURE)
    if starts:
        start, apart = narrow(starts)
        start_lo, start_hi = start.lo, latest(start)
        flags |= Flag.START_DATED | (Flag.START_DISAGREES if apart else NO_FLAG)
    seen = max((m.days.lo + 1 for m in there if m.days.lo > PAST), default=PAST)
    end_lo, end_hi = max([start_lo, seen, *(r.lo for r in starts)]), FUTURE
    if ends:
        end, apart = narrow(ends)
        end_lo, end_hi = end.lo, latest(end)
        flags |= Flag.END_DATED | (Flag.END_DISAGREES if apart or seen - 1 > end_hi else NO_FLAG)
        end_lo = min(max(end_lo, seen, start_lo), end_hi) if start_lo <= end_hi else end_lo
    for limit in sorted(m.last for m in spell.having(Part.OVER_BY, Part.FROM, Part.RETURNED)):
        if limit >= end_lo - 1:  # who leaves on a day may be seen on it
            end_hi = min(end_hi, limit)
            end_lo = min(end_lo, end_hi)
        else:
            flags |= Flag.END_DISAGREES
    if start_lo > end_hi:
        return Bounds(start_lo, start_hi, end_lo, end_hi, flags | Flag.IMPOSSIBLE)
    return Bounds(start_lo, min(start_hi, end_hi), end_lo, end_hi, flags)


def _without_seams(starts: Sequence[Mark], ends: Sequence[Mark]) -> tuple[list[Days], list[Days]]:
    """The reports of start and end, without those where one row's end runs into another's start."""
    first = min((m.last for m in starts), default=PAST)
    last = max((m.days.lo for m in ends), default=FUTURE)
    seams = [
        (end, start)
        for end in ends
        for start in starts
        if end.id != start.id and end.days.meets(start.days) and first < start.days.lo and end.last < last
    ]
    return (
        [m.days for m in starts if all(m is not start for _, start in seams)],
        [m.days for m in ends if all(m is not end for end, _ in seams)],
    )


def _ends_before(bounds: Bounds, next_start: int) -> Bounds:
    end_hi = min(bounds.end_hi, next_start)
    flags = bounds.flags | (Flag.END_DISAGREES if end_hi < bounds.end_lo else NO_FLAG)
    if bounds.start_lo > end_hi:
        return replace(bounds, end_lo=end_hi, end_hi=end_hi, flags=flags | Flag.IMPOSSIBLE)
    start_hi, end_lo = min(bounds.start_hi, end_hi), min(bounds.end_lo, end_hi)
    return Bounds(bounds.start_lo, start_hi, end_lo, end_hi, flags)
