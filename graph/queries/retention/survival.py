"""How long people stay, where some are still there and others were lost sight of."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

_HALF = 0.5 + 1e-9  # a product of shares may miss a half by its last digit


@dataclass(frozen=True, slots=True)
class Stay:
    """How many days somebody was followed, and whether they then left; if not, no more is known of them."""

    days: int
    left: bool

    def is_known(self, day: int) -> bool:
        """Whether one knows if they were still there after so many days."""
        return self.left or self.days >= day


@dataclass(frozen=True, slots=True)
class Step:
    """From `day` on a `share` (0 to 1) is still there: of `at_risk`, who stayed until then, `left` went.

    `low` and `high`: the interval.
    """

    day: int
    at_risk: int
    left: int
    share: float
    low: float
    high: float


Curve = tuple[Step, ...]
"""A step for each day on which somebody left; before the first one all are there."""


def kaplan_meier(stays: Iterable[Stay], confidence: float = 0.95) -> Curve:
    """The share still there, day by day: at each departure times one less the share that left of those at
    risk (Kaplan and Meier, 1958); its interval from Greenwood's variance (1926), kept within 0 and 1.
    """
    given = list(stays)
    followed = sorted(stay.days for stay in given)
    z, share, variance, steps = _z(confidence), 1.0, 0.0, []
    for day, left in sorted(Counter(stay.days for stay in given if stay.left).items()):
        at_risk = len(followed) - bisect_left(followed, day)
        share *= 1 - left / at_risk
        variance += left / (at_risk * (at_risk - left)) if left < at_risk else 0
        reach = z * share * sqrt(variance)
        steps.append(Step(day, at_risk, left, share, max(0.0, share - reach), min(1.0, share + reach)))
    return tuple(steps)


def share_after(curve: Curve, stays: Sequence[Stay], day: int) -> float | None:
    """The share that stays longer than so many days; None beyond the last day anybody was followed."""
    reached = [step.share for step in curve if step.day <= day]
    share = reached[-1] if reached else 1.0
    return share if share == 0 or any(stay.days >= day for stay in stays) else None


def interval_after(curve: Curve, day: int) -> tuple[float, float] | None:
    """The interval of that share; None while nobody has left and once all have: it has no width then."""
    reached = [step for step in curve if step.day <= day]
    return (reached[-1].low, reached[-1].high) if reached and reached[-1].share > 0 else None


def median_stay(curve: Curve) -> int | None:
    """The first day by which half have left, or None: not reached."""
    return next((step.day for step in curve if step.share <= _HALF), None)


def _z(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)
