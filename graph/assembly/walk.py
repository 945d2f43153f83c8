"""From arrivals and departures to spells: which reports speak of the same time at one company.

The walk takes them in order of time and decides for each whether it is another report of the spell at hand,
the start of a new one, or a change of lab inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.assembly.marks import Mark
from graph.assembly.rows import Part
from graph.assembly.spells import Leg, Spell, relabelled
from graph.assembly.structure import Kin, Structure
from graph.model.days import FUTURE, PAST, Days

_HOP = (Kin.SIBLING, Kin.SUCCESSOR, Kin.NARROWER)


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
            spell.legs.append(Leg(entered=[relabelled(mark, Part.TRANSFER)]))
        elif self._changes_lab(spell, mark):
            spell.legs.append(Leg(entered=[relabelled(mark, Part.TRANSFER)]))
        elif self._repeats_change(spell, mark):
            spell.legs[-1].entered.append(relabelled(mark, Part.TRANSFER))
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
            spell.legs[-1].left.append(relabelled(mark, Part.TRANSFER))
            spell.legs.append(Leg(implied=destination))
        elif len(spell.legs) > 1 and self._left_before(spell, mark):
            spell.legs[-2].left.append(relabelled(mark, Part.TRANSFER))
        elif self._came_from_lab(spell, mark):
            spell.legs[0].entered = [relabelled(m, Part.TRANSFER) for m in spell.legs[0].marks]
            spell.legs[0].marks = []
            spell.legs.insert(0, Leg(left=[relabelled(mark, Part.TRANSFER)]))
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
            leg.left.extend(relabelled(m, Part.TRANSFER) for m in hops)
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
