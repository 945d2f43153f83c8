"""Reports that are neither arrival nor departure, each brought to the spell that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.assembly.bounds import Bounds
from graph.assembly.marks import Mark
from graph.assembly.rows import Flag, Part
from graph.assembly.spell_bounds import spell_bounds
from graph.assembly.spells import Leg, Spell, relabelled
from graph.assembly.structure import Structure
from graph.model.days import PAST, Days


def attach(spells: list[Spell], marks: Iterable[Mark], structure: Structure) -> list[Spell]:
    """Find the spell of all that is neither arrival nor departure; open one where none is consistent."""
    _imply_first_time(spells)
    for part in (Part.PRESENCE, Part.OVER_BY, Part.FROM, Part.TO):
        for mark in sorted((m for m in marks if m.part is part), key=lambda m: m.order):
            spell = _home(spells, mark)
            if spell is None:
                spell = Spell()
                spells.insert(_place(spells, mark), spell)
            _leg(spell, mark, structure).marks.append(mark)
        _imply_first_time(spells)
    return spells


def attach_weak(spells: list[Spell], marks: Iterable[Mark], structure: Structure) -> None:
    """Disputed claims, where something else speaks: kept, and heard only on what nothing else says."""
    for mark in sorted(marks, key=lambda m: m.order):
        own = next((s for s in spells if s.holds(mark.id)), None)
        bounds = spell_bounds(spells)
        spell = own or spells[_nearest(bounds, mark.days)]
        speaks = _speaks_alone(spell, bounds[spells.index(spell)], mark)
        _leg(spell, mark, structure).marks.append(mark if speaks else relabelled(mark, Part.DISPUTED))


def _imply_first_time(spells: list[Spell]) -> None:
    """A return without an earlier spell creates one of which nothing is known but that it was over."""
    if spells and spells[0].is_return:
        back = min((m for m in spells[0].marks if m.is_return), key=lambda m: m.order)
        by = back.days if back.part in (Part.START, Part.TRANSFER) else Days(PAST, back.days.hi)
        first = replace(back, part=Part.RETURNED, days=by, own=False)
        spells.insert(0, Spell([Leg([first])]))


def _home(spells: Sequence[Spell], mark: Mark) -> Spell | None:
    """The spell that a mark attaches to: of its own row, else the latest (for `to` the first) that fits."""
    own = next((s for s in spells if mark.own and s.holds(mark.id)), None)
    if own:
        return own
    bounds = spell_bounds(spells)
    order = sorted(range(len(spells)), key=lambda i: _turn(spells[i], i, mark))
    for fits in (_fits, _nearly_fits):
        for i in order:
            if fits(bounds[i], mark):
                before_return = mark.part in (Part.FROM, Part.OVER_BY) and _just_returned(
                    spells, bounds, i, mark
                )
                return spells[i - 1] if before_return else spells[i]
    return None


def _turn(spell: Spell, i: int, mark: Mark) -> tuple[bool, int]:
    """Spells are tried latest first; founders the first; for `to` the first that has an arrival."""
    if mark.part is Part.TO:
        return (not spell.having(Part.START), i)
    return (False, i if mark.evidence.claim.relation == "founded" else -i)


def _fits(bounds: Bounds, mark: Mark) -> bool:
    match mark.part:
        case Part.PRESENCE:
            return bounds.start_lo <= mark.last and bounds.end_hi > mark.days.lo
        case Part.TO:
            return bounds.start_hi >= mark.days.lo
        case _:
            return bounds.start_lo <= mark.last and (mark.part is Part.FROM or bounds.end_lo <= mark.last)


def _nearly_fits(bounds: Bounds, mark: Mark) -> bool:
    """A dated spell outweighs a page that calls it over too early."""
    known = bool(bounds.flags & (Flag.START_DATED | Flag.END_DATED))
    return mark.part is Part.OVER_BY and known and bounds.start_lo <= mark.last


def _just_returned(spells: Sequence[Spell], bounds: Sequence[Bounds], i: int, mark: Mark) -> bool:
    """Whether the person had only just come back, so that the earlier time is meant."""
    moment = mark.days.lo if mark.days.lo > PAST else mark.last
    return i > 0 and spells[i].is_return and bounds[i].start_hi >= moment


def _place(spells: Sequence[Spell], mark: Mark) -> int:
    """Where in the order of time a spell of this mark alone belongs."""
    bounds = spell_bounds(spells)
    return next(
        (i for i, b in enumerate(bounds) if mark.part is not Part.TO and b.start_lo > mark.last), len(spells)
    )


def _nearest(bounds: Sequence[Bounds], days: Days) -> int:
    def distance(i: int) -> int:
        return max(bounds[i].start_lo - days.last, days.lo - bounds[i].end_hi, 0)

    return min(reversed(range(len(bounds))), key=distance)


def _speaks_alone(spell: Spell, bounds: Bounds, mark: Mark) -> bool:
    if mark.part is Part.START:
        return not spell.having(Part.START) and mark.days.lo <= min(bounds.start_hi, bounds.end_hi)
    if mark.part is Part.END:
        ends = spell.having(Part.END, Part.OVER_BY, Part.FROM)
        return not ends and mark.last >= bounds.end_lo and mark.days.lo <= bounds.end_hi
    return False


def _leg(spell: Spell, mark: Mark, structure: Structure) -> Leg:
    """The lab of a spell that an attached mark speaks of."""
    if mark.part in (Part.START, Part.TO, Part.RETURNED):
        return spell.legs[0]
    same = (leg for leg in spell.legs if leg.lab(structure) == mark.org)
    started = (
        leg for leg in spell.legs[:0:-1] if leg.entered and min(m.days.lo for m in leg.entered) <= mark.last
    )
    by_time = next(started, spell.legs[0]) if mark.part is Part.PRESENCE else spell.legs[-1]
    return next(same, by_time) if mark.part is Part.PRESENCE else by_time
