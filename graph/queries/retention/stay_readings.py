"""What may be meant by retention: each definition by its name, all computed over one cohort.

Ranges of dates are read three ways (shortest stay, middle, longest stay): the value is that of the middle,
low and high are the least and the most of the three.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.queries.answers.counting import Held, Spell, Window
from graph.queries.flows.intervals import share_interval
from graph.queries.flows.measures import too_few
from graph.queries.retention.cohorts import Dates, Ends, is_over, length_text, stay, stayed
from graph.queries.retention.survival import Curve
from graph.queries.words.dates import day_text

LIKELY = "an unknown end read as the next arrival elsewhere, else as not yet come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One number under one definition; `unit` is share (0 to 1) or days.

    `spells` are the stints that it is about, `counted` on how many of them it rests: those of whom sources
    say so much. `left` are read as having left; of `assumed` no source states the end. `stayed` is the count
    behind a share. `value` is None where `why` says why; `leans` says if it is likely too high or too low.
    `at_least` and `at_most`: whatever became of those of whom it is not known.
    """

    name: str
    definition: str
    spells: tuple[Spell, ...]
    counted: int
    left: int
    unit: str = "share"
    assumed: int = 0
    stayed: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    interval: tuple[float, float] | None = None
    at_least: float | None = None
    at_most: float | None = None
    why: str = ""
    leans: str = ""
    curve: Curve = ()

    @property
    def text(self) -> str:
        """`67 %`, `410 days`; empty where there is no value."""
        return "" if self.value is None else self._said(self.value)

    @property
    def range_text(self) -> str:
        """`54 to 70 %`, `410 days or more`: from the least to the most that the ranges of dates give."""
        if self.low is None or self.high is None:
            return "" if self.low is None else f"{self._said(self.low)} or more"
        return between(self._said(self.low), self._said(self.high))

    @property
    def interval_text(self) -> str:
        return between(*map(share_text, self.interval)) if self.interval else ""

    @property
    def bounds_text(self) -> str:
        """At least and at most, whatever became of those of whom it is not known."""
        if self.at_least is None or self.at_most is None:
            return ""
        return between(share_text(self.at_least), share_text(self.at_most))

    def _said(self, value: float) -> str:
        return share_text(value) if self.unit == "share" else f"{value:,.0f} days"

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ for spell in self.spells for id_ in spell.claims))


def horizon_reached(hired: Sequence[Spell], horizon: int, now: int) -> Reading:
    """R1: of those hired so long ago, as far as one knows of them, the share that stayed so long."""
    due = tuple(spell for spell in hired if spell.start_hi + horizon <= now)
    length = length_text(horizon)
    fates = {dates: [stayed(spell, dates, horizon, now) for spell in due] for dates in Dates}
    counts = {dates: (given.count(True), len(given) - given.count(None)) for dates, given in fates.items()}
    surely, (stayed_long, known_long) = counts[Dates.SHORT][0], counts[Dates.LONG]
    return _share(
        "horizon reached",
        f"of those hired at least {length} before {day_text(now)} of whom it is known: stayed {length}",
        due,
        counts,
        (surely, len(due) - known_long + stayed_long),
        leans="low: departures make news, stays do not",
    )


def recent_hires(hired: Sequence[Spell], horizon: int, now: int) -> Reading:
    """R2: of those hired within so many days, the share still there now. Young stays flatter it."""
    window = Window(now - horizon, now)
    recent = tuple(s for s in hired if window.holds(s.start_lo, s.start_hi) in (Held.SURELY, Held.MIDDLE))
    assumed = sum(not is_over(spell) and spell.end_lo <= now for spell in recent)
    counts = {
        dates: (sum(not stay(spell, dates, Ends.LIKELY, now).left for spell in recent), len(recent))
        for dates in Dates
    }
    seen = sum(spell.end_lo > now for spell in recent)
    gone = sum(is_over(spell) and spell.end_hi <= now for spell in recent)
    return _share(
        "recent hires still there",
        f"of those hired in the {length_text(horizon)} to {day_text(now)}: still there then, {LIKELY}",
        recent,
        counts,
        (seen, len(recent) - gone),
        leans="high: young stays count as much as long ones",
        assumed=assumed,
    )


def _share(  # noqa: PLR0917 - the parts of one number
    name: str,
    definition: str,
    spells: tuple[Spell, ...],
    counts: Mapping[Dates, tuple[int, int]],
    bounds: tuple[int, int],
    leans: str = "",
    assumed: int = 0,
) -> Reading:
    """A share of `counts`: stayed, of how many, for each way of reading dates; `bounds`: of all `spells`."""
    stayed, of = counts[Dates.MIDDLE]
    few = too_few(of - assumed)
    shares = [] if few else [count / all_ for count, all_ in counts.values() if all_]
    at_least, at_most = (None, None) if few else (bounds[0] / len(spells), bounds[1] / len(spells))
    return Reading(
        name=name,
        definition=definition,
        spells=spells,
        counted=of - assumed,
        left=of - stayed,
        assumed=assumed,
        stayed=stayed,
        value=None if few else stayed / of,
        low=min(shares, default=None),
        high=max(shares, default=None),
        interval=None if few else share_interval(stayed, of),
        at_least=at_least,
        at_most=at_most,
        why=few,
        leans=leans,
    )


def share_text(share: float) -> str:
    return f"{100 * share:.0f} %"


def between(low: str, high: str) -> str:
    """`54 to 70 %`: the unit once."""
    return low if low == high else f"{low.partition(' ')[0]} to {high}"
