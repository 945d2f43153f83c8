"""Retention by the curve of survival, with an unknown end read in each of two ways."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.queries.answers.counting import Spell
from graph.queries.flows.measures import too_few
from graph.queries.retention.cohorts import Dates, Ends, is_over, length_text, stay
from graph.queries.retention.stay_readings import LIKELY, Reading
from graph.queries.retention.survival import (
    Curve,
    Stay,
    interval_after,
    kaplan_meier,
    median_stay,
    share_after,
)
from graph.settings import settings


@dataclass(frozen=True, slots=True)
class Followed:
    """A cohort with an unknown end read in one way: stays and curves for each way of reading dates.

    `lost`: the days, sorted, after which sources lose sight of those who are not known to have left, by the
    middle of dates. However an unknown end is read, a number rests on the others only.
    """

    hired: tuple[Spell, ...]
    ends: Ends
    stays: Mapping[Dates, Sequence[Stay]]
    curves: Mapping[Dates, Curve]
    lost: Sequence[int]

    @classmethod
    def of(cls, hired: Sequence[Spell], ends: Ends, now: int) -> Followed:
        stays = {dates: [stay(spell, dates, ends, now) for spell in hired] for dates in Dates}
        confidence = settings().confidence
        curves = {dates: kaplan_meier(given, confidence) for dates, given in stays.items()}
        seen = (stay(spell, Dates.MIDDLE, Ends.SEEN, now) for spell in hired)
        lost = sorted(each.days for each in seen if not each.left)
        return cls(tuple(hired), ends, stays, curves, lost)

    @property
    def name(self) -> str:
        return "likely " if self.ends is Ends.LIKELY else ""

    @property
    def text(self) -> str:
        how = LIKELY if self.ends is Ends.LIKELY else "each followed to the last day a source sees them there"
        return f"Kaplan–Meier over all hired, {how}"

    @property
    def leans(self) -> str:
        if self.ends is Ends.LIKELY:
            return "high: departures that nobody reported count as stays"
        return "low: departures make news, stays do not"

    @property
    def assumed(self) -> int:
        return sum(not is_over(spell) for spell in self.hired) if self.ends is Ends.LIKELY else 0

    def known(self, day: int) -> int:
        """How many are known to have stayed so long, or to have left before."""
        return len(self.hired) - bisect_left(self.lost, day)

    def left(self, day: int) -> int:
        return sum(each.left and each.days <= day for each in self.stays[Dates.MIDDLE])

    def longest(self) -> int:
        """For how many days people enough for a percentage are followed; 0 if they are too few."""
        days = sorted((each.days for each in self.stays[Dates.MIDDLE]), reverse=True)
        least = settings().percent_cases
        return days[least - 1] if len(days) >= least else 0

    def firm_curve(self) -> Curve:
        """The middle curve, as far as it rests on cases enough."""
        return tuple(step for step in self.curves[Dates.MIDDLE] if not too_few(self.known(step.day)))


def survival(followed: Followed, horizon: int) -> Reading:
    """The share that stays longer than so many days, by the curve of the whole cohort."""
    known, length = followed.known(horizon), length_text(horizon)
    shares = {d: share_after(followed.curves[d], followed.stays[d], horizon) for d in Dates}
    value = shares[Dates.MIDDLE]
    why = too_few(known) or ("" if value is not None else f"nobody is followed for {length}")
    found = [] if why else [share for share in shares.values() if share is not None]
    return Reading(
        name=f"{followed.name}survival",
        definition=f"there for more than {length}, by {followed.text}",
        spells=followed.hired,
        counted=known,
        left=followed.left(horizon),
        assumed=followed.assumed,
        value=None if why else value,
        low=min(found, default=None),
        high=max(found, default=None),
        interval=None if why else interval_after(followed.curves[Dates.MIDDLE], horizon),
        why=why,
        leans=followed.leans,
        curve=followed.firm_curve(),
    )


def time_to_leave(followed: Followed) -> Reading:
    """The median of the curve; never the mean of completed stays, which is biased low."""
    medians = [median_stay(curve) for curve in followed.curves.values()]
    median = median_stay(followed.curves[Dates.MIDDLE])
    counted = followed.known(followed.longest() if median is None else median)
    why = too_few(counted) or (_not_reached(followed.longest()) if median is None else "")
    found = [] if why else [days for days in medians if days is not None]
    return Reading(
        name=f"{followed.name}time to leave",
        definition=f"days after which half have left, by the curve of {followed.name}survival",
        unit="days",
        spells=followed.hired,
        counted=counted,
        left=sum(each.left for each in followed.stays[Dates.MIDDLE]),
        assumed=followed.assumed,
        value=None if why else median,
        low=min(found, default=None),
        high=max(found) if len(found) == len(Dates) else None,
        why=why,
        leans=followed.leans,
    )


def _not_reached(days: int) -> str:
    if not days:
        return "too few are followed beyond their first day"
    return f"not reached in the {days:,} days for which people enough are followed"
