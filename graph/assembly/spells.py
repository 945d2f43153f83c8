"""Spells: one time at one company, or in one role, with the reports that speak of it.

`walk` finds them in arrivals and departures, `attach` brings the rest of the reports to them, and
`spell_bounds` says when they were.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from graph.assembly.marks import Mark
from graph.assembly.rows import Part
from graph.assembly.structure import Structure


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


def relabelled(mark: Mark, part: Part) -> Mark:
    """The same report, as one of another part."""
    return replace(mark, part=part)
