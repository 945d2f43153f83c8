"""From marks to spells: which reports speak of the same time at one company, or in one role.

The walk takes arrivals and departures in order of time and decides for each whether it is another report of
the spell at hand, the start of a new one, or a change of lab inside it. The rest attaches to what it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.assembly.bounds import Bounds, latest, narrow
from graph.assembly.marks import Mark
from graph.assembly.rows import NO_FLAG, Flag, Part
from graph.assembly.structure import Kin, Structure
from graph.model.days import FUTURE, PAST, Days

_HOP = (Kin.SIBLING, Kin.SUCCESSOR, Kin.NARROWER)


@dataclass(slots=True, eq=False)
class Leg:
    """One lab inside a spell. `entered` and `left` are the marks of the changes before and after it."""

    marks: list[Mark] = field(default_factory=list)
    entered: list[Mark] = field(default_factory=list)
    left: list[Mark] = field(default_factory=list)
    implied: str = ""
    """The lab, where only the `from` or `to` of a change names it."""

    def lab(self, structure: Structure) -> str:
        """The most specific organisation of its arrivals and departures, else of what else there is."""
        best = [m for m in self.marks if m.part in (Part.START, Part.END)] + self.entered + self.left
        rest = [m for m in self.marks if m.part is not Part.RETURNED] or self.marks
        marks = [m for m in best if m.own] or ([] if self.implied else rest)
        if not marks:
            return self.implied
        return max(marks, key=lambda m: (len(structure.chain(m.org, m.day)), m.days.lo, m.org)).org


@dataclass(slots=True, eq=False)
class Spell:
    """One time at one company, or in one role: its labs in order, each with its marks."""

    legs: list[Leg] = field(default_factory=lambda: [Leg()])

    @property
    def marks(self) -> list[Mark]:
        return [m for leg in self.legs for m in (*leg.marks, *leg.entered, *leg.left)]

    def having(self, *parts: Part) -> list[Mark]:
        return [m for m in self.marks if m.part in parts]

    @property
    def is_return(self) -> bool:
        return any(m.is_return and m.part is not Part.DISPUTED for m in self.marks)

    @property
    def number(self) -> str:
        return next((m.number for m in self.marks if m.number), "")

    def holds(self, id_: str) -> bool:
        return any(m.id == id_ and m.own for m in self.marks)


class Walk:
    """Arrivals and departures at one company. `elsewhere`: when the person came to or left another one."""

    def __init__(
        self, structure: Structure, elsewhere: Sequence[Days], inside: frozenset[str], transfer_days: int
    ):
        self._structure, self._elsewhere, self._inside = structure, elsewhere, inside
        self._transfer_days = transfer_days
        self.spells: list[Spell] = []

    def run(self, marks: Iterable[Mark]) -> list[Spell]:
        for mark in sorted(_with_returns(marks), key=lambda m: m.order):
            if mark.part is Part.START:
                self._arrive(mark)
            else:
                self._leave(mark)
        return self.spells

    def _arrive(self, mark: Mark) -> None:
        spell = self._at_hand(mark)
        if spell is None or self._is_new_arrival(spell, mark):
            spell = Spell()
            self.spells.append(spell)
            origin = self._inner(mark, "from")
            if not origin:
                spell.legs[0].marks.append(mark)
                return
            spell.legs[0].implied = origin
            spell.legs.append(Leg(entered=[_as(mark, Part.TRANSFER)]))
        elif self._changes_lab(spell, mark):
            spell.legs.append(Leg(entered=[_as(mark, Part.TRANSFER)]))
        elif self._repeats_change(spell, mark):
            spell.legs[-1].entered.append(_as(mark, Part.TRANSFER))
        else:
            spell.legs[0].marks.append(mark)

    def _leave(self, mark: Mark) -> None:
        own = next((s for s in self.spells if s.holds(mark.id)), None)
        spell = own or self._at_hand(mark)
        if spell is None or (own is None and self._is_new_departure(spell, mark)):
            spell = Spell()
            self.spells.append(spell)
        destination = self._inner(mark, "to")
        if destination and not spell.having(Part.END):
            spell.legs[-1].left.append(_as(mark, Part.TRANSFER))
            spell.legs.append(Leg(implied=destination))
        elif len(spell.legs) > 1 and self._left_before(spell, mark):
            spell.legs[-2].left.append(_as(mark, Part.TRANSFER))
        elif self._came_from_lab(spell, mark):
            spell.legs[0].entered = [_as(m, Part.TRANSFER) for m in spell.legs[0].marks]
            spell.legs[0].marks = []
            spell.legs.insert(0, Leg(left=[_as(mark, Part.TRANSFER)]))
        else:
            spell.legs[-1].marks.append(mark)

    def _at_hand(self, mark: Mark) -> Spell | None:
        numbered = (s for s in self.spells if mark.number and s.number == mark.number)
        return next(numbered, self.spells[-1] if self.spells else None)

    def _is_new_arrival(self, spell: Spell, mark: Mark) -> bool:
        if mark.number and spell.number:
            return mark.number != spell.number
        if mark.is_return and not spell.is_return:
            return True
        if self._kin(spell, mark) is Kin.APART:
            return True
        ends = [m for m in spell.having(Part.END) if m.last < mark.days.lo]
        if any(not self._is_hop(end, mark) for end in ends):
            return True
        before = spell.having(Part.START, Part.TRANSFER) or spell.having(Part.END)
        return not ends and self._was_elsewhere(before, mark)

    def _is_new_departure(self, spell: Spell, mark: Mark) -> bool:
        if mark.number and spell.number:
            return mark.number != spell.number
        if self._kin(spell, mark) is Kin.APART:
            return True
        ends = spell.having(Part.END)
        return bool(ends) and self._was_elsewhere(ends, mark)

    def _was_elsewhere(self, before: Sequence[Mark], mark: Mark) -> bool:
        since = max(m.last for m in before) if before else FUTURE
        return any(since < days.lo and days.last < mark.days.lo for days in self._elsewhere)

    def _kin(self, spell: Spell, mark: Mark) -> Kin:
        return self._structure.kin(spell.legs[-1].lab(self._structure), mark.org, mark.day)

    def _is_hop(self, end: Mark, mark: Mark) -> bool:
        """Whether leaving one lab and joining another of the company are one step."""
        if mark.is_return or mark.days.lo - end.last > self._transfer_days:
            return False
        return self._structure.kin(end.org, mark.org, mark.day) in (Kin.SIBLING, Kin.SUCCESSOR, Kin.BROADER)

    def _changes_lab(self, spell: Spell, mark: Mark) -> bool:
        leg = spell.legs[-1]
        hops = [m for m in leg.marks if m.part is Part.END and self._is_hop(m, mark)]
        if hops and all(m in hops for m in spell.having(Part.END)):
            leg.left.extend(_as(m, Part.TRANSFER) for m in hops)
            leg.marks = [m for m in leg.marks if m not in hops]
            return True
        kin = self._kin(spell, mark)
        if kin not in _HOP:
            return False
        if self._inner(mark, "from"):
            return True
        since = max((m.last for m in leg.entered or leg.marks if m.part is not Part.END), default=PAST)
        return mark.days.lo - since > (self._transfer_days if kin is Kin.NARROWER else 0)

    def _repeats_change(self, spell: Spell, mark: Mark) -> bool:
        leg = spell.legs[-1]
        if len(spell.legs) == 1:
            return False
        if self._kin(spell, mark) is Kin.SAME:
            return True
        return any(m.days.meets(mark.days) for m in leg.entered)

    def _left_before(self, spell: Spell, mark: Mark) -> bool:
        """Whether a departure is the other half of the latest change of lab."""
        before, now = spell.legs[-2].lab(self._structure), spell.legs[-1].lab(self._structure)
        if mark.org == now or (spell.having(Part.END) and mark.org != before):
            return False
        if self._structure.kin(now, mark.org, mark.day) not in (Kin.SIBLING, Kin.PREDECESSOR):
            return mark.org == before and any(m.days.meets(mark.days) for m in spell.legs[-1].entered)
        return any(self._is_near(m, mark) for m in spell.legs[-1].entered)

    def _came_from_lab(self, spell: Spell, mark: Mark) -> bool:
        """Whether a departure shows that the arrival at hand was a change of lab."""
        starts = spell.legs[0].marks
        if len(spell.legs) > 1 or not starts or any(m.part is not Part.START or m.is_return for m in starts):
            return False
        kin = self._structure.kin(spell.legs[0].lab(self._structure), mark.org, mark.day)
        return kin in (Kin.SIBLING, Kin.PREDECESSOR) and all(self._is_near(m, mark) for m in starts)

    def _is_near(self, one: Mark, other: Mark) -> bool:
        apart = max(other.days.lo - one.last, one.days.lo - other.last)
        return apart <= self._transfer_days and one.id != other.id

    def _inner(self, mark: Mark, qualifier: str) -> str:
        """Another organisation of the same company that the claim names in `from` or `to`."""
        if mark.is_return:
            return ""
        labs = [o for o in mark.evidence.claim.all(qualifier) if o in self._inside and o != mark.org]
        return labs[0] if labs else ""


def _with_returns(marks: Iterable[Mark]) -> list[Mark]:
    """Arrivals that another claim calls a return are returns, unless their own row ends."""
    marks = list(marks)
    ended = {m.id for m in marks if m.part is Part.END}
    back = [m for m in marks if m.part is Part.START and m.is_return]
    return [
        replace(m, again=True)
        if m.part is Part.START and m.id not in ended and any(m.days.meets(b.days) for b in back)
        else m
        for m in marks
    ]


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
        _leg(spell, mark, structure).marks.append(mark if speaks else _as(mark, Part.DISPUTED))


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
    if mark.part in (Part.TO, Part.RETURNED):
        return spell.legs[0]
    same = (leg for leg in spell.legs if leg.lab(structure) == mark.org)
    started = (
        leg for leg in spell.legs[:0:-1] if leg.entered and min(m.days.lo for m in leg.entered) <= mark.last
    )
    by_time = next(started, spell.legs[0]) if mark.part is Part.PRESENCE else spell.legs[-1]
    return next(same, by_time) if mark.part is Part.PRESENCE else by_time


def _as(mark: Mark, part: Part) -> Mark:
    return replace(mark, part=part)
