"""Who was hired in a window, and how far each stay is known, with dates that are known by halves.

A cohort holds stints, not people: who was hired twice counts twice; founders count. A stint is in it if its
start is dated and lies in the window, surely or by the middle of its range. Its end counts as known if it is
bounded: by a date, or because the person is known to have left by some day. Else the stay is followed to the
last day on which a source sees the person there, and no further: nobody is assumed to have stayed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.assembly.rows import Flag
from graph.errors import BadQuestion
from graph.model.days import DAYS_IN_A_MONTH, DAYS_IN_A_YEAR, FUTURE
from graph.queries.answers.counting import Held, Spell, Window
from graph.queries.retention.survival import Stay

_LENGTH = re.compile(r"(\d{1,5}) ?([a-z]*)", re.ASCII)
_UNITS = {
    "": 1.0,
    "d": 1.0,
    "day": 1.0,
    "m": DAYS_IN_A_MONTH,
    "month": DAYS_IN_A_MONTH,
    "y": DAYS_IN_A_YEAR,
    "year": DAYS_IN_A_YEAR,
}


class Dates(StrEnum):
    """How dates are read that are known as ranges."""

    SHORT = "shortest stay"
    MIDDLE = "middle of each range"
    LONG = "longest stay"


class Ends(StrEnum):
    """How the end of a stint is read that nobody states.

    seen: the stay is followed to the last day on which a source sees the person there. likely: as everywhere
    in the product, it goes on until the next arrival elsewhere, and then is over; else until now.
    """

    SEEN = "seen"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Cohort:
    """`hired` in the window, of whom `by_middle` by the middle of the range of their start only.

    Left out, because it cannot be told whether they belong: `perhaps`, whose start is a range that reaches
    beyond the window, and `no_start`, whose start nobody dates. `impossible`: an editor's override makes them
    end before they start.
    """

    hired: tuple[Spell, ...]
    by_middle: int
    perhaps: int
    no_start: int
    impossible: int

    @property
    def ended(self) -> int:
        """How many are known to have ended."""
        return sum(is_over(spell) for spell in self.hired)

    @property
    def founders(self) -> int:
        return sum(Flag.FOUNDED in spell.rows[0].flags for spell in self.hired)


def cohort_of(spells: Iterable[Spell], window: Window) -> Cohort:
    """The cohort of a window, in the order given, and what of the stints cannot be told."""
    hired: list[Spell] = []
    by_middle = perhaps = no_start = impossible = 0
    for spell in spells:
        held = window.holds(spell.start_lo, spell.start_hi)
        if held is None:
            continue
        if any(Flag.IMPOSSIBLE in row.flags for row in spell.rows):
            impossible += 1
        elif not spell.start_dated:
            no_start += 1
        elif held is Held.PERHAPS:
            perhaps += 1
        else:
            hired.append(spell)
            by_middle += held is Held.MIDDLE
    return Cohort(tuple(hired), by_middle, perhaps, no_start, impossible)


def is_over(spell: Spell) -> bool:
    """Whether the person is known to have left, if only by some day."""
    return spell.end_hi < FUTURE


def places(spell: Spell) -> set[str]:
    """The organisations of a stint: its labs, and the company."""
    return {id_ for row in spell.rows for id_ in (row.object, row.company)}


def stay(spell: Spell, dates: Dates, ends: Ends, now: int) -> Stay:
    """How long a stint is followed, up to the day `now`, and whether the person then left."""
    start, end = _start(spell, dates), _end(spell, dates)
    left = spell.end_dated
    if not left:
        on = max(spell.end_lo, spell.likely_until)
        end, left = (spell.end_lo, False) if ends is Ends.SEEN else (on, on < FUTURE)
    until = now + 1
    return Stay(max(0, min(end, until) - start), left and end <= until)


def stayed(spell: Spell, dates: Dates, days: int, now: int) -> bool | None:
    """Whether a stint lasted so many days, as far as sources see the person there; None: not known."""
    followed = stay(spell, dates, Ends.SEEN, now)
    if followed.days >= days:
        return True
    return False if followed.left or longest(spell) < days else None


def longest(spell: Spell) -> int:
    """The most days that a stint can have lasted; beyond all count where nothing bounds its end."""
    return spell.end_hi - spell.start_lo


def _start(spell: Spell, dates: Dates) -> int:
    middle = (spell.start_lo + spell.start_hi) // 2
    return {Dates.SHORT: spell.start_hi, Dates.MIDDLE: middle, Dates.LONG: spell.start_lo}[dates]


def _end(spell: Spell, dates: Dates) -> int:
    middle = (spell.end_lo + spell.end_hi) // 2
    return {Dates.SHORT: spell.end_lo, Dates.MIDDLE: middle, Dates.LONG: spell.end_hi}[dates]


def length_of(text: str) -> int:
    """Days of `24m`, `2y`, `730d` or `730`, by mean months and years. Raises BadQuestion."""
    match = _LENGTH.fullmatch(text.strip().lower())
    unit = match and _UNITS.get(match[2].removesuffix("s"))
    days = round(int(match[1]) * unit) if match and unit else 0
    if days < 1:
        hint = "Write 24m, 2y or 730d."
        raise BadQuestion(f"“{text}” is not a length of time.", place="horizon", hint=hint)
    return days


def length_text(days: int) -> str:
    """`24 months` where it is that, else `100 days`."""
    months = round(days / DAYS_IN_A_MONTH)
    if months and round(months * DAYS_IN_A_MONTH) == days:
        return f"{months:,} month{'s' if months > 1 else ''}"
    return f"{days:,} day{'s' if days > 1 else ''}"
