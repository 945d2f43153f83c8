"""What every count over stints and moves shares: the rows read once, rolled up, graded, held to a window.

Dates are ranges, so a count is one too: at least (`lo`), as far as one can tell (`mid`), at most (`hi`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from graph.assembly.rows import Certainty, EdgeRow, Flag, Grade, MoveRow
from graph.errors import BadQuestion, ModelError
from graph.model.days import FUTURE, PAST
from graph.model.when import parse_when
from graph.queries.answers.reading import Budget, Reopen, without_day
from graph.queries.people.careers import assembled
from graph.queries.people.moves import grade_of
from graph.store.answers import Cut
from graph.store.base import View


class Rollup(StrEnum):
    """What counts as one employer: the company with all its labs, or each lab apart."""

    COMPANY = "company"
    LAB = "lab"


class Held(StrEnum):
    """How a date that is known as a range lies in a window."""

    SURELY = "surely"
    MIDDLE = "by its middle"
    PERHAPS = "perhaps"


class Range(NamedTuple):
    """At least, as far as one can tell, at most."""

    lo: int
    mid: int
    hi: int


@dataclass(frozen=True, slots=True)
class Window:
    """Days, both included; None: no bound. Raises BadQuestion if it ends before it starts."""

    first: int | None = None
    last: int | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise BadQuestion("the window ends before it starts.", place="last", hint="Swap the two dates.")

    @classmethod
    def between(cls, first: str, last: str, places: tuple[str, str] = ("first", "last")) -> Window:
        """From texts such as `2025`, `2025-06`, `2025-06-12`: from the first day of the one to the last of
        the other; empty: no bound. `places` name the two in errors.
        """
        lo, hi = _days_of(first, places[0]), _days_of(last, places[1])
        return cls(lo and lo[0], hi and hi[1])

    def holds(self, lo: int, hi: int) -> Held | None:
        """How a date that lies on one of the days `lo` to `hi` lies in the window; None: surely not."""
        first, last = self.first or PAST, FUTURE if self.last is None else self.last
        if first <= lo and hi <= last:
            return Held.SURELY
        if hi < first or lo > last:
            return None
        bounded = lo > PAST and hi < FUTURE
        return Held.MIDDLE if bounded and first <= (lo + hi) // 2 <= last else Held.PERHAPS


OPEN = Window()
"""All of time."""


def _days_of(text: str, place: str) -> tuple[int, int] | None:
    if not text:
        return None
    try:
        point = parse_when(text).point
    except ModelError:
        point = None
    if point is None or point.lo <= PAST or point.hi >= FUTURE:
        hint = "Write 2025, 2025-06 or 2025-06-12."
        raise BadQuestion(f"“{text}” is not a year, month or day.", place=place, hint=hint)
    return point.first, point.last


def ranged(held: Iterable[Held | None]) -> Range:
    """A count of dates by how they lie in a window."""
    found = list(held)
    lo, by_middle = found.count(Held.SURELY), found.count(Held.MIDDLE)
    return Range(lo, lo + by_middle, lo + by_middle + found.count(Held.PERHAPS))


@dataclass(frozen=True, slots=True)
class Spell:
    """One stint as counts take it, at a company or a lab. Bounds as in EdgeRow; `rows` are its edges.

    `undated`: nothing places it in time, so that it takes no part on any day.
    """

    person: str
    organisation: str
    start_lo: int
    start_hi: int
    end_lo: int
    end_hi: int
    likely_until: int
    start_dated: bool
    end_dated: bool
    undated: bool
    rows: tuple[EdgeRow, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ for row in self.rows for id_, _ in row.claims))

    def span(self, certainty: Certainty) -> tuple[int, int]:
        """Half-open days on which it holds at least so; empty unless the first is below the second."""
        if self.undated:
            return (PAST, PAST)
        match certainty:
            case Certainty.CERTAIN:
                return (self.start_hi, self.end_lo)
            case Certainty.LIKELY:
                return (self.start_hi, max(self.end_lo, self.likely_until))
            case Certainty.POSSIBLE:
                return (self.start_lo, self.end_hi)

    def holds(self, day: int, certainty: Certainty = Certainty.LIKELY) -> bool:
        lo, hi = self.span(certainty)
        return lo <= day < hi

    def days(self, first: int, until: int, certainty: Certainty = Certainty.LIKELY) -> int:
        """How many of the half-open days it holds."""
        lo, hi = self.span(certainty)
        return max(0, min(hi, until) - max(lo, first))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the stints behind a number have a dated start, a dated end, no date at all."""

    stints: int
    starts: int
    ends: int
    undated: int

    @property
    def text(self) -> str:
        return f"{self.starts:,} of {self.stints:,} stints have a start, {self.ends:,} an end"


def coverage(spells: Iterable[Spell]) -> Coverage:
    given = list(spells)
    return Coverage(
        len(given),
        sum(spell.start_dated for spell in given),
        sum(spell.end_dated for spell in given),
        sum(spell.undated for spell in given),
    )


class Counted(NamedTuple):
    """A move with its grade (settings for gaps), and how its day of arrival lies in the window."""

    row: MoveRow
    grade: Grade
    held: Held


@dataclass(frozen=True, slots=True)
class Sample:
    """The stints and the moves of one reading. `moves` holds transfers too, never what is no move.

    `cuts` says so if time ran out: then stints are missing, and every count of them is too low.
    """

    spells: tuple[Spell, ...]
    moves: tuple[tuple[MoveRow, Grade], ...]
    cuts: tuple[Cut, ...] = ()

    def within(self, window: Window) -> Iterator[Counted]:
        """The moves that arrive, or may arrive, in a window."""
        for row, grade in self.moves:
            held = window.holds(row.day_lo, row.day_hi)
            if held is not None:
                yield Counted(row, grade, held)


def read(
    view: View,
    organisations: Sequence[str] = (),
    people: Sequence[str] = (),
    by: Rollup = Rollup.COMPANY,
    reopen: Reopen | None = None,
) -> Sample:
    """All stints and moves, or those at these organisations (labs included) or of these people.

    A day that is set plays no part, if `reopen` (`store.view`) is given; level and knowledge do.
    """
    rows = without_day(view, reopen).stints(people=people, organisations=organisations)
    moves = tuple((row, grade) for row in rows.moves if (grade := grade_of(row)) is not None)
    budget = Budget()
    spells = tuple(budget.in_time(spells_of(rows.edges, by)))
    return Sample(spells, moves, budget.cuts)


def spells_of(edges: Iterable[EdgeRow], by: Rollup = Rollup.COMPANY) -> Iterator[Spell]:
    """Rows of works_at, sorted by person, as spells: by company one a stint, by lab one a row."""
    for person, group in groupby(edges, key=attrgetter("subject")):
        rows = list(group)
        if by is Rollup.LAB:
            yield from (_spell(person, row.object, (row,)) for row in rows)
        elif all(row.place == 1 for row in rows):  # nothing to join, as with most people
            yield from (_spell(person, row.company, (row,)) for row in rows)
        else:
            yield from (_spell(person, stint.company, stint.places) for stint in assembled(rows))


def _spell(person: str, organisation: str, rows: Sequence[EdgeRow]) -> Spell:
    first, last = rows[0], rows[-1]
    return Spell(
        person,
        organisation,
        first.start_lo,
        first.start_hi,
        last.end_lo,
        last.end_hi,
        last.likely_until,
        Flag.START_DATED in first.flags,
        Flag.END_DATED in last.flags,
        all(Flag.UNDATED in row.flags for row in rows),
        tuple(rows),
    )
