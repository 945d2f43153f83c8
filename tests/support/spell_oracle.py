"""Talent metrics the long way, over careers whose every day is known: day by day, no bounds, no intervals.

Written from the definitions, not from the program. A spell is (person, organisation, first day, first day no
longer there); None: still there. Spells of one person follow each other and do not overlap.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from statistics import median

from hypothesis import strategies as st

Spell = tuple[str, str, date, date | None]
Move = tuple[str, str, str, date]
ORGS = ("alpha", "beta", "gamma")
LATEST = date(2026, 6, 30)
"""The day on which the source of all spells was written: the last that counts."""

_JOBS = st.lists(
    st.tuples(st.integers(0, 260), st.integers(1, 900), st.sampled_from(ORGS)), min_size=1, max_size=4
)


@st.composite
def careers(draw: st.DrawFn) -> list[Spell]:
    """Up to six people, one job after the other, the last perhaps still held."""
    spells: list[Spell] = []
    for number in range(draw(st.integers(1, 6))):
        day = date(2020, 1, 1) + timedelta(draw(st.integers(0, 600)))
        jobs = draw(_JOBS)
        for n, (gap, length, org) in enumerate(jobs):
            start = day + timedelta(gap)
            day = start + timedelta(length)
            if day > LATEST:
                break
            is_open = n == len(jobs) - 1 and draw(st.booleans())
            spells.append((f"p{number}", org, start, None if is_open else day))
            day += timedelta(1)  # two stints at one place that touch are one
    return spells


def lines(spells: Iterable[Spell]) -> str:
    """The spells as a ledger, each end stated to the day."""
    return "\n".join(f"{p} works_at {o} {start}/{end or '..'} @all:{LATEST}" for p, o, start, end in spells)


def there(spell: Spell, day: date) -> bool:
    return spell[2] <= day and (spell[3] is None or day < spell[3])


def headcount(spells: Iterable[Spell], org: str, day: date) -> int:
    return len({spell[0] for spell in spells if spell[1] == org and there(spell, day)})


def person_days(spells: Sequence[Spell], org: str, first: date, last: date) -> int:
    days = [first + timedelta(n) for n in range((min(last, LATEST) - first).days + 1)]
    return sum(there(spell, day) for spell in spells if spell[1] == org for day in days)


def moves(spells: Iterable[Spell], gap: int = 180) -> list[Move]:
    """Consecutive spells at two places, the second at most `gap` days after the first; dated at arrival."""
    careers: dict[str, list[Spell]] = defaultdict(list)
    for spell in sorted(spells, key=lambda s: s[2]):
        careers[spell[0]].append(spell)
    found = []
    for career in careers.values():
        for before, after in pairwise(career):
            if before[3] and before[1] != after[1] and (after[2] - before[3]).days <= gap:
                found.append((before[0], before[1], after[1], after[2]))
    return found


def flow(found: Iterable[Move], origin: str, destination: str, first: date, last: date) -> int:
    return sum(1 for _, a, b, day in found if (a, b) == (origin, destination) and first <= day <= last)


def hazard(spells: Sequence[Spell], a: str, b: str, first: date, last: date) -> Fraction | None:
    """None where one of the two parts has nothing to divide by."""
    found = moves(spells)
    exposed_a, exposed_b = (person_days(spells, org, first, last) for org in (a, b))
    back = flow(found, b, a, first, last)
    if not exposed_a or not exposed_b or not back:
        return None
    return Fraction(flow(found, a, b, first, last), exposed_a) / Fraction(back, exposed_b)


def attrition(spells: Sequence[Spell], org: str, day: date) -> Fraction | None:
    """Departures in 12 months over the mean of 13 monthly headcounts, each on the same day of its month."""
    opens = _same_day(day, 12)
    left = sum(1 for s in spells if s[1] == org and s[3] is not None and opens < s[3] <= day)
    heads = sum(headcount(spells, org, _same_day(day, back)) for back in range(13))
    return Fraction(left * 13, heads) if heads else None


def _same_day(day: date, months: int) -> date:
    month = day.month - 1 - months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def tenure(spells: Iterable[Spell], org: str, day: date) -> float | None:
    days = [(day - s[2]).days for s in spells if s[1] == org and there(s, day)]
    return median(days) if days else None


def ever(spells: Sequence[Spell], origin: str, destination: str, day: date) -> int:
    now = {s[0] for s in spells if s[1] == destination and there(s, day)}
    return len({s[0] for s in spells if s[0] in now and s[1] == origin and s[2] <= day})
