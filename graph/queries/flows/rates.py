"""Stocks and rates of organisations, each by one of the DEFINITIONS.

Stints are half open: a person is there from the first day on, and no longer on the day of the end. Each
function takes the stints of one organisation, with its labs or of one lab, as `counting.read` gives them.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from datetime import date
from math import floor
from statistics import median

from graph.assembly.rows import Certainty
from graph.model.days import FUTURE, PAST
from graph.queries.answers.counting import Held, Range, Spell, Window, coverage, ranged
from graph.queries.flows.intervals import odds, share_interval
from graph.queries.flows.measures import Measure, Value, quotient

_MONTHS = range(13)
_AT_LEAST = {
    Certainty.CERTAIN: (Certainty.CERTAIN,),
    Certainty.LIKELY: (Certainty.CERTAIN, Certainty.LIKELY),
    Certainty.POSSIBLE: tuple(Certainty),
}


def headcount(spells: Iterable[Spell], day: int) -> Measure:
    """Persons present on a day."""
    given = list(spells)
    lo, mid, hi = (
        len({s.person for s in given if any(s.holds(day, c) for c in enough)})
        for enough in _AT_LEAST.values()
    )
    there = [s for s in given if s.holds(day)]
    return Measure("headcount", lo, mid, hi, mid, claims_of(there), coverage=coverage(given))


def exposure(spells: Iterable[Spell], window: Window, now: int) -> Measure:
    """Person-days in a window; days after `now` are not lived yet. 0/0 where the window has no first day."""
    given = list(spells)
    if window.first is None:
        return Measure("exposure", None, None, None, 0, (), coverage=coverage(given))
    first, until = window.first, 1 + (now if window.last is None else min(now, window.last))
    met = [s for s in given if s.days(first, until, Certainty.POSSIBLE)]
    lo, mid, hi = (sum(s.days(first, until, certainty) for s in met) for certainty in Certainty)
    lived = [s for s in met if s.days(first, until)]
    people = len({s.person for s in lived})
    return Measure("exposure", lo, mid, hi, people, claims_of(lived), coverage=coverage(given))


Dated = tuple[Range, tuple[Spell, ...]]
"""A count of dates in a window, and the stints of those that surely lie in it."""


def starts(spells: Iterable[Spell], window: Window) -> Dated:
    """Dated arrivals."""
    return _dated(spells, window, lambda s: (s.start_lo, s.start_hi) if s.start_dated else None)


def ends(spells: Iterable[Spell], window: Window) -> Dated:
    """Dated departures, by the first day no longer there."""
    return _dated(spells, window, lambda s: (s.end_lo, s.end_hi) if s.end_dated else None)


def _dated(
    spells: Iterable[Spell], window: Window, days_of: Callable[[Spell], tuple[int, int] | None]
) -> Dated:
    held = [(window.holds(*days), s) for s in spells if (days := days_of(s))]
    return ranged(how for how, _ in held), tuple(s for how, s in held if how is Held.SURELY)


def hazard_ratio(n: int, m: int, exposed_a: Measure, exposed_b: Measure) -> Measure:
    """`n` moves from A to B against `m` from B to A, each by the person-days where it began.

    Given n + m, n is binomial if the two are Poisson (J. Przyborowski and H. Wilenski, Biometrika 31, 1940).
    """
    a, b = exposed_a, exposed_b

    def ratio(days_a: Value, days_b: Value) -> Value:
        return quotient(n * days_b, m * days_a) if days_a and days_b else None

    interval = None
    if a.mid and b.mid:
        low, high = odds(share_interval(n, n + m))
        interval = (low * b.mid / a.mid, high * b.mid / a.mid)
    values = ratio(a.hi, b.lo), ratio(a.mid, b.mid), ratio(a.lo, b.hi)
    claims = tuple(dict.fromkeys((*a.claims, *b.claims)))
    said = f"{n:,} in {a.mid or 0:,.0f} person-days : {m:,} in {b.mid or 0:,.0f}"
    return Measure("hazard ratio", *values, n + m, claims, said, interval=interval)


def migration_rate(came: Range, left: Range, exposed: Measure, days: int) -> Measure:
    """`came` and `left` count moves in a window of so many days, in which `exposed` was lived."""

    def rate(net: int) -> Value:
        return quotient(10_000 * net * days, exposed.mid) if exposed.mid else None

    lo, mid, hi = map(rate, (came.lo - left.hi, came.lo - left.lo, came.hi - left.lo))
    mean = (exposed.mid or 0) / days
    said = f"{came.lo:,} in, {left.lo:,} out, mean headcount {mean:,.1f}"
    return Measure("migration rate", lo, mid, hi, floor(mean), exposed.claims, said, exposed.coverage)


def attrition(spells: Iterable[Spell], day: int) -> Measure:
    """Of the 12 months up to a day. Who was in no headcount on any day cannot have left it either."""
    given = list(spells)
    year = Window(months_before(day, 12) + 1, day)
    counts, left = ends(filter(_was_counted, given), year)
    others = ends(given, year)[0].lo - counts.lo
    monthly = [{s.person for s in given if s.holds(months_before(day, back))} for back in _MONTHS]
    there = set().union(*monthly)
    mean = sum(map(len, monthly)) / len(_MONTHS)
    sure, at_most = quotient(counts.lo, mean), quotient(counts.hi, mean)
    behind = claims_of([*left, *(s for s in given if s.person in there)])
    beside = f" (not counted: {others:,} of people in no headcount)" if others else ""
    said = f"{counts.lo:,} dated departures{beside}, mean headcount {mean:,.1f}"
    return Measure("attrition, 12 months", sure, sure, at_most, floor(mean), behind, said, coverage(given))


def _was_counted(spell: Spell) -> bool:
    """Whether there is a day of it on which `headcount` counts it."""
    lo, hi = spell.span(Certainty.LIKELY)
    return lo < hi


def months_before(day: int, months: int) -> int:
    """The same day of an earlier month, or the last of that month if it is shorter."""
    known = date.fromordinal(day)
    year, month = divmod(known.year * 12 + known.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(known.day, last)).toordinal()


def current_tenure(spells: Iterable[Spell], day: int) -> Measure:
    """In days, over the stints that have a dated start; `coverage` says how many there are in all."""
    present = [s for s in spells if s.holds(day)]
    dated = [s for s in present if s.start_dated and s.start_lo > PAST]
    lo = _median(day - s.start_hi for s in dated)
    mid = _median(day - (s.start_lo + s.start_hi) // 2 for s in dated)
    hi = _median(day - s.start_lo for s in dated)
    said = f"of {len(dated):,} stints with a dated start"
    return Measure(
        "median current tenure", lo, mid, hi, len(dated), claims_of(dated), said, coverage(present)
    )


def _median(days: Iterable[int]) -> Value:
    given = list(days)
    return median(given) if given else None


def ever_flow(origin: Iterable[Spell], destination: Iterable[Spell], day: int) -> Measure:
    """Persons at the destination on a day who had been, and are no longer, at the origin."""
    there = [s for s in destination if s.holds(day)]
    people = {s.person for s in there}
    before = [s for s in origin if s.person in people and not s.holds(day) and _had_begun(s, day)]
    both = {s.person for s in before}
    behind = claims_of([*before, *(s for s in there if s.person in both)])
    n = len(both)
    said = f"of {len(people):,} known there"
    return Measure("ever-flow", n, n, n, len(people), behind, said, coverage(there))


def _had_begun(spell: Spell, day: int) -> bool:
    """Whether it surely had begun: it began before it ended."""
    begun = min(spell.start_hi, spell.end_hi)
    return begun < FUTURE and begun <= day


def claims_of(spells: Iterable[Spell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for spell in spells for id_ in spell.claims))
